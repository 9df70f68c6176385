"""Which pieces of a PDF's page can be seen: text that is printed over itself counts once, white text and what lies off the page not at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from generator.readers.printed.pdf.pieces import LEAST, THIN, DrawnShape, TextPiece

_SHADOW: Final = 0.1
"""In units of the type size: text that is printed again so near is one text."""

_UNDER: Final = 8.0
"""Points above a line in which letters that it underlines may stand on theirs: `_LINE_BELOW` of type of 26 points."""

_LINE_BELOW: Final = 0.3
"""In units of the type size: a line under words lies no further below the line they stand on."""

_ROUNDING: Final = 0.5
"""Points by which such a line may lie above that line: files round their numbers."""

_COVERED: Final = 0.75
"""Words cover so much of the line under them at least; a line that reaches further belongs to the page or a table."""


def underlined(pieces: list[TextPiece], shapes: tuple[DrawnShape, ...]) -> list[TextPiece]:
    """The pieces, those with a line of their own right below them as italic: typewriters underlined what print sets in italics."""
    ordered = sorted(pieces, key=_base)
    bases = [piece.base for piece in ordered]
    marked: set[int] = set()
    for line in shapes:
        if line.level:
            near = range(bisect_left(bases, line.top - _UNDER), bisect_right(bases, line.top + _ROUNDING))
            above = [i for i in near if _lies_over(ordered[i], line)]
            if sum(ordered[i].right - ordered[i].left for i in above) >= _COVERED * (line.right - line.left):
                marked.update(above)
    return [replace(piece, italic=True) if i in marked else piece for i, piece in enumerate(ordered)] if marked else pieces


def _lies_over(piece: TextPiece, line: DrawnShape) -> bool:
    return line.left <= piece.left + 1 and piece.right <= line.right + 2 and line.top - piece.base <= _LINE_BELOW * piece.size


def _base(piece: TextPiece) -> float:
    return piece.base


def once(pieces: list[TextPiece]) -> list[TextPiece]:
    """The pieces without those that are printed over themselves to make them bold or to cast a shadow."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for piece in pieces:
        step = max(_SHADOW * piece.size, LEAST)
        x, y = round(piece.left / step), round(piece.base / step)
        if not any((piece.text, x + i, y + j) in seen for i in (-1, 0, 1) for j in (-1, 0, 1)):
            kept.append(piece)
        seen.add((piece.text, x, y))
    return kept


@dataclass(frozen=True, slots=True)
class _Page:
    """What the visibility of a piece depends on: the size of the page, its images and its backgrounds."""

    width: float
    height: float
    images: int
    backgrounds: tuple[DrawnShape, ...]
    scanned: bool


def seen(
    pieces: list[TextPiece], shapes: tuple[DrawnShape, ...], width: float, height: float, images: int
) -> tuple[tuple[TextPiece, ...], tuple[TextPiece, ...]]:
    """The pieces that a reader of the page sees, and those that lie off it, are white on white or are set unseen.

    A scanned page has its text unseen over the image: there that is the text.
    """
    unseen = sum(len(piece.text) for piece in pieces if piece.unseen)
    scanned = images > 0 and unseen * 2 > sum(len(piece.text) for piece in pieces)
    backgrounds = tuple(shape for shape in shapes if shape.filled and shape.bottom - shape.top > THIN)
    page = _Page(width, height, images, backgrounds, scanned)
    kept: list[TextPiece] = []
    hidden: list[TextPiece] = []
    for piece in pieces:
        (hidden if any(reason(piece, page) for reason in _HIDDEN) else kept).append(piece)
    return tuple(kept), tuple(hidden)


def _off(piece: TextPiece, page: _Page) -> bool:
    """It lies off the page."""
    return piece.right <= 0 or piece.left >= page.width or piece.base <= 0 or piece.top >= page.height


def _bare(piece: TextPiece, page: _Page) -> bool:
    """It is white, on no image and on nothing filled."""
    return piece.white and not page.images and not any(_lies_on(piece, shape) for shape in page.backgrounds)


def _lies_on(piece: TextPiece, shape: DrawnShape) -> bool:
    return shape.left <= piece.left + 1 and shape.right >= piece.left and shape.top <= piece.base <= shape.bottom


def _unshown(piece: TextPiece, page: _Page) -> bool:
    """It is set unseen, on a page that is no scan."""
    return piece.unseen and not page.scanned


_HIDDEN: Final[tuple[Callable[[TextPiece, _Page], bool], ...]] = (_off, _bare, _unshown)
"""Why a piece is not seen."""
