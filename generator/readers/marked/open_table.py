"""A table while its cells are read in the order of the markup: which places of its grid are taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from generator.model import CellPlace
from generator.readers.marked.element_rules import Rule

WIDEST: Final = 1000
"""Columns or rows that a cell may reach over, as HTML has it (the table model of the HTML standard)."""


@dataclass(slots=True)
class OpenTable:
    """A table being read: its number in the document, the row and column that come next, and the places taken by cells that reach down from rows above."""

    number: int
    row: int = -1  # from 0; -1 before the first row starts
    column: int = 0  # from 0
    taken: set[tuple[int, int]] = field(default_factory=set)

    def start_row(self) -> None:
        """Go to the first column of the next row."""
        self.row, self.column = self.row + 1, 0

    def place(self, rule: Rule) -> CellPlace:
        """The place of the next cell: the first of its row that no other takes."""
        while (self.row, self.column) in self.taken:
            self.column += 1
        down, across = min(rule.down, WIDEST), min(rule.across, WIDEST)
        place = CellPlace(self.number, max(self.row, 0), self.column, down, across, rule.head)
        self.taken |= {(self.row + i, self.column + j) for i in range(down) for j in range(across)}
        self.column += across
        return place
