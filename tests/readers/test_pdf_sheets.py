"""A page of a PDF as PDFium gives it: pieces and shapes in points from its top left, in forms, turned, unseen, letter by letter."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.readers.printed.pdf.pieces import Sheet, TextPiece
from generator.readers.printed.pdf.sheets import read_sheet
from generator.readers.printed.pdf.tags import TagReader
from tests.readers.drawing import OTHER_WORDS, WORDS, drawn

WIDTH, HEIGHT = A4


def sheet(draw: Callable[[Canvas], None], number: int = 1) -> Sheet:
    """A page of what `draw` has drawn."""
    document = pdfium.PdfDocument(drawn(draw).raw)
    try:
        return read_sheet(document, number, TagReader())
    finally:
        document.close()


def places(pieces: tuple[TextPiece, ...]) -> list[tuple[str, float, float, float]]:
    """Text, left, height above the foot of an upright A4 page, and size of pieces, in whole points."""
    return [(piece.text, round(piece.left), round(HEIGHT - piece.base), round(piece.size)) for piece in pieces]


def test_pieces_and_shapes_stand_where_they_are_drawn() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Italic", 14)
        canvas.drawString(100, 700, "De haven")
        canvas.rect(50, 300, 200, 40, fill=1, stroke=0)
        canvas.rect(60, 200, 100, 30, fill=0, stroke=1)
        for place in range(2):
            canvas.drawImage(ImageReader(io.BytesIO(b"P6 2 2 255\n" + bytes(12))), 20 * place, 0, 10, 10)

    found = sheet(draw)
    assert (found.number, found.width, found.height, found.images) == (1, 595.3, 841.9, 2)
    assert places(found.pieces) == [("De haven", 100, 700, 14)]
    assert (found.turned, found.hidden, found.links) == ((), (), ())
    filled, stroked = found.shapes
    assert (filled.left, filled.top, filled.right, filled.bottom, filled.filled) == pytest.approx(
        (50, HEIGHT - 340, 250, HEIGHT - 300, True)
    )
    assert (stroked.left, stroked.bottom, stroked.filled) == pytest.approx((60, HEIGHT - 200, False), abs=1.1)


def test_a_clipping_path_draws_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.rect(10, 10, 500, 500)
        canvas.drawPath(path, fill=0, stroke=0)
        canvas.drawString(100, 300, "De haven")

    assert sheet(draw).shapes == ()


def test_what_lies_in_forms_stands_where_these_are_placed() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("binnen")
        canvas.drawString(5, 10, "Binnen")
        canvas.rect(0, 0, 20, 30, fill=1, stroke=0)
        canvas.endForm()
        canvas.beginForm("buiten")
        canvas.translate(40, 60)
        canvas.doForm("binnen")
        canvas.endForm()
        canvas.setFont("Helvetica", 12)
        canvas.drawString(300, 700, "Erbuiten")
        canvas.translate(100, 200)
        canvas.scale(2, 2)
        canvas.doForm("buiten")

    found = sheet(draw)
    assert places(found.pieces) == [("Erbuiten", 300, 700, 12), ("Binnen", 190, 340, 24)]
    ((left, top, right, bottom),) = ((s.left, s.top, s.right, s.bottom) for s in found.shapes)
    assert (left, HEIGHT - bottom, right, HEIGHT - top) == pytest.approx((180, 320, 220, 380))


def test_forms_in_forms_end_somewhere() -> None:
    def nested(depth: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            for place in range(depth):
                canvas.beginForm(f"vorm{place}")
                if place:
                    canvas.doForm(f"vorm{place - 1}")
                else:
                    canvas.drawString(5, 10, "Diep")
                canvas.endForm()
            canvas.doForm(f"vorm{depth - 1}")

        return draw

    assert [piece.text for piece in sheet(nested(8)).pieces] == ["Diep"]
    assert sheet(nested(9)).pieces == ()


@pytest.mark.parametrize(
    ("mode", "bold", "shown"), [(0, False, True), (1, True, True), (2, True, True), (3, False, False), (7, False, False), (4, False, True)]
)
def test_letters_drawn_with_a_line_are_bold_and_some_are_not_drawn(mode: int, bold: bool, shown: bool) -> None:  # noqa: FBT001 - columns of the table
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "De haven is open")
        text = canvas.beginText(100, 600)
        text.setTextRenderMode(mode)
        text.textOut("De kade")
        canvas.drawText(text)

    found = sheet(draw)
    (own,) = (piece for piece in (*found.pieces, *found.hidden) if piece.text == "De kade")
    assert (own.bold, own in found.pieces) == (bold, shown)


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        ((1, 1, 1), False),
        ((0.981, 0.981, 0.981), False),
        ((0.977, 0.977, 0.977), True),
        ((0.97, 1, 1), True),
        ((1, 1, 0.97), True),
        ((0, 0, 0), True),
    ],
)
def test_letters_as_white_as_paper_are_not_seen(colour: tuple[float, float, float], shown: bool) -> None:  # noqa: FBT001 - a column of the table
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(*colour)
        canvas.drawString(100, 700, "De haven")

    found = sheet(draw)
    assert (len(found.pieces), len(found.hidden)) == ((1, 0) if shown else (0, 1))


def test_clear_letters_are_not_seen() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "De haven")
        canvas.setFillAlpha(0.5)
        canvas.drawString(100, 650, "half")
        canvas.setFillAlpha(0)
        canvas.drawString(100, 600, "heel")

    found = sheet(draw)
    assert [piece.text for piece in found.pieces] == ["De haven", "half"]
    assert [piece.text for piece in found.hidden] == ["heel"]


@pytest.mark.parametrize(
    ("face", "bold", "italic"),
    [
        ("Helvetica", False, False),
        ("Helvetica-Bold", True, False),
        ("Helvetica-Oblique", False, True),
        ("Times-BoldItalic", True, True),
        ("Courier", False, False),
    ],
)
def test_a_face_says_how_it_looks(face: str, bold: bool, italic: bool) -> None:  # noqa: FBT001 - columns of the table
    def draw(canvas: Canvas) -> None:
        canvas.setFont(face, 12)
        canvas.drawString(100, 700, "De haven")

    ((piece,), font) = (found := sheet(draw).pieces, found[0].font)
    assert (font.name, font.bold, font.italic, font.glyphs) == (face, bold, italic, False)
    assert (piece.bold, piece.italic) == (bold, italic)


def test_a_font_of_pictures_holds_no_letters() -> None:
    def draw(canvas: Canvas) -> None:
        for place, face in enumerate(("Symbol", "ZapfDingbats")):
            canvas.setFont(face, 12)
            canvas.drawString(100, 700 - 40 * place, "\u2022" if face == "Symbol" else "n")

    found = sheet(draw).pieces
    assert [piece.font.glyphs for piece in found] == [True] * len(found)
    assert not any(piece.text.isascii() and piece.text.isalpha() for piece in found)


@pytest.mark.parametrize(("angle", "level"), [(0, True), (7, True), (9, False), (-7, True), (-9, False), (90, False), (180, False)])
def test_text_that_leans_much_is_turned(angle: float, level: bool) -> None:  # noqa: FBT001 - a column of the table
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "De haven is de hele dag open")
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "De kade")

    found = sheet(draw)
    assert [piece.text for piece in found.turned] == ([] if level else ["De kade"])
    (own,) = (piece for piece in (*found.pieces, *found.turned) if piece.text == "De kade")
    assert (own.left, HEIGHT - own.base, own.size) == pytest.approx((300, 400, 12), abs=0.1)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_of_which_most_text_is_turned_is_read_as_it_lies(angle: int) -> None:
    origin = {90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[angle]

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(*origin)
        canvas.rotate(angle)
        canvas.drawString(100, 300, "De haven is de hele dag open")
        canvas.rect(50, 60, 70, 20, fill=1, stroke=0)
        canvas.restoreState()
        canvas.drawString(300, 400, "De kade")

    found = sheet(draw)
    wide, high = (HEIGHT, WIDTH) if angle != 180 else (WIDTH, HEIGHT)
    assert (found.width, found.height) == (round(wide, 1), round(high, 1))
    assert [piece.text for piece in found.pieces] == ["De haven is de hele dag open"]
    assert (found.pieces[0].left, high - found.pieces[0].base) == pytest.approx((100, 300), abs=0.1)
    assert [piece.text for piece in found.turned] == ["De kade"]
    (own,) = found.shapes
    assert (own.left, high - own.bottom, own.right, high - own.top) == pytest.approx((50, 60, 120, 80), abs=0.1)


def test_a_page_is_counted_from_1_and_cut_to_its_edges() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "De haven")
        canvas.showPage()
        canvas.setCropBox((20, 30, 420, 530))
        canvas.drawString(120, 500, "De kade")

    assert [piece.text for piece in sheet(draw).pieces] == ["De haven"]
    second = sheet(draw, 2)
    assert (second.number, second.width, second.height) == (2, 400, 500)
    assert [(piece.text, round(piece.left), round(piece.base)) for piece in second.pieces] == [("De kade", 100, 30)]


def test_a_text_of_thousands_of_letters_in_one_instruction_is_whole() -> None:
    long = f"{WORDS} {OTHER_WORDS} " * 12
    assert len(long) > 4096

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 0.2)
        canvas.drawString(10, 700, long)
        canvas.drawString(10, 600, "De haven")

    assert [piece.text.strip() for piece in sheet(draw).pieces] == [long.strip(), "De haven"]


def test_blanks_alone_are_no_pieces() -> None:
    def draw(canvas: Canvas) -> None:
        for place, text in enumerate(("De haven", "   ", "De kade")):
            canvas.drawString(100, 700 - 20 * place, text)

    assert [piece.text for piece in sheet(draw).pieces] == ["De haven", "De kade"]


def spaced(text: str, gap: float, size: float = 12) -> Callable[[Canvas], None]:
    """A row whose blanks are stretched, among others that are set as usual."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        own = canvas.beginText(100, 300)
        own.setFont("Helvetica", size)
        own.setWordSpace(gap)
        own.textOut(text)
        own.setWordSpace(0)
        canvas.drawText(own)
        for place in range(5):
            canvas.drawString(100, 700 - 20 * place, "De haven is open")

    return draw


@pytest.mark.parametrize(
    ("text", "gap", "parts"),
    [
        ("Malta 4", 60, [("Malta", 100), ("4", 192)]),
        ("Malta 4 7", 60, [("Malta", 100), ("4", 192), ("7", 262)]),
        ("De kade 4", 8, [("De kade 4", 100)]),
        ("Malta", 60, [("Malta", 100)]),
    ],
)
def test_a_piece_with_wide_gaps_is_cut_at_them(text: str, gap: float, parts: list[tuple[str, float]]) -> None:
    found = [piece for piece in sheet(spaced(text, gap)).pieces if round(HEIGHT - piece.base) == 300]
    assert [piece.text for piece in found] == [part for part, _ in parts]
    assert [piece.left for piece in found] == pytest.approx([left for _, left in parts], abs=1.5)
    if len(parts) > 1:
        assert found[0].right == pytest.approx(100 + Canvas("").stringWidth("Malta", "Helvetica", 12), abs=8)


def letters(canvas: Canvas, text: str, x: float, y: float, size: float = 12) -> float:
    """Letters set one by one, but for blanks; where they end."""
    for letter in text:
        if letter != " ":
            canvas.drawString(x, y, letter)
        x += canvas.stringWidth(letter, "Helvetica", size)
    return x


ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def many(canvas: Canvas) -> None:
    """More objects than are looked through one by one."""
    canvas.setFont("Helvetica", 12)
    for place in range(13):
        letters(canvas, ALPHABET, 60, 780 - 20 * place)


def test_letters_go_on_with_a_word_where_they_are_set_alike() -> None:
    ways = (
        ((0, 0, 12, "Helvetica"), ["dekade"]),
        ((1.5, 0, 12, "Helvetica"), ["dekade"]),
        ((4, 0, 12, "Helvetica"), ["de kade"]),
        ((4.5, 0, 12, "Helvetica"), ["de kade"]),
        ((6.5, 0, 12, "Helvetica"), ["de", "kade"]),
        ((-3, 0, 12, "Helvetica"), ["dekade"]),
        ((-6, 0, 12, "Helvetica"), ["de", "kade"]),
        ((1.5, 1, 12, "Helvetica"), ["de", "kade"]),
        ((1.5, -1, 12, "Helvetica"), ["de", "kade"]),
        ((1.5, 0.1, 12, "Helvetica"), ["dekade"]),
        ((1.5, 0, 9, "Helvetica"), ["de", "kade"]),
        ((1.5, 0, 12, "Helvetica-Bold"), ["de", "kade"]),
    )

    def draw(canvas: Canvas) -> None:
        many(canvas)
        for place, ((gap, rise, size, face), _) in enumerate(ways):
            canvas.setFont("Helvetica", 12)
            end = letters(canvas, "de", 60, 400 - 30 * place)
            canvas.setFont(face, size)
            letters(canvas, "kade", end + gap, 400 - 30 * place + rise, size)

    found = [piece for piece in sheet(draw).pieces if piece.base > HEIGHT - 410]
    for place, (way, texts) in enumerate(ways):
        own = [piece for piece in found if abs(HEIGHT - piece.base - 400 + 30 * place) < 2]
        assert [piece.text.strip() for piece in own] == texts, way
        end = 60 + Canvas("").stringWidth("de", "Helvetica", 12) + way[0] + Canvas("").stringWidth("kade", way[3], way[2])
        assert own[-1].right == pytest.approx(end, abs=2)


@pytest.mark.parametrize("scale", [1, 2, 0.5])
def test_letters_that_lean_or_are_scaled_go_on_along_their_row(scale: float) -> None:
    def draw(canvas: Canvas) -> None:
        many(canvas)
        canvas.translate(60, 300)
        canvas.scale(scale, scale)
        canvas.rotate(5)
        letters(canvas, "de kade", 0, 0)

    assert [piece.text for piece in sheet(draw).pieces if piece.base > 500] == ["de kade"]


def test_letters_in_a_form_or_of_a_font_of_pictures_do_not_go_on() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("vorm")
        canvas.setFont("Helvetica", 12)
        letters(canvas, "kade", 0, 0)
        canvas.endForm()
        many(canvas)
        end = letters(canvas, "de", 60, 300)
        canvas.saveState()
        canvas.translate(end, 300)
        canvas.doForm("vorm")
        canvas.restoreState()
        letters(canvas, "is", 60, 200)

    assert [piece.text for piece in sheet(draw).pieces if piece.base > 500] == ["de", "k", "a", "d", "e", "is"]
    assert [piece.text for piece in sheet(many).pieces] == [ALPHABET] * 13


def test_texts_of_many_objects_are_those_that_each_object_sets() -> None:
    texts = [f"Rij {place} van de haven" for place in range(320)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 6)
        for place, text in enumerate(texts):
            canvas.drawString(60 + 120 * (place % 4), 800 - 9 * (place // 4), text)

    found = sheet(draw).pieces
    assert [piece.text.strip() for piece in found] == texts
    assert [(round(piece.left), round(HEIGHT - piece.base)) for piece in found[:5]] == [
        (60, 800),
        (180, 800),
        (300, 800),
        (420, 800),
        (60, 791),
    ]


def test_links_lead_to_a_page_and_a_height() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 700, "Zie de haven")
        canvas.linkAbsolute("", "haven", (100, 695, 180, 712))
        canvas.linkAbsolute("", "kade", (100, 595, 180, 612))
        canvas.linkURL("https://example.eu/", (100, 495, 180, 512))
        canvas.showPage()
        canvas.bookmarkHorizontal("haven", 70, 640)
        canvas.bookmarkPage("kade")
        canvas.drawString(70, 630, "De haven")

    first, second = sheet(draw).links
    assert first.box == pytest.approx((100, HEIGHT - 712, 180, HEIGHT - 695), abs=1.1)
    assert first.page == 2
    assert first.height == pytest.approx(HEIGHT - 640)
    assert (second.page, second.height) == (2, None)
    assert sheet(draw, 2).links == ()


def test_a_page_that_is_cut_and_lies_on_its_side_is_as_wide_as_it_is_high() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((20, 30, 420, 530))
        canvas.rotate(90)
        canvas.drawString(120, -320, "De kade")

    found = sheet(draw)
    assert (found.width, found.height) == (500, 400)
    assert [(piece.text, round(piece.left), round(piece.base)) for piece in found.pieces] == [("De kade", 90, 300)]


@pytest.mark.parametrize("count", [3, 320])
def test_signs_that_take_two_codes_are_read_whole(count: int) -> None:
    cmap = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar <61> <D835DC00> endbfchar endcmap end"
    stream = "\n".join(f"BT /F 6 Tf {60 + 120 * (place % 4)} {800 - 9 * (place // 4)} Td (a haven) Tj ET" for place in range(count))
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    )
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    document = pdfium.PdfDocument(f"%PDF-1.7\n{body}trailer\n<</Size 7/Root 1 0 R>>\n%%EOF\n".encode("latin-1"))
    try:
        found = read_sheet(document, 1, TagReader()).pieces
    finally:
        document.close()
    assert [piece.text.strip() for piece in found] == ["\U0001d400 h\U0001d400ven"] * count
