"""The place of a paragraph in its document in words for a citation: `par. 2.1, alinea 3`; `artikel 3, lid 1, onder a)`; `punt 16`.

The number of a paragraph is the one that its id ends with, so that what is printed and its address agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import Block, Document, Role
from generator.readers.pieces.roles import article_number
from generator.words import say

_COUNTED: Final = re.compile(r"p-(?:.*\D)?(\d+)")
"""The id of a paragraph that was counted: `p-2-1-3` is the third of section 2.1."""

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_LONGEST: Final = 60
"""Characters of a heading that has no number: as much as a citation bears."""

_ITEMS: Final[dict[Role, str]] = {"recital": "pinpoints.recital", "paragraph": "pinpoints.lid", "point": "pinpoints.point"}
"""How the parts of a legal text are called by their mark (Aanwijzingen voor de regelgeving, 3.27 to 3.29)."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The place of a paragraph in words; `number` is its number in its section, empty where the text prints a mark of its own."""

    words: str
    number: str = ""


def pinpoints(document: Document) -> dict[str, Pinpoint]:
    """The places of all blocks but headings, by their ids."""
    return dict(_pinpoints(document))


def _pinpoints(document: Document) -> Iterator[tuple[str, Pinpoint]]:
    section = _before(document)
    trail: list[str] = []
    for block in document.blocks:
        if block.type == "heading":
            section, trail = _section(block) or section, []
            continue
        trail = [*trail[: block.list.depth - 1], _mark(block, trail)] if block.list else []
        counted = _counted(block)
        unit = say("pinpoints.alinea", number=counted) if counted else ", ".join(mark for mark in trail if mark)
        yield block.id, Pinpoint(", ".join(part for part in (section, unit) if part), counted)


def _before(document: Document) -> str:
    """What comes before the first heading, in a text that has headings."""
    return say("pinpoints.opening") if any(block.type == "heading" for block in document.blocks) else ""


def _section(heading: Block) -> str:
    """What a heading calls its section; nothing for one below the first level that has no number: paragraphs are counted on below it."""
    if heading.role == "article" and (article := article_number(heading.text) or heading.label):
        return article.rstrip(".").lower()
    if heading.number:
        return heading.label.rstrip(". ") if _WORD.search(heading.label) else say("pinpoints.section", number=heading.number)
    return say("pinpoints.under", title=_short(heading.text)) if heading.level == 1 else ""


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: flat.rfind(" ", 0, _LONGEST)] + " …"


def _counted(block: Block) -> str:
    """The number of a paragraph that has no mark of its own."""
    if block.list and block.list.kind != "bullet" and block.list.marker:
        return ""
    found = _COUNTED.fullmatch(block.id)
    return found.group(1) if found else ""


def _mark(block: Block, above: list[str]) -> str:
    """An item by its printed mark: `punt 16`, and below that `onder a)`; nothing for one that has none."""
    if block.list is None or block.list.kind == "bullet" or not block.list.marker:
        return ""
    name = _ITEMS.get(block.role) or ("pinpoints.point" if any(above[: block.list.depth - 1]) else "pinpoints.item")
    mark = block.list.marker.strip()
    return say(name, mark=mark if name == "pinpoints.point" else mark.strip("(). "))
