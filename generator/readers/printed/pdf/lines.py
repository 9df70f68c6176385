"""The rows of a PDF's transcript, with the place, type size, weight and raised characters that their runs record."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from generator.model import Box, OnPages, PageBox, Run, Span, Transcript
from generator.readers.printed.pdf.pieces import DESCENDER, around

BELOW_RULE: Final = "/below"
"""What the element of rows below the last line drawn in their column ends in."""

HEADING: Final = "/heading"
"""What the element of rows that the file's outline names ends in, before the level."""

PART: Final = "/part"
"""What comes next in the element of rows with tags, before the number of their block; rows of one block have one number."""

ITEM: Final = "/item"
"""What it ends in where an item begins by the file's tags, before how deep the item lies."""

_ELEMENT: Final = re.compile(
    rf"(?P<name>.*?)(?P<below>{BELOW_RULE})?(?:{HEADING}(?P<level>\d))?(?:{PART}(?P<part>\d+))?(?:{ITEM}(?P<item>\d+))?"
)
_SEGMENT: Final = 0.4
"""In units of the type size: a wider gap than between words, as after a mark that hangs out."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed row: its range of the transcript, its runs from left to right, and its page."""

    start: int
    end: int
    text: str
    runs: tuple[Run, ...]
    page: int
    element: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    italic: bool
    below_rule: bool = False
    heading: int = 0  # the level that outline or tags give it; 0 for none
    part: int = 0  # the number of its block by the file's tags; 0 for none
    item: int = 0  # how deep the item lies that the tags begin with it; 0 for none

    @property
    def span(self) -> Span:
        """Its range of the transcript."""
        return self.start, self.end

    @property
    def flow(self) -> tuple[int, str]:
        """The page and the part of it (column, box, cell) that the row belongs to: rows of one flow are printed one below the other."""
        return self.page, self.element

    @property
    def place(self) -> PageBox:
        """The box on its page, in points."""
        return PageBox(self.page, (self.left, self.top, self.right, self.bottom))

    @property
    def capitals(self) -> bool:
        """Whether it is set in capitals."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)

    def first_gap(self) -> tuple[int, float] | None:
        """The offset at which its first run ends and the place of the next, in points, if more than a blank lies between them."""
        for before, after in pairwise(self.runs):
            if after.box and before.box and after.box[0] - before.box[2] > _SEGMENT * self.size:
                return before.end, after.box[0]
            if not before.raised:
                return None
        return None


def lines_of(transcript: Transcript) -> tuple[Line, ...]:
    """The rows in the order of the transcript."""
    return tuple(_lines(transcript))


def _lines(transcript: Transcript) -> Iterator[Line]:
    starts = [run.start for run in transcript.runs]
    at = 0
    for row in transcript.text.split("\n"):
        start = at + len(row) - len(row.lstrip("\f "))
        end = at + len(row.rstrip())
        at += len(row) + 1
        runs = transcript.runs[bisect_left(starts, start) : bisect_left(starts, end)]
        if runs:
            yield _line(transcript.text[start:end], start, end, runs)


def _line(text: str, start: int, end: int, runs: tuple[Run, ...]) -> Line:
    main = max(runs, key=_letters)
    level = tuple(run for run in runs if not run.raised) or runs
    size = main.size or 1.0
    named = _ELEMENT.fullmatch(main.element)
    left, _, right, _ = _hull(runs)
    _, top, _, bottom = _hull(level)
    return Line(
        start,
        end,
        text,
        runs,
        main.page or 1,
        named["name"] if named else main.element,
        left,
        right,
        top,
        bottom,
        (main.box[3] if main.box else 0.0) - DESCENDER * size,
        size,
        _all(level, "bold"),
        _all(level, "italic"),
        below_rule=bool(named and named["below"]),
        heading=_number(named, "level"),
        part=_number(named, "part"),
        item=_number(named, "item"),
    )


def _number(named: re.Match[str] | None, name: str) -> int:
    """What an element says by a number; 0 where it does not."""
    return int(named[name] or 0) if named else 0


def _hull(runs: Iterable[Run]) -> Box:
    """The box around runs."""
    boxes = [run.box for run in runs if run.box]
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)


def _letters(run: Run) -> tuple[bool, int]:
    return not run.raised, run.end - run.start


_STRESSED: Final = 0.9
"""A row is bold if nearly all its letters are: a stop or a number may be set otherwise."""


def _all(runs: Iterable[Run], name: str) -> bool:
    lengths: Counter[bool] = Counter()
    for run in runs:
        lengths[bool(getattr(run, name))] += run.end - run.start
    return lengths[True] >= _STRESSED * lengths.total()


def flows(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """The rows in groups that are printed one below the other: a column, a box, a cell."""
    return tuple(tuple(group) for _, group in groupby(lines, key=_flow))


def _flow(line: Line) -> tuple[int, str]:
    return line.page, line.element.split("/", 1)[0] if is_table(line) else line.element


def is_table(line: Line) -> bool:
    """Whether a row stands in a cell of a table."""
    return line.element.startswith("table")


def place_of(lines: Iterable[Line]) -> OnPages:
    """The place of rows: a box for each stretch of them in one flow."""
    return OnPages(tuple(PageBox(group[0].page, around(group)) for group in flows(lines)))
