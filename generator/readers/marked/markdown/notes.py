"""The lines of Markdown that are notes: in its notation, or by a number that the text above calls for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.model import Lines
from generator.readers.marked.markdown.block import Block
from generator.readers.marked.markdown.gathered import Gathered
from generator.readers.marked.markdown.note_lines import NOTE_LIKE, Call, next_note, number_in
from generator.readers.pieces.counting import MOST_SKIPPED_NOTES
from generator.readers.pieces.drafts import NoteDraft
from generator.readers.pieces.lines import Line

NOTE: Final = re.compile(r"(?P<open>\s{0,3}\[\^(?P<number>\d{1,3})\]:|\s{0,3}<sup>\s*(?P<raised>\d{1,3})\s*</sup>)\s*")


class NoteLines:
    """Takes the lines that start a note; a number that returns is no second note."""

    def __init__(self, made: Gathered, called: Mapping[int, Call]) -> None:
        """`called` are the numbers that the text calls for, each with its first call."""
        self.made, self.called = made, called
        self.numbers: set[int] = set()
        self.last_note = 0

    def note(self, line: Line) -> None:
        """A note in Markdown's notation."""
        match = NOTE.match(line.text)
        if match is None:
            return
        number = int(match["number"] or match["raised"])
        if number in self.numbers:
            # Where a number returns, the first note keeps it, and the second is text like any other.
            self.made.start("text", line, line.indent, len(line.text))
            return
        block = Block("note", number=number)
        opening = match["open"]
        block.label_span = (line.start + len(opening) - len(opening.lstrip()), line.start + match.end("open"))
        self._open_note(block, line, match.end(), len(line.text.rstrip()))

    def _open_note(self, block: Block, line: Line, start: int, end: int) -> None:
        self.made.notes.append(block)
        self.numbers.add(block.number)
        self.last_note = block.number
        self.made.add(block, line, start, end)
        self.made.open = block

    def is_called(self, line: Line) -> bool:
        """Whether a line starts with the number of a note that is due, and that a line above it calls for."""
        match = NOTE_LIKE.match(line.text)
        if match is None:
            return False
        number = number_in(match["label"])
        due = number not in self.numbers and (self.last_note < number <= self.last_note + MOST_SKIPPED_NOTES)
        return due and number in self.called and self.called[number].line < line.number

    def numbered(self, line: Line) -> None:
        """A note that its number alone tells, and those run together with it ("… 9 COM(2016) 234 …")."""
        match = NOTE_LIKE.match(line.text)
        while match is not None:
            number = number_in(match["label"])
            self.made.markup(line, match.span("lead"))
            self.made.markup(line, match.span("tail"))
            self.made.calls.append((number, self.called[number].span))
            after = next_note(line.text, match.end(), number + 1) if number + 1 in self.called else None
            block = Block("note", number=number, label_span=(line.start + match.start("label"), line.start + match.end("label")))
            self._open_note(block, line, match.end(), after.start() if after else len(line.text.rstrip()))
            match = after

    def drafts(self) -> tuple[NoteDraft, ...]:
        """The footnotes that the text defines."""
        return tuple(self._note_text(block) for block in self.made.notes)

    def _note_text(self, block: Block) -> NoteDraft:
        rows = tuple((part,) for row in block.inline.rows for part in row)
        label = block.label_span or (block.ranges[0][0], block.ranges[0][0])
        place = Lines(block.lines[0], block.lines[-1])
        return NoteDraft(block.number, rows, place, self.made.text[slice(*label)], label)
