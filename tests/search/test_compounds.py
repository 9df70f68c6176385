"""The parts of compounds, without the noise of letters inside words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.compounds import Splitter, pieces

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
