"""Numbers and marks before items and headings: how word processors count and print them, and whether a text is one and nothing else."""

from __future__ import annotations

import re
from typing import Final

from generator.readers.pieces.counting import ALPHABET

_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)

_MARK: Final = re.compile(
    r"\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|[IVXLC]{1,6})(?:\.\d{1,2})*(?:\)|\.|°|º)\)?|[-–—•▪·○o*●■□‣∙⁃\uf0b7\uf02d]|\d{1,2}(?:\.\d{1,2})+|§\s?\d+[a-z]?\.?"
)


def numeral(value: int, style: str) -> str:
    """A value in a style: `1`, `01`, `a`, `A`, `i`, `I`, or nothing in an empty style; letters go on after z as aa."""
    if style in {"a", "A"}:
        return _cased(_letters(value), style)
    if style in {"i", "I"}:
        return _cased(_roman(value), style)
    return f"{value:02}" if style == "01" else str(value) if style else ""


def _cased(text: str, style: str) -> str:
    return text.upper() if style.isupper() else text


def _letters(value: int) -> str:
    """Word and HTML differ after z (aa, bb or aa, ab); both start with aa, and few lists come that far."""
    turn, place = divmod(max(value, 1) - 1, ALPHABET)
    return chr(ord("a") + place) * (turn + 1)


def _roman(value: int) -> str:
    text = ""
    for step, letters in _ROMAN:
        count, value = divmod(max(value, 0), step)
        text += letters * count
    return text


def is_mark(text: str) -> bool:
    """Whether a text is the mark of an item and nothing else."""
    return bool(_MARK.fullmatch(text.strip()))
