"""In which order the rows of a page are read: columns side by side, tables, what is set in a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.readers.printed.pdf.gutters import best_gutter, parted
from generator.readers.printed.pdf.rows import Row, rows_of

_LONG: Final = 10
"""Rows. A gutter that parts so many of a page is that of the document, and may part fewer on other pages."""


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that are read one after the other before what stands beside them."""

    rows: tuple[Row, ...]


def in_reading_order(rows: tuple[Row, ...]) -> tuple[Column, ...]:
    """The rows in columns, in the order in which they are read; a page in one column has one."""
    return _columns(_bands(rows, ()))


def pages_in_reading_order(pages: Iterable[tuple[Row, ...]]) -> tuple[tuple[Column, ...], ...]:
    """The same for the pages of a document: a gutter that parts many rows of one page parts fewer, or even one, on the others."""
    pages = tuple(pages)
    alone = [tuple(_bands(rows, ())) for rows in pages]
    own = [frozenset(_long_gutters(bands)) for bands in alone]
    all_known = frozenset[float]().union(*own)
    return tuple(
        _columns(_bands(rows, tuple(sorted(all_known))) if all_known - gutters else bands)
        for rows, bands, gutters in zip(pages, alone, own, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Split:
    """What stands on the sides of a gutter, parted further where there are more of them."""

    left: tuple[_Band, ...]
    right: tuple[_Band, ...]
    gutter: float
    rows: int


_Band: TypeAlias = tuple[Row, ...] | _Split
"""A stretch of rows from side to side, or one that a gutter parts in two."""


def _columns(bands: Iterable[_Band]) -> tuple[Column, ...]:
    return tuple(Column(rows) for rows in _one_after_the_other(bands) if rows)


def _one_after_the_other(bands: Iterable[_Band]) -> Iterator[tuple[Row, ...]]:
    for band in bands:
        if isinstance(band, _Split):
            yield from _one_after_the_other((*band.left, *band.right))
        else:
            yield band


def _long_gutters(bands: Iterable[_Band]) -> Iterator[float]:
    """The gutters that part many rows, to whole points."""
    for band in bands:
        if isinstance(band, _Split):
            if band.rows >= _LONG:
                yield float(round(band.gutter))
            yield from _long_gutters((*band.left, *band.right))


def _bands(rows: tuple[Row, ...], known: tuple[float, ...]) -> Iterator[_Band]:
    """The rows from top to bottom, in stretches that one gutter parts, and stretches that none does."""
    found = best_gutter(rows, known)
    if found is None:
        yield rows
        return
    if found.first:
        yield from _bands(rows[: found.first], known)
    left, right = (rows_of(side) for side in parted(rows[found.first : found.after], found.place))
    yield _Split(tuple(_bands(left, known)), tuple(_bands(right, known)), found.place, min(len(left), len(right)))
    if found.after < len(rows):
        yield from _bands(rows[found.after :], known)
