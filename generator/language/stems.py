"""The stems of words, and the words that compounds are made of, by which passages in different spelling are compared.

Stems are those of Snowball (a library). A compound is parted where both halves are words of their own in the same texts, with or
without the linking sounds of Dutch and German: "terugkeerbeleid" is "terugkeer" and "beleid".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

import snowballstemmer

from generator.language.tables import rows

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LANGUAGES: Final = {"nl": "dutch", "en": "english", "fr": "french", "de": "german"}
_LINKS: Final = ("", "s", "e", "en", "n")
"""What may stand between the halves of a compound (Algemene Nederlandse Spraakkunst 12.4)."""

_HALF: Final = 4
"""Letters of the shortest half: shorter ones ("op", "aan", "wet") are met inside too many words by chance."""


def words(text: str) -> Iterator[str]:
    """The words of a text in small letters, in order; those joined by a hyphen one by one."""
    return (word.casefold() for word in printed(text))


def printed(text: str) -> Iterator[str]:
    """The same as they are printed."""
    for match in _WORD.finditer(text):
        yield from match[0].split("-")


@cache
def is_frequent(word: str, language: str) -> bool:
    """Whether a word is a function word of a language, so common that sharing it means nothing."""
    return word in _frequent(language)


@cache
def _frequent(language: str) -> frozenset[str]:
    return frozenset(
        row["word"].casefold() for table in ("frequent_words", "function_words") for row in rows(table) if row["language"] == language
    )


@cache
def stem(word: str, language: str) -> str:
    """The stem of a word; the word itself in a language whose stems are not known."""
    name = _LANGUAGES.get(language)
    return str(_stemmer(name).stemWord(word)) if name else word


@cache
def _stemmer(name: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(name)


def compound_parts(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The words that a compound is made of, where both are among the known ones; the parting with the longest last half wins."""
    for place in range(_HALF, len(word) - _HALF + 1):
        last = word[place:]
        if last not in known:
            continue
        head = word[:place]
        first = next((head.removesuffix(link) for link in _LINKS if head.endswith(link) and head.removesuffix(link) in known), None)
        if first and len(first) >= _HALF:
            return first, last
    return ()
