"""Zip files from anyone: read in memory, one member at a time; one that climbs out of its folder, bursts or is locked is refused."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from generator.words import say

LARGEST: Final = 100 * 1024 * 1024
"""Bytes that all members may unfold to: five times what a seed may weigh, and far more than any text."""

_RATIO: Final = 200
"""Times that a member may be larger than it is packed; XML packs to a twentieth at best."""

_SMALL: Final = 1024 * 1024
"""Bytes below which a member may be packed as tightly as it likes: an empty page of a word processor is mostly blanks."""

_MOST: Final = 5000
"""Members; the act with the most annexes has some hundreds."""

_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, struct.error)
"""What `zipfile` raises for bytes that are no zip file: its table may point before the file's start, or name a method that nobody knows."""

_CLIMBS: Final = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:")
_LOCKED: Final = 0x1
"""The bit of a member's flags that says it is encrypted (APPNOTE of the ZIP format, 4.4.4, bit 0)."""


class BadArchiveError(ValueError):
    """A zip file that is damaged or not safe to read; says what is wrong, in words for its author."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The members of a zip file: their names in order, and their bytes on demand."""

    file: zipfile.ZipFile
    names: tuple[str, ...]

    def read(self, name: str) -> bytes:
        """The bytes of a member; raises `BadArchiveError` where they are damaged."""
        try:
            with self.file.open(name) as member:
                data = member.read(LARGEST + 1)
        except _DAMAGE:
            message = say("marked_archive.part_damaged", part=name)
            raise BadArchiveError(message) from None
        if len(data) > LARGEST:
            message = say("marked_archive.part_unpacked_too_large", part=name)
            raise BadArchiveError(message)
        return data


def opened(raw: bytes) -> Archive:
    """The archive in the bytes of a file; raises `BadArchiveError`."""
    try:
        file = zipfile.ZipFile(io.BytesIO(raw))
    except _DAMAGE:
        message = say("marked_archive.zip_damaged")
        raise BadArchiveError(message) from None
    members = [info for info in file.infolist() if not info.is_dir()]
    wrong = _wrong(members)
    if wrong:
        raise BadArchiveError(wrong)
    return Archive(file, tuple(info.filename for info in members))


def _wrong(members: list[zipfile.ZipInfo]) -> str:
    if len(members) > _MOST:
        return say("marked_archive.too_many_files", most=_MOST)
    climbing = next((info.filename for info in members if _CLIMBS.search(info.filename)), None)
    if climbing is not None:
        return say("marked_archive.part_outside_file", climbing=repr(climbing))
    if any(info.flag_bits & _LOCKED for info in members):
        return say("marked_archive.password_protected")
    bursting = any(info.file_size > _SMALL and info.file_size > _RATIO * max(1, info.compress_size) for info in members)
    if bursting or sum(info.file_size for info in members) > LARGEST:
        return say("marked_archive.unpacked_too_large")
    return ""
