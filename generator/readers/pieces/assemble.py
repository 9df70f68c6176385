"""Puts the parts of a document together: drafts become blocks, footnote texts become notes, repairs are listed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import Block, Defect, Furniture, LineRange, ListPlace, Note, Repair, Source, Span
from generator.readers.pieces.compose import Composed, Spelling, compose, shift
from generator.readers.pieces.identify import identify
from generator.readers.pieces.outline import Draft
from generator.readers.pieces.repairs import find_edits
from generator.readers.printed.footnotes import NoteText
from generator.readers.printed.markers import Marker

_DOUBLE_BLANK: Final = re.compile(r"(?<!\S)(?=\S*\w)(\S++)([ \t]{2,})(?=(\w\S*))")
_EXCERPT: Final = 40
"""So many characters of a note are enough to find it by."""

_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Parts:
    """All that a reader found in a seed."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """What was taken out of the running text: footnotes, their markers, furniture."""

    notes: tuple[NoteText, ...] = ()
    markers: tuple[Marker, ...] = ()
    furniture: tuple[Furniture, ...] = ()


def assemble(source: Source, drafts: Iterable[Draft], aside: Aside, spelling: Spelling) -> Parts:
    """The document's parts in reading order, its blocks named, its footnotes by number."""
    composer = _Assembler(source, aside.markers, spelling)
    blocks = identify(composer.block(draft) for draft in drafts)
    found = tuple(composer.note(note) for note in aside.notes)
    known = {note.number for note in found}
    missing = tuple(composer.missing(marker) for marker in aside.markers if marker.number not in known)
    notes = tuple(sorted((*found, *missing), key=lambda note: note.number))
    furniture = sorted((*aside.furniture, *composer.glyphs), key=lambda piece: (piece.lines, piece.spans))
    defects = sorted(_defects(source, blocks, notes), key=lambda defect: (defect.lines, defect.kind, defect.text))
    return Parts(blocks, notes, tuple(furniture), tuple(defects))


def _start(marker: Marker) -> int:
    return marker.span[0]


class _Assembler:
    """Composes texts with the markers that fall inside them."""

    def __init__(self, source: Source, markers: tuple[Marker, ...], spelling: Spelling) -> None:
        self.source, self.spelling = source, spelling
        self.markers = sorted(markers, key=_start)
        self.glyphs: list[Furniture] = []

    def text(self, rows: Iterable[tuple[tuple[int, int], ...]]) -> Composed:
        """The composed and mended text of some rows."""
        rows = tuple(rows)
        spans = [span for row in rows for span in row]
        if not spans:
            return Composed("")
        first = bisect_left(self.markers, spans[0][0], key=_start)
        after = bisect_left(self.markers, spans[-1][1], key=_start)
        inside = self.markers[first:after]
        composed = compose(rows, self.source.text, inside, self.spelling)
        return shift(composed, find_edits(composed.text, self.spelling.lexicon))

    def block(self, draft: Draft) -> Block:
        """The block of a draft, still without id."""
        composed = self.text(draft.rows)
        item = draft.kind == "list_item" and draft.mark is not None
        return Block(
            id="",
            type=draft.kind,
            text=composed.text,
            lines=draft.lines,
            level=draft.level if draft.kind == "heading" else None,
            number=draft.number,
            label=draft.label if draft.kind == "heading" else "",
            list=ListPlace(draft.mark.kind, draft.depth or 1, draft.label) if item and draft.mark else None,
            emphasis=tuple((composed.offset(a), composed.offset(b - 1) + 1) for a, b in draft.emphasis if a < b),
            notes=composed.notes,
            repairs=composed.repairs,
            spans=composed.spans,
            label_spans=self._labels(draft),
        )

    def _labels(self, draft: Draft) -> tuple[Span, ...]:
        """The range of a heading's number or an item's mark; that of any other piece is set aside as a glyph."""
        labels = () if draft.label_span is None else (draft.label_span,)
        if not labels or draft.kind in {"heading", "list_item"}:
            return labels
        self.glyphs.append(Furniture((draft.lines[0], draft.lines[0]), draft.label, "glyph", labels))
        return ()

    def note(self, note: NoteText) -> Note:
        """The footnote of a note text."""
        first, last = note.rows[0].lines[0], note.rows[-1].lines[1]
        composed = self.text((part,) for part in note.parts)
        return Note(
            number=note.number,
            text=composed.text,
            lines=(first, last),
            label=note.label,
            number_in_source=not note.inferred,
            text_in_source=bool(composed.text),
            notes=composed.notes,
            repairs=composed.repairs,
            spans=composed.spans,
            label_spans=() if note.label_span is None else (note.label_span,),
        )

    def missing(self, marker: Marker) -> Note:
        """A footnote of which only the marker is left."""
        return Note(number=marker.number, text="", lines=None, number_in_source=True, text_in_source=False)


def _defects(source: Source, blocks: tuple[Block, ...], notes: tuple[Note, ...]) -> Iterator[Defect]:
    lines = _LineNumbers(source.text)
    parts: tuple[Block | Note, ...] = (*blocks, *notes)
    for part in parts:
        yield from (_repaired(repair, part) for repair in part.repairs)
        yield from (Defect(_lines_of(part), match.group(), "private-use", None) for match in _PRIVATE.finditer(part.text))
        yield from _doubled_blanks(part, source.text, lines)
    placed = {marker.number: lines.at(marker.spans[0][0]) for part in parts for marker in part.notes if marker.spans}
    for note in notes:
        yield from _note_defects(note, placed)


def _repaired(repair: Repair, part: Block | Note) -> Defect:
    mended = part.text[repair.offset : repair.offset + repair.length]
    return Defect(_lines_of(part), repair.source, repair.kind, mended)


def _lines_of(part: Block | Note) -> LineRange:
    return part.lines or (1, 1)


def _doubled_blanks(part: Block | Note, text: str, lines: _LineNumbers) -> Iterator[Defect]:
    for start, end in part.spans:
        for match in _DOUBLE_BLANK.finditer(text, start, end):
            line = lines.at(match.start())
            yield Defect((line, line), f"{match[1]}{match[2]}{match[3]}", "doubled-blank", f"{match[1]} {match[3]}")


def _note_defects(note: Note, placed: dict[int, int]) -> Iterator[Defect]:
    if not note.text_in_source:
        line = placed.get(note.number, note.lines[0] if note.lines else 1)
        yield Defect((line, line), str(note.number), "missing-note", None)
    elif not note.number_in_source and note.lines:
        yield Defect(note.lines, note.text[:_EXCERPT], "missing-note-number", str(note.number))
    if note.text_in_source and note.number not in placed and note.lines:
        yield Defect(note.lines, str(note.number), "missing-note-marker", None)


class _LineNumbers:
    """Line numbers, from 1, of places in a text."""

    def __init__(self, text: str) -> None:
        self.ends = [match.end() for match in re.finditer(r"\r\n|\n|\r", text)]

    def at(self, offset: int) -> int:
        """The line in which an offset lies."""
        return bisect_right(self.ends, offset) + 1
