"""The references in invented sentences, what the finder promises for any text, and how acts are identified."""

from __future__ import annotations

import re
import time
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotators.references import reference_finder
from generator.citations import numbers, vocabulary
from generator.model import Block, Document, Knowledge, Mention, Metadata, Note, Source
from tests import case_files

CASES: Final = case_files.load("references.md")
_DATED: Final = re.compile(r"@(?P<date>\S+)\Z")


def document(texts: tuple[str, ...] = (), notes: tuple[str, ...] = (), date: str | None = "2016-06-07") -> Document:
    """A document with paragraphs and footnotes."""
    blocks = tuple(Block(f"p-{place}", "paragraph", text, (place, place)) for place, text in enumerate(texts, 1))
    meta = Metadata("d", "D", "D", date=date)
    return Document(Source("seeds/d.txt", "d.txt", ""), meta, blocks, tuple(Note(n, text, (n, n)) for n, text in enumerate(notes, 1)))


def find(text: str, date: str | None = "2016-06-07") -> list[Mention]:
    """The references in a text of a document with a date."""
    return list(reference_finder(document((text,), date=date), Knowledge())(text))


def told(text: str, mentions: list[Mention]) -> str:
    """Mentions as the case files tell them."""
    return "\n".join(f"{text[m.offset : m.offset + m.length]} | {m.id} | {m.role}" for m in mentions)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_sentence_cites_what_a_lawyer_finds_in_it(case: case_files.Case) -> None:
    dated = _DATED.search(case.title)
    date = dated["date"] if dated else "2016-06-07"
    assert told(case.input, find(case.input, None if date == "-" else date)) == case.expected
