"""The quotations that contributors give as evidence, as links to the paragraphs of the documents that they are from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.dossier.addresses import relative
from generator.dossier.index import Entry, Site
from generator.model import Evidence
from generator.output.markdown import anchor, text


def quotations(site: Site, page: str, evidence: Iterable[Evidence]) -> Iterator[tuple[Evidence, Entry, str]]:
    """Each quotation with its document and, as HTML, its words that lead to its paragraph; those that lead nowhere are left out."""
    for item in evidence:
        entry = site.by_id.get(item.document)
        url = entry.target(item.paragraph) if entry else None
        if entry and url:
            yield item, entry, anchor(text(f"“{' '.join(item.quote.split())}”"), relative(page, url))
