"""What the cards beside links in a document show of countries, dates and acts: what it is, how often, and the newest passage.

One file for each document, under the addresses that its links lead to; a script fetches it when a card is first asked for
(assets/js/mention-cards.js). Without the script the links are links.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from generator.citations import labels
from generator.citations.names import JOINT
from generator.dossier.findings import Findings
from generator.dossier.gathered import regions
from generator.dossier.gathered.acts import UNKNOWN, without_own_number
from generator.dossier.gathered.timeline import Moment
from generator.dossier.index import Entry, Occurrence, cards_path, moment_id
from generator.language import countries, dutch
from generator.model import Mention, MentionKind, Page
from generator.pages.commitments import commitment_words
from generator.pages.dates.moments import KINDS
from generator.pages.quotations.concordance import where
from generator.pages.quotations.related import shortened
from generator.words import say

Told: TypeAlias = tuple[str, str, str]
"""What a card says on top: a name, what kind of thing it is, and in a few words what is known of it; the last may be empty."""

_SHOWN: Final[tuple[MentionKind, ...]] = ("country", "date", "reference")
"""Terms have cards of their own (kaart.json), which also stand where no document is."""


def pages(findings: Findings) -> Iterator[Page]:
    """A file for each document; nothing of a document whose links lead to no country, date or act."""
    known = _Known.of(findings)
    for entry in findings.site.entries:
        cards = dict(known.cards(entry))
        if cards:
            yield Page(cards_path(entry), json.dumps(cards, ensure_ascii=False, separators=(",", ":")) + "\n")


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What the dossier knows of what its documents mention: all places of each thing, moments and who must act by their id."""

    findings: Findings
    places: Mapping[MentionKind, Mapping[str, tuple[Occurrence, ...]]]
    moments: Mapping[str, Moment]
    events: Mapping[str, str]
    actors: Mapping[str, str]

    @classmethod
    def of(cls, findings: Findings) -> _Known:
        site, timeline = findings.site, findings.timeline
        return cls(
            findings,
            {"country": site.of("country"), "date": site.of("date"), "reference": _cited(findings)},
            {moment.id: moment for moment in timeline.moments},
            {moment.id: named.event.name for named in timeline.events for moment in named.moments},
            {moment_id(item.deadline): commitment_words.who_of(item) for item in findings.commitments if item.deadline},
        )

    def cards(self, entry: Entry) -> Iterator[tuple[str, dict[str, Any]]]:
        """The cards of a document, by the address that a link leads to."""
        done: set[str] = set()
        for part in entry.document.parts:
            for mention in part.mentions:
                occurrence = Occurrence(entry, part, mention)
                url = self.findings.site.target(occurrence) if mention.kind in _SHOWN else None
                if url and url not in done:
                    done.add(url)
                    yield url, self._card(occurrence)

    def _card(self, occurrence: Occurrence) -> dict[str, Any]:
        mention = occurrence.mention
        places = self.places[mention.kind].get(_key(mention), (occurrence,))
        name, kind, about = self._told(occurrence)
        documents = say("kinds.documents", count=len({place.entry.url for place in places}))
        card = {"kop": name, "soort": kind, "uitleg": about, "telling": say("cards.named", count=len(places), documents=documents)}
        newest = _newest(places)
        return {key: value for key, value in card.items() if value} | (
            {"nieuwste": _passage(newest)} if newest.url != occurrence.url else {}
        )

    def _told(self, occurrence: Occurrence) -> Told:
        match occurrence.mention.kind:
            case "country":
                return self._country(occurrence.mention.id)
            case "date":
                return self._date(occurrence)
            case _:
                return _act(occurrence)

    def _country(self, code: str) -> Told:
        written = (item.summary for item in self.findings.site.knowledge.introductions if item.code == code)
        region = regions.home_of(countries.table()[code])
        return countries.name(code), say("cards.country"), next(written, "") or (region.name if region else "")

    def _date(self, occurrence: Occurrence) -> Told:
        """A date with the event it is of, or with who must act by then."""
        name = moment_id(occurrence)
        who = self.actors.get(name)
        about = self.events.get(name, "") or (say("cards.by_whom", who=who) if who else "")
        return dutch.date(occurrence.mention.id), KINDS[self.moments[name].kind][0], about


def _cited(findings: Findings) -> dict[str, tuple[Occurrence, ...]]:
    """Where each act is cited, as the page of references counts: without the places where a document gives its own number."""
    return {f"{act.kind} {act.id}": cited for act in findings.acts if (cited := without_own_number(act).occurrences)}


def _key(mention: Mention) -> str:
    """What a thing is known by; a directive and a decision can have the same number."""
    return f"{mention.role or UNKNOWN} {mention.id}" if mention.kind == "reference" else mention.id


def _act(occurrence: Occurrence) -> Told:
    act, kind = occurrence.mention.id, occurrence.mention.role
    name, said = labels.label(act, kind), labels.described(act, kind)
    title = said.removeprefix(name).strip(" ()")
    return (said if JOINT in act else name), labels.KINDS.get(kind, labels.KINDS["other"])[0].lower(), title


def _newest(places: tuple[Occurrence, ...]) -> Occurrence:
    """The first place in the newest document; places come in order of the documents' dates, undated ones last."""
    dated = [place for place in places if place.entry.document.meta.date] or places
    return next(place for place in places if place.entry is dated[-1].entry)


def _passage(place: Occurrence) -> dict[str, str]:
    """A passage as a card shows it: document and section, its sentence so far as it fits, and its address."""
    first, last = place.sentence
    facts, section = place.entry.document.meta, where(place)
    return {
        "waar": f"{facts.short_title}, {section}" if section else facts.short_title,
        "tekst": shortened(place.part.text[first:last]),
        "url": place.url,
    }
