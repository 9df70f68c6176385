"""From physical lines to printed rows: pages, the text on them and the footnotes at their foot."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, Literal

from generator.model import Span
from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import Shape, ends_sentence, starts_lower
from generator.readers.printed.edges.page_edges import Kind, has_form_feeds
from generator.readers.printed.text.note_blocks import NOTE_START, NoteBlocks, find_note_blocks, note_number
from generator.readers.printed.text.width import width

Relation = Literal["start", "normal", "separated", "page"]

_MOST_SKIPPED: Final = 3
"""A page's first note may follow on one whose text or number was lost, but not on a gap of more than these."""

_DIGITS_ONLY: Final = re.compile(r"\d{1,3}")
_FRAGMENT: Final = re.compile(r"\d{1,3}(?!\d)(?![.)]\s)(?:[\s,.;:)].*)?")
_CLOSING: Final = re.compile(r"[.,;:!?)\]»”]")
_CLOSING_ALONE: Final = re.compile(r"[.,;:!?)\]](?:\s|$)")
"""What stands behind a raised number, and no row starts with."""

_NEAR: Final = 20
_LOOSE: Final = 1.05
"""A row put together from pieces may be a little wider than the widest of so many rows before it."""

_LOST_NUMBER_INDENT: Final = 3
"""A note whose number was lost starts with at least this many blanks; a page's first list item has two."""


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row: the seed's ranges that make it up, its text, and how it follows on the row before."""

    parts: tuple[Span, ...]
    text: str
    lines: tuple[int, int]
    indent: int
    relation: Relation
    page: int
    tail: int = 1
    tight: bool = False

    @property
    def first(self) -> int:
        """The number of its first line."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of the running text, the rows of the footnotes (numbered `anew` on each page or not), and the furniture by line."""

    body: tuple[Row, ...]
    notes: tuple[Row, ...]
    furniture: tuple[tuple[Line, Kind], ...]
    anew: bool = False


def lay_out(lines: tuple[Line, ...], shape: Shape, furniture: Mapping[int, Kind]) -> Layout:
    """Every line is in exactly one row or piece of furniture; rows keep the order of the seed."""
    fed = has_form_feeds(lines)
    shown = fed or _shown_by_feet(lines, shape, furniture)
    paged = shape.page_indent or any(line.gap.page_break for line in lines) or bool({"page-number", "running-head"} & {*furniture.values()})
    draft = _placed(lines, furniture, _Placer(shape, NoteBlocks(), paged=paged, fed=fed, shown=shown))
    blocks = find_note_blocks(draft.pages(), frozenset(draft.ruled), shape.unit)
    placer = _placed(lines, furniture, _Placer(shape, blocks, paged=paged, fed=fed, shown=shown))
    return Layout(
        body=_joined(placer.rows, notes=False),
        notes=_joined(placer.rows, notes=True),
        furniture=tuple((lines[i], kind) for i, kind in sorted(furniture.items())),
        anew=blocks.anew,
    )


def _shown_by_feet(lines: tuple[Line, ...], shape: Shape, furniture: Mapping[int, Kind]) -> bool:
    """Whether a text has no more rows set in by one blank than heads and feet, so that such a row says nothing about pages."""
    feet = sum(kind != "rule" and index + 1 not in furniture for index, kind in furniture.items())
    return feet >= max(1, sum(line.indent == shape.margin + 1 and not line.gap.size for line in lines))


def _placed(lines: tuple[Line, ...], furniture: Mapping[int, Kind], placer: _Placer) -> _Placer:
    """The placer after it has seen all lines."""
    for index, line in enumerate(lines):
        if index in furniture:
            placer.set_aside(line, furniture[index])
        else:
            placer.place(line)
    return placer


def _joined(rows: Iterable[tuple[bool, list[Line], Row]], *, notes: bool) -> tuple[Row, ...]:
    return tuple(_row(parts, row) for in_notes, parts, row in rows if in_notes == notes)


def _row(lines: list[Line], row: Row) -> Row:
    return replace(
        row,
        parts=tuple(line.span for line in lines),
        text=join_parts(line.content for line in lines),
        lines=(lines[0].number, lines[-1].number),
        tail=lines[-1].tail,
    )


def join_parts(parts: Iterable[str]) -> str:
    """Pieces of one row with a blank between, but none before closing punctuation."""
    text = ""
    for part in parts:
        text += part if not text or _CLOSING.match(part) else f" {part}"
    return text


def _is_pieced(lines: list[Line]) -> bool:
    """Whether a row is made up of more than one line."""
    return len(lines) > 1


def _goes_on_in_row(line: Line) -> bool:
    """Whether a line is the rest of a row that a raised number cut in two."""
    return not line.gap.size and not line.gap.page_break and bool(_CLOSING_ALONE.match(line.content))


class _Placer:
    """Goes down the lines in order and tells of each where it stands; it remembers the page, and whether the notes of that page have begun."""

    def __init__(self, shape: Shape, note_blocks: NoteBlocks, *, paged: bool, fed: bool, shown: bool) -> None:
        self.shape, self.note_blocks, self.paged, self.fed, self.shown = shape, note_blocks, paged, fed, shown
        self.rows: list[tuple[bool, list[Line], Row]] = []
        self.page = 0
        self.among_notes = False
        self.last_note = 0
        self.foot_passed = self.feed_passed = False
        self.blanks_passed = 0
        self.rule_passed = False
        self.ruled: set[int] = set()
        self.last: Line | None = None
        self.last_in_notes: Line | None = None

    def pages(self) -> Iterator[tuple[list[Line], list[Line]]]:
        """The lines of each page: those of the running text, and those of the notes."""
        for _, rows in groupby(self.rows, key=lambda row: row[2].page):
            body: list[Line] = []
            notes: list[Line] = []
            for in_notes, parts, _row in rows:
                (notes if in_notes else body).extend(parts)
            yield body, notes

    def set_aside(self, line: Line, kind: Kind) -> None:
        """A page number or head ends the page; a rule of dashes or underscores may announce notes."""
        self.blanks_passed += line.gap.size
        self.feed_passed = self.feed_passed or line.gap.page_break
        if kind == "rule":
            self.rule_passed = True
        else:
            self.foot_passed = True

    def place(self, line: Line) -> None:
        """Put one line with text where it belongs."""
        if self.rule_passed:
            self.ruled.add(line.number)
        starts_page = self._starts_page(line)
        if starts_page:
            self.page += 1
            self.among_notes = False
        elif line.number in self.note_blocks.stops:
            starts_page = True
            self.among_notes = False
        elif self._starts_notes(line):
            self.among_notes = True
        elif not self.among_notes and self._is_fragment(line):
            self.rows[-1][1].append(line)
            self._passed(line)
            return
        if self.among_notes:
            self._count_note(line)
        indent = max(0, line.indent - self.shape.margin)
        if starts_page and self.shape.page_indent and not line.gap.page_break and indent:
            indent -= 1
        if self._continues_after_marker(line):
            indent = 0
        relation = self._relation(line, starts_page=starts_page)
        row = Row((), "", (0, 0), indent, relation, self.page, tight=self._tight(line))
        self.rows.append((self.among_notes, [line], row))
        if self.among_notes:
            self.last_in_notes = line
        self._passed(line)

    def _passed(self, line: Line) -> None:
        self.last, self.blanks_passed = line, 0
        self.foot_passed = self.feed_passed = self.rule_passed = False

    def _tight(self, line: Line) -> bool:
        """Whether the line follows with less space than there is inside a paragraph."""
        return self.shape.unit > 0 and line.gap.size == 0 and self.last is not None and not self.foot_passed

    def _starts_page(self, line: Line) -> bool:
        if self.last is None or line.gap.page_break or self.feed_passed or (self.foot_passed and not self.fed):
            return True
        if not self.paged:
            # Nothing marks pages here: a page's notes end where white space sets them apart from the text that goes on.
            return self.among_notes and line.gap.size > self.shape.unit and not self._is_next_note(line)
        indent = line.indent - self.shape.margin
        if not self.shape.page_indent or not 0 < indent < _LOST_NUMBER_INDENT or line.gap.size:
            return False
        if self.shape.unit == 0 or self.shown:
            return indent == 1 and not self.shown
        return not _DIGITS_ONLY.fullmatch(self.last.content)

    def _note_is_open(self) -> bool:
        """Whether the last note stopped in mid-sentence, so that it goes on at the foot of this page."""
        return self.last_in_notes is not None and not ends_sentence(self.last_in_notes.content)

    def _is_next_note(self, line: Line) -> bool:
        match = NOTE_START.match(line.content)
        return match is not None and note_number(match["label"]) == self.last_note + 1

    def _count_note(self, line: Line) -> None:
        match = NOTE_START.match(line.content)
        if match and self.last_note < (number := note_number(match["label"])) <= self.last_note + _MOST_SKIPPED:
            self.last_note = number

    def _starts_notes(self, line: Line) -> bool:
        if line.gap.rule or line.number in self.note_blocks.starts:
            return True
        if self.rule_passed and (NOTE_START.match(line.content) or self._note_is_open()):
            return True
        lost_number = line.indent - self.shape.margin >= _LOST_NUMBER_INDENT
        return self._tight(line) and lost_number and not _DIGITS_ONLY.fullmatch(self._last_text())

    def _last_text(self) -> str:
        return self.last.content if self.last else ""

    def _is_fragment(self, line: Line) -> bool:
        """Whether the line is a piece of the row before it: a raised number, or what follows one."""
        if not self.rows or self.rows[-1][0] or self.last is None:
            return False
        last = self._last_text()
        if _goes_on_in_row(line) and " " in last:
            return True
        if self.shape.unit == 0:
            return False
        after_number = bool(_DIGITS_ONLY.fullmatch(last)) and _is_pieced(self.rows[-1][1])
        if self._tight(line):
            return after_number or (line.indent == self.shape.margin and bool(_FRAGMENT.fullmatch(line.content)))
        if after_number and _CLOSING.match(line.content):
            return line.gap.size <= self.shape.unit
        return self._fills_row(line)

    def _fills_row(self, line: Line) -> bool:
        """Whether lines with only blanks between them, tight on both sides, make up one row of the usual width."""
        pieces = self.rows[-1][1]
        if not _is_pieced(pieces) or line.gap.empty or line.gap.rule or line.gap.size != 1:
            return False
        usual = max((width(row[1][0].content) for row in self.rows[-_NEAR:]), default=0)
        return width(join_parts([*(piece.content for piece in pieces), line.content])) <= usual * _LOOSE

    def _continues_after_marker(self, line: Line) -> bool:
        """Whether the row before stopped at a raised number in mid-sentence, so that a blank here means nothing."""
        if not self.rows or not _is_pieced(self.rows[-1][1]) or not _DIGITS_ONLY.fullmatch(self._last_text()):
            return False
        before = self.rows[-1][1][-2].content
        return starts_lower(line.content) and not ends_sentence(before)

    def _relation(self, line: Line, *, starts_page: bool) -> Relation:
        if self.last is None:
            return "start"
        if starts_page:
            return "page"
        spread = line.gap.size + self.blanks_passed > self.shape.unit or line.gap.blank or self.rule_passed
        return "separated" if spread and not self._continues_after_marker(line) else "normal"
