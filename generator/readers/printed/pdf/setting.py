"""How the rows of a PDF are set: the columns they stand in, how far apart they are, how full, in what type."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.pdf.columns import Column, Flow, column_of, pairs, slack
from generator.readers.printed.pdf.habits import makes_room, sets_in, tags_tell
from generator.readers.printed.pdf.lines import Line, is_table

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

_WORDS: Final = 12
"""Characters of a row of capitals that is set otherwise than the row before on purpose: a shorter one may be a name in a sentence."""

_SIGNS: Final = 3
"""Characters of the row before it, which is more than the mark of an item."""


class Setting:
    """The usual measures of a document: its columns, the distance between rows, whether rows are filled word by word."""

    def __init__(self, flows: tuple[Flow, ...]) -> None:
        """Measure all rows."""
        self.columns = tuple(column_of(flow) for flow in flows)
        self._text = tuple(column for column, flow in zip(self.columns, flows, strict=True) if not is_table(flow[0]))
        self._pitch = _pitches(flows)
        self.greedy = self._fills_rows(flows)
        self.sets_in = sets_in(flows, self.columns)
        self.makes_room = makes_room(flows, self.distance)
        self.tags_tell = tags_tell(flows, self.distance)

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
            for before, line in pairs(flow):
                if starts_lower(line.text) and before.text[-1:].islower():
                    verdicts[slack(before, line, column) < 0] += 1
        return verdicts[True] >= _MOSTLY * verdicts.total()


def _pitches(flows: Iterable[Flow]) -> dict[float, float]:
    """The usual distance between two rows, by their type size."""
    found: dict[float, Counter[float]] = defaultdict(Counter)
    for before, line in (pair for flow in flows for pair in pairs(flow)):
        if abs(before.size - line.size) < _SAME_SIZE and 0 < line.base - before.base < _FURTHEST * line.size:
            weight = _GOES_ON if starts_lower(line.text) and not ends_sentence(before.text) else 1
            found[_rounded(line.size)][round((line.base - before.base) * _PARTS) / _PARTS] += weight
    return {size: distances.most_common(1)[0][0] for size, distances in found.items()}


def _rounded(size: float) -> float:
    return round(size * 2) / 2


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
