"""What is read of an element of a web page: its words, the block it stands in, what a link points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

BLOCKS: Final = frozenset(
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "blockquote", "pre", "hr",
        "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "ul", "ol", "li", "dl", "dt", "dd", "dir", "menu", "figure", "figcaption",
        "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "form", "fieldset", "legend", "details", "summary",
        "center", "body",
    }
)  # fmt: skip
"""Elements that start and end a paragraph."""


def block_of(element: etree._Element) -> etree._Element:
    """The paragraph or other block that an element stands in."""
    current = element
    while current.tag not in BLOCKS and (parent := current.getparent()) is not None:
        current = parent
    return current


def text_of(element: etree._Element) -> str:
    """The words in an element, white space collapsed."""
    return " ".join("".join(str(text) for text in element.itertext()).split())


def fragment(link: etree._Element) -> str:
    """What a link points at within a page: the part after #."""
    href = link.get("href", "")
    if "#" not in href:
        return ""
    try:
        return unquote(urlsplit(href).fragment)
    except ValueError:
        return href.partition("#")[2]


def contains(block: etree._Element, element: etree._Element) -> bool:
    """Whether an element is a block or stands in it."""
    return any(above is block for above in (element, *element.iterancestors()))


def up_to_block(element: etree._Element) -> Iterator[etree._Element]:
    """The elements around one, up to its block."""
    for above in element.iterancestors():
        if above.tag in BLOCKS:
            return
        yield above
