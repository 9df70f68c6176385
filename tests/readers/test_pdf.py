"""PDFs with a text layer: small ones drawn for one question each, and those that cannot be read."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.model import OnPages, PageBox, Seed, UnreadableError
from generator.readers import opened
from generator.readers.printed.pdf import open as pdf_open
from tests.readers.drawing import OTHER_WORDS, WORDS, document, drawn, kinds, rows, wrapped


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


def ruled(canvas: Canvas, xs: list[float], ys: list[float]) -> None:
    """The lines of a table."""
    canvas.setLineWidth(0.5)
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def test_lines_around_cells_make_a_table_whose_head_is_bold() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        ruled(canvas, [70, 200, 400, 500], [640, 620, 580, 560])
        canvas.setFont("Helvetica-Bold", 9)
        for x, text in ((74, "Plein"), (204, "Afspraak"), (404, "Kosten")):
            canvas.drawString(x, 626, text)
        canvas.setFont("Helvetica", 9)
        for x, y, text in (
            (74, 606, "Markt"),
            (204, 606, "Schoongemaakt na elke markt-"),
            (204, 594, "dag, ook in de winter"),
            (404, 606, "1.200"),
            (74, 566, "Haven"),
            (404, 566, "800"),
        ):
            canvas.drawString(x, y, text)

    found = document(drawn(draw))
    table = next(block for block in found.blocks if block.type == "table")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Plein", "Afspraak", "Kosten"],
        ["Markt", "Schoongemaakt na elke marktdag, ook in de winter", "1.200"],
        ["Haven", "", "800"],
    ]
    assert table.header_rows == 1


def test_a_table_goes_on_over_the_page_and_its_head_is_not_said_twice() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        for top, name, sum_ in ((140, "Markt", "1.200"), (760, "Haven", "800")):
            ruled(canvas, [70, 200, 400], [top, top - 20, top - 40])
            canvas.setFont("Helvetica-Bold", 9)
            canvas.drawString(74, top - 14, "Plein")
            canvas.drawString(204, top - 14, "Kosten")
            canvas.setFont("Helvetica", 9)
            canvas.drawString(74, top - 34, name)
            canvas.drawString(204, top - 34, sum_)
            if top == 140:
                canvas.showPage()
        rows(canvas, wrapped(OTHER_WORDS, 80), y=600)

    found = document(drawn(draw))
    assert [[[cell.text for cell in row] for row in block.rows] for block in found.blocks if block.type == "table"] == [
        [["Plein", "Kosten"], ["Markt", "1.200"], ["Haven", "800"]],
    ]
    assert [block.text for block in found.blocks if block.type == "paragraph"] == [WORDS, OTHER_WORDS]
    assert [piece.text for piece in found.furniture] == ["Plein", "Kosten"]


def test_figures_in_columns_are_a_table_without_lines() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        for place, (name, first, second) in enumerate((("Noord", "12,5", "13,0"), ("Zuid", "8,1", "9,4"), ("West", "22,0", "21,7"))):
            for x, text in ((70, name), (250, first), (350, second)):
                canvas.drawString(x, 600 - 14 * place, text)
        rows(canvas, wrapped(OTHER_WORDS, 80), y=500)

    found = document(drawn(draw))
    table = next(block for block in found.blocks if block.type == "table")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Noord", "12,5", "13,0"],
        ["Zuid", "8,1", "9,4"],
        ["West", "22,0", "21,7"],
    ]


def test_what_stands_in_a_box_is_read_by_itself() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        canvas.rect(60, 590, 420, 70)
        rows(canvas, wrapped(OTHER_WORDS, 75), x=70, y=640)
        rows(canvas, wrapped(WORDS, 80), y=560)

    assert [block.text for block in document(drawn(draw)).blocks] == [WORDS, OTHER_WORDS, WORDS]


def test_numbers_that_count_the_rows_of_a_page_are_set_aside() -> None:
    lines = [*wrapped(WORDS, 50), *wrapped(OTHER_WORDS, 50)]

    def draw(canvas: Canvas) -> None:
        rows(canvas, lines, x=100)
        canvas.setFontSize(8)
        for place in range(len(lines)):
            canvas.drawRightString(80, 750 - 1.2 * 11 * place, str(place + 1))

    found = document(drawn(draw))
    assert [block.text for block in found.blocks] == [WORDS, OTHER_WORDS]
    assert [piece.text for piece in found.furniture] == [str(place + 1) for place in range(len(lines))]


def noted(canvas: Canvas, x: float, y: float, text: str, label: str) -> None:
    """A row that ends in a raised label."""
    canvas.setFontSize(11)
    canvas.drawString(x, y, text)
    end = x + canvas.stringWidth(text, "Helvetica", 11)
    canvas.setFontSize(7)
    canvas.drawString(end, y + 4, label)


def test_notes_numbered_anew_on_each_page_each_get_a_number_of_their_own() -> None:
    def draw(canvas: Canvas) -> None:
        for page in ("eerste", "tweede"):
            noted(canvas, 70, 750, f"Op de {page} bladzijde staat dit.", "1")
            rows(canvas, [f"1  Noot van de {page} bladzijde."], y=80, size=9)
            canvas.showPage()

    found = document(drawn(draw))
    assert [(note.number, note.label, note.text) for note in found.notes] == [
        (1, "1", "Noot van de eerste bladzijde."),
        (2, "1", "Noot van de tweede bladzijde."),
    ]
    assert [marker.number for block in found.blocks for marker in block.notes] == [1, 2]


def test_a_note_with_a_star_and_one_that_runs_on_over_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        noted(canvas, 70, 750, "De kraam staat er al lang.", "*")
        rows(canvas, ["* Sinds het jaar waarin de haven werd gedempt en de", "schippers naar de overkant"], y=90, size=9)
        canvas.showPage()
        rows(canvas, wrapped(WORDS, 80))
        rows(canvas, ["van de vaart verhuisden."], y=80, size=9)

    found = document(drawn(draw))
    assert [note.text for note in found.notes] == [
        "Sinds het jaar waarin de haven werd gedempt en de schippers naar de overkant van de vaart verhuisden.",
    ]
    assert found.notes[0].label == "*"
    assert [block.text for block in found.blocks] == ["De kraam staat er al lang.", WORDS]


def test_notes_at_the_end_in_brackets_are_found_by_the_numbers_in_the_text() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, ["De eerste weg [1] en de tweede weg [2] lopen naar zee."])
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Noten"], y=y - 20)
        canvas.setFont("Helvetica", 11)
        rows(canvas, ["[1] Kaart van het noorden.", "[2] Kaart van het zuiden."], y=y - 8)

    found = document(drawn(draw))
    assert [(note.number, note.text) for note in found.notes] == [(1, "Kaart van het noorden."), (2, "Kaart van het zuiden.")]
    assert found.blocks[0].text == "De eerste weg en de tweede weg lopen naar zee."


def test_items_hang_below_their_marks_and_nest() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, ["Meegebracht worden:"])
        for x, mark, text in ((70, "a)", "een lamp;"), (70, "b)", "een touw van hennep of van"), (90, "", "een andere vezel, en wel:")):
            canvas.drawString(x, y, mark)
            canvas.drawString(90, y, text)
            y -= 13.2
        for text in ("voor de boot;", "voor de mast."):
            canvas.drawString(90, y, "–")
            canvas.drawString(104, y, text)
            y -= 13.2

    found = document(drawn(draw))
    assert [(block.list.marker, block.list.depth, block.text) for block in found.blocks if block.list] == [
        ("a)", 1, "een lamp;"),
        ("b)", 1, "een touw van hennep of van een andere vezel, en wel:"),
        ("–", 2, "voor de boot;"),
        ("–", 2, "voor de mast."),
    ]


def test_text_printed_twice_to_look_bold_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, ["Toegang tot de kade"])
        rows(canvas, ["Toegang tot de kade"], x=70.3)
        rows(canvas, wrapped(WORDS, 80), y=720)

    assert [block.text for block in document(drawn(draw)).blocks] == ["Toegang tot de kade", WORDS]


def test_titles_that_the_outline_names_are_headings_however_they_are_set() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage("een")
        canvas.addOutlineEntry("Wie de sluis bedient", "een", 0)
        y = rows(canvas, ["2. Wie de sluis bedient"])
        rows(canvas, wrapped(WORDS, 80), y=y - 8)

    assert list(kinds(document(drawn(draw)))) == [("heading", "Wie de sluis bedient"), ("paragraph", WORDS)]


def test_letters_drawn_one_by_one_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        for place, line in enumerate([*wrapped(WORDS, 60), *wrapped(OTHER_WORDS, 60)]):
            x = 70.0
            for letter in line:
                if letter != " ":
                    canvas.drawString(x, 750 - 14 * place, letter)
                x += canvas.stringWidth(letter, "Helvetica", 12)

    assert "".join(block.text for block in document(drawn(draw)).blocks) == WORDS + OTHER_WORDS


def letter_by_letter(canvas: Canvas, text: str, place: tuple[float, float], size: float, face: str = "Helvetica") -> float:
    """A row of which each letter is drawn by itself, and blanks are only white; where it ends."""
    canvas.setFont(face, size)
    x, y = place
    for letter in text:
        if letter != " ":
            canvas.drawString(x, y, letter)
        x += canvas.stringWidth(letter, face, size)
    return x


def test_rows_of_single_letters_are_one_run_each_as_far_as_they_are_set_alike() -> None:
    long = wrapped(f"{WORDS} {OTHER_WORDS}", 80)

    def draw(canvas: Canvas) -> None:
        for place, row in enumerate(long):
            end = letter_by_letter(canvas, row, (70, 750 - 14 * place), 11)
        letter_by_letter(canvas, "1", (end, 750 - 14 * (len(long) - 1) + 4), 7)
        letter_by_letter(canvas, "1 Besluit over de markt.", (70, 60), 8)

    seed = drawn(draw)
    found = document(seed)
    assert list(kinds(found)) == [("paragraph", f"{WORDS} {OTHER_WORDS}")]
    assert [note.text for note in found.notes] == ["Besluit over de markt."]
    assert len(opened(seed).runs) == len(long) + 2 + 1  # the last row has a raised number; the note's number is a run of its own


def test_single_letters_of_another_face_are_a_run_of_their_own() -> None:
    def draw(canvas: Canvas) -> None:
        for place, row in enumerate(wrapped(f"{WORDS} {OTHER_WORDS}", 80)):
            letter_by_letter(canvas, row, (70, 750 - 14 * place), 11)
        end = letter_by_letter(canvas, "De kade is ", (70, 600), 11)
        end = letter_by_letter(canvas, "altijd", (end, 600), 11, "Helvetica-Bold")
        letter_by_letter(canvas, " open.", (end, 600), 11)

    seed = drawn(draw)
    assert document(seed).blocks[-1].text == "De kade is altijd open."
    text = opened(seed).text
    assert [text[run.start : run.end].strip() for run in opened(seed).runs if run.bold] == ["altijd"]


def test_letters_a_little_off_the_line_stay_in_their_row() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, [*wrapped(WORDS, 80), "De lucht bevat CO"])
        end = 70 + canvas.stringWidth("De lucht bevat CO", "Helvetica", 11)
        height = 750 - 13.2 * len(wrapped(WORDS, 80))
        canvas.setFontSize(8)
        canvas.drawString(end, height - 3, "2")
        canvas.setFontSize(11)
        canvas.drawString(end + 4.6, height, " en waterdamp.")

    assert document(drawn(draw)).blocks[-1].text == "De lucht bevat CO2 en waterdamp."


def test_a_title_in_the_type_of_the_text_is_told_by_the_white_around_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Beheer"])
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, wrapped(WORDS, 80), y=y - 6)
        y = rows(canvas, ["Onderhoud van de kramen"], y=y - 16)
        y = rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 2)
        rows(canvas, wrapped(WORDS, 80), y=y - 6)

    assert [block.text for block in document(drawn(draw)).blocks if block.type == "heading"] == ["Beheer", "Onderhoud van de kramen"]


def test_a_page_on_its_side_is_read_as_it_lies() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        rows(canvas, wrapped(WORDS, 80), x=70, y=-100)

    assert list(kinds(document(drawn(draw)))) == [("paragraph", WORDS)]


def test_a_scanned_page_among_others_is_reported() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        canvas.showPage()
        _scan(canvas)

    found = document(drawn(draw))
    assert [(defect.kind, defect.place) for defect in found.defects] == [
        ("page-without-text", OnPages((PageBox(2, (0.0, 0.0, 595.3, 841.9)),))),
    ]


def _scan(canvas: Canvas) -> None:
    image = ImageReader(io.BytesIO(b"P6 2 2 255\n" + bytes(12)))
    canvas.drawImage(image, 0, 0, 595, 842)


def _second_page_gone() -> Seed:
    """A PDF of two pages of which the second is no page any more."""

    def draw(canvas: Canvas) -> None:
        for _ in range(2):
            canvas.drawString(70, 700, WORDS)
            canvas.showPage()

    before, _, after = drawn(draw).raw.rpartition(b"/Type /Page\n")
    return Seed("seeds/x.pdf", before + b"/Type /Gone\n" + after)


WRONG = (
    pytest.param(_second_page_gone(), "is beschadigd en kan niet gelezen worden (bladzijde 2)", "haal het bestand opnieuw op", id="a page"),
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


def test_a_pdf_of_more_pages_than_anyone_reads_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_open, "_MOST_PAGES", 2)

    def draw(canvas: Canvas) -> None:
        for _ in range(3):
            rows(canvas, wrapped(WORDS, 80))
            canvas.showPage()

    with pytest.raises(UnreadableError) as raised:
        opened(drawn(draw))
    assert "heeft 3 bladzijden" in raised.value.problem.message
    assert "splits" in raised.value.problem.remedy
