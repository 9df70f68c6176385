"""Where a passage stands, in words: its chapter and heading, or its footnote and the chapter of that."""

from __future__ import annotations

from generator.dossier.index import Entry, build_index
from generator.model import Block, Document, Lines, Metadata, Note, NoteMarker, Seed, Transcript
from generator.pages.quotations.passages import place


def entry() -> Entry:
    """A document of two chapters, each with a footnote; the second has a heading of its own below it."""
    blocks = (
        Block("s-1", "heading", "KADES", Lines(1, 1), level=1, label="1.", number="1"),
        Block("p-1-1", "paragraph", "Een zin.", Lines(2, 2), notes=(NoteMarker(1, 3),)),
        Block("s-2", "heading", "SLUIZEN", Lines(3, 3), level=1, label="2.", number="2"),
        Block("s-2-1", "heading", "Schutten", Lines(4, 4), level=2, label="2.1.", number="2.1"),
        Block("p-2-1", "paragraph", "Nog een zin.", Lines(5, 5), notes=(NoteMarker(2, 3),)),
    )
    notes = (Note(1, "Zie aldaar.", Lines(8, 8)), Note(2, "Zie ginds.", Lines(9, 9)))
    return build_index([Document(Transcript(Seed("seeds/nota.txt"), ""), Metadata("nota", "Nota", "Kadenota"), blocks, notes)]).entries[0]


def test_a_paragraph_is_told_by_its_chapter_and_the_heading_above_it() -> None:
    found = entry()
    _, first, _, below, last = found.document.blocks
    assert place(found, first) == found.chapters[0].title
    assert place(found, last) == f"{found.chapters[1].title}, {found.title_of(below)}"
    assert found.chapters[0].title != found.chapters[1].title


def test_a_footnote_is_told_by_its_number_and_the_chapter_in_which_it_is_called() -> None:
    found = entry()
    assert [place(found, note) for note in found.document.notes] == [
        f"Voetnoot {number}, {chapter.title}" for number, chapter in zip((1, 2), found.chapters, strict=True)
    ]


def test_what_is_no_part_of_a_document_is_told_by_the_title_of_that() -> None:
    assert place(entry(), Block("p-9", "paragraph", "Elders.", Lines(1, 1))) == "Kadenota"
