"""The register of commitments: who undertakes what, who is asked to do what, and what is planned, by document in order of date."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Final

from generator.dossier.addresses import COMMITMENTS, COMMITMENTS_FEED, COMMITMENTS_TABLE, DEADLINES, country_url, relative
from generator.dossier.findings import Findings
from generator.dossier.gathered.commitments import Commitment, later
from generator.dossier.index import Site
from generator.dossier.related import Relation
from generator.language import countries, dutch
from generator.model import Outcome, Page
from generator.output.markdown import anchor, description_list, heading, page, tag, text
from generator.pages.commitments.commitment_choices import Subjects, choices, deadline_years, document_of, subjects_of
from generator.pages.commitments.commitment_words import KINDS, NO_ACTOR, STATUS_IDS, STATUSES, head, label, place_of, who_of, words
from generator.pages.parts.choices import panel
from generator.pages.parts.downloads import downloads, table_links
from generator.pages.quotations.evidence import quotations
from generator.pages.quotations.passages import place
from generator.pages.quotations.related import shortened
from generator.words import say

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
    yield description_list(((name, text(said)) for name, said in KINDS.values()), "soorten-uitleg")
    yield _downloads()
    yield panel(_LIST, say("commitments.choices"), choices(findings), "toezegging", "toezeggingen")
    subjects = subjects_of(findings)
    yield tag("div", "".join(_document(findings, tuple(own), subjects) for _, own in groupby(found, key=document_of)), id=_LIST)
    yield _method()


def _intro(site: Site, found: tuple[Commitment, ...]) -> str:
    documents = dutch.count(len(site.entries), say("commitments.document_says"), say("commitments.documents_say"))
    said = say(
        "commitments.intro_counts",
        documents=documents.capitalize(),
        times=dutch.count(len(found), "keer", "keer"),
    )
    said += say("commitments.intro_places")
    said += say(
        "commitments.intro_deadlines",
        times=dutch.count(sum(item.deadline is not None for item in found), "keer", "keer").capitalize(),
    )
    return text(said) + anchor(say("commitments.by_deadline"), relative(COMMITMENTS, DEADLINES)) + "."


def _downloads() -> str:
    offered = (
        *table_links(COMMITMENTS_TABLE),
        (COMMITMENTS_FEED, say("commitments.feed_atom")),
        ("data/commitments.json", say("commitments.data_json")),
    )
    return downloads(COMMITMENTS, offered, say("commitments.download_all"))


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
    listed = tag("ol", "".join(_item(findings, item, subjects.get(item.place, ())) for item in own), class_="toezeggingen", role="list")
    return tag("details", tag("summary", who + _amount(own)) + listed, class_="toezeggingen__groep", data_groep=True)


def _amount(own: Collection[Commitment]) -> str:
    """How many there are; the script that works the choices writes how many are left (assets/js/keuze.js)."""
    return " " + tag("span", dutch.number(len(own)), class_="aantal")


def _item(findings: Findings, item: Commitment, subjects: tuple[str, ...]) -> str:
    return tag(
        "li",
        head(item) + tag("p", words(findings.site, COMMITMENTS, item), class_="toezegging__woorden") + _foot(item) + _later(findings, item),
        id=item.id,
        class_=f"toezegging toezegging--{item.kind}",
        data_wie=" ".join(item.actors) or NO_ACTOR,
        data_soort=KINDS[item.kind][0],
        data_document=item.entry.document.meta.id,
        data_onderwerp=" ".join(subjects) or None,
        data_stand=STATUS_IDS[item.outcome.status] if item.outcome else None,
        data_land=" ".join(item.named("country")) or None,
        data_termijn=" ".join(deadline_years(item)) or None,
    )


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
    found = quotations(site, COMMITMENTS, outcome.evidence)
    quotes = "".join(tag("li", words + text(f" ({entry.document.meta.short_title})")) for _, entry, words in found)
    return tag("div", tag("p", "Later: " + status) + outcome.html + tag("ul", quotes, role="list"), class_="toezegging__later")


def _proposal(relation: Relation) -> str:
    passage = relation.passage
    way = anchor(
        text(f"{passage.entry.document.meta.short_title}: {place(passage.entry, passage.part)}"), relative(COMMITMENTS, passage.url)
    )
    return tag("li", tag("p", way, class_="verwant__waar") + tag("p", text(shortened(passage.part.text)), class_="verwant__woorden"))


def _method() -> str:
    said = say("commitments.method")
    return tag("h2", say("commitments.method_title"), id="werkwijze") + "\n\n" + tag("p", text(said))
