"""A block of Markdown while its lines are gathered, and what the outline needs to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.model import BlockType, Lines, Span
from generator.readers.marked.markdown.inline import Inline, take_apart
from generator.readers.pieces.drafts import Draft, Rows, cut
from generator.readers.pieces.enumeration import HeadingMark, Mark, find_heading_mark
from generator.readers.pieces.numbered_titles import is_numbered_title, part_rank
from generator.readers.pieces.roles import article_number
from generator.readers.pieces.titles import is_title

_KINDS: Final[dict[str, BlockType]] = {"quote": "quote", "metadata": "front_matter"}


@dataclass(frozen=True, slots=True)
class _Opening:
    """How a block starts: its number or mark with its range, the words after it and their rows, and what the number makes of it."""

    label: str
    span: Span | None
    words: str
    rows: Rows
    title: HeadingMark | None = None


@dataclass(slots=True)
class Block:
    """A block being gathered: its lines, the marks before them, what its notation says it is."""

    kind: str
    lines: list[int] = field(default_factory=list)
    ranges: list[Span] = field(default_factory=list)
    mark: Mark | None = None
    label_span: Span | None = None
    indent: int = 0  # blanks before its mark
    number: int = 0  # of a note; 0 in other blocks
    signs: int | None = None
    inline: Inline = field(default_factory=lambda: Inline((), ()))
    text: str = ""
    table: Draft | None = None
    below_number: bool = False

    def finish(self, text: str, calls: Sequence[tuple[int, Span]] = ()) -> None:
        """Work out its text, inline notation and label from its lines, once all are there; `text` is the whole transcript, `calls` are markers of notes that its notation does not tell."""
        self.inline = take_apart(text, self.ranges, calls)
        markers = sorted(span for _, span in self.inline.notes)
        rows = ("".join(text[a:b] for part in row for a, b in cut(part, markers)) for row in self.inline.rows)
        self.text = " ".join(" ".join(rows).split())

    def is_stressed(self) -> bool:
        """Whether all of it stands between stars or underscores."""
        inside = [span for row in self.inline.rows for span in row]
        stressed = sum(b - a for a, b in _union(self.inline.stressed))
        return bool(inside) and stressed >= sum(b - a for a, b in inside) - len(self.lines)

    def draft(self, *, signed: bool) -> Draft:
        """The block as a draft for the outline; `signed` is true where the document's headings have # signs."""
        if self.table is not None:
            return self.table
        stressed = self.is_stressed()
        marked = self.kind == "heading" or (self.kind == "text" and stressed and is_title(self.text))
        opening = self._opening(marked=marked)
        return Draft(
            rows=opening.rows,
            text=opening.words,
            place=Lines(self.lines[0], self.lines[-1]),
            kind=_KINDS.get(self.kind, "paragraph"),
            label=opening.label,
            label_span=opening.span,
            mark=self.mark,
            title=opening.title,
            indent=self.indent,
            marked_title=None if self._is_untold(signed=signed, marked=marked) else marked,
            signs=self.signs,
            emphasis=() if marked or stressed else _union(self.inline.stressed),
        )

    def _opening(self, *, marked: bool) -> _Opening:
        """Its mark and its words; a heading may start with a number."""
        rows = self.inline.rows
        title = find_heading_mark(self.text) if marked and self.mark is None else None
        if title is None:
            return _Opening(self.mark.label if self.mark else "", self.label_span, self.text, rows)
        (start, end), *others = rows[0]
        span = (start, start + len(title.label))
        return _Opening(title.label, span, self.text[title.length :], (((span[1], end), *others), *rows[1:]), title)

    def _is_untold(self, *, signed: bool, marked: bool) -> bool:
        """Whether its notation does not say if it is a heading: items, quotations, and lines by themselves where no heading has signs."""
        if self.mark or self.kind in _KINDS:
            return True
        named = is_numbered_title(self.text) or bool(article_number(self.text)) or part_rank(self.text) is not None
        return not marked and len(self.lines) == 1 and (not signed or self.below_number or named)


def _union(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
