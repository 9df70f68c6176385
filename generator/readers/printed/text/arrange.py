"""Puts a text in reading order: rows that were run together, columns side by side, marks apart from their texts.

No character but white space is lost or added: each stage hands over a `View`, which knows where each of its characters stands in the seed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.model import Block, Defect, Furniture, Lines, Note, NoteMarker, Place, Span
from generator.readers.pieces.assemble import LineNumbers, Parts
from generator.readers.pieces.hyphens import LOST_ENDS
from generator.readers.printed.text.columns import unfold
from generator.readers.printed.text.glued_rows import part_glued
from generator.readers.printed.text.mixed_columns import sort_out
from generator.readers.printed.text.one_line import part
from generator.readers.printed.text.together import bring_together
from generator.readers.printed.text.view import Piece, View

_BROKEN: Final = re.compile(rf"[{LOST_ENDS}](?![\r\n\f]|\Z)")


def arranged(text: str) -> View:
    """The text in reading order; most texts are in that order already."""
    view = View.of(text)
    for stage in (_row_ends, part, part_glued, unfold, sort_out, bring_together):
        pieces = tuple(stage(view.text))
        if pieces:
            view = view.arranged(pieces)
    return view


def _row_ends(text: str) -> Iterator[Piece]:
    """The pieces of a text whose rows were run together at their hyphens."""
    start = 0
    for match in _BROKEN.finditer(text):
        yield (start, match.end())
        yield "\n"
        start = match.end()
    if start:
        yield (start, len(text))


def led_home(parts: Parts, view: View, text: str) -> Parts:
    """Parts that were read from a view, with the ranges and lines of the seed in place of the view's; `text` is that of the seed."""
    if view.is_whole:
        return parts
    home = _Home(view, text)
    return Parts(
        tuple(home.block(block) for block in parts.blocks),
        tuple(home.note(note) for note in parts.notes),
        tuple(sorted((home.furniture(piece) for piece in parts.furniture), key=lambda piece: (piece.spans, piece.text))),
        tuple(home.defect(defect) for defect in parts.defects),
    )


class _Home:
    """Converts ranges and lines of a view to those of its seed."""

    def __init__(self, view: View, text: str) -> None:
        self.view = view
        self.lines = LineNumbers(text)
        self.seen = LineNumbers(view.text)

    def block(self, block: Block) -> Block:
        labels, own, notes = self._spans(block.label_spans), self._spans(block.spans), self._markers(block.notes)
        rows = tuple(
            tuple(replace(c, spans=self._spans(c.spans), place=self._place(c.place), notes=self._markers(c.notes)) for c in row)
            for row in block.rows
        )
        return replace(block, label_spans=labels, spans=own, notes=notes, rows=rows, place=self._place(block.place))

    def note(self, note: Note) -> Note:
        labels, own, notes = self._spans(note.label_spans), self._spans(note.spans), self._markers(note.notes)
        return replace(note, label_spans=labels, spans=own, notes=notes, place=self._place(note.place) if note.place else None)

    def furniture(self, piece: Furniture) -> Furniture:
        return replace(piece, spans=self._spans(piece.spans), place=self._place(piece.place))

    def defect(self, defect: Defect) -> Defect:
        return replace(defect, place=self._place(defect.place))

    def _spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(seed for span in spans for seed in self.view.spans(span))

    def _markers(self, markers: tuple[NoteMarker, ...]) -> tuple[NoteMarker, ...]:
        return tuple(replace(marker, spans=self._spans(marker.spans)) for marker in markers)

    def _place(self, place: Place) -> Place:
        """The lines of the seed from the first to the last that some lines of the view show."""
        if not isinstance(place, Lines):
            return place
        shown = [
            line
            for number in {place.first, place.last}
            for span in self.view.spans(self.seen.range(number))
            for line in self._touched(span)
        ]
        return Lines(min(shown), max(shown)) if shown else place

    def _touched(self, span: Span) -> tuple[int, int]:
        return self.lines.at(span[0]), self.lines.at(span[1] - 1)
