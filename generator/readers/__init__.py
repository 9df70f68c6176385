"""Readers open a seed as a transcript and read that as a document; the first in `READERS` that recognises a seed takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.language.detection import language_of
from generator.language.edtf import is_date
from generator.language.slugs import refused_by_windows, slug
from generator.model import Document, Format, Metadata, Problem, Provenance, Seed, Severity, Transcript, UnreadableError, Watch, unwatched
from generator.readers.marked import formats, structure
from generator.readers.marked.markdown import reader as markdown
from generator.readers.pieces.assemble import Parts
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.printed.pdf import reader as pdf
from generator.readers.printed.text import reader as text
from generator.words import say


@dataclass(frozen=True, slots=True)
class Reader:
    """One way in: the suffixes its files have, whether it recognises a seed, how it opens it, and how it reads what it opened.

    `opened` raises `UnreadableError` for a seed that is not what it seemed.
    """

    format: Format
    suffixes: tuple[str, ...]
    recognises: Callable[[Seed], bool]
    opened: Callable[[Seed], Transcript]
    read: Callable[[Transcript, Lexicon], Parts]


_FACTS: Final = frozenset({"number", "celex", "date", "institution", "language"})
"""What a file may state about itself and a description may leave out."""

_SOURCE: Final[Provenance] = "source"

# In order: what a file's first bytes tell comes before what its text tells; plain text comes last because it takes anything.
READERS: Final = (
    Reader("pdf", (".pdf",), pdf.recognises, pdf.opened, pdf.read),
    Reader("docx", (".docx", ".zip"), formats.recognises_zip, formats.opened_zip, structure.read),
    Reader("odt", (".odt",), formats.recognises_zip, formats.opened_zip, structure.read),
    Reader("html", (".html", ".htm", ".xhtml"), formats.recognises_html, formats.opened_html, structure.read),
    Reader("akn", (".akn", ".xml"), formats.recognises_xml, formats.opened_xml, structure.read),
    Reader("formex", (".xml",), formats.recognises_xml, formats.opened_xml, structure.read),
    Reader("markdown", (".md",), markdown.recognises, markdown.opened, markdown.read),
    Reader("text", (".txt",), text.recognises, text.opened, text.read),
)

SUFFIXES: Final = tuple(dict.fromkeys(suffix for reader in READERS for suffix in reader.suffixes))
"""The suffixes of files that are documents, in small letters."""


def opened(seed: Seed) -> Transcript:
    """The transcript of a seed; raises `UnreadableError` where it cannot be read."""
    transcript = next(reader for reader in READERS if reader.recognises(seed)).opened(seed)
    if not transcript.text.strip():
        remedy = say("readers.add_text_or_remove")
        raise UnreadableError(Problem(seed.path, None, say("readers.only_white_space"), remedy, Severity.FATAL))
    return transcript


def open_all(seeds: Iterable[Seed]) -> tuple[tuple[Transcript, ...], tuple[Problem, ...]]:
    """The transcripts of the seeds that can be opened, and a problem for every one that cannot."""
    transcripts, problems = [], []
    for seed in seeds:
        try:
            transcripts.append(opened(seed))
        except UnreadableError as error:
            problems.append(error.problem)
    return tuple(transcripts), tuple(problems)


def read(transcript: Transcript, lexicon: Lexicon | None = None) -> Document:
    """The document in a transcript; `lexicon` holds the words of the whole dossier, by default those of the transcript alone."""
    reader = next(reader for reader in READERS if reader.format == transcript.format)
    parts = reader.read(transcript, lexicon or Lexicon.of([transcript.text]))
    title = next((block.text for block in parts.blocks if block.type == "heading"), transcript.name)
    name = slug(transcript.name.rsplit(".", 1)[0]) or "document"
    name = f"document-{name}" if refused_by_windows(name) else name
    meta = stated(Metadata(name, title, short_title=title, language=language_of(transcript.text)), transcript)
    return Document(transcript, meta, parts.blocks, parts.notes, parts.furniture, (*transcript.defects, *parts.defects))


def stated(meta: Metadata, transcript: Transcript) -> Metadata:
    """The metadata of a document, facts that are missing in it taken from those its file states; their provenance is "source"."""
    known = {fact for fact, _ in meta.provenance}
    added = {
        fact: value
        for fact, value in transcript.facts
        if fact in _FACTS and fact not in known and (fact == "language" or not getattr(meta, fact)) and (fact != "date" or is_date(value))
    }
    provenance = tuple(sorted((*meta.provenance, *((fact, _SOURCE) for fact in added if fact != "language"))))
    return replace(meta, **added, provenance=provenance)  # type: ignore[arg-type] # all of these facts are texts


def read_all(transcripts: Iterable[Transcript], watch: Watch = unwatched) -> tuple[Document, ...]:
    """The documents of a dossier in the order of the transcripts, each read with a lexicon of all."""
    transcripts = tuple(transcripts)
    lexicon = Lexicon.of(transcript.text for transcript in transcripts)
    return tuple(read(transcript, lexicon) for transcript in watch("lezen", transcripts))
