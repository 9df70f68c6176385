"""Pieces of a PDF's page cut at wide gaps, and letters that are set one by one put together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from statistics import median
from typing import Final, TypeAlias

from generator.readers.printed.pdf.fonts import HYPHEN_SIGNS
from generator.readers.printed.pdf.pieces import LEAST
from generator.readers.printed.pdf.spaces import BLANK, RawPiece

Placed: TypeAlias = tuple[str, float, float]
"""A character and the place at which it starts, in the page's space."""

_STRETCHED: Final = 1.3
"""A piece so much wider than its font usually sets so many letters may hold a gap inside. The PDFs of the tests read alike with twice as
much; one does not at 1.04."""

_GAP_INSIDE: Final = 1.2
"""In units of the type size; blanks stretched to fill a row are narrower. The PDFs of the tests read alike with half of it and with
twice as much."""

WORD_GAP: Final = 0.45
"""In units of the type size: a gap that is wider may stand between a mark and its text, or columns."""

_LEVEL: Final = 0.02
"""In units of the type size: letters of a word stand on one line; rounding shifts them by less."""

_BACK: Final = -0.3
"""In units of the type size: letters of a word overlap by no more than kerning makes them."""


def split(found: Iterable[tuple[RawPiece, int]], placed: Callable[[int], list[Placed]]) -> Iterator[RawPiece]:
    """The pieces, those that hold a gap as wide as between columns cut there; `placed` gives the characters of a piece by its handle."""
    found = tuple(found)
    usual = _usual_widths(piece for piece, _ in found)
    for piece, handle in found:
        if " " in piece.text.strip() and _per_letter(piece) > _STRETCHED * usual[piece.font.name]:
            yield from _cut(piece, placed(handle))
        else:
            yield piece


def _cut(piece: RawPiece, characters: list[Placed]) -> Iterator[RawPiece]:
    """A piece cut at the gaps that its characters show; whole where they do not lie on a level line."""
    a, b = piece.matrix[:2]
    scale = math.hypot(a, b) or 1.0
    along = [((x - piece.matrix[4]) * a / scale + (y - piece.matrix[5]) * b / scale) / scale for _, x, y in characters]
    solid = [(c, at) for (c, _, _), at in zip(characters, along, strict=True) if not c.isspace()]
    letter = _per_letter(piece) / _STRETCHED * piece.size
    words = piece.text.split()
    if "".join(words) != "".join(c for c, _ in solid).translate(HYPHEN_SIGNS):
        yield piece
        return
    place, start = 0, solid[0][1]
    group: list[str] = []
    end = start
    for word in words:
        first = solid[place][1]
        if group and first - end > _GAP_INSIDE * piece.size + letter:
            yield _part(piece, " ".join(group), start, end + letter)
            group, start = [], first
        group.append(word)
        place += len(word)
        end = solid[place - 1][1]
    yield _part(piece, " ".join(group), start, piece.width)


def _part(piece: RawPiece, text: str, start: float, end: float) -> RawPiece:
    a, b, c, d, e, f = piece.matrix
    return replace(piece, text=text, width=max(end - start, LEAST), matrix=(a, b, c, d, e + a * start, f + b * start))


def continues(before: RawPiece, piece: RawPiece) -> bool:
    """Add letters that are set one by one to the words they go on with, with a blank where there is room for one; whether they do."""
    a, b, c, d, e, f = before.matrix
    size = piece.size
    if before.font is not piece.font or before.size != size or (a, b, c, d) != piece.matrix[:4]:
        return False
    right, up = piece.matrix[4] - e, piece.matrix[5] - f
    scale = (a * a + b * b) or 1.0
    along = (right * a + up * b) / scale
    gap = along - before.width
    if not _BACK * size < gap < WORD_GAP * size or abs(right * b - up * a) > _LEVEL * size * scale:
        return False
    parted = gap >= BLANK * size and not (before.text[-1:].isspace() or piece.text[:1].isspace())
    before.text += f" {piece.text}" if parted else piece.text
    before.width = along + piece.width
    return True


def _per_letter(piece: RawPiece) -> float:
    return piece.width / max(piece.size, LEAST) / len(piece.text.rstrip())


def _usual_widths(found: Iterable[RawPiece]) -> dict[str, float]:
    """How wide a letter is in each font, in units of its size."""
    widths = defaultdict(list)
    for piece in found:
        widths[piece.font.name].append(_per_letter(piece))
    return {name: median(values) for name, values in widths.items()}
