"""Notes in Markdown that has no notation for them: lines that start with a number which the text above calls for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from generator.readers.pieces.lines import Line

NOTE_LIKE: Final = re.compile(r"\s{0,3}(?P<lead>(?:>\s?)?(?:[-*]\s+)?)(?P<label>\(\s?\d{1,3}\s?\)|\[\d{1,3}\]|\d{1,3})\s+(?=\S)")
"""`> 1 COM(2015) …`, `- (1) PB L …`, `(1) Zie …`, `1 Zie …`."""

MOST_SKIPPED: Final = 3
"""A note may follow on one whose text was lost, but not on a gap of more than these."""

_CALLS: Final = re.compile(
    r"<sup>\s*\(?(\d{1,3})\)?\s*</sup>|(?<=[^\W\d_\s.,;)”\"])\s?\(\s?(\d{1,3})\s?\)|(?<=[^\W\d_)”\"])\[(\d{1,3})\](?!\()"
)
"""Raised, or in brackets behind a word."""


def called_notes(lines: Iterable[Line]) -> dict[int, int]:
    """The numbers that a text calls for as notes, each with the first line that does."""
    called: dict[int, int] = {}
    for line in lines:
        for match in _CALLS.finditer(line.text):
            called.setdefault(int(match[match.lastindex or 1]), line.number)
    return called


def next_note(text: str, start: int, number: int) -> re.Match[str] | None:
    """The next note where it was run together with the one before, behind the end of a sentence."""
    pattern = re.compile(rf"(?<=[.!?])\s+(?P<lead>)(?P<label>{number})\s+(?=[A-ZÀ-Þ(])")
    return pattern.search(text, start)
