"""Links inside PDFs as evidence: marks of notes, and lines of contents that lead to headings."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest
from reportlab.pdfgen.canvas import Canvas

from generator.readers.printed.pdf.links import contents, with_called
from generator.readers.printed.pdf.pieces import Font, Link, Sheet, TextPiece
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


_FONT: Final = Font("Times", bold=False, italic=False, glyphs=False)


def piece(text: str, left: float, base: float, size: float = 10) -> TextPiece:
    """A piece, five points a letter in type of ten."""
    return TextPiece(text, left, left + len(text) * size / 2, base, size, _FONT, bold=False, italic=False)


def sheet(number: int, *pieces: TextPiece, links: tuple[Link, ...] = ()) -> Sheet:
    """A page of 600 by 800 points."""
    return Sheet(number, 600, 800, pieces, links=links)


_WORD: Final = piece("De haven", 70, 100)
_LINK: Final = Link((110, 92, 116, 102), 2, 690)
_NOTE: Final = sheet(2, piece("1 Zie het besluit.", 70, 700))


def called(mark: TextPiece, link: Link = _LINK, note: Sheet = _NOTE, word: TextPiece = _WORD) -> bool:
    """Whether a piece behind a word calls for the note that a link around it leads to."""
    first, _ = with_called((sheet(1, word, mark, links=(link,)), note))
    return first.pieces[1].raised


@pytest.mark.parametrize("mark", ["1", "[1]", "(1)", " 1 "])
def test_a_mark_leads_to_the_row_that_starts_with_it(mark: str) -> None:
    assert called(replace(piece(mark, 110, 100), right=115))
    assert not called(replace(piece(mark.replace("1", "2"), 110, 100), right=115))


@pytest.mark.parametrize(
    ("note", "starts"),
    [
        ("1 Zie", True), ("[1] Zie", True), ("(1) Zie", True), ("([1) Zie", False), (" 1. Zie", True), ("1", True), ("12 Zie", False), ("1a Zie", False), ("Zie 1", False),
    ],
)  # fmt: skip
def test_a_row_starts_with_a_mark_and_not_with_more(note: str, starts: bool) -> None:  # noqa: FBT001 - a column of the table
    assert called(piece("1", 110, 100), note=sheet(2, piece(note, 70, 700))) == starts


@pytest.mark.parametrize("mark", ["*", "**", "†", "‡‡‡‡"])
def test_a_sign_may_be_a_mark(mark: str) -> None:
    own = replace(piece(mark, 110, 100), right=115)
    assert called(own, note=sheet(2, piece(f"{mark} Zie", 70, 700)))
    assert not called(own, note=sheet(2, piece(f"Zie {mark}", 70, 700)))


@pytest.mark.parametrize("mark", ["1234", "a", "*****", "1)2", "nr. 1"])
def test_other_words_call_for_no_note(mark: str) -> None:
    assert not called(replace(piece(mark, 110, 100), right=115), note=sheet(2, piece(f"{mark} Zie", 70, 700)))


@pytest.mark.parametrize(
    ("left", "base", "follows"),
    [
        (113.5, 100, True), (113.6, 100, False), (106.5, 100, True), (106.4, 100, False), (110, 95, True), (110, 105, True),
    ],
)  # fmt: skip
def test_a_mark_follows_right_behind_its_word(left: float, base: float, follows: bool) -> None:  # noqa: FBT001 - a column of the table
    assert called(piece("1", left, base), link=Link((100, 85, 124, 110), 2, 690)) == follows


def test_a_mark_stands_on_the_line_of_its_word() -> None:
    tall = Link((100, 80, 124, 125), 2, 690)
    assert called(piece("1", 110, 109.9), link=tall)
    assert not called(piece("1", 110, 110), link=tall)
    assert not called(piece("1", 110, 90), link=tall)


@pytest.mark.parametrize(
    ("box", "holds"),
    [
        ((112.5, 92, 120, 102), True), ((112.6, 92, 120, 102), False), ((100, 92, 112.5, 102), True), ((100, 92, 112.4, 102), False),
        ((110, 98.5, 116, 110), True), ((110, 98.6, 116, 110), False), ((110, 90, 116, 96.5), True), ((110, 90, 116, 96.4), False),
        ((85, 92, 125, 102), True), ((84.9, 92, 125, 102), False),
    ],
)  # fmt: skip
def test_a_link_lies_around_its_mark_alone(box: tuple[float, float, float, float], holds: bool) -> None:  # noqa: FBT001 - a column of the table
    assert called(piece("1", 110, 100), link=replace(_LINK, box=box)) == holds


@pytest.mark.parametrize(
    ("page", "height", "near"), [(2, 730, True), (2, 730.1, False), (2, 670, True), (2, 669.9, False), (2, None, False), (1, 690, False), (3, 690, False)]
)  # fmt: skip
def test_a_link_leads_to_a_place_near_the_note(page: int, height: float | None, near: bool) -> None:  # noqa: FBT001 - a column of the table
    assert called(piece("1", 110, 100), link=replace(_LINK, page=page, height=height)) == near


def test_a_mark_does_not_lead_to_itself() -> None:
    mark = piece("1", 110, 100)
    (page,) = with_called((sheet(1, _WORD, mark, links=(replace(_LINK, page=1, height=100),)),))
    assert page.pieces == (_WORD, mark)
    plain = sheet(1, _WORD, mark)
    assert with_called((plain,))[0] is plain


def listed(*lines: tuple[str, float, int]) -> tuple[tuple[int, int, str], ...]:
    """What contents tell: each line is a text, where it begins, and the page that its link leads to."""
    pieces = tuple(piece(text, left, 100 + 20 * place) for place, (text, left, _) in enumerate(lines))
    links = tuple(Link((60, 90 + 20 * place, 500, 102 + 20 * place), page) for place, (_, _, page) in enumerate(lines))
    return contents((sheet(1, *pieces, links=links), sheet(2, piece("De haven", 70, 100))))


def test_lines_of_contents_lead_to_the_titles_in_them() -> None:
    lines = (("De haven ..... 2", 70, 2), ("De kade …… 3", 90, 3), ("De sluis · · 4", 74, 4), ("Slot", 110, 12))
    assert listed(*lines) == ((2, 1, "De haven"), (3, 2, "De kade"), (4, 1, "De sluis"), (12, 3, "Slot"))
    assert listed(*lines[:3]) == ((2, 1, "De haven"), (3, 2, "De kade"), (4, 1, "De sluis"))
    assert listed(*lines[:2]) == ()
    assert listed(*lines[:2], ("Hier", 70, 1)) == ()
    assert listed(*lines[:2], ("12", 70, 3)) == ()
    assert listed(("De haven", 70, 2), ("De kade", 74.1, 3), ("De sluis", 78.2, 4)) == (
        (2, 1, "De haven"),
        (3, 2, "De kade"),
        (4, 3, "De sluis"),
    )


def test_a_title_on_two_rows_is_one_line_of_contents() -> None:
    pieces = (
        piece("De haven en", 70, 100),
        piece("de kade 2", 80, 112),
        piece("De sluis\u00a0\u2009 3", 70, 140),
        piece("De brug 12345", 70, 160),
    )
    links = (Link((60, 90, 500, 114), 2), Link((60, 130, 500, 142), 3), Link((60, 150, 500, 162), 4))
    assert contents((sheet(1, *pieces, links=links),)) == ((2, 1, "De haven en de kade"), (3, 1, "De sluis"), (4, 1, "De brug 12345"))
