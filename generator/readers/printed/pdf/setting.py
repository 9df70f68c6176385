"""How the rows of a PDF are set: the columns they stand in, how far apart they are, how full, in what type."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.pdf.lines import Line, is_table

Flow: TypeAlias = tuple[Line, ...]

_OTHER_SIZE: Final = 1.04
"""Type that differs by less is the same type: scaling a page rounds its sizes."""

_SAME_SIZE: Final = 0.1
"""Points by which rows set in one type differ at most. The PDFs of the tests read alike with half of it and with twice as much."""

_FURTHEST: Final = 3
"""In units of the type size: rows further apart are not one below the other. The PDFs of the tests read alike with half of it and with
twice as much."""

_GOES_ON: Final = 4
"""Rows of which the second plainly goes on in mid-sentence tell so many times more of the usual distance than others. The PDFs of the
tests read alike with half of it and with twice as much."""

_PARTS: Final = 4
"""Parts of a point to which distances between rows are rounded before they are counted: files round their numbers to less."""

_LEADING: Final = 1.25
"""In units of the type size: the distance between rows where no two of a size tell."""

_SAME_EDGE: Final = 3
"""Points by which the left edges of one column differ from page to page at most. The PDFs of the tests read alike with half of it and
with twice as much."""

_SHORT_OF_COLUMN: Final = 0.7
"""A column that leaves this part of the others' width empty is no column of theirs. The PDFs of the tests read alike with half of it and
with twice as much."""

_MOSTLY: Final = 0.9
"""Where rows are filled word by word, so many of them at least leave no room for the next word: a word may be measured a little too wide."""

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

_NEAR: Final = 1.1
"""Rows that stand so many times the usual distance apart at most are rows of one text."""

_ASTRAY: Final = 0.05
"""In so few of the places where the look is plain the tags may say something else: those that a tool guessed do more often."""

_ALIKE, _APART = "alike", "apart"

_LEAST_IN: Final = 0.6
"""In units of the type size: a smaller shift is the side bearing of a letter, or chance."""

_MOST_IN: Final = 4.0
"""In units of the type size: first rows are set in by one to three letters; what begins further right is centred or a list in a list."""

_TELLING: Final = 4
"""Rows that begin set in behind the end of a sentence; fewer may be items or quotations."""

_MORE_SET_IN: Final = 2
"""How many times more rows begin so than do not: titles, and what goes on below a list, begin at the edge."""

_WORDS: Final = 12
"""Characters of a row of capitals that is set otherwise than the row before on purpose: a shorter one may be a name in a sentence."""

_SIGNS: Final = 3
"""Characters of the row before it, which is more than the mark of an item."""


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


class Setting:
    """The usual measures of a document: its columns, the distance between rows, whether rows are filled word by word."""

    def __init__(self, flows: tuple[Flow, ...]) -> None:
        """Measure all rows."""
        self.columns = tuple(column_of(flow) for flow in flows)
        self._text = tuple(column for column, flow in zip(self.columns, flows, strict=True) if not is_table(flow[0]))
        self._pitch = _pitches(flows)
        self.greedy = self._fills_rows(flows)
        self.sets_in = self._sets_in(flows)
        self.tags_tell = self._tags_tell(flows)

    def adjusted(self, column: Column) -> Column:
        """The column with the right edge of others that start at its left edge, for one whose rows all happen to be short."""
        same = [other for other in self._text if abs(other.left - column.left) < _SAME_EDGE]
        justified = sum(other.justified for other in same) * 2 > len(same)
        # Where rows are filled out, the edge is where they end, not where one runs past it.
        right = max(other.right for other in same if other.justified or not justified)
        alike = right - column.right < _SHORT_OF_COLUMN * (right - column.left)
        return Column(column.left, right if alike else column.right, justified)

    def distance(self, before: Line, line: Line) -> float:
        """The usual distance between two rows of these sizes, in points."""
        return max(self._pitch.get(_rounded(row.size), 0.0) for row in (before, line)) or _LEADING * line.size

    def _fills_rows(self, flows: tuple[Flow, ...]) -> bool:
        """Whether rows are filled until the next word does not fit, as word processors do."""
        verdicts: Counter[bool] = Counter()
        for flow, column in zip(flows, self.columns, strict=True):
            for before, line in _pairs(flow):
                if starts_lower(line.text) and before.text[-1:].islower():
                    verdicts[slack(before, line, column) < 0] += 1
        return verdicts[True] >= _MOSTLY * verdicts.total()

    def _sets_in(self, flows: tuple[Flow, ...]) -> bool:
        """Whether the first rows of paragraphs are set in, and little else is so that begins a sentence behind a short row."""
        verdicts: Counter[bool] = Counter()
        for flow, column in zip(flows, self.columns, strict=True):
            for (before, line), (_, after) in pairwise(_pairs(flow)):
                if ends_sentence(before.text) and not starts_lower(line.text) and not find_marks(line.text):
                    starts = is_set_in(line, column) and not is_set_in(after, column)
                    if starts or (not is_set_in(line, column) and slack(before, line, column) > 0):
                        verdicts[starts] += 1
        return verdicts[True] >= max(_TELLING, _MORE_SET_IN * verdicts[False])

    def _tags_tell(self, flows: tuple[Flow, ...]) -> bool:
        """Whether the file's tags have rows in one block where a sentence plainly goes on, and others in two where white plainly parts them."""
        agreed: Counter[tuple[str, bool]] = Counter()
        for before, line in (pair for flow in flows for pair in _pairs(flow)):
            look = self._look(before, line) if before.part and line.part else ""
            if look:
                agreed[look, (before.part == line.part) == (look == _ALIKE)] += 1
        wrong = any(agreed[look, False] > _ASTRAY * (agreed[look, True] + agreed[look, False]) for look in (_ALIKE, _APART))
        return not wrong and agreed[_ALIKE, True] > 0

    def _look(self, before: Line, line: Line) -> str:
        """Whether two rows plainly are of one paragraph or plainly are not; nothing where neither is plain."""
        ended, lower = ends_sentence(before.text), starts_lower(line.text)
        near = line.base - before.base <= _NEAR * self.distance(before, line)
        if near and lower and not ended:
            return _ALIKE
        return _APART if ended and not near and not lower else ""


def is_set_in(line: Line, column: Column) -> bool:
    """Whether a row begins right of the edge of its column, as the first rows of paragraphs may."""
    return _LEAST_IN * line.size < line.left - column.left < _MOST_IN * line.size


def _pairs(flow: Flow) -> Iterator[tuple[Line, Line]]:
    """Rows of running text, each with the next."""
    return pairwise(flow if not is_table(flow[0]) else ())


def _pitches(flows: Iterable[Flow]) -> dict[float, float]:
    """The usual distance between two rows, by their type size."""
    found: dict[float, Counter[float]] = defaultdict(Counter)
    for before, line in (pair for flow in flows for pair in _pairs(flow)):
        if abs(before.size - line.size) < _SAME_SIZE and 0 < line.base - before.base < _FURTHEST * line.size:
            weight = _GOES_ON if starts_lower(line.text) and not ends_sentence(before.text) else 1
            found[_rounded(line.size)][round((line.base - before.base) * _PARTS) / _PARTS] += weight
    return {size: distances.most_common(1)[0][0] for size, distances in found.items()}


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def slack(line: Line, after: Line, column: Column) -> float:
    """How much room the next row's first word would have left on a row, in points; less than 0 if it did not fit."""
    word = after.text.split(maxsplit=1)[0] if after.text.strip() else ""
    per_letter = (after.right - after.left) / max(len(after.text), 1)
    return column.right - line.right - per_letter * (len(word) + 1)


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


def is_flush(line: Line, column: Column, size: float) -> bool:
    """Whether a row ends at the edge of its column, for rows of a type size."""
    return line.right >= column.right - _FLUSH * size


def sizes_differ(a: Line, b: Line) -> bool:
    """Whether two rows are set in type of different size."""
    return max(a.size, b.size) > _OTHER_SIZE * min(a.size, b.size)


def other_type(before: Line, line: Line) -> bool:
    """Whether two rows are set in different type as wholes: another size, weight or slant, or capitals."""
    if sizes_differ(before, line) or before.bold != line.bold or before.heading != line.heading:
        return True
    if before.capitals != line.capitals and not ends_sentence(before.text):
        return len(line.text) > _WORDS and len(before.text) > _SIGNS and not starts_lower(line.text)
    return before.italic != line.italic and not starts_lower(line.text)
