"""Finds the seeds and decodes them; what cannot be read is reported with what to do about it."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.model import Problem, Severity, Source

SUFFIXES: Final = (".txt", ".md")
LARGEST: Final = 20 * 1024 * 1024
"""Bytes. The longest act in EUR-Lex is a few megabytes of text; more than this is some other kind of file."""

_NOT_A_DOCUMENT: Final = frozenset({"readme.md"})
_FORMATS: Final = ((b"%PDF-", "een pdf"), (b"PK\3\4", "een zip-bestand of een docx"), (b"\xd0\xcf\x11\xe0", "een doc"), (b"{\\rtf", "rtf"))
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b")
_WRONG: Final = 3
"""Control characters in a hundred bytes: a text may hold a stray one, more make it a binary file."""

_FEW: Final = 4
"""Control characters that even a short text may hold: they are reported one by one."""

_MOSTLY: Final = 0.4
"""The share of NUL bytes at even or odd places from which a text is taken for UTF-16 (Latin letters have one each)."""


class UnreadableError(Exception):
    """A seed that cannot be read; carries the `Problem` that says why."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem."""
        super().__init__(str(problem))
        self.problem = problem


def find_seeds(folder: Path) -> tuple[Path, ...]:
    """The documents directly in the folder, by name; raises `UnreadableError` where there is none.

    Hidden files, subfolders and files of other kinds are left alone.
    """
    try:
        found = tuple(sorted(path for path in folder.iterdir() if is_seed(path)))
    except OSError as error:
        raise _unreadable(folder, None, f"deze map kan niet gelezen worden ({_reason(error)})", "controleer de map") from None
    if not found:
        raise _unreadable(folder, None, "in deze map staat geen tekst", "zet er een .txt of .md in of geef een andere map op")
    return found


def is_seed(path: Path) -> bool:
    """Whether a file's name is that of a document."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.name.lower() not in _NOT_A_DOCUMENT


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
    data, text = read_text(path)
    if not text.strip():
        what = "het bestand is leeg" if not data else "het bestand bevat alleen witruimte"
        raise _unreadable(path, None, what, "zet er de tekst van een document in of verwijder het bestand")
    return Source(path.as_posix(), path.name, text, hashlib.sha256(data).hexdigest(), data)


def read_text(path: Path) -> tuple[bytes, str]:
    """The bytes of a file and its text, without byte-order mark; raises `UnreadableError` where it is no text in UTF-8."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        name = Path(os.fsencode(path).decode(errors="replace"))
        raise _unreadable(name, None, "de naam van dit bestand is geen UTF-8", "geef het bestand een andere naam") from None
    data = _bytes(path)
    return data, _decode(path, data)


def _bytes(path: Path) -> bytes:
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise _unreadable(
                path, None, "dit is een map en geen bestand", "geef een bestand op, of geef de map een naam zonder .txt of .md"
            )
        if not stat.S_ISREG(facts.st_mode):
            raise _unreadable(path, None, "dit is geen gewoon bestand", "zet er een gewoon tekstbestand voor in de plaats")
        if facts.st_size > LARGEST:
            remedy = "controleer of dit een tekst is en splits hem zo nodig"
            raise _unreadable(path, None, f"het bestand is groter dan {LARGEST // 1024**2} MB", remedy)
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


def _decode(path: Path, data: bytes) -> str:
    kind = next((name for mark, name in _FORMATS if data.startswith(mark)), "")
    if not kind and (data.startswith(_UTF16) or _looks_like_utf16(data)):
        raise _unreadable(path, 1, "de tekst staat in UTF-16", "sla het bestand op als UTF-8")
    if kind or _is_binary(data):
        raise _unreadable(path, None, f"dit is geen tekst maar {kind or 'een binair bestand'}", "haal eerst de tekst eruit")
    null = data.find(b"\0")
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
    half = len(head) // 2
    return half > 1 and max(head[::2].count(0), head[1::2].count(0)) > _MOSTLY * half


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    controls = sum(byte in _CONTROLS for byte in head)
    return controls > _FEW and controls * 100 > _WRONG * len(head)


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _unreadable(path: Path, line: int | None, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(path.as_posix(), line, message, remedy, Severity.FATAL))
