"""OpenDocument texts: what styles that inherit say of words and paragraphs, how numbers are counted, what is no text."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Document
from generator.readers import ledger
from tests.office import odt
from tests.readers.test_marked import read_marked, spelled

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


def read(body: str, automatic: str = "", styles: str = "") -> Document:
    """The document in a body."""
    document = read_marked("x.odt", odt(body, automatic, styles))
    assert ledger.check(document) == ()
    return document


def lines(body: str, automatic: str = "", styles: str = "") -> list[str]:
    """A body in the notation of the case files."""
    return spelled(read(body, automatic, styles)).splitlines()


def style(name: str, properties: str = "", parent: str = "", family: str = "text", more: str = "") -> str:
    """A style of characters, or of another family."""
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}" {more}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def paragraph(inside: str, name: str = "") -> str:
    """A paragraph of a style."""
    return f'<text:p text:style-name="{name}">{inside}</text:p>'


def item(*inside: str, more: str = "") -> str:
    """An item of a list, of a text or of blocks."""
    blocks = "".join(block if block.startswith("<") else paragraph(block) for block in inside)
    return f"<text:list-item {more}>{blocks}</text:list-item>"


def listed(*items: str, name: str = "L", more: str = "") -> str:
    """A list of a style."""
    named = f'text:style-name="{name}"' if name else ""
    return f"<text:list {named} {more}>{''.join(items)}</text:list>"


def level(depth: int, form: str, more: str = "", kind: str = "number") -> str:
    """A level of a list style."""
    return f'<text:list-level-style-{kind} text:level="{depth}" style:num-format="{form}" {more}/>'


def forms(*levels: str, name: str = "L") -> str:
    """A list style."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def marks(body: str, styles: str) -> list[str]:
    """The marks of the items of a body, and nothing for a paragraph."""
    return [block.list.marker if block.list else "" for block in read(body, styles=styles).blocks]


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        *((f'fo:font-weight="{weight}"', ["open"]) for weight in ("bold", "600", "700", "800", "900")),
        *((f'fo:font-weight="{weight}"', []) for weight in ("normal", "500")),
        ('fo:font-style="italic"', ["open"]),
        ('fo:font-style="oblique"', ["open"]),
        ('fo:font-style="normal"', []),
    ],
)
def test_words_are_set_off_by_their_style(properties: str, found: list[str]) -> None:
    body = paragraph('De haven is <text:span text:style-name="T">open</text:span>, zegt men.')
    for automatic, common in ((style("T", properties), ""), ("", style("T", properties)), (style("T", "", "U"), style("U", properties))):
        blocks = read(body, automatic, common).blocks
        assert [blocks[0].text[start:end] for start, end in blocks[0].emphasis] == found
    assert not read(body, style("T", properties, family="paragraph")).blocks[0].emphasis


def test_a_style_outweighs_the_one_it_is_based_on_and_the_texts_own_those_of_the_document() -> None:
    body = paragraph('De haven is <text:span text:style-name="T">open</text:span>, zegt men.')
    bold, plain = style("T", 'fo:font-weight="bold"'), style("T", 'fo:font-weight="normal"')
    assert not read(body, style("T", 'fo:font-weight="normal"', "U"), style("U", 'fo:font-weight="bold"')).blocks[0].emphasis
    assert not read(body, plain, bold).blocks[0].emphasis
    assert read(body, bold, plain).blocks[0].emphasis
    assert not read(body, style("T", "", "U") + style("U", "", "T")).blocks[0].emphasis


@pytest.mark.parametrize(
    ("position", "kind"), [("super 58%", "H1"), ("33% 58%", "H1"), ("sub 58%", "P"), ("-33% 58%", "P"), ("0% 100%", "P")]
)
def test_a_raised_number_is_no_word_of_its_own(position: str, kind: str) -> None:
    styles = style("B", 'fo:font-weight="bold"') + style("R", f'style:text-position="{position}"')
    title = '<text:span text:style-name="B">Meters</text:span><text:span text:style-name="R">2</text:span>'
    assert lines(paragraph("Een woord vooraf.") + paragraph(title) + paragraph(_LONG), styles)[1] == f"{kind} | Meters2"


def test_a_paragraph_is_a_heading_where_its_style_is_bold_or_has_a_rank() -> None:
    bold = style("K", 'fo:font-weight="bold"', family="paragraph")
    assert lines(paragraph("Vooraf.") + paragraph("Kleine havens", "K") + paragraph(_LONG), bold)[1] == "H1 | Kleine havens"
    ranked = style("K", family="paragraph", more='style:default-outline-level="2"')
    body = (
        '<text:h text:outline-level="1">Deel</text:h>'
        + paragraph("Kleine havens groeien.", "K")
        + '<text:h text:outline-level="1">Slot</text:h>'
    )
    assert lines(body, ranked) == ["H1 | Deel", "H2 | Kleine havens groeien.", "H1 | Slot"]
    assert lines(body, style("K", family="paragraph", more='style:default-outline-level=""'))[1] == "P | Kleine havens groeien."
    title = '<text:h text:outline-level="1">Deel</text:h><text:h text:outline-level="2">Kade</text:h><text:h text:outline-level="1">Slot</text:h>'
    assert lines(paragraph("Verslag", "Title") + title, styles=style("Title", family="paragraph")) == [
        "H1 | Verslag",
        "H1 | Deel",
        "H2 | Kade",
        "H1 | Slot",
    ]


def test_a_quotation_is_told_by_its_style() -> None:
    quoted = style("Quotations", family="paragraph")
    assert lines(paragraph(_LONG, "Q"), style("Q", parent="Quotations", family="paragraph") + quoted) == [f"Q | {_LONG}"]
    assert lines(paragraph(_LONG, "Q"), style("Q", parent="Quotation", family="paragraph")) == [f"P | {_LONG}"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<text:s/>", "De haven is open."),
        ('<text:s text:c="3"/>', "De haven is open."),
        ('<text:s text:c="x"/>', "De haven is open."),
        ("<text:line-break/>", "De haven is open."),
        ("<text:bookmark/>", "De havenis open."),
        *(
            (f"<text:{name}>weg</text:{name}>", "De havenis open.")
            for name in ("hidden-text", "hidden-paragraph", "script", "tracked-changes")
        ),
        *((f"<office:{name}>weg</office:{name}>", "De havenis open.") for name in ("annotation", "forms")),
        *(
            (f"<draw:frame><draw:{name}>weg</draw:{name}></draw:frame>", "De havenis open.")
            for name in ("image", "object", "desc", "title")
        ),
        ('<text:span text:style-name="Weg">weg</text:span>', "De havenis open."),
        ("<?mso weg?>", "De havenis open."),
        ("<text:a>, zegt men, </text:a>", "De haven, zegt men, is open."),
        ("<text:note>*</text:note>", "De haven*is open."),
    ],
)
def test_what_stands_for_characters_in_a_paragraph(inside: str, text: str) -> None:
    assert read(paragraph(f"De haven{inside}is open."), style("Weg", 'text:display="none"')).blocks[0].text == text


def test_a_tab_parts_a_mark_from_its_text() -> None:
    assert lines(paragraph("4)<text:tab/>meten") + paragraph("7)<text:tab/>bouwen")) == [
        "I1 numbered 4) | meten",
        "I1 numbered 7) | bouwen",
    ]


@pytest.mark.parametrize(
    "kind", ["table-of-content", "illustration-index", "table-index", "alphabetical-index", "bibliography", "user-index"]
)
def test_a_table_of_contents_is_set_aside_and_says_nothing_of_where_it_comes_from(kind: str) -> None:
    source = f"<text:{kind}-source><text:index-title-template>weg</text:index-title-template></text:{kind}-source>"
    index = f"<text:{kind}>{source}<text:index-body>{paragraph('Havens 3')}</text:index-body></text:{kind}>"
    assert lines(index + paragraph(_LONG)) == [f"P | {_LONG}", "X navigation | Havens 3"]


def _note(citation: str, text: str) -> str:
    return f"<text:note>{citation}<text:note-body>{paragraph(text)}</text:note-body></text:note>"


def test_notes_have_the_number_that_is_printed_or_else_are_counted() -> None:
    cited = '<text:note-citation text:label="4">x</text:note-citation>', "<text:note-citation> 7 </text:note-citation>", ""
    body = paragraph(f"De haven{_note(cited[0], 'Zie a.')} is{_note(cited[1], 'Zie b.')} open.{_note(cited[2], 'Zie c.')}")
    assert lines(body) == ["P | De haven{4} is{7} open.{1}", "N 1 | Zie c.", "N 4 | Zie a.", "N 7 | Zie b."]


def test_headings_in_notes_cells_and_margins_are_text() -> None:
    heading = '<text:h text:outline-level="1">Land</text:h>'
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{heading}</text:note-body></text:note>"
    assert lines(paragraph(f"De haven.{note}")) == ["P | De haven.{1}", "N 1 | Land"]
    titled = paragraph("Kades", "Title")
    table = f"<table:table><table:table-row><table:table-cell>{heading}</table:table-cell><table:table-cell>{titled}</table:table-cell></table:table-row></table:table>"
    assert lines(table, style("Title", family="paragraph")) == ["T | Land | Kades"]


def _cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{text if text.startswith('<') else paragraph(text)}</table:table-cell>"


def _row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((_row(_cell("Land"), _cell("Kades")),), ["T | Land | Kades"]),
        ((f"<table:table-header-rows>{_row(_cell('Land'), _cell('Kades'))}</table:table-header-rows>", _row(_cell("Malta"), _cell("4"))), ["T1 | Land | Kades", "T | Malta | 4"]),
        ((f"<table:table-header-rows>{_row(_cell('Land'))}</table:table-header-rows>", _row(_cell("Malta"))), ["T1 | Land", "T | Malta"]),
        ((_row(_cell("De haven is open.")), _row(_cell("De kade niet."))), ["P | De haven is open.", "P | De kade niet."]),
        ((_row(_cell("a)"), _cell("meten;")), _row(_cell("b)"), _cell("bouwen."))), ["I1 lettered a) | meten;", "I1 lettered b) | bouwen."]),
        ((_row(_cell("a"), _cell(_table(_row(_cell("b"), _cell("c"))))), _row(_cell("d"), _cell("e"))), ["T | a | b c", "T | d | e"]),
    ],
)  # fmt: skip
def test_a_table_holds_data_or_arranges_text(rows: tuple[str, ...], found: list[str]) -> None:
    assert lines(_table(*rows)) == found


def test_cells_reach_over_columns_and_rows() -> None:
    covered = "<table:covered-table-cell><text:p>weg</text:p></table:covered-table-cell>"
    rows = read(
        _table(
            _row(_cell("a", 'table:number-columns-spanned="2"'), covered, _cell("b", 'table:number-rows-spanned="2"')),
            _row(_cell("c", 'table:number-columns-spanned="0"'), _cell("d", 'table:number-rows-spanned="x"'), covered),
        )
    ).blocks[0].rows  # fmt: skip
    assert [[(cell.text, cell.across, cell.down) for cell in row] for row in rows] == [
        [("a", 2, 1), ("b", 1, 2)],
        [("c", 1, 1), ("d", 1, 1)],
    ]


def test_a_text_box_comes_after_its_paragraph_and_in_a_cell_in_it() -> None:
    box = f"<draw:frame><draw:text-box>{paragraph('In een kader.')}</draw:text-box></draw:frame>"
    assert lines(paragraph(f"De haven {box}is open.")) == ["P | De haven is open.", "P | In een kader."]
    assert lines(_table(_row(_cell(paragraph(f"a {box}")), _cell("b")))) == ["T | a In een kader. | b"]


def test_heads_and_feet_are_set_aside_once() -> None:
    sides = "".join(
        f"<style:{side}>{paragraph(text)}</style:{side}>" for side, text in (("header", "Kop"), ("footer", "Voet"), ("header", "Kop"))
    )
    assert lines(paragraph(_LONG), styles=sides) == [f"P | {_LONG}", "X navigation | Kop", "X navigation | Voet"]


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (level(1, "1", 'style:num-suffix="."'), ["1.", "2."]),
        (level(1, "a", 'style:num-suffix=")"'), ["a)", "b)"]),
        (level(1, "A", 'style:num-prefix="(" style:num-suffix=")"'), ["(A)", "(B)"]),
        (level(1, "i", 'style:num-suffix=")"'), ["i)", "ii)"]),
        (level(1, "I", 'style:num-suffix="."'), ["I.", "II."]),
        (level(1, "1", 'style:num-suffix="." text:start-value="4"'), ["4.", "5."]),
        (level(1, "1", 'style:num-suffix="." text:start-value=""'), ["1.", "2."]),
        (level(1, ""), ["", ""]),
        (level(2, "1"), ["", ""]),
        (level(1, "", 'text:bullet-char="–"', "bullet"), ["–", "–"]),
        (level(1, "", 'text:bullet-char="\uf0b7"', "bullet"), ["•", "•"]),
        (level(1, "", "", "bullet"), ["•", "•"]),
    ],
)
def test_an_item_has_the_mark_of_its_list_style(form: str, found: list[str]) -> None:
    assert marks(listed(item("meten"), item("bouwen")), forms(form)) == found


def test_levels_start_again_below_the_next_item_above_and_show_the_numbers_above() -> None:
    shown = (
        level(1, "1", 'style:num-suffix="."')
        + level(2, "a", 'style:num-suffix=")" text:display-levels="2"')
        + level(3, "i", 'text:display-levels="x" style:num-suffix=")"')
    )
    inner = listed(item("b"), item("c", listed(item("d"), name="")), name="")
    assert marks(listed(item("a", inner), item("e", listed(item("f"), name=""))), forms(shown)) == [
        "1.",
        "1.a)",
        "1.b)",
        "i)",
        "2.",
        "2.a)",
    ]


def test_a_list_counts_from_its_start_unless_it_says_that_it_goes_on() -> None:
    numbered = forms(level(1, "1", 'style:num-suffix="."'))
    first = listed(item("a"), item("b"))
    assert marks(first + paragraph(_LONG) + listed(item("c")), numbered) == ["1.", "2.", "", "1."]
    assert marks(first + paragraph(_LONG) + listed(item("c"), more='text:continue-numbering="true"'), numbered) == ["1.", "2.", "", "3."]
    assert marks(first + paragraph(_LONG) + listed(item("c"), more='text:continue-numbering="false"'), numbered) == ["1.", "2.", "", "1."]
    assert marks(first + paragraph(_LONG) + listed(item("c"), more='text:continue-list="x"'), numbered) == ["1.", "2.", "", "3."]
    assert marks(listed(item("a"), more='text:continue-numbering="true"'), numbered) == ["1."]
    assert marks(listed(item("a"), item("b", more='text:start-value="7"'), item("c")), numbered) == ["1.", "7.", "8."]


def test_a_list_without_a_style_has_that_of_its_first_paragraph() -> None:
    numbered = forms(level(1, "1", 'style:num-suffix="."'))
    own = style("P", family="paragraph", more='style:list-style-name="L"')
    assert marks(listed(item(paragraph("a", "P"), more=""), name=""), numbered + own) == ["1."]
    assert marks(listed(item("a"), name=""), numbered + own) == [""]


def test_a_header_of_a_list_and_an_item_that_holds_a_list_only_have_no_mark() -> None:
    both = forms(level(1, "1", 'style:num-suffix="."') + level(2, "a", 'style:num-suffix=")"'))
    header = f"<text:list-header>{paragraph('Vooraf.')}</text:list-header>"
    assert marks(listed(header, item("a")), both) == ["", "1."]
    assert marks(listed(item(listed(item("a"), name="")), item("b")), both) == ["a)", "2."]


def test_headings_are_counted_by_the_outline() -> None:
    def heading(text: str, rank: int = 1, more: str = "") -> str:
        return f'<text:h text:outline-level="{rank}" {more}>{text}</text:h>'

    def outline(*levels: str) -> str:
        return f"<text:outline-style>{''.join(level.replace('list-level-style-number', 'outline-level-style') for level in levels)}</text:outline-style>"

    counted = outline(level(1, "1"), level(2, "1", 'text:display-levels="2"'))
    body = heading("A") + heading("B", 2) + heading("") + heading("C", 1, 'text:is-list-header="true"') + heading("D") + heading("E", 2)
    assert lines(body, styles=counted) == ["H1 1 | A", "H2 1.1 | B", "H1 | C", "H1 3 | D", "H2 3.1 | E"]
    restarted = (
        heading("A") + heading("B", 1, 'text:restart-numbering="true" text:start-value="5"') + heading("C", 1, 'text:start-value="9"')
    )
    assert lines(restarted, styles=counted) == ["H1 1 | A", "H1 5 | B", "H1 6 | C"]
    assert lines('<text:h>A</text:h><text:h text:outline-level="">B</text:h>', styles=counted) == ["H1 1 | A", "H1 2 | B"]
    assert lines(heading("A", 11) + heading("B"), styles=counted)[1] == "H1 1 | B"
    assert lines(listed(item(heading("A"))), styles=counted + forms(level(1, "I", 'style:num-suffix="."'))) == ["H1 I | A"]


def test_lists_may_lie_in_one_another_deeper_than_the_standard_has_levels() -> None:
    body = listed(item("a"))
    for _ in range(12):
        body = listed(item("b", body), name="")
    assert [block.text for block in read(body, styles=forms(level(13, "1", 'style:num-suffix="."'))).blocks] == ["b"] * 12 + ["a"]
