"""The parts of a PDF's page, each by itself: coordinates, gaps, rows, what is seen, grids, margins, edges, labels of notes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import pytest

from generator.model import Run
from generator.readers.printed.pdf.bands import open_tables
from generator.readers.printed.pdf.edges import find_edges
from generator.readers.printed.pdf.fonts import in_font, spelled_out
from generator.readers.printed.pdf.found_tables import Table
from generator.readers.printed.pdf.gaps import cut, is_stretched, usual_widths
from generator.readers.printed.pdf.grids import ruled_tables
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.margins import without_row_numbers
from generator.readers.printed.pdf.note_labels import find_label
from generator.readers.printed.pdf.pieces import DrawnShape, Font, TextPiece
from generator.readers.printed.pdf.rows import Row, rows_of
from generator.readers.printed.pdf.seen import once, seen, underlined
from generator.readers.printed.pdf.single_letters import continues
from generator.readers.printed.pdf.spaces import UPRIGHT, RawPiece, extent, piece_in, point, shape, times, view

_FONT: Final = Font("Times", bold=False, italic=False, glyphs=False)
_SYMBOLS: Final = Font("Symbol", bold=False, italic=False, glyphs=True)


def piece(text: str, left: float = 70, base: float = 100, size: float = 10, **more: object) -> TextPiece:
    """A piece of text, half its size wide a letter unless its width is given."""
    fields = {"bold": False, "italic": False, "right": left + len(text) * size / 2} | more
    return TextPiece(text=text, left=left, base=base, size=size, font=_FONT, **fields)  # type: ignore[arg-type] # the fields of a piece


def row(text: str, left: float = 70, base: float = 100, size: float = 10) -> Row:
    """A row of one piece."""
    return Row((piece(text, left, base, size),))


def test_lines_are_thin_and_long() -> None:
    assert (
        DrawnShape(0, 0, 8, 3, filled=False).level,
        DrawnShape(0, 0, 8, 3.1, filled=False).level,
        DrawnShape(0, 0, 7.9, 3, filled=False).level,
    ) == (
        True,
        False,
        False,
    )
    assert (
        DrawnShape(0, 0, 3, 8, filled=False).upright,
        DrawnShape(0, 0, 3.1, 8, filled=False).upright,
        DrawnShape(0, 0, 3, 7.9, filled=False).upright,
    ) == (True, False, False)
    assert (piece("a", base=100, size=20).top, piece("a", base=100, size=20).bottom) == (85, 104.4)


def test_matrices_map_one_after_the_other() -> None:
    turn, move = (0.0, 1.0, -1.0, 0.0, 0.0, 0.0), (2.0, 0.0, 0.0, 3.0, 10.0, 20.0)
    assert point(turn, 3, 4) == (-4, 3)
    assert point(move, 3, 4) == (16, 32)
    assert point(times(turn, move), 3, 4) == point(move, *point(turn, 3, 4))
    assert point(times(move, turn), 3, 4) == point(turn, *point(move, 3, 4))
    assert times(turn, UPRIGHT) is turn


def test_a_page_is_seen_from_its_top_left_however_it_lies() -> None:
    corners = [point(view(turn, 10, 20, 110, 220), *corner) for turn in range(4) for corner in ((10, 220), (110, 220), (10, 20))]
    assert corners[:3] == [(0, 0), (100, 0), (0, 200)]
    assert corners[3:6] == [(200, 0), (200, 100), (0, 0)]
    assert corners[6:9] == [(100, 200), (0, 200), (100, 0)]
    assert corners[9:12] == [(0, 100), (0, 0), (200, 100)]
    assert shape(view(0, 0, 0, 100, 200), (10, 20, 30, 50, True)) == DrawnShape(10, 150, 30, 180, filled=True)


def test_a_piece_reaches_as_far_as_its_box_in_the_direction_of_its_text() -> None:
    assert extent((2, 0, 0, 2, 10, 20), (10, 20, 50, 30)) == 20
    assert extent((-2, 0, 0, -2, 50, 20), (10, 20, 50, 30)) == 20
    assert extent((0, 2, -2, 0, 10, 20), (5, 20, 15, 60)) == 20
    assert extent((0, -2, 2, 0, 10, 60), (5, 20, 15, 60)) == 20
    assert extent((0, 0, 0, 0, 0, 0), (0, 0, 5, 5)) == 0


def test_a_piece_is_put_in_points_with_its_angle_and_slant() -> None:
    raw = RawPiece("haven", (2, 0, 0, 2, 10, 30), 25, 10, _FONT, bold=True, white=True, unseen=True)
    found, angle = piece_in(view(0, 0, 0, 100, 200), raw)
    assert (found.left, found.right, found.base, found.size, angle) == (10, 60, 170, 20, 0)
    assert (found.bold, found.white, found.unseen, found.italic, found.text) == (True, True, True, False, "haven")
    spaced, _ = piece_in(view(0, 0, 0, 100, 200), RawPiece("  haven", (1, 0, 0, 1, 10, 30), 35, 10, _FONT))
    assert (spaced.left, spaced.right) == (15, 45)
    leaning, _ = piece_in(view(0, 0, 0, 100, 200), RawPiece("haven", (1, 0, 0.2, 1, 10, 30), 25, 10, _FONT))
    assert leaning.italic
    upright, _ = piece_in(view(0, 0, 0, 100, 200), RawPiece("haven", (1, 0, 0.1, 1, 10, 30), 25, 10, _FONT))
    assert not upright.italic
    _, turned = piece_in(view(0, 0, 0, 100, 200), RawPiece("haven", (0, 1, -1, 0, 10, 30), 25, 10, _FONT))
    assert math.isclose(abs(turned), math.pi / 2)
    assert piece_in(view(0, 0, 0, 100, 200), RawPiece("haven", (0, 0, 0, 0, 10, 30), 25, 10, _FONT))[0].size == 0


def raw(text: str, left: float, width: float, *, size: float = 10, font: Font = _FONT) -> RawPiece:
    """A piece in its own coordinates."""
    return RawPiece(text, (1, 0, 0, 1, left, 0), width, size, font)


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (raw("ha", 0, 10), raw("ven", 10, 15), "haven"),
        (raw("ha", 0, 10), raw("ven", 12, 15), "haven"),
        (raw("de", 0, 10), raw("haven", 12.5, 25), "de haven"),
        (raw("de ", 0, 10), raw("haven", 12.5, 25), "de haven"),
        (raw("de", 0, 10), raw(" haven", 12.5, 25), "de haven"),
        (raw("de", 0, 10), raw("haven", 14.5, 25), None),
        (raw("de", 0, 10), raw("haven", 7, 25), None),
        (raw("de", 0, 10), raw("haven", 7.5, 25), "dehaven"),
        (raw("de", 0, 10), replace(raw("haven", 10, 25), matrix=(1, 0, 0, 1, 10, 0.3)), None),
        (raw("de", 0, 10), replace(raw("haven", 10, 25), matrix=(1, 0, 0, 1, 10, 0.1)), "dehaven"),
    ],
)  # fmt: skip
def test_letters_set_one_by_one_go_on_with_their_word(before: RawPiece, after: RawPiece, text: str | None) -> None:
    assert continues(before, after.text, after.matrix, after.width) == (text is not None)
    if text is not None:
        assert before.text == text
        assert before.width == after.matrix[4] + after.width


def test_a_piece_that_holds_a_gap_is_cut_there() -> None:
    usual = usual_widths([raw("haven en kade", 0, 65)] * 3)
    words = [
        *((c, 5.0 * i, 0.0) for i, c in enumerate("haven")),
        (" ", 25.0, 0.0),
        *((c, 100.0 + 5 * i, 0.0) for i, c in enumerate("kade")),
    ]
    wide = raw("haven kade", 0, 120)
    assert is_stretched(wide, usual)
    assert not is_stretched(raw("haven kade", 0, 60), usual)
    assert not is_stretched(raw("havenkade", 0, 120), usual)
    found = list(cut(wide, words))
    assert [(part.text, part.matrix[4]) for part in found] == [("haven", 0), ("kade", 100)]
    assert found[1].width == 20
    near = [(c, at if at < 100 else at - 70, y) for c, at, y in words]
    assert [part.text for part in cut(wide, near)] == ["haven kade"]
    other = [(c.upper(), at, y) for c, at, y in words]
    assert [part.text for part in cut(wide, other)] == ["haven kade"]


def texts(*pieces: TextPiece) -> list[str]:
    """The rows that pieces make."""
    return [found.text for found in rows_of(pieces)]


def test_pieces_on_one_line_are_a_row() -> None:
    assert texts(piece("haven", 100), piece("De", 70), piece("kade", 70, 112)) == ["De haven", "kade"]
    assert texts(piece("De", 70), piece("haven", 83, 102.1)) == ["De haven"]
    assert texts(piece("De mensen", 70), piece("haven", 200, 102.3)) == ["De mensen", "haven"]
    assert texts(piece("De", 70), piece("haven", 80)) == ["Dehaven"]
    assert texts(piece("De", 70), piece("haven", 83, bold=True), piece("meester", 108)) == ["De havenmeester"]
    assert texts(piece("Der Name: Erdős", 70, right=140), piece("x", 140.5, 104)) == ["Der Name: Erdősx"]
    assert texts(piece("De haven", 70), piece("De kade x", 70, 101)) == ["De haven", "De kade x"]
    assert rows_of(()) == ()


@pytest.mark.parametrize(
    ("label", "raised"),
    [
        (piece("1", 110.5, 96, 6), True), (piece("1", 110.5, 99, 6), False), (piece("1", 110.5, 91.5, 6), True), (piece("1", 110.5, 96, 10), True),
        (piece("e", 110.5, 96, 6), True), (piece("bis en ter x", 110.5, 96, 6), True), (piece("bis en ter en", 110.5, 96, 6), False), (piece("1", 110.5, 102, 6), False),
    ],
)  # fmt: skip
def test_small_pieces_that_stand_higher_are_raised(label: TextPiece, raised: bool) -> None:  # noqa: FBT001 - a column of the table
    found = rows_of([piece("De haven", 70), label])
    assert [part.raised for own in found for part in own.pieces if part.text == label.text] == [raised]
    assert len(found) == 1


def test_a_small_piece_far_from_words_is_a_row_of_its_own() -> None:
    assert texts(piece("De haven", 70), piece("12", 130, 96, 6)) == ["12", "De haven"]
    assert texts(piece("De haven", 70), piece("12", 110.5, 90, 6)) == ["12", "De haven"]


def test_a_row_knows_its_type_place_and_segments() -> None:
    own = Row((piece("De", 70, 100, 10), piece("1", 81, 96, 6, raised=True), piece("haven", 100, 100, 10)))
    assert (own.left, own.right, own.base, own.size, own.text) == (70, 125, 100, 10, "De1 haven")
    assert [[part.text for part in group] for group in own.segments] == [["De", "1"], ["haven"]]
    near = Row((piece("De", 70), piece("haven", 89)))
    assert len(near.segments) == 1
    assert len(Row((piece("De", 70), piece("haven", 89.5))).segments) == 2
    assert Row((piece("De", 70), piece(", x", 82.6))).text == "De , x"
    assert Row((piece("De", 70), piece(", x", 82.4))).text == "De, x"
    assert Row((piece("De", 70, raised=True), piece(".", 80))).text == "De."
    assert Row((piece("De", 70), piece("haven", 79))).text == "Dehaven"
    assert Row((piece("De ", 70, right=80), piece("haven", 80))).text == "De haven"


def test_lines_below_words_underline_them() -> None:
    words = [piece("De haven", 70, 100), piece("kade", 200, 100)]
    below = DrawnShape(70, 102, 110, 102.5, filled=True)
    assert [part.italic for part in underlined(words, (below,))] == [True, False]
    assert underlined(words, (DrawnShape(70, 104, 110, 104.5, filled=True),)) is words
    assert underlined(words, (DrawnShape(70, 99, 110, 99.4, filled=True),)) is words
    assert underlined(words, (DrawnShape(70, 102, 130, 102.5, filled=True),)) is words
    assert underlined(words, (DrawnShape(80, 102, 110, 102.5, filled=True),)) is words
    assert [part.italic for part in underlined(words, (DrawnShape(69.5, 102, 122, 102.5, filled=True),))] == [True, False]


def test_text_that_is_printed_over_itself_counts_once() -> None:
    assert len(once([piece("haven", 70, 100), piece("haven", 70.5, 100.5)])) == 1
    assert len(once([piece("haven", 70, 100), piece("haven", 73, 100)])) == 2
    assert len(once([piece("haven", 70, 100), piece("haven", 70, 103)])) == 2
    assert len(once([piece("haven", 70, 100), piece("kade", 70, 100)])) == 2


@pytest.mark.parametrize(
    ("odd", "shapes", "images", "shown"),
    [
        (piece("weg", -20, 100), (), 0, False),
        (piece("weg", 600, 100), (), 0, False),
        (piece("weg", 70, -5), (), 0, False),
        (piece("weg", 70, 860), (), 0, False),
        (piece("weg", 590, 100), (), 0, True),
        (piece("weg", 70, 100, white=True), (), 0, False),
        (piece("weg", 70, 100, white=True), (), 1, True),
        (piece("weg", 70, 100, white=True), (DrawnShape(60, 90, 200, 110, filled=True),), 0, True),
        (piece("weg", 70, 100, white=True), (DrawnShape(60, 90, 200, 110, filled=False),), 0, False),
        (piece("weg", 70, 100, white=True), (DrawnShape(80, 90, 200, 110, filled=True),), 0, False),
        (piece("weg", 70, 100, white=True), (DrawnShape(60, 101, 200, 110, filled=True),), 0, False),
        (piece("weg", 70, 100, unseen=True), (), 0, False),
        (piece("w" * 20, 70, 100, unseen=True), (), 1, True),
        (piece("weg", 70, 100, unseen=True), (), 1, False),
    ],
)  # fmt: skip
def test_what_lies_off_the_page_or_is_white_or_unseen_is_hidden(
    odd: TextPiece,
    shapes: tuple[DrawnShape, ...],
    images: int,
    shown: bool,  # noqa: FBT001 - a column of the table
) -> None:
    usual = piece("De haven is open", 70, 300)
    kept, hidden = seen([usual, odd], shapes, 595, 842, images)
    assert (odd in kept, odd in hidden) == (shown, not shown)
    assert usual in kept


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("haven", "haven"), ("ha\x02", "ha-"), ("ha\ufffe", "ha-"), ("de\u00a0haven", "de haven"), ("de\thaven\r\n", "de haven  "), ("\x10haven\x11", "“haven”"), ("\x15", "–"), ("\x16", "—"), ("\x1cn", "ﬁn"),
        ("\x0bx", "ﬀx"), ("\x0cx", "ﬁx"), ("\x0ex", "ﬃx"), ("\x0fx", "ﬄx"), ("\x88 x", "• x"), ("a\x01b", "ab"), ("\x01", "\uf001"), ("\x01\x04", ""), ("\uffff", ""), ("\x03x", " x"), ("", ""),
    ],
)  # fmt: skip
def test_bare_codes_are_spelled_as_the_signs_they_stand_for(said: str, text: str) -> None:
    assert spelled_out(said) == text
    assert in_font("a•", _FONT) == "a•"
    assert in_font("a\u00b7", _SYMBOLS) == "\uf061\uf0b7"


def box(left: float, top: float, right: float, bottom: float) -> DrawnShape:
    """A box that is drawn and not filled."""
    return DrawnShape(left, top, right, bottom, filled=False)


def cells(table: Table) -> list[tuple[int, int, int, int, str]]:
    """The cells of a table: row, column, reach down and across, text."""
    return [(cell.row, cell.column, cell.down, cell.across, " ".join(found.text for found in cell.rows)) for cell in table.cells]


def _ruled(*shapes: DrawnShape, pieces: tuple[TextPiece, ...]) -> list[list[tuple[int, int, int, int, str]]]:
    return [cells(table) for table in ruled_tables(pieces, shapes, 595, 842)]


_WORDS: Final = (piece("Land", 72, 95), piece("Kades", 172, 95), piece("Malta", 72, 115), piece("vier", 172, 115))
_GRID: Final = (
    *(box(70, y, 270, y + 0.5) for y in (80, 100, 120)),
    *(box(x, 80, x + 0.5, 120) for x in (70, 170, 270)),
)


def test_lines_that_touch_make_the_cells_of_a_table() -> None:
    whole = [[(0, 0, 1, 1, "Land"), (0, 1, 1, 1, "Kades"), (1, 0, 1, 1, "Malta"), (1, 1, 1, 1, "vier")]]
    assert _ruled(*_GRID, pieces=_WORDS) == whole
    assert _ruled(box(70, 80, 170, 100), box(170, 80, 270, 100), box(70, 100, 170, 120), box(170, 100, 270, 120), pieces=_WORDS) == whole
    assert _ruled(*_GRID, pieces=()) == []
    assert _ruled(*(_GRID * 251), pieces=_WORDS) == []


def test_slots_with_no_line_between_them_are_one_cell() -> None:
    short = (*_GRID[:3], _GRID[3], box(170, 100, 170.5, 120), _GRID[5])
    assert _ruled(*short, pieces=_WORDS)[0][0] == (0, 0, 1, 2, "Land Kades")
    half = (_GRID[0], box(170, 100, 270, 100.5), _GRID[2], *_GRID[3:])
    assert _ruled(*half, pieces=_WORDS)[0][0] == (0, 0, 2, 1, "Land Malta")


def test_a_frame_around_text_is_a_box_and_one_around_the_page_is_none() -> None:
    frame = box(60, 80, 300, 140)
    found = ruled_tables(_WORDS, (frame,), 595, 842)
    assert [table.is_box for table in found] == [True]
    assert (found[0].left, found[0].top, found[0].right, found[0].bottom) == (60, 80, 300, 140)
    assert ruled_tables(_WORDS, (box(20, 20, 575, 820),), 595, 842) == ()
    assert len(ruled_tables(_WORDS, (frame, *_GRID), 595, 842)) == 1


def test_three_level_lines_part_the_rows_of_a_table() -> None:
    rules = tuple(box(70, y, 270, y + 0.5) for y in (80, 100, 160))
    rows = (*_WORDS, piece("Cyprus", 72, 130), piece("zes", 172, 130), piece("en meer", 172, 145))
    assert _ruled(*rules, pieces=rows) == [
        [
            (0, 0, 1, 1, "Land"),
            (0, 1, 1, 1, "Kades"),
            (1, 0, 1, 1, "Malta"),
            (1, 1, 1, 1, "vier"),
            (2, 0, 1, 1, "Cyprus"),
            (2, 1, 1, 1, "zes en meer"),
        ]
    ]
    assert _ruled(*rules[:2], pieces=rows) == []
    assert _ruled(*rules, pieces=(piece("De haven is open", 72, 95), piece("en de kade dicht", 72, 115))) == []


def test_rows_with_figures_in_columns_are_a_table_without_lines() -> None:
    rows = tuple(
        Row((piece(name, 70, base), piece(figure, 200, base)))
        for name, figure, base in (("Malta", "4", 100), ("Cyprus", "12,5", 112), ("Spanje", "€ 7", 124))
    )
    found = [cells(table) for table in open_tables(rows) if isinstance(table, Table)]
    assert found == [
        [
            (0, 0, 1, 1, "Malta"),
            (0, 1, 1, 1, "4"),
            (1, 0, 1, 1, "Cyprus"),
            (1, 1, 1, 1, "12,5"),
            (2, 0, 1, 1, "Spanje"),
            (2, 1, 1, 1, "€ 7"),
        ]
    ]
    assert list(open_tables(rows[:2])) == list(rows[:2])
    counting = tuple(Row((own.pieces[0], piece(str(page), 200, own.base))) for page, own in zip((3, 5, 9), rows, strict=True))
    assert list(open_tables(counting)) == list(counting)
    falling = tuple(Row((own.pieces[0], piece(str(page), 200, own.base))) for page, own in zip((9, 5, 3), rows, strict=True))
    assert len(list(open_tables(falling))) == 1
    words = tuple(Row((own.pieces[0], piece("haven", 200, own.base))) for own in rows)
    assert list(open_tables(words)) == list(words)
    leaders = tuple(Row((piece(f"{own.pieces[0].text} .....", 70, own.base), own.pieces[1])) for own in rows)
    assert list(open_tables(leaders)) == list(leaders)


def _margin(*given: int, left: float = 40) -> tuple[Row, ...]:
    return tuple(
        Row((piece(str(number), left, 100 + 12 * n), piece("De haven is open", 70, 100 + 12 * n))) for n, number in enumerate(given)
    )


def test_numbers_in_the_margin_that_count_the_rows_are_set_aside() -> None:
    ((rows, numbers),) = without_row_numbers([_margin(1, 2, 3, 4)])
    assert [found.text for found in rows] == ["De haven is open"] * 4
    assert [found.text for found in numbers] == ["1", "2", "3", "4"]
    assert without_row_numbers([_margin(1, 2, 3)])[0][1] == ()
    assert without_row_numbers([_margin(1, 5, 6, 9)])[0][1] == ()
    assert [len(found) for _, found in without_row_numbers([_margin(1, 2, 3, 4), _margin(7, 8)])] == [4, 2]
    inside = tuple(
        Row((piece(str(n), 200, 100 + 12 * n), piece("en", 220, 100 + 12 * n), piece("De", 70, 100 + 12 * n))) for n in range(1, 6)
    )
    assert without_row_numbers([tuple(Row(tuple(sorted(own.pieces, key=lambda part: part.left))) for own in inside)])[0][1] == ()
    assert (
        without_row_numbers(
            [tuple(Row((piece(str(n), 40, 100 + 12 * n, raised=True), piece("De", 70, 100 + 12 * n))) for n in range(1, 6))]
        )[0][1]
        == ()
    )
    assert without_row_numbers([()]) == (((), ()),)


def _sheets(count: int, head: str = "", foot: str = "") -> tuple[tuple[Row, ...], ...]:
    """Pages of text with a head and a foot; a number sign in these is the number of the page."""
    pages = []
    for n in range(1, count + 1):
        body = [row(f"{'abcdefgh'[n]}{'klmn'[k]} haven", 70, 100 + 12 * k) for k in range(4)]
        top = [row(head.replace("#", str(n)), 70, 40)] if head else []
        end = [row(foot.replace("#", str(n)), 70, 800)] if foot else []
        pages.append((*top, *body, *end))
    return tuple(pages)


@pytest.mark.parametrize(
    ("count", "head", "foot", "heads", "feet"),
    [
        (3, "Verslag", "", True, False), (2, "Verslag", "", True, False), (1, "Verslag", "", False, False), (3, "Verslag deel #", "", True, False), (3, "", "#", False, True), (3, "", "pagina # van 9", False, True),
        (3, "", "- # -", False, True), (3, "Verslag", "#", True, True), (3, "", "12345/#", False, True), (3, "", "# Zie het verslag", False, True), (2, "", "# Zie het verslag", False, False), (3, "Verslag " * 21, "", False, False),
    ],
)  # fmt: skip
def test_rows_that_return_at_the_edges_of_pages_belong_to_these(count: int, head: str, foot: str, heads: bool, feet: bool) -> None:  # noqa: FBT001 - columns of the table
    found = find_edges(_sheets(count, head, foot))
    assert [bool(own.heads) for own in found] == [heads] * count
    assert [bool(own.feet) for own in found] == [feet] * count
    assert all(len(own.heads) + len(own.body) + len(own.feet) == 4 + bool(head) + bool(foot) for own in found)


def test_a_row_that_returns_within_the_text_is_text() -> None:
    pages = tuple((*page[:1], row("Verslag", 70, 112), *page[2:]) for page in _sheets(3))
    assert all(own.heads == () for own in find_edges(pages))
    elsewhere = tuple((row("Verslag", 70, 40 + 20 * n), *page) for n, page in enumerate(_sheets(3)))
    assert all(own.heads == () for own in find_edges(elsewhere))


def line(*parts: tuple[str, float, bool]) -> Line:
    """A row of runs, each with its text, type size, and whether it is raised."""
    runs, at = [], 0
    for text, size, raised in parts:
        runs.append(Run(at, at + len(text), raised=raised, size=size))
        at += len(text)
    return Line(0, at, "".join(text for text, _, _ in parts), tuple(runs), 1, "", 70, 200, 90, 102, 100, 10, bold=False, italic=False)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (line(("1", 6, True), (" Zie a.", 10, False)), ("1", "1", 1, True)),
        (line(("(12)", 6, True), (" Zie a.", 10, False)), ("12", "(12)", 4, True)),
        (line(("*", 6, True), ("Zie a.", 10, False)), ("*", "*", 1, True)),
        (line(("a", 6, True), ("Zie a.", 10, False)), ("a", "a", 1, True)),
        (line(("1 Zie", 6, True), (" a.", 10, False)), ("1", "1", 1, True)),
        (line(("(12) Zie", 6, True), (" a.", 10, False)), ("12", "(12)", 4, True)),
        (line(("Zie", 6, True), (" a.", 10, False)), None),
        (line(("e", 6, True), ("Zie", 10, False)), ("e", "e", 1, True)),
        (line(("1", 9, False), ("Zie a.", 10, False)), ("1", "1", 1, True)),
        (line(("1", 10, False), ("Zie a.", 10, False)), ("1", "1", 1, False)),
        (line(("12345", 10, False), (" Zie a.", 10, False)), None),
        (line(("1 Zie a.", 10, False)), ("1", "1", 1, False)),
        (line(("1. ", 8.9, False), ("Zie a.", 10, False)), ("1", "1.", 2, True)),
        (line(("1. ", 9, False), ("Zie a.", 10, False)), ("1", "1.", 2, False)),
        (line(("1. Zi", 8, False), ("e a.", 10, False)), ("1", "1.", 2, False)),
        (line(("1. Zie a.", 10, False)), ("1", "1.", 2, False)),
        (line(("(1) Zie a.", 10, False)), ("1", "(1)", 3, False)),
        (line(("[1] Zie a.", 10, False)), ("1", "[1]", 3, False)),
        (line(("(a) Zie a.", 10, False)), ("a", "(a)", 3, False)),
        (line(("** Zie a.", 10, False)), ("**", "**", 2, True)),
        (line(("¹² Zie a.", 10, False)), ("12", "¹²", 2, True)),
        (line(("1Zie a.", 10, False)), ("1", "1", 1, False)),
        (line(("1zie a.", 10, False)), None),
        (line(("1", 10, False)), None),
        (line(("Zie a.", 10, False)), None),
    ],
)  # fmt: skip
def test_a_note_starts_with_a_number_or_sign(own: Line, found: tuple[str, str, int, bool] | None) -> None:
    label = find_label(own)
    assert (label and (label.key, label.printed, label.end, label.raised)) == found
    assert label is None or label.bracket == (label.printed[0] if label.printed[0] in "([" else "")
    moved = replace(own, start=40, end=own.end + 40, runs=tuple(replace(run, start=run.start + 40, end=run.end + 40) for run in own.runs))
    assert find_label(moved) == (label and replace(label, end=label.end + 40))
