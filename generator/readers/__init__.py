"""Readers turn a `Source` into a `Document`; the first in `READERS` that recognises a text reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from generator.language.detection import language_of
from generator.model import Document, Metadata, Source
from generator.progress import Watch, unwatched
from generator.readers.marked import markdown
from generator.readers.pieces.assemble import Parts
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.pieces.identify import slug
from generator.readers.printed import text


@dataclass(frozen=True, slots=True)
class Reader:
    """One way in: whether it recognises a text, and how it reads it."""

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Lexicon], Parts]


# In order: plain text comes last because it takes anything.
READERS: Final = (
    Reader("markdown", markdown.recognises, markdown.read),
    Reader("text", text.recognises, text.read),
)


def read(source: Source, lexicon: Lexicon | None = None) -> Document:
    """The document in a source; `lexicon` holds the words of the whole dossier, by default those of the source."""
    reader = next(reader for reader in READERS if reader.recognises(source))
    parts = reader.read(source, lexicon or Lexicon.of([source.text]))
    title = next((block.text for block in parts.blocks if block.type == "heading"), source.name)
    name = slug(source.name.rsplit(".", 1)[0]) or "document"
    meta = Metadata(name, title, short_title=title, language=language_of(source.text))
    return Document(source, meta, parts.blocks, parts.notes, parts.furniture, parts.defects)


def read_all(sources: Iterable[Source], watch: Watch = unwatched) -> tuple[Document, ...]:
    """The documents of a dossier, each read with the words of all."""
    sources = tuple(sources)
    lexicon = Lexicon.of(source.text for source in sources)
    return tuple(read(source, lexicon) for source in watch("lezen", sources))
