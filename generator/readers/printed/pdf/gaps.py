"""Pieces of a PDF's page cut at wide gaps, and letters that are set one by one put together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from statistics import median
from typing import Final, TypeAlias

from generator.readers.printed.pdf.fonts import HYPHEN_SIGNS
from generator.readers.printed.pdf.pieces import LEAST
from generator.readers.printed.pdf.spaces import RawPiece

Placed: TypeAlias = tuple[str, float, float]
"""A character and the place at which it starts, in the page's space."""

_STRETCHED: Final = 1.3
"""A piece so much wider than its font usually sets so many letters may hold a gap inside. The PDFs of the tests read alike with twice as
much; one does not at 1.04."""

_GAP_INSIDE: Final = 1.2
"""In units of the type size; blanks stretched to fill a row are narrower. The PDFs of the tests read alike with half of it and with
twice as much."""


def is_stretched(piece: RawPiece, usual: Mapping[str, float]) -> bool:
    """Whether a piece is so wide that it may hold a gap as between columns; `usual` is how wide letters are in each font."""
    return " " in piece.text.strip() and _per_letter(piece) > _STRETCHED * usual[piece.font.name]


def cut(piece: RawPiece, characters: list[Placed]) -> Iterator[RawPiece]:
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


def _per_letter(piece: RawPiece) -> float:
    return piece.width / max(piece.size, LEAST) / len(piece.text.rstrip())


def usual_widths(found: Iterable[RawPiece]) -> dict[str, float]:
    """How wide a letter is in each font, in units of its size."""
    widths = defaultdict(list)
    for piece in found:
        widths[piece.font.name].append(_per_letter(piece))
    return {name: median(values) for name, values in widths.items()}
