"""Who acts in official texts: institutions, Member States, agencies, partner countries, by the tables of `data/actors.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from generator.language.tables import rows

Number = Literal["one", "many", ""]
"""Which form of a verb goes with a subject; empty where either does."""

DEFAULT: Final = "nl"
"""The language whose words are used where the table has none for the language of a text."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Words of a text that name who acts, from one offset to another; several that act together are one."""

    start: int
    end: int
    ids: tuple[str, ...]
    number: Number = "one"


@cache
def words(rule: str, language: str) -> tuple[str, ...]:
    """The words of `data/commitment_words.csv` under a rule, the longest first."""
    listed = [row for row in rows("commitment_words") if row["rule"] == rule]
    own = [row["word"] for row in listed if row["language"] == language]
    has_own = any(row["language"] == language for row in rows("commitment_words"))
    found = own if has_own else [row["word"] for row in listed if row["language"] == DEFAULT]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def any_of(listed: Iterable[str]) -> str:
    """A pattern for any of some words; one that fits nothing where there is none."""
    return "|".join(map(re.escape, listed)) or r"(?!)"


@cache
def label(actor: str) -> str:
    """How the site calls an actor: the name that the table marks as shown; an id that it does not have stays as it is."""
    return next((row["name"] for row in rows("actors") if row["id"] == actor and row["shown"]), actor)


def find(text: str, language: str, others: Iterable[Actor] = ()) -> tuple[Actor, ...]:
    """The actors that a text names, in order; `others` are those known from elsewhere, such as countries.

    Actors with only a comma or "and" between them are one.
    """
    named = (*_named(text, language), *others)
    found: list[Actor] = []
    for actor in sorted(named, key=lambda actor: (actor.start, -actor.end)):
        if not found or actor.start >= found[-1].end:
            found.append(actor)
    return tuple(_together(text, found, language))


_UNLESS: Final = 40
"""Characters behind a name that may say that somebody else is meant: more than any word of the column `unless` has."""


def _named(text: str, language: str) -> Iterator[Actor]:
    table = _table(language)
    for match in _pattern(language).finditer(text):
        ids, number, unless = table[match["name"]]
        if not (unless and re.match(rf"\s(?:{unless})\b", text[match.end("name") : match.end("name") + _UNLESS])):
            yield Actor(match.start(), match.end(), ids, number)


def _together(text: str, found: Iterable[Actor], language: str) -> Iterator[Actor]:
    """Actors that stand in one row, as one."""
    last: Actor | None = None
    for actor in found:
        if last and _joins(language).fullmatch(text, last.end, actor.start):
            last = replace(last, end=actor.end, ids=tuple(dict.fromkeys((*last.ids, *actor.ids))), number="many")
            continue
        if last:
            yield last
        last = actor
    if last:
        yield last


@cache
def _table(language: str) -> Mapping[str, tuple[tuple[str, ...], Number, str]]:
    own = [row for row in rows("actors") if row["language"] == language] or [row for row in rows("actors") if row["language"] == DEFAULT]
    numbers: Mapping[str, Number] = {"one": "one", "many": "many"}
    return {row["name"]: (tuple(row["id"].split()), numbers[row["number"]], row["unless"]) for row in own}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """An article and an adjective where there is one, then a name of the table, then its acronym in brackets."""
    names = any_of(sorted(_table(language), key=lambda name: (-len(name), name)))
    articles = any_of(words("article", language))
    before = rf"(?:(?<![\w-])(?i:{articles})(?:\s|(?<=['’]))(?:[\w-]{{3,20}}(?<=[en])\s){{0,2}}?)?"
    return re.compile(rf"{before}(?<![\w-])(?P<name>{names})(?![\w-])(?:\s\([^()]{{1,40}}\))?")


@cache
def _joins(language: str) -> re.Pattern[str]:
    return re.compile(rf",?\s(?:{any_of(words('and', language))})\s|,\s")
