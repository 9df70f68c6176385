"""The numbers of notes: as printed while no other note has the same, else the next that is free."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from generator.model import Piece

_DIGITS: Final = re.compile(r"\d{1,4}")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class NoteNumbers:
    """A number for each note of a document, by the name that its markers and its text share."""

    def __init__(self, pieces: Iterable[Piece], text: str) -> None:
        """Number the notes: those with a text first, in their order, then those of which only the marker is there."""
        pieces = tuple(pieces)
        notes = (piece for piece in pieces if piece.kind == "note")
        markers = (piece for piece in pieces if piece.kind == "marker")
        printed: dict[str, int | None] = {}
        for piece in chain(notes, markers):
            end = piece.label_end if piece.kind == "note" else piece.end
            if printed.get(piece.note) is None:
                printed[piece.note] = _printed(text[piece.start : end])
        self.numbers: dict[str, int] = {}
        taken: set[int] = set()
        for name, number in printed.items():
            if number is not None and number not in taken:
                self.numbers[name] = number
                taken.add(number)
        top = max(self.numbers.values(), default=0)
        for name in printed:
            if name not in self.numbers:
                top += 1
                self.numbers[name] = top

    def of(self, name: str) -> int:
        """The number of a note."""
        return self.numbers[name]


def _printed(text: str) -> int | None:
    match = _DIGITS.search(text.translate(_SUPERSCRIPTS))
    return int(match.group()) if match and int(match.group()) else None
