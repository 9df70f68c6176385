"""Physical lines of a seed, and what lies between one line with text and the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_LINE: Final = re.compile(r"([^\n\r\f]*)(\r\n|\n|\r|\f|\Z)")

RULE_BLANKS: Final = 30
"""A line of this many blanks or more is the trace of a footnote rule, not an empty line."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What separates a line from the line with text before it."""

    empty: int = 0  # lines without a character
    blank: int = 0  # lines with fewer blanks than `RULE_BLANKS`
    rule: int = 0  # lines with as many or more
    page_break: bool = False

    @property
    def size(self) -> int:
        """The number of lines without text in the gap."""
        return self.empty + self.blank + self.rule


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text: its number from 1, the offset of its first character, its characters without line end."""

    number: int
    start: int
    text: str
    gap: Gap

    @property
    def indent(self) -> int:
        """The number of blanks before the text."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def tail(self) -> int:
        """The number of blanks after the text."""
        return len(self.text) - len(self.text.rstrip())

    @property
    def content(self) -> str:
        """The text between the blanks."""
        return self.text.strip()

    @property
    def span(self) -> tuple[int, int]:
        """Where the content stands in the seed."""
        return self.start + self.indent, self.start + len(self.text) - self.tail


def content_lines(text: str) -> tuple[Line, ...]:
    """All lines that hold more than white space, in order; a form feed ends a line and marks a page break."""
    lines: list[Line] = []
    number, empty, blank, rule, page_break = 1, 0, 0, 0, False
    for match in _LINE.finditer(text):
        content, end = match.group(1), match.group(2)
        if content.strip():
            lines.append(Line(number, match.start(), content, Gap(empty, blank, rule, page_break)))
            empty, blank, rule, page_break = 0, 0, 0, False
        elif len(content) >= RULE_BLANKS:
            rule += 1
        elif content:
            blank += 1
        elif end != "\f":
            empty += 1
        page_break = page_break or end == "\f"
        number += end != "\f"
        if match.end() == len(text):
            break
    return tuple(lines)


def has_form_feeds(lines: Sequence[Line]) -> bool:
    """Whether form feeds part the pages of a text."""
    return any(line.gap.page_break for line in lines)
