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
    assert pair in {found for _, found in pairs.number_pairs(spelled, tokens(spelled))}


def test_both_orders_lead_to_an_act() -> None:
    assert set(pairs.act_keys("Verordening (EG) nr. 77/2014")) == {"77/2014", "2014/77"}


def test_a_celex_number_is_found_as_a_whole() -> None:
    assert list(pairs.act_keys("52014DC0077")) == ["52014dc0077"]


def test_numbers_in_running_text_are_no_pair() -> None:
    text = "In 2014 waren er 77 havens"
    assert not list(pairs.number_pairs(text, tokens(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2014/77", [(0, "2014/77")]),
        ("nr. 2014 / 77", [(1, "2014/77")]),
        ("2014 -- 77", []),
        ("77/2014/EU en 8/2015", [(0, "77/2014"), (4, "8/2015")]),
        ("2014/0077", [(0, "2014/77")]),
        ("00/007", [(0, "0/7")]),
        ("2014_77", [(0, "2014/77")][:0]),
        ("2014 a77", []),
        ("a2014/77", []),
        ("1/2/3", [(0, "1/2"), (1, "2/3")]),
        ("2014", []),
        ("", []),
    ],
)
def test_a_pair_is_two_numbers_with_at_most_three_signs_between_them(text: str, found: list[tuple[int, str]]) -> None:
    assert list(pairs.number_pairs(text, tokens(text))) == found


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("2013/32/EU", ["2013/32", "32/2013"]),
        ("COM(2014) 077", ["2014/77", "77/2014"]),
        ("EVRM", []),
        ("Verdrag van Havenstad", []),
        ("12016E079", ["12016e079"]),
        ("Protocol 22", []),
        ("", []),
    ],
)
def test_an_act_is_found_by_its_numbers_or_by_the_whole_of_one_with_digits(number: str, keys: list[str]) -> None:
    assert list(pairs.act_keys(number)) == keys
