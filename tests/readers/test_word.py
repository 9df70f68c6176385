"""Word documents: what styles that inherit say of words and paragraphs, how numbers are counted, what is no text."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Document, Seed, UnreadableError
from generator.readers import ledger, opened
from tests.office import docx, zipped
from tests.readers.test_marked import read_marked, spelled

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


def run(text: str, properties: str = "") -> str:
    """Characters that are set alike."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph, of a text or of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if inside.startswith('<') else run(inside)}</w:p>"


def styled(text: str, style: str) -> str:
    """A paragraph of a style."""
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def style(name: str, inside: str = "", based: str = "", kind: str = "paragraph", called: str = "") -> str:
    """A style by its id, which is its name as well where it is not called otherwise."""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{called or name}"/><w:basedOn w:val="{based}"/>{inside}</w:style>'


def read(body: str, **parts: str) -> Document:
    """The document in a body."""
    document = read_marked("x.docx", docx(body, **parts))
    assert ledger.check(document) == ()
    return document


def lines(body: str, **parts: str) -> list[str]:
    """A body in the notation of the case files."""
    return spelled(read(body, **parts)).splitlines()


_BOLD: Final = "<w:rPr><w:b/></w:rPr>"
_STYLES: Final = (
    style("Vet", _BOLD) + style("Vetter", based="Vet") + style("Licht", '<w:rPr><w:b w:val="0"/></w:rPr>', "Vet") + style("Ring", "", "Ring")
    + style("Zwaar", _BOLD, kind="character") + style("Schuin", "<w:rPr><w:i/></w:rPr>", kind="character")
)  # fmt: skip


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        ("<w:b/>", ["open"]),
        ('<w:b w:val="1"/>', ["open"]),
        ('<w:b w:val="true"/>', ["open"]),
        *((f'<w:b w:val="{off}"/>', []) for off in ("0", "false", "off", "none")),
        ("<w:i/>", ["open"]),
        ('<w:i w:val="false"/>', []),
        ("<w:u/>", []),
        ('<w:rStyle w:val="Zwaar"/>', ["open"]),
        ('<w:rStyle w:val="Schuin"/>', ["open"]),
        ('<w:rStyle w:val="Zwaar"/><w:b w:val="0"/>', []),
        ('<w:rStyle w:val="Onbekend"/>', []),
    ],
)
def test_words_are_set_off_by_their_properties_and_style(properties: str, found: list[str]) -> None:
    blocks = read(paragraph(run("De haven is ") + run("open", properties) + run(", zegt de Raad.")), styles=_STYLES).blocks
    assert [blocks[0].text[start:end] for start, end in blocks[0].emphasis] == found


@pytest.mark.parametrize(("name", "kind"), [("Vet", "H1"), ("Vetter", "H1"), ("Licht", "P"), ("Ring", "P"), ("Onbekend", "P")])
def test_a_style_has_what_the_one_it_is_based_on_has(name: str, kind: str) -> None:
    assert (
        lines(paragraph("Een woord vooraf.") + styled("Kleine havens", name) + paragraph(_LONG), styles=_STYLES)[1]
        == f"{kind} | Kleine havens"
    )


def test_a_raised_number_is_no_word_of_its_own() -> None:
    raised = run("2", '<w:vertAlign w:val="superscript"/>')
    assert lines(paragraph("Vooraf.") + paragraph(run("Meters", "<w:b/>") + raised) + paragraph(_LONG))[1] == "H1 | Meters2"
    assert (
        lines(paragraph("Vooraf.") + paragraph(run("Meters", "<w:b/>") + run("2", '<w:vertAlign w:val="subscript"/>')) + paragraph(_LONG))[
            1
        ]
        == "P | Meters2"
    )


@pytest.mark.parametrize(
    ("name", "called", "inside"),
    [
        ("A", "Deel", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        *((f"A{n}", called, "") for n, called in enumerate((
            "heading 2", "Heading 2", "kop 2", "Kop2", "überschrift 2", "titre 2", "título 2", "titolo 2", "rubrik 2", "overskrift 2",
        ))),
    ],
)  # fmt: skip
def test_a_heading_has_the_rank_of_its_outline_or_of_the_name_of_its_style(name: str, called: str, inside: str) -> None:
    body = styled("Havens", "Kop1") + styled("Kades", name) + paragraph("Een kade.") + styled("Sluizen", "Kop1")
    assert lines(body, styles=style("Kop1", called="heading 1") + style(name, inside, called=called)) == [
        "H1 | Havens", "H2 | Kades", "P | Een kade.", "H1 | Sluizen",
    ]  # fmt: skip


@pytest.mark.parametrize(("level", "first"), [("0", "H1 | Havens"), ("8", "H1 | Havens"), ("9", "P | Havens"), ("x", "P | Havens")])
def test_a_paragraph_may_have_an_outline_level_of_its_own(level: str, first: str) -> None:
    assert lines(paragraph("Havens", f'<w:outlineLvl w:val="{level}"/>') + paragraph(_LONG))[0] == first


def test_an_outline_level_of_text_outweighs_the_name_of_a_style() -> None:
    styles = style("Kop2", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', called="heading 2")
    assert lines(styled("de kades van het land", "Kop2") + paragraph(_LONG), styles=styles)[0] == "P | de kades van het land"


@pytest.mark.parametrize("called", ["Title", "titel", "Titre"])
def test_the_title_of_a_document_lies_above_its_headings(called: str) -> None:
    body = styled("Verslag", "T") + styled("Havens", "Kop1") + paragraph(_LONG) + styled("Kades", "Kop2") + styled("Sluizen", "Kop1")
    styles = style("T", called=called) + style("Kop1", called="heading 1") + style("Kop2", called="heading 2")
    assert lines(body, styles=styles) == ["H1 | Verslag", "H1 | Havens", f"P | {_LONG}", "H2 | Kades", "H1 | Sluizen"]


@pytest.mark.parametrize(
    ("name", "called", "found"),
    [
        ("TitreArticle", "Titre article", "H1 {article} | Artikel 1"),
        ("X", "Titrearticle", "H1 {article} | Artikel 1"),
        ("Considrant", "Considérant", f"P {{recital}} | {_LONG}"),
        ("X", "Personne qui signe", f"P {{signature}} | {_LONG}"),
        ("Bold", "Bold", "H1 {article} | Artikel 1"),
    ],
)
def test_styles_of_known_publishers_say_what_a_paragraph_is(name: str, called: str, found: str) -> None:
    text = found.partition(" | ")[2]
    assert lines(styled(text, name) + paragraph(_LONG), styles=style(name, called=called))[0] == found


@pytest.mark.parametrize("called", ["toc 1", "TOC Heading", "inhopg 2", "Inhoudsopgave kop", "table of figures"])
def test_lines_of_a_table_of_contents_are_set_aside(called: str) -> None:
    styles = style("I", called=called) + style("J", based="I")
    assert lines(styled("Havens 3", "I") + styled("Kades 4", "J") + paragraph(_LONG), styles=styles) == [
        f"P | {_LONG}", "X navigation | Havens 3", "X navigation | Kades 4",
    ]  # fmt: skip


@pytest.mark.parametrize(("gallery", "aside"), [("Table of Contents", True), ("Cover Pages", False)])
def test_a_field_that_holds_the_table_of_contents_is_set_aside(gallery: str, aside: bool) -> None:  # noqa: FBT001 - a column of the table
    holder = f'<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj></w:sdtPr>'
    found = lines(f"<w:sdt>{holder}<w:sdtContent>{paragraph('Havens 3')}</w:sdtContent></w:sdt>" + paragraph(_LONG))
    assert ("X navigation | Havens 3" in found) == aside


@pytest.mark.parametrize(("called", "kind"), [("Quote", "Q"), ("Citaat", "Q"), ("Intense Quote", "Q"), ("Quoted", "P")])
def test_a_quotation_is_told_by_its_style(called: str, kind: str) -> None:
    assert lines(styled(_LONG, "X"), styles=style("X", called=called)) == [f"{kind} | {_LONG}"]


def test_the_default_style_is_that_of_paragraphs_that_name_none() -> None:
    default = f'<w:style w:type="paragraph" w:default="1" w:styleId="S"><w:name w:val="Normal"/>{_BOLD}</w:style>'
    body = paragraph("Havens") + paragraph(f"{_LONG}")
    assert lines(body, styles=default)[0] == "H1 | Havens"
    assert lines(body, styles=default.replace('"1"', '"true"'))[0] == "H1 | Havens"
    assert lines(body, styles=default.replace('"1"', '"0"'))[0] == "P | Havens"
    assert lines(body, styles=default.replace('w:type="paragraph"', 'w:type="table"'))[0] == "P | Havens"


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return f'<w:lvl w:ilvl="{depth}">{more}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    """A list with the number 1."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def listed(text: str, depth: int = 0, number: int = 1) -> str:
    """An item of a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def marks(body: str, numbers: str, styles: str = "") -> list[str]:
    """The marks of the items of a body, and nothing for a paragraph."""
    return [block.list.marker if block.list else "" for block in read(body, numbering=numbers, styles=styles).blocks]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("decimal", "%1.", ["1.", "2."]),
        ("decimalZero", "%1.", ["01.", "02."]),
        ("lowerLetter", "%1)", ["a)", "b)"]),
        ("upperLetter", "%1.", ["A.", "B."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)"]),
        ("upperRoman", "%1.", ["I.", "II."]),
        ("ordinal", "%1.", ["1.", "2."]),
        ("decimal", "Stap %1:", ["Stap 1:", "Stap 2:"]),
        ("bullet", "\uf0b7", ["•", "•"]),
        ("bullet", "\uf0a7", ["▪", "▪"]),
        ("bullet", "\uf0d8", ["➢", "➢"]),
        ("bullet", "\uf0fc", ["✓", "✓"]),
        ("bullet", "\uf0e0", ["→", "→"]),
        ("bullet", "\uf02d", ["-", "-"]),
        ("bullet", "\uf0be", ["—", "—"]),
        ("bullet", "\uf06f", ["◦", "◦"]),
        ("bullet", "\uf0a8", ["◦", "◦"]),
        ("bullet", " ", ["•", "•"]),
        ("bullet", "–", ["–", "–"]),
        ("none", "%1", ["", ""]),
    ],
)
def test_word_counts_in_the_form_of_a_list(form: str, text: str, found: list[str]) -> None:
    assert marks(listed("meten") + listed("bouwen"), numbering(level(0, form, text))) == found


def test_levels_start_again_below_the_next_item_above_and_show_the_numbers_above() -> None:
    numbers = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%1.%2.%3", "<w:isLgl/>"))
    items = [listed("a"), listed("b", 1), listed("c", 1), listed("d", 2), listed("e"), listed("f", 1), listed("g", 2)]
    assert marks("".join(items), numbers) == ["I.", "I.1", "I.2", "1.2.1", "II.", "II.1", "2.1.1"]


def test_a_list_starts_where_its_level_or_its_number_says() -> None:
    numbers = numbering(
        level(0, "decimal", "%1.", '<w:start w:val="4"/>'),
        level(1, "lowerLetter", "%2)", '<w:start w:val="x"/>'),
        more='<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="x"/></w:lvlOverride></w:num>',
    )
    items = [listed("a"), listed("b", 1), listed("c", number=2), listed("d", number=2), listed("e"), listed("f", number=3)]
    assert marks("".join(items), numbers) == ["4.", "a)", "8.", "9.", "10.", "11."]


def test_a_level_that_was_passed_over_shows_where_it_starts() -> None:
    assert marks(listed("a", 1), numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))) == ["1.1."]
    assert marks(listed("a", 1), numbering(level(1, "decimal", "%1%2.%9"))) == ["1."]


@pytest.mark.parametrize("item", [listed("a", number=0), listed("a", number=7), listed("a", 5), listed("a", 9)])
def test_a_list_that_is_not_there_gives_no_mark(item: str) -> None:
    assert marks(item, numbering(level(0, "decimal", "%1."), level(9, "decimal", "%1."))) == [""]


def test_a_list_may_be_that_of_a_style() -> None:
    linked = (
        f'<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="Lijst"/>{level(0, "upperLetter", "%1.")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="Lijst"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="6"/></w:num>'
    )
    assert marks(listed("a", number=9) + listed("b", number=9), linked) == ["A.", "B."]
    styles = style("Punt", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "Onder", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', "Punt"
    )
    numbers = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    assert marks(styled("a", "Punt") + styled("b", "Onder") + styled("c", "Punt"), numbers, styles) == ["1.", "a)", "2."]
    assert marks(
        styled("a", "Punt") + paragraph("b", '<w:pStyle w:val="Punt"/><w:numPr><w:numId w:val="0"/></w:numPr>'), numbers, styles
    ) == ["1.", ""]


def test_an_empty_paragraph_of_a_list_counts_and_shows_nothing() -> None:
    assert lines(listed("meten") + listed(" ") + listed("bouwen"), numbering=numbering(level(0, "decimal", "%1."))) == [
        "I1 numbered 1. | meten", "I1 numbered 3. | bouwen",
    ]  # fmt: skip


def test_a_heading_shows_the_number_that_is_counted() -> None:
    styles = style("Kop1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', called="heading 1")
    assert lines(styled("Havens", "Kop1") + styled("Kades", "Kop1"), styles=styles, numbering=numbering(level(0, "decimal", "%1."))) == [
        "H1 1 | Havens", "H1 2 | Kades",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<w:br/>", "De haven is open."),
        ('<w:br w:type="textWrapping"/>', "De haven is open."),
        ('<w:br w:type="page"/>', "De havenis open."),
        ('<w:br w:type="column"/>', "De havenis open."),
        ("<w:cr/>", "De haven is open."),
        ("<w:noBreakHyphen/>", "De haven‑is open."),
        ("<w:softHyphen/>", "De havenis open."),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "De haven•is open."),
        ('<w:sym w:char="2192"/>', "De haven→is open."),
        ('<w:sym w:char="zz"/>', "De havenis open."),
        ('<w:sym w:char="FFFFFFFFF"/>', "De havenis open."),
        ("<w:sym/>", "De havenis open."),
        ("<w:instrText> REF x </w:instrText>", "De havenis open."),
        ("\n   ", "De havenis open."),
        ("<?mso weg?>", "De havenis open."),
        ("<w:ruby><w:rt><w:r><w:t>weg</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>-</w:t></w:r></w:rubyBase></w:ruby>", "De haven-is open."),
    ],
)
def test_what_stands_for_characters_in_a_run(inside: str, text: str) -> None:
    body = f"<w:p>{run('De haven')}<w:r>{inside}</w:r>{run('is open.')}</w:p>"
    assert read(body).blocks[0].text == text


def test_a_tab_parts_a_mark_from_its_text_and_one_among_the_properties_is_none() -> None:
    tabs = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    body = "".join(paragraph(f"{run(mark)}<w:r><w:tab/></w:r>{run(text)}", tabs) for mark, text in (("4)", "meten"), ("7)", "bouwen")))
    assert lines(body) == ["I1 numbered 4) | meten", "I1 numbered 7) | bouwen"]
    assert lines(body.replace("<w:tab/></w:r>", "<w:br/></w:r>")) == ["P | 4) meten", "P | 7) bouwen"]


def test_hidden_characters_are_left_out_unless_they_are_told_not_to_be() -> None:
    assert lines(paragraph(run("De haven") + run(" geheim", "<w:vanish/>") + run(" is open.", '<w:vanish w:val="0"/>'))) == [
        "P | De haven is open."
    ]


def test_line_ends_between_the_elements_of_a_file_are_no_text() -> None:
    body = "\n<w:p>\n  <w:r>\n <w:t>De ha</w:t>\n </w:r>\n <w:r>\n <w:t>ven.</w:t>\n </w:r>\n</w:p>\n"
    assert lines(body) == ["P | De haven."]


def test_notes_that_are_missing_or_part_the_others_from_the_text_are_none() -> None:
    parts = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>weg</w:t></w:r></w:p></w:footnote><w:footnote w:type="normal" w:id="1"><w:p><w:r><w:t>Zie a.</w:t></w:r></w:p></w:footnote>'
    marker = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    assert lines(paragraph(run("De haven.") + "".join(map(marker.format, (0, 1, 9)))), footnotes=parts) == [
        "P | De haven.{1}",
        "N 1 | Zie a.",
    ]
    assert lines(paragraph(run("De haven.") + marker.format(1).replace("footnote", "endnote")), footnotes=parts) == ["P | De haven."]


def test_headings_and_lists_in_notes_and_cells_are_text() -> None:
    styles = style("Kop1", called="heading 1")
    note = f'<w:footnote w:id="1">{styled("Zie a.", "Kop1")}</w:footnote>'
    body = paragraph(run("De haven.") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    assert lines(body, styles=styles, footnotes=note) == ["P | De haven.{1}", "N 1 | Zie a."]
    table = f"<w:tbl><w:tr><w:tc>{styled('Land', 'Kop1')}</w:tc><w:tc>{paragraph('Kades')}</w:tc></w:tr></w:tbl>"
    assert lines(table, styles=styles) == ["T | Land | Kades"]


def _cell(text: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{paragraph(text)}</w:tc>"


def _row(*cells: str, more: str = "") -> str:
    return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(cells)}</w:tr>"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((_row(_cell("Land"), _cell("Kades")),), ["T | Land | Kades"]),
        ((_row(_cell("Land"), _cell("Kades"), more="<w:tblHeader/>"), _row(_cell("Malta"), _cell("4"))), ["T1 | Land | Kades", "T | Malta | 4"]),
        ((_row(_cell("Land"), _cell("Kades"), more='<w:tblHeader w:val="0"/>'), _row(_cell("Malta"), _cell("4"))), ["T | Land | Kades", "T | Malta | 4"]),
        ((_row(_cell("De haven is open.")), _row(_cell("De kade niet."))), ["P | De haven is open.", "P | De kade niet."]),
        ((_row(_cell("Land"), more="<w:tblHeader/>"), _row(_cell("Malta"))), ["T1 | Land", "T | Malta"]),
        ((_row(_cell("a)"), _cell("meten;")), _row(_cell("b)"), _cell("bouwen."))), ["I1 lettered a) | meten;", "I1 lettered b) | bouwen."]),
        ((_row(_cell(""), _cell("meten;")), _row(_cell("b"), _cell(""))), ["P | meten;", "P | b"]),
    ],
)  # fmt: skip
def test_a_table_of_word_holds_data_or_arranges_text(rows: tuple[str, ...], found: list[str]) -> None:
    assert lines(f"<w:tbl>{''.join(rows)}</w:tbl>") == found


def test_cells_of_word_reach_over_columns_and_rows() -> None:
    tall, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = (
        _row(_cell("a", '<w:gridSpan w:val="2"/>'), _cell("b", tall)) + _row(_cell("c", '<w:gridSpan w:val="0"/>'), _cell("d", '<w:gridSpan w:val="x"/>'), _cell("", on))
        + _row(_cell("e"), _cell("f", tall), _cell("", '<w:vMerge w:val="continue"/>')) + _row(_cell("g"), _cell("", on), _cell("h", tall))
    )  # fmt: skip
    rows = read(f"<w:tbl>{table}</w:tbl>").blocks[0].rows
    assert [[(cell.text, cell.across, cell.down) for cell in row] for row in rows] == [
        [("a", 2, 1), ("b", 1, 3)], [("c", 1, 1), ("d", 1, 1)], [("e", 1, 1), ("f", 1, 2)], [("g", 1, 1), ("h", 1, 1)],
    ]  # fmt: skip


def test_a_cell_that_goes_on_from_nothing_is_a_cell() -> None:
    assert lines(f"<w:tbl>{_row(_cell('a', '<w:vMerge/>'), _cell('b'))}{_row(_cell('c'), _cell('d'))}</w:tbl>") == [
        "T | a | b",
        "T | c | d",
    ]


def test_a_table_in_a_cell_is_text_of_the_cell() -> None:
    inner = f"<w:tbl>{_row(_cell('c'), _cell('d'))}</w:tbl>"
    outer = f"<w:tbl>{_row(_cell('a'), '<w:tc>' + paragraph('b') + inner + '</w:tc>')}{_row(_cell('e'), _cell('f'))}</w:tbl>"
    assert lines(outer) == ["T | a | b c d", "T | e | f"]


def test_a_picture_has_no_text_and_a_text_box_comes_after_its_paragraph() -> None:
    for tag in ("drawing", "pict"):
        box = f"<w:r><w:{tag}><w:txbxContent>{paragraph('In een kader.')}</w:txbxContent></w:{tag}></w:r>"
        assert lines(paragraph(run("De haven ") + box + run("is open."))) == ["P | De haven is open.", "P | In een kader."]
        assert lines(paragraph(run("De haven ") + f"<w:r><w:{tag}><w:t>weg</w:t></w:{tag}></w:r>" + run("is open."))) == [
            "P | De haven is open."
        ]


def test_heads_and_feet_are_set_aside_once_in_order_and_other_parts_are_not_read() -> None:
    raw = docx(
        paragraph(_LONG),
        header2=paragraph("Kop twee"),
        header1=paragraph("Kop een"),
        footer1=paragraph("Kop een"),
        glossary=paragraph("weg"),
        footers=paragraph("weg"),
    )
    assert spelled(read_marked("x.docx", raw)).splitlines() == [f"P | {_LONG}", "X navigation | Kop een", "X navigation | Kop twee"]


def test_a_word_file_without_a_text_or_with_programs_is_refused() -> None:
    types = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
    for members, said in (
        ({"[Content_Types].xml": "<Types/>", "word/other.xml": "<w/>"}, "alleen witruimte"),
        ({"[Content_Types].xml": types, "word/document.xml": "<w/>"}, "macro"),
        ({"word/document.xml": "<w/>", "word/VbaProject.BIN": "x"}, "macro"),
    ):  # fmt: skip
        with pytest.raises(UnreadableError, match=said):
            opened(Seed("seeds/x.docx", zipped(members)))
