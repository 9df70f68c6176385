"""The heads and feet of a word processor's pages, which every page has and the document says once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from generator.readers.marked.element_rules import Context, Vocabulary
from generator.readers.marked.elements import Element
from generator.readers.marked.walk import walk


def margins(trees: Iterable[etree._Element], vocabulary: Vocabulary) -> Iterator[Element]:
    """What stands in the heads and feet, set aside; the same words once."""
    seen: set[str] = set()
    for tree in trees:
        for element in walk(tree, vocabulary, Context(kind="aside")):
            if element.text not in seen:
                seen.add(element.text)
                yield element
