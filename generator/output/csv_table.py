"""The only module that spells tables for spreadsheets: CSV after RFC 4180, in which no cell is a formula or breaks its line.

Each table is written twice, because spreadsheets read CSV as the computer they stand on is set: with commas and decimal points, as
most programs want it, and with semicolons and decimal commas, as Excel reads it on a computer that is set to Dutch.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.model import Page

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_INVISIBLE: Final = r"[\s\"\u00ad\u200b-\u200f\u2060\ufeff]*"
_CALCULATES: Final = rf"(?={_INVISIBLE}[=+\-@＝＋－＠])"
"""How a cell begins with which a spreadsheet would begin to calculate (OWASP, "CSV injection")."""

_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")
_EXPONENT: Final = re.compile(r"\d+[eE][+-]?\d+")
"""What a spreadsheet takes for a number with a power of ten, such as the CELEX number 32001E0043."""


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How a table is spelled: what parts its cells, the mark before decimals, and where a formula could begin.

    That is at the start of a cell, and after what parts cells for a spreadsheet that is set otherwise. `suffix` ends the name of the file.
    """

    suffix: str
    delimiter: str
    decimal: str
    formula: re.Pattern[str]
    exponents: bool = False


_COMMAS: Final = _Dialect("", ",", ".", re.compile(rf"(^|;){_CALCULATES}"))
_SEMICOLONS: Final = _Dialect("-excel", ";", ",", re.compile(rf"(^|[;,]){_CALCULATES}"), exponents=True)


def tables(path: str, columns: Sequence[str], rows: Iterable[Sequence[str | None]], numbers: Collection[str] = ()) -> tuple[Page, Page]:
    """The table as a file at the path, and as one for Dutch Excel beside it; `numbers` are the columns that hold numbers, one or several a cell."""
    held = tuple(tuple(row) for row in rows)
    return (
        Page(path, _spelled(_COMMAS, columns, held, numbers)),
        Page(for_excel(path), _spelled(_SEMICOLONS, columns, held, numbers)),
    )


def for_excel(path: str) -> str:
    """Where the same table stands for Dutch Excel."""
    whole = PurePosixPath(path)
    return whole.with_name(f"{whole.stem}{_SEMICOLONS.suffix}{whole.suffix}").as_posix()


def _spelled(dialect: _Dialect, columns: Sequence[str], rows: Iterable[Sequence[str | None]], numbers: Collection[str]) -> bytes:
    """Names above the columns, a line for each row; UTF-8 with the mark by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", delimiter=dialect.delimiter)
    writer.writerow(columns)
    for row in rows:
        named = zip(columns, row, strict=True)
        writer.writerow([_numbers(dialect, value or "") if column in numbers else _cell(dialect, value or "") for column, value in named])
    return out.getvalue().encode("utf-8-sig")


def _numbers(dialect: _Dialect, words: str) -> str:
    """Numbers with a blank between, each with the mark of its decimals; what is no number is words."""
    found = words.split()
    if all(map(_NUMBER.fullmatch, found)):
        return " ".join(found).replace(".", dialect.decimal)
    return _cell(dialect, words)


def _cell(dialect: _Dialect, words: str) -> str:
    """Words as they stand in a table: on one line, controls replaced, an apostrophe before what would be a formula."""
    flat = _CONTROLS.sub("\ufffd", " ".join(words.split()))
    if dialect.exponents and _EXPONENT.fullmatch(flat):
        return f"'{flat}"
    return flat if _NUMBER.fullmatch(flat) else dialect.formula.sub(r"\1'", flat)
