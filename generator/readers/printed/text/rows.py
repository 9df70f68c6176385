"""The printed rows of a text: the lines that make each up, and how it follows on the row before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from generator.model import Span
from generator.readers.pieces.lines import Line
from generator.readers.printed.edges.page_edges import Kind

Relation = Literal["start", "normal", "separated", "page"]

CLOSING: Final = re.compile(r"[.,;:!?)\]»”]")
"""What closes a phrase stands against the word before it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row: the seed's ranges that make it up, its text, and how it follows on the row before."""

    parts: tuple[Span, ...]
    text: str
    lines: tuple[int, int]
    indent: int
    relation: Relation
    page: int
    tail: int = 1  # blanks at its end
    tight: bool = False

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of the running text, the rows of the footnotes (numbered `anew` on each page or not), and the furniture by line."""

    body: tuple[Row, ...]
    notes: tuple[Row, ...]
    furniture: tuple[tuple[Line, Kind], ...]
    anew: bool = False


def join_parts(parts: Iterable[str]) -> str:
    """Pieces of one row with a blank between, but none before closing punctuation."""
    text = ""
    for part in parts:
        text += part if not text or CLOSING.match(part) else f" {part}"
    return text
