"""The amounts of money in all documents, what stands in the same sentence, and to which country or fund each belongs.

A sentence can name several sums and several countries; a sum belongs to those of its own clause. In order, the first that finds any:
a sum in brackets has what stands in the brackets behind it, else what stands right before the brackets; any other sum has what stands
behind it before the next sum, brackets left out, else what stands before it in its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.dossier.index import Occurrence, Site, mentions_within
from generator.model import Mention, MentionKind, Span

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_FAR: Final = 1 << 60
"""An offset beyond the end of any text."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with the countries and terms that its sentence names, each once, and those to which it belongs."""

    occurrence: Occurrence
    countries: tuple[str, ...]
    terms: tuple[str, ...]
    own_countries: tuple[str, ...] = ()
    own_terms: tuple[str, ...] = ()

    @property
    def value(self) -> Decimal:
        """The value in euros."""
        return Decimal(self.occurrence.mention.id)


def gather(site: Site) -> tuple[Amount, ...]:
    """All amounts, oldest document first and in order of reading."""
    return tuple(_amount(occurrence) for occurrence in site.occurrences if occurrence.mention.kind == "amount")


def beside_mention(found: Iterable[Amount], kind: MentionKind, name: str) -> tuple[Amount, ...]:
    """The amounts in whose sentences a country or term of this id stands."""
    return tuple(amount for amount in found if name in (amount.countries if kind == "country" else amount.terms))


def of_country(found: Iterable[Amount], code: str) -> tuple[Amount, ...]:
    """Those of the amounts that belong to a country."""
    return tuple(amount for amount in found if code in amount.own_countries)


def _amount(occurrence: Occurrence) -> Amount:
    countries, terms = occurrence.ids_in_sentence("country"), occurrence.ids_in_sentence("term")
    return Amount(occurrence, countries, terms, _own(occurrence, "country"), _own(occurrence, "term"))


def _own(occurrence: Occurrence, kind: MentionKind) -> tuple[str, ...]:
    """The ids of the countries or terms that a sum belongs to."""
    within = mentions_within(occurrence.part, *occurrence.sentence)
    sums = [mention for mention in within if mention.kind == "amount"]
    named = [mention for mention in within if mention.kind == kind]
    first, last = occurrence.sentence
    brackets = tuple(match.span() for match in _BRACKETS.finditer(occurrence.part.text, first, last))
    sentence = _Sentence(occurrence.part.text[first:last], first, brackets)
    return tuple(dict.fromkeys(mention.id for mention in _of_sum(occurrence.mention, sums, named, sentence)))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, where it starts, and where its brackets stand, in characters of the part's text."""

    text: str
    start: int
    brackets: tuple[Span, ...]

    def around(self, mention: Mention) -> Span | None:
        """The range of the brackets around a mention; None where it stands in none."""
        return next((span for span in self.brackets if span[0] <= mention.offset < span[1]), None)


def _of_sum(amount: Mention, sums: list[Mention], named: list[Mention], sentence: _Sentence) -> list[Mention]:
    around = sentence.around(amount)
    if around:
        inside = [mention for mention in named if amount.offset < mention.offset < min(around[1], _next(amount, sums))]
        before = [mention for mention in named if mention.offset < around[0]][-1:]
        return inside or before or _behind(amount, sums, named, sentence)
    behind, before = _behind(amount, sums, named, sentence), _before(amount, sums, named, sentence)
    # "Peru krijgt 3 miljoen EUR, Chili 4 miljoen EUR": what begins behind a comma is the next clause, where this one has its own.
    next_clause = bool(behind) and ", " in sentence.text[amount.offset - sentence.start : behind[0].offset - sentence.start]
    return before if next_clause and before else behind or before


def _before(amount: Mention, sums: list[Mention], named: list[Mention], sentence: _Sentence) -> list[Mention]:
    """What is named between the sum before and this one, unless it belongs to a sum before that has nothing of its own in front."""
    last = max((other.offset for other in sums if other.offset < amount.offset), default=-1)
    found = [mention for mention in named if last < mention.offset < amount.offset]
    comma = sentence.text.rfind(", ", max(0, last - sentence.start), amount.offset - sentence.start) + sentence.start
    return found if last < 0 else [mention for mention in found if mention.offset > comma >= last]


def _behind(amount: Mention, sums: list[Mention], named: list[Mention], sentence: _Sentence) -> list[Mention]:
    """What is named behind a sum before the next one; what stands in brackets with a sum of its own is that one's."""
    end = _next(amount, [other for other in sums if sentence.around(other) is None])
    return [mention for mention in named if amount.offset < mention.offset < end and not _has_sum(sentence.around(mention), sums)]


def _has_sum(around: Span | None, sums: list[Mention]) -> bool:
    return around is not None and any(around[0] <= amount.offset < around[1] for amount in sums)


def _next(amount: Mention, sums: list[Mention]) -> int:
    """Where the next sum begins; far away where there is none."""
    return min((other.offset for other in sums if other.offset > amount.offset), default=_FAR)
