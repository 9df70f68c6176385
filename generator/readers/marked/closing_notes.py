"""Notes that a page sets at its end as paragraphs like any other: `(1) PB L 12 …`, pointed at by `(1)` in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.model import Piece, Transcript

_START: Final = re.compile(r"(?P<label>\((?P<number>\d{1,3})\)|\[(?P<square>\d{1,3})\])\s+\S")


def with_closing_notes(source: Transcript) -> tuple[Piece, ...]:
    """The pieces of a transcript, the last of them made notes if they are numbered from 1 and the text points at each, in order."""
    pieces = list(source.pieces)
    body = [place for place, piece in enumerate(pieces) if piece.kind in {"text", "item"}]
    if any(piece.kind in {"note", "marker"} for piece in pieces):
        return tuple(pieces)
    last: list[tuple[int, int, str]] = []
    for place in reversed(body):
        match = _START.match(source.text, pieces[place].start, pieces[place].end)
        if not match or pieces[place].certain or (last and int(match["number"] or match["square"]) != last[0][1] - 1):
            break
        last.insert(0, (place, int(match["number"] or match["square"]), match["label"]))
    if not last or last[0][1] != 1:
        return tuple(pieces)
    markers = _markers(source.text, [pieces[place] for place in body if place < last[0][0]], [label for _, _, label in last])
    if len(markers) < len(last):
        return tuple(pieces)
    for place, number, label in last:
        piece = pieces[place]
        pieces[place] = replace(piece, kind="note", note=f"end-{number}", label_end=piece.start + len(label), certain=True)
    return (*pieces, *markers)


def _markers(text: str, body: list[Piece], labels: list[str]) -> list[Piece]:
    """Where the text points at the notes, one after the other; none at the start of a paragraph, where a number is that of the paragraph."""
    found: list[Piece] = []
    due = iter(labels)
    label = next(due)
    for piece in body:
        at = piece.start + 1
        while (start := text.find(label, at, piece.end)) >= 0:
            at = start + len(label)
            after = text[at : at + 1]
            if text[start - 1] not in " \t\u00a0" and not text[start - 1].isalnum() and text[start - 1] not in "”’'\")]":
                continue
            if after.isalnum() or not text[piece.start : start].strip():
                continue
            found.append(Piece(start, at, "marker", piece.path, note=f"end-{len(found) + 1}"))
            following = next(due, None)
            if following is None:
                return found
            label = following
    return found
