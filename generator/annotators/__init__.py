"""Annotators find mentions in texts; they see one text at a time and cannot disturb one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from generator.annotators.amounts import amount_finder
from generator.annotators.countries import country_finder
from generator.annotators.dates import date_finder
from generator.annotators.references import reference_finder
from generator.annotators.sections import section_finder
from generator.annotators.terms import term_finder
from generator.model import Document, Knowledge, Mention

Annotator: TypeAlias = Callable[[str], Iterable[Mention]]
Maker: TypeAlias = Callable[[Document], Annotator]
"""Makes the annotator for one document, from its text, its date and its language."""

# In order of right of way: where two mentions overlap, the earlier annotator wins.
# A reference holds years and the names of acts, an amount digits that could be a year: both go before dates.
# Terms come last (`annotate`): an acronym inside the name of a country or a sum belongs to that.
ANNOTATORS: Final[tuple[Maker, ...]] = (
    section_finder,
    reference_finder,
    amount_finder,
    date_finder,
    country_finder,
)

_REMEMBERED: Final = 64
"""Documents whose mentions are kept, for whoever builds again and again while contributors write."""


def annotate_all(documents: Iterable[Document], knowledge: Knowledge) -> tuple[Document, ...]:
    """The documents with their mentions; none overlaps another, but for a term inside the name of an act ("VN-verdrag")."""
    return tuple(annotate(document, knowledge) for document in documents)


def annotate(document: Document, knowledge: Knowledge) -> Document:
    """The document with the mentions in its blocks and footnotes; headings are not searched."""
    known = _annotated(document)
    return _with_mentions(known, (term_finder(known, knowledge),)) if knowledge.terms else known


@lru_cache(maxsize=_REMEMBERED)
def _annotated(document: Document) -> Document:
    """The document with the mentions that do not depend on what contributors write."""
    return _with_mentions(document, tuple(maker(document) for maker in ANNOTATORS))


def _with_mentions(document: Document, finders: tuple[Annotator, ...]) -> Document:
    """The document with more mentions; those it has keep their right of way."""
    return replace(
        document,
        blocks=tuple(
            block if block.type == "heading" else replace(block, mentions=find_mentions(block.text, finders, block.mentions))
            for block in document.blocks
        ),
        notes=tuple(replace(note, mentions=find_mentions(note.text, finders, note.mentions)) for note in document.notes),
    )


def find_mentions(text: str, finders: Iterable[Annotator], known: tuple[Mention, ...] = ()) -> tuple[Mention, ...]:
    """The mentions of all finders and those known before, in order of place, the overlap rule applied."""
    kept: list[Mention] = []
    taken: dict[int, tuple[Mention, ...]] = {}
    for mention in chain(known, chain.from_iterable(finder(text) for finder in finders)):
        places = range(mention.offset, mention.offset + mention.length)
        if all(is_inside(mention, other) for place in places for other in taken.get(place, ())):
            kept.append(mention)
            taken.update({place: (*taken.get(place, ()), mention) for place in places})
    return tuple(sorted(kept, key=lambda mention: (mention.offset, -mention.length)))


def nested(mentions: Iterable[Mention]) -> frozenset[Mention]:
    """Those of some mentions, in order of place, that stand inside another."""
    found: list[Mention] = []
    outer: Mention | None = None
    for mention in mentions:
        if outer and is_inside(mention, outer):
            found.append(mention)
        elif mention.kind == "reference":
            outer = mention
    return frozenset(found)


def is_inside(mention: Mention, other: Mention) -> bool:
    """Whether one mention is a term that the name of an act holds: both are met, and the act has the link."""
    within = other.offset <= mention.offset and mention.offset + mention.length <= other.offset + other.length
    return within and mention.kind == "term" and other.kind == "reference" and mention.length < other.length
