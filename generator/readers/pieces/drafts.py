"""What every reader makes of a transcript: drafts of blocks, tables and footnotes, and the markers that point at footnotes.

`outline.classify` says what each draft is, and `assemble` makes blocks of them. A row is what a line of print holds: a tuple of ranges
of the transcript's text, so that a row may have holes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from generator.model import BlockType, Furniture, Place, Role, Span
from generator.readers.pieces.enumeration import HeadingMark, Mark

Rows: TypeAlias = tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class CellDraft:
    """A cell before it is part of a block: its rows, its place, over how many columns and rows it reaches, and which ranges are stressed."""

    rows: Rows
    place: Place
    across: int = 1  # columns: its own only
    down: int = 1  # rows: its own only
    emphasis: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class TableDraft:
    """A table before it is a block: its rows of cells, how many of them are its head, and its caption."""

    rows: tuple[tuple[CellDraft, ...], ...]
    header_rows: int = 0  # none, as where the markup or the lines say nothing of a head
    caption: CellDraft | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece of text before it is a block: its rows, its plain text without label, and what is known of its kind.

    A table (`kind` is `table`) has its text in `table` and no rows of its own. `changes` are marks of amendment: where each stands in the
    transcript, and what it says.
    """

    rows: Rows
    text: str
    place: Place
    kind: BlockType = "paragraph"
    label: str = ""
    label_span: Span | None = None
    mark: Mark | None = None
    title: HeadingMark | None = None
    level: int | None = None
    depth: int | None = None
    indent: int = 0  # blanks before its mark; in marked formats, the lists around it
    marked_title: bool | None = None
    emphasis: tuple[Span, ...] = ()
    signs: int | None = None
    role: Role = ""
    table: TableDraft | None = None
    changes: tuple[tuple[int, str], ...] = ()

    @property
    def number(self) -> str | None:
        """The number of a heading."""
        return self.title.number if self.title and self.kind == "heading" else None


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A footnote before it is part of the document: its number, the rows of its text without the number, and the printed number with its range.

    `label_span` is None where the number is not printed and follows from the sequence.
    """

    number: int
    rows: Rows
    place: Place
    label: str = ""
    label_span: Span | None = None
    emphasis: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote's marker in running text: the note it points at, the range of its characters, and its page where known."""

    number: int
    span: Span
    page: int = 0  # from 1; 0 where it is not known
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Spelled:
    """Notation that stands for a character: its range, the character, and the kind of repair that spelling it out is.

    A mark of punctuation takes the place of the blank before the notation too.
    """

    span: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Aside:
    """What was taken out of the running text: footnotes, their markers, furniture; and what is spelled out in it, in rising order."""

    notes: tuple[NoteDraft, ...] = ()
    markers: tuple[Marker, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    spelled: tuple[Spelled, ...] = ()


def cut(span: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """The pieces of `span` that lie outside the holes, which must be in rising order."""
    pieces = []
    start, end = span
    for hole_start, hole_end in holes:
        if hole_end <= start or hole_start >= end:
            continue
        if start < hole_start:
            pieces.append((start, hole_start))
        start = max(start, hole_end)
    if start < end:
        pieces.append((start, end))
    return tuple(pieces)
