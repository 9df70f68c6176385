"""Where one paragraph, item or heading of a text ends and the next begins."""

from __future__ import annotations

from generator.readers.pieces.enumeration import HeadingMark, Mark
from generator.readers.pieces.shape import Shape
from generator.readers.printed.text.breaks import Breaks
from generator.readers.printed.text.chunks import Chunk, Open
from generator.readers.printed.text.headings import Headings
from generator.readers.printed.text.items import Items
from generator.readers.printed.text.reading import Reading
from generator.readers.printed.text.rows import Row
from generator.readers.printed.text.title_rows import TitleRows

__all__ = ["Chunk", "segment"]


def segment(rows: tuple[Row, ...], plain: tuple[str, ...], shape: Shape) -> tuple[Chunk, ...]:
    """Chunks that hold every row once, in order."""
    return _Segmenter(Reading(rows, plain, shape)).run()


class _Segmenter:
    """Walks down the rows and remembers the lists and the outline that are open."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.chunks: list[Chunk] = []
        titles = TitleRows(reading)
        self.headings = Headings(reading, titles)
        self.items = Items(reading, self.chunks)
        self.breaks = Breaks(reading, titles, self.chunks)

    def run(self) -> tuple[Chunk, ...]:
        start: Open | None = None
        for index in range(len(self.reading.rows)):
            mark, title = self._mark(index, start)
            if start is not None and (mark or title or self.breaks.at(start, index)):
                self._close(start, index)
                start = None
            start = start or Open(index, mark, title)
        if start is not None:
            self._close(start, len(self.reading.rows))
        return tuple(self.chunks)

    def _close(self, start: Open, after: int) -> None:
        self.chunks.append(Chunk(start.first, after, start.mark, start.title, table=start.first in self.reading.table))

    def _mark(self, index: int, start: Open | None) -> tuple[Mark | None, HeadingMark | None]:
        before = self.reading.plain[index - 1] if index else ""
        apart = not index or self.reading.rows[index].relation in {"start", "separated"}
        title = self.headings.mark(index, before, start, apart=apart)
        return self.items.mark(index, before, start, apart=apart), title
