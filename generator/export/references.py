"""The cited acts as open data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import REFERENCES_TABLE, reference_url
from generator.dossier.findings import Findings
from generator.dossier.gathered.acts import CitedAct, without_own_number
from generator.dossier.index import Occurrence
from generator.export.common import address, mentions
from generator.model import Page
from generator.output.csv_table import tables

_CONTRACT: Final = frozenset({"COM", "JOIN", "SWD", "C", "directive", "regulation", "decision", "case", "council-document", "treaty"})
_COLUMNS: Final = ("id", "soort", "naam", "celex", "eli", "adres", "document", "datum", "woorden", "url")
_NEAREST: Final = {"framework-decision": "decision"}
"""The kind that the contract has for a finer one; `form` keeps the finer one."""


def references_data(findings: Findings) -> dict[str, Any]:
    """Every act with its identity and every mention, by id."""
    return {"references": [_reference(act) for act in findings.acts]}


def _reference(act: CitedAct) -> dict[str, Any]:
    kind = _NEAREST.get(act.kind, act.kind)
    return {
        "id": act.id,
        "kind": kind if kind in _CONTRACT else "other",
        "form": act.kind,
        "title": act.identity.title or None,
        "celex": act.identity.celex,
        "eli": act.identity.eli,
        "eurlex": act.identity.eur_lex,
        "web": act.identity.web,
        "document": act.entry.document.meta.id if act.entry else None,
        "acts": list(act.members),
        "resolved": not act.unresolved,
        "url": _url(act),
        "mentions": mentions(act.occurrences),
    }


def _url(act: CitedAct) -> str:
    """The act's place on the page of references; a document that only itself names its number is found on its own page."""
    return act.entry.url if act.entry and not without_own_number(act).occurrences else reference_url(act.id, act.kind)


def references_files(findings: Findings) -> Iterator[Page]:
    """The same as a table: a line for each place where one document cites another act."""
    rows = (_row(findings, act, place) for act in map(without_own_number, findings.acts) for place in act.occurrences)
    yield from tables(REFERENCES_TABLE, _COLUMNS, rows)


def _row(findings: Findings, act: CitedAct, place: Occurrence) -> tuple[str | None, ...]:
    known, facts = act.identity, place.entry.document.meta
    there = address(findings, place.url)
    return (act.id, act.kind, known.title, known.celex, known.eli, act.address, facts.id, facts.date, place.words, there)
