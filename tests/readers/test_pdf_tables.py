"""Tables of PDFs without lines, captions, and words inside drawings."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from generator.model import Document
from tests.readers.drawing import OTHER_WORDS, WORDS, document, drawn, kinds, rows, wrapped

STALLS = (
    ("Kraam", "Huurder", "Dag"),
    ("Brood", "bakkerij De Halm", "maandag"),
    ("Vis", "familie Bos", "vrijdag"),
    ("Kaas", "boer Vink", "zaterdag"),
)


def cells(found: Document) -> list[list[list[str]]]:
    """The cells of each table."""
    return [[[cell.text for cell in row] for row in block.rows] for block in found.blocks if block.type == "table"]


def stalls(canvas: Canvas, y: float, *, ruled: bool = False) -> float:
    """The table of stalls, perhaps with lines; the height of the next row."""
    for place, row in enumerate(STALLS):
        canvas.setFont("Helvetica-Bold" if not place else "Helvetica", 10)
        for x, text in zip((70, 170, 330), row, strict=True):
            canvas.drawString(x, y, text)
        if ruled:
            for x, wide in ((65, 100), (165, 160), (325, 120)):
                canvas.rect(x, y - 5, wide, 16)
        y -= 16
    canvas.setFont("Helvetica", 11)
    return y


@pytest.mark.parametrize("caption", ["Tabel 2 – Huurders van kramen", "Tabel 2 Huurders van kramen", "Tabel 2.1: Huurders van kramen"])
@pytest.mark.parametrize("side", ["above", "below"])
def test_what_is_called_a_table_beside_one_is_its_caption(caption: str, side: str) -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(WORDS, 80))
        canvas.setFont("Helvetica-Bold", 10)
        if side == "above":
            y = rows(canvas, [caption], y=y - 10, size=10)
        y = stalls(canvas, y - 12, ruled=True)
        canvas.setFont("Helvetica-Bold", 10)
        if side == "below":
            y = rows(canvas, [caption], y=y - 6, size=10)
        canvas.setFont("Helvetica", 11)
        rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 14)

    found = document(drawn(draw))
    assert [kind for kind, _ in kinds(found)] == ["paragraph", "table", "paragraph"]
    assert found.blocks[1].caption is not None
    assert found.blocks[1].caption.text == caption


def test_a_sentence_about_a_table_and_the_caption_of_a_figure_are_no_captions_of_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, ["Tabel 2 geeft een overzicht van de kramen."])
        y = stalls(canvas, y - 12, ruled=True)
        rows(canvas, ["Figuur 1: het plein op maandag"], y=y - 14)

    found = document(drawn(draw))
    assert [kind for kind, _ in kinds(found)] == ["paragraph", "table", "paragraph"]
    assert found.blocks[1].caption is None


def test_a_caption_in_bold_type_is_no_heading() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(WORDS, 80))
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Beheer"], y=y - 14)
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 4)
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Figuur 1: het plein op maandag"], y=y - 14)
        canvas.setFont("Helvetica", 11)
        rows(canvas, wrapped(WORDS, 80), y=y - 14)

    assert [text for kind, text in kinds(document(drawn(draw))) if kind == "heading"] == ["Beheer"]


def test_words_in_three_columns_without_lines_are_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(WORDS, 80))
        y = stalls(canvas, y - 12)
        rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 14)

    found = document(drawn(draw))
    assert [kind for kind, _ in kinds(found)] == ["paragraph", "table", "paragraph"]
    assert cells(found) == [[list(row) for row in STALLS]]
    assert found.blocks[1].header_rows == 1


def test_a_cell_without_lines_goes_on_below_its_first_row() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(WORDS, 80))
        y -= 12
        for stall, holder, more, day in (
            ("Brood", "bakkerij De Halm uit", "de straat achter", "maandag"),
            ("Vis", "familie Bos van", "de haven", "vrijdag"),
            ("Kaas", "boer Vink van", "de dijk", "zaterdag"),
        ):
            canvas.drawString(70, y, stall)
            canvas.drawString(170, y, holder)
            canvas.drawString(330, y, day)
            canvas.drawString(170, y - 13, more)
            y -= 32
        rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 14)

    assert cells(document(drawn(draw))) == [
        [
            ["Brood", "bakkerij De Halm uit de straat achter", "maandag"],
            ["Vis", "familie Bos van de haven", "vrijdag"],
            ["Kaas", "boer Vink van de dijk", "zaterdag"],
        ]
    ]


def test_labels_with_what_they_say_are_no_table_unless_a_bold_head_is_above_them() -> None:
    pairs = (("Aan", "de raad"), ("Betreft", "het plein"), ("Steller", "de marktmeester"))

    def labels(canvas: Canvas, y: float) -> None:
        for label, text in pairs:
            canvas.drawString(70, y, label)
            canvas.drawString(200, y, text)
            y -= 14

    def bare(canvas: Canvas) -> None:
        labels(canvas, 700)

    def headed(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(70, 714, "Kopje")
        canvas.drawString(200, 714, "Inhoud")
        canvas.setFont("Helvetica", 12)
        labels(canvas, 700)

    assert cells(document(drawn(bare))) == []
    assert cells(document(drawn(headed))) == [[["Kopje", "Inhoud"], *(list(pair) for pair in pairs)]]


def test_rows_of_a_letter_that_white_happens_to_part_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for place, (left, middle, right) in enumerate((("Ons", "kenmerk", "datum"), ("en", "uw", "brief"), ("van", "de", "maand"))):
            canvas.drawString(70 + 9 * place, 700 - 14 * place, left)
            canvas.drawString(200 - 11 * place, 700 - 14 * place, middle)
            canvas.drawString(330 + 13 * place, 700 - 14 * place, right)

    assert cells(document(drawn(draw))) == []


def chart(canvas: Canvas, x: float, y: float) -> None:
    """A chart of bars with names below them, figures at the axis and what it shows above."""
    for place, high in enumerate((60, 95, 40, 120)):
        canvas.rect(x + 40 + 60 * place, y, 40, high, fill=1)
        canvas.drawString(x + 42 + 60 * place, y - 12, ("Brood", "Vis", "Kaas", "Bloemen")[place])
    canvas.line(x + 30, y, x + 290, y)
    canvas.line(x + 30, y, x + 30, y + 130)
    for place in range(4):
        canvas.drawString(x + 10, y + 40 * place, str(40 * place))


def test_words_in_a_drawing_do_not_break_the_text_around_it() -> None:
    long = f"{WORDS} {OTHER_WORDS} {WORDS}"

    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(long, 80))
        chart(canvas, 90, y - 160)
        y = rows(canvas, ["Figuur 1: het plein op maandag"], y=y - 200)
        rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 14)

    found = document(drawn(draw))
    assert list(kinds(found)) == [("paragraph", long), ("paragraph", "Figuur 1: het plein op maandag"), ("paragraph", OTHER_WORDS)]
    assert {"Brood", "Bloemen", "120"} <= {word for piece in found.furniture for word in piece.text.split()}


def test_a_paragraph_over_the_end_of_a_page_goes_on_below_a_drawing() -> None:
    first, second = wrapped(f"{WORDS} {OTHER_WORDS}", 80)[:3], wrapped(f"{WORDS} {OTHER_WORDS}", 80)[3:]

    def draw(canvas: Canvas) -> None:
        rows(canvas, first, y=110)
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        chart(canvas, 90, 640)
        rows(canvas, second, y=590)

    assert list(kinds(document(drawn(draw)))) == [("paragraph", f"{WORDS} {OTHER_WORDS}")]


def test_fields_of_a_form_stripes_behind_rows_and_a_frame_around_text_are_no_drawings() -> None:
    labels = ("Naam van de huurder", "Soort kraam", "Dag van de markt", "Handtekening")

    def draw(canvas: Canvas) -> None:
        for place, label in enumerate(labels):
            canvas.setFillGray(0.9)
            canvas.rect(65, 746 - 30 * place, 400, 14, fill=1, stroke=0)
            canvas.setFillGray(0)
            canvas.drawString(70, 750 - 30 * place, label)
            canvas.rect(220, 742 - 30 * place, 200, 20)
        canvas.rect(60, 400, 420, 120)
        rows(canvas, wrapped(OTHER_WORDS, 70), y=500)

    found = document(drawn(draw))
    assert [piece.text for piece in found.furniture] == []
