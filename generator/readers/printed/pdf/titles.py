"""Which pieces of a PDF are headings: those set larger, bolder, in capitals or slanted, and short."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from generator.readers.pieces.enumeration import counts_in_roman, find_heading_mark
from generator.readers.pieces.numbered_titles import is_numbered_title
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.pieces.titles import is_caption, is_contents_line, is_upper
from generator.readers.printed.pdf.chunks import Chunk
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.whites import set_apart

_LARGER: Final = 1.08
"""A heading's type is at least so large beside the text's where size alone tells: 12 on 11 points is the least in use."""

_SMALLER: Final = 0.95
"""The size of a heading beside the text's at least: those of lower rank may be set in small type, notes and captions are set smaller
still."""

_MOST_ROWS: Final = 5
"""Rows that a heading takes at most: the title of a document in large type on its cover page."""

_MOST_LETTERS: Final = 320
"""Characters of the longest heading: the title of a document in five rows of large type. The longest heading of our documents has 170."""

_SHORT: Final = 120
"""Characters of a heading that only its look or the white around it tells: a row and a half of a page, where a sentence is not yet
certain to have ended. The PDFs of the tests read alike with half of it and with twice as much."""

_LONG: Final = 220
"""Letters. A title that fills more rows than most is no longer than this: its column is narrow."""

_PROSE: Final = 3
"""Rows from which a piece that does not stand out is running text."""


@dataclass(frozen=True, slots=True, order=True)
class _Style:
    """The type of a whole piece, in order of how much it stands out."""

    size: float
    bold: bool
    capitals: bool
    italic: bool


class Titles:
    """The styles of headings in a document; `size` is the type size of its text, in points."""

    def __init__(self, chunks: tuple[Chunk, ...], size: float) -> None:
        """See which styles stand out."""
        self.size = size
        letters: Counter[bool] = Counter()
        for chunk in chunks:
            letters[_style(chunk).bold] += len(_text(chunk))
        self.bold_tells = letters[True] <= letters[False]
        self.apart = set_apart(chunks, size)
        self.styles = sorted({_style(chunk) for chunk in chunks if self._stands_out(chunk)}, reverse=True)
        self.tagged = any(chunk.lines[0].heading and chunk.lines[0].part for chunk in chunks)
        self.named = all(chunk.lines[0].heading for chunk in chunks if self._stands_out(chunk))
        self.inside = any(self._stands_out(chunk) for chunk in _behind_prose(chunks))

    def told(self, chunk: Chunk, text: str) -> bool | None:
        """Whether a chunk is a heading; None where nothing but white or a colon sets it apart, so that words have to tell."""
        if is_caption(text) or is_contents_line(text):
            return False
        if is_numbered_title(text) or chunk.lines[0].heading:
            return True
        return self._told_by_look(chunk, text)

    def _told_by_look(self, chunk: Chunk, text: str) -> bool | None:
        """The same, by type and white alone."""
        stands_out = self._stands_out(chunk)
        if not stands_out and self.tagged and chunk.lines[0].part:  # neither look nor tags make it one
            return False
        if not self.inside:  # what stands out is the title of the whole: it says nothing about the headings below it
            return stands_out or None
        if self._may_be_title(chunk, text, stands_out=stands_out):
            return None
        return stands_out and any(map(str.isalpha, text)) and not starts_lower(text)

    def _may_be_title(self, chunk: Chunk, text: str, *, stands_out: bool) -> bool:
        """Whether words have to tell: type sets a lead-in off, or white alone a short piece."""
        return (text.endswith(":") and self._is_stressed(chunk)) or (not stands_out and id(chunk) in self.apart)

    def _is_stressed(self, chunk: Chunk) -> bool:
        """Whether weight or slant sets a whole piece off from the text."""
        style = _style(chunk)
        return (style.bold and self.bold_tells) or style.italic

    def signs(self, chunk: Chunk) -> int | None:
        """The rank of a heading's style, 1 for the most striking; None for a heading that only its words made one."""
        if self.named:
            return chunk.lines[0].heading or None
        style = _style(chunk)
        return self.styles.index(style) + 1 if style in self.styles else None

    def _stands_out(self, chunk: Chunk) -> bool:
        style, text = _style(chunk), _text(chunk).rstrip()
        if _is_long(chunk, text) or style.size < _SMALLER * self.size:
            return False
        if style.size >= _LARGER * self.size:
            return not _is_closed(text) or len(text) <= _SHORT
        if style.bold and self.bold_tells:
            return not _is_closed(text) or _is_numbered(chunk, text)
        return _is_open(chunk, text) and self._is_marked_off(chunk, style, text)

    def _is_marked_off(self, chunk: Chunk, style: _Style, text: str) -> bool:
        """Whether capitals set a piece apart from text of its size and weight, or slant one that is short or that white sets apart."""
        return (style.capitals and is_upper(text)) or (style.italic and (len(text) <= _SHORT or id(chunk) in self.apart))


def with_counted_titles(chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The chunks; Roman digits without a stop before titles are their numbers where they count up: I, II, III."""
    if not counts_in_roman(_text(chunk) for chunk in chunks if chunk.mark is None):
        return chunks
    return tuple(_counted(chunk) for chunk in chunks)


def _counted(chunk: Chunk) -> Chunk:
    title = find_heading_mark(chunk.lines[0].text, proven=True) if chunk.mark is None and chunk.title is None else None
    return replace(chunk, title=title, label_length=len(title.label)) if title else chunk


def _behind_prose(chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The chunks behind the first paragraph of running text, short ones before it being the head of the document."""
    first = next((place for place, chunk in enumerate(chunks) if len(chunk.lines) >= _PROSE and chunk.region != "table"), 0)
    return chunks[first:]


def _style(chunk: Chunk) -> _Style:
    line = max(chunk.lines, key=_length)
    return _Style(
        round(line.size * 2) / 2,
        all(other.bold for other in chunk.lines),
        all(is_upper(other.text) or other.capitals for other in chunk.lines),
        all(other.italic for other in chunk.lines),
    )


def _is_long(chunk: Chunk, text: str) -> bool:
    """Whether a piece is too long for a title, or fills more rows than one does that is not in a narrow column."""
    return len(text) > _MOST_LETTERS or (len(chunk.lines) > _MOST_ROWS and len(text) > _LONG)


def _is_numbered(chunk: Chunk, text: str) -> bool:
    """Whether a short piece has a heading's number, and leads in nothing."""
    return chunk.title is not None and len(text) <= _SHORT and not _leads_in(text)


def _leads_in(text: str) -> bool:
    return text.endswith((":", ";", ","))


def _is_closed(text: str) -> bool:
    """Whether a text ends as sentences do, or leads in what follows."""
    return _leads_in(text) or ends_sentence(text)


def _is_open(chunk: Chunk, text: str) -> bool:
    """Whether a piece ends as no sentence does, and is no item."""
    return not _is_closed(text) and (chunk.mark is None or chunk.title is not None)


def _text(chunk: Chunk) -> str:
    return " ".join(line.text for line in chunk.lines)


def _length(line: Line) -> int:
    return len(line.text)
