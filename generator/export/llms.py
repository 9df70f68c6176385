"""llms.txt: what is on the site and where to read it as Markdown or data, for programs (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

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


def llms(findings: Findings, data: Iterable[str], written: Mapping[str, str]) -> Page:
    """The file; `data` are the names of the files of open data, `written` the pages that people wrote, by their path below docs/."""
    publication = findings.site.publication
    parts = [
        f"# {publication.name or say('llms.site')}",
        f"> {publication.description}" if publication.description else "",
        say("llms.how"),
    ]
    sections = (
        *((entry.document.meta.short_title, tuple(_document(entry))) for entry in findings.site.entries),
        (say("llms.lists"), tuple((say(name), f"{url}{FILE}", "") for url, name in _LISTS)),
        (
            say("llms.terms"),
            tuple((term.term, f"{term_url(term.id)}{FILE}", term.senses[0].expansion) for term in findings.site.knowledge.terms),
        ),
        (say("llms.countries"), tuple(_countries(findings))),
        (say("llms.themes"), tuple((one.theme.name, f"{theme_url(one.theme.id)}{FILE}", one.theme.summary) for one in findings.themes)),
        (say("llms.about"), tuple((title_of(content) or path, by_hand_path(path), "") for path, content in written.items())),
        (say("llms.data"), tuple((name, path, "") for name, path in _data(findings, data))),
    )
    for title, links in sections:
        listed = [item(name, publication.absolute(path), told) for name, path, told in links]
        parts += ["\n".join([f"## {' '.join(title.split())}", "", *listed])] if listed else []
    return Page("llms.txt", "\n\n".join(part for part in parts if part) + "\n")


def _document(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """The whole text of a document, then its chapters."""
    facts = entry.document.meta
    known = (facts.kind, facts.institution, facts.number, dutch.date(facts.date) if facts.date else "")
    yield facts.title, entry.markdown_path, ", ".join(fact for fact in known if fact)
    yield from ((chapter.title, f"{chapter.url}{FILE}", "") for chapter in entry.chapters)


def _countries(findings: Findings) -> Iterator[tuple[str, str, str]]:
    for met in findings.countries:
        yield met.country.name, f"{country_url(met.country.code)}{FILE}", say("kinds.passages", count=len(met.occurrences))


def _data(findings: Findings, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from ((name, f"data/{name}.json") for name in names)
    yield from ((f"documents/{entry.document.meta.id}", entry.json_path) for entry in findings.site.entries)
