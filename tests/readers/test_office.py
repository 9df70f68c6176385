"""Word and OpenDocument: what their markup counts, hides, changes and sets apart."""

from __future__ import annotations

from typing import Final

from generator.model import Document
from generator.readers import ledger
from tests.office import docx, odt, zipped
from tests.readers.test_marked import read_marked, spelled

_SENTENCE: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden verbouwd."


_DOT: Final = "\uf0b7"
_WIDE: Final = '<w:gridSpan w:val="2"/>'
_TALL: Final = '<w:vMerge w:val="restart"/>'


def _p(text: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _listed(text: str, number: int, depth: int = 0) -> str:
    return _p(text, more=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def _level(depth: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


_NUMBERING: Final = (
    f'<w:abstractNum w:abstractNumId="0">{_level(0, "decimal", "%1.")}{_level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{_level(0, "bullet", _DOT)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{_level(0, "decimal", "%1")}{_level(1, "decimal", "%1.%2")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
_STYLES: Final = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Vet"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>'
)


def _read(name: str, raw: bytes) -> Document:
    document = read_marked(name, raw)
    assert ledger.check(document) == ()
    return document


def test_word_counts_numbers_of_headings_and_lists_and_starts_anew_where_told() -> None:
    body = (
        _p("Inleiding", "Kop1"), _p(_SENTENCE), _p("Kades", "Kop2"), _listed("meten", 1), _listed("de diepte;", 1, 1), _listed("de breedte;", 1, 1),
        _listed("bouwen", 1), _p("Sluizen", "Kop2"), _listed("openen", 4), _listed("een punt", 2),
    )  # fmt: skip
    assert spelled(_read("x.docx", docx("".join(body), styles=_STYLES, numbering=_NUMBERING))).splitlines() == [
        "H1 1 | Inleiding",
        f"P | {_SENTENCE}",
        "H2 1.1 | Kades",
        "I1 numbered 1. | meten",
        "I2 lettered a) | de diepte;",
        "I2 lettered b) | de breedte;",
        "I1 numbered 2. | bouwen",
        "H2 1.2 | Sluizen",
        "I1 numbered 1. | openen",
        "I2 bullet • | een punt",
    ]


def test_changes_are_taken_as_accepted_and_comments_and_hidden_text_are_left_out() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">De kade is </w:t></w:r><w:del><w:r><w:delText>oud</w:delText></w:r></w:del><w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>'
        '<w:moveFrom><w:r><w:t>hier</w:t></w:r></w:moveFrom><w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve"> en open</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    )
    raw = docx(body, comments='<w:comment w:id="0"><w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment>')
    assert spelled(_read("x.docx", raw)) == "P | De kade is nieuw en open."


def test_fields_show_what_they_came_to_and_a_table_of_contents_is_set_aside() -> None:
    body = (
        _p("Inleiding 1", "Inhopg1")
        + _p("Inleiding", "Vet")
        + '<w:p><w:r><w:t xml:space="preserve">Zie deel </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2.1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> over de kades en de sluizen.</w:t></w:r></w:p>'
    )
    assert spelled(_read("x.docx", docx(body, styles=_STYLES))).splitlines() == [
        "H1 | Inleiding",
        "P | Zie deel 2.1 over de kades en de sluizen.",
        "X navigation | Inleiding 1",
    ]


def test_notes_of_both_kinds_and_a_note_pointed_at_twice() -> None:
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    note = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> PB L 12.</w:t></w:r></w:p><w:p><w:r><w:t>Zie ook blz. 5.</w:t></w:r></w:p></w:footnote>'
    end = '<w:endnote w:id="1"><w:p><w:r><w:t>Slot.</w:t></w:r></w:p></w:endnote>'
    body = f"<w:p><w:r><w:t>Een haven</w:t></w:r>{mark('footnote', 2)}<w:r><w:t xml:space='preserve'> heeft een kade</w:t></w:r>{mark('endnote', 1)}<w:r><w:t>.</w:t></w:r>{mark('footnote', 2)}</w:p>"
    assert spelled(_read("x.docx", docx(body, footnotes=note, endnotes=end))).splitlines() == [
        "P | Een haven{1} heeft een kade{2}.{1}",
        "N 1 | PB L 12. Zie ook blz. 5.",
        "N 2 | Slot.",
    ]


def test_cells_merged_in_word_are_one_and_a_text_box_comes_after_its_paragraph() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{_p(text)}</w:tc>"

    table = (
        f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Land')}{cell('Plaatsen', _WIDE)}</w:tr>"
        f"<w:tr>{cell('België', _TALL)}{cell('oud')}{cell('490')}</w:tr><w:tr>{cell('', '<w:vMerge/>')}{cell('nieuw')}{cell('12')}</w:tr></w:tbl>"
    )
    box = f'<w:p><w:r><w:t xml:space="preserve">De kade </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{_p("Kader over sluizen.")}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{_p("Kader over sluizen.")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>is dicht.</w:t></w:r></w:p>'
    document = _read("x.docx", docx(table + box))
    assert spelled(document).splitlines() == [
        "T1 | Land | Plaatsen",
        "T | België | oud | 490",
        "T | nieuw | 12",
        "P | De kade is dicht.",
        "P | Kader over sluizen.",
    ]
    assert [(cell.across, cell.down) for row in document.blocks[0].rows for cell in row] == [
        (1, 1),
        (2, 1),
        (1, 2),
        (1, 1),
        (1, 1),
        (1, 1),
        (1, 1),
    ]


def test_heads_and_feet_of_word_pages_are_set_aside() -> None:
    raw = docx(_p(_SENTENCE), header1=_p("Ontwerp"), footer1=_p("NL 3 NL"), footer2=_p("NL 3 NL"))
    assert spelled(_read("x.docx", raw)).splitlines() == [f"P | {_SENTENCE}", "X navigation | NL 3 NL", "X navigation | Ontwerp"]


def test_opendocument_counts_its_lists_and_headings_and_accepts_changes() -> None:
    styles = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>'
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/>'
        '<text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>'
    )
    automatic = '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:h text:outline-level="1">Inleiding</text:h><text:p>Een<text:s text:c="2"/>haven<office:annotation><text:p>Hoezo?</text:p></office:annotation> groeit'
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation text:label="*">*</text:note-citation><text:note-body><text:p>Soms.</text:p></text:note-body></text:note>.</text:p>'
        '<text:list text:style-name="L"><text:list-item><text:p>meten</text:p><text:list><text:list-item><text:p>diep</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>bouwen</text:p></text:list-item></text:list>'
        '<text:p><text:span text:style-name="T1">Kades en sluizen</text:span></text:p><text:p>De kades zijn van steen.</text:p>'
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>openen</text:p></text:list-item></text:list>'
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Plaatsen</text:p></table:table-cell><table:covered-table-cell/></table:table-row>'
        "<table:table-row><table:table-cell><text:p>oud</text:p></table:table-cell><table:table-cell><text:p>490</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert spelled(_read("x.odt", odt(body, automatic, styles))).splitlines() == [
        "H1 I | Inleiding",
        "P | Een haven groeit{1}.",
        "I1 numbered 1) | meten",
        "I2 bullet – | diep",
        "I1 numbered 2) | bouwen",
        "H2 | Kades en sluizen",
        "P | De kades zijn van steen.",
        "I1 numbered 3) | openen",
        "T | Plaatsen",
        "T | oud | 490",
        "N 1 | Soms.",
    ]


def test_an_item_outside_any_list_is_read_as_it_stands() -> None:
    body = "<text:list-item><text:p>meten</text:p></text:list-item><text:p>De haven groeit.</text:p>"
    assert spelled(_read("x.odt", odt(body))).splitlines() == ["P | meten", "P | De haven groeit."]


def test_files_of_a_publication_are_one_document_in_the_order_of_its_cover() -> None:
    def act(root: str, inside: str) -> str:
        return f"<{root}><BIB.INSTANCE><LG.DOC>NL</LG.DOC></BIB.INSTANCE>{inside}</{root}>"

    note = '<NOTE NOTE.ID="E0001"><P>{}</P></NOTE>'
    members = {
        "L_1.doc.xml": '<DOC><FMX><DOC.MAIN.PUB><REF.PHYS FILE="L_2.xml"/></DOC.MAIN.PUB><DOC.SUB.PUB><REF.PHYS FILE="L_1.xml"/></DOC.SUB.PUB></FMX></DOC>',
        "L_1.xml": act(
            "ANNEX", f"<TITLE><TI><P>BIJLAGE</P></TI></TITLE><CONTENTS><P>Een kade{note.format('Van steen.')} is een muur.</P></CONTENTS>"
        ),
        "L_2.xml": act(
            "ACT",
            f"<TITLE><TI><P>Verordening over havens</P></TI></TITLE><PREAMBLE><GR.VISA><VISA>Gezien het Verdrag{note.format('PB C 1.')},</VISA></GR.VISA></PREAMBLE>",
        ),
    }
    document = _read("x.zip", zipped(members))
    assert document.source.format == "formex"
    assert spelled(document).splitlines() == [
        "H1 | Verordening over havens",
        "P {citation} | Gezien het Verdrag{1},",
        "H1 {annex} | BIJLAGE",
        "P | Een kade{2} is een muur.",
        "N 1 | PB C 1.",
        "N 2 | Van steen.",
    ]


def test_headings_that_are_only_bold_and_numbers_that_were_typed() -> None:
    body = (
        _p("EUROPESE COMMISSIE") + _p("Brussel, 3.3.2031") + _p("COM(2031) 12 final")
        + _p("VERSLAG OVER DE HAVENS", "Vet") + _p("1. Inleiding", "Vet") + _p(_SENTENCE)
        + _p("(a)&#9;meten;").replace("&#9;", "</w:t><w:tab/><w:t>") + _p("(b) bouwen.") + _p("1.1. Kades", "Vet") + _p(_SENTENCE)
        + _p("Let op: dit is een vette zin die als gewone alinea bedoeld is.", "Vet")
    )  # fmt: skip
    assert spelled(_read("x.docx", docx(body, styles=_STYLES))).splitlines() == [
        "F | EUROPESE COMMISSIE",
        "F | Brussel, 3.3.2031",
        "F | COM(2031) 12 final",
        "H1 | VERSLAG OVER DE HAVENS",
        "H1 1 | Inleiding",
        f"P | {_SENTENCE}",
        "I1 lettered (a) | meten;",
        "I1 lettered (b) | bouwen.",
        "H2 1.1 | Kades",
        f"P | {_SENTENCE}",
        "P | Let op: dit is een vette zin die als gewone alinea bedoeld is.",
    ]
