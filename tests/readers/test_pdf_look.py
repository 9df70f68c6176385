"""What the look of a PDF's pieces says: which are headings, how rows are usually set, where white space tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator.readers.pieces.enumeration import find_heading_mark, find_marks
from generator.readers.printed.pdf.chunks import Chunk
from generator.readers.printed.pdf.columns import column_of, is_flush, is_set_in, slack
from generator.readers.printed.pdf.gutters import best_gutter, parted
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.pieces import Font, TextPiece
from generator.readers.printed.pdf.rows import Row
from generator.readers.printed.pdf.setting import Setting, other_type, sizes_differ
from generator.readers.printed.pdf.titles import Titles, with_counted_titles
from generator.readers.printed.pdf.whites import set_apart

_PROSE: Final = (
    "De haven van de stad is in dat jaar weer verder gegroeid en wordt",
    "daarom nu ook nog verbouwd door de dienst van het land, die ook de",
    "kades en sluizen beheert.",
)


def line(text: str, left: float = 70, base: float = 100, size: float = 10, **more: object) -> Line:
    """A row, five points a letter in type of ten."""
    fields = {"right": left + len(text) * size / 2, "bold": False, "italic": False} | more
    return Line(0, len(text), text, (), 1, "", left, top=base - 8, bottom=base + 2, base=base, size=size, **fields)  # type: ignore[arg-type] # the fields of a line


def chunk(*texts: str, base: float = 100, **more: object) -> Chunk:
    """A piece of rows that are set alike."""
    mark, title = find_marks(texts[0]), find_heading_mark(texts[0])
    lines = tuple(line(text, base=base + 12 * place, **more) for place, text in enumerate(texts))  # type: ignore[arg-type] # the fields of a line
    return Chunk(lines, mark[0] if mark else None, title)


def told(*chunks: Chunk) -> list[bool | None]:
    """Whether pieces of a document are headings."""
    titles = Titles(chunks, 10)
    return [titles.told(own, " ".join(row.text for row in own.lines)) for own in chunks]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (chunk("Kleine havens", size=12), True), (chunk("Kleine havens", size=11), True), (chunk("Kleine havens", size=10.5), False), (chunk("Kleine havens", bold=True), True),
        (chunk("KLEINE HAVENS"), True), (chunk("Kleine havens", italic=True), True), (chunk("Kleine havens"), False), (chunk("Kleine havens.", bold=True), False),
        (chunk("1. Kleine havens.", bold=True), True), (chunk("1. Kleine havens:", bold=True), None), (chunk("Kleine havens.", size=12), True), (chunk("Kleine havens " * 9 + ".", size=12), False), (chunk("Kleine havens:", bold=True), None),
        (chunk("kleine havens", bold=True), False), (chunk("1234", bold=True), False), (chunk("Kleine havens", bold=True, size=9), False), (chunk("Kleine havens", bold=True, size=9.5), True),
        (chunk("Artikel 3"), True), (chunk("Kleine havens", heading=2), True), (chunk("Kleine havens " * 23, bold=True), False), (chunk(*["Kleine havens"] * 5, bold=True), True), (chunk(*["Kleine havens"] * 6, bold=True), True),
        (chunk(*["Kleine havens en grote kades en sluizen"] * 6, bold=True), False), (chunk("Kleine havens " * 9, italic=True), False), (chunk("– Kleine havens", italic=True), False),
    ],
)  # fmt: skip
def test_a_piece_that_stands_out_is_a_heading(title: Chunk, heading: bool | None) -> None:  # noqa: FBT001 - a column of the table
    prose = chunk(*_PROSE)
    assert told(prose, title, prose, chunk("Grote havens", size=14), prose, prose)[1] == heading


def test_bold_tells_nothing_where_most_is_bold() -> None:
    prose = chunk(*_PROSE, bold=True)
    assert told(prose, chunk("Kleine havens", bold=True), prose, chunk("GROTE HAVENS"), prose)[1] is False


def test_what_stands_out_above_the_text_alone_says_nothing_of_what_stands_in_it() -> None:
    prose = chunk(*_PROSE)
    assert told(chunk("Verslag over havens", size=18), prose, chunk("Kleine havens"), prose) == [True, None, None, None]


def test_styles_of_headings_have_a_rank() -> None:
    prose = chunk(*_PROSE)
    named = (chunk("Deel", size=14), chunk("Kade", bold=True), chunk("SLUIS"), chunk("Dam", italic=True))
    titles = Titles((prose, *(part for own in named for part in (own, prose))), 10)
    assert [titles.signs(own) for own in named] == [1, 2, 3, 4]
    assert titles.signs(prose) is None
    told_by_file = (chunk("Deel", size=14, heading=1), chunk("Kade", bold=True, heading=3))
    assert [Titles((prose, *told_by_file), 10).signs(own) for own in told_by_file] == [1, 3]


def test_roman_digits_that_count_up_are_numbers_of_titles() -> None:
    counted = with_counted_titles((chunk("I Havens"), chunk(*_PROSE), chunk("II Kades"), chunk("III Sluizen")))
    assert [own.title.number if own.title else None for own in counted] == ["I", None, "II", "III"]
    assert counted[0].label_length == 1
    assert with_counted_titles((chunk("I Havens"), chunk("Kades")))[0].title is None


def test_a_column_has_the_edge_that_many_rows_end_at() -> None:
    flush = [line("De haven", right=300, base=100 + 12 * n) for n in range(4)]
    column = column_of((*flush, line("De kade", right=200)))
    assert (column.left, column.right, column.justified, column.width) == (70, 300.5, True, 230.5)
    ragged = column_of(tuple(line("De haven", right=200 + 30 * n) for n in range(4)))
    assert (ragged.left, ragged.right, ragged.justified) == (70, 290, False)
    hanging = column_of((line("1", left=30, right=35), *flush))
    assert hanging.left == 69.5
    near = column_of((line("1", left=45, right=50), *flush))
    assert near.left == 45
    assert column_of((line("a", right=100), line("b", right=100), line("c", right=300))).justified is False


def test_rows_end_at_the_edge_or_leave_room_and_begin_at_the_edge_or_set_in() -> None:
    column = column_of(tuple(line("De haven", right=300, base=100 + 12 * n) for n in range(4)))
    assert [is_flush(line("x", right=right), column, 10) for right in (298, 297.9)] == [True, False]
    assert [is_set_in(line("x", left=left), column) for left in (76, 76.1, 109.9, 110)] == [False, True, True, False]
    assert slack(line("De", right=250), line("haven en kade", left=70, right=135), column) == 20.5
    assert slack(line("De", right=290), line("haven en kade", left=70, right=135), column) == -19.5
    assert slack(line("De", right=290), line("", left=70, right=70), column) == 10.5


@pytest.mark.parametrize(
    ("before", "after", "other"),
    [
        (line("De haven"), line("de kade"), False), (line("De haven"), line("de kade", size=10.5), True), (line("De haven"), line("de kade", size=10.3), False), (line("De haven"), line("de kade", bold=True), True),
        (line("De haven"), line("de kade", italic=True), False), (line("De haven"), line("De kade", italic=True), True), (line("De haven"), line("De kade", heading=1), True), (line("De haven en"), line("HAVENS EN KADES"), True),
        (line("De haven."), line("HAVENS EN KADES"), False), (line("De haven en"), line("HAVENS"), False), (line("1."), line("HAVENS EN KADES"), False),
    ],
)  # fmt: skip
def test_rows_are_set_in_other_type(before: Line, after: Line, other: bool) -> None:  # noqa: FBT001 - a column of the table
    assert other_type(before, after) == other
    assert sizes_differ(before, after) == (after.size == 10.5)


def _flow(*, steps: tuple[float, ...], **more: object) -> tuple[Line, ...]:
    rows, base = [], 100.0
    for place, step in enumerate((0.0, *steps)):
        base += step
        rows.append(line(_PROSE[place % 3], base=base, **more))  # type: ignore[arg-type] # the fields of a line
    return tuple(rows)


def test_rows_usually_stand_as_far_apart_as_most_do() -> None:
    setting = Setting((_flow(steps=(12, 12, 20, 12, 12)),))
    assert setting.distance(line("a"), line("b")) == 12
    assert setting.distance(line("a", size=20), line("b", size=20)) == 25
    assert Setting((_flow(steps=(12, 30.1)), _flow(steps=(14, 14), size=11))).distance(line("a"), line("b", size=11)) == 14
    assert Setting(()).columns == ()


def test_a_column_of_short_rows_has_the_edge_of_the_others() -> None:
    long, short = _flow(steps=(12, 12, 12)), (line("De haven", base=400), line("en de kades en sluizen van het land", base=412))
    setting = Setting((long, short))
    assert setting.adjusted(setting.columns[1]).right == setting.columns[0].right
    tiny = (line("De", base=400), line("ka", base=412))
    other = Setting((long, tiny))
    assert other.adjusted(other.columns[1]).right == other.columns[1].right
    elsewhere = tuple(line(row.text, left=300, base=row.base) for row in short)
    apart = Setting((long, elsewhere))
    assert apart.adjusted(apart.columns[1]) == apart.columns[1]


def _rows(*texts: tuple[str, str], left: float = 70, right: float = 320) -> tuple[Row, ...]:
    """Rows with a text in the left column and one in the right; either may be empty."""
    made = []
    for place, sides in enumerate(texts):
        pieces = [_piece(text, x, 100 + 12 * place) for text, x in zip(sides, (left, right), strict=True) if text]
        made.append(Row(tuple(pieces)))
    return tuple(made)


def _piece(text: str, left: float, base: float) -> TextPiece:
    font = Font("Times", bold=False, italic=False, glyphs=False)
    return TextPiece(text, left, left + 5 * len(text), base, 10, font, bold=False, italic=False)


_SIDE: Final = "De haven van de stad is weer verder gegroeid"
_BOTH: Final = (_SIDE, _SIDE)


def gutter(*texts: tuple[str, str], known: tuple[float, ...] = ()) -> tuple[int, int, float] | None:
    """The stretch of rows that a gutter parts, and its place."""
    found = best_gutter(_rows(*texts), known)
    return (found.first, found.after, found.place) if found else None


def test_white_that_no_row_crosses_parts_columns_of_running_text() -> None:
    assert gutter(*[_BOTH] * 4) == (0, 4, 318.5)
    assert gutter(*[_BOTH] * 3) == (0, 3, 318.5)
    assert gutter(*[_BOTH] * 2) is None
    assert gutter((_SIDE, ""), (_SIDE, ""), ("", _SIDE), ("", _SIDE), _BOTH, _BOTH) == (0, 6, 318.5)
    title = ("De haven van de stad is weer verder gegroeid en de kade ook, zegt men", "")
    assert gutter(title, *[_BOTH] * 4) == (1, 5, 318.5)
    assert gutter(*[_BOTH] * 4, title) == (0, 4, 318.5)
    assert gutter(*[("Malta", "vier")] * 4) is None
    assert gutter(*[_BOTH] * 2, *[("Malta", "vier")] * 6) is None
    assert gutter() is None


def test_a_gutter_of_other_pages_parts_fewer_rows_too() -> None:
    assert gutter(*[_BOTH] * 2, known=(318.5,)) == (0, 2, 318.5)
    assert gutter(_BOTH, known=(300.0,)) == (0, 1, 300.0)
    assert gutter(_BOTH, known=(200.0,)) is None
    assert gutter((_SIDE, ""), (_SIDE, ""), known=(318.5,)) is None
    assert gutter(*[("Malta", "vier")] * 2, known=(318.5,)) == (0, 2, 318.5)


def test_pieces_stand_left_or_right_of_a_gutter() -> None:
    left, right = parted(_rows(_BOTH, (_SIDE, "")), 318.5)
    assert [piece.left for piece in left] == [70, 70]
    assert [piece.left for piece in right] == [320]


def apart(*chunks: Chunk) -> list[bool]:
    """Which pieces the white around them sets apart."""
    found = set_apart(chunks, 10)
    return [id(own) in found for own in chunks]


def test_a_short_piece_nearer_to_what_follows_is_set_apart() -> None:
    prose = chunk(*_PROSE)
    after = chunk(*_PROSE, base=170)
    assert apart(prose, chunk("Kleine havens", base=150), after) == [False, True, False]
    assert apart(prose, chunk("Kleine havens", base=146), after) == [False, False, False]
    assert apart(prose, chunk("Kleine havens.", base=150), after) == [False, False, False]
    assert apart(prose, chunk("Kleine havens;", base=150), after) == [False, False, False]
    assert apart(prose, chunk("Kleine havens:", base=150), after) == [False, True, False]
    assert apart(prose, chunk("– Kleine havens", base=150), after) == [False, False, False]
    assert apart(prose, chunk("K" * 220, base=150), after) == [False, True, False]
    assert apart(prose, chunk("K" * 221, base=150), after) == [False, False, False]
    assert apart(chunk("Kleine havens", base=150), after) == [False, False]
    near = chunk(*_PROSE, base=146)
    assert apart(prose, chunk("Kleine havens", base=138), near) == [False, False, False]


def test_white_below_titles_tells_at_the_top_of_a_page() -> None:
    pages = [
        part
        for n in range(2)
        for part in (chunk(*_PROSE, base=100 + 200 * n), chunk("Kleine havens", base=150 + 200 * n), chunk(*_PROSE, base=170 + 200 * n))
    ]
    top = [Chunk(tuple(replace(row, page=2) for row in own.lines)) for own in (chunk("Kleine havens"), chunk(*_PROSE, base=120))]
    assert apart(*pages, *top)[-2:] == [True, False]
    assert apart(*pages[:3], *top)[-2:] == [False, False]
    far = [top[0], Chunk(tuple(replace(row, base=row.base + 20) for row in top[1].lines))]
    assert apart(*pages, *far)[-2:] == [False, False]


def test_what_is_not_set_in_among_paragraphs_that_are_is_set_apart() -> None:
    prose = [replace(chunk(*_PROSE, base=100 + 60 * n), set_in=20) for n in range(4)]
    title = chunk("Kleine havens", base=340)
    assert apart(*prose, title) == [False] * 4 + [True]
    assert apart(*prose, replace(title, set_in=20))[-1] is False
    assert apart(*prose[:2], title)[-1] is False
