"""Numbers of acts, however they are spelled."""

from __future__ import annotations

import pytest

from generator.search import pairs
from generator.search.words import tokens


@pytest.mark.parametrize(
    ("spelled", "pair"),
    [
        ("COM(2014) 77", "2014/77"), ("COM (2014) 77 final", "2014/77"), ("com/2014/0077", "2014/77"), ("Richtlijn 2014/77/EU", "2014/77"),
        ("Verordening (EG) nr. 77/2014", "77/2014"), ("zaak C-77/14", "77/14"), ("JOIN(2014)77", "2014/77"), ("9977/14", "9977/14"),
    ],
)  # fmt: skip
def test_the_numbers_of_an_act_are_a_pair(spelled: str, pair: str) -> None:
    assert pair in {found for _, found in pairs.of(spelled, tokens(spelled))}


def test_both_orders_lead_to_an_act() -> None:
    assert set(pairs.keys("Verordening (EG) nr. 77/2014")) == {"77/2014", "2014/77"}


def test_a_celex_number_is_found_as_a_whole() -> None:
    assert list(pairs.keys("52014DC0077")) == ["52014dc0077"]


def test_numbers_in_running_text_are_no_pair() -> None:
    text = "In 2014 waren er 77 havens"
    assert not list(pairs.of(text, tokens(text)))
