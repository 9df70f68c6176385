"""What the first words, the marks and the looks of a text say of it: items, titles, parts of an act, the head of a document."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest

from generator.model import Lines, Role
from generator.readers.pieces import enumeration, front_matter, lines, numbered_titles, ordinals, roles, shape, signatures, titles
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.outline import classify

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


def marks(text: str) -> list[tuple[str, str, int | None, int]]:
    """What the start of a text may be read as."""
    return [(mark.kind, mark.label, mark.value, mark.length) for mark in enumeration.find_marks(text)]


@pytest.mark.parametrize("glyph", list("•▪▫◦●○■□‣⁃∙·∞►▶▸→⇒➢➤✓✔❖◆◊*+"))
def test_a_glyph_and_a_blank_are_a_bullet(glyph: str) -> None:
    assert marks(f"{glyph}  meten") == [("bullet", glyph, None, 3)]
    assert marks(f"{glyph}meten") == []
    assert enumeration.find_marks(f"{glyph} meten")[0].certain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\uf0b7meten", [("bullet", "\uf0b7", None, 1)]),
        ("- meten", [("bullet", "-", None, 2)]),
        ("– meten", [("bullet", "–", None, 2)]),
        ("— meten", [("bullet", "—", None, 2)]),
        ("-meten", []),
        ("o meten", [("bullet", "o", None, 2)]),
        ("om te meten", []),
        ("(12) meten", [("numbered", "(12)", 12, 5)]),
        ("(1234) meten", [("numbered", "(1234)", 1234, 7)]),
        ("(12345) meten", []),
        ("(b) meten", [("lettered", "(b)", 2, 4)]),
        ("(i) meten", [("lettered", "(i)", 9, 4), ("lettered", "(i)", 1, 4)]),
        ("(iv) meten", [("lettered", "(iv)", 4, 5)]),
        ("(vx) meten", []),
        ("(B) meten", []),
        ("(b)meten", []),
        ("3)meten", [("numbered", "3)", 3, 2)]),
        ("3) meten", [("numbered", "3)", 3, 3)]),
        ("c) meten", [("lettered", "c)", 3, 3), ("lettered", "c)", 100, 3)]),
        ("C) meten", [("lettered", "C)", 3, 3)]),
        ("ii) meten", [("lettered", "ii)", 2, 4)]),
        ("3. meten", [("numbered", "3.", 3, 3)]),
        ("3.meten", []),
        ("b. meten", [("lettered", "b.", 2, 3)]),
        ("v. meten", [("lettered", "v.", 22, 3), ("lettered", "v.", 5, 3)]),
        ("xii. meten", [("lettered", "xii.", 12, 5)]),
        ("B. meten", [("lettered", "B.", 2, 3)]),
        ("B. Meten", []),
        ("BB. meten", [("lettered", "BB.", 28, 4)]),
        ("BC. meten", []),
        ("[7] meten", [("numbered", "[7]", 7, 4)]),
        ("[7]meten", []),
        ("2° meten", [("numbered", "2°", 2, 3)]),
        ("2°meten", [("numbered", "2°", 2, 2)]),
        ("123° meten", []),
        ("meten 1. a)", []),
        ("", []),
    ],
)
def test_a_text_may_start_with_a_mark(text: str, found: list[tuple[str, str, int | None, int]]) -> None:
    assert marks(text) == found


def test_marks_of_one_list_share_a_style() -> None:
    def style(text: str) -> str:
        return enumeration.find_marks(text)[0].style

    for alike in (
        ("a) x", "b) x"),
        ("(1) x", "(2) x"),
        ("1. x", "12. x"),
        ("A. x", "BB. x"),
        ("[1] x", "[2] x"),
        ("1° x", "2° x"),
        ("- x", "- y"),
    ):
        assert style(alike[0]) == style(alike[1]), alike
    others = [
        "a) x",
        "A) x",
        "(a) x",
        "a. x",
        "A. x",
        "1) x",
        "1. x",
        "(1) x",
        "[1] x",
        "1° x",
        "- x",
        "– x",
        "• x",
        "o x",
        "\uf0b7 x",
        "ii) x",
        "(ii) x",
    ]
    assert len({style(text) for text in others}) == len(others)


@pytest.mark.parametrize(
    ("text", "certain"), [("• x", True), ("\uf0b7 x", True), ("- x", False), ("o x", False), ("1. x", False), ("a) x", False)]
)
def test_only_a_glyph_is_certainly_a_mark(text: str, certain: bool) -> None:  # noqa: FBT001 - a column of the table
    assert enumeration.find_marks(text)[0].certain == certain


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("i", 1), ("IV", 4), ("ix", 9), ("xl", 40), ("XLIX", 49), ("xc", 90), ("c", 100), ("xviii", 18), ("LXXXVIII", 88), ("iiii", None), ("vx", None),
        ("ic", None), ("iix", None),
    ],
)  # fmt: skip
def test_letters_that_make_a_roman_numeral_have_its_value(numeral: str, value: int | None) -> None:
    assert enumeration.roman_value(numeral) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 Havens", ("1", "1", (1,), 2)),
        ("1. Havens", ("1.", "1", (1,), 3)),
        ("2.1 Havens", ("2.1", "2.1", (2, 1), 4)),
        ("2.10.3.4. Havens", ("2.10.3.4.", "2.10.3.4", (2, 10, 3, 4), 10)),
        ("2.1.3.4.5 Havens", None),
        ("123 Havens", None),
        ("1. havens", None),
        ("1. “Havens”", ("1.", "1", (1,), 3)),
        ("1. (Havens)", ("1.", "1", (1,), 3)),
        ("1. Élan", ("1.", "1", (1,), 3)),
        ("1.Havens", None),
        ("IV. Havens", ("IV.", "IV", (4,), 4)),
        ("IV) Havens", ("IV)", "IV", (4,), 4)),
        ("IV Havens", ("IV", "IV", (4,), 3)),
        ("I. Havens", ("I.", "I", (1,), 3)),
        ("I Havens", None),
        ("VX. Havens", None),
        ("B. Havens", ("B.", "B", (2,), 3)),
        ("H) Havens", ("H)", "H", (8,), 3)),
        ("B Havens", None),
        ("K. Havens", None),
        ("Havens 1", None),
    ],
)
def test_a_title_may_start_with_a_number(text: str, found: tuple[str, str, tuple[int, ...], int] | None) -> None:
    mark = enumeration.find_heading_mark(text)
    assert (mark and (mark.label, mark.number, mark.path, mark.length)) == found


def test_numbers_of_titles_are_told_apart_by_their_scheme() -> None:
    schemes = [mark.scheme for text in ("1 A", "2.1 A", "II. A", "B. A") if (mark := enumeration.find_heading_mark(text))]
    assert schemes[0] == schemes[1]
    assert len(set(schemes)) == 3
    proven = enumeration.find_heading_mark("V Havens", proven=True)
    assert proven is not None
    assert proven.path == (5,)


def test_rows_count_in_roman_where_three_follow_each_other() -> None:
    rows = ["I Een", "tekst", "II Twee", "III Drie"]
    assert enumeration.counts_in_roman(rows)
    assert not enumeration.counts_in_roman(rows[:-1])
    assert not enumeration.counts_in_roman([row.replace(" ", ". ", 1) for row in rows])
    assert not enumeration.counts_in_roman(rows[::-1])


@pytest.mark.parametrize(
    ("text", "item", "title"),
    [
        ("(12)", True, False), ("(abc)", True, False), ("a)", True, False), ("123)", True, False), ("12.", True, True), ("-", True, False),
        ("•", True, False), ("\uf0b7", True, False), ("2.1", False, True), ("2.1.", False, True), ("IV", False, True), ("IV.", False, True), ("B.", False, True),
        ("B", False, False), ("12", False, True), ("123", False, False), ("haven", False, False), ("(1234)", True, False), ("(12345)", False, False),
    ],
)  # fmt: skip
def test_a_row_may_hold_nothing_but_a_mark(text: str, item: bool, title: bool) -> None:  # noqa: FBT001 - columns of the table
    assert enumeration.is_bare_mark(text) == item
    assert enumeration.is_bare_heading_mark(text) == title


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("12\tDe haven", ("12", 12, 3)), ("12    De haven", ("12", 12, 3)), ("12   De haven", ("12", 12, 3)), ("12  De haven", None), ("12\t„De haven", ("12", 12, 3)),
        ("1234\tDe haven", None), ("12\t34", None), ("x 12\tDe", None),
    ],
)  # fmt: skip
def test_a_number_in_a_column_of_its_own(row: str, found: tuple[str, int, int] | None) -> None:
    mark = enumeration.find_column_mark(row)
    assert (mark and (mark.label, mark.value, mark.length)) == found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Havens en kades", True), ("HAVENS", True), ("havens", False), ("“Havens”", True), ("De haven is open.", False), ("De haven is open:", False),
        ("De haven is open;", False), ("De haven is open,", False), ("De haven is open…", False), ("De haven-", False), ("De haven.”", False),
        ("De haven.12", False), ("Wat is een haven?", True), ("De haven. De kade", False), ("De haven! De kade", False), ("Art. De kade", True),
        ("De haven 12,5 14,3", False), ("De haven 2015", True), ("12 34", False), ("…", False), ("IP/21/2100", False), ("COM(2031)", False), ("Nr. 12/3", True),
        ("(zie deel 2)", False), ("(Zie) deel (2)", True), ("Zie www.example.org/a", False), ("Zie https://example.org", False), ("De", False),
        ("Het", False), ("Deel", True), ("DE", True), ("| Land | Kades |", False), ("Inleiding ..... 3", False), ("Inleiding\t3", False), ("Inleiding   3", False),
        ("Inleiding … 3", False), ("Inleiding . . . 3", False), ("Inleiding 3", True), ("Tabel 3: kades", False), ("Figuur 1. Kades", False),
        ("Publicatieblad van de Europese Unie 3.3.2031", False), ("Publicatieblad van de Europese Unie", True), ("Official Journal of the European Union 12.3.2031", False),
        ("H" * 220, True), ("H" * 221, False), (" ".join(["Haven"] * 30), True), (" ".join(["Haven"] * 31), False),
    ],
)  # fmt: skip
def test_a_title_is_short_and_neither_sentence_nor_row_nor_aside(text: str, title: bool) -> None:  # noqa: FBT001 - a column of the table
    assert titles.is_title(text) == title


@pytest.mark.parametrize(
    ("text", "upper"),
    [
        ("HAVENS", True),
        ("EU-R", False),
        ("HAVENS in EU", True),
        ("Havens", False),
        ("COVID-19 in de EU", False),
        ("1234", False),
        ("ABCD", True),
        ("ABC", False),
    ],
)
def test_a_title_in_capitals(text: str, upper: bool) -> None:  # noqa: FBT001 - a column of the table
    assert titles.is_upper(text) == upper


@pytest.mark.parametrize(
    ("text", "on"), [("Verslag van de", True), ("Verslag over het", True), ("Verslag", False), ("Over DE", False), ("", False)]
)
def test_a_text_that_ends_in_an_article_leads_on(text: str, on: bool) -> None:  # noqa: FBT001 - a column of the table
    assert titles.leads_on(text) == on


@pytest.mark.parametrize(
    ("text", "part", "article", "annex"),
    [
        *((f"{word} 3", False, True, False) for word in ("Artikel", "Article", "Artículo", "Articolo", "Artigo", "Art.")),
        ("ARTIKEL 12 bis.", False, True, False),
        *((f"{word} II", True, False, word in {"BIJLAGE", "ANNEX", "ANNEXE", "ANHANG"}) for word in (
            "BIJLAGE", "ANNEX", "ANNEXE", "ANHANG", "HOOFDSTUK", "CHAPTER", "CHAPITRE", "KAPITEL", "DEEL", "PART", "TITEL", "TITLE", "TITRE", "AFDELING", "SECTION",
        )),
        ("Hoofdstuk 3", True, False, False), ("Bijlage", True, False, True), ("Bijlagen", False, False, False), ("Hoofdstuk 3 Havens", False, False, False),
        ("Artikel 3 Havens en kades", False, False, False), ("Annex: havens", False, False, True), ("ALLEGATO 1", False, False, True), ("ANEXO I", False, False, True),
    ],
)  # fmt: skip
def test_parts_of_an_act_are_named_by_their_number(text: str, part: bool, article: bool, annex: bool) -> None:  # noqa: FBT001 - columns of the table
    assert numbered_titles.is_part_label(text) == part
    assert numbered_titles.is_article(text) == article
    assert numbered_titles.is_numbered_title(text) == (part or article)
    assert numbered_titles.opens_annex(text) == annex


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ten eerste is er een haven.", 1),
        ("TEN TWEEDE: een kade", 2),
        ("Secondly, a port.", 2),
        ("Een haven, ten eerste.", None),
        ("Ten eersten", None),
    ],
)
def test_words_number_a_paragraph(text: str, place: int | None) -> None:
    assert ordinals.rank(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "NOTA", "NOTE", "VERMERK", "NOTAT", "I/A-PUNT", "I/A-PUNTNOTA", "A-PUNT", "VERSLAG", "INGEKOMEN DOCUMENT", "COVER NOTE", "BEGELEIDENDE NOTA", "LIMITE", "PUBLIC",
        "RESTREINT UE/EU RESTRICTED", "EU RESTRICTED", "12345/1/31 REV 1", "12345/31", "12345/31 ADD 1", "JAI 123 COPEN 45", "COM(2031) 12 final", "JOIN (2031) 5",
        "SWD(2031) 3", "SEC(2031) 3", "C(2031) 3 endg.", "COM(2031) 12/2 def.", "3.3.2031", "L 123/45", "C 12 E/3", "NL", "2031/0123 (COD)", "Brussel, 3 maart 2031", "Brussel, den 3 maart 2031",
        "Paris, le 3/3/2031", "(OR. en)", "(OR. fr/en)", "RAAD VAN DE EUROPESE UNIE", "DE RAAD VAN", "COUNCIL OF THE EUROPEAN UNION", "CONSEIL DE L'UNION", "RAT DER UNION",
        "EUROPESE UNIE", "DE EUROPESE UNIE", "EUROPEAN UNION", "UNION EUROPÉENNE", "EUROPÄISCHE UNION", "EUROPESE COMMISSIE", "EUROPEAN COMMISSION", "COMMISSION EUROPÉENNE",
        "EUROPÄISCHE KOMMISSION", "COMMISSIE VAN DE EUROPESE GEMEENSCHAPPEN", "HOGE VERTEGENWOORDIGER VAN DE UNIE", "HIGH REPRESENTATIVE", "EUROPEES PARLEMENT", "EUROPEAN PARLIAMENT",
        "PARLEMENT EUROPÉEN", "EUROPÄISCHES PARLAMENT", "Interinstitutioneel dossier: 2031/0123", "Interinstitutional File", "Dossier interinstitutionnel", "Interinstitutionelles Dossier",
        "MEDEDELING VAN DE COMMISSIE", "GEZAMENLIJKE MEDEDELING", "COMMUNICATION FROM", "JOINT COMMUNICATION", "MITTEILUNG DER", "GEMEINSAME MITTEILUNG", "DISCUSSIENOTA", "WERKDOCUMENT VAN",
        "COMMISSION STAFF WORKING DOCUMENT", "discussienota", "Discussion paper", "Document de réflexion", "Diskussionspapier", "Non-paper", "nonpaper",
        "van: de Raad", "Betreft: havens", "VAN : de Raad", "Nr. vorig doc. 12/31", "Europese Commissie - Persbericht", "Europese Commissie | Persbericht",
    ],
)  # fmt: skip
def test_a_line_of_the_head_of_a_document(text: str) -> None:
    assert front_matter.is_front_matter(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nota bij de havens",
        "COM(2031)",
        "3.3.31",
        "NLD",
        "Brussel",
        "de Raad van toezicht",
        "van de Raad",
        "onbekend: havens",
        "Europese Commissie en havens",
        "havens - kades",
    ],
)
def test_a_line_that_is_none_of_the_head_of_a_document(text: str) -> None:
    assert not front_matter.is_front_matter(text)


@pytest.mark.parametrize(
    ("text", "ends", "lower"),
    [
        ("De haven.", True, False), ("De haven:", True, False), ("De haven!", True, False), ("De haven?”", True, False), ("De haven.)", True, False), ("De haven.12", True, False),
        ("De haven.1234", False, False), ("De haven,", False, False), ("de haven; ", True, True), ("“de haven", False, True), ("(de haven)", False, True), ("- de haven", False, False),
        ("3 havens", False, False), ("\t„de", False, True), ("", False, False),
    ],
)  # fmt: skip
def test_how_a_sentence_starts_and_ends(text: str, ends: bool, lower: bool) -> None:  # noqa: FBT001 - columns of the table
    assert shape.ends_sentence(text) == ends
    assert shape.starts_lower(text) == lower


def test_lines_know_their_place_and_the_gap_above_them() -> None:
    found = lines.content_lines("a\n  b \n\n \n" + " " * 40 + "\nc\r\n\fd\re")
    assert [(line.number, line.start, line.text, line.content, line.indent, line.tail) for line in found] == [
        (1, 0, "a", "a", 0, 0), (2, 2, "  b ", "b", 2, 1), (6, 51, "c", "c", 0, 0), (7, 55, "d", "d", 0, 0), (8, 57, "e", "e", 0, 0),
    ]  # fmt: skip
    assert [(gap.empty, gap.blank, gap.rule, gap.page_break, gap.size) for gap in (line.gap for line in found)] == [
        (0, 0, 0, False, 0), (0, 0, 0, False, 0), (1, 1, 1, False, 3), (0, 0, 0, True, 0), (0, 0, 0, False, 0),
    ]  # fmt: skip
    assert [line.span for line in found][:2] == [(0, 1), (4, 5)]
    assert lines.has_form_feeds(found)
    assert not lines.has_form_feeds(found[:3])


def paragraph(text: str, **more: object) -> Draft:
    """A piece of text on a line of its own."""
    return Draft((((0, len(text)),),), text, Lines(1, 1), **more)  # type: ignore[arg-type] # the fields of a draft


def item(label: str, text: str) -> Draft:
    """A piece of text behind a mark."""
    return paragraph(text, label=label, label_span=(0, len(label)), mark=enumeration.find_marks(f"{label} {text}")[0])


def kinds(*drafts: Draft) -> list[str]:
    """What pieces of text are, with the level of headings and the depth of items."""
    return [f"{draft.kind[0].upper()}{draft.level or draft.depth or ''}" for draft in classify(drafts)]


def roles_of(*drafts: Draft) -> list[Role]:
    """What parts of an act are for."""
    return [draft.role for draft in roles.with_roles(drafts)]


def test_the_parts_of_an_act_have_roles_by_their_openings_and_place() -> None:
    def heading(text: str) -> Draft:
        return paragraph(text, kind="heading")

    def listed(label: str, text: str, depth: int = 1) -> Draft:
        return paragraph(text, kind="list_item", label=label, depth=depth)

    act = [
        (heading("VERORDENING"), ""), (paragraph("DE RAAD,"), ""), (paragraph("Gezien het Verdrag,"), "citation"), (paragraph("Gelet op het advies,"), "citation"),
        (paragraph("Overwegende hetgeen volgt:"), ""), (listed("(1)", "Havens groeien."), "recital"), (listed("a)", "zeehavens;"), ""), (paragraph("Dat is veel."), "recital"),
        (paragraph("HEEFT VASTGESTELD:"), ""), (heading("Artikel 1"), "article"), (heading("Doel"), "article"), (listed("1.", "Havens melden:"), "paragraph"),
        (listed("a)", "kades;", 2), "point"), (listed("(1)", "sluizen."), "point"), (paragraph("Zij doen dat."), "paragraph"), (heading("HOOFDSTUK II"), ""), (paragraph("Tekst."), ""),
        (heading("Artikel 2: slot"), "article"), (heading("Nog iets"), ""), (heading("Artikel 3"), "article"), (paragraph("Zij gaan."), "paragraph"), (paragraph("Gedaan te Brussel, 3 maart 2031."), "signature"), (paragraph("De voorzitter"), "signature"),
        (paragraph(_LONG + _LONG), ""), (heading("Verklaring"), ""), (paragraph("Gedaan te Brussel, 3 maart 2031."), ""), (heading("BIJLAGE I"), "annex"), (paragraph("Een lijst."), ""),
    ]  # fmt: skip
    assert roles_of(*(draft for draft, _ in act)) == [role for _, role in act]


@pytest.mark.parametrize("label", ["1.", "12", "3a.", "§ 4", "§4.", "IV. —", "IV.-"])
def test_paragraphs_of_an_article_are_told_by_their_number(label: str) -> None:
    article = paragraph("Artikel 1", kind="heading")
    assert roles_of(article, paragraph(_LONG, kind="list_item", label=label)) == ["article", "paragraph"]
    assert roles_of(article, paragraph(_LONG, kind="list_item", label=label, depth=2)) == ["article", "point"]


def test_only_acts_have_roles() -> None:
    citation, recital, text = paragraph("Gezien het Verdrag,"), paragraph("Overwegende dat havens groeien,"), paragraph(_LONG)
    assert roles_of(citation, text) == ["", ""]
    assert roles_of(recital, text) == ["", ""]
    assert roles_of(citation, recital, text) == ["citation", "recital", ""]
    assert roles_of(citation, paragraph("Overwegende dat havens groeien,", kind="list_item", label="(1)")) == ["", ""]
    assert roles_of(citation, paragraph(_LONG, role="point")) == ["citation", "point"]
    quoted = [
        paragraph("Artikel 7", kind="heading", role="amendment"),
        paragraph(_LONG, kind="quote"),
        paragraph("NOTA", kind="front_matter"),
    ]
    assert roles_of(paragraph("Artikel 1", kind="heading"), *quoted, paragraph(_LONG)) == ["article", "amendment", "", "", "paragraph"]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        *((f"{word} 3", f"{word} 3") for word in ("Artikel", "Article", "Artículo", "Articolo", "Artigo", "Artykuł", "Článek", "Articolul", "Член", "Άρθρο", "Art.")),
        ("Artikel 3: doel", "Artikel 3"), ("Artikel 3 – doel", "Artikel 3"), ("Artikel 3 bis", "Artikel 3 bis"), ("ARTIKEL IV", "ARTIKEL IV"), ("Article premier", "Article premier"),
        ("Article 1er", "Article 1er"), ("Artículo único", "Artículo único"), ("Artikel 3, lid 2", ""), ("Artikel 2.1", "Artikel 2.1"), ("Zie artikel 3", ""), ("Artikelen 3", ""),
        ("Artikel 3 (doel)", "Artikel 3"), ("Artikel 3.", "Artikel 3."),
    ],
)  # fmt: skip
def test_a_heading_may_start_with_the_number_of_an_article(heading: str, number: str) -> None:
    assert roles.article_number(heading) == number


@pytest.mark.parametrize(
    "word", ["BIJLAGE", "ANNEX", "ANNEXE", "ANHANG", "ANLAGE", "ALLEGATO", "ANEXO", "BILAG", "BILAGA", "ZAŁĄCZNIK", "PŘÍLOHA", "ANEXA"]
)
def test_an_annex_is_known_in_many_languages(word: str) -> None:
    for text in (f"{word} I", word.title(), f"{word} 2b over havens"):
        assert roles.ANNEX.match(text), text
    assert not roles.ANNEX.match(f"{word}X1")


def test_a_document_starts_with_a_block_of_its_own() -> None:
    assert kinds(paragraph("NOTA"), paragraph("van: de Raad"), paragraph("Verslag over de havens"), paragraph(_LONG)) == [
        "F",
        "F",
        "H1",
        "P",
    ]
    assert kinds(paragraph("NOTA"), paragraph("Verslag over de havens"), paragraph(_LONG)) == ["H1", "H2", "P"]
    assert kinds(paragraph("IP/31/1200"), paragraph("Verslag over de havens"), paragraph(_LONG)) == ["F", "H1", "P"]
    assert kinds(paragraph("NOTA"), item("1.", "de Raad"), paragraph("3.3.2031"), item("–", "de havens"), paragraph(_LONG)) == [
        "F",
        "F",
        "F",
        "F",
        "P",
    ]
    assert kinds(paragraph("NOTA"), paragraph("Verslag over de havens van het land"), paragraph("3.3.2031"), paragraph(_LONG)) == [
        "F",
        "H1",
        "F",
        "P",
    ]
    assert kinds(paragraph("NOTA"), paragraph("Verslag over havens", marked_title=True), paragraph("3.3.2031"), paragraph(_LONG)) == [
        "F",
        "H1",
        "F",
        "P",
    ]
    assert kinds(paragraph(_LONG), paragraph("NOTA"), paragraph("3.3.2031"), paragraph(_LONG))[0] == "P"


def test_a_quotation_stands_between_marks_and_its_speaker_below_it() -> None:
    quote = paragraph("“De havens van het land zijn sterk gegroeid”, ".strip().rstrip(","))
    assert kinds(quote, paragraph("Jan Jansen, minister van Havens"), paragraph(_LONG)) == ["Q", "Q", "P"]
    assert kinds(quote, paragraph(_LONG), paragraph(_LONG)) == ["Q", "P", "P"]
    assert kinds(quote, paragraph("HAVENS EN KADES"), paragraph(_LONG)) == ["Q", "H1", "P"]
    assert kinds(quote, paragraph("Jansen " * 23), paragraph(_LONG))[1] == "H1"
    assert kinds(quote, paragraph(("Jansen " * 23).strip()), paragraph(_LONG))[1] == "Q"
    assert kinds(paragraph("“De havens van het land” zijn “sterk gegroeid, zegt men”"), paragraph(_LONG)) == ["H1", "P"]
    assert kinds(paragraph("“Havens”"), paragraph(_LONG)) == ["H1", "P"]
    assert kinds(item("–", "“De havens van het land zijn sterk gegroeid”"), paragraph(_LONG)) == ["L1", "P"]


def test_a_short_line_above_a_text_is_a_heading_and_what_goes_on_is_none() -> None:
    assert kinds(paragraph("Havens"), paragraph(_LONG)) == ["H1", "P"]
    assert kinds(paragraph(_LONG), paragraph("Havens")) == ["P", "P"]
    assert kinds(paragraph("Havens"), paragraph("en kades groeien elk jaar.")) == ["P", "P"]
    assert kinds(paragraph("Verslag over de"), paragraph(_LONG)) == ["P", "P"]
    assert kinds(paragraph("Havens", marked_title=False), paragraph(_LONG)) == ["P", "P"]
    assert kinds(paragraph(_LONG, marked_title=True), paragraph(_LONG)) == ["H1", "P"]
    assert kinds(paragraph("Artikel 3"), paragraph("Doel en werking"), paragraph(_LONG)) == ["H1", "H2", "P"]
    assert kinds(paragraph("Havens"), paragraph("Kades " * 25), paragraph(_LONG)) == ["H1", "H1", "P"]
    assert kinds(paragraph("Havens"), paragraph("Kades " * 26), paragraph(_LONG)) == ["H1", "P", "P"]
    assert kinds(paragraph("Kernmaatregelen:"), item("–", "Havens bouwen.")) == ["H1", "L1"]
    assert kinds(paragraph("Kernmaatregelen:"), item("–", "havens bouwen.")) == ["P", "L1"]
    assert kinds(paragraph("Wij willen dat"), item("–", "havens groeien.")) == ["P", "L1"]
    assert kinds(paragraph("3 maart 2031"), paragraph("Havens")) == ["P", "P"]
    assert kinds(paragraph("3 maart 2031"), paragraph(_LONG)) == ["H1", "P"]


def numbered(text: str) -> Draft:
    """A piece of text with the number of a title before it."""
    mark = enumeration.find_heading_mark(text)
    assert mark is not None
    return paragraph(text[mark.length :], label=mark.label, label_span=(0, len(mark.label)), title=mark)


def test_numbers_tell_how_deep_headings_lie() -> None:
    texts = ("1. Havens", "1.1 Kades", "1.1.1 Muren", "2. Sluizen")
    assert kinds(*(part for text in texts for part in (numbered(text), paragraph(_LONG))))[::2] == ["H1", "H2", "H3", "H1"]
    mixed = ("I. Havens", "A. Kades", "1. Muren", "II. Sluizen")
    assert kinds(*(part for text in mixed for part in (numbered(text), paragraph(_LONG))))[::2] == ["H1", "H2", "H3", "H1"]
    assert (
        kinds(numbered("1. Havens"), paragraph(_LONG), paragraph("Kades"), paragraph(_LONG), numbered("2. Sluizen"), paragraph(_LONG))[2]
        == "H2"
    )
    assert kinds(paragraph("HAVENS"), paragraph(_LONG), paragraph("Kades"), paragraph(_LONG), paragraph("SLUIZEN"), paragraph(_LONG))[
        ::2
    ] == ["H1", "H2", "H1"]
    assert kinds(numbered("1. Havens groeien, zegt men."), paragraph(_LONG))[0] == "L1"


def test_chapters_articles_and_annexes_tell_how_deep_headings_lie() -> None:
    act = ("Wet", "HOOFDSTUK I", "Artikel 1", "Doel", "Artikel 2", "HOOFDSTUK II", "Artikel 3", "BIJLAGE", "Lijst", "Slot")
    drafts = [paragraph(text, marked_title=True) for text in act]
    levels = [draft.level for draft in classify([part for draft in drafts for part in _with_text(draft)]) if draft.kind == "heading"]
    assert levels == [1, 1, 2, 3, 2, 1, 2, 1, 2, 2]


def _with_text(draft: Draft) -> tuple[Draft, ...]:
    """A heading and a text below it, where its title is not on the next line."""
    return (draft,) if draft.text in {"HOOFDSTUK I", "Artikel 1", "BIJLAGE"} else (draft, paragraph(_LONG))


def test_items_lie_below_the_list_that_was_open_when_their_mark_came() -> None:
    assert kinds(item("1.", "a"), item("a)", "b"), item("–", "c"), item("b)", "d"), item("2.", "e")) == ["L1", "L2", "L3", "L2", "L1"]
    assert kinds(item("1.", "a"), paragraph(_LONG), item("2.", "b")) == ["L1", "P", "L1"]
    assert kinds(item("1.", "a"), item("a)", "b"), paragraph(_LONG), item("b)", "c"), item("2.", "d")) == ["L1", "L2", "P", "L2", "L1"]
    assert kinds(item("a)", "b."), item("1.", "c")) == ["L1", "L1"]
    assert kinds(item("a)", "b;"), item("1.", "c")) == ["L1", "L2"]
    assert kinds(item("–", "meten;"), item("A.", "bouwen")) == ["L1", "L1"]
    assert kinds(item("–", "meten:"), item("A.", "bouwen")) == ["L1", "L2"]


def test_the_lines_of_a_signature_are_no_headings() -> None:
    end = paragraph("De haven is open.")
    assert kinds(
        end, paragraph("Brussel, 3 maart 2031"), paragraph("De voorzitter"), paragraph("J. Jansen"), paragraph("BIJLAGE"), paragraph(_LONG)
    ) == ["P", "P", "P", "P", "H1", "P"]
    assert kinds(end, paragraph("Gedaan te Brussel, 3 maart 2031"), paragraph("De minister"), paragraph("Artikel 1"), paragraph(_LONG)) == [
        "P",
        "P",
        "P",
        "H1",
        "P",
    ]
    assert kinds(paragraph("Havens"), paragraph("Brussel, 3 maart 2031"), paragraph("Kades"), paragraph(_LONG))[2] == "H1"


@pytest.mark.parametrize(
    ("text", "signs"),
    [("A.B. van den Berg", True), ("J. Jansen, minister", True), ("J Jansen", False), ("Jan Jansen", False), ("J. de", False)],
)
def test_initials_and_a_surname_sign(text: str, signs: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(signatures.SIGNATORY.fullmatch(text)) == signs


def test_the_layout_of_a_text_is_found_from_its_lines() -> None:
    wrapped = "\n".join(
        f"De haven van stad {n} is in dat jaar weer verder\ngegroeid en wordt daarom nu ook nog verbouwd." for n in range(8)
    )
    assert shape.detect(lines.content_lines(wrapped)).wrapped
    whole = "\n".join(f"{_LONG} {_LONG} {_LONG}" for _ in range(8))
    assert not shape.detect(lines.content_lines(whole)).wrapped
    spaced = wrapped.replace("\n", "\n\n")
    assert (shape.detect(lines.content_lines(wrapped)).unit, shape.detect(lines.content_lines(spaced)).unit) == (0, 1)
    assert shape.detect(lines.content_lines("\n".join(f"    {line}" for line in wrapped.splitlines()))).margin == 4
    assert shape.detect(()) == shape.Shape(0, 0, wrapped=True, page_indent=False, first_line_indent=False)
    indented = "\n".join(
        f"    De haven van stad {n} is in dat jaar\nweer verder gegroeid en wordt verbouwd,\nzegt de Raad." for n in range(8)
    )
    assert shape.detect(lines.content_lines(indented)).first_line_indent
    assert not shape.detect(lines.content_lines(wrapped)).first_line_indent
    assert all(before.start < after.start for before, after in pairwise(lines.content_lines(indented)))
