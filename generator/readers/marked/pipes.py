"""Tables in Markdown: lines parted by pipes, the line of dashes below their head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import Lines, Span
from generator.readers.marked.inline import Inline, take_apart
from generator.readers.pieces.drafts import CellDraft, Draft, TableDraft
from generator.readers.printed.lines import Line

RULE: Final = re.compile(r"\s*+\|?(?:\s*+:?-{2,}+:?\s*+\|)++\s*+(?::?-++:?)?\s*+$")
"""The line of dashes below the head of a table."""

_PIPE: Final = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class PipeTable:
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


def table(text: str, lines: Sequence[Line]) -> PipeTable:
    """The table that some lines make; rows above the line of dashes are its head."""
    rows: list[tuple[CellDraft, ...]] = []
    markup: list[tuple[int, Span]] = []
    inside: list[Inline] = []
    heads = 0
    for line in lines:
        if RULE.match(line.text):
            markup.append((line.number, line.span))
            heads = len(rows)
            continue
        pipes = [(line.start + match.start(), line.start + match.end()) for match in _PIPE.finditer(line.text)]
        bounds = [line.span[0], *(edge for pipe in pipes for edge in pipe), line.span[1]]
        markup += [(line.number, pipe) for pipe in pipes]
        cells = [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if a <= b]
        if pipes and pipes[0][0] == line.span[0]:
            cells = cells[1:]
        if pipes and pipes[-1][1] == line.span[1]:
            cells = cells[:-1]
        taken = [take_apart(text, [cell]) for cell in cells]
        inside += taken
        markup += [(line.number, span) for inline in taken for span in inline.markup]
        place = Lines(line.number, line.number)
        rows.append(tuple(CellDraft(tuple(row for row in inline.rows if row), place, emphasis=inline.stressed) for inline in taken))
    place = Lines(lines[0].number, lines[-1].number)
    draft = Draft((), "", place, "table", table=TableDraft(tuple(rows), heads if heads < len(rows) else 0))
    return PipeTable(draft, tuple(markup), tuple(inside))
