"""Words that number paragraphs: "Ten eerste …", "Secondly, …"."""

from __future__ import annotations

import re
from functools import cache

from generator.language import tables
from generator.language.matching import alternatives


def rank(text: str) -> int | None:
    """The place in a series, from 1, that the first words of a paragraph give it; None where they give none."""
    match = _pattern().match(text)
    return None if match is None else _ranks()[match.group().lower()]


@cache
def _ranks() -> dict[str, int]:
    return {row["words"]: int(row["rank"]) for row in tables.rows("ordinals")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_ranks())})\b", re.IGNORECASE)
