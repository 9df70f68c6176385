"""Spells news feeds: Atom (RFC 4287), from entries that pages and data fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

_ATOM: Final = "http://www.w3.org/2005/Atom"
_NEVER: Final = "1970-01-01T00:00:00Z"
"""The moment of what has no date: a feed needs one, and it must not change from build to build."""

_NOT_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (2.2)."""

_POINT: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: `name` tells it from all others for good, `url` is its address from the feed, `date` is EDTF or None."""

    name: str
    title: str
    url: str
    date: str | None
    summary: str
    author: str
    categories: tuple[str, ...] = ()


def atom(name: str, title: str, page: str, items: Iterable[Item], author: str) -> bytes:
    """A feed as a file in UTF-8; `page` is the address, from the feed, of the page that it belongs to."""
    items = tuple(items)
    feed = Element("feed", xmlns=_ATOM)
    _add(feed, "title", title)
    _add(feed, "id", _identifier(name))
    _add(feed, "updated", max((_moment(item.date) for item in items), default=_NEVER))
    SubElement(feed, "link", rel="alternate", type="text/html", href=page)
    _add(SubElement(feed, "author"), "name", author)
    for item in items:
        _entry(feed, item)
    spelled: str = tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{spelled}\n'.encode()


def _entry(feed: Element, item: Item) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", _identifier(item.name))
    _add(entry, "updated", _moment(item.date))
    SubElement(entry, "link", rel="alternate", type="text/html", href=_clean(item.url))
    _add(SubElement(entry, "author"), "name", item.author)
    for category in item.categories:
        SubElement(entry, "category", term=_clean(category))
    _add(entry, "summary", item.summary)


def _add(parent: Element, tag: str, words: str) -> None:
    SubElement(parent, tag).text = _clean(words)


def _clean(words: str) -> str:
    return _NOT_XML.sub("", words)


def _identifier(name: str) -> str:
    """An IRI that is the same for the same name, on whatever host the site stands."""
    return uuid5(NAMESPACE_URL, name).urn


def _moment(edtf: str | None) -> str:
    """The first moment of a date; a month counts from its first day, a date that says no year from the beginning."""
    match = _POINT.match(edtf or "")
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}T00:00:00Z" if match else _NEVER
