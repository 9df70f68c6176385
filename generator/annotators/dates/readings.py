"""The readings that the grammar of dates yields, and what it reads from the tokens that fit a pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from generator.annotators.dates.tokens import Token
from generator.annotators.dates.values import Point, Today

Shape = Literal["point", "since", "by", "until", "after", "span", "years", "decade", "note"]
"""How a date is said: one point; from or up to one; a span; a span of whole years; a decade; the date in brackets of a Council text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as the grammar reads it: the tokens from `start` up to `end`, its points, and whether its year follows from the document."""

    start: int
    end: int
    shape: Shape
    first: Point
    last: Point | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that fit a pattern of the grammar: the match over the string of their types, and the tokens from its offset on."""

    tokens: Sequence[Token]
    groups: re.Match[str]
    now: Today | None

    def value(self, group: str, kinds: str) -> str | None:
        """The value of the first token within a group that has one of some types; None where there is none."""
        if self.groups[group] is None:
            return None
        place = next((i for i in range(*self.groups.span(group)) if self.tokens[i].type in kinds), None)
        return None if place is None else self.tokens[place].value

    def number(self, group: str, kinds: str) -> int | None:
        """That value as a whole number; None where there is none."""
        value = self.value(group, kinds)
        return int(value) if value else None

    def all(self, group: str, kinds: str) -> tuple[Token, ...]:
        """All tokens within a group that have one of some types, in order."""
        return tuple(self.tokens[i] for i in range(*self.groups.span(group)) if self.tokens[i].type in kinds)

    def start(self, group: str) -> int:
        """The number of the first token of a group, among all tokens of the text."""
        return self.groups.start(group)

    @property
    def end(self) -> int:
        """The number of the token after the last."""
        return self.groups.end()


Readings: TypeAlias = tuple[Reading, ...] | None
"""What a pattern is read as; None: it does not fit after all, and the next may try; empty: it is certainly no date."""

SHIFTS: Final = {"t": 0, "l": -1, "n": 1}


"""Years from that of the document: this one, the last, the next."""


def year_of(match: Match, group: str) -> tuple[int | None, bool, bool]:
    """The year of a group: the year, whether it follows from the document, and whether it cannot be known."""
    printed = match.number(group, "y")
    if printed is not None:
        return printed, False, False
    deictic = next((t.type for t in match.all(group, "tln")), None) if match.groups[group] else None
    if deictic is None:
        return None, True, False
    return (match.now.year + SHIFTS[deictic] if match.now else None), True, match.now is None


def point_of(match: Match, group: str) -> tuple[Point, bool] | None:
    """The day or month of a group, and whether its year follows from the document; None where it cannot be known."""
    year, inferred, unknown = year_of(match, group)
    if unknown:
        return None
    return Point(year, match.number(group, "m"), match.number(group, "dD")), inferred
