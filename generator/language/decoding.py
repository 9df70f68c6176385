"""From the bytes of a text to its characters; what cannot be decoded for certain is refused, by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from charset_normalizer import from_bytes

from generator.model import Defect, Lines, Problem, Severity, UnreadableError

_FORMATS: Final = ((b"%PDF-", "een pdf"), (b"PK\3\4", "een zip-bestand of een docx"), (b"\xd0\xcf\x11\xe0", "een doc"), (b"{\\rtf", "rtf"))
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
"""How pictures start: PNG, JPEG, GIF and TIFF. A scan is one."""

_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b")
_WRONG: Final = 3
"""Control characters in a hundred bytes: a text may hold a stray one, more make it a binary file."""

_FEW: Final = 4
"""Control characters that even a short text may hold: they are reported one by one."""

_MOSTLY: Final = 0.4
"""The share of NUL bytes at even or odd places from which a text is taken for UTF-16 (Latin letters have one each)."""


_START: Final = 400
"""Bytes at the start of a text by which UTF-16 is known: two hundred characters, most of them Latin letters in any European language."""

_HEAD: Final = 8192
"""Bytes at the start of a file by which one that is no text is known; a picture or a program has its control characters from the first."""

_SAMPLE: Final = 50_000
"""Bytes. The encoding of a text shows well before its end; a longer sample costs seconds."""

_ACCENTED: Final = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœß"
_FOREIGN_LETTER: Final = re.compile(rf"[^\W\d_{_ACCENTED}{_ACCENTED.upper()}a-zA-Z]")
"""A letter that no language written in Windows-1252 in the institutions has (Interinstitutional Style Guide, 7.2.1)."""

_OUT_OF_PLACE: Final = re.compile(
    rf"(?<=[^\W\d_])[^\w\s'’·/.,:;@&+()\[\]\u00ad-](?=[^\W\d_])"
    rf"|(?<=[a-z{_ACCENTED}])[{_ACCENTED.upper()}]"
    rf"|(?<!\w)(?![àÀ](?!\w))[{_ACCENTED}{_ACCENTED.upper()}]+(?!\w)"
    r"|[‚ƒˆ‰‹›¤¦¨¬¯´¸¹\x80-\x9f]"
)
"""A sign inside a word, a capital after a small letter, a word of accented letters alone, or a sign that other encodings have letters for."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding it was found in where that is not UTF-8."""

    text: str
    encoding: str = ""

    @property
    def defects(self) -> tuple[Defect, ...]:
        """What was wrong with the bytes."""
        return (Defect(Lines(1, 1), self.encoding, "encoding", "UTF-8"),) if self.encoding else ()


def decoded(path: str, data: bytes) -> Decoded:
    """The text of a document, in UTF-8, or in UTF-16 or Windows-1252 where that is certain; raises `UnreadableError` where nothing is."""
    if not any(data.startswith(mark) for mark, _ in _FORMATS) and not data.startswith(_PICTURES):
        for name, text in (("UTF-16", _utf16(data)), ("Windows-1252", _windows(data))):
            if text is not None:
                return Decoded(text, name)
    return Decoded(decode(path, data))


def _utf16(data: bytes) -> str | None:
    """The text of bytes in UTF-16, with or without its mark; None where they are not, or hold control characters."""
    if data.startswith(_UTF16):
        encoding = "utf-16"
    elif _looks_like_utf16(data):
        encoding = "utf-16-le" if data[1:_START:2].count(0) > data[:_START:2].count(0) else "utf-16-be"
    else:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_binary(text.encode()) or "\0" in text else text


def _windows(data: bytes) -> str | None:
    """The text of bytes in Windows-1252; None where they are UTF-8, in part or as a whole, or may be in another encoding.

    Two witnesses have to agree: no character is out of place in the languages that are written in it, and among the readings that
    charset-normalizer finds least disturbed is this one.
    """
    if data.isascii() or data.startswith(b"\xef\xbb\xbf") or _is_binary(data) or b"\0" in data or _holds_utf8(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if _looks_western(text) and _is_least_disturbed(data[:_SAMPLE]) else None


def _holds_utf8(data: bytes) -> bool:
    """Whether some bytes are a character of UTF-8 outside ASCII."""
    return not data.decode("utf-8", errors="ignore").isascii()


def _looks_western(text: str) -> bool:
    """Whether a text has accented letters, and no character that is out of place beside them."""
    odd = _FOREIGN_LETTER.search(text) or _OUT_OF_PLACE.search(text)
    return not odd and re.search(f"[{_ACCENTED}]", text, re.IGNORECASE) is not None


def _is_least_disturbed(sample: bytes) -> bool:
    """Whether Windows-1252 is among the readings in which charset-normalizer finds the least chaos."""
    readings = list(from_bytes(sample))
    least = min((reading.chaos for reading in readings), default=0.0)
    text = sample.decode("cp1252", errors="replace")
    return any(reading.chaos == least and str(reading) == text for reading in readings)


_RECOGNISE: Final = "maak er eerst tekst van met een programma voor tekstherkenning, zoals OCRmyPDF, Adobe Acrobat of ABBYY FineReader"


def decode(path: str, data: bytes) -> str:
    """The text in a file's bytes, without byte-order mark, line ends untouched; raises `UnreadableError` where it is no text in UTF-8."""
    if data.startswith(_PICTURES):
        raise _unreadable(path, None, "dit is geen tekst maar een beeld", _RECOGNISE)
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
    head = data[:_START]
    half = len(head) // 2
    return half > 1 and max(head[::2].count(0), head[1::2].count(0)) > _MOSTLY * half


def _is_binary(data: bytes) -> bool:
    head = data[:_HEAD]
    controls = sum(byte in _CONTROLS for byte in head)
    return controls > _FEW and controls * 100 > _WRONG * len(head)


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _unreadable(path: str, line: int | None, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(path, line, message, remedy, Severity.FATAL))
