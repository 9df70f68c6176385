"""Phrases of the tables as they are met in running text: other blanks, hyphens, ligatures, apostrophes and capitals."""

from __future__ import annotations

import re

import pytest

from generator.citations.vocabulary import Phrases, first_word, spelled


@pytest.mark.parametrize(
    ("phrase", "text", "same"),
    [
        ("groen boek", "groen\u00a0boek", True),
        ("groen boek", "groenboek", False),
        ("EG-verdrag", "EG‑verdrag", True),
        ("richtlijn", "richtlĳn", True),
        ("foto's", "foto’s", True),
        ("foto’s", "foto's", True),
        ("foto’s", "foto’s", True),
        ("a.b", "axb", False),
    ],
)
def test_one_spelling_stands_for_its_variants(phrase: str, text: str, same: bool) -> None:  # noqa: FBT001 - a case
    assert bool(re.fullmatch(spelled(phrase), text)) == same


def test_the_longest_phrase_at_a_place_wins_and_words_are_whole() -> None:
    found = Phrases.of([("verdrag", False, "kort"), ("verdrag van lissabon", False, "lang"), ("VWEU", True, "precies")])
    text = "Het Verdrag van Lissabon"
    assert found.at(text, 4) == (24, "lang")
    assert [payload for _, payload in found.all_at(text, 4)] == ["lang", "kort"]
    assert found.at("Het verdrag van Rome", 4) == (11, "kort")
    assert found.at("verdragen", 0) is None
    assert found.at("verdrag-tekst", 0) is None
    assert found.at("VWEU", 0) == (4, "precies")
    assert found.at("vweu", 0) is None
    assert found.at("…", 0) is None


def test_a_phrase_is_looked_up_by_its_first_word() -> None:
    assert first_word("Groen boek") == first_word("groen") == "groen"
    assert first_word("…") == ""
