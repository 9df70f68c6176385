"""The parts of compounds: `documentfraude` holds `document` and `fraude`, `behandeling` does not hold `handel`.

A word is taken apart only if every part is a word by itself: a part of compounds according to the word list of OpenTaal
(data/compound_parts.csv), or a word that stands alone in the documents. Only Dutch has such a list; words of other languages stay whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from generator.language.tables import rows
from generator.search.words import DUTCH, LONGEST, is_function_word, stem, without_accents

_SHORTEST: Final = 3
"""Letters of the shortest part: zee, wet. Shorter ones are found inside any word."""

_ALONE: Final = 5
"""Letters of the shortest word that counts as a part because it stands alone in the documents: shorter ones are too often endings."""

_LINKS: Final = ("", "s", "en", "e", "n")
"""What Dutch puts between the parts (Leidraad 8)."""

_SHORT: Final = 5
"""Letters. A short word that starts like a verb is taken for a beginning by chance: `verstrekken` is no vers and trekken."""

_MOST: Final = 4
"""Parts that are looked for at most."""


@cache
def _listed() -> Mapping[str, str]:
    """The words of the list, folded, with the place they can have: `end` (and beginning), `begin` only, or `whole`: no compound."""
    return {without_accents(row["word"]): row["role"] for row in rows("compound_parts") if row["language"] == DUTCH}


@cache
def affixes(role: str) -> frozenset[str]:
    """The beginnings and endings of a role that words are made with: they are no words by themselves, and no parts of compounds."""
    return frozenset(row["affix"] for row in rows("affixes") if row["language"] == DUTCH and row["role"] == role)


@cache
def _no_parts() -> frozenset[str]:
    """What makes verbs and nouns with a meaning of their own: onderhandelen is no handelen; and endings."""
    return affixes("prefix") | affixes("suffix")


@cache
def _wholes() -> frozenset[str]:
    return frozenset(stem(word, DUTCH) for word, role in _listed().items() if role == "whole")


@cache
def _listed_ends() -> frozenset[str]:
    return frozenset(stem(word, DUTCH) for word, role in _listed().items() if role == "end")


class Splitter:
    """The compounds of a dossier, and the words they are made of.

    `alone` are the folded words that stand by themselves in its texts, `lower` those of them that are written in lower case somewhere:
    a name is only taken apart where both parts are words of the dossier.
    """

    def __init__(self, alone: Iterable[str], lower: Iterable[str]) -> None:
        """Learn the words of a dossier."""
        alone = frozenset(alone)
        self._alone = frozenset(word for word in alone if _can_be_part(word))
        self._stems = frozenset(stem(word, DUTCH) for word in self._alone)
        self._lower = frozenset(lower)
        self._met = frozenset(stem(word, DUTCH) for word in alone if len(word) > _SHORTEST and word in _listed())
        self._known: dict[str, tuple[str, ...]] = {}

    def split(self, word: str) -> tuple[str, ...]:
        """The fewest parts that make up a word, as they stand in it, links left out; the word itself if it is no compound."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._checked(word) or (word,)
        return found

    def last(self, word: str) -> str:
        """The last part of a word that is known to be a compound, because another word shares that part with it; empty if there is none."""
        parts = self.split(word)
        if len(parts) > 1:
            return parts[-1]
        cuts = range(_SHORTEST, min(len(word), LONGEST) - _SHORTEST)
        return next((word[cut:] for cut in cuts if self._ends(word[cut:]) and any(map(self._begins, _unlinked(word[:cut])))), "")

    def _checked(self, word: str) -> tuple[str, ...] | None:
        own = stem(word, DUTCH)
        if not 2 * _SHORTEST <= len(word) <= LONGEST or own in _wholes():
            return None
        return self._split(word, own, _MOST, proper=word not in self._lower)

    def _split(self, word: str, own: str, most: int, *, proper: bool) -> tuple[str, ...] | None:
        """The longest last part first: so `arbeidsmarktbeleid` is arbeidsmarkt and beleid before it is arbeid and marktbeleid."""
        best: tuple[str, ...] | None = None
        for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
            tail = word[cut:]
            if not self._ends(tail):
                continue
            head = self._heads(word[:cut], most - 1, proper=proper)
            if head and (best is None or len(head) + 1 < len(best)) and self._plausible(head, tail, own, proper=proper):
                best = (*head, tail)
        return best

    def _heads(self, text: str, most: int, *, proper: bool) -> tuple[str, ...] | None:
        for bare in _unlinked(text):
            if self._begins(bare):
                return (bare,)
        if most > 1:
            for bare in _unlinked(text):
                found = self._split(bare, stem(bare, DUTCH), most, proper=proper)
                if found:
                    return found
        return None

    def _begins(self, word: str) -> bool:
        return word not in affixes("prefix") and (word in _listed() or word in self._alone or stem(word, DUTCH) in self._stems)

    def _ends(self, word: str) -> bool:
        if word in _no_parts():
            return False
        ending = stem(word, DUTCH)
        return (
            (len(word) > _SHORTEST or ending in _listed_ends())
            and len(ending) >= _SHORTEST
            and ending not in affixes("suffix")
            and (ending in _listed_ends() or ending in self._stems)
        )

    def _plausible(self, head: tuple[str, ...], tail: str, own: str, *, proper: bool) -> bool:
        """Not an inflected form, nor a chance meeting of short words that the dossier does not know."""
        first, last = stem(head[0], DUTCH), stem(tail, DUTCH)
        known_head, known_tail = len(head) > 1 or self._knows(first), self._knows(last)
        if own == first or (proper and not (known_head and known_tail)):
            return False
        if known_head:
            return len(tail) > _SHORTEST or (known_tail and len(head[-1]) > _SHORTEST)
        if known_tail:
            return _may_lead(head[0])
        return len(head[0]) >= _ALONE and len(tail) > _ALONE

    def _knows(self, stemmed: str) -> bool:
        """Whether a stem is that of a word by itself."""
        return stemmed in self._stems or stemmed in self._met


def _may_lead(word: str) -> bool:
    """Whether a word that the dossier does not know may be the first part of a compound: no short one that starts as verbs do."""
    return len(word) > _SHORTEST and not (len(word) <= _SHORT and word.startswith(tuple(affixes("verbal prefix"))))


def _can_be_part(word: str) -> bool:
    usable = len(word) >= _ALONE and word.isalpha() and word not in _no_parts()
    return usable and not is_function_word(word, DUTCH)


def _unlinked(text: str) -> Iterator[str]:
    """A first part without what links it to the next; `buiten` is no buit with a link."""
    for link in _LINKS if text not in affixes("prefix") else ():
        bare = text.removesuffix(link)
        if len(bare) >= _SHORTEST and (not link or bare != text):
            yield bare


def pieces(parts: tuple[str, ...], word: str) -> Iterator[str]:
    """Every smaller word in a compound: its parts, and neighbouring parts together, as they are spelled in it."""
    places: list[tuple[int, int]] = []
    start = 0
    for part in parts:
        start = word.index(part, start)
        places.append((start, start + len(part)))
        start += len(part)
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            if (first, last) != (0, len(parts) - 1):
                yield word[places[first][0] : places[last][1]]
