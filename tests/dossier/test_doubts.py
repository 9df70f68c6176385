"""Doubtful places: each rule finds its own, and leaves alone what is as it should be."""

from __future__ import annotations

import pytest

from generator.dossier.doubts import doubts
from generator.model import Block, BlockType, Document, Lines, Metadata, Note, Seed, Transcript


def block(number: int, kind: BlockType, text: str, printed: str | None = None) -> Block:
    """A block on a line of its own."""
    return Block(f"b-{number}", kind, text, Lines(number, number), number=printed)


def found(*blocks: Block, notes: tuple[Note, ...] = ()) -> list[tuple[str, str]]:
    """What is doubtful in a document of these blocks: anchor and kind."""
    document = Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), blocks, notes)
    return [(doubt.anchor, doubt.kind) for doubt in doubts(document)]


@pytest.mark.parametrize(
    ("first", "second", "doubtful"),
    [
        ("De sluis gaat pas open als het", "water gezakt is.", True),
        ("De sluis gaat open.", "water is er genoeg.", False),
        ("De sluis gaat open voor:", "schepen", False),
        ("De sluis gaat open als het", "Water gezakt is.", False),
    ],
)
def test_a_sentence_in_two_paragraphs(first: str, second: str, doubtful: bool) -> None:  # noqa: FBT001 - a case
    said = found(block(1, "paragraph", first), block(2, "paragraph", second))
    assert said == ([("b-2", "broken-paragraph")] if doubtful else [])


@pytest.mark.parametrize(
    ("numbers", "doubtful"),
    [
        (("1", "2", "3"), []),
        (("1", "3"), ["b-1"]),
        (("1", "1.1", "1.2", "2", "2.1"), []),
        (("1", "1.1", "1.3", "2"), ["b-2"]),
        (("3", "4"), []),
        (("I", "II"), []),
        (("1", "2", "1", "2"), []),
        (("1", "1.1", "1.2", "1", "1.1"), []),
    ],
)
def test_a_number_that_is_not_the_one_due(numbers: tuple[str, ...], doubtful: list[str]) -> None:
    said = found(*(block(place, "heading", "Sluizen", number) for place, number in enumerate(numbers)))
    assert said == [(anchor, "number-missing") for anchor in doubtful]


def test_headings_that_read_like_a_part_of_a_sentence() -> None:
    assert found(block(1, "heading", "Sluizen, dijken en"), block(2, "heading", "Wat het water betreft,")) == [("b-2", "odd-heading")]


def test_footnotes_that_were_numbered_anew_are_told_once() -> None:
    notes = tuple(Note(number, "Zie aldaar.", Lines(9, 9), label=label) for number, label in ((1, "1"), (2, "(2)"), (3, "1"), (4, "[2]")))
    assert found(block(1, "paragraph", "Een zin."), notes=notes) == [("fn:3", "note-renumbered")]
    assert found(block(1, "paragraph", "Een zin."), notes=notes[:2]) == []


def test_a_footnote_that_is_missing() -> None:
    notes = tuple(Note(number, "Zie aldaar.", Lines(9, 9)) for number in (1, 2, 4))
    assert found(block(1, "paragraph", "Een zin."), notes=notes) == [("fn:4", "note-missing")]
