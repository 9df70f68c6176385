"""What contributors write beside the documents: glossary, countries, events, subjects, what became of commitments, kept addresses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.inputs.contributions import commitments, events, glossary, introductions, permalinks, themes
from generator.model import Document, Knowledge, Problem


def read(seeds: Path) -> tuple[Knowledge, tuple[Problem, ...]]:
    """Everything that contributors wrote; an entry with a mistake is reported and left out, the others stay."""
    terms, in_terms = glossary.read(seeds / glossary.FOLDER)
    countries, in_countries = introductions.read(seeds / introductions.FOLDER)
    happened, in_events = events.read(seeds / events.FOLDER)
    subjects, in_subjects = themes.read(seeds / themes.FOLDER)
    outcomes, in_outcomes = commitments.read(seeds / commitments.FOLDER)
    register, in_register = permalinks.read(seeds / permalinks.FOLDER)
    knowledge = Knowledge(terms, countries, happened, register=register, themes=subjects, outcomes=outcomes)
    return knowledge, (*in_terms, *in_countries, *in_events, *in_subjects, *in_outcomes, *in_register)


def check(knowledge: Knowledge, documents: Iterable[Document]) -> tuple[Problem, ...]:
    """What is wrong between the contributions and the documents: evidence that is gone, expansions that differ."""
    documents = tuple(documents)
    return (
        *glossary.check(knowledge.terms, documents),
        *introductions.check(knowledge.introductions, documents),
        *events.check(knowledge.events, documents),
        *themes.check(knowledge.themes, knowledge.terms, documents),
        *commitments.check(knowledge.outcomes, documents),
    )
