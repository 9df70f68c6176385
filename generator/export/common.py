"""What all files of open data share: version, licence, spelling of JSON, and the form of a mention."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from generator.dossier.findings import Findings
from generator.dossier.index import Occurrence
from generator.kinds import KINDS
from generator.language.tables import schema_text
from generator.model import Page, Publication
from generator.words import say

VERSION: Final = 2
"""The version of the contract that the data follow (`docs/open-data.md`); it rises when a reader of the old data would go wrong."""


def licence(publication: Publication) -> dict[str, str | None]:
    """What may be done with the data, as the publisher says; the data say so too where that is not filled in."""
    return {"name": publication.licence or say("export_common.licence_not_said"), "url": publication.licence_url or None}


def json_text(data: dict[str, Any]) -> str:
    """Data as JSON text; the same data gives the same bytes."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def data_file(name: str, data: dict[str, Any]) -> Page:
    """The file data/<name>.json with its version."""
    return Page(f"data/{name}.json", json_text({"version": VERSION, **data}))


def schema_file(name: str) -> Page:
    """The JSON Schema of a data file, at data/schema/<name>.schema.json; the kinds of mention are filled in from `KINDS`."""
    schema = json.loads(schema_text(name))
    if "mention_kind" in schema.get("$defs", {}):
        schema["$defs"]["mention_kind"] = {"enum": sorted(kind.id for kind in KINDS)}
    return Page(f"data/schema/{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n")


def address(findings: Findings, url: str) -> str:
    """An address of the site for a file that is read elsewhere: absolute, or from the site's root where the address of the site is not known."""
    published = findings.site.publication
    return published.absolute(url) if published.home else url


def mentions(occurrences: Iterable[Occurrence]) -> list[dict[str, Any]]:
    """Mentions in the form that the contract of the open data gives them."""
    return [mention(occurrence) for occurrence in occurrences]


def mention(occurrence: Occurrence) -> dict[str, Any]:
    """One mention: where it stands, its words, its address."""
    return {
        "document": occurrence.entry.document.meta.id,
        "block": occurrence.block,
        "footnote": occurrence.footnote,
        "text": occurrence.words,
        "form": occurrence.mention.form,
        "url": occurrence.url,
    }
