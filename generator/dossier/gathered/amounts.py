"""The amounts of money in all documents, what stands in the same sentence, and to which country or fund each belongs.

A sum in a sentence belongs to what its clause names (`amount_owners`); a sum in a table to what its cell names, else its row, the row
above that stands over a part of the table, or the head of its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from generator.annotators.table_layout import Slots, beside
from generator.dossier.gathered.amount_owners import owners
from generator.dossier.index import Occurrence, Site, mentions_within
from generator.model import Cell, Mention, MentionKind

_LETTERS: Final = re.compile(r"[^\W\d_]{2}")

_Beside: TypeAlias = Mapping[tuple[str, str], tuple[Slots, ...]]
"""By document and cell: the cells that may tell what a sum in it is about, the nearest first."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with the countries and terms that its sentence names, each once, and those to which it belongs; in a table, the words of its row and column."""

    occurrence: Occurrence
    countries: tuple[str, ...]
    terms: tuple[str, ...]
    own_countries: tuple[str, ...] = ()
    own_terms: tuple[str, ...] = ()
    label: str = ""

    @property
    def value(self) -> Decimal:
        """The value in euros."""
        return Decimal(self.occurrence.mention.id)


def gather(site: Site) -> tuple[Amount, ...]:
    """All amounts, oldest document first and in order of reading."""
    near = _beside(site)
    sums = (occurrence for occurrence in site.occurrences if occurrence.mention.kind == "amount")
    return tuple(_amount(sum_, near.get((sum_.entry.document.meta.id, sum_.part.anchor), ())) for sum_ in sums)


def _beside(site: Site) -> _Beside:
    """The cells beside each cell that holds a sum."""
    tables = ((entry.document.meta.id, block) for entry in site.entries for block in entry.document.blocks if _sums_in(block.cells))
    return {(document, cell.anchor): cells for document, table in tables for cell, cells in beside(table) if _sums_in((cell,))}


def _sums_in(cells: Iterable[Cell]) -> bool:
    return any(mention.kind == "amount" for cell in cells for mention in cell.mentions)


def beside_mention(found: Iterable[Amount], kind: MentionKind, name: str) -> tuple[Amount, ...]:
    """The amounts in whose sentences a country or term of this id stands."""
    return tuple(amount for amount in found if name in (amount.countries if kind == "country" else amount.terms))


def of_country(found: Iterable[Amount], code: str) -> tuple[Amount, ...]:
    """Those of the amounts that belong to a country."""
    return tuple(amount for amount in found if code in amount.own_countries)


def _amount(occurrence: Occurrence, near: tuple[Slots, ...]) -> Amount:
    countries, terms = occurrence.ids_in_sentence("country"), occurrence.ids_in_sentence("term")
    return Amount(occurrence, countries, terms, _own(occurrence, "country", near), _own(occurrence, "term", near), _label(near))


def _own(occurrence: Occurrence, kind: MentionKind, near: tuple[Slots, ...]) -> tuple[str, ...]:
    """The ids of the countries or terms that a sum belongs to."""
    within = mentions_within(occurrence.part, *occurrence.sentence)
    sums = [mention for mention in within if mention.kind == "amount"]
    named = [mention for mention in within if mention.kind == kind]
    if named:
        own = owners(occurrence.part.text, occurrence.sentence, sums, named, occurrence.entry.document.meta.language)[occurrence.mention]
    else:
        own = next((found for cells in near if (found := _named(cells, kind))), ())
    return tuple(dict.fromkeys(mention.id for mention in own))


def _label(near: tuple[Slots, ...]) -> str:
    """What the row and the column of a cell are called: the first words of each that are no figure."""
    lines = (near[0], near[-1]) if near else ()
    words = (next((cell.text for cell in cells if cell and _LETTERS.search(cell.text)), "") for cells in lines)
    return " – ".join(filter(None, words))


def _named(cells: Slots, kind: MentionKind) -> tuple[Mention, ...]:
    """The mentions of a kind in cells that hold no sums themselves."""
    return tuple(mention for cell in cells if cell and not _sums_in((cell,)) for mention in cell.mentions if mention.kind == kind)
