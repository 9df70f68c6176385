"""Annotators find mentions; each sees one part of a document at a time and cannot disturb another.

A new annotator is a module here with a maker, a line in `ANNOTATORS`, a row in `kinds.KINDS` and a case file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from typing import Final, TypeAlias, TypeVar

from generator.annotators.amounts import amount_finder
from generator.annotators.countries import country_finder
from generator.annotators.dates import date_finder
from generator.annotators.references import reference_finder
from generator.annotators.sections import section_finder
from generator.annotators.terms import term_finder, without_definitions
from generator.kinds import BY_ID, KINDS, is_inside
from generator.model import Annotator, Block, Cell, Document, Knowledge, Mention, MentionKind, Note, Part, Recall, Term, afresh

Maker: TypeAlias = Callable[[Document], Annotator]
"""Makes the annotator for one document, from its text, its date and its language."""

# Terms are not here, because they alone depend on what contributors write (`annotate`).
ANNOTATORS: Final[dict[MentionKind, Maker]] = {
    "section": section_finder,
    "reference": reference_finder,
    "amount": amount_finder,
    "date": date_finder,
    "country": country_finder,
}


def annotate_all(documents: Iterable[Document], knowledge: Knowledge, recall: Recall = afresh) -> tuple[Document, ...]:
    """The documents with their mentions; none overlaps another, but where `kinds` lets one stand inside another."""
    return tuple(annotate(document, knowledge, recall) for document in documents)


def annotate(document: Document, knowledge: Knowledge, recall: Recall = afresh) -> Document:
    """The document with the mentions in its blocks, cells and footnotes."""
    known = recall(document.source.path, _annotated, document)
    return recall(document.source.path, _with_terms, known, without_definitions(knowledge.terms))


def _with_terms(document: Document, terms: tuple[Term, ...]) -> Document:
    """The document with the mentions of terms too; they alone depend on what contributors write."""
    return _with_mentions(document, (term_finder(document, terms),)) if terms else document


def _annotated(document: Document) -> Document:
    """The document with the mentions that do not depend on what contributors write."""
    return _with_mentions(document, tuple(ANNOTATORS[kind.id](document) for kind in KINDS if kind.id in ANNOTATORS))


def _with_mentions(document: Document, finders: tuple[Annotator, ...]) -> Document:
    """The document with more mentions; those it has keep their right of way, earlier finders go before later ones."""
    return replace(
        document,
        blocks=tuple(_block(block, finders) for block in document.blocks),
        notes=tuple(_part(note, finders) for note in document.notes),
    )


def _block(block: Block, finders: tuple[Annotator, ...]) -> Block:
    if block.type != "table":
        return _part(block, finders)
    rows = tuple(tuple(_part(cell, finders) for cell in row) for row in block.rows)
    return replace(block, rows=rows, caption=_part(block.caption, finders) if block.caption else None)


_Any = TypeVar("_Any", Block, Cell, Note)


def _part(part: _Any, finders: tuple[Annotator, ...]) -> _Any:
    return replace(part, mentions=find_mentions(part, finders))


def _may_stand_in(mention: Mention, other: Mention, text: str) -> bool:
    """Whether one mention may stand inside another: by its kind, and by the words that the longer one starts with."""
    opened_by = BY_ID[mention.kind].opened_by
    return is_inside(mention, other) and (not opened_by or text.startswith(opened_by, other.offset))


def find_mentions(part: Part, finders: Iterable[Annotator]) -> tuple[Mention, ...]:
    """The mentions of a part: those it has and those that the finders yield, in order of place, of overlapping ones those with right of way."""
    kept: list[Mention] = []
    taken: dict[int, tuple[Mention, ...]] = {}
    for mention in chain(part.mentions, chain.from_iterable(finder(part) for finder in finders)):
        places = range(mention.offset, mention.offset + mention.length)
        if all(_may_stand_in(mention, other, part.text) for place in places for other in taken.get(place, ())):
            kept.append(mention)
            taken.update({place: (*taken.get(place, ()), mention) for place in places})
    return tuple(sorted(kept, key=lambda mention: (mention.offset, -mention.length)))
