"""Subjects through time: what a document says for the first time about one, and what it does not say any more."""

from __future__ import annotations

from typing import Final

from generator import annotators
from generator.dossier.gathered import themes
from generator.dossier.gathered.themes import Turn
from generator.dossier.index import build_index
from generator.language import countries
from generator.model import Block, Document, Knowledge, Lines, Metadata, Seed, Theme, Transcript

OLD: Final = "De tolpoort heft tol van handkarren uit Peru. " * 4
NEW: Final = "De tolpoort heft tol van vrachtfietsen uit Chili. " * 4
LONG: Final = "De sluiswachter eet brood. " * 40


def _turn(*texts: str) -> Turn:
    documents = [
        Document(
            Transcript(Seed(f"d{place}.txt"), ""),
            Metadata(f"d{place}", "D", "D", date=f"20{10 + place}"),
            (_block(text, 1), _block(LONG, 2)),
        )
        for place, text in enumerate(texts)
    ]
    site = build_index(annotators.annotate_all(documents, Knowledge()), Knowledge(themes=(Theme("tol", "Tol", ("tol*",), "", "", ""),)))
    return themes.gather(site)[0].turns[-1]


def _block(text: str, number: int) -> Block:
    return Block(f"p-{number}", "paragraph", text.strip(), Lines(number, number))


def test_words_and_countries_that_come_and_go_stand_with_the_document_that_says_them() -> None:
    turn = _turn(OLD, NEW)
    assert [(word.form, entry.document.meta.id) for word, entry in turn.new_words] == [("vrachtfietsen", "d1")]
    assert [(word.form, entry.document.meta.id) for word, entry in turn.gone_words] == [("handkarren", "d0")]
    assert [(countries.name(thing.mention.id), thing.count) for thing in turn.new_things] == [("Chili", 4)]
    assert [(countries.name(thing.mention.id), thing.count) for thing in turn.gone_things] == [("Peru", 4)]


def test_what_an_older_document_said_is_not_new_and_what_a_newer_one_says_again_is_not_gone() -> None:
    turn = _turn(OLD, NEW, OLD + NEW)
    assert (turn.new_words, turn.gone_words, turn.new_things, turn.gone_things) == ((), (), (), ())
