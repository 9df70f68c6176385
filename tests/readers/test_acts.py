"""Acts in Formex and Akoma Ntoso: what each element does, and which facts their headers state."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Document, Seed
from generator.readers import ledger, opened
from tests.office import zipped
from tests.readers.test_marked import read_marked, spelled

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


def read(text: str, name: str = "x.xml") -> Document:
    """The document in an act."""
    document = read_marked(name, text.encode())
    assert ledger.check(document) == ()
    return document


def lines(text: str) -> list[str]:
    """An act in the notation of the case files."""
    return spelled(read(text)).splitlines()


def stressed(text: str) -> list[str]:
    """The words of an act that are set off from the others."""
    return [block.text[start:end] for block in read(text).blocks for start, end in block.emphasis]


def facts(text: str) -> dict[str, str]:
    """What the header of an act states."""
    return dict(opened(Seed("seeds/x.xml", text.encode())).facts)


@pytest.mark.parametrize(
    "root",
    [
        "ACT", "ANNEX", "GENERAL", "CONS.ACT", "CONS.DOC", "CONS.ANNEX", "AGR", "ACT.GEN", "CASE", "CJT", "JUDGMENT", "OPINION", "ORDER",
        "REPORT", "CORR", "DECISION", "LETTER", "PROPOSAL", "SE", "TREATY", "PROT", "DECLAR", "ECR.GENERAL", "OTH.PUB", "DLIST.GENERAL",
        "MEMO", "COMPETITION",
    ],
)  # fmt: skip
def test_formex_is_known_by_its_root(root: str) -> None:
    transcript = opened(Seed("seeds/x", f"<{root}><P>Een haven.</P></{root}>".encode()))
    assert (transcript.format, transcript.text) == ("formex", "Een haven.\n")


def test_formex_is_known_by_its_schema() -> None:
    named = '<NIEUW xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://x/formex-06.xd"><P>Een haven.</P></NIEUW>'
    assert opened(Seed("seeds/x.xml", named.encode())).format == "formex"


@pytest.mark.parametrize(
    "name",
    [
        "BIB.INSTANCE", "BIB.DATA", "BIB.APPEND", "BIB.OJ", "INFO.CONSLEG", "INFO.PROD", "FAM.COMP", "FORMULA.IMG", "INCL.ELEMENT", "IE",
        "PROLOG.BIB", "GR.MOD.ACT", "BIB.CONSLEG", "BIB.INSTANCE.CONS",
    ],
)  # fmt: skip
def test_what_formex_says_of_a_document_is_no_text_of_it(name: str) -> None:
    assert lines(f"<ACT><{name}>weg</{name}><P>Een <{name}>weg</{name}>haven.</P></ACT>") == ["P | Een haven."]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("TERM", ""), ("DEFINITION", ""), ("TXT", ""), ("ALINEA", "paragraph"), ("PARAG", "paragraph"), ("PREAMBLE.INIT", ""),
        ("PREAMBLE.FINAL", ""), ("GR.CONSID.INIT", ""), ("GR.VISA.INIT", ""), ("VISA", "citation"), ("CONSID", "recital"), ("LIST", ""),
        ("ANNEX", ""), ("CONS.ANNEX", ""), ("GR.SEQ", ""), ("DIVISION", ""), ("SUBDIV", ""), ("CONTENTS", ""), ("FINAL", ""),
        ("SIGNATURE", "signature"), ("PL.DATE", "signature"), ("SIGNATORY", "signature"), ("ADDR", ""), ("COMMENT", ""), ("GR.NOTES", ""),
        ("TBL", ""), ("GR.TBL", ""), ("ENACTING.TERMS", "paragraph"), ("ARTICLE", "paragraph"), ("LETTER", ""), ("P", ""), ("NP", ""),
        ("NP.ECR", ""), ("TITLE", ""),
    ],
)  # fmt: skip
def test_blocks_of_formex_part_paragraphs_and_have_a_role(name: str, role: str) -> None:
    found = [(block.text, block.role) for block in read(f"<ACT>De haven.<{name}>De kade.</{name}>Het schip.</ACT>").blocks]
    assert found == [("De haven.", ""), ("De kade.", role), ("Het schip.", "")]


@pytest.mark.parametrize(
    "name", ["PREAMBLE.INIT", "PREAMBLE.FINAL", "GR.CONSID.INIT", "GR.VISA.INIT", "ANNEX", "CONS.ANNEX", "CONTENTS", "FINAL"]
)
def test_what_stands_around_the_provisions_has_no_part_in_their_role(name: str) -> None:
    assert [block.role for block in read(f"<ACT><ENACTING.TERMS>De haven.<{name}>De kade.</{name}></ENACTING.TERMS></ACT>").blocks] == [
        "paragraph",
        "",
    ]


@pytest.mark.parametrize("name", ["TOC", "TOC.BLK", "MARGIN"])
def test_contents_and_margins_of_formex_are_set_aside(name: str) -> None:
    assert lines(f"<ACT><{name}>Inleiding 3</{name}><P>Een haven.</P></ACT>") == ["P | Een haven.", "X navigation | Inleiding 3"]


@pytest.mark.parametrize("name", ["NO.P", "NO.PARAG", "NO.GR.SEQ", "NO.ITEM", "NO.SEQ.ITEM", "NO.POINT", "NO.DLIST", "NO.TBL"])
def test_numbers_of_formex_stand_before_their_text(name: str) -> None:
    assert lines(f"<ACT><{name}>4.</{name}><P>De haven is open.</P></ACT>") == ["I1 numbered 4. | De haven is open."]
    assert lines(f"<ACT><{name}><HT>4.</HT></{name}><P>De haven is open.</P></ACT>") == ["I1 numbered 4. | De haven is open."]
    assert lines(f"<ACT><{name}/><P>De haven is open.</P></ACT>") == ["P | De haven is open."]


@pytest.mark.parametrize("name", ["TI", "STI", "TI.ART", "STI.ART", "TI.CJT", "TI.DOC", "TITLE.ECR", "TI.INFO", "TI.TOC", "TI.CONSLEG"])
def test_titles_of_formex_are_headings(name: str) -> None:
    assert [(block.type, block.text) for block in read(f"<ACT><{name}><P>Over</P><P>havens</P></{name}><P>{_LONG}</P></ACT>").blocks] == [
        ("heading", "Over havens"), ("paragraph", _LONG),
    ]  # fmt: skip


@pytest.mark.parametrize("holder", ["DIVISION", "GR.SEQ", "SUBDIV", "GR.CONSID"])
def test_titles_lie_as_deep_as_what_they_are_titles_of(holder: str) -> None:
    inner = f"<{holder}><TITLE><TI><P>Onder</P></TI><STI><P>Verder</P></STI></TITLE><P>{_LONG}</P></{holder}>"
    body = f"<{holder}><TITLE><TI><P>Boven</P></TI></TITLE>{inner}</{holder}>"
    found = lines(f"<ACT><TITLE><TI><P>Wet</P></TI></TITLE>{body}<TITLE><TI><P>Slot</P></TI></TITLE></ACT>")
    assert found == ["H1 | Wet", "H2 | Boven", "H3 | Onder", "H4 | Verder", f"P | {_LONG}", "H1 | Slot"]


def test_articles_of_formex_lie_below_what_holds_them() -> None:
    article = "<ARTICLE><TI.ART>Artikel 1</TI.ART><STI.ART>Doel</STI.ART><ALINEA>Havens groeien.</ALINEA></ARTICLE>"
    body = f"<ENACTING.TERMS><DIVISION><TITLE><TI><P>Havens</P></TI></TITLE>{article}</DIVISION></ENACTING.TERMS>"
    assert lines(f"<ACT><TITLE><TI><P>Wet</P></TI></TITLE>{body}</ACT>") == [
        "H1 | Wet", "H1 | Havens", "H2 {article} | Artikel 1", "H3 {article} | Doel", "P {paragraph} | Havens groeien.",
    ]  # fmt: skip


def test_the_title_of_an_annex_says_so() -> None:
    assert lines(f"<ACT><ANNEX><TITLE><TI><P>Kaarten</P></TI></TITLE><P>{_LONG}</P></ANNEX></ACT>")[0] == "H1 {annex} | Kaarten"
    assert lines(f"<ANNEX><TITLE><TI><P>Kaarten</P></TI></TITLE><P>{_LONG}</P></ANNEX>")[0] == "H1 {annex} | Kaarten"


def test_words_that_an_amendment_quotes_have_no_headings() -> None:
    quoted = "<QUOT.S><TI.ART>Artikel 7</TI.ART><ALINEA>Een haven.</ALINEA></QUOT.S>"
    assert lines(f"<ACT><ALINEA>Vervangen door:</ALINEA>{quoted}</ACT>") == [
        "P {paragraph} | Vervangen door:", "Q {amendment} | Artikel 7", "Q {amendment} | Een haven.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "marks"),
    [
        ("ARAB", ["1.", "2."]), ("ALPHA", ["A.", "B."]), ("alpha", ["a.", "b."]), ("ROMAN", ["I.", "II."]), ("roman", ["i.", "ii."]),
        ("BULLET", ["•", "•"]), ("DASH", ["—", "—"]), ("", ["—", "—"]),
    ],
)  # fmt: skip
def test_items_without_a_number_have_the_mark_of_their_list(kind: str, marks: list[str]) -> None:
    found = read(f'<ACT><LIST TYPE="{kind}"><ITEM><P>meten</P></ITEM><ITEM><P>bouwen</P></ITEM></LIST></ACT>').blocks
    assert [(block.list.marker if block.list else None, block.text, block.role) for block in found] == [
        (marks[0], "meten", "point"), (marks[1], "bouwen", "point"),
    ]  # fmt: skip


def test_items_lie_as_deep_as_their_lists() -> None:
    inner = "<LIST><ITEM><NP><NO.P>i)</NO.P><TXT>diep</TXT></NP></ITEM></LIST>"
    listed = (
        f"<LIST><ITEM><NP><NO.P>a)</NO.P><TXT>meten</TXT><P>{inner}</P></NP></ITEM><ITEM><NO.ITEM>b)</NO.ITEM><P>bouwen</P></ITEM></LIST>"
    )
    assert lines(f"<ACT>{listed}<NP><NO.P>4.</NO.P><TXT>Los.</TXT></NP></ACT>") == [
        "I1 lettered a) {point} | meten", "I2 lettered i) {point} | diep", "I1 lettered b) {point} | bouwen", "I1 numbered 4. | Los.",
    ]  # fmt: skip
    listed = "<P><LIST><ITEM><NP><NO.P>a)</NO.P><TXT>De kade.</TXT></NP></ITEM></LIST></P>"
    for holder in ("CONSID", "PARAG"):
        assert lines(f"<ACT><{holder}><NP><NO.P>1.</NO.P><TXT>De haven:</TXT>{listed}</NP></{holder}></ACT>")[1].startswith(
            "I2 lettered a)"
        ), holder
    numbered = "<{0}><NP><NO.P>(1)</NO.P><TXT>De haven.</TXT></NP></{0}>"
    for holder in ("CONSID", "PARAG", "DLIST.ITEM"):
        assert lines(f"<ACT><P>Vooraf.</P>{numbered.format(holder)}</ACT>")[1].startswith("I1 numbered (1)"), holder


def test_a_term_and_what_it_means_stand_on_one_line() -> None:
    item = "<DLIST.ITEM><TERM>kade:</TERM><DEFINITION>{}</DEFINITION></DLIST.ITEM>"
    assert lines(f"<ACT><DLIST>{item.format('een muur')}</DLIST></ACT>") == ["P {point} | kade: een muur"]
    for name in ("LIST", "DLIST"):
        inner = f"<P>een muur</P><{name}><ITEM><P>van steen</P></ITEM></{name}>"
        assert lines(f"<ACT><DLIST>{item.format(inner)}</DLIST></ACT>")[:2] == ["P {point} | kade:", "P {point} | een muur"]


@pytest.mark.parametrize(
    ("code", "quote"),
    [
        ("2018", "‘"), ("2019", "’"), ("201A", "‚"), ("201c", "“"), ("201D", "”"), ("201E", "„"), ("00AB", "«"), ("BB", "»"), ("22", '"'),
        ("27", "'"), ("9999", ""), ("", ""),
    ],
)  # fmt: skip
def test_quotation_marks_are_told_by_their_code(code: str, quote: str) -> None:
    for name in ("QUOT.START", "QUOT.END"):
        assert read(f'<ACT><P>De <{name} CODE="{code}"/>haven.</P></ACT>').blocks[0].text == f"De {quote}haven."
    assert read("<ACT><P>De <QUOT.START/>haven.</P></ACT>").blocks[0].text == "De haven."


@pytest.mark.parametrize(("kind", "found"), [("BOLD", ["open"]), ("ITALIC", ["open"]), ("BOLD ITALIC", ["open"]), ("UC", []), ("", [])])
def test_words_are_set_off_in_formex(kind: str, found: list[str]) -> None:
    assert stressed(f'<ACT><P>De haven is <HT TYPE="{kind}">open</HT>.</P></ACT>') == found
    assert lines("<ACT><P>De haven is <HT>open</HT>.</P></ACT>") == ["P | De haven is open."]


def test_a_table_of_formex_has_a_title_heads_and_cells_that_reach_over_others() -> None:
    rows = (
        '<ROW TYPE="HEADER"><CELL>Land</CELL><CELL COLSPAN="2">Kades</CELL></ROW><ROW><CELL TYPE="HEADER">Malta</CELL><CELL ROWSPAN="2">4</CELL><CELL COLSPAN="x">5</CELL></ROW>'
        '<TI.BLK><P>Zuid</P></TI.BLK><STI.BLK><P>Oost</P></STI.BLK><ROW><CELL COLSPAN="0">Cyprus</CELL><CELL>6</CELL><CELL>7</CELL></ROW>'
    )
    for name in ("TBL", "GR.TBL"):
        holder = f'<{name}><TITLE><TI><P>Plaatsen</P></TI></TITLE><TBL COLS="3"><CORPUS>{rows}</CORPUS></TBL></{name}>'
        table = read(f"<ACT>{holder}</ACT>").blocks[-1]
        assert (table.header_rows, table.caption and table.caption.text) == (1, "Plaatsen")
        assert [[(cell.text, cell.across, cell.down) for cell in row] for row in table.rows] == [
            [("Land", 1, 1), ("Kades", 2, 1)], [("Malta", 1, 1), ("4", 1, 2), ("5", 1, 1)], [("Zuid", 3, 1)], [("Oost", 3, 1)],
            [("Cyprus", 1, 1), ("6", 1, 1), ("7", 1, 1)],
        ]  # fmt: skip


def test_notes_of_formex_are_numbered_in_order_and_pointed_at_again() -> None:
    text = '<P>Een haven<NOTE NOTE.ID="E1"><P>Zie a.</P></NOTE> is<NOTE><P>Zie b.</P></NOTE> open<NOTE NOTE.REF="E1"/>.</P>'
    assert lines(f"<ACT>{text}</ACT>") == ["P | Een haven{1} is{2} open{1}.", "N 1 | Zie a.", "N 2 | Zie b."]
    apart = '<P>Een haven<NOTE NOTE.REF="E1"> </NOTE>.</P><GR.NOTES><NOTE NOTE.ID="E1"><P>Zie a.</P></NOTE></GR.NOTES>'
    assert lines(f"<ACT>{apart}</ACT>") == ["P | Een haven{1}.", "N 1 | Zie a."]
    assert lines('<ACT><P>Een haven<NOTE NOTE.REF="E1"><P>Zie a.</P></NOTE>.</P></ACT>') == ["P | Een haven{1}.", "N 1 | Zie a."]


@pytest.mark.parametrize(
    ("given", "mark"),
    [
        ('ID="O002001M003000"', "►M3"), ('X="1" ID="M012"', "►M12"), ('ID="B"', "►B"), ('ID="A001"', "►A1"), ('ID="C002"', "►C2"),
        ('ID="X"', None), ("", None), ('NOID="M001"', None),
    ],
)  # fmt: skip
def test_a_passage_that_another_act_brought_in_is_marked(given: str, mark: str | None) -> None:
    found = lines(f"<ACT><P>De haven <?CLG.MDFO {given}?>is open.</P></ACT>")
    assert found == ["P | De haven is open.", *([f"X change | {mark}"] if mark else [])]
    assert lines(f"<ACT><P>De haven <?ANDERS {given}?>is open.</P></ACT>") == ["P | De haven is open."]


_HEADER: Final = "<ACT><BIB.INSTANCE>{}</BIB.INSTANCE><P>Een haven.</P></ACT>"
_OJ: Final = "<DOCUMENT.REF><COLL>L</COLL><NO.OJ>012</NO.OJ><YEAR>2031</YEAR></DOCUMENT.REF>"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("<LG.DOC>NL</LG.DOC>", {"language": "nl"}),
        ("<LG.OJ>FR</LG.OJ>", {"language": "fr"}),
        ("<LG.OJ>FR</LG.OJ><LG.DOC>NL</LG.DOC>", {"language": "nl"}),
        ('<DATE>x</DATE><DATE ISO="20310303">x</DATE>', {"date": "2031-03-03"}),
        ('<DATE ISO="2031">x</DATE>', {}),
        (_OJ, {"oj": "L 12, 2031"}),
        (_OJ.replace("<COLL>L</COLL>", ""), {}),
        (_OJ.replace("<NO.OJ>012</NO.OJ>", ""), {}),
        ("<NO.CELEX>32031R0012</NO.CELEX>", {"celex": "32031R0012"}),
        ("<CELEX> 32031R0012 </CELEX>", {"celex": "32031R0012"}),
        ("<NO.DOC><NO.CURRENT>903</NO.CURRENT><YEAR>2031</YEAR></NO.DOC>", {"number": "2031/903"}),
        ('<NO.DOC FORMAT="YN"><NO.CURRENT>903</NO.CURRENT><YEAR>2031</YEAR></NO.DOC>', {"number": "2031/903"}),
        ('<NO.DOC FORMAT="NY"><NO.CURRENT>903</NO.CURRENT><YEAR>2031</YEAR></NO.DOC>', {"number": "903/2031"}),
        ('<NO.DOC TYPE="OJ"><NO.CURRENT>903</NO.CURRENT><YEAR>2031</YEAR><COM>EU</COM></NO.DOC>', {"number": "(EU) 2031/903"}),
        ('<NO.DOC TYPE="OJ"><NO.CURRENT>903</NO.CURRENT><YEAR>2031</YEAR></NO.DOC>', {"number": "2031/903"}),
        ("<NO.DOC><NO.CURRENT>903</NO.CURRENT><YEAR>2031</YEAR><COM>EU</COM></NO.DOC>", {"number": "2031/903"}),
        ("<NO.DOC><NO.CURRENT>903</NO.CURRENT></NO.DOC>", {}),
        ("<NO.DOC><YEAR>2031</YEAR></NO.DOC>", {}),
    ],
)
def test_the_header_of_formex_states_facts(header: str, found: dict[str, str]) -> None:
    assert facts(_HEADER.format(header)) == found


@pytest.mark.parametrize("name", ["INFO.CONSLEG", "BIB.DATA"])
def test_a_header_of_formex_may_have_another_name(name: str) -> None:
    assert facts(_HEADER.replace("BIB.INSTANCE", name).format("<LG.DOC>NL</LG.DOC>")) == {"language": "nl"}
    assert facts("<ACT><P>Een haven van <DATE ISO='20310303'>toen</DATE>.</P></ACT>") == {}


@pytest.mark.parametrize("cover", ["DOC", "PUBLICATION", "VOLUME.PUB", "FMX"])
@pytest.mark.parametrize("reference", ["REF.PHYS", "DOCUMENT.REF"])
def test_the_cover_of_a_publication_says_in_which_order_its_files_are_read(cover: str, reference: str) -> None:
    listed = (
        "".join(f'<{reference} FILE="{name}.xml"/>' for name in "cab") + f'<{reference}/><ANDERS FILE="d.xml"/><{reference} FILE="a.xml"/>'
    )
    members = {f"map/{name}.xml": f"<ACT><P>Haven {name}.</P></ACT>" for name in "deabc"} | {"cover.xml": f"<{cover}>{listed}</{cover}>"}
    document = read_marked("x.zip", zipped(members))
    assert [block.text for block in document.blocks] == [f"Haven {name}." for name in "cabde"]


def akn(body: str, meta: str = "", kind: str = "act") -> str:
    """An act in Akoma Ntoso."""
    return f"<akomaNtoso><{kind}><meta>{meta}</meta>{body}</{kind}></akomaNtoso>"


@pytest.mark.parametrize("name", ["img", "del", "componentRef", "meta"])
def test_what_akoma_ntoso_deleted_or_shows_is_no_text(name: str) -> None:
    assert lines(akn(f"<body><p>Een <{name}>weg</{name}>haven.<!-- weg --><?weg weg?></p></body>")) == ["P | Een haven."]


@pytest.mark.parametrize(
    "name",
    [
        "p", "block", "content", "intro", "wrapUp", "listIntroduction", "listWrapUp", "blockList", "ul", "ol", "longTitle", "formula",
        "citations", "recitals", "body", "mainBody", "preamble", "preface", "coverPage", "blockContainer", "components", "doc", "act",
        "bill", "header", "wrap", "tblock", "speech", "debateSection", "narrative", "interstitial", "foreign", "judgmentBody",
        "amendmentBody", "collectionBody", "administrationOfOath", "answer", "question", "scene", "summary", "questions", "papers",
        "petitions", "rollCall", "other",
        "tome", "book", "volume", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "division", "subdivision", "section",
        "crossHeading", "appendix", "background", "arguments", "decision", "motivation", "introduction", "remedies",
        "paragraph", "subsection", "subparagraph", "list", "clause", "rule", "subrule", "proviso", "transitional", "sublist", "subarticle",
        "alinea", "hcontainer", "container", "conclusions", "attachment", "attachments", "component",
    ],
)  # fmt: skip
def test_blocks_of_akoma_ntoso_part_paragraphs(name: str) -> None:
    found = [block.text for block in read(akn(f"<body>De haven is er.<{name}>De kade is er.</{name}>Het schip is er.</body>")).blocks]
    assert found == ["De haven is er.", "De kade is er.", "Het schip is er."]


@pytest.mark.parametrize("name", ["ref", "span", "date", "docNumber", "term", "u", "ins"])
def test_other_elements_of_akoma_ntoso_are_part_of_the_running_text(name: str) -> None:
    assert lines(akn(f"<body><p>De haven is <{name}>open</{name}>.</p></body>")) == ["P | De haven is open."]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("citation", "citation"), ("article", "paragraph"), ("signature", "signature"), ("signatures", "signature"), ("recital", "recital"),
        ("point", "point"), ("indent", "point"), ("item", "point"), ("subclause", "point"), ("paragraph", ""),
    ],
)  # fmt: skip
def test_provisions_of_akoma_ntoso_have_a_role(name: str, role: str) -> None:
    assert [(block.text, block.role) for block in read(akn(f"<body><{name}><p>{_LONG}</p></{name}></body>")).blocks] == [(_LONG, role)]


@pytest.mark.parametrize("name", ["conclusions", "attachment", "attachments", "component"])
def test_what_stands_beside_the_provisions_has_no_part_in_their_role(name: str) -> None:
    assert [
        block.role for block in read(akn(f"<body><article><p>De haven.</p><{name}><p>De kade.</p></{name}></article></body>")).blocks
    ] == ["paragraph", ""]


@pytest.mark.parametrize("name", ["hcontainer", "container"])
def test_a_container_says_by_its_name_that_it_holds_signatures(name: str) -> None:
    for given, role in (("signatures", "signature"), ("signature", "signature"), ("anders", "")):
        assert read(akn(f'<body><{name} name="{given}"><p>De voorzitter van de raad</p></{name}></body>')).blocks[0].role == role


@pytest.mark.parametrize("name", ["quotedStructure", "embeddedStructure"])
def test_words_of_another_act_have_no_headings(name: str) -> None:
    quoted = f"<{name}><article><num>Artikel 7</num><heading>Doel</heading><p>Een haven.</p></article></{name}>"
    assert lines(akn(f"<body><p>Vervangen door:</p>{quoted}</body>"))[1:] == [
        f"Q {{amendment}} | {text}" for text in ("Artikel 7", "Doel", "Een haven.")
    ]


def test_words_are_set_off_and_lines_end_in_akoma_ntoso() -> None:
    assert stressed(akn("<body><p>De <b>haven</b> is <i>open</i> en <u>groot</u>.</p></body>")) == ["haven", "open"]
    assert lines(akn("<body><p>De haven<br/>is<eol/>open.</p></body>")) == ["P | De haven is open."]
    assert lines(akn("<toc><p>Havens 3</p></toc><body><p>Een haven.</p></body>")) == ["P | Een haven.", "X navigation | Havens 3"]


@pytest.mark.parametrize(
    "name",
    [
        "tome", "book", "volume", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "division", "subdivision", "section",
        "crossHeading", "appendix", "background", "arguments", "decision", "motivation", "introduction", "remedies",
    ],
)  # fmt: skip
def test_parts_of_akoma_ntoso_have_a_title_as_deep_as_they_lie(name: str) -> None:
    inner = f"<{name}><num>Kop 1</num><heading>Onder</heading><subheading>Verder</subheading><p>{_LONG}</p></{name}>"
    body = f"<{name}><num>IV</num><heading>Boven</heading>{inner}</{name}><{name}><num>V.</num><heading>Slot</heading></{name}>"
    assert lines(akn(f"<body>{body}</body>")) == ["H1 IV | Boven", "H2 | Kop 1", "H3 | Onder", "H3 | Verder", f"P | {_LONG}", "H1 V | Slot"]


def test_articles_and_numbers_without_a_title() -> None:
    article = f"<article><num>Artikel 1</num><heading>Doel</heading><paragraph><num>1.</num><content><p>{_LONG}</p></content></paragraph></article>"
    assert lines(akn(f"<body><chapter><num>Hoofdstuk I</num>{article}</chapter></body>")) == [
        "H1 | Hoofdstuk I", "H2 {article} | Artikel 1", "H3 {article} | Doel", f"I1 numbered 1. {{paragraph}} | {_LONG}",
    ]  # fmt: skip
    assert lines(akn(f"<body><section><num>4.</num><p>{_LONG}</p></section></body>"))[0].startswith("H1")
    assert lines(akn(f"<body><hcontainer><num>4.</num><p>{_LONG}</p></hcontainer></body>")) == [f"I1 numbered 4. | {_LONG}"]
    assert lines(akn(f"<body><hcontainer><heading>Havens</heading><p>{_LONG}</p></hcontainer></body>"))[0] == "H1 | Havens"
    assert lines(akn(f"<body><paragraph><heading>over de havens</heading><p>{_LONG}</p></paragraph></body>"))[0] == "P | over de havens"


@pytest.mark.parametrize(
    "name",
    [
        "paragraph",
        "subsection",
        "subparagraph",
        "point",
        "indent",
        "item",
        "list",
        "clause",
        "subclause",
        "rule",
        "subrule",
        "proviso",
        "transitional",
        "recital",
        "sublist",
        "subarticle",
        "alinea",
    ],
)
def test_provisions_with_a_number_lie_in_one_another(name: str) -> None:
    body = f"<{name}><num>1.</num><p>De haven.</p><{name}><num>a)</num><p>De kade.</p></{name}></{name}><{name}><p>Het schip.</p></{name}>"
    found = [block.list and (block.list.marker, block.list.depth) for block in read(akn(f"<body>{body}</body>")).blocks]
    assert found == [("1.", 1), ("a)", 2), None]


def test_lines_of_a_provision_that_have_numbers_are_points() -> None:
    body = "<alinea><num>1.</num><p>De haven.</p><alinea><num>a)</num><p>De kade.</p></alinea></alinea>"
    assert [block.role for block in read(akn(f"<body>{body}</body>")).blocks] == ["", "point"]


def test_its_own_text_comes_before_the_lines_under_a_provision() -> None:
    body = "<alinea><num>1.</num><heading>Kop</heading><alinea><num>a)</num><content><p>De kade.</p></content></alinea><content><p>De haven:</p></content></alinea>"
    assert [block.text for block in read(akn(f"<body>{body}</body>")).blocks][-2:] == ["De haven:", "De kade."]
    other = "<paragraph><num>1.</num><intro><p>De kade.</p></intro><content><p>De haven.</p></content></paragraph>"
    assert [block.text for block in read(akn(f"<body>{other}</body>")).blocks] == ["De kade.", "De haven."]


def test_lists_of_akoma_ntoso_have_bullets_or_numbers() -> None:
    assert lines(akn("<body><ul><li>meten</li></ul><ol><li>graven</li><li>bouwen</li></ol></body>")) == [
        "I1 bullet • | meten", "I1 numbered 1. | graven", "I1 numbered 2. | bouwen",
    ]  # fmt: skip
    assert lines(akn("<body><ul><li>a<ul><li>b</li></ul></li></ul></body>")) == ["I1 bullet • | a", "I2 bullet • | b"]


@pytest.mark.parametrize(
    ("preface", "title"),
    [
        ("<longTitle><p>Wet over</p><p>havens</p></longTitle><docTitle>Havenwet</docTitle>", "H1 | Wet over havens"),
        ("<p>Wet: <docTitle>Havenwet</docTitle></p>", "H1 | Havenwet"),
        ("<p>Wet over de havens</p>", "H1 | Wet over de havens"),
    ],
)  # fmt: skip
def test_the_title_of_an_act_is_its_first_heading(preface: str, title: str) -> None:
    assert title in lines(akn(f"<preface>{preface}</preface><body><p>{_LONG}</p></body>"))


def test_a_title_that_is_spoken_of_is_no_title() -> None:
    for text in (
        "<body><p>De <docTitle>Havenwet</docTitle> geldt, zegt men.</p></body>",
        "<body><longTitle>De Havenwet geldt, zegt men.</longTitle></body>",
    ):
        assert lines(akn(text)) == ["P | De Havenwet geldt, zegt men."]
    for where in ("preamble", "coverPage"):
        assert lines(akn(f"<{where}><docTitle>Havenwet</docTitle></{where}><body><p>{_LONG}</p></body>"))[0] == "H1 | Havenwet"
    assert lines(akn(f"<docTitle>Havenwet van toen geldt, zegt men.</docTitle><body><p>{_LONG}</p></body>"))[0].startswith("P | Havenwet")


@pytest.mark.parametrize("line", ["<p>{}</p>", "<block>{}</block>", "<docTitle>{}</docTitle>"])
def test_the_lines_that_open_an_attachment_are_its_number_and_title(line: str) -> None:
    preface = f"<preface>{line.format('Bijlage I')}{line.format('Kaarten')}</preface>"
    body = f"<longTitle>Wet</longTitle><body><p>{_LONG}</p></body><attachments><attachment><doc>{preface}<mainBody><p>{_LONG}</p></mainBody></doc></attachment></attachments>"
    assert lines(akn(body))[2:4] == ["H1 {annex} | Bijlage I", "H2 {annex} | Kaarten"]
    number = f"<attachment><doc><preface><num>Bijlage</num></preface><mainBody><p>{_LONG}</p></mainBody></doc></attachment>"
    assert any("Bijlage" in found and not found.startswith("I") for found in lines(akn(f"<body><p>{_LONG}</p></body>{number}")))


def test_notes_of_akoma_ntoso_stand_in_the_text_or_apart() -> None:
    inside = '<p>Een haven<authorialNote marker="4"><p>Zie a.</p></authorialNote> is<authorialNote><p>Zie b.</p></authorialNote> open.</p>'
    assert lines(akn(f"<body>{inside}</body>")) == ["P | Een haven{4} is{1} open.", "N 1 | Zie b.", "N 4 | Zie a."]
    for named in ("eId", "id"):
        notes = f'<notes source="#x"><note {named}="n1"><p>Zie a.</p></note></notes>'
        apart = '<p>Een haven<noteRef href="#n1" marker="7"/> is open<noteRef href="#n2"/>.</p>'
        assert lines(akn(f"<body>{apart}</body>", notes)) == ["P | Een haven{7} is open.", "N 7 | Zie a."]
        assert lines(akn(f"<body>{apart.replace(' marker=', ' x=')}</body>", notes))[0] == "P | Een haven{1} is open."


def test_a_table_of_akoma_ntoso_has_a_caption_heads_and_cells_that_reach_over_others() -> None:
    rows = '<tr><th>Land</th><th colspan="2">Kades</th></tr><tr><td rowspan="2">Malta</td><td colspan="0">4</td><td colspan="x">5</td></tr><tr><td>6</td><td>7</td></tr>'
    table = read(akn(f"<body><table><caption>Plaatsen</caption>{rows}</table></body>")).blocks[0]
    assert (table.header_rows, table.caption and table.caption.text) == (1, "Plaatsen")
    assert [[(cell.text, cell.across, cell.down) for cell in row] for row in table.rows] == [
        [("Land", 1, 1), ("Kades", 2, 1)], [("Malta", 1, 2), ("4", 1, 1), ("5", 1, 1)], [("6", 1, 1), ("7", 1, 1)],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("meta", "found"),
    [
        *((f'<FRBRlanguage language="{three}"/>', {"language": two}) for three, two in (pair.split(":") for pair in ["bul:bg", "ces:cs", "cze:cs", "dan:da", "deu:de", "ger:de", "ell:el", "gre:el", "eng:en", "spa:es", "est:et", "fin:fi", "fra:fr", "fre:fr", "gle:ga", "hrv:hr", "hun:hu", "ita:it", "lit:lt", "lav:lv", "mlt:mt", "nld:nl", "dut:nl", "pol:pl", "por:pt", "ron:ro", "rum:ro", "slk:sk", "slo:sk", "slv:sl", "swe:sv", "nor:no", "isl:is", "ice:is", "nl:nl", "NL-be:nl"])),
        ('<FRBRlanguage language=""/>', {}),
        ("<FRBRlanguage/>", {}),
        ('<FRBRdate date="2031-03-03"/><FRBRdate date="2032-01-01"/>', {"date": "2031-03-03"}),
        ('<FRBRdate date="2031"/>', {}),
        ("<FRBRdate/>", {}),
        ('<FRBRalias name="CELEX" value="32031R0012"/>', {"celex": "32031R0012"}),
        ('<FRBRalias name="eli" value="/eli/wet/2031/12"/>', {"eli": "/eli/wet/2031/12"}),
        ('<FRBRalias name="ander" value="x"/>', {}),
        ('<FRBRalias name="eli"/>', {}),
        ('<FRBRalias value="x"/>', {}),
    ],
)  # fmt: skip
def test_the_meta_block_of_akoma_ntoso_states_facts(meta: str, found: dict[str, str]) -> None:
    assert facts(akn("<body><p>Een haven.</p></body>", meta)) == found
    assert facts(akn(f"<preface><p>Een wet</p></preface><body><p>Een haven.{meta}</p></body>")) == {}
