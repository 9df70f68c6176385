"""The timeline: every date in order, by year, readable as it is; a script adds filters that are kept in the address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import starmap
from typing import Any, Final, TypeVar

from babel.lists import format_list

from generator.dossier.addresses import DEADLINES, TIMELINE, TIMELINE_CALENDAR, TIMELINE_TABLE, relative
from generator.dossier.findings import Findings
from generator.dossier.gathered.timeline import MINOR, Moment, MomentKind, NamedEvent, PublicationDay, Timeline
from generator.dossier.index import Entry, Site
from generator.language import countries, dutch, edtf
from generator.model import Evidence, Page
from generator.output.markdown import anchor, heading, page, script_json, tag, text, void
from generator.pages.citing import cited
from generator.pages.citing.cite_formats import CHART, charted
from generator.pages.dates import moments
from generator.pages.dates.moments import KINDS
from generator.pages.dates.year_chart import year_chart
from generator.pages.parts.downloads import downloads, table_links
from generator.pages.parts.frame import outside_sources
from generator.pages.quotations.concordance import section_name
from generator.pages.quotations.evidence import quotations
from generator.pages.quotations.meanings import full_name
from generator.settings import LANGUAGE
from generator.words import say

_Key = TypeVar("_Key", int, MomentKind)

_COUNTRY_CODE: Final = 2
"""Letters of a country's code (ISO 3166-1 alpha-2), which ids of documents and terms never are: those are in small letters."""

_NEW_EVENT: Final = say("timeline.new_event_template")


@dataclass(frozen=True, slots=True)
class _Filters:
    """What an item of the list can be chosen by: its days, the kinds it counts as, and documents, countries and terms by their ids."""

    span: edtf.Date
    kinds: tuple[MomentKind, ...]
    documents: tuple[str, ...]
    countries: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def pages(findings: Findings) -> Iterator[Page]:
    """One page, where the documents hold no date it says so; and its downloads."""
    site = findings.site
    found = findings.timeline
    parts = _parts(site, found) if found.dated or found.events else [tag("p", say("timeline.nothing"))]
    yield Page(f"{TIMELINE}index.md", page(_front(found), [heading(1, say("timeline.title")), *parts]))


def _front(found: Timeline) -> dict[str, Any]:
    return {
        "title": say("timeline.title"),
        "description": say("timeline.description"),
        "edit_path": False,
        "jsonld": _linked_data(found.events),
        "gebeurtenissen": [{"naam": h.event.name, "bestand": h.event.path} for h in found.events] or None,
        "nieuwe_gebeurtenis": {"bestand": "seeds/events/naam-van-de-gebeurtenis.md", "inhoud": _NEW_EVENT} if found.events else None,
    }


def _linked_data(events: Iterable[NamedEvent]) -> str | None:
    """The named events as schema.org sees them, as JSON for a script element."""
    graph = [
        {"@type": "Event", "@id": f"#{named_event.event.id}", "name": named_event.event.name, **_when(named_event.span)}
        for named_event in events
    ]
    data = {"@context": "https://schema.org", "@graph": graph}
    return script_json(data) if graph else None


def _when(span: edtf.Date) -> dict[str, str]:
    """The start and the end of an event, as far as schema.org can say them."""
    ends = (("startDate", span.start), ("endDate", span.end))
    return {name: point.machine for name, point in ends if point and point.machine}


def _parts(site: Site, found: Timeline) -> Iterator[str]:
    yield tag("p", _intro(site, found))
    yield _downloads()
    yield charted(year_chart(found.counts), cited.of_chart(site, say("year_chart.title"), TIMELINE, CHART))
    yield _filters(site, found)
    yield tag("p", "", class_="aantal", id="tijdlijn-stand", role="status")
    for year in _years(found):
        yield from _year(site, found, year)
    # The list of files stands behind the text, in the theme, which knows the repository.
    yield tag("div", "", id="verbeteren") if found.events else ""


def _intro(site: Site, found: Timeline) -> str:
    number = dutch.count(found.counts.total(), say("timeline.date_or_period"), say("timeline.dates_and_periods"))
    minor = sum(moment.kind in MINOR and moment.id not in found.told for moment in found.moments)
    said = text(say("timeline.intro_counts", number=number, documents=say("kinds.documents", count=len(site.entries))))
    said += text(say("timeline.intro_places"))
    said += anchor("termijnen", relative(TIMELINE, DEADLINES)) + ". "
    return said + text(say("timeline.minor_dates", number=dutch.number(minor)))


def _downloads() -> str:
    offered = (
        *table_links(TIMELINE_TABLE),
        (TIMELINE_CALENDAR, say("timeline.calendar_icalendar")),
        ("data/timeline.json", say("timeline.data_json")),
    )
    return downloads(TIMELINE, offered, say("timeline.download_all"))


def _years(found: Timeline) -> list[int]:
    return sorted({year for year, _ in found.counts})


def _filters(site: Site, found: Timeline) -> str:
    """The form that the script shows; every choice is a part of the address."""
    years = _years(found)
    used = _used(found.moments)
    lands = [name for name in used if name.isupper() and len(name) == _COUNTRY_CODE]
    fields = (
        _kinds(found),
        _choice(
            "document",
            say("timeline.document"),
            [(e.document.meta.id, e.document.meta.short_title) for e in site.entries if e.document.meta.id in used],
        ),
        _choice("land", say("timeline.country"), sorted(((code, countries.name(code)) for code in lands), key=_by_label)),
        _choice(
            "begrip",
            say("timeline.term"),
            sorted(((name, full_name(site.terms[name])) for name in used if name in site.terms), key=_by_label),
        ),
        _year_choice("van", say("timeline.from"), years),
        _year_choice("tot", say("timeline.until"), years),
        tag("button", say("timeline.clear_choices"), type="reset", class_="knop knop--klein"),
    )
    form = tag("form", "".join(fields), class_="filter filter--tijdlijn", id="tijdlijn-filter", aria_label=say("timeline.filter"))
    return tag("details", tag("summary", say("timeline.choices")) + form, class_="tijdlijn-keuze", hidden=True, open=True)


def _used(found: Iterable[Moment]) -> set[str]:
    """The ids of the documents, countries and terms that can be chosen."""
    return {name for m in found for name in (m.place[0], *m.countries, *(term for term in m.terms))}


def _by_label(option: tuple[str, str]) -> str:
    return option[1].casefold()


def _kinds(found: Timeline) -> str:
    """A box for each kind, with how many there are."""
    counts = _summed((kind, number) for (_, kind), number in found.counts.items())
    boxes = (
        tag("label", _box(one, checked=kind not in MINOR) + " " + text(f"{many} ({dutch.number(counts[kind])})"))
        for kind, (one, many) in KINDS.items()
        if counts[kind]
    )
    return tag("fieldset", tag("legend", say("timeline.kind")) + "".join(boxes))


def _summed(numbers: Iterable[tuple[_Key, int]]) -> Counter[_Key]:
    counts: Counter[_Key] = Counter()
    for key, number in numbers:
        counts[key] += number
    return counts


def _box(name: str, *, checked: bool) -> str:
    return void("input", type="checkbox", name_="soort", value=name, checked=checked)


def _choice(name: str, label: str, options: list[tuple[str, str]]) -> str:
    if not options:
        return ""
    listed = tag("option", "alle", value="") + "".join(tag("option", text(said), value=value) for value, said in options)
    return tag("label", tag("span", label) + tag("select", listed, name_=name))


def _year_choice(name: str, label: str, years: list[int]) -> str:
    return _choice(name, label, [(str(year), str(year)) for year in years])


def _year(site: Site, found: Timeline, year: int) -> Iterator[str]:
    """A year: its named events and moments in order of date, then the dates of papers and figures in a group that opens."""
    own = [moment for moment in found.moments if moment.span.year == year and moment.id not in found.told]
    events = [named_event for named_event in found.events if named_event.span.year == year]
    major = _major(found, year, events, own)
    minor = [moment for moment in own if moment.kind in MINOR]
    yield heading(2, str(year), f"jaar-{year}")
    rest = _minor(site, minor) if minor else ""
    if not major:
        yield rest
        return
    # All of them open would be a page of 50 screens; a browser opens what its search or an address leads into.
    listed = tag("ol", "".join(_item(site, item) for item in major), class_="tijdlijn")
    yield tag("details", tag("summary", _told_of(found, year, events)) + listed + rest, class_="jaar")


def _major(found: Timeline, year: int, events: list[NamedEvent], own: list[Moment]) -> list[NamedEvent | Moment | PublicationDay]:
    """What stands under a year at once, in order of date: documents of the site, named events, and dates that are no mere figures."""
    published = [publication for publication in found.publications if publication.span.year == year]
    return sorted([*published, *events, *(moment for moment in own if moment.kind not in MINOR)], key=lambda item: item.span.order)


def _told_of(found: Timeline, year: int, events: list[NamedEvent]) -> str:
    """A year in a line: how many dates of each kind it has, minor ones aside, and the names of its events."""
    counted = [
        dutch.count(found.counts[year, kind], *words) for kind, words in KINDS.items() if kind not in MINOR and found.counts[year, kind]
    ]
    names = " · ".join(named_event.event.name for named_event in events)
    said = tag("span", text(format_list(counted, locale=LANGUAGE)), class_="jaar__telling")
    return said + (" " + tag("span", text(names), class_="jaar__namen") if names else "")


def _item(site: Site, item: NamedEvent | Moment | PublicationDay) -> str:
    if isinstance(item, PublicationDay):
        return _publication(item)
    return _named_event(site, item) if isinstance(item, NamedEvent) else _moment(site, item)


def _publication(item: PublicationDay) -> str:
    """The date of a document of this site, which its text does not print."""
    facts = item.entry.document.meta
    kind = tag("span", text(KINDS["publication"][0]), class_="moment__soort")
    head = tag(
        "p",
        f"{moments.when(item.date)} {kind} " + tag("span", text(say("timeline.date_not_from_the_text")), class_="afgeleid"),
        class_="moment__wanneer",
    )
    body = tag("p", _document(item.entry), class_="moment__titel") + tag("p", text(facts.title), class_="moment__zin")
    return _listed(item.id, item.kind, head + body, _Filters(item.span, (item.kind,), (facts.id,)))


def _minor(site: Site, found: list[Moment]) -> str:
    counts = Counter(moment.kind for moment in found)
    said = " en ".join(dutch.count(counts[kind], *KINDS[kind]) for kind in KINDS if counts[kind])
    listed = tag("ol", "".join(_moment(site, moment) for moment in found), class_="tijdlijn tijdlijn--klein")
    return tag("details", tag("summary", text(said)) + listed, class_="bijzaak")


def _moment(site: Site, moment: Moment) -> str:
    kind = tag("span", text(KINDS[moment.kind][0]), class_="moment__soort")
    head = tag("p", f"{moments.when(moment.date)} {kind} {moments.note(moment)}".rstrip(), class_="moment__wanneer")
    body = tag("p", moments.sentence(TIMELINE, moment, stressed=True, site=site), class_="moment__zin")
    foot = tag(
        "p", f"{moments.source(TIMELINE, moment)} {moments.named_in_sentence(site, TIMELINE, moment)}".rstrip(), class_="moment__waar"
    )
    filters = _Filters(moment.span, (moment.kind,), (moment.place[0],), moment.countries, moment.terms)
    return _listed(moment.id, moment.kind, head + body + foot, filters)


def _named_event(site: Site, named_event: NamedEvent) -> str:
    event = named_event.event
    kind = tag("span", "gebeurtenis", class_="moment__soort")
    head = tag("p", f"{moments.when(event.date)} {kind}", class_="moment__wanneer")
    name = tag("h3", anchor(text(event.name), f"#{event.id}"), class_="moment__naam")
    told = "".join(_telling(site, moment) for moment in named_event.moments)
    told += "".join(starmap(_quotation, quotations(site, TIMELINE, named_event.quotations)))
    number = len(named_event.moments) + len(named_event.quotations)
    places = tag("summary", text(say("timeline.told_on", places=dutch.count(number, "plaats", "plaatsen")))) + tag("ul", told)
    body = tag("div", event.html + outside_sources(event.sources), class_="moment__uitleg") + tag(
        "details", places, class_="moment__plaatsen", open=True
    )
    filters = _Filters(
        named_event.span,
        named_event.kinds,
        (*(moment.place[0] for moment in named_event.moments), *(item.document for item in event.evidence)),
        tuple(code for moment in named_event.moments for code in moment.countries),
        tuple(term for moment in named_event.moments for term in moment.terms),
    )
    return _listed(event.id, "naam", head + name + body + _see_also(site, named_event), filters)


def _telling(site: Site, moment: Moment) -> str:
    """A moment among those that tell of a named event."""
    foot = tag(
        "p", f"{moments.source(TIMELINE, moment)} {moments.named_in_sentence(site, TIMELINE, moment)}".rstrip(), class_="moment__waar"
    )
    return tag("li", tag("p", moments.sentence(TIMELINE, moment, site=site), class_="moment__zin") + foot, id=moment.id)


def _quotation(item: Evidence, entry: Entry, words: str) -> str:
    """A quotation about a named event from a paragraph that does not date it."""
    place = f"voetnoot {item.paragraph[3:]}" if item.paragraph.startswith("fn:") else section_name(entry, item.paragraph)
    return tag(
        "li",
        tag("p", words, class_="moment__zin") + tag("p", _document(entry) + text(f", {place}" if place else ""), class_="moment__waar"),
    )


def _document(entry: Entry) -> str:
    return anchor(text(entry.document.meta.short_title), relative(TIMELINE, entry.url))


def _see_also(site: Site, named_event: NamedEvent) -> str:
    """Other events, and where this one can be edited: the theme knows the repository, so that list stands at the foot of the page."""
    names = {event.id: event.name for event in site.knowledge.events}
    links = [anchor(text(names[name]), f"#{name}") for name in named_event.event.see_also if name in names]
    also = say("timeline.see_also", links=", ".join(links)) if links else ""
    return tag(
        "p",
        also + anchor(say("timeline.improve"), "#verbeteren", aria_label=f"{named_event.event.name} verbeteren"),
        class_="moment__zie",
    )


def _listed(name: str, look: str, content: str, filters: _Filters) -> str:
    """An item of the list, with everything that it can be filtered by."""
    return tag(
        "li",
        content,
        id=name,
        class_=f"moment moment--{look}",
        data_soort=" ".join(KINDS[kind][0] for kind in filters.kinds),
        data_document=_each_once(filters.documents),
        data_land=_each_once(filters.countries) or None,
        data_begrip=_each_once(filters.terms) or None,
        data_van=str(filters.span.year),
        data_tot=str(filters.span.last_year),
    )


def _each_once(names: Iterable[str]) -> str:
    """Names with blanks between them, each once."""
    return " ".join(dict.fromkeys(names))
