"""What the type of a PDF looks like: its fonts, and the signs in them."""

from __future__ import annotations

import ctypes
import re
from functools import lru_cache
from typing import Final

from pypdfium2 import raw

from generator.readers.printed.pdf.pieces import Font

HYPHEN_SIGNS: Final = str.maketrans({"\u0002": "-", "\ufffe": "-", "\u00a0": " ", "\r": " ", "\n": " ", "\t": " "})
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
"""The weight from which type is bold: 600 is semi-bold in the scale of OpenType (usWeightClass), 400 regular. At 300 most PDFs of the
tests are read otherwise, from 480 up none."""

_ITALIC_FLAG: Final = 1 << 6
"""The bit of a font's flags that says its letters are slanted (ISO 32000-1, table 123, bit 7)."""

_WHITE: Final = 250
"""The least of red, green and blue, of 255, from which a colour cannot be told from paper."""


@lru_cache(maxsize=4096)
def spelled_out(said: str) -> str:
    """Characters in their usual form, without control codes; a sign known by its code alone is a private-use character, several such are empty."""
    text = said.translate(HYPHEN_SIGNS).translate(_TEX)
    plain = _CONTROL.sub("", text)
    return plain if plain.strip() else _picture(text)


def in_font(text: str, font: Font) -> str:
    """The text, as pictures where the font holds pictures and no letters."""
    return text.translate(_GLYPHS) if font.glyphs else text


def described(handle: raw.FPDF_FONT) -> Font:
    """A font by what the file says of it, and by its name where the file is silent."""
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


def is_white(item: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether an object is white or clear."""
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0
