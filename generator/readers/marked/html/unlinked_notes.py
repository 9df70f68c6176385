"""Notes without links: blocks whose class says that they are notes, and raised digits that stand in the text and before a block."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from generator.readers.marked.html.classes import said_by_class
from generator.readers.marked.html.dom import block_of, fragment, text_of
from generator.readers.marked.html.note_page import NOTE_START, NotePage, number_in

_MAY_BE_NOTE: Final = frozenset({"p", "li", "div", "dd", "aside"})
_RAISED_DIGITS: Final = re.compile(r"[\[(]?\d{1,3}[\])]?")
_NEAR_START: Final = 4
"""Elements between the start of a block and the raised number that it starts with: a paragraph, a link and two for their look."""


def said(page: NotePage) -> None:
    """Add to a page the blocks whose class says that they are notes and that start with a number, though no link points at them."""
    for element in page.body.iter(*_MAY_BE_NOTE):
        if _says_it_is_note(page, element) and NOTE_START.match(text_of(element)):
            first = next(page.first_inlines(element), None)
            name = (first.get("id") or first.get("name") or fragment(first)) if first is not None and first.tag == "a" else ""
            page.bodies[element] = name or f"note-{page.order[element]}"
            page.label(element, plain=True)
    page.absorb()


def _says_it_is_note(page: NotePage, element: etree._Element) -> bool:
    """Whether an element is called a note and stands apart from those that are known."""
    called = said_by_class(element, "note") or "note" in element.get("role", "")
    return called and not any(other in page.bodies for other in (*element.iterancestors(), *element.iter()))


def raised(page: NotePage) -> None:
    """Add to a page raised digits without links: they are markers if as many blocks start with the same raised digits."""
    digits = [element for element in page.body.iter("sup", "span", "font") if _is_plain_raised(page, element)]
    starting = _starting(page, digits)
    due, starts = 1, set(starting.values())
    for element in digits:
        if number_in(text_of(element)) != due:
            continue
        body = starting.get(due)
        if body is not None and page.order[element] < page.order[body] and element not in starts:
            page.markers[element] = page.bodies[block_of(body)] = f"raised-{due}"
            page.labels.add(body)
        elif name := _known(page, due):
            page.markers[element] = name
        else:
            continue
        due += 1


def _starting(page: NotePage, digits: Iterable[etree._Element]) -> dict[int | None, etree._Element]:
    """The raised numbers that blocks start with, by their value; the first of each."""
    starting: dict[int | None, etree._Element] = {}
    for element in digits:
        block = block_of(element)
        near = page.order[element] - page.order[block] <= _NEAR_START
        if near and block not in page.bodies and text_of(block).startswith(text_of(element)):
            starting.setdefault(number_in(text_of(element)), element)
    return starting


def _known(page: NotePage, number: int) -> str:
    """The name of the note that starts with a number and that no marker points at yet, or nothing."""
    for block, name in page.bodies.items():
        match = NOTE_START.match(text_of(block))
        if match and number_in(match["label"]) == number and name not in page.markers.values():
            return name
    return ""


def _is_plain_raised(page: NotePage, element: etree._Element) -> bool:
    look = page.looks.look(element)
    taken = any(near in page.markers or near in page.labels for near in (*element.iterancestors(), *element.iter()))
    return bool(look and look.raised) and not taken and bool(_RAISED_DIGITS.fullmatch(text_of(element)))
