"""Charts and diagrams that are drawn on a PDF's page: where they are, and which words stand in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from generator.model import Box
from generator.readers.pieces.titles import is_caption
from generator.readers.printed.pdf.found_tables import Table, is_inside
from generator.readers.printed.pdf.pieces import DrawnShape, Sheet, TextPiece, around
from generator.readers.printed.pdf.rows import Row, rows_of

Spot: TypeAlias = tuple[int, int]
"""A square of the page, by its row and column."""

_SQUARE: Final = 12.0
"""Points: shapes in squares that touch belong to one drawing; bars of a chart and boxes of a diagram lie about so far apart."""

_FEWEST: Final = 4
"""Shapes that are no lines; fewer are boxes around text."""

_FEWEST_HEIGHTS: Final = 3
"""Heights of such shapes, in whole points: fields of a form and stripes behind rows are all as high."""

_LEAST: Final = 60.0
"""Points: a drawing is so high and wide at least; a smaller one is a sign or a logo."""

_WHOLE_PAGE: Final = 0.8
"""Part of the page's height and width: what is larger is its background or the frame around it."""

_STRIPE: Final = 2.5
"""In units of the type size: what is lower behind text is a stripe of a table or marks its words."""

_PROSE: Final = 8
"""Words of a row of running text; labels have fewer."""

_MOST_PROSE: Final = 0.3
"""So many rows of a drawing are prose at most: where more are, the shapes decorate a text."""

_BESIDE: Final = 1.5
"""In units of the type size: labels of an axis stand so far outside the shapes at most."""

_MOST_SHAPES: Final = 20000
"""A page with more is a map, of which no word is text."""


def words_in_drawings(pieces: tuple[TextPiece, ...], sheet: Sheet, tables: Iterable[Table]) -> frozenset[int]:
    """The ids of the pieces that are labels in a drawing, or beside its axes."""
    boxes = tuple(_drawings(pieces, sheet, [table.box for table in tables]))
    if not boxes:
        return frozenset()
    rows = rows_of(pieces)
    return frozenset(id(piece) for box in boxes for row in rows for piece in _labels(row, box))


def _drawings(pieces: tuple[TextPiece, ...], sheet: Sheet, tables: list[Box]) -> Iterator[Box]:
    shapes = [shape for shape in sheet.shapes[:_MOST_SHAPES] if _may_be_drawn(shape, sheet, tables)]
    stripes = _stripes(shapes, pieces)
    for group in _groups([shape for shape in shapes if id(shape) not in stripes]):
        box = _with_axes(around(group), sheet.shapes)
        heights = {round(s.bottom - s.top) for s in group}
        large = box[2] - box[0] >= _LEAST and box[3] - box[1] >= _LEAST
        if large and len(group) >= _FEWEST and len(heights) >= _FEWEST_HEIGHTS and not _is_prose(pieces, box):
            yield box


def _with_axes(box: Box, shapes: tuple[DrawnShape, ...]) -> Box:
    """The box around shapes and the lines that begin or run right beside them."""
    own = DrawnShape(*box, filled=False)
    near = (s for s in shapes[:_MOST_SHAPES] if (s.level or s.upright) and _touches(s, own))
    return around((own, *near))


def _touches(line: DrawnShape, box: DrawnShape) -> bool:
    across = line.left <= box.right + _SQUARE and line.right >= box.left - _SQUARE
    return across and line.top <= box.bottom + _SQUARE and line.bottom >= box.top - _SQUARE


def _may_be_drawn(shape: DrawnShape, sheet: Sheet, tables: list[Box]) -> bool:
    """Whether a shape is no line, no part of a table and not the page's own."""
    if shape.level or shape.upright:
        return False
    if shape.right - shape.left > _WHOLE_PAGE * sheet.width or shape.bottom - shape.top > _WHOLE_PAGE * sheet.height:
        return False
    return not any(box[0] - 1 <= shape.left and shape.right <= box[2] + 1 and box[1] - 1 <= shape.top <= box[3] for box in tables)


def _stripes(shapes: list[DrawnShape], pieces: tuple[TextPiece, ...]) -> frozenset[int]:
    """The ids of shapes that lie close around a row."""
    found = set()
    by_height: dict[int, list[TextPiece]] = defaultdict(list)
    for piece in pieces:
        by_height[int(piece.base // _SQUARE)].append(piece)
    for shape in shapes:
        near = (by_height[step] for step in range(int(shape.top // _SQUARE), int(shape.bottom // _SQUARE) + 1))
        if any(_lies_behind(shape, piece) for held in near for piece in held):
            found.add(id(shape))
    return frozenset(found)


def _lies_behind(shape: DrawnShape, piece: TextPiece) -> bool:
    low = shape.bottom - shape.top < _STRIPE * piece.size
    return low and is_inside(piece, (shape.left, shape.top, shape.right, shape.bottom))


def _groups(shapes: list[DrawnShape]) -> Iterator[list[DrawnShape]]:
    """The shapes in groups whose squares touch."""
    on: dict[Spot, list[DrawnShape]] = defaultdict(list)
    for shape in shapes:
        for spot in _spots(shape):
            on[spot].append(shape)
    left = set(on)
    while left:
        waiting, group = [left.pop()], {}
        while waiting:
            row, column = waiting.pop()
            group.update({id(shape): shape for shape in on[row, column]})
            near = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            waiting += near
        yield list(group.values())


def _spots(shape: DrawnShape) -> Iterator[Spot]:
    for row in range(int(shape.top // _SQUARE), int(shape.bottom // _SQUARE) + 1):
        for column in range(int(shape.left // _SQUARE), int(shape.right // _SQUARE) + 1):
            yield row, column


def _is_prose(pieces: tuple[TextPiece, ...], box: Box) -> bool:
    rows = rows_of(piece for piece in pieces if is_inside(piece, box))
    return sum(len(row.text.split()) >= _PROSE for row in rows) > _MOST_PROSE * len(rows)


def _labels(row: Row, box: Box) -> Iterator[TextPiece]:
    """The pieces of a row that stand in a drawing, or right outside it in a row of nothing but labels."""
    beside = all(_is_beside(piece, box) for piece in row.pieces) and len(row.text.split()) < _PROSE
    if beside and not is_caption(row.text) and not _SENTENCE.search(row.text):
        yield from row.pieces
    else:
        yield from (piece for piece in row.pieces if is_inside(piece, box))


def _is_beside(piece: TextPiece, box: Box) -> bool:
    reach = _BESIDE * piece.size
    across = piece.right >= box[0] - reach and piece.left <= box[2] + reach
    return across and piece.bottom >= box[1] - reach and piece.top <= box[3] + reach


_SENTENCE: Final = re.compile(r"[^\W\d_]{2}[.:;,]$")
"""What ends as text does is none of a drawing's labels."""
