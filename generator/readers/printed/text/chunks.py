"""What the rows of a text are put together to: paragraphs, items, headings and tables."""

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
    """The chunk that is being gathered."""

    first: int
    mark: Mark | None = None
    title: HeadingMark | None = None


def in_prose(chunks: Sequence[Chunk]) -> bool:
    """Whether a paragraph of running text has been met."""
    return any(chunk.after - chunk.first > TITLE_ROWS for chunk in chunks[:_PROSE_SEEN])
