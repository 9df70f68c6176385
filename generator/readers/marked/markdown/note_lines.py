"""Notes in Markdown that has no notation for them: lines that start with a number which the text above calls for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model import Span
from generator.readers.pieces.lines import Line

NOTE_LIKE: Final = re.compile(
    r"""
    \s{0,3}(?P<lead>(?:>\s?)?(?:[-*]\s+)?(?P<escaped>\\\[)?)
    (?P<label>\(\s?\d{1,3}\s?\)|\[\d{1,3}\]|\d{1,3}|[¹²³⁰⁴-⁹]{1,3})
    (?P<tail>(?(escaped)\\\]))\s+(?=\S)
    """,
    re.VERBOSE,
)
"""`> 1 COM(2015) …`, `- (1) PB L …`, `(1) Zie …`, `1 Zie …`, and a number in square brackets, escaped or not."""

_CALLS: Final = re.compile(
    r"""
      <sup>\s*\(?(?P<raised>\d{1,3})\)?\s*</sup>
    | \^(?P<lifted>\d{1,3})\^
    | (?<=[^\W_)”\"'’])[ ]?\(\s?(?P<round>\d{1,3})\s?\)
    | (?<=[^\W_)”\"'’.,;:])[ ]?\\?\[(?P<square>\d{1,3})\\?\](?!\()
    | (?<![⁰¹²³⁴-⁹])(?P<sign>[⁰¹²³⁴-⁹]{1,3})
    | (?<=[a-zà-ÿ]{3})(?P<glued>\d{1,2})(?![\w%/]|[.,]\d)
    """,
    re.VERBOSE,
)
"""Raised, in brackets behind a word or number, or glued to a word."""

_SIGNS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Call:
    """What calls for a note: the first line that does, and the range of the text that is the marker."""

    line: int
    span: Span


def number_in(label: str) -> int:
    """The number in a label or a marker, whatever signs stand around it."""
    return int("".join(character for character in label.translate(_SIGNS) if character.isdecimal()))


def called_notes(lines: Iterable[Line]) -> dict[int, Call]:
    """The numbers that a text calls for as notes, each with its first call."""
    called: dict[int, Call] = {}
    for line in lines:
        for match in _CALLS.finditer(line.text):
            called.setdefault(number_in(match.group()), Call(line.number, (line.start + match.start(), line.start + match.end())))
    return called


def next_note(text: str, start: int, number: int) -> re.Match[str] | None:
    """The next note where it was run together with the one before, behind the end of a sentence."""
    pattern = re.compile(rf"(?<=[.!?])\s+(?P<lead>)(?P<label>{number})(?P<tail>)\s+(?=[A-ZÀ-Þ(])")
    return pattern.search(text, start)
