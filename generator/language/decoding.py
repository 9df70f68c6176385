"""From the bytes of a text to its characters; what cannot be decoded for certain is refused, by line."""

from __future__ import annotations

from typing import Final

from generator.model import Problem, Severity, UnreadableError

_FORMATS: Final = ((b"%PDF-", "een pdf"), (b"PK\3\4", "een zip-bestand of een docx"), (b"\xd0\xcf\x11\xe0", "een doc"), (b"{\\rtf", "rtf"))
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b")
_WRONG: Final = 3
"""Control characters in a hundred bytes: a text may hold a stray one, more make it a binary file."""

_FEW: Final = 4
"""Control characters that even a short text may hold: they are reported one by one."""

_MOSTLY: Final = 0.4
"""The share of NUL bytes at even or odd places from which a text is taken for UTF-16 (Latin letters have one each)."""


def decode(path: str, data: bytes) -> str:
    """The text in a file's bytes, without byte-order mark, line ends untouched; raises `UnreadableError` where it is no text in UTF-8."""
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


def _unreadable(path: str, line: int | None, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(path, line, message, remedy, Severity.FATAL))
