"""The footnotes' own texts: where each starts, and its number, printed or inferred from the sequence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Final

from generator.model import Lines, Span
from generator.readers.pieces.drafts import NoteDraft
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.text.note_blocks import NOTE_START, note_number
from generator.readers.printed.text.placing import LOST_NUMBER_INDENT
from generator.readers.printed.text.rows import Row

_LOOK_BACK: Final = 60
"""A note's number is compared with this many candidates before it: enough for the longest page of notes."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """A footnote as it stands in the seed: the ranges of its rows, and of its printed number if it has one."""

    number: int
    rows: tuple[Row, ...]
    label: str
    label_span: Span | None
    bracket: str = ""

    @property
    def printed(self) -> int:
        """The number that is printed at it."""
        return note_number(self.label) if self.label else self.number

    @property
    def page(self) -> int:
        """The page on which it starts."""
        return self.rows[0].page

    @property
    def draft(self) -> NoteDraft:
        """The draft of the note."""
        place = Lines(self.rows[0].lines[0], self.rows[-1].lines[1])
        return NoteDraft(self.number, tuple((part,) for part in self._parts), place, self.label, self.label_span)

    @property
    def _parts(self) -> tuple[Span, ...]:
        """The ranges of its text, its number left out."""
        spans = tuple(span for row in self.rows for span in row.parts)
        if self.label_span is None:
            return spans
        first, *others = spans
        rest = (self.label_span[1], first[1])
        return (rest, *others) if rest[0] < rest[1] else tuple(others)


@dataclass(frozen=True, slots=True)
class _Start:
    """A row that may be the first of a note; `number` is None where it was lost."""

    index: int
    number: int | None
    label: str
    bracket: str
    weight: float


def read_notes(rows: tuple[Row, ...], *, anew: bool = False) -> tuple[tuple[NoteText, ...], tuple[Row, ...]]:
    """The footnotes in order, and the rows before the first of them, which belong to no note; where pages number theirs `anew`, they count on."""
    starts = _counted_on(rows) if anew else _numbered(list(_starts(rows)))
    if not starts:
        return (), rows
    bounds = [*(start.index for start, _ in starts), len(rows)]
    notes = tuple(_note(start, number, rows[first:after]) for (start, number), (first, after) in zip(starts, pairwise(bounds), strict=True))
    return notes, rows[: bounds[0]]


def _numbered(starts: list[_Start]) -> list[tuple[_Start, int]]:
    return _number_lost(starts, _best_sequence(starts))


def _counted_on(rows: tuple[Row, ...]) -> list[tuple[_Start, int]]:
    """The starts of notes that each page numbers from 1, numbered through."""
    found: list[tuple[_Start, int]] = []
    at = last = printed = 0
    before = ""
    for _, group in groupby(rows, key=lambda row: row.page):
        own = tuple(group)
        numbered = _numbered(list(_starts(own, before)))
        if numbered and numbered[0][1] != printed + 1:
            printed = 0  # else the first was carried over from the page before, which had no room for it
        for start, number in numbered:
            last += number - printed
            printed = number
            found.append((replace(start, index=start.index + at), last))
        at += len(own)
        before = own[-1].text
    return found


def _note(start: _Start, number: int, rows: tuple[Row, ...]) -> NoteText:
    begin = rows[0].parts[0][0]
    span = (begin, begin + len(start.label)) if start.label else None
    return NoteText(number, rows, start.label, span, start.bracket)


def _starts(rows: tuple[Row, ...], previous: str = "") -> Iterator[_Start]:
    for index, row in enumerate(rows):
        match = NOTE_START.match(row.text)
        if match:
            yield _labelled(index, row, match["label"], match["rest"], first=index == 0)
        elif _lost_number(row, previous):
            yield _Start(index, None, "", "", 0)
        previous = row.text


def _lost_number(row: Row, previous: str) -> bool:
    """Whether a row starts a note whose number was lost: set in and set apart, and no rest of the row before it."""
    apart = row.indent >= LOST_NUMBER_INDENT and (row.tight or row.relation != "normal")
    goes_on = starts_lower(row.text) and bool(previous) and not ends_sentence(previous)
    return apart and not goes_on and not previous.isdigit()


_NUMBERED: Final = 1.0
"""The unit in which sequences of notes are weighed: a row with a note's number, one that opens with a capital, the number 1, the next number."""

_SMALL: Final = -1.5
"""What a small letter behind the number weighs: more than the number, so that rows of text that start with a figure are no notes by themselves."""

_IN_THE_MIDDLE: Final = -0.5
"""What a sequence that starts with another number than 1 weighs, as in an excerpt: possible, and never better than to start with 1."""

_SKIPPED: Final = 0.8
"""What a number weighs that follows after as many rows without a number as were skipped: a little less than the next number."""

_UNEXPLAINED: Final = 0.9
"""What each skipped number without such a row takes off again: one of them leaves less than nothing."""


def _labelled(index: int, row: Row, label: str, rest: str, *, first: bool) -> _Start:
    bracket = label[0] if label[0] in "[(" else ""
    placed = row.tight or first or row.relation != "normal" or bool(bracket)
    weight = _NUMBERED + placed + (_SMALL if starts_lower(rest) and not rest.startswith("http") else _NUMBERED)
    return _Start(index, note_number(label), label, bracket, weight)


def _best_sequence(starts: list[_Start]) -> list[_Start]:
    """The candidates whose numbers make the best rising sequence; a number that is skipped counts against it."""
    numbered = [start for start in starts if start.number is not None]
    lost = [start.index for start in starts if start.number is None]
    best: list[tuple[float, int | None]] = []
    for place, start in enumerate(numbered):
        options: list[tuple[float, int | None]] = [(_opening(start), None)]
        for before in range(max(0, place - _LOOK_BACK), place):
            link = _link(numbered[before], start, lost)
            if link is not None:
                options.append((best[before][0] + link, before))
        score, origin = max(options, key=lambda option: option[0])
        best.append((score + start.weight, origin))
    return _trace(numbered, best)


def _trace(numbered: list[_Start], best: list[tuple[float, int | None]]) -> list[_Start]:
    if not best:
        return []
    place: int | None = max(range(len(best)), key=lambda i: best[i][0])
    chain = []
    while place is not None:
        chain.append(numbered[place])
        place = best[place][1]
    return chain[::-1]


def _opening(start: _Start) -> float:
    return _NUMBERED if start.number == 1 else _IN_THE_MIDDLE


def _link(before: _Start, start: _Start, lost: list[int]) -> float | None:
    """What it is worth that one note follows on the other; None if it cannot. `lost`: the rows of the starts without a number."""
    if before.number is None or start.number is None or start.number <= before.number:
        return None
    skipped = start.number - before.number - 1
    if skipped == 0:
        return _NUMBERED
    between = bisect_left(lost, start.index) - bisect_right(lost, before.index)
    return _SKIPPED - _UNEXPLAINED * abs(skipped - between)


def _number_lost(starts: list[_Start], chain: list[_Start]) -> list[tuple[_Start, int]]:
    """Gives the starts without a number the numbers that the sequence leaves open, and no more than those."""
    numbers = {start.index: start.number for start in chain if start.number is not None}
    places = list(numbers)
    result: list[tuple[_Start, int]] = []
    last = 0
    for start in starts:
        if start.index in numbers:
            last = numbers[start.index]
            result.append((start, last))
        elif start.number is None:
            after = bisect_right(places, start.index)
            if after == len(places) or last + 1 < numbers[places[after]]:
                last += 1
                result.append((start, last))
    return result
