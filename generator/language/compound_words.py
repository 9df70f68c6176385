"""Dutch compounds that begin with a given word: `hotspotaanpak` is one of `hotspot`, `parlementair` is none of `parlement`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from generator.language.inflection import inflections
from generator.language.tables import rows

_DUTCH: Final = "nl"
_SHORTEST_HEAD: Final = 7
"""Letters. Shorter words begin too many others by chance, and the shortest are the names of very broad things."""

_SHORTEST_TAIL: Final = 4
"""Letters. What is shorter behind a word is an ending more often than a noun."""

_MOST: Final = 2
"""Nouns behind a word: longer compounds are written with a hyphen."""

_LONGEST: Final = 40
"""Letters of what is taken apart; what is longer is no word."""

_LINKS: Final = ("", "s", "en", "n", "e")
"""What Dutch puts between the parts (Leidraad 8)."""


def can_begin_compounds(word: str) -> bool:
    """Whether a word is one that compounds are looked for of: one long word in small letters."""
    return len(word) >= _SHORTEST_HEAD and word.isalpha() and word.islower()


def head_of_compound(word: str, heads: Iterable[str]) -> str:
    """The longest of some words that a word in small letters is a compound of, with a noun of the word list behind; empty where it is none."""
    if not inflections(word).isdisjoint(_listed("whole")):
        return ""
    found = (head for head in sorted(heads, key=len, reverse=True) if word.startswith(head) and _is_tail(word[len(head) :]))
    return next(found, "")


def _is_tail(rest: str, parts: int = _MOST) -> bool:
    """Whether what stands behind a word is a noun, in any of its forms, after what joins the two; or a compound of so many nouns at most."""
    tails = [rest.removeprefix(link) for link in _LINKS if rest.startswith(link)]
    return any(_is_noun(tail) or (parts > 1 and _is_compound(tail, parts)) for tail in tails)


def _is_noun(word: str) -> bool:
    return len(word) >= _SHORTEST_TAIL and word not in _endings() and not inflections(word).isdisjoint(_nouns())


def _is_compound(word: str, parts: int) -> bool:
    cuts = range(_SHORTEST_TAIL, min(len(word), _LONGEST) - _SHORTEST_TAIL + 1)
    return any(word[:cut] in _nouns() and _is_tail(word[cut:], parts - 1) for cut in cuts)


@cache
def _listed(role: str) -> frozenset[str]:
    """The words of the list that can end a compound (`end`), or are none though they look like one (`whole`)."""
    return frozenset(row["word"] for row in rows("compound_parts") if row["language"] == _DUTCH and row["role"] == role)


@cache
def _nouns() -> frozenset[str]:
    """The nouns that can end a compound."""
    return _listed("end") | _listed("whole")


@cache
def _endings() -> frozenset[str]:
    return frozenset(row["affix"] for row in rows("affixes") if row["language"] == _DUTCH)
