"""Tables and boxes on a PDF page: what lies between drawn lines, and rows that stand in columns without any."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final, TypeAlias

from generator.readers.printed.pdf_pieces import Font, Piece, Shape
from generator.readers.printed.pdf_rows import Row, rows_of

Slot: TypeAlias = tuple[int, int]
"""Row and column of a grid, from 0."""

_NEAR: Final = 3.0
"""Points. Lines that meet are often drawn a little short or past each other."""

_MOST_SHAPES: Final = 1500
"""A page with more lines and boxes than this is a drawing or a map."""

_WHOLE_PAGE: Final = 0.8
"""Part of the page's height and width: what is larger is a frame around the page, or its background."""

_FEWEST_ROWS: Final = 3
_GAP: Final = 0.9
"""In units of the type size: columns lie at least so far apart in a table without lines."""

_NUMERIC: Final = re.compile(r"[(+–-]?[€$£]?\s?[\d.,\s]*\d[\d.,\s]*\s?[%*)]?(?:\s?(?:EUR|miljoen|mln|mld|€))?|[–-]|n\.?[bva]\.?")
_LEADERS: Final = re.compile(r"\.{3,}|(?:\.\s){3,}|…{2,}")
_MARK: Final = re.compile(r"\(?\w{1,4}[.)]|[^\w\s]|\(\w{1,4}\)|\d{1,3}")


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
    """A table or, with a single cell, a box: its cells in reading order, and where it starts and ends on the page."""

    cells: tuple[Cell, ...]
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, piece: Piece) -> bool:
        """Whether a piece stands in it."""
        return _is_inside(piece, (self.left, self.top, self.right, self.bottom))

    def placeholder(self, number: int) -> Piece:
        """A piece as wide as the table that stands where it begins, so that its place among rows and columns is known."""
        return Piece(f"{_OBJECT}{number}", self.left, self.right, self.top + 1, 1.0, _NO_FONT, bold=False, italic=False)

    @property
    def is_box(self) -> bool:
        """Whether it only sets text apart."""
        return len({cell.column for cell in self.cells}) <= 1


@dataclass(slots=True)
class _Grid:
    """Lines that touch each other."""

    levels: list[Shape] = field(default_factory=list)
    uprights: list[Shape] = field(default_factory=list)

    @property
    def box(self) -> tuple[float, float, float, float]:
        lines = [*self.levels, *self.uprights]
        return min(s.left for s in lines), min(s.top for s in lines), max(s.right for s in lines), max(s.bottom for s in lines)


def ruled_tables(pieces: tuple[Piece, ...], shapes: tuple[Shape, ...], width: float, height: float) -> tuple[Table, ...]:
    """The tables and boxes that lines draw around pieces, from top to bottom."""
    if len(shapes) > _MOST_SHAPES:
        return ()
    small = [s for s in shapes if not (s.right - s.left > _WHOLE_PAGE * width and s.bottom - s.top > _WHOLE_PAGE * height)]
    found: list[Table] = []
    for grid in _grids(small):
        if len(grid.levels) > 1 and len(grid.uprights) > 1:
            inside = [piece for piece in pieces if _is_inside(piece, grid.box)]
            table = _from_grid(grid, inside) if inside else None
            if table is not None:
                found.append(table)
    found += _between_levels(small, pieces)
    found.sort(key=_area, reverse=True)
    outer = [t for i, t in enumerate(found) if not any(_holds(other, t) for other in found[:i])]
    return tuple(sorted(outer, key=_top))


def _area(table: Table) -> tuple[bool, float]:
    return not table.is_box, (table.right - table.left) * (table.bottom - table.top)


def _holds(outer: Table, table: Table) -> bool:
    return (
        outer.left - 1 <= table.right and table.left <= outer.right + 1 and outer.top - 1 <= table.bottom and table.top <= outer.bottom + 1
    )


def _top(table: Table) -> float:
    return table.top


def _is_inside(piece: Piece, box: tuple[float, float, float, float]) -> bool:
    middle = piece.base - 0.3 * piece.size
    return box[0] - 1 <= piece.left and piece.left <= box[2] and box[1] <= middle <= box[3]


# From shapes to grids ----------------------------------------------------------------------------------------------


def _edges(shapes: Iterable[Shape]) -> Iterator[tuple[bool, Shape]]:
    """The lines of the shapes, with whether each is level: a box has four."""
    for s in shapes:
        if s.level or s.upright:
            yield s.level, s
        elif s.right - s.left > 2 * _NEAR and s.bottom - s.top > 2 * _NEAR:
            yield from ((True, Shape(s.left, y, s.right, y, s.filled)) for y in (s.top, s.bottom))
            yield from ((False, Shape(x, s.top, x, s.bottom, s.filled)) for x in (s.left, s.right))


def _grids(shapes: list[Shape]) -> Iterator[_Grid]:
    """The lines in groups that touch."""
    edges = sorted(_edges(shapes), key=_edge_top)
    groups: list[tuple[list[float], _Grid]] = []
    for level, line in edges:
        touching = [group for group in groups if _touches(group[0], group[1], line)]
        grid = _Grid()
        for _, other in touching:
            grid.levels += other.levels
            grid.uprights += other.uprights
        (grid.levels if level else grid.uprights).append(line)
        groups = [group for group in groups if group not in touching]
        groups.append((list(grid.box), grid))
    return (grid for _, grid in groups)


def _edge_top(edge: tuple[bool, Shape]) -> tuple[float, float]:
    return edge[1].top, edge[1].left


def _touches(box: list[float], grid: _Grid, line: Shape) -> bool:
    if line.left > box[2] + _NEAR or line.right < box[0] - _NEAR or line.top > box[3] + _NEAR or line.bottom < box[1] - _NEAR:
        return False
    return any(
        line.left <= s.right + _NEAR and line.right >= s.left - _NEAR and line.top <= s.bottom + _NEAR and line.bottom >= s.top - _NEAR
        for s in (*grid.levels, *grid.uprights)
    )


def _distinct(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _from_grid(grid: _Grid, pieces: list[Piece]) -> Table | None:
    """The table of a grid whose cells hold the pieces; None where they do not look like one."""
    xs = _distinct(s.left for s in grid.uprights)
    ys = _distinct(s.top for s in grid.levels)
    if len(xs) < 2 or len(ys) < 2:  # noqa: PLR2004
        return None
    owner = _cells(grid, xs, ys)
    held: dict[Slot, list[Piece]] = defaultdict(list)
    for piece in pieces:
        row, column = _slot(ys, piece.base - 0.3 * piece.size), _slot(xs, piece.left + 1)
        held[owner[row, column]].append(piece)
    spans: dict[Slot, list[Slot]] = defaultdict(list)
    for slot, first in owner.items():
        spans[first].append(slot)
    cells = []
    for first, slots in sorted(spans.items()):
        down = max(row for row, _ in slots) - first[0] + 1
        across = max(column for _, column in slots) - first[1] + 1
        cells.append(Cell(first[0], first[1], down, across, rows_of(held[first])))
    if len({cell.column for cell in cells if cell.rows}) > 1 and len([c for c in cells if c.rows]) * 3 < len(cells):
        return None
    left, top, right, bottom = grid.box
    return Table(tuple(_without_empty(cells)), left, top, right, bottom)


def _slot(edges: list[float], value: float) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= value for edge in edges) - 1))


def _cells(grid: _Grid, xs: list[float], ys: list[float]) -> dict[Slot, Slot]:
    """For each slot the first slot of the cell it belongs to: slots with no line between are one."""
    owner: dict[Slot, Slot] = {}
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            owner[row, column] = (row, column)
            if column and not _is_drawn(grid.uprights, (top + bottom) / 2, left, upright=True):
                owner[row, column] = owner[row, column - 1]
            elif row and not _is_drawn(grid.levels, (left + right) / 2, top, upright=False):
                owner[row, column] = owner[row - 1, column]
    return owner


def _is_drawn(lines: list[Shape], middle: float, at: float, *, upright: bool) -> bool:
    """Whether a line runs at `at` past the middle of a slot."""
    if upright:
        return any(abs(s.left - at) <= _NEAR and s.top - 1 <= middle <= s.bottom + 1 for s in lines)
    return any(abs(s.top - at) <= _NEAR and s.left - 1 <= middle <= s.right + 1 for s in lines)


def _without_empty(cells: list[Cell]) -> Iterator[Cell]:
    """The cells without rows and columns that hold nothing at all, as double lines leave them."""
    rows = sorted({cell.row for cell in cells if cell.rows})
    columns = sorted({cell.column for cell in cells if cell.rows})
    for cell in cells:
        if cell.row in rows and cell.column in columns:
            down = sum(cell.row <= row < cell.row + cell.down for row in rows)
            across = sum(cell.column <= column < cell.column + cell.across for column in columns)
            yield Cell(rows.index(cell.row), columns.index(cell.column), down, across, cell.rows)


# Tables with level lines only -----------------------------------------------------------------------------------


def _between_levels(shapes: list[Shape], pieces: tuple[Piece, ...]) -> Iterator[Table]:
    """Tables ruled from left to right only: three lines or more of one width, with columns between them."""
    levels: dict[tuple[int, int], list[Shape]] = defaultdict(list)
    for shape in shapes:
        if shape.level:
            levels[round(shape.left / _NEAR), round(shape.right / _NEAR)].append(shape)
    for lines in levels.values():
        ys = _distinct(line.top for line in lines)
        if len(ys) >= _FEWEST_ROWS:
            box = (min(line.left for line in lines), ys[0], max(line.right for line in lines), ys[-1])
            table = _from_bands(box, ys, rows_of(piece for piece in pieces if _is_inside(piece, box)))
            if table:
                yield table


def _from_bands(box: tuple[float, float, float, float], ys: list[float], rows: tuple[Row, ...]) -> Table | None:
    """The table of rows that lines part into bands; three lines are those above and below the head and the last."""
    bounds = _bounds(rows) if len(rows) > 1 else []
    columned = sum(len(_parts(row)) > 1 for row in rows)
    if not bounds or columned * 2 < len(rows):
        return None
    bands = [_slot(ys, row.base) for row in rows]
    numbers = [0]
    for row, (previous, band) in zip(rows[1:], pairwise(bands), strict=True):
        opens = len(ys) == _FEWEST_ROWS and band > 0 and row.left < bounds[0] and len(_parts(row)) > 1
        numbers.append(numbers[-1] + (opens or band != previous))
    held: dict[Slot, list[Piece]] = defaultdict(list)
    for number, row in zip(numbers, rows, strict=True):
        for piece in row.pieces:
            held[number, sum(bound <= piece.left + 1 for bound in bounds)].append(piece)
    cells = tuple(Cell(row, column, 1, 1, rows_of(own)) for (row, column), own in sorted(held.items()))
    return Table(cells, *box)


# Tables without lines ------------------------------------------------------------------------------------------------


def open_tables(rows: tuple[Row, ...]) -> Iterator[Row | Table]:
    """The rows of a column; stretches of them that stand in columns of their own as tables."""
    for columned, group in groupby(_marked(rows), key=_is_columned):
        stretch = tuple(row for row, _ in group)
        table = _from_rows(stretch) if columned and len(stretch) >= _FEWEST_ROWS else None
        if table:
            yield table
        else:
            yield from stretch


def _is_columned(marked: tuple[Row, bool]) -> bool:
    return marked[1]


def _marked(rows: tuple[Row, ...]) -> Iterator[tuple[Row, bool]]:
    for row in rows:
        parts = _parts(row)
        yield row, len(parts) > 1 and not _LEADERS.search(row.text)


def _parts(row: Row) -> tuple[tuple[Piece, ...], ...]:
    """What stands in a row side by side; a mark that hangs out belongs to what follows."""
    groups = [[row.pieces[0]]]
    for before, piece in pairwise(row.pieces):
        first = len(groups) == 1 and bool(_MARK.fullmatch("".join(p.text for p in groups[0]).strip()))
        if piece.left - before.right > _GAP * max(before.size, piece.size) and not first:
            groups.append([])
        groups[-1].append(piece)
    return tuple(tuple(group) for group in groups)


def _from_rows(rows: tuple[Row, ...]) -> Table | None:
    """The table that rows make up if the same white space parts all of them, and what stands in it is no running text."""
    bounds = _bounds(rows)
    if not bounds:
        return None
    cells = []
    for number, row in enumerate(rows):
        held: dict[int, list[Piece]] = defaultdict(list)
        for piece in row.pieces:
            held[sum(bound <= piece.left + 1 for bound in bounds)].append(piece)
        cells += [Cell(number, column, 1, 1, (Row(tuple(own)),)) for column, own in sorted(held.items())]
    texts = [cell.rows[0].text for cell in cells if cell.column]
    figures = sum(bool(_NUMERIC.fullmatch(text)) for text in texts)
    if figures * 2 < len(texts) or (len(bounds) == 1 and _counts_pages(texts)):
        return None
    return Table(tuple(cells), min(r.left for r in rows), rows[0].base - rows[0].size, max(r.right for r in rows), rows[-1].base)


def _counts_pages(texts: list[str]) -> bool:
    """Whether numbers rise as the pages of a table of contents do."""
    return all(text.isdecimal() for text in texts) and [int(text) for text in texts] == sorted(int(text) for text in texts)


def _bounds(rows: tuple[Row, ...]) -> list[float]:
    """Where the second and later columns begin: right after white space that all rows share."""
    taken = sorted((part[0].left, part[-1].right) for row in rows for part in _parts(row))
    bounds, reach = [], taken[0][1]
    size = max(row.size for row in rows)
    for left, right in taken:
        if left - reach > 0.5 * size:
            bounds.append(left)
        reach = max(reach, right)
    return bounds
