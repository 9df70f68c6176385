"""Across documents: which countries and parts of the world are met, and what stands in the same sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.dossier.gathered import regions
from generator.dossier.gathered.regions import Region
from generator.dossier.index import Occurrence, Site
from generator.dossier.passages import Passage
from generator.language import countries
from generator.language.countries import Country

_TELLING: Final = frozenset({"event", "deadline", "period"})
"""Roles of dates that tell of something that happened or is to happen."""


@dataclass(frozen=True, slots=True)
class NamedCountry:
    """A country with its mentions, the oldest first, and the other mentions of the sentences they stand in."""

    country: Country
    occurrences: tuple[Occurrence, ...]
    companions: tuple[Occurrence, ...] = ()

    @property
    def documents(self) -> int:
        """In how many documents it is named."""
        return len({occurrence.entry.url for occurrence in self.occurrences})

    def near(self, kind: str) -> dict[str, tuple[Occurrence, ...]]:
        """The mentions of a kind in the same sentences, by id, the most frequent first; of dates only events, deadlines and periods."""
        found: dict[str, list[Occurrence]] = {}
        for other in self.companions:
            if other.mention.kind == kind and (kind != "date" or other.mention.role in _TELLING):
                found.setdefault(other.mention.id, []).append(other)
        return {name: tuple(found[name]) for name in sorted(found, key=lambda name: (-len(found[name]), name))}


def gather(site: Site) -> tuple[NamedCountry, ...]:
    """Every country of the dossier, the one that is named most often first."""
    met = (NamedCountry(countries.table()[code], own, _companions(own)) for code, own in site.of("country").items())
    return tuple(sorted(met, key=lambda one: (-len(one.occurrences), countries.order(one.country.code))))


def _companions(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """The other mentions in the sentences of those of one country, each once, in order."""
    sentences = {(occurrence.place_url, occurrence.sentence): occurrence for occurrence in occurrences}
    found: dict[str, Occurrence] = {}
    for occurrence in sentences.values():
        for mention in occurrence.same_sentence:
            if mention.id != occurrence.mention.id:
                other = Occurrence(occurrence.entry, occurrence.part, mention)
                found.setdefault(other.url, other)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class NamedRegion:
    """A part of the world with the passages that name it, and its countries (where known) that are named and that are not."""

    region: Region
    passages: tuple[Passage, ...]
    named: tuple[NamedCountry, ...]
    unnamed: tuple[Country, ...]

    @property
    def mentions(self) -> int:
        """How often it is named itself."""
        return sum(len(passage.marks) for passage in self.passages)


def gather_regions(site: Site, named: Iterable[NamedCountry]) -> tuple[NamedRegion, ...]:
    """Every part of the world that is named, or that holds one of the countries that are, by name."""
    by_code = {one.country.code: one for one in named}
    passages = _region_passages(site)
    found = (_region_met(region, passages.get(region.id, ()), by_code) for region in regions.table().values())
    return tuple(one for one in found if one.passages or one.named)


def _region_met(region: Region, passages: Iterable[Passage], by_code: dict[str, NamedCountry]) -> NamedRegion:
    named = tuple(by_code[country.code] for country in region.members if country.code in by_code)
    unnamed = tuple(country for country in region.members if country.code not in by_code)
    return NamedRegion(region, tuple(passages), named, unnamed)


def _region_passages(site: Site) -> dict[str, list[Passage]]:
    """The paragraphs that name each region, the oldest document first; the words lead to the paragraph they stand in."""
    found: dict[str, list[Passage]] = {}
    for entry in site.oldest_first:
        for part in entry.document.parts:
            here: dict[str, list[tuple[int, int, str]]] = {}
            for one in regions.in_part(part):
                here.setdefault(one.region, []).append((one.start, one.end, entry.url_of(part)))
            for region, marks in here.items():
                found.setdefault(region, []).append(Passage(entry, part, tuple(marks)))
    return found
