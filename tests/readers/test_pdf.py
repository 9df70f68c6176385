"""PDFs with a text layer: small ones drawn for one question each, and those that cannot be read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.model import Document, Seed, UnreadableError
from generator.readers import ledger, opened, read

WORDS = (
    "De gemeente wijst een terrein aan waar bewoners hun fietsen mogen stallen en waar de brandweer "
    "altijd bij kan komen, ook wanneer de markt wordt opgebouwd en de kramen langs de gevels staan."
)
OTHER_WORDS = (
    "Wie een kraam huurt, ruimt na afloop het papier op dat de wind over het plein heeft verspreid, "
    "en zet de hekken terug tegen de muur van het stadhuis waar de wagen ze op maandag ophaalt."
)


def drawn(draw: Callable[[Canvas], None], **options: object) -> Seed:
    """A PDF that `draw` has drawn."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return Seed("seeds/x.pdf", out.getvalue())


def rows(canvas: Canvas, texts: list[str], *, x: float = 70, y: float = 750, size: float = 11) -> float:
    """Rows one below the other; the height of the next."""
    canvas.setFontSize(size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= 1.2 * size
    return y


def wrapped(text: str, letters: int) -> list[str]:
    """A text in rows of at most so many letters."""
    found = [""]
    for word in text.split():
        if len(found[-1]) + len(word) > letters:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def document(seed: Seed) -> Document:
    """The document in a PDF, of which nothing was lost or invented."""
    found = read(opened(seed))
    assert ledger.check(found) == ()
    return found


def kinds(found: Document) -> Iterator[tuple[str, str]]:
    """Type and text of each block."""
    return ((block.type, block.text) for block in found.blocks)


def test_bold_rows_are_headings_and_space_parts_paragraphs() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Stallen op het plein"])
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, wrapped(WORDS, 80), y=y - 8)
        rows(canvas, wrapped(WORDS, 80), y=y - 8)

    assert list(kinds(document(drawn(draw)))) == [("heading", "Stallen op het plein"), ("paragraph", WORDS), ("paragraph", WORDS)]


def test_a_smaller_row_at_the_foot_with_the_raised_number_of_the_text_is_a_note() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 750, "Het terrein wordt elke maand geveegd")
        at = 70 + canvas.stringWidth("Het terrein wordt elke maand geveegd", "Helvetica", 11)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(at, 754, "1")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(at + 4, 750, ", behalve in de winter.")
        rows(canvas, ["1  Besluit van 3 maart over het vegen van pleinen."], y=80, size=9)

    found = document(drawn(draw))
    assert [block.text for block in found.blocks] == ["Het terrein wordt elke maand geveegd, behalve in de winter."]
    assert [(note.number, note.text) for note in found.notes] == [(1, "Besluit van 3 maart over het vegen van pleinen.")]
    assert [(marker.number, marker.offset) for marker in found.blocks[0].notes] == [(1, 36)]


def test_a_paragraph_goes_on_over_the_page_and_feet_that_return_are_set_aside() -> None:
    texts = (WORDS, OTHER_WORDS, " ".join(sorted(WORDS.split())))

    def draw(canvas: Canvas) -> None:
        top: list[str] = []
        for page, text in enumerate(texts, 1):
            rows(canvas, top, y=750)
            own = wrapped(f"Op blad {page}. {text}", 60)
            rows(canvas, own[:2], y=130)
            rows(canvas, [f"Gemeenteblad   {page}"], y=40, size=8)
            top = own[2:]
            canvas.showPage()
        rows(canvas, top, y=750)

    found = document(drawn(draw))
    assert [block.text for block in found.blocks] == [f"Op blad {page}. {text}" for page, text in enumerate(texts, 1)]
    assert {piece.text for piece in found.furniture} == {"Gemeenteblad 1", "Gemeenteblad 2", "Gemeenteblad 3"}


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    left = wrapped(f"Links. {WORDS} {WORDS}", 42)
    right = wrapped(f"Rechts. {WORDS} {WORDS}", 42)

    def draw(canvas: Canvas) -> None:
        rows(canvas, left, size=10)
        rows(canvas, right, x=310, size=10)

    assert [block.text for block in document(drawn(draw)).blocks] == [f"Links. {WORDS} {WORDS}", f"Rechts. {WORDS} {WORDS}"]


def test_text_that_nobody_sees_is_set_aside_and_reported() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        rows(canvas, ["Naast het blad"], x=700)
        canvas.setFillColorRGB(1, 1, 1)
        rows(canvas, ["Wit op wit"], y=300)

    found = document(drawn(draw))
    assert list(kinds(found)) == [("paragraph", WORDS)]
    assert [(defect.kind, defect.text) for defect in found.defects] == [("hidden-text", "Naast het blad Wit op wit")]


def test_turned_text_is_set_aside() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        canvas.rotate(55)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(300, 100, "ONTWERP")

    found = document(drawn(draw))
    assert list(kinds(found)) == [("paragraph", WORDS)]
    assert [piece.text for piece in found.furniture] == ["ONTWERP"]


def _scan(canvas: Canvas) -> None:
    image = ImageReader(io.BytesIO(b"P6 2 2 255\n" + bytes(12)))
    canvas.drawImage(image, 0, 0, 595, 842)


WRONG = (
    pytest.param(drawn(_scan), "is een scan", "OCRmyPDF", id="scan"),
    pytest.param(drawn(lambda canvas: canvas.showPage()), "staat geen tekst", "OCR", id="blank"),
    pytest.param(
        drawn(lambda canvas: canvas.drawString(70, 700, WORDS), encrypt=StandardEncryption("geheim")),
        "met een wachtwoord versleuteld",
        "zonder wachtwoord",
        id="encrypted",
    ),
    pytest.param(Seed("seeds/x.pdf", b"%PDF-1.7\n1 0 obj << >>"), "is beschadigd", "haal het bestand opnieuw op", id="damaged"),
    pytest.param(Seed("seeds/x.pdf", b"<html>Aanmelden</html>"), "de inhoud is geen PDF", "extensie", id="wrong extension"),
)


@pytest.mark.parametrize(("seed", "said", "remedy"), WRONG)
def test_a_pdf_that_cannot_be_read_says_why_and_what_to_do(seed: Seed, said: str, remedy: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        opened(seed)
    assert said in raised.value.problem.message
    assert remedy in raised.value.problem.remedy


def test_a_pdf_is_known_by_its_bytes_whatever_it_is_called() -> None:
    seed = drawn(lambda canvas: canvas.drawString(70, 700, WORDS))
    assert opened(Seed("seeds/x.txt", seed.raw)).format == "pdf"
