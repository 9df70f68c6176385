"""A date and the sentence it stands in, with what the rules for its role look at: words before and after it, brackets, its place in time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.annotators.dates.readings import Reading
from generator.annotators.dates.values import Today, compare
from generator.annotators.dates.vocabulary import cues
from generator.language.matching import alternatives

_QUANTITY: Final = re.compile(
    r"(?<![\d(/])\d{1,3}(?:[  .]\d{3})+(?!\d)"
    r"|(?<!\d)\d+(?:[.,]\d+)?\s?(?:%|EUR\b|euro\b|(?:miljoen|miljard|million|milliard|billion|Million|Milliard|Mio|Mrd)\w*)"
    r"|\b\w+\s(?:miljoen|miljard)\b"
)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Context:
    """A date in its sentence (`before`, `printed` and `after` are the characters of that), and the date of its document."""

    reading: Reading
    printed: str
    before: str
    after: str
    words: frozenset[str]
    language: str
    now: Today | None
    note: bool = False
    front: bool = False
    own_date: bool = False

    @property
    def clause(self) -> str:
        """The words that belong to the date, as printed: those in its brackets, or those of the sentence outside all brackets."""
        return clause(self.before, self.after)

    def has(self, role: str) -> bool:
        """Whether the sentence holds a word that data/date_cues.csv lists for a role."""
        return bool(self.words & cues(role, self.language)) or any(
            phrase in self.clause.lower() for phrase in _phrases(role, self.language)
        )

    @property
    def ahead(self) -> int:
        """-1 where the date lies before the document's, 1 after it, 0 where they overlap or one is not known."""
        return compare(self.reading.first, self.now) if self.now else 0

    @property
    def counted(self) -> bool:
        """Whether the sentence holds a quantity: a number with what is counted, a percentage, an amount."""
        return bool(_QUANTITY.search(self.clause)) or bool(_count_of(self.language).search(self.clause))


@cache
def _phrases(role: str, language: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in cues(role, language) if " " in word or "'" in word))


@cache
def _count_of(language: str) -> re.Pattern[str]:
    units = alternatives(cues("unit", language))
    return re.compile(rf"(?<![\d.:,])\b\d+(?:\s[\w-]+)?\s(?:{units})\b", re.IGNORECASE)


def clause(before: str, after: str) -> str:
    """The words around a date that tell about it, in its brackets or outside all brackets."""
    opened, closed = before.rfind("("), before.rfind(")")
    if opened > closed:
        return f"{before[opened + 1 :]} {after.partition(')')[0]}"
    return _BRACKETS.sub(" ", f"{before} {after}")


def words_of(sentence: str) -> frozenset[str]:
    """The words of a sentence in lower case."""
    return frozenset(word.lower() for word in _WORD.findall(sentence))
