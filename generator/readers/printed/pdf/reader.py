"""Reads a PDF with a text layer: drafts by the place and type of each run, then the assembly that plain text has too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final

from generator.language.detection import language_of
from generator.model import Furniture, OnPages, Span, Transcript
from generator.readers.pieces.articles import part_articles
from generator.readers.pieces.assemble import Parts, assemble
from generator.readers.pieces.compose import Spelling
from generator.readers.pieces.drafts import Aside, Draft, Marker, cut
from generator.readers.pieces.hyphens import HYPHENS, Lexicon, breaks_words
from generator.readers.pieces.outline import classify
from generator.readers.printed.pdf.captions import with_captions
from generator.readers.printed.pdf.cells import joined, table_draft
from generator.readers.printed.pdf.chunks import Chunk
from generator.readers.printed.pdf.lines import Line, flows, is_table, lines_of, place_of
from generator.readers.printed.pdf.notes import find_notes
from generator.readers.printed.pdf.open import SET_ASIDE, opened, recognises
from generator.readers.printed.pdf.paragraphs import chunks_of
from generator.readers.printed.pdf.titles import Titles, with_counted_titles

__all__ = ["opened", "read", "recognises"]


def read(source: Transcript, lexicon: Lexicon) -> Parts:
    """The parts of the document; together they hold every character of the transcript that is not white space."""
    lines = lines_of(source)
    text = [line for line in lines if line.element not in SET_ASIDE]
    size = usual_size(line for line in text if not is_table(line))
    found = find_notes(flows(text), source.text, size)
    chunks, again = joined(chunks_of(found.body))
    chunks = with_counted_titles(chunks)
    titles = Titles(chunks, size)
    drafted = (
        table_draft(chunk.lines, caption.lines if caption else ())
        if chunk.region == "table"
        else _draft(chunk, source.text, found.markers, titles)
        for chunk, caption in with_captions(chunks)
    )
    drafts = classify(part_articles(drafted, source.text))
    aside = Aside(found.notes, found.markers, tuple(_furniture(lines, again)))
    return assemble(source, drafts, aside, _spelling(found.body, source, lexicon))


_NO_SIZE: Final = 10.0
"""Points: the size of the text of a document without a row, on which nothing depends."""


def usual_size(lines: Iterable[Line]) -> float:
    """The type size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else _NO_SIZE


def _draft(chunk: Chunk, text: str, markers: tuple[Marker, ...], titles: Titles) -> Draft:
    first = chunk.lines[0]
    after = first.start + chunk.label_length
    rows = ((after, first.end), *(line.span for line in chunk.lines[1:]))
    plain = _without_markers(chunk, rows, text, markers)
    told = titles.told(chunk, plain.strip())
    return Draft(
        rows=tuple((row,) for row in rows if row[0] < row[1]),
        text=" ".join(plain.split()),
        place=place_of(chunk.lines),
        label=text[first.start : after],
        label_span=(first.start, after) if chunk.label_length else None,
        mark=None if told and chunk.title else chunk.mark,
        title=chunk.title,
        marked_title=told,
        emphasis=() if told else tuple(_stressed(chunk)),
        signs=titles.signs(chunk) if told else None,
    )


def _without_markers(chunk: Chunk, rows: tuple[Span, ...], text: str, markers: tuple[Marker, ...]) -> str:
    """The text of a chunk's rows without what calls for notes."""
    inside = [marker.span for marker in markers if chunk.lines[0].start <= marker.span[0] < chunk.lines[-1].end]
    return " ".join(" ".join(" ".join(text[a:b].split()) for a, b in cut(row, inside)) for row in rows)


def _stressed(chunk: Chunk) -> Iterator[Span]:
    """The ranges of a paragraph set bold or italic, if not all of it is."""
    runs = [run for line in chunk.lines for run in line.runs if run.start >= chunk.lines[0].start + chunk.label_length]
    if all(run.bold or run.italic for run in runs):
        return
    for stressed, group in groupby(runs, key=lambda run: run.bold or run.italic):
        if stressed:
            own = list(group)
            yield own[0].start, own[-1].end


def _furniture(lines: tuple[Line, ...], again: tuple[Line, ...]) -> Iterator[Furniture]:
    """What belongs to the page; `again` are the heads of tables that are repeated on it."""
    for line in lines:
        if line.element in SET_ASIDE:
            number = line.element in {"head", "foot"} and line.text.strip(" -–—").isdigit()
            yield Furniture(OnPages((line.place,)), line.text, "page-number" if number else SET_ASIDE[line.element], (line.span,))
    for line in again:
        yield Furniture(OnPages((line.place,)), line.text, "running-head", (line.span,))


def _spelling(body: Iterable[tuple[Line, ...]], source: Transcript, lexicon: Lexicon) -> Spelling:
    pairs = [pair for flow in body for pair in _broken_pairs(flow)]
    return Spelling(lexicon, soft=breaks_words(pairs, lexicon), language=language_of(source.text))


def _broken_pairs(lines: tuple[Line, ...]) -> Iterator[tuple[str, str]]:
    """The last word of a row that ends in a hyphen, and the first word of the next."""
    for before, after in pairwise(lines):
        left, right = before.text.split(), after.text.split()
        if left and right and len(left[-1]) > 1 and left[-1][-1] in HYPHENS:
            yield left[-1], right[0]
