"""Charts and diagrams on a PDF's page: which words are their labels, and which stand beside them."""

from __future__ import annotations

from typing import Final

import pytest

from generator.readers.printed.pdf.drawings import words_in_drawings
from generator.readers.printed.pdf.found_tables import Table
from generator.readers.printed.pdf.pieces import DrawnShape, Font, Sheet, TextPiece

_BARS: Final = tuple(DrawnShape(100 + 30 * place, 200 - 20 * place, 120 + 30 * place, 300, filled=True) for place in range(4))
"""A chart of four bars, from 100 to 210 points and 140 to 300 points."""


def piece(text: str, left: float, base: float) -> TextPiece:
    """A piece of text, five points a letter."""
    return TextPiece(
        text, left, left + 5 * len(text), base, 10, Font("Times", bold=False, italic=False, glyphs=False), bold=False, italic=False
    )


def labels(*pieces: TextPiece, shapes: tuple[DrawnShape, ...] = _BARS, tables: tuple[Table, ...] = ()) -> list[str]:
    """The words that belong to a drawing on a page."""
    found = words_in_drawings(pieces, Sheet(1, 595, 842, pieces, shapes=shapes), tables)
    return [own.text for own in pieces if id(own) in found]


@pytest.mark.parametrize(
    ("word", "label"),
    [
        (piece("4", 130, 250), True), (piece("Malta", 102, 310), True), (piece("Malta", 102, 317), True), (piece("Malta", 102, 330), False), (piece("9", 81, 250), True), (piece("9", 70, 250), False),
        (piece("9", 224, 250), True), (piece("9", 230, 250), False), (piece("Malta", 102, 124), True), (piece("Malta", 102, 118), False), (piece("De haven is open.", 102, 310), False),
        (piece("Figuur 1: kades", 102, 310), False), (piece("de kade en de sluis van de haven nu", 40, 310), False),
    ],
)  # fmt: skip
def test_words_in_a_chart_and_beside_its_axes_are_labels(word: TextPiece, label: bool) -> None:  # noqa: FBT001 - a column of the table
    assert labels(word, piece("De haven is open.", 70, 500)) == ([word.text] if label else [])


@pytest.mark.parametrize(
    "shapes",
    [
        _BARS[:3],
        tuple(DrawnShape(s.left, 240, s.right, 300, filled=True) for s in _BARS),
        tuple(DrawnShape(100 + (s.left - 100) / 3, s.top, 105 + (s.left - 100) / 3, s.bottom, filled=True) for s in _BARS),
        tuple(DrawnShape(s.left, 260 + (s.top - 140) / 4, s.right, 300, filled=True) for s in _BARS),
        tuple(DrawnShape(s.left + 40 * place, s.top, s.right + 40 * place, s.bottom, filled=True) for place, s in enumerate(_BARS)),
        (DrawnShape(20, 20, 580, 300, filled=True), *_BARS[:3]),
        (DrawnShape(100, 20, 210, 800, filled=True), *_BARS[:3]),
        tuple(DrawnShape(s.left, s.top, s.left + 2, s.bottom, filled=True) for s in _BARS),
    ],
)
def test_few_small_or_like_shapes_make_no_drawing(shapes: tuple[DrawnShape, ...]) -> None:
    assert labels(piece("4", 130, 290), shapes=shapes) == []


def test_lines_beside_the_shapes_are_the_axes_of_a_chart() -> None:
    axis = DrawnShape(60, 301, 230, 301.5, filled=True)
    assert labels(piece("9", 62, 290), shapes=(*_BARS, axis)) == ["9"]
    assert labels(piece("9", 62, 290)) == []
    far = DrawnShape(60, 320, 230, 320.5, filled=True)
    assert labels(piece("9", 62, 290), shapes=(*_BARS, far)) == []


def test_shapes_around_running_text_or_in_a_table_are_no_drawing() -> None:
    rows = [piece("de kade en de sluis zijn nu al open", 100, 210 + 14 * place) for place in range(4)]
    assert labels(*rows) == []
    table = Table((), 95, 135, 215, 305)
    assert labels(piece("4", 130, 250), tables=(table,)) == []
    behind = tuple(DrawnShape(100, 200 + 20 * place, 220, 216 + (1 + place % 3) * 2 + 20 * place, filled=True) for place in range(6))
    assert labels(*(piece("Malta", 102, 212 + 20 * place) for place in range(6)), shapes=behind) == []
