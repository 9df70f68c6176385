"""Terms of the glossary: acronyms, long forms and aliases, with the inflections that rules derive, longest first.

Words are compared one by one, so nothing is found inside a word. A form's own spelling decides on case: one that is all
lower case may have capitals in the text; an acronym or a name is met as it is written, or in capitals throughout.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, TypeAlias

from babel import Locale

from generator.expansions import Declared, declared, same_name
from generator.inflection import SHORTEST, inflections
from generator.model import Document, Knowledge, Mention, Term

Annotator: TypeAlias = Callable[[str], Iterable[Mention]]

_TOKEN: Final = re.compile(r"[^\W_]+|[^\w\s]|_")
_ADDRESS: Final = re.compile(
    r"""
    (?<!\S)[^\s@]+@\S+                                  # mail
    | @\w+                                              # an account
    | \bhttps?://\S+ | \bwww\.\S+                       # web
    | (?<![\w.-]) (?:[\w-]+\.)+ [a-z]{2,6}\b (?:/\S*)?  # a host or a file
    """,
    re.VERBOSE,
)
_SPELLINGS: Final = {"’": "'", "‘": "'", "‐": "-", "‑": "-"}
_NOT_STATES: Final = frozenset({"EU", "UN"})
"""Codes that CLDR has beside those of states, for bodies that are spoken of in sentences."""

_CODE: Final = 2
_BRIEF: Final = 3
"""Letters. An acronym this short may be an ordinary word where a whole passage is in capitals ("AU PARLEMENT")."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word or mark of a text: how it compares, and where it stands."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a term can be met: for each word the spellings that are the same; `hard`: the spelling is that of a name."""

    term: str
    spelling: str
    words: tuple[frozenset[str], ...]
    hard: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms by every spelling of their first word; and phrases in which a term must not be found, in the same way."""

    forms: dict[str, tuple[Form, ...]]
    blocked: dict[str, tuple[Form, ...]]

    def at(self, word: _Word) -> tuple[Form, ...]:
        """The forms that can start at a word."""
        return self.forms.get(word.text, ()) + (self.forms.get(word.folded, ()) if word.folded != word.text else ())


def term_finder(document: Document, knowledge: Knowledge) -> Annotator:
    """An annotator for the terms of the glossary as this document uses them."""
    lexicon = lexicon_of(knowledge.terms, document.meta.id, document.meta.language, tuple(declared(document)))

    def find(text: str) -> Iterator[Mention]:
        for form, start, end in _matches(text, lexicon):
            exact = text[start:end].casefold() == form.spelling.casefold()
            yield Mention("term", form.term, start, end - start, form="name" if exact else "derived")

    return find


@lru_cache(maxsize=64)
def lexicon_of(terms: tuple[Term, ...], document: str, language: str, said: tuple[Declared, ...]) -> Lexicon:
    """The forms of all terms for one document; where two terms have the same form, the first has it."""
    forms: dict[tuple[frozenset[str], ...], Form] = {}
    for term in terms:
        for spelling in spellings(term, document, language, said):
            form = _form(term, spelling)
            forms.setdefault(form.words, form)
    return Lexicon(_by_first(forms.values()), _by_first(_form(term, phrase) for term in terms for phrase in term.not_in))


def _by_first(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = {}
    for form in forms:
        for spelling in form.words[0] if form.words else ():
            table.setdefault(spelling, []).append(form)
    return {spelling: tuple(sorted(found, key=lambda form: -len(form.words))) for spelling, found in table.items()}


def spellings(term: Term, document: str = "", language: str = "nl", said: Iterable[Declared] = ()) -> tuple[str, ...]:
    """The names under which a term is linked in a document.

    The term itself is left out where no sense of it applies there, or where the document gives it another meaning.
    """
    translations = (form for lang, form in term.translations if lang == language or _is_acronym(form))
    names = (*(sense.expansion for sense in term.senses), *term.aliases, *term.forms, *translations)
    own = (term.term,) if _applies(term, document) and not contradicted(term, said) else ()
    return tuple(dict.fromkeys((*own, *(name for name in names if own or name.casefold() != term.term.casefold()))))


def _is_acronym(form: str) -> bool:
    return len(form) > _CODE and form.isupper()


def _applies(term: Term, document: str) -> bool:
    return not document or any(not sense.documents or document in sense.documents for sense in term.senses)


def contradicted(term: Term, said: Iterable[Declared]) -> bool:
    """Whether a document gives the term expansions and none of them is one of the entry's."""
    own = [item for item in said if item.acronym == term.term]
    known = (*(sense.expansion for sense in term.senses), *term.aliases, *term.forms)
    return bool(own) and not any(same_name(item.expansion, name) for item in own for name in known)


def _form(term: Term, spelling: str) -> Form:
    words = _words(spelling)
    hard = len(words) == 1 and not _is_plain(words[0].text, term.kind)
    return Form(term.id, spelling, tuple(_same(word.text, term.kind, alone=len(words) == 1) for word in words), hard)


def _is_plain(word: str, kind: str) -> bool:
    return word.islower() and kind != "acronym"


def _same(word: str, kind: str, *, alone: bool) -> frozenset[str]:
    """The spellings of one word of a form that count as the same."""
    if not word[0].isalpha():
        return frozenset({word})
    if word.islower() and (kind != "acronym" or not alone):
        return frozenset(inflections(word))
    if alone and word.islower():
        return frozenset(form + tail for form in (word, word.upper(), word.capitalize()) for tail in ("", "s"))
    if alone or not word[1:].islower():
        return frozenset({word, word.upper(), word + "s"})
    return frozenset(form.casefold() for form in inflections(word)) if len(word) >= SHORTEST else frozenset({word.casefold()})


def _words(text: str) -> list[_Word]:
    return [_word(match) for match in _TOKEN.finditer(text)]


def _word(match: re.Match[str]) -> _Word:
    text = _SPELLINGS.get(match.group(), match.group()).replace("ĳ", "ij").replace("Ĳ", "IJ")
    return _Word(text, text.casefold(), match.start(), match.end())


def _matches(text: str, lexicon: Lexicon) -> Iterator[tuple[Form, int, int]]:
    """The forms in a text with the characters they take, from left to right, the longest first, none over another."""
    words = _words(text)
    closed = [match.span() for match in _ADDRESS.finditer(text)]
    barred = _barred(words, lexicon)
    place = 0
    while place < len(words):
        found = next(_forms_at(words, place, lexicon, closed, barred), None)
        if found:
            yield found[0], words[place].start, words[found[1]].end
        place = found[1] + 1 if found else place + 1


def _forms_at(
    words: list[_Word], place: int, lexicon: Lexicon, closed: list[tuple[int, int]], barred: list[tuple[str, int, int]]
) -> Iterator[tuple[Form, int]]:
    """The forms that start at a word, the longest first, each with its last word."""
    fitting = [(form, last) for form in lexicon.at(words[place]) if (last := _last(words, place, form)) is not None]
    for form, last in sorted(fitting, key=lambda item: -item[1]):
        start, end = words[place].start, words[last].end
        address = any(start < stop and first < end for first, stop in closed)
        forbidden = any(form.term == term and first <= start and end <= stop for term, first, stop in barred)
        if not address and not forbidden and not (form.hard and _is_other_word(words, place)):
            yield form, last


def _last(words: list[_Word], place: int, form: Form) -> int | None:
    """The last word of a form that starts at a place, with the 's of a plural; None where the form does not stand there."""
    end = place + len(form.words)
    if end > len(words):
        return None
    for word, same in zip(words[place:end], form.words, strict=True):
        if word.text not in same and word.folded not in same:
            return None
    if _touches(words, end, "+") or _touches(words, end, "_") or (place and words[place - 1].text == "_" and _glued(words, place)):
        return None
    plural = _touches(words, end, "'") and end + 1 < len(words) and words[end + 1].text in {"s", "S"} and _glued(words, end + 1)
    return end + 1 if plural else end - 1


def _glued(words: list[_Word], place: int) -> bool:
    return words[place - 1].end == words[place].start


def _touches(words: list[_Word], place: int, mark: str) -> bool:
    return place < len(words) and words[place].text == mark and _glued(words, place)


def _barred(words: list[_Word], lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """The phrases in which a term must not be found: the term, first and last character."""
    if not lexicon.blocked:
        return []
    return [
        (form.term, word.start, words[last].end)
        for place, word in enumerate(words)
        for form in {*lexicon.blocked.get(word.text, ()), *lexicon.blocked.get(word.folded, ())}
        if (last := _last(words, place, form)) is not None
    ]


def _is_other_word(words: list[_Word], place: int) -> bool:
    """Whether what looks like an acronym is a code in a row of codes, or a word of a passage in capitals."""
    word = words[place]
    if len(word.text) > _BRIEF or not word.text.isupper():
        return False
    around = [words[at] for at in (place - 1, place + 1) if 0 <= at < len(words)]
    if around and all(_is_capitals(other) and not _hugs(word, other) for other in around):
        return True
    return len(word.text) == _CODE and any(_is_code(words, place, step) for step in (-1, 1))


def _is_capitals(word: _Word) -> bool:
    return len(word.text) >= _CODE and word.text.isalpha() and word.text.isupper()


def _hugs(one: _Word, other: _Word) -> bool:
    return one.end == other.start or other.end == one.start


def _is_code(words: list[_Word], place: int, step: int) -> bool:
    """Whether a code of two letters stands beside a word, with a comma, a slash or a blank between."""
    at = place + step
    if 0 <= at < len(words) and words[at].text in {",", "/"}:
        at += step
    return 0 <= at < len(words) and words[at].text in _codes()


@cache
def _codes() -> frozenset[str]:
    """Codes of two capitals that stand in rows: those of states and of languages."""
    locale = Locale("nl")
    known = {*map(str, locale.territories), *(str(code).upper() for code in locale.languages)}
    return frozenset(code for code in known if len(code) == _CODE and code.isalpha()) - _NOT_STATES
