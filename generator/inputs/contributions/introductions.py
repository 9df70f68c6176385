"""Introductions to countries: `<code>.md`, named after the ISO 3166-1 code in lower case."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from generator.inputs.contributions import markdown_files
from generator.inputs.contributions.markdown_files import Contribution, check_evidence
from generator.language import countries
from generator.language.tables import schema
from generator.model import Document, Introduction, Problem, Severity
from generator.words import say

FOLDER: Final = "countries"
PLACEHOLDER: Final = say("contributions_introductions.placeholder")
"""How a new introduction starts: as long as it stands there, it is not finished."""


def read(folder: Path) -> tuple[tuple[Introduction, ...], tuple[Problem, ...]]:
    """The entries of a folder, in order of their file names, and what is wrong with them."""
    found, problems = markdown_files.read_sound(folder, schema("country"), _wrong)
    return tuple(map(_introduction, found)), problems


def scaffold(code: str) -> str:
    """A new introduction, to be filled in."""
    return f"---\nevidence: []\n---\n{PLACEHOLDER} wat de documenten over {countries.name(code)} zeggen.\n"


def _introduction(item: Contribution) -> Introduction:
    return Introduction(item.slug.upper(), item.html, item.path, item.evidence, item.sources, item.changes, item.summary)


def _wrong(item: Contribution) -> Iterator[Problem]:
    if item.slug.upper() not in countries.table():
        yield Problem(item.path, None, say("contributions_introductions.not_a_country_code", slug=repr(item.slug)), _suggestion(item.slug))
    if not item.summary or item.summary.startswith(PLACEHOLDER):
        yield Problem(
            item.path,
            None,
            say("contributions_introductions.introduction_missing"),
            say("contributions_introductions.write_introduction"),
        )


def _suggestion(name: str) -> str:
    """The code of a country whose name resembles that of a file."""
    named = {country.name.casefold(): code for code, country in countries.table().items()}
    close = get_close_matches(name.replace("-", " ").casefold(), named, n=1)
    remedy = say("contributions_introductions.name_by_country_code")
    return say("contributions_introductions.did_you_mean_file", remedy=remedy, code=named[close[0]].lower()) if close else remedy


def check(introductions: tuple[Introduction, ...], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between the entries and the documents: quotations that are not where they should be, countries not met."""
    met = {mention.id for document in documents for part in document.parts for mention in part.mentions if mention.kind == "country"}
    misplaced = (problem for item in introductions for problem in check_evidence(item.path, item.evidence, documents))
    unused = (_unused(item) for item in introductions if item.code not in met)
    return (*misplaced, *unused)


def _unused(item: Introduction) -> Problem:
    what = say("contributions_introductions.country_unnamed", country=countries.name(item.code))
    return Problem(item.path, None, what, say("contributions_introductions.add_document_or_remove"), Severity.TODO)
