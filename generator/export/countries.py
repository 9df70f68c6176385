"""Countries as open data."""

from __future__ import annotations

from typing import Any

from generator.dossier.countries import Met, countries_met
from generator.dossier.groups import Group, groups
from generator.dossier.index import Site, country_url
from generator.export.common import mentions


def countries_data(site: Site) -> dict[str, Any]:
    """Every country that is named, by code, with its mentions; and the groups in which documents put countries."""
    met = sorted(countries_met(site), key=lambda one: one.country.code)
    return {"countries": [_country(one) for one in met], "groups": [_group(group) for group in groups(site)]}


def _country(met: Met) -> dict[str, Any]:
    country = met.country
    return {
        "code": country.code,
        "name": country.name,
        "url": country_url(country.code),
        "region": country.region or None,
        "eu_member": country.is_member,
        "mentions": mentions(met.occurrences),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "name": group.name,
        "countries": list(group.codes),
        "document": group.entry.document.meta.id,
        "quote": group.quote,
        "url": group.url,
    }
