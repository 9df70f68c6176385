"""Columns of prose that an extraction set side by side: read one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from generator.readers.pieces.lines import content_lines
from generator.readers.pieces.shape import detect, ends_sentence, starts_lower
from generator.readers.printed.edges.page_edges import find_furniture
from generator.readers.printed.text.view import Piece

_LINE: Final = re.compile(r"[^\n\r\f]*(?:\r\n|\n|\r|\f|\Z)")
_GAP: Final = re.compile(r"(?<=\S)\s{2,}(?=\S)|^\s{20,}(?=\S)")
"""White space between two texts, or before one that stands far to the right: that of a right column whose rows stand between those of the left."""

_NARROWEST: Final = 2
"""Blanks. A gutter has more in print, and may have no more here where a row of the left column is set tight."""

_FEWEST: Final = 4
"""So many rows with text on both sides at least make columns. The texts of tests/held and the seeds read alike with half of it and with
twice as much."""

_SHARE: Final = 0.2
"""Part of the rows between two that reach across: so many have text on each side of the gutter, at one height or not."""

_LONGEST_PAGE: Final = 150
"""Rows. No page holds more, blank ones counted in."""

_TRIES: Final = 8
"""Rows with gaps above columns; a head or title has no more."""

_RUNS_ON: Final = 0.25
"""Part of the rows of a column whose sentence goes on in the next one; the cells of a table do not run on. The texts of tests/held and
the seeds read alike with half of it and with twice as much."""

_ALIKE: Final = 0.6
"""The narrower column has at least this part of the width of the other."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the text: its offset, and its characters without the line end."""

    start: int
    text: str
    fed: bool

    def left(self, gutter: int) -> str:
        """What stands before the gutter."""
        return self.text[:gutter].strip()

    def right(self, gutter: int) -> str:
        """What stands after it."""
        return self.text[gutter:].strip()


def unfold(text: str) -> Iterator[Piece]:
    """The pieces of the text with columns one after the other; none where it has no columns."""
    rows = _rows(text)
    runs = [run for first, after in _pages(rows, _furniture(text)) for run in _columns(rows, first, after)]
    done = 0
    for first, after, gutter in runs:
        yield (rows[done].start, rows[first].start)
        yield from _column(rows[first:after], 0, gutter)
        if _ends_paragraph(rows[first:after], gutter):
            yield "\n"
        begin = min(_right_start(row, gutter) for row in rows[first:after] if row.right(gutter))
        yield from _column(rows[first:after], begin, None)
        done = after
    if runs:
        yield (rows[done].start if done < len(rows) else len(text), len(text))


def _rows(text: str) -> list[_Row]:
    rows = []
    fed = False
    for match in _LINE.finditer(text):
        if match.start() == len(text):
            break
        line = match.group()
        rows.append(_Row(match.start(), line.rstrip("\n\r\f"), fed))
        fed = line.endswith("\f")
    return rows


def _furniture(text: str) -> frozenset[int]:
    """Where the lines begin that are heads, feet or numbers of pages."""
    lines = content_lines(text)
    return frozenset(lines[index].start for index, kind in find_furniture(lines, detect(lines)).items() if kind != "rule")


def _pages(rows: Sequence[_Row], furniture: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The first row of each page and the one after its last; heads and feet, which no column goes on beyond, belong to none."""
    first = 0
    for index, row in enumerate(rows):
        if row.start in furniture:
            yield first, index
            first = index + 1
        elif row.fed:
            yield first, index
            first = index
    yield first, len(rows)


def _columns(rows: Sequence[_Row], first: int, after: int) -> Iterator[tuple[int, int, int]]:
    """The runs of rows in two columns on a page, each with its gutter; text without form feeds has one page, and many runs."""
    at, done, tried = first, first, Counter[int]()
    while at < after:
        if not _GAP.search(rows[at].text):
            at += 1
            continue
        end, _, gutter = max(_free(rows, at, min(after, at + _LONGEST_PAGE)))
        if _are_columns(rows[at:end], gutter):
            yield _with_right_rows(rows, done, at, gutter), end, gutter
            at = done = end
        else:
            # Rows above the columns may have gaps too; a table fails as often as it has rows.
            tried[end] += 1
            at = at + 1 if tried[end] < _TRIES else end


def _with_right_rows(rows: Sequence[_Row], first: int, at: int, gutter: int) -> int:
    """Where columns begin that begin at a row with text in both, the rows above it counted in that have text in the right one alone."""
    begin = at
    for place in reversed(range(first, at)):
        row = rows[place]
        if row.text.strip():
            if row.left(gutter) or abs(_start(row.text) - _right_start(rows[at], gutter)) > _NARROWEST:
                break
            begin = place
    return begin


def _start(text: str) -> int:
    return len(text) - len(text.lstrip())


def _right_start(row: _Row, gutter: int) -> int:
    return gutter + _start(row.text[gutter:])


def _are_columns(rows: Sequence[_Row], gutter: int) -> bool:
    """Whether columns of prose stand on both sides of a gutter."""
    run = [row for row in rows if row.text.strip()]
    sides = tuple(_filled(side) for side in ((row.left(gutter) for row in run), (row.right(gutter) for row in run)))
    if min(map(len, sides)) < max(_FEWEST, _SHARE * len(run)):
        return False
    widths = sorted(median(map(len, side)) for side in sides)
    return all(_is_prose(side) for side in sides) and widths[0] >= _ALIKE * widths[1]


def _filled(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if text]


def _free(rows: Sequence[_Row], first: int, after: int) -> Iterator[tuple[int, int, int]]:
    """For each gap of the first row: up to which row its column stays free, how wide it is, and its last blank."""
    for match in _GAP.finditer(rows[first].text):
        low, high = match.span()
        end = first + 1
        while end < after:
            gaps = [(max(low, a), min(high, b)) for a, b in _open(rows[end].text)]
            wide = [gap for gap in gaps if gap[1] - gap[0] >= _NARROWEST]
            if not wide:
                break
            low, high = max(wide, key=lambda gap: gap[1] - gap[0])
            end += 1
        yield end, high - low, high - 1


_END: Final = 10_000
"""A column beyond the end of any row: behind its words a row is blank without end."""


def _open(text: str) -> Iterator[tuple[int, int]]:
    """Where a row is blank: before, between and after its words."""
    end = len(text.rstrip())
    at = _start(text)
    yield 0, at
    for match in re.finditer(r"\s{2,}", text[at:end]):
        yield at + match.start(), at + match.end()
    yield end, _END


def _is_prose(side: Sequence[str]) -> bool:
    """Whether the rows of one side are sentences that run on from row to row."""
    on = sum(starts_lower(after) and not ends_sentence(before) for before, after in pairwise(side))
    return on >= _RUNS_ON * len(side)


def _ends_paragraph(rows: Sequence[_Row], gutter: int) -> bool:
    """Whether a paragraph ends with the left column: its last row ends a sentence, and had room for the first word of the right one."""
    left, right = _filled(row.left(gutter) for row in rows), _filled(row.right(gutter).strip() for row in rows)
    return ends_sentence(left[-1]) and len(f"{left[-1]} {right[0].split()[0]}") < max(map(len, left))


def _column(rows: Sequence[_Row], begin: int, end: int | None) -> Iterator[Piece]:
    """The pieces of one column: its rows down to the last, a blank row where both columns have one, and the white below the right one."""
    blanks = 0
    for row in rows:
        own = row.text[begin:end]
        if own.strip():
            yield "\n" * blanks
            yield (row.start + begin, row.start + begin + len(own))
            yield "\n"
            blanks = 0
        elif not row.text.strip():
            blanks += 1
    if end is None:
        yield "\n" * blanks
