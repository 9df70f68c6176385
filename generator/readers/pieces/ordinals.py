"""Words that count paragraphs off: "Ten eerste …", "Secondly, …"."""

from __future__ import annotations

import re
from functools import cache

from generator.language import tables


def rank(text: str) -> int | None:
    """Which one of a series a paragraph says it is at its start, from 1; None where it does not say."""
    match = _pattern().match(text)
    return None if match is None else _ranks()[match.group().lower()]


@cache
def _ranks() -> dict[str, int]:
    return {row["words"]: int(row["rank"]) for row in tables.rows("ordinals")}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_ranks(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
