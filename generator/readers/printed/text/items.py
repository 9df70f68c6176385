"""Which rows of a text start with the mark of an item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.readers.pieces.enumeration import Mark
from generator.readers.pieces.front_matter import is_front_matter_label
from generator.readers.pieces.shape import ends_sentence
from generator.readers.printed.text.chunks import Chunk, Open, in_prose
from generator.readers.printed.text.interrupts import Claim, closes_dash, may_interrupt
from generator.readers.printed.text.reading import Reading, ends_in_conjunction
from generator.readers.printed.text.sequences import Sequences

_DEEPEST_LOST_INDENT: Final = 12
"""Blanks. A row that is set in further stands in the middle of the page, not in a list."""


class Items:
    """The lists that are open; `chunks` are those closed so far."""

    def __init__(self, reading: Reading, chunks: Sequence[Chunk]) -> None:
        """Begin without lists."""
        self.reading, self.chunks = reading, chunks
        self.rows, self.plain, self.shape = reading.rows, reading.plain, reading.shape
        self.values: dict[str, int] = {}
        self.sequences = Sequences.of(
            (i, mark, not i or reading.ended(i)) for i in range(len(self.rows)) for mark in reading.possible_marks(i)
        )

    def mark(self, index: int, before: str, start: Open | None, *, apart: bool) -> Mark | None:
        """The mark that a row starts with; `before` is the text of the row above, `apart` whether white lies between."""
        for mark in self.reading.possible_marks(index):
            if may_interrupt(Claim(mark, index, before, apart, self.reading, self.values, self.sequences)) or self._is_in_list(
                mark, index, start
            ):
                if mark.value is not None:
                    self.values[mark.style] = mark.value
                return mark
        if start and self._hangs(start, index):
            return None
        return self._lost_mark(index, before, in_item=bool(start and start.mark))

    def _is_in_list(self, mark: Mark, index: int, start: Open | None) -> bool:
        return self._is_next_row(mark, index, start) or self._is_under_label(mark, index, start)

    def _is_under_label(self, mark: Mark, index: int, start: Open | None) -> bool:
        """Whether a dash set in below a label of the head block ("Subject: …") starts a line of its own."""
        if start is None or mark.value is not None or not is_front_matter_label(self.plain[start.first]):
            return False
        return self.rows[index].indent > self.rows[start.first].indent and not in_prose(self.chunks)

    def _is_next_row(self, mark: Mark, index: int, start: Open | None) -> bool:
        """Whether two rows, one below the other, start with marks of one list: whatever they end with, both are items."""
        if start is None or start.mark is None or start.mark.style != mark.style or index - start.first != 1:
            return False
        same = self.rows[index].indent == self.rows[start.first].indent
        return same and (mark.value is None or mark.value == (start.mark.value or 0) + 1) and not closes_dash(self.reading, index)

    def _hangs(self, start: Open, index: int) -> bool:
        """Whether the row stands below the text of the item's first row, its mark hanging out to the left."""
        own, indent = self.rows[start.first].indent, self.rows[index].indent
        if start.mark is None or indent <= own:
            return False
        below_text = start.mark.length > 0 and abs(indent - own - start.mark.length) <= 1
        below_row = start.mark.length > 0 and index - start.first > 1 and indent == self.rows[index - 1].indent
        before = self.plain[index - 1]
        goes_on = self.rows[index].relation != "separated" and not ends_sentence(before) and not ends_in_conjunction(before)
        return below_text or below_row or goes_on

    def _lost_mark(self, index: int, before: str, *, in_item: bool) -> Mark | None:
        """An item whose glyph the extraction lost shows by the blanks before it alone."""
        row = self.rows[index]
        if not index or not 1 <= row.indent <= _DEEPEST_LOST_INDENT or self.shape.first_line_indent:
            return None
        lost = Mark("lost", "bullet", "", None, 0)
        if not self.reading.ended(index):
            return None
        if self.shape.unit > 0:
            return lost
        listed = before.endswith((":", ";")) or (in_item and row.indent == self._item_indent(index))
        return lost if listed and not self.shape.page_indent else None

    def _item_indent(self, index: int) -> int:
        return next((self.rows[c.first].indent for c in reversed(self.chunks) if c.mark), self.rows[index - 1].indent)
