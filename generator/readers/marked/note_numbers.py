"""The numbers of notes: as printed while no other note has the same, else the next that is free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import Final

from generator.model import Piece

_DIGITS: Final = re.compile(r"\d{1,4}")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class NoteNumbers:
    """A number for each note of a document, by the name that its markers and its text share."""

    def __init__(self, pieces: Iterable[Piece], text: str) -> None:
        """Number the notes: those with a text first, in their order, then those of which only the marker is there."""
        printed = _printed_numbers(tuple(pieces), text)
        self.numbers: dict[str, int] = {}
        taken: set[int] = set()
        for name, number in printed.items():
            if number is not None and number not in taken:
                self.numbers[name] = number
                taken.add(number)
        free = count(max(self.numbers.values(), default=0) + 1)
        self.numbers |= {name: next(free) for name in printed if name not in self.numbers}

    def of(self, name: str) -> int:
        """The number of a note."""
        return self.numbers[name]


def _printed_numbers(pieces: Sequence[Piece], text: str) -> dict[str, int | None]:
    """The number printed at each note or else at its marker, by the name that both have; None where there is none."""
    notes = ((piece, piece.label_end) for piece in pieces if piece.kind == "note")
    markers = ((piece, piece.end) for piece in pieces if piece.kind == "marker")
    printed: dict[str, int | None] = {}
    for piece, end in chain(notes, markers):
        if printed.get(piece.note) is None:
            printed[piece.note] = _printed(text[piece.start : end])
    return printed


def _printed(text: str) -> int | None:
    match = _DIGITS.search(text.translate(_SUPERSCRIPTS))
    return int(match.group()) if match and int(match.group()) else None
