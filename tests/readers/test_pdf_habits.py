"""What is usual in a PDF: edges of columns, distances between rows, set-in paragraphs, room for raised digits, tags that agree with the look."""

from __future__ import annotations

from typing import Final

import pytest

from generator.model import Run
from generator.readers.printed.pdf.columns import Column, column_of, is_flush, is_set_in, slack
from generator.readers.printed.pdf.habits import makes_room, sets_in, tags_tell
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.setting import Setting, other_type, sizes_differ


def line(text: str, base: float = 100, left: float = 70, size: float = 10, **more: object) -> Line:
    """A row, half its size wide a letter unless its end is given."""
    fields = {"right": left + len(text) * size / 2, "bold": False, "italic": False, "runs": (), "element": "", "page": 1} | more
    return Line(0, len(text), text, left=left, top=base - 8, bottom=base + 2, base=base, size=size, **fields)  # type: ignore[arg-type] # the fields of a line


def rows(*texts: str, first: float = 100, step: float = 12, **more: object) -> tuple[Line, ...]:
    """Rows one below the other."""
    return tuple(line(text, first + step * place, **more) for place, text in enumerate(texts))  # type: ignore[arg-type] # the fields of a line


def ends(*rights: float, size: float = 10) -> Column:
    """The column of rows that end at some places."""
    return column_of(tuple(line("De haven", 100 + 12 * place, size=size, right=right) for place, right in enumerate(rights)))


def test_many_rows_that_end_at_one_edge_show_that_rows_are_filled() -> None:
    assert ends(300, 300, 200, 150, 160).justified
    assert not ends(300, 300, 200, 150, 160, 170).justified
    assert not ends(300, 200).justified
    assert ends(300, 300, 302.5, 200, 150, 160).justified
    assert not ends(300, 300, 302.6, 200, 150, 160).justified
    assert ends(300, 300, 301.5, 200, 150, 160, size=4).justified
    assert not ends(300, 300, 301.6, 200, 150, 160, size=4).justified
    assert (ends(300.2, 300.2, 200).right, ends(300.2, 301.8, 200).right) == (300.5, 301.8)


def test_an_edge_far_to_the_left_is_that_of_something_in_the_column() -> None:
    assert ends(254, 254, 254, 300).justified
    assert not ends(253, 253, 253, 300).justified


def test_what_hangs_out_far_is_left_of_the_column() -> None:
    def left(*lefts: float) -> float:
        return column_of(tuple(line("De haven", 100 + 12 * place, left) for place, left in enumerate(lefts))).left

    assert left(70, 70, 39.9) == 69.5
    assert left(70, 70, 40) == 40
    assert left(70, 39) == 39
    assert left(70, 70, 100, 100, 30) == 69.5
    assert left(*[100] * 34, 69, 69, 69) == 69
    assert left(*[100] * 35, 69, 69, 69) == 99.5


def test_room_that_is_left_is_that_for_the_next_word() -> None:
    column = Column(70, 300, justified=False)
    assert slack(line("x", right=250), line("kade en"), column) == 50 - 5 * 5
    assert slack(line("x", right=250), line("kade"), column) == 50 - 5 * 5
    assert slack(line("x", right=250), line(" ", right=75), column) == 50 - 5
    assert slack(line("x", right=250), line("", right=75), column) == 50 - 5
    assert [is_flush(line("x", right=right), column, 12) for right in (296.9, 297)] == [False, True]
    assert [is_set_in(line("x", left=left), column) for left in (76, 76.1, 109.9, 110)] == [False, True, True, False]


_COLUMN: Final = Column(70, 300, justified=False)


def paragraphs(count: int, at_edge: int = 0, *, text: str = "De haven is open", after: float = 70, end: str = "Hij is dicht.") -> bool:
    """Whether first rows are set in, where so many are and others are not."""
    flow: list[Line] = []
    for place in range(count + at_edge):
        flow += [
            line(text, 100 + 36 * place, 84 if place < count else 70),
            line("en blijft dat", 112 + 36 * place, after),
            line(end, 124 + 36 * place),
        ]
    return sets_in((tuple(flow),), (_COLUMN,))


def test_first_rows_behind_sentences_show_whether_they_are_set_in() -> None:
    assert paragraphs(5)
    assert not paragraphs(4)
    assert not paragraphs(5, text="de haven is open")
    assert not paragraphs(5, text="– De haven is open")
    assert not paragraphs(5, after=84)
    assert not paragraphs(5, end="Hij is dicht")
    assert paragraphs(7, 3)
    assert not paragraphs(7, 4)
    long = "Hij is dicht en blijft dat tot de sluis ook open is gegaan."
    assert paragraphs(7, 4, end=long)
    assert not sets_in((), ())


def raised(*rises: float, text: str = "de haven is open") -> bool:
    """Whether rows with raised digits, in mid-sentence, stand lower than the usual twelve points below the row before."""
    flow = [line("De kade van", 100)]
    for rise in rises:
        flow += [
            line(text, flow[-1].base + 12 + rise, runs=(Run(0, 1), Run(1, 2, raised=True))),
            line("De kade van", flow[-1].base + 24 + rise),
        ]
    return makes_room((tuple(flow),), lambda _before, _line: 12)


def test_rows_with_raised_digits_show_whether_room_is_made_for_them() -> None:
    assert raised()
    assert raised(0.4)
    assert not raised(0.36)
    assert raised(0.4, 0)
    assert not raised(0.4, 0, 0)
    assert raised(0, text="De haven is open")
    plain = (line("De kade van"), line("de haven is open", 112))
    assert makes_room((plain, plain), lambda _before, _line: 12)


def tagged(*pairs: tuple[str, str, float, bool]) -> bool:
    """Whether tags are to be trusted: pairs of rows, so far apart, each in one block by the tags or in two."""
    flows = [(line(before, 100, part=1), line(after, 100 + step, part=1 if one else 2)) for before, after, step, one in pairs]
    return tags_tell(tuple(flows), lambda _before, _line: 12)


_GOES_ON: Final = ("De haven van", "de stad is open", 12.0)
_ENDS: Final = ("De haven is open.", "De kade ook.", 20.0)


def test_tags_are_trusted_where_they_agree_with_what_is_plain() -> None:
    assert tagged((*_GOES_ON, True))
    assert not tagged((*_GOES_ON, False))
    assert not tagged()
    assert not tagged((*_ENDS, False))
    assert tagged((*_GOES_ON, True), (*_ENDS, False))
    assert not tagged((*_GOES_ON, True), (*_ENDS, True))
    assert tagged(*[(*_GOES_ON, True)] * 19, (*_GOES_ON, False))
    assert not tagged(*[(*_GOES_ON, True)] * 18, (*_GOES_ON, False))
    assert tagged((*_GOES_ON, True), *[(*_ENDS, False)] * 19, (*_ENDS, True))
    assert tagged((*_GOES_ON[:2], 13.1, True))
    assert not tagged((*_GOES_ON[:2], 13.3, True))
    assert tagged(
        (*_GOES_ON, True),
        ("De haven van", "De stad", 12.0, False),
        ("De haven is open.", "de kade", 20.0, True),
        ("De haven is.", "De kade", 12.0, True),
    )
    untagged = (line("De haven van", part=1), line("de stad is open", 112))
    assert not tags_tell((untagged,), lambda _before, _line: 12)


def test_distances_between_rows_are_counted_by_size_of_type() -> None:
    def distance(*flows: tuple[Line, ...], size: float = 10) -> float:
        return Setting(flows).distance(line("a", size=size), line("b", size=size))

    assert distance(rows("De haven", "De kade", "De sluis")) == 12
    assert distance(rows("De haven", "De kade", step=29.9)) == 30
    assert distance(rows("De haven", "De kade", step=30)) == 12.5
    assert distance(rows("De haven", "De kade", step=-12)) == 12.5
    assert distance((line("De haven"), line("De kade", 112.6))) == 12.5
    assert distance((line("De haven"), line("De kade", 112.63))) == 12.75
    assert distance((line("De haven"), line("De kade", 112, size=10.1))) == 12
    assert distance((line("De haven", size=10), line("De kade", 112, size=10.2))) == 12.5
    often = rows("De haven", "De kade", "De sluis", "De dam", step=16)
    assert distance(often, (line("De haven van"), line("de stad"))) == 16
    assert distance(often, (line("De haven van"), line("de stad", 114))) == 14
    assert distance(often, (line("De haven."), line("de stad", 114))) == 16
    assert distance(rows("De haven", "De kade", size=10.2), size=10) == 12
    assert distance(rows("De haven", "De kade", size=10.3), size=10) == 12.5
    table = tuple(line(text, base, element="table[1]/row[1]/cell[1]") for text, base in (("De", 100), ("kade", 111)))
    assert distance(table) == 12.5


def test_rows_are_filled_word_by_word_where_the_next_seldom_fits() -> None:
    def greedy(*rights: float) -> bool:
        ended = line("De haven.", 124, right=300)
        return Setting(
            tuple((line("De haven van de", right=right), line("stad is nu open", 112, right=145), ended) for right in rights)
        ).greedy

    assert greedy(*[280.0] * 9, 200)
    assert not greedy(*[280.0] * 8, 200)
    assert greedy(275.1)
    assert not greedy(275)


@pytest.mark.parametrize(("right", "others", "found"), [(138, 300, 138.0), (139.1, 300, 300.0), (300, 300, 300.0), (310, 300, 310.0)])
def test_a_column_is_as_wide_as_others_at_its_edge_unless_it_is_far_shorter(right: float, others: float, found: float) -> None:
    own, other = (
        (line("De", right=right), line("kade", 112, right=right - 9)),
        (line("De haven", 400, right=others), line("De", 412, right=180)),
    )
    setting = Setting((own, other))
    assert setting.adjusted(setting.columns[0]).right == found


def test_columns_at_other_edges_or_of_tables_say_nothing() -> None:
    own = (line("De kade is", right=200), line("kade", 112, right=190))
    for left, found in ((72.9, 300), (73, 200), (67.1, 300), (67, 200)):
        other = (line("De haven", 400, left, right=300), line("De", 412, left, right=180))
        setting = Setting((own, other))
        assert setting.adjusted(setting.columns[0]).right == found
    table = tuple(line("De", base, right=300, element="table[1]/row[1]/cell[1]") for base in (400, 412))
    setting = Setting((own, table))
    assert setting.adjusted(setting.columns[0]).right == 200


def test_a_column_is_filled_out_where_most_at_its_edge_are() -> None:
    full = [tuple(line("De haven", 100 * flow + 12 * place, right=300) for place in range(3)) for flow in range(1, 4)]
    ragged = tuple(line("De haven", 600 + 12 * place, right=200 + 60 * place) for place in range(3))
    setting = Setting((*full[:2], ragged))
    assert (setting.adjusted(setting.columns[2]).justified, setting.adjusted(setting.columns[2]).right) == (True, 300.5)
    even = Setting((full[0], ragged))
    assert (even.adjusted(even.columns[1]).justified, even.adjusted(even.columns[1]).right) == (False, 320)


@pytest.mark.parametrize(
    ("before", "after", "other"),
    [
        (line("De haven van"), line("HAVENS EN KAD"), True), (line("De haven van"), line("HAVENS EN KA"), False), (line("De h"), line("HAVENS EN KAD"), True), (line("De "), line("HAVENS EN KAD"), False),
        (line("HAVENS EN KADES"), line("De haven van de"), True), (line("HAVENS EN KADES"), line("de haven van de"), False), (line("De haven", italic=True), line("De kade"), True), (line("De haven", italic=True), line("de kade"), False),
        (line("De haven", bold=True), line("de kade"), True), (line("De haven", heading=1), line("de kade", heading=2), True), (line("De haven", heading=1), line("de kade", heading=1), False),
    ],
)  # fmt: skip
def test_type_differs_where_whole_rows_are_set_otherwise(before: Line, after: Line, other: bool) -> None:  # noqa: FBT001 - a column of the table
    assert other_type(before, after) == other


def test_sizes_differ_by_more_than_rounding() -> None:
    assert [sizes_differ(line("a", size=10), line("b", size=size)) for size in (10.4, 10.5, 9.62, 9.6)] == [False, True, False, True]
