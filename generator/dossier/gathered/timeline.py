"""The timeline: every date of every document with what is said about it, and the events that contributors named.

Guarantee: each moment keeps the words of its sentence; a title is cut from that sentence and never written anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from textwrap import shorten
from typing import Final, Literal, TypeAlias, get_args

from generator.dossier.addresses import event_url
from generator.dossier.index import Entry, Occurrence, Site, moment_id, moment_url
from generator.inputs.contributions.events import is_about
from generator.language import edtf
from generator.model import Event, Evidence

MomentKind: TypeAlias = Literal["event", "deadline", "period", "reference", "statistic", "publication"]
KINDS: Final[tuple[MomentKind, ...]] = get_args(MomentKind)
MINOR: Final = frozenset({"reference", "statistic"})
"""Kinds that the timeline shows when asked for: they date papers and figures, and tell nothing that happened."""

_LONGEST: Final = 90
"""Characters of a title: a line on a wide screen."""

_HELD: Final = _LONGEST - 4
"""Characters of a title without the dots and blanks at its ends."""

_ROOM: Final = 25
"""A title that is shorter by this much than it may be is filled up with the words before its clause: two or three words."""

_BREAK: Final = re.compile(r"[,;:]\s|\s[–—-]\s|\s?[()]\s?")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a document: what it is, when, and what its sentence says."""

    occurrence: Occurrence
    kind: MomentKind
    title: str
    countries: tuple[str, ...]
    terms: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its name, made of the document, the part and the offset of its words, which stays as long as these do."""
        return moment_id(self.occurrence)

    @property
    def url(self) -> str:
        """Its place on the timeline."""
        return moment_url(self.occurrence)

    @property
    def date(self) -> str:
        """The date in EDTF."""
        return self.occurrence.mention.id

    @property
    def place(self) -> tuple[str, str]:
        """Its document, and its paragraph or footnote, by their ids."""
        return self.occurrence.entry.document.meta.id, self.occurrence.part.anchor

    @property
    def span(self) -> edtf.Date:
        """The days of the date."""
        return edtf.parse(self.date)

    @property
    def clause(self) -> tuple[int, int]:
        """The range of the words of its title, in characters of the part's text."""
        start, length = self.occurrence.mention.offset, self.occurrence.mention.length
        return clause(self.occurrence.part.text, self.occurrence.sentence, (start, start + length))

    @property
    def sentence(self) -> str:
        """The sentence, as printed."""
        return self.occurrence.part.text[slice(*self.occurrence.sentence)]


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event that contributors named, the moments that tell about it, and the quotations that do so without a date."""

    event: Event
    moments: tuple[Moment, ...]
    quotations: tuple[Evidence, ...]

    @property
    def url(self) -> str:
        """Its place on the timeline."""
        return event_url(self.event.id)

    @property
    def span(self) -> edtf.Date:
        """The days of the event."""
        return edtf.parse(self.event.date)

    @property
    def kinds(self) -> tuple[MomentKind, ...]:
        """The kinds it counts as: one event, however many dates are of that kind, and each deadline, period or figure among its dates."""
        return ("event", *(moment.kind for moment in self.moments if moment.kind != "event"))


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """The date that a document of this site bears, in EDTF, where its text does not print it: an editorial fact."""

    entry: Entry
    date: str

    @property
    def kind(self) -> MomentKind:
        """Always a publication."""
        return "publication"

    @property
    def title(self) -> str:
        """The short title of the document, cut where it is longer than titles may be."""
        return shorten(self.entry.document.meta.short_title, _LONGEST, placeholder=" …")

    @property
    def id(self) -> str:
        """Its name on the timeline, which no moment has."""
        return f"{self.entry.document.meta.id}.publicatie"

    @property
    def span(self) -> edtf.Date:
        """The days of the date."""
        return edtf.parse(self.date)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All moments, the named events and the publications, each in order of date; a moment of an event is also among the moments."""

    moments: tuple[Moment, ...]
    events: tuple[NamedEvent, ...]
    publications: tuple[PublicationDay, ...]

    @property
    def dated(self) -> tuple[Moment | PublicationDay, ...]:
        """Everything that has a date of its own, in order."""
        items: list[Moment | PublicationDay] = [*self.publications, *self.moments]
        return tuple(sorted(items, key=lambda item: item.span.order))

    @property
    def counts(self) -> Counter[tuple[int, MomentKind]]:
        """How many there are of each year and kind, for every page that shows numbers; what an event holds counts in its year.

        A date that runs over years counts in the year in which it begins.
        """
        told = self.told
        loose: list[Moment | PublicationDay] = [*self.publications, *(moment for moment in self.moments if moment.id not in told)]
        counts = Counter((item.span.year, item.kind) for item in loose)
        counts.update((event.span.year, kind) for event in self.events for kind in event.kinds)
        return counts

    @property
    def told(self) -> frozenset[str]:
        """The ids of the moments that belong to a named event."""
        return frozenset(moment.id for named_event in self.events for moment in named_event.moments)


def gather(site: Site) -> Timeline:
    """The timeline of a site."""
    moments = sorted(map(_moment, _dates(site)), key=_order)
    return Timeline(tuple(moments), tuple(_named_events(site.knowledge.events, moments)), tuple(_publications(site, moments)))


def _publications(site: Site, moments: Iterable[Moment]) -> Iterator[PublicationDay]:
    printed = {moment.place[0] for moment in moments if moment.kind == "publication"}
    for entry in reversed(site.entries):
        facts = entry.document.meta
        if facts.date and facts.id not in printed:
            yield PublicationDay(entry, facts.date)


def _named_events(events: Iterable[Event], moments: Iterable[Moment]) -> Iterator[NamedEvent]:
    """The named events in order of date; a moment that two of them could have belongs to the earlier."""
    left = tuple(moments)
    for event in sorted(events, key=lambda event: (edtf.parse(event.date).order, event.id)):
        named_event = _named_event(event, left)
        told = {moment.id for moment in named_event.moments}
        left = tuple(moment for moment in left if moment.id not in told)
        yield named_event


def _order(moment: Moment) -> tuple[object, ...]:
    """By date; the same date by document, in order of reading, which sorting keeps."""
    return moment.span.order


def _dates(site: Site) -> Iterator[Occurrence]:
    return (occurrence for occurrence in site.occurrences if occurrence.mention.kind == "date")


def _moment(occurrence: Occurrence) -> Moment:
    mention = occurrence.mention
    words = mention.offset, mention.offset + mention.length
    kinds = (kind for kind in KINDS if kind == mention.role)
    near = (occurrence.ids_in_sentence("country"), occurrence.ids_in_sentence("term"))
    return Moment(occurrence, next(kinds, "event"), title(occurrence.part.text, occurrence.sentence, words), *near)


def _named_event(event: Event, moments: Iterable[Moment]) -> NamedEvent:
    """An event with the moments that tell of it, and its quotations from paragraphs where none of them stands."""
    told = tuple(moment for moment in moments if is_about(event, *moment.place, moment.sentence, moment.occurrence.mention))
    dated = {moment.place for moment in told}
    return NamedEvent(event, told, tuple(item for item in event.evidence if (item.document, item.paragraph) not in dated))


def title(text: str, sentence: tuple[int, int], words: tuple[int, int]) -> str:
    """A title of `_LONGEST` characters at most for a date: the words of its sentence around it, cut at words; "…" stands for what was left out."""
    (start, end), (first, last) = sentence, clause(text, sentence, words)
    before = "… " if _has_words(text[start:first]) else ""
    after = " …" if _has_words(text[last:end]) else ""
    return f"{before}{_tidy(text[first:last])}{after}"


def clause(text: str, sentence: tuple[int, int], words: tuple[int, int]) -> tuple[int, int]:
    """The range of a sentence that its title is made of: the clause of the date, with as many clauses around it as a title holds."""
    start, end = sentence
    if end - start <= _LONGEST:
        return sentence
    first, last = _clauses(text, sentence, words)
    if last - first > _HELD:
        return _window(text, first, last, words)
    return (_back(text, start, last), last) if last - first < _LONGEST - _ROOM else (first, last)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _tidy(words: str) -> str:
    """Without the signs at its ends that belong to what was cut off."""
    words = words.strip(" ,;:").removesuffix(".").rstrip(" ([“")
    return words.rstrip(" )") if words.count(")") > words.count("(") else words


def _clauses(text: str, sentence: tuple[int, int], words: tuple[int, int]) -> tuple[int, int]:
    """The clause of the date, with the clauses after it and then before it as far as a title holds them."""
    start, end = sentence
    breaks = [match.end() for match in _BREAK.finditer(text, start, end) if match.end() <= words[0] or match.start() >= words[1]]
    parts = list(pairwise([start, *breaks, end]))
    here = next(place for place, (_, after) in enumerate(parts) if words[0] < after)
    first = last = here
    while last + 1 < len(parts) and parts[last + 1][1] - parts[first][0] <= _HELD:
        last += 1
    while first and parts[last][1] - parts[first - 1][0] <= _HELD:
        first -= 1
    return parts[first][0], parts[last][1]


def _window(text: str, first: int, last: int, words: tuple[int, int]) -> tuple[int, int]:
    """As much of a long clause as a title holds: from its start where that leaves the date in, else around the date."""
    if words[1] - first <= _HELD:
        return first, _cut(text, first, first + _HELD, last)
    begin = words[1] - _HELD * 2 // 3
    begin = text.find(" ", begin - 1, words[0]) + 1 or words[0]
    return begin, _cut(text, begin, begin + _HELD, last)


def _cut(text: str, first: int, wanted: int, last: int) -> int:
    """The end of the last whole word before an offset."""
    if wanted >= last:
        return last
    blank = text.rfind(" ", first, wanted + 1)
    return blank if blank > first else wanted


def _back(text: str, start: int, last: int) -> int:
    """The start of the earliest word from which a title still holds everything up to an offset."""
    earliest = last - _HELD
    if earliest <= start:
        return start
    return text.find(" ", earliest - 1) + 1
