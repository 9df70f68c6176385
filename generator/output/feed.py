"""Spells news feeds: Atom (RFC 4287), from entries that pages and data fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

_ATOM: Final = "http://www.w3.org/2005/Atom"
_NEVER: Final = "1970-01-01T00:00:00Z"
"""The moment of what has no date: a feed needs one, and it must not change from build to build."""

_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (2.2)."""

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_POINT: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: `name` tells it from all others for good, and `url` leads to it; `author` is left out where it is that of the feed.

    `updated` and `published` are moments (RFC 3339), days, or other dates in EDTF, of which the first day counts.
    """

    name: str
    title: str
    url: str
    updated: str | None
    summary: str
    author: str = ""
    categories: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself: `page` is the address of the page that it belongs to, `own` its own where that is known from anywhere."""

    name: str
    title: str
    page: str
    author: str
    own: str = ""
    language: str = "nl"


def atom(feed: Feed, items: Iterable[Item]) -> bytes:
    """A feed as a file in UTF-8, the entries in the order given."""
    items = tuple(items)
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    _add(root, "title", feed.title)
    _add(root, "id", _identifier(feed.name))
    _add(root, "updated", max((_moment(item.updated) for item in items), key=_instant, default=_NEVER))
    SubElement(root, "link", rel="alternate", type="text/html", href=_clean(feed.page))
    if feed.own:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=_clean(feed.own))
    _add(SubElement(root, "author"), "name", feed.author)
    for item in items:
        _entry(root, item)
    spelled: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{spelled}\n'.encode()


def newest(items: Iterable[Item], most: int) -> tuple[Item, ...]:
    """The newest so many, the newest first; of one moment in the order given."""
    return tuple(sorted(items, key=lambda item: _instant(_moment(item.updated)), reverse=True)[:most])


def _entry(feed: Element, item: Item) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", _identifier(item.name))
    if item.published:
        _add(entry, "published", _moment(item.published))
    _add(entry, "updated", _moment(item.updated))
    SubElement(entry, "link", rel="alternate", type="text/html", href=_clean(item.url))
    if item.author:
        _add(SubElement(entry, "author"), "name", item.author)
    for category in item.categories:
        SubElement(entry, "category", term=_clean(category))
    _add(entry, "summary", item.summary)


def _add(parent: Element, tag: str, words: str) -> None:
    SubElement(parent, tag).text = _clean(words)


def _clean(words: str) -> str:
    return _NOT_XML.sub("", words)


def _identifier(name: str) -> str:
    """An IRI that is the same for the same name: an address of the web is one; of any other name one is made."""
    return _clean(name) if name.startswith(("https://", "http://")) else uuid5(NAMESPACE_URL, name).urn


def _moment(when: str | None) -> str:
    """The first moment of a date; a month counts from its first day, a date that says no year from the beginning."""
    if when and _MOMENT.fullmatch(when):
        return when
    match = _POINT.match(when or "")
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}T00:00:00Z" if match else _NEVER


def _instant(moment: str) -> datetime:
    return datetime.fromisoformat(moment)
