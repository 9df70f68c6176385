"""Countries in running text: names, adjectives and inhabitants, the longest first, as whole words.

A text is read word by word; only a word that some form begins with is looked at further. Spelling counts: capitals as
listed, or a whole word in capitals; diacritics may be missing, for upper-case texts often leave them out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Final

from generator.language import countries
from generator.language.countries import DUTCH, Form
from generator.model import Annotator, Document, Mention, Part

_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINS: Final = re.compile(r"\w")
_SPECIAL: Final = re.compile(r"[^\x00-\x7f]")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*")
_BEFORE: Final = re.compile(r"(?<![\w'])(?P<first>[\w']{1,60})\s{1,3}$")
_AFTER: Final = re.compile(r"\s{1,3}(?P<word>\w{1,60}(?:-\w{1,60}){0,3})")
_LISTED: Final = re.compile(r"(?:,|\s{1,3}(?:en|of))\s{1,3}(?P<word>\w{1,60})")
_PARTICIPLE: Final = re.compile(r"(?:ge|ver|be|her|ont|op|uit|aan|voor|over)\w{1,60}(?:d|t|en|de|te)")
_ELLIPSIS: Final = re.compile(r"-(?:\s|$)")
_MISSION: Final = re.compile(r"\b[A-Z][A-Z0-9]{2,20}\s{1,3}(?:[A-Z][a-z]{1,30}\s{1,3})?$")
"""The acronym of a mission or organisation, with perhaps a name between: what follows is in English ("EUCAP Sahel …")."""

_FEW: Final = 20
"""Words without a capital that are looked for by name."""

_WINDOW: Final = 60
"""Characters before a word that may tell what it is."""

_CODE: Final = re.compile(r"[A-Z]{2}")
_CODED_ROWS: Final = re.compile(r"(?:[A-Z]{2}(?:\s[\d.,–-]+)+(?:\s|$)){3,}")
_FEWEST_CODES: Final = 3
"""Different codes in one column of a table: two capitals alone may be any abbreviation, a column of them is a list of countries."""

_LONGEST_LIST: Final = 6
"""Adjectives in a row that are looked past to find their noun."""

_SAME: Final = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\u202f": " ", "ß": "s"})
_DROPPED: Final = "\u00ad\u200b\u2060"


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text without diacritics, and for each of its characters the offset in the text that was given."""

    text: str
    offsets: tuple[int, ...] | None

    def original(self, offset: int) -> int:
        return offset if self.offsets is None else self.offsets[offset]


def _fold(text: str) -> _Folded:
    """The text with its letters bare, its quotes, hyphens and blanks plain; as long as before unless it holds ligatures or combining marks."""
    if all(len(_bare(character)) == 1 for character in _SPECIAL.findall(text)):
        return _Folded(_SPECIAL.sub(lambda match: _bare(match.group()), text), None)
    pieces = [_bare(character) for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return _Folded("".join(pieces), (*places, len(text)))


@cache
def _bare(character: str) -> str:
    character = character.translate(_SAME)
    if character in _DROPPED or unicodedata.combining(character):
        return ""
    letters = unicodedata.normalize("NFKD", character) if character.isalpha() else character
    return "".join(letter for letter in letters if not unicodedata.combining(letter)) or character


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a form may stand in a folded text."""

    text: str
    form: Form


@cache
def _spellings(language: str) -> Mapping[str, tuple[_Spelling, ...]]:
    """What to look for in texts of a language: as listed, with a capital, and in capitals."""
    spelled: dict[str, Form] = {}
    for form in countries.forms(language):
        plain = _fold(form.text).text
        for text in (plain, plain[0].upper() + plain[1:], plain.upper()):
            spelled.setdefault(text, form)
    return _by_first_word(spelled)


@cache
def _english() -> Mapping[str, tuple[_Spelling, ...]]:
    return _by_first_word({_fold(name).text: Form(name, (code,), "name") for name, code in countries.international().items()})


def _by_first_word(spelled: Mapping[str, Form]) -> Mapping[str, tuple[_Spelling, ...]]:
    """The spellings by the word they begin with, the longest first."""
    found: dict[str, list[_Spelling]] = {}
    for text, form in sorted(spelled.items(), key=lambda item: (-len(item[0]), item[0])):
        if first := _WORD.match(text):
            found.setdefault(first.group(), []).append(_Spelling(text, form))
    return {first: tuple(own) for first, own in found.items()}


def country_finder(document: Document) -> Annotator:
    """An annotator for one document: a form that stands for several countries is taken for the one that the document names."""
    language = document.meta.language.split("-")[0]
    known = {part.anchor: tuple(_forms(part.text, language)) for part in document.parts}
    named = frozenset(form.codes[0] for forms in known.values() for form, _, _ in forms if len(form.codes) == 1)

    coded = _coded_cells(document)

    def find(part: Part) -> Iterator[Mention]:
        if code := coded.get(part.anchor):
            yield Mention("country", code, 0, 2)
            return
        yield from _coded_rows(part.text)
        for form, start, end in known[part.anchor]:
            code = _resolved(form, named)
            if code:
                yield Mention("country", code, start, end - start, "name" if form.part == "name" else "derived")

    return find


def _coded_rows(text: str) -> Iterator[Mention]:
    """The countries of rows of a table that are read as running text: codes with figures behind each, and nothing else."""
    if _CODED_ROWS.fullmatch(text):
        for match in _CODE.finditer(text):
            if code := countries.codes().get(match.group()):
                yield Mention("country", code, match.start(), 2)


def _coded_cells(document: Document) -> dict[str, str]:
    """The countries of cells that hold a code and nothing else, by the cell's anchor, in tables that have several of them in a column."""
    found: dict[str, str] = {}
    for block in document.blocks:
        for column in zip_longest(*block.rows):
            cells = [cell for cell in column if cell and cell.text in countries.codes()]
            if len({cell.text for cell in cells}) >= _FEWEST_CODES:
                found.update((cell.anchor, countries.codes()[cell.text]) for cell in cells)
    return found


def _resolved(form: Form, named: frozenset[str]) -> str:
    """The country that a form stands for; empty where that cannot be told."""
    if len(form.codes) == 1:
        return form.codes[0]
    candidates = [code for code in form.codes if code in named]
    if len(candidates) == 1:
        return candidates[0]
    return "" if not form.codes or form.codes[0] == "-" else form.codes[0]


def _forms(text: str, language: str) -> Iterator[tuple[Form, int, int]]:
    """The forms in a text that stand for a country, in order of place, each with its range in the text; none overlap."""
    folded = _fold(text)
    spellings, plain = _spellings(language), folded.text
    taken = 0
    for start, word in _words(plain, language):
        found = start >= taken and (_longest(plain, start, spellings.get(word, ())) or _foreign(plain, start, word, language))
        if not found:
            continue
        taken = start + len(found.text)
        if found.form.codes and not _is_other(plain, start, taken, found.form, language):
            yield found.form, folded.original(start), folded.original(taken)


@cache
def _candidates(language: str) -> re.Pattern[str]:
    """Words that a form can begin with: those with a capital, and the few without; all, where adjectives have small letters."""
    lower = sorted(word for word in _spellings(language) if word[0].islower())
    if len(lower) > _FEW:
        return re.compile(rf"(?<!\w){_WORD.pattern}")
    small = "|".join(lower)
    return re.compile(rf"(?<!\w)(?:[^\Wa-z\d_][^\W\d_]*|(?:{small or '(?!)'})\b)")


def _words(plain: str, language: str) -> Iterator[tuple[int, str]]:
    """The words of a text that a form can begin with, and their offsets; not those of web and e-mail addresses."""
    addresses = iter([*(match.span() for match in _ADDRESS.finditer(plain)), (len(plain), len(plain))])
    first, last = next(addresses)
    for word in _candidates(language).finditer(plain):
        start = word.start()
        while last <= start:
            first, last = next(addresses)
        if start < first:
            yield start, word.group()


def _longest(plain: str, start: int, spellings: Iterable[_Spelling]) -> _Spelling | None:
    for spelling in spellings:
        end = start + len(spelling.text)
        if plain.startswith(spelling.text, start) and not _JOINS.match(plain, end):
            return spelling
    return None


def _foreign(plain: str, start: int, word: str, language: str) -> _Spelling | None:
    """An English name in a Dutch text, after the acronym of a mission or organisation."""
    if language != DUTCH or word not in _english() or not _MISSION.search(plain, max(0, start - _WINDOW), start):
        return None
    return _longest(plain, start, _english()[word])


def _is_other(plain: str, start: int, end: int, form: Form, language: str) -> bool:
    """Whether a form is something else here: a person, a street, an ordinary word, a given name, a city, a language."""
    if _is_named_after(plain, start, end):
        return True
    if language != DUTCH:
        return form.part == "adjective" and _is_tongue(plain, start, end)
    before = _BEFORE.search(plain, max(0, start - _WINDOW), start)
    if form.part == "name":
        return before is not None and before["first"] == "te"
    word = plain[start:end]
    if form.text in countries.words("ordinary") and (word.isupper() or not before or not _is_plain(before["first"])):
        return True
    after = _AFTER.match(plain, end)
    if after and after["word"] in countries.words("language"):
        return True
    return form.bare and _is_language(plain, end, form, before, after)


@cache
def _naming() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What goes before a surname or the name of a street, and what behind the latter."""
    persons, streets, tails = ("|".join(map(re.escape, sorted(countries.words(role)))) for role in ("person", "street", "street-after"))
    before = rf"(?:(?<![\w.-])(?:{persons})\s{{1,3}}|\b(?:(?i:{streets}))\s(?:d'|du\s|des\s|de\s(?:la\s|l')?))$"
    return re.compile(before), re.compile(rf"\s(?:{tails})\b")


def _is_named_after(plain: str, start: int, end: int) -> bool:
    """Whether a country's name is that of a person or a street ("Jean Monaco", "rue de France")."""
    before, after = _naming()
    if before.search(plain, max(0, start - _WINDOW), start) or after.match(plain, end):
        return True
    following = _AFTER.match(plain, end) if plain[start:end] in countries.words("given-name") else None
    return following is not None and following["word"][0].isupper()


def _is_tongue(plain: str, start: int, end: int) -> bool:
    """Whether an adjective of a language without bare forms names a language: "in French", "en français", "the French version"."""
    before, after = _BEFORE.search(plain, max(0, start - _WINDOW), start), _AFTER.match(plain, end)
    if after and after["word"] in countries.words("language"):
        return True
    alone = after is None or after["word"] in countries.words("and-or")
    return before is not None and before["first"].lower() in countries.words("in-language") and (alone or before["first"].lower() == "en")


def _is_plain(word: str) -> bool:
    """Whether a word goes before a noun in Dutch; a capital tells of a name or title, but for `Een` and the like."""
    return word.islower() or word.lower() in countries.words("function")


def _is_language(plain: str, end: int, form: Form, before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    """Whether an adjective without ending names a language: no noun follows it, or the article `het` goes before it."""
    word = plain[end - len(form.text) : end]
    first = before["first"].lower() if before else ""
    if _ELLIPSIS.match(plain, end):
        return True
    if plain[end : end + 1] == "-":
        return False
    if after and after["word"][0].isupper():
        return word in countries.words("given-name")
    if first in {"het", "'t"}:
        return not (after and after["word"] in countries.words("after-het"))
    return not (form.part == "inhabitant" and first) and not _has_noun(plain, end, after)


def _has_noun(plain: str, end: int, after: re.Match[str] | None) -> bool:
    """Whether a noun can follow: directly, or after other adjectives ("een Frans en Duits voorstel")."""
    for _ in range(_LONGEST_LIST):
        listed = _LISTED.match(plain, end)
        if not listed:
            break
        if not listed["word"][0].isupper():
            return False
        end, after = listed.end(), _AFTER.match(plain, listed.end())
    if after is None:
        return False
    return after["word"] not in countries.words("function") and not _PARTICIPLE.fullmatch(after["word"])
