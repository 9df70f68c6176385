"""Finds the seeds and decodes them; what cannot be read is reported with what to do about it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.model import Problem, Severity, Source

SUFFIXES: Final = (".txt", ".md")
LARGEST: Final = 20 * 1024 * 1024
"""Bytes. The longest act in EUR-Lex is a few megabytes of text; more than this is some other kind of file."""

_NOT_A_DOCUMENT: Final = frozenset({"readme.md"})
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_PRINTABLE_CONTROLS: Final = frozenset(b"\t\n\r\f\v\x1b")
_WRONG: Final = 3
"""A text may hold a stray control character; more than one in so many hundred bytes makes it a binary file."""


class UnreadableError(Exception):
    """A seed that cannot be read; carries the `Problem` that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def find_seeds(folder: Path) -> tuple[Path, ...]:
    """The documents directly in the folder, by name; other files, hidden files and subfolders are left alone."""
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix in SUFFIXES and not path.name.startswith(".") and path.name.lower() not in _NOT_A_DOCUMENT
    )


def read_seeds(paths: Iterable[Path]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Every seed that can be read, and a problem for every one that cannot."""
    sources, problems = [], []
    for path in paths:
        try:
            sources.append(read_seed(path))
        except UnreadableError as error:
            problems.append(error.problem)
    return tuple(sources), tuple(problems)


def read_seed(path: Path) -> Source:
    """The seed in a file; raises `UnreadableError` where it is no readable text."""
    data = _bytes(path)
    text = _decode(path, data)
    if not text.strip():
        what = "het bestand is leeg" if not data else "het bestand bevat alleen witruimte"
        raise _unreadable(path, None, what, "zet er de tekst van een document in of verwijder het bestand")
    return Source(path.as_posix(), path.name, text, hashlib.sha256(data).hexdigest(), data)


def _bytes(path: Path) -> bytes:
    if path.is_symlink() and not path.exists():
        raise _unreadable(path, None, "deze koppeling wijst naar een bestand dat er niet is", "herstel of verwijder haar")
    if path.is_dir():
        raise _unreadable(path, None, "dit is een map en geen bestand", "geef de map een andere naam, zonder .txt of .md")
    try:
        if path.stat().st_size > LARGEST:
            remedy = "controleer of dit een tekst is en splits hem zo nodig"
            raise _unreadable(path, None, f"het bestand is groter dan {LARGEST // 1024**2} MB", remedy)
        return path.read_bytes()
    except FileNotFoundError:
        raise _unreadable(path, None, "dit bestand bestaat niet", "controleer de naam en de map") from None
    except PermissionError:
        raise _unreadable(path, None, "dit bestand mag niet gelezen worden", "geef uzelf leesrechten") from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise _unreadable(path, None, f"dit bestand kan niet gelezen worden ({reason})", "controleer de schijf") from None


def _decode(path: Path, data: bytes) -> str:
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        raise _unreadable(path, 1, "de tekst staat in UTF-16", "sla het bestand op als UTF-8")
    null = data.find(b"\0")
    if _is_binary(data):
        raise _unreadable(path, None, "dit is geen tekst maar een binair bestand", "haal eerst de tekst eruit")
    if null >= 0:
        raise _unreadable(path, _line(data, null), "hier staat een NUL-teken", "verwijder dat teken")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start + (len(data) - len(data.removeprefix(b"\xef\xbb\xbf")))
        message = f"byte {data[place]:#04x} is geen UTF-8 (staat de tekst in Windows-1252?)"
        raise _unreadable(path, _line(data, place), message, "sla het bestand op als UTF-8") from None


def _looks_like_utf16(data: bytes) -> bool:
    """Without its mark, UTF-16 shows by a NUL in every second byte."""
    head = data[:400]
    return (
        len(head) >= 4
        and min(len(head[::2]), len(head[1::2]))
        and max(head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])) > 0.4
    )


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    controls = sum(byte < 32 and byte not in _PRINTABLE_CONTROLS for byte in head)
    return controls * 100 > _WRONG * len(head)


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _unreadable(path: Path, line: int | None, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(path.as_posix(), line, message, remedy, Severity.FATAL))
