"""The register of published addresses: `permalinks/*.csv` beside the documents, and `permalinks/aliases.csv` for what has moved.

A row is an address and the first words of what it names; one that starts with # is a place on the page of the last row before it
that does not. `python -m generator register --update` writes these files; people only read them, and now and then correct an alias.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.inputs.sources import read_text
from generator.model import Alias, Permalink, Problem, Register, UnreadableError
from generator.words import say

FOLDER: Final = "permalinks"
ALIASES: Final = "aliases.csv"
SITE: Final = "site.csv"
"""Every address that is not of a document; those of a document stand in `documents/<id>.csv`."""

_DOCUMENTS: Final = "documents"
_PERMALINKS: Final = ("address", "words")
_ALIASES: Final = ("old", "new", "words")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file, by its cells."""

    cells: tuple[str, ...]
    path: str
    line: int


def read(folder: Path) -> tuple[Register, tuple[Problem, ...]]:
    """The register in a folder, and what cannot be read of it; empty where there is no such folder."""
    problems: list[Problem] = []
    paths = [folder / SITE, *sorted((folder / _DOCUMENTS).glob("*.csv"))]
    rows = [row for path in paths for row in _rows(path, _PERMALINKS, problems)]
    moved = list(_rows(folder / ALIASES, _ALIASES, problems))
    aliases = tuple(_alias(row) for row in moved)
    return Register(tuple(_whole(rows)), aliases), tuple(problems)


def _alias(row: Row) -> Alias:
    old, new, words = row.cells
    return Alias(old, new, words, row.path, row.line)


def _rows(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> Iterator[Row]:
    if not path.exists():
        return
    try:
        lines = csv.reader(io.StringIO(read_text(path)[1], newline=""), strict=True)
        head = tuple(next(lines, ()))
        rows = [Row(tuple(cells), path.as_posix(), lines.line_num) for cells in lines]
    except (UnreadableError, csv.Error) as error:
        problems.append(error.problem if isinstance(error, UnreadableError) else _wrong(path, None, columns))
        return
    wrong = [row for row in rows if len(row.cells) != len(columns)] if head == columns else [Row((), path.as_posix(), 1)]
    problems += [_wrong(path, row.line, columns) for row in wrong]
    yield from (row for row in rows if len(row.cells) == len(columns) and head == columns)


def _wrong(path: Path, line: int | None, columns: tuple[str, ...]) -> Problem:
    told = ",".join(columns)
    return Problem(
        path.as_posix(),
        line,
        say("contributions_permalinks.wrong_columns", told=told),
        say("contributions_permalinks.restore_from_git"),
    )


def _whole(rows: Iterable[Row]) -> Iterator[Permalink]:
    """The rows with their addresses in full."""
    page = ""
    for row in rows:
        address, words = row.cells
        page = page if address.startswith("#") else address
        yield Permalink(page + address if address.startswith("#") else address, words, row.path, row.line)


def files(register: Register, documents: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of each file of the register, by its name in the folder; `documents` is the folder of the site that has the documents."""
    of_pages: dict[str, list[Permalink]] = {}
    for link in register.permalinks:
        of_pages.setdefault(link.address.partition("#")[0], []).append(link)
    found: dict[str, tuple[tuple[str, ...], ...]] = {SITE: (_PERMALINKS,)}
    for page, links in of_pages.items():
        document = _document(page, documents)
        name = f"{_DOCUMENTS}/{document}.csv" if document else SITE
        found[name] = (*found.get(name, (_PERMALINKS,)), *_rows_of(page, links))
    if register.aliases:
        found[ALIASES] = (_ALIASES, *((alias.old, alias.new, alias.words) for alias in register.aliases))
    return found


def _rows_of(page: str, links: list[Permalink]) -> Iterator[tuple[str, ...]]:
    """The rows of one page: its own first, then those of its places by their fragments; in full where the page itself has no row."""
    known = any(link.address == page for link in links)
    for link in sorted(links, key=lambda link: link.address != page):
        yield (link.address.removeprefix(page) if known else "") or link.address, link.words


def _document(address: str, documents: str) -> str:
    """The id of the document that an address belongs to; empty for other addresses."""
    name, slash, _ = address.removeprefix(documents).partition("/")
    return name if slash and address.startswith(documents) else ""


def stale(folder: Path, names: Iterable[str]) -> tuple[Path, ...]:
    """The files of the register in a folder that it no longer has."""
    kept = {folder / name for name in names}
    return tuple(path for path in (folder / ALIASES, *sorted((folder / _DOCUMENTS).glob("*.csv"))) if path.exists() and path not in kept)
