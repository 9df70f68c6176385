"""What became of commitments, as contributors found in later documents: a Markdown file with front matter for each; never without evidence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.inputs.contributions import markdown_files
from generator.inputs.contributions.markdown_files import Contribution, check_evidence
from generator.language import edtf
from generator.language.tables import schema
from generator.model import Document, Evidence, Outcome, OutcomeStatus, Problem
from generator.words import say

FOLDER: Final = "commitments"
STATUSES: Final[dict[str, OutcomeStatus]] = {
    "uitgevoerd": "done",
    "deels": "in progress",
    "herhaald": "repeated",
    "gewijzigd": "changed",
    say("contributions_commitments.dropped"): "dropped",
}
"""What contributors write, and what the open data say."""


def read(folder: Path) -> tuple[tuple[Outcome, ...], tuple[Problem, ...]]:
    """The files of a folder, in order of their names, and what is wrong with them."""
    found, unread = markdown_files.read_folder(folder, schema("commitment"))
    return tuple(map(_outcome, found)), (*unread, *_twice(found))


def _outcome(item: Contribution) -> Outcome:
    facts = item.facts
    place = Evidence(facts["document"], facts["paragraph"], facts["quote"], item.located.line(("quote",)))
    return Outcome(item.slug, place, STATUSES[facts["status"]], item.html, item.path, item.evidence, item.changes, item.summary)


def _twice(found: tuple[Contribution, ...]) -> Iterator[Problem]:
    """Two files about one place: a reader could believe one of them only."""
    owners: dict[tuple[str, str, str], Contribution] = {}
    for item in found:
        key = (item.facts["document"], item.facts["paragraph"], markdown_files.plain_typography(item.facts["quote"]))
        owner = owners.setdefault(key, item)
        if owner is not item:
            message = say("contributions_commitments.also_in", file=Path(owner.path).name)
            yield Problem(item.path, item.located.line(("quote",)), message, say("contributions_commitments.merge_files"))


def check(outcomes: tuple[Outcome, ...], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between these files and the documents: quotations that are gone, evidence that is not later than the commitment."""
    dates = {document.meta.id: document.meta.date for document in documents}
    found: list[Problem] = []
    for outcome in outcomes:
        found += check_evidence(outcome.path, (outcome.place, *outcome.evidence), documents)
        found += _too_early(outcome, dates)
    return tuple(found)


def _too_early(outcome: Outcome, dates: dict[str, str | None]) -> Iterator[Problem]:
    made = dates.get(outcome.place.document)
    for item in outcome.evidence:
        said = dates.get(item.document)
        if item.document == outcome.place.document or (made and said and edtf.parse(said).order < edtf.parse(made).order):
            message = say("contributions_commitments.document_not_later", document=item.document, earlier=outcome.place.document)
            yield Problem(outcome.path, item.line, message, say("contributions_commitments.name_later_document"))
