"""What is usual in a document and has to be known before its rows are read: set-in paragraphs, room for raised digits, tags to be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Final, TypeAlias

from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.pdf.columns import Column, Flow, has_raised, is_set_in, pairs, slack
from generator.readers.printed.pdf.lines import Line

Distance: TypeAlias = Callable[[Line, Line], float]
"""The usual distance between two rows, in points."""

_NEAR: Final = 1.1
"""Rows that stand so many times the usual distance apart at most are rows of one text."""

_ASTRAY: Final = 0.05
"""In so few of the places where the look is plain the tags may say something else: those that a tool guessed do more often."""

_LOWER: Final = 1.03
"""A row that stands so many times the usual distance below another was set lower; less is rounding."""

_TELLING: Final = 4
"""Rows that begin set in behind the end of a sentence; fewer may be items or quotations."""

_MORE_SET_IN: Final = 2
"""How many times more rows begin so than do not: titles, and what goes on below a list, begin at the edge."""

_ALIKE, _APART = "alike", "apart"


def sets_in(flows: tuple[Flow, ...], columns: tuple[Column, ...]) -> bool:
    """Whether the first rows of paragraphs are set in, and little else is so that begins a sentence behind a short row."""
    verdicts: Counter[bool] = Counter()
    for flow, column in zip(flows, columns, strict=True):
        for (before, line), (_, after) in pairwise(pairs(flow)):
            if ends_sentence(before.text) and not starts_lower(line.text) and not find_marks(line.text):
                starts = is_set_in(line, column) and not is_set_in(after, column)
                if starts or (not is_set_in(line, column) and slack(before, line, column) > 0):
                    verdicts[starts] += 1
    return verdicts[True] >= max(_TELLING, _MORE_SET_IN * verdicts[False])


def makes_room(flows: tuple[Flow, ...], distance: Distance) -> bool:
    """Whether rows with raised digits stand lower than others, in sentences that go on: as most do, or where none tells."""
    verdicts: Counter[bool] = Counter()
    for before, line in (pair for flow in flows for pair in pairs(flow)):
        if starts_lower(line.text) and not ends_sentence(before.text) and has_raised(line):
            verdicts[line.base - before.base > _LOWER * distance(before, line)] += 1
    return verdicts[True] >= verdicts[False]


def tags_tell(flows: tuple[Flow, ...], distance: Distance) -> bool:
    """Whether the file's tags have rows in one block where a sentence plainly goes on, and others in two where white plainly parts them."""
    agreed: Counter[tuple[str, bool]] = Counter()
    for before, line in (pair for flow in flows for pair in pairs(flow)):
        look = _look(before, line, distance) if before.part and line.part else ""
        if look:
            agreed[look, (before.part == line.part) == (look == _ALIKE)] += 1
    wrong = any(agreed[look, False] > _ASTRAY * (agreed[look, True] + agreed[look, False]) for look in (_ALIKE, _APART))
    return not wrong and agreed[_ALIKE, True] > 0


def _look(before: Line, line: Line, distance: Distance) -> str:
    """Whether two rows plainly are of one paragraph or plainly are not; nothing where neither is plain."""
    ended, lower = ends_sentence(before.text), starts_lower(line.text)
    near = line.base - before.base <= _NEAR * distance(before, line)
    if near and lower and not ended:
        return _ALIKE
    return _APART if ended and not near and not lower else ""
