"""What the lines of a Markdown text have made so far: the blocks, the one that is open, and what was set aside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from generator.model import Furniture, Lines, Span
from generator.readers.marked.markdown.block import Block
from generator.readers.pieces.drafts import Marker, Spelled
from generator.readers.pieces.enumeration import Mark
from generator.readers.pieces.lines import Line


class Gathered:
    """The blocks, furniture and markers that the lines of a text have made so far; all ranges are of the text."""

    def __init__(self, text: str) -> None:
        """Start with nothing."""
        self.text = text
        self.found: list[Block] = []
        self.notes: list[Block] = []
        self.furniture: list[Furniture] = []
        self.markers: list[Marker] = []
        self.calls: list[tuple[int, Span]] = []
        self.spelled: list[Spelled] = []
        self.open: Block | None = None

    def start(self, kind: str, line: Line, start: int, end: int) -> None:
        """Open a block with a range of a line, counted from the line's start."""
        self.open = Block(kind, indent=line.indent)
        self.found.append(self.open)
        self.add(self.open, line, start, end)

    def add(self, block: Block, line: Line, start: int, end: int | None = None) -> None:
        """Add a range of a line to a block, by default to the end of the line."""
        end = len(line.text.rstrip()) if end is None else end
        block.lines.append(line.number)
        block.ranges.append((line.start + start, line.start + max(start, end)))

    def last_text(self) -> str:
        """The text of the last line taken in, without the blanks after it."""
        return self.text[slice(*self.found[-1].ranges[-1])].rstrip() if self.found else ""

    def set_mark(self, mark: Mark, span: Span, indent: int) -> None:
        """The mark of the block that is open, where it stands, and how far it is set in."""
        if self.open is not None:
            self.open.mark, self.open.label_span, self.open.indent = mark, span, indent

    def markup(self, line: Line, span: Span) -> None:
        """Set notation aside: a range of a line, counted from the line's start."""
        self.aside(line.number, (line.start + span[0], line.start + span[1]))

    def aside(self, number: int, span: Span) -> None:
        """Set notation aside: a range of the text that stands on a line."""
        marks = self.text[slice(*span)].strip()
        if marks:
            self.furniture.append(Furniture(Lines(number, number), marks, "markup", (span,)))

    def finish(self) -> None:
        """Finish all blocks and set their notation aside."""
        self.calls.sort(key=lambda call: call[1])
        for block in [*(block for block in self.found if block.table is None), *self.notes]:
            block.finish(self.text, self._calls_in(block))
            for span in block.inline.markup:
                number = block.lines[max(0, bisect_right([a for a, _ in block.ranges], span[0]) - 1)]
                self.aside(number, span)
            self.markers += [Marker(number, span, 0, "square") for number, span in block.inline.notes]
            self.spelled += block.inline.spelled
        self.spelled.sort(key=lambda notation: notation.span)

    def _calls_in(self, block: Block) -> tuple[tuple[int, Span], ...]:
        """The markers of notes that stand in a block and that its notation does not tell."""
        starts = [span[0] for _, span in self.calls]
        first, after = bisect_left(starts, block.ranges[0][0]), bisect_left(starts, block.ranges[-1][1])
        return tuple(self.calls[first:after])
