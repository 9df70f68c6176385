"""Tables of a PDF's page that lines draw or white space parts: which lines meet, which cells there are, what is none."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator.readers.printed.pdf.bands import open_tables
from generator.readers.printed.pdf.drawings import words_in_drawings
from generator.readers.printed.pdf.found_tables import Table
from generator.readers.printed.pdf.grids import ruled_tables
from generator.readers.printed.pdf.pieces import DrawnShape, Font, Sheet, TextPiece
from generator.readers.printed.pdf.rows import Row, rows_of

_FONT: Final = Font("Times", bold=False, italic=False, glyphs=False)


def piece(text: str, left: float, base: float, size: float = 10, *, bold: bool = False) -> TextPiece:
    """A piece, five points a letter in type of ten."""
    return TextPiece(text, left, left + len(text) * size / 2, base, size, _FONT, bold=bold, italic=False)


def level(left: float, right: float, y: float) -> DrawnShape:
    """A line from left to right."""
    return DrawnShape(left, y, right, y, filled=True)


def upright(x: float, top: float, bottom: float) -> DrawnShape:
    """A line from top to bottom."""
    return DrawnShape(x, top, x, bottom, filled=True)


def box(left: float, top: float, right: float, bottom: float) -> DrawnShape:
    """A box that is drawn and not filled."""
    return DrawnShape(left, top, right, bottom, filled=False)


def cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    """The cells of a table: row, column, reach down and across, text."""
    return [(cell.row, cell.column, cell.down, cell.across, " ".join(found.text for found in cell.rows)) for cell in table.cells]


def ruled(pieces: tuple[TextPiece, ...], *shapes: DrawnShape) -> list[list[tuple[int, int, int, int, str]]]:
    """The cells of the tables that shapes draw around pieces on a page of 600 by 800 points."""
    return [cells(table) for table in ruled_tables(pieces, shapes, 600, 800)]


_WORDS: Final = (piece("Land", 72, 95), piece("Kades", 172, 95), piece("Malta", 72, 115), piece("vier", 172, 115))
_LEVELS: Final = tuple(level(70, 270, y) for y in (80, 100, 120))
_UPRIGHTS: Final = tuple(upright(x, 80, 120) for x in (70, 170, 270))
_TABLE: Final = [(0, 0, 1, 1, "Land"), (0, 1, 1, 1, "Kades"), (1, 0, 1, 1, "Malta"), (1, 1, 1, 1, "vier")]


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        (upright(270, 80, 100), True), (upright(273, 80, 100), True), (upright(273.1, 80, 100), False), (upright(270, 83, 97), True), (upright(267, 77, 103), True), (upright(270, 103, 140), True), (upright(270, 103.1, 140), False),
    ],
)  # fmt: skip
def test_lines_that_nearly_meet_make_one_grid(line: DrawnShape, whole: bool) -> None:  # noqa: FBT001 - a column of the table
    lines = (*_LEVELS[:2], upright(70, 80, 100), upright(170, 80, 100), line)
    assert (ruled(_WORDS[:2], *lines) == [_TABLE[:2]]) == whole


@pytest.mark.parametrize(
    ("y", "left", "found"), [(103, 70, True), (103.1, 70, False), (97, 70, True), (100, 273, True), (100, 273.1, False)]
)
def test_a_level_line_closes_a_box_that_it_nearly_meets(y: float, left: float, found: bool) -> None:  # noqa: FBT001 - a column of the table
    lines = (level(70, 270, 80), upright(70, 80, 100), upright(270, 80, 100), level(left, left + 200, y))
    assert (len(ruled(_WORDS[:2], *lines)) == 1) == found


@pytest.mark.parametrize(
    ("x", "top", "bottom", "parts"),
    [
        (170, 80, 120, True),
        (170, 80, 111, True),
        (170, 80, 109, True),
        (170, 80, 108.9, False),
        (170, 111, 120, True),
        (170, 111.1, 120, False),
    ],
)
def test_a_line_parts_cells_where_it_runs_past_their_middle(x: float, top: float, bottom: float, parts: bool) -> None:  # noqa: FBT001 - a column of the table
    (found,) = ruled(_WORDS, *_LEVELS, _UPRIGHTS[0], upright(x, 80, 99), upright(x, top, bottom), _UPRIGHTS[2])
    lower = [cell for cell in found if cell[0] == 1]
    assert lower == (_TABLE[2:] if parts else [(1, 0, 1, 2, "Malta vier")])


@pytest.mark.parametrize(("left", "parts"), [(70, True), (221, True), (221.1, False)])
def test_a_level_line_parts_rows_where_it_runs_past_their_middle(left: float, parts: bool) -> None:  # noqa: FBT001 - a column of the table
    lines = (_LEVELS[0], level(70, 170, 100), level(left, 270, 100), _LEVELS[2])
    (found,) = ruled(_WORDS, *lines, *_UPRIGHTS)
    assert (found == _TABLE) == parts
    assert parts or found == [(0, 0, 1, 1, "Land"), (0, 1, 2, 1, "Kades vier"), (1, 0, 1, 1, "Malta")]


@pytest.mark.parametrize(("width", "height", "boxes"), [(6.1, 6.1, 1), (6, 20, 0), (20, 6, 0), (20, 6.1, 1), (6.1, 20, 1)])
def test_a_box_has_four_lines_unless_it_is_tiny(width: float, height: float, boxes: int) -> None:
    assert len(ruled((piece("x", 100, 104, 4),), box(99, 100, 99 + width, 100 + height))) == boxes


@pytest.mark.parametrize(("width", "height", "frame"), [(480, 640, False), (480.1, 640.1, True), (480.1, 640, False), (480, 640.1, False)])
def test_a_frame_around_the_page_is_none(width: float, height: float, frame: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (ruled((piece("x", 100, 100),), box(20, 20, 20 + width, 20 + height)) == []) == frame


def test_a_grid_of_which_little_is_filled_is_no_table() -> None:
    lines = (*(level(70, 370, y) for y in (80, 100, 120)), *(upright(x, 80, 120) for x in (70, 170, 270, 370)))
    assert len(ruled((piece("a", 72, 95), piece("b", 172, 95)), *lines)) == 1
    more = (*lines, level(70, 370, 140), *(upright(x, 120, 140) for x in (70, 170, 270, 370)))
    assert ruled((piece("a", 72, 95), piece("b", 172, 95)), *more) == []
    assert len(ruled((piece("a", 72, 95), piece("b", 172, 95), piece("c", 272, 95)), *more)) == 1
    assert ruled((piece("a", 72, 95), piece("b", 72, 115)), *more) == [[(0, 0, 1, 1, "a"), (1, 0, 1, 1, "b")]]


def test_rows_and_columns_that_hold_nothing_are_none() -> None:
    double = (*(level(70, 280, y) for y in (80, 100, 105, 125)), *(upright(x, 80, 125) for x in (70, 170, 175, 280)))
    words = (piece("Land", 72, 95), piece("Kades", 177, 95), piece("Malta", 72, 120), piece("vier", 177, 120))
    assert ruled(words, *double) == [_TABLE]
    over = (*double[:4], upright(70, 80, 125), *(upright(x, 100, 125) for x in (170, 175)), upright(280, 80, 125))
    assert ruled((piece("Land", 72, 95), *words[2:]), *over) == [[(0, 0, 1, 2, "Land"), (1, 0, 1, 1, "Malta"), (1, 1, 1, 1, "vier")]]


def test_lines_that_enclose_nothing_are_no_table() -> None:
    assert ruled(_WORDS, *_LEVELS[:2], _UPRIGHTS[0]) == []
    assert ruled(_WORDS, _LEVELS[0], *_UPRIGHTS[:2]) == []
    assert ruled(_WORDS, level(70, 270, 80), level(70, 270, 82), *_UPRIGHTS) == []


def test_of_tables_that_lie_in_one_another_the_outer_counts_but_tables_before_boxes() -> None:
    outer = box(60, 70, 300, 200)
    found = ruled_tables(_WORDS, (outer, *_LEVELS, *_UPRIGHTS), 600, 800)
    assert [table.is_box for table in found] == [False]
    beside = ruled_tables((*_WORDS, piece("x", 280, 300)), (box(275, 280, 400, 320), *_LEVELS, *_UPRIGHTS), 600, 800)
    assert [table.is_box for table in beside] == [False, True]
    assert [table.top for table in beside] == [80, 280]
    two = ruled_tables((piece("a", 100, 120), piece("b", 340, 120)), (box(90, 100, 320, 140), box(330, 100, 500, 140)), 600, 800)
    assert [table.left for table in two] == [90, 330]


def banded(*ys: float, words: tuple[TextPiece, ...] = _WORDS, right: float = 270) -> list[list[tuple[int, int, int, int, str]]]:
    """The cells of a table with level lines only."""
    return ruled(words, *(level(70, right, y) for y in ys))


def test_lines_from_left_to_right_part_rows() -> None:
    assert banded(80, 100, 120) == [_TABLE]
    assert banded(80, 120) == []
    assert banded(80, 82, 120) == []
    more = (*_WORDS, piece("Cyprus", 72, 135), piece("zes", 172, 135))
    assert banded(80, 100, 120, 140, words=more)[0][4:] == [(2, 0, 1, 1, "Cyprus"), (2, 1, 1, 1, "zes")]
    wrapped = (*_WORDS, piece("Cyprus", 72, 135), piece("zes", 172, 135), piece("en meer", 172, 147))
    assert banded(80, 100, 120, 150, words=wrapped)[0][4:] == [(2, 0, 1, 1, "Cyprus"), (2, 1, 1, 1, "zes en meer")]


def test_below_the_head_of_three_lines_each_row_that_begins_at_the_left_is_one() -> None:
    words = (*_WORDS, piece("Cyprus", 72, 130), piece("zes", 172, 130), piece("en meer", 172, 142), piece("en Gozo", 72, 154))
    assert banded(80, 100, 160, words=words) == [
        [*_TABLE, (2, 0, 1, 1, "Cyprus en Gozo"), (2, 1, 1, 1, "zes en meer")],
    ]
    head = (piece("Land", 72, 90), piece("Kades", 172, 90), piece("of eiland", 72, 99), piece("nu", 172, 99), *_WORDS[2:])
    assert banded(80, 100, 120, words=head)[0][:2] == [(0, 0, 1, 1, "Land of eiland"), (0, 1, 1, 1, "Kades nu")]


def test_half_of_the_rows_between_lines_stand_in_columns() -> None:
    half = (*_WORDS[:2], piece("Malta", 72, 115))
    assert banded(80, 100, 120, words=half) == [[(0, 0, 1, 1, "Land"), (0, 1, 1, 1, "Kades"), (1, 0, 1, 1, "Malta")]]
    assert banded(80, 100, 120, 140, words=(*half, piece("Gozo", 72, 135))) == []
    assert banded(80, 100, 120, words=_WORDS[:2]) == []


def test_lines_of_other_widths_are_of_another_table() -> None:
    lines = (level(70, 270, 80), level(70, 270, 100), level(70, 250, 120))
    assert ruled(_WORDS, *lines) == []
    assert ruled(_WORDS, lines[0], lines[1], level(69, 270, 120)) == [_TABLE]


def figures(*texts: str, name: str = "Land") -> list[str]:
    """The texts of the second column of a table without lines; none where rows are no table."""
    rows = tuple(
        Row((piece(f"{name} {'abcdefgh'[place]}", 70, 100 + 12 * place), piece(text, 200, 100 + 12 * place)))
        for place, text in enumerate(texts)
    )
    (found, *others) = open_tables(rows)
    return [cell.rows[0].text for cell in found.cells if cell.column] if isinstance(found, Table) and not others else []


@pytest.mark.parametrize(
    "figure",
    ["12", "1.200", "12,5", "-3", "+4", "–5", "(12)", "€ 7", "$7", "£7", "€7", "12%", "12*", "12)", "12 EUR", "12 miljoen", "3mln", "3 mld", "3 €", "–", "-", "n.v.", "nb", "n.a", "1 200,50"],
)  # fmt: skip
def test_figures_tell_a_table(figure: str) -> None:
    assert figures("x", figure, figure, "y") == ["x", figure, figure, "y"]


@pytest.mark.parametrize("word", ["twaalf", "12x", "12 km", "n.c.", "€", "1-2", "--", "x12", "%"])
def test_other_words_tell_none(word: str) -> None:
    assert figures("x", word, "12", "y") == []


def test_numbers_that_rise_are_pages_of_contents() -> None:
    assert figures("3", "5", "9") == []
    assert figures("3", "3", "9") == []
    assert figures("3", "9", "5") == ["3", "9", "5"]
    assert figures("3", "5", "n.v.") == ["3", "5", "n.v."]
    assert figures("9", "10", "11") == []
    rows = tuple(Row((piece("Land", 70, base), piece(str(base), 200, base), piece(str(base + 1), 300, base))) for base in (100, 112, 124))
    assert len(list(open_tables(rows))) == 1


def test_rows_before_and_behind_a_table_are_rows() -> None:
    def row(text: str, base: float) -> Row:
        return Row((piece(text, 70, base),))

    table = tuple(
        Row((piece(name, 70, base), piece(figure, 200, base)))
        for name, figure, base in (("Malta", "9", 112), ("Cyprus", "5", 124), ("Gozo", "7", 136))
    )
    found = list(open_tables((row("De kades", 100), *table, row("Meer.", 160))))
    assert [type(own) for own in found] == [Row, Table, Row]
    assert isinstance(found[1], Table)
    assert found[1].box == (70, 102, 205, 136)
    leaders = tuple(
        Row((piece(f"Land {dots}", 70, base), piece("9", 300, base))) for dots, base in ((".....", 100), (". . . .", 112), ("……", 124))
    )
    assert list(open_tables(leaders)) == list(leaders)


def words(*rows: tuple[str, ...], bold: bool = False, lefts: tuple[float, ...] = (70, 170, 330), step: float = 14) -> list[list[str]]:
    """The cells of a table of words without lines; an empty text is an empty cell, and `bold` its first row."""
    made = []
    for place, texts in enumerate(rows):
        pieces = [piece(text, left, 100 + step * place, bold=bold and not place) for text, left in zip(texts, lefts, strict=False) if text]
        made.append(Row(tuple(pieces)))
    (found, *others) = open_tables(tuple(made))
    if not isinstance(found, Table) or others:
        return []
    return [
        [" ".join(own.text for own in cell.rows) for cell in found.cells if cell.row == number] for number in range(found.cells[-1].row + 1)
    ]


_STALLS: Final = (
    ("Brood", "bakkerij uit de straat", "maandag"),
    ("Vis", "familie Bos van", "vrijdag"),
    ("Kaas", "boer Vink van", "zaterdag"),
)


def test_words_in_three_columns_are_a_table_and_in_two_below_a_bold_head() -> None:
    assert words(*_STALLS) == [list(row) for row in _STALLS]
    assert words(*_STALLS[:2]) == []
    two = tuple(row[:2] for row in _STALLS)
    assert words(*two) == []
    assert words(*two, bold=True) == [list(row) for row in two]


def test_what_has_no_first_cell_goes_on_with_the_row_above() -> None:
    wrapped = (_STALLS[0], ("", "achter", ""), _STALLS[1], _STALLS[2])
    assert words(*wrapped) == [["Brood", "bakkerij uit de straat achter", "maandag"], *(list(row) for row in _STALLS[1:])]
    assert words(*wrapped, step=24) == [["Brood", "bakkerij uit de straat achter", "maandag"], *(list(row) for row in _STALLS[1:])]
    assert words(*wrapped, step=24.1) == []
    assert words(*wrapped[:3]) == []


def test_cells_begin_at_the_places_of_their_columns() -> None:
    def read(*second: float) -> bool:
        rows = [
            Row((piece("Land", 70, 100 + 14 * place), piece("haven", left, 100 + 14 * place), piece("kade", 330, 100 + 14 * place)))
            for place, left in enumerate(second)
        ]
        found = list(open_tables(tuple(rows)))
        return len(found) == 1 and isinstance(found[0], Table)

    assert read(170, 170, 170, 170, 190)
    assert not read(170, 170, 170, 190, 190)
    assert not read(170, 170, 170, 172, 172)
    assert read(170, 170.9, 169.1, 170, 190)


def test_cells_are_short_and_fill_the_table() -> None:
    long = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"
    lefts = (70.0, 300.0, 700.0)
    assert words(*((long, long, "x"), (long, long, "y"), (long, long, "z")), lefts=(70, 400, 730))
    more = f"{long} dertien"
    assert not words(*((more, more, "x"), (more, more, "y"), (more, more, "z")), lefts=(70, 450, 830))
    assert words(("a", "b", "c"), ("d", "", "f"), ("g", "h", ""), ("j", "k", ""), lefts=lefts)
    assert words((long, long, "x"), (long, long, "y"), (more, "z", "w"), lefts=(70, 450, 830))
    assert not words((more, more, "x"), (more, more, "y"), (more, "z", "w"), lefts=(70, 450, 830))
    four = (70.0, 170.0, 330.0, 430.0)
    assert words(("a", "b", "c", "d"), ("e", "f", "g", "h"), ("i", "", "j", ""), ("k", "", "", "l"), lefts=four)
    assert not words(("a", "b", "c", "d"), ("e", "", "g", ""), ("i", "j", "", ""), lefts=four)


_BARS: Final = tuple(
    DrawnShape(100 + 30 * place, 300 - high, 120 + 30 * place, 300, filled=True) for place, high in enumerate((60, 95, 40, 120))
)


def labels(*given: TextPiece, shapes: tuple[DrawnShape, ...] = _BARS) -> list[str]:
    """The pieces of a page of 600 by 800 points that are labels in a drawing."""
    found = words_in_drawings(given, Sheet(1, 600, 800, given, shapes=shapes), ())
    return [own.text for own in given if id(own) in found]


@pytest.mark.parametrize(
    ("own", "label"),
    [
        (piece("Vis", 130, 322.5), True), (piece("Vis", 130, 323), False), (piece("Vis", 130, 163), True), (piece("Vis", 130, 162), False), (piece("Vis", 70, 250), True), (piece("Vis", 69.9, 250), False), (piece("Vis", 225, 250), True), (piece("Vis", 225.1, 250), False),
        (piece("Vis.", 130, 317), False), (piece("Vis:", 130, 317), False), (piece("1.", 130, 317), True), (piece("Figuur 1: vis", 130, 317), False), (piece("a b c d e f g", 110, 317), True), (piece("a b c d e f g h", 110, 317), False),
    ],
)  # fmt: skip
def test_labels_stand_in_a_drawing_or_right_beside_it(own: TextPiece, label: bool) -> None:  # noqa: FBT001 - a column of the table
    assert labels(own) == ([own.text] if label else [])


@pytest.mark.parametrize(
    ("shapes", "drawing"),
    [
        (_BARS[:3], False), (_BARS[1:], False), ((*_BARS[:3], replace(_BARS[0], left=190, right=210)), True), ((*_BARS[:2], *(replace(s, left=s.left + 60, right=s.right + 60) for s in _BARS[:2])), False),
        (tuple(replace(s, left=100 + (s.left - 100) / 2, right=100 + (s.right - 100) / 2) for s in _BARS), False), (tuple(replace(s, top=s.bottom - (s.bottom - s.top) / 2 + 0.1) for s in _BARS), False), (tuple(replace(s, top=s.bottom - (s.bottom - s.top) / 2) for s in _BARS), True),
        (tuple(replace(s, left=s.left + 20 * place, right=s.right + 20 * place) for place, s in enumerate(_BARS)), False),
    ],
)  # fmt: skip
def test_a_drawing_has_several_shapes_of_several_heights_close_together(shapes: tuple[DrawnShape, ...], drawing: bool) -> None:  # noqa: FBT001 - a column of the table
    assert labels(piece("4", 110, 290), shapes=shapes) == (["4"] if drawing else [])


def test_rows_of_a_drawing_are_labels_and_not_prose() -> None:
    prose = "a b c d e f g h"
    few = [piece(prose if place < 3 else "vis", 105, 200 + 9 * place, 4) for place in range(10)]
    assert len(labels(*few)) == 10
    many = [piece(prose if place < 4 else "vis", 105, 200 + 9 * place, 4) for place in range(10)]
    assert labels(*many) == []


def test_a_low_shape_behind_words_is_a_stripe() -> None:
    low = tuple(DrawnShape(100 + 30 * place, 276 - 2 * place, 120 + 30 * place, 300, filled=True) for place in range(3))
    shapes = (*low, DrawnShape(190, 200, 210, 300, filled=True))
    assert labels(piece("4", 195, 250), shapes=shapes) == ["4"]
    assert labels(piece("4", 195, 250), piece("a", 105, 290), shapes=shapes) == []
    assert "4" in labels(piece("4", 195, 250), piece("a", 105, 290, 9.6), shapes=shapes)


def test_rows_of_pieces_are_whole() -> None:
    assert [own.text for own in rows_of(_WORDS)] == ["Land Kades", "Malta vier"]


def test_shapes_of_one_height_are_no_drawing_wherever_they_stand() -> None:
    steps = tuple(DrawnShape(100 + 30 * place, 150 + 20 * place, 120 + 30 * place, 210 + 20 * place, filled=True) for place in range(5))
    assert labels(piece("4", 110, 190), shapes=steps) == []
    higher = tuple(replace(shape, bottom=shape.bottom + 3 * place) for place, shape in enumerate(steps))
    assert labels(piece("4", 110, 190), shapes=higher) == ["4"]


@pytest.mark.parametrize(("left", "drawing"), [(143.9, True), (144, False)])
def test_shapes_in_squares_that_touch_are_one_drawing(left: float, drawing: bool) -> None:  # noqa: FBT001 - a column of the table
    edges = ((100, 120), (left, 150), (155, 170), (175, 190))
    bars = tuple(DrawnShape(a, 300 - high, b, 300, filled=True) for (a, b), high in zip(edges, (60, 95, 40, 120), strict=True))
    assert labels(piece("4", 110, 290), shapes=bars) == (["4"] if drawing else [])


@pytest.mark.parametrize(
    ("edges", "drawing"),
    [
        ((191, 181, 209, 300), False), ((191.1, 181, 209, 300), True), ((191, 181.1, 209, 300), True), ((191, 181, 208.9, 300), True), ((191, 100, 209, 180), False), ((191, 100, 209, 179.9), True),
    ],
)  # fmt: skip
def test_shapes_in_a_table_are_its_own(edges: tuple[float, float, float, float], drawing: bool) -> None:  # noqa: FBT001 - a column of the table
    given = (piece("4", 110, 290),)
    found = words_in_drawings(given, Sheet(1, 600, 800, given, shapes=_BARS), (Table((), *edges),))
    assert (len(found) == 1) == drawing
