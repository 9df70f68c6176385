"""Mentions of all kinds in small documents: what each annotator leaves to the others, and what they find together."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator import annotators
from generator.model import Document, Knowledge, Metadata, Seed
from generator.readers import opened, read
from tests.annotators.test_terms import GLOSSARY
from tests.case_files import Case, load

CASES: Final = load("mentions.md")
_WITH_ROLE: Final = frozenset({"date"})


def annotated(text: str, language: str) -> Document:
    """The document in a text, which bears no date."""
    document = replace(read(opened(Seed("seeds/x.txt", text.encode()))), meta=Metadata("x", "X", "X", language=language))
    return annotators.annotate(document, Knowledge(GLOSSARY))


def told(document: Document, kinds: frozenset[str]) -> str:
    """The mentions of some kinds, one a line, in order of place."""
    found = ((part.text[m.offset : m.offset + m.length], m) for part in document.parts for m in part.mentions if m.kind in kinds)
    return "\n".join(" | ".join([m.kind, words, m.id, *([m.role] if m.kind in _WITH_ROLE else [])]) for words, m in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_text_mentions_what_a_reader_finds_in_it(case: Case) -> None:
    _, _, given = case.title.rpartition(" @")
    language, kinds = given.split(" ")
    assert told(annotated(case.input, language), frozenset(kinds.split(","))) == case.expected
