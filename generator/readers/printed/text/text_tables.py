"""Tables in plain text: rows below one another that are parted alike, by white space or by the figures they end in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.model import Lines, Span
from generator.readers.pieces.drafts import CellDraft, Draft, TableDraft
from generator.readers.printed.text.rows import Row

_FIGURE: Final = re.compile(r"(?<!\S)[-–+]?(?:\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]\d+)?\s?%?(?!\S)|(?<!\S)[-–](?!\S)")
_COLUMNS: Final = 40
"""Figures that a row may end in: more than a page has room for, and few enough that a long row of dashes costs no square of time."""

_FIGURES_AT_END: Final = re.compile(rf"(?P<label>[^\d\s].*?)(?P<figures>(?:\s+(?:{_FIGURE.pattern})){{2,{_COLUMNS}}})\s*")
_WORD: Final = re.compile(r"[^\s(]+(?:\s?\([^()]*\))?")
"""A word of a head, with what stands in brackets behind it."""

_FEWEST: Final = 3
"""So many rows below one another that end in as many figures are a table."""


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of one table: from index `first` up to `after`; the ranges of each row's cells; how many rows are its head."""

    first: int
    after: int
    cells: tuple[tuple[Span, ...], ...]
    heads: int


def find_tables(rows: Sequence[Row]) -> tuple[TableRows, ...]:
    """The tables among rows, in order."""
    return tuple(_tables(rows))


def _tables(rows: Sequence[Row]) -> Iterator[TableRows]:
    counts = [_figures(row) for row in rows]
    first = 0
    for place, (before, after) in enumerate(pairwise([*counts, 0]), 1):
        if before == after:
            continue
        if before and place - first >= _FEWEST:
            head = _head(rows, first, before)
            cells = [*([head] if head else []), *(_cells(row, before) for row in rows[first:place])]
            yield TableRows(first - bool(head), place, tuple(cells), int(bool(head)))
        first = place


def _figures(row: Row) -> int:
    """How many figures a row ends in behind its label; 0 where it is no row of a table."""
    match = _FIGURES_AT_END.fullmatch(row.text) if len(row.parts) == 1 else None
    return len(_FIGURE.findall(match["figures"])) if match else 0


def _cells(row: Row, count: int) -> tuple[Span, ...]:
    figures = [match.span() for match in _FIGURE.finditer(row.text)][-count:]
    start = row.parts[0][0]
    label = row.text[: figures[0][0]].rstrip()
    return ((start, start + len(label)), *((start + a, start + b) for a, b in figures))


def _head(rows: Sequence[Row], first: int, count: int) -> tuple[Span, ...]:
    """The cells of the row above a table, if it has a word for each column."""
    if not first or len(rows[first - 1].parts) != 1 or rows[first].relation != "normal":
        return ()
    start = rows[first - 1].parts[0][0]
    words = [match.span() for match in _WORD.finditer(rows[first - 1].text)]
    return tuple((start + a, start + b) for a, b in words) if len(words) == count + 1 else ()


def table_draft(table: TableRows, rows: Sequence[Row]) -> Draft:
    """The draft of a table."""
    own = rows[table.first : table.after]
    drafts = tuple(tuple(CellDraft(((cell,),), Lines(*row.lines)) for cell in cells) for row, cells in zip(own, table.cells, strict=True))
    return Draft((), "", Lines(own[0].lines[0], own[-1].lines[1]), "table", table=TableDraft(drafts, table.heads))
