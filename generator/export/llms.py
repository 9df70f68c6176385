"""llms.txt: what is on the site and where to read it as Markdown or data, for programs (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from generator.dossier.addresses import AMOUNTS, COMMITMENTS, COUNTRIES, REFERENCES, TERMS, TIMELINE, country_url, term_url, theme_url
from generator.dossier.findings import Findings
from generator.dossier.index import Entry
from generator.export.readable import FILE, by_hand_path
from generator.language import dutch
from generator.model import Page
from generator.output.markdown import item, title_of
from generator.words import say

_LISTS: Final = (
    (TIMELINE, "llms.timeline"), (REFERENCES, "llms.references"), (AMOUNTS, "llms.amounts"), (COMMITMENTS, "llms.commitments"),
    (TERMS, "llms.terms"), (COUNTRIES, "llms.countries"),
)  # fmt: skip


class _Link(NamedTuple):
    """A line of the file: a name, the path it leads to, and what is told of it."""

    name: str
    path: str
    told: str = ""


def llms(findings: Findings, data: Iterable[str], written: Mapping[str, str]) -> Page:
    """The file; `data` are the names of the files of open data, `written` the pages that people wrote, by their path below docs/."""
    publication = findings.site.publication
    parts = [
        f"# {publication.name or say('llms.site')}",
        f"> {publication.description}" if publication.description else "",
        say("llms.how"),
    ]
    for title, links in _sections(findings, data, written):
        listed = [item(link.name, publication.absolute(link.path), link.told) for link in links]
        parts += ["\n".join([f"## {' '.join(title.split())}", "", *listed])] if listed else []
    return Page("llms.txt", "\n\n".join(part for part in parts if part) + "\n")


def _sections(findings: Findings, data: Iterable[str], written: Mapping[str, str]) -> Iterator[tuple[str, Iterable[_Link]]]:
    """The headings of the file, each with its links."""
    for entry in findings.site.entries:
        yield entry.document.meta.short_title, _document(entry)
    yield say("llms.lists"), (_Link(say(name), f"{url}{FILE}") for url, name in _LISTS)
    yield (
        say("llms.terms"),
        (_Link(term.term, f"{term_url(term.id)}{FILE}", term.senses[0].expansion) for term in findings.site.knowledge.terms),
    )
    yield say("llms.countries"), _countries(findings)
    yield say("llms.themes"), (_Link(one.theme.name, f"{theme_url(one.theme.id)}{FILE}", one.theme.summary) for one in findings.themes)
    yield say("llms.about"), (_Link(title_of(content) or path, by_hand_path(path)) for path, content in written.items())
    yield say("llms.data"), _data(findings, data)


def _document(entry: Entry) -> Iterator[_Link]:
    """The whole text of a document, then its chapters."""
    facts = entry.document.meta
    known = (facts.kind, facts.institution, facts.number, dutch.date(facts.date) if facts.date else "")
    yield _Link(facts.title, entry.markdown_path, ", ".join(fact for fact in known if fact))
    yield from (_Link(chapter.title, f"{chapter.url}{FILE}") for chapter in entry.chapters)


def _countries(findings: Findings) -> Iterator[_Link]:
    for met in findings.countries:
        yield _Link(met.country.name, f"{country_url(met.country.code)}{FILE}", say("kinds.passages", count=len(met.occurrences)))


def _data(findings: Findings, names: Iterable[str]) -> Iterator[_Link]:
    yield from (_Link(name, f"data/{name}.json") for name in names)
    yield from (_Link(f"documents/{entry.document.meta.id}", entry.json_path) for entry in findings.site.entries)
