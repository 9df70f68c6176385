"""Where one paragraph, item or heading of a PDF ends and the next begins: by space, indent, type, marks and how full a row is."""

from __future__ import annotations

from collections.abc import Iterable

from generator.readers.pieces.counting import NEXT_ITEM
from generator.readers.printed.pdf.breaks import breaks
from generator.readers.printed.pdf.chunks import Chunk, Open, Start
from generator.readers.printed.pdf.columns import Column
from generator.readers.printed.pdf.joints import Joint
from generator.readers.printed.pdf.lines import Line, is_table
from generator.readers.printed.pdf.marks import start_of
from generator.readers.printed.pdf.setting import Setting


def chunks_of(body: Iterable[tuple[Line, ...]]) -> tuple[Chunk, ...]:
    """Chunks that hold every row once, in order."""
    return _Segmenter(tuple(flow for flow in body if flow)).run()


class _Segmenter:
    """Walks down the rows of all flows."""

    def __init__(self, flows: tuple[tuple[Line, ...], ...]) -> None:
        self.flows = flows
        self.setting = Setting(flows)
        self.chunks: list[Chunk] = []
        self.values: dict[str, int] = {}
        self.open: Open | None = None
        self.before: tuple[Line, Column] | None = None

    def run(self) -> tuple[Chunk, ...]:
        for flow, column in zip(self.flows, self.setting.columns, strict=True):
            if is_table(flow[0]):
                self._table(flow)
            else:
                self._flow(flow, self.setting.adjusted(column))
        self._close()
        return tuple(self.chunks)

    def _table(self, flow: tuple[Line, ...]) -> None:
        self._close()
        self.chunks.append(Chunk(flow, region="table"))
        self.before = None

    def _flow(self, flow: tuple[Line, ...], column: Column) -> None:
        for index, line in enumerate(flow):
            later = flow[index + 1 : index + 1 + NEXT_ITEM]
            joint = self._joint(line, column, later)
            start = start_of(line, joint, later, self.values)
            if joint is None or start.opens or breaks(joint):
                self._begin(line, column, start)
            else:
                joint.own.add(line, line.left - column.left)
            self.before = (line, column)

    def _joint(self, line: Line, column: Column, later: tuple[Line, ...]) -> Joint | None:
        """What comes before a row; None at the start of the document and below a table."""
        if self.open is None or self.before is None:
            return None
        last, last_column = self.before
        above = self.chunks[-1] if self.chunks else None
        return Joint(last, last_column, line, column, later, self.open, above, len(self.chunks), self.setting)

    def _begin(self, line: Line, column: Column, start: Start) -> None:
        self._close()
        self.open = Open([line], start, _text_left(line, start.length) - column.left, line.left - column.left)
        if start.mark and start.mark.value is not None:
            self.values[start.mark.style] = start.mark.value

    def _close(self) -> None:
        if self.open:
            lines, start = tuple(self.open.lines), self.open.start
            self.chunks.append(Chunk(lines, start.mark, start.title, start.length, lines[0].element, self.open.set_in))
        self.open = None


def _text_left(line: Line, length: int) -> float:
    """Where the text of a row begins, its mark left out."""
    for run in line.runs:
        if run.box and run.start >= line.start + length and length:
            return run.box[0]
    return line.left
