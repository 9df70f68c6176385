"""The register of commitments as open data: JSON after the contract, and a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.dossier.addresses import COMMITMENTS_TABLE
from generator.dossier.findings import Findings
from generator.dossier.gathered.commitments import Commitment, later
from generator.export.common import address
from generator.model import Note, Page
from generator.output.csv_table import tables

_COLUMNS: Final = (
    "id", "soort", "wie", "aan_wie", "termijn", "woorden", "document", "datum", "alinea", "voetnoot", "landen", "bedragen_eur", "adres",
)  # fmt: skip


def commitments_data(findings: Findings) -> dict[str, Any]:
    """Every commitment, the oldest document first, in order of reading."""
    return {"commitments": [_commitment(item, findings) for item in findings.commitments]}


def _commitment(item: Commitment, findings: Findings) -> dict[str, Any]:
    return {
        "id": item.id,
        "document": item.entry.document.meta.id,
        "block": None if isinstance(item.part, Note) else item.part.anchor,
        "footnote": item.part.number if isinstance(item.part, Note) else None,
        "offset": item.start,
        "length": len(item.text),
        "text": item.text,
        "kind": item.kind,
        "actors": list(item.actors),
        "addressees": list(item.addressees),
        "deadline": item.deadline.mention.id if item.deadline else None,
        "countries": list(item.named("country")),
        "amounts": list(item.named("amount")),
        "url": item.url,
        "status": item.outcome.status if item.outcome else None,
        "later": [*_confirmed(item, findings), *_proposed(item, findings)],
    }


def _confirmed(item: Commitment, findings: Findings) -> Iterator[dict[str, Any]]:
    """What contributors found in later documents."""
    for said in item.outcome.evidence if item.outcome else ():
        entry = findings.site.by_id.get(said.document)
        url = entry.target(said.paragraph) if entry else None
        if url:
            yield _later(said.document, said.paragraph, url) | {
                "relation": item.outcome.status if item.outcome else None,
                "confirmed": True,
            }


def _proposed(item: Commitment, findings: Findings) -> Iterator[dict[str, Any]]:
    """The passages of later documents that say the nearest to its paragraph: nobody has looked at them."""
    for relation in later(item, findings.related):
        document, place = relation.passage.place
        yield _later(document, place, relation.passage.url) | {"relation": None, "confirmed": False, "score": relation.score}


def _later(document: str, place: str, url: str) -> dict[str, Any]:
    note = place.startswith("fn:")
    return {"document": document, "block": None if note else place, "footnote": int(place[3:]) if note else None, "url": url}


def commitments_files(findings: Findings) -> Iterator[Page]:
    """The same as a table, a line for each."""
    yield from tables(COMMITMENTS_TABLE, _COLUMNS, (_row(findings, item) for item in findings.commitments), {"voetnoot", "bedragen_eur"})


def _row(findings: Findings, item: Commitment) -> tuple[str, ...]:
    facts, note = item.entry.document.meta, isinstance(item.part, Note)
    return (
        item.id, item.kind, " ".join(item.actors), " ".join(item.addressees), item.deadline.mention.id if item.deadline else "",
        item.text, facts.id, facts.date or "", "" if note else item.part.anchor, item.part.anchor.removeprefix("fn:") if note else "",
        " ".join(item.named("country")), " ".join(item.named("amount")), address(findings, item.url),
    )  # fmt: skip
