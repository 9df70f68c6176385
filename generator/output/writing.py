"""The only module that touches docs/: writes what changed, removes what it wrote before, leaves all else alone.

Guarantee: a page is either as it was or as it should be, never half-written. All new content is first written to
temporary files beside the pages; only when all of it is there do they take the pages' places, one by one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model import Page, Problem, Watch, unwatched
from generator.settings import FOLDERS, ROOT_FILES
from generator.words import say

OWNED: Final = (*ROOT_FILES, *FOLDERS)
"""What this module alone writes in docs/."""

_MANIFEST: Final = ".gegenereerd.json"
_TEMPORARY: Final = ".deel"
_LONGEST_NAME: Final = 255
"""Bytes that the name of a file may have on the usual file systems."""


@dataclass(frozen=True, slots=True)
class Report:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


class WritingError(Exception):
    """The pages could not be written; the old ones are whole."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing would do: `wanted` files with their content, those of them that are `changed`, the paths of those that are `stale`.

    `left` are part files of a build that was killed; `problems` tell of files in the generated folders that are not ours.
    """

    docs: Path
    listed: frozenset[str]
    wanted: Mapping[str, bytes]
    changed: Mapping[str, bytes]
    stale: tuple[str, ...]
    left: tuple[Path, ...]
    problems: tuple[Problem, ...]


def write(pages: Iterable[Page], docs: Path, watch: Watch = unwatched) -> tuple[Report, tuple[Problem, ...]]:
    """Make docs/ hold the pages and nothing older; raises `WritingError` if the disk refuses.

    Files in the generated folders that this module did not write are kept and reported.
    """
    planned = plan(pages, docs)
    try:
        for part in planned.left:
            part.unlink(missing_ok=True)
        _replace(docs, planned.changed, sorted({*planned.listed, *planned.wanted}), watch)
        removed = sum(_remove(docs, path) for path in planned.stale)
        _write_manifest(docs, sorted(planned.wanted))
    except OSError as error:
        raise _refused(docs, error) from error
    return Report(len(planned.changed), len(planned.wanted) - len(planned.changed), removed), planned.problems


def plan(pages: Iterable[Page], docs: Path) -> Plan:
    """What `write` would do, without doing it; raises `WritingError` for what it would refuse."""
    wanted = _contents(pages)
    try:
        ours = _read_manifest(docs)
        _refuse_links(docs, {*wanted, *ours})
        kept = {path for path in wanted if path not in ours and os.path.lexists(docs / path) and not _holds(docs / path, wanted[path])}
        left, foreign = _foreign(docs, ours | set(wanted), kept)
        wanted = {path: content for path, content in wanted.items() if path not in kept}
        changed = {path: content for path, content in wanted.items() if not _holds(docs / path, content)}
    except OSError as error:
        raise _refused(docs, error) from error
    return Plan(docs, frozenset(ours), wanted, changed, tuple(sorted(ours - set(wanted))), left, foreign)


def by_hand(docs: Path) -> dict[str, str]:
    """The pages in docs/ that people wrote, by their paths from there; one that cannot be read, or is a link, is left out."""
    found: dict[str, str] = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs)
        if name.parts[0] in OWNED or not path.is_file() or any((docs / part).is_symlink() for part in (name, *name.parents)):
            continue
        with suppress(OSError, UnicodeDecodeError):
            found[name.as_posix()] = path.read_text(encoding="utf-8")
    return found


def _refused(docs: Path, error: OSError) -> WritingError:
    reason = os.strerror(error.errno) if error.errno else str(error)
    return WritingError(say("output_writing.writing_failed", docs=docs, reason=reason))


def _contents(pages: Iterable[Page]) -> dict[str, bytes]:
    """The files by path; raises `WritingError` where two that differ would have one path."""
    wanted: dict[str, bytes] = {}
    for page in pages:
        content = _bytes(page)
        if wanted.setdefault(page.path, content) != content:
            message = say("output_writing.two_pages_one_file", path=page.path)
            raise WritingError(message)
    return wanted


def _refuse_links(docs: Path, paths: Iterable[str]) -> None:
    """What stands where a folder of pages must be: a symbolic link could lead anywhere, and a file is in the way."""
    folders = {folder.as_posix() for path in paths for folder in PurePosixPath(path).parents} | set(FOLDERS)
    for folder in sorted({*folders, *ROOT_FILES, "."}):
        if folder != "." and (docs / folder).is_symlink():
            message = say("output_writing.link_not_folder", path=docs / folder)
            raise WritingError(message)
        if folder not in ROOT_FILES and (docs / folder).exists() and not (docs / folder).is_dir():
            message = say("output_writing.file_not_folder", path=docs / folder)
            raise WritingError(message)


def _bytes(page: Page) -> bytes:
    return page.content.encode() if isinstance(page.content, str) else page.content


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _replace(docs: Path, changed: Mapping[str, bytes], all_paths: list[str], watch: Watch) -> None:
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
    if existed:
        target.unlink()
    for folder in target.relative_to(docs).parents:
        if folder == Path() or not (docs / folder).is_dir() or any((docs / folder).iterdir()):
            break
        (docs / folder).rmdir()
    return existed


def _read_manifest(docs: Path) -> set[str]:
    """The paths written last time; of a damaged list what still can be one is believed, and none that would lead out of the folders."""
    try:
        listed = json.loads((docs / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return set()
    return {path for path in listed if isinstance(path, str) and _may_be_ours(path)} if isinstance(listed, list) else set()


def _may_be_ours(path: str) -> bool:
    """Whether a path is one of our files at the top, or that of a file in a folder of ours, and one that a file system takes."""
    folder, *below = path.split("/")
    if path in ROOT_FILES:
        return True
    sound = all(name not in {"", ".", ".."} and len(name.encode(errors="replace")) <= _LONGEST_NAME for name in below)
    return folder in FOLDERS and bool(below) and sound and path.isprintable()


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


def _foreign(docs: Path, known: set[str], kept: set[str]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """What a build that was killed left of its own, and a problem for each file that is not ours."""
    halves = (docs / f"{name}{_TEMPORARY}" for name in (_MANIFEST, *ROOT_FILES))
    left, problems = [half for half in halves if half.is_file()], []
    for path in _in_owned(docs):
        name = path.relative_to(docs).as_posix()
        if name.endswith(_TEMPORARY) and name.removesuffix(_TEMPORARY) in known:
            left.append(path)
        elif name in kept or (name not in known and (path.is_symlink() or not path.is_dir())):
            remedy = say("output_writing.move_it")
            problems.append(Problem(path.as_posix(), None, say("output_writing.not_generated_kept"), remedy))
    return tuple(left), tuple(problems)


def _in_owned(docs: Path) -> Iterator[Path]:
    """The folders that belong to the generator, as far as they are there, and all that is in them."""
    for folder in OWNED:
        if os.path.lexists(docs / folder):
            yield from sorted({docs / folder, *(docs / folder).rglob("*")})
