"""Rows of a PDF's transcript, the titles that its outline names, and the numbers that count rows in the margin."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from generator.model import PageBox, Run, Seed, Transcript
from generator.readers.printed.pdf.found_tables import distinct, is_inside, placeholder_number, slot
from generator.readers.printed.pdf.lines import Line, flows, lines_of, place_of
from generator.readers.printed.pdf.margins import without_row_numbers
from generator.readers.printed.pdf.outline import Outline, read_outline
from generator.readers.printed.pdf.pieces import Font, TextPiece, around
from generator.readers.printed.pdf.rows import Row
from tests.readers.drawing import drawn

_FONT = Font("Times", bold=False, italic=False, glyphs=False)


def run(start: int, end: int, left: float = 70, base: float = 100, size: float = 10, **more: object) -> Run:
    """A run on the third page, five points a letter in type of ten."""
    box = (left, base - 0.75 * size, left + (end - start) * size / 2, base + 0.22 * size)
    return Run(start, end, 3, box, size, **({"element": "column[1]"} | more))  # type: ignore[arg-type] # the fields of a run


def lines(text: str, *runs: Run) -> tuple[Line, ...]:
    """The rows of a transcript."""
    return lines_of(Transcript(Seed("seeds/x.pdf", b""), text, "pdf", runs))


def line(text: str, *runs: Run) -> Line:
    """The row of a transcript that has one."""
    (found,) = lines(text, *runs)
    return found


def test_a_row_has_the_place_and_type_of_most_of_its_letters() -> None:
    own = line("De kade is1 open\n", run(0, 10), run(10, 11, 120, 95, 6, raised=True), run(12, 16, 126))
    assert (own.text, own.span, own.page, own.flow) == ("De kade is1 open", (0, 16), 3, (3, "column[1]"))
    assert (own.left, own.right, own.size) == (70, 146, 10)
    assert [own.top, own.bottom, own.base] == pytest.approx([92.5, 102.2, 100])
    assert own.place == PageBox(3, (own.left, own.top, own.right, own.bottom))
    assert (own.bold, own.italic, own.below_rule, own.heading, own.part, own.item) == (False, False, False, 0, 0, 0)
    other = line("aa bbb\n", run(0, 2), run(3, 6, 90, 99, 12))
    assert [other.size, other.top, other.bottom, other.base] == pytest.approx([12, 90, 102.2, 99])
    assert line("12\n", run(0, 2, size=6, raised=True)).size == 6


def test_rows_are_the_lines_of_the_text_that_hold_runs() -> None:
    found = lines("Een \n\f  twee\n\nx\ndrie", run(0, 3), run(8, 12, 75), run(16, 20, 80))
    assert [(own.text, own.start, own.end, len(own.runs)) for own in found] == [("Een", 0, 3, 1), ("twee", 8, 12, 1), ("drie", 16, 20, 1)]


@pytest.mark.parametrize(("bold", "stressed"), [(9, True), (8, False), (10, True), (0, False)])
def test_a_row_is_bold_or_slanted_where_nearly_all_its_letters_are(bold: int, stressed: bool) -> None:  # noqa: FBT001 - a column of the table
    for name in ("bold", "italic"):
        own = (
            line("abcdefghij\n", run(0, bold, **{name: True}), run(bold, 10, 70 + 5 * bold))
            if 0 < bold < 10
            else line("abcdefghij\n", run(0, 10, **{name: bold > 0}))
        )
        assert getattr(own, name) == stressed
    raised = line("abcd1\n", run(0, 4, bold=True), run(4, 5, 90, 95, 6, raised=True))
    assert raised.bold


@pytest.mark.parametrize(
    ("element", "name", "told"),
    [
        ("column[1]", "column[1]", (False, 0, 0, 0)), ("column[1]/below", "column[1]", (True, 0, 0, 0)), ("column[2]/heading3", "column[2]", (False, 3, 0, 0)),
        ("column[1]/part12", "column[1]", (False, 0, 12, 0)), ("column[1]/item2", "column[1]", (False, 0, 0, 2)), ("box[1]/column[1]/below/heading1/part7/item1", "box[1]/column[1]", (True, 1, 7, 1)),
        ("table[1]/row[1]/cell[2]", "table[1]/row[1]/cell[2]", (False, 0, 0, 0)),
    ],
)  # fmt: skip
def test_the_element_of_a_row_says_what_the_file_tells_of_it(element: str, name: str, told: tuple[bool, int, int, int]) -> None:
    own = line("De kade\n", run(0, 7, element=element))
    assert (own.element, (own.below_rule, own.heading, own.part, own.item)) == (name, told)


@pytest.mark.parametrize(
    ("text", "capitals"), [("DE KADE", True), ("DE KADE 12.", True), ("De KADE", False), ("A", False), ("AB", True), ("12", False)]
)
def test_a_row_may_be_set_in_capitals(text: str, capitals: bool) -> None:  # noqa: FBT001 - a column of the table
    assert line(text, run(0, len(text))).capitals == capitals


def test_a_wide_gap_behind_the_first_run_parts_a_mark_from_its_text() -> None:
    assert line("a) kade", run(0, 2, 70), run(3, 7, 84.1)).first_gap() == (2, 84.1)
    assert line("a) kade", run(0, 2, 70), run(3, 7, 84)).first_gap() is None
    assert line("a) kade 2", run(0, 2, 70), run(3, 7, 84), run(8, 9, 150)).first_gap() is None
    raised = run(0, 1, 70, 95, 6, raised=True)
    assert line("1a kade", raised, run(1, 2, 74), run(3, 7, 90)).first_gap() == (2, 90)
    assert line("kade", run(0, 4)).first_gap() is None


def test_rows_of_one_column_are_a_flow_and_those_of_a_table_are_one() -> None:
    elements = ("column[1]", "column[1]/below", "column[2]", "table[1]/row[1]/cell[1]", "table[1]/row[1]/cell[2]", "table[2]/row[1]/cell[1]", "box[1]/column[1]", "box[1]/column[2]")  # fmt: skip
    text = "".join(f"{'abcdefgh'[place]}x\n" for place in range(8))
    found = lines(text, *(run(3 * place, 3 * place + 2, 70, 100 + 12 * place, element=element) for place, element in enumerate(elements)))
    assert [[own.text[0] for own in flow] for flow in flows(found)] == [["a", "b"], ["c"], ["d", "e"], ["f"], ["g"], ["h"]]
    places = place_of(found[:3]).boxes
    assert [place.page for place in places] == [3, 3]
    assert places[0].box == pytest.approx((70, 92.5, 80, 114.2))
    assert around(found[:2]) == places[0].box


def outline(*entries: tuple[int, str], page: int = 1) -> Outline:
    """An outline of titles of one page, each with its level."""
    return Outline((page, level, title) for level, title in entries)


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        (["Inleiding", "De haven", "is open"], {1: 2}), (["Inleiding", "de  HAVEN.", "is open"], {1: 2}), (["De", "haven", "is open"], {0: 2, 1: 2}),
        (["2. De haven"], {0: 2}), (["12a De haven"], {0: 2}), (["iv) De haven"], {0: 2}), (["h) De haven"], {0: 2}), (["j) De haven"], {}), (["123456. De haven"], {0: 2}),
        (["1234567. De haven"], {}), (["2.", "De haven"], {0: 2, 1: 2}), (["De haven is open"], {}), (["Zie De haven"], {}), ([], {}), (["De", "h", "a", "v", "en"], dict.fromkeys(range(5), 2)),
        (["De", "h", "a", "v", "e", "n"], {}), (["De haven", "De haven"], {0: 2}),
    ],
)  # fmt: skip
def test_the_outline_names_the_rows_that_say_a_title_and_no_more(rows: list[str], levels: dict[int, int]) -> None:
    assert outline((2, "De haven")).levels(1, rows) == levels
    assert outline((2, "De haven"), page=2).levels(1, rows) == {}


def test_titles_of_an_outline_take_rows_in_order() -> None:
    found = outline((1, "De haven"), (2, "De haven"), (3, "De kade"))
    assert found.levels(1, ["De kade", "De haven", "Een zin", "De haven"]) == {0: 3, 1: 1, 3: 2}
    assert found.letters == len("dehaven") * 2 + len("dekade")
    assert found
    assert not outline((1, "a1"))
    assert outline((1, "a1!")).levels(1, ["a1!"]) == {}
    assert outline((1, "a1b")).levels(1, ["a1b"]) == {0: 1}


def test_the_outline_of_a_file_has_levels_and_pages() -> None:
    def draw(canvas: Canvas) -> None:
        for page, (title, level) in enumerate((("De haven", 0), ("De kade", 1), ("De sluis", 0))):
            canvas.bookmarkPage(title)
            canvas.addOutlineEntry(title, title, level)
            canvas.drawString(70, 700, f"Blad {page}")
            canvas.showPage()

    document = pdfium.PdfDocument(drawn(draw).raw)
    try:
        found = read_outline(document)
    finally:
        document.close()
    assert dict(found.titles) == {1: [(1, "dehaven")], 2: [(2, "dekade")], 3: [(1, "desluis")]}


def piece(text: str, left: float, base: float, size: float = 10) -> TextPiece:
    """A piece, five points a letter in type of ten."""
    return TextPiece(text, left, left + len(text) * size / 2, base, size, _FONT, bold=False, italic=False)


def numbered(numbers: str, right: float = 50) -> tuple[Row, ...]:
    """Rows with a number beside the words of each, all ending at one place; a stop stands for a row without one."""
    return tuple(
        Row(
            tuple(
                own
                for own in (
                    piece(number, right - 5 * len(number), 100 + 12 * place),
                    piece("De haven is open", 70, 100 + 12 * place),
                )
                if own.text != "."
            )
        )
        for place, number in enumerate(numbers.split())
    )


@pytest.mark.parametrize(
    ("rows", "aside"),
    [
        (numbered("1 2 3 4"), 4), (numbered("1 2 3"), 0), (numbered("5 6 7 8"), 4), (numbered("5 . . . . 10 . . . . 15 . . . . 20"), 4), (numbered("1 2 3 5"), 0),
        (numbered("9997 9998 9999 10000 10001"), 0), (numbered("1 2 3 4 5 6 7 9 9 10 11"), 11), (numbered("4 3 2 1"), 0), (numbered("3 3 3 3"), 0), (numbered("1 2 3 4", right=185), 4), (numbered("x y z a"), 0),
    ],
)  # fmt: skip
def test_numbers_that_rise_with_the_rows_count_them(rows: tuple[Row, ...], aside: int) -> None:
    ordered = tuple(Row(tuple(sorted(own.pieces, key=lambda part: part.left))) for own in rows)
    assert len(without_row_numbers([ordered])[0][1]) == aside


def test_places_in_grids() -> None:
    assert distinct([5, 1, 4, 8.1, 0]) == [0, 4, 8.1]
    assert distinct([0, 3]) == [0]
    assert distinct([0, 3.1]) == [0, 3.1]
    assert [slot([0, 10, 20], value) for value in (-5, 0, 9.9, 10, 20, 25)] == [0, 0, 0, 1, 1, 1]
    box = (70, 90, 170, 110)
    assert [is_inside(piece("De", left, 100), box) for left in (68.9, 69, 170, 170.1)] == [False, True, True, False]
    assert [is_inside(piece("De", 80, base), box) for base in (92.9, 93, 113, 113.1)] == [False, True, True, False]
    assert [placeholder_number(Row((piece(text, 70, 100),))) for text in ("\ufffc3", "\ufffc12", "3", "\ufffcx", "\ufffc")] == [
        3,
        12,
        None,
        None,
        None,
    ]
