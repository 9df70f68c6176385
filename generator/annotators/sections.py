"""A document's references to its own sections, footnotes and annexes ("zie punt 6.5", "zie voetnoot 6")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.annotators.own_articles import own_article_finder
from generator.language import tables
from generator.language.matching import alternatives
from generator.model import Annotator, Document, Mention, Part

_NUMBER: Final = r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|(?-i:[IVX]{1,5})\b)"
_NUMBERS: Final = re.compile(_NUMBER)
_AND: Final = re.compile(r",?\s(?:en|and|et|und)\s(?:(?:de|het|the|la|le|den)\s)?")
"""Between a reference and another that goes by the same cue: "zie punt 2 en bijlage 1"."""

_OTHER_ACT: Final = re.compile(r"\s(?:van|bij|of|to|de|du|der|des)\s(?:de|het|the|la|le)?\s?[A-Z\w]")
_ANNEX_TITLE: Final = re.compile(r"(?:bijlage|annex|annexe|anhang)\s*(?P<number>[IVX]+|\d+)?\b", re.IGNORECASE)


@cache
def _words(role: str) -> str:
    """The alternatives of a role for a regular expression, longest first."""
    words = {row["word"] for row in tables.rows("cross_references") if row["role"] == role}
    return alternatives(words)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?:\b(?P<cue>{_words("cue")})\s+(?:(?:{_words("article")})\s+)?)?
        \b(?:(?P<point>{_words("point")})|(?P<footnote>{_words("footnote")})|(?P<annex>{_words("annex")}))\s+
        (?P<numbers>{_NUMBER}(?:,\s{_NUMBER})*(?:\s(?:en|and|et|und)\s{_NUMBER})?)
        (?P<after>\s(?:{_words("below")})\b)?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def section_finder(document: Document) -> Annotator:
    """An annotator that finds the references of one document to its own places; what the document does not have is no reference."""
    points, notes, annexes = _points(document), {note.number for note in document.notes}, _annexes(document)

    own_articles = own_article_finder(document)

    def resolve(match: re.Match[str], number: str) -> str | None:
        if match["footnote"]:
            return f"fn:{number}" if number.isdigit() and int(number) in notes else None
        return (annexes if match["annex"] else points).get(number)

    def find(part: Part) -> Iterator[Mention]:
        text = part.text
        told = 0
        for match in _pattern().finditer(text):
            cued = match["footnote"] or match["cue"] or match["after"] or (told and _AND.fullmatch(text, told, match.start()))
            if not cued or _OTHER_ACT.match(text, match.end("numbers")):
                continue
            told = match.end()
            word = max(match.start(role) for role in ("point", "footnote", "annex"))
            for number in _NUMBERS.finditer(text, *match.span("numbers")):
                target = resolve(match, number.group())
                start = word if number.start() == match.start("numbers") else number.start()
                if target:
                    yield Mention("section", target, start, number.end() - start)

        yield from own_articles(part)

    return find


def _points(document: Document) -> dict[str, str]:
    """The ids of what can be called a point: numbered headings, and numbered paragraphs that are not in lists of their own."""
    points: dict[str, str] = {}
    for block in document.blocks:
        if block.list and block.list.kind == "numbered" and block.list.depth == 1 and block.list.marker.endswith("."):
            points.setdefault(block.list.marker.rstrip("."), block.id)
    for block in document.blocks:
        if block.type == "heading" and block.number:
            points[block.number] = block.id
    return points


def _annexes(document: Document) -> dict[str, str]:
    """The ids of the annexes by number; an annex without number is the first."""
    annexes: dict[str, str] = {}
    for block in document.blocks:
        match = _ANNEX_TITLE.match(block.text) if block.type == "heading" else None
        if match:
            annexes.setdefault(match["number"] or "1", block.id)
    return annexes
