"""The amounts of money as open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import AMOUNTS_TABLE
from generator.dossier.findings import Findings
from generator.dossier.gathered.amounts import Amount
from generator.export.common import address, mention
from generator.model import Page
from generator.output.csv_table import tables

_COLUMNS: Final = ("bedrag_eur", "woorden", "zin", "document", "datum", "landen", "begrippen", "url")


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
        "own_countries": list(amount.own_countries),
        "own_terms": list(amount.own_terms),
    }


def amounts_files(findings: Findings) -> Iterator[Page]:
    """The same as a table, a line for each amount."""
    yield from tables(AMOUNTS_TABLE, _COLUMNS, (_row(findings, amount) for amount in findings.amounts), {"bedrag_eur"})


def _row(findings: Findings, amount: Amount) -> tuple[str | None, ...]:
    place, facts = amount.occurrence, amount.occurrence.entry.document.meta
    first, last = place.sentence
    said = (place.mention.id, place.words, place.part.text[first:last])
    return (*said, facts.id, facts.date, " ".join(amount.countries), " ".join(amount.terms), address(findings, place.url))
