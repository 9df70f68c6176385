"""Titles of PDFs that no larger or bolder type shows, and the columns and page tops that they stand in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.readers.drawing import OTHER_WORDS, WORDS, document, drawn, kinds, rows, wrapped

TITLES = ("Onderhoud van de kramen", "Betaling van het staangeld", "Schouw door de marktmeester")

MORE = "volgens het reglement van de markten"
"""Makes a title fill its row, so that the room left on it does not tell."""


def headings(draw: Callable[[Canvas], None]) -> list[str]:
    """The headings of a PDF that `draw` has drawn."""
    return [text for kind, text in kinds(document(drawn(draw))) if kind == "heading"]


def chapter(canvas: Canvas) -> float:
    """A bold title behind a paragraph, by which the document is one whose titles stand out; the height of the next row."""
    y = rows(canvas, wrapped(OTHER_WORDS, 80))
    canvas.setFont("Helvetica-Bold", 11)
    y = rows(canvas, ["Beheer"], y=y - 16)
    canvas.setFont("Helvetica", 11)
    return rows(canvas, wrapped(WORDS, 80), y=y - 6)


def spaced(canvas: Canvas, text: str, y: float) -> float:
    """A paragraph whose rows stand one and a half apart; the height of the next row."""
    for row in wrapped(text, 80):
        canvas.drawString(70, y, row)
        y -= 18
    return y


def spaced_chapter(canvas: Canvas) -> float:
    """The same as `chapter` with such rows."""
    canvas.setFont("Helvetica", 11)
    y = spaced(canvas, OTHER_WORDS, 790)
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(70, y - 14, "Beheer")
    canvas.setFont("Helvetica", 11)
    return spaced(canvas, WORDS, y - 28.5)


def test_a_title_at_the_top_of_a_page_is_told_by_the_white_below_it_that_other_titles_have() -> None:
    def draw(canvas: Canvas) -> None:
        y = chapter(canvas)
        for title in TITLES[:2]:
            y = rows(canvas, [title], y=y - 16)
            y = rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 3)
            y = rows(canvas, wrapped(WORDS, 80), y=y - 6)
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, [TITLES[2]])
        rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 3)

    assert headings(draw) == ["Beheer", *TITLES]


def test_a_short_paragraph_at_the_top_of_a_page_has_the_white_of_paragraphs_below_it_and_is_none() -> None:
    def draw(canvas: Canvas) -> None:
        y = chapter(canvas)
        for title in TITLES[:2]:
            y = rows(canvas, [title], y=y - 16)
            y = rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 3)
            y = rows(canvas, wrapped(WORDS, 80), y=y - 6)
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, ["Zie voor de schouw de bijlage"])
        rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 6)

    assert headings(draw) == ["Beheer", *TITLES[:2]]


def test_a_title_set_closer_to_the_text_than_its_rows_are_to_each_other_is_no_part_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        y = spaced_chapter(canvas)
        for title in TITLES:
            canvas.drawString(70, y - 14, f"{title} {MORE}")
            y = spaced(canvas, OTHER_WORDS, y - 14 - 14.5)

    assert list(kinds(document(drawn(draw)))) == [
        ("paragraph", OTHER_WORDS),
        ("heading", "Beheer"),
        ("paragraph", WORDS),
        *(found for title in TITLES for found in (("heading", f"{title} {MORE}"), ("paragraph", OTHER_WORDS))),
    ]


def test_a_dash_right_below_a_title_that_stands_close_starts_an_item() -> None:
    def draw(canvas: Canvas) -> None:
        y = spaced_chapter(canvas)
        canvas.drawString(70, y - 14, "Aanbevolen maatregelen")
        for place, item in ((28.5, "De hekken verven."), (52.5, "De putten legen.")):
            canvas.drawString(70, y - place, "–")
            canvas.drawString(90, y - place, item)

    assert list(kinds(document(drawn(draw))))[-2:] == [("list_item", "De hekken verven."), ("list_item", "De putten legen.")]


@pytest.mark.parametrize("face", ["Helvetica-Oblique", "Helvetica-Bold"])
def test_a_word_with_a_colon_in_stressed_type_heads_the_list_below_it(face: str) -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(WORDS, 80))
        canvas.setFont(face, 11)
        y = rows(canvas, ["Onderhoud"], y=y - 10)
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 4)
        canvas.setFont(face, 11)
        y = rows(canvas, ["Marktregels:"], y=y - 10)
        canvas.setFont("Helvetica", 11)
        rows(canvas, ["• De hekken worden geverfd.", "• De putten worden geleegd."], y=y - 4)

    assert headings(draw) == ["Onderhoud", "Marktregels:"]


def test_a_slanted_title_of_several_rows_is_one_where_white_sets_it_apart() -> None:
    title = (
        "Verslag van het overleg met de huurders van de kramen over de verlichting, de afvoer van het afval en de toegang tot het "
        "plein op dagen waarop de kermis er staat"
    )

    def draw(canvas: Canvas) -> None:
        y = chapter(canvas)
        canvas.setFont("Helvetica-Oblique", 11)
        y = rows(canvas, wrapped(title, 80), y=y - 16)
        canvas.setFont("Helvetica", 11)
        rows(canvas, wrapped(OTHER_WORDS, 80), y=y - 2)

    assert headings(draw) == ["Beheer", title]


def test_the_gutter_of_other_pages_parts_the_last_page_whose_right_column_has_one_row() -> None:
    long = wrapped(f"{WORDS} {OTHER_WORDS} {WORDS} {OTHER_WORDS}", 42)

    def draw(canvas: Canvas) -> None:
        rows(canvas, ["Links.", *long], size=10)
        rows(canvas, ["Rechts.", *long[:-1], "wagen ze op maandag ophaalt. Verder heet"], x=310, size=10)
        canvas.showPage()
        rows(canvas, ["het plein voortaan anders.", "", *long[:-1], "De laatste zin loopt om naar"], size=10)
        rows(canvas, ["de andere kant."], x=310, size=10)

    last = [text for _, text in kinds(document(drawn(draw)))][-1]
    assert last.endswith("De laatste zin loopt om naar de andere kant.")


def test_a_title_that_returns_at_the_top_of_pages_where_others_have_their_text_is_no_running_head() -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(8):
            canvas.setFont("Helvetica-Bold", 11)
            y = rows(canvas, ["Aanbevelingen"]) - 4 if page in {2, 5} else 750
            canvas.setFont("Helvetica", 11)
            text = " ".join(in_other_order(WORDS, page))
            rows(canvas, wrapped(text, 80), y=y)
            canvas.showPage()

    assert headings(draw).count("Aanbevelingen") == 2


def in_other_order(text: str, page: int) -> list[str]:
    """The words of a text, on each page in another order."""
    words = text.split()
    return [words[(place * 7 + page * 5) % len(words)] for place in range(len(words))]


def test_at_the_head_of_a_document_a_line_that_is_a_date_or_number_is_a_line_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, ["Brussel, 20 november 2031 (24.11) (OR. nl)", "16041/31", "NOTA", "van: de havenmeester"])
        rows(canvas, wrapped(WORDS, 80), y=y - 8)

    assert [text for kind, text in kinds(document(drawn(draw))) if kind == "front_matter"] == [
        "Brussel, 20 november 2031 (24.11) (OR. nl)",
        "16041/31",
        "NOTA",
        "van: de havenmeester",
    ]


def set_in(canvas: Canvas, text: str, y: float, *, letters: int = 80) -> float:
    """A paragraph whose first row is set in, with no white above it; the height of the next row."""
    first, *others = wrapped(text, letters)
    y = rows(canvas, [first], x=90, y=y)
    return rows(canvas, others, y=y)


def test_where_paragraphs_are_set_in_a_short_piece_that_is_not_is_a_title() -> None:
    def draw(canvas: Canvas) -> None:
        y = set_in(canvas, OTHER_WORDS, 780)
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Beheer"], y=y)
        canvas.setFont("Helvetica", 11)
        for title in TITLES:
            y = set_in(canvas, WORDS, y)
            y = rows(canvas, [title], y=y)
            y = set_in(canvas, OTHER_WORDS, y)

    assert headings(draw) == ["Beheer", *TITLES]


def test_where_paragraphs_are_set_in_a_title_below_a_full_row_is_no_part_of_the_paragraph() -> None:
    full = f"{' '.join(wrapped(f'{OTHER_WORDS} {OTHER_WORDS}', 80)[:3])}."

    def draw(canvas: Canvas) -> None:
        y = 780.0
        for title in TITLES:
            y = set_in(canvas, full, y)
            y = rows(canvas, [f"{title} {MORE}"], y=y)
            y = set_in(canvas, OTHER_WORDS, y)
            y = set_in(canvas, WORDS, y)

    assert headings(draw) == [f"{title} {MORE}" for title in TITLES]


def test_where_paragraphs_are_set_in_one_of_a_single_row_ends_before_the_next() -> None:
    single = "De kramen staan er van acht tot vier en zijn daarna weer weg van het plein."

    def draw(canvas: Canvas) -> None:
        y = 780.0
        for _ in range(5):
            y = set_in(canvas, single, y)
            y = set_in(canvas, OTHER_WORDS, y)

    assert list(kinds(document(drawn(draw)))) == [("paragraph", single), ("paragraph", OTHER_WORDS)] * 5


def test_a_large_title_may_fill_many_rows_of_a_narrow_column() -> None:
    title = "Verslag van het overleg met de huurders van de kramen over de verlichting en de afvoer van het afval"

    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(WORDS, 30))
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Beheer"], y=y - 16)
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, wrapped(OTHER_WORDS, 30), y=y - 6)
        canvas.setFont("Helvetica", 15)
        y = rows(canvas, wrapped(title, 18), y=y - 16, size=15)
        rows(canvas, wrapped(OTHER_WORDS, 30), y=y - 6)

    assert headings(draw) == ["Beheer", title]


def test_a_row_with_a_raised_number_below_a_title_is_no_part_of_it_where_such_rows_stand_no_lower() -> None:
    def noted(canvas: Canvas, y: float, text: str, number: str) -> float:
        first, second, *others = wrapped(text, 80)
        for row, digit in ((first, number), (second, "")):
            canvas.setFont("Helvetica", 11)
            canvas.drawString(70, y, row)
            canvas.setFont("Helvetica", 7)
            canvas.drawString(70 + canvas.stringWidth(row, "Helvetica", 11), y + 4, digit)
            y -= 13.2
        canvas.setFont("Helvetica", 11)
        return rows(canvas, others, y=y)

    def draw(canvas: Canvas) -> None:
        y = chapter(canvas)
        for place, title in enumerate(TITLES):
            y = rows(canvas, [f"{title} {MORE}"], y=y - 12)
            y = noted(canvas, y - 3.5, OTHER_WORDS, str(2 * place + 1))
            y = rows(canvas, [wrapped(WORDS, 80)[0]], y=y - 6)
            y = noted(canvas, y, " ".join(WORDS.split()[14:]), str(2 * place + 2))
        rows(canvas, [f"{number} Besluit {number} over de markt." for number in range(1, 7)], y=150, size=8)

    assert headings(draw) == ["Beheer", *(f"{title} {MORE}" for title in TITLES)]


def test_a_title_in_capitals_may_have_a_short_word_on_a_row() -> None:
    def draw(canvas: Canvas) -> None:
        y = rows(canvas, wrapped(WORDS, 28))
        canvas.setFont("Helvetica-Bold", 11)
        y = rows(canvas, ["Beheer"], y=y - 12)
        canvas.setFont("Helvetica", 11)
        y = rows(canvas, wrapped(OTHER_WORDS, 28), y=y - 3)
        y = rows(canvas, ["2. HET", "MARKTREGLEMENTSCOMMISSIE", "VAN DIT PLEIN"], y=y - 12)
        rows(canvas, wrapped(OTHER_WORDS, 28), y=y - 3)

    assert headings(draw) == ["Beheer", "HET MARKTREGLEMENTSCOMMISSIE VAN DIT PLEIN"]
