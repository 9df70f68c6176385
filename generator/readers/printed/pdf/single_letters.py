"""Words that a PDF sets letter by letter, as browsers do: put together while the page is read, because a page has thousands of letters."""

from __future__ import annotations

from typing import Final

from generator.readers.printed.pdf import handles
from generator.readers.printed.pdf.spaces import BLANK, Matrix, RawPiece, extent

WORD_GAP: Final = 0.45
"""In units of the type size: a gap that is wider may stand between a mark and its text, or columns."""

_LEVEL: Final = 0.02
"""In units of the type size: letters of a word stand on one line; rounding shifts them by less."""

_BACK: Final = -0.3
"""In units of the type size: letters of a word overlap by no more than kerning makes them."""


class Letters:
    """Goes on with the last piece of a page, letter by letter."""

    def __init__(self, answers: handles.Answers) -> None:
        """Start before the first piece."""
        self.answers = answers
        self.piece: RawPiece | None = None
        self.font = 0
        self.linear: tuple[float, ...] = ()
        self.widths: dict[tuple[object, ...], dict[str, float]] = {}
        self.own: dict[str, float] = {}

    def start(self, piece: RawPiece | None, font: int) -> None:
        """Go on with a piece from here, in the font of a handle; with none where letters do not add up to words."""
        self.piece = piece
        if piece is not None:
            self.font, self.linear = font, piece.matrix[:4]
            self.own = self.widths.setdefault((font, piece.size, self.linear), {})

    def take(self, item: int, text: str) -> bool:
        """Add the letters of a text object to the piece, a blank before them where there is room for one; whether they go on with it."""
        piece = self.piece
        if piece is None or handles.font_of(item) != self.font or self.answers.size(item) != piece.size:
            return False
        matrix = self.answers.matrix(item)
        if matrix[:4] != self.linear:
            return False
        width = self.own.get(text)
        if width is None:
            width = self.own[text] = extent(matrix, self.answers.bounds(item))
        return continues(piece, text, matrix, width)


def continues(before: RawPiece, text: str, matrix: Matrix, width: float) -> bool:
    """Add letters that are set alike to the words they go on with, with a blank where there is room for one; whether they do."""
    a, b, _, _, e, f = before.matrix
    right, up = matrix[4] - e, matrix[5] - f
    scale, size = (a * a + b * b) or 1.0, before.size
    along = (right * a + up * b) / scale
    gap = along - before.width
    if not _BACK * size < gap < WORD_GAP * size or abs(right * b - up * a) > _LEVEL * size * scale:
        return False
    parted = gap >= BLANK * size and not (before.text[-1:].isspace() or text[:1].isspace())
    before.text += f" {text}" if parted else text
    before.width = along + width
    return True
