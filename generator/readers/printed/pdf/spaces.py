"""Converts the coordinates in which a PDF sets its pieces to points from the top left of the page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.readers.printed.pdf.pieces import LEAST, DrawnShape, Font, Tag, TextPiece

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

UPRIGHT: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The matrix of a page that is read as it lies (ISO 32000-1, 8.3.4: the identity)."""

BLANK: Final = 0.25
"""How wide a blank is in most typefaces, in units of the type size; what starts with one is seen to start after it."""


_LEANS: Final = 0.1
"""Letters that lean by more than this part of their height are slanted: a face of italics made from upright ones leans by 0.2."""


@dataclass(slots=True)
class RawPiece:
    """A piece in its own coordinates, before it is known which way up the page is read: `matrix` maps them to those of the page."""

    text: str
    matrix: Matrix
    width: float
    size: float
    font: Font
    bold: bool = False
    white: bool = False
    unseen: bool = False
    tag: Tag | None = None


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that maps by `inner` and then by `outer` (ISO 32000-1, 8.3.4)."""
    if outer is UPRIGHT:
        return inner
    a, b, c, d, e, f = inner
    u, v, w, x, y, z = outer
    return a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z


def point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point mapped by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def extent(matrix: Matrix, bounds: tuple[float, float, float, float]) -> float:
    """How far a piece reaches from its start in the direction of its text, in its own units; `bounds` is its box on the page."""
    left, bottom, right, top = bounds
    a, b, _, _, e, f = matrix
    if abs(a) >= abs(b):
        return ((right if a > 0 else left) - e) / a if a else 0.0
    return ((top if b > 0 else bottom) - f) / b


def view(turn: int, left: float, bottom: float, right: float, top: float) -> Matrix:
    """The matrix from the coordinates of a page with these edges to points from the top left, its text turned upright by so many quarters."""
    views: tuple[Matrix, ...] = (
        (1, 0, 0, -1, -left, top),
        (0, 1, 1, 0, -bottom, -left),
        (-1, 0, 0, 1, right, -bottom),
        (0, -1, -1, 0, top, right),
    )
    return views[turn]


def shape(view: Matrix, box: tuple[float, float, float, float, bool]) -> DrawnShape:
    """A drawn shape in points from the top left; the last item of `box` is whether it is filled."""
    (x0, y0), (x1, y1) = point(view, box[0], box[1]), point(view, box[2], box[3])
    return DrawnShape(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), box[4])


def piece_in(view: Matrix, piece: RawPiece) -> tuple[TextPiece, float]:
    """A piece in points from the top left, and the angle of its text in radians, 0 where it is upright."""
    a, b, c, d, e, f = times(piece.matrix, view)
    angle = math.atan2(b, a)
    size = piece.size * (abs(a * d - b * c) / math.hypot(a, b) if a or b else 0.0)
    width = piece.width * math.hypot(a, b)
    blanks = (len(piece.text) - len(piece.text.lstrip())) * BLANK * size
    e, width = e + blanks * math.cos(angle), max(width - blanks, LEAST)
    italic = piece.font.italic or abs(c) > _LEANS * abs(d) > 0
    return (
        TextPiece(
            piece.text,
            e,
            e + width * math.cos(angle),
            f,
            abs(size),
            piece.font,
            piece.bold,
            italic,
            white=piece.white,
            unseen=piece.unseen,
            tag=piece.tag,
        ),
        angle,
    )
