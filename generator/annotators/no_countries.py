"""Where the name of a country is something else: a person, a street, an ordinary word, a city, a language."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.language import countries
from generator.language.countries import DUTCH, CountryForm

_WINDOW: Final = 60
"""Characters before a word that may tell what it is. Half of it and twice as much do as well in our documents."""

_BEFORE: Final = re.compile(r"(?<![\w'])(?P<first>[\w']{1,60})\s{1,3}$")
_AFTER: Final = re.compile(r"\s{1,3}(?P<word>\w{1,60}(?:-\w{1,60}){0,3})")
_ELLIPSIS: Final = re.compile(r"-(?:\s|$)")
_LONGEST_LIST: Final = 6
"""Adjectives in a row that are looked past to find their noun ("de Duitse, Franse en Italiaanse autoriteiten"), so that time stays in
proportion."""

_LISTED: Final = re.compile(r"(?:,|\s{1,3}(?:en|of))\s{1,3}(?P<word>\w{1,60})")
_PARTICIPLE: Final = re.compile(r"(?:ge|ver|be|her|ont|op|uit|aan|voor|over)\w{1,60}(?:d|t|en|de|te)")


def is_other(plain: str, start: int, end: int, form: CountryForm, language: str) -> bool:
    """Whether the form from `start` to `end` is something else here: a person, a street, an ordinary word, a given name, a city, a language."""
    if _is_named_after(plain, start, end):
        return True
    if language != DUTCH:
        return form.part == "adjective" and _is_tongue(plain, start, end)
    before, after = _BEFORE.search(plain, max(0, start - _WINDOW), start), _AFTER.match(plain, end)
    if form.part == "name":
        return before is not None and (before["first"] == "te" or _is_river(plain[start:end], before["first"]))
    return (
        _is_ordinary(plain[start:end], form, before)
        or _is_before_language(after)
        or (form.bare and _is_language(plain, end, form, before, after))
    )


def _is_river(name: str, before: str) -> bool:
    """Whether a name behind an article is that of a river: countries that are called after one have none in Dutch."""
    return before.lower() == "de" and name in countries.words("river")


def _is_ordinary(word: str, form: CountryForm, before: re.Match[str] | None) -> bool:
    """Whether a form is an ordinary word too, and is set in capitals or stands where that word may."""
    return form.text in countries.words("ordinary") and (word.isupper() or not before or not _is_plain(before["first"]))


def _is_before_language(after: re.Match[str] | None) -> bool:
    """Whether a word such as "taal" follows."""
    return after is not None and after["word"] in countries.words("language")


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


def _is_language(plain: str, end: int, form: CountryForm, before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
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
