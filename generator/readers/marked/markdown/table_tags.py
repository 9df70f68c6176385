"""Tables in Markdown that are written with tags of HTML: their cells stand where a web page would have them, their words are Markdown's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.model import CellPlace, Lines, Span
from generator.readers.marked import grid
from generator.readers.marked.elements import Element
from generator.readers.marked.html.reader import open_page
from generator.readers.marked.markdown.inline import Inline, take_apart
from generator.readers.marked.markdown.pipes import MarkdownTable
from generator.readers.pieces.drafts import CellDraft, Draft
from generator.readers.pieces.lines import Line

OPENS: Final = re.compile(r"\s*(?:<(?:div|center|p)\b[^<>]*>\s*)*<table\b", re.IGNORECASE)
"""A line that opens a table."""

_OPENING: Final = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
_TABLE: Final = re.compile(r"<(/?)table\b", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|p|div|center|ul|ol|li)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
"""The tags that part the words of a table; any other is left to what reads the words."""

_DATA: Final = "<caption>·</caption>"
"""What makes a table one of data, and not one that arranges a page: in Markdown nobody sets a page with tags."""

_HELD: Final = re.compile("\ue000(\\d+)\ue001")
"""What stands for the words between two tags while the tags are read as a web page: their place among all such words."""


def opened(line: Line) -> int:
    """How many tables more a line opens than it closes."""
    return sum(-1 if closes else 1 for closes in _TABLE.findall(line.text))


def tagged_table(text: str, lines: Sequence[Line]) -> MarkdownTable | None:
    """The table that the tags on some lines make; None where they make none, or more than one, or hold words that are in no cell."""
    rows = _Rows(text, lines, tuple(line.start for line in lines))
    words, parts = _parted(rows)
    elements = _elements(text, parts)
    if not _is_sound(elements, len(words)):
        return None
    tags = [part for part in parts if not isinstance(part, int) and part[0] < part[1]]
    return _made(rows, tags, [_read(rows, element, words) for element in elements])


_Read: TypeAlias = tuple[Element, Inline, grid.GridCell]


def _made(rows: _Rows, tags: Sequence[Span], found: Sequence[_Read]) -> MarkdownTable:
    """The table of some tags, and of elements that were read."""
    caption = next((cell.draft for element, _, cell in found if element.kind == "caption"), None)
    made = grid.laid_out((cell for element, _, cell in found if element.kind == "cell"), caption)
    draft = Draft((), "", Lines(rows.lines[0].number, rows.lines[-1].number), "table", table=made)
    markup = sorted((*tags, *(span for _, inline, _ in found for span in inline.markup)))
    return MarkdownTable(draft, tuple((rows.line(span[0]).number, span) for span in markup), tuple(inline for _, inline, _ in found))


def _is_sound(elements: Sequence[Element], words: int) -> bool:
    """Whether each of so many words is in one cell, in order, and all cells are of one table."""
    told = [int(number) for element in elements for number in _HELD.findall(element.text)]
    places = {element.cell for element in elements if element.cell}
    tables = {place.table for place in places}
    return told == list(range(words)) and len(places) == len(elements) and len(tables) == 1


@dataclass(frozen=True, slots=True)
class _Rows:
    """The lines of a table in the text, and where each starts."""

    text: str
    lines: Sequence[Line]
    starts: tuple[int, ...]

    def line(self, offset: int) -> Line:
        """The line that an offset lies on."""
        return self.lines[max(0, bisect_right(self.starts, offset) - 1)]

    def cut(self, span: Span) -> list[Span]:
        """The words in a range, line by line, without the blanks around them."""
        first, after = bisect_right(self.starts, span[0]) - 1, bisect_right(self.starts, span[1])
        inside = ((max(span[0], line.start), min(span[1], line.start + len(line.text))) for line in self.lines[max(0, first) : after])
        return [self._bare(part) for part in inside if self.text[slice(*part)].strip()]

    def _bare(self, span: Span) -> Span:
        words = self.text[slice(*span)]
        return span[0] + len(words) - len(words.lstrip()), span[0] + len(words.rstrip())


def _parted(rows: _Rows) -> tuple[list[list[Span]], list[Span | int]]:
    """The words between the tags, each with its ranges by line, and the tags with the places of these words among them, in order."""
    start, end = rows.lines[0].start, rows.lines[-1].span[1]
    words: list[list[Span]] = []
    found: list[Span | int] = []
    for tag in [*(match.span() for match in _TAG.finditer(rows.text, start, end)), (end, end)]:
        ranges = rows.cut((start, tag[0]))
        if ranges:
            found.append(len(words))
            words.append(ranges)
        found.append(tag)
        start = tag[1]
    return words, found


def _elements(text: str, parts: Sequence[Span | int]) -> list[Element]:
    """The elements that hold words, where the tags are read as a web page, with what stands for its words in each."""
    page = "".join(f"\ue000{part}\ue001" if isinstance(part, int) else text[slice(*part)] for part in parts)
    page = _OPENING.sub(lambda match: match.group() + _DATA, page, count=1)
    return [element for element in open_page(page).elements if _HELD.search(element.text)]


def _read(rows: _Rows, element: Element, words: Sequence[list[Span]]) -> _Read:
    """An element with what stands inside its words, and its cell in the grid; that of a caption has no place of its own there."""
    ranges = [part for held in _HELD.findall(element.text) for part in words[int(held)]]
    inline = take_apart(rows.text, ranges)
    at = element.cell or CellPlace(0, 0, 0)
    place = Lines(rows.line(ranges[0][0]).number, rows.line(ranges[-1][0]).number)
    draft = CellDraft(tuple(row for row in inline.rows if row), place, at.across, at.down, inline.stressed)
    return element, inline, grid.GridCell(at, draft, _is_bold(inline))


def _is_bold(inline: Inline) -> bool:
    """Whether all words are stressed."""
    inside = sum(end - start for row in inline.rows for start, end in row)
    return sum(end - start for start, end in inline.stressed) >= inside
