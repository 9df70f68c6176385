"""The table that rows of a PDF's transcript make up, told from the cells that their elements name."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from generator.model import OnPages
from generator.readers.pieces.drafts import CellDraft, Draft, TableDraft
from generator.readers.printed.pdf_lines import Line, place_of

_CELL: Final = re.compile(r"table\[\d+\]/row\[(?P<row>\d+)(?:-(?P<last_row>\d+))?\]/cell\[(?P<column>\d+)(?:-(?P<last_column>\d+))?\]")


def table_draft(lines: tuple[Line, ...]) -> Draft:
    """A table with all its rows; slots that nothing is printed in are empty cells."""
    place = place_of(lines)
    cells: dict[tuple[int, int], CellDraft] = {}
    bold: dict[int, list[bool]] = {}
    taken: set[tuple[int, int]] = set()
    for element, group in groupby(lines, key=_element):
        match = _CELL.fullmatch(element)
        if match is None:
            continue
        own = tuple(group)
        row, column = int(match["row"]), int(match["column"])
        down, across = int(match["last_row"] or row) - row + 1, int(match["last_column"] or column) - column + 1
        cells[row, column] = CellDraft(tuple((line.span,) for line in own), place_of(own), across, down)
        bold.setdefault(row, []).append(all(line.bold for line in own))
        taken |= {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
    height, width = max(row for row, _ in taken), max(column for _, column in taken)
    rows = tuple(_row(cells, taken, row, width, place) for row in range(1, height + 1))
    head = [row for row in range(1, height + 1) if row in bold and all(bold[row])]
    first = next((row - 1 for row in range(1, height + 1) if row not in head), 0)
    return Draft((), "", place, "table", table=TableDraft(tuple(row for row in rows if row), header_rows=first))


def _row(
    cells: dict[tuple[int, int], CellDraft], taken: set[tuple[int, int]], row: int, width: int, place: OnPages
) -> tuple[CellDraft, ...]:
    columns = range(1, width + 1)
    empty = CellDraft((), place)
    return tuple(cells.get((row, column), empty) for column in columns if (row, column) in cells or (row, column) not in taken)


def _element(line: Line) -> str:
    return line.element
