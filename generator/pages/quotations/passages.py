"""Passages: the whole paragraphs that mention something, its words marked, by document in order of date.

One group for each document. A long list of passages starts closed; a closed group opens when a link leads into it, when
the page is searched for words in it, and when the page is printed (assets/css/passages.css).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from generator.dossier.addresses import note_anchor, relative
from generator.dossier.index import Entry, Occurrence, Site
from generator.dossier.passages import Passage, gather
from generator.language import dutch
from generator.model import Block, Note, Part
from generator.output.markdown import anchor, tag, text
from generator.output.marks import Insert, MarkedRange, render, stress_mark
from generator.pages.quotations.term_links import TermLinks
from generator.words import say

_OPEN: Final = 16
"""A page with no more passages than this shows them all; one with more shows its groups closed."""


def passages(site: Site, page: str, occurrences: Iterable[Occurrence], name: str = "passages") -> str:
    """The paragraphs of all occurrences, which come in order of date; `name` begins the ids of the groups."""
    return groups(page, gather(occurrences), name, site)


def by_document(found: Iterable[Passage]) -> tuple[tuple[Entry, tuple[Passage, ...]], ...]:
    """The passages of each document, in the order in which they come."""
    return tuple((group[0].entry, group) for group in (tuple(run) for _, run in groupby(found, key=lambda p: p.entry.url)))


def groups(page: str, found: Iterable[Passage], name: str = "passages", site: Site | None = None) -> str:
    """A collapsible group for each document, with links to the glossary of a site; empty where there is no passage."""
    found = tuple(found)
    opened = len(found) <= _OPEN
    return "".join(_group(page, own, name, opened=opened, site=site) for _, own in by_document(found))


def jump_list(found: Iterable[Passage], name: str = "passages") -> str:
    """Links to the groups, each with its number of passages; empty where there is no more than one group."""
    documents = by_document(found)
    if len(documents) < 2:  # noqa: PLR2004 - a list of one leads nowhere
        return ""
    items = (
        tag("li", anchor(text(entry.document.meta.short_title), f"#{_group_id(entry, name)}") + _amount(own)) for entry, own in documents
    )
    return tag("ul", "".join(items), class_="springlijst")


def _amount(own: tuple[Passage, ...]) -> str:
    return " " + tag("span", text(say("kinds.passages", count=len(own))), class_="aantal")


def _group_id(entry: Entry, name: str) -> str:
    return f"{name}-{entry.document.meta.id}"


def _group(page: str, own: tuple[Passage, ...], name: str, *, opened: bool, site: Site | None) -> str:
    entry = own[0].entry
    facts = entry.document.meta
    when = tag("span", text(dutch.date(facts.date)), class_="wanneer") + " " if facts.date else ""
    title = tag("summary", when + tag("span", text(facts.short_title), class_="wat") + _amount(own))
    # The id stands inside, not on the group: browsers open a closed group for a link to what is in it.
    links = TermLinks(site, page) if site else None
    content = tag(
        "div", "".join(passage_html(page, passage, links) for passage in own), id=_group_id(entry, name), class_="passages-inhoud"
    )
    return tag("details", title + content, class_="passages", open=opened)


def passage_html(page: str, passage: Passage, links: TermLinks | None = None) -> str:
    """One passage: where it stands, and its text with the words marked as links to their place."""
    way = anchor(text(place(passage.entry, passage.part)), relative(page, passage.url))
    return tag("div", tag("p", way, class_="passage-plaats") + _words(page, passage, links), class_="passage")


def _words(page: str, passage: Passage, links: TermLinks | None) -> str:
    part = passage.part
    label = part.list.marker if isinstance(part, Block) and part.list and part.list.kind != "bullet" else ""
    marker = tag("span", text(label), class_="merk") + " " if label else ""
    taken = [(start, end) for start, end, _ in passage.marks]
    terms = links.marks(passage.entry, part, taken) if links else ()
    layers = (
        [*(_link(page, *mark) for mark in passage.marks), *terms],
        [stress_mark(start, end) for start, end in part.emphasis],
    )
    content = render(part.text, layers, _markers(page, passage))
    return tag("blockquote", tag("p", marker + content), class_="passage-tekst")


def _link(page: str, start: int, end: int, url: str) -> MarkedRange:
    way = relative(page, url)
    return MarkedRange(start, end, lambda content: anchor(tag("mark", content), way), link=True)


def _markers(page: str, passage: Passage) -> Iterator[Insert]:
    for marker in passage.part.notes:
        url = passage.entry.note_urls.get(marker.number, f"{passage.url.partition('#')[0]}#{note_anchor(marker.number)}")
        way = anchor(str(marker.number), relative(page, url), aria_label=say("passages.note", number=marker.number))
        yield Insert(marker.offset, tag("sup", way, class_="nootmarkering"))


def place(entry: Entry, part: Part) -> str:
    """Where a part stands, in words: footnote, chapter, heading."""
    chapter = entry.homes.get(part.anchor)
    if chapter is None:
        return entry.document.meta.short_title
    if isinstance(part, Note):
        return say("passages.note_in_chapter", number=part.number, title=chapter.title)
    heading = entry.headings.get(part.id)
    return ", ".join(dict.fromkeys([chapter.title, entry.title_of(heading) if heading else chapter.title]))
