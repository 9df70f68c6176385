"""The small decisions of reading, each by itself: ids, hyphens at line ends, repairs."""

from __future__ import annotations

import pytest

from generator.model import Block, Lines, ListPlace
from generator.readers.pieces import hyphens, repairs
from generator.readers.pieces.hyphens import Decision, Lexicon
from generator.readers.pieces.identify import identify


def heading(text: str = "Kop", number: str | None = None, level: int = 1) -> Block:
    return Block("", "heading", text, Lines(1, 1), level=level, number=number)


def item(mark: str = "", depth: int = 1) -> Block:
    """A numbered item, or one with a bullet."""
    return Block("", "list_item", "Tekst.", Lines(1, 1), list=ListPlace("numbered" if mark else "bullet", depth, mark))


def paragraph() -> Block:
    return Block("", "paragraph", "Tekst.", Lines(1, 1))


def ids(*blocks: Block) -> list[str]:
    return [one.id for one in identify(blocks)]


def test_paragraphs_are_counted_in_their_section_and_headings_bear_their_number() -> None:
    made = identify(
        [
            paragraph(),
            heading(number="1"),
            paragraph(),
            paragraph(),
            heading(number="1.2", level=2),
            paragraph(),
            heading(number="2"),
            paragraph(),
        ]
    )
    assert [one.id for one in made] == ["p-aanhef-1", "s-1", "p-1-1", "p-1-2", "s-1-2", "p-1-2-1", "s-2", "p-2-1"]
    assert [one.section for one in made] == ["", "1", "1", "1", "1.2", "1.2", "2", "2"]


def test_sections_without_a_number_are_named_after_their_heading_and_told_apart() -> None:
    assert ids(heading("Slot"), paragraph(), heading("Slot"), paragraph(), heading("Slot")) == [
        "slot", "p-slot-1", "slot-2", "p-slot-2", "slot-3",
    ]  # fmt: skip
    assert ids(heading("…"), paragraph()) == ["kop", "p-kop-1"]


def test_a_heading_below_the_first_level_without_a_number_opens_no_section() -> None:
    made = identify([heading(number="3"), heading("Onder", level=2), paragraph()])
    assert [(one.id, one.section) for one in made] == [("s-3", "3"), ("onder", "3"), ("p-3-1", "3")]


def test_items_bear_the_marks_of_those_they_lie_under() -> None:
    assert ids(
        heading(number="4"),
        item("16."),
        item("(a)", depth=2),
        item("(b)", depth=2),
        item("17."),
        item("(a)", depth=2),
        item("…", depth=1),
    ) == ["s-4", "punt-16", "punt-16-a", "punt-16-b", "punt-17", "punt-17-a", "punt-x"]


def test_a_mark_that_returns_is_told_by_its_section() -> None:
    assert ids(heading(number="1"), item("1."), heading(number="2"), item("1.")) == [
        "s-1", "punt-1", "s-2", "p-2-1",
    ]  # fmt: skip


def test_bullets_are_counted_as_paragraphs_are() -> None:
    assert ids(heading(number="1"), item(), item(depth=2), paragraph()) == [
        "s-1",
        "p-1-1",
        "p-1-2",
        "p-1-3",
    ]


def lexicon(*texts: str) -> Lexicon:
    return Lexicon.of(texts)


@pytest.mark.parametrize(
    ("left", "right", "known", "expected"),
    [
        ("opsporings-", "en", "", "blank"),
        ("opsporings-", "en,", "", "blank"),
        ("haven-", "meester", "de havenmeester", "join"),
        ("haven-", "meester", "de haven-meester", "keep"),
        ("haven-", "meester", "de havenmeester en de havenmeester, een haven-meester", "join"),
        ("HAVEN-", "MEESTER", "", "keep"),
        ("HAVEN-", "MEESTER", "havenmeester", "join"),
        ("EU-", "landen", "", "keep"),
        ("ex-", "Joegoslavië", "", "keep"),
        ("COVID-", "19", "", "keep"),
        ("zee-", "eend", "", "keep"),
        ("zo-", "even", "", "keep"),
        ("na-", "uur", "", "keep"),
        ("continue-", "uren", "", "keep"),
        ("actie-", "plan", "non-actief", None),
        ("non-", "conformisme", "non-actief", "keep"),
        ("non-", "chalant", "non-actief en nonchalance", None),
        ("haven\u00ad", "meester", "", "join"),
        ("haven\u00ad", "meester", "haven-meester", "keep"),
        ("haven-", "meester", "", None),
    ],
)
def test_a_hyphen_at_a_line_end_is_decided_where_spelling_or_the_corpus_is_certain(
    left: str, right: str, known: str, expected: Decision | None
) -> None:
    assert hyphens.certain(left, right, lexicon(known)) == expected


@pytest.mark.parametrize(
    "word",
    [
        "na-apers", "camera-ervaring", "cola-ijs", "havana-uitvoer", "mede-eigenaar", "college-indeling", "aanvrage-uitgifte",
        "sproei-eenheid", "mini-iglo", "taxi-joker", "foto-expositie", "foto-inlijsting", "auto-ongeval", "auto-uitlaat",
        "menu-indeling", "plateau-uitloop",
    ],
)  # fmt: skip
def test_two_vowels_that_would_be_read_as_one_sound_keep_their_hyphen(word: str) -> None:
    left, right = word.split("-")
    assert hyphens.certain(f"{left}-", right, lexicon()) == "keep"


@pytest.mark.parametrize(
    "word",
    ["zee-arm", "zee-oever", "villa-ontwerp", "ski-afdaling", "taxi-oprit", "foto-album", "menu-advies", "menu-etiket", "menu-opties"],
)
def test_two_vowels_that_nobody_reads_as_one_sound_need_no_hyphen(word: str) -> None:
    left, right = word.split("-")
    assert hyphens.certain(f"{left}-", right, lexicon()) is None


@pytest.mark.parametrize(
    ("left", "right", "soft", "expected"),
    [
        ("voor-", "beeld", True, "join"),
        ("voor-", "beeld", False, "keep"),
        ("voorb-", "eeld", True, "keep"),
        ("opsporings-", "en", False, "blank"),
    ],
)
def test_what_is_not_certain_is_joined_where_the_text_breaks_words_and_hyphenation_allows(
    left: str,
    right: str,
    soft: bool,  # noqa: FBT001 - a case
    expected: str,
) -> None:
    assert hyphens.decide(left, right, lexicon(), soft=soft) == expected


def test_a_language_without_hyphenation_allows_every_break() -> None:
    assert hyphens.may_break("xy", "z", "xx")


def test_a_text_that_only_keeps_hyphens_breaks_no_words() -> None:
    kept = [("EU-", "landen"), ("ACS-", "staten"), ("VN-", "top")]
    assert not hyphens.breaks_words(kept, lexicon())
    assert hyphens.breaks_words(kept[:2], lexicon())
    assert hyphens.breaks_words([*kept, ("haven-", "meester")], lexicon("havenmeester"))


@pytest.mark.parametrize(
    ("text", "known", "mended"),
    [
        ("een eﬀect", "", "een effect"),
        ("een\u00ad woord\u200b hier", "", "een woord hier"),
        ("non -refoulement", "non-refoulement", "non-refoulement"),
        ("non- refoulement", "non-refoulement", "non-refoulement"),
        ("non -refoulement", "", "non -refoulement"),
        ("in- en uitvoer", "in-en", "in- en uitvoer"),
        ("EU- landen", "", "EU-landen"),
        ("EU- en andere", "", "EU- en andere"),
        ("De haven .", "", "De haven."),
        ("De haven , dus", "", "De haven, dus"),
        ("blz. 3 .", "", "blz. 3 ."),
        ("de haven-meester komt", "havenmeester havenmeester", "de havenmeester komt"),
        ("de haven-meester komt", "havenmeester", "de haven-meester komt"),
        ("de haven-meester komt", "havenmeester havenmeester haven-loods", "de haven-meester komt"),
        ("de Haven-meester komt", "havenmeester havenmeester", "de Haven-meester komt"),
    ],
)
def test_certain_flaws_are_mended_and_nothing_else(text: str, known: str, mended: str) -> None:
    made = text
    for start, end, new, _ in reversed(repairs.find_edits(text, lexicon(known))):
        made = made[:start] + new + made[end:]
    assert made == mended


def test_a_glued_word_is_parted_where_the_corpus_knows_the_first_well() -> None:
    assert [edit[2:] for edit in repairs.find_edits("De lidstatenmoeten dit.", lexicon("lidstaten en lidstaten"))] == [
        ("lidstaten moeten", "glued-words")
    ]
    assert repairs.find_edits("De lidstatenmoeten dit.", lexicon("lidstaten")) == ()
    assert repairs.find_edits("De lidstatenmoeten dit.", lexicon("lidstaten lidstaten lidstatenmoeten lidstatenmoeten")) == ()


@pytest.mark.parametrize(
    ("text", "known", "mended"),
    [
        ("De EUvloot vaart uit.", "EU-schepen EU-havens", "De EU-vloot vaart uit."),
        ("De EUvloot vaart uit.", "EU-schepen", "De EUvloot vaart uit."),
        ("Hij wil herinvoer.", "her-invoer her-invoer", "Hij wil her-invoer."),
        ("Hij wil herinvoer.", "her-invoer herinvoer herinvoer", "Hij wil herinvoer."),
        ("Zie www.herinvoer.nl/herinvoer/a.", "her-invoer her-invoer", "Zie www.herinvoer.nl/herinvoer/a."),
        ("NGOs vragen het.", "NGO-brief NGO-post", "NGOs vragen het."),
    ],
)
def test_a_hyphen_that_a_tool_took_for_one_of_a_lines_end_comes_back(text: str, known: str, mended: str) -> None:
    for start, end, new, kind in reversed(repairs.find_edits(text, lexicon(known))):
        assert kind == "lost-hyphen"
        text = text[:start] + new + text[end:]
    assert text == mended
