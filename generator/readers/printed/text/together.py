"""Marks that an extraction set apart from their texts, one below the other: brought back to them in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import find_heading_mark, find_marks, is_bare_mark
from generator.readers.pieces.lines import Line, content_lines
from generator.readers.pieces.shape import Shape, detect, ends_sentence, starts_lower
from generator.readers.printed.edges.page_edges import Kind, find_furniture
from generator.readers.printed.text.note_blocks import note_number
from generator.readers.printed.text.view import Piece

_NOTE_NUMBER: Final = re.compile(r"\d{1,3}|\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}")
_COLUMN: Final = 2
"""So many marks below one another make a column; one mark stands before its text in any case."""

_ITEM_END: Final = re.compile(r"[;,.:?!][”’\"')]*\d{0,3}$|;\s\w{2,3}$")
_GOES_ON: Final = re.compile(r"[^\W\d_]\s[a-zà-ÿ]+$")
"""How a row ends whose sentence goes on: in a word in small letters, not the only one."""

_LONGEST_REST: Final = 4
"""Rows. The rest of an item behind the marks of others."""

_ADDRESS: Final = ("http", "www.")
_LONGEST: Final = 60
"""Rows. The texts of a column of marks are looked for in so many rows below it."""


@dataclass(frozen=True, slots=True)
class _Move:
    """A mark that goes before the text on another line."""

    mark: int
    before: int


def bring_together(text: str) -> Iterator[Piece]:
    """The pieces of the text with each mark on the row before its text; none where none stands apart."""
    lines = content_lines(text)
    shape = detect(lines)
    furniture = find_furniture(lines, shape)
    moves: list[_Move] = []
    last = 0
    for first, after in _pages(lines, furniture):
        own = [i for i in range(first, after) if i not in furniture]
        marks = _counting(lines, [i for i in own if _NOTE_NUMBER.fullmatch(lines[i].content)])
        moves += [*_item_moves(lines, own, shape), *_note_moves(lines, own, marks, shape, last)]
        last = note_number(lines[marks[-1]].content) if marks else last
    if moves:
        yield from _moved(text, lines, moves)


def _pages(lines: Sequence[Line], furniture: Mapping[int, Kind]) -> Iterator[tuple[int, int]]:
    """The first line of each page and the one after its last: parted by form feeds, or else by heads and feet."""
    fed = [i for i, line in enumerate(lines) if i and line.gap.page_break]
    feet = [i for i in furniture if furniture[i] != "rule" and i + 1 not in furniture]
    yield from pairwise([0, *(fed or (i + 1 for i in sorted(feet) if i + 1 < len(lines))), len(lines)])


def _moved(text: str, lines: Sequence[Line], moves: Sequence[_Move]) -> Iterator[Piece]:
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


def _item_moves(lines: Sequence[Line], own: Sequence[int], shape: Shape) -> Iterator[_Move]:
    """Each column of bullets or item numbers, and the texts below it that have no mark of their own."""
    at = 0
    while at < len(own):
        end = at
        while end < len(own) and _is_item_mark(lines[own[end]].content):
            end += 1
        rest = _rest(lines, own, at, end) if end > at else end
        if end - at >= _COLUMN or rest > end:
            starts = _text_starts(lines, own[rest : rest + _LONGEST], end - at, shape)
            yield from (_Move(mark, start) for mark, start in zip(own[at:end], starts, strict=False))
        at = max(end, at + 1)


def _rest(lines: Sequence[Line], own: Sequence[int], at: int, end: int) -> int:
    """The place behind the rest of an item that the marks from `at` to `end` stand in the middle of; `end` where there is none."""
    if not at or end == len(own) or not _GOES_ON.search(lines[own[at - 1]].content) or not starts_lower(lines[own[end]].content):
        return end
    ends = (i + 1 for i in range(end, min(len(own) - 1, end + _LONGEST_REST)) if _ITEM_END.search(lines[own[i]].content))
    return next(ends, end)


def _is_item_mark(text: str) -> bool:
    return is_bare_mark(text) and not _NOTE_NUMBER.fullmatch(text)


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


def _note_moves(lines: Sequence[Line], own: Sequence[int], marks: Sequence[int], shape: Shape, last: int) -> Iterator[_Move]:
    """The numbers of a page's notes, if they stand in columns apart from the texts of the notes, or above the rest of a note of the page before."""
    texts = [i for i in own if marks and i > marks[0] and i not in set(marks)]
    if not texts:
        return
    first = lines[texts[0]].content
    lost = last > 0 and note_number(lines[marks[0]].content) == last + _COLUMN
    apart = lines[texts[0]].gap.size > shape.unit and lines[marks[0]].gap.size >= shape.unit
    rest = apart and (lost or (starts_lower(first) and not first.startswith(_ADDRESS)))
    if not (rest or any(after == before + 1 for before, after in pairwise(_places(own, marks)))):
        return
    block = _block(lines, texts, shape)
    candidates = block if _enough(lines, block, len(marks) + rest) else texts
    starts = _note_starts(lines, candidates, len(marks) + rest, shape)[rest:]
    yield from (_Move(mark, start) for mark, start in zip(marks, starts, strict=False))


def _counting(lines: Sequence[Line], marks: Sequence[int]) -> list[int]:
    """The last numbers on the page that count on one by one."""
    found: list[int] = []
    for mark in marks:
        number = note_number(lines[mark].content)
        if found and number != note_number(lines[found[-1]].content) + 1:
            found = []
        found.append(mark)
    return found


def _places(own: Sequence[int], marks: Sequence[int]) -> list[int]:
    places = {line: place for place, line in enumerate(own)}
    return [places[mark] for mark in marks]


def _block(lines: Sequence[Line], texts: Sequence[int], shape: Shape) -> list[int]:
    """The first of the texts, up to white space."""
    found: list[int] = []
    for index in texts:
        if found and lines[index].gap.size > shape.unit:
            break
        found.append(index)
    return found


def _enough(lines: Sequence[Line], block: Sequence[int], count: int) -> bool:
    return sum(ends_sentence(lines[i].content) for i in block) >= count


def _note_starts(lines: Sequence[Line], rows: Sequence[int], count: int, shape: Shape) -> list[int]:
    """The rows at which `count` notes start: the first, and those that most plainly follow on the end of another."""
    if not rows:
        return []
    widest = max(len(lines[i].content) for i in rows)

    def plainness(pair: tuple[int, int]) -> tuple[float, int]:
        before, after = lines[pair[0]], lines[pair[1]]
        room = 1 - len(before.content) / widest
        opens = not starts_lower(after.content) and find_heading_mark(after.content) is None
        return ends_sentence(before.content) * 2 + opens * 2 + (after.gap.size > shape.unit) + room, -pair[1]

    best = sorted(pairwise(rows), key=plainness, reverse=True)[: count - 1]
    return [rows[0], *sorted(after for _, after in best)]
