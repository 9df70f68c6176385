"""Questions about the elements of a web page: their words, the block they stand in, what a link points at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

BLOCKS: Final = frozenset(
    {
        "p", "div", "li", "dd", "dt", "td", "th", "section", "article", "aside", "footer", "header", "main", "body",
        "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "ul", "ol", "dl", "figure", "figcaption",
        "nav", "form",
    }
)  # fmt: skip
"""Elements that start on a line of their own."""


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


def children(element: etree._Element) -> list[etree._Element]:
    """The elements right inside one, comments left out."""
    return [child for child in element if isinstance(child.tag, str)]
