"""The only module that touches docs/: writes what changed, removes what it wrote before, leaves all else alone.

Guarantee: a page is either as it was or as it should be, never half-written. All new content is first written to
temporary files beside the pages; only when all of it is there do they take the pages' places, one by one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model import Page, Problem, Watch, unwatched

OWNED: Final = ("index.md", "documenten", "begrippen", "landen", "tijdlijn", "verwijzingen", "bedragen", "data", "kwaliteit", "zoekindex")
"""The home page, and the folders of docs/ that hold generated files only."""

_MANIFEST: Final = ".gegenereerd.json"
_TEMPORARY: Final = ".deel"


@dataclass(frozen=True, slots=True)
class Report:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


class WritingError(Exception):
    """The pages could not be written; the old ones are whole."""


def write(pages: Iterable[Page], docs: Path, watch: Watch = unwatched) -> tuple[Report, tuple[Problem, ...]]:
    """Make docs/ hold the pages and nothing older; raises `WritingError` if the disk refuses.

    Files in the generated folders that this module did not write are kept and reported.
    """
    wanted = {page.path: _bytes(page) for page in pages}
    try:
        ours = _read_manifest(docs)
        _refuse_links(docs, {*wanted, *ours})
        kept = {path for path in wanted if path not in ours and os.path.lexists(docs / path) and not _holds(docs / path, wanted[path])}
        foreign = tuple(_foreign(docs, ours | set(wanted), kept))
        wanted = {path: content for path, content in wanted.items() if path not in kept}
        changed = {path: content for path, content in wanted.items() if not _holds(docs / path, content)}
        _replace(docs, changed, sorted(ours | set(wanted)), watch)
        removed = sum(_remove(docs, path) for path in sorted(ours - set(wanted)))
        _write_manifest(docs, sorted(wanted))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        message = f"{docs}: schrijven is niet gelukt ({reason}); elke pagina is nog heel, maak ruimte of geef uzelf schrijfrechten"
        raise WritingError(message) from error
    return Report(len(changed), len(wanted) - len(changed), removed), foreign


def _refuse_links(docs: Path, paths: Iterable[str]) -> None:
    """A folder on the way to a page that is a symbolic link could lead anywhere."""
    folders = {folder.as_posix() for path in paths for folder in PurePosixPath(path).parents} | set(OWNED)
    for folder in sorted(folders - {"."}):
        if (docs / folder).is_symlink():
            message = f"{docs / folder}: dit is een koppeling en geen map; verwijder haar"
            raise WritingError(message)


def _bytes(page: Page) -> bytes:
    return page.content.encode() if isinstance(page.content, str) else page.content


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _replace(docs: Path, changed: dict[str, bytes], all_paths: list[str], watch: Watch) -> None:
    """Write everything aside, then move it into place; on any failure the part files go and the pages stay.

    The manifest goes first, with old and new paths, so that after a crash no file of ours looks like someone else's.
    """
    parts = [(docs / f"{path}{_TEMPORARY}", docs / path) for path in changed]
    try:
        if changed:
            _write_manifest(docs, all_paths)
        for (part, _), content in zip(watch("schrijven", parts), changed.values(), strict=True):
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
        for part, page in parts:
            part.replace(page)
    finally:
        for part, _ in parts:
            part.unlink(missing_ok=True)


def _remove(docs: Path, path: str) -> bool:
    target = docs / path
    existed = target.is_file() or target.is_symlink()
    target.unlink(missing_ok=True)
    for folder in target.relative_to(docs).parents:
        if folder == Path() or not (docs / folder).is_dir() or any((docs / folder).iterdir()):
            break
        (docs / folder).rmdir()
    return existed


def _read_manifest(docs: Path) -> set[str]:
    """The paths written last time; those that would lead out of the generated folders are not believed."""
    try:
        listed = json.loads((docs / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {path for path in listed if isinstance(path, str) and path.split("/")[0] in OWNED and ".." not in path.split("/")}


def _write_manifest(docs: Path, paths: list[str]) -> None:
    content = (json.dumps(paths, indent=0) + "\n").encode()
    target = docs / _MANIFEST
    if _holds(target, content):
        return
    docs.mkdir(parents=True, exist_ok=True)
    part = docs / f"{_MANIFEST}{_TEMPORARY}"
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _foreign(docs: Path, known: set[str], kept: set[str]) -> Iterator[Problem]:
    """A problem for each file that is not ours; what a build that was killed left of its own is cleared away."""
    for folder in OWNED:
        for path in sorted({docs / folder, *(docs / folder).rglob("*")} if os.path.lexists(docs / folder) else ()):
            name = path.relative_to(docs).as_posix()
            if name.endswith(_TEMPORARY) and name.removesuffix(_TEMPORARY) in known:
                path.unlink()
            elif name in kept or (name not in known and (path.is_symlink() or not path.is_dir())):
                remedy = "verplaats het: deze map wordt bij elke bouw opnieuw gemaakt"
                yield Problem(path.as_posix(), None, "dit bestand is niet door de generator gemaakt; het is bewaard", remedy)
