"""The outline (bookmarks) that a PDF may have: which rows of a page it names as headings, and their level."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pypdfium2 as pdfium

_NOT_A_LETTER = re.compile(r"[\W_]+")
_SHORTEST = 3
"""Letters. A title with fewer may stand anywhere."""

_MOST_ROWS = 5
"""Rows that the title of a heading takes at most; as in `titles.py`."""

_NUMBER = re.compile(r"\d{1,6}[a-z]?|[ivxlc]{1,5}|[a-h]")
"""What may stand before a title that an outline leaves out."""

_LONGEST_NUMBER = 7
"""Characters of the longest number that `_NUMBER` takes: six digits and a letter."""


class Outline:
    """The titles in an outline, by page."""

    def __init__(self, entries: Iterable[tuple[int, int, str]]) -> None:
        """Entries are page, level from 1, and title."""
        self.titles: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for page, level, title in entries:
            solid = _solid(title)
            if len(solid) >= _SHORTEST:
                self.titles[page].append((level, solid))

    def __bool__(self) -> bool:
        """Whether it has a title."""
        return bool(self.titles)

    @property
    def letters(self) -> int:
        """How many letters all titles have."""
        return sum(len(title) for titles in self.titles.values() for _, title in titles)

    def levels(self, page: int, texts: Sequence[str]) -> dict[int, int]:
        """The level, from 1, of the rows that are a title or a part of one, by their place among `texts`, the rows of a page in order."""
        found: dict[int, int] = {}
        solid = [_solid(text) for text in texts] if page in self.titles else []
        for level, title in self.titles.get(page, ()):
            rows = next((rows for first in range(len(solid)) if first not in found and (rows := _rows(solid, first, title))), range(0))
            found |= dict.fromkeys(rows, level)
        return found


def _rows(texts: list[str], first: int, title: str) -> range:
    """The rows from the first on that say a title and no more, its number aside; none if they do not."""
    said = ""
    for place in range(first, min(first + _MOST_ROWS, len(texts))):
        said += texts[place]
        if said == title or (said.endswith(title) and _NUMBER.fullmatch(said.removesuffix(title))):
            return range(first, place + 1)
        if len(said) > len(title) + _LONGEST_NUMBER:
            break
    return range(0)


def read_outline(document: pdfium.PdfDocument) -> Outline:
    """The outline of a file; empty where it has none, or one that cannot be followed."""
    entries = []
    for item in document.get_toc(max_depth=8):
        target = item.get_dest()
        page = target.get_index() if target else None
        if page is not None:
            entries.append((page + 1, item.level + 1, item.get_title()))
    return Outline(entries)


def _solid(text: str) -> str:
    return _NOT_A_LETTER.sub("", text).casefold()
