"""Spells tables for download: CSV (RFC 4180) that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which a cell would be a formula to a spreadsheet (OWASP, CSV Injection)."""


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as a file: UTF-8 with the byte-order mark by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words
