"""A web page in which notes are looked for: the notes found so far, and questions about its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from generator.readers.marked.html.dom import BLOCKS, fragment, text_of, up_to_block
from generator.readers.marked.html.looks import Looks

LABEL: Final = re.compile(r"[\[(]?\s*(?:\d{1,4}|[*†‡§]{1,5}|[a-z]|[ivxlc]{1,7})\s*[\])]?[.:]?", re.IGNORECASE)
"""The number or sign of a note."""

_NUMBER: Final = r"[\[(]? ?(?:\d{1,4}(?!\d)|\*{1,5}) ?[\])]?(?:[.:](?!\d))?"
NOTE_START: Final = re.compile(rf"(?P<label>{_NUMBER}) ?\S")
"""How a note starts: with its number, then its text."""

_PRINTED: Final = re.compile(rf"\s*{_NUMBER}")

_NAME: Final = re.compile(r"(?:foot|end)?note|fn|ftn|edn|nt[rc]\d|voetno|noot|cite_|^e\d{4}$|bas_page|fuss", re.IGNORECASE)
_CLOSERS: Final = {"(": ")", "[": "]"}


class NotePage:
    """The elements of a page by their order and names, and the markers, notes, labels and links back that were found so far."""

    def __init__(self, body: etree._Element, looks: Looks) -> None:
        """Number the elements of the page, and take down which has which name; the first of two with one name has it."""
        self.body, self.looks = body, looks
        self.order = {element: place for place, element in enumerate(body.iter())}
        self.named: dict[str, etree._Element] = {}
        for element in body.iter():
            for name in (element.get("id"), element.get("name")):
                if name:
                    self.named.setdefault(name, element)
        self.links = [element for element in body.iter("a") if fragment(element)]
        self.markers: dict[etree._Element, str] = {}
        self.bodies: dict[etree._Element, str] = {}
        self.labels: set[etree._Element] = set()
        self.returns: set[etree._Element] = set()

    def may_mark(self, link: etree._Element) -> bool:
        """Whether a link reads as the marker of a note; a letter must be raised or say that it is one."""
        label = text_of(link)
        return bool(LABEL.fullmatch(label)) and (not label.isalpha() or self.is_raised(link) or self.says_note(link))

    def is_raised(self, link: etree._Element) -> bool:
        """Whether a link, or what is around or inside it in its block, is raised."""
        near = [*link.iter(), *up_to_block(link)]
        return any(look.raised for element in near if (look := self.looks.look(element)))

    def says_note(self, element: etree._Element) -> bool:
        """Whether the name, class, role or target of an element holds a word for notes (`_NAME`)."""
        said = (element.get("id"), element.get("name"), element.get("class"), element.get("role"), fragment(element))
        return any(_NAME.search(value) for value in said if value) or "mso-footnote" in element.get("style", "")

    def first_inlines(self, block: etree._Element) -> Iterator[etree._Element]:
        """The outermost inline element that a block starts with; none where text stands before it."""
        for element in block.iterdescendants():
            if element.tag in BLOCKS:
                if (element.text or "").strip():
                    return
                continue
            before = element.getprevious()
            if before is None and not (element.getparent().text or "").strip("([ \n\t\r") and text_of(element):  # type: ignore[union-attr] # a descendant has a parent
                yield element
            return

    def label(self, block: etree._Element, *, plain: bool) -> None:
        """Take the number or sign that a note starts with for its label: the element that holds it, or where it is a number in plain text, one made for it."""
        if any(element in self.labels for element in block.iter()):
            return
        first = next(self.first_inlines(block), None)
        if first is not None and LABEL.fullmatch(text_of(first)):
            self.labels.add(first)
        elif plain and (label := _set_apart(block)) is not None:
            self.labels.add(label)

    def absorb(self) -> None:
        """Move brackets that stand just outside a marker or label into it."""
        for link in (*self.markers, *self.labels):
            _absorb_brackets(link)


def number_in(text: str) -> int | None:
    """The first number in a text, of four digits at most; None where there is none."""
    match = re.search(r"\d{1,4}", text)
    return int(match.group()) if match else None


def _set_apart(block: etree._Element) -> etree._Element | None:
    """The number that a block starts with in plain text, made an element of its own; None where it starts with none."""
    text = next(iter(block.xpath("descendant::text()[normalize-space()]")), None)
    match = _PRINTED.match(text or "")
    if text is None or match is None:
        return None
    label, holder = etree.Element("span"), text.getparent()
    label.text, label.tail = match.group(), text[match.end() :]
    if text.is_tail:
        holder.tail = None
        holder.addnext(label)
    else:
        holder.text = None
        holder.insert(0, label)
    return label


def _absorb_brackets(link: etree._Element) -> None:
    parent, before = link.getparent(), link.getprevious()
    if parent is None or text_of(link)[:1] in _CLOSERS:
        return
    head = ((before.tail if before is not None else parent.text) or "").rstrip()
    tail = (link.tail or "").lstrip()
    closer = _CLOSERS.get(head[-1:])
    if closer is None or not tail.startswith(closer):
        return
    if before is not None:
        before.tail = head[:-1]
    else:
        parent.text = head[:-1]
    link.tail = tail[1:]
    link.text = f"{head[-1]}{link.text or ''}"
    _append(link, closer)


def _append(link: etree._Element, text: str) -> None:
    """Text at the end of an element, behind all that is in it."""
    if len(link):
        link[-1].tail = f"{link[-1].tail or ''}{text}"
    else:
        link.text = f"{link.text or ''}{text}"
