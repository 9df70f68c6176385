"""Marks at offsets become HTML that nests, and no character is lost or doubled."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Repair
from generator.output.marks import Insert, MarkedRange, render, repair_mark, stress_mark
from tests.output.test_markdown import balanced
from tests.timing import LIMIT, growth

TEXT = "de Raad & de <Commissie> van de Unie"


def _wrap(name: str) -> Callable[[str], str]:
    return lambda content: f"<{name}>{content}</{name}>"


def _marks(name: str, ranges: Iterable[tuple[int, int]], *, link: bool = False) -> list[MarkedRange]:
    return [MarkedRange(start, end, _wrap(name), link=link) for start, end in ranges]


@pytest.mark.parametrize(
    ("layers", "inserts", "expected"),
    [
        ([], [], "abcdef"),
        ([[(0, 6)]], [], "<a>abcdef</a>"),
        ([[(1, 3)], [(2, 5)]], [], "a<a>b<b>c</b></a><b>de</b>f"),
        ([[(1, 5)], [(2, 3)]], [], "a<a>b<b>c</b>de</a>f"),
        ([[(2, 2)]], [], "abcdef"),
        ([], [0, 6], "^abcdef^"),
        ([[(0, 3)]], [3], "<a>abc</a>^def"),
        ([[(0, 3)]], [2], "<a>abc</a>^def"),
        ([[(0, 3)]], [0], "^<a>abc</a>def"),
        ([[(3, 6)]], [6], "abc<a>def</a>^"),
    ],
)
def test_links_hold_no_markers(layers: list[list[tuple[int, int]]], inserts: list[int], expected: str) -> None:
    """A footnote's marker inside a link would be a link in a link: it follows the link."""
    made = [_marks("ab"[place], ranges, link=place == 0) for place, ranges in enumerate(layers)]
    assert render("abcdef", made, [Insert(offset, "^") for offset in inserts]) == expected


def test_a_marker_inside_stress_stays_inside() -> None:
    assert render("abc", [[stress_mark(0, 3)]], [Insert(2, "^")]) == "<strong>ab^c</strong>"


def test_a_repair_shows_what_the_source_has() -> None:
    page = BeautifulSoup(render("Syrië bedraagt", [[repair_mark(Repair(0, 14, "Syriëbedraagt", "glued-words"))]]), "html.parser")
    assert page.get_text() == "Syrië bedraagt (in de bron: Syriëbedraagt)"


@pytest.mark.slow
def test_a_paragraph_of_a_whole_book_takes_no_more_time_than_its_length() -> None:
    """An extraction without line ends is one paragraph: with thousands of marks in each layer, and thousands of footnotes."""

    def rendered(words: int) -> str:
        many = range(0, 6 * words, 6)
        layers = [_marks(name, ((place, place + 5) for place in many)) for name in "ab"]
        return render("woord " * words, layers, [Insert(place + 5, "^") for place in many])

    made = rendered(4_000)
    assert made.count("^") == made.count("<a><b>woord</b></a>") == 4_000
    assert growth(rendered, 4_000) < LIMIT


_RANGES = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6)


def _apart(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges that do not overlap an earlier one."""
    kept: list[tuple[int, int]] = []
    for start, end in ((min(pair), max(pair)) for pair in ranges):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return kept


@given(_RANGES, _RANGES, _RANGES, st.lists(st.integers(0, len(TEXT)), max_size=5))
def test_no_character_is_lost_and_all_elements_nest(
    links: list[tuple[int, int]], stress: list[tuple[int, int]], repairs: list[tuple[int, int]], inserts: list[int]
) -> None:
    layers = [_marks("a", _apart(links), link=True), _marks("b", _apart(stress)), _marks("i", _apart(repairs))]
    html = render(TEXT, layers, [Insert(offset, "<sup>^</sup>") for offset in inserts])
    page = BeautifulSoup(html, "html.parser")
    assert page.get_text().replace("^", "") == TEXT
    assert page.get_text().count("^") == len(inserts)
    assert not page.select("a a, a sup")
    assert balanced(html)


def test_a_repair_inside_a_link_takes_no_focus_of_its_own() -> None:
    repair = Repair(2, 2, "cd", "ligature")
    link = MarkedRange(0, 6, lambda content: f"<a>{content}</a>", link=True)
    assert "tabindex" in render(TEXT, [[repair_mark(repair, [])]])
    assert "tabindex" not in render(TEXT, [[link], [repair_mark(repair, [link])]])
