"""Tables of words without lines: at least three columns, or two below a bold head, whose cells begin at the same places row after row."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from generator.readers.printed.pdf.found_tables import FEWEST_ROWS, Cell, Slot, Table
from generator.readers.printed.pdf.pieces import TextPiece
from generator.readers.printed.pdf.rows import Row, rows_of
from generator.readers.printed.pdf.white_columns import bounds_of, column_at, parts_of

_EDGE: Final = 2.0
"""Points by which cells of one column begin apart at most: word processors set them to one place."""

_ALIGNED: Final = 0.8
"""So many cells of a column begin at one place: where fewer do, white that happens to lie below white parts the rows."""

_FILLED: Final = 0.7
"""So many of a table's slots hold something: a table has empty cells, an address block beside another has more."""

_APART: Final = 1.2
"""In units of the type size: what wraps inside a cell stands so far below at most; rows of a table stand further apart or as near."""

_CERTAIN: Final = 3
"""Columns. Two may be labels with what they say, or terms with what they mean, and are one only below a bold head."""

_MOST_WORDS: Final = 12
"""Words of a usual cell: more are running text in columns."""


def continues_row(before: Row, row: Row) -> bool:
    """Whether a row in one part continues a cell of the row above: it begins where one of the later parts of that row does, right below it."""
    edges = [part[0].left for part in parts_of(before)[1:]]
    near = row.base - before.base <= 2 * _APART * before.size
    return near and any(abs(row.left - edge) <= _EDGE for edge in edges)


def word_table(rows: tuple[Row, ...]) -> Table | None:
    """The table that rows make up if their words certainly stand in columns."""
    bounds = bounds_of(rows)
    numbers = _numbers(rows)
    if not _may_be_columns(rows, bounds) or numbers[-1] + 1 < FEWEST_ROWS:
        return None
    held: dict[Slot, list[TextPiece]] = defaultdict(list)
    for number, row in zip(numbers, rows, strict=True):
        for piece in row.pieces:
            held[number, column_at(bounds, piece)].append(piece)
    if not _is_certain(held, numbers[-1] + 1, len(bounds) + 1):
        return None
    cells = tuple(Cell(row, column, 1, 1, rows_of(own)) for (row, column), own in sorted(held.items()))
    return Table.of_rows(cells, rows)


def _may_be_columns(rows: tuple[Row, ...], bounds: list[float]) -> bool:
    """Whether there are enough columns, or two of which the first row is the head."""
    if len(bounds) + 1 >= _CERTAIN:
        return True
    head, *others = rows
    return len(bounds) == 1 and all(p.bold for p in head.pieces) and not any(p.bold for row in others for p in row.pieces)


def _numbers(rows: tuple[Row, ...]) -> list[int]:
    """The number of the table's row that each printed row belongs to: one without a first cell goes on with the row above it."""
    first = min(row.left for row in rows)
    numbers = [0]
    for row in rows[1:]:
        numbers.append(numbers[-1] + (row.left <= first + _EDGE))
    return numbers


def _is_certain(held: dict[Slot, list[TextPiece]], height: int, width: int) -> bool:
    """Whether the cells are short, fill the table and begin at the places of their columns."""
    lengths = sorted(len(" ".join(piece.text for piece in own).split()) for own in held.values())
    if len(held) < _FILLED * height * width or lengths[len(lengths) // 2] > _MOST_WORDS:
        return False
    edges: dict[int, Counter[float]] = defaultdict(Counter)
    for (_, column), own in held.items():
        edges[column][round(min(piece.left for piece in own) / _EDGE)] += 1
    return all(places.most_common(1)[0][1] >= _ALIGNED * places.total() for places in edges.values())
