"""Counting what was expected and what was found: hits, misses and false finds, by measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["f1", "recall", "none"]


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One thing to find: what makes it the same thing (`key`), and the line of the seed where it is shown."""

    line: int
    key: tuple[str, ...] = field(compare=True)

    def __str__(self) -> str:
        """`120: heading text`, cut short."""
        return f"{self.line}: {' | '.join(self.key)}"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of one document: its name, how it is reckoned, and what there is to compare.

    `f1`: misses and false finds weigh alike; `recall`: only what was expected counts; `none`: nothing may be found.
    """

    name: str
    kind: Kind
    expected: tuple[Item, ...]
    found: tuple[Item, ...]

    @property
    def hits(self) -> tuple[Item, ...]:
        """What was expected and found."""
        return _sorted(Counter(self.expected) & Counter(self.found))

    @property
    def missed(self) -> tuple[Item, ...]:
        """What was expected and not found."""
        return _sorted(Counter(self.expected) - Counter(self.found))

    @property
    def false(self) -> tuple[Item, ...]:
        """What was found and not expected."""
        return _sorted(Counter(self.found) - Counter(self.expected))

    @property
    def score(self) -> float:
        """Between 0 and 1; for `none` the number of things that should not be there."""
        if self.kind == "none":
            return float(len(self.false))
        whole = 2 * len(self.hits) + len(self.missed) + (len(self.false) if self.kind == "f1" else len(self.missed))
        return 1.0 if not whole else 2 * len(self.hits) / whole


def _sorted(items: Counter[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items.elements()))


def total(measures: Iterable[Measure]) -> Measure:
    """The measures of several documents as one; they must have the same name."""
    measures = tuple(measures)
    expected = tuple(_of(place, item) for place, measure in enumerate(measures) for item in measure.expected)
    found = tuple(_of(place, item) for place, measure in enumerate(measures) for item in measure.found)
    return Measure(measures[0].name, measures[0].kind, expected, found)


def _of(document: int, item: Item) -> Item:
    return Item(item.line, (str(document), *item.key))
