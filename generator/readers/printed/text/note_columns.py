"""The numbers of a page's notes that an extraction set apart from their texts, in columns or above the rest of another note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import find_heading_mark, is_bare_mark
from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import Shape, ends_sentence, starts_lower
from generator.readers.printed.text.note_blocks import NOTE_START, note_number
from generator.readers.printed.text.note_calls import Calls

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

    They do in columns, among notes that kept theirs, or above the rest of a note of the page before, whose number was `last`.
    """
    mixed = _Block.of(lines, own)
    if mixed is not None:
        yield from mixed.moves(lines, shape, last)
    elif marks:
        yield from _column_moves(lines, own, marks, shape, last)


def _column_moves(lines: Sequence[Line], own: Sequence[int], marks: Sequence[int], shape: Shape, last: int) -> Iterator[Move]:
    """The numbers `marks`, where no note kept its own, brought to the texts below the first of them."""
    texts = [i for i in own if i > marks[0] and i not in set(marks)]
    if not texts:
        return
    rest = _is_cut_by(lines, own, marks[0]) or _is_rest(lines, texts[0], marks[0], shape, last)
    below_items = _is_below_items(lines, own, marks[0])
    if not (rest or below_items or _have_column(own, marks)):
        return
    rows = _texts_of_notes(lines, texts, len(marks) + rest, shape, at_end=below_items)
    starts = _note_starts(lines, rows, len(marks) + rest, shape)[rest:]
    yield from (Move(mark, start) for mark, start in zip(marks, starts, strict=False))


def _texts_of_notes(lines: Sequence[Line], texts: Sequence[int], count: int, shape: Shape, *, at_end: bool) -> Sequence[int]:
    """Those of the texts that may be the `count` notes: the first up to white space or the last from it on, where they end as many sentences."""
    last = _last_block(lines, texts, shape)
    blocks = [last] if at_end else [_block(lines, texts, shape), last]
    return next((block for block in blocks if _enough(lines, block, count)), texts)


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines of a page's notes of which some kept their numbers: the numbers that stand alone, and the lines that begin with one, by number."""

    lines: tuple[int, ...]
    alone: Mapping[int, int]
    kept: Mapping[int, int]

    @classmethod
    def of(cls, lines: Sequence[Line], own: Sequence[int]) -> _Block | None:
        """The block at the foot of the page with the lines `own`; None where no number stands alone or none was kept."""
        numbers = _count(_below_calls(lines, own, _count(_numbers(lines, own))))
        alone = {number: place for number, place in numbers.items() if NOTE_NUMBER.fullmatch(lines[place].content)}
        kept = {number: place for number, place in numbers.items() if number not in alone}
        if not alone or not kept or list(kept.values()) != sorted(kept.values()):
            return None
        return cls(tuple(i for i in own if i >= min(numbers.values())), alone, kept)

    def moves(self, lines: Sequence[Line], shape: Shape, last: int) -> Iterator[Move]:
        """Each number that stands alone, unless its text follows on it, brought to one of the texts between those that kept theirs."""
        for below, above in pairwise([0, *self.kept, _NO_NUMBER]):
            marks = [place for number, place in sorted(self.alone.items()) if below < number < above]
            apart = any(self._lacks_text(mark) or _is_cut_by(lines, self.lines, mark) for mark in marks)
            rows = self._between(lines, below, above, shape) if apart else []
            if not rows:
                continue
            first = below in self.kept or _is_rest(lines, rows[0], marks[0], shape, last)
            for mark, start in zip(marks, _note_starts(lines, rows, len(marks) + first, shape)[first:], strict=False):
                if start != self._next(mark):
                    yield Move(mark, start)

    def _lacks_text(self, mark: int) -> bool:
        """Whether no text without a number follows on a number that stands alone."""
        after = self._next(mark)
        return after is None or after in {*self.alone.values(), *self.kept.values()}

    def _next(self, mark: int) -> int | None:
        return next((i for i in self.lines if i > mark), None)

    def _between(self, lines: Sequence[Line], below: int, above: int, shape: Shape) -> list[int]:
        """The lines from one number that was kept up to another; where none stand there, those directly above the block, up to white space."""
        first, after = self.kept.get(below, self.lines[0]), self.kept.get(above, self.lines[-1] + 1)
        rows = [i for i in self.lines if first <= i < after and i not in self.alone.values()]
        return rows or _set_apart_above(lines, self.lines[0], shape)


def _numbers(lines: Sequence[Line], own: Sequence[int]) -> dict[int, int]:
    """The last line of a page that each number stands on, alone or before the text of a note."""
    found: dict[int, int] = {}
    for index in own:
        match = NOTE_START.fullmatch(lines[index].content)
        if match and not starts_lower(match["rest"]):
            found[note_number(match["label"])] = index
    return found


def _below_calls(lines: Sequence[Line], own: Sequence[int], numbers: Mapping[int, int]) -> dict[int, int]:
    """The numbers on lines below the last one that calls for any of them."""
    calls = Calls.of(lines[i] for i in own if not NOTE_NUMBER.fullmatch(lines[i].content)).loose
    called = (calls.get(number, lines[place].number) for number, place in numbers.items())
    above = max((call for call, place in zip(called, numbers.values(), strict=True) if call < lines[place].number), default=0)
    return {number: place for number, place in numbers.items() if lines[place].number > above}


def _count(numbers: Mapping[int, int]) -> dict[int, int]:
    """The most of the numbers that count on one by one."""
    best: dict[int, int] = {}
    own: dict[int, int] = {}
    for number in sorted(numbers):
        own = {**own, number: numbers[number]} if number - 1 in own else {number: numbers[number]}
        best = max(best, own, key=len)
    return best


def _set_apart_above(lines: Sequence[Line], below: int, shape: Shape) -> list[int]:
    """The lines above one, up to white space."""
    if lines[below].gap.size <= shape.unit:
        return []
    first = next((i for i in range(below - 1, 0, -1) if lines[i].gap.size > shape.unit or lines[i].gap.page_break), below)
    return list(range(first, below))


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


def _is_below_items(lines: Sequence[Line], own: Sequence[int], mark: int) -> bool:
    """Whether a number stands in a column below the marks of items, whose texts come before those of notes."""
    place = own.index(mark)
    return place > 0 and is_bare_mark(lines[own[place - 1]].content) and not NOTE_NUMBER.fullmatch(lines[own[place - 1]].content)


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


def _last_block(lines: Sequence[Line], texts: Sequence[int], shape: Shape) -> list[int]:
    """The last of the texts, from the last white space on."""
    first = next((place for place in range(len(texts) - 1, 0, -1) if lines[texts[place]].gap.size > shape.unit), 0)
    return list(texts[first:])


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
