"""Rows of a PDF put together: what parts paragraphs, items and headings, within a column and over its end."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator.model import Run
from generator.readers.pieces.enumeration import Mark
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.paragraphs import chunks_of

_FULL: Final = "De haven van de stad is in dat jaar weer verder gegroeid en wordt"
_MORE: Final = "daarom nu ook nog verbouwd door de dienst van het land, die ook de"
_END: Final = "kades en de sluizen beheert en daar nu elk jaar verslag van doet."
_SET_IN: Final = "Havens van het land zijn in dat jaar weer verder gegroeid, en zijn"
_SHORT: Final = "kades en sluizen beheert."
_TEXT: Final = (_FULL, _MORE, _END)
_LETTER: Final = 0.48
"""The width of a letter, in units of the type size."""


class Sheet:
    """A page on which rows are set one below the other; where nothing else is said, in type of ten points, twelve points apart."""

    def __init__(self, page: int = 1, element: str = "", top: float = 100) -> None:
        """Begin at the top."""
        self.page, self.element, self.y = page, element, top
        self.lines: list[Line] = []

    def rows(self, *texts: str, left: float = 70, size: float = 10, gap: float = 0, **more: object) -> Sheet:
        """Add rows; a tab in one parts a mark from its text, which begins twenty points further on; `gap` is white above the first."""
        self.y += gap
        for text in texts:
            runs, at, x = [], 0, left
            for word in text.split("\t"):
                right = x + len(word) * size * _LETTER
                runs.append(Run(at, at + len(word), self.page, (x, self.y - 8, right, self.y + 2), size, element=self.element))
                at, x = at + len(word) + 1, left + 20
            if more.get("raised"):
                runs.append(Run(at - 1, at, self.page, (x - 4, self.y - 8, x, self.y), 6, raised=True, element=self.element))
            bold, italic = bool(more.get("bold")), bool(more.get("italic"))
            whole = text.replace("\t", " ")
            self.lines.append(
                Line(0, len(whole), whole, tuple(runs), self.page, self.element, left, right, self.y - 8, self.y + 2, self.y, size, bold, italic, **{k: v for k, v in more.items() if k in {"part", "item", "heading"}})  # type: ignore[arg-type] # the fields of a line
            )  # fmt: skip
            self.y += 1.2 * size
        return self


def read(*sheets: Sheet) -> list[str]:
    """What rows are put together to, each with its mark or number in front and a bar where two rows meet."""
    found = chunks_of(tuple(tuple(sheet.lines) for sheet in sheets))
    return [f"{'[' if chunk.mark else '<' if chunk.title else ''}{'|'.join(line.text for line in chunk.lines)}" for chunk in found]


_WHOLE: Final = "|".join(_TEXT)


def test_rows_of_one_paragraph_go_on() -> None:
    assert read(Sheet().rows(*_TEXT)) == [_WHOLE]
    assert read() == []


@pytest.mark.parametrize("gap", [3, 8, 20])
def test_more_white_than_usual_parts_paragraphs(gap: float) -> None:
    assert read(Sheet().rows(*_TEXT).rows(*_TEXT, gap=gap)) == [_WHOLE, _WHOLE]
    assert read(Sheet().rows(*_TEXT).rows(*_TEXT, gap=1)) == ["|".join(_TEXT * 2)]


def test_a_sentence_goes_on_over_a_little_more_white() -> None:
    assert read(Sheet().rows(*_TEXT).rows(_FULL, gap=8).rows(_MORE, _END, gap=6)) == [_WHOLE, _WHOLE]
    assert len(read(Sheet().rows(*_TEXT).rows(_FULL, gap=8).rows(_MORE, _END, gap=12))) == 3
    assert len(read(Sheet().rows(*_TEXT).rows("De haven en", gap=8).rows(_MORE, _END, gap=6))) == 3


def test_a_row_that_stops_short_ends_a_paragraph() -> None:
    assert read(Sheet().rows(_FULL, _MORE, _SHORT).rows(*_TEXT)) == [f"{_FULL}|{_MORE}|{_SHORT}", _WHOLE]
    assert read(Sheet().rows(_FULL, _MORE, "kades en sluizen beheert").rows(_MORE, _END)) == [
        f"{_FULL}|{_MORE}|kades en sluizen beheert|{_MORE}|{_END}"
    ]
    assert read(Sheet().rows(_FULL, _MORE, "kades en sluizen").rows(*_TEXT)) == [f"{_FULL}|{_MORE}|kades en sluizen", _WHOLE]


@pytest.mark.parametrize("given", [{"bold": True}, {"size": 12}, {"size": 9}, {"italic": True}, {"heading": 1}])
def test_other_type_begins_something(given: dict[str, object]) -> None:
    assert read(Sheet().rows(*_TEXT).rows("Kleine havens", **given).rows(*_TEXT)) == [_WHOLE, "Kleine havens", _WHOLE]  # type: ignore[arg-type] # the fields of a row


def test_slant_or_capitals_within_a_sentence_begin_nothing() -> None:
    assert read(Sheet().rows(_FULL).rows(_MORE, italic=True).rows(_END)) == [_WHOLE]
    assert read(Sheet().rows(_FULL, "DIENST VAN HAVENS EN KADES IN HET LAND EN VAN SLUIZEN EN DAMMEN IN", _END))[0] == _FULL
    assert len(read(Sheet().rows(_FULL, "EUROPESE", _END))) <= 2


def test_a_word_that_is_broken_goes_on() -> None:
    assert read(Sheet().rows(_FULL, _MORE, "kades en de haven-").rows("meester ziet toe.")) == [
        f"{_FULL}|{_MORE}|kades en de haven-|meester ziet toe."
    ]


def test_first_rows_that_are_set_in_begin_paragraphs() -> None:
    sheet = Sheet()
    for _ in range(5):
        sheet.rows(_SET_IN, left=84).rows(_MORE, _END)
    assert read(sheet) == [f"{_SET_IN}|{_MORE}|{_END}"] * 5
    titled = Sheet()
    for _ in range(5):
        titled.rows(_SET_IN, left=84).rows(_MORE, _END)
    titled.rows("Kleine havens").rows(_SET_IN, left=84).rows(_MORE, _END)
    assert read(titled)[-2:] == ["Kleine havens", f"{_SET_IN}|{_MORE}|{_END}"]


@pytest.mark.parametrize("left", [40, 100])
def test_a_row_that_starts_elsewhere_begins_something(left: float) -> None:
    assert read(Sheet().rows(*_TEXT).rows("De kade is dicht en", left=left)) == [_WHOLE, "De kade is dicht en"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("•\tmeten;", "•\tbouwen."), ("–\tmeten;", "–\tbouwen."), ("➔\tmeten;", "➔\tbouwen."), ("1.\tmeten;", "2.\tbouwen."), ("(a)\tmeten;", "(b)\tbouwen."), ("12\tDe haven.", "13\tDe kade."), ("1\tDe haven.", "2\tDe kade."), ("ii)\tmeten;", "iii)\tbouwen.")],
)  # fmt: skip
def test_marks_that_hang_before_their_text_begin_items(first: str, second: str) -> None:
    found = read(Sheet().rows(*_TEXT).rows(first, second))
    expected = [first.replace("\t", " "), second.replace("\t", " ")]
    assert found[0] == _WHOLE
    assert [item.lstrip("[<") for item in found[1:]] == expected
    assert first.startswith("12") or all(item.startswith("[") for item in found[1:])


def test_the_text_of_an_item_goes_on_below_its_text() -> None:
    item = Sheet().rows(*_TEXT).rows(f"–\t{_FULL[:56]}").rows(_MORE[:56], "kades.", left=90).rows("–\tbouwen.")
    assert read(item) == [_WHOLE, f"[– {_FULL[:56]}|{_MORE[:56]}|kades.", "[– bouwen."]
    below = Sheet().rows(*_TEXT).rows(f"–\t{_FULL[:56]}").rows("kades.", left=90).rows(*_TEXT)
    assert read(below) == [_WHOLE, f"[– {_FULL[:56]}|kades.", _WHOLE]


@pytest.mark.parametrize(
    ("rows", "items"),
    [
        (("De haven meet", "– de kade", "– de sluis."), 0),
        (("De haven meet:", "1. de kade;", "2. de sluis."), 2),
        (("De haven meet:", "4. de kade;", "7. de sluis."), 0),
        (("De haven meet:", "a) de kade, en", "b) de sluis."), 2),
        (("De haven meet:", "• de kade", "• de sluis."), 2),
    ],
)
def test_marks_in_the_line_need_a_sign_that_they_are_marks(rows: tuple[str, ...], items: int) -> None:
    assert sum(found.startswith("[") for found in read(Sheet().rows(*_TEXT).rows(*rows))) == items


def test_numbers_of_titles_begin_headings_where_they_stand_apart() -> None:
    assert read(Sheet().rows(*_TEXT).rows("2.1 Kleine havens", gap=8).rows(*_TEXT, gap=8)) == [_WHOLE, "<2.1 Kleine havens", _WHOLE]
    assert read(Sheet().rows(*_TEXT).rows("2.1 Kleine havens", bold=True).rows(*_TEXT)) == [_WHOLE, "<2.1 Kleine havens", _WHOLE]
    assert read(Sheet().rows(_FULL, _MORE).rows("2.1 Kleine havens en kades en de sluizen van het land en de"))[0].endswith(
        "2.1 Kleine havens en kades en de sluizen van het land en de"
    )


def test_a_sentence_goes_on_over_the_end_of_a_page_or_column() -> None:
    for other in (Sheet(2), Sheet(1, "column2")):
        assert read(Sheet().rows(*_TEXT, _FULL), other.rows(_MORE, _END, *_TEXT)) == ["|".join((*_TEXT, *_TEXT, *_TEXT))]
    assert read(Sheet().rows(*_TEXT, _FULL, _MORE, _SHORT), Sheet(2).rows(*_TEXT)) == ["|".join((*_TEXT, _FULL, _MORE, _SHORT)), _WHOLE]
    assert read(Sheet().rows(*_TEXT), Sheet(2).rows(_FULL, left=100).rows(_MORE, _END))[0] == _WHOLE
    assert read(Sheet().rows(*_TEXT, "De kades:"), Sheet(2).rows(*_TEXT))[0] == "|".join((*_TEXT, "De kades:"))
    assert read(Sheet().rows(*_TEXT), Sheet(2).rows("Kleine havens").rows(*_TEXT, gap=-2)) == [_WHOLE, "Kleine havens", _WHOLE]


def test_lists_go_on_over_the_end_of_a_page() -> None:
    first = Sheet().rows(*_TEXT).rows("1.\tmeten;", "2.\tgraven;")
    assert read(first, Sheet(2).rows("3.\tbouwen.").rows(*_TEXT, gap=8))[-2:] == ["[3. bouwen.", _WHOLE]


def test_tags_part_blocks_where_they_agree_with_the_look() -> None:
    tagged = Sheet().rows(*_TEXT, part=1).rows(*_TEXT, gap=8, part=2).rows(*_TEXT, part=3)
    assert read(tagged) == [_WHOLE, _WHOLE, _WHOLE]
    wrong = Sheet().rows(_FULL, part=1).rows(_MORE, part=2).rows(_END, part=3).rows(*_TEXT, gap=8, part=4)
    assert read(wrong) == [_WHOLE, _WHOLE]
    assert read(Sheet().rows(*_TEXT).rows("meten", item=1).rows("bouwen", item=1))[1:] == ["[meten", "[bouwen"]


def test_rows_of_a_table_are_one() -> None:
    assert read(Sheet().rows(*_TEXT), Sheet(1, "table1/r1c1").rows("Malta", "4"), Sheet(1, "x").rows(*_TEXT)) == [_WHOLE, "Malta|4", _WHOLE]


def test_lines_at_the_top_of_the_first_page_say_what_a_document_is() -> None:
    head = Sheet().rows("EUROPESE COMMISSIE", "Brussel, 3.3.2031", "COM(2031) 12 final", "Betreft: havens").rows(*_TEXT, gap=8)
    assert read(head)[:4] == ["EUROPESE COMMISSIE", "Brussel, 3.3.2031", "COM(2031) 12 final", "Betreft: havens"]


def starts(*sheets: Sheet) -> list[tuple[str, str, int]]:
    """What each piece starts with: the style of its mark or the number of its title, what is printed, and how long that is."""
    found = chunks_of(tuple(tuple(sheet.lines) for sheet in sheets))
    return [
        (own.mark.style, own.mark.label, own.label_length)
        if own.mark
        else ("title", own.title.number, own.label_length)
        if own.title
        else ("", "", own.label_length)
        for own in found
    ]


_NONE: Final = ("", "", 0)


def test_a_sign_of_its_own_that_hangs_out_is_a_mark() -> None:
    assert starts(Sheet().rows(*_TEXT).rows("➔\tmeten;", "➔\tbouwen.")) == [_NONE, ("glyph➔", "➔", 1), ("glyph➔", "➔", 1)]
    for sign in ("€", "§", "“"):
        assert starts(Sheet().rows(*_TEXT).rows(f"{sign}\tmeten;", f"{sign}\tbouwen.")) == [_NONE, _NONE], sign


def test_bare_numbers_that_hang_out_count_from_1() -> None:
    count = ("column:number", "1", 1), ("column:number", "2", 1), ("column:number", "3", 1)
    assert starts(Sheet().rows(*_TEXT).rows("1\tmeten", "2\tgraven", "3\tbouwen")) == [_NONE, *count]
    assert starts(Sheet().rows(*_TEXT).rows("1\tmeten", "3\tgraven", "2\tbouwen")) == [_NONE, count[0], _NONE, count[1]]
    assert starts(Sheet().rows(*_TEXT).rows("5\tmeten", "6\tgraven")) == [_NONE, _NONE]
    assert starts(Sheet().rows(*_TEXT).rows("1\tHavens", bold=True).rows(*_TEXT)) == [_NONE, ("title", "1", 1), _NONE]


def items(*rows: tuple[str, dict[str, float]], before: str = _END) -> list[bool]:
    """Which rows below two full ones and another begin an item, each a text and how it is set."""
    sheet = Sheet().rows(_FULL, _MORE, before)
    for text, given in rows:
        sheet.rows(text, **given)
    found = chunks_of((tuple(sheet.lines),))
    begun = {own.lines[0].text for own in found if own.mark}
    return [text.replace("\t", " ") in begun for text, _ in rows]


_GAP: Final = {"gap": 8.0}
_ASIDE: Final = {"left": 85.0}
_OPEN_END: Final = "kades en de sluizen beheert en daar nu elk jaar verslag doet van"


@pytest.mark.parametrize(
    ("given", "before", "begins"),
    [
        ({}, _END, False), (_GAP, _END, True), (_GAP, _OPEN_END, False), (_ASIDE, _END, True), (_ASIDE, f"{_OPEN_END[:-3]}of", True), (_ASIDE, _OPEN_END, False),
        ({"left": 76.0}, _END, False), ({"left": 77.0}, _END, True), ({"left": 63.0}, _END, True), ({}, _END[:-1] + ":", False), (_GAP, _END[:-1] + ":", True), (_GAP, _END[:-1] + ",", True), (_GAP, _END[:-1] + ";", True),
    ],
)  # fmt: skip
def test_a_dash_in_the_line_begins_an_item_where_two_signs_say_so(given: dict[str, float], before: str, begins: bool) -> None:  # noqa: FBT001 - a column of the table
    assert items(("– de kade", given), before=before) == [begins]


def test_a_dash_goes_on_with_items_of_its_form() -> None:
    assert items(("– de kade;", _GAP), ("– de sluis en", {}), ("– de dam", {})) == [True, True, True]
    assert items(("– de kade met", _GAP), ("– de sluis", {})) == [True, False]


@pytest.mark.parametrize("join", ["en", "of", "and", "or", "et", "und", "en/of"])
def test_the_last_item_but_one_ends_in_a_word_that_joins(join: str) -> None:
    assert items(("– de kade;", _GAP), (f"– de sluis {join}", {}), ("– de dam", {})) == [True, True, True]


@pytest.mark.parametrize(
    ("given", "before", "begins"),
    [({}, _END, True), ({}, _OPEN_END[:-3] + "van", False), (_GAP, _OPEN_END, True), (_ASIDE, _OPEN_END, True)],
)
def test_a_dash_that_hangs_out_needs_one_sign(given: dict[str, float], before: str, begins: bool) -> None:  # noqa: FBT001 - a column of the table
    assert items(("–\tde kade", given), before=before) == [begins]


@pytest.mark.parametrize(
    ("mark", "given", "before", "begins"),
    [
        ("1.", {}, _END, True), ("1.", {}, _OPEN_END, False), ("1.", _GAP, _OPEN_END, True), ("4.", {}, _END, False), ("4.", _GAP, _END, True), ("4.", _GAP, _OPEN_END, False),
        ("60.", _GAP, _END, True), ("61.", _GAP, _END, False), ("2.", {}, _END, False),
    ],
)  # fmt: skip
def test_a_number_in_the_line_begins_an_item_where_it_is_due_or_stands_apart(
    mark: str,
    given: dict[str, float],
    before: str,
    begins: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert items((f"{mark} de kade", given), before=before) == [begins]


@pytest.mark.parametrize(
    ("mark", "given", "before", "begins"),
    [
        ("1.", {}, _OPEN_END, True),
        ("4.", {}, _OPEN_END, False),
        ("4.", {}, _END, True),
        ("4.", _GAP, _OPEN_END, True),
    ],
)
def test_a_number_that_hangs_out_needs_one_sign(mark: str, given: dict[str, float], before: str, begins: bool) -> None:  # noqa: FBT001 - a column of the table
    assert items((f"{mark}\tde kade", given), before=before) == [begins]


def test_numbers_go_on_in_a_list_also_where_no_sign_ends_its_items() -> None:
    assert items(("1. de kade", {}), ("2. de sluis", {}), ("3. de dam", {})) == [True, True, True]
    assert items(("1. de kade", {}), ("3. de sluis", {})) == [True, False]
    assert items(("1. de kade", {}), ("2. de sluis", _ASIDE)) == [True, False]
    assert items(("1. de kade", {}), ("(2) de sluis", {})) == [True, False]


def test_a_mark_that_another_goes_on_from_begins_an_item() -> None:
    assert items(("4. de kade", _GAP), ("5. de sluis", {}), before=_OPEN_END) == [True, True]
    assert items(("4. de kade", _GAP), ("7. de sluis", {}), before=_OPEN_END) == [False, False]
    assert items(("4. de kade", {}), ("5. de sluis", {}), before=_OPEN_END) == [False, False]
    assert items(("4. de kade", _ASIDE), ("5. de sluis", _ASIDE), before=_OPEN_END) == [True, True]
    assert items(("4. de kade", _ASIDE), ("5. de sluis", {"left": 92.0}), before=_OPEN_END)[0] is False
    assert items(("– de kade", _GAP), ("– de sluis", {}), before=_OPEN_END) == [True, False]


def test_numbers_of_titles_need_white_or_other_type_or_the_end_of_a_sentence() -> None:
    for rows, number in (
        (Sheet().rows(_FULL, _MORE, _OPEN_END).rows("2.1 Havens"), ""),
        (Sheet().rows(_FULL, _MORE, _OPEN_END).rows("2.1 Havens", gap=8), "2.1"),
        (Sheet().rows(_FULL, _MORE, _OPEN_END).rows("2.1 Havens", size=12), "2.1"),
        (Sheet().rows(_FULL, _MORE, _OPEN_END).rows("2.1 Havens", bold=True), "2.1"),
        (Sheet().rows(_FULL, _MORE, _END).rows("2.1 Havens"), "2.1"),
    ):
        assert starts(rows)[-1][1] == number
    assert starts(Sheet().rows(_FULL, _OPEN_END), Sheet(2).rows("2.1 Havens", size=12))[-1] == ("title", "2.1", 3)
    assert starts(Sheet().rows(_FULL, _OPEN_END), Sheet(2).rows("2.1 Havens", size=9))[-1] == _NONE
    assert starts(Sheet().rows("2.1 Havens"))[0] == ("title", "2.1", 3)


def test_an_item_of_which_the_tags_alone_tell_has_a_mark_without_letters() -> None:
    assert starts(Sheet().rows(*_TEXT).rows("meten", item=2)) == [_NONE, ("tagged2", "•", 0)]
    assert starts(Sheet().rows(*_TEXT).rows("2.1 Havens", item=2))[1][0] == "title"


_LIKE: Final = "Daarom is de haven nu ook nog verbouwd door de dienst van de stad"
"""A full row that begins with a capital."""


def lengths(*sheets: Sheet) -> list[int]:
    """How many rows each piece has."""
    return [text.count("|") + 1 for text in read(*sheets)]


@pytest.mark.parametrize(
    ("row", "left", "found"),
    [
        (_MORE, 76, [2]), (_LIKE, 76, [2]), (_LIKE, 76.1, [1, 1]), (_MORE, 90, [2]), (_LIKE, 64, [2]), (_LIKE, 60, [2]),
    ],
)  # fmt: skip
def test_the_second_row_shows_where_a_paragraph_is_set(row: str, left: float, found: list[int]) -> None:
    assert lengths(Sheet().rows(_FULL).rows(row, left=left)) == found


@pytest.mark.parametrize(
    ("row", "left", "later", "found"),
    [
        (_LIKE, 76, 70, [4]), (_LIKE, 90, 70, [2, 2]), (_LIKE, 60, 70, [2, 2]), (_MORE, 60, 70, [2, 2]), (_LIKE, 64, 70, [4]),
    ],
)  # fmt: skip
def test_a_later_row_that_starts_elsewhere_begins_something_unless_those_below_do_so_too(
    row: str, left: float, later: float, found: list[int]
) -> None:
    assert lengths(Sheet().rows(_FULL, _MORE).rows(row, left=left).rows(_MORE, left=later)) == found


def test_a_row_in_the_middle_below_another_goes_on_with_it() -> None:
    wide, narrow = "De haven van de stad is in dat jaar verder gegroeid", "En daarom verbouwd"
    middle = 70 + (len(wide) - len(narrow)) * 10 * _LETTER / 2
    full = Sheet().rows(*_TEXT)
    assert lengths(full.rows(wide, gap=8).rows(narrow, left=middle)) == [3, 2]
    assert lengths(Sheet().rows(*_TEXT).rows(wide, gap=8).rows(narrow, left=middle - 4.9)) == [3, 2]
    assert lengths(Sheet().rows(*_TEXT).rows(wide, gap=8).rows(narrow, left=middle - 5.1)) == [3, 1, 1]


@pytest.mark.parametrize(
    ("left", "row", "found"),
    [
        (92, _LIKE, 3),
        (92.1, _LIKE, 2),
        (92.1, _MORE, 3),
        (110, _MORE, 3),
        (110.1, _MORE, 2),
        (70, _MORE, 3),
        (69.9, _MORE, 2),
        (88, _LIKE, 3),
        (87.9, _LIKE, 2),
    ],
)
def test_the_rows_of_an_item_hang_at_one_edge(left: float, row: str, found: int) -> None:
    sheet = Sheet().rows(*_TEXT).rows(f"–\t{_FULL[:60]}", gap=8).rows(_MORE[:60], left=90).rows(row[:60], left=left)
    assert lengths(sheet)[1] == found


@pytest.mark.parametrize(("left", "found"), [(90, 2), (70, 2), (72, 2), (72.1, 1), (84, 1)])
def test_the_second_row_of_an_item_starts_below_its_text_or_its_mark(left: float, found: int) -> None:
    sheet = Sheet().rows(*_TEXT).rows(f"–\t{_FULL[:60]}", gap=8).rows(_LIKE[:60], left=left)
    assert lengths(sheet)[1] == found


@pytest.mark.parametrize(
    ("last", "row", "found"),
    [
        (_END, _LIKE, [5]), (_SHORT, _LIKE, [3, 2]), (_SHORT, _MORE, [3, 2]), ("kades en sluizen", _MORE, [5]), ("kades en sluizen", _LIKE, [3, 2]), (_MORE, _LIKE, [5]), (f"{_END[:-1]}:", _LIKE, [5]),
        (f"{_END[:56]}", _LIKE, [5]), (f"{_END[:48]}", _LIKE, [3, 2]), ("De kades:", _LIKE, [3, 2]),
    ],
)  # fmt: skip
def test_over_the_end_of_a_page_a_full_row_goes_on(last: str, row: str, found: list[int]) -> None:
    assert lengths(Sheet().rows(_FULL, _MORE, last), Sheet(2).rows(row, _END)) == found


def test_over_the_end_of_a_page_a_list_that_closes_is_closed() -> None:
    def read_list(style: str, ends: str, last: str) -> list[int]:
        first = Sheet().rows(*_TEXT).rows(f"1.\t{_FULL[:60]}{ends}", gap=8).rows(f"{style}\t{_FULL[:60]}{last}")
        return lengths(first, Sheet(2).rows(_LIKE, left=90).rows(_MORE, left=90).rows(*_TEXT, gap=8))

    assert read_list("2.", ";", ".") == [3, 1, 1, 2, 3]
    assert read_list("2.", ",", ".") == [3, 1, 1, 2, 3]
    assert read_list("2.", ".", ".") == [3, 1, 3, 3]
    assert read_list("2.", ";", ";") == [3, 1, 3, 3]
    assert read_list("(b)", ";", ".") == [3, 1, 3, 3]


def test_at_the_top_of_a_page_a_row_that_is_set_in_begins_a_paragraph() -> None:
    assert lengths(Sheet().rows(*_TEXT), Sheet(2).rows(_LIKE, left=90).rows(_MORE, _END)) == [3, 3]
    assert lengths(Sheet().rows(*_TEXT), Sheet(2).rows(_LIKE, left=76).rows(_MORE, _END)) == [6]
    assert lengths(Sheet().rows(_END), Sheet(2).rows(_LIKE, left=90).rows(_MORE, left=90)) == [3]


def test_a_word_broken_over_rows_goes_on_whatever_the_look() -> None:
    broken = f"{_MORE[:60]} haven-"
    assert lengths(Sheet().rows(_FULL, broken), Sheet(2).rows("meester die", left=100).rows(_MORE)) == [4]
    assert lengths(Sheet().rows(_FULL, broken), Sheet(2).rows("Meester", size=10).rows(_MORE))[0] >= 2


@pytest.mark.parametrize(("gap", "found"), [(1.9, [6]), (2, [3, 3])])
def test_white_that_is_more_than_usual_by_a_sixth_parts_paragraphs(gap: float, found: list[int]) -> None:
    assert lengths(Sheet().rows(*_TEXT).rows(_LIKE, _MORE, _END, gap=gap)) == found


@pytest.mark.parametrize(("gap", "found"), [(9.9, [3, 3]), (10.1, [3, 1, 2])])
def test_a_sentence_is_torn_by_much_white(gap: float, found: list[int]) -> None:
    assert lengths(Sheet().rows(*_TEXT).rows(_FULL, gap=20).rows(_MORE, _END, gap=gap)) == found


@pytest.mark.parametrize("end", [":", ";", ","])
def test_what_leads_in_is_not_torn(end: str) -> None:
    assert lengths(Sheet().rows(*_TEXT).rows(_FULL[:-1] + end, gap=20).rows(_MORE, _END, gap=8)) == [3, 1, 2]
    assert lengths(Sheet().rows(*_TEXT).rows(_FULL, gap=20).rows(_MORE, _END, gap=8)) == [3, 3]


def test_a_row_that_stands_higher_begins_something() -> None:
    assert lengths(Sheet().rows(*_TEXT).rows(_LIKE, _MORE, gap=-40)) == [3, 2]


def test_a_title_that_stands_close_to_the_text_is_none_of_it() -> None:
    loose = Sheet()
    for text in (*_TEXT, *_TEXT):
        loose.rows(text, gap=6)
    close = loose.rows("Havens en kades van het land en de sluizen van de stad en de", gap=12)
    for place, text in enumerate((_LIKE, _MORE, _END)):
        close.rows(text, gap=2 if not place else 6)
    assert lengths(close) == [6, 1, 3]


def test_in_a_filled_column_a_row_that_is_full_ends_at_the_edge() -> None:
    last, row = f"{_END[:58]}.", "Verbouwingen zijn in dat jaar weer verder gegroeid en zijn er dus"
    assert lengths(Sheet().rows(*_TEXT, last), Sheet(2).rows(row, _END)) == [4, 2]
    ragged = Sheet().rows(_FULL, "daarom nu ook nog verbouwd door de dienst van de", last)
    assert lengths(ragged, Sheet(2).rows(row, "daarom nu ook nog verbouwd door de dienst van het land")) == [5]


def set_in_rows(*texts: str, before: str = _END) -> list[int]:
    """The rows of the pieces below four paragraphs that are set in; rows that begin with a blank are set in."""
    sheet = Sheet()
    for _ in range(5):
        sheet.rows(_SET_IN, left=84).rows(_MORE, _END)
    sheet.rows(_SET_IN, left=84).rows(before)
    for text in texts:
        sheet.rows(text.strip(), left=84 if text.startswith(" ") else 70)
    return lengths(sheet)[5:]


def test_where_paragraphs_are_set_in_titles_are_not() -> None:
    assert set_in_rows("Kleine havens", f" {_SET_IN}", _MORE, _END) == [2, 1, 3]
    assert set_in_rows("Kleine havens", "en kades", f" {_SET_IN}", _MORE, _END) == [2, 2, 3]
    assert set_in_rows("Kleine havens", "en kades.", f" {_SET_IN}", _MORE, _END)[0] == 4
    assert set_in_rows("Kleine havens") == [3]
    assert set_in_rows("Havens:", f" {_SET_IN}", _MORE, _END) == [2, 1, 3]
    assert set_in_rows("Kleine havens", f" {_SET_IN}", _MORE, _END, before=_OPEN_END)[0] == 3
    assert set_in_rows("kleine havens", f" {_SET_IN}", _MORE, _END)[0] == 3
    assert set_in_rows("Kleine havens", "1. De haven", _END) == [2, 1, 2]
    assert set_in_rows(_LIKE, *[_MORE] * 3, f" {_SET_IN}", _MORE) == [2, 4, 2]
    assert set_in_rows(_LIKE, *[_MORE] * 4, f" {_SET_IN}", _MORE) == [7, 2]


def test_a_single_row_says_nothing_of_where_the_next_page_begins() -> None:
    second = Sheet(2).rows(_LIKE, left=90).rows(_MORE, left=90).rows(*_TEXT, gap=8)
    assert lengths(Sheet().rows(_END), second) == [3, 3]
    assert lengths(Sheet().rows(_MORE, _END), second) == [2, 2, 3]
    item = f"–\t{_FULL[:60]}."
    assert lengths(Sheet().rows(*_TEXT).rows(item, gap=8), second) == [3, 3, 3]
    further = Sheet(2).rows(_LIKE, left=100).rows(_MORE, left=100).rows(*_TEXT, gap=8)
    assert lengths(Sheet().rows(*_TEXT).rows(item, gap=8), further) == [3, 1, 2, 3]


def test_rows_stand_as_far_apart_as_those_before_them() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.rows(*_TEXT, gap=20)
    loose = sheet.rows(_FULL, gap=20).rows(_MORE, gap=6).rows(_LIKE, gap=6)
    assert lengths(loose) == [3, 3, 3, 3]
    assert lengths(sheet.rows(_LIKE, gap=10)) == [3, 3, 3, 3, 1]


def test_marks_say_their_form_kind_and_number() -> None:
    found = chunks_of((tuple(Sheet().rows(*_TEXT).rows("1\tmeten", "2\tgraven", "➔\tzien").lines),))
    assert [own.mark for own in found] == [
        None,
        Mark("column:number", "numbered", "1", 1, 1),
        Mark("column:number", "numbered", "2", 2, 1),
        Mark("glyph➔", "bullet", "➔", None, 1),
    ]
    (item,) = (own.mark for own in chunks_of((tuple(Sheet().rows(*_TEXT).rows("meten", item=3).lines),)) if own.mark)
    assert item == Mark("tagged3", "bullet", "•", None, 0)


@pytest.mark.parametrize(("page", "found"), [(1, [1, 2]), (2, [3])])
def test_a_label_of_the_first_page_is_a_line_of_its_own(page: int, found: list[int]) -> None:
    assert lengths(Sheet(page).rows(_FULL, "Betreft: havens en kades van het land en van de stad en de sluizen", _MORE)) == found


@pytest.mark.parametrize(("before", "found"), [(29, 31), (30, 31)])
def test_labels_stand_among_the_first_pieces_of_a_document(before: int, found: int) -> None:
    sheet = Sheet()
    for _ in range(before):
        sheet.rows("De haven is open.", gap=20)
    sheet.rows(_FULL, "Betreft: havens en kades van het land en van de stad en de sluizen", gap=20)
    sheet.lines[-1] = replace(sheet.lines[-1], base=sheet.lines[-2].base + 12)
    assert len(read(sheet)) == found


def test_the_last_rows_tell_how_far_apart_the_next_may_stand() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.rows(*_TEXT, gap=20)
    sheet.rows(_FULL, gap=20).rows(_MORE, gap=6).rows(_MORE, _MORE, _MORE)
    assert lengths(sheet.rows(_LIKE, gap=4)) == [3, 3, 3, 5, 1]


@pytest.mark.parametrize(("left", "found"), [(75.9, 3), (76.1, 2)])
def test_the_rows_of_an_item_whose_text_does_not_hang_may_shift_a_little_more(left: float, found: int) -> None:
    sheet = Sheet().rows(*_TEXT).rows(f"– {_FULL[:60]}", gap=8).rows(_MORE[:62]).rows(_LIKE[:62], left=left)
    assert lengths(sheet)[1] == found


@pytest.mark.parametrize(("gap", "raised", "found"), [(1.9, False, [12]), (2, False, [11, 1]), (4.6, True, [12]), (4.8, True, [11, 1])])
def test_a_row_with_raised_digits_may_stand_lower(gap: float, raised: bool, found: list[int]) -> None:  # noqa: FBT001 - a column of the table
    usual = Sheet().rows(*_TEXT, *_TEXT, *_TEXT)
    assert lengths(usual, Sheet(2).rows(_LIKE, _MORE).rows(_LIKE, gap=gap, raised=raised)) == found


def of_length(letters: int, first: str, end: str = "x") -> str:
    """A row of so many letters that begins with a word."""
    return f"{first} {'kade ' * 20}"[: letters - 1] + end


@pytest.mark.parametrize(
    ("second", "letters", "found"), [("verbouwingen", 60, [4]), ("verbouwingen", 59, [3, 1]), ("en", 54, [4]), ("en", 53, [3, 1])]
)
def test_the_next_word_would_have_fitted_where_rows_are_filled_word_by_word(second: str, letters: int, found: list[int]) -> None:
    rows = (
        of_length(62 if second != "en" else 56, "Havens"),
        of_length(67, second),
        of_length(letters, "die", "."),
        of_length(65, "Daarom"),
    )
    assert lengths(Sheet().rows(*rows)) == found
