"""White that runs down a page between columns: places that no row of a stretch crosses, with running text on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from statistics import median
from typing import Final, TypeAlias

from generator.readers.printed.pdf.pieces import TextPiece
from generator.readers.printed.pdf.rows import Row, rows_of

Gap: TypeAlias = tuple[float, float]

_NARROWEST_GUTTER: Final = 0.75
"""In units of the type size: narrower white space is between words. The PDFs of the tests read alike with half of it and with twice as
much."""

_FEWEST_ROWS: Final = 3
"""Rows on both sides of a gutter that make columns: two may be a heading and its number, or a line of a table."""

_MOST_EDGES: Final = 16
"""Places at which text most often starts that are tried as a gutter: a page has two or three columns, and in each some depths of indent.
The PDFs of the tests read alike with half of it and with twice as much."""

_NARROWEST_COLUMN: Final = 9.0
"""In units of the type size: a column of running text holds three or four words at least. The PDFs of the tests read alike with half of
it and with twice as much."""

_BEFORE_EDGE: Final = 1.5
"""Points between the left edge of a column, which is rounded to whole points, and the place before it that no letter may cross. The PDFs
of the tests read alike with half of it and with twice as much."""

_CLEAR: Final = 0.8 * _NARROWEST_GUTTER
"""In units of the type size: white around a place in a row that no letter crosses there; more than a blank, and less than a gutter."""

_USUAL: Final = 0.8
"""Where, from the shortest row to the longest, the usual width of a full one is read; a title over both columns may be wider."""

_FULL: Final = 0.72
"""The part of the usual width from which a row is filled: the last word that did not fit leaves less than that empty."""

_OFTEN_FULL: Final = 0.45
"""The share of the rows of a column of running text that are filled from side to side; in those of tables fewer are."""


_SET_IN: Final = 4.0
"""In units of the type size: the rest of an item at the top of a column is set in by less."""


def parted(rows: Iterable[Row], gutter: float) -> tuple[list[TextPiece], list[TextPiece]]:
    """The pieces of some rows that begin left of a gutter, and those that do not."""
    left: list[TextPiece] = []
    right: list[TextPiece] = []
    for row in rows:
        for piece in row.pieces:
            (left if piece.left < gutter else right).append(piece)
    return left, right


@dataclass(frozen=True, slots=True)
class Gutter:
    """A place that no row from `first` up to `after` crosses, and how much white lies there."""

    first: int
    after: int
    place: float
    white: float
    known: bool

    @property
    def weight(self) -> tuple[int, bool, float]:
        """The longest stretch wins, then a known gutter, then the widest white: marks that hang out make a narrower one beside it."""
        return self.after - self.first, self.known, self.white


def best_gutter(rows: tuple[Row, ...], known: tuple[float, ...]) -> Gutter | None:
    """The gutter that parts the longest stretch of rows into two columns of running text; `known` are those of other pages, in points."""
    candidates = sorted((*_new_gutters(rows), *_known_gutters(rows, known)), key=attrgetter("weight"), reverse=True)
    size = median(row.size for row in rows) if candidates else 0.0
    return next((c for c in candidates if c.known or _are_columns(rows[c.first : c.after], c.place, size)), None)


def _new_gutters(rows: tuple[Row, ...]) -> Iterator[Gutter]:
    """Where several rows have wide gaps, or stand on one side and on the other."""
    if len(rows) < _FEWEST_ROWS:
        return
    size = median(row.size for row in rows)
    wide = _Gaps(tuple(tuple(_gaps(row, size)) for row in rows))
    for place in _places(rows):
        for first, after in _stretches(rows, place):
            if wide.at(place, first, after) + min(_sides_alone(rows[first:after], place)) >= _FEWEST_ROWS:
                yield Gutter(first, after, place, _white(rows[first:after], place), known=False)


def _known_gutters(rows: tuple[Row, ...], known: tuple[float, ...]) -> Iterator[Gutter]:
    """Where gutters of other pages part most of these rows too: text stands on both sides, on the right near the edge."""
    size = median(row.size for row in rows) if rows else 0.0
    for place in known:
        for first, after in _stretches(rows, place):
            left, right = parted(rows[first:after], place)
            if 2 * (after - first) >= len(rows) and left and right and min(piece.left for piece in right) - place <= _SET_IN * size:
                yield Gutter(first, after, place, _white(rows[first:after], place), known=True)


@dataclass(frozen=True, slots=True)
class _Gaps:
    """The wide gaps of each row."""

    rows: tuple[tuple[Gap, ...], ...]

    def at(self, place: float, first: int, after: int) -> int:
        """How many of the rows from `first` up to `after` have one at a place."""
        return sum(any(left < place < right for left, right in gaps) for gaps in self.rows[first:after])


def _white(rows: tuple[Row, ...], place: float) -> float:
    left, right = parted(rows, place)
    return min(piece.left for piece in right) - max(piece.right for piece in left) if left and right else 0.0


def _gaps(row: Row, size: float) -> Iterator[Gap]:
    reach = row.pieces[0].right
    for piece in row.pieces[1:]:
        if piece.left - reach >= _NARROWEST_GUTTER * size:
            yield reach, piece.left
        reach = max(reach, piece.right)


def _sides_alone(rows: tuple[Row, ...], place: float) -> tuple[int, int]:
    return sum(row.right <= place for row in rows), sum(row.left >= place for row in rows)


def _places(rows: tuple[Row, ...]) -> tuple[float, ...]:
    """The places right before those at which text often starts: the left edges of columns are sharp."""
    edges = Counter(round(segment[0].left) for row in rows for segment in row.segments)
    margin = min(edges)
    return tuple(edge - _BEFORE_EDGE for edge, count in edges.most_common(_MOST_EDGES) if count > 1 and edge > margin + 1)


def _stretches(rows: tuple[Row, ...], place: float) -> Iterator[tuple[int, int]]:
    """The longest stretches of rows of which no piece crosses the place."""
    first: int | None = None
    for index, row in enumerate(rows):
        crossed = any(piece.left < place < piece.right for piece in row.pieces) or (
            row.left < place < row.right and not _is_clear(row, place)
        )
        if crossed and first is not None:
            yield first, index
            first = None
        elif not crossed and first is None:
            first = index
    if first is not None:
        yield first, len(rows)


def _is_clear(row: Row, place: float) -> bool:
    """Whether more than a blank lies around the place."""
    before = max((piece.right for piece in row.pieces if piece.left < place), default=0.0)
    after = min((piece.left for piece in row.pieces if piece.left >= place), default=before)
    return after - before >= _CLEAR * row.size


def _are_columns(rows: tuple[Row, ...], place: float, size: float) -> bool:
    left, right = parted(rows, place)
    return all(_is_running_text(rows_of(side), size) for side in (left, right))


def _is_running_text(rows: tuple[Row, ...], size: float) -> bool:
    """Whether rows fill a column as running text does; the rows may hold more than one column."""
    widths = sorted(segment[-1].right - segment[0].left for row in rows for segment in row.segments)
    usual = widths[int(len(widths) * _USUAL)]
    full = sum(width >= _FULL * usual for width in widths)
    return usual >= _NARROWEST_COLUMN * size and full >= _OFTEN_FULL * len(widths)
