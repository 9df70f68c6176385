"""The words around an acronym that it stands for: those that fit its letters, else the noun phrase that ends at its bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from generator.language.acronyms.capitals import is_acronym
from generator.language.acronyms.letters import FEW, HARD_STOPS, fits, letters_start, with_halves
from generator.language.acronyms.small_words import role as role_of
from generator.language.tables import rows

_WORD: Final = re.compile(r"\b[dlDL]['’]|(?:(?<=\s)[-‑])?[\w’'+&]+(?:[-‑][\w’'+&]*)*|[^\w\s]")
"""A word; "l'Agence" is two, "-autorisatie" behind a blank is one."""

_RUN: Final = 40
"""Words that a phrase before a bracket can have; a longer one is no name. Half of it and twice as much do as well in our documents."""


_BEFORE: Final = 400
"""Characters before a bracket in which such a phrase stands: forty words of ten. Half of it and twice as much do as well in our
documents."""


def phrase_before(text: str, end: int, short: str, language: str) -> str:
    """The words before a bracket that an acronym stands for, or nothing."""
    tokens = list(_WORD.finditer(text, max(0, end - _BEFORE), end))[-_RUN:]
    start = letters_start(tokens, short, language)
    if start is None:
        start = _named_start(tokens, short, language)
    if start is not None:
        start = with_halves(tokens, start, short, language)
    if start is None or end - tokens[start].start() <= len(short):
        return ""
    words = text[tokens[start].start() : end].strip()
    # "Jordanië (JO)" is a name with its code.
    return "" if words == short or (len(short) == FEW and " " not in words and words[0].isupper()) else words


def _named_start(tokens: list[re.Match[str]], short: str, language: str) -> int | None:
    """Where the noun phrase before a bracket starts; one whose letters do not fit must name a body, unless it stands before capitals."""
    if not is_acronym(short) and not short[0].isupper():
        return None
    start = _grammar_start(tokens, language)
    return start if start is not None and (is_acronym(short) or _names_a_body(tokens[start:])) else None


def _grammar_start(tokens: list[re.Match[str]], language: str) -> int | None:
    """Where the noun phrase that ends with the tokens starts."""
    words = [token.group() for token in tokens]
    start = _phrase_start(words, language)
    if start is None:
        return None
    capital = next(
        (at for at in range(start + 1, len(words)) if words[at][0].isupper() and role_of(words[at - 1], language) == "determiner"), None
    )
    # "de oprichting van het Europees Bureau (X)": the name is what has capitals, unless a body comes before it.
    told = words[start][0].islower() or start == 0 or words[start - 1] in HARD_STOPS
    if capital is not None and told and not _is_body(words[start:capital]):
        return capital
    return start


def _phrase_start(words: list[str], language: str) -> int | None:
    """Where the noun phrase that ends with the words starts, small words at its front left out; None where it is all small words."""
    at = len(words)
    while at and not _ends_phrase(words, at - 1, language):
        before = _before_conjunction(words, at, language)
        if before is None:
            break
        at = before
    while at < len(words) and role_of(words[at], language):
        at += 1
    return at if at < len(words) else None


def _ends_phrase(words: list[str], at: int, language: str) -> bool:
    """Whether a noun phrase begins behind a word: a sign, a preposition, a verb, or an article that no preposition of nouns goes before."""
    word, role = words[at], role_of(words[at], language)
    before = words[at - 1] if at else ""
    if not word.lstrip("-‑")[:1].isalnum() or role in {"preposition", "verb"}:
        return True
    # In German a noun, which has a capital, takes another in the genitive: "Asylagentur der Europäischen Union".
    coupled = role == "genitive" and before[:1].isupper()
    return role in {"determiner", "genitive"} and not coupled and role_of(before, language) != "attaching"


def _before_conjunction(words: list[str], at: int, language: str) -> int | None:
    """The place of the word before one, past the list that a conjunction ends; None where that is no list of nouns."""
    before = words[at - 2] if at >= FEW else ""
    after = words[at] if at < len(words) else ""
    halves = before.endswith(("-", "‑")) or after[:1] in {"-", "‑"}
    conjunction = role_of(words[at - 1], language) == "conjunction" and not halves
    return _list_start(words, at - 1, language) if conjunction else at - 1


def _list_start(words: list[str], conjunction: int, language: str) -> int | None:
    """Where a list of bare nouns starts that a conjunction ends and that stands behind one preposition of nouns; None where there is none.

    "van migratie en asiel", "voor vrijwillige terugkeer en …", "voor asiel, migratie en integratie": an item has two words at most.
    """
    at, bare = conjunction, 0
    while at:
        word, role = words[at - 1], role_of(words[at - 1], language)
        if role == "attaching":
            return at if bare else None
        bare = 0 if word == "," and bare else bare + 1
        if role or bare > FEW or not (word[:1].isalnum() or (word == "," and not bare)):
            return None
        at -= 1
    return None


def _names_a_body(tokens: list[re.Match[str]]) -> bool:
    return _is_body([token.group() for token in tokens])


def _is_body(words: Iterable[str]) -> bool:
    """Whether one of the words says that a name is that of a body, fund or programme."""
    return any(word.casefold().endswith(noun) for word in words for noun in _bodies())


def is_name_of(words: str, short: str, language: str, *, official: bool) -> bool:
    """Whether words after "is" give an acronym in full and do not tell something about it."""
    return fits(words, short, language) or (official and words[:1].isupper() and len(words.split()) >= FEW)


def until_clause(words: str) -> str:
    """Words up to a comma or the start of a clause."""
    return re.split(r",|\s(?:dat|die|waar\w*|which|that|qui|en\s(?:is|werd|heeft))\s", words, maxsplit=1)[0].strip()


def without_article(words: str, language: str) -> str:
    """Words without the article that they start with."""
    first, _, rest = words.partition(" ")
    return rest if rest and role_of(first, language) in {"determiner", "genitive"} else words


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(row["noun"] for row in rows("body_nouns"))
