"""Notes that a page sets at its end as paragraphs like any other: `(1) PB L 12 …`, pointed at by `(1)` in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.model import Piece, Transcript

_START: Final = re.compile(r"(?P<label>\((?P<number>\d{1,3})\)|\[(?P<square>\d{1,3})\])\s+\S")

_BODY: Final = frozenset({"text", "item"})
_BEFORE_MARKER: Final = frozenset(" \t\u00a0”’'\")]")
"""What a marker may stand behind, beside letters and digits."""


@dataclass(frozen=True, slots=True)
class _Closing:
    """A paragraph that may be a note: its place among the pieces, its number, and the number as printed."""

    place: int
    number: int
    label: str


def with_closing_notes(source: Transcript) -> tuple[Piece, ...]:
    """The pieces of a transcript, the last of them made notes if they are numbered from 1 and the text points at each, in order."""
    pieces = list(source.pieces)
    closing = [] if any(piece.kind in {"note", "marker"} for piece in pieces) else _closing(source)
    if not closing or closing[0].number != 1:
        return source.pieces
    body = [piece for piece in pieces[: closing[0].place] if piece.kind in _BODY]
    markers = _markers(source.text, body, [note.label for note in closing])
    if len(markers) < len(closing):
        return source.pieces
    for note in closing:
        piece = pieces[note.place]
        name, label_end = f"end-{note.number}", piece.start + len(note.label)
        pieces[note.place] = replace(piece, kind="note", note=name, label_end=label_end)
    return (*pieces, *markers)


def _closing(source: Transcript) -> list[_Closing]:
    """The last paragraphs, as far up as each starts with the number before that of the next."""
    found: list[_Closing] = []
    for place, piece in reversed(list(enumerate(source.pieces))):
        if piece.kind not in _BODY:
            continue
        match = None if piece.certain else _START.match(source.text, piece.start, piece.end)
        number = int(match["number"] or match["square"]) if match else 0
        if match is None or (found and number != found[0].number - 1):
            break
        found.insert(0, _Closing(place, number, match["label"]))
    return found


def _markers(text: str, body: list[Piece], labels: list[str]) -> list[Piece]:
    """Where the text points at the notes, one after the other; fewer than there are notes where it does not point at all."""
    found: list[Piece] = []
    for piece in body:
        at = piece.start + 1
        while len(found) < len(labels) and (start := text.find(labels[len(found)], at, piece.end)) >= 0:
            at = start + len(labels[len(found)])
            if _points(text, piece.start, start, at):
                found.append(Piece(start, at, "marker", piece.path, note=f"end-{len(found) + 1}"))
    return found


def _points(text: str, paragraph: int, start: int, end: int) -> bool:
    """Whether a number between brackets is the marker of a note: behind a word or a blank, and not at the start, where it is the paragraph's own."""
    before, after = text[start - 1], text[end : end + 1]
    parted = before.isalnum() or before in _BEFORE_MARKER
    return parted and not after.isalnum() and bool(text[paragraph:start].strip())
