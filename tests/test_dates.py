"""The dates in invented sentences, and what the finder promises for any text."""

from __future__ import annotations

import re
import time
from typing import Final

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotators.dates import date_finder
from generator.model import Block, Document, Knowledge, Mention, Metadata, Note, Source
from tests import case_files

CASES: Final = case_files.load("dates")
ROLES: Final = frozenset({"event", "deadline", "period", "reference", "statistic", "publication"})
_GIVEN: Final = re.compile(r"@(?P<date>\S+) (?P<language>[a-z]{2})\Z")


def find(text: str, date: str | None = "2016-06-07", language: str = "nl", *, note: bool = False, front: bool = False) -> list[Mention]:
    """The dates in a text of a document with a date and a language."""
    block = Block("p-1", "front_matter" if front else "paragraph", text, (1, 1))
    meta = Metadata("d", "D", "D", date=date, language=language)
    document = Document(Source("seeds/d.txt", "d.txt", ""), meta, () if note else (block,), (Note(1, text, (1, 1)),) if note else ())
    return list(date_finder(document, Knowledge())(text))


def told(text: str, mentions: list[Mention]) -> str:
    """Mentions as the case files tell them."""
    words = ((m, text[m.offset : m.offset + m.length]) for m in mentions)
    return "\n".join(" | ".join([printed, m.id, m.role, *(["inferred"] if m.inferred else [])]) for m, printed in words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_sentence_has_the_dates_that_a_reader_finds_in_it(case: case_files.Case) -> None:
    given_by = _GIVEN.search(case.title)
    date, language = (given_by["date"], given_by["language"]) if given_by else ("2016-06-07", "nl")
    assert told(case.given, find(case.given, None if date == "-" else date, language)) == case.expected
