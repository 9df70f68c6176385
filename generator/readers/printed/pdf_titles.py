"""Which pieces of a PDF are headings: those set larger, bolder, in capitals or apart from the running text, and short."""

from __future__ import annotations

from collections import Counter
from typing import Final, TypeAlias

from generator.readers.printed.pdf_lines import Line
from generator.readers.printed.pdf_paragraphs import Chunk
from generator.readers.printed.shape import ends_sentence, starts_lower
from generator.readers.printed.titles import is_upper

Style: TypeAlias = tuple[float, bool, bool, bool]
"""Type size, bold, capitals, italic."""

_LARGER: Final = 1.08
_SMALLER: Final = 0.95
_MOST_ROWS: Final = 5
_MOST_LETTERS: Final = 320
_SHORT: Final = 120


class Titles:
    """Knows how headings are set in a document."""

    def __init__(self, chunks: tuple[Chunk, ...], size: float) -> None:
        self.size = size
        self.styles = sorted({_style(chunk) for chunk in chunks if self._stands_out(chunk)}, reverse=True)
        self.after = {id(chunk): after for chunk, after in zip(chunks, chunks[1:], strict=False)}
        text = Counter({True: 0, False: 0})
        for chunk in chunks:
            text[_style(chunk)[1]] += sum(len(line.text) for line in chunk.lines)
        self.bold_text = text[True] > text[False]
        self.known = any(self._stands_out(chunk) for chunk in chunks)

    def told(self, chunk: Chunk, text: str) -> bool | None:
        """Whether a chunk is a heading, None where type does not tell and its words have to."""
        if not self._stands_out(chunk):
            return False if self.known else None
        if not any(c.isalpha() for c in text) or starts_lower(text):
            return False
        return True

    def signs(self, chunk: Chunk) -> int:
        """The rank of a heading's style, 1 for the most striking."""
        return self.styles.index(_style(chunk)) + 1

    def _stands_out(self, chunk: Chunk) -> bool:
        size, bold, capitals, italic = _style(chunk)
        text = " ".join(line.text for line in chunk.lines)
        if len(chunk.lines) > _MOST_ROWS or len(text) > _MOST_LETTERS or chunk.region.startswith("table"):
            return False
        if size >= _LARGER * self.size:
            return not (ends_sentence(text) and len(text) > _SHORT)
        if size < _SMALLER * self.size:
            return False
        numbered = chunk.title is not None
        closed = ends_sentence(text) or text.rstrip().endswith((":", ";", ","))
        if bold and not getattr(self, "bold_text", False):
            return not closed or (numbered and len(text) <= _SHORT and not text.rstrip().endswith((":", ";", ",")))
        if chunk.mark and not numbered:
            return False
        if capitals and is_upper(text):
            return not closed
        return italic and not closed and len(text) <= _SHORT


def _style(chunk: Chunk) -> Style:
    line = max(chunk.lines, key=_length)
    bold = all(other.bold for other in chunk.lines)
    return round(line.size * 2) / 2, bold, all(is_upper(other.text) for other in chunk.lines), all(other.italic for other in chunk.lines)


def _length(line: Line) -> int:
    return len(line.text)
