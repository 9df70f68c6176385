"""How adjectives and inhabitants of countries are spelled in English, French and German, from the forms of the table.

In French an adjective with a capital is an inhabitant, so that the table needs no more; German adjectives without an
ending name a language, and are not spelled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

_DOUBLED: Final = re.compile(r"(?:ie|é|e)n$")
_SAME_PLURAL: Final = re.compile(r"[sx]$")
_GERMAN_ENDINGS: Final = ("e", "er", "en", "es", "em")


def english(word: str, part: str) -> Iterator[str]:
    """`Tunisian`, of inhabitants the plural too; a second form behind a slash is an irregular plural."""
    singular, _, plural = word.partition("/")
    yield singular
    if part == "inhabitant":
        yield plural or f"{singular}s"


def french(word: str, _part: str) -> Iterator[str]:
    """Masculine and feminine in both numbers: `tunisien`, `tunisienne`; an irregular feminine stands behind a slash."""
    masculine, _, given = word.partition("/")
    for form in (masculine, given or _feminine(masculine)):
        yield form
        if not _SAME_PLURAL.search(form):
            yield f"{form}s"


def _feminine(word: str) -> str:
    if word.endswith(("e", "è", "ri", "shi", "yi")):
        return word
    return f"{word}ne" if _DOUBLED.search(word) else f"{word}e"


def german(word: str, part: str) -> Iterator[str]:
    """Adjectives with their endings; inhabitants by declension: `Tunesier`, `Afghane`, and behind a slash an irregular plural."""
    if part == "adjective":
        yield from (word + ending for ending in _GERMAN_ENDINGS)
        return
    singular, _, plural = word.partition("/")
    stem = singular.removesuffix("e")
    yield singular
    yield from (f"{stem}in", f"{stem}innen")
    if plural:
        yield plural
    elif singular.endswith("e"):
        yield f"{singular}n"
    else:
        yield f"{singular}s"
        yield from (f"{singular}n",) if singular.endswith("er") else ()


SPELLINGS: Final[Mapping[str, Callable[[str, str], Iterator[str]]]] = {"en": english, "fr": french, "de": german}
"""The languages whose adjectives and inhabitants are known, beside Dutch."""
