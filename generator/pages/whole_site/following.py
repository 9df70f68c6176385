"""What a page says to those who follow the site: when what it is about was added and last changed, and which feed belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from generator.dossier.addresses import DOCUMENTS, relative
from generator.dossier.feed_places import FEEDS
from generator.dossier.gathered.news import DossierItem, News, NewsKind
from generator.language import dutch
from generator.model import FileChange, Page
from generator.output.markdown import with_front_matter

_OWN_PAGE: Final[frozenset[NewsKind]] = frozenset({"document", "term", "country", "theme"})
"""The kinds of thing that have a page of their own; a document has one for each chapter too."""

_INDEX: Final = "index.md"

_BY_PAGE: Final = {feed.page: feed for feed in FEEDS}
"""The feed of each page that has one."""


def followed(pages: Iterable[Page], news: News) -> Iterator[Page]:
    """The pages, each with its feed and the days of what it is about in its front matter, where there is one and they are known."""
    things = {thing.url: thing for thing in news.things if thing.kind in _OWN_PAGE and thing.changes}
    for page in pages:
        more = _more(page.path.removesuffix(_INDEX), things) if page.path.endswith(_INDEX) else {}
        yield replace(page, content=with_front_matter(str(page.content), more)) if more else page


def _more(url: str, things: Mapping[str, DossierItem]) -> dict[str, Any]:
    thing, feed = things.get(_about(url)), _BY_PAGE.get(url)
    return (_days(thing) if thing else {}) | ({"feed": {"title": feed.label, "url": relative(url, feed.path)}} if feed else {})


def _about(url: str) -> str:
    """The address of what a page is about: its own, or that of the document of which it is a chapter."""
    return "/".join([*url.split("/")[:2], ""]) if url.startswith(DOCUMENTS) else url


def _days(thing: DossierItem) -> dict[str, Any]:
    """The day it was added, and the day of its last change where that is another."""
    added, latest = thing.added, thing.latest
    changed = latest if latest and not (added and added.day == latest.day) else None
    return ({"toegevoegd": _day(added)} if added else {}) | ({"bijgewerkt": _day(changed)} if changed else {})


def _day(change: FileChange) -> dict[str, str]:
    return {"dag": dutch.date(change.day), "machine": change.day}
