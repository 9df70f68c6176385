"""Notes at the foot of a PDF's columns: where they begin, and which rows start one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.readers.pieces.counting import MOST_SKIPPED_NOTES
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.pdf.lines import Line, is_table
from generator.readers.printed.pdf.note_labels import SMALL, Label, Note, find_label

_MOST_ON_PAGE: Final = 60
"""No column holds more notes: the edge they are set to is looked for in so many. The PDFs of the tests read alike with half of it and
with twice as much."""

_HANGS: Final = 0.6
"""In units of the type size: a note starts at most so far right of the others in its column. The PDFs of the tests read alike with half
of it and with twice as much."""

_ALIKE: Final = 0.06
"""In parts of the type size: rows of one note differ by less. The PDFs of the tests read alike with half of it and with twice as much."""

_APART: Final = 1.3
"""In units of the type size: the rest of a note from the page before stands at least so far below the text. The PDFs of the tests read
alike with half of it and with twice as much."""


class Gatherer:
    """Takes the flows of a document in order and gathers the notes at their foot; `size` is the type size of the running text, in points."""

    def __init__(self, size: float) -> None:
        """Begin before the first flow."""
        self.size = size
        self.notes: list[Note] = []
        self.seen: set[int] = set()
        self.last_flow: tuple[int, str] | None = None

    def parted(self, flow: tuple[Line, ...]) -> tuple[Line, ...]:
        """The rows of a flow that are running text; the others are gathered as notes."""
        start = None if is_table(flow[0]) else self._zone(flow)
        if start is None:
            return flow
        for line in flow[start:]:
            label = find_label(line)
            if label and self._is_due(label, line, opens=line is flow[start]):
                self.notes.append(Note(label))
                self.seen |= {int(label.key)} if label.key.isdecimal() else set()
            self.notes[-1].lines.append(line)
        self.last_flow = flow[0].flow
        return flow[:start]

    # Where the notes of a flow begin -----------------------------------------------------------------------------

    def _zone(self, flow: tuple[Line, ...]) -> int | None:
        """The first row of a flow's notes; None where it has none. A line above them tells most, then small type."""
        for find in (self._ruled_zone, self._small_zone, self._raised_zone):
            start = find(flow)
            if start is not None:
                return start
        return None

    def _ruled_zone(self, flow: tuple[Line, ...]) -> int | None:
        """Notes below a drawn line."""
        below = next((index for index, line in enumerate(flow) if line.below_rule), None)
        return below if below is not None and (self._opens(flow[below]) or self._goes_on(flow, below)) else None

    def _small_zone(self, flow: tuple[Line, ...]) -> int | None:
        """Notes in the smaller rows that the flow ends with."""
        small = len(flow)
        while small and flow[small - 1].size <= SMALL * self.size:
            small -= 1
        first = next((index for index in range(small, len(flow)) if self._opens(flow[index])), None)
        if first == small:
            return small
        return small if small < len(flow) and self._goes_on(flow, small) else first

    def _raised_zone(self, flow: tuple[Line, ...]) -> int | None:
        """Notes set as large as the text show by the raised number at the start of a row, one that the page calls for."""
        for index, line in enumerate(flow[1:], 1):
            label = find_label(line) if line.runs[0].raised else None
            if label and self._is_due(label, line, opens=True) and label.key in _raised_in(flow[:index]):
                return index
        return None

    def _opens(self, line: Line) -> bool:
        """Whether a row may be the first of a flow's notes."""
        label = find_label(line)
        return label is not None and self._is_due(label, line, opens=True)

    def _goes_on(self, flow: tuple[Line, ...], start: int) -> bool:
        """Whether rows without a number go on with the last note of the page before: it was left open there."""
        if not self.notes:
            return False
        last, line = self.notes[-1].lines[-1], flow[start]
        near = line.page - last.page <= 1
        alike = abs(line.size - last.size) < _ALIKE * last.size
        apart = start == 0 or line.base - flow[start - 1].base > _APART * line.size
        return (
            near and alike and apart and (_is_full(last, self.notes[-1].lines) or not ends_sentence(last.text) or starts_lower(line.text))
        )

    # Which row starts the next note ------------------------------------------------------------------------------

    def _is_due(self, label: Label, line: Line, *, opens: bool) -> bool:
        """Whether a label may start the next note; `opens` is true of the first row of a flow's notes, and of one that would be that."""
        if not label.key.isdecimal():
            return label.raised or opens or not label.key.isalpha()
        number, last = int(label.key), self.notes[-1] if self.notes else None
        if last is None:
            return label.raised or number <= 1 + MOST_SKIPPED_NOTES
        if not last.key.isdecimal():
            return label.raised or number in {1, max(self.seen, default=0) + 1}
        new_flow = self.last_flow != line.flow and opens
        claim = _Claim(number, last, line, label.raised, opens, new_flow, self)
        return any(rule(claim) for rule in _DUE)

    def hangs(self, line: Line) -> bool:
        """Whether a row starts where the notes of its column start, but for `_HANGS`."""
        starts = [note.lines[0].left for note in self.notes[-_MOST_ON_PAGE:] if note.lines[0].flow == line.flow]
        return not starts or line.left <= min(starts) + _HANGS * line.size


@dataclass(frozen=True, slots=True)
class _Claim:
    """A number that may start a note after `last`, a note with a number."""

    number: int
    last: Note
    line: Line
    raised: bool
    opens: bool
    new_flow: bool
    gatherer: Gatherer


def _restarts(claim: _Claim) -> bool:
    """Each page may number its notes from 1."""
    return claim.number == 1 and (claim.new_flow or claim.line.page != claim.last.page)


def _is_next(claim: _Claim) -> bool:
    """The next number, or one of the next where type or a new column sets it apart, at the edge of the notes."""
    step = claim.number - int(claim.last.key)
    within = step == 1 or (1 < step <= MOST_SKIPPED_NOTES and (claim.raised or claim.new_flow))
    return within and (claim.opens or claim.gatherer.hangs(claim.line))


def _opens_raised(claim: _Claim) -> bool:
    """A raised number opens the notes of a flow, whatever it is."""
    return claim.raised and claim.opens


def _is_postponed(claim: _Claim) -> bool:
    """A note moved to the next column, behind notes with higher numbers."""
    seen = claim.gatherer.seen
    return claim.opens and 0 < claim.number < max(seen) and claim.number not in seen


_DUE: Final[tuple[Callable[[_Claim], bool], ...]] = (_restarts, _is_next, _opens_raised, _is_postponed)
"""Why a number may start a note."""


def _raised_in(lines: tuple[Line, ...]) -> Iterator[str]:
    """What stands raised in rows, but not first in them."""
    for line in lines:
        for run in line.runs[1:]:
            if run.raised:
                yield line.text[run.start - line.start : run.end - line.start].strip(" ()[]")


def _is_full(line: Line, lines: list[Line]) -> bool:
    return line.right >= max(other.right for other in lines) - line.size
