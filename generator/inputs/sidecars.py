"""Sidecars: what is known about a document, and of each fact whether it stands in the text or is editorial."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Any, Final, get_args

from generator.inputs import changes
from generator.inputs.corrections import KEY, correct
from generator.inputs.dates import check_date
from generator.inputs.restructure import Identify
from generator.inputs.sources import LARGEST_WRITTEN, is_seed, read_text
from generator.inputs.yaml_lines import Located, flat, load, validate
from generator.language.matching import fold
from generator.language.tables import schema
from generator.model import Document, Metadata, Problem, Provenance, Severity, UnreadableError
from generator.words import say

SUFFIX: Final = ".yml"
_OTHER_SUFFIXES: Final = frozenset({".yml", ".yaml", ".json", ".toml"})
"""Endings under which someone may have written a description that is never read."""

_FACTS: Final = ("title", "short_title", "number", "celex", "date", "institution", "kind", "web")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A description that satisfies the schema: where it stands, and what it says."""

    path: str
    located: Located

    @property
    def facts(self) -> dict[str, Any]:
        """What it says, by key."""
        return dict(flat(self.located.data))


def describe_all(
    documents: Iterable[Document], folder: Path, suffixes: Collection[str], identify: Identify = tuple
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents with what their sidecars in the folder say, each with an id of its own; wrong sidecars are reported and left out.

    `suffixes` are those of files that are documents; a description without one, and a file that nothing reads, are reported. `identify` names
    the blocks of a document whose structure is corrected.
    """
    documents = tuple(documents)
    pairs, problems = [], [*_strays(documents, folder, suffixes), *_shared(documents)]
    for document in documents:
        sidecar, found = read_sidecar(sidecar_path(document))
        problems += found
        problems += _unproven(document, sidecar) if sidecar else ()
        described, found = _described(document, sidecar, identify) if sidecar else (document, ())
        problems += found
        pairs.append((described, sidecar))
    distinct, clashes = _distinct(pairs)
    return distinct, (*problems, *clashes, *_undescribed(distinct))


def _described(document: Document, sidecar: Sidecar, identify: Identify) -> tuple[Document, tuple[Problem, ...]]:
    """The document with its facts and corrections, and what is wrong with these."""
    return correct(describe(document, sidecar), sidecar.facts.get(KEY, []), sidecar.located, sidecar.path, identify)


def sidecar_path(document: Document) -> Path:
    """Where the sidecar of a document stands, if it has one."""
    return Path(document.source.path).with_suffix(SUFFIX)


def read_sidecar(path: Path) -> tuple[Sidecar | None, tuple[Problem, ...]]:
    """The sidecar in a file; None without problems where there is no such file."""
    if not os.path.lexists(path):
        return None, ()
    name = path.as_posix()
    try:
        _, text = read_text(path, LARGEST_WRITTEN)
    except UnreadableError as error:
        return None, (error.problem,)
    located, problems = load(text, name)
    if problems:
        return None, problems
    if located.data is None:
        return None, (Problem(name, 1, say("inputs_sidecars.empty_file"), say("inputs_sidecars.fill_in_id_and_title")),)
    problems = (*validate(located, schema("sidecar"), name), *_wrong_date(located, name), *changes.check(located, name))
    return (None, problems) if problems else (Sidecar(name, located), ())


def _wrong_date(located: Located, path: str) -> tuple[Problem, ...]:
    given = located.data.get("date") if isinstance(located.data, dict) else None
    remedy = say("inputs_sidecars.date_format")
    return tuple(check_date(given, located, ("date",), path, remedy))


def describe(document: Document, sidecar: Sidecar) -> Document:
    """The document with the facts of its sidecar, and those that its file states where the sidecar has none."""
    stated = {fact: getattr(document.meta, fact) for fact, origin in document.meta.provenance if origin == "source"}
    facts = stated | sidecar.facts
    given = dict.fromkeys(stated.keys() - sidecar.facts.keys(), "source") | facts.get("provenance", {})
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
        changes=changes.written(facts, sidecar.path),
        provenance=tuple(provenance),
    )
    return replace(document, meta=meta)


def _unproven(document: Document, sidecar: Sidecar) -> Iterable[Problem]:
    """Facts that are said to stand in the text, and do not."""
    text = fold(" ".join(block.text for block in document.blocks))
    facts, stated = sidecar.facts, set(document.source.facts)
    for fact, origin in facts.get("provenance", {}).items():
        value = facts.get(fact)
        proven = not isinstance(value, str) or (fact, value) in stated or fact == "date" or fold(value) in text
        if origin == "source" and not proven:
            line = sidecar.located.line(("provenance", fact))
            yield Problem(
                sidecar.path,
                line,
                say("inputs_sidecars.not_in_text", value=repr(value)),
                say("inputs_sidecars.set_editorial"),
            )


def _strays(documents: tuple[Document, ...], folder: Path, suffixes: Collection[str]) -> Iterable[Problem]:
    """Files in the folder that nothing reads: descriptions without a text, and other kinds of file."""
    stems = {Path(document.source.path).stem for document in documents}
    stems |= {path.stem for path in folder.iterdir() if is_seed(path, suffixes)}
    for path in sorted(folder.iterdir()):
        read = path.name.startswith(".") or path.is_dir() or is_seed(path, suffixes) or path.suffix.lower() == ".md"
        problem = None if read else _stray(path, stems)
        if problem:
            yield problem


def _stray(path: Path, stems: Collection[str]) -> Problem | None:
    """What is wrong with a file that is no text; nothing with the description of one, by its name without the ending."""
    name = path.as_posix()
    if path.suffix != SUFFIX and path.suffix.lower() in _OTHER_SUFFIXES:
        remedy = say("inputs_sidecars.rename_to", stem=path.stem, suffix=SUFFIX)
        return Problem(name, None, say("inputs_sidecars.wrong_suffix", suffix=SUFFIX), remedy)
    if path.suffix != SUFFIX:
        remedy = say("inputs_sidecars.extract_text")
        return Problem(name, None, say("inputs_sidecars.kind_not_read"), remedy, Severity.TODO)
    remedy = say("inputs_sidecars.add_text_or_remove", stem=path.stem)
    return None if path.stem in stems else Problem(name, None, say("inputs_sidecars.no_document"), remedy)


def _shared(documents: tuple[Document, ...]) -> Iterable[Problem]:
    """Documents whose names differ in their endings only, so that one description would be that of both."""
    owners: dict[Path, Document] = {}
    for document in documents:
        owner = owners.setdefault(sidecar_path(document), document)
        if owner is not document:
            message = say("inputs_sidecars.shared_sidecar", file=owner.source.name)
            yield Problem(document.source.path, None, message, say("inputs_sidecars.rename_file"))


def _distinct(pairs: list[tuple[Document, Sidecar | None]]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Documents with ids that differ: of two with one id the later gets a number behind it, and a clash of descriptions is a problem."""
    owners: dict[str, Sidecar] = {}
    names: list[str] = [""] * len(pairs)
    problems = []
    for place, (document, sidecar) in enumerate(pairs):
        if sidecar and document.meta.id not in owners:
            owners[document.meta.id] = sidecar
            names[place] = document.meta.id
    for place, (document, sidecar) in enumerate(pairs):
        if not names[place]:
            names[place] = free_name(document.meta.id, {*owners, *names})
            if sidecar and sidecar.path != owners[document.meta.id].path:
                problems.append(_clash(document.meta.id, sidecar, owners[document.meta.id]))
    renamed = (replace(document, meta=replace(document.meta, id=name)) for (document, _), name in zip(pairs, names, strict=True))
    return tuple(renamed), tuple(problems)


def free_name(name: str, taken: set[str]) -> str:
    """The name, or the first of name-2, name-3 … that is not among the taken ones."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(option for option in chain([name], numbered) if option not in taken)


def _clash(name: str, sidecar: Sidecar, owner: Sidecar) -> Problem:
    line, other = sidecar.located.line(("id",)), owner.located.line(("id",))
    message = say("inputs_sidecars.id_taken", id=repr(name), path=owner.path, line=other)
    return Problem(sidecar.path, line, message, say("inputs_sidecars.rename_id"))


def _undescribed(documents: tuple[Document, ...]) -> Iterable[Problem]:
    for document in documents:
        if not os.path.lexists(sidecar_path(document)):
            name = sidecar_path(document).as_posix()
            yield Problem(
                document.source.path,
                None,
                say("inputs_sidecars.no_sidecar"),
                f"schrijf {name}",
                Severity.TODO,
            )
