"""Links inside PDFs as evidence: marks of notes, and lines of contents that lead to headings."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from tests.readers.drawing import OTHER_WORDS, WORDS, document, drawn, kinds, rows, wrapped


def linked(canvas: Canvas, text: str, x: float, y: float, target: str) -> float:
    """A text that leads to a place; where it ends."""
    canvas.drawString(x, y, text)
    end: float = x + canvas.stringWidth(text, "Helvetica", 11)
    canvas.linkAbsolute(text, target, (x, y - 2, end, y + 9))
    return end


def test_a_digit_set_as_the_text_is_the_mark_of_the_note_that_it_leads_to() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 750, "Het terrein wordt elke maand geveegd")
        at = 70 + canvas.stringWidth("Het terrein wordt elke maand geveegd", "Helvetica", 11)
        end = linked(canvas, "1", at, 750, "noot1")
        canvas.drawString(end, 750, ", behalve in de winter.")
        canvas.bookmarkHorizontal("noot1", 80, 90)
        rows(canvas, ["1  Besluit van 3 maart over het vegen van pleinen."], y=80, size=9)

    found = document(drawn(draw))
    assert [block.text for block in found.blocks] == ["Het terrein wordt elke maand geveegd, behalve in de winter."]
    assert [(note.number, note.text) for note in found.notes] == [(1, "Besluit van 3 maart over het vegen van pleinen.")]
    assert [(marker.number, marker.offset) for marker in found.blocks[0].notes] == [(1, 36)]


def test_a_number_that_leads_to_a_row_is_no_mark_where_it_follows_no_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 750, "Onderhoud van de kramen")
        linked(canvas, "2", 400, 750, "blad2")
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        canvas.bookmarkHorizontal("blad2", 70, 770)
        rows(canvas, ["2 kramen staan leeg.", *wrapped(OTHER_WORDS, 80)])

    assert document(drawn(draw)).notes == ()


def test_titles_that_lines_of_contents_lead_to_are_headings_however_they_are_set() -> None:
    titles = ("Wie het plein veegt.", "wanneer er geveegd wordt", "Wie dat betaalt")

    def draw(canvas: Canvas) -> None:
        y = 750.0
        for place, title in enumerate(titles, 2):
            linked(canvas, f"{title} {'.' * 20} {place}", 70, y, title)
            y -= 20
        for place, title in enumerate(titles):
            canvas.showPage()
            canvas.setFont("Helvetica", 11)
            canvas.bookmarkHorizontal(title, 70, 790)
            y = rows(canvas, wrapped(WORDS, 80), y=750 - 30 * place)
            y = rows(canvas, [title], y=y - 6)
            rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 6)

    assert [text for kind, text in kinds(document(drawn(draw))) if kind == "heading"] == list(titles)
