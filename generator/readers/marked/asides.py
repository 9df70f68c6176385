"""What a marked transcript sets beside its running text: notes, their markers, menus and page furniture, marks of amendment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.model import Element, Furniture, Piece, Span
from generator.readers.marked.marked_text import INNER, MarkedText
from generator.readers.marked.note_numbers import NoteNumbers
from generator.readers.pieces.drafts import Aside, Marker, NoteDraft


def aside(marked: MarkedText, pieces: Iterable[Piece], dropped: Iterable[tuple[Span, str]]) -> Aside:
    """Notes, their markers, and what is set aside; `dropped` are numbers that stand twice, each with the path of its element."""
    pieces = tuple(pieces)
    numbers = NoteNumbers(pieces, marked.text)
    outer = [piece for piece in pieces if piece.kind not in INNER]
    notes = groupby((piece for piece in outer if piece.kind == "note"), key=lambda piece: piece.note)
    drafts = tuple(_note(marked, numbers.of(name), list(group)) for name, group in notes)
    markers = tuple(Marker(numbers.of(piece.note), (piece.start, piece.end)) for piece in marked.inner if piece.kind == "marker")
    return Aside(drafts, markers, tuple(_furniture(marked, outer, dropped)))


def _note(marked: MarkedText, number: int, pieces: list[Piece]) -> NoteDraft:
    first = pieces[0]
    label_end = max(first.label_end, first.start)
    label = marked.text[first.start : label_end]
    rows = marked.rows((label_end, first.end)) + tuple(row for piece in pieces[1:] for row in marked.rows((piece.start, piece.end)))
    stressed = tuple(span for piece in pieces for span in marked.stressed(piece))
    return NoteDraft(number, rows, Element(first.path), label, (first.start, label_end), stressed)


def _furniture(marked: MarkedText, outer: Iterable[Piece], dropped: Iterable[tuple[Span, str]]) -> Iterator[Furniture]:
    text = marked.text
    for piece in outer:
        if piece.kind == "aside":
            for row in marked.rows((piece.start, piece.end)):
                yield Furniture(Element(piece.path), "".join(text[a:b] for a, b in row), "navigation", row)
    for span, path in dropped:
        yield Furniture(Element(path), text[slice(*span)], "glyph", (span,))
    for piece in marked.inner:
        if piece.kind == "change":
            yield Furniture(Element(piece.path), text[piece.start : piece.end], "change", ((piece.start, piece.end),))
