"""How Excel on a computer that is set to Dutch opens a CSV file: which cells are words, which numbers, days or formulas.

From Microsoft's documentation: the mark at the start says UTF-8 (else the file is read as Windows-1252, and é is Ã©); cells are parted by the list separator of the
region, `;`; a number has `,` before its decimals and may have `.` between thousands; digits with an E between are a power of ten; a
cell that begins with `=`, `+`, `-` or `@` and is no number is a formula.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

_MARK: Final = b"\xef\xbb\xbf"
_NUMBER: Final = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?")
_POWER: Final = re.compile(r"[+-]?\d+(?:,\d+)?[eE][+-]?\d{1,3}")
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that Excel would work out."""

    text: str


Cell: TypeAlias = str | float | date | Formula


def opened(data: bytes, delimiter: str = ";") -> list[list[Cell]]:
    """The cells of a file after a double click; `delimiter` is the list separator of the computer."""
    text = data.removeprefix(_MARK).decode("utf-8" if data.startswith(_MARK) else "cp1252")
    return [[_cell(words) for words in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def columns(data: bytes) -> dict[str, list[Cell]]:
    """The cells below each name of the first row; fails where a row is longer or shorter than the first."""
    head, *rows = opened(data)
    return {str(name): [row[place] for row in rows] for place, name in enumerate(head) if all(len(row) == len(head) for row in rows)}


def _cell(words: str) -> Cell:
    plain = words.strip()
    if _NUMBER.fullmatch(plain):
        return float(plain.replace(".", "").replace(",", "."))
    if _POWER.fullmatch(plain):
        return float(plain.replace(",", "."))
    if match := _DAY.fullmatch(plain):
        return date(*map(int, match.groups()))
    return Formula(words) if plain[:1] in set("=+-@") else words
