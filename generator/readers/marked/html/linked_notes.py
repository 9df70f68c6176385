"""Notes that links show: a marker in the text is a link to a note further on, and often the note links back."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from generator.readers.marked.html.dom import block_of, contains, fragment, text_of
from generator.readers.marked.html.note_page import LABEL, NOTE_START, NotePage, number_in

_BACK: Final = re.compile(r"[↩↑^⏎⬆]\ufe0e?|(?:back|terug|retour|zurück)\b.{0,30}", re.IGNORECASE | re.DOTALL)
_NO_NOTE: Final = re.compile(r"h\d|body|html|main|article")
_CONTAINERS: Final = frozenset({"div", "li", "aside", "dd", "section", "p"})
_FEW_PARAGRAPHS: Final = 6
"""A note has a paragraph or two; a container of more blocks is a section of the page."""


def linked(page: NotePage) -> None:
    """Add to a page the markers, notes and labels of links whose target comes later and starts with the number of the link, or links back."""
    for link in page.links:
        if not page.may_mark(link) or link in page.labels:
            continue
        target = page.named.get(fragment(link))
        if target is not None:
            _follow(page, link, target)
        elif _says_marker(page, link):
            page.markers[link] = fragment(link)
    page.absorb()


def _says_marker(page: NotePage, link: etree._Element) -> bool:
    """Whether a link whose target is not on the page is a marker all the same."""
    return page.is_raised(link) and page.says_note(link) and not text_of(block_of(link)).startswith(text_of(link))


def _follow(page: NotePage, link: etree._Element, target: etree._Element) -> None:
    """Take a link for a marker and its target for the note, if they bear each other out."""
    block = _note_block(page, target)
    if block is None or page.order[link] > page.order[block] or contains(block, link):
        return
    back = [other for other in block.iter("a") if _leads_back(page, other, link)]
    if back or _starts_alike(block, link) or page.says_note(link) or page.says_note(target):
        page.markers[link] = page.bodies.setdefault(block, fragment(link))
        _sort_out(page, block, back)
        page.label(block, plain=_starts_alike(block, link))


def _note_block(page: NotePage, target: etree._Element) -> etree._Element | None:
    """The whole note that a target stands in or is: as far up as there is no other note's target."""
    block = block_of(target)
    if _NO_NOTE.fullmatch(str(block.tag)):
        return None
    row = block.getparent()
    if block.tag == "td" and row is not None and LABEL.fullmatch(text_of(block)) and len(text_of(row)) > len(text_of(block)):
        return row
    while (parent := block.getparent()) is not None and parent.tag in _CONTAINERS and _only_one(page, parent, block):
        block = parent
    return block


def _only_one(page: NotePage, parent: etree._Element, block: etree._Element) -> bool:
    """Whether a container starts with a block and holds no other target of a note."""
    inside = list(parent)
    if parent is page.body or (parent.text or "").strip() or inside[0] is not block or len(inside) > _FEW_PARAGRAPHS:
        return False
    return not any(fragment(link) and page.may_mark(link) and not contains(block, link) for link in parent.iter("a"))


def _leads_back(page: NotePage, other: etree._Element, link: etree._Element) -> bool:
    target = page.named.get(fragment(other)) if fragment(other) else None
    return (
        target is not None
        and (contains(link, target) or contains(target, link) or block_of(target) is block_of(link))
        and not contains(block_of(target), other)
    )


def _starts_alike(block: etree._Element, link: etree._Element) -> bool:
    """Whether a block starts with the number that a link shows."""
    match = NOTE_START.match(text_of(block))
    return match is not None and number_in(text_of(link)) is not None and number_in(match["label"]) == number_in(text_of(link))


def _sort_out(page: NotePage, block: etree._Element, back: list[etree._Element]) -> None:
    """Which links of a note are its number, and which only lead back."""
    for link in back:
        label = text_of(link)
        if LABEL.fullmatch(label) and text_of(block).startswith(label):
            page.labels.add(link)
        elif not label or _BACK.fullmatch(label) or LABEL.fullmatch(label):
            page.returns.add(link)
