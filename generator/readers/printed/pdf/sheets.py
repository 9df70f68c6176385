"""Reads a page of a PDF: goes through its objects, and sorts its text into upright, turned and unseen."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.readers.printed.pdf import handles
from generator.readers.printed.pdf.fonts import described, in_font, is_white, spelled_out
from generator.readers.printed.pdf.gaps import cut, is_stretched, usual_widths
from generator.readers.printed.pdf.links import links_on
from generator.readers.printed.pdf.pieces import Font, Sheet, Tag, TextPiece
from generator.readers.printed.pdf.seen import once, seen, underlined
from generator.readers.printed.pdf.single_letters import Letters
from generator.readers.printed.pdf.spaces import UPRIGHT, Matrix, RawPiece, extent, piece_in, point, shape, times, view
from generator.readers.printed.pdf.tags import TagReader

_DEEPEST_FORM: Final = 8
"""Forms lie in forms; no real page nests deeper, and a file that contains itself must end somewhere."""

_STROKED: Final = (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE)
_UNSEEN: Final = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_STEEP: Final = math.radians(8)
"""Text that leans more than this does not belong to level rows: watermarks, heads of narrow columns."""

_MANY: Final = 300
"""PDFium looks through all characters of a page for those of one object: with more objects than this one walk is quicker (measured)."""

_HALF: Final = re.compile("[\ud800-\udfff]")
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""The halves of a character that has no code of sixteen bits (The Unicode Standard, 3.9, D91): letters of formulas, above all."""


def read_sheet(document: pdfium.PdfDocument, number: int, tags: TagReader) -> Sheet:
    """One page, counted from 1."""
    page = document[number - 1]
    try:
        sheet = _Reader(page, number, tags.of_page(page)).sheet()
        return replace(sheet, links=tuple(links_on(document, page)))
    finally:
        page.close()


class _Reader:
    """Goes through the objects of one page."""

    def __init__(self, page: pdfium.PdfPage, number: int, tags: dict[int, Tag]) -> None:
        self.page, self.number, self.tags = page, number, tags
        self.fonts: dict[int, Font] = {}  # by handle, which is good for this page only
        self.textpage = page.get_textpage()
        self.text_handle = handles.number_of(self.textpage.raw)
        self.found: list[RawPiece] = []
        self.handles: list[int] = []
        self.shapes: list[tuple[float, float, float, float, bool]] = []
        self.images = 0
        self.count = raw.FPDFPage_CountObjects(page)
        self.many = self.count > _MANY
        self.walked: dict[int, list[tuple[str, int]]] | None = None
        self.buffer = (ctypes.c_ushort * 4096)()
        self.answers = handles.Answers()
        self.letters = Letters(self.answers)

    def sheet(self) -> Sheet:
        """All that is on the page, upright."""
        page = handles.number_of(self.page.raw)
        for index in range(self.count):
            self._object(handles.object_at(page, index), UPRIGHT, 0)
        left, bottom, right, top = self.page.get_bbox()
        turn = self._turn()
        upright_view = view(turn, left, bottom, right, top)
        width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
        shapes = tuple(shape(upright_view, box) for box in self.shapes)
        pieces: list[TextPiece] = []
        turned: list[TextPiece] = []
        usual = usual_widths(self.found)
        for whole, handle in zip(self.found, self.handles, strict=True):
            for piece in cut(whole, self._placed(handle)) if is_stretched(whole, usual) else (whole,):
                upright, angle = piece_in(upright_view, piece)
                (turned if abs(angle) > _STEEP else pieces).append(upright)
        self.textpage.close()
        kept, hidden = seen(once(underlined(pieces, shapes)), shapes, width, height, self.images)
        return Sheet(self.number, round(width, 1), round(height, 1), kept, tuple(turned), hidden, shapes, self.images)

    def _object(self, item: int, matrix: Matrix, depth: int) -> None:
        kind = handles.kind_of(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            text = spelled_out(self._characters(item))
            plain = self.many and matrix is UPRIGHT
            if text and not (plain and self.letters.take(item, text)):
                self._text(item, matrix, text)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self.images += 1
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = times(self.answers.matrix(item), matrix)
            for index in range(handles.objects_in_form(item)):
                self._object(handles.object_in_form(item, index), inner, depth + 1)

    def _text(self, item: int, matrix: Matrix, text: str) -> None:
        handle = handles.font_of(item)
        font = self._font(handle)
        own = self.answers.matrix(item)
        size = self.answers.size(item)
        piece = RawPiece(in_font(text, font), times(own, matrix), extent(own, self.answers.bounds(item)), size, font)
        mode = handles.render_mode_of(item)
        piece.bold, piece.unseen = font.bold or mode in _STROKED, mode in _UNSEEN
        if self.tags and matrix is UPRIGHT:  # objects in forms are numbered by themselves
            piece.tag = self.tags.get(handles.marked_content_of(item))
        piece.white = is_white(handles.pointer_to(item, raw.FPDF_PAGEOBJECT))
        self.found.append(piece)
        self.handles.append(item)
        self.many = self.many or len(self.found) > _MANY
        self.letters.start(piece if matrix is UPRIGHT and not font.glyphs else None, handle)

    def _characters(self, item: int) -> str:
        """The characters of a text object; where there are very many objects, from one walk over the page's characters."""
        if self.many:
            return "".join(character for character, _ in self._by_object().get(item, ()))
        pointer = handles.pointer_to(item, raw.FPDF_PAGEOBJECT)
        length = raw.FPDFTextObj_GetText(pointer, self.textpage, self.buffer, ctypes.sizeof(self.buffer))
        if length > ctypes.sizeof(self.buffer):
            self.buffer = (ctypes.c_ushort * length)()
            raw.FPDFTextObj_GetText(pointer, self.textpage, self.buffer, length)
        return bytes(memoryview(self.buffer).cast("B")[: max(0, length - 2)]).decode("utf-16-le", errors="replace")

    def _font(self, handle: int | None) -> Font:
        key = handle or 0
        if key not in self.fonts:
            self.fonts[key] = described(handles.pointer_to(key, raw.FPDF_FONT))
        return self.fonts[key]

    def _path(self, item: int, matrix: Matrix) -> None:
        box = self.answers.bounds(item)
        corners = [point(matrix, x, y) for x in box[::2] for y in box[1::2]]
        filled, stroked = self.answers.is_drawn(item)
        if filled or stroked:
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            self.shapes.append((min(xs), min(ys), max(xs), max(ys), filled))

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
            for index, character in enumerate(self._all_characters()):
                if not character:
                    continue
                item = handles.text_object_at(self.text_handle, index)
                if item and not (character == " " and handles.is_generated(self.text_handle, index)):
                    last = item
                    self.walked[last].append((character, index))
                elif character == " ":
                    self.walked[last].append((character, -1))
        return self.walked

    def _all_characters(self) -> Sequence[str]:
        """The characters of the page by index: asked for at once, or one by one where some of them are pairs or have no place in a text."""
        count = raw.FPDFText_CountChars(self.textpage)
        buffer = (ctypes.c_ushort * (count + 1))()
        if raw.FPDFText_GetText(self.textpage, 0, count, buffer) == count + 1:
            text = bytes(memoryview(buffer).cast("B")[:-2]).decode("utf-16-le", errors="replace")
            if len(text) == count:
                return text
        return _paired("".join(chr(raw.FPDFText_GetUnicode(self.textpage, index)) for index in range(count)))

    def _placed(self, handle: int) -> list[tuple[str, float, float]]:
        """The characters of a text object with the place at which each starts."""
        x, y = ctypes.c_double(), ctypes.c_double()
        found = []
        for character, index in self._by_object().get(handle, ()):
            if index >= 0:
                raw.FPDFText_GetCharOrigin(self.textpage, index, x, y)
                found.append((character, x.value, y.value))
        return found


def _paired(codes: str) -> list[str]:
    """Codes of sixteen bits as characters: that of a pair in the place of its first code, nothing in that of its second."""
    characters = list(_HALF.sub("\ufffd", codes))
    for match in _PAIR.finditer(codes):
        characters[slice(*match.span())] = match.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le"), ""
    return characters
