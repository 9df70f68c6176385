"""Reads a page of a PDF: goes through its objects, and sorts its text into upright, turned and unseen."""

from __future__ import annotations

import ctypes
import math
from collections import Counter, defaultdict
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.readers.printed.pdf.fonts import described, in_font, is_white, spelled_out
from generator.readers.printed.pdf.gaps import continues, split
from generator.readers.printed.pdf.pieces import Font, Piece, Sheet
from generator.readers.printed.pdf.seen import once, seen, underlined
from generator.readers.printed.pdf.spaces import UPRIGHT, Matrix, RawPiece, extent, piece_in, point, shape, times, view

_DEEPEST_FORM: Final = 8
"""Forms lie in forms; no real page nests deeper, and a file that contains itself must end somewhere."""

_STROKED: Final = (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE)
_UNSEEN: Final = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_STEEP: Final = math.radians(8)
"""Text that leans more than this does not belong to level rows: watermarks, heads of narrow columns."""

_MANY: Final = 300
"""PDFium looks through all characters of a page for those of one object: with more objects than this one walk is quicker (measured)."""


def read_sheet(document: pdfium.PdfDocument, number: int) -> Sheet:
    """One page, counted from 1."""
    page = document[number - 1]
    try:
        return _Reader(page, number).sheet()
    finally:
        page.close()


class _Reader:
    """Goes through the objects of one page."""

    def __init__(self, page: pdfium.PdfPage, number: int) -> None:
        self.page, self.number = page, number
        self.fonts: dict[int, Font] = {}  # by handle, which is good for this page only
        self.textpage = page.get_textpage()
        self.found: list[RawPiece] = []
        self.handles: list[int] = []
        self.shapes: list[tuple[float, float, float, float, bool]] = []
        self.images = 0
        self.many = False
        self.walked: dict[int, list[tuple[str, int]]] | None = None
        self.buffer = (ctypes.c_ushort * 4096)()

    def sheet(self) -> Sheet:
        """The page, turned so that most of its text is upright."""
        for index in range(raw.FPDFPage_CountObjects(self.page)):
            self._object(raw.FPDFPage_GetObject(self.page, index), UPRIGHT, 0)
        left, bottom, right, top = self.page.get_bbox()
        turn = self._turn()
        upright_view = view(turn, left, bottom, right, top)
        width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
        shapes = tuple(shape(upright_view, box) for box in self.shapes)
        pieces: list[Piece] = []
        turned: list[Piece] = []
        for piece in split(zip(self.found, self.handles, strict=True), self._placed):
            upright, angle = piece_in(upright_view, piece)
            (turned if abs(angle) > _STEEP else pieces).append(upright)
        self.textpage.close()
        kept, hidden = seen(once(underlined(pieces, shapes)), shapes, width, height, self.images)
        return Sheet(self.number, round(width, 1), round(height, 1), kept, tuple(turned), hidden, shapes, self.images)

    def _object(self, item: raw.FPDF_PAGEOBJECT, matrix: Matrix, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._text(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.images += 1
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = times(_matrix(item), matrix)
            for index in range(raw.FPDFFormObj_CountObjects(item)):
                self._object(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _text(self, item: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        handle = raw.FPDFTextObj_GetFont(item)
        font = self._font(handle)
        text = spelled_out(self._characters(item))
        if not text.strip():
            return
        text = in_font(text, font)
        own = _matrix(item)
        placed = times(own, matrix)
        length = extent(own, _bounds(item))
        if self.many and continues(self.found[-1], text, font, placed, length):
            return
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(item, size)
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        self.found.append(
            RawPiece(text, placed, length, size.value, font, font.bold or mode in _STROKED, is_white(item), mode in _UNSEEN),
        )
        self.handles.append(ctypes.addressof(item.contents))
        self.many = len(self.found) > _MANY

    def _characters(self, item: raw.FPDF_PAGEOBJECT) -> str:
        """The characters of a text object; where there are very many objects, from one walk over the page's characters."""
        if self.many:
            return "".join(c for c, _ in self._by_object().get(ctypes.addressof(item.contents), ()))
        length = raw.FPDFTextObj_GetText(item, self.textpage, self.buffer, ctypes.sizeof(self.buffer))
        if length > ctypes.sizeof(self.buffer):
            self.buffer = (ctypes.c_ushort * length)()
            raw.FPDFTextObj_GetText(item, self.textpage, self.buffer, length)
        return bytes(memoryview(self.buffer).cast("B")[: max(0, length - 2)]).decode("utf-16-le", errors="replace")

    def _font(self, handle: raw.FPDF_FONT) -> Font:
        key = ctypes.addressof(handle.contents) if handle else 0
        if key not in self.fonts:
            self.fonts[key] = described(handle)
        return self.fonts[key]

    def _path(self, item: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        box = _bounds(item)
        corners = [point(matrix, x, y) for x in box[::2] for y in box[1::2]]
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, fill, stroke)
        if fill.value or stroke.value:
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            self.shapes.append((min(xs), min(ys), max(xs), max(ys), bool(fill.value)))

    def _turn(self) -> int:
        """How many quarter turns most of the text is turned."""
        votes: Counter[int] = Counter()
        for piece in self.found:
            votes[round(math.atan2(piece.matrix[1], piece.matrix[0]) / (math.pi / 2)) % 4] += len(piece.text)
        return votes.most_common(1)[0][0] if votes else 0

    def _by_object(self) -> dict[int, list[tuple[str, int]]]:
        """The characters of each text object with their index on the page; blanks that PDFium adds belong to the object before, without."""
        if self.walked is None:
            self.walked = defaultdict(list)
            last = 0
            for index in range(raw.FPDFText_CountChars(self.textpage)):
                character = chr(raw.FPDFText_GetUnicode(self.textpage, index))
                item = raw.FPDFText_GetTextObject(self.textpage, index)
                if item and not (character == " " and raw.FPDFText_IsGenerated(self.textpage, index)):
                    last = ctypes.addressof(item.contents)
                    self.walked[last].append((character, index))
                elif character == " ":
                    self.walked[last].append((character, -1))
        return self.walked

    def _placed(self, handle: int) -> list[tuple[str, float, float]]:
        """The characters of a text object with the place at which each starts."""
        x, y = ctypes.c_double(), ctypes.c_double()
        found = []
        for character, index in self._by_object().get(handle, ()):
            if index >= 0:
                raw.FPDFText_GetCharOrigin(self.textpage, index, x, y)
                found.append((character, x.value, y.value))
        return found


def _matrix(item: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _bounds(item: raw.FPDF_PAGEOBJECT) -> tuple[float, float, float, float]:
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value
