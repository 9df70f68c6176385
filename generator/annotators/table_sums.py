"""Which cells of a table hold sums of euros by what is said beside them: in a head, a caption, the line above, or the row.

A cell that holds a number alone is a sum where the nearest words that name what is measured name euros. In order: those that stand above it
over its column alone; those in its row; those above it over several columns; those of the whole table, which are the corner, the caption and
the line above the table. Words for counts, shares and other measures end the search.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final, TypeAlias

from generator.annotators.dates.vocabulary import cues
from generator.annotators.table_layout import Layout, Slots, laid_out
from generator.citations.vocabulary import spelled, table
from generator.language.matching import alternatives, fold
from generator.model import Block, Cell, Document

_FIGURE: Final = re.compile(r"\d[\d.,\s]{0,30}(?:,-)?\s?\*{0,3}")
"""A cell that holds a number and nothing else."""

_DATA: Final = re.compile(r"[-–+(\s]{0,3}\d[\d.,\s]{0,30}\)?\s?[%*]?")
"""A cell that holds a number in any guise, and so says nothing about others."""

_PIECE: Final = re.compile(r"0\d[\d\s]{0,30}")
"""What no number looks like: thousands in a cell of their own, or a code. A table with such cells is not one to read sums from."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LONGEST: Final = 200
"""Characters. A line above a table that says its unit is a title; what is longer is a paragraph of the text."""

_THOUSANDS: Final = r"[x×*]?\s?1(?:[\s.]?000){1,3}"
"""A factor in digits: "x 1 000", "1.000.000"."""

_FACTOR: Final = re.compile(r"(?:[x×*]\s?)?([\d\s.]*)(.*)")
"""The figures of a factor, and the word for a number behind them."""

_OTHER: Final = Decimal(0)
"""In place of a factor: what is measured is no money."""


_Near: TypeAlias = tuple[Decimal | None, Decimal | None]
"""The factors that the words of a row say, and those of the whole table; None where they say nothing."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language for what is measured, and the factors of its words for numbers.

    `unit`: euros, as heads say them; `other`: what is no money, anywhere in a head; `other_row`: the same, where it opens the words of a
    row or stands in brackets; `labels`: what stands over columns of years, codes and things that are counted; `units`: what stands over a column of units; `sums`: words for
    sums themselves.
    """

    unit: re.Pattern[str]
    other: re.Pattern[str]
    other_row: re.Pattern[str]
    labels: re.Pattern[str]
    units: re.Pattern[str]
    sums: re.Pattern[str]
    scales: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """What words above say of the cells below: the factor of the euros, and whether they stand over one column alone."""

    factor: Decimal
    alone: bool


def table_factors(document: Document) -> dict[str, Decimal]:
    """By the anchors of the cells that hold a sum: how many euros one of what they count is (1,000,000 in millions)."""
    words = _words(document.meta.language)
    pairs = pairwise((None, *document.blocks))
    return {anchor: factor for before, block in pairs if block and block.rows for anchor, factor in _factors(block, before, words)}


def _factors(block: Block, before: Block | None, words: _Words) -> Iterator[tuple[str, Decimal]]:
    """The anchors of a table's cells with sums, each with its factor."""
    texts = [_title(before, words), *(cell.text for cell in block.cells)]
    if not any(_unit(text, words) for text in texts) or any(map(_PIECE.fullmatch, texts)):
        return
    slots = laid_out(block)
    head = _head(slots, block.header_rows)
    whole = _whole(block, slots[:head], before, words)
    units = _columns_of_units(slots[:head], words)
    years = {column for column, cells in enumerate(zip(*slots, strict=True)) if _are_years(cells[head:])}
    above: dict[int, _Said] = {}
    for place, row in enumerate(slots):
        above.update(_said(row, words))
        if place >= block.header_rows:
            beside = _of_row(row, units, words) if place >= head else None
            yield from _sums(row, above, (beside, whole), range(len(row)) if _are_years(row[1:]) else years)


def _sums(row: Slots, above: Mapping[int, _Said], near: _Near, years: Container[int]) -> Iterator[tuple[str, Decimal]]:
    """The cells of a row with sums: `near` has what the row says, and what the whole table does; a year in the columns of `years` is no sum."""
    for column, cell in enumerate(row):
        if cell and _FIGURE.fullmatch(cell.text):
            said, is_year = above.get(column), column in years and bool(_YEAR.fullmatch(cell.text))
            factor = said.factor if said and said.alone else None if is_year or not column else _nearest(said, near)
            if factor:
                yield cell.anchor, factor


def _nearest(said: _Said | None, near: _Near) -> Decimal | None:
    """The factor by the words of the row, else those over several columns, else those of the whole table."""
    beside, whole = near
    return next((factor for factor in (beside, said.factor if said else None, whole) if factor is not None), None)


def _head(slots: Layout, marked: int) -> int:
    """How many rows stand above the first that has figures which are no years."""
    figured = (place for place, row in enumerate(slots) if any(map(_is_data, row[1:])) and not _are_years(row[1:]))
    return max(marked, next(figured, len(slots)))


def _columns_of_units(head: Layout, words: _Words) -> set[int]:
    """The columns whose head says that they hold units."""
    return {column for row in head for column, cell in enumerate(row) if cell and words.units.fullmatch(cell.text)}


def _is_data(cell: Cell | None) -> bool:
    return cell is not None and _DATA.fullmatch(cell.text) is not None


def _are_years(cells: Slots) -> bool:
    """Whether all figures in cells are years, and there are any."""
    figures = [cell.text for cell in cells if cell and _is_data(cell)]
    return bool(figures) and all(map(_YEAR.fullmatch, figures))


def _said(row: Slots, words: _Words) -> Iterator[tuple[int, _Said]]:
    """What the cells of a row say of those below them, by their columns."""
    for column, cell in enumerate(row):
        if cell and (said := _of_column(cell, words)):
            yield column, said


def _of_column(cell: Cell, words: _Words) -> _Said | None:
    """What a cell says of those below it."""
    if _is_data(cell):
        return None
    alone = cell.across == 1
    if factor := _unit(cell.text, words):
        return _Said(factor, alone)
    other = words.other.search(cell.text) or (alone and words.labels.search(cell.text))
    return _Said(_OTHER, alone) if other else None


def _of_row(row: Slots, units: Container[int], words: _Words) -> Decimal | None:
    """What the words of a row say of its figures; a unit alone in a cell counts in a column of units only, for the currency of a country is no unit."""
    said = [(column, cell.text) for column, cell in enumerate(row) if cell and cell.across < len(row) and not _is_data(cell)]
    factors = (_unit(text, words) for column, text in said if column in units or not words.unit.fullmatch(text))
    unit = next(filter(None, factors), None)
    return unit or (_OTHER if any(words.other_row.search(text) for _, text in said) else None)


def _whole(block: Block, head: Layout, before: Block | None, words: _Words) -> Decimal | None:
    """The factor of the whole table, as its corner, its caption or the line above it says it."""
    corner = [row[0].text for row in head if row and row[0]]
    caption = block.caption.text if block.caption else ""
    return next((factor for text in (*reversed(corner), caption, _title(before, words)) if (factor := _unit(text, words))), None)


def _title(before: Block | None, words: _Words) -> str:
    """The line above a table, if it can be its title, or a sentence about its sums."""
    if not before or before.type not in {"paragraph", "heading"} or len(before.text) > _LONGEST:
        return ""
    return before.text.rstrip(":. " if words.sums.search(before.text) else ": ")


def _unit(text: str, words: _Words) -> Decimal | None:
    """The factor of the euros that a head speaks of; None where it speaks of none."""
    match = words.unit.search(text)
    if not match:
        return None
    factor = Decimal(1)
    for printed in filter(None, match.group("before", "behind")):
        figures, word = _FACTOR.findall(fold(printed))[0]
        factor *= Decimal("".join(filter(str.isdigit, figures)) or 1) * Decimal(words.scales.get(word, 1))
    return factor


def _of(role: str, language: str) -> dict[str, str]:
    """The words of a role in all languages, with their values; where languages differ, the document's own decides."""
    rows = [row for row in table("amounts") if row["role"] == role]
    return {fold(row["word"]): row["value"] for row in sorted(rows, key=lambda row: row["language"] == language)}


@cache
def _words(language: str) -> _Words:
    scales = _of("scale", language)
    scale = alternatives(scales, spelled)
    factor = rf"{scale}|{_THOUSANDS}|(?:[x×]\s?)?1\s?(?:{scale})"
    euro = rf"(?:{alternatives(_of('euro', language), spelled)})(?!\w|[-‑]\w)|€"
    inside = alternatives((row["word"] for row in table("amounts") if row["role"] == "in" and row["language"] in {language, "en"}), spelled)
    opens = rf"^|\(|(?<!\d)[,:;–-]\s|\b(?:{inside})\s|\s(?=[x×])|(?:^|[\s(])[x×]\s?|^\D{{0,80}}?\s(?=(?:(?:{factor})\s?)?(?-i:EUR|€)\s*$)"
    unit = rf"(?:{opens})(?:(?P<before>{factor})\s?)?(?:{euro})(?:\s?\(?(?P<behind>{factor})\)?)?(?=\s*(?:[),;/(]|$|p(?:er|ar|ro)\b))"
    roles = ("count", "label", "unit", "sums")
    counts, labels, units, sums = (rf"\b(?:{alternatives(_of(role, language), spelled)})\b" for role in roles)
    things = alternatives(cues("unit", language) - set(scales) - set(_of("euro", language)), spelled)
    coins = alternatives(_of("other currency", language), spelled)
    other = rf"%|[$£]|\((?:{inside})\s[^\d()]{{1,30}}\)|\([^\W\dA-Z_]{{2,4}}[²³]?\)|\b(?:{coins})\b"
    return _Words(
        re.compile(unit, re.IGNORECASE),
        re.compile(rf"{other}|{counts}", re.IGNORECASE),
        re.compile(rf"\(\s?%\s?\)|{other[2:]}|(?:^|\(){counts}", re.IGNORECASE),
        re.compile(rf"{labels}(?!\s\d)|^(?:{things})$", re.IGNORECASE),
        re.compile(units, re.IGNORECASE),
        re.compile(sums, re.IGNORECASE),
        scales,
    )
