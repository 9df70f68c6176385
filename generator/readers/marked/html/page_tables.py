"""Tables of data, and tables that only set marks beside texts or columns beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from generator.readers.marked.element_rules import Rule
from generator.readers.marked.html.classes import said_by_class
from generator.readers.marked.html.dom import text_of
from generator.readers.marked.numerals import is_mark

_CELL_TAGS: Final = frozenset({"td", "th"})


def rows_of(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The cells of each row of a table, rows of tables inside it left out."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table"), None) is table:
            yield [cell for cell in row if cell.tag in _CELL_TAGS]


def is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges text: one cell with words in each row, or a mark and its text."""
    if table.get("role") in {"presentation", "none"}:
        return True
    if any(text_of(child) for child in table.iter("th", "caption", "thead")):
        return False
    rows = [[cell for cell in row if text_of(cell)] for row in rows_of(table)]
    return _arranges_page(rows) or is_layout_rows([[text_of(cell) for cell in row] for row in rows])


def _arranges_page(rows: list[list[etree._Element]]) -> bool:
    """Whether a table sets a text between its columns, as pages did before style sheets."""
    return any(_is_text_block(cell) for row in rows for cell in row) and max(map(len, rows)) <= _COLUMNS_OF_TEXT


def is_layout_rows(rows: list[list[str]]) -> bool:
    """Whether the texts of a table's cells are one text in each row, or a mark and its text."""
    filled = [[text for text in row if text] for row in rows]
    return all(len(row) <= 1 or (len(row) == _MARK_AND_TEXT and is_mark(row[0])) for row in filled)


_MARK_AND_TEXT: Final = 2
"""Cells of a row that is a mark and its text."""

_COLUMNS_OF_TEXT: Final = 3
"""Columns of a table that arranges a page: one of text, and one or two beside it."""

_BLOCKS_OF_TEXT: Final = 5
"""Paragraphs that a cell of data may hold, as one with a list of reasons does; more of them are the text of a page."""


def _is_text_block(cell: etree._Element) -> bool:
    """Whether a cell holds what no cell of data holds: headings, or several paragraphs."""
    inner = [child for child in cell.iter("h1", "h2", "h3", "p", "table") if next(child.iterancestors("td", "th"), None) is cell]
    headings = sum(child.tag in {"h1", "h2"} for child in inner)
    return headings > 0 or sum(len(text_of(child)) > 0 for child in inner if child.tag == "p") > _BLOCKS_OF_TEXT


def mark_cells(table: etree._Element) -> Iterator[etree._Element]:
    """The cells of a layout table that hold the mark of the text beside them."""
    for row in rows_of(table):
        words = [cell for cell in row if text_of(cell)]
        if len(words) == _MARK_AND_TEXT and is_mark(text_of(words[0])):
            yield words[0]


def cell_rule(cell: etree._Element) -> Rule:
    """What a cell of data does: over how many rows and columns it reaches, and whether it is a head."""
    head = cell.tag == "th" or next(cell.iterancestors("thead"), None) is not None or _says_head(cell)
    return Rule("cell", head=head, down=_count(cell, "rowspan"), across=_count(cell, "colspan"))


def _says_head(cell: etree._Element) -> bool:
    """Whether all that a cell holds is set as the head of a column."""
    inner = [child for child in cell if text_of(child)]
    return bool(inner) and all(said_by_class(child, "head") for child in inner)


def _count(cell: etree._Element, side: str) -> int:
    given = cell.get(side, "1").strip()
    return max(1, int(given)) if given.isdecimal() else 1
