"""The open data: JSON that others rely on, so its keys are fixed and each file has a schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from generator.dossier.addresses import (
    AMOUNTS_TABLE,
    COMMITMENTS_TABLE,
    COUNTRIES_TABLE,
    REFERENCES_TABLE,
    TERMS_TABLE,
    TIMELINE_CALENDAR,
    TIMELINE_TABLE,
)
from generator.dossier.feed_places import FEEDS
from generator.dossier.findings import Findings
from generator.dossier.index import Entry, Site
from generator.dossier.related import Related
from generator.export.amounts import amounts_data, amounts_files
from generator.export.commitments import commitments_data, commitments_files
from generator.export.common import data_file, json_text, licence, schema_file
from generator.export.countries import countries_data, countries_files
from generator.export.documents import document_data, document_json, document_markdown
from generator.export.feeds import feeds
from generator.export.llms import llms
from generator.export.readable import by_hand, readable
from generator.export.references import references_data, references_files
from generator.export.terms import terms_data, terms_files
from generator.export.themes import themes_data
from generator.export.timeline import timeline_data, timeline_files
from generator.model import Page, Recall, afresh
from generator.output.csv_table import for_excel

__all__ = ["DATA_FILES", "SCHEMAS", "document_data", "document_json", "document_markdown", "export", "for_programs"]

Exporter: TypeAlias = Callable[[Findings], dict[str, Any]]

DATA_FILES: Final[tuple[tuple[str, Exporter], ...]] = (
    ("countries", countries_data),
    ("terms", terms_data),
    ("references", references_data),
    ("amounts", amounts_data),
    ("timeline", timeline_data),
    ("commitments", commitments_data),
    ("themes", themes_data),
)
"""The files that tell about the whole dossier, by name: data/<name>.json, with data/schema/<name>.schema.json beside it."""

TABLES: Final = (countries_files, terms_files, references_files, amounts_files, timeline_files, commitments_files)
"""What is also to be had for spreadsheets and calendars."""

DOWNLOADS: Final = {
    "countries": (COUNTRIES_TABLE,),
    "terms": (TERMS_TABLE,),
    "references": (REFERENCES_TABLE,),
    "amounts": (AMOUNTS_TABLE,),
    "timeline": (TIMELINE_TABLE, TIMELINE_CALENDAR),
    "commitments": (COMMITMENTS_TABLE,),
}
"""The same data in other forms, by name."""

SCHEMAS: Final = ("documents", "index", "sidecar", "glossary", "event", "country", "theme", "commitment", *(name for name, _ in DATA_FILES))


def export(findings: Findings, recall: Recall = afresh) -> Iterator[Page]:
    """The files below data/, and each document as Markdown to download."""
    site = findings.site
    for entry in site.entries:
        yield from recall(entry.url, _document, entry, findings.related)
    for name, exporter in DATA_FILES:
        yield data_file(name, exporter(findings))
    for tables in TABLES:
        yield from tables(findings)
    yield from feeds(findings)
    yield data_file(
        "index",
        {"licence": licence(site.publication), "files": list(_files()), "feeds": list(_feeds()), "documents": list(_documents(site))},
    )
    for name in SCHEMAS:
        yield schema_file(name)


def _document(entry: Entry, related: Related) -> tuple[Page, ...]:
    """The files of one document."""
    data = json_text(document_data(entry.document, entry, related))
    return Page(entry.json_path, data), Page(entry.markdown_path, document_markdown(entry.document))


def _files() -> Iterable[dict[str, Any]]:
    yield {"name": "documents", "path": "data/documents/<id>.json", "schema": "data/schema/documents.schema.json"}
    for name, _ in DATA_FILES:
        also = [told for path in DOWNLOADS.get(name, ()) for told in _told(path)]
        yield {"name": name, "path": f"data/{name}.json", "schema": f"data/schema/{name}.schema.json", **({"also": also} if also else {})}


def _told(path: str) -> Iterable[dict[str, str]]:
    """A file that holds the same as the JSON, in the form that another program reads; of a table both forms."""
    if path.endswith(".csv"):
        yield {"path": path, "format": "csv", "delimiter": ",", "decimal": "."}
        yield {"path": for_excel(path), "format": "csv", "delimiter": ";", "decimal": ","}
    else:
        yield {"path": path, "format": "icalendar"}


def _feeds() -> Iterable[dict[str, str]]:
    for feed in FEEDS:
        yield {"path": feed.path, "title": feed.title, "format": "atom"}


def _documents(site: Site) -> Iterable[dict[str, Any]]:
    for entry in site.entries:
        facts = entry.document.meta
        yield {"id": facts.id, "title": facts.title, "date": facts.date, "url": entry.url, "data": entry.json_path}


def for_programs(findings: Findings, pages: Iterable[Page], written: Mapping[str, str], recall: Recall = afresh) -> Iterator[Page]:
    """The pages with their Markdown beside them, that of the pages which people wrote (by path below docs/), and the list of it all."""
    yield from readable(findings, pages, recall)
    yield from by_hand(findings.site.publication, written)
    yield llms(findings, ("index", *(name for name, _ in DATA_FILES)), written)
