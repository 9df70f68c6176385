"""What documents themselves say that an acronym stands for, and which acronyms they use.

The letters of an acronym are laid along the words before or after it, after Schwartz and Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text" (Pacific Symposium on Biocomputing 8, 2003), with two changes:
no word that says something may go without a letter, unless every letter starts a word. Beyond that paper: the acronym
first and its words in brackets, "X is het …", plurals, and letters that do not fit ("EMWP"); there grammar decides, and
the phrase is the one that ends at the bracket: back over adjectives, nouns and what "van" or "voor" attaches to them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.language.acronyms.capitals import acronyms_in, is_acronym, known_otherwise
from generator.language.acronyms.letters import fits
from generator.language.acronyms.long_forms import is_name_of, phrase_before, until_clause, without_article
from generator.language.acronyms.small_words import role
from generator.language.inflection import related
from generator.language.tables import rows
from generator.model import Document

_ACRONYM: Final = r"[^\W\d_](?:[\w&+]|[-‑](?=[^\W\d_]*[A-Z])){1,14}"
_ENTRY: Final = re.compile(rf"(?P<acronym>{_ACRONYM})(?P<plural>['’]?s)?")
_BRACKETS: Final = re.compile(r"\((?P<inside>[^()]{2,200})\)")
_LAST_WORD: Final = re.compile(rf"(?P<acronym>{_ACRONYM})(?P<plural>['’]s)?\s*$")
_IS: Final = re.compile(
    rf"""
    (?:(?<=^)|(?<=[.;:!?]\s)) (?P<acronym>{_ACRONYM}) \s
    (?:(?P<is>(?:is|was)\s(?:het|de)|is|est\sl[ea]|ist\s(?:die|das|der))|staat\svoor|betekent|stands\sfor|steht\sfür|signifie)
    \s (?:(?:de|het|the|die|das|der|le|la)\s)? (?P<words>[^.;:()\n]{{4,200}})
    """,
    re.VERBOSE,
)
_QUOTES: Final = "\"'“”‘’„«» "
_FEW: Final = 2
"""Capitals that are left of a plural in -s (EUs, NGOs): a single capital with an s is a word."""


_ACRONYM_BEFORE: Final = 20
"""Characters before a bracket in which an acronym and its plural stand."""


@dataclass(frozen=True, slots=True, order=True)
class Declared:
    """An acronym and the words that a document gives for it, with the id of the paragraph or footnote (`fn:12`)."""

    acronym: str
    expansion: str
    place: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What looks like an acronym, with the number of times a document uses it."""

    acronym: str
    count: int


def declared(document: Document) -> Iterator[Declared]:
    """Every acronym that a document explains, in reading order; each explanation of one acronym once."""
    seen: dict[str, list[str]] = {}
    for part in document.parts:
        for acronym, words in declared_in(part.text, document.meta.language):
            known = seen.setdefault(acronym, [])
            if not any(same_name(words, other) for other in known):
                known.append(words)
                yield Declared(acronym, words, part.anchor)


def declared_in(text: str, language: str = "nl") -> Iterator[tuple[str, str]]:
    """The acronyms that a text explains, each with its words as printed."""
    for match in _BRACKETS.finditer(text):
        yield from _in_brackets(text, match, language)
    for match in _IS.finditer(text):
        words = until_clause(match["words"])
        if is_acronym(match["acronym"]) and is_name_of(words, match["acronym"], language, official=match["is"] not in {None, "is"}):
            yield match["acronym"], words


def _in_brackets(text: str, match: re.Match[str], language: str) -> Iterator[tuple[str, str]]:
    """`words (ACRONYM)` or `ACRONYM (words)`."""
    short = _named(match["inside"])
    if short in known_otherwise():
        return
    if short:
        words = phrase_before(text, match.start(), short, language)
        if words:
            yield short, words
        return
    before = _LAST_WORD.search(text, max(0, match.start() - _ACRONYM_BEFORE), match.start())
    if before and is_acronym(before["acronym"]):
        words = without_article(match["inside"].strip(_QUOTES).partition(",")[0], language)
        if fits(words, before["acronym"], language, inside=words[:1].isupper()):
            yield before["acronym"], words


def _named(inside: str) -> str:
    """The acronym that brackets hold, or nothing: it may stand in quotation marks, behind "hierna", behind a slash."""
    words = inside.strip(_QUOTES)
    head, _, rest = words.rpartition(" ")
    if head and _is_cue(head):
        words = rest.strip(_QUOTES)
    words = words.rpartition("/")[2] if "/" in words else words
    match = _ENTRY.fullmatch(words.removesuffix(" genoemd").strip(_QUOTES))
    if not match:
        return ""
    short = match["acronym"]
    plural = not match["plural"] and short.endswith("s") and short[:-1].isupper()
    return short[:-1] if plural and len(short) > _FEW + 1 else short


def _is_cue(head: str) -> bool:
    words = head.casefold().strip(_QUOTES + ":,")
    return any(words == cue or words.endswith(f" {cue}") for cue in _cues())


# Comparison ----------------------------------------------------------------------------------------------------------


def same_name(one: str, other: str) -> bool:
    """Whether two long forms are one name: case, inflection and small words aside, one may leave out words of the other."""
    first, second = _content(one), _content(other)
    short, long = sorted((first, second), key=len)
    if not short or len(short) == 1 < len(long) - 1:
        return False
    rest = iter(long)
    return all(any(related(word, candidate) for candidate in rest) for word in short)


def _content(words: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", words.casefold()) if not role(word, "")]


# Candidates ----------------------------------------------------------------------------------------------------------


def candidates(document: Document) -> tuple[Candidate, ...]:
    """The acronyms that a document uses outside headings and front matter, by frequency.

    A word in capitals whose small letters are a word of the document is no acronym, unless the document explains it.
    """
    explained = {item.acronym for item in declared(document)}
    counts: Counter[str] = Counter()
    for part in document.parts:
        if part.type not in {"heading", "front_matter"}:
            counts.update(word for _, word in acronyms_in(part.text))
    words = {word for part in document.parts for word in re.findall(r"[^\W\d_]+", part.text) if word.islower()}
    kept = [Candidate(word, count) for word, count in counts.items() if word in explained or word.casefold() not in words]
    return tuple(sorted(kept, key=lambda item: (-item.count, item.acronym)))


# Vocabulary ----------------------------------------------------------------------------------------------------------


@cache
def _cues() -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("acronym_cues"))
