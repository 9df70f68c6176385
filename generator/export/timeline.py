"""The timeline as open data: JSON after the contract, a table, and a calendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

from generator.dossier.addresses import TIMELINE_CALENDAR, TIMELINE_TABLE
from generator.dossier.findings import Findings
from generator.dossier.gathered.timeline import Moment, NamedEvent, PublicationDay, Timeline
from generator.export.common import address
from generator.language import dutch, edtf
from generator.model import Page
from generator.output.csv_table import tables
from generator.output.icalendar import Appointment, calendar
from generator.words import say

_COLUMNS: Final = (
    "id", "datum", "woorden", "soort", "titel", "zin", "document", "alinea", "voetnoot", "adres", "landen", "begrippen", "gebeurtenis", "afgeleid",
)  # fmt: skip
_IN_CALENDAR: Final = frozenset({"event", "deadline"})
_PRODUCT: Final = "-//Dossier//Tijdlijn//NL"


def timeline_data(findings: Findings) -> dict[str, Any]:
    """Every date in order, and the named events with the dates that belong to them."""
    found = findings.timeline
    owner = _owners(found)
    return {
        "entries": [_publication(item) if isinstance(item, PublicationDay) else _entry(item, owner.get(item.id)) for item in found.dated],
        "events": [_event(named_event) for named_event in found.events],
    }


def timeline_files(findings: Findings) -> Iterator[Page]:
    """The table and the calendar."""
    found = findings.timeline
    owner = _owners(found)
    yield from tables(
        TIMELINE_TABLE, _COLUMNS, (_row(findings, moment, owner.get(moment.id, "")) for moment in found.moments), {"voetnoot"}
    )
    name = say("export_timeline.calendar", site=findings.site.publication.name).strip(" :")
    yield Page(TIMELINE_CALENDAR, calendar(_PRODUCT, name, _appointments(findings)))


def _owners(found: Timeline) -> dict[str, str]:
    return {moment.id: named_event.event.id for named_event in found.events for moment in named_event.moments}


def _entry(moment: Moment, event: str | None) -> dict[str, Any]:
    occurrence = moment.occurrence
    data: dict[str, Any] = {
        "id": moment.id,
        "date": moment.date,
        "text": occurrence.words,
        "kind": moment.kind,
        "title": moment.title,
        "sentence": moment.sentence,
        "document": occurrence.entry.document.meta.id,
        "block": occurrence.block,
        "footnote": occurrence.footnote,
        "url": occurrence.url,
        "countries": list(moment.countries),
        "terms": list(moment.terms),
        "event": event,
    }
    return data | ({"inferred": True} if occurrence.mention.inferred else {})


def _publication(item: PublicationDay) -> dict[str, Any]:
    """A document's own date that its text does not print: the address is that of the document."""
    facts = item.entry.document.meta
    return {
        "id": item.id,
        "date": item.date,
        "text": dutch.date(item.date),
        "kind": "publication",
        "title": item.title,
        "sentence": facts.title,
        "document": facts.id,
        "block": None,
        "footnote": None,
        "url": item.entry.url,
        "countries": [],
        "terms": [],
        "event": None,
    }


def _event(named_event: NamedEvent) -> dict[str, Any]:
    event = named_event.event
    return {
        "id": event.id,
        "name": event.name,
        "date": event.date,
        "url": named_event.url,
        "see_also": list(event.see_also),
        "entries": [moment.id for moment in named_event.moments],
        "quotations": [{"document": item.document, "place": item.paragraph, "quote": item.quote} for item in named_event.quotations],
    }


def _row(findings: Findings, moment: Moment, event: str) -> tuple[str, ...]:
    occurrence = moment.occurrence
    footnote = "" if occurrence.footnote is None else str(occurrence.footnote)
    return (
        moment.id, moment.date, occurrence.words, moment.kind, moment.title, moment.sentence, moment.place[0], occurrence.block or "", footnote,
        address(findings, occurrence.url), " ".join(moment.countries), " ".join(moment.terms), event, "ja" if occurrence.mention.inferred else "",
    )  # fmt: skip


def _appointments(findings: Findings) -> Iterator[Appointment]:
    """The named events, and the other events and deadlines, that have a day."""
    found = findings.timeline
    for named_event in found.events:
        if named_event.span.has_days:
            yield _placed(findings, named_event.url, _named(findings, named_event))
    for moment in found.moments:
        if moment.kind in _IN_CALENDAR and moment.id not in found.told and moment.span.has_days:
            yield _placed(findings, moment.occurrence.url, _alone(findings, moment))


def _placed(findings: Findings, url: str, one: Appointment) -> Appointment:
    """The appointment with its address, and a name that no other site gives, where the site has an address."""
    published = findings.site.publication
    host = urlsplit(published.home).netloc
    return replace(one, uid=f"{one.uid}@{host}", url=published.absolute(url)) if host else replace(one, uid=f"{one.uid}@tijdlijn")


def _alone(findings: Findings, moment: Moment) -> Appointment:
    entry = moment.occurrence.entry.document.meta
    source = ", ".join(part for part in (entry.short_title, entry.number, address(findings, moment.occurrence.url)) if part)
    said = say("export_timeline.with_source", sentence=moment.sentence, source=source)
    return _appointment(moment.id, moment.span, moment.title, said, _written(entry.date))


def _named(findings: Findings, named_event: NamedEvent) -> Appointment:
    written = (_written(moment.occurrence.entry.document.meta.date) for moment in named_event.moments)
    sentences = [f"{m.sentence} ({m.occurrence.entry.document.meta.short_title})" for m in named_event.moments]
    said = "\n\n".join([*sentences, say("export_timeline.see", url=address(findings, named_event.url))])
    latest = max((day for day in written if day), default=None)
    return _appointment(named_event.event.id, named_event.span, named_event.event.name, said, latest)


def _appointment(name: str, span: edtf.Date, title: str, said: str, stamp: date | None) -> Appointment:
    first, last = (day or date.min for day in (span.first, span.last))
    return Appointment(name, first, last, title, said, stamp)


def _written(on: str | None) -> date | None:
    """The day of a document; what is longer than a day counts from its first."""
    return edtf.parse(on).first if on else None
