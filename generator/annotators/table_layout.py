"""Which cell of a table stands at each row and column, cells over several of them included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final, TypeAlias

from generator.model import Block, Cell

_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_HEADS: Final = 3
"""Cells with words above a cell that are looked at: a head has no more rows, and time stays in proportion to the table."""

Slots: TypeAlias = tuple[Cell | None, ...]
"""A row or column: the cell that covers each slot, None where none does."""

Layout: TypeAlias = tuple[Slots, ...]
"""The rows of a table, all as wide as the widest."""


def laid_out(table: Block) -> Layout:
    """The slots of a table; of a block of any other type none."""
    slots: dict[tuple[int, int], Cell] = {}
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in slots:
                column += 1
            down = range(row, min(row + cell.down, len(table.rows)))
            slots.update(dict.fromkeys(product(down, range(column, column + cell.across)), cell))
            column += cell.across
    width = max((column for _, column in slots), default=-1) + 1
    return tuple(tuple(slots.get((row, column)) for column in range(width)) for row in range(len(table.rows)))


def beside(table: Block) -> Iterator[tuple[Cell, tuple[Slots, ...]]]:
    """Each cell of a table with what may tell what it is about: its row, the last row above with one cell alone, the nearest words above it."""
    alone: Slots = ()
    above: dict[int, Slots] = {}
    for row in laid_out(table):
        filled = tuple({cell.id: cell for cell in row if cell and cell.text}.values())
        if len(filled) == 1:
            alone = filled
        for column, cell in enumerate(row):
            if cell:
                yield cell, (row, alone, above.get(column, ()))
        above.update(
            (column, (cell, *above.get(column, ()))[:_HEADS]) for column, cell in enumerate(row) if cell and _LETTERS.search(cell.text)
        )
