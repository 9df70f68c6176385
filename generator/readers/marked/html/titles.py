"""The title of a web page's document: its lines, each a paragraph of its own, become one heading."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from generator.readers.marked.elements import Element
from generator.readers.pieces.roles import ANNEX

_ANNEX_LEVEL: Final = 10
"""The rank of an annex among the ranks of the table of classes: above chapters, below the title."""


def titles_made_one(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """The lines of a document's title as one heading; a line between brackets stays apart, an annex and its title are headings of their own."""
    made: list[Element] = []
    for element in elements:
        last = made[-1] if made else None
        if not _is_title(element):
            made.append(element)
        elif ANNEX.match(element.text):
            made.append(replace(element, level=_ANNEX_LEVEL, role="annex"))
        elif last is not None and last.kind == "heading" and last.role == "annex":
            made.append(replace(element, level=_ANNEX_LEVEL + 1, role="annex"))
        elif last is None or not _is_title(last):
            made.append(element)
        elif element.text.startswith("("):
            made.append(replace(element, kind="text", level=None))
        else:
            made[-1] = replace(last, runs=(*last.runs, replace(element.runs[0], text=f" {element.runs[0].text}"), *element.runs[1:]))
    return tuple(made)


def _is_title(element: Element) -> bool:
    """Whether an element is a line of a title; such have the rank 0 in the table of classes."""
    return element.kind == "heading" and element.level == 0
