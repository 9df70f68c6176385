"""Where a title that starts on a row of a text ends, if one does."""

from __future__ import annotations

import re
from typing import Final

from generator.readers.pieces.enumeration import find_heading_mark, find_marks
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.pieces.titles import is_title, is_upper
from generator.readers.printed.text.chunks import TITLE_ROWS
from generator.readers.printed.text.reading import WORD, Reading

SURE_OF_TITLE: Final = 0.05
"""A title's last row is shorter than a row that is full but for a letter or two; also where the typeface fits badly. The texts of
tests/held and the seeds read alike with half of it and with twice as much."""

_ANY_SLACK: Final = -1.0
"""Part of the measure: every row is shorter than this, also one that is overfull."""

_NEVER: Final = 2.0
"""Part of the measure: no row is so short."""

_ENDS_OPEN: Final = re.compile(r"\s[a-zà-ÿ]{1,3}$")
"""An article or preposition at the end: no title stops there."""


class TitleRows:
    """Finds the ends of titles."""

    def __init__(self, reading: Reading) -> None:
        """Use what all rows show."""
        self.reading = reading
        self.rows, self.plain = reading.rows, reading.plain

    def end(self, index: int, *, numbered: bool = False) -> int | None:
        """The row after a title that starts on this row, None if these rows are no title."""
        for last in range(index, min(index + TITLE_ROWS, len(self.rows))):
            so_far = " ".join(self.plain[index : last + 1])
            if ends_sentence(self.plain[last]):
                return last + 1 if numbered and self._asks(so_far, last) else None
            if last + 1 == len(self.rows) or self._ends_here(so_far, last, numbered=numbered):
                return last + 1 if is_title(so_far) else None
        return None

    def _asks(self, title: str, last: int) -> bool:
        """Whether rows that end on row `last` are a question set apart as a title."""
        apart = last + 1 < len(self.rows) and self.rows[last + 1].relation == "separated"
        return title.endswith("?") and apart and is_title(title)

    def _ends_here(self, title: str, last: int, *, numbered: bool) -> bool:
        """Whether a title ends on row `last`, for what stands on the next."""
        text = self.plain[last + 1]
        if starts_lower(text):
            return False
        if self.rows[last + 1].relation != "normal" or find_marks(text) or find_heading_mark(text):
            return True
        if is_upper(title):
            return not text.isupper()
        return (
            self.reading.slack(last) > self.sure_of_title(last + 1, numbered=numbered)
            or self.rows[last + 1].indent > self.rows[last].indent
        )

    def sure_of_title(self, index: int, *, numbered: bool = False) -> float:
        """How short the row above must be to end a title: less so if this one plainly opens a sentence."""
        if not numbered and _ENDS_OPEN.search(self.plain[index - 1]):
            return _NEVER
        match = WORD.search(self.plain[index])
        word = match.group() if match and match.start() <= 1 else ""
        if numbered:
            return _ANY_SLACK if word in self.reading.seen_openers else self.reading.fullness.noise
        return self.reading.fullness.noise if word in self.reading.openers else SURE_OF_TITLE

    def is_ahead(self, index: int) -> bool:
        """Whether the next rows are a title: they end early without ending a sentence, and a new one starts below."""
        end = self.end(index)
        if end is None or end == len(self.rows):
            return False
        if self.rows[end].relation == "separated":
            return True
        if self.reading.shape.first_line_indent and self.rows[end].indent > self.rows[end - 1].indent:
            return self.reading.is_short(end - 1)
        return self.rows[end].relation == "normal" and not self.rows[end].indent and self.reading.slack(end - 1) > self.sure_of_title(end)
