"""The tables in a PDF's transcript, made of the rows whose elements say that they stand in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, product
from typing import Final, TypeAlias

from generator.model import OnPages
from generator.readers.pieces.drafts import CellDraft, Draft, TableDraft
from generator.readers.pieces.shape import starts_lower
from generator.readers.printed.pdf.chunks import Chunk
from generator.readers.printed.pdf.lines import Line, place_of

Slot: TypeAlias = tuple[int, int]
"""Row and column, from 1."""

_CELL: Final = re.compile(r"table\[\d+\]/row\[(?P<row>\d+)(?:-(?P<last_row>\d+))?\]/cell\[(?P<column>\d+)(?:-(?P<last_column>\d+))?\]")
_NEAR: Final = 4.0
"""Points by which the edges of a table may differ on the next page. The PDFs of the tests read alike with half of it and with twice as
much."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with its rows of print."""

    row: int
    column: int
    down: int
    across: int
    lines: tuple[Line, ...]

    @property
    def slots(self) -> Iterator[Slot]:
        """All slots that it reaches over."""
        return product(range(self.row, self.row + self.down), range(self.column, self.column + self.across))

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def joined(chunks: Iterable[Chunk]) -> tuple[tuple[Chunk, ...], tuple[Line, ...]]:
    """The chunks, a table that continues on the next page as one; and the rows of heads that are printed again there."""
    kept: list[Chunk] = []
    again: list[Line] = []
    for chunk in chunks:
        before = kept[-1] if kept else None
        if before is None or not _goes_on(before, chunk):
            kept.append(chunk)
            continue
        head, rest = _without_head(before, chunk)
        again += head
        kept[-1] = replace(before, lines=(*before.lines, *rest))
    return tuple(kept), tuple(again)


def _goes_on(before: Chunk, chunk: Chunk) -> bool:
    """Whether a table is the rest of the one before: on the next page, with the same columns at the same places."""
    if before.region != "table" or chunk.region != "table" or chunk.lines[0].page - before.lines[-1].page != 1:
        return False
    last = tuple(line for line in before.lines if line.page == before.lines[-1].page)
    return _columns(last) == _columns(chunk.lines) and abs(_left(last) - _left(chunk.lines)) < _NEAR


def _columns(lines: tuple[Line, ...]) -> int:
    return max(cell.column + cell.across - 1 for cell in _cells(lines))


def _left(lines: tuple[Line, ...]) -> float:
    return min(line.left for line in lines)


def _without_head(before: Chunk, chunk: Chunk) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The first row of a table's rest, if it says again what the table's first row says; and the other rows."""
    head = _first_row(chunk.lines)
    if [cell.text for cell in _first_row(before.lines)] != [cell.text for cell in head]:
        return (), chunk.lines
    own = {line.start for cell in head for line in cell.lines}
    return tuple(line for line in chunk.lines if line.start in own), tuple(line for line in chunk.lines if line.start not in own)


def _first_row(lines: tuple[Line, ...]) -> list[_Cell]:
    return [cell for cell in _cells(lines) if cell.row == 1]


def _cells(lines: Iterable[Line]) -> Iterator[_Cell]:
    """The cells of one table on one page, or of its parts one below the other: the rows of each part count on."""
    done, page = 0, None
    reached = 0
    for (number, element), group in groupby(lines, key=_page_and_element):
        match = _CELL.fullmatch(element)
        if match is None:
            continue
        own = tuple(group)
        row, column = int(match["row"]), int(match["column"])
        if page is not None and number != page:
            # A row that the page end cut in two has nothing new in its first column.
            done = reached - 1 if column > 1 or starts_lower(own[0].text) else reached
            done -= row - 1
        page = number
        down, across = int(match["last_row"] or row) - row + 1, int(match["last_column"] or column) - column + 1
        reached = max(reached, done + row + down - 1)
        yield _Cell(done + row, column, down, across, own)


def _page_and_element(line: Line) -> tuple[int, str]:
    return line.page, line.element


def table_draft(lines: tuple[Line, ...], caption: tuple[Line, ...] = ()) -> Draft:
    """A table with all its rows; slots that nothing is printed in are empty cells."""
    place = place_of(lines)
    cells = _by_slot(lines)
    taken = {slot for cell in _cells(lines) for slot in cell.slots}
    height, width = max(row for row, _ in taken), max(column for _, column in taken)
    rows = (tuple(_row(cells, taken, row, width, place)) for row in range(1, height + 1))
    said = CellDraft(tuple((line.span,) for line in caption), place_of(caption)) if caption else None
    return Draft((), "", place, "table", table=TableDraft(tuple(row for row in rows if row), _header_rows(cells, height), said))


def _by_slot(lines: tuple[Line, ...]) -> dict[Slot, _Cell]:
    """The cells by their first slot; what page ends cut in two is one cell."""
    cells: dict[Slot, _Cell] = {}
    for cell in _cells(lines):
        known = cells.get((cell.row, cell.column))
        cells[cell.row, cell.column] = replace(known, lines=(*known.lines, *cell.lines)) if known else cell
    return cells


def _header_rows(cells: dict[Slot, _Cell], height: int) -> int:
    """How many rows at the top are bold throughout; none where all are."""
    light = {row for (row, _), cell in cells.items() if not all(line.bold for line in cell.lines)}
    bold = {row for row, _ in cells} - light
    return next((row - 1 for row in range(1, height + 1) if row not in bold), 0)


def _row(cells: dict[Slot, _Cell], taken: set[Slot], row: int, width: int, place: OnPages) -> Iterator[CellDraft]:
    for column in range(1, width + 1):
        cell = cells.get((row, column))
        if cell:
            yield CellDraft(tuple((line.span,) for line in cell.lines), place_of(cell.lines), cell.across, cell.down)
        elif (row, column) not in taken:
            yield CellDraft((), place)
