"""The open data: JSON that others rely on, so its keys are fixed and each file has a schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

from generator.dossier.findings import Findings
from generator.dossier.index import Site
from generator.export.amounts import amounts_data, amounts_files
from generator.export.commitments import commitments_data, commitments_files
from generator.export.common import data_file, licence, schema_file, spell
from generator.export.countries import countries_data
from generator.export.documents import document_data, document_json, document_markdown
from generator.export.feeds import feeds
from generator.export.references import references_data, references_files
from generator.export.terms import terms_data
from generator.export.themes import themes_data
from generator.export.timeline import timeline_data, timeline_files
from generator.model import Page

__all__ = ["DATA_FILES", "SCHEMAS", "document_data", "document_json", "document_markdown", "export"]

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

TABLES: Final = (references_files, amounts_files, timeline_files, commitments_files)
"""What is also to be had for spreadsheets and calendars."""

SCHEMAS: Final = ("documents", "index", "sidecar", "glossary", "event", "country", "theme", "commitment", *(name for name, _ in DATA_FILES))


def export(findings: Findings) -> Iterator[Page]:
    """The files below data/, and each document as Markdown to download."""
    site = findings.site
    for entry in site.entries:
        yield Page(entry.json_path, spell(document_data(entry.document, entry, findings.related)))
        yield Page(entry.markdown_path, document_markdown(entry.document))
    for name, exporter in DATA_FILES:
        yield data_file(name, exporter(findings))
    for tables in TABLES:
        yield from tables(findings)
    yield from feeds(findings)
    yield data_file("index", {"licence": licence(site.publication), "files": list(_files()), "documents": list(_documents(site))})
    for name in SCHEMAS:
        yield schema_file(name)


def _files() -> Iterable[dict[str, str]]:
    yield {"name": "documents", "path": "data/documents/<id>.json", "schema": "data/schema/documents.schema.json"}
    for name, _ in DATA_FILES:
        yield {"name": name, "path": f"data/{name}.json", "schema": f"data/schema/{name}.schema.json"}


def _documents(site: Site) -> Iterable[dict[str, Any]]:
    for entry in site.entries:
        facts = entry.document.meta
        yield {"id": facts.id, "title": facts.title, "date": facts.date, "url": entry.url, "data": entry.json_path}
