"""The register of commitments: who undertakes what, who is asked to do what, and what is planned, by document in order of date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final, TypeAlias

from generator.dossier.addresses import COMMITMENTS, COMMITMENTS_FEED, COMMITMENTS_TABLE, DEADLINES, country_url, relative
from generator.dossier.clauses.verbs import ClauseKind
from generator.dossier.findings import Findings
from generator.dossier.gathered.commitments import Commitment, later
from generator.dossier.index import Site
from generator.dossier.related import Place, Relation
from generator.language import actors, countries, dutch
from generator.language.edtf import parse
from generator.model import Evidence, Outcome, OutcomeStatus, Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.output.marks import Mark, render
from generator.pages.dates import moments
from generator.pages.parts.choices import Choice, counted, panel
from generator.pages.parts.downloads import downloads, table_links
from generator.pages.quotations.passages import place
from generator.pages.quotations.related import shortened
from generator.pages.quotations.term_links import TermLinks
from generator.words import say

KINDS: Final[dict[ClauseKind, tuple[str, str]]] = {
    "undertakes": ("toegezegd", say("commitments.undertakes")),
    "asked": ("gevraagd", say("commitments.asked")),
    "planned": ("gepland", say("commitments.planned")),
}
"""The kinds, each with how the site calls it and what that means."""

Subjects: TypeAlias = Mapping[Place, tuple[str, ...]]

NOBODY: Final = say("commitments.unsaid")
STATUSES: Final[dict[OutcomeStatus, str]] = {
    "done": "uitgevoerd",
    "in progress": "deels",
    "repeated": "herhaald",
    "changed": "gewijzigd",
    "dropped": say("commitments.dropped"),
}
"""What became of a commitment, as contributors found, in order from done to dropped."""

_ID: Final = {status: said.replace(" ", "-") for status, said in STATUSES.items()}
NO_ACTOR: Final = "niemand"
"""What stands in the address for a commitment without an actor."""

WITH_DEADLINE: Final = "met"
_LIST: Final = "lijst-toezeggingen"


def pages(findings: Findings) -> Iterator[Page]:
    """One page."""
    front = {
        "title": say("commitments.title"),
        "description": say("commitments.description"),
        "edit_path": False,
    }
    yield Page(f"{COMMITMENTS}index.md", page(front, _parts(findings)))


def _parts(findings: Findings) -> Iterator[str]:
    site, found = findings.site, findings.commitments
    yield heading(1, say("commitments.title"))
    if not found:
        yield tag("p", say("commitments.nothing"))
        return
    yield tag("p", _intro(site, found))
    yield tag(
        "dl", "".join(tag("div", tag("dt", text(name)) + tag("dd", text(said))) for name, said in KINDS.values()), class_="soorten-uitleg"
    )
    yield _downloads()
    yield panel(_LIST, say("commitments.choices"), _choices(findings), "toezegging", "toezeggingen")
    subjects = _subjects(findings)
    yield tag("div", "".join(_document(findings, tuple(own), subjects) for _, own in groupby(found, key=_document_of)), id=_LIST)
    yield _method()


def _subjects(findings: Findings) -> Subjects:
    """The ids of the subjects that the paragraph of a commitment is about, by its place."""
    found: dict[Place, list[str]] = {}
    for theme in findings.themes:
        for where in sorted(theme.places):
            found.setdefault(where, []).append(theme.theme.id)
    return {where: tuple(names) for where, names in found.items()}


def _place(item: Commitment) -> Place:
    return item.entry.document.meta.id, item.part.anchor


def _document_of(item: Commitment) -> str:
    return item.entry.document.meta.id


def _intro(site: Site, found: tuple[Commitment, ...]) -> str:
    documents = dutch.count(len(site.entries), say("commitments.document_says"), say("commitments.documents_say"))
    said = say(
        "commitments.intro_counts",
        capitalize=documents.capitalize(),
        count_=dutch.count(len(found), "keer", "keer"),
    )
    said += say("commitments.intro_places")
    said += say(
        "commitments.intro_deadlines",
        capitalize=dutch.count(sum(item.deadline is not None for item in found), "keer", "keer").capitalize(),
    )
    return text(said) + anchor(say("commitments.by_deadline"), relative(COMMITMENTS, DEADLINES)) + "."


def _downloads() -> str:
    offered = (
        *table_links(COMMITMENTS_TABLE),
        (COMMITMENTS_FEED, say("commitments.feed_atom")),
        ("data/commitments.json", say("commitments.data_json")),
    )
    return downloads(COMMITMENTS, offered, say("commitments.download_all"))


def _choices(findings: Findings) -> Iterator[Choice]:
    site, found = findings.site, findings.commitments
    yield Choice("wie", say("commitments.who"), _counted(found, lambda item: item.actors or (NO_ACTOR,), label))
    kinds = Counter(item.kind for item in found)
    yield Choice(
        "soort", say("commitments.kind"), tuple((name, counted(name, kinds[kind])) for kind, (name, _) in KINDS.items() if kinds[kind])
    )
    yield Choice("document", say("commitments.document"), by_document(site, map(_document_of, found)))
    subjects = _subjects(findings)
    names = {theme.theme.id: theme.theme.name for theme in findings.themes}
    yield Choice(
        "onderwerp", say("commitments.theme"), _counted(found, lambda item: subjects.get(_place(item), ()), lambda name: names[name])
    )
    yield Choice("land", say("commitments.country"), _counted(found, lambda item: item.named("country"), countries.name))
    yield Choice("termijn", say("commitments.deadline"), _deadline_options(found))
    stands = Counter(item.outcome.status for item in found if item.outcome)
    yield Choice(
        "stand",
        say("commitments.state"),
        tuple((_ID[status], counted(said, stands[status])) for status, said in STATUSES.items() if stands[status]),
    )


def by_document(site: Site, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The options of document, the oldest first, each with its number; none where there is no more than one."""
    counts = Counter(names)
    own = [entry.document.meta for entry in site.oldest_first if counts[entry.document.meta.id]]
    return tuple((facts.id, counted(facts.short_title, counts[facts.id])) for facts in own) if len(own) > 1 else ()


def _counted(
    found: Iterable[Commitment], names: Callable[[Commitment], Iterable[str]], name_of: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    """The options that the items have, by their words, each with its number."""
    counts = Counter(name for item in found for name in names(item))
    return tuple((name, counted(name_of(name), counts[name])) for name in sorted(counts, key=lambda name: name_of(name).casefold()))


def label(actor: str) -> str:
    """How an actor is called where it stands alone; also what is said where the text names none."""
    said = NOBODY if actor == NO_ACTOR else actors.label(actor)
    return said[:1].upper() + said[1:]


def _deadline_options(found: Iterable[Commitment]) -> tuple[tuple[str, str], ...]:
    counts = Counter(year for item in found for year in deadline_years(item))
    if not counts:
        return ()
    years = sorted(year for year in counts if year != WITH_DEADLINE)
    return (
        (WITH_DEADLINE, counted(say("commitments.with_deadline"), counts[WITH_DEADLINE])),
        *((year, counted(year, counts[year])) for year in years),
    )


def deadline_years(item: Commitment) -> tuple[str, ...]:
    """The year of the last day of a deadline, behind the word for any; nothing where there is none."""
    if item.deadline is None:
        return ()
    span = parse(item.deadline.mention.id)
    return (WITH_DEADLINE, str(span.year if span.is_open else span.last_year))


def _document(findings: Findings, own: tuple[Commitment, ...], subjects: Subjects) -> str:
    """What one document says, folded by who must act; those with most first, what names nobody last."""
    entry = own[0].entry
    facts = entry.document.meta
    when = tag("span", text(dutch.date(facts.date)), class_="wanneer") + " " if facts.date else ""
    title = tag(
        "h2",
        when + anchor(text(facts.short_title), relative(COMMITMENTS, entry.url)) + _amount(own),
        id=f"van-{facts.id}",
        class_="toezeggingen__document",
    )
    by_actor: dict[tuple[str, ...], list[Commitment]] = {}
    for item in own:
        by_actor.setdefault(tuple(sorted(item.actors)), []).append(item)
    groups = sorted(by_actor.values(), key=lambda group: (not group[0].actors, -len(group)))
    return tag("section", title + "".join(_by_actor(findings, group, subjects) for group in groups), data_groep=True)


def _by_actor(findings: Findings, own: list[Commitment], subjects: Subjects) -> str:
    who = tag("span", text(who_of(own[0]) or label(NO_ACTOR)), class_="wat")
    listed = tag("ol", "".join(_item(findings, item, subjects.get(_place(item), ())) for item in own), class_="toezeggingen", role="list")
    return tag("details", tag("summary", who + _amount(own)) + listed, class_="toezeggingen__groep", data_groep=True)


def _amount(own: Collection[Commitment]) -> str:
    """How many there are; the script that works the choices writes how many are left (assets/js/keuze.js)."""
    return " " + tag("span", dutch.number(len(own)), class_="aantal")


def _item(findings: Findings, item: Commitment, subjects: tuple[str, ...]) -> str:
    return tag(
        "li",
        _head(item)
        + tag("p", words(findings.site, COMMITMENTS, item), class_="toezegging__woorden")
        + _foot(item)
        + _later(findings, item),
        id=item.id,
        class_=f"toezegging toezegging--{item.kind}",
        data_wie=" ".join(item.actors) or NO_ACTOR,
        data_soort=KINDS[item.kind][0],
        data_document=item.entry.document.meta.id,
        data_onderwerp=" ".join(subjects) or None,
        data_stand=_ID[item.outcome.status] if item.outcome else None,
        data_land=" ".join(item.named("country")) or None,
        data_termijn=" ".join(deadline_years(item)) or None,
    )


def listed(site: Site, at: str, found: Iterable[Commitment]) -> str:
    """Commitments as a list for another page: who, its words, and where it stands."""
    items = (
        tag(
            "li",
            _head(item)
            + tag("p", words(site, at, item), class_="toezegging__woorden")
            + tag("p", _source(at, item), class_="toezegging__waar"),
            class_=f"toezegging toezegging--{item.kind}",
        )
        for item in found
    )
    return tag("ol", "".join(items), class_="toezeggingen", role="list")


def _source(at: str, item: Commitment) -> str:
    document = anchor(text(item.entry.document.meta.short_title), relative(at, item.entry.url))
    return document + ", " + anchor(text(place_of(item)), relative(at, item.url))


def _head(item: Commitment) -> str:
    who = (
        tag("span", text(who_of(item)), class_="toezegging__wie")
        if item.actors
        else tag("span", say("commitments.who_unsaid"), class_="toezegging__wie niemand")
    )
    kind = tag("span", text(KINDS[item.kind][0]), class_="soort")
    deadline = tag("span", "termijn: " + moments.when(item.deadline.mention.id), class_="toezegging__termijn") if item.deadline else ""
    return tag("p", " ".join(part for part in (who, kind, deadline) if part), class_="toezegging__kop")


def who_of(item: Commitment) -> str:
    """The actors in words; empty where the text names none."""
    return ", ".join(map(label, item.actors))


def words(site: Site, at: str, item: Commitment) -> str:
    """The words of a commitment for a page: its deadline marked, its terms as links."""
    end = item.start + len(item.text)
    date = item.deadline.mention if item.deadline else None
    taken = [(date.offset, date.offset + date.length)] if date else []
    marks = [Mark(start, last, lambda content: tag("mark", content)) for start, last in taken]
    marks += TermLinks(site, at).marks(item.entry, item.part, taken, (item.start, end))
    said = render(item.text, ([replace(mark, start=mark.start - item.start, end=mark.end - item.start) for mark in marks],))
    return said if item.opens else f"… {said}"


def place_of(item: Commitment) -> str:
    """Where it stands, in words: footnote, chapter, heading."""
    return place(item.entry, item.part)


def _foot(item: Commitment) -> str:
    way = anchor(text(place_of(item)), relative(COMMITMENTS, item.url))
    lands = [anchor(text(countries.name(code)), relative(COMMITMENTS, country_url(code))) for code in item.named("country")]
    led = " " + text(say("commitments.under").format(item.lead.rstrip(":"))) if item.lead else ""
    return tag("p", way + led + "".join(tag("span", link, class_="moment__bij") for link in lands), class_="toezegging__waar")


def _later(findings: Findings, item: Commitment) -> str:
    """What later documents say: what contributors found, and what the computer proposes."""
    confirmed = _outcome(findings.site, item.outcome) if item.outcome else ""
    proposed = "".join(_proposal(relation) for relation in later(item, findings.related))
    if proposed:
        listed = tag("ul", proposed, role="list")
        proposed = tag(
            "details",
            tag("summary", say("commitments.later_documents")) + tag("p", _UNCHECKED, class_="verwant__uitleg") + listed,
            class_="verwant",
        )
    return confirmed + proposed


_UNCHECKED: Final = say("commitments.found_by_computer")


def _outcome(site: Site, outcome: Outcome) -> str:
    status = tag("span", text(STATUSES[outcome.status]), class_="soort")
    quotes = "".join(_quote(site, said) for said in outcome.evidence)
    return tag("div", tag("p", "Later: " + status) + outcome.html + tag("ul", quotes, role="list"), class_="toezegging__later")


def _quote(site: Site, said: Evidence) -> str:
    entry = site.by_id.get(said.document)
    url = entry.target(said.paragraph) if entry else None
    if entry is None or url is None:
        return ""
    words = anchor(text(f"“{' '.join(said.quote.split())}”"), relative(COMMITMENTS, url))
    return tag("li", words + text(f" ({entry.document.meta.short_title})"))


def _proposal(relation: Relation) -> str:
    passage = relation.passage
    way = anchor(
        text(f"{passage.entry.document.meta.short_title}: {place(passage.entry, passage.part)}"), relative(COMMITMENTS, passage.url)
    )
    return tag("li", tag("p", way, class_="verwant__waar") + tag("p", text(shortened(passage.part.text)), class_="verwant__woorden"))


def _method() -> str:
    said = say("commitments.method")
    return tag("h2", say("commitments.method_title"), id="werkwijze") + "\n\n" + tag("p", text(said))
