"""Which language a text is in, by its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from generator.language import tables

DEFAULT: Final = "nl"
"""The language of the site, for a text that is too short to tell."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 0.1
"""The share of function words from which a text is taken to be in a language; running text has a quarter or more."""


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages of each function word."""
    found: dict[str, tuple[str, ...]] = {}
    for row in tables.rows("frequent_words"):
        found[row["word"]] = (*found.get(row["word"], ()), row["language"])
    return found


def language_of(text: str) -> str:
    """The language of a text (ISO 639-1), among the official languages of the EU; `DEFAULT` where it is not clear."""
    words = Counter(_WORD.findall(text.lower()))
    scores: Counter[str] = Counter()
    for word, languages in _languages().items():
        for language in languages:
            scores[language] += words[word]
    (best, hits), (_, second) = scores.most_common(2)
    return best if hits >= _ENOUGH * words.total() and hits > second else DEFAULT
