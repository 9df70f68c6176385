"""The sequences that numbers and letters at the start of rows make, by which a mark is told from other numbers."""

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


_LONGEST_BRIDGE: Final = 3
"""So many marks at most may stand in mid-sentence between two that do not."""


@dataclass(slots=True)
class _Sequence:
    """Marks of one style with rising values: the rows they start, and the last value."""

    rows: list[int]
    last: int


@dataclass(frozen=True, slots=True)
class Sequences:
    """For each row and style of mark, the sequence that the row belongs to."""

    found: dict[tuple[int, str], _Sequence] = field(default_factory=dict)
    bridges: set[tuple[int, str]] = field(default_factory=set)

    @classmethod
    def of(cls, marks: Iterable[tuple[int, Mark, bool]]) -> Sequences:
        """The sequences that marks make, given in order with their rows, and whether the row before may end something.

        A mark goes on with the innermost sequence whose last value is one less; those inside that one are at an end. A first value starts a
        new one. One in mid-sentence counts only where it bridges the gap between two others.
        """
        sequences = cls()
        open_ones: dict[str, list[_Sequence]] = defaultdict(list)
        doubtful: dict[tuple[str, int], int] = {}
        for row, mark, placed in marks:
            if mark.value is None:
                continue
            if placed:
                sequences._take(row, mark.style, mark.value, open_ones[mark.style], doubtful)
            else:
                doubtful[mark.style, mark.value] = row
        return sequences

    def _take(self, row: int, style: str, value: int, stack: list[_Sequence], doubtful: dict[tuple[str, int], int]) -> None:
        depth = _going_on(stack, value)
        bridge: list[int] = []
        while depth is None and len(bridge) < _LONGEST_BRIDGE and (style, value - 1 - len(bridge)) in doubtful:
            bridge.append(doubtful[style, value - 1 - len(bridge)])
            depth = _going_on(stack, value - len(bridge))
        if bridge and depth is not None and bridge == sorted(bridge, reverse=True) and bridge[-1] > stack[depth].rows[-1]:
            for place, between in enumerate(reversed(bridge), value - len(bridge)):
                self._add(between, style, place, stack[depth])
                self.bridges.add((between, style))
        elif bridge:
            depth = None
        if depth is None:
            stack.append(_Sequence([], value))
            del stack[:-_DEEPEST]
        else:
            del stack[depth + 1 :]
        self._add(row, style, value, stack[-1])

    def _add(self, row: int, style: str, value: int, sequence: _Sequence) -> None:
        sequence.rows.append(row)
        sequence.last = value
        self.found[row, style] = sequence

    def holds(self, row: int, mark: Mark) -> bool:
        """Whether the row's mark stands in a sequence of some length."""
        sequence = self.found.get((row, mark.style))
        return sequence is not None and len(sequence.rows) >= _TELLING


def _going_on(stack: list[_Sequence], value: int) -> int | None:
    """The place of the innermost sequence that a value goes on with."""
    return next((i for i in range(len(stack) - 1, -1, -1) if stack[i].last == value - 1), None)
