"""The paragraphs, items, headings and tables that rows of a text are joined to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.readers.pieces.enumeration import HeadingMark, Mark

TITLE_ROWS: Final = 4
"""No title has more rows, and no paragraph of running text fewer."""

_PROSE_SEEN: Final = 40
"""A document whose first pieces are all short has no running text to wait for."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that belong together, from index `first` up to `after`, and the mark they start with, if any."""

    first: int
    after: int
    mark: Mark | None = None
    title: HeadingMark | None = None
    table: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A chunk to which rows are added."""

    first: int
    mark: Mark | None = None
    title: HeadingMark | None = None


def in_prose(chunks: Sequence[Chunk]) -> bool:
    """Whether one of the chunks is a paragraph of running text."""
    return any(chunk.after - chunk.first > TITLE_ROWS for chunk in chunks[:_PROSE_SEEN])
