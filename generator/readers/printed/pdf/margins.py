"""Numbers that count the rows of a page in its margin, as drafts of laws and court papers have them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, TypeAlias

from generator.readers.printed.pdf.pieces import TextPiece
from generator.readers.printed.pdf.rows import Row

Columns: TypeAlias = dict[int, list[tuple[int, TextPiece]]]
"""Numbers by the edge they are set to, each with the place of its row."""

_FEWEST: Final = 4
"""Fewer numbers one below the other may be chance, or those of a list."""

_MOSTLY: Final = 0.7
"""So many steps from number to number are as large as the rows between: a row left empty may count too."""

_NEAR: Final = 3.0
"""Points by which the edges of numbers set one below the other differ at most."""

_LONGEST: Final = 4
"""Digits of the number of a row: some drafts count their rows through the whole document."""

_STRAYS: Final = 0.1
"""The share of the rows of a page that may reach past the numbers into the margin."""


def without_row_numbers(pages: Iterable[tuple[Row, ...]]) -> tuple[tuple[tuple[Row, ...], tuple[TextPiece, ...]], ...]:
    """The rows of each page without the numbers that count them, and those numbers."""
    pages = tuple(pages)
    columns = [_columns(rows) for rows in pages]
    counting = [_counting(page, rows) for page, rows in zip(columns, pages, strict=True)]
    known = set().union(*counting)
    return tuple(_parted(rows, _numbers(page, own, known)) for rows, page, own in zip(pages, columns, counting, strict=True))


def _counting(columns: Columns, rows: tuple[Row, ...]) -> set[int]:
    """The edges at which the numbers of a page plainly count its rows."""
    return {edge for edge, numbers in columns.items() if len(numbers) >= _FEWEST and _count_rows(numbers) and _lie_outside(numbers, rows)}


def _numbers(columns: Columns, own: set[int], known: set[int]) -> list[TextPiece]:
    """The numbers at a page's own edges; at those known from other pages, where they count too."""
    counting = (numbers for edge, numbers in columns.items() if edge in own or (edge in known and _count_rows(numbers)))
    return [piece for numbers in counting for _, piece in numbers]


def _parted(rows: tuple[Row, ...], numbers: list[TextPiece]) -> tuple[tuple[Row, ...], tuple[TextPiece, ...]]:
    if not numbers:
        return rows, ()
    own = {id(piece) for piece in numbers}
    kept = (tuple(piece for piece in row.pieces if id(piece) not in own) for row in rows)
    return tuple(Row(pieces) for pieces in kept if pieces), tuple(numbers)


def _columns(rows: tuple[Row, ...]) -> Columns:
    """The numbers that rows begin or end with, by the edge they are set to, each with the place of its row."""
    found: dict[int, list[tuple[int, TextPiece]]] = defaultdict(list)
    for index, row in enumerate(rows):
        for piece, edge in ((row.pieces[0], row.pieces[0].right), (row.pieces[-1], -row.pieces[-1].left)):
            if piece.text.strip().isdecimal() and len(piece.text.strip()) <= _LONGEST and not piece.raised:
                found[round(edge / _NEAR)].append((index, piece))
    for edge in sorted(found):
        if edge - 1 in found:  # what differs by rounding alone is one column
            found[edge] = sorted([*found.pop(edge - 1), *found[edge]], key=_index)
    return found


def _count_rows(numbers: list[tuple[int, TextPiece]]) -> bool:
    steps = [(after - before, int(b.text) - int(a.text)) for (before, a), (after, b) in pairwise(numbers)]
    return len(steps) > 0 and sum(rows_between == step > 0 for rows_between, step in steps) >= _MOSTLY * len(steps)


def _lie_outside(numbers: list[tuple[int, TextPiece]], rows: tuple[Row, ...]) -> bool:
    """Whether the numbers stand beside the text, not below one another at its own edge as those of notes and items do."""
    own = {id(piece) for _, piece in numbers}
    others = [piece for row in rows for piece in row.pieces if id(piece) not in own]
    left, right = max(piece.right for _, piece in numbers), min(piece.left for _, piece in numbers)
    before, after = sum(piece.left < left for piece in others), sum(piece.right > right for piece in others)
    return min(before, after) <= _STRAYS * len(rows)


def _index(number: tuple[int, TextPiece]) -> int:
    return number[0]
