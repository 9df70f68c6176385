"""Goes through a text from word to word, and tries at each the rules for citations that can begin with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Final, TypeAlias

from generator.citations import names, other_rules, rules, vocabulary
from generator.citations.rules import Citation, Setting
from generator.citations.vocabulary import WORD
from generator.language.matching import fold

Rule: TypeAlias = Callable[[str, re.Match[str], Setting], Iterable[Citation]]

# Where two rules find something at a word, the one that takes more of the text wins; of two equals, the first.
_DIGITS: Final[tuple[Rule, ...]] = (rules.number_alone, rules.council, other_rules.procedure, other_rules.in_journal)
_TAILS: Final = ("verordening", "richtlijn", "kaderbesluit", "verordnung", "richtlinie")
_WORDS: Final = 1 << 15
"""Different words whose rules are remembered: as many as a long document has."""

_CASE: Final = re.compile(r"[CTF][-‑]?\d")


def citations(text: str, setting: Setting) -> Iterator[Citation]:
    """What a text cites, in order of place; no two overlap."""
    done = 0
    for word in WORD.finditer(text):
        rules_here = _rules(word.group())
        if not rules_here or word.start() < done:
            continue
        for citation in _longest(tuple(rule(text, word, setting)) for rule in rules_here):
            if citation.start >= done:
                yield citation
                done = citation.end


def _longest(found: Iterable[tuple[Citation, ...]]) -> tuple[Citation, ...]:
    return max(found, key=lambda citations: citations[-1].end if citations else -1, default=())


@lru_cache(maxsize=_WORDS)
def _rules(word: str) -> tuple[Rule, ...]:
    """The rules for citations that can begin with a word."""
    if word[0].isdigit():
        return _DIGITS
    if _CASE.match(word):
        return (rules.case,)
    folded = fold(word)
    if folded[-1].isdigit():
        return (rules.glued,)
    return _by_word().get(folded) or ((rules.compound,) if folded.endswith(_TAILS) else ())


@cache
def _by_word() -> dict[str, tuple[Rule, ...]]:
    starts: dict[str, list[Rule]] = {}
    for rule, words in _starts():
        for word in words:
            starts.setdefault(fold(word), []).append(rule)
    return {word: tuple(found) for word, found in starts.items()}


def _starts() -> Iterator[tuple[Rule, Iterable[str]]]:
    """Each rule with the words that its citations begin with."""
    yield rules.act, vocabulary.heads().by_word
    yield rules.named, names.standing_alone().by_word
    yield rules.treaty, vocabulary.treaties().by_word
    yield rules.series, vocabulary.series()
    yield rules.article, _table("article")
    yield rules.old_cases, _table("case")
    yield other_rules.ibidem, _table("same")
    yield other_rules.parties, (*_table("case"), *_table("ruling"), *_table("court"))
    yield other_rules.against, ("v", "c", "t")
    yield other_rules.journal_head, ("Publicatieblad", "Publikatieblad", "Journal", "Amtsblatt")
    yield rules.journal, ("PB", "PbEU", "PbEG", "OJ", "JO", "ABl")
    yield rules.european_council, ("EUCO",)
    yield other_rules.ecli, ("ECLI",)
    yield rules.number_alone, vocabulary.communities()


def _table(role: str) -> tuple[str, ...]:
    return tuple(row["word"].rstrip(".") for row in vocabulary.table("act_words") if row["role"] == role)
