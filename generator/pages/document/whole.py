"""The whole document on one page, for reading through and for printing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.findings import Findings
from generator.model import Page
from generator.output.markdown import heading, page, tag, text
from generator.pages.citing.cited import in_head
from generator.pages.document.body import Body
from generator.pages.parts.frame import foreign, meta, on_paper
from generator.words import say


def pages(findings: Findings) -> Iterator[Page]:
    """One page a document; kept out of search, for the chapters are there already."""
    site = findings.site
    for entry in site.entries:
        facts = entry.document.meta
        front = meta(
            entry,
            entry.whole_url,
            say("whole.full_text"),
            zoeken=False,
            volledig=True,
            taal=foreign(entry.document),
            citatie=in_head(site, entry, entry.whole_url),
            pdf=on_paper(site, entry.whole_url, entry.pdf_path),
        )
        body = Body(site, entry, entry.whole_url, all_on_page=True)
        about = " · ".join(fact for fact in (facts.institution, facts.number) if fact)
        parts = [
            heading(1, facts.title),
            tag("p", text(about), class_="feitenregel") if about else "",
            *body.blocks(entry.document.blocks, shift=1),
            *body.notes(entry.document.notes),
        ]
        yield Page(f"{entry.whole_url}index.md", page(front, parts))
