"""The home page: the words that contributors wrote for it, the documents, and what they name most often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import (
    AMOUNTS,
    COMMITMENTS,
    COUNTRIES,
    DEADLINES,
    DOCUMENTS,
    GROUPS,
    HOME,
    NEWS,
    REFERENCES,
    TERMS,
    THEMES,
    TIMELINE,
    country_url,
    term_url,
)
from generator.dossier.findings import Findings
from generator.dossier.index import Entry, Site
from generator.language import countries, dutch
from generator.model import Document, Page
from generator.output.markdown import heading, page, tag
from generator.output.marks import render
from generator.pages.lists.documents import machine_date
from generator.pages.parts.frame import shorten
from generator.pages.quotations.meanings import full_name
from generator.pages.quotations.term_links import TermLinks
from generator.words import say

_MANY: Final = 10
"""Documents, terms and countries that are shown; a link leads to the rest."""

_TITLE: Final = say("home.what_is_in_documents")

_DESCRIPTION: Final = say("home.tagline")
"""What search engines show where nobody has written a home page."""

_WAYS: Final = (
    (say("home.timeline"), TIMELINE, say("home.timeline_intro")),
    (say("home.themes"), THEMES, say("home.themes_intro")),
    (say("home.commitments"), COMMITMENTS, say("home.commitments_intro")),
    (say("home.deadlines"), DEADLINES, say("home.deadlines_intro")),
    (say("home.references"), REFERENCES, say("home.references_intro")),
    (say("groups.title"), GROUPS, say("groups.way")),
    (say("home.amounts"), AMOUNTS, say("home.amounts_intro")),
    (say("news.title"), NEWS, say("news.way")),
    (say("home.open_data"), "open-data/", say("home.open_data_intro")),
    (say("home.about_site"), "over/", say("home.about_intro")),
)
"""The other parts of the site."""


def pages(findings: Findings) -> Iterator[Page]:
    """One page, at the root of the site; the theme lays it out."""
    site = findings.site
    yield Page(f"{HOME}index.md", page(_front(site), _parts(site)))


def _front(site: Site) -> dict[str, Any]:
    return {
        "template": "home.html",
        "title": _title(site),
        "description": _description(site),
        "edit_path": False,
        "start": [part for part in (_documents(site), _terms(site), _countries(site)) if part["lijst"]],
        "wegen": [{"title": title, "url": url, "tekst": said} for title, url, said in _WAYS],
    }


def _title(site: Site) -> str:
    return site.knowledge.home.meta.title if site.knowledge.home else _TITLE


def _description(site: Site) -> str:
    """The first paragraph of the home page."""
    written = site.knowledge.home
    return shorten(next((block.text for block in written.blocks if block.type != "heading"), _DESCRIPTION) if written else _DESCRIPTION)


def _documents(site: Site) -> dict[str, Any]:
    more = (
        say("home.all_documents", documents=say("kinds.documents", count=len(site.entries)))
        if len(site.entries) > _MANY
        else say("home.more_about")
    )
    return {
        "soort": "documenten",
        "title": say("home.documents"),
        "lijst": [_document(entry) for entry in site.entries[:_MANY]],
    } | _more(more, DOCUMENTS)


def _document(entry: Entry) -> dict[str, Any]:
    facts = entry.document.meta
    about = " · ".join(fact for fact in (facts.institution, facts.number) if fact)
    when = {"datum": dutch.date(facts.date), "machine": machine_date(facts.date)} if facts.date else {}
    return {"naam": facts.short_title, "url": entry.url, "over": about, **when}


def _terms(site: Site) -> dict[str, Any]:
    known = site.terms
    found = sorted(((len(own), name) for name, own in site.of("term").items() if name in known), key=lambda one: (-one[0], one[1]))
    listed = [{"naam": full_name(known[name]), "url": term_url(name), "aantal": dutch.number(times)} for times, name in found[:_MANY]]
    return {"soort": "begrippen", "title": say("home.frequent_terms"), "lijst": listed} | _more(
        say("home.all_terms", known=len(known)), TERMS
    )


def _countries(site: Site) -> dict[str, Any]:
    found = sorted(((len(own), code) for code, own in site.of("country").items()), key=lambda one: (-one[0], countries.order(one[1])))
    listed = [{"naam": countries.name(code), "url": country_url(code), "aantal": dutch.number(times)} for times, code in found[:_MANY]]
    return {"soort": "landen", "title": say("home.frequent_countries"), "lijst": listed} | _more(
        say("home.all_countries", found=len(found)), COUNTRIES
    )


def _more(said: str, url: str) -> dict[str, Any]:
    return {"meer": {"title": said, "url": url}}


def _parts(site: Site) -> Iterator[str]:
    """The text as paragraphs below its title, with links to the glossary."""
    yield heading(1, _title(site))
    if site.knowledge.home:
        yield from _paragraphs(site, site.knowledge.home)


def _paragraphs(site: Site, written: Document) -> Iterator[str]:
    links, entry = TermLinks(site, HOME), Entry(written, HOME, ())
    for block in written.blocks:
        if block.type != "heading":
            yield tag("p", render(block.text, (tuple(links.marks(entry, block)),)))
