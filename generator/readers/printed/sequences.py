"""The sequences that numbers and letters at the start of rows make: a mark is what the sequence it continues says it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from generator.readers.pieces.enumeration import Mark

_TELLING: Final = 3
"""Two marks may follow one another by chance; three are a sequence."""

_DEEPEST: Final = 8
"""So many sequences of one style may be open at a time, one inside the other."""


@dataclass(slots=True)
class _Sequence:
    """Marks of one style that count on: the rows they start, and the last of their values."""

    rows: list[int]
    last: int


@dataclass(frozen=True, slots=True)
class Sequences:
    """For each row and style of mark, the sequence that the row belongs to."""

    found: dict[tuple[int, str], _Sequence] = field(default_factory=dict)

    @classmethod
    def of(cls, marks: Iterable[tuple[int, Mark]]) -> Sequences:
        """The sequences that marks make, given with their rows in order.

        A mark goes on with the innermost sequence whose last value is one less; those inside that one are at an end. A first value starts a new one.
        """
        sequences = cls()
        open_ones: dict[str, list[_Sequence]] = defaultdict(list)
        for row, mark in marks:
            if mark.value is None:
                continue
            stack = open_ones[mark.style]
            depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].last == mark.value - 1), None)
            if depth is None:
                stack.append(_Sequence([], mark.value))
                del stack[:-_DEEPEST]
            else:
                del stack[depth + 1 :]
            stack[-1].rows.append(row)
            stack[-1].last = mark.value
            sequences.found[row, mark.style] = stack[-1]
        return sequences

    def holds(self, row: int, mark: Mark) -> bool:
        """Whether the row's mark stands in a sequence of some length."""
        sequence = self.found.get((row, mark.style))
        return sequence is not None and len(sequence.rows) >= _TELLING
