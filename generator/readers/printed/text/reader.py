"""Reads plain text, such as PDF extractions leave: lines, rows, footnotes, chunks, blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.language.decoding import decoded
from generator.language.detection import language_of
from generator.model import Defect, Furniture, Lines, Seed, Span, Transcript
from generator.readers.pieces.articles import part_articles
from generator.readers.pieces.assemble import Parts, assemble
from generator.readers.pieces.compose import Spelling
from generator.readers.pieces.drafts import Aside, Draft
from generator.readers.pieces.hyphens import HYPHENS, Lexicon, breaks_words
from generator.readers.pieces.lines import content_lines
from generator.readers.pieces.outline import classify
from generator.readers.pieces.shape import detect
from generator.readers.printed.edges.page_edges import find_furniture
from generator.readers.printed.text.arrange import arranged, led_home
from generator.readers.printed.text.change_notes import find_change_notes
from generator.readers.printed.text.footnotes import read_notes
from generator.readers.printed.text.layout import lay_out
from generator.readers.printed.text.markers import find_markers
from generator.readers.printed.text.one_line import is_on_one_line
from generator.readers.printed.text.plain import plain_texts
from generator.readers.printed.text.rows import Layout, Row
from generator.readers.printed.text.segment import Chunk, segment
from generator.readers.printed.text.text_tables import find_tables, table_draft

_NEARLY_ALL: Final = 0.8
"""A habit shows in this part of the rows: those that end in a hyphen or a note's marker do not follow it."""


_EXCERPT: Final = 40
"""So many characters of a text are enough to know it by."""


def recognises(_seed: Seed) -> bool:
    """Any text can be read as plain text."""
    return True


def opened(seed: Seed) -> Transcript:
    """The text of a seed, of whose runs nothing is known; raises `UnreadableError` where it is no text."""
    found = decoded(seed.path, seed.raw)
    return Transcript(seed, found.text, "text", defects=found.defects)


def read(source: Transcript, lexicon: Lexicon) -> Parts:
    """The parts of the document; together they hold every character of the seed that is not white space."""
    view = arranged(source.text)
    parts = led_home(_read(replace(source, text=view.text), lexicon), view, source.text)
    if view.is_whole or not is_on_one_line(source.text):
        return parts
    return replace(parts, defects=(Defect(Lines(1, 1), source.text.strip()[:_EXCERPT], "one-line", None), *parts.defects))


def _read(source: Transcript, lexicon: Lexicon) -> Parts:
    """The parts of a text whose rows stand in order."""
    lines = content_lines(source.text)
    changes = find_change_notes(lines, source.text)
    lines = tuple(line for line in lines if line.number not in changes.lines)
    shape = detect(lines)
    furniture = find_furniture(lines, shape)
    layout = lay_out(lines, shape, furniture)
    notes, strays = read_notes(layout.notes, anew=layout.anew)
    layout = changes.cut_out(_with_strays(layout, strays), source.text)
    changes = changes.numbered_after(max((note.number for note in notes), default=0))
    markers = (*find_markers(layout.body, notes, source.text, anew=layout.anew), *changes.markers)
    plain = plain_texts(layout.body, markers, source.text)
    chunks = segment(layout.body, plain, shape)
    drafts = classify(part_articles(_drafts(chunks, layout.body, plain), source.text))
    aside = Aside((*(note.draft for note in notes), *changes.notes), markers, (*_furniture(layout), *changes.furniture))
    return assemble(source, drafts, aside, _spelling(layout, source, lexicon))


def _with_strays(layout: Layout, strays: tuple[Row, ...]) -> Layout:
    """Rows at the foot of a page that turned out to be no notes go back to the running text."""
    if not strays:
        return layout
    return replace(layout, body=tuple(sorted([*layout.body, *strays], key=lambda row: row.first)))


def _drafts(chunks: tuple[Chunk, ...], rows: tuple[Row, ...], plain: tuple[str, ...]) -> Iterator[Draft]:
    """A draft for each chunk, and one for all rows of a table."""
    tables = {table.first: table for table in find_tables(rows)}
    after = 0
    for chunk in chunks:
        if chunk.first in tables:
            after = tables[chunk.first].after
            yield table_draft(tables[chunk.first], rows)
        elif chunk.first >= after:
            yield _draft(chunk, rows, plain)


def _draft(chunk: Chunk, rows: tuple[Row, ...], plain: tuple[str, ...]) -> Draft:
    own = rows[chunk.first : chunk.after]
    text = _running(plain[chunk.first : chunk.after])
    parts = [row.parts for row in own]
    label, length = _label(chunk, own[0])
    span: Span | None = None
    if label:
        start = parts[0][0][0]
        span = (start, start + len(label))
        first = ((span[1], parts[0][0][1]), *parts[0][1:])
        parts[0] = first if first[0][0] < first[0][1] else first[1:]
    return Draft(
        rows=tuple(parts),
        text=text[length:].strip(),
        place=Lines(own[0].lines[0], own[-1].lines[1]),
        label=label,
        label_span=span,
        mark=chunk.mark,
        title=chunk.title,
        indent=own[0].indent,
        marked_title=False if chunk.table else None,
    )


def _running(texts: tuple[str, ...]) -> str:
    """The rows on one line, in a form that is good enough to classify them; the exact text is composed later."""
    return " ".join(texts)


def _label(chunk: Chunk, row: Row) -> tuple[str, int]:
    """What a chunk is numbered with and how much of its first row that takes; nothing where a note's marker stands before it."""
    if not row.text.startswith(_printed(chunk)):
        return "", 0
    if chunk.mark and chunk.mark.label:
        return chunk.mark.label, chunk.mark.length
    if chunk.title:
        return chunk.title.label, chunk.title.length
    return "", 0


def _printed(chunk: Chunk) -> str:
    return (chunk.mark and chunk.mark.label) or (chunk.title.label if chunk.title else "")


def _furniture(layout: Layout) -> Iterator[Furniture]:
    for line, kind in layout.furniture:
        yield Furniture(Lines(line.number, line.number), line.content, kind, (line.span,))


def _spelling(layout: Layout, source: Transcript, lexicon: Lexicon) -> Spelling:
    pairs = [*_broken_pairs(layout.body, source.text), *_broken_pairs(layout.notes, source.text)]
    soft, blanks = breaks_words(pairs, lexicon), _keeps_blanks(layout.body)
    return Spelling(lexicon, soft=soft, blanks=blanks, language=language_of(source.text))


def _keeps_blanks(rows: tuple[Row, ...]) -> bool:
    """Whether rows end in the blank at which they were broken, and only those, as some extractions have it."""
    broken = [row.tail > 0 for row in rows if row.text[-1:] in HYPHENS]
    return not all(broken) and sum(row.tail > 0 for row in rows) >= _NEARLY_ALL * len(rows)


def _broken_pairs(rows: tuple[Row, ...], text: str) -> Iterator[tuple[str, str]]:
    """The last word of a row that ends in a hyphen, and the first word of the next."""
    for before, after in pairwise(rows):
        left, right = text[slice(*before.parts[-1])].split(), text[slice(*after.parts[0])].split()
        if left and right and len(left[-1]) > 1 and left[-1][-1] in HYPHENS:
            yield left[-1], right[0]
