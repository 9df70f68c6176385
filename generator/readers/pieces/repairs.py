"""Mends mistakes in a text that leave no doubt; all else stays as the seed has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, TypeAlias

from generator.language import tables
from generator.readers.pieces.hyphens import Lexicon, is_conjunction

Edit: TypeAlias = tuple[int, int, str, str]

_LIGATURES: Final = {
    # Unicode Standard, compatibility decompositions of the presentation forms U+FB00-FB06 and U+0132-0133.
    "ĳ": "ij",
    "Ĳ": "IJ",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_LIGATURE: Final = re.compile(rf"(?<!\w)\w*[{''.join(_LIGATURES)}]\w*")
_INVISIBLE: Final = re.compile("(?:[\u00ad\u200b\u2060\ufeff]|(?<![^\\x00-\u024f])[\u200c\u200d])+")
"""Characters that show nothing; a joiner counts only among Latin letters, for emoji and other scripts are written with it."""

_SPLIT_HYPHEN: Final = re.compile(r"(?<![\w-])([^\W\d_]+)( [-‑]|[-‑] )([^\W\d_]+|\d+)(?![\w-])")
_AFTER_ABBREVIATION: Final = re.compile(r"(?<![\w-])([A-Z]{2,}[-‑]) ([^\W\d_]{5,})")
_BLANK_BEFORE_STOP: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]++)\s([.,])(?=\s|$)")
_INSIDE_HYPHEN: Final = re.compile(r"(?<![\w-])([^\W\d_]{4,})-([^\W\d_]{3,})(?![\w-])")
_ABBREVIATION_GLUED: Final = re.compile(r"(?<![\w-])([A-Z]{2,6})([a-zà-ÿ]{4,})(?![\w-])")
"""An abbreviation takes a hyphen before the word it makes a compound with (Leidraad of the Woordenlijst, rule 6.G)."""

_WORD: Final = re.compile(r"(?<![\w/.@-])[^\W\d_]{4,}(?![\w/@-]|\.\w)")
"""A word that is no part of an address."""

_LONG_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_]{9,}(?![\w-])")
_FAMILIAR: Final = 2
"""A word that the corpus has this often by itself is no accident."""


def find_edits(text: str, lexicon: Lexicon) -> tuple[Edit, ...]:
    """The certain repairs of a text as (start, end, new reading, kind), in order, none overlapping another."""
    found = sorted(edit for kind in _KINDS for edit in kind(text, lexicon))
    kept: list[Edit] = []
    for edit in found:
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return tuple(kept)


def _ligatures(text: str, _lexicon: Lexicon) -> Iterator[Edit]:
    for match in _LIGATURE.finditer(text):
        mended = "".join(_LIGATURES.get(c, c) for c in match.group())
        yield match.start(), match.end(), mended, "ligature"


def _invisible(text: str, _lexicon: Lexicon) -> Iterator[Edit]:
    for match in _INVISIBLE.finditer(text):
        yield match.start(), match.end(), "", "invisible-character"


def _split_hyphens(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """A blank beside a hyphen, in a word that the corpus writes with the hyphen alone ("non -refoulement")."""
    for match in _SPLIT_HYPHEN.finditer(text):
        left, _, right = match.groups()
        whole = f"{left}-{right}".lower()
        if not is_conjunction(right) and (lexicon.words[whole] or lexicon.prefixes[whole]):
            yield match.start(), match.end(), f"{left}{match[2].strip()}{right}", "stray-blank"


def _stray(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """A blank after an abbreviation's hyphen or before a full stop; a hyphen that was left inside a word."""
    for match in _AFTER_ABBREVIATION.finditer(text):
        if not is_conjunction(match[2]):
            yield match.start(), match.end(), match[1] + match[2], "stray-blank"
    for match in _BLANK_BEFORE_STOP.finditer(text):
        yield match.start(), match.end(), match[1] + match[2], "stray-blank"
    for match in _INSIDE_HYPHEN.finditer(text):
        if _is_left_over(match[1], match[2], lexicon):
            yield match.start(), match.end(), match[1] + match[2], "stray-hyphen"


def _is_left_over(head: str, tail: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen is what is left of a line end: the word is written whole elsewhere, and its first part never takes one."""
    if not (head.islower() and tail.islower()):
        return False
    here = lexicon.words[f"{head}-{tail}"]
    return lexicon.words[head + tail] >= _FAMILIAR and here <= 1 and lexicon.prefixes[head] <= here


def _glued(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Two words without the blank between, where the second is one that no compound ends in."""
    for match in _LONG_WORD.finditer(text):
        word = match.group()
        for tail in _never_compounded():
            head = word.removesuffix(tail)
            if head != word and lexicon.words[word.lower()] <= 1 and lexicon.words[head.lower()] >= _FAMILIAR:
                yield match.start(), match.end(), f"{head} {tail}", "glued-words"


def _lost_hyphens(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    """Words whose own hyphen a tool took for one of a line's end: "EUgrenzen", "reintegratie" where the corpus has "re-integratie"."""
    for match in _ABBREVIATION_GLUED.finditer(text):
        if lexicon.prefixes[match[1].lower()] >= _FAMILIAR and lexicon.words[match.group().lower()] <= 1:
            yield match.start(), match.end(), f"{match[1]}-{match[2]}", "lost-hyphen"
    for match in _WORD.finditer(text):
        whole = lexicon.hyphened.get(match.group().lower())
        if whole and not _ABBREVIATION_GLUED.fullmatch(match.group()):
            at = whole.index("-")
            yield match.start(), match.end(), f"{match.group()[:at]}-{match.group()[at:]}", "lost-hyphen"


_KINDS: Final = (_ligatures, _invisible, _split_hyphens, _stray, _glued, _lost_hyphens)


@cache
def _never_compounded() -> tuple[str, ...]:
    return tuple(row["word"] for row in tables.rows("never_compounded"))
