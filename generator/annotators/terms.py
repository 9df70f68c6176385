"""Terms of the glossary: acronyms, long forms and aliases, with the inflections that rules derive, longest first.

Words are compared one by one, so nothing is found inside a word; but a compound that begins with a long term is about it, as a whole. A form's own spelling decides on case: one that is all
lower case may have capitals in the text; an acronym or a name is met as it is written, or in capitals throughout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from babel import Locale

from generator.language.acronyms import Declared, declared, same_name
from generator.language.compound_words import can_begin_compounds, head_of_compound
from generator.language.inflection import SHORTEST, inflections
from generator.model import Annotator, Document, Mention, Sense, Span, Term

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
_SPELLINGS: Final = str.maketrans("’‘‐‑", "''--")
"""Marks that are one in a form and in a text; one for one, so that offsets hold."""

_NOT_STATES: Final = frozenset({"EU", "UN"})
"""Codes that CLDR has beside those of states, for bodies that are spoken of in sentences."""

_OWN: Final = "nl"
"""The language of the glossary."""

_AND: Final = frozenset({"en", "of", "and", "or", "et", "ou", "und", "oder"})
"""Words before the last of a row."""

_CODE: Final = 2
"""Letters of the code of a country, which is no acronym of the glossary where it stands in a row of codes (ISO 3166-1 alpha-2)."""

_BRIEF: Final = 3
"""Letters. An acronym this short may be an ordinary word where a whole passage is in capitals ("AU PARLEMENT")."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words and marks of a text, one by one: as written, as compared, and their offsets."""

    texts: tuple[str, ...]
    folded: tuple[str, ...]
    spans: tuple[Span, ...]

    def glued(self, place: int) -> bool:
        """Whether the word at a place (a number from 0) follows the one before it without a blank."""
        return 0 < place < len(self.texts) and self.spans[place - 1][1] == self.spans[place][0]

    def has(self, place: int, *texts: str) -> bool:
        """Whether one of some words stands at a place, without a blank before it."""
        return self.glued(place) and self.texts[place] in texts


@dataclass(frozen=True, slots=True)
class TermForm:
    """One way in which a term can be met: for each word the spellings that are the same; `hard`: the spelling is that of a name."""

    term: str
    spelling: str
    words: tuple[frozenset[str], ...]
    hard: bool


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Forms by every spelling of their first word; and phrases in which a term must not be found, in the same way."""

    forms: dict[str, tuple[TermForm, ...]]
    blocked: dict[str, tuple[TermForm, ...]]
    heads: dict[str, str]
    """By the words that compounds may begin with: the term that such a compound is about."""

    def starts(self, words: _Words) -> list[int]:
        """The places (numbers of words from 0) at which a form can start, in order."""
        heads = tuple(self.heads)
        pairs = enumerate(zip(words.texts, words.folded, strict=True))
        return [place for place, (text, folded) in pairs if text in self.forms or folded in self.forms or folded.startswith(heads)]

    def at(self, words: _Words, place: int) -> set[TermForm]:
        """The forms that can start at a place; a compound only where the word is no form by itself."""
        return _at(self.forms, words, place) or self._compounds(words.folded[place])

    def _compounds(self, word: str) -> set[TermForm]:
        """A compound of a term, as a form."""
        head = head_of_compound(word, self.heads)
        return {TermForm(self.heads[head], head, (frozenset({word}),), hard=False)} if head else set()

    def bars(self, words: _Words, place: int) -> set[TermForm]:
        """The forbidden phrases that can start at a place."""
        return _at(self.blocked, words, place)


def _at(table: dict[str, tuple[TermForm, ...]], words: _Words, place: int) -> set[TermForm]:
    return {*table.get(words.texts[place], ()), *table.get(words.folded[place], ())}


def term_finder(document: Document, terms: tuple[Term, ...]) -> Annotator:
    """An annotator for the terms of the glossary as this document uses them."""
    said = tuple(declared(document))
    otherwise = tuple(term.id for term in terms if contradicted(term, said))
    index = term_index(terms, document.meta.language, otherwise, tuple(paired_names(terms, document.meta.language, said)))

    return lambda part: find_with(index, part.text)


def find_with(index: TermIndex, text: str) -> Iterator[Mention]:
    """The mentions of the terms of an index in a text, from left to right."""
    for form, start, end in _matches(text, index):
        exact = text[start:end].casefold() == form.spelling.casefold()
        yield Mention("term", form.term, start, end - start, form="name" if exact else "derived")


@lru_cache(maxsize=64)
def term_index(
    terms: tuple[Term, ...], language: str, otherwise: tuple[str, ...] = (), said: tuple[tuple[Term, str], ...] = ()
) -> TermIndex:
    """The forms of all terms; where two terms have the same form, the first has it.

    `otherwise`: terms whose acronym means something else in the document, so that only their other names are linked;
    `said`: names that the document itself gives to terms.
    """
    own = ((term, name) for term in terms for name in own_spellings(term) if term.id not in otherwise or name != term.term)
    foreign = ((term, name) for term in terms for name in foreign_spellings(term, language))
    forms: dict[tuple[frozenset[str], ...], TermForm] = {}
    # A translation never takes a form from an entry that has it as a name of its own.
    for term, name in (*own, *foreign, *said):
        form = _form(term.id, term.kind, name)
        forms.setdefault(form.words, form)
    barred = (_form(term.id, term.kind, phrase) for term in terms for phrase in term.not_in)
    return TermIndex(_by_first(forms.values()), _by_first(barred), _heads(terms) if language == _OWN else {})


def _heads(terms: Iterable[Term]) -> dict[str, str]:
    """The names of entries that compounds may begin with, each with its entry."""
    return {term.term: term.id for term in terms if can_begin_compounds(term.term)}


def _by_first(forms: Iterable[TermForm]) -> dict[str, tuple[TermForm, ...]]:
    table: dict[str, list[TermForm]] = {}
    for form in forms:
        for spelling in form.words[0] if form.words else ():
            table.setdefault(spelling, []).append(form)
    return {spelling: tuple(sorted(found, key=lambda form: -len(form.words))) for spelling, found in table.items()}


def without_definitions(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms with what they are met by and nothing else: what depends on these alone stays the same when a definition changes."""
    return tuple(
        Term(
            term.id, term.term, term.kind, tuple(Sense(sense.expansion) for sense in term.senses), "", "", "",
            aliases=term.aliases, forms=term.forms, not_in=term.not_in, translations=term.translations,
        )
        for term in terms
    )  # fmt: skip


def own_spellings(term: Term) -> tuple[str, ...]:
    """Everything that an entry calls its term, the term itself first."""
    return tuple(dict.fromkeys((term.term, *(sense.expansion for sense in term.senses), *term.aliases, *term.forms)))


def foreign_spellings(term: Term, language: str) -> tuple[str, ...]:
    """Its names in the language of a document, and those in other languages that are acronyms of three letters or more."""
    return tuple(form for lang, form in term.translations if lang == language or (len(form) > _CODE and form.isupper()))


def paired_names(terms: Iterable[Term], language: str, said: Iterable[Declared]) -> Iterator[tuple[Term, str]]:
    """Terms with another name in the document's language, found where the document sets it beside a name that the entry has in that language."""
    said = tuple(said) if language != _OWN else ()
    for term in terms if said else ():
        for item in said:
            spellings = foreign_spellings(term, language)
            if item.acronym in spellings:
                yield term, item.expansion
            elif any(same_name(item.expansion, name) for name in spellings if not name.isupper()):
                yield term, item.acronym


def contradicted(term: Term, said: Iterable[Declared]) -> bool:
    """Whether a document gives expansions of the term and none of them is one of the entry's."""
    own = [item.expansion for item in said if item.acronym == term.term]
    return bool(own) and not any(same_name(one, name) for one in own for name in own_spellings(term)[1:])


@lru_cache(maxsize=100_000)
def _form(term: str, kind: str, spelling: str) -> TermForm:
    texts = _words(spelling).texts
    hard = len(texts) == 1 and not (texts[0].islower() and kind != "acronym")
    return TermForm(term, spelling, tuple(_same(text, kind, alone=len(texts) == 1) for text in texts), hard)


def _same(word: str, kind: str, *, alone: bool) -> frozenset[str]:
    """The spellings of one word of a form that count as the same."""
    if not word[0].isalpha():
        return frozenset({word})
    if word.islower():
        return _same_small(word) if alone and kind == "acronym" else frozenset(inflections(word))
    if alone or not word[1:].islower():
        return frozenset({word, word.upper(), word + "s"})
    return frozenset(form.casefold() for form in inflections(word)) if len(word) >= SHORTEST else frozenset({word.casefold()})


def _same_small(word: str) -> frozenset[str]:
    """The spellings of an acronym in small letters: in capitals too, and with an s."""
    return frozenset(form + tail for form in (word, word.upper(), word.capitalize()) for tail in ("", "s"))


def _words(text: str) -> _Words:
    found = tuple(_TOKEN.finditer(text.translate(_SPELLINGS)))
    texts = tuple(match.group() for match in found)
    if "ĳ" in text or "Ĳ" in text:
        texts = tuple(word.replace("ĳ", "ij").replace("Ĳ", "IJ") for word in texts)
    return _Words(texts, tuple(map(str.casefold, texts)), tuple(match.span() for match in found))


def _matches(text: str, index: TermIndex) -> Iterator[tuple[TermForm, int, int]]:
    """The forms in a text with the characters they take, from left to right, the longest first, none over another."""
    words = _words(text)
    places = index.starts(words)
    closed = [(match.span(), "") for match in _ADDRESS.finditer(text)] if places else []
    barred = [*closed, *_barred(words, index)]
    free = 0
    for place in places:
        found = next(_forms_at(words, place, index, barred), None) if place >= free else None
        if found:
            yield found[0], words.spans[place][0], words.spans[found[1]][1]
            free = found[1] + 1


def _forms_at(words: _Words, place: int, index: TermIndex, barred: list[tuple[Span, str]]) -> Iterator[tuple[TermForm, int]]:
    """The forms that start at a word, the longest first, each with its last word."""
    fitting = [(form, last) for form in index.at(words, place) if (last := _last(words, place, form)) is not None]
    for form, last in sorted(fitting, key=lambda item: (-item[1], item[0].term, item[0].spelling)):
        start, end = words.spans[place][0], words.spans[last][1]
        forbidden = any(term in {"", form.term} and start < stop and first < end for (first, stop), term in barred)
        if not forbidden and not (form.hard and _is_other_word(words, place)):
            yield form, last


def _last(words: _Words, place: int, form: TermForm) -> int | None:
    """The last word of a form that starts at a place, with the 's of a plural; None where the form does not stand there."""
    end = place + len(form.words)
    if end > len(words.texts):
        return None
    for at, same in enumerate(form.words, place):
        if words.texts[at] not in same and words.folded[at] not in same:
            return None
    if words.has(end, "+", "_") or (words.glued(place) and words.texts[place - 1] == "_") or _ends_a_number(words, place):
        return None
    return end + 1 if words.has(end, "'") and words.has(end + 1, "s", "S") else end - 1


def _ends_a_number(words: _Words, place: int) -> bool:
    """Whether a word is the tail of an act's number, as in 2002/946/JBZ."""
    return words.glued(place) and words.has(place - 1, "/") and place > 1 and words.texts[place - 2].isdecimal()


def _barred(words: _Words, index: TermIndex) -> Iterator[tuple[Span, str]]:
    """The characters of phrases in which a term must not be found, and the term."""
    if not index.blocked:
        return
    for place, text in enumerate(words.texts):
        for form in index.bars(words, place) if text in index.blocked or words.folded[place] in index.blocked else ():
            last = _last(words, place, form)
            if last is not None:
                yield (words.spans[place][0], words.spans[last][1]), form.term


def _is_other_word(words: _Words, place: int) -> bool:
    """Whether what looks like an acronym is a code in a row of codes, or a word of a passage in capitals."""
    text = words.texts[place]
    if len(text) > _BRIEF or not text.isupper():
        return False
    around = [at for at in (place - 1, place + 1) if 0 <= at < len(words.texts)]
    glued = words.glued(place) or words.glued(place + 1)
    if around and not glued and all(_is_capitals(words.texts[at]) for at in around):
        return True
    return len(text) == _CODE and any(_is_code(words, place, step) for step in (-1, 1))


def _is_capitals(text: str) -> bool:
    return len(text) >= _CODE and text.isalpha() and text.isupper()


def _is_code(words: _Words, place: int, step: int) -> bool:
    """Whether a code of two letters stands beside a word, with a comma, a slash or a blank between."""
    at = place + step
    joined = 0 <= at < len(words.texts) and words.texts[at] in _AND
    if 0 <= at < len(words.texts) and (joined or words.texts[at] in {",", "/"}):
        at += step
    found = 0 <= at < len(words.texts) and words.texts[at] in _codes()
    # "FR en IT" ends a row only where more codes stand before it.
    return found and (not joined or _is_code(words, at, step))


@cache
def _codes() -> frozenset[str]:
    """Codes of two capitals that stand in rows: those of states and of languages."""
    locale = Locale("nl")
    known = {*map(str, locale.territories), *(str(code).upper() for code in locale.languages)}
    return frozenset(code for code in known if len(code) == _CODE and code.isalpha()) - _NOT_STATES
