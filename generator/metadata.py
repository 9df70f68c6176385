"""Sidecars: what is known about a document, and of each fact whether it stands in the text or is editorial."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, get_args

import edtf

from generator.model import Document, Metadata, Problem, Provenance, Severity
from generator.yaml_lines import Located, load, validate

SUFFIX: Final = ".yml"
_FACTS: Final = ("title", "short_title", "number", "celex", "date", "institution", "kind", "web")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A description that satisfies the schema: where it stands, and what it says."""

    path: str
    located: Located

    @property
    def facts(self) -> dict[str, Any]:
        """What it says, by key."""
        return dict(self.located.data)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a sidecar."""
    text = files("generator.data").joinpath("sidecar.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def describe_all(documents: Iterable[Document], folder: Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents with what their sidecars in the folder say; wrong sidecars are reported and left out."""
    documents = tuple(documents)
    described, problems = [], list(_orphans(documents, folder))
    for document in documents:
        sidecar, found = read_sidecar(sidecar_path(document))
        problems += found
        if sidecar is None:
            described.append(document)
            continue
        described.append(describe(document, sidecar))
        problems += _unproven(document, sidecar)
    result, clashes = _distinct(described)
    return result, tuple([*problems, *clashes, *_undescribed(result)])


def sidecar_path(document: Document) -> Path:
    """Where the sidecar of a document stands, if it has one."""
    return Path(document.source.path).with_suffix(SUFFIX)


def read_sidecar(path: Path) -> tuple[Sidecar | None, tuple[Problem, ...]]:
    """The sidecar in a file; None without problems where there is no such file."""
    if not path.exists():
        return None, ()
    name = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None, (Problem(name, None, "dit bestand kan niet gelezen worden", "sla het op als UTF-8"),)
    located, problems = load(text, name)
    if problems:
        return None, problems
    if located.data is None:
        return None, (Problem(name, 1, "dit bestand is leeg", "vul ten minste 'id' en 'title' in"),)
    problems = (*validate(located, schema(), name), *_wrong_date(located, name))
    return (None, problems) if problems else (Sidecar(name, located), ())


def _wrong_date(located: Located, path: str) -> tuple[Problem, ...]:
    date = located.data.get("date") if isinstance(located.data, dict) else None
    if not isinstance(date, str) or is_edtf(date):
        return ()
    remedy = "schrijf een datum als 2016-06-07, een maand als 2016-06 of bij benadering 2023-10~"
    return (Problem(path, located.line(("date",)), f"{date!r} is geen datum die bestaat", remedy),)


def is_edtf(text: str) -> bool:
    """Whether a text is a date in EDTF (ISO 8601-2, levels 0 to 2) that the calendar has."""
    try:
        edtf.parse_edtf(text)
    except (edtf.EDTFParseException, ValueError):
        return False
    return True


def describe(document: Document, sidecar: Sidecar) -> Document:
    """The document with the facts of its sidecar."""
    facts = sidecar.facts
    given = facts.get("provenance", {})
    provenance: list[tuple[str, Provenance]] = []
    for fact in _FACTS:
        if facts.get(fact) is not None:
            said = given.get(fact, "editorial")
            provenance.append((fact, next(p for p in get_args(Provenance) if p == said)))
    meta = Metadata(
        id=facts["id"],
        title=facts["title"],
        short_title=facts.get("short_title", facts["title"]),
        number=facts.get("number"),
        celex=facts.get("celex"),
        date=facts.get("date"),
        language=facts.get("language", document.meta.language),
        institution=facts.get("institution"),
        kind=facts.get("kind"),
        web=facts.get("web"),
        described=True,
        provenance=tuple(provenance),
    )
    return replace(document, meta=meta)


def _unproven(document: Document, sidecar: Sidecar) -> Iterable[Problem]:
    """Facts that are said to stand in the text, and do not."""
    text = _normal(" ".join(block.text for block in document.blocks))
    facts = sidecar.facts
    for fact, origin in facts.get("provenance", {}).items():
        value = facts.get(fact)
        if origin == "source" and isinstance(value, str) and fact != "date" and _normal(value) not in text:
            line = sidecar.located.line(("provenance", fact))
            yield Problem(sidecar.path, line, f"{value!r} staat niet in de tekst", "zet hier 'editorial' of verbeter de waarde")


def _normal(text: str) -> str:
    return " ".join(text.split()).casefold()


def _orphans(documents: tuple[Document, ...], folder: Path) -> Iterable[Problem]:
    stems = {Path(document.source.path).stem for document in documents}
    texts = {path.stem for path in folder.iterdir() if path.suffix in {".txt", ".md"}}
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if path.stem not in stems | texts:
            remedy = f"zet de tekst ernaast als {path.stem}.txt, of verwijder dit bestand"
            yield Problem(path.as_posix(), None, "bij deze beschrijving hoort geen document", remedy)


def _distinct(documents: list[Document]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Documents with an id each: a clash is reported, and the later one told apart by its place."""
    result, problems = [], []
    owners: dict[str, Document] = {}
    for document in documents:
        name = document.meta.id
        if name in owners:
            if document.meta.described:
                path = sidecar_path(document).as_posix()
                other = sidecar_path(owners[name]).as_posix()
                problems.append(Problem(path, None, f"de id {name!r} is ook die van {other}", "geef een van beide een andere id"))
            count = sum(other == name or other.startswith(f"{name}-") for other in owners) + 1
            document = replace(document, meta=replace(document.meta, id=f"{name}-{count}"))
        owners[document.meta.id] = document
        result.append(document)
    return tuple(result), tuple(problems)


def _undescribed(documents: tuple[Document, ...]) -> Iterable[Problem]:
    for document in documents:
        if not document.meta.described and not sidecar_path(document).exists():
            name = sidecar_path(document).as_posix()
            yield Problem(document.source.path, None, "dit document heeft nog geen beschrijving", f"schrijf {name}", Severity.TODO)
