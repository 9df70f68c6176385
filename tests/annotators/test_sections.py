"""References of a document to its own points, footnotes and annexes: `tests/cases/sections.md`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.annotators.sections import section_finder
from generator.model import Block, Document, Lines, Metadata, Note, Seed, Transcript
from tests.case_files import Case, load


def _document(parts: str) -> Document:
    """A document with the parts that a case names: `heading 2.1`, `note 6`, `annex I`."""
    named = [part.split() for part in parts.split(";") if part.strip()]
    blocks = tuple(_blocks([part for part in named if part[0] != "note"]))
    notes = tuple(Note(int(part[1]), "Een noot.", Lines(1, 1)) for part in named if part[0] == "note")
    return Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), blocks, notes)


def _blocks(parts: list[list[str]]) -> Iterator[Block]:
    for place, (kind, number) in enumerate(parts, 1):
        texts = {"heading": "Een kop", "annex": f"BIJLAGE {number}"}
        numbers = {"heading": number, "annex": None}
        yield Block(f"h-{place}", "heading", texts[kind], Lines(1, 1), level=1, number=numbers[kind])


@pytest.mark.parametrize("case", load("sections.md"), ids=lambda case: case.title)
def test_references_within_a_document(case: Case) -> None:
    parts, _, text = (piece.strip() for piece in case.input.partition("|"))
    mentions = section_finder(_document(parts))(Block("p", "paragraph", text, Lines(1, 1)))
    found = [f"{text[m.offset : m.offset + m.length]} -> {m.id}{' missing' * m.missing}" for m in mentions]
    assert " ; ".join(found) == case.expected.strip()
