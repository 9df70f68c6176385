"""A chart of sums: a row for each country with a dot for each of its sums, on a scale in which every step is ten times the last.

Dots and not bars: a bar invites to add up, and sums that are named overlap. The table of the page is the same in figures and links.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10
from typing import Final, TypeAlias

from generator.dossier.gathered.amounts import Amount
from generator.language import countries, dutch
from generator.output.markdown import tag, text
from generator.words import say

_ROW: Final = 44
"""Pixels of a row: a name, and below it a line with dots."""

_LEFT: Final = 9
"""Percents of the width at which the scale begins, so that half a dot and half a label find room before it."""

_RIGHT: Final = 91
"""Percents of the width at which the scale ends, as far from that side; the chart is as wide as its column, the words keep their size."""

_ROWS: Final = 20
"""Countries that are drawn, those with most sums first."""

_TICKS: Final = 5
"""Labels along the scale: more do not fit beside one another on a telephone."""

_UNITS: Final = ("sums.one", "sums.thousand", "sums.million", "sums.milliard", "sums.billion")
"""The words for 1, 1,000, 1,000,000 … euros."""


Numbered: TypeAlias = tuple[int, Amount]
"""A sum, and its number among the rows of the table, from 0: a script shows its dot as long as it shows that row (assets/js/keuze.js)."""


def sums_chart(found: Iterable[Amount], table: str) -> str:
    """A figure of the sums of a table, by country, then those of no country; empty where there are fewer than two above nothing.

    `table` is the id of the table, whose rows are the sums in the same order.
    """
    drawable = tuple((number, amount) for number, amount in enumerate(found) if amount.value > 0)
    if len(drawable) < 2:  # noqa: PLR2004 - one sum makes no chart
        return ""
    rows = _rows(drawable)
    low, high = _scale(amount for _, amount in drawable)
    height = _ROW * (len(rows) + 1)
    drawn = "".join(_row(place, name, own, low, high) for place, (name, own) in enumerate(rows))
    scale = tag("g", _ticks(low, high, height), data_schaal=True)
    drawing = tag("svg", scale + drawn, role="img", aria_label=_in_words(rows), width="100%", height=str(height))
    caption = tag("figcaption", text(say("sums.caption")))
    return tag("figure", caption + drawing, class_="grafiek bedragengrafiek", data_volgt=table, data_rijhoogte=str(_ROW))


def _rows(found: tuple[Numbered, ...]) -> tuple[tuple[str, tuple[Numbered, ...]], ...]:
    """The countries with most sums and the sums of each, then the sums without a country."""
    codes = {code for _, amount in found for code in amount.own_countries}
    named = [(code, tuple(pair for pair in found if code in pair[1].own_countries)) for code in codes]
    named.sort(key=lambda row: (-len(row[1]), countries.order(row[0])))
    rows = [(countries.name(code), own) for code, own in named[:_ROWS]]
    rest = tuple(pair for pair in found if not pair[1].own_countries)
    return (*rows, (say("sums.no_country"), rest)) if rest else tuple(rows)


def _scale(found: Iterable[Amount]) -> tuple[int, int]:
    """The powers of ten between which all sums lie."""
    values = [log10(amount.value) for amount in found]
    low, high = floor(min(values)), ceil(max(values))
    return low, max(high, low + 1)


def _at(power: float, low: int, high: int) -> str:
    """Where a power of ten stands, as a part of the width."""
    return f"{_LEFT + (_RIGHT - _LEFT) * (power - low) / (high - low):.2f}%"


def _ticks(low: int, high: int, height: int) -> str:
    return "".join(_tick(power, _at(power, low, high), height) for power in range(low, high + 1, ceil((high - low) / _TICKS)))


def _tick(power: int, x: str, height: int) -> str:
    line = tag("line", "", class_="bedragengrafiek__streep", x1=x, x2=x, y1="0", y2=str(height - _ROW + 8))
    return line + tag("text", text(_power(power)), class_="grafiek__jaar", x=x, y=str(height - _ROW + 26))


def _power(power: int) -> str:
    """Ten to a power in short words: 100 mln."""
    unit = min(max(power // 3, 0), len(_UNITS) - 1)
    left = power - 3 * unit
    return say(_UNITS[unit], number=dutch.number(10**left) if left >= 0 else f"0,{'0' * (-left - 1)}1")


def _row(place: int, name: str, own: tuple[Numbered, ...], low: int, high: int) -> str:
    top, line = place * _ROW, place * _ROW + 32
    title = tag(
        "text", text(name) + tag("tspan", f" ({len(own)})", data_aantal=True), class_="bedragengrafiek__naam", x="0", y=str(top + 16)
    )
    axis = tag("line", "", class_="grafiek__as", x1="0", x2="100%", y1=str(line), y2=str(line))
    dots = "".join(_dot(number, amount, _at(log10(amount.value), low, high), line) for number, amount in own)
    return tag("g", title + axis + dots, data_rijen=True)


def _dot(number: int, amount: Amount, x: str, y: int) -> str:
    place = amount.occurrence
    said = say("sums.dot", words=place.words, document=place.entry.document.meta.short_title)
    return tag("circle", tag("title", text(said)), class_="bedragengrafiek__stip", cx=x, cy=str(y), r="6", data_rij=str(number))


def _in_words(rows: Iterable[tuple[str, tuple[Numbered, ...]]]) -> str:
    """Each row with its number of sums, the smallest and the largest."""
    return " ".join((say("sums.alternative"), *(_row_in_words(name, own) for name, own in rows)))


def _row_in_words(name: str, own: tuple[Numbered, ...]) -> str:
    ordered = sorted((amount for _, amount in own), key=lambda amount: amount.value)
    first, last = ordered[0].occurrence.words, ordered[-1].occurrence.words
    return say("sums.row", count=len(own), name=name, first=first, last=last)
