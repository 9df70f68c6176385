"""`python -m generator register`: which addresses the site has promised, and with `--update` the register written anew."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.dossier import permalinks as promises
from generator.dossier.addresses import DOCUMENTS
from generator.inputs.contributions import permalinks
from generator.language import dutch
from generator.model import Alias, Problem, Register
from generator.words import say


@dataclass(frozen=True, slots=True)
class Answer:
    """The lines to print, and the problems that are left."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def run(seeds: Path, register: Register, now: Mapping[str, str], *, update: bool, moved: Iterable[Sequence[str]]) -> Answer:
    """Compare the register beside the seeds with the addresses of now; with `update`, write it. Nothing is dropped without an alias."""
    pairs = [(old, new) for old, new in moved]
    renewed = promises.renew(register, now, pairs)
    if update:
        _write(seeds / permalinks.FOLDER, renewed.register)
    lines = (*_counts(renewed), *(_moved(alias) for alias in renewed.added))
    return Answer(lines, renewed.problems)


def _counts(renewed: promises.RenewedRegister) -> Iterator[str]:
    total = len(renewed.register.permalinks)
    yield say(
        "commands_register.counts",
        number=dutch.number(total),
        new=renewed.new,
        added=len(renewed.added),
        problems=len(renewed.problems),
    )


def _moved(alias: Alias) -> str:
    return f"{alias.old} → {alias.new}"


def _write(folder: Path, register: Register) -> None:
    """The files of the register; those that it no longer has go."""
    files = permalinks.files(register, DOCUMENTS)
    for name, rows in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_csv(rows), encoding="utf-8", newline="")
    for path in permalinks.stale(folder, files):
        path.unlink()


def _csv(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
