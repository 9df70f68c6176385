"""Across documents: which amounts of money are named, and what stands in the same sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.dossier.index import Occurrence, Site
from generator.model import MentionKind


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with its sentence, and the countries and terms that the sentence names, each once."""

    occurrence: Occurrence
    countries: tuple[str, ...]
    terms: tuple[str, ...]

    @property
    def value(self) -> Decimal:
        """The value in euros."""
        return Decimal(self.occurrence.mention.id)


def gather(site: Site) -> tuple[Amount, ...]:
    """All amounts, oldest document first and in order of reading."""
    return tuple(_amount(occurrence) for occurrence in site.occurrences if occurrence.mention.kind == "amount")


def near(found: Iterable[Amount], kind: MentionKind, name: str) -> tuple[Amount, ...]:
    """Those of the amounts in whose sentences a country or a term is named."""
    return tuple(amount for amount in found if name in (amount.countries if kind == "country" else amount.terms))


def _amount(occurrence: Occurrence) -> Amount:
    return Amount(occurrence, occurrence.ids_in_sentence("country"), occurrence.ids_in_sentence("term"))
