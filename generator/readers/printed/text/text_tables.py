"""Tables in plain text: rows below one another that are parted alike, by white space or by the figures they end in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from generator.model import Lines, Span
from generator.readers.pieces.drafts import CellDraft, Draft, TableDraft
from generator.readers.printed.text.rows import Row

_FIGURE: Final = re.compile(r"(?<!\S)[-–+]?(?:\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]\d+)?\s?%?(?!\S)|(?<!\S)[-–](?!\S)")
_COLUMNS: Final = 40
"""Figures that a row may end in: more than a page has room for, and few enough that a long row of dashes costs no square of time."""

_FIGURES_AT_END: Final = re.compile(rf"(?P<label>[^\d\s].*?)(?P<figures>(?:\s+(?:{_FIGURE.pattern})){{1,{_COLUMNS}}})\s*")
_MEASURED: Final = re.compile(r"\d[.,]\d|%")
_THOUSANDS: Final = re.compile(r"\d{3}(?:,\d+)?")
_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?: \d{3})*")
"""A number whose thousands are set apart by blanks (Interinstitutional Style Guide, 6.5): a group, and what may stand before it."""

_WORD: Final = re.compile(r"[^\s(]+(?:\s?\([^()]*\))?")
"""A word of a head, with what stands in brackets behind it."""

_FEWEST: Final = 3
"""So many rows below one another that end in as many figures are a table."""


Spans: TypeAlias = tuple[Span, ...]


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
    figures = [_figures(row) for row in rows]
    first = 0
    for place, (before, after) in enumerate(pairwise([*figures, ()]), 1):
        if bool(before) == bool(after):
            continue
        if before:
            own = figures[first:place]
            headed = bool(_head(rows, first, len(figures[first])))
            for start, stop, spans in _alike(own, own if headed else _grouped(own, [row.text for row in rows[first:place]])):
                yield _table(rows, first + start, first + stop, spans)
        first = place


def _alike(figures: Sequence[Spans], grouped: Sequence[Spans]) -> Iterator[tuple[int, int, Sequence[Spans]]]:
    """The rows that end in as many figures, with these; thousands set apart by blanks are one figure where that makes the rows alike."""
    if len({len(row) for row in grouped}) == 1 and len(figures) >= _FEWEST and figures != grouped:
        yield 0, len(grouped), grouped
        return
    first = 0
    for place, (before, after) in enumerate(pairwise([*map(len, figures), 0]), 1):
        if before != after:
            if before and place - first >= _FEWEST:
                yield first, place, figures[first:place]
            first = place


def _table(rows: Sequence[Row], first: int, after: int, figures: Sequence[Spans]) -> TableRows:
    head = _head(rows, first, len(figures[0]))
    cells = [*([head] if head else []), *(_cells(row, own) for row, own in zip(rows[first:after], figures, strict=True))]
    return TableRows(first - bool(head), after, tuple(cells), int(bool(head)))


def _figures(row: Row) -> Spans:
    """Where in a row stand the figures that it ends in behind its label; nothing where it is no row of a table."""
    match = _FIGURES_AT_END.fullmatch(row.text) if len(row.parts) == 1 else None
    found = tuple(figure.span() for figure in _FIGURE.finditer(row.text, match.start("figures"))) if match else ()
    # One figure alone may be a page or a year; a share or a decimal number is neither.
    return found if len(found) > 1 or _MEASURED.search(row.text[slice(*found[0])] if found else "") else ()


def _grouped(figures: Sequence[Spans], texts: Sequence[str]) -> Sequence[Spans]:
    """The same figures, groups of three digits behind a blank taken as thousands: in rows of as many figures where all of them allow it."""
    if len({len(own) for own in figures}) == 1:
        return _joined(figures, texts)
    return [_joined([own], [text])[0] for own, text in zip(figures, texts, strict=True)]


def _joined(figures: Sequence[Spans], texts: Sequence[str]) -> Sequence[Spans]:
    """Rows of as many figures, one behind another joined to it where in each row it can be its thousands."""
    found: list[list[Span]] = [[own[0]] for own in figures]
    for column in zip(*(own[1:] for own in figures), strict=True):
        joins = all(_continues(own[-1], new, text) for own, new, text in zip(found, column, texts, strict=True))
        for own, new in zip(found, column, strict=True):
            own[-1:] = [(own[-1][0], new[1])] if joins else [own[-1], new]
    return [tuple(own) for own in found]


def _continues(number: Span, new: Span, text: str) -> bool:
    """Whether figures can be the next three digits of the number before them."""
    return new[0] == number[1] + 1 and bool(_THOUSANDS.fullmatch(text[slice(*new)])) and bool(_GROUPS.fullmatch(text[slice(*number)]))


def _cells(row: Row, figures: Spans) -> tuple[Span, ...]:
    start = row.parts[0][0]
    label = row.text[: figures[0][0]].rstrip()
    return ((start, start + len(label)), *((start + a, start + b) for a, b in figures))


def _head(rows: Sequence[Row], first: int, count: int) -> tuple[Span, ...]:
    """The cells of the row above a table, if it has a word for each column."""
    if not first or len(rows[first - 1].parts) != 1 or rows[first].relation != "normal":
        return ()
    start = rows[first - 1].parts[0][0]
    text = rows[first - 1].text
    words = [match.span() for match in _WORD.finditer(text)]
    if len(words) > count + 1 and all(text[a:b].endswith(")") for a, b in words[-count:]):
        # Units in brackets end each column's head; what stands before is that of the labels.
        words = [(words[0][0], words[-count - 1][1]), *words[-count:]]
    return tuple((start + a, start + b) for a, b in words) if len(words) == count + 1 else ()


def table_draft(table: TableRows, rows: Sequence[Row]) -> Draft:
    """The draft of a table."""
    own = rows[table.first : table.after]
    drafts = tuple(tuple(CellDraft(((cell,),), Lines(*row.lines)) for cell in cells) for row, cells in zip(own, table.cells, strict=True))
    return Draft((), "", Lines(own[0].lines[0], own[-1].lines[1]), "table", table=TableDraft(drafts, table.heads))
