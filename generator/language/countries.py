"""Countries and territories of ISO 3166-1 (and XK for Kosovo): their names, the words that stand for them, their regions.

The Dutch names and words are in data/countries.csv and data/country_names.csv, where each row names its source; names in
other languages are those of CLDR, adjectives and inhabitants those of data/country_adjectives.csv.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, TypeAlias

from babel import Locale, UnknownLocaleError

from generator.language.demonyms import SPELLINGS
from generator.language.tables import rows

Part: TypeAlias = Literal["name", "adjective", "inhabitant"]

DUTCH: Final = "nl"
_WITH_GENITIVE: Final = frozenset({DUTCH, "de"})
_LONG_VOWEL: Final = re.compile(r"(?P<vowel>[aeou])(?P=vowel)(?P<consonant>[bcdfghjklmnpqrstvwxz])$")
_LONG_ENDING: Final = re.compile(r"(?:er|ër)$")
_OPEN_ENDING: Final = re.compile(r"[aiouy]$")
_NO_GENITIVE: Final = re.compile(r"[aiouysxzé.)]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the table: code, name, the region of UN M49 it lies in, and since when (until when) it is a member of the EU."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    region: str
    member: str

    @property
    def is_member(self) -> bool:
        """Whether it is a member state of the European Union."""
        return bool(self.member) and "/" not in self.member


@dataclass(frozen=True, slots=True)
class CountryForm:
    """A spelling and what it stands for: the first code, or, of several, the one that the document names otherwise.

    No code at all: what is so called is no country. `bare`: an adjective without ending, which may be a language; if its
    part is "inhabitant" it is spelled like one person ("een Libanees").
    """

    text: str
    codes: tuple[str, ...]
    part: Part
    bare: bool = False


@cache
def table() -> Mapping[str, Country]:
    """All countries by code, in order of code."""
    return {row["code"]: _country(row) for row in rows("countries")}


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        row["code"], row["name"], _alternatives(row["adjective"]), _alternatives(row["inhabitant"]), row["region"], row["member"]
    )


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def name(code: str) -> str:
    """The Dutch name of a country by its alpha-2 code; raises `KeyError` for what is no country."""
    return table()[code].name


def order(code: str) -> str:
    """What to sort countries by: the name without diacritics."""
    return unicodedata.normalize("NFKD", name(code)).encode("ascii", "ignore").decode().casefold()


@cache
def words(role: str) -> frozenset[str]:
    """The words that have a role in telling countries from other things (data/country_words.csv)."""
    return frozenset(row["word"] for row in rows("country_words") if row["role"] == role)


@cache
def forms(language: str) -> tuple[CountryForm, ...]:
    """Every spelling to look for in texts of a language: names in all, adjectives and inhabitants where tables have them.

    Spellings are unique; where two things are spelled alike, a name goes before an adjective and that before a genitive.
    """
    own = [form for row in rows("country_names") if row["language"] == language for form in _listed(row)]
    general = _dutch() if language == DUTCH else (*_international(language), *_demonyms(language))
    # What is listed by hand is there to correct the rest.
    found: dict[str, CountryForm] = {}
    for form in (*own, *general, *_genitives((*own, *general), language)):
        known = found.setdefault(form.text, form)
        if known.bare and form.part == "inhabitant":
            found[form.text] = replace(known, part="inhabitant")
    return tuple(found.values())


@cache
def international(language: str = "en") -> Mapping[str, str]:
    """The codes by the names that CLDR and our table have in another language."""
    listed = [form for row in rows("country_names") if row["language"] == language for form in _listed(row)]
    return {form.text: form.codes[0] for form in (*_international(language), *listed) if form.codes}


def _listed(row: Mapping[str, str]) -> Iterator[CountryForm]:
    codes = tuple(row["code"].split("|")) if row["code"] != "-" else ()
    if row["language"] in SPELLINGS and row["part"] != "name":
        return _spelled(row["language"], row["form"], codes, row["part"])
    return _inflected(row["form"], codes, row["part"])


def _dutch() -> tuple[CountryForm, ...]:
    found = [CountryForm(country.name, (country.code,), "name") for country in table().values()]
    for country in table().values():
        for word in country.adjectives:
            found += _inflected(word, (country.code,), "adjective")
        for word in country.inhabitants:
            found += _inflected(word, (country.code,), "inhabitant")
    return tuple(found)


def _international(language: str) -> tuple[CountryForm, ...]:
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return ()
    named = ((str(territories[code]), code) for code in table() if code in territories)
    return tuple(CountryForm(spelling, (code,), "name") for text, code in named for spelling in _in_full(text, language))


def _in_full(name: str, language: str) -> Iterator[str]:
    """A name of CLDR, and as running text has it: "Trinidad and Tobago", "Saint Lucia", "les îles Salomon"."""
    yield name
    full = name.replace(" & ", " and ").replace("St. ", "Saint ")
    if language == "en" and full != name:
        yield full
    if language == "fr" and name.startswith("Île"):
        yield f"î{name[1:]}"


def _demonyms(language: str) -> Iterator[CountryForm]:
    """The adjectives and inhabitants of a language other than Dutch."""
    for row in rows("country_adjectives"):
        if row["language"] == language:
            yield from _spelled(language, row["form"], tuple(row["code"].split("|")), row["part"])


def _spelled(language: str, word: str, codes: tuple[str, ...], part: str) -> Iterator[CountryForm]:
    spelled: Part = "adjective" if part == "adjective" else "inhabitant"
    return (CountryForm(text, codes, spelled) for text in SPELLINGS[language](word, part))


def _inflected(word: str, codes: tuple[str, ...], part: str) -> Iterator[CountryForm]:
    if part == "adjective":
        yield CountryForm(inflected_adjective(word), codes, "adjective")
        yield CountryForm(word, codes, "adjective", bare=True)
    elif part == "inhabitant":
        singular, _, plural = word.partition("/")
        yield CountryForm(plural or plural_inhabitants(singular), codes, "inhabitant")
        yield CountryForm(singular, codes, "inhabitant")
    else:
        yield CountryForm(word, codes, "name")


def _genitives(found: Iterable[CountryForm], language: str) -> Iterator[CountryForm]:
    """`Turkijes toetreding`; after most vowels an apostrophe parts the ending from the name, which is found as it is."""
    if language in _WITH_GENITIVE:
        for form in found:
            if form.part == "name" and form.codes and not _NO_GENITIVE.search(form.text) and not form.text.isupper():
                yield CountryForm(f"{form.text}s", form.codes, "name")


@cache
def _names() -> frozenset[str]:
    return frozenset(country.name for country in table().values())


def inflected_adjective(word: str) -> str:
    """`Libanees` → `Libanese`, `Turks` → `Turkse`, `Guinees` (from Guinee) → `Guineese`; what ends in a vowel stays."""
    if word.endswith("ees") and word[:-1] not in _names():
        return f"{word[:-3]}ese"
    return word if word.endswith(("a", "i", "o", "é")) else f"{word}e"


def plural_inhabitants(word: str) -> str:
    """`Tunesiër` → `Tunesiërs`, `Iraki` → `Iraki's`, `Chinees` → `Chinezen`, `Afghaan` → `Afghanen`, `Turk` → `Turken`."""
    if _LONG_ENDING.search(word):
        return f"{word}s"
    if _OPEN_ENDING.search(word):
        return f"{word}'s"
    if word.endswith("ees"):
        return f"{word[:-3]}ezen"
    if long := _LONG_VOWEL.search(word):
        return f"{word[: long.start()]}{long['vowel']}{long['consonant']}en"
    return f"{word}en"


@cache
def codes() -> Mapping[str, str]:
    """The codes by which tables of the institutions tell countries, with that of ISO 3166-1: the same, but for EL and UK."""
    return {code: code for code in table()} | {"EL": "GR", "UK": "GB"}
