"""Tables of word processors: those of data, and those that only set marks beside texts or columns beside each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from generator.readers.marked.element_rules import Rule
from generator.readers.marked.html.page_tables import is_layout_rows
from generator.readers.marked.numerals import is_mark


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """A table: whether it only arranges text, and then which of its cells hold the mark of the text beside them.

    For a table of data: over how many columns and rows each cell reaches, and which cells are the lower part of another.
    """

    layout: bool
    marks: frozenset[etree._Element] = frozenset()
    reach: Mapping[etree._Element, tuple[int, int]] = field(default_factory=dict)
    covered: frozenset[etree._Element] = frozenset()

    def row(self, element: etree._Element) -> Rule:
        """What a row does; one that holds a mark and its text is an item."""
        return Rule("block", deeper=any(cell in self.marks for cell in element)) if self.layout else Rule("row")

    def layout_cell(self, element: etree._Element) -> Rule:
        """What a cell of a table that only arranges text does."""
        return Rule("label") if element in self.marks else Rule("block")


def layout_of(
    rows: Sequence[Sequence[etree._Element]], words: Callable[[etree._Element], str], *, nested: bool, headed: bool
) -> OfficeTable | None:
    """The table, if it only arranges text: it lies in a cell of another, or has no head and one text in each row, or a mark and its text."""
    if not nested and (headed or not is_layout_rows([[words(cell) for cell in row] for row in rows])):
        return None
    filled = [[cell for cell in row if words(cell)] for row in rows]
    return OfficeTable(layout=True, marks=frozenset(row[0] for row in filled if len(row) > 1 and is_mark(words(row[0]))))
