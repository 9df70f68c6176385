"""What a PDF says of its fonts, and what their names say where it is silent."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from generator.readers.printed.pdf.fonts import spelled_out
from generator.readers.printed.pdf.pieces import Font
from generator.readers.printed.pdf.sheets import read_sheet
from generator.readers.printed.pdf.tags import TagReader

_STREAM = "BT /F 12 Tf 70 700 Td (A) Tj ET"


def font(name: str, flags: int = 32, angle: int = 0, stem: int = 80) -> Font:
    """A font of which the file says its name, flags, the angle of its letters and how thick their stems are."""
    described = f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/ItalicAngle {angle}/StemV {stem}/FontBBox[0 0 1000 1000]>>"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(_STREAM)}>>stream\n{_STREAM}\nendstream",
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 65/LastChar 65/Widths[600]/FontDescriptor 6 0 R>>",
        described,
    )
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    document = pdfium.PdfDocument(f"%PDF-1.7\n{body}trailer\n<</Size 7/Root 1 0 R>>\n%%EOF\n".encode("latin-1"))
    try:
        return read_sheet(document, 1, TagReader()).pieces[0].font
    finally:
        document.close()


@pytest.mark.parametrize(
    ("name", "bold", "italic"),
    [
        ("ABCDEF+Garamond", False, False), ("Garamond-BOLD", True, False), ("Garamond-SemiBold", True, False), ("Garamond-Black", True, False), ("Garamond-Heavy", True, False),
        ("Garamond-Demi", True, False), ("Garamond-BdCn", False, False), ("Garamond-Bd", True, False), ("Garamond-bd2", True, False), ("Abdera", False, False), ("NimbusRomNo9L-Medi", True, False),
        ("CMBX10", True, False), ("SFBX1000", True, False), ("CMSSBX10", True, False), ("plbx10", True, False), ("BX10", False, False), ("Garamond-Italic", False, True),
        ("GARAMOND-OBLIQUE", False, True), ("Garamond-Slanted", False, True), ("CMTI10", False, True), ("CMSL10", False, True), ("CMBXTI10", True, True), ("SFTI1000", False, True),
        ("Garamond-It", False, True), ("Garamond-It2", False, True), ("Garamond-Items", False, False), ("GaramondIt", False, True), ("Garamond-BdIt", False, True), ("ItGaramond", False, False),
    ],
)  # fmt: skip
def test_the_name_of_a_font_says_how_it_looks(name: str, bold: bool, italic: bool) -> None:  # noqa: FBT001 - columns of the table
    found = font(name)
    assert (found.name, found.bold, found.italic, found.glyphs) == (name.rpartition("+")[2], bold, italic, False)


@pytest.mark.parametrize(
    ("given", "bold", "italic"),
    [
        ({}, False, False),
        ({"flags": 32 + 64}, False, True),
        ({"flags": 4 + 32}, False, False),
        ({"angle": -12}, False, True),
        ({"stem": 119}, False, False),
        ({"stem": 120}, True, False),
    ],
)
def test_what_the_file_says_of_a_font_counts_too(given: dict[str, int], bold: bool, italic: bool) -> None:  # noqa: FBT001 - columns of the table
    found = font("Garamond", **given)
    assert (found.bold, found.italic) == (bold, italic)


@pytest.mark.parametrize("name", ["SymbolMT", "ABCDEF+MyDingbats", "WINGDINGS", "Wingdings-Regular", "Webdings"])
def test_fonts_of_pictures_are_known_by_their_names(name: str) -> None:
    assert font(name).glyphs


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("\x7f", "\uf07f"), ("a\x7fb\x84c\x86d\x9fe", "abcde"), ("a\x85b", "a\x85b"), ("\x86", "\uf086"), ("\x9f\x9e", ""), ("\x10a\x11b\x12c\x13d\x14e", "“a”b„c«d»e"),
        ("\x1ba\x1cb\x1dc\x1ed\x1fe", "ﬀaﬁbﬂcﬃdﬄe"), ("\x01 ", "\uf001"), ("\x00", ""), ("\x00\x01", "\uf001"), ("\uffff", ""), ("\uffffa", "a"),
    ],
)  # fmt: skip
def test_codes_that_are_no_letters_are_signs_or_nothing(said: str, text: str) -> None:
    assert spelled_out(said) == text
