"""Tables and boxes of a PDF that lines draw: lines that touch make a grid, slots with no line between them a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from generator.model import Box
from generator.readers.printed.pdf.bands import between_levels
from generator.readers.printed.pdf.found_tables import NEAR, Cell, Slot, Table, distinct, is_inside, middle_of, slot
from generator.readers.printed.pdf.pieces import DrawnShape, TextPiece, around
from generator.readers.printed.pdf.rows import rows_of

_MOST_SHAPES: Final = 1500
"""A page with more lines and boxes than this is a drawing or a map."""

_WHOLE_PAGE: Final = 0.8
"""Part of the page's height and width: what is larger is a frame around the page, or its background."""

_FULL: Final = 3
"""One in so many cells of a table holds something at least; a grid that holds less is a form or a drawing."""


@dataclass(slots=True)
class _Grid:
    """Lines that touch each other."""

    levels: list[DrawnShape] = field(default_factory=list)
    uprights: list[DrawnShape] = field(default_factory=list)

    @property
    def closed(self) -> bool:
        """Whether the lines may enclose something."""
        return len(self.levels) > 1 and len(self.uprights) > 1

    @property
    def box(self) -> Box:
        return around((*self.levels, *self.uprights))


def ruled_tables(pieces: tuple[TextPiece, ...], shapes: tuple[DrawnShape, ...], width: float, height: float) -> tuple[Table, ...]:
    """The tables and boxes that lines draw around pieces, from top to bottom."""
    if len(shapes) > _MOST_SHAPES:
        return ()
    small = [s for s in shapes if not (s.right - s.left > _WHOLE_PAGE * width and s.bottom - s.top > _WHOLE_PAGE * height)]
    grids = tuple(_in_grids(small, pieces))
    found = [*grids, *(table for table in between_levels(small, pieces) if not _joins(table, grids))]
    found.sort(key=_area, reverse=True)
    outer = [t for i, t in enumerate(found) if not any(_holds(other, t) for other in found[:i])]
    return tuple(sorted(outer, key=_top))


def _in_grids(shapes: list[DrawnShape], pieces: tuple[TextPiece, ...]) -> Iterator[Table]:
    """The tables that lines enclose."""
    for grid in _grids(shapes):
        inside = [piece for piece in pieces if is_inside(piece, grid.box)] if grid.closed else []
        table = _from_grid(grid, inside) if inside else None
        if table is not None:
            yield table


def _joins(table: Table, grids: tuple[Table, ...]) -> bool:
    """Whether the level lines of a table are those of several that lines enclose, one below the other."""
    return sum(_holds(table, grid) and not grid.is_box for grid in grids) > 1


def _area(table: Table) -> tuple[bool, float]:
    return not table.is_box, (table.right - table.left) * (table.bottom - table.top)


def _holds(outer: Table, table: Table) -> bool:
    return (
        outer.left - 1 <= table.right and table.left <= outer.right + 1 and outer.top - 1 <= table.bottom and table.top <= outer.bottom + 1
    )


def _top(table: Table) -> float:
    return table.top


# From shapes to grids ----------------------------------------------------------------------------------------------


def _edges(shapes: Iterable[DrawnShape]) -> Iterator[tuple[bool, DrawnShape]]:
    """The lines of the shapes, with whether each is level: a box has four."""
    for s in shapes:
        if s.level or s.upright:
            yield s.level, s
        elif s.right - s.left > 2 * NEAR and s.bottom - s.top > 2 * NEAR:
            yield from ((True, DrawnShape(s.left, y, s.right, y, s.filled)) for y in (s.top, s.bottom))
            yield from ((False, DrawnShape(x, s.top, x, s.bottom, s.filled)) for x in (s.left, s.right))


def _grids(shapes: list[DrawnShape]) -> Iterator[_Grid]:
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


def _edge_top(edge: tuple[bool, DrawnShape]) -> tuple[float, float]:
    return edge[1].top, edge[1].left


def _touches(box: list[float], grid: _Grid, line: DrawnShape) -> bool:
    if line.left > box[2] + NEAR or line.right < box[0] - NEAR or line.top > box[3] + NEAR or line.bottom < box[1] - NEAR:
        return False
    return any(
        line.left <= s.right + NEAR and line.right >= s.left - NEAR and line.top <= s.bottom + NEAR and line.bottom >= s.top - NEAR
        for s in (*grid.levels, *grid.uprights)
    )


# From grids to tables ----------------------------------------------------------------------------------------------


def _from_grid(grid: _Grid, pieces: list[TextPiece]) -> Table | None:
    """The table of a grid whose cells hold the pieces; None where they do not look like one."""
    xs = distinct(s.left for s in grid.uprights)
    ys = distinct(s.top for s in grid.levels)
    if min(len(xs), len(ys)) == 1:
        return None
    owner = _cells(grid, xs, ys)
    held: dict[Slot, list[TextPiece]] = defaultdict(list)
    for piece in pieces:
        held[owner[slot(ys, middle_of(piece)), slot(xs, piece.left + 1)]].append(piece)
    cells = list(_with_spans(owner, held))
    return Table(tuple(_without_empty(cells)), *grid.box) if _looks_like_table(cells) else None


def _with_spans(owner: dict[Slot, Slot], held: dict[Slot, list[TextPiece]]) -> Iterator[Cell]:
    """The cells in reading order, each with the slots that belong to it and the rows of its pieces."""
    spans: dict[Slot, list[Slot]] = defaultdict(list)
    for own, first in owner.items():
        spans[first].append(own)
    for first, slots in sorted(spans.items()):
        down = max(row for row, _ in slots) - first[0] + 1
        across = max(column for _, column in slots) - first[1] + 1
        yield Cell(first[0], first[1], down, across, rows_of(held[first]))


def _looks_like_table(cells: list[Cell]) -> bool:
    """Whether the cells hold enough for a table, or stand below one another as a box."""
    full = [cell for cell in cells if cell.rows]
    return len({cell.column for cell in full}) <= 1 or len(full) * _FULL >= len(cells)


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


def _is_drawn(lines: list[DrawnShape], middle: float, at: float, *, upright: bool) -> bool:
    """Whether a line runs at `at` past the middle of a slot."""
    if upright:
        return any(abs(s.left - at) <= NEAR and s.top - 1 <= middle <= s.bottom + 1 for s in lines)
    return any(abs(s.top - at) <= NEAR and s.left - 1 <= middle <= s.right + 1 for s in lines)


def _without_empty(cells: list[Cell]) -> Iterator[Cell]:
    """The cells without rows and columns that hold nothing at all, as double lines leave them."""
    rows = sorted({cell.row for cell in cells if cell.rows})
    columns = sorted({cell.column for cell in cells if cell.rows})
    for cell in cells:
        if cell.row in rows and cell.column in columns:
            down = sum(cell.row <= row < cell.row + cell.down for row in rows)
            across = sum(cell.column <= column < cell.column + cell.across for column in columns)
            yield Cell(rows.index(cell.row), columns.index(cell.column), down, across, cell.rows)
