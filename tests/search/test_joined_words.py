"""Words that a text cuts up are found as one."""

from __future__ import annotations

import pytest

from generator.search.compounds import Splitter
from generator.search.joined_words import completed, joined
from generator.search.words import tokens

ALONE = ("haven", "kade", "beleid", "handel", "mensen", "smokkel", "controle", "gezondheid", "veiligheid", "onderwijs", "huisvesting")
SPLITTER = Splitter(ALONE, {*ALONE, "havenbeleid", "mensenhandel", "veiligheidscontroles", "huisvestingsbeleid", "havencontrole"})


def as_one(text: str) -> list[tuple[int, str, int]]:
    return list(joined(text, tokens(text)))


def whole(text: str) -> list[tuple[int, str, int]]:
    return list(completed(text, tokens(text), SPLITTER))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De EU-delegaties", [(1, "eudelegaties", 2)]),
        ("re\u2010integratie", [(0, "reintegratie", 2)]),
        ("re\u2011integratie", [(0, "reintegratie", 2)]),
        ("COVID-19-pandemie", [(0, "covid19", 2), (0, "covid19pandemie", 3), (1, "19pandemie", 2)]),
        ("a-b c-d", [(0, "ab", 2), (2, "cd", 2)]),
        ("kade - haven", []),
        ("kade\u2013haven", []),
        ("kade--haven", []),
        ("kade/haven", []),
        ("kade-", []),
    ],
)
def test_words_that_a_hyphen_joins_are_one(text: str, found: list[tuple[int, str, int]]) -> None:
    assert as_one(text) == found


def test_no_more_than_four_words_are_joined() -> None:
    found = as_one("a-b-c-d-e-f")
    assert max(span for *_, span in found) == 4
    assert (0, "abcd", 4) in found
    assert (2, "cdef", 4) in found
    assert len(found) == 12


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("om goederen over te dragen", [(2, "overdragen", 3)]),
        ("om over te gaan", []),
        ("om daar te dragen", []),
        ("om over de dragen", []),
        ("op te nemen en uit te zetten", [(0, "opnemen", 3), (4, "uitzetten", 3)]),
        ("gezondheids- en veiligheidscontroles", [(0, "gezondheidscontroles", 3)]),
        ("gezondheids- of veiligheidscontroles", [(0, "gezondheidscontroles", 3)]),
        ("gezondheids- en/of veiligheidscontroles", [(0, "gezondheidscontroles", 4)]),
        ("gezondheids-/veiligheidscontroles", [(0, "gezondheidscontroles", 2)]),
        ("onderwijs-, gezondheids- en huisvestingsbeleid", [(0, "onderwijsbeleid", 4), (1, "gezondheidsbeleid", 3)]),
        ("gezondheids- maar veiligheidscontroles", []),
        ("gezondheids en veiligheidscontroles", []),
        ("gezondheids- en kade", []),
        ("gezondheids- en", []),
        ("mensenhandel en -smokkel", [(0, "mensensmokkel", 3)]),
        ("tegen mensenhandel, uitbuiting en -smokkel", [(1, "mensensmokkel", 4)]),
        ("mensenhandel in de haven en -smokkel", []),
        ("mensenhandel en smokkel", []),
        ("mensenhandel en x-smokkel", []),
        ("-smokkel", []),
        ("de kade en -smokkel", []),
        ("en -smokkel door mensenhandel", []),
    ],
)
def test_a_word_of_which_a_part_stands_elsewhere_is_completed(text: str, found: list[tuple[int, str, int]]) -> None:
    assert whole(text) == found


def test_the_part_is_taken_from_a_compound_no_more_than_five_words_on() -> None:
    near, far = "gezondheids-, a-, b-, c- en veiligheidscontroles", "gezondheids-, a-, b-, c-, d- en veiligheidscontroles"
    assert (0, "gezondheidscontroles", 6) in whole(near)
    assert [place for place, *_ in whole(far)] == [1, 2, 3, 4]


def test_texts_of_other_languages_are_not_completed() -> None:
    text = "om over te dragen"
    assert list(completed(text, tokens(text), None)) == []
