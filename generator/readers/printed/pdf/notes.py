"""Notes of a PDF: at the foot of each column or all at the end, with the markers in the text that call for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.readers.pieces.drafts import Marker, NoteDraft
from generator.readers.printed.pdf.calls import markers_of
from generator.readers.printed.pdf.endnotes import endnotes
from generator.readers.printed.pdf.footnotes import Gatherer
from generator.readers.printed.pdf.lines import Line, place_of
from generator.readers.printed.pdf.note_labels import Note


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes, the markers that point at them, and the rows of each flow that are running text."""

    notes: tuple[NoteDraft, ...]
    markers: tuple[Marker, ...]
    body: tuple[tuple[Line, ...], ...]


def find_notes(flows: Iterable[tuple[Line, ...]], text: str, size: float) -> Notes:
    """Notes at the foot of each flow, or all at the end; `size` is that of the running text."""
    gatherer = Gatherer(size)
    body = tuple(gatherer.parted(flow) for flow in flows)
    notes = gatherer.notes
    if not notes:
        body, notes = endnotes(body, text)
    _number(notes)
    markers = tuple(markers_of(body, notes, text))
    called = {marker.number for marker in markers}
    if notes and not called:
        # Nothing calls for them: numbered small print, but no notes.
        return Notes((), (), tuple(_restored(body, notes)))
    return Notes(tuple(_draft(note) for note in notes), markers, body)


def _restored(body: tuple[tuple[Line, ...], ...], notes: list[Note]) -> Iterator[tuple[Line, ...]]:
    """The flows with the rows of the notes back in their places."""
    back: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for note in notes:
        for line in note.lines:
            back[line.flow].append(line)
    for flow in body:
        own = back.pop(flow[0].flow, []) if flow else []
        yield tuple(sorted((*flow, *own), key=_start))
    yield from map(tuple, back.values())


def _start(line: Line) -> int:
    return line.start


def _number(notes: list[Note]) -> None:
    """Each note gets a number of its own: the printed one where no two have the same, else its place; signs come after the numbers."""
    printed = [int(note.key) for note in notes if note.key.isdecimal()]
    if len(set(printed)) == len(printed):
        free = iter(range(max(printed, default=0) + 1, max(printed, default=0) + 1 + len(notes)))
        for note in notes:
            note.number = int(note.key) if note.key.isdecimal() else next(free)
    else:
        for number, note in enumerate(notes, 1):
            note.number = number


def _draft(note: Note) -> NoteDraft:
    first, *others = note.lines
    rows = [((note.label.end, first.end),)] if note.label.end < first.end else []
    rows += [((line.start, line.end),) for line in others]
    start = note.label.end - len(note.label.printed)
    emphasis = tuple(
        (run.start, run.end) for line in note.lines for run in line.runs if (run.bold or run.italic) and run.start >= note.label.end
    )
    return NoteDraft(note.number, tuple(rows), place_of(note.lines), note.label.printed, (start, note.label.end), emphasis)
