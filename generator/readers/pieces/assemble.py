"""Puts the parts of a document together: drafts become blocks, footnote texts become notes, repairs are listed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import Block, Cell, Change, Defect, Furniture, Lines, ListPlace, Note, OnPages, Part, Place, Repair, Span, Transcript
from generator.readers.pieces.compose import Composed, Spelling, compose, shift
from generator.readers.pieces.drafts import Aside, CellDraft, Draft, Marker, NoteDraft, Rows, TableDraft
from generator.readers.pieces.identify import identify
from generator.readers.pieces.notation import NOTATION, spelled_out
from generator.readers.pieces.repairs import find_edits
from generator.readers.pieces.roles import with_roles

_DOUBLE_BLANK: Final = re.compile(r"(?<!\S)(?=\S*\w)(\S++)([ \t]{2,})(?=(\w\S*))")
_EXCERPT: Final = 40
"""Characters of a note by which it can be found in the original."""

_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a reader finds in a transcript: the blocks and notes of the document, its furniture, and the flaws that were met."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    defects: tuple[Defect, ...] = ()


def assemble(source: Transcript, drafts: Iterable[Draft], aside: Aside, spelling: Spelling) -> Parts:
    """The document's parts in reading order, its blocks named, its footnotes by number."""
    composer = _Assembler(source, aside, spelling)
    blocks = identify(composer.block(draft) for draft in with_roles(drafts))
    found = tuple(composer.note(note) for note in aside.notes)
    missing = {marker.number for marker in aside.markers} - {note.number for note in found}
    notes = tuple(sorted((*found, *map(composer.missing, missing)), key=lambda note: note.number))
    furniture = sorted((*aside.furniture, *composer.glyphs), key=lambda piece: (piece.spans, piece.text))
    defects = sorted(_defects(source, blocks, notes), key=lambda defect: (order(defect.place), defect.kind, defect.text))
    return Parts(blocks, notes, tuple(furniture), tuple(defects))


def _start(marker: Marker) -> int:
    return marker.span[0]


class _Assembler:
    """Composes texts with the markers that fall inside them."""

    def __init__(self, source: Transcript, aside: Aside, spelling: Spelling) -> None:
        self.source, self.spelling = source, spelling
        self.markers = sorted(aside.markers, key=_start)
        self.spelled = aside.spelled
        self.glyphs: list[Furniture] = []

    def text(self, rows: Rows) -> Composed:
        """The composed and mended text of some rows."""
        spans = [span for row in rows for span in row]
        if not spans:
            return Composed("")
        first = bisect_left(self.markers, spans[0][0], key=_start)
        after = bisect_left(self.markers, spans[-1][1], key=_start)
        inside = self.markers[first:after]
        composed = compose(rows, self.source.text, inside, self.spelling)
        composed = shift(composed, spelled_out(composed, self.spelled, (spans[0][0], spans[-1][1])))
        return shift(composed, find_edits(composed.text, self.spelling.lexicon))

    def block(self, draft: Draft) -> Block:
        """The block of a draft, still without id."""
        if draft.table is not None:
            return self._table(draft, draft.table)
        composed = self.text(draft.rows)
        item = draft.kind == "list_item" and draft.mark is not None
        return Block(
            id="",
            type=draft.kind,
            text=composed.text,
            place=draft.place,
            level=draft.level if draft.kind == "heading" else None,
            number=draft.number,
            label=draft.label if draft.kind == "heading" else "",
            list=ListPlace(draft.mark.kind, draft.depth or 1, draft.label) if item and draft.mark else None,
            emphasis=_stressed(composed, draft.emphasis),
            notes=composed.notes,
            repairs=composed.repairs,
            spans=composed.spans,
            label_spans=self._labels(draft),
            role=draft.role,
            changes=tuple(Change(text, composed.offset(at) if at > draft_start(draft) else 0) for at, text in draft.changes),
        )

    def _table(self, draft: Draft, table: TableDraft) -> Block:
        """The block of a table; its cells get their ids with it."""
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in table.rows)
        text = "\n".join(" | ".join(cell.text for cell in row) for row in rows)
        caption = self._cell(table.caption) if table.caption else None
        return Block("", "table", text, draft.place, role=draft.role, caption=caption, header_rows=table.header_rows, rows=rows)

    def _cell(self, cell: CellDraft) -> Cell:
        composed = self.text(cell.rows)
        return Cell(
            id="",
            text=composed.text,
            place=cell.place,
            across=cell.across,
            down=cell.down,
            emphasis=_stressed(composed, cell.emphasis),
            notes=composed.notes,
            repairs=composed.repairs,
            spans=composed.spans,
        )

    def _labels(self, draft: Draft) -> tuple[Span, ...]:
        """The range of a heading's number or an item's mark; that of any other piece is set aside as a glyph."""
        labels = () if draft.label_span is None else (draft.label_span,)
        if not labels or draft.kind in {"heading", "list_item"}:
            return labels
        self.glyphs.append(Furniture(_start_of(draft.place), draft.label, "glyph", labels))
        return ()

    def note(self, note: NoteDraft) -> Note:
        """The footnote of a draft."""
        composed = self.text(note.rows)
        return Note(
            number=note.number,
            text=composed.text,
            place=note.place,
            label=note.label,
            number_in_source=note.label_span is not None,
            text_in_source=bool(composed.text),
            emphasis=_stressed(composed, note.emphasis),
            notes=composed.notes,
            repairs=composed.repairs,
            spans=composed.spans,
            label_spans=() if note.label_span is None else (note.label_span,),
        )

    def missing(self, number: int) -> Note:
        """A footnote of which only markers are left."""
        return Note(number=number, text="", place=None, number_in_source=True, text_in_source=False)


def draft_start(draft: Draft) -> int:
    """Where the words of a draft begin in the transcript."""
    return draft.rows[0][0][0] if draft.rows and draft.rows[0] else 0


def _stressed(composed: Composed, ranges: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Where stressed ranges of the transcript came to stand in a text."""
    return tuple((composed.offset(a), composed.offset(b - 1) + 1) for a, b in ranges if a < b)


def order(place: Place) -> tuple[float, ...]:
    """A key that sorts places of one document: first and last line, or page and height in points; empty for elements, which come in order."""
    if isinstance(place, Lines):
        return place.first, place.last
    return (place.boxes[0].page, place.boxes[0].box[1]) if isinstance(place, OnPages) else ()


def _start_of(place: Place) -> Place:
    """Where a place begins: its first line; a place that is no lines is one piece."""
    return Lines(place.first, place.first) if isinstance(place, Lines) else place


def _defects(source: Transcript, blocks: tuple[Block, ...], notes: tuple[Note, ...]) -> Iterator[Defect]:
    lines = LineNumbers(source.text)
    parts: tuple[Part, ...] = (*(part for block in blocks for part in block.parts), *notes)
    nowhere = parts[0].place if parts else None
    for part in parts:
        place = part.place or nowhere
        if place is not None:
            yield from _part_defects(part, place, source.text, lines)
    placed = _placed(parts)
    for note in notes:
        part, start = placed.get(note.number, (note, None))
        where = _narrowed(part.place or nowhere, start, lines)
        if where:
            yield from _note_defects(note, where, marked=start is not None)


def _placed(parts: tuple[Part, ...]) -> dict[int, tuple[Part, int]]:
    """The numbers of the notes that a marker was found for, each with the part and the offset that it stands at."""
    return {marker.number: (part, marker.spans[0][0]) for part in parts for marker in part.notes if marker.spans}


def _part_defects(part: Part, place: Place, text: str, lines: LineNumbers) -> Iterator[Defect]:
    yield from (_repaired(repair, part, place) for repair in part.repairs if repair.kind not in NOTATION)
    yield from (Defect(place, match.group(), "private-use", None) for match in _PRIVATE.finditer(part.text))
    yield from _doubled_blanks(part, place, text, lines)


def _narrowed(place: Place | None, offset: int | None, lines: LineNumbers) -> Place | None:
    """The very line of an offset, where places are lines; else the place of its part."""
    if offset is None or not isinstance(place, Lines):
        return place
    return Lines(lines.at(offset), lines.at(offset))


def _repaired(repair: Repair, part: Part, place: Place) -> Defect:
    mended = part.text[repair.offset : repair.offset + repair.length]
    return Defect(place, repair.source, repair.kind, mended)


def _doubled_blanks(part: Part, place: Place, text: str, lines: LineNumbers) -> Iterator[Defect]:
    for start, end in part.spans:
        for match in _DOUBLE_BLANK.finditer(text, start, end):
            where = _narrowed(place, match.start(), lines) or place
            yield Defect(where, f"{match[1]}{match[2]}{match[3]}", "doubled-blank", f"{match[1]} {match[3]}")


def _note_defects(note: Note, where: Place, *, marked: bool) -> Iterator[Defect]:
    if not note.text_in_source:
        yield Defect(where, str(note.number), "missing-note", None)
    elif not note.number_in_source and note.place:
        yield Defect(note.place, note.text[:_EXCERPT], "missing-note-number", str(note.number))
    if note.text_in_source and not marked and note.place:
        yield Defect(note.place, str(note.number), "missing-note-marker", None)


class LineNumbers:
    """Line numbers, from 1, of places in a text."""

    def __init__(self, text: str) -> None:
        """Find the line ends once."""
        self.ends = [match.end() for match in re.finditer(r"\r\n|\n|\r", text)]
        self.length = len(text)

    def at(self, offset: int) -> int:
        """The number, from 1, of the line in which an offset lies."""
        return bisect_right(self.ends, offset) + 1

    def range(self, number: int) -> Span:
        """The range of a line in the text, its line end included."""
        starts = (0, *self.ends[number - 2 : number - 1]) if number > 1 else (0,)
        ends = self.ends[number - 1 : number]
        return starts[-1], ends[0] if ends else self.length
