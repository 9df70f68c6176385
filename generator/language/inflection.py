"""The forms that a Dutch word can take in running text, by rules of spelling; made too many rather than too few.

Rules after the Leidraad of the Woordenlijst Nederlandse Taal (Nederlandse Taalunie): doubling of consonants and vowels,
f/v and s/z, plurals in -s, 's, -en and -ën, adjectives in -e. A form that no text holds does no harm: it is never met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

SHORTEST: Final = 4
"""Letters. Shorter words of a long form (de, van, voor …) stay as they are; "raad" and "fonds" do not."""

_LONG_VOWEL: Final = re.compile(r"(?P<head>.*[^aeiou])(?P<vowel>[aeou])(?P=vowel)(?P<tail>[^aeiouë])")
_SHORT_VOWEL: Final = re.compile(r".*[^aeiou][aeiou](?P<last>[bdfgklmnprst])")
_OPEN_VOWEL: Final = re.compile(r"(?P<head>.*[^aeiou])(?P<vowel>[aeou])(?P<tail>[^aeiouë])")
_DOUBLED: Final = re.compile(r".*(?P<last>[bdfgklmnprst])(?P=last)")
_HARD: Final = {"f": "v", "s": "z"}
_SOFT: Final = {"v": "f", "z": "s"}


@cache
def inflections(word: str) -> frozenset[str]:
    """The word itself and every form that rules derive from it; all in the case of the word."""
    if len(word) < SHORTEST or not word.isalpha():
        return frozenset({word})
    bases = {word, *_bases(word)}
    return frozenset(form for base in bases for form in (base, *_endings(base)))


def _endings(base: str) -> Iterator[str]:
    """Plurals, genitive and the adjective in -e."""
    yield from (base + "s", base + "n")
    if base.endswith("ie"):
        yield from (base + "ën", base[:-2] + "iën")
    if base.endswith("ee"):
        yield base + "ën"
    if base.endswith("um"):
        yield base[:-2] + "a"
    if base.endswith("heid"):
        yield base[:-4] + "heden"
    if base.endswith("eel"):
        yield base[:-3] + "ële"
    if base[-1] not in "aeiouë":
        yield from (stem + ending for stem in _stems(base) for ending in ("e", "en"))


def _stems(base: str) -> Iterator[str]:
    """How a word is spelled before an ending that starts with e."""
    yield base
    long = _LONG_VOWEL.fullmatch(base)
    short = _SHORT_VOWEL.fullmatch(base)
    stem = f"{long['head']}{long['vowel']}{long['tail']}" if long else base + short["last"] if short else base
    yield stem
    if base[-1] in _HARD:
        yield (stem if long else base)[:-1] + _HARD[base[-1]]


def _bases(word: str) -> Iterator[str]:
    """What a word may be a form of: the singular of a plural, the adjective without its -e."""
    if word.endswith("heden"):
        yield word[:-5] + "heid"
    if word.endswith("ële"):
        yield word[:-3] + "eel"
    if word.endswith("ën"):
        yield word[:-2]
        yield word[:-2] + "e"
    if word.endswith("a") and len(word) > SHORTEST:
        yield word[:-1] + "um"
    if word.endswith("s") and len(word) > SHORTEST and word[-2] != "s":
        yield word[:-1]
    for ending in ("en", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            yield from _unstemmed(word.removesuffix(ending))
            break


def _unstemmed(stem: str) -> Iterator[str]:
    """The word that a stem belongs to: the reverse of `_stems`."""
    hard = stem[:-1] + _SOFT[stem[-1]] if stem[-1] in _SOFT else stem
    if stem[-1] in "aeiouë":
        return
    yield hard
    if _DOUBLED.fullmatch(stem):
        yield stem[:-1]
    open_vowel = _OPEN_VOWEL.fullmatch(hard)
    if open_vowel:
        yield f"{open_vowel['head']}{open_vowel['vowel'] * 2}{open_vowel['tail']}"


def related(one: str, other: str) -> bool:
    """Whether two words can be forms of one word, case aside."""
    first, second = one.casefold(), other.casefold()
    return first == second or second in inflections(first) or first in inflections(second)
