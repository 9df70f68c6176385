"""What the small words of a language do in a noun phrase."""

from __future__ import annotations

from functools import cache

from generator.language.tables import rows


@cache
def _roles(language: str) -> dict[str, str]:
    """The small words of a language; of all languages where there are none for it."""
    words = tuple(rows("function_words"))
    known = language in {row["language"] for row in words}
    return {row["word"]: row["role"] for row in words if not known or row["language"] == language}


def role(word: str, language: str) -> str:
    """The role of a small word in a noun phrase: determiner, genitive, attaching (a preposition of nouns), preposition, conjunction, verb; else empty."""
    return _roles(language).get(word.casefold(), "")
