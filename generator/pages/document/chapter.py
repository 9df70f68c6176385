"""One page a chapter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.addresses import relative
from generator.dossier.chapters import Chapter
from generator.dossier.findings import Findings
from generator.dossier.index import Entry
from generator.model import Page
from generator.output.markdown import heading, page
from generator.pages.citing.cited import in_head
from generator.pages.document.body import Body
from generator.pages.parts.frame import foreign, meta, on_paper


def pages(findings: Findings) -> Iterator[Page]:
    """Every chapter of every document, with the way to the one before and the one after."""
    site = findings.site
    for entry in site.entries:
        for place, chapter in enumerate(entry.chapters):
            yield Page(f"{chapter.url}index.md", _content(findings, entry, place, chapter))


def _content(findings: Findings, entry: Entry, place: int, chapter: Chapter) -> str:
    before = entry.chapters[place - 1] if place else None
    after = entry.chapters[place + 1] if place + 1 < len(entry.chapters) else None
    front = meta(
        entry,
        chapter.url,
        chapter.title,
        vorige=_link(chapter, before),
        volgende=_link(chapter, after),
        taal=foreign(entry.document),
        citatie=in_head(findings.site, entry, chapter.url),
        pdf=on_paper(findings.site, chapter.url, entry.pdf_of(chapter)),
    )
    body = Body(findings.site, entry, chapter.url, related=findings.related)
    blocks = chapter.blocks[1:] if chapter.heading else chapter.blocks
    title = heading(1, chapter.title, chapter.heading.id if chapter.heading else "")
    return page(front, [title, *body.blocks(blocks, shift=0 if chapter.heading else 1), *body.notes(chapter.notes)])


def _link(chapter: Chapter, other: Chapter | None) -> dict[str, str] | None:
    return {"title": other.title, "url": relative(chapter.url, other.url)} if other else None
