"""Headings that a source prints in capitals only, in sentence case: `2. BELEID IN LIBIË` becomes `2. Beleid in Libië`.

Which words keep their capitals is seen from the other texts of the same language: a word is written as it is most often written
there in the middle of a sentence. What is not met there is looked up among small words and names (of the glossary, of countries), and
else is small.
Nothing but the case of letters ever changes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Self

from generator.language import countries, tables

_WORD: Final = re.compile(r"\w+(?:[-‑'’]\w+)*")
_PART: Final = re.compile(r"\w+")
_ENDS: Final = frozenset(".?!…:;•“„«\n")
"""Signs after which a capital says nothing: a sentence, an item or a quotation begins."""

_BEGINS: Final = re.compile(r"[.?!…]")
"""Signs after which a heading goes on with a capital."""

_ROMAN: Final = re.compile(r"(?=.)(?:X{0,3}|XL|LX{0,3})(?:IX|IV|V?I{0,3})\Z")
"""Numerals of Rome up to 89: no law has more parts, and among higher ones are words (MIX, DI)."""

_VOWEL: Final = re.compile(r"[aeiouyàâäáæéèêëíìîïóòôöœúùûüýÿå]", re.IGNORECASE)
_NO_ACCENTS: Final = frozenset({"el"})
"""Languages whose capitals are printed without the accents that small letters need (Greek: Interinstitutional Style Guide, 10.3)."""

_NOUNS: Final = frozenset({"de", "lb"})
"""Languages that write every noun with a capital; of the words that a text has in a heading alone, nearly all are nouns."""

_DIVISIONS: Final = frozenset({"subdivision", "annex", "provision", "point", "division"})
"""Roles in data/cross_references.csv of words that a number follows, and then a title (HOOFDSTUK II ALGEMENE BEPALINGEN)."""


def in_capitals(heading: str) -> bool:
    """Whether all its letters are capitals, and it has some."""
    return heading.isupper()


@dataclass(frozen=True, slots=True)
class Spellings:
    """How words are written in a language: `words` by their letters without case, names of several words by those of the first."""

    language: str
    words: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, language: str, texts: Iterable[str], names: Iterable[str]) -> Self:
        """From running texts of the language; of words that these have not, from names, the first of two that differ."""
        counts: dict[str, Counter[str]] = {}
        for text in texts:
            for word in _told(text):
                counts.setdefault(word.casefold(), Counter())[word] += 1
        met = {letters: max(found, key=lambda word: (found[word], word)) for letters, found in counts.items()}
        single: dict[str, str] = {}
        phrases: dict[str, list[str]] = {}
        for name in (*names, *(form.text for form in countries.forms(language))):
            if first := _WORD.match(name):
                if first[0] == name:
                    single.setdefault(name.casefold(), name)
                else:
                    phrases.setdefault(first[0].casefold(), []).append(name)
        longest_first = {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}
        return cls(language, {**single, **_small_words(language), **met}, longest_first)

    def sentence_case(self, heading: str) -> str:
        """A heading that is in capitals as a sentence begins; any other as it is."""
        if not in_capitals(heading) or self.language in _NO_ACCENTS:
            return heading
        done, end, place, begins = "", 0, 0, True
        while match := _WORD.search(heading, end):
            gap, printed = heading[end : match.start()], match[0]
            begins = begins or bool(_BEGINS.search(gap))
            numeral = _is_numeral(printed)
            name = self._phrase(heading, match.start(), printed)
            word = name or self._spelled(printed)
            done += gap + (self._first(word) if begins and not numeral else word)
            begins = (begins and numeral) or (place == 1 and _numbers(heading, printed, self.language))
            end, place = match.start() + len(name) if name else match.end(), place + 1
        return done + heading[end:]

    def _phrase(self, heading: str, start: int, word: str) -> str:
        """The name of several words that a heading has from an offset on, as it is written; empty where it has none."""
        for name in self.phrases.get(word.casefold(), ()):
            end = start + len(name)
            if heading[start:end] == name.upper() and not heading[end : end + 1].isalnum():
                return name
        return ""

    def _spelled(self, word: str) -> str:
        """A word, or each part of one with hyphens or apostrophes, as it is written in the middle of a sentence."""
        whole = self._known(word)
        if whole:
            return whole
        numbered = any(sign.isdigit() for sign in word)
        return _PART.sub(lambda part: self._known(part[0]) or (part[0] if numbered else self._guess(part[0], part.start())), word)

    def _known(self, word: str) -> str:
        """The known spelling of a word whose letters are the same; empty where there is none."""
        spelling = self.words.get(word.casefold(), "")
        return spelling if spelling.upper() == word else ""

    def _guess(self, part: str, start: int) -> str:
        """How a word that is met nowhere else is written, `start` characters from the beginning of the one it is a part of."""
        if len(part) == 1:
            return _small(part) if start else part
        if _ROMAN.match(part) or not _VOWEL.search(part):
            return part
        small = _small(part)
        return self._first(small) if self.language in _NOUNS and not start else small

    def _first(self, word: str) -> str:
        """A word as the first of a sentence; one with a capital inside is a name that begins as it will (eu-LISA)."""
        if not word.islower():
            return word
        letters = 2 if self.language == "nl" and word.startswith("ij") else 1
        return word[:letters].upper() + word[letters:]


def _small(text: str) -> str:
    """A text in small letters; a capital without one letter of its own that is its small form stays (İ, and ẞ, whose ß becomes SS)."""
    return "".join(small if len(small := letter.lower()) == 1 and small.upper() == letter else letter for letter in text)


def _told(text: str) -> Iterator[str]:
    """The words of a text, and their parts, that tell how they are written: not the first of a sentence, not those among capitals."""
    if text.isupper():
        return
    end, before = 0, ""
    for match in _WORD.finditer(text):
        gap, word = text[end : match.start()], match[0]
        first = not end or not _ENDS.isdisjoint(gap)
        shouted = word.isupper() and before.isupper() and len(before) > 1
        end, before = match.end(), word
        if word.islower() or not (first or shouted):
            yield from _with_parts(word)


def _with_parts(words: str) -> Iterator[str]:
    for match in _WORD.finditer(words):
        yield match[0]
        if len(parts := _PART.findall(match[0])) > 1:
            yield from parts


def _is_numeral(word: str) -> bool:
    return word.isdigit() or bool(_ROMAN.match(word))


def _numbers(heading: str, second: str, language: str) -> bool:
    """Whether the second word of a heading numbers the first, so that the title begins after it."""
    first = _PART.search(heading)
    return first is not None and first[0].casefold() in _division_words(language) and (len(second) == 1 or _is_numeral(second))


@cache
def _small_words(language: str) -> Mapping[str, str]:
    words = (row["word"] for row in tables.rows("function_words") if row["language"] == language)
    return {word.casefold(): word for word in words if word.islower()}


@cache
def _division_words(language: str) -> frozenset[str]:
    rows = tables.rows("cross_references")
    return frozenset(row["word"].casefold() for row in rows if row["language"] == language and row["role"] in _DIVISIONS)
