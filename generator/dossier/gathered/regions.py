"""Parts of the world: those of UN M49, and those that documents speak of without saying which countries they hold.

They are found when pages are made, and are no mentions of the open data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.language import countries
from generator.language.countries import Country
from generator.language.matching import alternatives
from generator.language.tables import rows
from generator.model import Block, Mention, Part

_ELIDED: Final = re.compile(r"(?:(?P<piece>\b\w{2,20})-(?:,\s|\s(?:en|of)\s))")
_ELISION_WINDOW: Final = 80
"""Characters before "Centraal-Afrika" in which "West-, Noord- en" can stand."""

_COUPLED: Final = re.compile(r"\b(?P<word>\w{2,20})\s(?:en|of)\s(?:(?:de|het)\s)?$")
_PARTNER: Final = re.compile(r"\bEU-")
_STEM: Final = re.compile(r"^(?P<first>\w+)-(?P<rest>\w+)$")


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world; `m49` has its code and those of the parts it is made of, and is empty where no source says what it holds."""

    id: str
    name: str
    m49: frozenset[str]
    forms: tuple[str, ...]

    @property
    def members(self) -> tuple[Country, ...]:
        """Its countries by name; none where that is not known."""
        own = (country for country in countries.table().values() if country.region in self.m49)
        return tuple(sorted(own, key=lambda country: countries.order(country.code)))


@dataclass(frozen=True, slots=True)
class Found:
    """A region with the range of its words in a text."""

    region: str
    start: int
    end: int


@cache
def table() -> Mapping[str, Region]:
    """All regions by id, in order of id."""
    return {row["id"]: _region(row) for row in rows("regions")}


def _region(row: Mapping[str, str]) -> Region:
    forms = (part.strip() for part in row["forms"].split(";"))
    return Region(
        row["id"], row["name"], frozenset(row["m49"].split()), tuple(spelled for form in forms if form for spelled in _spellings(form))
    )


def _spellings(form: str) -> tuple[str, ...]:
    """A star stands for the endings of an adjective: none, and -e."""
    return (form[:-1], f"{form[:-1]}e") if form.endswith("*") else (form,)


@cache
def _by_form() -> Mapping[str, str]:
    return {form: region.id for region in table().values() for form in region.forms}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives(_by_form())})(?!\w)|(?<=-)(?:Afrika|Azië)(?!\w)")


def home_of(country: Country) -> Region | None:
    """The part of the world that a country lies in, as the United Nations divide it (M49); None where the table does not know it."""
    return next((region for region in table().values() if region.m49 == {country.region}), None)


def find(text: str, mentions: Iterable[Mention] = ()) -> tuple[Found, ...]:
    """The regions in a text, in order of place; words inside the name of a country are none."""
    taken = [(m.offset, m.offset + m.length) for m in mentions if m.kind == "country"]
    found = (one for match in _pattern().finditer(text) for one in (*_before(text, match), *_at(text, match)))
    return tuple(one for one in found if not any(one.start < end and start < one.end for start, end in taken))


def _at(text: str, match: re.Match[str]) -> Iterator[Found]:
    """After a hyphen only where the word before it is a partner ("EU-Afrika"), not a part of the name ("Zuidwest-Afrika")."""
    if text[match.start() - 1 : match.start()] != "-" or _PARTNER.match(text, max(0, match.start() - 3)):
        yield Found(_by_form()[match.group()], match.start(), match.end())


def _before(text: str, match: re.Match[str]) -> Iterator[Found]:
    """The elided regions of "West-, Noord- en Centraal-Afrika" that go before the one that is written in full."""
    stem = _STEM.fullmatch(match.group())
    if not stem:
        yield from _coupled(text, match)
        return
    end = match.start()
    window = max(0, end - _ELISION_WINDOW)
    pieces: list[Found] = []
    for piece in reversed(list(_ELIDED.finditer(text, window, end))):
        region = _by_form().get(f"{piece['piece']}-{stem['rest']}")
        if piece.end() != end or region is None:
            break
        pieces.append(Found(region, piece.start("piece"), piece.end("piece") + 1))
        end = piece.start()
    yield from reversed(pieces)


def _coupled(text: str, match: re.Match[str]) -> Iterator[Found]:
    """The first region of "zuidelijk en oostelijk nabuurschap"."""
    _, blank, noun = match.group().partition(" ")
    before = _COUPLED.search(text, max(0, match.start() - _ELISION_WINDOW), match.start()) if blank else None
    region = _by_form().get(f"{before['word']} {noun}") if before else None
    if before and region:
        yield Found(region, before.start("word"), before.end("word"))


def in_part(part: Part) -> tuple[Found, ...]:
    """The regions in a paragraph or footnote; headings are not searched, as with mentions."""
    if isinstance(part, Block) and part.type == "heading":
        return ()
    return find(part.text, part.mentions)
