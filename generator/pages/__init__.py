"""One module for each kind of page; `PAGE_KINDS` is the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from generator.dossier.findings import Findings
from generator.dossier.index import Entry, Site
from generator.model import Page, Publication, Recall, afresh
from generator.pages.citing import cite_page
from generator.pages.commitments import commitments, deadlines
from generator.pages.dates import timeline
from generator.pages.document import cards, chapter, landing, source, whole
from generator.pages.glossary import term, terms
from generator.pages.lists import amounts, documents, references
from generator.pages.themes import themes
from generator.pages.whole_site import a_to_z, following, home, news, pictures, quality
from generator.pages.world import countries, country, country_groups, regions

Kind: TypeAlias = Callable[[Findings], Iterable[Page]]

PAGE_KINDS: Final[tuple[Kind, ...]] = (
    home.pages,
    documents.pages,
    landing.pages,
    chapter.pages,
    whole.pages,
    cards.pages,
    source.pages,
    quality.pages,
    references.pages,
    amounts.pages,
    terms.pages,
    term.pages,
    countries.pages,
    country.pages,
    country_groups.pages,
    regions.pages,
    timeline.pages,
    deadlines.pages,
    commitments.pages,
    themes.pages,
    a_to_z.pages,
    news.pages,
    pictures.pages,
)

OwnKind: TypeAlias = Callable[[Publication, Entry], tuple[Page, ...]]

OWN_KINDS: Final[tuple[OwnKind, ...]] = (cite_page.pages,)
"""The kinds of page that a document has of its own, whatever the others and contributors say."""


def render(findings: Findings, recall: Recall = afresh) -> tuple[Page, ...]:
    """Every page of the site's generated folders."""
    made = (page for kind in PAGE_KINDS for page in kind(findings))
    return tuple(following.followed((*made, *_own(findings.site, recall)), findings.news))


def _own(site: Site, recall: Recall) -> Iterator[Page]:
    for kind in OWN_KINDS:
        for entry in site.entries:
            yield from recall(entry.url, kind, site.publication, entry)
