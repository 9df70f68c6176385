"""The styles of an OpenDocument text, which inherit from each other: how words are set, and the name of the list style of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from generator.readers.marked.elements import Look

_NAMES: Final = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_ITALIC: Final = frozenset({"italic", "oblique"})
_UPWARDS: Final = re.compile(r"[1-9]\d*%")


def q(name: str) -> str:
    """The full name of an element or attribute."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


class Styles:
    """The styles by their family and name."""

    def __init__(self, trees: Iterable[etree._Element]) -> None:
        """Read the styles of the text, and then those of the document; the first of two with one name counts."""
        self.styles: dict[tuple[str, str], etree._Element] = {}
        for tree in trees:
            for style in tree.iter(q("style:style")):
                self.styles.setdefault((style.get(q("style:family"), ""), style.get(q("style:name"), "")), style)

    def chain(self, family: str, element: etree._Element) -> tuple[etree._Element, ...]:
        """The style that an element names and those it is based on, the nearest first; it ends where one comes a second time."""
        return tuple(self._chain(family, element.get(q("text:style-name"), "")))

    def _chain(self, family: str, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while (family, name) in self.styles and name not in seen:
            seen.add(name)
            yield self.styles[family, name]
            name = self.styles[family, name].get(q("style:parent-style-name"), "")

    def look(self, family: str, element: etree._Element) -> Look:
        """How the words of an element are set."""
        chain = self.chain(family, element)
        weight, slant, position = (
            given(chain, "style:text-properties", name) for name in ("fo:font-weight", "fo:font-style", "style:text-position")
        )
        return Look(weight in _BOLD, slant in _ITALIC, position.startswith("super") or bool(_UPWARDS.match(position)))

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether characters are not shown."""
        return given(self.chain("text", element), "style:text-properties", "text:display") == "none"

    def first(self, element: etree._Element, attribute: str) -> str:
        """The first value of an attribute that the style of a paragraph or one it is based on has."""
        return next((value for style in self.chain("paragraph", element) if (value := style.get(q(attribute)))), "")


def given(chain: Iterable[etree._Element], part: str, attribute: str) -> str:
    """The first value that a style and those it is based on give for a property; nothing where none does."""
    for style in chain:
        properties = style.find(q(part))
        if properties is not None and properties.get(q(attribute)) is not None:
            return properties.get(q(attribute), "")
    return ""
