"""Heads and feet of a PDF's pages: rows that return or count the pages, at the edge, apart from the text."""

from __future__ import annotations

from typing import Final

import pytest

from generator.readers.printed.pdf.edges import Edges, find_edges
from generator.readers.printed.pdf.pieces import Font, TextPiece
from generator.readers.printed.pdf.rows import Row

_FONT: Final = Font("Times", bold=False, italic=False, glyphs=False)
_LETTERS: Final = "abdefghjkmnopqrstuwyz"
"""Letters that are no Roman digits."""


def row(text: str, base: float, *, size: float = 10) -> Row:
    """A row; a bar in its text stands for white between two pieces."""
    pieces, left = [], 70.0
    for part in text.split("|"):
        pieces.append(TextPiece(part, left, left + len(part) * size / 2, base, size, _FONT, bold=False, italic=False))
        left = pieces[-1].right + 100
    return Row(tuple(pieces))


def page(number: int, *heads: tuple[str, float], feet: tuple[tuple[str, float], ...] = ()) -> tuple[Row, ...]:
    """A page of rows that stand on no other, with others above and below; a number sign in these is the page's number."""
    body = [row(f"{_LETTERS[number % 21]}{_LETTERS[place]}{_LETTERS[number // 21]} haven", 100 + 12 * place) for place in range(9)]
    top, end = ([row(text.replace("#", str(number)), base) for text, base in given] for given in (heads, feet))
    return (*top, *body, *end)


def heads(found: tuple[Edges, ...]) -> list[int]:
    """How many rows each page has as its head."""
    return [len(own.heads) for own in found]


def feet(found: tuple[Edges, ...]) -> list[int]:
    """How many rows each page has as its foot."""
    return [len(own.feet) for own in found]


def pages(count: int, *given: tuple[str, float], below: tuple[tuple[str, float], ...] = (), first: int = 1) -> tuple[Edges, ...]:
    """What belongs to pages that all have the same rows above and below."""
    return find_edges(tuple(page(number, *given, feet=below) for number in range(first, first + count)))


_NEXT: Final = 208
"""Where the next row below the text would stand."""


@pytest.mark.parametrize(
    "foot",
    [
        "#", "- # -", "– # –", "(#)", "[ # ]", "— # —", "pagina #", "blz. #", "Blz #", "bladzijde # van 90", "page # of 90", "p. # / 90", "Seite # von 90", "página # de 90", "strona #", "sida # av 90",
        "side # af 90", "sivu #/90", "pag. # di 90", "pag #", "page # sur 90", "#/90", "12345/#", "# Havens", "Havens #",
    ],
)  # fmt: skip
def test_a_number_that_counts_the_pages_needs_no_white_above_it(foot: str) -> None:
    assert feet(pages(3, below=((foot, _NEXT),))) == [1, 1, 1]
    assert feet(pages(3, below=((foot.replace("#", "7"), _NEXT),))) == [0, 0, 0]


@pytest.mark.parametrize("foot", ["deel # van 90", "de # havens", "12345#", "#bis", "x/#/y"])
def test_other_numbers_in_a_row_count_no_pages(foot: str) -> None:
    assert feet(pages(3, below=((foot, _NEXT),), first=10)) == [0, 0, 0]


def test_pages_may_count_from_any_number_and_over_others() -> None:
    assert feet(pages(3, below=(("#", _NEXT),), first=12)) == [1, 1, 1]
    some = [page(number, feet=((str(number), _NEXT),) if number != 2 else ()) for number in (1, 2, 3, 4)]
    assert feet(find_edges(tuple(some))) == [1, 0, 1, 1]
    assert feet(pages(2, below=(("#", _NEXT),))) == [1, 1]
    assert feet(pages(1, below=(("#", _NEXT),))) == [0]
    empty = (page(1, feet=(("1", _NEXT),)), (), page(3, feet=(("3", _NEXT),)))
    assert feet(find_edges(empty)) == [1, 0, 1]
    two = [page(number, feet=((str(number), _NEXT),) if number < 3 else ()) for number in range(1, 5)]
    assert feet(find_edges(tuple(two))) == [0, 0, 0, 0]


def test_the_number_of_a_page_may_stand_a_little_higher_or_lower() -> None:
    def at(*bases: float) -> list[int]:
        return feet(find_edges(tuple(page(number, feet=((f"{number}", base),)) for number, base in enumerate(bases, 1))))

    assert at(800, 800, 800, 803) == [1, 1, 1, 1]
    assert at(800, 800, 800, 797) == [1, 1, 1, 1]
    assert at(800, 800, 800, 806) == [1, 1, 1, 0]
    assert at(800, 800, 800, 794) == [1, 1, 1, 0]


def test_a_head_stands_apart_from_the_text_by_more_white_than_its_rows() -> None:
    assert heads(pages(3, ("Verslag", 86))) == [0, 0, 0]
    assert heads(pages(3, ("Verslag", 85.9))) == [1, 1, 1]
    assert feet(pages(3, below=(("Verslag", 210),))) == [0, 0, 0]
    assert feet(pages(3, below=(("Verslag", 210.1),))) == [1, 1, 1]
    assert heads(pages(3, ("Verslag", 60), ("Havens", 72))) == [2, 2, 2]
    assert heads(pages(3, ("Verslag", 76), ("Havens", 88))) == [0, 0, 0]
    assert heads(pages(3, ("Verslag", 70), ("Havens", 88))) == [1, 1, 1]


def test_larger_rows_need_more_white() -> None:
    def read(head: float, body: float) -> list[int]:
        made = [(row("Verslag", 80, size=head), *(row(own.text, own.base, size=body) for own in page(number))) for number in (1, 2, 3)]
        return heads(find_edges(tuple(made)))

    assert read(10, 10) == [1, 1, 1]
    assert read(15, 10) == [0, 0, 0]
    assert read(10, 15) == [0, 0, 0]


def test_outside_of_a_head_one_other_row_belongs_to_it() -> None:
    def read(*own: str) -> list[int]:
        made = [
            page(number, *((f"{text}{_LETTERS[number]}", 20 + 12 * place) for place, text in enumerate(own)), ("Verslag", 60))
            for number in (1, 2, 3)
        ]
        return heads(find_edges(tuple(made)))

    assert read() == [1, 1, 1]
    assert read("deel ") == [2, 2, 2]
    assert read("deel ", "bij ") == [0, 0, 0]


def test_so_many_rows_at_an_edge_are_looked_at() -> None:
    rows = tuple((f"Verslag {_LETTERS[place]}{_LETTERS[place]}", 5 + 12 * place) for place in range(8))
    assert heads(pages(3, *rows[:7])) == [7, 7, 7]
    assert heads(pages(3, *rows)) == [7, 7, 7]


def test_parts_of_a_head_may_swap_sides() -> None:
    made = tuple(page(number, (f"{number}|Verslag" if number % 2 else f"Verslag|{number}", 40)) for number in range(1, 5))
    assert heads(find_edges(made)) == [1, 1, 1, 1]
    turned = tuple(page(number, ("Haven|Verslag" if number % 2 else "Verslag|Haven", 40)) for number in (1, 2))
    assert heads(find_edges(turned)) == [1, 1]
    whole = tuple(page(number, ("Haven Verslag" if number % 2 else "Verslag Haven", 40)) for number in (1, 2))
    assert heads(find_edges(whole)) == [0, 0]


def test_roman_numbers_are_numbers() -> None:
    made = tuple(page(number, (f"Deel {digits}", 40)) for number, digits in enumerate(("i", "ii", "XIV"), 1))
    assert heads(find_edges(made)) == [1, 1, 1]
    other = tuple(page(number, (f"Deel {digits}", 40)) for number, digits in enumerate(("a", "b", "d"), 1))
    assert heads(find_edges(other)) == [0, 0, 0]


@pytest.mark.parametrize(
    ("count", "with_head", "found"), [(12, 2, True), (17, 2, True), (18, 2, False), (18, 3, True), (24, 4, True), (24, 3, False)]
)
def test_a_head_returns_on_one_page_in_so_many(count: int, with_head: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    made = tuple(page(number, *((("Verslag", 40),) if number <= with_head else ())) for number in range(1, count + 1))
    assert sum(heads(find_edges(made))) == (with_head if found else 0)


@pytest.mark.parametrize(("others", "found"), [(0, 3), (2, 5), (3, 3), (6, 3), (7, 0)])
def test_rows_at_the_height_of_a_head_are_heads_where_most_are(others: int, found: int) -> None:
    same = [page(number, ("Verslag", 40)) for number in range(1, 4)]
    odd = [page(number, (f"{_LETTERS[number]}{_LETTERS[number]} dam", 40)) for number in range(4, 4 + others)]
    assert sum(heads(find_edges((*same, *odd)))) == found


def test_a_long_row_at_the_height_of_a_head_is_text() -> None:
    def read(text: str) -> list[int]:
        return heads(find_edges((*(page(number, ("Verslag", 40)) for number in (1, 2, 3)), page(4, (text, 40)))))

    assert read("w" * 80) == [1, 1, 1, 1]
    assert read("w" * 81) == [1, 1, 1, 0]
    assert heads(pages(3, ("w" * 160, 40))) == [1, 1, 1]
    assert heads(pages(3, ("w" * 161, 40))) == [0, 0, 0]


@pytest.mark.parametrize(
    ("count", "with_foot", "found"), [(3, 3, True), (2, 2, False), (10, 4, True), (10, 3, False), (7, 3, True), (8, 3, False)]
)
@pytest.mark.parametrize("foot", ["# Zie het verslag", "(#) Zie het verslag", "#Zie", "123 bij"])
def test_a_foot_that_may_be_a_note_stands_on_many_pages(foot: str, count: int, with_foot: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    made = tuple(page(number, feet=((foot, 800),) if number <= with_foot else ()) for number in range(1, count + 1))
    assert sum(feet(find_edges(made))) == (with_foot if found else 0)


@pytest.mark.parametrize("foot", ["1234 Zie het verslag", "# 12", "# z", "Zie # het verslag"])
def test_other_feet_with_a_number_are_no_notes(foot: str) -> None:
    assert feet(pages(2, below=((foot, 800),))) == [1, 1]


def test_the_same_row_at_a_head_may_stand_as_a_note_only_below() -> None:
    assert heads(pages(2, ("1 Zie het verslag", 40))) == [1, 1]
    assert feet(pages(2, below=(("1 Zie het verslag", 800),))) == [0, 0]


def test_a_page_of_heads_and_feet_alone_has_each_row_once() -> None:
    made = tuple((row("Verslag", 40), row(str(number), 800)) for number in (1, 2, 3))
    found = find_edges(made)
    assert [len(own.heads) + len(own.body) + len(own.feet) for own in found] == [2, 2, 2]
    assert [own.body for own in found] == [(), (), ()]
