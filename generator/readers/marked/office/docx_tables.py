"""The grid of a table in a Word document: which cells reach over others, and which only arrange text."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from generator.readers.marked.office.office_tables import OfficeTable, layout_of
from generator.readers.marked.office.word_numbers import W, value, value_is_on


def words(element: etree._Element) -> str:
    """The words in an element, white space collapsed."""
    return " ".join("".join(text.text or "" for text in element.iter(f"{W}t")).split())


def is_header(row: etree._Element | None) -> bool:
    """Whether a row is repeated at the top of each page, as the head of a table is."""
    return row is not None and value_is_on(row.find(f"{W}trPr"), "tblHeader")


def table(element: etree._Element, *, nested: bool) -> OfficeTable:
    """The table, tables inside it left out; cells merged downwards are one cell and its lower parts."""
    rows = [
        [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row]
        for row in element.iter(f"{W}tr")
        if next(row.iterancestors(f"{W}tbl")) is element
    ]
    headed = any(is_header(row) for row in element.iter(f"{W}tr"))
    return layout_of(rows, words, nested=nested, headed=headed) or _data(rows)


def _data(rows: Sequence[Sequence[etree._Element]]) -> OfficeTable:
    """A table of data with the reach of its cells."""
    reach: dict[etree._Element, tuple[int, int]] = {}
    covered: set[etree._Element] = set()
    above: dict[int, etree._Element] = {}
    for row in rows:
        column = 0
        for cell in row:
            across = _across(cell)
            if _goes_on(cell) and column in above:
                covered.add(cell)
                reach[above[column]] = (reach[above[column]][0], reach[above[column]][1] + 1)
            else:
                reach[cell] = (across, 1)
                above[column] = cell
            column += across
    return OfficeTable(layout=False, reach=reach, covered=frozenset(covered))


def _across(cell: etree._Element) -> int:
    """Over how many columns a cell reaches."""
    span = value(cell.find(f"{W}tcPr"), "gridSpan")
    return int(span) if span.isdecimal() and int(span) else 1


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell is the lower part of the one above it."""
    properties = cell.find(f"{W}tcPr")
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"
