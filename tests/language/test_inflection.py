"""The forms of Dutch words: each rule of spelling in both directions, and words that are no forms of one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.inflection import inflections, related


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kader", "kaders"),
        ("partnerschap", "partnerschappen"),
        ("financieel", "financiële"),
        ("Europees", "Europese"),
        ("dialoog", "dialogen"),
        ("initiatief", "initiatieven"),
        ("strategie", "strategieën"),
        ("centrum", "centra"),
        ("mogelijkheid", "mogelijkheden"),
        ("verantwoordelijkheid", "verantwoordelijkheden"),
        ("huis", "huizen"),
        ("raad", "raden"),
        ("idee", "ideeën"),
        ("fonds", "fondsen"),
        ("kust", "kusten"),
        ("groot", "grote"),
        ("visum", "visa"),
        ("brief", "brieven"),
    ],
)
def test_a_word_has_the_form_and_the_form_has_the_word(one: str, other: str) -> None:
    """Each by itself: that the two are known as related from either side hides that one direction is lost."""
    assert related(one, other)
    assert other in inflections(one)
    if other not in {"centra", "visa"}:
        assert one in inflections(other)


@pytest.mark.parametrize("word", ["kolonie", "bacterie", "provincie"])
def test_words_in_ie_have_both_plurals(word: str) -> None:
    assert {f"{word}ën", f"{word[:-2]}iën", f"{word}s"} <= inflections(word)


@pytest.mark.parametrize(("one", "other"), [("kader", "kade"), ("raad", "rad"), ("unie", "union"), ("van", "vans"), ("fonds", "font")])
def test_different_words_are_kept_apart(one: str, other: str) -> None:
    assert not related(one, other)


def test_short_words_and_marks_have_one_form() -> None:
    assert inflections("van") == {"van"}
    assert inflections("-") == {"-"}
    assert inflections("raad") > {"raad"}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzëé-' 1", max_size=14))
def test_every_word_is_a_form_of_itself(word: str) -> None:
    assert word in inflections(word)
    assert related(word.upper(), word)
