"""A small chart of mentions through time, per 1,000 words of each document: a static drawing, in words, and as a table.

Documents are of unlike length: 20 mentions in 1,700 words are many, in 16,000 few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from generator.dossier.addresses import relative
from generator.dossier.index import Entry, Occurrence, Site
from generator.language import dutch, edtf
from generator.output.markdown import anchor, tag, text
from generator.words import say

_HEIGHT: Final = 96
"""Units of the drawing for the highest bar; a unit is a pixel on a wide screen."""

_ABOVE: Final = 18
"""Units above the highest bar, for its figure."""

_BELOW: Final = 22
"""Units below the bars, for the years."""

_WIDEST: Final = 72
"""Units for a bar with its figures where there are few documents."""

_DRAWING: Final = 640
"""Units of the width that the bars of many documents share: the column of text on a wide screen."""

_BAR: Final = 0.6
"""The part of its slot that a bar fills; the rest parts it from the next."""

_WIDEST_BAR: Final = 40
"""Units of a bar where there are few documents: a wider one would look like a surface."""

_LEGIBLE: Final = 34
"""A slot narrower than this cannot hold a year under every bar."""


def mentions_chart(site: Site, page: str, occurrences: Iterable[Occurrence], what: str) -> str:
    """A figure with a bar for each document, the oldest first; documents without a mention stand in it with 0."""
    return counts_chart(site, page, Counter(occurrence.entry.document.meta.id for occurrence in occurrences), what)


def counts_chart(site: Site, page: str, counts: Mapping[str, int], what: str) -> str:
    """The same from numbers of mentions by the ids of the documents; empty where there is none at all."""
    rows = [(entry, counts.get(entry.document.meta.id, 0)) for entry in site.oldest_first]
    if not any(count for _, count in rows):
        return ""
    caption = tag("figcaption", text(chart_title(what)))
    table = tag("details", tag("summary", say("chart.as_table")) + _table(page, rows))
    return tag("figure", caption + _drawing(rows, what) + table, class_="grafiek")


def chart_title(what: str) -> str:
    """What the chart of something shows."""
    return say("chart.title", what=what)


def _drawing(rows: list[tuple[Entry, int]], what: str) -> str:
    slot = min(_WIDEST, _DRAWING / len(rows))
    highest = max(entry.per_thousand(count) for entry, count in rows)
    bars = "".join(_bar(place, slot, entry, count, highest) for place, (entry, count) in enumerate(rows))
    width, height = round(slot * len(rows)), _ABOVE + _HEIGHT + _BELOW
    ground = _line(width, _ABOVE + _HEIGHT)
    size = {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}
    return tag("svg", ground + bars, role="img", aria_label=_in_words(rows, what), **size)


def _line(width: int, y: float) -> str:
    return tag("line", "", class_="grafiek__as", x1="0", x2=str(width), y1=str(y), y2=str(y))


def _bar(place: int, slot: float, entry: Entry, count: int, highest: float) -> str:
    height = round(_HEIGHT * entry.per_thousand(count) / highest, 1)
    top, middle = round(_ABOVE + _HEIGHT - height, 1), round((place + 0.5) * slot, 1)
    wide = round(min(slot * _BAR, _WIDEST_BAR), 1)
    bar = tag("rect", "", class_="grafiek__staaf", x=str(round(middle - wide / 2, 1)), y=str(top), width=str(wide), height=str(height))
    if slot < _LEGIBLE:
        return bar if count else ""
    figure = tag("text", text(dutch.rate(entry.per_thousand(count))), class_="grafiek__aantal", x=str(middle), y=str(round(top - 5, 1)))
    year = tag("text", _year(entry), class_="grafiek__jaar", x=str(middle), y=str(_ABOVE + _HEIGHT + 16))
    return (bar if count else "") + figure + year


def _year(entry: Entry) -> str:
    date = entry.document.meta.date
    return str(edtf.parse(date).year) if date else "z.d."


def _in_words(rows: list[tuple[Entry, int]], what: str) -> str:
    most, count = max(rows, key=lambda row: row[0].per_thousand(row[1]))
    total = sum(count for _, count in rows)
    met = sum(count > 0 for _, count in rows)
    return say(
        "chart.alternative",
        mentions=dutch.count(total, "vermelding", "vermeldingen"),
        what=what,
        naming=met,
        documents=len(rows),
        rate=dutch.rate(most.per_thousand(count)),
        short_title=most.document.meta.short_title,
    )


def _table(page: str, rows: list[tuple[Entry, int]]) -> str:
    head = "".join(
        tag("th", name, scope="col")
        for name in (
            say("chart.document"),
            say("chart.date"),
            say("chart.mentions"),
            say("chart.words"),
            say("chart.per_thousand_words"),
        )
    )
    body = "".join(tag("tr", _cells(page, entry, count)) for entry, count in rows)
    table = tag("table", tag("thead", tag("tr", head)) + tag("tbody", body))
    return tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=say("chart.mentions_by_document"))


def _cells(page: str, entry: Entry, count: int) -> str:
    facts = entry.document.meta
    title = tag("th", anchor(text(facts.short_title), relative(page, entry.url)), scope="row")
    when = text(dutch.date(facts.date)) if facts.date else say("chart.undated")
    figures = (dutch.number(count), dutch.number(entry.words), dutch.rate(entry.per_thousand(count)))
    return title + tag("td", when) + "".join(tag("td", text(figure), class_="getal") for figure in figures)
