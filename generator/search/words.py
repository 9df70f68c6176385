"""Words in the form in which the index files them: their place in a text, without case and accents, and their stem.

The browser does the same with what a reader types: the rules of stems go along with the index, so that there is one table for both
(data/stem_rules.csv). Their patterns use only what Python and JavaScript have in common.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final, TypeAlias

from generator.language.tables import rows

DUTCH: Final = "nl"
VERB: Final = "verb"
"""The step whose rules only hold where what they lead to is met in the documents."""

INFINITIVE: Final = "infinitive"
"""The step that leads the other way: from the stem of an infinitive that the documents do not hold to forms that they may hold."""

_APART: Final = frozenset({VERB, INFINITIVE})

TOKEN: Final = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
"""A run of letters and digits; the same as /[\\p{L}\\p{N}\\u0300-\\u036f]+/u in the browser."""

LONGEST: Final = 64
"""Letters of the longest word that has forms and parts: longer ones are no words (the longest in the list of OpenTaal has 45)."""

_LETTERS: Final = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "þ": "th"})
"""Letters that Unicode does not take apart."""

_GROUP: Final = re.compile(r"\$(\d)")

Rule: TypeAlias = tuple[str, str]
"""A pattern and what takes its place, with $1 for the first group."""

Steps: TypeAlias = tuple[tuple[Rule, ...], ...]
"""In each step the first rule that fits is applied."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, folded, and the characters it takes."""

    form: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in order."""
    return tuple(Token(without_accents(match.group()), match.start(), match.end()) for match in TOKEN.finditer(text))


@cache
def without_accents(word: str) -> str:
    """A word in lower case, without accents and ligatures: `Coördinatie` → `coordinatie`, `Richtlĳn` → `richtlijn`."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word)
    return "".join(character for character in apart if not unicodedata.combining(character)).lower().translate(_LETTERS)


@cache
def steps(language: str) -> Steps:
    """The rules of a language that make stems, in order; none for a language without a table."""
    found = ((row["step"], (row["pattern"], row["replacement"])) for row in rows("stem_rules") if row["language"] == language)
    return tuple(tuple(rule for _, rule in group) for name, group in groupby(found, key=lambda pair: pair[0]) if name not in _APART)


@cache
def rules(language: str, step: str) -> tuple[Rule, ...]:
    """The rules of one step that does not make stems, in order."""
    return tuple((row["pattern"], row["replacement"]) for row in rows("stem_rules") if row["language"] == language and row["step"] == step)


@cache
def _compiled(language: str) -> tuple[tuple[tuple[re.Pattern[str], str], ...], ...]:
    return tuple(tuple(_rule(rule) for rule in step) for step in steps(language))


@cache
def _compiled_verbs(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(_rule(rule) for rule in rules(language, VERB))


def _rule(rule: Rule) -> tuple[re.Pattern[str], str]:
    return re.compile(rule[0]), _GROUP.sub(r"\\g<\1>", rule[1])


@cache
def stem(form: str, language: str) -> str:
    """What the inflected forms of a word have in common; `form` is folded. Words with digits, and very long ones, stay as they are."""
    if not form.isalpha() or len(form) > LONGEST:
        return form
    for step in _compiled(language):
        for pattern, replacement in step:
            if pattern.search(form):
                form = pattern.sub(replacement, form)
                break
    return form


def verb_stems(form: str, language: str) -> Iterator[str]:
    """Stems that a form has if it belongs to a verb, the likeliest first."""
    own = stem(form, language)
    for pattern, replacement in _compiled_verbs(language) if len(own) <= LONGEST else ():
        if pattern.search(own):
            yield stem(pattern.sub(replacement, own), language)


@cache
def question_words(language: str) -> Mapping[str, tuple[str, str]]:
    """The words that do not count in a question, and those that ask for something: by word its role and what is asked for."""
    return {row["word"]: (row["role"], row["asks"]) for row in rows("question_words") if row["language"] == language}


def is_function_word(form: str, language: str) -> bool:
    """Whether a folded form carries no meaning of its own."""
    return question_words(language).get(form, ("", ""))[0] == "function"


def key(stem_: str, language: str) -> str:
    """What a stem is filed under: by itself in Dutch, the language of the site, and with its language otherwise."""
    return stem_ if language == DUTCH else f"{stem_}~{language}"
