"""The number or sign that a note in a PDF starts with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from generator.readers.printed.pdf.lines import Line

SMALL: Final = 0.94
"""Notes are set at most so large beside the running text; 8 beside 9 points and 10 beside 12 are usual."""

_SMALLER: Final = 0.9
"""A number set at most so large beside its own row is set apart from it, raised or not."""

SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_LABEL: Final = re.compile(r"\s*[\[(]?(?P<key>\d{1,4}|[*†‡§#]{1,9}|[a-z])[\])]?[.)]?")
_PLAIN_LABEL: Final = re.compile(
    r"(?:\((?P<round>\d{1,4}|[*†‡]{1,9}|[a-z]|[⁰¹²³⁴-⁹]{1,3})\)|\[(?P<square>\d{1,4}|[*†‡]{1,9})\]|(?P<plain>\d{1,4})[.)]?"
    r"|(?P<star>[*†‡]{1,9})|(?P<super>[⁰¹²³⁴-⁹]{1,3}))(?=\s|(?<=[*†‡⁰¹²³⁴-⁹])|$|(?<=\d)[A-ZÀ-Þ])",
)
_LONGEST: Final = 4
"""Digits of a note's number: a document has some thousands of notes at most."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a note's first row starts with: its number or sign, as printed, the offset of its end, whether it is raised or set smaller."""

    key: str
    printed: str
    end: int
    raised: bool

    @property
    def bracket(self) -> str:
        """The bracket before it, if it has one."""
        return self.printed[0] if self.printed[0] in "([" else ""


@dataclass(slots=True)
class Note:
    """A note to which rows are added."""

    label: Label
    lines: list[Line] = field(default_factory=list)
    number: int = 0  # from 1; 0 until it is counted

    @property
    def key(self) -> str:
        """The number or sign that its markers have."""
        return self.label.key

    @property
    def page(self) -> int:
        """The page it starts on, from 1."""
        return self.lines[0].page


def find_label(line: Line) -> Label | None:
    """The label of a note at the start of a row; None where the row starts no note."""
    if line.runs[0].raised:
        return _raised(line)
    return _number_apart(line) or _plain(line)


def _raised(line: Line) -> Label | None:
    """What stands raised before the row."""
    first = line.runs[0]
    own = line.text[: first.end - line.start]
    match = _RAISED_LABEL.fullmatch(own.strip()) or _RAISED_LABEL.match(own)
    return Label(match["key"], match.group().strip(), first.start + match.end(), raised=True) if match else None


def _number_apart(line: Line) -> Label | None:
    """A number that the row's other type, or white space, sets apart from it."""
    first = line.runs[0]
    own = line.text[: first.end - line.start].strip()
    if not own.isdecimal() or len(own) > _LONGEST or len(line.runs) == 1:
        return None
    return Label(own, own, line.start + len(own), raised=(first.size or 0) < SMALL * line.size)


def _plain(line: Line) -> Label | None:
    """A number or sign set as the row is, in brackets or not; its form has to tell."""
    first = line.runs[0]
    match = _PLAIN_LABEL.match(line.text)
    if not match or not line.text[match.end() :].strip():
        return None
    key = next(value for value in match.groups() if value).translate(SUPERSCRIPTS)
    smaller = (first.size or 0) < _SMALLER * line.size and first.end - line.start <= len(match.group()) + 1
    return Label(key, match.group(), line.start + match.end(), raised=bool(match["super"] or match["star"]) or smaller)
