"""What looks like an acronym in a text: words with two capitals, and letters with a number behind an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.language.tables import rows

_FEWEST: Final = 2
"""Capitals that make a word an acronym: one begins a sentence or a name."""

_NEAR: Final = 40
"""Characters in which the word before or behind stands: longer words are rare, and none of them matters here. Half of it and twice as
much do as well in our documents."""

_CANDIDATE: Final = re.compile(r"(?<![\w.@/&])(?P<word>(?=(?:[^\WA-ZÀ-Þ_]{0,14}[A-ZÀ-Þ]){2})[^\W\d_][\w+]{1,14})(?:['’]s)?(?![\w@+]|\.\w)")
_GROUP: Final = re.compile(r"(?:\b(?:de|the|le|die|der|du)\s|[^\W\d_][-‑])(?P<word>[A-Z]\d{1,2})(?!\w|[.,]\d)")
"""A letter with a number is a name ("de G20", "de Sahel-G5") only behind an article or a hyphen: else it is a size or a road."""


def is_acronym(word: str) -> bool:
    """Whether a word has the look of an acronym: two capitals at least, no Roman numeral, and known for nothing else."""
    capitals = sum(character.isupper() for character in word)
    return capitals >= _FEWEST and word not in known_otherwise() and not _is_roman(word)


def _is_roman(word: str) -> bool:
    return bool(re.fullmatch(r"(?=[IVXLC]{2})[C]{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", word))


def acronyms_in(text: str) -> Iterator[tuple[int, str]]:
    """What looks like an acronym in a text, with its offset."""
    for match in _CANDIDATE.finditer(text):
        if is_acronym(match["word"]) and not _in_capitals(text, match):
            yield match.start("word"), match["word"]
    for match in _GROUP.finditer(text):
        yield match.start("word"), match["word"]


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether the words around are in capitals too, so that capitals say nothing."""
    before, after = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    around = [word.strip(",.;:()") for word in (*before.split()[-1:], *after.split()[:1])]
    return bool(around) and all(len(word) > 1 and word.isalpha() and word.isupper() for word in around)


@cache
def known_otherwise() -> frozenset[str]:
    """Words in capitals that are no acronyms."""
    return frozenset(row["word"] for row in rows("not_acronyms"))
