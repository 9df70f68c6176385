"""The amounts of money as open data."""

from __future__ import annotations

from typing import Any

from generator.dossier.amounts import Amount
from generator.dossier.findings import Findings
from generator.export.common import mention


def amounts_data(findings: Findings) -> dict[str, Any]:
    """Every amount with its sentence, and the countries and terms in it, oldest document first."""
    return {"amounts": [_amount(amount) for amount in findings.amounts]}


def _amount(amount: Amount) -> dict[str, Any]:
    place = amount.occurrence
    first, last = place.sentence
    return {
        "value": place.mention.id,
        "currency": "EUR",
        **{key: value for key, value in mention(place).items() if key != "form"},
        "sentence": place.part.text[first:last],
        "countries": list(amount.countries),
        "terms": list(amount.terms),
    }
