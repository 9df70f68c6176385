"""References of a document to its own points, footnotes and annexes: `tests/cases/sections.md`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest

from generator.annotators.sections import section_finder
from generator.model import Block, Document, Lines, ListPlace, Metadata, Note, Seed, Transcript
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
    found = [f"{text[m.offset : m.offset + m.length]} -> {m.id}" for m in mentions]
    assert " ; ".join(found) == case.expected.strip()


def _act(text: str) -> Document:
    """An act with articles 1 to 12, the third of them with five paragraphs, and a text in the last."""
    blocks: list[Block] = []
    for number in range(1, 13):
        blocks.append(Block(f"article-{number}", "heading", f"Artikel {number}", Lines(1, 1), level=2, role="article"))
        if number == 3:
            blocks += [Block(f"article-3-{place}", "list_item", "Een lid.", Lines(1, 1), role="paragraph") for place in range(1, 6)]
    blocks.append(Block("p-last", "paragraph", text, Lines(2, 2), role="paragraph"))
    return Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), tuple(blocks))


@pytest.mark.parametrize("case", load("own_articles.md"), ids=lambda case: case.title)
def test_references_of_an_act_to_its_own_articles(case: Case) -> None:
    act = _act(case.input)
    mentions = section_finder(act)(act.blocks[-1])
    found = [f"{case.input[m.offset : m.offset + m.length]} -> {m.id}" for m in mentions]
    assert " ; ".join(found) == case.expected.strip()


def test_a_text_without_articles_of_its_own_means_those_of_others() -> None:
    plain = Document(
        Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), (Block("p-1", "paragraph", "Volgens artikel 3 mag dit.", Lines(1, 1)),)
    )
    assert list(section_finder(plain)(plain.blocks[0])) == []


def test_only_headings_of_articles_are_articles_and_the_first_of_a_number_has_it() -> None:
    blocks = (
        Block("h-1", "heading", "Artikel 3", Lines(1, 1), level=2),
        Block("p-1", "paragraph", "Artikel 4", Lines(1, 1), role="article"),
        Block("article-5", "heading", "Artikel 5", Lines(1, 1), level=2, role="article"),
        Block("article-5b", "heading", "Artikel 5", Lines(1, 1), level=2, role="article"),
        Block("p-2", "paragraph", "Volgens artikel 3, artikel 4 en artikel 5 mag dit.", Lines(1, 1), role="paragraph"),
    )
    act = Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), blocks)
    assert [mention.id for mention in section_finder(act)(blocks[-1])] == ["article-5"]


def test_the_numbered_paragraphs_of_a_text_are_points_unless_a_heading_has_the_number() -> None:
    def item(name: str, marker: str, kind: Literal["numbered", "bullet"] = "numbered", depth: int = 1) -> Block:
        return Block(name, "list_item", "Een punt.", Lines(1, 1), list=ListPlace(kind, depth, marker))

    blocks = (
        item("p-1", "1."), item("p-2", "2."), item("p-2b", "2."), item("p-3", "3)"), item("p-4", "4.", depth=2), item("p-5", "5.", "bullet"),
        Block("h-6", "heading", "Een kop", Lines(1, 1), level=1, number="1"),
    )  # fmt: skip
    text = Block("p-9", "paragraph", "Zie de punten 1, 2 en 3, zie punt 4 en zie punt 5.", Lines(1, 1))
    whole = Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), (*blocks, text))
    assert [mention.id for mention in section_finder(whole)(text)] == ["h-6", "p-2"]
