"""The lines of Markdown that are items: which mark they have, and at which level of lists in lists they lie."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.model import Span
from generator.readers.marked.markdown.gathered import Gathered
from generator.readers.pieces.enumeration import Mark, find_marks
from generator.readers.pieces.lines import Line

BULLET: Final = re.compile(r"(?P<indent>\s*)(?P<bullet>[-*+])(?P<space>\s+)(?=\S)")
NUMBERED: Final = re.compile(r"(?P<indent>\s*)(?P<label>(?P<number>\d{1,3})[.)])\s+(?=\S)")
_LETTERED: Final = re.compile(r"(?P<indent>\s*)(?P<label>(?:[a-z]{1,4}[.)]|\([a-z]{1,4}\)))\s+(?=\S)")


class ItemLines:
    """Takes the lines that start an item."""

    def __init__(self, made: Gathered) -> None:
        """Start without any list."""
        self.made = made
        self.levels = _ListLevels()

    def item(self, line: Line) -> None:
        """An item in Markdown's notation; a bullet may stand before the mark that the editors printed."""
        match = NUMBERED.match(line.text) or BULLET.match(line.text)
        if match is None:
            return
        indent, start = len(match["indent"]), match.end()
        if "label" in match.groupdict():
            mark = Mark("dotted:number", "numbered", match["label"], int(match["number"]), match.end())
            span: Span = (line.start + match.start("label"), line.start + match.end("label"))
        else:
            mark, span, start = self._bullet(line, match)
        style = self.levels.style(mark, indent, self.made.last_text())
        self.made.start("item", line, start, len(line.text))
        self.made.set_mark(replace(mark, style=style), span, indent)

    def _bullet(self, line: Line, match: re.Match[str]) -> tuple[Mark, Span, int]:
        """The bullet itself, or the mark that the editors printed behind it ("- a)", "- ∞")."""
        own = (match.start("bullet"), match.end("bullet"))
        marks = find_marks(line.text[match.end() :])
        if marks:
            mark = next((mark for mark in marks if self._follows(mark, below=True)), marks[0])
            self.levels.letters[mark.style] = mark.value or 0
            self.made.markup(line, own)
            start = match.end()
            return mark, (line.start + start, line.start + start + len(mark.label)), start + mark.length
        bullet = match["bullet"]
        return Mark(f"dash{bullet}", "bullet", bullet, None, 1), (line.start + own[0], line.start + own[1]), match.end()

    def lettered_item(self, line: Line) -> None:
        """An item with a letter."""
        mark = self._lettered(line)
        if mark is not None:
            self.made.start("item", line, line.indent + mark.length, len(line.text))
            self.made.set_mark(mark, (line.start + line.indent, line.start + line.indent + len(mark.label)), line.indent)
            self.levels.letters[mark.style] = mark.value or 0

    def is_lettered(self, line: Line) -> bool:
        """Whether a line starts an item with a letter."""
        return self._lettered(line) is not None

    def _lettered(self, line: Line) -> Mark | None:
        """The letter that a line starts with below a lead-in or another letter; Markdown itself knows no such lists."""
        if not _LETTERED.match(line.text):
            return None
        below = self._set_in(line) or self.made.last_text().endswith((":", ";", ","))
        return next((mark for mark in find_marks(line.content) if mark.kind == "lettered" and self._follows(mark, below=below)), None)

    def _set_in(self, line: Line) -> bool:
        """Whether a line stands further in than the item that is open."""
        return self.made.open is not None and self.made.open.kind == "item" and line.indent > self.made.open.indent

    def _follows(self, mark: Mark, *, below: bool) -> bool:
        """Whether a letter goes on where its list stopped, or is the first of a list below something."""
        if mark.value == 1:
            return below
        return mark.value == self.levels.letters.get(mark.style, 0) + 1


class _ListLevels:
    """Which style of mark an item has, its indent counted only where the marks themselves say too little."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the lists before a heading."""
        self.indents: dict[str, list[int]] = {}
        self.numbers: dict[str, int] = {}
        self.ones: dict[int, str] = {}
        self.letters: dict[str, int] = {}

    def style(self, mark: Mark, indent: int, before: str) -> str:
        """The mark's style with the level of its indent, where lists with the same mark lie in one another."""
        if mark.kind == "lettered" or mark.certain:
            return mark.style
        if mark.value is not None:
            return self._numbered(mark, mark.value, indent)
        known = self.indents.setdefault(mark.style, [])
        while known and known[-1] > indent:
            known.pop()
        if not known or (indent > known[-1] and not before.endswith((";", ","))):
            known.append(indent)
        return f"{mark.style}@{len(known)}"

    def _numbered(self, mark: Mark, value: int, indent: int) -> str:
        going_on = next((style for style, last in reversed(self.numbers.items()) if value == last + 1), None)
        # Some makers number all items 1 and leave the counting to whoever shows them.
        again = self.ones.get(indent) if value == 1 and self.numbers.get(self.ones.get(indent, "")) == 1 else None
        style = going_on or again or (f"{mark.style}@{indent}" if value == 1 and self.numbers else mark.style)
        self.numbers[style] = value
        if value == 1:
            self.ones[indent] = style
        return style
