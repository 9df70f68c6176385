"""Draws small PDFs, each for one question, and reads them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from generator.model import Document, Seed
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
