"""How words of tables are looked for in texts: folded alike, and as alternatives of a regular expression with the longest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

_ALIKE: Final = str.maketrans({"ĳ": "ij", "Ĳ": "IJ", "‑": "-", "‐": "-", "’": "'", "‘": "'"})
"""Characters that print the same word: ligatures, hyphens that do not break, typographic apostrophes."""


def fold(words: str) -> str:
    """Words in the form in which they are compared: small letters, one blank for white space, plain ligatures, hyphens and apostrophes."""
    return " ".join(words.translate(_ALIKE).split()).casefold()


def longest_first(words: Iterable[str]) -> list[str]:
    """Words, each once, so that none comes before a longer one that begins with it; the same words give the same order."""
    return sorted(set(words), key=lambda word: (-len(word), word))


def alternatives(words: Iterable[str], spelled: Callable[[str], str] = re.escape) -> str:
    """Words as alternatives of a regular expression, the longest first; `spelled` makes a pattern of each word."""
    return "|".join(spelled(word) for word in longest_first(words))
