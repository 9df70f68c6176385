"""The only module that spells tables for spreadsheets: CSV after RFC 4180, in which no cell is a formula or breaks its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_INVISIBLE: Final = r"[\s\"\u00ad\u200b-\u200f\u2060\ufeff]*"
_FORMULA: Final = re.compile(rf"(^|;)(?={_INVISIBLE}[=+\-@＝＋－＠])")
"""Where a spreadsheet would begin to calculate (OWASP, "CSV injection"): at the start of a cell, and after a semicolon, which is what
parts cells for a spreadsheet that is set to Dutch."""

_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")


def table(columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> bytes:
    """A table with names above its columns, a line for each row; UTF-8 with the mark by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(value or "") for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def cell(words: str) -> str:
    """Words as they stand in a table: on one line, controls replaced, an apostrophe before what would be a formula."""
    flat = _CONTROLS.sub("\ufffd", " ".join(words.split()))
    return flat if _NUMBER.fullmatch(flat) else _FORMULA.sub(r"\1'", flat)
