"""Lists on a web page: the mark that a browser sets before an item, and marks that stand in the text already."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from generator.readers.marked.html.dom import text_of
from generator.readers.marked.html.looks import Looks
from generator.readers.marked.numerals import is_mark, numeral
from generator.readers.pieces.enumeration import find_heading_mark, find_marks

_LIST_STYLES: Final = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "decimal": "1",
    "decimal-leading-zero": "01",
}
_NO_MARK: Final = re.compile(r"list-style(?:-type)?\s*:\s*none")
_LIST_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_TYPES: Final = frozenset({*_LIST_STYLES.values()})
"""Kinds of numbers that a list may have."""

_SURE: Final = re.compile(r"\d{1,3}[.)°º]|\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})\)|(?:[a-z]|[ivxlc]{2,6})\)|[IVXLC]{2,6}\.|§\d+[a-z]?\.?")
"""What opens an item only as its mark: a number with its stop, a letter in brackets, a Roman number of two digits or more."""

_GRID_DEPTH: Final = 4
"""Elements of a block that holds nothing but a mark: the block, and up to three around the words for their look."""


def written_label(item: etree._Element, looks: Looks) -> str:
    """The mark of an item: its own that opens its text, or else the one that a browser writes; nothing where the list has none.

    Nothing too where the item opens with what may be its mark or a word ("b.", "I."): the items around tell which.
    """
    words = text_of(item)
    first = words.split(" ")[0]
    if _SURE.fullmatch(first) and words != first:
        return first
    parent = item.getparent()
    style = looks.style(parent) if parent is not None else ""
    unmarked = _may_open(item, words) or _NO_MARK.search(f"{style};{looks.style(item)}")
    return "" if unmarked else list_label(item, looks)


def _may_open(item: etree._Element, words: str) -> bool:
    """Whether what an item opens with may be its mark: no abbreviation or initial ("ca.", "J."); one may stand in a block of its own."""
    if is_mark(words) or is_mark(next(item.itertext(), "")):
        return True
    return is_mark(words.split(" ", maxsplit=1)[0]) and bool(find_marks(words) or find_heading_mark(words))


def is_ordered(item: etree._Element) -> bool:
    """Whether an item stands in a numbered list."""
    parent = item.getparent()
    return parent is not None and parent.tag == "ol"


def list_label(item: etree._Element, looks: Looks) -> str:
    """The mark that a browser sets before an item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "•"
    given = _LIST_STYLE.search(looks.style(parent))
    kind = _LIST_STYLES.get(given[1], "1") if given else parent.get("type", "1")
    return f"{numeral(_place(item, parent), kind if kind in _TYPES else '1')}."


def _place(item: etree._Element, parent: etree._Element) -> int:
    """The number of an item, counted from the start of its list or from the last item that has a value of its own."""
    start = parent.get("start", "1")
    place = int(start) if start.lstrip("-").isdecimal() else 1
    for child in parent.iterchildren("li"):
        value = child.get("value", "")
        place = int(value) if value.isdecimal() else place
        if child is item:
            break
        place += 1
    return place


def is_grid_mark(element: etree._Element) -> bool:
    """A block that holds a mark only, beside a block that holds its text: lists that are laid out as a grid."""
    if not is_mark(text_of(element)) or len(list(element.iter())) > _GRID_DEPTH:
        return False
    after = element.getnext()
    return after is not None and element.getprevious() is None and len(text_of(after)) > len(text_of(element))


def is_indent(element: etree._Element) -> bool:
    """Old pages use quotations to indent; lists and headings inside show it."""
    return any(child.tag in {"ul", "ol", "table", "h1", "h2", "h3"} for child in element.iter())
