"""The place between two rows of a PDF: the row before, the next, the chunk that is open, and what can be measured between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.pdf.chunks import Chunk, Open
from generator.readers.printed.pdf.columns import Column, has_raised, is_set_in, slack
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.setting import Setting, other_type

INDENT: Final = 0.6
"""In units of the type size. A smaller shift is chance, or the side bearing of a letter."""

_MORE_SPACE: Final = 1.16
"""Space between rows that is this much more than usual parts paragraphs; a row with a raised digit may stand a little lower."""

_RAISED_SPACE: Final = 1.2
"""A row with a raised digit may stand so much lower: browsers make room for it."""

_NEARER: Final = 0.93
"""Space between rows that is so much less than usual is not that of the text: single spacing above rows of one and a quarter."""

_TITLE_ROWS: Final = 4
"""The longest title of an official document fills so many rows of a column."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A row and what comes before it: `last` is the row, `own` the open chunk, `above` the chunk before that, `done` how many there are.

    `later` are the next rows below.
    """

    last: Line
    last_column: Column
    line: Line
    column: Column
    later: tuple[Line, ...]
    own: Open
    above: Chunk | None
    done: int
    setting: Setting

    @property
    def after(self) -> Line | None:
        """The row below the row; None at the end of a flow."""
        return self.later[0] if self.later else None

    @property
    def same_part(self) -> bool | None:
        """Whether both rows are of one block by the file's tags; None where these say nothing, or are not to be trusted.

        Some programs begin a block anew on each page: over its end only one block says anything.
        """
        if not (self.setting.tags_tell and self.last.part and self.line.part):
            return None
        same = self.last.part == self.line.part
        return None if self.over and not same else same

    @property
    def over(self) -> bool:
        """Whether a page or column ends between the rows."""
        return self.last.flow != self.line.flow

    @property
    def spaced(self) -> bool:
        """Whether more than the usual space lies between two rows of one flow, or the second stands higher."""
        distance = self.line.base - self.last.base
        usual = self.own.pitch or self.setting.distance(self.last, self.line)
        inside = self.setting.makes_room and not self.ended and has_raised(self.line)
        more = _MORE_SPACE * (_RAISED_SPACE if inside else 1.0)
        return distance > more * usual or distance < -self.line.size

    @property
    def nearer(self) -> bool:
        """Whether a single row stands nearer to this one than rows of the text do to each other, as a title may."""
        return not self.over and len(self.own.lines) == 1 and self._is_near(self.last, self.line)

    @property
    def below_title(self) -> bool:
        """Whether that is so, and this row stands as rows of the text do beside the next."""
        usual = self.setting.distance(self.last, self.line)
        if not self.nearer or self.after is None or other_type(self.line, self.after):
            return False
        return _NEARER * usual <= self.after.base - self.line.base <= _MORE_SPACE * usual

    @property
    def titles(self) -> bool:
        """Whether this row, at the top of a page or column, is a title that stands nearer to the next than rows of the text do."""
        return self.over and self.after is not None and self._is_near(self.line, self.after)

    @property
    def heads_set_in(self) -> bool:
        """Whether this row and perhaps some below it are a title, where paragraphs are set in.

        They are not set in, come after a sentence, and end, as none does, before a row that is set in or starts with a mark.
        """
        if not self.setting.sets_in or not self.ended or self.lower:
            return False
        rows = (self.line, *self.later)
        count = next((place for place, row in enumerate(rows) if place and self._starts(row)), 0)
        title = rows[:count]
        return 0 < count <= _TITLE_ROWS and not any(self._starts(row) or _closes(row) for row in title)

    def _starts(self, row: Line) -> bool:
        """Whether a row is the first of a paragraph that is set in, or of an item."""
        return (is_set_in(row, self.column) and not starts_lower(row.text)) or bool(find_marks(row.text))

    def _is_near(self, before: Line, line: Line) -> bool:
        return 0 < line.base - before.base < _NEARER * self.setting.distance(before, line)

    @property
    def ended(self) -> bool:
        """Whether a sentence ends with the row before."""
        return ends_sentence(self.last.text)

    @property
    def lower(self) -> bool:
        """Whether the row starts with a small letter."""
        return starts_lower(self.line.text)

    @property
    def mid_sentence(self) -> bool:
        """Whether the row starts with a small letter and the row before does not end a sentence."""
        return self.lower and not self.ended

    @property
    def aside(self) -> bool:
        """Whether the row starts further to the left or right than the one before, by more than `INDENT`."""
        return abs(self.line.left - self.last.left) > INDENT * self.line.size

    @property
    def shift(self) -> float:
        """How far to the right of the open chunk's text the row starts, in points."""
        return self.line.left - self.column.left - self.own.text_left

    @property
    def slack(self) -> float:
        """How much room the row's first word would have left on the row before, in points."""
        return slack(self.last, self.line, self.last_column if self.over else self.column)

    @property
    def centred(self) -> bool:
        """Whether both rows are set around one middle."""
        last, line = self.last, self.line
        return abs((last.left + last.right) - (line.left + line.right)) < line.size and abs(last.left - line.left) > 1


def _closes(row: Line) -> bool:
    """Whether a sentence ends with a row; a word with a colon may head a list."""
    return ends_sentence(row.text) and not (row.text.endswith(":") and " " not in row.text)
