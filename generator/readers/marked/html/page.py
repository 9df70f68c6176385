"""The main text of a web page: what is menu, banner, form or foot of the site is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from lxml import etree

from generator.language import tables
from generator.readers.marked.html.dom import text_of

_TAGS: Final = frozenset({"nav", "form", "button", "dialog", "menu", "label"})
_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alert", "alertdialog", "menu", "menubar", "complementary", "toolbar"}
)
_PAGE_ENDS: Final = frozenset({"header", "footer"})
"""Tags of the head and foot of a page; LibreOffice writes those of the printed page into its web pages under these titles."""

_MAY_BE_NAMED: Final = frozenset({"div", "ul", "ol", "p", "section", "aside", "table", "span", "a"})
"""Tags that say nothing themselves, so that a name may."""

_NAMES: Final = re.compile(r"[-_\s]+|(?<=[a-z])(?=[A-Z])")
_PARTS_OF_TEXT: Final = frozenset({"article", "main", "section", "blockquote", "figure"})
"""What has a head or foot of its own that belongs to the text."""

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST: Final = 0.85
"""The share of the running text that a part of the page must hold to be its main text: the rest is what stands around it."""

_ENOUGH: Final = 0.3
"""The share of the running text below which an element that says it is the main one is not believed: pages put that name on a box beside
the text too."""

_LINKS: Final = 0.6
"""The share of the letters that stand in links from which a list or block is a menu: more than half, for lists of sources have a link in
each line."""

_SENTENCE: Final = 60
"""Characters that make a row of text running text: labels of menus are shorter."""


def set_aside(body: etree._Element, kept: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """The elements that are no part of the main text; `kept` are the notes, which stay wherever they stand."""
    notes = frozenset(kept)
    chosen = [element for element in body.iter() if is_furniture(element)]
    aside = {element for element in chosen if not _holds(element, notes)}
    main = _main(body, aside)
    if main is not None:
        aside |= {element for element in _around(body, main) if not _holds(element, notes)}
    else:
        beside = _around(body, _smallest(body, aside))
        aside |= {element for element in beside if is_links(element) and not _holds(element, notes)}
    return frozenset(aside)


def is_furniture(element: etree._Element) -> bool:
    """Whether an element says by its tag, role or name that it is no part of the text."""
    return _says_tag(element) or _ends_page(element) or _has_name(element)


def _says_tag(element: etree._Element) -> bool:
    """Whether the tag or role of an element is that of a menu, form, banner or window."""
    return element.tag in _TAGS or element.get("role", "") in _ROLES or (element.tag == "div" and element.get("title") in _PAGE_ENDS)


def _ends_page(element: etree._Element) -> bool:
    """Whether an element is the head or foot of the page, and not of a part of its text; one with a heading holds text."""
    if element.tag not in _PAGE_ENDS or any(above.tag in _PARTS_OF_TEXT for above in element.iterancestors()):
        return False
    return next(element.iter(*_HEADINGS), None) is None


def _has_name(element: etree._Element) -> bool:
    """Whether the class or id of an element has a word for what is no text, and no title of a page stands in it."""
    if element.tag not in _MAY_BE_NAMED:
        return False
    names = {word.lower() for name in (element.get("class", ""), element.get("id", "")) for word in _NAMES.split(name)}
    return bool(names & furniture_words()) and next(element.iter("h1"), None) is None


@cache
def furniture_words() -> frozenset[str]:
    """Words in classes and ids that menus and the like carry."""
    return frozenset(row["word"] for row in tables.rows("page_furniture"))


def _holds(element: etree._Element, notes: frozenset[etree._Element]) -> bool:
    return any(child in notes for child in element.iter())


def _main(body: etree._Element, aside: set[etree._Element]) -> etree._Element | None:
    """The element that says it is the main one, or the smallest that holds nearly all running text."""
    whole = _running(body, aside)
    said = [element for element in body.iter() if element.tag == "main" or element.get("role") == "main"]
    if len(said) == 1 and _running(said[0], aside) >= _ENOUGH * whole:
        return said[0]
    articles = [element for element in body.iter("article") if not any(above.tag == "article" for above in element.iterancestors())]
    if len(articles) == 1 and _running(articles[0], aside) >= _MOST * whole:
        return articles[0]
    return None


def _smallest(body: etree._Element, aside: set[etree._Element]) -> etree._Element:
    """The smallest element that holds nearly all running text."""
    current, whole = body, _running(body, aside)
    while whole:
        inner = next((child for child in current if _running(child, aside) >= _MOST * whole), None)
        if inner is None:
            return current
        current = inner
    return current


def _running(element: etree._Element, aside: set[etree._Element]) -> int:
    """Letters of running text: rows too short for a sentence, and what is set aside, not counted."""
    if element in aside:
        return 0
    own = len(" ".join((element.text or "").split()))
    own += sum(len(" ".join((child.tail or "").split())) for child in element)
    return (own if own >= _SENTENCE else 0) + sum(_running(child, aside) for child in element)


def _around(body: etree._Element, main: etree._Element) -> Iterable[etree._Element]:
    """What stands beside the main text and beside everything that holds it."""
    current = main
    while current is not body and (parent := current.getparent()) is not None:
        yield from (child for child in parent if child is not current)
        current = parent


def is_links(element: etree._Element) -> bool:
    """Whether an element is made of links, with no running text."""
    links = sum(len(text_of(link)) for link in element.iter("a") if link.get("href"))
    return links > 0 and links >= _HALF * len(text_of(element)) and _running(element, set()) == 0


_HALF: Final = 0.5
"""The share of the letters that stand in links from which a block beside the text is made of links: most of them."""


def is_menu(element: etree._Element) -> bool:
    """Whether a list is one of links and nothing else, with several of them and no sentence."""
    links = [text_of(link) for link in element.iter("a") if link.get("href")]
    whole = text_of(element)
    if len(links) < _FEWEST or not whole:
        return False
    return (
        sum(map(len, links)) >= _LINKS * len(whole.replace(" ", "")) and max(map(len, links)) < _SENTENCE and not whole.endswith((".", ";"))
    )


_FEWEST: Final = 3
"""Links from which a list may be a menu."""
