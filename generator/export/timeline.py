"""The timeline as open data: JSON after the contract, a table, and a calendar (RFC 5545)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from generator.dossier.findings import Findings
from generator.dossier.index import TIMELINE_CALENDAR, TIMELINE_TABLE
from generator.dossier.timeline import Moment, NamedEvent, Publication, Timeline
from generator.language import dutch, edtf
from generator.model import Page

_COLUMNS: Final = (
    "id", "datum", "woorden", "soort", "titel", "zin", "document", "alinea", "voetnoot", "adres", "landen", "begrippen", "gebeurtenis", "afgeleid",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t")
"""Signs with which a cell would be a formula to a spreadsheet."""

_LINE: Final = 75
"""Octets of a line of a calendar, after RFC 5545, 3.1."""

_IN_CALENDAR: Final = frozenset({"event", "deadline"})
_NO_DATE: Final = "19700101T000000Z"
"""The stamp of what comes from a document without a date: a calendar needs one, and it must not change from build to build."""


def timeline_data(findings: Findings) -> dict[str, Any]:
    """Every date in order, and the named events with the dates that belong to them."""
    found = findings.timeline
    owner = _owners(found)
    return {
        "entries": [_publication(item) if isinstance(item, Publication) else _entry(item, owner.get(item.id)) for item in found.dated],
        "events": [_event(happening) for happening in found.events],
    }


def files(findings: Findings) -> Iterator[Page]:
    """The table and the calendar."""
    found = findings.timeline
    yield Page(TIMELINE_TABLE, _table(found).encode("utf-8-sig"))
    yield Page(TIMELINE_CALENDAR, _calendar(found).encode())


def _owners(found: Timeline) -> dict[str, str]:
    return {moment.id: happening.event.id for happening in found.events for moment in happening.moments}


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


def _publication(item: Publication) -> dict[str, Any]:
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


def _event(happening: NamedEvent) -> dict[str, Any]:
    event = happening.event
    return {
        "id": event.id,
        "name": event.name,
        "date": event.date,
        "url": happening.url,
        "see_also": list(event.see_also),
        "entries": [moment.id for moment in happening.moments],
        "quotations": [{"document": item.document, "place": item.paragraph, "quote": item.quote} for item in happening.quotations],
    }


def _table(found: Timeline) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    owner = _owners(found)
    for moment in found.moments:
        writer.writerow(map(_cell, _row(moment, owner.get(moment.id, ""))))
    return out.getvalue()


def _row(moment: Moment, event: str) -> tuple[str, ...]:
    occurrence = moment.occurrence
    footnote = "" if occurrence.footnote is None else str(occurrence.footnote)
    return (
        moment.id, moment.date, occurrence.words, moment.kind, moment.title, moment.sentence, moment.place[0], occurrence.block or "", footnote,
        occurrence.url, " ".join(moment.countries), " ".join(moment.terms), event, "ja" if occurrence.mention.inferred else "",
    )  # fmt: skip


def _cell(words: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _calendar(found: Timeline) -> str:
    """The named events, and the other events and deadlines, that have a day."""
    told = found.told
    alone = [m for m in found.moments if m.kind in _IN_CALENDAR and m.id not in told and m.span.has_days]
    named = [happening for happening in found.events if happening.span.has_days]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossier//Tijdlijn//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for happening in named:
        lines += _happening_lines(happening)
    for moment in alone:
        lines += _moment_lines(moment)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _moment_lines(moment: Moment) -> Iterator[str]:
    entry = moment.occurrence.entry.document.meta
    source = ", ".join(part for part in (entry.short_title, entry.number, moment.occurrence.url) if part)
    yield from _event_lines(moment.id, moment.span, moment.title, f"{moment.sentence}\n\nBron: {source}", _stamp(entry.date))


def _happening_lines(happening: NamedEvent) -> Iterator[str]:
    dates = [moment.occurrence.entry.document.meta.date for moment in happening.moments]
    sentences = [f"{m.sentence} ({m.occurrence.entry.document.meta.short_title})" for m in happening.moments]
    said = "\n\n".join([*sentences, f"Zie {happening.url}"])
    yield from _event_lines(happening.event.id, happening.span, happening.event.name, said, max(map(_stamp, dates), default=_NO_DATE))


def _event_lines(name: str, span: edtf.Date, title: str, description: str, stamp: str) -> Iterator[str]:
    first, last = (day or date.min for day in (span.first, span.last))
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@tijdlijn"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    # The end of an event that lasts whole days is the day after it.
    yield f"DTEND;VALUE=DATE:{_basic(last + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(title)}"
    yield f"DESCRIPTION:{_escaped(description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _stamp(written: str | None) -> str:
    """The date of a document as a moment; what is longer than a day counts from its first."""
    first = edtf.parse(written).first if written else None
    return f"{_basic(first)}T000000Z" if first else _NO_DATE


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, cut between characters."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    return "\r\n".join([*pieces, piece])
