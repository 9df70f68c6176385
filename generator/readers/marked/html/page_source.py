"""The source of a web page: its letters, its tree, and what its head states about the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from charset_normalizer import from_bytes
from lxml import etree

from generator.readers.marked.html.shallow import make_shallow

_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?([\w-]+)|encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE)
_SELF_CLOSED: Final = re.compile(
    r"<(a|span|p|div|td|th|tr|li|b|i|em|strong|sup|sub|dd|dt|h[1-6]|table|script|style|title)\b([^<>]*?)/>", re.IGNORECASE
)
_XML_HEAD: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_CELEX: Final = re.compile(r"CELEX(?::|%3A)(\d[0-9A-Z]{4}[A-Z]{1,2}\d{4}(?:\(\d\d\))?)", re.IGNORECASE)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
_DECLARATION: Final = 4096
"""Bytes in which a page may declare its encoding; the standard asks for the first 1,024, old pages have long comments before it."""

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
"""Byte-order marks, and the encodings that they tell."""

_WESTERN: Final = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "utf-8"})
"""Names of encodings that browsers read as windows-1252 (the Encoding standard), and a claim of UTF-8 that is not true."""


def decoded(raw: bytes) -> tuple[str, str]:
    """The text of a page, and its encoding where that is not UTF-8: by its byte-order mark, by what it declares, else guessed from its letters."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, errors="replace"), "" if name == "utf-8" else name
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        declared = _CHARSET.search(raw[:_DECLARATION])
    if declared:
        name = (declared[1] or declared[2]).decode("ascii").lower()
        name = "windows-1252" if name in _WESTERN else name
        try:
            return raw.decode(name), name
        except (LookupError, UnicodeDecodeError):
            pass
    best = from_bytes(raw).best()
    return (str(best), best.encoding) if best else (raw.decode("windows-1252", errors="replace"), "windows-1252")


class TooDeepError(ValueError):
    """A page whose elements lie so deep inside one another that the parser stops before its end."""


def parsed(text: str) -> etree._Element:
    """The tree of a page, nothing but elements in it, none too deep to be read; empty XHTML elements are closed, so that they do not swallow what follows.

    Raises `TooDeepError` where elements lie more than 2,048 deep (libxml2; without `huge_tree` it is 256, and a picture of ten million
    letters in the page ends it too).
    """
    text = _CONTROLS.sub("\ufffd", _XML_HEAD.sub("", text))
    text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root: etree._Element | None = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    if parser.error_log.filter_from_fatals():
        raise TooDeepError
    if root is None:
        # A page of nothing but comments has no tree.
        return etree.Element("html")
    make_shallow(root)
    return root


def facts(root: etree._Element, text: str) -> tuple[tuple[str, str], ...]:
    """What the page states about itself: its language, and title, date and number where its head has them."""
    found: dict[str, str] = {}
    body = next(root.iter("body"), root)
    language = root.get("lang") or body.get("lang") or root.get("xml:lang") or ""
    if language.strip():
        found["language"] = language.strip().split("-")[0].lower()
    for fact, value in _in_head(root):
        found.setdefault(fact, value)
    celex = _CELEX.search(text[:_HEAD])
    if celex:
        found.setdefault("celex", celex[1].upper())
    return tuple(sorted(found.items()))


def _in_head(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The facts in the head of a page, those that have a value; a date that is none is no fact."""
    for meta in root.iter("meta"):
        fact = _META.get((meta.get("name") or meta.get("property") or "").lower())
        value = meta.get("content", "").strip()
        if fact and value and (fact != "date" or _DATE.fullmatch(value)):
            yield fact, value


_META: Final = {
    "dc.language": "language",
    "dcterms.language": "language",
    "dcterms.issued": "date",
    "dcterms.available": "date",
    "dc.date": "date",
    "dc.title": "title",
    "dcterms.title": "title",
    "dc.creator": "institution",
    "overheid.authority": "institution",
}
"""Dublin Core in the head of a page, as Dutch official publications and some institutions have it."""

_HEAD: Final = 3000
"""Characters at the start of a page in which it may say of which document it is a copy; further on it cites others."""
