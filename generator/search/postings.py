"""Where words stand: for each form the records that hold it, how much it weighs there, and its places among their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

MOST: Final = 63
"""The heaviest weight; with one bit for "more than once" it fits in a byte."""


@dataclass(slots=True)
class Postings:
    """The places of one form; `span` is the number of words it takes. Records are added in order.

    `records` holds for each record the step from the one before, its weight times two, plus one where the number of places follows;
    `places` the steps between the places. All numbers are of variable length: seven bits a byte, the lowest first.
    """

    surface: str
    span: int = 1  # words of the form
    count: int = 0  # records so far
    last: int = -1  # the last record, from 0; -1 before the first
    records: bytearray = field(default_factory=bytearray)
    places: bytearray = field(default_factory=bytearray)

    def add(self, record: int, weight: int, places: Sequence[int]) -> None:
        """A record with the places of the form in it, in order."""
        put(self.records, record - self.last)
        put(self.records, weight << 1 | (len(places) > 1))
        if len(places) > 1:
            put(self.records, len(places))
        before = 0
        for place in places:
            put(self.places, place - before)
            before = place
        self.count += 1
        self.last = record


def put(target: bytearray, value: int) -> None:
    """Append a number to bytes in variable length."""
    while value > 127:  # noqa: PLR2004 - seven bits
        target.append(value & 127 | 128)
        value >>= 7
    target.append(value)
