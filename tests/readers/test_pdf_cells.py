"""Tables of a PDF's transcript: their cells over the ends of pages; and what tags of a file are worth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.readers.pieces.drafts import Draft, TableDraft
from generator.readers.printed.pdf.cells import joined, table_draft
from generator.readers.printed.pdf.chunks import Chunk
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.pieces import Font, Tag, TextPiece
from generator.readers.printed.pdf.tags import Told, Trust, may_be_headings, tagged_tables, trust_in


class Rows:
    """Rows of cells in a transcript, which count on."""

    def __init__(self) -> None:
        """Begin at the start."""
        self.at = 0

    def of(self, *cells: tuple[str, str], page: int = 1, left: float = 70, table: int = 1, bold: bool = False) -> tuple[Line, ...]:
        """The rows of some cells, each a place such as `1/2` or `1-2/1` (row and column) and a text."""
        made = []
        for place, text in cells:
            row, column = place.split("/")
            element = f"table[{table}]/row[{row}]/cell[{column}]"
            x = left + 100 * int(column.split("-")[0])
            made.append(Line(self.at, self.at + len(text), text, (), page, element, x, x + 50, 92, 102, 100, 10, bold=bold, italic=False))
            self.at += len(text) + 1
        return tuple(made)


def chunk(lines: tuple[Line, ...], region: str = "table") -> Chunk:
    """A piece of a document."""
    return Chunk(lines, region=region)


def cells(lines: tuple[Line, ...]) -> list[list[tuple[int, int, int]]]:
    """The cells of a table: how many rows of print each has, and its reach across and down."""
    draft = table_draft(lines)
    assert isinstance(draft, Draft)
    assert isinstance(draft.table, TableDraft)
    return [[(len(cell.rows), cell.across, cell.down) for cell in row] for row in draft.table.rows]


def heads(lines: tuple[Line, ...]) -> int:
    """How many rows are the head of a table."""
    table = table_draft(lines).table
    return table.header_rows if table else -1


def test_cells_stand_in_their_rows_and_columns() -> None:
    assert cells(Rows().of(("1/1", "Land"), ("1/2", "Kades"), ("2/1", "Malta"), ("2/2", "4"))) == [
        [(1, 1, 1), (1, 1, 1)],
        [(1, 1, 1), (1, 1, 1)],
    ]
    assert cells(Rows().of(("1/1", "Land"), ("1/1", "en stad"), ("1/2", "Kades"))) == [[(2, 1, 1), (1, 1, 1)]]
    assert cells(Rows().of(("1/1-2", "Land"), ("2/1", "Malta"), ("2/2", "4"))) == [[(1, 2, 1)], [(1, 1, 1), (1, 1, 1)]]
    assert cells(Rows().of(("1-2/1", "Land"), ("1/2", "a"), ("2/2", "b"))) == [[(1, 1, 2), (1, 1, 1)], [(1, 1, 1)]]
    assert cells(Rows().of(("1/1", "Land"), ("2/2", "4"))) == [[(1, 1, 1), (0, 1, 1)], [(0, 1, 1), (1, 1, 1)]]


def test_bold_rows_at_the_top_are_the_head() -> None:
    rows = Rows()
    bold, light = rows.of(("1/1", "Land"), ("1/2", "Kades"), bold=True), rows.of(("2/1", "Malta"), ("2/2", "4"))
    assert heads((*bold, *light)) == 1
    assert heads(bold) == 0
    assert heads((bold[0], *rows.of(("1/2", "Kades")), *light)) == 0
    assert heads((*bold, *rows.of(("2/1", "a"), bold=True), *rows.of(("3/1", "Malta")))) == 2


def test_a_table_goes_on_over_the_page_without_its_head_again() -> None:
    rows = Rows()
    first = chunk(rows.of(("1/1", "Land"), ("1/2", "Kades"), ("2/1", "Malta"), ("2/2", "4")))
    second = chunk(rows.of(("1/1", "Land"), ("1/2", "Kades"), ("2/1", "Cyprus"), ("2/2", "6"), page=2))
    kept, again = joined((first, second))
    assert len(kept) == 1
    assert [line.text for line in again] == ["Land", "Kades"]
    assert cells(kept[0].lines) == [[(1, 1, 1), (1, 1, 1)]] * 3
    other = chunk(rows.of(("1/1", "Italië"), ("1/2", "9"), page=2))
    kept, again = joined((first, other))
    assert again == ()
    assert cells(kept[0].lines) == [[(1, 1, 1), (1, 1, 1)]] * 3


@pytest.mark.parametrize(
    ("page", "left", "columns", "region", "one"), [(2, 70, 2, "table", True), (2, 73.9, 2, "table", True), (2, 74, 2, "table", False), (3, 70, 2, "table", False), (1, 70, 2, "table", False), (2, 70, 3, "table", False), (2, 70, 2, "", False)]
)  # fmt: skip
def test_only_a_table_of_the_same_columns_on_the_next_page_goes_on(page: int, left: float, columns: int, region: str, one: bool) -> None:  # noqa: FBT001 - a column of the table
    rows = Rows()
    first = chunk(rows.of(("1/1", "Malta"), ("1/2", "4")))
    second = chunk(rows.of(*((f"1/{column}", f"x{column}") for column in range(1, columns + 1)), page=page, left=left), region)
    assert (len(joined((first, second))[0]) == 1) == one


def test_a_row_that_a_page_end_cut_in_two_is_one() -> None:
    rows = Rows()
    lines = (*rows.of(("1/1", "Malta"), ("1/2", "vier en")), *rows.of(("1/2", "een half"), page=2))
    assert cells(lines) == [[(1, 1, 1), (2, 1, 1)]]
    lower = (*rows.of(("1/1", "het land"), ("1/2", "4")), *rows.of(("1/1", "van de havens"), ("1/2", "5"), page=2))
    assert cells(lower) == [[(2, 1, 1), (2, 1, 1)]]
    whole = (*rows.of(("1/1", "Malta"), ("1/2", "4")), *rows.of(("1/1", "Cyprus"), ("1/2", "5"), page=2))
    assert cells(whole) == [[(1, 1, 1), (1, 1, 1)], [(1, 1, 1), (1, 1, 1)]]


def piece(text: str, tag: Tag | None, left: float = 70, base: float = 100) -> TextPiece:
    """A piece with its tag."""
    font = Font("Times", bold=False, italic=False, glyphs=False)
    return TextPiece(text, left, left + 5 * len(text), base, 10, font, bold=False, italic=False, tag=tag)


def test_tags_of_headings_and_items_are_worth_something_where_they_are_a_part_of_the_text() -> None:
    text, heading, listed = Tag((1,)), Tag((2,), level=1), Tag((3,), item=(3,))
    assert may_be_headings(3, 10)
    assert not may_be_headings(4, 10)
    assert trust_in([piece("a" * 70, text), piece("b" * 30, heading)]) == Trust(headings=True, items=True)
    assert trust_in([piece("a" * 69, text), piece("b" * 31, heading)]) == Trust(headings=False, items=True)
    assert trust_in([piece("a" * 30, text), piece("b" * 70, listed)]) == Trust(headings=True, items=True)
    assert trust_in([piece("a" * 29, text), piece("b" * 71, listed), piece("c" * 900, None)]) == Trust(headings=True, items=False)


def test_tags_say_of_a_row_which_block_heading_and_item_it_is() -> None:
    told = Told(Trust(headings=True, items=True))
    assert told.of_row((piece("a", Tag((1,), level=2)),)) == {"part": 1, "level": 2, "item": 0}
    assert told.of_row((piece("a", Tag((1,))), piece("b", Tag((1,))))) == {"part": 1, "level": 0, "item": 0}
    assert told.of_row((piece("a", Tag((2,), item=(2,), depth=2)),)) == {"part": 2, "level": 0, "item": 2}
    assert told.of_row((piece("a", Tag((2,), item=(2,), depth=2)),)) == {"part": 2, "level": 0, "item": 0}
    assert told.of_row((piece("a", Tag((3,), item=(3,))),)) == {"part": 3, "level": 0, "item": 1}
    assert told.of_row((piece("a", Tag((1,))), piece("b", Tag((2,))))) == {}
    assert told.of_row((piece("a", None),)) == {}
    assert told.of_row((piece("a", Tag((1,))), piece("b", None))) == {}
    doubted = Told(Trust(headings=False, items=False))
    assert doubted.of_row((piece("a", Tag((1,), level=2, item=(1,), depth=1)),)) == {"part": 1, "level": 0, "item": 0}


def _cell(text: str, row: int, column: int, left: float, base: float) -> TextPiece:
    return piece(text, Tag((9, row, column), table=(9,), row=(9, row), column=column), left, base)


def test_tags_tell_tables_whose_cells_stand_below_and_beside_each_other() -> None:
    grid = [_cell("Land", 0, 0, 70, 100), _cell("Kades", 0, 1, 170, 100), _cell("Malta", 1, 0, 70, 120), _cell("vier", 1, 1, 170, 120)]
    (table,) = tagged_tables(grid)
    assert [(cell.row, cell.column, cell.down, cell.across, cell.rows[0].text) for cell in table.cells] == [
        (0, 0, 1, 1, "Land"), (0, 1, 1, 1, "Kades"), (1, 0, 1, 1, "Malta"), (1, 1, 1, 1, "vier"),
    ]  # fmt: skip
    assert (table.left, table.top, table.right, table.bottom) == (69, 91.5, 196, 123.2)
    assert list(tagged_tables(grid[:2])) == []
    assert list(tagged_tables(grid[::2])) == []
    level = [*grid[:2], _cell("Malta", 1, 0, 70, 100), _cell("vier", 1, 1, 170, 100)]
    assert list(tagged_tables(level)) == []
    over = [_cell("Land van havens en kades", 0, 0, 70, 100), *grid[1:]]
    assert list(tagged_tables(over)) == []
    assert list(tagged_tables([piece("x", None), piece("y", Tag((1,)))])) == []
    assert (
        len(list(tagged_tables(_cell(f"{column}", row, column, 20 * column, 100 + 20 * row) for row in range(2) for column in range(30))))
        == 1
    )
    assert (
        list(tagged_tables(_cell(f"{column}", row, column, 20 * column, 100 + 20 * row) for row in range(2) for column in range(31))) == []
    )


def test_two_tables_that_tags_tell_are_two() -> None:
    first = [_cell(f"a{row}{column}", row, column, 70 + 100 * column, 100 + 20 * row) for row in range(2) for column in range(2)]
    second = [replace(own, base=own.base + 100, tag=replace(own.tag, table=(8,))) for own in first if own.tag]
    assert [len(table.cells) for table in tagged_tables([*first, *second])] == [4, 4]
