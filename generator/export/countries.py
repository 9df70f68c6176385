"""Countries as open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import COUNTRIES_TABLE, country_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.countries import NamedCountry
from generator.dossier.gathered.groups import CountryGroup
from generator.export.common import address, mentions
from generator.language.countries import Country
from generator.model import Page
from generator.output.csv_table import tables
from generator.words import say

_COLUMNS: Final = ("code", "naam", "gebied", "eu_lidstaat", "documenten", "vermeldingen", "eerste_datum", "laatste_datum", "adres")


def countries_data(findings: Findings) -> dict[str, Any]:
    """Every country that is named, by code, with its mentions; and the groups in which documents put countries."""
    met = sorted(findings.countries, key=lambda one: one.country.code)
    return {"countries": [_country(one) for one in met], "groups": [_group(group) for group in findings.groups]}


def countries_files(findings: Findings) -> Iterator[Page]:
    """A line for each country: how often and from when to when documents name it."""
    met = sorted(findings.countries, key=lambda one: one.country.code)
    yield from tables(COUNTRIES_TABLE, _COLUMNS, (_row(findings, one) for one in met), {"documenten", "vermeldingen"})


def _row(findings: Findings, met: NamedCountry) -> tuple[str | None, ...]:
    country, places = met.country, met.occurrences
    first, last = (occurrence.entry.document.meta.date for occurrence in (places[0], places[-1]))
    member = say("export_countries.yes") if country.is_member else say("export_countries.no")
    there = address(findings, country_url(country.code))
    return (
        country.code,
        country.name,
        _part_of_the_world(findings, country),
        member,
        str(met.documents),
        str(len(places)),
        first,
        last,
        there,
    )


def _part_of_the_world(findings: Findings, country: Country) -> str:
    """The name of the narrowest part of the world that holds a country, after UN M49."""
    holding = [one.region for one in findings.regions if country.region in one.region.m49]
    return min(holding, key=lambda region: len(region.m49)).name if holding else ""


def _country(met: NamedCountry) -> dict[str, Any]:
    country = met.country
    return {
        "code": country.code,
        "name": country.name,
        "url": country_url(country.code),
        "region": country.region or None,
        "eu_member": country.is_member,
        "mentions": mentions(met.occurrences),
    }


def _group(group: CountryGroup) -> dict[str, Any]:
    return {
        "name": group.name,
        "countries": list(group.codes),
        "document": group.entry.document.meta.id,
        "quote": group.quote,
        "url": group.url,
    }
