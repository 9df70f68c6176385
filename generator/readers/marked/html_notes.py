"""The footnotes of a web page: which links are markers, which blocks are the notes, and what links back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from generator.readers.marked.html_looks import Looks, said_by_class

BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "li",
        "dd",
        "dt",
        "td",
        "th",
        "section",
        "article",
        "aside",
        "footer",
        "header",
        "main",
        "body",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "ul",
        "ol",
        "dl",
        "figure",
        "figcaption",
        "nav",
        "form",
    ]
)
_LABEL: Final = re.compile(r"[\[(]?\s*(?:\d{1,4}|[*†‡§]{1,5}|[a-z]|[ivxlc]{1,7})\s*[\])]?[.:]?", re.IGNORECASE)
_NAME: Final = re.compile(r"(?:foot|end)?note|fn|ftn|edn|nt[rc]\d|voetno|noot|cite_|^e\d{4}$|bas_page|fuss", re.IGNORECASE)
_BACK: Final = re.compile(r"[↩↑^⏎⬆]\ufe0e?|(?:back|terug|retour|zurück)\b.{0,30}", re.IGNORECASE | re.DOTALL)
_NOTE_START: Final = re.compile(r"(?P<label>[\[(]? ?(?:\d{1,4}|\*{1,5}) ?[\])]?) ?\S")
_CLOSERS: Final = {"(": ")", "[": "]"}
_CONTAINERS: Final = frozenset({"div", "li", "aside", "dd", "section", "p"})


@dataclass(frozen=True, slots=True)
class Notes:
    """What is a marker (of which note), a note's block (its name), a note's number or a link back to the text."""

    markers: dict[etree._Element, str] = field(default_factory=dict)
    bodies: dict[etree._Element, str] = field(default_factory=dict)
    labels: frozenset[etree._Element] = frozenset()
    returns: frozenset[etree._Element] = frozenset()


def find_notes(body: etree._Element, looks: Looks) -> Notes:
    """The notes of a page; links that lead to each other from text and note, then blocks that say they are notes, then bare raised digits."""
    finder = _Finder(body, looks)
    finder.linked()
    finder.said()
    finder.raised()
    return Notes(finder.markers, finder.bodies, frozenset(finder.labels), frozenset(finder.returns))


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


class _Finder:
    def __init__(self, body: etree._Element, looks: Looks) -> None:
        self.body, self.looks = body, looks
        self.order = {element: place for place, element in enumerate(body.iter())}
        self.named: dict[str, etree._Element] = {}
        for element in body.iter():
            for name in (element.get("id"), element.get("name")) if isinstance(element.tag, str) else ():
                if name:
                    self.named.setdefault(name, element)
        self.links = [element for element in body.iter("a") if fragment(element)]
        self.markers: dict[etree._Element, str] = {}
        self.bodies: dict[etree._Element, str] = {}
        self.labels: set[etree._Element] = set()
        self.returns: set[etree._Element] = set()

    def linked(self) -> None:
        """Links with a note's number whose target comes later and starts with the same number, or links back."""
        for link in self.links:
            target = self.named.get(fragment(link))
            if not self._may_mark(link) or link in self.labels:
                continue
            if target is None:
                if self._is_raised(link) and self._says_note(link) and not text_of(block_of(link)).startswith(text_of(link)):
                    self.markers[link] = fragment(link)
                continue
            block = self._note_block(target)
            if block is None or self.order[link] > self.order[block] or self._contains(block, link):
                continue
            back = [other for other in block.iter("a") if self._leads_back(other, link)]
            if not back and not self._starts_alike(block, link) and not (self._says_note(link) or self._says_note(target)):
                continue
            self.markers[link] = self.bodies.setdefault(block, fragment(link))
            self._sort_out(block, back)
        self._absorb()

    def said(self) -> None:
        """Blocks whose class says that they are a note and that start with a number, though nothing on this page points at them."""
        for element in self.body.iter():
            if not isinstance(element.tag, str) or element in self.bodies or element.tag not in {"p", "li", "div", "dd", "aside"}:
                continue
            said = said_by_class(element, "note") or "note" in element.get("role", "")
            if not said or self._inside_body(element) or any(child in self.bodies for child in element.iter()):
                continue
            start = _NOTE_START.match(text_of(element))
            if start:
                first = next(self._first_inlines(element), None)
                name = (first.get("id") or first.get("name") or fragment(first)) if first is not None and first.tag == "a" else ""
                self.bodies[element] = name or f"note-{self.order[element]}"
                if first is not None and _LABEL.fullmatch(text_of(first)):
                    self.labels.add(first)
        self._absorb()

    def raised(self) -> None:
        """Raised digits without links: markers, if as many blocks start with the same raised digits."""
        raised = [e for e in self.body.iter("sup", "span", "font") if self._is_plain_raised(e)]
        starting: dict[int | None, etree._Element] = {}
        for element in raised:
            block = block_of(element)
            if (
                text_of(block).startswith(text_of(element))
                and self.order[element] - self.order[block] <= _NEAR_START
                and block not in self.bodies
            ):
                starting.setdefault(_digits(text_of(element)), element)
        due, starts = 1, set(starting.values())
        for element in raised:
            number = _digits(text_of(element))
            body = starting.get(number)
            if body is not None and number == due and self.order[element] < self.order[body] and element not in starts:
                name = f"raised-{number}"
                self.markers[element] = name
                self.bodies[block_of(body)] = name
                self.labels.add(body)
                due += 1
            elif number == due and self._known(number):
                self.markers[element] = self._known(number)
                due += 1

    def _known(self, number: int) -> str:
        for block, name in self.bodies.items():
            match = _NOTE_START.match(text_of(block))
            if match and _digits(match["label"]) == number and name not in self.markers.values():
                return name
        return ""

    def _is_plain_raised(self, element: etree._Element) -> bool:
        look = self.looks.look(element)
        within = any(above in self.markers or above in self.labels for above in (element, *element.iterancestors()))
        inner = any(child in self.markers or child in self.labels for child in element.iter())
        return bool(look and look.raised) and not within and not inner and bool(re.fullmatch(r"[\[(]?\d{1,3}[\])]?", text_of(element)))

    def _may_mark(self, link: etree._Element) -> bool:
        label = text_of(link)
        return bool(_LABEL.fullmatch(label)) and not (label.isalpha() and not self._is_raised(link) and not self._says_note(link))

    def _is_raised(self, link: etree._Element) -> bool:
        near = [*link.iter(), *_up_to_block(link)]
        return any(look.raised for element in near if isinstance(element.tag, str) and (look := self.looks.look(element)))

    def _says_note(self, element: etree._Element) -> bool:
        said = (element.get("id", ""), element.get("name", ""), element.get("class", ""), element.get("role", ""), fragment(element))
        return any(_NAME.search(value) for value in said if value) or "mso-footnote" in element.get("style", "")

    def _note_block(self, target: etree._Element) -> etree._Element | None:
        """The whole note that a target stands in or is: as far up as there is no other note's target."""
        block = block_of(target)
        if re.fullmatch(r"h\d|body|html|main|article", str(block.tag)):
            return None
        row = block.getparent()
        if block.tag == "td" and row is not None and _LABEL.fullmatch(text_of(block)) and len(text_of(row)) > len(text_of(block)):
            return row
        while (parent := block.getparent()) is not None and parent.tag in _CONTAINERS and self._only_one(parent, block):
            block = parent
        return block

    def _only_one(self, parent: etree._Element, block: etree._Element) -> bool:
        """Whether a container starts with a block and holds no other target of a note."""
        if parent is self.body or (parent.text or "").strip() or next((c for c in parent if isinstance(c.tag, str)), None) is not block:
            return False
        if sum(1 for child in parent if isinstance(child.tag, str)) > _FEW_PARAGRAPHS:
            return False
        return not any(
            self._may_mark(link) and link.getparent() is not None and not self._contains(block, link)
            for link in parent.iter("a")
            if fragment(link)
        )

    def _contains(self, block: etree._Element, element: etree._Element) -> bool:
        return any(above is block for above in (element, *element.iterancestors()))

    def _inside_body(self, element: etree._Element) -> bool:
        return any(above in self.bodies for above in element.iterancestors())

    def _leads_back(self, other: etree._Element, link: etree._Element) -> bool:
        target = self.named.get(fragment(other)) if fragment(other) else None
        return (
            target is not None
            and (self._contains(link, target) or self._contains(target, link) or block_of(target) is block_of(link))
            and not self._contains(block_of(target), other)
        )

    def _starts_alike(self, block: etree._Element, link: etree._Element) -> bool:
        match = _NOTE_START.match(text_of(block))
        return bool(match) and _digits(match["label"]) == _digits(text_of(link)) is not None if match else False

    def _sort_out(self, block: etree._Element, back: list[etree._Element]) -> None:
        first = next((element for element in self._first_inlines(block)), None)
        for link in back:
            label = text_of(link)
            if _LABEL.fullmatch(label) and text_of(block).startswith(label):
                self.labels.add(link)
            elif not label or _BACK.fullmatch(label) or _LABEL.fullmatch(label):
                self.returns.add(link)
        if not any(link in self.labels for link in back) and first is not None and _LABEL.fullmatch(text_of(first)):
            self.labels.add(first)

    def _first_inlines(self, block: etree._Element) -> Iterator[etree._Element]:
        """The outermost inline element that a block starts with."""
        for element in block.iterdescendants():
            if not isinstance(element.tag, str):
                continue
            if element.tag in BLOCKS:
                if (element.text or "").strip():
                    return
                continue
            before = element.getprevious()
            if before is None and not (element.getparent().text or "").strip("([ \n\t\r") and text_of(element):  # type: ignore[union-attr] # a descendant has a parent
                yield element
            return

    def _absorb(self) -> None:
        """Brackets that stand just outside a marker or number become part of it."""
        for link in (*self.markers, *self.labels):
            _absorb_brackets(link)


_NEAR_START: Final = 4
"""Elements between the start of a block and the raised number that it starts with."""

_FEW_PARAGRAPHS: Final = 6
"""A note has a paragraph or two; a container of more blocks is a section of the page."""


def _up_to_block(element: etree._Element) -> Iterator[etree._Element]:
    for above in element.iterancestors():
        if above.tag in BLOCKS:
            return
        yield above


def _digits(text: str) -> int | None:
    match = re.search(r"\d{1,4}", text)
    return int(match.group()) if match else None


def _absorb_brackets(link: etree._Element) -> None:
    parent, before = link.getparent(), link.getprevious()
    if parent is None or text_of(link)[:1] in _CLOSERS:
        return
    head = (before.tail if before is not None else parent.text) or ""
    opener = head.rstrip()[-1:]
    tail = (link.tail or "").lstrip()
    if opener not in _CLOSERS or not tail.startswith(_CLOSERS[opener]):
        return
    rest = head.rstrip()[:-1]
    if before is not None:
        before.tail = rest
    else:
        parent.text = rest
    link.tail = tail[1:]
    link.text = f"{opener}{link.text or ''}"
    last = list(link)[-1] if len(link) else None
    if last is None:
        link.text = f"{link.text}{_CLOSERS[opener]}"
    else:
        last.tail = f"{last.tail or ''}{_CLOSERS[opener]}"
