"""How many dates of each kind fall in each year, as a drawing with a text alternative and a table; each bar leads to its year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from generator.dossier.gathered.timeline import MomentKind
from generator.language import dutch
from generator.output.markdown import anchor, tag, text
from generator.pages.dates.moments import KINDS
from generator.words import say

_HEIGHT: Final = 140
"""Pixels of the highest bar, chosen by eye: steps between years show, and the table below stays in sight."""

_ABOVE: Final = 18
"""Pixels above the highest bar, for its number."""

_BELOW: Final = 20
"""Pixels below the bars, for the years."""

_WIDEST: Final = 44
"""Pixels for a year where there are few years: a wider bar would look like a surface."""

_NARROWEST: Final = 28
"""Pixels for a year: it holds the four digits of its label, and a finger can tell it from the next (WCAG 2.5.8 asks for 24)."""

_BAR: Final = 0.7
"""The part of the place of a year that its bar fills; the rest parts it from the next."""

_DRAWING: Final = 780
"""Width of a drawing with many years, as far as they find room in it; one with few is narrower, one with more scrolls in its frame."""

_CONTINUOUS: Final = 60
"""Up to so many years the empty ones are drawn as well."""

Row = tuple[int, Counter[MomentKind]]


def year_chart(numbers: Mapping[tuple[int, MomentKind], int]) -> str:
    """A figure of how many dates there are of each year and kind; empty where there are none."""
    counts: dict[int, Counter[MomentKind]] = {}
    for (year, kind), number in numbers.items():
        counts.setdefault(year, Counter())[kind] += number
    if not counts:
        return ""
    rows = [(year, counts.get(year, Counter())) for year in _years(sorted(counts))]
    caption = tag("figcaption", say("year_chart.title"))
    table = tag("details", tag("summary", say("year_chart.as_table")) + _table(rows))
    drawing = tag("div", _drawing(rows), class_="jaargrafiek__vlak", tabindex="0", role="region", aria_label=_in_words(rows))
    return tag("figure", caption + _legend() + drawing + table, class_="grafiek jaargrafiek")


def _years(years: Sequence[int]) -> Sequence[int]:
    whole = range(years[0], years[-1] + 1)
    return whole if len(whole) <= _CONTINUOUS else years


def _legend() -> str:
    """The kinds with their colours; the table says the same without colours."""
    items = (
        tag("li", tag("span", "", class_=f"staal staal--{kind}") + text(many), data_soort=one, data_kleur=kind)
        for kind, (one, many) in KINDS.items()
    )
    return tag("ul", "".join(items), class_="jaargrafiek__soorten")


def _drawing(rows: Sequence[Row]) -> str:
    slot = max(_NARROWEST, min(_WIDEST, _DRAWING / len(rows)))
    highest = max(count.total() for _, count in rows)
    bars = "".join(_bar(place, slot, year, count, highest) for place, (year, count) in enumerate(rows))
    width, height = round(slot * len(rows)), _ABOVE + _HEIGHT + _BELOW
    ground = tag("line", "", class_="grafiek__as", x1="0", x2=str(width), y1=str(_ABOVE + _HEIGHT), y2=str(_ABOVE + _HEIGHT))
    size = {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}
    return tag("svg", ground + bars, **size)


def _bar(place: int, slot: float, year: int, count: Counter[MomentKind], highest: int) -> str:
    middle = round((place + 0.5) * slot, 1)
    label = tag("text", str(year), class_="grafiek__jaar", x=str(middle), y=str(_ABOVE + _HEIGHT + 15))
    if not count:
        return label
    pieces, below = [], 0
    wide, left = round(slot * _BAR, 1), round(middle - slot * _BAR / 2, 1)
    for kind in KINDS:
        if count[kind]:
            low, high = (round(_HEIGHT * value / highest, 1) for value in (below, below + count[kind]))
            below += count[kind]
            y, height = str(round(_ABOVE + _HEIGHT - high, 1)), str(round(high - low, 1))
            pieces.append(tag("rect", "", class_=f"staaf staaf--{kind}", x=str(left), y=y, width=str(wide), height=height))
    top = round(_ABOVE + _HEIGHT - _HEIGHT * below / highest - 5, 1)
    figure = tag("text", str(below), class_="grafiek__aantal", x=str(middle), y=str(top))
    size = {"x": str(round(middle - slot / 2, 1)), "y": "0", "width": str(round(slot, 1)), "height": str(_ABOVE + _HEIGHT + _BELOW)}
    reach = tag("rect", "", class_="jaargrafiek__raakvlak", **size)
    said = f"{year} {dutch.count(below, 'datum', 'datums')}"
    return anchor("".join([reach, *pieces, label, " ", figure]), f"#jaar-{year}", aria_label=said, data_jaar=str(year))


def _in_words(rows: Sequence[Row]) -> str:
    most, count = max(rows, key=lambda row: row[1].total())
    total = sum(count.total() for _, count in rows)
    span = say("year_chart.from_until", first=rows[0][0], last=rows[-1][0]) if len(rows) > 1 else f"in {most}"
    return say(
        "year_chart.alternative",
        dates=dutch.count(total, "datum", "datums"),
        span=span,
        total=count.total(),
        most=most,
    )


def _table(rows: Sequence[Row]) -> str:
    head = "".join(tag("th", text(name), scope="col") for name in (say("year_chart.year"), *(many for _, many in KINDS.values()), "samen"))
    body = "".join(_row(year, count) for year, count in rows if count)
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", body))
    return tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=say("year_chart.title"))


def _row(year: int, count: Counter[MomentKind]) -> str:
    cells = [tag("td", dutch.number(value), class_="getal") for value in (*(count[kind] for kind in KINDS), count.total())]
    return tag("tr", tag("th", anchor(str(year), f"#jaar-{year}"), scope="row") + "".join(cells), data_jaar=str(year))
