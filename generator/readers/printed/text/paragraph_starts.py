"""Whether a new sentence at the start of a row of a text starts a paragraph as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.ordinals import rank
from generator.readers.pieces.shape import ends_sentence
from generator.readers.printed.text.chunks import TITLE_ROWS, Chunk, Open
from generator.readers.printed.text.reading import LOWEST_TAIL, SURE_OF_ODD_BREAK, Reading
from generator.readers.printed.text.title_rows import TitleRows

_QUOTE_ROWS: Final = 16
"""A quotation that was opened on one of so many rows before may still be open."""

_OPEN_QUOTE: Final = re.compile(r"[“„«][^”»“]*$")


class ParagraphStarts:
    """Finds them by indent, numbering, blanks, how full the row above is, and what comes below."""

    def __init__(self, reading: Reading, titles: TitleRows, chunks: Sequence[Chunk]) -> None:
        """Use what all rows show and the chunks closed so far."""
        self.reading, self.titles, self.chunks = reading, titles, chunks
        self.rows, self.plain, self.shape = reading.rows, reading.plain, reading.shape

    def starts(self, start: Open, index: int) -> bool:
        """Whether a new sentence at the start of a row starts a new paragraph as well."""
        if self.shape.first_line_indent:
            return self.rows[index].indent > 0 or self.titles.is_ahead(index)
        if self._quote_is_open(start, index):
            return False
        if self._counts_on(start, index):
            return True
        if self.reading.tail_ends and self.rows[index - 1].tail >= LOWEST_TAIL:
            return True
        if self._is_short_for(index) or (start.mark is not None and self._closes_list(index)):
            return True
        return self.titles.is_ahead(index) or (start.mark is not None and self._lead_in_ahead(index))

    def _is_short_for(self, index: int) -> bool:
        """Whether the row before ends early enough for a paragraph's last, given how this text sets paragraphs apart."""
        row, slack, noise = self.rows[index], self.reading.slack(index - 1), self.reading.fullness.noise
        if row.relation == "page":
            return slack > noise / 2
        return slack > (SURE_OF_ODD_BREAK if row.tight else self.reading.sure)

    def _counts_on(self, start: Open, index: int) -> bool:
        """Whether paragraphs that count themselves off ("Ten tweede …") go on with the next number."""
        own = rank(self.plain[start.first])
        return own is not None and rank(self.plain[index]) == own + 1

    def _closes_list(self, index: int) -> bool:
        """Whether the row before closes a list whose items ended in semicolons so far."""
        above = self.chunks[-1] if self.chunks else None
        listed = above is not None and above.mark is not None and self.plain[above.after - 1].endswith((";", ","))
        return listed and self.plain[index - 1].endswith(".")

    def _quote_is_open(self, start: Open, index: int) -> bool:
        return bool(_OPEN_QUOTE.search(" ".join(self.plain[max(start.first, index - _QUOTE_ROWS) : index])))

    def _lead_in_ahead(self, index: int) -> bool:
        """Whether the next rows introduce a new list."""
        for last in range(index, min(index + TITLE_ROWS, len(self.rows) - 1)):
            if self.plain[last].endswith(":"):
                return self.rows[last + 1].indent > 0 or bool(find_marks(self.plain[last + 1]))
            if ends_sentence(self.plain[last]):
                return False
        return False
