"""Across documents: which acts are cited, where, and how each is identified."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.citations import vocabulary
from generator.citations.identity import Identity, Surroundings, by_celex, identify
from generator.citations.names import JOINT
from generator.citations.rules import kind_of
from generator.dossier.index import Entry, Occurrence, Site, mentions_within

UNKNOWN: Final = "other"
_AFTER: Final = 60
"""Characters behind a citation that can say what it is: the rest of a number, a short title in brackets. Half of it and twice as much do
as well in our documents."""


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act with every place that cites it, oldest document first.

    `entry` is the document of this site that it is; `members` are the acts that are named together in one place ("Richtlijnen 2003/9/EG en 2005/85/EG").
    """

    id: str
    kind: str
    identity: Identity
    occurrences: tuple[Occurrence, ...]
    entry: Entry | None = None
    members: tuple[str, ...] = ()

    @property
    def address(self) -> str | None:
        """Where the act can be read outside this site."""
        return self.identity.eur_lex or self.identity.web

    @property
    def unresolved(self) -> bool:
        """Whether it is not known which act is meant."""
        return self.kind == UNKNOWN and not self.members and not self.address

    @property
    def documents(self) -> tuple[tuple[Entry, tuple[Occurrence, ...]], ...]:
        """The documents that cite it, each with its places."""
        found: dict[str, list[Occurrence]] = {}
        for occurrence in self.occurrences:
            found.setdefault(occurrence.entry.url, []).append(occurrence)
        return tuple((places[0].entry, tuple(places)) for places in found.values())


def gather(site: Site) -> tuple[CitedAct, ...]:
    """All acts that are cited, by id; acts that are named together are there as one and each by itself."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for occurrence in site.occurrences:
        if occurrence.mention.kind == "reference":
            for key in _keys(occurrence):
                found.setdefault(key, []).append(occurrence)
    return tuple(_cited(site, act, kind, tuple(places)) for (act, kind), places in sorted(found.items()))


def _keys(occurrence: Occurrence) -> Iterable[tuple[str, str]]:
    mention = occurrence.mention
    yield mention.id, mention.role or UNKNOWN
    if JOINT in mention.id:
        yield from ((member, kind_of(member, UNKNOWN)) for member in mention.id.split(JOINT))


def _cited(site: Site, act: str, kind: str, places: tuple[Occurrence, ...]) -> CitedAct:
    members = tuple(act.split(JOINT)) if JOINT in act else ()
    entry = site.own(act)
    identity = Identity() if members else identify(act, kind, (_said(place) for place in places if place.mention.id == act))
    return CitedAct(act, kind, _own_identity(entry, identity) if entry else identity, places, entry, members)


def _own_identity(entry: Entry, found: Identity) -> Identity:
    """A document of this site is known by what its description says."""
    facts = entry.document.meta
    celex = facts.celex or found.celex
    return Identity(facts.short_title, celex, found.eli, by_celex(celex) if celex else found.eur_lex, found.web)


def _said(occurrence: Occurrence) -> Surroundings:
    """The words around a citation; those before it reach back to the start of its sentence, or to another document before it."""
    content, start = occurrence.part.text, occurrence.mention.offset
    end = start + occurrence.mention.length
    first = occurrence.sentence[0]
    if _is_document(occurrence.mention.role):
        before = mentions_within(occurrence.part, first, start)
        first = max((first, *(m.offset + m.length for m in before if _is_document(m.role))))
    return Surroundings(content[first:start], content[start:end], content[end : end + _AFTER])


def _is_document(kind: str) -> bool:
    return kind in vocabulary.series().values()


def without_own_number(act: CitedAct) -> CitedAct:
    """The act without the places where a document gives its own number, which cite nothing."""
    return replace(act, occurrences=tuple(place for place in act.occurrences if place.entry is not act.entry))


def cited_by(acts: Iterable[CitedAct], entry: Entry) -> tuple[CitedAct, ...]:
    """The acts that a document cites, itself left out, each with its places there alone, the most cited first."""
    found = (_within(act, entry) for act in acts if act.entry is not entry and not act.members)
    return tuple(sorted((act for act in found if act.occurrences), key=lambda act: (-len(act.occurrences), act.id)))


def _within(act: CitedAct, entry: Entry) -> CitedAct:
    places = tuple(place for place in act.occurrences if place.entry is entry)
    return replace(act, occurrences=places)


def citing(acts: Iterable[CitedAct], entry: Entry) -> tuple[tuple[Entry, tuple[Occurrence, ...]], ...]:
    """The other documents that cite a document, each with its places."""
    own = (act for act in acts if act.entry is entry)
    return tuple((other, places) for act in own for other, places in act.documents if other is not entry)
