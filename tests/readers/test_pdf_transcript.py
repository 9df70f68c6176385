"""The transcript of a PDF: what stands where, in which runs, and what the elements of rows say of them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from generator.model import Seed, Transcript, UnreadableError
from generator.readers import opened
from generator.readers.printed.pdf.open import recognises
from tests.readers.drawing import OTHER_WORDS, WORDS, drawn, rows, wrapped

HEIGHT = A4[1]
TEXTS = (WORDS, OTHER_WORDS, " ".join(sorted(WORDS.split())))


def elements(transcript: Transcript) -> list[tuple[str, str]]:
    """The text of each run with its element."""
    return [(transcript.text[run.start : run.end], run.element or "") for run in transcript.runs]


def opened_of(draw: Callable[[Canvas], None]) -> Transcript:
    """The transcript of what `draw` has drawn in type of eleven points."""

    def in_type(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        draw(canvas)

    return opened(drawn(in_type))


def grid(canvas: Canvas, xs: tuple[float, ...], ys: tuple[float, ...]) -> None:
    """The lines of a table."""
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)


def test_a_run_has_the_place_and_type_of_its_letters() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 750, "Het terrein")
        canvas.setFont("Helvetica-BoldOblique", 12.345)
        canvas.drawString(140, 750, "is open")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(190, 755, "1")
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 700, "en blijft dat")

    found = opened_of(draw)
    assert found.text == "Het terrein is open 1\n\fen blijft dat\n"
    assert [(run.page, run.size, run.bold, run.italic, run.raised) for run in found.runs] == [
        (1, 11.0, False, False, False),
        (1, 12.35, True, True, False),
        (1, 7.0, False, False, True),
        (2, 11.0, False, False, False),
    ]
    assert elements(found) == [(text, "column[1]") for text in ("Het terrein", "is open", "1", "en blijft dat")]
    base = HEIGHT - 750
    width = Canvas("").stringWidth("Het terrein", "Helvetica", 11)
    left, top, right, bottom = found.runs[0].box or (0, 0, 0, 0)
    assert [left, top, bottom] == pytest.approx([70, base - 0.75 * 11, base + 0.22 * 11], abs=0.06)
    assert right == pytest.approx(70 + width, abs=1)
    assert all(round(edge, 1) == edge for run in found.runs for edge in run.box or ())


@pytest.mark.parametrize(
    ("second", "runs"),
    [
        ((134.0, 11.0, "Helvetica"), ["De kade isopen"]),
        ((138.0, 11.0, "Helvetica"), ["De kade is open"]),
        ((141.5, 11.0, "Helvetica"), ["De kade is", "open"]),
        ((138.0, 11.3, "Helvetica"), ["De kade is", "open"]),
        ((138.0, 11.0, "Helvetica-Oblique"), ["De kade is", "open"]),
        ((138.0, 11.0, "Helvetica-Bold"), ["De kade is", "open"]),
        ((138.0, 11.0, "Times-Roman"), ["De kade is open"]),
    ],
)
def test_pieces_set_alike_and_close_together_are_one_run(second: tuple[float, float, str], runs: list[str]) -> None:
    x, size, face = second

    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 750, "De ")
        canvas.drawString(88, 750, "kade is")
        at = 88 + canvas.stringWidth("kade is", "Helvetica", 11)
        canvas.setFont(face, size)
        canvas.drawString(x - 133.5 + at, 750, "open")

    found = opened_of(draw)
    assert [text for text, _ in elements(found)] == runs
    assert found.runs[0].box is not None
    assert found.runs[0].box[0] == 70
    if len(runs) == 1:
        assert found.runs[0].box[2] > 140


def test_a_number_that_a_row_opens_with_is_a_run_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        for x, y, text in (
            (70, 750, "1"),
            (78, 750, "Zie a."),
            (70, 736, "a"),
            (78, 736, "Zie b."),
            (70, 722, "Zie"),
            (88, 722, "1"),
            (96, 722, "en"),
        ):
            canvas.drawString(x, y, text)

    assert [text for text, _ in elements(opened_of(draw))] == ["1", "Zie a.", "a Zie b.", "Zie 1 en"]


def test_cells_and_boxes_are_counted_on_each_page() -> None:
    def draw(canvas: Canvas) -> None:
        for first, last in (("Eerst dit.", "Dan dit."), ("Daarna", "Ten slotte")):
            canvas.setFont("Helvetica", 11)
            canvas.translate(0, -9 * len(first))
            canvas.drawString(70, 780, first)
            canvas.rect(60, 690, 420, 60)
            canvas.drawString(70, 720, "In een vak.")
            grid(canvas, (60, 200, 340), (640, 620, 600))
            canvas.line(340, 640, 480, 640)
            canvas.line(480, 640, 480, 600)
            canvas.line(340, 600, 480, 600)
            for x, y, text in ((64, 626, "Plein"), (204, 626, "Kosten"), (64, 606, "Markt"), (204, 606, "1.200"), (344, 620, "beide")):
                canvas.drawString(x, y, text)
            canvas.drawString(70, 500, last)
            canvas.showPage()

    objects = [
        ("In een vak.", "box[1]/column[1]"),
        ("Plein", "table[2]/row[1]/cell[1]"),
        ("Kosten", "table[2]/row[1]/cell[2]"),
        ("beide", "table[2]/row[1-2]/cell[3]"),
        ("Markt", "table[2]/row[2]/cell[1]"),
        ("1.200", "table[2]/row[2]/cell[2]"),
    ]
    column = "column[1]"
    assert elements(opened_of(draw)) == [
        ("Eerst dit.", column), *objects, ("Dan dit.", column), ("Daarna", column), *objects, ("Ten slotte", column),
    ]  # fmt: skip


def test_a_cell_that_reaches_over_columns_says_so() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (640, 620, 600):
            canvas.line(60, y, 340, y)
        for x in (60, 340):
            canvas.line(x, 640, x, 600)
        canvas.line(200, 620, 200, 600)
        for x, y, text in ((64, 626, "Plein"), (64, 606, "Markt"), (204, 606, "1.200")):
            canvas.drawString(x, y, text)

    assert [element for _, element in elements(opened_of(draw))] == [
        "table[1]/row[1]/cell[1-2]",
        "table[1]/row[2]/cell[1]",
        "table[1]/row[2]/cell[2]",
    ]


def test_columns_are_counted_and_so_are_those_in_a_box() -> None:
    left, right = wrapped(f"Links. {WORDS}", 42), wrapped(f"Rechts. {WORDS}", 42)

    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 600, 480, 180)
        rows(canvas, left, size=10)
        rows(canvas, right, x=310, size=10)
        rows(canvas, [WORDS[:90]], size=10, y=550)
        rows(canvas, left, size=10, y=500)
        rows(canvas, right, x=310, size=10, y=500)

    found = elements(opened_of(draw))
    assert list(dict.fromkeys(element for _, element in found)) == [
        "box[1]/column[1]",
        "box[1]/column[2]",
        "column[1]",
        "column[2]",
        "column[3]",
    ]


def test_what_is_no_text_of_the_document_comes_last_on_its_page() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(3):
            canvas.setFont("Helvetica", 11)
            canvas.drawString(70, 800, "Gemeenteblad")
            rows(canvas, wrapped(TEXTS[page], 80), y=750)
            canvas.drawString(70, 40, f"{page + 1}")
            canvas.drawString(700, 500, "Ernaast")
            canvas.saveState()
            canvas.rotate(55)
            canvas.drawString(400, 100, "ONTWERP")
            canvas.restoreState()
            canvas.showPage()

    found = elements(opened_of(draw))
    assert list(dict.fromkeys(found[: len(found) // 3])) == [
        ("Gemeenteblad", "head"),
        *((row, "column[1]") for row in wrapped(WORDS, 80)),
        ("1", "foot"),
        ("ONTWERP", "turned"),
        ("Ernaast", "hidden"),
    ]


def test_numbers_of_rows_and_labels_of_drawings_are_set_aside() -> None:
    lines = wrapped(f"{WORDS} {OTHER_WORDS}", 60)

    def draw(canvas: Canvas) -> None:
        for place, line in enumerate(lines):
            canvas.drawString(40, 750 - 14 * place, str(place + 1))
            canvas.drawString(70, 750 - 14 * place, line)
        for place, high in enumerate((60, 95, 40, 120)):
            canvas.rect(100 + 50 * place, 300, 40, high, fill=1)
            canvas.drawString(102 + 50 * place, 290, ("Brood", "Vis", "Kaas", "Thee")[place])

    found = elements(opened_of(draw))
    assert found[: len(lines)] == [(line, "column[1]") for line in lines]
    assert found[len(lines) :] == [
        *((str(place + 1), "row-number") for place in range(len(lines))),
        *((label, "label") for label in ("Brood", "Vis", "Kaas", "Thee")),
    ]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ((70, 200, 640), True),
        ((65, 200, 640), True),
        ((64, 200, 640), False),
        ((70, 200, 690), True),
        ((70, 200, 618), True),
        ((70, 418, 640), True),
        ((70, 430, 640), False),
        ((70, 200, 697), False),
        ((70, 200, 610), False),
        ((70, 200, 760), False),
        ((70, 200, 590), False),
    ],
)
def test_what_lies_below_the_last_line_in_a_column_is_known(line: tuple[float, float, float], below: bool) -> None:  # noqa: FBT001 - a column of the table
    left, right, y = line
    long = "De kade is op maandag en op dinsdag de hele dag open voor schepen"

    def draw(canvas: Canvas) -> None:
        for base, text in ((720, long), (700, "en voor wagens."), (606, "Zie het besluit over de kade."), (594, "en dat over de haven.")):
            canvas.drawString(70, base, text)
        canvas.line(left, y, right, y)

    marked = ["column[1]"] * 2 + ["column[1]/below" if below else "column[1]"] * 2
    assert 414 < 70 + Canvas("").stringWidth(long, "Helvetica", 11) < 416
    assert [element for _, element in elements(opened_of(draw))] == marked


def test_the_lowest_line_in_a_column_tells_and_lines_of_tables_do_not() -> None:
    def draw(canvas: Canvas) -> None:
        for base, text in ((720, "De kade is open."), (660, "De haven ook."), (600, "Zie het besluit.")):
            canvas.drawString(70, base, text)
        canvas.line(70, 690, 150, 690)
        canvas.line(70, 630, 150, 630)
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        canvas.drawString(70, 720, "De kade is dicht.")
        grid(canvas, (70, 150, 230), (690, 670, 650))
        for x, y, text in ((74, 676, "Plein"), (154, 676, "Kosten"), (74, 656, "Markt"), (154, 656, "1.200")):
            canvas.drawString(x, y, text)
        canvas.drawString(70, 600, "Zie het verslag.")

    assert [element for text, element in elements(opened_of(draw)) if len(text) > 7] == ["column[1]"] * 2 + ["column[1]/below"] + [
        "column[1]"
    ] * 2


def test_titles_that_the_outline_names_say_their_level_where_they_stand() -> None:
    def draw(canvas: Canvas) -> None:
        for key, title, level in (("a", "Wie de sluis bedient", 0), ("b", "En wie de brug", 1)):
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(title, key, level)
        y = rows(canvas, ["2. Wie de sluis", "bedient", *wrapped(WORDS, 80)])
        rows(canvas, ["En wie de brug", *wrapped(OTHER_WORDS, 80)], y=y - 8)
        canvas.showPage()
        rows(canvas, ["En wie de brug"])

    found = elements(opened_of(draw))
    assert [(text, element) for text, element in found if element != "column[1]"] == [
        ("2. Wie de sluis", "column[1]/heading1"),
        ("bedient", "column[1]/heading1"),
        ("En wie de brug", "column[1]/heading2"),
    ]


def test_an_outline_that_names_all_of_the_text_names_no_headings() -> None:
    texts = wrapped(WORDS, 60)

    def draw(canvas: Canvas) -> None:
        for place, text in enumerate(texts):
            canvas.bookmarkPage(str(place))
            canvas.addOutlineEntry(text, str(place), 0)
        rows(canvas, texts)

    assert {element for _, element in elements(opened_of(draw))} == {"column[1]"}


def test_a_file_states_its_title_or_nothing() -> None:
    def titled(canvas: Canvas) -> None:
        canvas.setTitle("  Verslag over\n de   haven ")
        rows(canvas, wrapped(WORDS, 80))

    def bare(canvas: Canvas) -> None:
        canvas.setTitle(" ")
        rows(canvas, wrapped(WORDS, 80))

    assert opened_of(titled).facts == (("title", "Verslag over de haven"),)
    assert opened_of(bare).facts == ()
    assert opened_of(bare).format == "pdf"


def test_what_no_one_sees_is_reported_with_the_page_and_its_first_words() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, wrapped(WORDS, 80))
        for place in range(30):
            canvas.drawString(700, 740 - 20 * place, f" woord {place:03} ")
        canvas.showPage()
        rows(canvas, wrapped(OTHER_WORDS, 80))

    (defect,) = opened_of(draw).defects
    assert (defect.kind, defect.repaired) == ("hidden-text", None)
    assert [(place.page, place.box) for place in defect.place.boxes] == [(1, (0.0, 0.0, 595.3, 841.9))]  # type: ignore[union-attr] # a place on pages
    assert defect.text.startswith("woord 000 woord 001 ")
    assert len(defect.text) == 200


def refusal(seed: Seed) -> tuple[str, str]:
    """What is wrong with a file, and what can be done."""
    with pytest.raises(UnreadableError) as raised:
        opened(seed)
    problem = raised.value.problem
    assert (problem.path, problem.line, problem.severity.name) == (seed.path, None, "FATAL")
    return problem.message, problem.remedy


_GOOD = drawn(lambda canvas: canvas.drawString(70, 700, WORDS))


@pytest.mark.parametrize("ending", [".docx", ".docm", ".odt", ".zip", ".html", ".HTM", ".xhtml", ".xml", ".akn", ".md"])
def test_a_pdf_that_bears_the_ending_of_another_format_has_to_be_renamed(ending: str) -> None:
    message, remedy = refusal(Seed(f"seeds/x{ending}", _GOOD.raw))
    assert f" {ending.lower()}," in message
    assert remedy == "geef het de extensie .pdf"


@pytest.mark.parametrize(
    "seed",
    [
        Seed("seeds/x.pdf", b"%PDF-1.7\n1 0 obj << >>"),
        Seed("seeds/x.pdf", b"geen pdf"),
        Seed(
            "seeds/x.pdf",
            b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\ntrailer\n<</Root 1 0 R>>",
        ),
        Seed("seeds/x.md", _GOOD.raw),
        drawn(lambda canvas: canvas.showPage()),
    ],
)
def test_what_is_wrong_is_said_in_the_middle_of_a_sentence(seed: Seed) -> None:
    message, remedy = refusal(seed)
    assert re.fullmatch(r"(?:deze PDF|dit bestand|in deze PDF) [a-z].*[a-zDF]", message)
    assert re.fullmatch(r"(?:haal|geef|maak) .*\w", remedy)


@pytest.mark.parametrize(
    ("path", "start", "known"),
    [
        ("x.txt", b"%PDF-1.7", True),
        ("x.txt", b"\n" * 1018 + b"%PDF-1", True),
        ("x.txt", b"\n" * 1019 + b"%PDF-1", False),
        ("x.txt", b"%PDF-x", False),
        ("x.PDF", b"Beste lezer", True),
        ("x.txt", b"Beste lezer", False),
    ],
)
def test_a_pdf_is_known_by_its_signature_or_its_ending(path: str, start: bytes, known: bool) -> None:  # noqa: FBT001 - a column of the table
    assert recognises(Seed(path, start)) == known


def set_in_signs(*texts: str) -> str:
    """The transcript of rows in which an at sign is set as the hyphen that typesetters print where they break a word (U+2010)."""
    stream = "\n".join(f"BT /F 12 Tf 70 {700 - 14 * place} Td ({text}) Tj ET" for place, text in enumerate(texts))
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[64/hyphentwo]>>>>",
    )
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return opened(Seed("seeds/x.pdf", f"%PDF-1.7\n{body}trailer\n<</Size 6/Root 1 0 R>>\n%%EOF\n".encode("latin-1"))).text


def test_hyphens_of_a_sign_of_their_own_at_row_ends_only_are_soft() -> None:
    assert set_in_signs("De haven is ver@", "bouwd met de kade-", "muur.") == "De haven is ver\u00ad\nbouwd met de kade-\nmuur.\n"
    assert set_in_signs("De haven is ver@", "bouwd met de kade@muur.") == "De haven is ver‐\nbouwd met de kade‐muur.\n"
    assert set_in_signs("De haven is ver-", "bouwd en weer open.") == "De haven is ver-\nbouwd en weer open.\n"


@pytest.mark.parametrize(("letters", "read"), [(20, True), (19, False)])
def test_a_picture_with_hardly_a_word_is_a_scan(letters: int, read: bool) -> None:  # noqa: FBT001 - a column of the table
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 700, "x" * letters)
        canvas.drawImage(ImageReader(io.BytesIO(b"P6 2 2 255\n" + bytes(12))), 0, 0, 595, 600)

    seed = drawn(draw)
    assert (opened(seed).defects == ()) if read else ("scan" in refusal(seed)[0])


def test_a_page_with_a_picture_and_hardly_a_word_is_reported() -> None:
    def draw(canvas: Canvas) -> None:
        for letters in (30, 19, 20):
            canvas.drawString(70, 700, "x" * letters)
            canvas.drawImage(ImageReader(io.BytesIO(b"P6 2 2 255\n" + bytes(12))), 0, 0, 595, 600)
            canvas.showPage()
        canvas.drawString(70, 700, "x")

    (defect,) = opened(drawn(draw)).defects
    assert (defect.kind, defect.text, defect.repaired) == ("page-without-text", "", None)
    assert [place.page for place in defect.place.boxes] == [2]  # type: ignore[union-attr] # a place on pages


def test_a_text_of_few_words_is_one() -> None:
    assert opened_of(lambda canvas: canvas.drawString(70, 700, "De kade.")).text == "De kade.\n"


@pytest.mark.parametrize("between", ["", "Tabel 2: wat alles kost"])
def test_tables_of_one_width_that_stand_below_one_another_are_two(between: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 780, "Eerst dit.")
        canvas.drawString(64, 580, between)
        for top in (700, 500):
            grid(canvas, (60, 200, 340), (top, top - 20, top - 40))
            for x, y, text in ((64, top - 14, "Plein"), (204, top - 14, "Kosten"), (64, top - 34, "Markt"), (204, top - 34, str(top))):
                canvas.drawString(x, y, text)

    found = elements(opened_of(draw))
    tables = [["table[1]"] * 4, *([["column[1]"]] if between else []), ["table[2]"] * 4]
    assert [element.split("/")[0] for _, element in found] == ["column[1]", *(element for own in tables for element in own)]
    assert [text for text, _ in found if text.isdigit()] == ["700", "500"]


def test_a_run_of_pieces_has_the_box_around_all() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(300, 790, "De ")
        canvas.drawString(318, 790.5, "kade")

    (run,) = opened_of(draw).runs
    base = HEIGHT - 790
    assert run.box == pytest.approx(
        (300, base - 0.5 - 0.75 * 11, 318 + Canvas("").stringWidth("kade", "Helvetica", 11), base + 0.22 * 11), abs=0.6
    )
    assert run.box is not None
    assert run.box[0] == 300
