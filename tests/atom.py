"""Whether a feed is Atom: the rules of RFC 4287 for what the site's feeds hold, and a parser that others use for a second opinion."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from lxml import etree

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import feedparser

_NS: Final = "{http://www.w3.org/2005/Atom}"
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_ABSOLUTE: Final = re.compile(r"[a-z][a-z0-9+.-]*:\S+")

# Number of times that an element may stand: 4.1.1 and 4.1.2.
_ONCE: Final = ("id", "title", "updated")
_AT_MOST_ONCE: Final = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
_ANY_NUMBER: Final = {
    "feed": ("author", "category", "contributor", "link", "entry"),
    "entry": ("author", "category", "contributor", "link"),
}
_RELATIONS: Final = frozenset({"alternate", "enclosure", "related", "self", "via"})


def entries(data: bytes) -> list[etree._Element]:
    """The entries of a feed, in order."""
    return etree.fromstring(data).findall(f"{_NS}entry")


def read(data: bytes) -> Any:
    """The feed as feedparser understands it; fails where that finds it odd."""
    found = feedparser.parse(data)
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


def complaints(data: bytes) -> list[str]:
    """Everything that RFC 4287 has against a feed; nothing where it is sound."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError as error:
        return [f"no XML: {error}"]
    if root.tag != f"{_NS}feed":
        return [f"no feed but {root.tag!r}"]
    own = root.findall(f"{_NS}entry")
    found = [*_against(root, "feed"), *(said for entry in own for said in _against(entry, "entry"))]
    if root.find(f"{_NS}author") is None and any(entry.find(f"{_NS}author") is None for entry in own):
        found.append("4.1.1: neither the feed nor each entry has an author")
    versions = [(entry.findtext(f"{_NS}id"), entry.findtext(f"{_NS}updated")) for entry in own]
    names = [name for name, _ in versions]
    return [*found, *(f"4.1.1: entry {name} stands twice" for name in sorted({str(n) for n in names if names.count(n) > 1}))]


def _against(element: etree._Element, kind: str) -> Iterator[str]:
    tags = [str(child.tag).removeprefix(_NS) for child in element]
    yield from (f"{kind}: {tag} stands {tags.count(tag)} times" for tag in _ONCE if tags.count(tag) != 1)
    yield from (f"{kind}: {tag} stands more than once" for tag in _AT_MOST_ONCE[kind] if tags.count(tag) > 1)
    known = {*_ONCE, *_AT_MOST_ONCE[kind], *_ANY_NUMBER[kind]}
    yield from (f"{kind}: {tag} is no part of it" for tag in tags if tag not in known)
    if "link" not in tags and "content" not in tags:
        yield f"{kind}: nothing leads to it"
    for child in element:
        yield from _against_child(child, str(child.tag).removeprefix(_NS))


def _against_child(child: etree._Element, tag: str) -> Iterator[str]:
    """Rules for single elements: 3.2 persons, 3.3 dates, 4.2.2 categories, 4.2.6 ids, 4.2.7 links."""
    text = child.text or ""
    if tag in {"updated", "published"} and not (_DATE.fullmatch(text) and _exists(text)):
        yield f"3.3: {text!r} is no moment"
    if tag == "id" and not _ABSOLUTE.fullmatch(text):
        yield f"4.2.6: {text!r} is no absolute IRI"
    if tag == "author" and [str(part.tag) for part in child] != [f"{_NS}name"]:
        yield "3.2: a person has one name"
    if tag == "category" and child.get("term") is None:
        yield "4.2.2: a category has a term"
    if tag == "link" and (child.get("href") is None or child.get("rel", "alternate") not in _RELATIONS):
        yield "4.2.7: a link has an address and a relation that is registered"
    if tag in {"title", "summary"} and len(child):
        yield f"3.1.1: {tag} is text and holds no elements"


def _exists(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True
