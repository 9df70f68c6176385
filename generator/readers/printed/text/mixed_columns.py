"""Columns of prose that an extraction read across: rows of two columns in turns, or run together on one row.

Nothing but the words tells which column a row belongs to. What is sought is the way through the rows of a page that keeps two texts
going at a time, so that each row goes on with one of them (or its beginning with the left one and its rest with the right one) as
words and sentences do, and that no row stopped where the next word would have fitted on it.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias

from generator.model import Span
from generator.readers.pieces.lines import Line, content_lines
from generator.readers.pieces.shape import detect, starts_lower
from generator.readers.printed.edges.page_edges import find_furniture
from generator.readers.printed.text.column_flow import MIXED, ColumnText, Flow, Words, breaks
from generator.readers.printed.text.note_blocks import NOTE_START
from generator.readers.printed.text.view import Piece
from generator.readers.printed.text.width import METRICS

_FEWEST: Final = 12
"""Rows of a page; on fewer, two texts cannot be told apart."""

_LONGEST_PAGE: Final = 150
"""Rows. What is longer is no page, and its columns cannot be put in order."""

_FEWEST_BREAKS: Final = 3
"""Broken sentences or words from which a text may have mixed columns: a text has one or two by a mistake of its own."""

_FEWEST_ON_PAGE: Final = 2
"""The same for a page, of a text that is known to have some: one may be chance."""

_BREAKS: Final = 0.04
"""Part of the rows. So often at least a sentence that ended goes on in small letters, or a word stops at a hyphen in mid-row, if columns are mixed."""

_LEFT: Final = 0.34
"""Part of the breaks that may be left when the columns of a page are sorted out."""

_TURNS: Final = 0.4
"""So many of the rows of a page change from one column to the other, or hold both."""

_BLANK: Final = re.compile(r"\s+")
_TWO: Final = 0.9
"""Part of the measure. A wider row may hold pieces of both columns, one of which may be short."""

_KEPT: Final = 0.4
"""Part of the rows of the notes that stand tight below another."""

_LONGEST_ROW: Final = 250
"""Characters. No two columns of a page have more on a row."""

_SHARES: Final = (1.0, 0.56, 0.54, 0.52, 0.5)
"""A column takes up so much of the widest rows: all where each holds one piece, about half where some hold two."""

_BEAM: Final = 32
"""So many ways through the rows so far are kept."""

_NARROW: Final = 6
"""So few ways through a page are kept while a typeface is chosen, which is less than its text asks for."""

_SAMPLE: Final = 3
"""Pages by which a typeface and a measure are chosen: those where most sentences are broken."""

_FULLEST: Final = 0.85
"""Part of the full rows of the columns. Of the others some are wider because a row was parted at a wrong place."""

_SPARE: Final = 1.05
"""Of the width of the fullest rows: where most rows are those of items, the text has some more."""

_DIGITS: Final = 6
"""Behind the point. Ways that are worth the same differ in the last digits only, by the order in which they were added up."""

_SPLIT: Final = -1.0
"""What it costs to part a row that has room on one column."""

_TURN: Final = 0.8
"""What it is worth that columns take turns: rows of one pitch do all along, and what words cannot tell is told by that."""

_TAKEN: TypeAlias = tuple[tuple[int, ColumnText], ...]
"""The pieces of a row, each with its column."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way through the rows so far: what it is worth, the last piece of each column, how often they took turns, and the way before it."""

    score: float = 0.0  # of the pieces so far, as `Flow.link` weighs them
    last: tuple[ColumnText | None, ColumnText | None] = (None, None)
    pieces: int = 0  # so far
    turns: int = 0  # from one column to the other, so far
    taken: _TAKEN = ()
    before: _Way | None = None

    @property
    def key(self) -> tuple[Span | None, Span | None]:
        """What its goings-on depend on."""
        left, right = self.last
        return left.span if left else None, right.span if right else None

    @property
    def worth(self) -> float:
        """How well each piece goes on with its column, on the average of one row or more."""
        return self.score / self.pieces

    def columns(self) -> tuple[list[ColumnText], list[ColumnText]]:
        """The pieces of each column, from the first row on."""
        found: tuple[list[ColumnText], list[ColumnText]] = ([], [])
        way: _Way | None = self
        while way is not None:
            for column, piece in way.taken:
                found[column].append(piece)
            way = way.before
        return found[0][::-1], found[1][::-1]

    def after(self, taken: _TAKEN, flow: Flow) -> _Way:
        """The way on with the pieces of a row."""
        roomy = len(taken) > 1 and sum(piece.width for _, piece in taken) <= flow.measure
        score, last = self.score + (_SPLIT if roomy else 0.0), list(self.last)
        if len(taken) > 1:
            score += flow.parted(taken[0][1].text, taken[1][1].text)
        for column, piece in taken:
            begun = last[column] is not None or column == 0
            score += flow.link(last[column], piece) if begun else flow.alone(piece)
            last[column] = piece
        turned = len(taken) > 1 or (bool(self.taken) and self.taken[-1][0] != taken[0][0])
        return _Way(
            score + _TURN * (turned and not taken[0][1].noted),
            (last[0], last[1]),
            self.pieces + len(taken),
            self.turns + turned,
            taken,
            self,
        )


def sort_out(text: str) -> Iterator[Piece]:
    """The pieces of the text with mixed columns one after the other; none where none are mixed."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    if breaks(rows) < max(_FEWEST_BREAKS, _BREAKS * len(rows)):
        return
    lines = content_lines(text)
    pages = list(_pages(lines))
    flow = _flow(lines, pages)
    done = 0
    before: ColumnText | None = None
    for page in pages:
        way = _best_way(page, flow, _BEAM, before)
        before = _foot(way.columns()[1]) or _foot(way.columns()[0])
        if way.turns < _TURNS * len(page) or not _are_better(way.columns(), page):
            continue
        yield (done, page[0].span[0])
        yield from _one_after_the_other(_in_order(*way.columns(), flow), page)
        done = page[-1].span[1]
    if done:
        yield (done, len(text))


def _one_after_the_other(columns: Iterable[Sequence[ColumnText]], page: Sequence[Line]) -> Iterator[Piece]:
    """The pieces of columns, each with the white that stands above its row."""
    starts = [line.start for line in page]
    for piece in itertools.chain.from_iterable(columns):
        gap = page[bisect_right(starts, piece.span[0]) - 1].gap
        yield "\n" * (1 + gap.empty)
        yield piece.span


def _in_order(left: list[ColumnText], right: list[ColumnText], flow: Flow) -> tuple[list[ColumnText], list[ColumnText]]:
    """The columns as they are read; where no row holds pieces of both, it is the text that goes on from one to the other that tells."""
    if flow.shared or not right:
        return left, right
    return (left, right) if _turning(left, right, flow) >= _turning(right, left, flow) else (right, left)


def _flow(lines: Sequence[Line], pages: Sequence[Sequence[Line]]) -> Flow:
    """The typeface and the measure by which the rows of some pages go on best, those where most sentences are broken.

    Rows with white between them were kept apart by the tool, and none holds pieces of both columns.
    """
    rows = [line.content for line in lines]
    tight = 2 * sum(not line.gap.size for line in lines) >= len(lines)
    words, shares = Words.of(rows), _SHARES if tight else (1.0,)
    sample = sorted(pages, key=lambda page: -breaks([line.content for line in page]))[:_SAMPLE]

    def worth(flow: Flow) -> float:
        ways = [_best_way(page, flow, _NARROW) for page in sample]
        return sum(way.worth * (way.turns >= _TURNS * len(page)) for way, page in zip(ways, sample, strict=True))

    best = (max((Flow.of(words, rows, metric, share) for share in shares), key=worth) for metric in METRICS[:2])
    return max((_refined(_refined(flow, sample), sample) for flow in best), key=worth)


def _refined(flow: Flow, sample: Sequence[Sequence[Line]]) -> Flow:
    """The flow with the measure that the columns of some pages have in it."""
    columns = [column for page in sample for column in _best_way(page, flow, _NARROW).columns()]
    widths = sorted(piece.width for column in columns for piece, after in pairwise(column) if not piece.noted and starts_lower(after.text))
    return replace(flow, measure=_SPARE * widths[int(_FULLEST * (len(widths) - 1))]) if widths else flow


def _are_better(columns: Sequence[Sequence[ColumnText]], page: Sequence[Line]) -> bool:
    """Whether sentences are broken less often in columns than in the rows of a page as they stand."""
    before = breaks([row.content for row in page])
    left = sum(breaks([piece.text for piece in column]) for column in columns)
    return before >= _FEWEST_ON_PAGE and left <= _LEFT * before


def _pages(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The rows of each page that may have columns, without its heads and feet."""
    furniture = {i for i, kind in find_furniture(tuple(lines), detect(tuple(lines))).items() if kind != "rule"}
    bounds = sorted({0, len(lines), *(i for i, line in enumerate(lines) if line.gap.page_break), *furniture, *(i + 1 for i in furniture)})
    for first, after in pairwise(bounds):
        page = _without_notes(lines[first:after])
        if first not in furniture and _FEWEST <= len(page) <= _LONGEST_PAGE:
            yield page


def _without_notes(page: Sequence[Line]) -> Sequence[Line]:
    """The rows of a page above its notes, if those are set so much tighter that they kept together where other rows were mixed."""
    tight = [not line.gap.size for line in page]
    if 2 * sum(tight) >= len(page):
        return page
    first = len(page)
    for place in range(len(page) - 1, 0, -1):
        if NOTE_START.match(page[place].content) and sum(tight[place:]) >= _KEPT * (len(page) - place):
            first = place
    return page[:first]


def _best_way(rows: Sequence[Line], flow: Flow, beam: int, before: ColumnText | None = None) -> _Way:
    """The best way through the rows of a page, of which the left column goes on with the row before."""
    ways = [_Way(last=(before, None))]
    for row in rows:
        taken = tuple(_ways_to_take(row, flow))
        found: dict[tuple[Span | None, Span | None], _Way] = {}
        for way in ways:
            for pieces in _fitting(taken, way, flow):
                after = way.after(pieces, flow)
                if (other := found.get(after.key)) is None or after.score > other.score:
                    found[after.key] = after
        ways = sorted(found.values(), key=lambda way: way.score, reverse=True)[:beam]
    return max(ways, key=lambda way: _whole_worth(way, flow))


def _whole_worth(way: _Way, flow: Flow) -> tuple[float, bool]:
    """What a way through a whole page is worth; of two that are worth the same, the left column is the one that begins higher."""
    left, right = way.columns()
    return round(way.score + _turning(left, right, flow), _DIGITS), bool(left) and (not right or left[0].span <= right[0].span)


def _turning(left: Sequence[ColumnText], right: Sequence[ColumnText], flow: Flow) -> float:
    """What it is worth that the text goes on from the foot of the left column to the head of the right one."""
    return flow.link(_foot(left), right[0]) if left and right else 0.0


def _foot(column: Sequence[ColumnText]) -> ColumnText | None:
    """The last row of a column above its notes."""
    return next((piece for piece in reversed(column) if not piece.noted), None)


def _ways_to_take(row: Line, flow: Flow) -> Iterator[_TAKEN]:
    """How a row can be read: on either of the columns, or on both."""
    start, text = row.span[0], row.content
    whole = flow.piece(start, text)
    yield ((0, whole),)
    yield ((1, whole),)
    if flow.shared and len(text) <= _LONGEST_ROW and (whole.width > _TWO * flow.measure or MIXED.search(text)):
        for gap in _BLANK.finditer(text):
            yield (0, flow.piece(start, text[: gap.start()])), (1, flow.piece(start + gap.end(), text[gap.end() :]))


def _fitting(taken: Sequence[_TAKEN], way: _Way, flow: Flow) -> Sequence[_TAKEN]:
    """The ways to take a row that its width allows; one that fits nowhere reaches across and is read with the left one."""
    noted = tuple(tuple((column, _as_note(way.last[column], piece)) for column, piece in pieces) for pieces in taken)
    return [pieces for pieces in noted if all(flow.fits(piece) for _, piece in pieces)] or noted[:1]


def _as_note(before: ColumnText | None, piece: ColumnText) -> ColumnText:
    """The piece as one of a note, if it goes on with one."""
    return replace(piece, note=before.note) if before is not None and before.noted and not piece.noted else piece
