"""What a PDF page holds: pieces of text with place and type, and the straight lines and boxes drawn on it."""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import Final, TypeAlias

import pypdfium2 as pdfium
from pypdfium2 import raw

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_UPRIGHT: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST_FORM: Final = 8
"""Forms lie in forms; no real page nests deeper, and a file that contains itself must end somewhere."""

_HYPHEN_SIGNS: Final = str.maketrans({"\u0002": "-", "\ufffe": "-", "\u00a0": " ", "\r": " ", "\n": " ", "\t": " "})
"""PDFium writes U+0002 (once U+FFFE) for a hyphen that ends a line."""

_GLYPHS: Final = {code: 0xF000 + code for code in range(0x21, 0x100)}
"""In a font of symbols a letter's code stands for a picture; U+F020-F0FF is where such codes are kept (OpenType, symbol encoding)."""

_TEX: Final = str.maketrans(
    {
        **dict(enumerate("“”„«»–—", 0x10)),
        **dict(enumerate("ﬀﬁﬂﬃﬄ", 0x1B)),
        0x0B: "ﬀ",
        0x0C: "ﬁ",
        0x0E: "ﬃ",
        0x0F: "ﬄ",
        0x88: "•",
        0x03: " ",
    }
)
"""What bare codes stand for where a file does not say: quotation marks, dashes and ligatures as TeX's fonts keep them (Cork encoding
10-1F, OT1 0B-0F, TS1 88), and the blank, which is glyph 3 in TrueType fonts."""

_CONTROL: Final = re.compile("[\u0000-\u001f\u007f-\u0084\u0086-\u009f\uffff]")
_BOLD: Final = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd(?![a-z])|-medi|cmbx|sfbx|cmssbx|(?<=[a-z])bx\d", re.IGNORECASE)
_ITALIC: Final = re.compile(r"ital|obli|slant|cmti|cmsl|cmbxti|sfti|-it(?![a-z])|[a-z]it$", re.IGNORECASE)
_DINGBATS: Final = re.compile(r"symbol|dingbat|wingding|webding", re.IGNORECASE)
"""Names of typefaces: what a file does not say otherwise is told by the font's own name."""

_BOLD_WEIGHT: Final = 600
_ITALIC_FLAG: Final = 1 << 6
_STROKED: Final = (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE)
_UNSEEN: Final = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_WHITE: Final = 250
_STEEP: Final = math.radians(8)
"""Text that leans more than this does not belong to level rows: watermarks, heads of narrow columns."""

_STRETCHED: Final = 1.3
"""A piece so much wider than its font usually sets so many letters may hold a gap inside."""

_GAP_INSIDE: Final = 1.2
"""In units of the type size; blanks stretched to fill a row are narrower."""

_BLANK: Final = 0.25
"""How wide a blank is in most typefaces, in units of the type size; what starts with one is seen to start after it."""

_SHADOW: Final = 0.1
"""In units of the type size: text that is printed again so near is one text."""

_LEVEL: Final = 0.02
_BACK: Final = -0.3
"""In units of the type size: letters of a word stand on one line, and overlap by no more than kerning makes them."""

_MANY: Final = 300
"""PDFium looks through all characters of a page for those of one object: with more objects than this one walk is quicker (measured)."""

_THIN: Final = 3.0
"""A drawn shape at most so many points thick is a line."""

_SHORTEST_LINE: Final = 8.0
_UNDER: Final = 8.0
"""Points. No letter is underlined from further off."""

_COVERED: Final = 0.75
"""Words cover so much of the line under them at least; a line that reaches further belongs to the page or a table."""


@dataclass(frozen=True, slots=True)
class Font:
    """What is known of a typeface."""

    name: str
    bold: bool
    italic: bool
    glyphs: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that one instruction of the page sets: in points from the top left, `base` is the line they stand on."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: Font
    bold: bool
    italic: bool
    white: bool = False
    unseen: bool = False
    raised: bool = False

    @property
    def top(self) -> float:
        """The top of its tallest letters, near enough."""
        return self.base - 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The bottom of its tails, near enough."""
        return self.base + 0.22 * self.size


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or box drawn on the page."""

    left: float
    top: float
    right: float
    bottom: float
    filled: bool

    @property
    def level(self) -> bool:
        """Whether it is a line from left to right."""
        return self.bottom - self.top <= _THIN and self.right - self.left >= _SHORTEST_LINE

    @property
    def upright(self) -> bool:
        """Whether it is a line from top to bottom."""
        return self.right - self.left <= _THIN and self.bottom - self.top >= _SHORTEST_LINE


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size, what is printed on it, what is turned or cannot be seen, and what is drawn."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    turned: tuple[Piece, ...] = ()
    hidden: tuple[Piece, ...] = ()
    shapes: tuple[Shape, ...] = ()
    images: int = 0


@dataclass(slots=True)
class _Raw:
    """A piece before it is known which way up the page is read: `matrix` maps its own space to the page's."""

    text: str
    matrix: Matrix
    width: float
    size: float
    font: Font
    bold: bool
    white: bool
    unseen: bool


def read_sheet(document: pdfium.PdfDocument, number: int) -> Sheet:
    """One page, counted from 1."""
    page = document[number - 1]
    try:
        return _Reader(page, number).sheet()
    finally:
        page.close()


class _Reader:
    """Walks over the objects of one page."""

    def __init__(self, page: pdfium.PdfPage, number: int) -> None:
        self.page, self.number = page, number
        self.fonts: dict[int, Font] = {}  # by handle, which is good for this page only
        self.textpage = page.get_textpage()
        self.found: list[_Raw] = []
        self.handles: list[int] = []
        self.shapes: list[tuple[float, float, float, float, bool]] = []
        self.images = 0
        self.many = False
        self.walked: dict[int, list[tuple[str, int]]] | None = None
        self.buffer = (ctypes.c_ushort * 4096)()

    def sheet(self) -> Sheet:
        """All that is on the page, upright."""
        for index in range(raw.FPDFPage_CountObjects(self.page)):
            self._object(raw.FPDFPage_GetObject(self.page, index), _UPRIGHT, 0)
        left, bottom, right, top = self.page.get_bbox()
        turn = self._turn()
        view = _view(turn, left, bottom, right, top)
        width, height = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
        shapes = tuple(_shape(view, box) for box in self.shapes)
        pieces: list[Piece] = []
        turned: list[Piece] = []
        for piece in self._split(self.found):
            upright, angle = _piece(piece, view)
            (turned if abs(angle) > _STEEP else pieces).append(upright)
        self.textpage.close()
        kept, hidden = _seen(_once(_underlined(pieces, shapes)), shapes, width, height, self.images)
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
            inner = _times(_matrix(item), matrix)
            for index in range(raw.FPDFFormObj_CountObjects(item)):
                self._object(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _text(self, item: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        handle = raw.FPDFTextObj_GetFont(item)
        font = self._font(handle)
        said = self._characters(item).translate(_HYPHEN_SIGNS).translate(_TEX)
        text = _CONTROL.sub("", said) if _CONTROL.sub("", said).strip() else _picture(said)
        if not text.strip():
            return
        if font.glyphs:
            text = text.translate(_GLYPHS)
        own = _matrix(item)
        placed = _times(own, matrix)
        length = _extent(own, _bounds(item))
        if self.many and _continue(self.found[-1], text, font, placed, length):
            return
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(item, size)
        mode = raw.FPDFTextObj_GetTextRenderMode(item)
        self.found.append(
            _Raw(text, placed, length, size.value, font, font.bold or mode in _STROKED, _is_white(item), mode in _UNSEEN),
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
            self.fonts[key] = _described(handle)
        return self.fonts[key]

    def _path(self, item: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        box = _bounds(item)
        corners = [_point(matrix, x, y) for x in box[::2] for y in box[1::2]]
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

    # Pieces with a wide gap inside -----------------------------------------------------------------------------

    def _split(self, found: list[_Raw]) -> Iterator[_Raw]:
        """The pieces, those that hold a gap as wide as between columns cut at it."""
        usual = _usual_widths(found)
        for piece, handle in zip(found, self.handles, strict=True):
            if " " in piece.text.strip() and _per_letter(piece) > _STRETCHED * usual[piece.font.name]:
                yield from _cut(piece, self._placed(handle))
            else:
                yield piece

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


def _cut(piece: _Raw, characters: list[tuple[str, float, float]]) -> Iterator[_Raw]:
    """A piece cut at the gaps that its characters show; whole where they do not lie on a level line."""
    a, b = piece.matrix[:2]
    scale = math.hypot(a, b) or 1.0
    along = [((x - piece.matrix[4]) * a / scale + (y - piece.matrix[5]) * b / scale) / scale for _, x, y in characters]
    solid = [(c, at) for (c, _, _), at in zip(characters, along, strict=True) if not c.isspace()]
    letter = _per_letter(piece) / _STRETCHED * piece.size
    words = piece.text.split()
    if "".join(words) != "".join(c for c, _ in solid).translate(_HYPHEN_SIGNS):
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


def _part(piece: _Raw, text: str, start: float, end: float) -> _Raw:
    a, b, c, d, e, f = piece.matrix
    return replace(piece, text=text, width=max(end - start, 0.1), matrix=(a, b, c, d, e + a * start, f + b * start))


def _continue(before: _Raw, text: str, font: Font, matrix: Matrix, width: float) -> bool:
    """Add letters that are set one by one to the word they go on with; whether they do."""
    if before.font is not font or before.matrix[:4] != matrix[:4]:
        return False
    a, b, _, _, e, f = before.matrix
    across = abs((matrix[4] - e) * b - (matrix[5] - f) * a)
    along = _along(before.matrix, matrix)
    if across > _LEVEL * before.size * (a * a + b * b) or not _BACK * before.size < along - before.width < _BLANK * before.size:
        return False
    before.text += text
    before.width = along + width
    return True


def _along(first: Matrix, second: Matrix) -> float:
    """How far the second starts from the first, in the first's own space."""
    a, b, _, _, e, f = first
    return ((second[4] - e) * a + (second[5] - f) * b) / ((a * a + b * b) or 1.0)


def _per_letter(piece: _Raw) -> float:
    return piece.width / max(piece.size, 0.1) / len(piece.text.rstrip())


def _usual_widths(found: list[_Raw]) -> dict[str, float]:
    """How wide a letter is in each font, in units of its size."""
    widths = defaultdict(list)
    for piece in found:
        widths[piece.font.name].append(_per_letter(piece))
    return {name: median(values) for name, values in widths.items()}


# From the file's own spaces to points from the top left ------------------------------------------------------------


def _matrix(item: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _bounds(item: raw.FPDF_PAGEOBJECT) -> tuple[float, float, float, float]:
    left, bottom, right, top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    if outer is _UPRIGHT:
        return inner
    a, b, c, d, e, f = inner
    u, v, w, x, y, z = outer
    return a * u + b * w, a * v + b * x, c * u + d * w, c * v + d * x, e * u + f * w + y, e * v + f * x + z


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _extent(matrix: Matrix, bounds: tuple[float, float, float, float]) -> float:
    """How far a piece reaches from where it starts, in its own space."""
    left, bottom, right, top = bounds
    a, b, _, _, e, f = matrix
    if abs(a) >= abs(b):
        return ((right if a > 0 else left) - e) / a if a else 0.0
    return ((top if b > 0 else bottom) - f) / b


def _view(turn: int, left: float, bottom: float, right: float, top: float) -> Matrix:
    """From the page's space to points from the top left, for a page whose text is turned so many quarters."""
    views: tuple[Matrix, ...] = (
        (1, 0, 0, -1, -left, top),
        (0, 1, 1, 0, -bottom, -left),
        (-1, 0, 0, 1, right, -bottom),
        (0, -1, -1, 0, top, right),
    )
    return views[turn]


def _shape(view: Matrix, box: tuple[float, float, float, float, bool]) -> Shape:
    (x0, y0), (x1, y1) = _point(view, box[0], box[1]), _point(view, box[2], box[3])
    return Shape(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), box[4])


def _piece(piece: _Raw, view: Matrix) -> tuple[Piece, float]:
    """A piece in the page's view, and the angle at which it leans there."""
    a, b, c, d, e, f = _times(piece.matrix, view)
    angle = math.atan2(b, a)
    size = piece.size * (abs(a * d - b * c) / math.hypot(a, b) if a or b else 0.0)
    width = piece.width * math.hypot(a, b)
    blanks = (len(piece.text) - len(piece.text.lstrip())) * _BLANK * size
    e, width = e + blanks * math.cos(angle), max(width - blanks, 0.1)
    italic = piece.font.italic or abs(c) > 0.1 * abs(d) > 0
    return (
        Piece(
            piece.text, e, e + width * math.cos(angle), f, abs(size), piece.font, piece.bold, italic, white=piece.white, unseen=piece.unseen
        ),
        angle,
    )


# What the type looks like ------------------------------------------------------------------------------------------


def _described(handle: raw.FPDF_FONT) -> Font:
    if not handle:
        return Font("", bold=False, italic=False, glyphs=False)
    buffer = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.value.decode("utf-8", errors="replace").split("+")[-1]
    angle = ctypes.c_int()
    raw.FPDFFont_GetItalicAngle(handle, angle)
    flags = raw.FPDFFont_GetFlags(handle)
    bold = bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(handle) >= _BOLD_WEIGHT
    italic = bool(_ITALIC.search(name)) or bool(flags > 0 and flags & _ITALIC_FLAG) or angle.value != 0
    return Font(name, bold, italic, bool(_DINGBATS.search(name)))


def _picture(said: str) -> str:
    """A sign that nothing is known of but its code, such as a bullet in a font of its own: kept where such codes are kept."""
    codes = [ord(c) for c in said if not c.isspace() and ord(c)]
    return chr(0xF000 + codes[0]) if len(codes) == 1 and codes[0] < 0x100 else ""  # noqa: PLR2004


def _is_white(item: raw.FPDF_PAGEOBJECT) -> bool:
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0


def _underlined(pieces: list[Piece], shapes: tuple[Shape, ...]) -> list[Piece]:
    """The pieces, those that a line of their own runs below as italic: underlining is what typewriters had for it."""
    ordered = sorted(pieces, key=_base)
    bases = [piece.base for piece in ordered]
    marked: set[int] = set()
    for line in shapes:
        if line.level:
            near = range(bisect_left(bases, line.top - _UNDER), bisect_right(bases, line.top + 0.5))
            above = [i for i in near if _lies_over(ordered[i], line)]
            if sum(ordered[i].right - ordered[i].left for i in above) >= _COVERED * (line.right - line.left):
                marked.update(above)
    return [replace(piece, italic=True) if i in marked else piece for i, piece in enumerate(ordered)] if marked else pieces


def _lies_over(piece: Piece, line: Shape) -> bool:
    return line.left <= piece.left + 1 and piece.right <= line.right + 2 and line.top - piece.base <= 0.3 * piece.size


def _base(piece: Piece) -> float:
    return piece.base


def _once(pieces: list[Piece]) -> list[Piece]:
    """The pieces without those that are printed over themselves to make them bold or to cast a shadow."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for piece in pieces:
        step = max(_SHADOW * piece.size, 0.1)
        x, y = round(piece.left / step), round(piece.base / step)
        if not any((piece.text, x + i, y + j) in seen for i in (-1, 0, 1) for j in (-1, 0, 1)):
            kept.append(piece)
        seen.add((piece.text, x, y))
    return kept


def _seen(
    pieces: list[Piece], shapes: tuple[Shape, ...], width: float, height: float, images: int
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces that a reader of the page sees, and those that lie off it, are white on white or are set unseen.

    A scanned page has its text unseen over the image: there that is the text.
    """
    unseen = sum(len(piece.text) for piece in pieces if piece.unseen)
    scanned = images > 0 and unseen * 2 > sum(len(piece.text) for piece in pieces)
    backgrounds = [shape for shape in shapes if shape.filled and shape.bottom - shape.top > _THIN]
    kept: list[Piece] = []
    hidden: list[Piece] = []
    for piece in pieces:
        off = piece.right <= 0 or piece.left >= width or piece.base <= 0 or piece.top >= height
        bare = (
            piece.white
            and not images
            and not any(s.left <= piece.left + 1 and s.right >= piece.left and s.top <= piece.base <= s.bottom for s in backgrounds)
        )
        (hidden if off or bare or (piece.unseen and not scanned) else kept).append(piece)
    return tuple(kept), tuple(hidden)
