"""Pieces of a row: what an extraction broke off at a raised number, and what follows that number on the same row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import Shape, ends_sentence, starts_lower
from generator.readers.printed.text.rows import CLOSING, join_parts
from generator.readers.printed.text.width import width

DIGITS_ONLY: Final = re.compile(r"\d{1,3}")
_FRAGMENT: Final = re.compile(r"\d{1,3}(?!\d)(?![.)]\s)(?:[\s,.;:)].*)?")
_CLOSING_ALONE: Final = re.compile(r"[.,;:!?)\]](?:\s|$)")
"""What stands behind a raised number, and no row starts with."""

NEAR: Final = 20
"""Rows before one put together from pieces that tell how wide it may be: as many as stand around it on its page."""

_LOOSE: Final = 1.05
"""A row put together from pieces may be a little wider than the widest of those, for the blanks that were set between them."""


def is_fragment(line: Line, rows: Sequence[Sequence[Line]], shape: Shape, *, tight: bool) -> bool:
    """Whether a line is a piece of the last of `rows` (`NEAR` of them are enough): a raised number, or what follows one; `tight` where no white stands above it."""
    row = rows[-1]
    last = row[-1].content
    if _goes_on_in_row(line) and " " in last:
        return True
    if shape.unit == 0:
        return False
    after_number = _ends_in_number(row)
    if tight:
        return after_number or _is_raised_number(line, shape)
    if after_number and CLOSING.match(line.content):
        return line.gap.size <= shape.unit
    return _fills_row(line, rows)


def goes_on_behind_number(line: Line, row: Sequence[Line]) -> bool:
    """Whether a row stopped at a raised number in mid-sentence, so that a blank before this line means nothing."""
    return _ends_in_number(row) and starts_lower(line.content) and not ends_sentence(row[-2].content)


def _is_raised_number(line: Line, shape: Shape) -> bool:
    return line.indent == shape.margin and bool(_FRAGMENT.fullmatch(line.content))


def _ends_in_number(row: Sequence[Line]) -> bool:
    """Whether the last of the pieces that make up a row is a number."""
    return len(row) > 1 and bool(DIGITS_ONLY.fullmatch(row[-1].content))


def _goes_on_in_row(line: Line) -> bool:
    """Whether a line is the rest of a row that a raised number cut in two."""
    return not line.gap.size and not line.gap.page_break and bool(_CLOSING_ALONE.match(line.content))


def _fills_row(line: Line, rows: Sequence[Sequence[Line]]) -> bool:
    """Whether lines with only blanks between them, tight on both sides, make up one row of the usual width."""
    pieces = rows[-1]
    if len(pieces) == 1 or line.gap.empty or line.gap.rule or line.gap.size != 1:
        return False
    usual = max(width(row[0].content) for row in rows[-NEAR:])
    return width(join_parts([*(piece.content for piece in pieces), line.content])) <= usual * _LOOSE
