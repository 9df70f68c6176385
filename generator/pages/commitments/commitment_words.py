"""A commitment in words: its actors, kind, deadline and place, and its own words with their links; what the pages that show some share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.dossier.addresses import relative
from generator.dossier.clauses.verbs import ClauseKind
from generator.dossier.gathered.commitments import Commitment
from generator.dossier.index import Site
from generator.language import actors
from generator.model import OutcomeStatus
from generator.output.markdown import anchor, tag, text
from generator.output.marks import MarkedRange, render
from generator.pages.dates import moments
from generator.pages.quotations.passages import place
from generator.pages.quotations.term_links import TermLinks
from generator.words import say

KINDS: Final[dict[ClauseKind, tuple[str, str]]] = {
    "undertakes": ("toegezegd", say("commitments.undertakes")),
    "asked": ("gevraagd", say("commitments.asked")),
    "planned": ("gepland", say("commitments.planned")),
}
"""The kinds, each with how the site calls it and what that means."""

NOBODY: Final = say("commitments.unsaid")

STATUSES: Final[dict[OutcomeStatus, str]] = {
    "done": "uitgevoerd",
    "in progress": "deels",
    "repeated": "herhaald",
    "changed": "gewijzigd",
    "dropped": say("commitments.dropped"),
}
"""What became of a commitment, as contributors found, in order from done to dropped."""

STATUS_IDS: Final = {status: said.replace(" ", "-") for status, said in STATUSES.items()}

NO_ACTOR: Final = "niemand"
"""What stands in the address for a commitment without an actor."""


def label(actor: str) -> str:
    """The name of an actor where it stands alone, and the words for a text that names none."""
    said = NOBODY if actor == NO_ACTOR else actors.label(actor)
    return said[:1].upper() + said[1:]


def listed(site: Site, at: str, found: Iterable[Commitment]) -> str:
    """Commitments as a list for another page: who, its words, and where it stands."""
    items = (
        tag(
            "li",
            head(item)
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


def head(item: Commitment) -> str:
    """The first line of a commitment: who, of what kind, and by when."""
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
    marks = [MarkedRange(start, last, lambda content: tag("mark", content)) for start, last in taken]
    marks += TermLinks(site, at).marks(item.entry, item.part, taken, (item.start, end))
    said = render(item.text, ([replace(mark, start=mark.start - item.start, end=mark.end - item.start) for mark in marks],))
    return said if item.opens else f"… {said}"


def place_of(item: Commitment) -> str:
    """Where it stands, in words: footnote, chapter, heading."""
    return place(item.entry, item.part)
