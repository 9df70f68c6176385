"""Notes gathered at the end of a PDF: rows that start with 1, 2, 3 … in one form, numbers that the text before them calls for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.readers.printed.pdf.calls import calls_of
from generator.readers.printed.pdf.lines import Line, is_table
from generator.readers.printed.pdf.note_labels import Label, Note, find_label

_BRACKETS: Final = {"(", "["}


def endnotes(body: tuple[tuple[Line, ...], ...], text: str) -> tuple[tuple[tuple[Line, ...], ...], list[Note]]:
    """The running text before the notes at the end of a document, and those notes; all is running text where there are none."""
    lines = [line for flow in body for line in flow if not is_table(line)]
    starts = _starts(lines, _Calls.of(lines, text))
    if not starts or starts[0][1].key != "1":
        return body, []
    ends = [index for index, _ in starts[1:]] + [len(lines)]
    notes = [Note(label, lines[index:end]) for (index, label), end in zip(starts, ends, strict=True)]
    first = lines[starts[0][0]].start
    return tuple(tuple(line for line in flow if line.start < first or is_table(line)) for flow in body), notes


@dataclass(frozen=True, slots=True)
class _Calls:
    """What the text points at: all numbers and signs of markers, and the highest number that is raised."""

    called: frozenset[str]
    last: str

    @classmethod
    def of(cls, lines: list[Line], text: str) -> _Calls:
        """The markers in rows; a number or sign that a row starts with is none."""
        calls = [(key, kind) for line in lines for key, span, kind in calls_of(line, text, _BRACKETS) if span[0] > line.start]
        raised = (int(key) for key, kind in calls if kind == "raised" and key.isdecimal())
        return cls(frozenset(key for key, _ in calls), str(max(raised, default=0)))

    def may_be_last(self, label: Label) -> bool:
        """Whether the last note may start so: its form sets it apart, or its number is the last that is called for."""
        return label.raised or bool(label.bracket) or label.key == self.last


def _starts(lines: list[Line], calls: _Calls) -> list[tuple[int, Label]]:
    """The rows that notes start in, found from the last back to the first."""
    starts: list[tuple[int, Label]] = []
    for index, label in _called(lines, calls):
        if _comes_before(label, starts[-1][1]) if starts else calls.may_be_last(label):
            starts.append((index, label))
        if starts and starts[-1][1].key == "1":
            break
    starts.reverse()
    return starts


def _called(lines: list[Line], calls: _Calls) -> Iterator[tuple[int, Label]]:
    """The rows, from the last, that start with a number which is called for."""
    for index in range(len(lines) - 1, -1, -1):
        label = find_label(lines[index])
        if label and label.key.isdecimal() and label.key in calls.called:
            yield index, label


def _comes_before(label: Label, later: Label) -> bool:
    return int(label.key) == int(later.key) - 1 and label.bracket == later.bracket
