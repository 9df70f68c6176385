"""Captions of a PDF's tables: "Tabel 2 – Uitgaven" right above a table, or right below one that has none above, belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.readers.pieces.titles import captions_table
from generator.readers.printed.pdf.chunks import Chunk


def with_captions(chunks: tuple[Chunk, ...]) -> Iterator[tuple[Chunk, Chunk | None]]:
    """Each chunk with its caption; captions of tables do not come by themselves."""
    owners = dict(_owned(chunks))
    captions = {owner: place for place, owner in owners.items()}
    for place, chunk in enumerate(chunks):
        if place not in owners:
            yield chunk, chunks[captions[place]] if place in captions else None


def _owned(chunks: tuple[Chunk, ...]) -> Iterator[tuple[int, int]]:
    """The places of captions with those of their tables."""
    taken: set[int] = set()
    for place, chunk in enumerate(chunks):
        if chunk.region == "table" or not captions_table(" ".join(line.text for line in chunk.lines)):
            continue
        for beside in (place + 1, place - 1):
            if _is_table_on_page(chunks, beside, chunk.lines[0].page) and beside not in taken:
                taken.add(beside)
                yield place, beside
                break


def _is_table_on_page(chunks: tuple[Chunk, ...], place: int, page: int) -> bool:
    if not 0 <= place < len(chunks) or chunks[place].region != "table":
        return False
    return any(line.page == page for line in chunks[place].lines)
