"""The pictures that go with links to the site where links are shared: one for each document, entry, country and subject, and one for all else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.addresses import PICTURES, country_url, picture_path, term_url, theme_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.countries import NamedCountry
from generator.dossier.gathered.themes import NamedTheme
from generator.dossier.index import Entry
from generator.kinds import TERM_KINDS
from generator.language import dutch
from generator.model import Page, Term
from generator.output.picture import picture
from generator.words import say


def pages(findings: Findings) -> Iterator[Page]:
    """A file for each."""
    site = findings.site
    name = site.publication.name
    documents = say("kinds.documents", count=len(site.entries))
    yield Page(f"{PICTURES}site.png", picture(name, "", name or say("pictures.site"), documents))
    for entry in site.entries:
        yield Page(picture_path(entry.url), picture(name, *of_document(entry)))
    for term in site.knowledge.terms:
        yield Page(picture_path(term_url(term.id)), picture(name, *_of_term(term)))
    for met in findings.countries:
        yield Page(picture_path(country_url(met.country.code)), picture(name, *_of_country(met)))
    for theme in findings.themes:
        yield Page(picture_path(theme_url(theme.theme.id)), picture(name, *_of_theme(theme)))


def of_document(entry: Entry) -> tuple[str, str, str]:
    """What the picture of a document says: what it is and whose, its title, its number and date; what is not known is left out."""
    facts = entry.document.meta
    above = " · ".join(fact for fact in (facts.kind, facts.institution) if fact)
    below = " · ".join(fact for fact in (facts.number, dutch.date(facts.date) if facts.date else "") if fact)
    return above, facts.short_title, below


def _of_term(term: Term) -> tuple[str, str, str]:
    meaning = term.senses[0].expansion
    return TERM_KINDS[term.kind], term.term, "" if meaning == term.term else meaning


def _of_country(met: NamedCountry) -> tuple[str, str, str]:
    mentions = say("kinds.passages", count=len(met.occurrences))
    return (
        say("pictures.country"),
        met.country.name,
        say("pictures.named", mentions=mentions, documents=say("kinds.documents", count=met.documents)),
    )


def _of_theme(theme: NamedTheme) -> tuple[str, str, str]:
    about = sum(passage.about for passage in theme.passages)
    return say("pictures.theme"), theme.theme.name, say("kinds.passages", count=about)
