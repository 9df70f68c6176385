"""Where two rows of a PDF meet: what is known of the row before, of the next, and of the chunk that may go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.pdf.chunks import Chunk, Open
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.setting import Column, Setting, slack

INDENT: Final = 0.6
"""In units of the type size. A smaller shift is chance, or the side bearing of a letter."""

_MORE_SPACE: Final = 1.16
"""Space between rows that is this much more than usual parts paragraphs; a row with a raised digit may stand a little lower."""

_RAISED_SPACE: Final = 1.2
"""A row with a raised digit may stand so much lower: browsers make room for it."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A row and what comes before it: `last` is the row, `own` the open chunk, `above` the chunk before that, `done` how many there are."""

    last: Line
    last_column: Column
    line: Line
    column: Column
    after: Line | None
    own: Open
    above: Chunk | None
    done: int
    setting: Setting

    @property
    def over(self) -> bool:
        """Whether a page or column ends between the rows."""
        return self.last.flow != self.line.flow

    @property
    def spaced(self) -> bool:
        """Whether more than the usual space lies between two rows of one flow, or the second stands higher."""
        distance = self.line.base - self.last.base
        usual = self.own.pitch or self.setting.distance(self.last, self.line)
        inside = any(run.raised for run in self.line.runs) and not self.ended
        more = _MORE_SPACE * (_RAISED_SPACE if inside else 1.0)
        return distance > more * usual or distance < -self.line.size

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
        """Whether a sentence plainly goes on."""
        return self.lower and not self.ended

    @property
    def aside(self) -> bool:
        """Whether the row starts further to the left or right than the one before."""
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
