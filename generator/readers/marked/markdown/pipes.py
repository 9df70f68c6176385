"""Tables in Markdown: lines parted by pipes, the line of dashes below their head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Lines, Span
from generator.readers.marked.markdown.inline import Inline, take_apart
from generator.readers.pieces.drafts import CellDraft, Draft, TableDraft
from generator.readers.pieces.lines import Line

RULE: Final = re.compile(r"\s*+\|?(?:\s*+:?-{2,}+:?\s*+\|)++\s*+(?::?-++:?)?\s*+$")
"""The line of dashes below the head of a table."""

_PIPE: Final = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class MarkdownTable:
    """The draft of a table; the ranges of its notation, by line; and what stands inside its cells."""

    draft: Draft
    markup: tuple[tuple[int, Span], ...]
    inside: tuple[Inline, ...]


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table: it starts with a pipe and has another."""
    return line.content.startswith("|") and len(_PIPE.findall(line.content)) > 1


def is_table(lines: Sequence[Line]) -> bool:
    """Whether rows make a table: one has the line of dashes below it, or all have as many cells."""
    ruled = any(RULE.match(line.text) for line in lines[1:])
    return ruled or (len(lines) > 1 and len({len(_PIPE.findall(line.content)) for line in lines}) == 1)


def table(text: str, lines: Sequence[Line]) -> MarkdownTable:
    """The table that some lines make; rows above the line of dashes are its head."""
    ruled = [line for line in lines if RULE.match(line.text)]
    rows = [_row(text, line) for line in lines if line not in ruled]
    heads = sum(row.number < ruled[-1].number for row in rows) if ruled else 0
    made = TableDraft(tuple(row.cells for row in rows), heads if heads < len(rows) else 0)
    draft = Draft((), "", Lines(lines[0].number, lines[-1].number), "table", table=made)
    return MarkdownTable(draft, _markup(ruled, rows), tuple(inline for row in rows for inline in row.inside))


def _markup(ruled: Sequence[Line], rows: Sequence[_Row]) -> tuple[tuple[int, Span], ...]:
    """The ranges of notation, each with its line: lines of dashes, pipes, and marks inside cells."""
    return (*((line.number, line.span) for line in ruled), *((row.number, span) for row in rows for span in row.markup))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: the number of its line, its cells, the ranges of its notation, and what stands inside its cells."""

    number: int
    cells: tuple[CellDraft, ...]
    markup: tuple[Span, ...]
    inside: tuple[Inline, ...]


def _row(text: str, line: Line) -> _Row:
    pipes = [(line.start + match.start(), line.start + match.end()) for match in _PIPE.finditer(line.text)]
    taken = tuple(take_apart(text, [cell]) for cell in _between(pipes, line.span))
    place = Lines(line.number, line.number)
    cells = tuple(CellDraft(tuple(row for row in inline.rows if row), place, emphasis=inline.stressed) for inline in taken)
    return _Row(line.number, cells, (*pipes, *(span for inline in taken for span in inline.markup)), taken)


def _between(pipes: Sequence[Span], line: Span) -> list[Span]:
    """What stands between the pipes of a row; nothing stands before a pipe that opens it, or after one that closes it."""
    bounds = [line[0], *(edge for pipe in pipes for edge in pipe), line[1]]
    cells = [(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True) if start <= end]
    opened = bool(pipes) and pipes[0][0] == line[0]
    closed = bool(pipes) and pipes[-1][1] == line[1]
    return cells[opened : len(cells) - closed]
