"""The columns of a PDF: between which edges rows are set, how full they are, and how far they begin from the edge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from generator.readers.printed.pdf.lines import Line, is_table

Flow: TypeAlias = tuple[Line, ...]

_ROUNDING: Final = 0.5
"""Points by which an edge may lie beyond the whole point that it is counted as."""

_LEAST_FLUSH: Final = 1.5
"""Points by which the ends of rows set to full width may differ in small type too, where `_FLUSH` is less than files round off. The PDFs
of the tests read alike with half of it and with twice as much."""

_FLUSH: Final = 0.25
"""In units of the type size: rows set to full width end at most so far from the edge. The PDFs of the tests read alike with half of it
and with twice as much."""

_JUSTIFIED: Final = 0.4
"""In a column set to full width so many rows at least end at one edge: all but the last rows of paragraphs, and headings. The PDFs of
the tests read alike with half of it and with twice as much."""

_NEAR_EDGE: Final = 0.8
"""An edge that rows are set to lies at least so far to the right in the column; further left it is the edge of something in it."""

_OFTEN: Final = 0.08
"""So many rows of a column at least begin at its edge. The PDFs of the tests read alike with half of it and with twice as much."""

_FAR_OUT: Final = 30
"""Points. A row that begins so far left of the others hangs out: the number of a row, a sign in the margin. The PDFs of the tests read
alike with half of it and with twice as much."""

_LEAST_IN: Final = 0.6
"""In units of the type size: a smaller shift is the side bearing of a letter, or chance."""

_MOST_IN: Final = 4.0
"""In units of the type size: first rows are set in by one to three letters; what begins further right is centred or a list in a list."""


@dataclass(frozen=True, slots=True)
class Column:
    """The edges between which a flow's rows are set, and whether they are filled out to the right one."""

    left: float
    right: float
    justified: bool

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.right - self.left


def column_of(flow: Flow) -> Column:
    """The column of a flow by its own rows: the left edge, and the right edge that many rows end at or else the end of the longest."""
    left = _left_edge(flow)
    rights = sorted(line.right for line in flow)
    edge, count = Counter(round(right) for right in rights).most_common(1)[0]
    flush = sum(abs(right - edge) <= max(_LEAST_FLUSH, _FLUSH * flow[0].size) for right in rights)
    if count > 1 and flush >= _JUSTIFIED * len(flow) and edge >= left + _NEAR_EDGE * (rights[-1] - left):
        return Column(left, edge + _ROUNDING, justified=True)
    return Column(left, rights[-1], justified=False)


def _left_edge(flow: Flow) -> float:
    left = min(line.left for line in flow)
    lefts = Counter(round(line.left) for line in flow)
    common = [x for x, count in lefts.items() if count >= max(2, _OFTEN * len(flow))]
    return min(common) - _ROUNDING if common and left < min(common) - _FAR_OUT else left


def slack(line: Line, after: Line, column: Column) -> float:
    """How much room the next row's first word would have left on a row, in points; less than 0 if it did not fit."""
    word = after.text.split(maxsplit=1)[0] if after.text.strip() else ""
    per_letter = (after.right - after.left) / max(len(after.text), 1)
    return column.right - line.right - per_letter * (len(word) + 1)


def is_flush(line: Line, column: Column, size: float) -> bool:
    """Whether a row ends at the edge of its column, for rows of a type size."""
    return line.right >= column.right - _FLUSH * size


def is_set_in(line: Line, column: Column) -> bool:
    """Whether a row begins right of the edge of its column, as the first rows of paragraphs may."""
    return _LEAST_IN * line.size < line.left - column.left < _MOST_IN * line.size


def has_raised(line: Line) -> bool:
    """Whether a row has raised digits, for which some programs make room above it."""
    return any(run.raised for run in line.runs)


def pairs(flow: Flow) -> Iterator[tuple[Line, Line]]:
    """Rows of running text, each with the next."""
    return pairwise(flow if not is_table(flow[0]) else ())
