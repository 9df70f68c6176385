"""What the pages of the site have readers cite: documents from their descriptions, and the site's own pages and charts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from generator.dossier.gathered.news import News
from generator.dossier.index import Entry, Site
from generator.language import dutch, edtf
from generator.model import Publication
from generator.output.bibliography import Day, Reference, When, head
from generator.settings import LANGUAGE
from generator.words import say

_SEASONS: Final = 20
"""EDTF counts seasons from 21, CSL from 1."""

DATE_HOLE: Final = "DATUMHIER"
"""Stands where the reader's own day belongs: a build must not depend on the day it is made."""


def of_document(publication: Publication, entry: Entry, url: str = "", place: str = "", key: str = "") -> Reference:
    """A document, or a place in it at an address of its own; what the description does not say is left out."""
    facts = entry.document.meta
    kind = facts.kind or ""
    return Reference(
        key=key or facts.id,
        kind="report",
        title=facts.title,
        url=url or publication.absolute(entry.url),
        author=facts.institution or "",
        number=facts.number or "",
        # "Mededeling van de Commissie over …" says already that it is one.
        genre="" if kind and facts.title.casefold().startswith(kind.casefold()) else kind,
        language=facts.language,
        place=place,
        when=when(facts.date) if facts.date else None,
    )


def in_head(site: Site, entry: Entry, page: str) -> list[list[str]]:
    """What the head of a page of a document tells reference managers, for the theme: names and values."""
    return [list(pair) for pair in head.tags(of_document(site.publication, entry, site.publication.absolute(page)))]


def of_page(site: Site, title: str, url: str, day: str = "") -> Reference:
    """A page that the site itself wrote, such as an entry; it can change, so that whoever cites it says when. `day` is that of its last change."""
    owner, name = site.publication.owner, site.publication.name
    return Reference(
        key=url.strip("/").replace("/", "-") or "site",
        kind="webpage",
        title=title,
        url=site.publication.absolute(url),
        author=owner or name,
        container=name if owner and owner != name else "",
        language=LANGUAGE,
        accessed=DATE_HOLE,
        when=when(day) if day else None,
    )


def last_change(news: News, url: str) -> str:
    """The day of the last change of what has a page at an address; empty where it is not known."""
    latest = next((thing.latest for thing in news.things if thing.url == url), None)
    return latest.day if latest else ""


def of_chart(site: Site, title: str, url: str, anchor: str) -> Reference:
    """A chart on one of its pages, at a place there."""
    page = of_page(site, title, url)
    return replace(page, key=f"{page.key}-{say('citing.chart')}", kind="graphic", url=f"{page.url}#{anchor}", genre=say("citing.chart"))


def when(date: str) -> When:
    """A date in EDTF as formats and styles have it; raises `NoDateError` for what is none."""
    parsed = edtf.parse(date)
    points = _points(parsed)
    return When(
        words=dutch.date(date),
        years=_years(parsed),
        days=tuple(map(_day, points)),
        season=next((point.month - _SEASONS for point in points if point.is_season and point.month), None),
        about=any(point.doubt for point in (parsed.start, parsed.end) if point),
        edtf=date,
    )


def _points(date: edtf.Date) -> tuple[edtf.Point, ...]:
    """The point of a date, or both ends of a span; none where formats cannot hold them.

    They have no word for an open end, for a decade or century, nor for a span of seasons: those are told in words.
    """
    points = tuple(dict.fromkeys(point for point in (date.start, date.end) if point))
    seasons = len(points) > 1 and any(point.is_season for point in points)
    return () if date.is_open or seasons or any(point.unsaid for point in points) else points


def _day(point: edtf.Point) -> Day:
    if point.is_season or not point.month:
        return (point.year,)
    return (point.year, point.month, point.day) if point.day else (point.year, point.month)


def _years(date: edtf.Date) -> str:
    """The years of a date as a style that cites by year has them: 2016, ca. 2023, 2014–2016, 2014–."""
    first, last = (_year(point) if point else "" for point in (date.start, date.end))
    return first if first == last else f"{first}–{last}"


def _year(point: edtf.Point) -> str:
    words = dutch.date(f"{point.year:04d}"[: 4 - point.unsaid] + "X" * point.unsaid) if point.unsaid else f"{point.year:04d}"
    return f"ca. {words}" if point.doubt else words
