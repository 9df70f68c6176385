"""Whether the hyphen at the end of a line belongs to the word: the first of some rules for which there is evidence decides."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

import pyphen

from generator.language import tables

Decision = Literal["join", "keep", "blank"]

LOST_ENDS: Final = "\x02\ufffe"
"""What PDFium writes for a hyphen at the end of a row, by its version; it leaves the end itself out."""

RESOLVED: Final = "\v"
"""White space that is set where a tool put the two parts of a word together, and something else of the page stands between them."""

UNSEEN: Final = f"\u00ad{LOST_ENDS}"
"""Hyphens that are written only where a line ends; one that belongs to its word has to be shown."""

HYPHENS: Final = f"-‐‑{UNSEEN}"

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑](?:[^\W\d_]+|\d+))*")
_HYPHEN: Final = re.compile("-")
_LINE: Final = re.compile(r"[^\r\n\f]+")
_CLASHES: Final = frozenset(["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"])
"""Vowels that would be read as one sound: Dutch then writes the hyphen (gala-avond), and not between others (videoapparatuur).

Leidraad of the Woordenlijst, 7.1 (https://woordenlijst.org/leidraad/7/1).
"""

_USUAL: Final = 2
"""A word that a corpus has once may be spelled by accident."""

_SOFT_ENOUGH: Final = 3
"""Hyphens at line ends that belong to their words, with none that does not, from which a text is taken to break no words."""

_LONGEST_PREFIX: Final = 100
"""Characters. No part of a word that stands before a hyphen is as long; a row of hyphens without end would fill the memory."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that stand whole within a line of some texts, with how often, and the parts that stand before a hyphen.

    `hyphened` are the words that the texts write with a hyphen and almost never without, by their letters without it.
    """

    words: Counter[str] = field(default_factory=Counter)
    prefixes: Counter[str] = field(default_factory=Counter)
    alphabetical: tuple[str, ...] = ()
    hyphened: Mapping[str, str] = field(default_factory=dict)

    def knows_start(self, start: str) -> bool:
        """Whether a word of the texts begins with these letters."""
        at = bisect_left(self.alphabetical, start)
        return at < len(self.alphabetical) and self.alphabetical[at].startswith(start)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Lexicon:
        """Counts every word of the texts, save those that touch a hyphen at the end of a line."""
        words: Counter[str] = Counter()
        for text in texts:
            broken = False
            for line in _LINE.finditer(text):
                found = [match.group() for match in _WORD.finditer(line.group())]
                if not found:
                    continue
                ends_broken = line.group().rstrip()[-1] in HYPHENS
                words.update(word.lower().replace("‑", "-") for word in found[broken : len(found) - ends_broken])
                broken = ends_broken
        prefixes: Counter[str] = Counter()
        for word, count in words.items():
            for hyphen in _HYPHEN.finditer(word, 0, _LONGEST_PREFIX):
                prefixes[word[: hyphen.start()]] += count
        return cls(words, prefixes, tuple(sorted(words)), dict(_hyphened(words)))


def _hyphened(words: Counter[str]) -> Iterator[tuple[str, str]]:
    """The words with one hyphen that are usual, and far more so than the same letters without it."""
    for word, count in words.items():
        solid = word.replace("-", "")
        if count >= _USUAL and len(solid) == len(word) - 1 and words[solid] * _USUAL <= count:
            yield solid, word


@cache
def _conjunctions() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.rows("conjunctions"))


def is_conjunction(word: str) -> bool:
    """Whether a word may follow a hyphen that stands for what two compounds share ("opsporings- en")."""
    return word.strip(",;").lower() in _conjunctions()


def certain(left: str, right: str, lexicon: Lexicon) -> Decision | None:
    """The decision where spelling or the lexicon leaves no doubt, else None: `left` ends in the hyphen, `right` follows it on the next line."""
    head, tail = left[:-1].lower().strip("\"'“”‘’«»()[]"), right.lower()
    if left[-1] == "\u00ad":
        return "keep" if lexicon.words[f"{head}-{_first_word(tail)}"] > lexicon.words[head + _first_word(tail)] else "join"
    if is_conjunction(right):
        return "blank"
    if _in_capitals(left[:-1]) and _in_capitals(right):
        return "join" if lexicon.words[head + tail] > lexicon.words[f"{head}-{tail}"] else "keep"
    if not tail[:1].isalpha() or not head[-1:].isalpha() or right[:1].isupper() or _has_capitals(left):
        return "keep"
    return _in_corpus(head.rsplit("-", 1)[-1], head, _first_word(tail), lexicon)


def _first_word(text: str) -> str:
    """The word that a text starts with; all of it where it starts with none."""
    match = _WORD.match(text)
    return match.group() if match else text


def _in_capitals(part: str) -> bool:
    """Whether a part of a word is set in capitals, as a title may be."""
    return len(part) > 1 and part.isupper()


def _has_capitals(left: str) -> bool:
    """Whether the part before the hyphen is an abbreviation, which always keeps it (EU-, ACS-)."""
    part = re.split(r"[-/]", left[:-1])[-1]
    return sum(c.isupper() for c in part) > 1 or (len(part) == 1 and part.isupper())


def _in_corpus(last_part: str, head: str, tail: str, lexicon: Lexicon) -> Decision | None:
    joined, hyphened = lexicon.words[head + tail], lexicon.words[f"{head}-{tail}"]
    if joined != hyphened:
        return "join" if joined > hyphened else "keep"
    if last_part[-1:] + tail[:1] in _CLASHES:
        return "keep"
    if lexicon.prefixes[last_part] >= 1 and not lexicon.knows_start(last_part + tail[:3]):
        return "keep"
    return None


def decide(left: str, right: str, lexicon: Lexicon, *, soft: bool, language: str = "nl") -> Decision:
    """The decision in all cases; `soft` says whether this text breaks words at line ends at all."""
    decision = certain(left, right, lexicon)
    if decision:
        return decision
    return "join" if soft and may_break(left[:-1], right, language) else "keep"


def may_break(head: str, tail: str, language: str) -> bool:
    """Whether hyphenation allows a break between the two parts of the word they make together."""
    dictionary = _dictionary(language)
    if dictionary is None:
        return True
    word = _WORD.match(tail)
    last_part = re.split(r"[-/]", head)[-1].strip("\"'“”‘’«»()[]")
    joined = last_part + (word.group() if word else tail)
    return len(last_part) in dictionary.positions(joined.lower())


@cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=known, left=1, right=1) if known else None


def breaks_words(pairs: Iterable[tuple[str, str]], lexicon: Lexicon) -> bool:
    """Whether a text hyphenates at line ends: no, if all hyphens there that can be decided belong to their words."""
    decisions = Counter(certain(left, right, lexicon) for left, right in pairs)
    return decisions["join"] > 0 or decisions["keep"] < _SOFT_ENOUGH
