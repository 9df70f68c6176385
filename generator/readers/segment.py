"""Where one paragraph, item or heading ends and the next begins."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.enumeration import HeadingMark, Mark, find_heading_mark, find_marks
from generator.readers.front_matter import is_front_matter_label
from generator.readers.layout import Row
from generator.readers.shape import Shape, ends_sentence, starts_lower
from generator.readers.width import first_word, width

_WINDOW: Final = 8
"""The measure is taken from so many rows on either side: type sizes differ between text, boxes and lists."""

_SURE: Final = 0.03
_SURE_AT_PAGE: Final = 0.01
_SURE_OF_ODD_BREAK: Final = 0.12
_SURE_OF_TITLE: Final = 0.05
"""A row is short if the next row's first word would have fitted with this part of the measure to spare. At the foot
of a page a paragraph ends as often as not; in a text that sets paragraphs apart a short row alone says little."""

_RAISED_DIGIT: Final = 330

_TITLE_ROWS: Final = 3
_TITLE_WORDS: Final = 30
_TITLE_LENGTH: Final = 220
_HIGHEST_FIRST_NUMBER: Final = 60
_NOT_A_TITLE: Final = re.compile(r"[.:;,…-]$|\.[\"”’)]$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LOWEST_TAIL: Final = 2
_TELLING: Final = 5
"""A sign must be met this often before it is believed."""

_COLUMN: Final = 0.6
"""Rows set apart that fill at least this part of the measure are a column of their own, and not just short lines."""

_OPEN_QUOTE: Final = re.compile(r"[“„«][^”»“]*$")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that belong together, from index `first` up to `after`, and the mark they start with, if any."""

    first: int
    after: int
    mark: Mark | None = None
    title: HeadingMark | None = None


def is_title(text: str) -> bool:
    """Whether a text may be a heading: short, not closed as a sentence, not starting in lower case."""
    words = _WORD.findall(text)
    return (
        bool(words)
        and len(text) <= _TITLE_LENGTH
        and len(text.split()) <= _TITLE_WORDS
        and not starts_lower(text)
        and not _NOT_A_TITLE.search(text)
    )


def is_upper(text: str) -> bool:
    """Whether a text is set in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def segment(rows: tuple[Row, ...], plain: tuple[str, ...], shape: Shape) -> tuple[Chunk, ...]:
    """Chunks that hold every row once, in order."""
    return _Segmenter(rows, plain, shape).run()


class _Segmenter:
    """Walks down the rows and remembers the lists and the outline that are open."""

    def __init__(self, rows: tuple[Row, ...], plain: tuple[str, ...], shape: Shape) -> None:
        self.rows, self.plain, self.shape = rows, plain, shape
        self.widths = [width(text) + _RAISED_DIGIT * _cut(row, text) for row, text in zip(rows, plain, strict=True)]
        self.measures = self._measures()
        self.short_lines_end = self._short_lines_end_paragraphs()
        self.tail_ends = self._tail_ends_paragraphs()
        self.values: dict[str, int] = {}
        self.outline: dict[str, tuple[int, ...]] = {}
        self.chunks: list[Chunk] = []

    def run(self) -> tuple[Chunk, ...]:
        start: tuple[int, Mark | None, HeadingMark | None] | None = None
        for index in range(len(self.rows)):
            mark, title = self._mark(index, start)
            if start is not None and (mark or title or self._breaks(start, index)):
                self.chunks.append(Chunk(start[0], index, start[1], start[2]))
                start = None
            if start is None:
                start = (index, mark, title)
        if start is not None:
            self.chunks.append(Chunk(start[0], len(self.rows), start[1], start[2]))
        return tuple(self.chunks)

    def _measures(self) -> list[int]:
        """For each row the width of the widest row near it, or of its own narrow column if white space sets that apart."""
        count = len(self.rows)
        near = [max(self.widths[max(0, i - _WINDOW) : min(count, i + _WINDOW + 1)]) for i in range(count)]
        bounds = [i for i, row in enumerate(self.rows) if row.relation in {"start", "separated"}]
        for first, after in pairwise([*bounds, count]):
            widest = max(self.widths[first:after])
            if after - first > 1 and widest >= _COLUMN * near[first]:
                near[first:after] = [min(measure, widest) for measure in near[first:after]]
        return near

    def _short_lines_end_paragraphs(self) -> bool:
        """Whether this text ends paragraphs by a short row alone, and not only by white space below it."""
        ends = Counter(
            self.rows[i + 1].relation
            for i in range(len(self.rows) - 1)
            if self._slack(i) > _SURE_OF_ODD_BREAK and ends_sentence(self.plain[i]) and not starts_lower(self.plain[i + 1])
        )
        return ends["normal"] * 50 > ends["separated"]

    def _tail_ends_paragraphs(self) -> bool:
        """Whether more than one blank at the end of a row is this text's sign of a paragraph's end."""
        ends = Counter(
            self.rows[i + 1].relation == "separated" or self.rows[i + 1].indent > 0 or self._slack(i) > _SURE
            for i, row in enumerate(self.rows[:-1])
            if row.tail >= _LOWEST_TAIL and self.rows[i + 1].relation != "page"
        )
        return ends[True] >= _TELLING and ends[True] >= 0.7 * ends.total()

    def _slack(self, index: int) -> float:
        """The part of the measure left empty on a row if the next row's first word had been set on it."""
        word = first_word(self.plain[index + 1])
        return (self.measures[index] - self.widths[index] - width(f" {word}")) / max(1, self.measures[index])

    # What a row starts with ------------------------------------------------------------------------------------

    def _mark(self, index: int, start: tuple[int, Mark | None, HeadingMark | None] | None) -> tuple[Mark | None, HeadingMark | None]:
        row, text = self.rows[index], self.plain[index]
        before = self.plain[index - 1] if index else ""
        apart = row.relation in {"start", "separated"} or not index
        title = self._title_mark(index, text, before, apart=apart)
        if title:
            self.values.pop("dotted:number", None) if title.scheme != "number" else None
            return self._item_mark(index, text, before, start, apart=apart), title
        return self._item_mark(index, text, before, start, apart=apart), None

    def _title_mark(self, index: int, text: str, before: str, *, apart: bool) -> HeadingMark | None:
        mark = find_heading_mark(text)
        if mark is None or not (apart or ends_sentence(before) or self._slack(index - 1) > _SURE):
            return None
        last = self.outline.get(mark.scheme)
        if not _follows(last, mark.path):
            return None
        self.outline[mark.scheme] = mark.path
        return mark

    def _item_mark(
        self, index: int, text: str, before: str, start: tuple[int, Mark | None, HeadingMark | None] | None, *, apart: bool
    ) -> Mark | None:
        for mark in find_marks(text):
            if self._accepts(mark, index, before, apart=apart):
                if mark.value is not None:
                    self.values[mark.style] = mark.value
                return mark
        return self._lost_mark(index, before, in_item=bool(start and start[1]))

    def _accepts(self, mark: Mark, index: int, before: str, *, apart: bool) -> bool:
        ended = apart or ends_sentence(before) or before.endswith(",") or self._slack(index - 1) > _SURE
        if mark.certain:
            return True
        if mark.value is None:
            return apart or (ended and not self._is_dash_of_pair(index))
        last = self.values.get(mark.style)
        if last is not None and mark.value == last + 1:
            return ended
        first = mark.value == 1 or (last is None and apart and mark.value <= _HIGHEST_FIRST_NUMBER and mark.kind == "numbered")
        return first and ended and (apart or before.endswith((":", ";", ".", ",")))

    def _is_dash_of_pair(self, index: int) -> bool:
        """Whether the dash at the start of the row closes a dash opened on the rows before."""
        recent = " ".join(self.plain[max(0, index - 2) : index])
        return bool(re.search(r"\s[-–—]\s", recent)) and not ends_sentence(self.plain[index - 1])

    def _lost_mark(self, index: int, before: str, *, in_item: bool) -> Mark | None:
        """An item whose glyph the extraction lost shows by the blanks before it alone."""
        row = self.rows[index]
        if not 1 <= row.indent <= 12 or self.shape.first_line_indent or row.relation == "start":
            return None
        lost = Mark("lost", "bullet", "", None, 0)
        if self.shape.unit > 0:
            return lost
        listed = before.endswith((":", ";")) or (in_item and row.indent == self._item_indent(index))
        return lost if listed and not self.shape.page_indent else None

    def _item_indent(self, index: int) -> int:
        return next((self.rows[c.first].indent for c in reversed(self.chunks) if c.mark), self.rows[index - 1].indent)

    # Whether a row without a mark starts something new -----------------------------------------------------------

    def _breaks(self, start: tuple[int, Mark | None, HeadingMark | None], index: int) -> bool:
        before, text, relation = self.plain[index - 1], self.plain[index], self.rows[index].relation
        if not self.shape.wrapped:
            return not (relation == "page" and not ends_sentence(before) and starts_lower(text))
        if is_front_matter_label(text) and not self._in_prose():
            return True
        if relation == "separated":
            return self._breaks_apart(start, index)
        if not ends_sentence(before):
            return self._ends_title(start, index)
        if starts_lower(text):
            return False
        if self.shape.first_line_indent and relation == "normal":
            return self.rows[index].indent > 0
        if _OPEN_QUOTE.search(" ".join(self.plain[max(start[0], index - 2 * _WINDOW) : index])):
            return False
        if self.tail_ends and self.rows[index - 1].tail >= _LOWEST_TAIL:
            return True
        needed = _SURE_AT_PAGE if relation == "page" else _SURE if self.short_lines_end else _SURE_OF_ODD_BREAK
        return self._slack(index - 1) > needed or self._title_ahead(index) or (bool(start[1]) and self._lead_in_ahead(index))

    def _title_ahead(self, index: int) -> bool:
        """Whether the next rows are a title: they end early without ending a sentence, and a new one starts below."""
        for last in range(index, min(index + _TITLE_ROWS, len(self.rows) - 1)):
            if ends_sentence(self.plain[last]) or self.rows[last + 1].relation != "normal" or self.rows[last + 1].indent:
                return False
            if not starts_lower(self.plain[last + 1]) and self._slack(last) > _SURE_OF_TITLE:
                return is_title(" ".join(self.plain[index : last + 1]))
        return False

    def _lead_in_ahead(self, index: int) -> bool:
        """Whether the next rows introduce a new list."""
        for last in range(index, min(index + _TITLE_ROWS, len(self.rows) - 1)):
            if self.plain[last].endswith(":"):
                return self.rows[last + 1].indent > 0 or bool(find_marks(self.plain[last + 1]))
            if ends_sentence(self.plain[last]):
                return False
        return False

    def _in_prose(self) -> bool:
        """Whether a paragraph of running text has been met."""
        return any(chunk.after - chunk.first > _TITLE_ROWS for chunk in self.chunks[:40])

    def _breaks_apart(self, start: tuple[int, Mark | None, HeadingMark | None], index: int) -> bool:
        """White space ends a paragraph, unless the sentence plainly goes on below it."""
        before, text = self.plain[index - 1], self.plain[index]
        if ends_sentence(before):
            return True
        if starts_lower(text):
            return start[2] is not None and is_title(before)
        long = index - start[0] > _TITLE_ROWS and self._slack(index - 1) < 0
        return not long

    def _ends_title(self, start: tuple[int, Mark | None, HeadingMark | None], index: int) -> bool:
        """Whether the rows so far are a heading, given that they do not end as a sentence does."""
        first, mark, title = start
        text, so_far = self.plain[index], " ".join(self.plain[first:index])
        if (mark and not title) or starts_lower(text) or index - first > _TITLE_ROWS or not is_title(so_far):
            return False
        if is_upper(so_far) or is_upper(text):
            return not is_upper(text)
        return self._slack(index - 1) > (_SURE if title else _SURE_OF_TITLE)


def _cut(row: Row, plain: str) -> int:
    """How many characters of a row are markers, near enough."""
    return max(0, len(" ".join(row.text.split())) - len(plain))


def _follows(last: tuple[int, ...] | None, path: tuple[int, ...]) -> bool:
    """Whether a number may come next in an outline: the first, the next one, or the first one below."""
    if last is None:
        return path[-1] <= 1 or len(path) == 1
    if len(path) > len(last):
        return path[: len(last)] == last and all(step == 1 for step in path[len(last) :])
    return path[:-1] == last[: len(path) - 1] and path[-1] == last[len(path) - 1] + 1
