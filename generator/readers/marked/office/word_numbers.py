"""The numbers that Word counts before paragraphs and does not write: `1.`, `2.1`, `(a)`, bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generator.readers.marked.numerals import numeral

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES: Final = {"decimal": "1", "decimalZero": "01", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE: Final = re.compile(r"%(\d)")
_SYMBOLS: Final = {
    # Code points of Symbol and Wingdings, the fonts from which Word takes its bullets (their own code tables).
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0e0": "→",
    "\uf02d": "-",
    "\uf0be": "—",
    "\uf06f": "◦",
    "\uf0a8": "◦",
}
_LEVELS: Final = 9
"""Levels of a list in a Word file (ECMA-376, 17.9.6: `w:lvl` may stand nine times)."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    arabic: bool


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number: str, depth: int) -> str:
        """Count one more paragraph of a list at a depth from 0, and return the number or bullet before it; empty where the list has none."""
        abstract = self.lists.get(number, "")
        level = self.levels.get(abstract, {}).get(depth)
        if level is None or not 0 <= depth < _LEVELS:
            return ""
        counts = self.counts.setdefault(abstract, [None] * _LEVELS)
        if (number, depth) in self.starts and (number, depth) not in self.begun:
            counts[depth] = None
        self.begun.add((number, depth))
        now = counts[depth]
        counts[depth] = self.starts.get((number, depth), level.start) if now is None else now + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.form == "bullet":
            return symbols(level.text).strip() or "•"
        return _PLACE.sub(lambda match: self._spelled(abstract, int(match[1]) - 1, counts, arabic=level.arabic), level.text).strip()

    def _spelled(self, abstract: str, depth: int, counts: list[int | None], *, arabic: bool) -> str:
        level = self.levels[abstract].get(depth)
        value = counts[depth] if 0 <= depth < _LEVELS else None
        if level is None:
            return ""
        value = level.start if value is None else value
        return numeral(value, "1" if arabic else _STYLES.get(level.form, "" if level.form == "none" else "1"))


def symbols(text: str) -> str:
    """A text with the bullets of symbol fonts as characters that every font has."""
    return "".join(_SYMBOLS.get(character, character) for character in text)


def numbering_of(root: etree._Element | None) -> Numbering:
    """The lists that the numbering part of a document defines."""
    found = Numbering()
    if root is None:
        return found
    linked: dict[str, str] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        found.levels[name] = {int(level.get(f"{W}ilvl", "0")): _level(level) for level in abstract.iter(f"{W}lvl")}
        style = value(abstract, "styleLink")
        if style:
            linked[style] = name
    for abstract in root.iter(f"{W}abstractNum"):
        other = linked.get(value(abstract, "numStyleLink"))
        if other:
            found.levels[abstract.get(f"{W}abstractNumId", "")] = found.levels[other]
    for number in root.iter(f"{W}num"):
        name = number.get(f"{W}numId", "")
        found.lists[name] = value(number, "abstractNumId")
        for override in number.iter(f"{W}lvlOverride"):
            start = value(override, "startOverride")
            if start.isdecimal():
                found.starts[name, int(override.get(f"{W}ilvl", "0"))] = int(start)
    return found


def _level(level: etree._Element) -> _Level:
    start = value(level, "start")
    return _Level(
        value(level, "numFmt") or "decimal", value(level, "lvlText"), int(start) if start.isdecimal() else 1, value_is_on(level, "isLgl")
    )


def value(element: etree._Element | None, name: str) -> str:
    """The value of a property that an element holds; empty where it has none."""
    child = None if element is None else element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def value_is_on(element: etree._Element | None, name: str) -> bool:
    """Whether a property that is on or off is on: it is there, and does not say it is off."""
    child = None if element is None else element.find(f"{W}{name}")
    return child is not None and child.get(f"{W}val", "true") not in {"false", "0", "off", "none"}
