"""Tables of a PDF without upright lines: rows that white space, and perhaps level lines, part into columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final

from generator.model import Box
from generator.readers.printed.pdf.found_tables import FEWEST_ROWS, NEAR, Cell, Slot, Table, distinct, is_inside, slot
from generator.readers.printed.pdf.pieces import DrawnShape, TextPiece
from generator.readers.printed.pdf.rows import Row, rows_of
from generator.readers.printed.pdf.white_columns import bounds_of, column_at, is_parted, parts_of
from generator.readers.printed.pdf.word_tables import continues_row, word_table

_NUMERIC: Final = re.compile(r"[(+–-]?[€$£]?[.,\s]*\d[\d.,\s]*[%*)]?(?:\s?(?:EUR|miljoen|mln|mld|€))?|[–-]|n\.?[bva]\.?")
_LEADERS: Final = re.compile(r"\.{3,}|(?:\.\s){3,}|…{2,}")


# Tables with level lines only --------------------------------------------------------------------------------------


def between_levels(shapes: list[DrawnShape], pieces: tuple[TextPiece, ...]) -> Iterator[Table]:
    """Tables ruled from left to right only: three lines or more of one width, with columns between them."""
    for lines in _levels(shapes):
        ys = distinct(line.top for line in lines)
        if len(ys) >= FEWEST_ROWS:
            box = (min(line.left for line in lines), ys[0], max(line.right for line in lines), ys[-1])
            table = _from_bands(box, ys, rows_of(piece for piece in pieces if is_inside(piece, box)))
            if table:
                yield table


def _levels(shapes: list[DrawnShape]) -> Iterable[list[DrawnShape]]:
    """The level lines, those of one width at one place together."""
    levels: dict[tuple[int, int], list[DrawnShape]] = defaultdict(list)
    for shape in shapes:
        if shape.level:
            levels[round(shape.left / NEAR), round(shape.right / NEAR)].append(shape)
    return levels.values()


def _from_bands(box: Box, ys: list[float], rows: tuple[Row, ...]) -> Table | None:
    """The table of rows that lines part into bands; three lines are those above and below the head and the last."""
    bounds = bounds_of(rows) if len(rows) > 1 else []
    columned = sum(map(is_parted, rows))
    if not bounds or columned * 2 < len(rows):
        return None
    held: dict[Slot, list[TextPiece]] = defaultdict(list)
    for number, row in zip(_numbers(ys, rows, bounds[0]), rows, strict=True):
        for piece in row.pieces:
            held[number, column_at(bounds, piece)].append(piece)
    cells = tuple(Cell(row, column, 1, 1, rows_of(own)) for (row, column), own in sorted(held.items()))
    return Table(cells, *box)


def _numbers(ys: list[float], rows: tuple[Row, ...], first_column: float) -> Iterator[int]:
    """The number of the table's row that each printed row belongs to: a band, or below the head of three lines a row of its own."""
    bands = [slot(ys, row.base) for row in rows]
    number = 0
    yield number
    for row, (previous, band) in zip(rows[1:], pairwise(bands), strict=True):
        opens = len(ys) == FEWEST_ROWS and band > 0 and row.left < first_column and len(parts_of(row)) > 1
        number += opens or band != previous
        yield number


# Tables without lines ------------------------------------------------------------------------------------------------


def open_tables(rows: tuple[Row, ...]) -> Iterator[Row | Table]:
    """The rows of a column; stretches of them that stand in columns of their own as tables."""
    for columned, group in groupby(_marked(rows), key=_is_columned):
        stretch = tuple(row for row, _ in group)
        table = (_from_rows(stretch) or word_table(stretch)) if columned and len(stretch) >= FEWEST_ROWS else None
        if table:
            yield table
        else:
            yield from stretch


def _is_columned(marked: tuple[Row, bool]) -> bool:
    return marked[1]


def _marked(rows: tuple[Row, ...]) -> Iterator[tuple[Row, bool]]:
    """Each row with whether it stands in columns, or goes on with the cells of the row above it."""
    before: Row | None = None
    for row in rows:
        columned = is_parted(row) and not _LEADERS.search(row.text)
        if columned:
            before = row
        elif before is None or not continues_row(before, row):
            before = None
        yield row, before is not None


def _from_rows(rows: tuple[Row, ...]) -> Table | None:
    """The table that rows make up if the same white space parts all of them, and most of what stands in it is figures."""
    bounds = bounds_of(rows) if all(map(is_parted, rows)) else []
    if not bounds:
        return None
    cells = [cell for number, row in enumerate(rows) for cell in _row_cells(number, row, bounds)]
    if not _are_figures([cell.rows[0].text for cell in cells if cell.column], columns=len(bounds)):
        return None
    return Table.of_rows(tuple(cells), rows)


def _are_figures(texts: list[str], *, columns: int) -> bool:
    """Whether most of the texts behind the first column are figures, and no page numbers of a table of contents."""
    figures = sum(bool(_NUMERIC.fullmatch(text)) for text in texts)
    return figures * 2 >= len(texts) and not (columns == 1 and _counts_pages(texts))


def _row_cells(number: int, row: Row, bounds: list[float]) -> Iterator[Cell]:
    held: dict[int, list[TextPiece]] = defaultdict(list)
    for piece in row.pieces:
        held[column_at(bounds, piece)].append(piece)
    return (Cell(number, column, 1, 1, (Row(tuple(own)),)) for column, own in sorted(held.items()))


def _counts_pages(texts: list[str]) -> bool:
    """Whether numbers rise as the pages of a table of contents do."""
    return all(text.isdecimal() for text in texts) and [int(text) for text in texts] == sorted(int(text) for text in texts)
