"""What a search can find: a record for each paragraph, note and heading of the documents, and for each page about one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby
from typing import Final

from generator.citations.labels import label
from generator.dossier.addresses import (
    AMOUNTS,
    COMMITMENTS,
    DEADLINES,
    REFERENCES,
    TIMELINE,
    country_url,
    event_url,
    reference_url,
    region_url,
    term_url,
    theme_url,
)
from generator.dossier.chapters import Chapter
from generator.dossier.findings import Findings
from generator.dossier.gathered.acts import CitedAct
from generator.dossier.gathered.countries import NamedCountry, NamedRegion
from generator.dossier.index import Entry, Site
from generator.language import countries, dutch, edtf
from generator.model import Block, Event, Mention, Part, Term
from generator.words import say

_TAG: Final = re.compile(r"<[^<>]*>")
"""In HTML that was sanitised, where no attribute holds a "<" or ">"."""

_NAMING: Final = frozenset({"country", "term", "reference"})
"""Mentions by which one thing is found under all its names."""

_LEADING: Final = 2
"""Blocks before an enumeration that lead to it: the sentence with the colon, and the paragraph before that."""

_BETWEEN: Final = " | "
"""Between the cells of a row."""


@dataclass(frozen=True, slots=True)
class NameRange:
    """A range of a record's text that names the thing whose record has this key."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What a record says of its text: its kind, the heading above it, its chapter, and the keys of the enumeration it belongs to."""

    kind: str
    title: str
    chapter: str
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordDocument:
    """The document that a record belongs to."""

    url: str
    title: str
    date: str
    language: str

    @property
    def year(self) -> str:
        """The year in which its date begins; empty if it has none."""
        return str(edtf.parse(self.date).year) if self.date else ""


@dataclass(frozen=True, slots=True)
class Record:
    """Something that a search can find. `home` is the document it belongs to, None for pages of the site itself.

    `key` and `names` belong to a record about one thing: what mentions call it, and everything it is called.
    `numbers` are numbers of acts by which it is found however they are spelled. `defines` are keys of what the text explains;
    `context` of what the enumeration is about that it belongs to; `successors` of what has taken the place of the thing.
    """

    url: str
    kind: str
    title: str
    text: str
    chapter: str = ""
    language: str = "nl"
    home: RecordDocument | None = None
    key: str = ""
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    named: tuple[NameRange, ...] = ()
    context: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    amounts: bool = False
    dates: bool = False
    defines: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


_SECTIONS: Final = (
    (TIMELINE, say("search_records.timeline"), say("search_records.timeline_summary")),
    (DEADLINES, say("search_records.deadlines"), say("search_records.deadlines_summary")),
    (REFERENCES, say("search_records.references"), say("search_records.references_summary")),
    (COMMITMENTS, say("search_records.commitments"), say("search_records.commitments_summary")),
    (AMOUNTS, say("search_records.amounts"), say("search_records.amounts_summary")),
)
"""Pages that are lists: what is in them is found by itself, and the list by its name."""


def records(findings: Findings) -> tuple[Record, ...]:
    """The pages about one thing, then the documents, the newest first, each in reading order."""
    return (*things(findings), *(record for entry in findings.site.entries for record in texts(findings.site, entry)))


def things(findings: Findings) -> Iterator[Record]:
    """The pages and places that are about one thing."""
    site = findings.site
    yield from (Record(url, "pagina", title, said, names=(title,)) for url, title, said in _SECTIONS)
    yield from (_term(term, site.terms) for term in site.knowledge.terms)
    written = {item.code: _plain(item.html) for item in site.knowledge.introductions}
    yield from (_country(one, written.get(one.country.code, "")) for one in findings.countries)
    yield from (_region(one) for one in findings.regions)
    yield from (_event(event) for event in site.knowledge.events)
    yield from (
        Record(
            theme_url(one.theme.id),
            "onderwerp",
            one.theme.name,
            f"{say('kinds.passages', count=len(one.passages))}.",
            say("search_records.themes"),
            names=(one.theme.name,),
        )
        for one in findings.themes
    )
    yield from (_act(act) for act in findings.acts if not act.entry and not act.members)


def texts(site: Site, entry: Entry) -> Iterator[Record]:
    """What a document holds: itself, and every heading, paragraph, item and footnote with text."""
    facts = entry.document.meta
    own = [act for act, home in site.own_numbers.items() if home is entry]
    number = facts.number or ""
    yield Record(
        entry.url,
        "document",
        facts.title,
        facts.title,
        language=facts.language,
        home=_home(entry),
        key=f"reference:{own[0]}" if own else "",
        names=tuple(dict.fromkeys((facts.short_title, _undated(facts.short_title), facts.title))),
        numbers=tuple(filter(None, (number, facts.celex or "", *own))),
    )
    defined = _defined(site, entry)
    for chapter in entry.chapters:
        yield from _chapter(entry, chapter, defined)


def _chapter(entry: Entry, chapter: Chapter, defined: Mapping[str, tuple[str, ...]]) -> Iterator[Record]:
    heading = chapter.title
    about = _about(chapter.blocks)
    for block in chapter.blocks:
        if block.type == "heading":
            heading = entry.title_of(block)
        kind = {"heading": "kop", "table": "tabel"}.get(block.type, "alinea")
        for parts in _rows(block):
            yield from _text(entry, parts, RecordFacts(kind, heading, chapter.title, about.get(block.id, ())), defined)
    for note in chapter.notes:
        yield from _text(entry, (note,), RecordFacts("voetnoot", say("search_records.note", number=note.number), chapter.title), defined)


def _about(blocks: Sequence[Block]) -> Mapping[str, tuple[str, ...]]:
    """What the items of each enumeration are about: the countries that more than one part of it names, the words before it included.

    "The EU has a package for Libya. It holds: - financial support: …; - technical assistance to Libya" is about Libya in each item.
    """
    found: dict[str, tuple[str, ...]] = {}
    for listed, group in groupby(enumerate(blocks), key=lambda pair: pair[1].type == "list_item"):
        places, items = zip(*group, strict=True)
        if listed:
            before = [block for block in blocks[max(0, places[0] - _LEADING) : places[0]] if block.type != "heading"]
            about = _shared((*before, *items))
            found |= {block.id: about for block in items}
    return found


def _shared(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The countries that more than one block names."""
    named = Counter(one for block in blocks for one in {mention.id for mention in block.mentions if mention.kind == "country"})
    return tuple(sorted(_key("country", one) for one, times in named.items() if times > 1))


def _rows(block: Block) -> Iterator[tuple[Part, ...]]:
    """What is found together: a block by itself, of a table each row."""
    if block.type != "table":
        yield (block,)
        return
    own = {cell.id for row in block.rows for cell in row}
    yield tuple(cell for cell in block.cells if cell.id not in own)
    yield from block.rows


def _text(entry: Entry, parts: tuple[Part, ...], told: RecordFacts, defined: Mapping[str, tuple[str, ...]]) -> Iterator[Record]:
    """A record for parts that are found together, at the first of them; none where there is no text."""
    parts = tuple(part for part in parts if part.text)
    if not parts:
        return
    text, mentions = _together(parts)
    kinds = {mention.kind for mention in mentions}
    yield Record(
        entry.url_of(parts[0]),
        told.kind,
        told.title,
        text,
        told.chapter,
        entry.document.meta.language,
        _home(entry),
        named=_named(mentions),
        context=told.context,
        places=tuple(dict.fromkeys(one.id for one in mentions if one.kind == "country")),
        amounts="amount" in kinds,
        dates="date" in kinds,
        defines=tuple(key for part in parts for key in defined.get(part.anchor, ())),
    )


def _together(parts: Iterable[Part]) -> tuple[str, list[Mention]]:
    """The text of several parts as one, and their mentions at their places in it."""
    mentions: list[Mention] = []
    text = ""
    for part in parts:
        text += _BETWEEN if text else ""
        mentions += (replace(mention, offset=mention.offset + len(text)) for mention in part.mentions)
        text += part.text
    return text, mentions


def _named(mentions: Iterable[Mention]) -> tuple[NameRange, ...]:
    """What mentions name, with the range of their words."""
    return tuple(NameRange(_key(one.kind, one.id), one.offset, one.offset + one.length) for one in mentions if one.kind in _NAMING)


def _home(entry: Entry) -> RecordDocument:
    facts = entry.document.meta
    return RecordDocument(entry.url, facts.short_title, facts.date or "", facts.language)


def _key(kind: str, identity: str) -> str:
    return f"{kind}:{identity}"


def _defined(site: Site, entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """By place in a document, what contributors quote it for: there it is said what a term is."""
    found: dict[str, list[str]] = {}
    for term in site.knowledge.terms:
        for evidence in term.evidence:
            if evidence.document == entry.document.meta.id:
                found.setdefault(evidence.paragraph, []).append(_key("term", term.id))
    return {place: tuple(keys) for place, keys in found.items()}


def _term(term: Term, terms: Mapping[str, Term]) -> Record:
    senses = [sense.expansion for sense in term.senses if sense.expansion not in term.not_in]
    names = (term.term, *senses, *term.aliases, *term.forms, *(form for _, form in term.translations))
    return Record(
        term_url(term.id),
        "begrip",
        _title(term),
        _plain(term.html),
        say("search_records.terms"),
        key=_key("term", term.id),
        names=tuple(dict.fromkeys(names)),
        successors=tuple(_key("term", other) for other in term.see_also if other in terms and _succeeds(terms[other], term)),
    )


def _succeeds(later: Term, earlier: Term) -> bool:
    """Whether one body took the place of another: they name each other, and one begins in the year in which the other ends."""
    ends = {sense.end[:4] for sense in earlier.senses if sense.end}
    starts = {sense.start[:4] for sense in later.senses[:1] if sense.start}
    return earlier.kind == later.kind and earlier.id in later.see_also and bool(ends & starts)


def _title(term: Term) -> str:
    expansion = term.senses[0].expansion
    return f"{term.term}: {expansion}" if expansion.casefold() != term.term.casefold() else term.term


def _country(met: NamedCountry, written: str) -> Record:
    country = met.country
    said = say(
        "search_records.in_documents",
        mentions=dutch.count(len(met.occurrences), "vermelding", "vermeldingen"),
        documents=say("kinds.documents", count=met.documents),
    )
    forms = (form.text for form in countries.forms("nl") if form.codes[:1] == (country.code,))
    return Record(
        country_url(country.code),
        "land",
        country.name,
        f"{said} {written}".strip(),
        say("search_records.countries"),
        key=_key("country", country.code),
        names=tuple(dict.fromkeys((country.name, *forms))),
    )


def _region(one: NamedRegion) -> Record:
    named = ", ".join(countries.name(met.country.code) for met in one.named)
    counted = f"{say('kinds.passages', count=len(one.passages))}." if one.passages else ""
    said = say("search_records.members_of_region", counted=counted, named=named) if named else counted
    names = tuple(dict.fromkeys((one.region.name, *one.region.forms)))
    return Record(region_url(one.region.id), "gebied", one.region.name, said.strip(), say("search_records.countries"), names=names)


def _event(event: Event) -> Record:
    said = f"{dutch.date(event.date)}. {_plain(event.html)}"
    return Record(event_url(event.id), "gebeurtenis", event.name, said, say("search_records.timeline"), names=(event.name, *event.phrases))


def _act(act: CitedAct) -> Record:
    title = act.identity.title or ""
    name = label(act.id, act.kind)
    printed = dict.fromkeys(place.words for place in act.occurrences if place.mention.id == act.id)
    said = say("search_records.cited_on", places=dutch.count(len(act.occurrences), "plaats", "plaatsen"))
    return Record(
        reference_url(act.id, act.kind),
        "besluit",
        f"{name}: {title}" if title and title != name else name,
        said,
        say("search_records.references"),
        key=_key("reference", act.id),
        names=tuple(dict.fromkeys(filter(None, (title, _undated(title), *(words for words in printed if not _numbered(words)))))),
        numbers=tuple(dict.fromkeys(filter(None, (act.id, name, act.identity.celex or "")))),
    )


def _numbered(words: str) -> bool:
    return any(map(str.isdigit, words))


_YEAR: Final = re.compile(r"(?<!\s)\s*+\(\d{4}(?:-\d{4})?\)$")


def _undated(title: str) -> str:
    """`Eurodac-verordening (2013)` is looked for without its year."""
    return _YEAR.sub("", title)


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def languages(found: Iterable[Record]) -> tuple[str, ...]:
    """The languages of the records, in order of the alphabet."""
    return tuple(sorted({record.language for record in found}))
