"""Marks that an extraction put below one another, apart from their texts: put back before them in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import find_marks, is_bare_mark
from generator.readers.pieces.lines import Line, content_lines
from generator.readers.pieces.shape import Shape, detect, ends_sentence, starts_lower
from generator.readers.printed.edges.page_edges import Kind, find_furniture
from generator.readers.printed.text.note_blocks import note_number
from generator.readers.printed.text.note_columns import NOTE_NUMBER, Move, counting, note_moves
from generator.readers.printed.text.view import Piece

_COLUMN: Final = 2
"""So many marks below one another make a column; one mark stands before its text in any case."""

_ITEM_END: Final = re.compile(r"[;,.:?!][”’\"')]*\d{0,3}$|;\s\w{2,3}$")
_GOES_ON: Final = re.compile(r"[^\W\d_]\s[a-zà-ÿ]+$")
"""How a row ends whose sentence goes on: in a word in small letters, not the only one."""

_LONGEST_REST: Final = 4
"""Rows. The rest of an item behind the marks of others."""

_LONGEST: Final = 60
"""Rows. The texts of a column of marks are looked for in so many rows below it."""


def bring_together(text: str) -> Iterator[Piece]:
    """The pieces of the text with each mark on the row before its text; none where none stands apart."""
    lines = content_lines(text)
    shape = detect(lines)
    furniture = find_furniture(lines, shape)
    moves: list[Move] = []
    last = 0
    for first, after in _pages(lines, furniture):
        own = [i for i in range(first, after) if i not in furniture]
        marks = counting(lines, [i for i in own if NOTE_NUMBER.fullmatch(lines[i].content)])
        moves += [*_item_moves(lines, own, shape), *note_moves(lines, own, marks, shape, last)]
        last = note_number(lines[marks[-1]].content) if marks else last
    if moves:
        yield from _moved(text, lines, moves)


def _pages(lines: Sequence[Line], furniture: Mapping[int, Kind]) -> Iterator[tuple[int, int]]:
    """The first line of each page and the one after its last: parted by form feeds, or else by heads and feet."""
    fed = [i for i, line in enumerate(lines) if i and line.gap.page_break]
    feet = [i for i in furniture if furniture[i] != "rule" and i + 1 not in furniture]
    yield from pairwise([0, *(fed or (i + 1 for i in sorted(feet) if i + 1 < len(lines))), len(lines)])


def _moved(text: str, lines: Sequence[Line], moves: Sequence[Move]) -> Iterator[Piece]:
    """The pieces of the text with the moves made; a mark leaves a blank row behind, and gets one before it where its text has one."""
    marks = {move.before: lines[move.mark] for move in moves}
    gone = {move.mark for move in moves}
    at = 0
    for index, line in enumerate(lines):
        if index in gone:
            yield (at, line.span[0])
            at = line.span[1]
        elif index in marks:
            yield (at, line.span[0])
            yield marks[index].span
            yield " "
            at = line.span[0]
    yield (at, len(text))


def _item_moves(lines: Sequence[Line], own: Sequence[int], shape: Shape) -> Iterator[Move]:
    """Each column of bullets or item numbers, and the texts below it that have no mark of their own."""
    at = done = 0
    while at < len(own):
        end = at
        while end < len(own) and _is_item_mark(lines[own[end]].content):
            end += 1
        rest = _rest(lines, own, at, end) if end > at else end
        if end - at >= _COLUMN or rest > end:
            below = [row for row in own[rest : rest + _LONGEST] if not NOTE_NUMBER.fullmatch(lines[row].content)]
            starts = _texts_above(lines, own[done:at], end - at, shape) or _text_starts(lines, below, end - at, shape)
            yield from (Move(mark, start) for mark, start in zip(own[at:end], starts, strict=False))
            done = end
        at = max(end, at + 1)


def _texts_above(lines: Sequence[Line], rows: Sequence[int], count: int, shape: Shape) -> list[int]:
    """The rows at which just `count` texts start between a lead-in and the marks below them; none where the marks belong to what follows."""
    rows = rows[-_LONGEST:]
    lead = next((place for place in range(len(rows) - 1, -1, -1) if lines[rows[place]].content.endswith(":")), len(rows))
    texts = rows[lead + 1 :]
    if not texts or not _ITEM_END.search(lines[texts[-1]].content) or any(find_marks(lines[row].content) for row in texts):
        return []
    starts = [texts[0], *(after for before, after in pairwise(texts) if _is_set_apart(lines[before], lines[after], shape))]
    return starts if len(starts) == count else []


def _rest(lines: Sequence[Line], own: Sequence[int], at: int, end: int) -> int:
    """The place behind the rest of an item that the marks from `at` to `end` stand in the middle of; `end` where there is none."""
    if not at or end == len(own) or not _GOES_ON.search(lines[own[at - 1]].content) or not starts_lower(lines[own[end]].content):
        return end
    ends = (i + 1 for i in range(end, min(len(own) - 1, end + _LONGEST_REST)) if _ITEM_END.search(lines[own[i]].content))
    return next(ends, end)


def _is_item_mark(text: str) -> bool:
    return is_bare_mark(text) and not NOTE_NUMBER.fullmatch(text)


def _text_starts(lines: Sequence[Line], rows: Sequence[int], count: int, shape: Shape) -> list[int]:
    """The rows at which `count` texts start, the first of `rows` among them: set apart by white space, else by how the row before ends."""
    rows = rows[: next((i for i, row in enumerate(rows) if find_marks(lines[row].content) or _is_item_mark(lines[row].content)), len(rows))]
    for told in (_is_set_apart, _ends_with_stop, _ends_item):
        starts = [*rows[:1], *(after for before, after in pairwise(rows) if told(lines[before], lines[after], shape))]
        if len(starts) >= count:
            return starts[:count]
    return list(rows[:1])


def _is_set_apart(before: Line, line: Line, shape: Shape) -> bool:
    return line.gap.size > shape.unit and (bool(_ITEM_END.search(before.content)) or not starts_lower(line.content))


def _ends_with_stop(before: Line, _line: Line, _shape: Shape) -> bool:
    return ends_sentence(before.content)


def _ends_item(before: Line, _line: Line, _shape: Shape) -> bool:
    return bool(_ITEM_END.search(before.content))
