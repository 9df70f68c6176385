"""The glossary as open data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.dossier.addresses import TERMS_TABLE, term_url
from generator.dossier.findings import Findings
from generator.dossier.index import Entry, Occurrence
from generator.export.common import address, mentions
from generator.model import Evidence, Page, Sense, Term
from generator.output.csv_table import tables

_COLUMNS: Final = ("id", "begrip", "voluit", "soort", "ook", "omschrijving", "documenten", "vermeldingen", "adres")


def terms_data(findings: Findings) -> dict[str, Any]:
    """Every entry with where it is defined and every mention; the first sense gives the expansion."""
    site = findings.site
    found = site.of("term")
    return {"terms": [_term(term, site.by_id) | {"mentions": mentions(found.get(term.id, ()))} for term in site.knowledge.terms]}


def terms_files(findings: Findings) -> Iterator[Page]:
    """A line for each entry: what it stands for, what it is, how often documents mention it."""
    found = findings.site.of("term")
    rows = (_row(findings, term, found.get(term.id, ())) for term in findings.site.knowledge.terms)
    yield from tables(TERMS_TABLE, _COLUMNS, rows, {"documenten", "vermeldingen"})


def _row(findings: Findings, term: Term, places: tuple[Occurrence, ...]) -> tuple[str, ...]:
    documents = len({occurrence.entry.url for occurrence in places})
    said = (term.id, term.term, term.senses[0].expansion, term.kind, "; ".join(term.aliases), term.summary)
    return (*said, str(documents), str(len(places)), address(findings, term_url(term.id)))


def _term(term: Term, entries: Mapping[str, Entry]) -> dict[str, Any]:
    return {
        "id": term.id,
        "term": term.term,
        "expansion": term.senses[0].expansion,
        "kind": term.kind,
        "aliases": list(term.aliases),
        "url": term_url(term.id),
        "senses": [_sense(sense) for sense in term.senses],
        "summary": term.summary,
        "translations": dict(term.translations),
        "external": dict(term.external),
        "see_also": list(term.see_also),
        "forms": list(term.forms),
        "sources": [{"title": source.title, "url": source.url} for source in term.sources],
        "defined_in": [place for item in term.evidence if (place := _place(item, entries))],
    }


def _sense(sense: Sense) -> dict[str, Any]:
    return {"expansion": sense.expansion, "from": sense.start, "until": sense.end, "documents": list(sense.documents)}


def _place(item: Evidence, entries: Mapping[str, Entry]) -> dict[str, Any] | None:
    """Where a quotation stands; nothing where it does not stand there."""
    entry = entries.get(item.document)
    url = entry.target(item.paragraph) if entry else None
    if entry is None or url is None:
        return None
    is_note = item.paragraph.startswith("fn:")
    return {
        "document": item.document,
        "block": None if is_note else item.paragraph,
        "footnote": int(item.paragraph[3:]) if is_note else None,
        "quote": fold_blanks(item.quote),
        "url": url,
    }


def fold_blanks(words: str) -> str:
    """Words as the open data gives text: white space collapsed."""
    return " ".join(words.split())
