"""Tables and boxes found on a PDF page: their cells, where they lie, and the piece that stands in their place among the rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.model import Box
from generator.readers.printed.pdf.pieces import Font, TextPiece
from generator.readers.printed.pdf.rows import Row

Slot: TypeAlias = tuple[int, int]
"""Row and column of a grid, from 0."""

NEAR: Final = 3.0
"""Points. Lines that meet are often drawn a little short or past each other. The PDFs of the tests read alike with half of it and with
twice as much."""

FEWEST_ROWS: Final = 3
"""Fewer rows, or lines, are no table: a pair of them may be chance."""

_OBJECT: Final = "\ufffc"
"""What Unicode has for something that is no text."""

_NO_FONT: Final = Font("", bold=False, italic=False, glyphs=False)


def placeholder_number(row: Row) -> int | None:
    """The number of the table that a row stands for; None for any other row."""
    text = row.pieces[0].text
    return int(text[1:]) if text.startswith(_OBJECT) and text[1:].isdecimal() else None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its first row and column, over how many rows and columns it reaches, and its rows of print."""

    row: int
    column: int
    down: int
    across: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table or, with a single cell, a box: its cells in reading order, and where it starts and ends on the page, in points."""

    cells: tuple[Cell, ...]
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of_rows(cls, cells: tuple[Cell, ...], rows: tuple[Row, ...]) -> Table:
        """The table that rows make up, the first at its top: it reaches from the letters of the first to the base line of the last."""
        return cls(cells, min(row.left for row in rows), rows[0].base - rows[0].size, max(row.right for row in rows), rows[-1].base)

    @property
    def box(self) -> Box:
        """Its edges."""
        return self.left, self.top, self.right, self.bottom

    def holds(self, piece: TextPiece) -> bool:
        """Whether a piece stands in it."""
        return is_inside(piece, self.box)

    def placeholder(self, number: int) -> TextPiece:
        """A piece as wide as the table, where it begins, that keeps its place among rows and columns; `number` tells it from others."""
        return TextPiece(f"{_OBJECT}{number}", self.left, self.right, self.top + 1, 1.0, _NO_FONT, bold=False, italic=False)

    @property
    def is_box(self) -> bool:
        """Whether it has a single cell, and is a frame around text."""
        return len({cell.column for cell in self.cells}) <= 1


_MIDDLE: Final = 0.3
"""In units of the type size: half the height of a small letter lies so far above the line it stands on."""


def middle_of(piece: TextPiece) -> float:
    """The middle of a piece's letters, in points from the top of the page."""
    return piece.base - _MIDDLE * piece.size


def is_inside(piece: TextPiece, box: Box) -> bool:
    """Whether a piece stands in a box: most of it, not what hangs out of it below."""
    middle = middle_of(piece)
    return box[0] - 1 <= piece.left and piece.left <= box[2] and box[1] <= middle <= box[3]


def distinct(values: Iterable[float]) -> list[float]:
    """The values from low to high, those closer than `NEAR` as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def slot(edges: list[float], value: float) -> int:
    """The slot between two edges in which a value lies, from 0; the first or last one if it lies outside."""
    return max(0, min(len(edges) - 2, sum(edge <= value for edge in edges) - 1))
