"""What a document was understood to be, in words for whoever adds it: its facts, outline, notes, tables, and what is doubtful."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.commands.facts import FACTS, Fact, facts_of
from generator.dossier.doubts import Doubt, doubts
from generator.model import Block, Document, Element, Lines, OnPages, Place, Problem, Severity
from generator.words import say

_MOST_HEADINGS: Final = 40
"""Headings that are shown: a screen full."""

_MOST_DOUBTS: Final = 30
"""Doubtful places that are shown: more than these is a text to fetch in another form."""

_MOST_TOLD: Final = 20
"""Doubtful places of one document that `check` lists: more would hide what is wrong elsewhere."""

_LINE: Final = 90
"""Characters of a heading or table that are shown: a line of a terminal, with its indent and place."""

_FROM_MARKUP: Final = frozenset({"html", "docx", "odt", "akn", "formex", "markdown"})
"""Formats that say themselves what is a heading, a note, a table."""


def report(document: Document) -> Iterator[str]:
    """The lines of the report."""
    found = doubts(document)
    yield document.source.path
    yield from ("", say("report.facts"), *_facts(facts_of(document)))
    yield from ("", say("report.outline"), *_outline(document))
    yield from ("", say("report.found"), *_counts(document))
    yield from _tables(document)
    yield from ("", say("report.doubts", count=len(found)), *_doubts(found))
    yield from ("", _confidence(document, found))


def where(place: Place) -> str:
    """The line or page of a place, or that it is in the text where the file has neither."""
    if isinstance(place, Lines):
        return say("report.line", number=place.first)
    return say("report.page", number=place.boxes[0].page) if isinstance(place, OnPages) else say("report.element")


def doubtful(document: Document) -> Iterator[Problem]:
    """The doubtful places of a document as work for an editor; beyond `_MOST_TOLD` only how many there are."""
    found = doubts(document)
    path = document.source.path
    for doubt in found[:_MOST_TOLD]:
        line = doubt.place.first if isinstance(doubt.place, Lines) else None
        yield Problem(path, line, _told(doubt), say("doubts.compare"), Severity.TODO)
    if len(found) > _MOST_TOLD:
        yield Problem(path, None, say("doubts.more", count=len(found) - _MOST_TOLD), say("doubts.all"), Severity.TODO)


def _told(doubt: Doubt) -> str:
    """Where a doubtful place is, what it is called in a sidecar, why it is doubtful, and its words."""
    named = f", {doubt.anchor}" if doubt.anchor else ""
    return f"{where(doubt.place)}{named}: {doubt.reason}" + (f": {_short(doubt.text)}" if doubt.text else "")


def _facts(found: tuple[Fact, ...]) -> Iterator[str]:
    by_name = {fact.name: fact for fact in found}
    for name in FACTS:
        fact = by_name.get(name)
        told = "" if fact is None or fact.origin == "source" else f" ({say('report.not_in_text')})"
        yield f"  {say(f'report.fact_{name}')}: " + (fact.value + told if fact else say("report.not_found"))


def _outline(document: Document) -> Iterator[str]:
    headings = [block for block in document.blocks if block.type == "heading"]
    for block in headings[:_MOST_HEADINGS]:
        number = f"{block.number} " if block.number else ""
        place = "" if isinstance(block.place, Element) else f" ({where(block.place)})"
        yield f"{'  ' * (block.level or 1)}{_short(number + block.text)}{place}"
    if len(headings) > _MOST_HEADINGS:
        yield "  " + say("report.more", count=len(headings) - _MOST_HEADINGS)
    if not headings:
        yield "  " + say("report.no_headings")


def _counts(document: Document) -> Iterator[str]:
    types = Counter(block.type for block in document.blocks)
    roles = Counter(block.role for block in document.blocks)
    yield "  " + say("report.paragraphs", count=types["paragraph"])
    yield "  " + say("report.items", count=types["list_item"])
    yield "  " + say("report.notes", count=len(document.notes))
    yield "  " + say("report.tables", count=types["table"])
    if roles["article"]:
        yield "  " + say("report.articles", count=roles["article"])
    if document.furniture:
        yield "  " + say("report.set_aside", count=len(document.furniture))
    if document.defects:
        yield "  " + say("report.defects", count=len(document.defects))


def _tables(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.type == "table":
            yield f"    {_size(block)}: {_short(' '.join((block.caption.text if block.caption else block.text).split()))} ({where(block.place)})"


def _size(block: Block) -> str:
    columns = max((sum(cell.across for cell in row) for row in block.rows), default=0)
    return say("report.size", rows=len(block.rows), columns=columns)


def _doubts(found: tuple[Doubt, ...]) -> Iterator[str]:
    yield from (f"  {_told(doubt)}" for doubt in found[:_MOST_DOUBTS])
    if len(found) > _MOST_DOUBTS:
        yield "  " + say("report.more", count=len(found) - _MOST_DOUBTS)


def _confidence(document: Document, found: tuple[Doubt, ...]) -> str:
    """The share of the parts at which nothing is doubtful, in percent, and by what the structure was recognised: markup, looks or words."""
    parts = len(document.blocks) + len(document.notes)
    share = 100 * max(0, parts - len({doubt.anchor or doubt for doubt in found})) // parts if parts else 0
    told = "markup" if document.source.format in _FROM_MARKUP else "looks" if document.source.format == "pdf" else "words"
    return say("report.confidence", share=share, basis=say(f"report.basis_{told}"))


def _short(words: str) -> str:
    words = "".join(sign if sign.isprintable() else "·" for sign in words)
    return words if len(words) <= _LINE else f"{words[:_LINE].rstrip()}…"
