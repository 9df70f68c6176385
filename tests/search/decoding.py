"""Reads the files of the search index as the browser does."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model import Page
from generator.search.bundle import START
from generator.search.postings import Postings

Posted = tuple[int, int, tuple[int, ...]]
"""A record, its weight, and the places in it."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A form under a key: as spelled, how it belongs to the key, over how many words it reaches, and where it stands."""

    spelled: str
    relation: int
    span: int
    count: int
    posted: tuple[Posted, ...]


def numbers(content: bytes | bytearray) -> Iterator[int]:
    """The numbers in bytes."""
    value = shift = 0
    for byte in content:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def read(found: Postings) -> list[Posted]:
    """What was added to postings."""
    return posted(found.records, found.places)


def posted(records: bytes | bytearray, places: bytes | bytearray) -> list[Posted]:
    """What the two halves of postings say."""
    steps, gaps = numbers(records), numbers(places)
    record, found = -1, []
    for step in steps:
        record += step
        weight = next(steps)
        times = next(steps) if weight & 1 else 1
        here, before = [], 0
        for _ in range(times):
            before += next(gaps)
            here.append(before)
        found.append((record, weight >> 1, tuple(here)))
    return found


class Files:
    """The files of an index, unpacked: the start, and of each kind all files in order of their numbers."""

    def __init__(self, pages: Iterable[Page]) -> None:
        """Unpack them."""
        self.paths = [page.path for page in pages]
        self._content = {page.path: gzip.decompress(page.content) for page in pages if isinstance(page.content, bytes)}
        self.start: dict[str, Any] = json.loads(self._content[START])

    def raw(self, kind: str) -> list[bytes]:
        """The files of words (w), texts (t), spellings (s) or facts (f)."""
        found = [f"zoekindex/{self.start['folder']}/{kind}{number}.zoek" for number in range(len(self.paths))]
        return [self._content[path] for path in found if path in self._content]

    def of(self, kind: str) -> list[Any]:
        """The same, of those that hold only JSON."""
        return [json.loads(content) for content in self.raw(kind)]

    def shards(self) -> list[dict[str, tuple[list[Filed], list[list[Any]]]]]:
        """The shards of words: by key the forms, and the names."""
        return [_shard(content) for content in self.raw("w")]

    @property
    def words(self) -> dict[str, tuple[list[Filed], list[list[Any]]]]:
        """Those of all shards."""
        return {key: told for shard in self.shards() for key, told in shard.items()}


def _shard(content: bytes) -> dict[str, tuple[list[Filed], list[list[Any]]]]:
    head, _, body = content.partition(b"\n")
    made: dict[str, tuple[list[Filed], list[list[Any]]]] = {}
    at = 0
    for key, forms, *names in json.loads(head):
        filed = []
        for spelled, relation, span, count, records, places in forms:
            middle, end = at + records, at + records + places
            filed.append(Filed(spelled, relation, span, count, tuple(posted(body[at:middle], body[middle:end]))))
            at = end
        made[key] = filed, names[0] if names else []
    assert at == len(body)
    return made
