"""Markers in a PDF's running text that point at notes: raised digits and signs, numbers in brackets."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final, TypeAlias

from generator.model import Run, Span
from generator.readers.pieces.drafts import Marker
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.note_labels import SUPERSCRIPTS, Note

Call: TypeAlias = tuple[str, Span, str]
"""A key, its range with brackets, its kind: raised, round or square."""

_CALL: Final = re.compile(r"\d{1,4}|[*†‡§#]{1,9}|(?<![^\W_])[a-z](?![^\W_])")
_SUPER_CALL: Final = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_STAR_CALL: Final = re.compile(r"(?<=[^\W_])[*†‡]{1,9}(?=\s|$|[.,;:)])")
_BRACKET_CALLS: Final = {
    "(": (re.compile(r"\((\d{1,4}|[*†‡]{1,9})\)"), "round"),
    "[": (re.compile(r"\[(\d{1,4}|[*†‡]{1,9})\]"), "square"),
}
"""What calls for notes that are numbered in brackets."""


def markers_of(body: tuple[tuple[Line, ...], ...], notes: list[Note], text: str) -> Iterator[Marker]:
    """The markers in running text, each with the note it points at; raised digits that point at none are part of the text."""
    by_key: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        by_key[note.key].append(note)
    brackets = {note.label.bracket for note in notes}
    used: Counter[int] = Counter()
    for line in (line for flow in body for line in flow):
        for key, span, kind in calls_of(line, text, brackets):
            called = _called(by_key.get(key, []), line.page, used)
            if called is not None:
                used[called.number] += 1
                yield Marker(called.number, span, line.page, kind)


def _called(notes: list[Note], page: int, used: Counter[int]) -> Note | None:
    """The note that a marker on a page points at: on the page itself, else on the next one it was moved to, else the only one."""
    for there in (page, page + 1):
        own = [note for note in notes if note.page == there]
        if own:
            return min(own, key=lambda note: used[note.number])
    return notes[0] if len(notes) == 1 else None


def calls_of(line: Line, text: str, brackets: set[str]) -> Iterator[Call]:
    """What may be a marker in a row: what it says, its range, and its kind; numbers in brackets only of the form that notes have (`brackets`)."""
    for run in line.runs:
        yield from _raised(run, text) if run.raised else _level(run, line, text, brackets)


def _raised(run: Run, text: str) -> Iterator[Call]:
    for match in _CALL.finditer(text, run.start, run.end):
        yield match.group(), _with_brackets(text, *match.span()), "raised"


def _level(run: Run, line: Line, text: str, brackets: set[str]) -> Iterator[Call]:
    for match in _SUPER_CALL.finditer(text, run.start, run.end):
        yield match.group().translate(SUPERSCRIPTS), _with_brackets(text, *match.span()), "raised"
    for match in _STAR_CALL.finditer(text, run.start, run.end):
        yield match.group(), match.span(), "raised"
    for opening, (pattern, kind) in _BRACKET_CALLS.items():
        if opening in brackets:
            found = (match for match in pattern.finditer(text, run.start, run.end) if match.start() > line.start)
            yield from ((match[1], match.span(), kind) for match in found)


def _with_brackets(text: str, start: int, end: int) -> Span:
    """A range with the brackets right around it."""
    if text[start - 1 : start] + text[end : end + 1] in {"()", "[]"}:
        return start - 1, end + 1
    return start, end
