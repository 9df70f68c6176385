"""Every mention with the words around it, by document in order of date, each leading to its place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from generator.dossier.addresses import relative
from generator.dossier.index import Entry, Occurrence, Site
from generator.language import dutch
from generator.output.markdown import anchor, tag, text

_AROUND: Final = 70
"""Characters of context on either side, up to the end of a word."""

_MANY: Final = 200
"""Mentions from which the groups come closed: the page stays a list of documents first."""


def concordance(_: Site, page: str, occurrences: Iterable[Occurrence]) -> str:
    """The mentions as one block of HTML; the groups can be closed, and print open."""
    found = tuple(occurrences)
    groups = groupby(found, key=lambda occurrence: occurrence.entry.document.meta.id)
    return tag("div", "".join(_group(page, tuple(group), is_open=len(found) < _MANY) for _, group in groups), class_="concordantie")


def _group(page: str, occurrences: tuple[Occurrence, ...], *, is_open: bool) -> str:
    facts = occurrences[0].entry.document.meta
    number = tag("span", dutch.count(len(occurrences), "vermelding", "vermeldingen"), class_="aantal")
    title = tag("summary", tag("span", text(facts.short_title), class_="concordantie__document") + " " + number)
    lines = "".join(_line(page, occurrence) for occurrence in occurrences)
    return tag("details", title + tag("ol", lines), open=is_open)


def _line(page: str, occurrence: Occurrence) -> str:
    before, after = context(occurrence)
    words = anchor(text(occurrence.words), relative(page, occurrence.url))
    left = tag("span", text(before), class_="voor")
    right = tag("span", text(after), class_="na")
    return tag("li", f"{left}{words}{right} {tag('span', text(where(occurrence)), class_='waar')}")


def context(occurrence: Occurrence) -> tuple[str, str]:
    """The words before and after a mention, cut at blanks and marked where they are cut."""
    content, start = occurrence.part.text, occurrence.mention.offset
    end = start + occurrence.mention.length
    first, last = start - _AROUND, end + _AROUND
    before = content[:start] if first <= 0 else "… " + content[first:start].partition(" ")[2]
    after = content[end:] if last >= len(content) else content[end:last].rpartition(" ")[0] + " …"
    return before, after


def where(occurrence: Occurrence) -> str:
    """In which section or footnote a mention stands, in words."""
    if occurrence.footnote is not None:
        return f"voetnoot {occurrence.footnote}"
    return section_name(occurrence.entry, occurrence.block or "")


def section_name(entry: Entry, block_id: str) -> str:
    """The number of the section that holds a block, else the heading above it."""
    heading = entry.headings.get(block_id)
    name = (heading.number or entry.title_of(heading)) if heading else ""
    return f"punt {name}" if name[:1].isdigit() else name
