"""Goes down the lines of a text and tells of each where it stands: on which page, in its text or among its notes, in which row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, TypeAlias

from generator.readers.pieces.counting import MOST_SKIPPED_NOTES
from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import Shape, ends_sentence
from generator.readers.printed.edges.page_edges import Kind
from generator.readers.printed.text.fragments import DIGITS_ONLY, NEAR, goes_on_behind_number, is_fragment
from generator.readers.printed.text.note_blocks import NOTE_START, NoteBlocks, note_number
from generator.readers.printed.text.rows import Relation, Row

LOST_NUMBER_INDENT: Final = 3
"""A note whose number was lost starts with at least this many blanks; a page's first list item has two."""

Placed: TypeAlias = tuple[bool, list[Line], Row]
"""Whether a row stands among the notes, the lines that make it up, and what else is known of it."""


class Placer:
    """Goes through the lines in order and places each in the text or the notes of its page."""

    def __init__(self, shape: Shape, note_blocks: NoteBlocks, *, paged: bool, fed: bool, shown: bool) -> None:
        """Begin with the first page; `fed`: form feeds part the pages, `paged`: something does, `shown`: it needs no other sign."""
        self.shape, self.note_blocks, self.paged, self.fed, self.shown = shape, note_blocks, paged, fed, shown
        self.rows: list[Placed] = []
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
        starts_page = self._turns_page(line)
        if not starts_page and self._starts_notes(line):
            self.among_notes = True
        elif not starts_page and not self.among_notes and self._is_fragment(line):
            self.rows[-1][1].append(line)
            self._passed(line)
            return
        self._add(line, starts_page=starts_page)
        self._passed(line)

    def _turns_page(self, line: Line) -> bool:
        """Whether a line goes on with the text at the top of a page or of a column, which then is the one that is filled."""
        starts_page = self._starts_page(line)
        self.page += starts_page
        starts = starts_page or line.number in self.note_blocks.stops
        self.among_notes = self.among_notes and not starts
        return starts

    def _add(self, line: Line, *, starts_page: bool) -> None:
        """A new row."""
        goes_on = self._goes_on_behind_number(line)
        indent = 0 if goes_on else max(0, line.indent - self.shape.margin)
        if starts_page and self.shape.page_indent and not line.gap.page_break and indent:
            indent -= 1
        row = Row((), "", (0, 0), indent, self._relation(line, starts_page=starts_page), self.page, tight=self._tight(line))
        self.rows.append((self.among_notes, [line], row))
        if self.among_notes:
            self._count_note(line)
            self.last_in_notes = line

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
        return self.shape.page_indent and not line.gap.size and self._is_set_in_for_page(line, self.last)

    def _is_set_in_for_page(self, line: Line, last: Line) -> bool:
        """Whether the blanks before a line, few as they are, say that a page starts with it."""
        indent = line.indent - self.shape.margin
        if self.shown or self.shape.unit == 0:
            return indent == 1 and not self.shown
        return 0 < indent < LOST_NUMBER_INDENT and not DIGITS_ONLY.fullmatch(last.content)

    def _note_is_open(self) -> bool:
        """Whether the last note stopped in mid-sentence, so that it goes on at the foot of this page."""
        return self.last_in_notes is not None and not ends_sentence(self.last_in_notes.content)

    def _is_next_note(self, line: Line) -> bool:
        match = NOTE_START.match(line.content)
        return match is not None and note_number(match["label"]) == self.last_note + 1

    def _count_note(self, line: Line) -> None:
        match = NOTE_START.match(line.content)
        if match and self.last_note < (number := note_number(match["label"])) <= self.last_note + MOST_SKIPPED_NOTES:
            self.last_note = number

    def _starts_notes(self, line: Line) -> bool:
        if line.gap.rule or line.number in self.note_blocks.starts:
            return True
        if self.rule_passed and (NOTE_START.match(line.content) or self._note_is_open()):
            return True
        lost_number = line.indent - self.shape.margin >= LOST_NUMBER_INDENT
        return self._tight(line) and lost_number and not DIGITS_ONLY.fullmatch(self._last_text())

    def _last_text(self) -> str:
        return self.last.content if self.last else ""

    def _is_fragment(self, line: Line) -> bool:
        """Whether a line is a piece of the row before it, which is one of the running text."""
        near = [row[1] for row in self.rows[-NEAR:]]
        return bool(near) and not self.rows[-1][0] and is_fragment(line, near, self.shape, tight=self._tight(line))

    def _goes_on_behind_number(self, line: Line) -> bool:
        return bool(self.rows) and goes_on_behind_number(line, self.rows[-1][1])

    def _relation(self, line: Line, *, starts_page: bool) -> Relation:
        if self.last is None:
            return "start"
        if starts_page:
            return "page"
        spread = line.gap.size + self.blanks_passed > self.shape.unit or line.gap.blank or self.rule_passed
        return "separated" if spread and not self._goes_on_behind_number(line) else "normal"
