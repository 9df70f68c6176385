"""Which cell stands where in a table, and what stands beside it."""

from __future__ import annotations

from generator.annotators.table_layout import beside, laid_out
from generator.model import Block, Cell, Element


def table(*rows: list[tuple[str, int, int]]) -> Block:
    """A table of cells, each with its text and over how many columns and rows it reaches."""
    made = tuple(tuple(Cell(f"c-{text}", text, Element("t"), across=across, down=down) for text, across, down in row) for row in rows)
    return Block("t-1", "table", "", Element("t"), rows=made)


SPANNED = table([("kop", 1, 2), ("samen", 2, 1)], [("een", 1, 1), ("twee", 1, 1)], [("rij", 1, 1), ("3", 1, 1), ("4", 1, 1)])


def told(block: Block) -> list[list[str]]:
    """The texts of the slots, row by row."""
    return [[cell.text if cell else "" for cell in row] for row in laid_out(block)]


def test_a_cell_stands_in_every_slot_that_it_reaches_over() -> None:
    assert told(SPANNED) == [["kop", "samen", "samen"], ["kop", "een", "twee"], ["rij", "3", "4"]]


def test_rows_are_as_wide_as_the_widest_and_a_cell_ends_with_its_table() -> None:
    assert told(table([("a", 1, 3)], [("b", 1, 1), ("c", 1, 1)])) == [["a", "", ""], ["a", "b", "c"]]


def test_beside_a_cell_stand_its_row_the_row_of_one_cell_above_and_the_words_of_its_column() -> None:
    block = table([("kop", 1, 1), ("som", 1, 1)], [("deel", 2, 1)], [("rij", 1, 1), ("3", 1, 1)])
    near = {cell.text: [[other.text for other in cells if other] for cells in around] for cell, around in beside(block)}
    assert near["3"] == [["rij", "3"], ["deel"], ["deel", "som"]]


def test_what_is_no_table_has_no_slots() -> None:
    assert laid_out(Block("p-1", "paragraph", "tekst", Element("p"))) == ()
