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

from generator.annotators.no_countries import is_other
from generator.language import countries
from generator.language.countries import DUTCH, CountryForm
from generator.model import Annotator, Document, Mention, Part

_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINS: Final = re.compile(r"\w")
_SPECIAL: Final = re.compile(r"[^\x00-\x7f]")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*")
_MISSION: Final = re.compile(r"\b[A-Z][A-Z0-9]{2,20}\s{1,3}(?:[A-Z][a-z]{1,30}\s{1,3})?$")
"""The acronym of a mission or organisation, with perhaps a name between: what follows is in English ("EUCAP Sahel …")."""

_FEW: Final = 20
"""Words without a capital that are looked for by name."""

_WINDOW: Final = 60
"""Characters before a word that may tell what it is. Half of it and twice as much do as well in our documents."""

_CODE: Final = re.compile(r"[A-Z]{2}")
_CODED_ROWS: Final = re.compile(r"(?:[A-Z]{2}(?:\s[\d.,–-]+)+(?:\s|$)){3,}")
_CODED_LIST: Final = re.compile(
    r"(?:lidstaten|landen|Member States|countries|États membres|pays|Mitgliedstaaten|Länder|Staaten)(?:\s\w{1,20}){0,3}(?:\s\(|:\s)"
    r"(?P<codes>[A-Z]{2}(?:,\s[A-Z]{2}){1,40}(?:,?\s(?:en|and|et|und)\s[A-Z]{2})?)(?!\w)"
)
"""A row of codes behind the word for countries; codes behind any other may be languages."""

_FEWEST_CODES: Final = 3
"""Different codes in one column of a table: two capitals alone may be any abbreviation, a column of them is a list of countries."""

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
    """How a form may be spelled in a text without diacritics: which capitals it must have."""

    text: str
    form: CountryForm


@cache
def _spellings(language: str) -> Mapping[str, tuple[_Spelling, ...]]:
    """What to look for in texts of a language: as listed, with a capital, and in capitals."""
    spelled: dict[str, CountryForm] = {}
    for form in countries.forms(language):
        plain = _fold(form.text).text
        for text in (plain, plain[0].upper() + plain[1:], plain.upper()):
            spelled.setdefault(text, form)
    return _by_first_word(spelled)


@cache
def _english() -> Mapping[str, tuple[_Spelling, ...]]:
    return _by_first_word({_fold(name).text: CountryForm(name, (code,), "name") for name, code in countries.international().items()})


def _by_first_word(spelled: Mapping[str, CountryForm]) -> Mapping[str, tuple[_Spelling, ...]]:
    """The spellings by the word they begin with, the longest first."""
    found: dict[str, list[_Spelling]] = {}
    for text, form in sorted(spelled.items(), key=lambda item: (-len(item[0]), item[0])):
        if first := _WORD.match(text):
            found.setdefault(first.group(), []).append(_Spelling(text, form))
    return {first: tuple(own) for first, own in found.items()}


def country_finder(document: Document) -> Annotator:
    """An annotator for one document; the id of a mention is the alpha-2 code. A form of several countries means the one that the document names."""
    language = document.meta.language.split("-")[0]
    known = {part.anchor: tuple(_forms(part.text, language)) for part in document.parts}
    named = frozenset(form.codes[0] for forms in known.values() for form, _, _ in forms if len(form.codes) == 1)

    coded = _coded_cells(document)

    def find(part: Part) -> Iterator[Mention]:
        if code := coded.get(part.anchor):
            yield Mention("country", code, 0, 2)
            return
        rows = tuple(_coded_rows(part.text))
        yield from rows
        told = {mention.offset for mention in rows}
        for form, start, end in known[part.anchor]:
            code = _resolved(form, named)
            if code and start not in told:
                yield Mention("country", code, start, end - start, "name" if form.part == "name" else "derived")

    return find


def _coded_rows(text: str) -> Iterator[Mention]:
    """The countries of rows of a table that are read as running text, codes with figures behind each; and those of rows of codes in a sentence."""
    listed = ((match.start("codes"), match.end("codes")) for match in _CODED_LIST.finditer(text))
    for start, end in [(0, len(text))] if _CODED_ROWS.fullmatch(text) else listed:
        for match in _CODE.finditer(text, start, end):
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


def _resolved(form: CountryForm, named: frozenset[str]) -> str:
    """The code of the country that a form stands for; empty where the document does not make that certain."""
    if len(form.codes) == 1:
        return form.codes[0]
    candidates = [code for code in form.codes if code in named]
    if len(candidates) == 1:
        return candidates[0]
    return "" if not form.codes or form.codes[0] == "-" else form.codes[0]


def _forms(text: str, language: str) -> Iterator[tuple[CountryForm, int, int]]:
    """The forms in a text that stand for a country, in order of place, each with its range in the text; none overlap."""
    folded = _fold(text)
    spellings, plain = _spellings(language), folded.text
    taken = 0
    for start, word in _words(plain, language):
        found = start >= taken and (_longest(plain, start, spellings.get(word, ())) or _foreign(plain, start, word, language))
        if not found:
            continue
        taken = start + len(found.text)
        if found.form.codes and not is_other(plain, start, taken, found.form, language):
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
