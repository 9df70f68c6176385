"""What `python -m generator add` does: a document and its first description in seeds/, and what was understood of it.

Guarantee: no file that is there is changed, and a document that cannot be read leaves nothing behind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator import readers
from generator.commands.answer import Answer
from generator.commands.facts import FACTS, Fact, facts_of
from generator.commands.report import report
from generator.inputs import sidecars, sources
from generator.inputs.sources import is_seed
from generator.language.slugs import refused_by_windows, slug
from generator.model import Document, Problem, Seed, Severity, UnreadableError
from generator.words import say

_PLAIN_NAME: Final = re.compile(r"\w[\w .,()&+'-]*\.\w+")
"""A name that a file keeps: nothing in it that a terminal, an address or another system takes for something else."""

_PROVEN: Final = ("title", "number", "celex", "date", "institution")
"""The facts of which a sidecar says where they come from."""

_ID_LENGTH: Final = 60
"""Characters that the schema lets an id have."""


_COUNTED: Final = len("-999")
"""Characters that are kept free in an id for the number that tells it from others of its name."""


def add(given: Path, seeds: Path) -> Answer:
    """Adds a file, or every document directly in a folder, to the folder of seeds; the lines tell what was understood of each.

    What cannot be read or is there already is a problem, and hinders no other file.
    """
    paths, problems = _documents(given)
    lines: list[str] = []
    for path in paths:
        try:
            lines += [*_add(path, seeds), ""]
        except UnreadableError as error:
            problems = (*problems, error.problem)
    return Answer((*lines, *(say("add.next", seeds=seeds.as_posix()).splitlines() if lines else ())), problems)


def _documents(given: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The documents that are meant, and a problem for each file of the folder that is of another kind."""
    if not given.is_dir():
        return (given,), ()
    inside = _inside(given)
    found = tuple(path for path in inside if is_seed(path, readers.SUFFIXES))
    if not found:
        raise UnreadableError(_problem(given, say("add.no_documents"), say("add.kinds", kinds=", ".join(readers.SUFFIXES))))
    others = (path for path in inside if path not in found and path.suffix != sidecars.SUFFIX)
    skipped = (Problem(path.as_posix(), None, say("add.skipped"), say("add.other_form"), Severity.TODO) for path in others)
    return found, tuple(skipped)


def _inside(folder: Path) -> list[Path]:
    """The files of a folder in order, hidden ones left out; raises `UnreadableError` where it may not be read."""
    try:
        return sorted(path for path in folder.iterdir() if not path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise UnreadableError(_problem(folder, say("add.closed_folder", reason=error.strerror), say("add.open_folder"))) from None


def _add(path: Path, seeds: Path) -> Iterator[str]:
    """Add one document; raises `UnreadableError` where it cannot be read, or where a file would be overwritten."""
    seed = sources.read_seed(path)
    document = readers.read(readers.opened(seed))
    there = path.resolve().parent == seeds.resolve() and is_seed(path, readers.SUFFIXES)
    target = path if there else seeds / _name(path, document)
    sidecar = target.with_suffix(sidecars.SUFFIX)
    _refuse_taken(seed, target, sidecar, seeds, there=there)
    found = facts_of(document)
    texts = (() if there else ((target, seed.raw),), ((sidecar, _description(found, seeds, target).encode()),))
    _write(tuple(text for group in texts for text in group))
    yield say("add.kept" if there else "add.copied", path=target.as_posix())
    yield say("add.described", path=sidecar.as_posix())
    yield ""
    yield from report(document)


def _name(path: Path, document: Document) -> str:
    """The name of the copy: that of the file, unless another computer could not have it; its ending is one that readers know."""
    endings = next(reader.suffixes for reader in readers.READERS if reader.format == document.source.format)
    ending = path.suffix if path.suffix.lower() in readers.SUFFIXES else endings[0]
    stem = path.stem if path.suffix.lower() in readers.SUFFIXES else path.name
    name = f"{stem}{ending}"
    if _PLAIN_NAME.fullmatch(name) and not refused_by_windows(name) and is_seed(Path(name), readers.SUFFIXES):
        return name
    plain = slug(stem)
    return f"{'document' if plain in {'', 'readme'} or refused_by_windows(plain) else plain}{ending}"


def _refuse_taken(seed: Seed, target: Path, sidecar: Path, seeds: Path, *, there: bool) -> None:
    """Raise `UnreadableError` where the document or its sidecar is there, under this name or any other."""
    if sidecar.exists() or sidecar.is_symlink():
        raise UnreadableError(_problem(Path(seed.path), say("add.taken", path=sidecar.as_posix()), say("add.rename")))
    if there:
        return
    for other in sorted(seeds.iterdir()):
        if other.is_file() and is_seed(other, readers.SUFFIXES):
            if other.stem.lower() == target.stem.lower():
                raise UnreadableError(_problem(Path(seed.path), say("add.taken", path=other.as_posix()), say("add.rename")))
            if other.stat().st_size == len(seed.raw) and other.read_bytes() == seed.raw:
                raise UnreadableError(_problem(Path(seed.path), say("add.same", path=other.as_posix()), say("add.leave")))


def _write(files: tuple[tuple[Path, bytes], ...]) -> None:
    """Write all of the new files or none; raises `UnreadableError` where one is there or the disk refuses."""
    made: list[Path] = []
    try:
        for path, content in files:
            with path.open("xb") as file:
                made.append(path)
                file.write(content)
    except OSError as error:
        for path in made:
            path.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise UnreadableError(_problem(files[-1][0], say("add.not_written", reason=reason), say("add.make_room"))) from None


def _description(found: Iterable[Fact], seeds: Path, target: Path) -> str:
    """The text of the sidecar: what was found, and a line to fill in for what was not."""
    facts = {fact.name: fact for fact in found}
    lines = [f"# {line}" for line in say("add.head").splitlines()]
    lines.append(f"id: {_id(facts, seeds, target)}")
    for name in FACTS:
        fact = facts.get(name)
        lines.append(f"{name}: {json.dumps(fact.value, ensure_ascii=False)}" if fact else f"# {name}: {say(f'add.missing_{name}')}")
    proven = [f"  {fact.name}: {fact.origin}" for fact in facts.values() if fact.name in _PROVEN]
    return "\n".join([*lines, "provenance:", *proven, ""])


def _id(facts: dict[str, Fact], seeds: Path, target: Path) -> str:
    """An id that no other document has: after the number, else after the name of the file."""
    number = slug(re.sub(r"\s(?:final|finale|definitief|def\.?|endg\w*\.?)\b.*", "", facts["number"].value)) if "number" in facts else ""
    # A number alone says nothing in an address: "2014-92-eu" of what?
    name = number if number[:1].isalpha() else slug(target.stem)
    name = "document" if not name or refused_by_windows(name) else name[: _ID_LENGTH - _COUNTED].strip("-")
    return sidecars.free_name(name, _taken(seeds))


def _taken(seeds: Path) -> set[str]:
    """The ids that documents of the folder have or will get."""
    documents = [path for path in seeds.iterdir() if is_seed(path, readers.SUFFIXES)]
    described = (sidecars.read_sidecar(path.with_suffix(sidecars.SUFFIX))[0] for path in documents)
    return {str(sidecar.facts["id"]) for sidecar in described if sidecar}


def _problem(path: Path, message: str, remedy: str) -> Problem:
    return Problem(path.as_posix(), None, message, remedy, Severity.FATAL)
