"""A date in its sentence: what the rules of its role ask about the words around it."""

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
    """A date in its sentence, and what is known about the document it stands in."""

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
        """What is said about the date: what stands in its brackets, or the sentence without what is in brackets."""
        return clause(self.before, self.after)

    def has(self, role: str) -> bool:
        """Whether the sentence holds a word of a role."""
        return bool(self.words & cues(role, self.language)) or any(
            phrase in self.clause.lower() for phrase in _phrases(role, self.language)
        )

    @property
    def ahead(self) -> int:
        """-1 where the date lies before the document's, 1 after, 0 in the same stretch of time or not known."""
        return compare(self.reading.first, self.now) if self.now else 0

    @property
    def counted(self) -> bool:
        """Whether the sentence gives a quantity."""
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
