"""Which rows of a text start with the number of a heading: one that the outline so far expects, before a title."""

from __future__ import annotations

from typing import Final

from generator.readers.pieces.enumeration import HeadingMark, find_heading_mark
from generator.readers.pieces.shape import ends_sentence
from generator.readers.printed.text.chunks import Open
from generator.readers.printed.text.interrupts import BETWEEN_ITEMS
from generator.readers.printed.text.reading import Reading
from generator.readers.printed.text.title_rows import TitleRows

_MOST_SKIPPED: Final = 2
"""A heading may have been missed; more than one in a row points to numbers of another kind."""


class Headings:
    """The headings so far, which say what number may come next."""

    def __init__(self, reading: Reading, titles: TitleRows) -> None:
        """Begin without headings."""
        self.reading, self.titles = reading, titles
        self.outline = _Outline()

    def mark(self, index: int, before: str, start: Open | None, *, apart: bool) -> HeadingMark | None:
        """The number of a heading that a row starts with; `before` is the text of the row above, `apart` whether white lies between."""
        reading = self.reading
        bare = reading.is_bare(index)
        mark = find_heading_mark(" ".join(reading.plain[index : index + 1 + bare]), proven=reading.counts_in_roman)
        if mark is None or index in reading.contents:
            return mark
        placed = apart or reading.rows[index].relation == "page" or ends_sentence(before) or reading.is_short(index - 1)
        if index in reading.table or not placed or not self._is_due(mark, before, start):
            return None
        if self.titles.end(index + bare, numbered=True) is None:
            return None
        self.outline.take(mark)
        return mark

    def _is_due(self, mark: HeadingMark, before: str, start: Open | None) -> bool:
        """Whether the outline expects the number, and no list does."""
        return self.outline.expects(mark) and not _continues_list(mark, before, start)


def _continues_list(mark: HeadingMark, before: str, start: Open | None) -> bool:
    """Whether the number goes on with the list of short items just above it, so that it starts no heading."""
    above = start.mark if start and not start.title else None
    return bool(above and len(mark.path) == 1 and above.value == mark.path[0] - 1 and not before.endswith(BETWEEN_ITEMS))


class _Outline:
    """The numbers that headings had so far: which may come next, in each scheme."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[int, ...]] = {}
        self.fresh: set[str] = set()

    def expects(self, mark: HeadingMark) -> bool:
        """Whether a number may come next: the first, the next one, the first one below, or 1 again below a new chapter."""
        last, path = self.last.get(mark.scheme), mark.path
        if last is None:
            return path[-1] <= 1 or len(path) == 1
        return _follows(last, path) or (mark.scheme in self.fresh and set(path) == {1})

    def take(self, mark: HeadingMark) -> None:
        """Note a heading; the schemes first seen below its own may start again."""
        self.last.setdefault(mark.scheme, mark.path)
        self.last[mark.scheme] = mark.path
        schemes = list(self.last)
        self.fresh |= set(schemes[schemes.index(mark.scheme) + 1 :])
        self.fresh.discard(mark.scheme)


def _follows(last: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether a number may come next: the next one or the one after it, or the first one below."""
    if len(path) > len(last):
        return path[: len(last)] == last and set(path[len(last) :]) == {1}
    place = len(path) - 1
    return path[:-1] == last[:place] and 0 < path[-1] - last[place] <= _MOST_SKIPPED
