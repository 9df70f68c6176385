"""The words that dates are made of, by language; the tables are data, so that they can be corrected without Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from generator.language import tables
from generator.language.matching import longest_first

Word: TypeAlias = tuple[str, str]
"""The type of a word, one character of `TYPES`, and its value."""

TYPES: Final = {
    "after": "a",
    "ago": "g",
    "and": "e",
    "article": "A",
    "before": "B",
    "between": "w",
    "by": "b",
    "decade": "z",
    "earlier": "E",
    "filler": "x",
    "from": "f",
    "half": "h",
    "last": "l",
    "month": "M",
    "next": "n",
    "number": "#",
    "ordinal": "o",
    "part": "p",
    "quarter": "q",
    "season": "s",
    "since": "S",
    "this": "t",
    "through": "v",
    "until": "u",
    "vague": "V",
    "year": "k",
    "years": "Y",
}
"""The classes of data/date_words.csv, each with the character that stands for it in the grammar."""

MONTH: Final = "m"
_SECOND_LANGUAGE: Final = "en"
"""Documents in every language cite titles and reports in English."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and phrases by their spelling in lower case; `phrases` are those of several words, by their first."""

    words: dict[str, Word]
    phrases: dict[str, tuple[tuple[str, Word], ...]]

    def knows(self, printed: str) -> bool:
        """Whether a word says something about time, by itself or as the first of a phrase."""
        word = printed.lower()
        return word in self.words or word in self.phrases


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language; months also of English, where the language's own words leave room."""
    known = {row["word"]: (TYPES[row["class"]], row["value"]) for row in _rows("date_words") if row["language"] == language}
    for spoken in (language, _SECOND_LANGUAGE):
        for row in _rows("months"):
            if row["language"] == spoken:
                known.setdefault(row["name"], (MONTH, row["month"]))
    words = {word: value for word, value in known.items() if word.isalpha()}
    return Vocabulary(words, _by_first(known))


def _by_first(known: dict[str, Word]) -> dict[str, tuple[tuple[str, Word], ...]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, Word]]] = {}
    for phrase in longest_first(word for word in known if not word.isalpha()):
        first = "".join(character if character.isalpha() else " " for character in phrase).split()[0]
        found.setdefault(first, []).append((phrase, known[phrase]))
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def cues(role: str, language: str) -> frozenset[str]:
    """The words of a role in data/date_cues.csv, in lower case, for a language; English where there are none."""
    rows = [row for row in _rows("date_cues") if row["role"] == role]
    own = frozenset(row["word"] for row in rows if row["language"] == language)
    return own or frozenset(row["word"] for row in rows if row["language"] == _SECOND_LANGUAGE)


@cache
def programmes() -> frozenset[str]:
    """Names that a year belongs to ("Agenda 2030"), as they are written."""
    return frozenset(row["name"] for row in _rows("named_programmes"))


@cache
def _rows(table: str) -> tuple[Mapping[str, str], ...]:
    return tables.rows(table)
