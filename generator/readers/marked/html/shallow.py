"""Pages whose elements lie hundreds deep inside one another, as tags that nobody closed make them: the deepest are lifted out."""

from __future__ import annotations

from collections import deque
from typing import Final

from lxml import etree

from generator.readers.marked.html.dom import BLOCKS
from generator.readers.marked.walk import DEEPEST

_PARAGRAPH: Final = 10
"""Elements inside one another in a paragraph: links, marks of notes and what says how words look take some four."""

_BLOCK: Final = DEEPEST - 2 * _PARAGRAPH
"""Depth from which blocks are lifted out: so that a paragraph with what is in it lies no deeper than is read."""


def make_shallow(root: etree._Element) -> None:
    """Lift the blocks that lie too deep out of those around them, in place: each stands right behind the one that it lay in.

    The words keep their order; where no block lies inside, elements that lie too deep are their words.
    """
    deep = deque(_at_depth(root, _BLOCK))
    while deep:
        element = deep.popleft()
        if next(element.iterdescendants(*BLOCKS), None) is not None:
            deep.extendleft(reversed(_lifted(element)))
            continue
        for inner in _at_depth(element, _PARAGRAPH):
            etree.strip_tags(inner, "*")


def _at_depth(root: etree._Element, depth: int) -> list[etree._Element]:
    """The elements that lie so deep, in their order."""
    level = [root]
    for _ in range(depth):
        level = [child for element in level for child in element]
    return level


def _lifted(element: etree._Element) -> list[etree._Element]:
    """The elements that lay in one, now right behind it, with the text behind each; the text behind the element itself comes last."""
    lifted = list(element)
    behind, element.tail = element.tail, None
    last = element
    for child in lifted:
        tail, child.tail = child.tail, None
        last.addnext(child)
        child.tail = tail
        last = child
    if behind:
        last.tail = f"{last.tail or ''} {behind}"
    return lifted
