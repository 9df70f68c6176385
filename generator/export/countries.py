"""Countries as open data."""

from __future__ import annotations

from typing import Any

from generator.dossier.countries import NamedCountry
from generator.dossier.findings import Findings
from generator.dossier.groups import Group
from generator.dossier.index import country_url
from generator.export.common import mentions


def countries_data(findings: Findings) -> dict[str, Any]:
    """Every country that is named, by code, with its mentions; and the groups in which documents put countries."""
    met = sorted(findings.countries, key=lambda one: one.country.code)
    return {"countries": [_country(one) for one in met], "groups": [_group(group) for group in findings.groups]}


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


def _group(group: Group) -> dict[str, Any]:
    return {
        "name": group.name,
        "countries": list(group.codes),
        "document": group.entry.document.meta.id,
        "quote": group.quote,
        "url": group.url,
    }
