"""Notation that stands for characters, spelled out in a text: commas for the marks of a list, characters for their entities."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from generator.model import Span
from generator.readers.pieces.compose import Composed, Edit
from generator.readers.pieces.drafts import Spelled

NOTATION: Final = frozenset({"list-mark", "entity"})
"""Kinds of repair that spell notation out: the text is as its maker meant it."""

_PUNCTUATION: Final = frozenset(",;")


def spelled_out(composed: Composed, notation: Sequence[Spelled], within: Span) -> tuple[Edit, ...]:
    """The edits that spell out what of the notation, in rising order, stands in the range of the seed that a text comes from."""
    first, after = (bisect_left(notation, place, key=_start) for place in within)
    return tuple(_edit(composed, sign) for sign in notation[first:after])


def _start(sign: Spelled) -> int:
    return sign.span[0]


def _edit(composed: Composed, sign: Spelled) -> Edit:
    """One sign spelled out; a blank takes the place of those beside it, a comma that of the blank before it."""
    start, end = composed.offset(sign.span[0]), composed.offset(sign.span[1] - 1) + 1
    blank = sign.text.isspace()
    start -= (blank or sign.text in _PUNCTUATION) and composed.text[start - 1 : start] == " "
    end += blank and composed.text[end : end + 1] == " "
    return start, end, " " if blank else sign.text, sign.kind
