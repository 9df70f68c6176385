"""Puts what Pagefind leaves to chance into an order of its own, so that the same records give the same bytes.

Pagefind writes the values of a filter in the order of a hash map, which differs from run to run; names and references
follow, because each file is named after a hash of its content. The files are gzipped CBOR behind a mark. What is sorted
here are the values inside each filter and the filters in the list of files; no search result depends on either.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable
from typing import Any, Final

import cbor2

_MARK: Final = b"pagefind_dcd"
_FILTER: Final = ".pf_filter"
_META: Final = ".pf_meta"
_PACKED: Final = (".pf_fragment", ".pf_index")
"""Files that are taken over as they are, if they are whole."""

_ENTRY: Final = "pagefind-entry.json"
_FILTERS_AT: Final = 3
"""Where the list of filters stands in the list of files (Pagefind 1.5)."""


class UnknownIndexError(Exception):
    """Pagefind wrote something other than this module knows: its version is not the locked one, or the disk was full."""


def in_order(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, bytes], ...]:
    """The files of a bundle (path, content) with the same meaning, and bytes that depend on the records alone."""
    settled: dict[str, bytes] = {}
    renamed: dict[str, str] = {}
    rest = dict(files)
    for path, content in rest.items():
        if path.endswith(_PACKED):
            _unpacked(content)
    for path in [path for path in rest if path.endswith(_FILTER)]:
        name, values = _data(rest.pop(path))
        content = cbor2.dumps([name, sorted(values)])
        renamed[_name(path)] = f"{_language(path)}_{_hash(content)[:7]}"
        settled[f"{path.rpartition('/')[0]}/{renamed[_name(path)]}{_FILTER}"] = _packed(content)
    for path in [path for path in rest if path.endswith(_META)]:
        content = cbor2.dumps(_sorted_meta(_data(rest.pop(path)), renamed))
        name = f"{_language(path)}_{_hash(content)[:10]}"
        rest[_ENTRY] = _pointed(rest.get(_ENTRY, b""), _name(path).removeprefix("pagefind."), name)
        settled[f"pagefind.{name}{_META}"] = _packed(content)
    return tuple(sorted((settled | rest).items()))


def _sorted_meta(meta: list[Any], renamed: dict[str, str]) -> list[Any]:
    try:
        filters = sorted([name, renamed[file]] for name, file in meta[_FILTERS_AT])
    except (IndexError, KeyError, TypeError, ValueError) as error:
        message = "de lijst van filters van Pagefind heeft een onbekende vorm"
        raise UnknownIndexError(message) from error
    return [*meta[:_FILTERS_AT], filters, *meta[_FILTERS_AT + 1 :]]


def _pointed(entry: bytes, old: str, new: str) -> bytes:
    """The entry file, led to a list of files by its new name."""
    try:
        data = json.loads(entry)
        for language in data["languages"].values():
            if language["hash"] == old:
                language["hash"] = new
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = "het bestand waarin Pagefind zijn index noemt, heeft een onbekende vorm of is niet heel"
        raise UnknownIndexError(message) from error
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _unpacked(content: bytes) -> bytes:
    try:
        # An empty file is one that gzip takes for the end of another.
        return gzip.decompress(content or b"\0")
    except (OSError, EOFError, zlib.error) as error:
        message = "een bestand van Pagefind heeft een onbekende vorm of is niet heel"
        raise UnknownIndexError(message) from error


def _data(content: bytes) -> list[Any]:
    try:
        data: list[Any] = cbor2.loads(_unpacked(content).removeprefix(_MARK))
    except cbor2.CBORDecodeError as error:
        message = "een bestand van Pagefind heeft een onbekende vorm"
        raise UnknownIndexError(message) from error
    return data


def _packed(content: bytes) -> bytes:
    return gzip.compress(_MARK + content, compresslevel=9, mtime=0)


def _name(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _language(path: str) -> str:
    return _name(path).removeprefix("pagefind.").partition("_")[0]


def _hash(content: bytes) -> str:
    """Names files as Pagefind does; nothing rests on its safety."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()
