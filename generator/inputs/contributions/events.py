"""Events that contributors gave a name: a Markdown file with front matter for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.inputs.contributions import markdown_files
from generator.inputs.contributions.markdown_files import Contribution, check_evidence, check_siblings, plain_typography
from generator.inputs.dates import check_date
from generator.language import edtf
from generator.language.sentences import sentence
from generator.language.slugs import FRAME
from generator.language.tables import schema
from generator.model import Document, Event, Mention, Problem, Severity
from generator.words import say

FOLDER: Final = "events"
_OWN_NAMES: Final = re.compile(rf"{FRAME}.*|jaar-\d+|tijdlijn(?:-.*)?|(?:gebeurtenissen-)?verbeteren")
"""Ids that the page of the timeline has of its own: the name of an event's file is its id there."""

_DATE_REMEDY: Final = say("contributions_events.date_format")


def read(folder: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The entries of a folder, in order of their file names, and what is wrong with them."""
    names = tuple(path.stem for path in markdown_files.contributed(folder))
    found, problems = markdown_files.read_sound(folder, schema("event"), lambda item: _wrong(item, names), sibling_url)
    return tuple(map(_event, found)), problems


def sibling_url(slug: str) -> str:
    """The way from one event to another: both stand on the timeline."""
    return f"#{slug}"


def _event(item: Contribution) -> Event:
    facts = item.facts
    return Event(
        id=item.slug,
        name=facts["name"],
        date=facts["date"],
        html=item.html,
        path=item.path,
        phrases=tuple(facts.get("phrases", ())),
        see_also=tuple(facts.get("see_also", ())),
        evidence=item.evidence,
        sources=item.sources,
        changes=item.changes,
        summary=item.summary,
    )


def _wrong(item: Contribution, names: tuple[str, ...]) -> Iterator[Problem]:
    """What the schema cannot tell: a date that does not exist, an event that nothing can belong to, a name that is taken or not there."""
    if _OWN_NAMES.fullmatch(item.slug):
        yield Problem(
            item.path,
            None,
            say("contributions_events.name_reserved", slug=repr(item.slug)),
            say("contributions_events.rename_file"),
        )
    date = item.facts["date"]
    yield from check_date(date, item.located, ("date",), item.path, _DATE_REMEDY)
    if edtf.is_date(date) and edtf.parse(date).is_open:
        yield Problem(
            item.path,
            item.located.line(("date",)),
            say("contributions_events.open_ended", date=repr(date)),
            _DATE_REMEDY,
        )
    if not item.facts.get("phrases") and not item.facts.get("evidence"):
        remedy = say("contributions_events.name_phrases_or_quote")
        yield Problem(item.path, 1, say("contributions_events.no_sentence_possible"), remedy)
    if not item.summary:
        yield Problem(
            item.path,
            None,
            say("contributions_events.description_missing"),
            say("contributions_events.write_description"),
        )
    yield from check_siblings(item, names, say("contributions_events.an_event"))


def check(events: tuple[Event, ...], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between the entries and the documents: quotations that are gone, and events that no date or quotation belongs to."""
    found: list[Problem] = []
    for event in events:
        found += check_evidence(event.path, event.evidence, documents)
        if not event.evidence and not any(is_about(event, *place) for place in _dates(documents)):
            remedy = say("contributions_events.change_date_or_phrases")
            found.append(Problem(event.path, None, say("contributions_events.named_nowhere"), remedy, Severity.TODO))
    return tuple(found)


def _dates(documents: Iterable[Document]) -> Iterator[tuple[str, str, str, Mention]]:
    for document in documents:
        for part in document.parts:
            for mention in part.mentions:
                if mention.kind == "date":
                    first, last = sentence(part.text, mention.offset, mention.offset + mention.length)
                    yield document.meta.id, part.anchor, part.text[first:last], mention


def is_about(event: Event, document: str, place: str, words: str, mention: Mention) -> bool:
    """Whether a date belongs to an event: the two overlap, and its sentence has a phrase or is (part of) a quotation from its paragraph."""
    span = edtf.parse(mention.id)
    if mention.role == "statistic" or span.is_open or not span.overlaps(edtf.parse(event.date)):
        return False
    folded = plain_typography(words).casefold()
    quotes = [plain_typography(item.quote).casefold() for item in event.evidence if (item.document, item.paragraph) == (document, place)]
    return any(quote in folded or folded in quote for quote in quotes) or any(
        plain_typography(phrase).casefold() in folded for phrase in event.phrases
    )
