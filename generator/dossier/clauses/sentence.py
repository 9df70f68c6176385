"""A sentence with its actors, and what the rules of clauses look up in it: where clauses begin and end, and what stands beside a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.dossier.clauses.verbs import Verb
from generator.language.actors import Actor, any_of, words

VERB_FIRST: Final = frozenset({"nl", "de"})
"""Languages in which the verb is the second part of a main clause, so that its subject stands right beside it."""

_BOUNDARY: Final = re.compile(r"[,;:(–—]\s|\s[-–—]\s")
_STOP: Final = re.compile(r"[;:]\s")
_GAP: Final = 60
"""Characters of an insertion between a subject and its verb: ", samen met de lidstaten,". Half of it and twice as much do as well in our
documents."""

BUT: Final = ("maar", "want", "but", "mais", "aber")
"""Words that join two clauses beside those for "and"."""

_FRONT: Final = 25
"""Characters before a subject in which a word that begins another clause may stand: the longest has 15."""

_LEAST_INSERTION: Final = 4
"""Characters of an insertion that holds no more than its commas and blanks."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the actors in it, and the subject of the sentence before."""

    text: str
    language: str
    actors: tuple[Actor, ...]
    before: Actor | None = None

    def at(self, place: int) -> Actor | None:
        """The actor that begins at an offset."""
        return next((actor for actor in self.actors if actor.start == place), None)

    def up_to(self, place: int) -> Actor | None:
        """The actor that stands right before an offset, or before an insertion between commas."""
        return next((actor for actor in self.actors if reaches(self.text, actor.end, place)), None)

    def core(self, after: int) -> str:
        """The words from an offset to where the clause ends: a comma, or a word that begins another clause."""
        match = _end_of_core(self.language).search(self.text, after)
        return self.text[after : match.start()] if match else self.text[after:].rstrip(" .;:")

    def rest(self, after: int) -> str:
        """The words from an offset to the end of the sentence, or to a semicolon or colon."""
        match = _STOP.search(self.text, after)
        return self.text[after : match.start()] if match else self.text[after:]


@dataclass(frozen=True, slots=True)
class VerbInSentence:
    """A verb in its sentence: its row of the table, its match, and the actors of the clause before it."""

    sentence: Sentence
    verb: Verb
    match: re.Match[str]
    last: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where the verb begins."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where the verb ends."""
        return self.match.end()

    @property
    def behind(self) -> int:
        """Where the words behind the verb begin, past small words such as "ook"."""
        match = _small(self.sentence.language).match(self.sentence.text, self.end)
        return match.end() if match else self.end


def reaches(text: str, start: int, end: int) -> bool:
    """Whether nothing, or only an insertion between commas, stands between a subject and its verb."""
    between = text[start:end]
    inserted = between.startswith(", ") and between.endswith(", ") and _LEAST_INSERTION < len(between) <= _GAP and between.count(",") == 2  # noqa: PLR2004 - one on either side
    return between == " " or inserted


def opens_clause(text: str, start: int, language: str) -> bool:
    """Whether a clause begins at an offset: after a sign, after "and", or, where the subject may stand elsewhere, not after a preposition."""
    before = text[:start].rstrip()
    if not before or before[-1] in ",;:–—-(":
        return not _subordinate(language).search(before[-_FRONT:])
    last = before.rsplit(" ", 1)[-1].casefold()
    joined = last in words("and", language) or last in BUT
    return joined or (language not in VERB_FIRST and _is_front(before))


def _is_front(before: str) -> bool:
    """Whether what stands before a subject may be the front of an English or French sentence: no more than a few words, none a verb's."""
    front = re.split(r"[,;:]\s", before)[-1]
    return (
        front[:1].isupper()
        and len(front) <= _GAP
        and not re.search(r"\b(?:of|by|to|with|for|from|that|which|de|par|pour|avec|que|qui)$", front)
    )


def start_of(sentence: Sentence, at: int) -> int:
    """Where the clause of an offset begins: behind the last sign or "and" before it."""
    text = sentence.text
    marks = [match.end() for match in _BOUNDARY.finditer(text, 0, at)]
    joins = [match.end() for match in _joining(sentence.language).finditer(text, 0, at) if match.end() == at]
    return joins[-1] if joins else marks[-1] if marks else 0


@cache
def _small(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:{any_of(words('adverb', language))})\s)?")


@cache
def _subordinate(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(words('subordinate', language))})$")


@cache
def _end_of_core(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:]\s|\s(?:{any_of(words('subordinate', language))})\s")


@cache
def _joining(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of((*words('and', language), *BUT))})\s")
