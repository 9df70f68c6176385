"""Marks of amendment as consolidated laws of Belgium have them: "[1 § 1.]1 Het Instituut …", and a note below the article: "(1)<W 2030-07-20/12, art. 154>".

The brackets carry the number of a note, as its marker does; each article numbers its notes anew (Justel, "Wetgevingstechnische wijzigingen").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.model import Furniture, Lines, Span
from generator.readers.pieces.drafts import Marker, NoteDraft, cut
from generator.readers.pieces.lines import Line
from generator.readers.printed.text.rows import Layout, Row

_NOTE: Final = re.compile(r"\s*(?P<label>\((?P<number>\d{1,2})\))\s*(?P<open><)(?=\w)")
_RULE: Final = re.compile(r"[-–_]{5,}")
_BRACKET: Final = re.compile(r"\[(?P<opens>\d{1,2})(?=[ \n\r])|\](?P<closes>\d{1,2})(?!\d)")
_MOST_ROWS: Final = 12
"""So many rows at most make up one note; a sign that nothing closes after that is no note's."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note: its printed number, its label with the signs around its text, its rows, and the lines that it takes."""

    number: int
    label: Span
    signs: tuple[Span, Span]
    lines: tuple[Line, ...]

    @property
    def rows(self) -> tuple[tuple[Span, ...], ...]:
        """The ranges of its text."""
        spans = ((max(line.span[0], self.signs[0][1]), min(line.span[1], self.signs[1][0])) for line in self.lines)
        return tuple((span,) for span in spans if span[0] < span[1])


@dataclass(frozen=True, slots=True)
class ChangeNotes:
    """The notes of amendments in a text with their markers, numbered on; the signs of the notation; the numbers of the lines taken."""

    notes: tuple[NoteDraft, ...] = ()
    markers: tuple[Marker, ...] = ()
    signs: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    lines: frozenset[int] = frozenset()

    def numbered_after(self, last: int) -> ChangeNotes:
        """These notes and markers, numbered from the number after `last`."""
        return replace(
            self,
            notes=tuple(replace(note, number=note.number + last) for note in self.notes),
            markers=tuple(replace(marker, number=marker.number + last) for marker in self.markers),
        )

    def cut_out(self, layout: Layout, text: str) -> Layout:
        """A layout whose rows are without the signs; `text` is what their ranges are of."""
        return replace(layout, body=tuple(self._without_signs(row, text) for row in layout.body)) if self.signs else layout

    def _without_signs(self, row: Row, text: str) -> Row:
        first, after = bisect_left(self.signs, (row.parts[0][0], 0)), bisect_left(self.signs, (row.parts[-1][1], 0))
        if first == after:
            return row
        parts = tuple(piece for part in row.parts for piece in cut(part, self.signs[first:after]))
        return replace(row, parts=parts, text="".join(text[slice(*part)] for part in parts))


def find_change_notes(lines: Sequence[Line], text: str) -> ChangeNotes:
    """The notes of amendments with brackets that call for them; nothing where a text has not both."""
    notes = tuple(_notes(lines))
    pairs = tuple(_pairs(text)) if notes else ()
    called = tuple(_called(notes, pairs))
    return _made(notes, called, lines, text) if called else ChangeNotes()


def _made(notes: Sequence[_Note], called: Sequence[tuple[Span, Span, _Note]], lines: Sequence[Line], text: str) -> ChangeNotes:
    """Notes and the brackets that call for them, as drafts and markers; their notation set aside."""
    numbers = {note.label: number for number, note in enumerate(notes, 1)}
    brackets = sorted(span for opened, closed, _ in called for span in (opened, (closed[0], closed[0] + 1)))
    taken = frozenset(line.number for note in notes for line in note.lines)
    rules = tuple(_rules(lines, taken))
    return ChangeNotes(
        tuple(_draft(note, numbers[note.label], text) for note in notes),
        tuple(Marker(numbers[note.label], (closed[0] + 1, closed[1])) for _, closed, note in called),
        tuple(brackets),
        (*map(_rule, rules), *_signs([*brackets, *(sign for note in notes for sign in note.signs)], lines, text)),
        taken.union(line.number for line in rules),
    )


def _rules(lines: Sequence[Line], taken: frozenset[int]) -> Iterator[Line]:
    """The rules directly above notes."""
    yield from (line for line, after in pairwise(lines) if after.number in taken and _RULE.fullmatch(line.content))


def _notes(lines: Sequence[Line]) -> Iterator[_Note]:
    """The notes: from a number and an opening sign to the sign that closes it at the end of a row."""
    for place, line in enumerate(lines):
        match = _NOTE.match(line.text)
        rows = lines[place : place + _MOST_ROWS]
        last = next((at for at, row in enumerate(rows) if row.content.endswith(">")), None) if match else None
        if match and last is not None:
            end = rows[last].span[1]
            label, opened = ((line.start + match.start(name), line.start + match.end(name)) for name in ("label", "open"))
            yield _Note(int(match["number"]), label, (opened, (end - 1, end)), tuple(rows[: last + 1]))


def _pairs(text: str) -> Iterator[tuple[Span, Span, int]]:
    """Brackets that open and close with one number; pairs may lie in one another."""
    opened: dict[int, Span] = {}
    for match in _BRACKET.finditer(text):
        if match["opens"]:
            opened[int(match["opens"])] = match.span()
        elif (number := int(match["closes"])) in opened:
            yield opened.pop(number), match.span(), number


def _called(notes: Sequence[_Note], pairs: Sequence[tuple[Span, Span, int]]) -> Iterator[tuple[Span, Span, _Note]]:
    """Each pair of brackets with its note: the next below it of that number, in the first group of notes below it."""
    starts = [note.label[0] for note in notes]
    for opened, closed, number in pairs:
        for note in notes[bisect_right(starts, closed[0]) :]:
            if note.number == number:
                yield opened, closed, note
            if note.number >= number:
                break


def _draft(note: _Note, number: int, text: str) -> NoteDraft:
    place = Lines(note.lines[0].number, note.lines[-1].number)
    return NoteDraft(number, note.rows, place, text[slice(*note.label)], note.label)


def _rule(line: Line) -> Furniture:
    return Furniture(Lines(line.number, line.number), line.content, "rule", (line.span,))


def _signs(spans: Sequence[Span], lines: Sequence[Line], text: str) -> Iterator[Furniture]:
    """The signs of the notation, each set aside at its line."""
    starts = [line.start for line in lines]
    for span in spans:
        number = lines[bisect_right(starts, span[0]) - 1].number
        yield Furniture(Lines(number, number), text[slice(*span)].strip(), "markup", (span,))
