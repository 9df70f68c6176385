"""The search index: a Pagefind bundle with a record for each paragraph, so that a search opens at the words."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pagefind.index import IndexConfig, PagefindIndex

from generator.index import Entry, Site
from generator.model import Page

FOLDER: Final = "zoekindex"
_INTERFACE: Final = ("pagefind-", "wasm.unknown")
"""Pagefind's ready-made interfaces and the word splitter for other languages; the site has its own search field."""

_OWN: Final = ("pagefind-entry.json", "pagefind-worker.js")


@dataclass(frozen=True, slots=True)
class Record:
    """Something that a search can find: its URL with fragment, its words, where it belongs."""

    url: str
    content: str
    title: str
    document: str
    year: str
    kind: str


def records(site: Site) -> Iterator[Record]:
    """A record for each document's title, each paragraph, item, quotation and footnote, in reading order."""
    for entry in site.entries:
        facts = entry.document.meta
        yield _record(entry, entry.url, facts.title, "", "document")
        for chapter in entry.chapters:
            heading = chapter.title
            for block in chapter.blocks:
                if block.type == "heading":
                    heading = f"{block.label} {block.text}".strip()
                    yield _record(entry, entry.block_urls[block.id], heading, heading, "kop")
                else:
                    yield _record(entry, entry.block_urls[block.id], block.text, heading, "alinea")
            for note in chapter.notes:
                if note.text:
                    yield _record(entry, entry.note_urls[note.number], note.text, f"Voetnoot {note.number}", "voetnoot")


def _record(entry: Entry, url: str, content: str, title: str, kind: str) -> Record:
    facts = entry.document.meta
    return Record(url, content, title or facts.short_title, facts.short_title, (facts.date or "onbekend")[:4], kind)


def bundle(site: Site) -> tuple[Page, ...]:
    """The files of the index below zoekindex/; the same site gives the same bytes."""
    logging.getLogger("pagefind").setLevel(logging.ERROR)
    files = asyncio.run(_bundle(records(site)))
    return tuple(Page(f"{FOLDER}/{name}", content) for name, content in sorted(files.items()) if _wanted(name))


def _wanted(name: str) -> bool:
    return name in _OWN or not name.startswith(_INTERFACE)


async def _bundle(found: Iterable[Record]) -> dict[str, bytes]:
    async with PagefindIndex(config=IndexConfig(force_language="nl", keep_index_url=True)) as index:
        for record in found:
            await index.add_custom_record(
                url=record.url,
                content=record.content,
                language="nl",
                meta={"title": record.title, "document": record.document, "soort": record.kind},
                filters={"document": [record.document], "jaar": [record.year], "soort": [record.kind]},
            )
        with tempfile.TemporaryDirectory() as folder:
            await index.write_files(output_path=folder)
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}
