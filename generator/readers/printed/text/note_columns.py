"""The numbers of a page's notes that an extraction set apart from their texts, in columns or above the rest of another note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import find_heading_mark
from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import Shape, ends_sentence, starts_lower
from generator.readers.printed.text.note_blocks import NOTE_START, note_number

NOTE_NUMBER: Final = re.compile(r"\d{1,3}|\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}")
_LOST: Final = 2
"""The first number of a page is so much more than the last of the page before, where the number between them was lost."""

_NO_NUMBER: Final = 1000
"""No note has a number as high as this."""

_ADDRESS: Final = ("http", "www.")


@dataclass(frozen=True, slots=True)
class Move:
    """A mark, and the line before whose text it goes, both by their place among the lines."""

    mark: int
    before: int


def note_moves(lines: Sequence[Line], own: Sequence[int], marks: Sequence[int], shape: Shape, last: int) -> Iterator[Move]:
    """The numbers `marks` among the lines `own` of a page, if they stand apart from the texts of their notes.

    They do in columns, or above the rest of a note of the page before, whose number was `last`.
    """
    texts = [i for i in own if marks and i > marks[0] and i not in set(marks)]
    if not texts:
        return
    rest = _is_cut_by(lines, own, marks[0]) or _is_rest(lines, texts[0], marks[0], shape, last)
    if not (rest or _have_column(own, marks)):
        return
    anchors = _anchors(lines, texts, marks)
    if anchors:
        yield from _between(lines, texts, marks, anchors, shape)
        return
    count = len(marks) + rest
    block = _block(lines, texts, shape)
    candidates = block if _enough(lines, block, count) else texts
    starts = _note_starts(lines, candidates, count, shape)[rest:]
    yield from (Move(mark, start) for mark, start in zip(marks, starts, strict=False))


def _anchors(lines: Sequence[Line], texts: Sequence[int], marks: Sequence[int]) -> dict[int, int]:
    """The texts that kept their numbers, by those numbers, if they count on with the numbers that stand apart."""
    apart = {note_number(lines[mark].content) for mark in marks}
    found: dict[int, int] = {}
    for text in texts:
        match = NOTE_START.fullmatch(lines[text].content)
        if match and match["rest"] and not starts_lower(match["rest"]):
            number = note_number(match["label"])
            if number not in apart and number > max(found, default=0) and {number - 1, number + 1} & (apart | {*found}):
                found[number] = text
    return found


def _between(lines: Sequence[Line], texts: Sequence[int], marks: Sequence[int], anchors: Mapping[int, int], shape: Shape) -> Iterator[Move]:
    """The numbers that belong between two texts that kept theirs, brought to the texts between these."""
    for below, above in pairwise([0, *anchors, _NO_NUMBER]):
        own = [mark for mark in marks if below < note_number(lines[mark].content) < above]
        first, after = anchors.get(below, texts[0]), anchors.get(above, texts[-1] + 1)
        rows = [text for text in texts if first <= text < after]
        if own and rows:
            kept = below in anchors
            starts = _note_starts(lines, rows, len(own) + kept, shape)[kept:]
            yield from (Move(mark, start) for mark, start in zip(own, starts, strict=False))


def _is_cut_by(lines: Sequence[Line], own: Sequence[int], mark: int) -> bool:
    """Whether a number stands in the middle of the note before it, which kept its own and has not come to its end."""
    before = own[max(0, own.index(mark) - 1)]
    match = NOTE_START.fullmatch(lines[before].content)
    number = note_number(lines[mark].content)
    return match is not None and bool(match["rest"]) and note_number(match["label"]) == number - 1 and not ends_sentence(match["rest"])


def _is_rest(lines: Sequence[Line], text: int, mark: int, shape: Shape, last: int) -> bool:
    """Whether the line `text` below the number `mark` goes on with the last note of the page before, or is one whose number was lost."""
    if lines[text].gap.size <= shape.unit or lines[mark].gap.size < shape.unit:
        return False
    first = lines[text].content
    lost = last > 0 and note_number(lines[mark].content) == last + _LOST
    return lost or (starts_lower(first) and not first.startswith(_ADDRESS))


def _have_column(own: Sequence[int], marks: Sequence[int]) -> bool:
    """Whether two of the numbers stand one below the other."""
    places = {line: place for place, line in enumerate(own)}
    return any(places[after] == places[before] + 1 for before, after in pairwise(marks))


def counting(lines: Sequence[Line], marks: Sequence[int]) -> list[int]:
    """The last numbers on the page that count on one by one."""
    found: list[int] = []
    for mark in marks:
        number = note_number(lines[mark].content)
        if found and number != note_number(lines[found[-1]].content) + 1:
            found = []
        found.append(mark)
    return found


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
