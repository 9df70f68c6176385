"""From physical lines to printed rows: pages, the text on them and the footnotes at their foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import Shape
from generator.readers.printed.edges.page_edges import Kind, has_form_feeds
from generator.readers.printed.text.note_blocks import NoteBlocks, find_note_blocks
from generator.readers.printed.text.placing import Placed, Placer
from generator.readers.printed.text.rows import Layout, Row, join_parts


def lay_out(lines: tuple[Line, ...], shape: Shape, furniture: Mapping[int, Kind]) -> Layout:
    """Every line is in exactly one row or piece of furniture; rows keep the order of the seed."""
    fed = has_form_feeds(lines)
    shown = fed or _shown_by_feet(lines, shape, furniture)
    paged = shape.page_indent or any(line.gap.page_break for line in lines) or bool({"page-number", "running-head"} & {*furniture.values()})
    draft = _placed(lines, furniture, Placer(shape, NoteBlocks(), paged=paged, fed=fed, shown=shown))
    blocks = find_note_blocks(draft.pages(), frozenset(draft.ruled), shape.unit)
    placer = _placed(lines, furniture, Placer(shape, blocks, paged=paged, fed=fed, shown=shown))
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


def _placed(lines: tuple[Line, ...], furniture: Mapping[int, Kind], placer: Placer) -> Placer:
    """The placer after it has seen all lines."""
    for index, line in enumerate(lines):
        if index in furniture:
            placer.set_aside(line, furniture[index])
        else:
            placer.place(line)
    return placer


def _joined(rows: Iterable[Placed], *, notes: bool) -> tuple[Row, ...]:
    return tuple(_row(parts, row) for in_notes, parts, row in rows if in_notes == notes)


def _row(lines: list[Line], row: Row) -> Row:
    return replace(
        row,
        parts=tuple(line.span for line in lines),
        text=join_parts(line.content for line in lines),
        lines=(lines[0].number, lines[-1].number),
        tail=lines[-1].tail,
    )
