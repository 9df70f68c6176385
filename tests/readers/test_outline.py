"""How deep headings and items lie, what captions and rows in columns look like, and where a word may be broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest

from generator.model import BlockType, Element, Lines, OnPages, PageBox, Role
from generator.readers.pieces import enumeration, hyphens, roles, shape, signatures, titles
from generator.readers.pieces.assemble import order
from generator.readers.pieces.depths import with_depths
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.pieces.levels import with_levels
from generator.readers.pieces.lines import content_lines
from generator.readers.pieces.outline import classify

_LONG: Final = "De havens van het land zijn in het afgelopen jaar sterk gegroeid en worden daarom verbouwd."


def draft(text: str, kind: BlockType = "paragraph", **more: object) -> Draft:
    """A piece of text on a line."""
    return Draft((((0, len(text)),),), text, Lines(1, 1), kind, **more)  # type: ignore[arg-type] # the fields of a draft


def levels(*headings: tuple[str, int | None] | str) -> list[int | None]:
    """The levels of headings: a text that may start with a number, with the signs that a notation gives it."""
    drafts = []
    for heading in headings:
        text, signs = (heading, None) if isinstance(heading, str) else heading
        title = enumeration.find_heading_mark(text)
        drafts.append(draft(text[title.length :] if title else text, "heading", title=title, signs=signs))
    return [found.level for found in with_levels(tuple(drafts))]


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ([("Havens", 2), ("Kades", 3), ("Sluizen", 2)], [1, 2, 1]),
        ([("Wet", 1), ("Havens", 2), ("Kades", 3), ("Sluizen", 2)], [1, 1, 2, 1]),
        ([("Wet", 1), ("Havens", 2), ("Slot", 1)], [1, 2, 1]),
        ([("Havens", 2), ("Kades", 4)], [1, 1]),
        ([("Havens", 3), ("Kades", 2)], [1, 1]),
        ([("Havens", 2), ("Kades", 2)], [1, 1]),
        ([("Havens", None), ("Kades", 2), ("Sluizen", 3)], [1, 1, 1]),
        ([("Havens", 1), ("Kades", 2), ("Vet", None), ("Sluizen", 3), ("Vet", None)], [1, 1, 2, 2, 3]),
        ([("1. Havens", 1), ("1.1 Kades", 2), ("2. Sluizen", 1)], [1, 2, 1]),
        ([("1. Havens", 1), ("2. Kades", 2), ("3. Sluizen", 1)], [1, 1, 1]),
        ([("Wet", 1), ("1. Havens", 2), ("1.1 Kades", 3), ("2. Sluizen", 2)], [1, 1, 2, 1]),
        ([("1. Havens", 2), ("1.1 Kades", 2), ("Slot", 1)], [1, 2, 3]),
    ],
)
def test_signs_of_a_notation_tell_levels_where_they_are_of_one_mind(headings: Sequence[tuple[str, int | None]], found: list[int]) -> None:
    assert levels(*headings) == found


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["Havens", "Kades"], [1, 1]),
        (["HAVENS", "Kades", "BOSSEN", "Eiken"], [1, 2, 1, 2]),
        (["HAVENS", "BOSSEN"], [1, 1]),
        (["1. Havens", "Kades", "2. Bossen", "Eiken"], [1, 2, 1, 2]),
        (["1. Havens", "1.1 Kades", "Sluizen", "2. Bossen"], [1, 2, 3, 1]),
        (["1. HAVENS", "BOSSEN", "Eiken"], [1, 1, 2]),
        (["1. Havens", "BOSSEN", "Eiken"], [1, 2, 2]),
        (["1. Havens", "1.1 BOSSEN", "EIKEN"], [1, 2, 3]),
        (["I. Havens", "A. Kades", "1. Muren", "II. Bossen"], [1, 2, 3, 1]),
        (["Slot", "1. Deel", "Slot", "Een", "2. Deel", "Slot"], [1, 1, 2, 2, 1, 2]),
        (["1. Deel", "1.1 Kades", "Slot", "2. Deel", "2.1 Bossen", "Slot"], [1, 2, 2, 1, 2, 2]),
        (["Wet", "Artikel 1", "Doel", "HOOFDSTUK I", "Artikel 2", "Slot", "BIJLAGE I", "Lijst", "Onder"], [1, 2, 3, 1, 2, 3, 1, 2, 2]),
        (["HOOFDSTUK I", "Begin", "Artikel 1", "HOOFDSTUK II", "Artikel 2"], [1, 2, 3, 1, 2]),
        (["Artikel 1", "Doel", "Artikel 2"], [1, 2, 1]),
        (["DEEL I", "BIJLAGE", "Tekst"], [1, 2, 3]),
        (["A. Havens", "BIJLAGE"], [1, 1]),
    ],
)
def test_numbers_capitals_and_names_of_parts_tell_levels(headings: list[str], found: list[int]) -> None:
    assert levels(*headings) == found


def test_a_text_between_headings_keeps_what_it_has_and_parts_a_number_from_its_title() -> None:
    text = draft(_LONG)
    made = with_levels((draft("HOOFDSTUK I", "heading"), text, draft("Begin", "heading")))
    assert [found.level for found in made] == [1, None, 2]
    assert made[1] is text
    assert [found.level for found in with_levels((draft("BIJLAGE", "heading"), draft("Lijst", "heading")))] == [1, 2]
    told = with_levels((draft("Havens", "heading", signs=1), text, draft("Kades", "heading", signs=2), draft("Slot", "heading", signs=1)))
    assert [found.level for found in told] == [1, None, 2, 1]


def depths(*pieces: str) -> list[int | None]:
    """The depths of pieces: items by their mark, `#` a heading, and any other text a paragraph."""
    drafts = []
    for piece in pieces:
        marks = enumeration.find_marks(piece)
        kind: BlockType = "heading" if piece.startswith("#") else "list_item" if marks else "paragraph"
        drafts.append(draft(piece, kind, mark=marks[0] if marks else None))
    return [found.depth for found in with_depths(tuple(drafts))]


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        (["1. a", "a) b", "– c", "b) d", "2. e"], [1, 2, 3, 2, 1]),
        (["1. a", "tekst", "2. b"], [1, None, 1]),
        (["1. a", "a) b", "tekst", "b) c", "2. d"], [1, 2, None, 2, 1]),
        (["1. a", "a) b", "2. c", "tekst", "b) d"], [1, 2, 1, None, 2]),
        (["1. a", "a) b", "2. c", "# Kop", "b) d"], [1, 2, 1, None, 1]),
        (["1. a", "– b", "tekst", "– c"], [1, 2, None, 1]),
        (["a) b.", "1. c"], [1, 1]),
        (["a) b;", "1. c"], [1, 2]),
        (["a) b.", "– c"], [1, 2]),
        (["a) b.", "2. c"], [1, 2]),
        (["1. a.", "A. b", "1. c", "2. d", "B. e", "1. f"], [1, 1, 2, 2, 1, 2]),
        (["1. a:", "A. b", "B. c"], [1, 2, 2]),
        (["– a", "• b", "– c", "• d"], [1, 2, 1, 2]),
        (["tekst", "# Kop"], [None, None]),
        (["b) a", "c) b"], [1, 1]),
        (["1. a", "# Kop", "2. b"], [1, None, 1]),
    ],
)
def test_items_lie_one_deeper_than_the_list_that_was_open(pieces: list[str], found: list[int | None]) -> None:
    assert depths(*pieces) == found


def test_a_line_that_leads_in_a_list_is_no_item_of_the_list_before_it() -> None:
    lost = enumeration.Mark("lost", "bullet", "", None, 0)
    dash = enumeration.find_marks("– x")[0]

    def below(first: str, second: str, *, third: bool = True) -> list[BlockType]:
        drafts = [draft("Dit is een tekst."), draft(first, mark=dash, label="–"), draft(second, mark=lost)]
        return [found.kind for found in classify([*drafts, *([draft("tellen.", mark=dash, label="–")] if third else [])])][1:3]

    assert below("meten.", "De raad wil ook:") == ["list_item", "paragraph"]
    assert below("meten;", "De raad wil ook:") == ["list_item", "list_item"]
    assert below("meten.", "De raad wil ook.") == ["list_item", "list_item"]
    assert below("meten.", "de raad wil ook:") == ["list_item", "list_item"]
    assert below("Meten.", "De raad wil ook:") == ["list_item", "list_item"]
    assert below("meten.", "De raad wil ook:", third=False) == ["list_item", "list_item"]


@pytest.mark.parametrize(
    ("row", "columns", "wide", "justified"),
    [
        ("Malta   vier", True, False, False), ("Malta  vier", False, False, False), ("Malta\tvier", True, True, False), ("Malta      vier", True, True, False),
        ("De   haven   is   open", False, False, True), ("De   haven   is", True, False, False), ("De haven   is   open en   dicht", True, False, True),
        ("De haven   is   open   en ook dicht nu", True, False, False), ("", False, False, False),
    ],
)  # fmt: skip
def test_rows_in_columns_have_few_gaps_and_justified_rows_many(row: str, columns: bool, wide: bool, justified: bool) -> None:  # noqa: FBT001 - columns of the table
    assert titles.is_justified(row) == justified
    assert titles.has_columns(row) == (columns and not justified)
    assert titles.has_columns(row, wide=True) == wide


@pytest.mark.parametrize(
    ("text", "caption", "beside_table"),
    [
        ("Tabel 2 – Uitgaven", True, True), ("Table 2: expenses", True, True), ("Figuur 3: kades", True, False), ("Kader 3: kades", False, False),
        ("Tabel 2 Uitgaven", False, True), ("Tabel 2", False, True), ("Tabel 2 uitgaven", False, False), ("Tabel 2.1a Uitgaven", True, True),
        ("Tabel: uitgaven", False, False), ("De tabel 2: uitgaven", False, False), (f"Tabel 2: {'x' * 211}", True, True), (f"Tabel 2: {'x' * 212}", False, False),
    ],
)  # fmt: skip
def test_a_caption_names_its_table_and_number(text: str, caption: bool, beside_table: bool) -> None:  # noqa: FBT001 - columns of the table
    assert titles.is_caption(text) == caption
    assert titles.captions_table(text) == beside_table


@pytest.mark.parametrize(
    ("head", "tail", "may"),
    [
        ("ha", "ven", True), ("hav", "en", False), ("(ha", "ven)", True), ("“ha", "ven”", True), ("zee-ha", "ven", True), ("en/ha", "ven", True),
        ("en/hav", "en", False), ("HA", "VEN", True), ("ha", "ven, en", True), ("ha", "3", False),
    ],
)  # fmt: skip
def test_a_word_is_broken_between_its_syllables(head: str, tail: str, may: bool) -> None:  # noqa: FBT001 - a column of the table
    assert hyphens.may_break(head, tail, "nl") == may


@pytest.mark.parametrize(
    ("left", "right", "known", "decision"),
    [
        ("“haven-", "meester", "havenmeester", "join"), ("haven-", "meester,", "havenmeester", "join"), ("zee/EU-", "landen", "", "keep"),
        ("non-EU-", "landen", "", "keep"), ("A-", "landen", "", "keep"), ("aA-", "landen", "aAlanden", "join"), ("3-", "landen", "3landen", "keep"),
        ("haven-", "Meester", "havenmeester", "keep"), ("HAVEN-", "MEESTER", "haven-meester havenmeester", "keep"), ("haven\u00ad", "meester", "haven-meester havenmeester", "join"),
        ("I-", "V", "iv iv", "keep"), ("zee-haven-", "meester", "zee-havenmeester", "join"), ("actie-", "plan", "actie-groep", "keep"), ("actie-", "plan", "actie-groep actieplaat", None),
    ],
)  # fmt: skip
def test_punctuation_and_capitals_around_a_hyphen_are_seen(left: str, right: str, known: str, decision: hyphens.Decision | None) -> None:
    assert hyphens.certain(left, right, Lexicon.of([known])) == decision


def test_words_are_counted_but_for_those_that_a_line_breaks() -> None:
    lexicon = Lexicon.of(["a haven-\nmeester kade-\n\nsluis- brug\nbos-weg bos‑weg, COVID-19", "ha\u00ad\nven", "…\n"])
    assert dict(lexicon.words) == {"a": 1, "brug": 1, "bos-weg": 2, "covid-19": 1}
    assert dict(lexicon.prefixes) == {"bos": 2, "covid": 1}
    assert lexicon.hyphened == {"bosweg": "bos-weg"}
    assert [lexicon.knows_start(start) for start in ("bo", "bos-weg", "brug", "bru", "z", "haven", "")] == [
        True,
        True,
        True,
        True,
        False,
        False,
        True,
    ]
    assert Lexicon.of(["zee-en-land zee-en-land"]).hyphened == {}
    assert Lexicon.of(["bos-weg bos-weg bosweg"]).hyphened == {"bosweg": "bos-weg"}
    assert Lexicon.of(["bos-weg bos-weg bosweg bosweg"]).hyphened == {}
    assert dict(Lexicon.of(["zee-en-land"]).prefixes) == {"zee": 1, "zee-en": 1}


def roles_of(*pieces: tuple[str, BlockType, Role]) -> list[Role]:
    """The roles of pieces of text: each with its kind and the role that the markup gave it."""
    drafts = []
    for text, kind, role in pieces:
        label = text.split(" ")[0] if kind == "list_item" else ""
        drafts.append(draft(text.removeprefix(f"{label} "), kind, role=role, label=label))
    return [found.role for found in roles.with_roles(drafts)]


def test_a_text_with_citations_and_recitals_is_an_act_without_articles_too() -> None:
    citation: tuple[str, BlockType, Role] = ("Gezien het Verdrag,", "paragraph", "")
    lead_in: tuple[str, BlockType, Role] = ("Overwegende hetgeen volgt:", "paragraph", "")
    recital: tuple[str, BlockType, Role] = ("(1) Havens groeien.", "list_item", "")
    assert roles_of(citation, lead_in, recital) == ["citation", "", "recital"]
    assert roles_of(lead_in, recital) == ["", ""]
    assert roles_of(citation, recital) == ["", ""]
    assert roles_of(citation, lead_in, ("a) Zeehavens.", "list_item", ""), ("Dat is veel.", "paragraph", "")) == [
        "citation",
        "",
        "",
        "recital",
    ]


def test_only_the_heading_below_a_number_is_the_title_of_an_article() -> None:
    article: tuple[str, BlockType, Role] = ("Artikel 1", "heading", "")
    title: tuple[str, BlockType, Role] = ("Doel", "heading", "")
    text: tuple[str, BlockType, Role] = ("Hij bepaalt.", "paragraph", "")
    assert roles_of(article, title, text, title, text) == ["article", "article", "paragraph", "", ""]
    assert roles_of(article, text, title, title, text) == ["article", "paragraph", "", "", ""]
    assert roles_of(article, ("1. Hij bepaalt.", "list_item", ""), title, text) == ["article", "paragraph", "", ""]
    assert roles_of(article, title, title, text) == ["article", "article", "", ""]
    assert roles_of(("Artikel 1: doel", "heading", ""), title, text) == ["article", "", ""]


def test_words_of_another_act_change_nothing_in_the_act_around_them() -> None:
    article: tuple[str, BlockType, Role] = ("Artikel 1", "heading", "")
    text: tuple[str, BlockType, Role] = ("Hij bepaalt.", "paragraph", "")
    assert roles_of(article, text, ("BIJLAGE I", "heading", "amendment"), ("Lijst", "paragraph", "amendment"), text) == [
        "article", "paragraph", "amendment", "amendment", "paragraph",
    ]  # fmt: skip
    assert roles_of(article, ("“Gedaan te Brussel, 3 maart 2031”", "quote", ""), text) == ["article", "", "paragraph"]
    assert roles_of(article, text, ("BIJLAGE I", "heading", ""), ("Gedaan te Brussel, 3 maart 2031", "paragraph", ""), ("Slot", "heading", ""), text) == [
        "article", "paragraph", "annex", "", "", "",
    ]  # fmt: skip


def kinds(*drafts: Draft) -> list[str]:
    """What pieces of text are."""
    return [found.kind for found in classify(drafts)]


def test_a_place_and_its_date_and_a_name_with_initials_are_no_headings() -> None:
    first, last = draft("De haven is open"), draft(_LONG)
    assert kinds(first, draft("Brussel, 3 maart 2031"), last)[1] == "paragraph"
    assert kinds(first, draft("Brussel"), draft("3 maart 2031"), last)[1] == "paragraph"
    assert kinds(first, draft("Brussel"), draft("Havens in zee"), last)[1] == "heading"
    assert kinds(first, draft("J. Jansen"), last)[1] == "paragraph"


def test_a_number_before_a_sentence_is_that_of_an_item() -> None:
    title = enumeration.find_heading_mark("1.2 De haven is open.")
    assert title is not None
    (item, _) = classify([draft("De haven is open.", title=title, label="1.2"), draft(_LONG)])
    assert (item.kind, item.title, item.mark) == ("list_item", None, enumeration.Mark("outline2", "numbered", "1.2", 2, 0))
    stopped = enumeration.find_heading_mark("2. De haven is open.")
    (item, _) = classify([draft("De haven is open.", title=stopped, label="2."), draft(_LONG)])
    assert (item.kind, item.mark and item.mark.style) == ("list_item", enumeration.find_marks("2. x")[0].style)


def test_the_title_in_a_head_without_labels_is_its_longest_line() -> None:
    number, date, text = draft("COM(2031) 12 final"), draft("Brussel, 3 maart 2031"), draft(_LONG)
    assert kinds(number, draft("Over de havens van het land"), date, text)[1] == "heading"
    assert kinds(number, draft("Over havens"), date, text)[1] == "front_matter"
    assert kinds(number, draft("OVER DE HAVENS VAN HET LAND"), date, text)[1] == "front_matter"
    assert kinds(number, draft("over de havens van het land"), date, text)[1] == "front_matter"
    assert kinds(draft("van: de Raad"), draft("Over de havens van het land"), date, text)[1] == "front_matter"


def test_running_text_ends_the_head_of_a_document() -> None:
    number, date = draft("COM(2031) 12 final"), draft("Brussel, 3 maart 2031")
    words = ["haven"] * 25
    assert kinds(number, draft(" ".join(words)), date)[2] == "front_matter"
    assert kinds(number, draft(" ".join([*words, "haven"])), date)[2] == "paragraph"
    assert kinds(number, draft("Dat is een haven."), date)[2] == "paragraph"
    assert kinds(number, draft("Dat is een haven:"), date)[2] == "paragraph"


def test_what_looked_like_a_mark_is_the_first_word_of_a_signature() -> None:
    signed = Draft(
        (((3, 9), (10, 12)), ((13, 15),)), "Jansen, plv.", Lines(1, 2), label="J.", label_span=(0, 2), mark=enumeration.find_marks("- x")[0]
    )
    found = signatures.unnumbered(signed)
    assert (found.rows, found.text, found.label, found.label_span, found.mark) == (
        (((0, 9), (10, 12)), ((13, 15),)),
        "J. Jansen, plv.",
        "",
        None,
        None,
    )
    bare = signatures.unnumbered(replace(signed, label_span=None))
    assert (bare.rows, bare.text, bare.mark, bare.title) == (signed.rows, signed.text, None, None)


def test_places_of_a_document_come_in_order() -> None:
    assert order(Lines(2, 5)) == (2, 5)
    assert order(OnPages((PageBox(3, (1, 20, 30, 40)), PageBox(4, (1, 2, 3, 4))))) == (3, 20)
    assert order(Element("a/b")) == ()


def shaped(*texts: str) -> shape.Shape:
    """The layout of lines."""
    return shape.detect(content_lines("\n".join(texts)))


def test_paragraphs_with_their_first_line_set_in_are_told_from_lists_and_notes() -> None:
    paragraph = ("De havens groeien en de", "kades ook, zegt de raad van", "het land dat dit bepaalt.")
    set_in = [f"   {paragraph[0]}", *paragraph[1:]]
    assert shaped(*set_in * 4).first_line_indent
    assert not shaped(*set_in * 3).first_line_indent
    assert not shaped(*[f" {paragraph[0]}", *paragraph[1:]] * 4).first_line_indent
    assert not shaped(*[f"   – {paragraph[0]}", *paragraph[1:]] * 4).first_line_indent
    assert not shaped(*[set_in[0], paragraph[1], f"{paragraph[2][:-1]}:"] * 4).first_line_indent
    assert not shaped(*[f"   {paragraph[0].lower()}", *paragraph[1:]] * 4).first_line_indent
    assert not shaped(*set_in * 4, *paragraph * 34).first_line_indent


def test_lines_are_rows_of_a_page_or_whole_paragraphs() -> None:
    rows = ("De havens groeien en de kades", "ook, zegt de raad van het land.")
    long = f"{_LONG} {_LONG}"
    assert shaped(*rows * 4).wrapped
    assert shaped(*rows * 4, *[long] * 4).wrapped
    assert not shaped(*rows, *[f"{long} {long}"] * 8).wrapped
    assert not shaped(*[long] * 3).wrapped
    assert shaped("Havens", "Kades").wrapped
