"""The paragraphs, items, headings and tables that rows of a PDF are joined to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import HeadingMark, Mark
from generator.readers.printed.pdf.lines import Line

_LAST_ROWS: Final = 4
"""The distance between the last rows tells how far apart the next may stand: a paragraph may begin closer or wider than it goes on. The
PDFs of the tests read alike with half of it and with twice as much."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that belong together and the mark they start with; `set_in` is how far right of its column's edge the first begins, in points."""

    lines: tuple[Line, ...]
    mark: Mark | None = None
    title: HeadingMark | None = None
    label_length: int = 0  # characters of its mark or number; 0 without
    region: str = ""
    set_in: float = 0.0  # points; 0 at the edge, and in a table, which has none


@dataclass(frozen=True, slots=True)
class Start:
    """What a row starts with: a mark or a heading's number, and how many characters that takes."""

    mark: Mark | None = None
    title: HeadingMark | None = None
    length: int = 0  # characters of the mark or number; 0 without

    @property
    def opens(self) -> bool:
        """Whether it has a mark or number, so that the row is the first of a chunk."""
        return self.mark is not None or self.title is not None


@dataclass(slots=True)
class Open:
    """A chunk that is being put together; `text_left` is where its text begins, `set_in` its first row, from the left edge of its column."""

    lines: list[Line]
    start: Start
    text_left: float
    set_in: float

    @property
    def mark(self) -> Mark | None:
        """The mark that it starts with."""
        return self.start.mark

    @property
    def left(self) -> float:
        """Where its first row begins, in points from the left of the page."""
        return self.lines[0].left

    @property
    def pitch(self) -> float | None:
        """The distance between its last rows, in points; None while it has one row."""
        distances = [b.base - a.base for a, b in pairwise(self.lines[-_LAST_ROWS:]) if a.flow == b.flow]
        return max(distances, default=None)

    def add(self, line: Line, left: float) -> None:
        """Add a row that starts so many points from the left edge of its column."""
        if len(self.lines) == 1:
            # The second row shows where the text hangs, whatever stands before it on the first.
            self.text_left = left
        self.lines.append(line)
