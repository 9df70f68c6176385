"""What in the lines of a text calls for a note: numbers that stand as a note's marker does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.readers.pieces.lines import Line

SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""Raised digits, as those that they stand for."""

_MARKERS: Final = (
    re.compile(r"(?:[^\W\d_]|[)”\"'’»\]!?.;,:%])(\d{1,3})(?!\d|[.,]\d)"),
    re.compile(r"(?:1[5-9]|20)\d\d(\d{1,3})(?!\d|[.,]\d)"),
    *(re.compile(rf"(?:/|\(\d{{4}}\) )\d{{{digits}}}(\d{{1,3}})(?!\d|[.,]\d)") for digits in (3, 4)),
    re.compile(r"[\[(]\s?(\d{1,3})\s?[\])]"),
    re.compile(r"(?<![⁰¹²³⁴-⁹])([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹])"),
)
"""What calls for a note: a number that is glued to a word, to a year or to the number of an act, in brackets, or raised."""

_AFTER_BLANK: Final = re.compile(r"(?:[^\W\d_]|(?:1[5-9]|20)\d\d)[”\"'’»)]?\s(\d{1,3})(?=[.,;:)]|\s|$)")
_ALONE: Final = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Calls:
    """The first line on which each number stands as a note's marker does: plainly, or plainly or after a blank."""

    plain: dict[int, int]
    loose: dict[int, int]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Calls:
        """The numbers that some lines call for."""
        plain: dict[int, int] = {}
        loose: dict[int, int] = {}
        for line in lines:
            for number in _markers(line.content):
                plain.setdefault(number, line.number)
                loose.setdefault(number, line.number)
            for match in _AFTER_BLANK.finditer(line.content):
                loose.setdefault(int(match[1]), line.number)
        return cls(plain, loose)


def _markers(text: str) -> Iterator[int]:
    """The numbers that a line holds as markers; one on a line of its own is one too."""
    if _ALONE.fullmatch(text):
        yield int(text)
    for pattern in _MARKERS:
        yield from (int(match[1].translate(SUPERSCRIPTS)) for match in pattern.finditer(text))
