"""The register of commitments: `tests/cases/commitments.md`, and what the page and the data rely on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.annotators import annotate
from generator.dossier.gathered import commitments
from generator.dossier.index import Entry, build_index
from generator.model import Block, Document, Knowledge, Lines, ListPlace, Metadata, Seed, Transcript
from tests.case_files import Case, load


def _entry(case: str) -> Entry:
    """A document of the lines of a case: `# ` a heading, `- ` an item, each other line a paragraph; first its language and date."""
    head, _, text = case.partition(" | ")
    language, _, date = head.partition(" ")
    meta = Metadata("x", "X", "X", language=language, date=date or None)
    document = Document(Transcript(Seed("x.txt"), ""), meta, tuple(_blocks(text)))
    return build_index((annotate(document, Knowledge()),)).entries[0]


def _blocks(text: str) -> Iterator[Block]:
    for number, line in enumerate(text.splitlines(), 1):
        place = Lines(number, number)
        if line.startswith("# "):
            yield Block(f"h-{number}", "heading", line[2:], place, level=1)
        elif line.startswith("- "):
            yield Block(f"p-{number}", "list_item", line[2:], place, list=ListPlace("bullet", 1, "•"))
        else:
            yield Block(f"p-{number}", "paragraph", line, place)


def _line(item: commitments.Commitment) -> str:
    date = item.deadline.mention.id if item.deadline else "-"
    return f"{item.kind} {','.join(item.actors) or '-'} {date}"


@pytest.mark.parametrize("case", load("commitments.md"), ids=lambda case: case.title)
def test_who_undertakes_what(case: Case) -> None:
    found = commitments.of_entry(_entry(case.input))
    expected = [line.split(" | ") for line in case.expected.splitlines() if line]
    assert [_line(item) for item in found] == [facts for facts, _ in expected], [item.text for item in found]
    assert all(item.text.startswith(words) for item, (_, words) in zip(found, expected, strict=True)), [item.text for item in found]
