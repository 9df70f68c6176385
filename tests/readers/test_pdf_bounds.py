"""Where rules about a PDF's rows begin and end: how near, how small, how full; each at its limit and right past it."""

from __future__ import annotations

from typing import Final

import pytest

from generator.readers.printed.pdf.found_tables import Cell, Table
from generator.readers.printed.pdf.gutters import best_gutter
from generator.readers.printed.pdf.pieces import DrawnShape, Font, TextPiece
from generator.readers.printed.pdf.rows import Row, rows_of
from generator.readers.printed.pdf.seen import once, seen, underlined
from generator.readers.printed.pdf.white_columns import bounds_of, column_at, is_parted, parts_of

_FONT: Final = Font("Times", bold=False, italic=False, glyphs=False)


def piece(text: str, left: float = 0, base: float = 0, size: float = 10, **more: object) -> TextPiece:
    """A piece, half its size wide a letter unless its end is given."""
    fields = {"right": left + len(text) * size / 2, "bold": False, "italic": False} | more
    return TextPiece(text=text, left=left, base=base, size=size, font=_FONT, **fields)  # type: ignore[arg-type] # the fields of a piece


def texts(*pieces: TextPiece) -> list[str]:
    """The rows that pieces make."""
    return [own.text for own in rows_of(pieces)]


_WORDS: Final = piece("De haven")
"""From 0 to 40, on the line at 0."""


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (piece("De kade", 300, 2.2), True), (piece("De kade", 300, 2.3), False), (piece("De kade", 300, -2.2), True), (piece("De kade", 300, -2.3), False),
        (piece("De kade", 300, 1.1, 5), True), (piece("De kade", 300, 1.2, 5), False), (piece("De kade", 42, 2.2, 9), True), (piece("De kade", 42, 2.3, 9), False), (piece("De kade", 42, 1.5, 5), True),
    ],
)  # fmt: skip
def test_pieces_on_nearly_one_line_are_a_row(other: TextPiece, one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (len(texts(_WORDS, other)) == 1) == one


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (piece("De kade", 35), True), (piece("De kade", 34.9), False), (piece("abc", 38, right=42), True), (piece("abc", 37.9, right=41.9), False), (piece("De kade", 0, 1), False),
    ],
)  # fmt: skip
def test_a_piece_that_lies_over_another_is_another_row(other: TextPiece, one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (len(texts(_WORDS, other)) == 1) == one


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (piece("ab", 42, 5), True), (piece("ab", 42, 5.1), False), (piece("ab", 42, -5, 9), True), (piece("ab", 42, -5.1, 9), False), (piece("abc", 42, 5), False), (piece(" ab ", 42, 5), True), (piece("ab", 60, 5), False),
    ],
)  # fmt: skip
def test_a_sign_or_two_belong_to_the_row_that_they_touch(other: TextPiece, one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (len(texts(_WORDS, other)) == 1) == one


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (piece("bis", 42, -5, 8.6), True), (piece("bis", 42, -5, 8.7), False), (piece("123", 42, -5, 10), True), (piece("123", 42, -5, 10.1), False), (piece("***", 42, -5, 10), True),
        (piece("[12]", 42, -5, 10), True), (piece("1234", 42, -5, 10), False), (piece("bis", 42, -8.5, 6), True), (piece("bis", 42, -8.6, 6), False), (piece("bis", 42, 3, 6), True), (piece("bis", 42, 3.1, 6), False),
        (piece("bis", 47, -5, 6), True), (piece("bis", 47.1, -5, 6), False), (piece("bis", -16, -5, 6), True), (piece("bis", -16.1, -5, 6), False), (piece("bis", 33, -5, 6), True), (piece("bis", 20, -5, 6), False), (piece("bis", 0, -5, 6), False),
    ],
)  # fmt: skip
def test_small_pieces_belong_to_the_row_that_they_touch(other: TextPiece, one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (len(texts(_WORDS, other)) == 1) == one


@pytest.mark.parametrize(
    ("other", "raised"),
    [
        (piece("bis", 42, -1.3, 6), True), (piece("bis", 42, -1.2, 6), False), (piece("bis", 42, 2, 6), False), (piece("abcdefghijkl", 42, -2, 6), True), (piece("abcdefghijklm", 42, -2, 6), False),
        (piece("bis", 42, -2, 8.7), False), (piece("bis", 90, -1.3, 6), False),
    ],
)  # fmt: skip
def test_what_stands_high_small_and_close_is_raised(other: TextPiece, raised: bool) -> None:  # noqa: FBT001 - a column of the table
    (own,) = rows_of((_WORDS, other))
    assert [part.raised for part in own.pieces] == [False, raised]


def test_a_raised_digit_belongs_to_the_row_that_it_touches_or_else_the_nearest() -> None:
    right = piece("De kade", 100, -2)
    assert texts(_WORDS, right, piece("1", 41, -5, 6)) == ["De haven1 De kade"]
    low = piece("De kade", 100, 6)
    assert texts(_WORDS, low, piece("1", 41, -5, 6)) == ["De haven1", "De kade"]
    assert texts(_WORDS, low, piece("1", 136, 1, 6)) == ["De haven", "De kade1"]
    near = (piece("De haven", 0, 0), piece("De kade", 0, 8))
    assert texts(*near, piece("1", 41, -2, 6)) == ["De haven1", "De kade"]
    assert texts(*near, piece("1", 36, 6, 6)) == ["De haven", "De kade1"]


@pytest.mark.parametrize(
    ("second", "text"),
    [
        (piece("kade", 42.5), "De havenkade"), (piece("kade", 42.6), "De haven kade"), (piece(" kade", 40), "De haven kade"), (piece(" kade", 39.5), "De haven kade"), (piece(" kade", 39.4), "De havenkade"),
        (piece("kade", 41.3, size=5), "De haven kade"), (piece("kade", 41.2, size=5), "De havenkade"), (piece("kade", 40.3, size=0.5), "De haven kade"), (piece("kade", 40.2, size=0.5), "De havenkade"),
    ],
)  # fmt: skip
def test_a_blank_stands_where_the_gap_is_one(second: TextPiece, text: str) -> None:
    assert Row((_WORDS, second)).text == text


def test_no_blank_stands_between_a_raised_digit_and_a_stop() -> None:
    for sign in ".,;:)":
        assert Row((piece("1 ", raised=True, right=4), piece(sign, 4.5))).text == f"1{sign}"
        assert Row((piece("1 ", right=4), piece(sign, 4.5))).text == f"1 {sign}"
        assert Row((piece("1", raised=True, right=4), piece(sign, 8))).text == f"1 {sign}"
    assert Row((piece("1 ", raised=True, right=4), piece("(a)", 4.5))).text == "1 (a)"


def test_a_row_is_as_high_as_the_largest_part_of_it_that_is_not_raised() -> None:
    own = Row((piece("De", 0, 50, 12), piece("kade is", 20, 51, 10), piece("verslag van de haven", 60, 44, 7, raised=True)))
    assert (own.base, own.size) == (51, 10)
    assert Row((piece("bis", 0, 44, 7, raised=True),)).base == 44
    inner = Row((piece("De", 0, right=100), piece("1", 20)))
    assert inner.right == 100


@pytest.mark.parametrize(("gap", "parts"), [(9, 1), (9.1, 2)])
def test_white_parts_what_stands_side_by_side(gap: float, parts: int) -> None:
    own = Row((piece("De haven"), piece("4", 40 + gap)))
    assert len(parts_of(own)) == len(own.segments) == parts
    assert is_parted(own) == (parts == 2)
    large = Row((piece("De haven"), piece("4", 40 + gap, size=20)))
    assert len(parts_of(large)) == len(large.segments) == 1


@pytest.mark.parametrize("mark", ["a.", "1)", "(iv)", "•", "12", "abcd.", "(a)", "–"])
def test_a_mark_that_hangs_out_belongs_to_what_follows(mark: str) -> None:
    assert len(parts_of(Row((piece(mark), piece("De haven", 50), piece("4", 120))))) == 2
    assert len(parts_of(Row((piece("De haven"), piece(mark, 70), piece("4", 120))))) == 3


@pytest.mark.parametrize("word", ["abcde.", "1234", "Malta", "••", "(a"])
def test_a_word_is_no_mark(word: str) -> None:
    assert len(parts_of(Row((piece(word), piece("De haven", 50), piece("4", 120))))) == 3


def test_columns_begin_behind_white_that_all_rows_share() -> None:
    rows = (
        Row((piece("De haven"), piece("4", 100))),
        Row((piece("Kade", 0, 12), piece("12", 95, 12))),
        Row((piece("De sluis van", 0, 24), piece("7", 100, 24))),
    )
    assert bounds_of(rows) == [95]
    assert bounds_of(rows[:1]) == [100]
    assert [column_at([95, 200], piece("x", left)) for left in (93.9, 94, 198.9, 199)] == [0, 1, 1, 2]
    touching = (*rows, Row((piece("x" * 18, 0, 36),)))
    assert bounds_of(touching) == []
    assert bounds_of((*rows, Row((piece("x" * 18, 0, 36, right=89.9),)))) == [95]


def test_a_table_reaches_over_its_rows() -> None:
    rows = (Row((piece("De haven", 10, 100, 12),)), Row((piece("De kade is", 5, 112), piece("4", 200, 112))))
    table = Table.of_rows((Cell(0, 0, 1, 1, rows[:1]), Cell(1, 0, 1, 1, rows[1:])), rows)
    assert table.box == (5, 88, 205, 112)
    assert table.is_box
    held = table.placeholder(3)
    assert (held.text, held.left, held.right, held.base, held.size) == ("\ufffc3", 5, 205, 89, 1)
    assert table.holds(held)


def test_a_line_right_below_words_of_its_length_underlines_them() -> None:
    words = piece("De haven", 0, 100)

    def marked(left: float, right: float, top: float, *more: TextPiece) -> list[bool]:
        return [part.italic for part in underlined([words, *more], (DrawnShape(left, top, right, top + 0.5, filled=True),))]

    assert [marked(0, 40, top)[0] for top in (99.4, 99.5, 103, 103.1)] == [False, True, True, False]
    assert [marked(0, right, 101)[0] for right in (37.9, 38, 53.3, 53.4)] == [False, True, True, False]
    assert [marked(left, 41, 101)[0] for left in (1, 1.1)] == [True, False]
    assert marked(0, 75, 101, piece("kade", 45, 100), piece("en", 200, 100)) == [True, True, False]
    assert underlined([words], (DrawnShape(0, 90, 0.5, 120, filled=True),)) == [words]
    large = piece("De haven", 0, 100, 20)
    assert [part.italic for part in underlined([large], (DrawnShape(0, 106, 80, 106.5, filled=True),))] == [True]


def test_text_printed_again_close_by_is_one() -> None:
    assert len(once([piece("kade", 0, 0), piece("kade", 1.4, 0)])) == 1
    assert len(once([piece("kade", 0, 0), piece("kade", 0, -1.4)])) == 1
    assert len(once([piece("kade", 0, 0), piece("kade", 1.6, 0)])) == 2
    assert len(once([piece("kade", 0, 0), piece("kade", 1, 0), piece("kade", 2, 0)])) == 1
    assert len(once([piece("kade", 500, 400, 20), piece("kade", 502, 402, 20)])) == 1
    assert len(once([piece("kade", 500, 400, 20), piece("kade", 500, 404, 20)])) == 2
    assert len(once([piece("kade", 500, 400, 20), piece("kade", 504, 400, 20)])) == 2
    assert len(once([piece("kade", 0, 0, 0), piece("kade", 5, 0, 0)])) == 2


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        (piece("weg", 100, 0), False), (piece("weg", 100, 0.1), True), (piece("weg", 600, 50), False), (piece("weg", 599, 50), True), (piece("weg", -15, 50), False), (piece("weg", -14.9, 50), True),
        (piece("weg", 100, 807.5), False), (piece("weg", 100, 807.4), True),
    ],
)  # fmt: skip
def test_what_touches_the_page_is_on_it(own: TextPiece, shown: bool) -> None:  # noqa: FBT001 - a column of the table
    kept, hidden = seen([own], (), 600, 800, 0)
    assert (kept, hidden) == (((own,), ()) if shown else ((), (own,)))


@pytest.mark.parametrize(
    ("shape", "shown"),
    [
        (DrawnShape(101, 40, 150, 60, filled=True), True), (DrawnShape(101.1, 40, 150, 60, filled=True), False), (DrawnShape(90, 50, 150, 60, filled=True), True), (DrawnShape(90, 50.1, 150, 60, filled=True), False),
        (DrawnShape(90, 40, 150, 50, filled=True), True), (DrawnShape(90, 40, 150, 49.9, filled=True), False), (DrawnShape(90, 40, 100, 60, filled=True), True), (DrawnShape(90, 40, 99.9, 60, filled=True), False),
        (DrawnShape(90, 48, 150, 51, filled=True), False), (DrawnShape(90, 48, 150, 51.1, filled=True), True),
    ],
)  # fmt: skip
def test_white_words_are_seen_on_what_is_filled(shape: DrawnShape, shown: bool) -> None:  # noqa: FBT001 - a column of the table
    own = piece("weg", 100, 50, white=True)
    assert (own in seen([own], (shape,), 600, 800, 0)[0]) == shown


def test_a_scan_has_most_of_its_text_unseen() -> None:
    usual, unseen = piece("a" * 10, 0, 50), piece("b" * 10, 0, 70, unseen=True)
    assert seen([usual, unseen], (), 600, 800, 1) == ((usual,), (unseen,))
    longer = piece("b" * 11, 0, 70, unseen=True)
    assert seen([usual, longer], (), 600, 800, 1) == ((usual, longer), ())
    assert seen([usual, longer], (), 600, 800, 0) == ((usual,), (longer,))


def side(width: float, left: float, *, rows: int = 4, first: float = 0) -> list[TextPiece]:
    """A column of rows of one width."""
    return [piece("x" * 10, left, first + 12 * place, right=left + width) for place in range(rows)]


def gutter(*pieces: TextPiece, known: tuple[float, ...] = ()) -> float | None:
    """The place of the gutter that parts pieces."""
    found = best_gutter(rows_of(pieces), known)
    return found.place if found else None


@pytest.mark.parametrize(("width", "found"), [(90, True), (89.9, False)])
def test_columns_of_running_text_are_so_wide(width: float, found: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (gutter(*side(width, 0), *side(200, 300)) is not None) == found
    assert (gutter(*side(200, 0), *side(width, 300)) is not None) == found


@pytest.mark.parametrize(("white", "found"), [(7.5, True), (7.4, False)])
def test_a_gutter_is_so_wide(white: float, found: bool) -> None:  # noqa: FBT001 - a column of the table
    assert (gutter(*side(200 - white, 0), *side(200, 200, rows=6)) is not None) == found


def test_the_gutter_stands_before_the_edge_of_the_right_column() -> None:
    assert gutter(*side(180, 0), *side(200, 200.4)) == 198.5
    assert gutter(*side(180, 0), *side(200, 200.6)) == 199.5


def test_rows_on_one_side_alone_count_where_the_other_side_has_as_many() -> None:
    alternate = [*side(180, 0, rows=3), *side(180, 200, rows=3, first=40)]
    assert gutter(*alternate) == 198.5
    assert gutter(*side(180, 0, rows=3), *side(180, 200, rows=2, first=40)) is None


@pytest.mark.parametrize(("full", "found"), [(5, True), (4, False)])
def test_many_rows_of_running_text_are_full(full: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    short = [piece("x" * 10, 0, 12 * place, right=200 if place < full else 100) for place in range(11)]
    assert (gutter(*short, *side(200, 300, rows=11)) is not None) == found


@pytest.mark.parametrize(("width", "found"), [(144, True), (143, False)])
def test_a_full_row_is_nearly_as_long_as_the_others(width: float, found: bool) -> None:  # noqa: FBT001 - a column of the table
    rows = [piece("x" * 10, 0, 12 * place, right=200 if place < 3 else width if place < 5 else 60) for place in range(11)]
    assert (gutter(*rows, *side(200, 300, rows=11)) is not None) == found


def test_a_known_gutter_parts_half_of_the_rows_at_least() -> None:
    pair, across = [piece("x" * 10, 0, 100), piece("y" * 10, 200, 100)], side(400, 0, rows=1)
    assert gutter(*pair, *across, known=(198.0,)) == 198.0
    assert gutter(*pair, *side(400, 0, rows=2), known=(198.0,)) is None
    assert gutter(*pair, known=(160.0,)) == 160.0
    assert gutter(*pair, known=(159.9,)) is None
    assert gutter(pair[1], known=(198.0,)) is None


def test_of_two_gutters_the_one_with_more_white_parts_columns() -> None:
    marks = [piece("–", 190, 12 * place) for place in range(3)]
    assert gutter(*side(150, 0), *marks, *side(200, 205)) == 188.5


@pytest.mark.parametrize(("size", "other", "line"), [(3, 8, True), (3.1, 8, False), (3, 7.9, False)])
def test_lines_are_thin_and_long_wherever_they_stand(size: float, other: float, line: bool) -> None:  # noqa: FBT001 - a column of the table
    assert DrawnShape(100, 200, 100 + other, 200 + size, filled=True).level == line
    assert DrawnShape(100, 200, 100 + size, 200 + other, filled=True).upright == line
