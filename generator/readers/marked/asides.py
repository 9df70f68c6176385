"""What a marked transcript sets beside its running text: notes, their markers, menus and page furniture, marks of amendment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.model import Element, Furniture, FurnitureKind, Piece, Span
from generator.readers.marked.marked_text import INNER, MarkedText
from generator.readers.marked.note_numbers import NoteNumbers
from generator.readers.pieces.drafts import Aside, Marker, NoteDraft


def aside(marked: MarkedText, pieces: Iterable[Piece], wordless: Iterable[Piece], dropped: Iterable[tuple[Span, str]]) -> Aside:
    """The notes of a marked transcript, their markers, and what is set aside, as `assemble` takes them.

    `wordless` are blocks that hold nothing but a number or the markers of notes, so that there is nothing these could be attached to;
    `dropped` are numbers that stand twice, each with the path of its element.
    """
    pieces, wordless = tuple(pieces), tuple(wordless)
    stray = frozenset(marker.start for piece in wordless for marker in marked.markers_in(piece))
    numbers = NoteNumbers(pieces, marked.text)
    outer = [piece for piece in pieces if piece.kind not in INNER]
    drafts = tuple(_note(marked, numbers.of(name), pieces) for name, pieces in _notes(outer))
    markers = tuple(_attached(marked, numbers, stray))
    inner = [piece for piece in marked.inner if piece.kind == "change" or piece.start in stray]
    return Aside(
        drafts, markers, (*_navigation(marked, outer), *_glyphs(marked.text, (*_labels(wordless), *dropped)), *_marks(marked.text, inner))
    )


def _notes(outer: Iterable[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """The pieces of each note, by its name."""
    for name, group in groupby((piece for piece in outer if piece.kind == "note"), key=lambda piece: piece.note):
        yield name, list(group)


def _attached(marked: MarkedText, numbers: NoteNumbers, stray: frozenset[int]) -> Iterator[Marker]:
    """The markers that stand in a text, each with the number of its note."""
    for piece in marked.inner:
        if piece.kind == "marker" and piece.start not in stray:
            yield Marker(numbers.of(piece.note), (piece.start, piece.end))


def _labels(wordless: Iterable[Piece]) -> Iterator[tuple[Span, str]]:
    """The numbers of blocks without words, each with the path of its element."""
    return (((piece.start, piece.label_end), piece.path) for piece in wordless if piece.label_end > piece.start)


def _note(marked: MarkedText, number: int, pieces: list[Piece]) -> NoteDraft:
    first = pieces[0]
    label_end = max(first.label_end, first.start)
    label = marked.text[first.start : label_end]
    rows = marked.rows((label_end, first.end)) + tuple(row for piece in pieces[1:] for row in marked.rows((piece.start, piece.end)))
    stressed = tuple(span for piece in pieces for span in marked.stressed(piece))
    return NoteDraft(number, rows, Element(first.path), label, (first.start, label_end), stressed)


def _navigation(marked: MarkedText, outer: Iterable[Piece]) -> Iterator[Furniture]:
    for piece in outer:
        if piece.kind == "aside":
            for row in marked.rows((piece.start, piece.end)):
                yield Furniture(Element(piece.path), "".join(marked.text[a:b] for a, b in row), "navigation", row)


def _glyphs(text: str, dropped: Iterable[tuple[Span, str]]) -> Iterator[Furniture]:
    return (Furniture(Element(path), text[slice(*span)], "glyph", (span,)) for span, path in dropped)


def _marks(text: str, inner: Iterable[Piece]) -> Iterator[Furniture]:
    """Marks of amendment, and markers of notes without a word that they could belong to."""
    for piece in inner:
        kind: FurnitureKind = "change" if piece.kind == "change" else "glyph"
        yield Furniture(Element(piece.path), text[piece.start : piece.end], kind, ((piece.start, piece.end),))
