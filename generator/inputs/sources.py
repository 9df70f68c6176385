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
            say("inputs_sources.deze_map_kan_niet_gelezen_worden", error=_reason(error)),
            say("inputs_sources.controleer_de_map"),
        ) from None
    if not found:
        raise _unreadable(
            folder, None, say("inputs_sources.in_deze_map_staat_geen_tekst"), say("inputs_sources.zet_er_een_txt_of_md_in_of_geef_een")
        )
    return found


def is_seed(path: Path, suffixes: Collection[str]) -> bool:
    """Whether a file's name is that of a document."""
    return path.suffix.lower() in suffixes and not path.name.startswith(".") and path.name.lower() not in _NOT_A_DOCUMENT


def links_out(folder: Path) -> tuple[Problem, ...]:
    """The symbolic links anywhere in a folder that lead out of it: what they point at would be published with the rest."""
    root = os.path.realpath(folder)
    inside = (Path(place, name) for place, folders, files in os.walk(folder) for name in (*folders, *files))
    links = (path for path in inside if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root))
    remedy = say("inputs_sources.verwijder_haar_of_zet_het_bestand_zelf")
    return tuple(
        sorted(
            Problem(path.as_posix(), None, say("inputs_sources.deze_koppeling_leidt_de_map_uit"), remedy, Severity.FATAL) for path in links
        )
    )


def odd_names(folder: Path) -> tuple[Problem, ...]:
    """The files anywhere in a folder that a contributor on Windows cannot have: nobody there can fetch the project with them in it."""
    remedy = say("inputs_sources.geef_het_een_naam_van_letters_cijfers_en")
    refused = (path for path in folder.rglob("*") if refused_by_windows(path.name))
    return tuple(
        sorted(
            Problem(path.as_posix(), None, say("inputs_sources.deze_naam_kan_op_windows_niet"), remedy, Severity.TODO) for path in refused
        )
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
        raise _unreadable(
            path, None, say("inputs_sources.het_bestand_is_leeg"), say("inputs_sources.zet_er_de_tekst_van_een_document_in_of")
        )
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
        raise _unreadable(
            name, None, say("inputs_sources.de_naam_van_dit_bestand_is_geen_utf_8"), say("inputs_sources.geef_het_bestand_een_andere_naam")
        ) from None
    return _bytes(path, largest)


def _bytes(path: Path, largest: int) -> bytes:
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise _unreadable(
                path,
                None,
                say("inputs_sources.dit_is_een_map_en_geen_bestand"),
                say("inputs_sources.geef_een_bestand_op_of_geef_de_map_een"),
            )
        if not stat.S_ISREG(facts.st_mode):
            raise _unreadable(
                path, None, say("inputs_sources.dit_is_geen_gewoon_bestand"), say("inputs_sources.zet_er_een_gewoon_tekstbestand_voor_in")
            )
        if facts.st_size > largest:
            remedy = say("inputs_sources.controleer_of_dit_een_tekst_is_en_splits")
            said = f"{largest // 1024**2} MB" if largest >= 1024**2 else f"{largest // 1024} kB"
            raise _unreadable(path, None, say("inputs_sources.het_bestand_is_groter_dan", said=said), remedy)
        return path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from None


def _unopened(path: Path, error: OSError) -> UnreadableError:
    """Why the system does not give a file."""
    if path.is_symlink() and error.errno in {errno.ENOENT, errno.ELOOP}:
        return _unreadable(
            path, None, say("inputs_sources.deze_koppeling_wijst_naar_een_bestand"), say("inputs_sources.herstel_of_verwijder_haar")
        )
    if error.errno == errno.ENOENT:
        return _unreadable(path, None, say("inputs_sources.dit_bestand_bestaat_niet"), say("inputs_sources.controleer_de_naam_en_de_map"))
    if isinstance(error, PermissionError):
        return _unreadable(
            path, None, say("inputs_sources.dit_bestand_mag_niet_gelezen_worden"), say("inputs_sources.geef_uzelf_leesrechten")
        )
    return _unreadable(
        path,
        None,
        say("inputs_sources.dit_bestand_kan_niet_gelezen_worden", error=_reason(error)),
        say("inputs_sources.controleer_de_schijf"),
    )


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)


def _unreadable(path: Path, line: int | None, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(path.as_posix(), line, message, remedy, Severity.FATAL))
