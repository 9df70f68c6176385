"""The parts of compounds, without the noise of letters inside words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.tables import rows
from generator.search.compounds import Splitter, pieces
from generator.search.words import stem

WORDS = [
    "haven",
    "schip",
    "lading",
    "kaart",
    "handel",
    "geld",
    "taal",
    "regel",
    "water",
    "risico",
    "dienst",
    "kust",
    "wacht",
    "document",
    "beheer",
    "grens",
    "plicht",
    "vlucht",
    "raad",
    "maatregel",
]
SPLITTER = Splitter(
    WORDS,
    {"havenkaart", "documentfraude", "kustwachtschip", "waterbeheer", "wapenembargo", "rampenrisicobeheer", "onderhandelen"} | set(WORDS),
)


def split(word: str) -> tuple[str, ...]:
    """With every word written in lower case."""
    return Splitter(WORDS, {*WORDS, word}).split(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("havenkaart", ("haven", "kaart")),
        ("documentfraude", ("document", "fraude")),
        ("grensbeheer", ("grens", "beheer")),
        ("dienstplichten", ("dienst", "plichten")),
        ("wapenembargo", ("wapen", "embargo")),
        ("rampenrisicobeheer", ("ramp", "risico", "beheer")),
        ("vluchtelingenraad", ("vluchteling", "raad")),
    ],
)
def test_a_compound_is_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    assert split(word) == parts


@pytest.mark.parametrize(
    "word",
    ["onderhandelen", "behandeling", "verhandelen", "geregeld", "vergelding", "kapitaal", "regels", "regelen", "handelen", "eiland", "maatregel", "veiligheid", "partnerschap", "begrippen", "raadslieden"[:5]],
)  # fmt: skip
def test_letters_inside_a_word_are_no_part(word: str) -> None:
    assert split(word) == (word,)


def test_a_name_is_taken_apart_only_into_words_of_the_dossier() -> None:
    assert SPLITTER.split("waterkaart") == ("water", "kaart")
    assert Splitter(WORDS, WORDS).split("duitsland") == ("duitsland",)


def test_every_smaller_word_is_a_piece() -> None:
    assert list(pieces(("kust", "wacht", "schip"), "kustwachtschip")) == ["kust", "kustwacht", "wacht", "wachtschip", "schip"]


@given(st.text(alphabet="abcdehikmnoprstuvw", max_size=24))
def test_parts_are_in_order_in_the_word(word: str) -> None:
    place = 0
    for part in split(word):
        place = word.index(part, place) + len(part)


# With words that no list has, so that only what stands alone in the texts counts.

INVENTED = ("blorp", "krantel", "snuifel", "wabbel", "grompel")


def apart(word: str, *alone: str, name: bool = False) -> tuple[str, ...]:
    """A word among texts that hold some words by themselves; written in lower case there unless it is a name."""
    return Splitter((*alone, word), () if name else (word,)).split(word)


@pytest.mark.parametrize("link", ["", "s", "en", "e", "n"])
def test_what_links_parts_belongs_to_neither(link: str) -> None:
    for parts in (("blorp", "krantel"), ("blorp", "krantel", "snuifel")):
        assert tuple(stem(part, "nl") for part in apart(link.join(parts), *INVENTED)) == parts


@pytest.mark.parametrize("word", ["blorptkrantel", "blorpsekrantel", "xblorpkrantel", "blorp", "blorpen", "blorps", "krantelx", "blor"])
def test_letters_that_link_nothing_keep_a_word_whole(word: str) -> None:
    assert apart(word, *INVENTED) == (word,)


def test_the_last_part_may_be_inflected_and_so_may_the_word_that_stands_alone() -> None:
    assert apart("blorpkrantels", *INVENTED) == ("blorp", "krantels")
    assert apart("blorpkrantel", "blorpen", "krantels") == ("blorp", "krantel")


def test_no_more_than_four_parts_are_looked_for() -> None:
    assert apart("blorpkrantelsnuifelwabbel", *INVENTED) == ("blorp", "krantel", "snuifel", "wabbel")
    whole = "blorpkrantelsnuifelwabbelgrompel"
    assert apart(whole, *INVENTED) == (whole,)


def test_of_two_ways_the_one_with_the_fewest_parts_holds_and_then_the_longest_last_part() -> None:
    assert apart("blorpkrantelsnuifel", *INVENTED, "krantelsnuifel") == ("blorp", "krantelsnuifel")
    assert apart("blorpkrantelsnuifel", *INVENTED, "krantelsnuifel", "blorpkrantel") == ("blorp", "krantelsnuifel")


def test_a_word_of_fewer_than_five_letters_is_no_part_because_it_stands_alone() -> None:
    assert apart("blorkrantel", "blor", "krantel") == ("blorkrantel",)
    assert apart("kranteblorp", "krante", "blorp") == ("krante", "blorp")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("blorphuis", ("blorp", "huis")),
        ("dijkkrantel", ("dijk", "krantel")),
        ("zeekrantel", ("zeekrantel",)),
        ("verskrantel", ("verskrantel",)),
        ("blorpzee", ("blorpzee",)),
    ],
)
def test_of_a_word_with_a_part_that_the_texts_do_not_know_the_other_may_be_no_chance_meeting(word: str, parts: tuple[str, ...]) -> None:
    assert apart(word, *INVENTED) == parts


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("documentfraude", ("document", "fraude")),
        ("paardestaart", ("paard", "staart")),
        ("landbouwraad", ("landbouwraad",)),
        ("zielenheil", ("zielenheil",)),
        ("dijkfraude", ("dijkfraude",)),
    ],
)
def test_words_of_the_list_alone_make_a_compound_where_both_are_long(word: str, parts: tuple[str, ...]) -> None:
    assert Splitter((), (word,)).split(word) == parts


def test_a_part_of_three_letters_is_one_where_the_texts_have_the_word() -> None:
    assert apart("blorpwet", "blorp") == ("blorpwet",)
    assert apart("blorpwet", "blorp", "wetten") == ("blorp", "wet")


def test_a_name_is_taken_apart_where_the_texts_have_both_words_only() -> None:
    assert apart("blorpkrantel", *INVENTED, name=True) == ("blorp", "krantel")
    assert apart("blorphuis", *INVENTED, name=True) == ("blorphuis",)
    assert apart("dijkkrantel", *INVENTED, name=True) == ("dijkkrantel",)
    assert apart("blorphuis", *INVENTED, "huizen", name=True) == ("blorp", "huis")


def test_beginnings_and_endings_are_no_parts_even_where_texts_have_them_by_themselves() -> None:
    for row in rows("affixes"):
        affix, role = row["affix"], row["role"]
        if role != "suffix":
            assert apart(f"{affix}krantel", affix, *INVENTED) == (f"{affix}krantel",), affix
        if role != "verbal prefix":
            assert apart(f"krantel{affix}", affix, *INVENTED) == (f"krantel{affix}",), affix


def test_a_beginning_is_no_shorter_word_with_a_link() -> None:
    assert apart("buitenkrantel", *INVENTED) == ("buiten", "krantel")
    assert apart("binnenkrantel", *INVENTED) == ("binnenkrantel",)


def test_words_that_are_known_to_be_whole_stay_whole() -> None:
    known = [row["word"] for row in rows("compound_parts") if row["role"] == "whole"]
    assert known
    assert [word for word in known if apart(word, *WORDS) != (word,)] == []


def test_a_function_word_is_no_part() -> None:
    assert apart("omdatkrantel", "omdat", "krantel") == ("omdatkrantel",)
    assert apart("hoeveelkrantel", "hoeveel", "krantel") == ("hoeveelkrantel",)


def test_very_long_words_stay_whole() -> None:
    short, long = "b" * 57 + "krantel", "b" * 58 + "krantel"
    assert apart(short, "b" * 57, "krantel") == ("b" * 57, "krantel")
    assert apart(long, "b" * 58, "krantel") == (long,)


@pytest.mark.parametrize(
    ("word", "last"),
    [
        ("blorpkrantel", "krantel"),
        ("zeedijk", "dijk"),
        ("blorpzee", ""),
        ("krantel", ""),
        ("xxxkrantel", ""),
        ("blorpstaart", "staart"),
        ("zee", ""),
    ],
)
def test_the_last_part_is_told_where_another_word_vouches_for_it(word: str, last: str) -> None:
    assert Splitter(INVENTED, ("blorpkrantel",)).last(word) == last


@pytest.mark.parametrize(
    ("parts", "word", "found"),
    [
        (("een",), "een", []),
        (("kust", "wacht"), "kustwacht", ["kust", "wacht"]),
        (("ramp", "risico"), "rampenrisico", ["ramp", "risico"]),
        (("ramp", "risico", "beheer"), "rampenrisicobeheer", ["ramp", "rampenrisico", "risico", "risicobeheer", "beheer"]),
        (("taal", "taal", "kaart"), "taaltaalkaart", ["taal", "taaltaal", "taal", "taalkaart", "kaart"]),
    ],
)
def test_pieces_are_spelled_as_they_are_in_the_word(parts: tuple[str, ...], word: str, found: list[str]) -> None:
    assert list(pieces(parts, word)) == found
