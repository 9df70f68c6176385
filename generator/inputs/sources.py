"""Finds the seeds and decodes them; what cannot be read is reported with what to do about it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from generator.language.decoding import decode
from generator.language.slugs import refused_by_windows
from generator.model import Problem, Seed, Severity, UnreadableError
from generator.words import say

LARGEST: Final = 20 * 1024 * 1024
"""Bytes of a file with more in it than text: pictures, type, markup."""

LARGEST_TEXT: Final = 8 * 1024 * 1024
"""Bytes of a text. The longest act in EUR-Lex is a few megabytes; more than this is some other kind of file."""

LARGEST_WRITTEN: Final = 256 * 1024
"""Bytes of what contributors write beside the documents: a description, an entry, an introduction, an event, the home page. Ours
have at most two thousand; a page of text has three."""

_TEXTS: Final = frozenset({".txt", ".md"})

_NOT_A_DOCUMENT: Final = frozenset({"readme.md"})


def find_seeds(folder: Path, suffixes: Collection[str]) -> tuple[Path, ...]:
    """The files directly in the folder that have one of the suffixes of documents, by name; raises `UnreadableError` where there is none.

    Hidden files, subfolders and files of other kinds are left alone.
    """
    try:
        found = tuple(sorted(path for path in folder.iterdir() if is_seed(path, suffixes)))
    except OSError as error:
        raise _unreadable(
            folder,
            None,
            say("inputs_sources.folder_unreadable", error=_reason(error)),
            say("inputs_sources.check_folder"),
        ) from None
    if not found:
        raise _unreadable(folder, None, say("inputs_sources.folder_without_text"), say("inputs_sources.add_text_or_other_folder"))
    return found


def is_seed(path: Path, suffixes: Collection[str]) -> bool:
    """Whether a file's name is that of a document."""
    return path.suffix.lower() in suffixes and not path.name.startswith(".") and path.name.lower() not in _NOT_A_DOCUMENT


def links_out(folder: Path) -> tuple[Problem, ...]:
    """The symbolic links anywhere in a folder that lead out of it: what they point at would be published with the rest."""
    root = os.path.realpath(folder)
    inside = (Path(place, name) for place, folders, files in os.walk(folder) for name in (*folders, *files))
    links = (path for path in inside if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root))
    remedy = say("inputs_sources.remove_link_or_put_file")
    return tuple(sorted(Problem(path.as_posix(), None, say("inputs_sources.link_leaves_folder"), remedy, Severity.FATAL) for path in links))


def odd_names(folder: Path) -> tuple[Problem, ...]:
    """The files anywhere in a folder that a contributor on Windows cannot have: nobody there can fetch the project with them in it."""
    remedy = say("inputs_sources.use_letters_and_digits")
    refused = (path for path in folder.rglob("*") if refused_by_windows(path.name))
    return tuple(
        sorted(Problem(path.as_posix(), None, say("inputs_sources.name_impossible_on_windows"), remedy, Severity.TODO) for path in refused)
    )


def read_seeds(paths: Iterable[Path]) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Every seed that can be read, and a problem for every one that cannot."""
    sources, problems = [], []
    for path in paths:
        try:
            sources.append(read_seed(path))
        except UnreadableError as error:
            problems.append(error.problem)
    return tuple(sources), tuple(problems)


def read_seed(path: Path, largest: int | None = None) -> Seed:
    """The seed in a file; raises `UnreadableError` where the system does not give it, it is empty or larger than its kind may be."""
    data = read_bytes(path, largest or (LARGEST_TEXT if path.suffix.lower() in _TEXTS else LARGEST))
    if not data:
        raise _unreadable(path, None, say("inputs_sources.file_empty"), say("inputs_sources.add_text_or_remove"))
    return Seed(path.as_posix(), data)


def read_text(path: Path, largest: int = LARGEST) -> tuple[bytes, str]:
    """The bytes of a file and its text, without byte-order mark; raises `UnreadableError` where it is no text in UTF-8, or too large."""
    data = read_bytes(path, largest)
    return data, decode(path.as_posix(), data)


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file; raises `UnreadableError` where its name is no UTF-8 or the system does not give it."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        name = Path(os.fsencode(path).decode(errors="replace"))
        raise _unreadable(name, None, say("inputs_sources.name_not_utf8"), say("inputs_sources.rename_file")) from None
    return _bytes(path, largest)


def _bytes(path: Path, largest: int) -> bytes:
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise _unreadable(
                path,
                None,
                say("inputs_sources.folder_not_file"),
                say("inputs_sources.give_file_or_rename_folder"),
            )
        if not stat.S_ISREG(facts.st_mode):
            raise _unreadable(path, None, say("inputs_sources.not_a_regular_file"), say("inputs_sources.put_plain_file"))
        if facts.st_size > largest:
            remedy = say("inputs_sources.check_or_split")
            said = f"{largest // 1024**2} MB" if largest >= 1024**2 else f"{largest // 1024} kB"
            raise _unreadable(path, None, say("inputs_sources.file_too_large", said=said), remedy)
        return path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from None


def _unopened(path: Path, error: OSError) -> UnreadableError:
    """Why the system does not give a file."""
    if path.is_symlink() and error.errno in {errno.ENOENT, errno.ELOOP}:
        return _unreadable(path, None, say("inputs_sources.link_broken"), say("inputs_sources.mend_or_remove_link"))
    if error.errno == errno.ENOENT:
        return _unreadable(path, None, say("inputs_sources.no_such_file"), say("inputs_sources.check_name_and_folder"))
    if isinstance(error, PermissionError):
        return _unreadable(path, None, say("inputs_sources.file_not_permitted"), say("inputs_sources.allow_reading"))
    return _unreadable(
        path,
        None,
        say("inputs_sources.file_unreadable", error=_reason(error)),
        say("inputs_sources.check_disk"),
    )


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)


def _unreadable(path: Path, line: int | None, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(path.as_posix(), line, message, remedy, Severity.FATAL))
