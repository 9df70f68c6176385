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
        raise _unreadable(folder, None, f"deze map kan niet gelezen worden ({_reason(error)})", "controleer de map") from None
    if not found:
        raise _unreadable(folder, None, "in deze map staat geen tekst", "zet er een .txt of .md in of geef een andere map op")
    return found


def is_seed(path: Path, suffixes: Collection[str]) -> bool:
    """Whether a file's name is that of a document."""
    return path.suffix.lower() in suffixes and not path.name.startswith(".") and path.name.lower() not in _NOT_A_DOCUMENT


def links_out(folder: Path) -> tuple[Problem, ...]:
    """The symbolic links anywhere in a folder that lead out of it: what they point at would be published with the rest."""
    root = os.path.realpath(folder)
    inside = (Path(place, name) for place, folders, files in os.walk(folder) for name in (*folders, *files))
    links = (path for path in inside if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root))
    remedy = "verwijder haar, of zet het bestand zelf er neer"
    return tuple(sorted(Problem(path.as_posix(), None, "deze koppeling leidt de map uit", remedy, Severity.FATAL) for path in links))


def odd_names(folder: Path) -> tuple[Problem, ...]:
    """The files anywhere in a folder that a contributor on Windows cannot have: nobody there can fetch the project with them in it."""
    remedy = "geef het een naam van letters, cijfers en koppeltekens"
    refused = (path for path in folder.rglob("*") if refused_by_windows(path.name))
    return tuple(sorted(Problem(path.as_posix(), None, "deze naam kan op Windows niet", remedy, Severity.TODO) for path in refused))


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
        raise _unreadable(path, None, "het bestand is leeg", "zet er de tekst van een document in of verwijder het bestand")
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
        raise _unreadable(name, None, "de naam van dit bestand is geen UTF-8", "geef het bestand een andere naam") from None
    return _bytes(path, largest)


def _bytes(path: Path, largest: int) -> bytes:
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise _unreadable(
                path, None, "dit is een map en geen bestand", "geef een bestand op, of geef de map een naam zonder .txt of .md"
            )
        if not stat.S_ISREG(facts.st_mode):
            raise _unreadable(path, None, "dit is geen gewoon bestand", "zet er een gewoon tekstbestand voor in de plaats")
        if facts.st_size > largest:
            remedy = "controleer of dit een tekst is en splits hem zo nodig"
            said = f"{largest // 1024**2} MB" if largest >= 1024**2 else f"{largest // 1024} kB"
            raise _unreadable(path, None, f"het bestand is groter dan {said}", remedy)
        return path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from None


def _unopened(path: Path, error: OSError) -> UnreadableError:
    """Why the system does not give a file."""
    if path.is_symlink() and error.errno in {errno.ENOENT, errno.ELOOP}:
        return _unreadable(path, None, "deze koppeling wijst naar een bestand dat er niet is", "herstel of verwijder haar")
    if error.errno == errno.ENOENT:
        return _unreadable(path, None, "dit bestand bestaat niet", "controleer de naam en de map")
    if isinstance(error, PermissionError):
        return _unreadable(path, None, "dit bestand mag niet gelezen worden", "geef uzelf leesrechten")
    return _unreadable(path, None, f"dit bestand kan niet gelezen worden ({_reason(error)})", "controleer de schijf")


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)


def _unreadable(path: Path, line: int | None, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(path.as_posix(), line, message, remedy, Severity.FATAL))
