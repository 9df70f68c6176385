"""What the pages of one document share: breadcrumbs, the list of chapters, descriptions, linked data."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from generator.dossier.addresses import DOCUMENTS, picture_path, relative
from generator.dossier.chapters import Chapter
from generator.dossier.index import Entry, Site
from generator.language import dutch, edtf
from generator.model import Document, Element, Lines, OnPages, Outside, Place
from generator.output.markdown import anchor, fill, script_json, tag, text
from generator.words import say, template

LANGUAGE: Final = "nl"
"""The language of the site."""

_DESCRIPTION: Final = 155
"""Characters of a description that search engines show: Google cuts at about 155 to 160."""


def meta(entry: Entry, page: str, title: str, **more: Any) -> dict[str, Any]:
    """The front matter of a page of a document."""
    document = entry.document
    return {
        "title": title,
        "description": shorten(f"{title} – {document.meta.title}" if title != document.meta.title else describe(document)),
        "edit_path": edit_path(document),
        "document": document.meta.short_title,
        "beeld": picture_path(entry.url),
        "feiten": facts_line(document),
        "kruimels": [
            {"title": say("frame.documents"), "url": relative(page, DOCUMENTS)},
            {"title": document.meta.short_title, "url": relative(page, entry.url)},
        ],
        "bladen": [_sheet(page, title, url) for title, url in _sheets(entry)],
        "hoofdstukken": [chapter_link(page, chapter) for chapter in entry.chapters],
        **more,
    }


def facts_line(document: Document) -> str:
    """Who published a document, its number and its date: what is known of those."""
    when = dutch.date(document.meta.date) if document.meta.date else None
    return " · ".join(fact for fact in (document.meta.institution, document.meta.number, when) if fact)


def on_paper(site: Site, page: str, path: str) -> str | None:
    """The way from a page to its PDF, for the theme; None where the site is made without."""
    return relative(page, path) if site.publication.paper else None


def foreign(document: Document) -> str | None:
    """The language of a document that is not in the language of the site, for the theme to tell screen readers."""
    return None if document.meta.language == LANGUAGE else document.meta.language


def chapter_link(page: str, chapter: Chapter) -> dict[str, Any]:
    """A chapter as a link for the theme."""
    return {"title": chapter.title, "url": relative(page, chapter.url), "huidig": chapter.url == page}


def _sheets(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The pages of a document that are not chapters."""
    return (
        (say("frame.overview"), entry.url),
        (say("frame.on_one_page"), entry.whole_url),
        (say("frame.source"), entry.source_url),
        (say("citing.title"), entry.citing_url),
    )


def _sheet(page: str, title: str, url: str) -> dict[str, Any]:
    return {"title": title, "url": relative(page, url), "huidig": url == page}


def edit_path(document: Document) -> str:
    """The file a contributor edits to change what is said about a document: its sidecar, or the text if it has none."""
    path = Path(document.source.path)
    return (path.with_suffix(".yml") if document.meta.described else path).as_posix()


def describe(document: Document) -> str:
    """A document in one sentence."""
    facts = [fact for fact in (document.meta.kind, document.meta.institution, document.meta.number) if fact]
    return ". ".join([document.meta.title, ", ".join(facts)]) if facts else document.meta.title


def shorten(text: str) -> str:
    """A text that fits a description (155 characters), cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= _DESCRIPTION:
        return flat
    return flat[: flat.rfind(" ", 0, _DESCRIPTION)] + " …"


def linked_data(entry: Entry) -> str:
    """The document as schema.org sees it, as JSON for a script element."""
    facts = entry.document.meta
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": facts.title,
        "inLanguage": facts.language,
        "identifier": [value for value in (facts.number, facts.celex) if value],
        "reportNumber": facts.number,
        "datePublished": _published(facts.date),
        "publisher": {"@type": "Organization", "name": facts.institution} if facts.institution else None,
        "sameAs": facts.web,
    }
    kept = {key: value for key, value in data.items() if value}
    return script_json(kept)


def _published(date: str | None) -> str | None:
    """The day, month or year that a document bears without doubt."""
    point = edtf.parse(date).start if date else None
    return point.machine if point and point.is_calendar and not point.doubt else None


def where_in_source(place: Place) -> str:
    """What a link to the original text says of where it leads: `Brontekst, regels 3–5` or `Brontekst, bladzijde 2`."""
    if isinstance(place, Element):
        return say("frame.source")
    first, last = _first_and_last(place)
    one, many = ("regel", "regels") if isinstance(place, Lines) else ("bladzijde", "bladzijden")
    return f"Brontekst, {one} {first}" if first == last else say("frame.source_lines", many=many, first=first, last=last)


def first_of(place: Place) -> str:
    """Where a place begins, in a word or two: a line's number, `blz. 2`, or `tekst` where the source has neither."""
    if isinstance(place, Element):
        return "tekst"
    first, _ = _first_and_last(place)
    return str(first) if isinstance(place, Lines) else f"blz. {first}"


def _first_and_last(place: Lines | OnPages) -> tuple[int, int]:
    return (place.first, place.last) if isinstance(place, Lines) else (place.boxes[0].page, place.boxes[-1].page)


def outside_sources(sources: Iterable[Outside]) -> str:
    """Where what a contributor wrote beyond the documents can be checked; nothing where no source is named."""
    named = [anchor(text(source.title), source.url) if source.url else text(source.title) for source in sources]
    return tag("p", fill(template("frame.outside_sources"), sources="; ".join(named)), class_="feitenregel") if named else ""
