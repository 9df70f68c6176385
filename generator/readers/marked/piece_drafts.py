"""One piece of a marked transcript as a draft: whether it is a heading, and which number or mark it starts with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from generator.model import Element, Piece, Span
from generator.readers.marked.marked_text import MarkedText
from generator.readers.marked.marks import label_mark, loose_marks
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.enumeration import HeadingMark, Mark, find_heading_mark
from generator.readers.pieces.titles import is_title

_FEW_HEADINGS: Final = 2
"""Headings that follow each other without text between: a part and its first chapter."""


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a piece starts: its number or mark and where that stands, the words after it, and what the number makes of it."""

    label: str
    start: int
    words: str
    mark: Mark | None = None
    title: HeadingMark | None = None

    @property
    def end(self) -> int:
        """Where the words begin in the transcript."""
        return self.start + len(self.label)


class Drafter:
    """Makes drafts of pieces; `body` are the pieces of the running text in their order, in which the marks of items are looked for."""

    def __init__(self, marked: MarkedText, body: Iterable[Piece]) -> None:
        """Find out which pieces have a mark that their sequence bears out, and which numbered ones stand alone."""
        body = tuple(body)
        self.marked, self.text = marked, marked.text
        self.marks = loose_marks((piece, marked.plain(piece)) for piece in body)
        self.alone = self._alone(body)
        self.dropped: list[tuple[Span, str]] = []

    def draft(self, piece: Piece) -> Draft:
        """The draft of one piece; a number that stands twice in it goes to `dropped`, with the path of its element."""
        mark = self.marks.get(piece.start)
        heading = self._is_heading(piece, mark)
        opening = self._of_heading(piece) if heading else self._of_text(piece, mark)
        return Draft(
            rows=self.marked.rows((opening.end, piece.end)),
            text=opening.words.strip(),
            place=Element(piece.path),
            kind="quote" if piece.quoted and not opening.mark else "paragraph",
            label=opening.label,
            label_span=(opening.start, opening.end) if opening.label else None,
            mark=opening.mark,
            title=opening.title,
            indent=piece.depth,
            marked_title=None if opening.mark else heading,
            signs=piece.level,
            emphasis=() if heading or self.marked.is_stressed(piece) else self.marked.stressed(piece),
            role=piece.role,
        )

    def _is_heading(self, piece: Piece, mark: Mark | None) -> bool:
        """Whether a piece is a heading: the markup says so, or it is a title set bold, with no other mark than that of a heading."""
        if piece.kind == "heading":
            return True
        free = not piece.certain and (piece.kind == "text" or (piece.kind == "item" and piece.start in self.alone))
        text = self.marked.plain(piece)
        return free and self.marked.is_stressed(piece) and is_title(text) and (mark is None or find_heading_mark(text) is not None)

    def _of_heading(self, piece: Piece) -> _Opening:
        """The number of a heading; where its words hold one too, that of the markup is set aside."""
        text, label = self.marked.plain(piece), self.text[piece.start : piece.label_end]
        own = find_heading_mark(text)
        if label and own is None:
            return _Opening(label, piece.start, text, title=find_heading_mark(f"{label} X"))
        if label:
            self.dropped.append(((piece.start, piece.label_end), piece.path))
        start = self.marked.words_start(piece)
        if own is None or start is None:
            return _Opening("", max(piece.start, piece.label_end), text)
        return _Opening(own.label, start, text[own.length :], title=own)

    def _of_text(self, piece: Piece, mark: Mark | None) -> _Opening:
        """The mark that the markup keeps apart, or the one that the text starts with; marks of lists in lists are of other styles."""
        text, label = self.marked.plain(piece), self.text[piece.start : piece.label_end]
        if label:
            own = label_mark(label)
            return _Opening(label, piece.start, text, replace(own, style=f"{own.style}@{piece.depth}") if piece.depth else own)
        start = self.marked.words_start(piece)
        if mark and start is not None:
            return _Opening(mark.label, start, text[mark.length :], mark)
        return _Opening("", max(piece.start, piece.label_end), text)

    def _alone(self, body: tuple[Piece, ...]) -> frozenset[int]:
        """Where numbered pieces set bold start that have no other item beside them: a list of one such, or two, is a heading with its number."""
        groups = [(kind, [piece.start for piece in group]) for kind, group in groupby(body, key=self._weight)]
        kinds = ["", *(kind for kind, _ in groups), ""]
        alone = (starts for place, (kind, starts) in enumerate(groups) if kind == "bold" and "item" not in {kinds[place], kinds[place + 2]})
        return frozenset(start for starts in alone if len(starts) <= _FEW_HEADINGS for start in starts)

    def _weight(self, piece: Piece) -> str:
        """What a piece is beside others: a numbered item set bold, any other item, or neither."""
        if piece.kind != "item":
            return ""
        label = self.text[piece.start : piece.label_end]
        numbered = any(character.isalnum() for character in label)
        return "bold" if numbered and self.marked.is_stressed(piece) and is_title(self.marked.plain(piece)) else "item"
