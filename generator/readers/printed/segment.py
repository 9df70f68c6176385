"""Where one paragraph, item or heading ends and the next begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

from generator.readers.pieces.enumeration import (
    HeadingMark,
    Mark,
    find_column_mark,
    find_heading_mark,
    find_marks,
    is_bare_heading_mark,
    is_bare_mark,
)
from generator.readers.pieces.hyphens import is_conjunction
from generator.readers.pieces.ordinals import rank
from generator.readers.pieces.outline import is_numbered_title
from generator.readers.pieces.roles import opening
from generator.readers.printed.front_matter import is_front_matter_label, is_head_line
from generator.readers.printed.fullness import Fullness
from generator.readers.printed.layout import Row
from generator.readers.printed.sequences import Sequences
from generator.readers.printed.shape import Shape, ends_sentence, starts_lower
from generator.readers.printed.text_tables import find_tables
from generator.readers.printed.titles import has_columns, is_contents_line, is_title, is_upper

_SURE_OF_ODD_BREAK: Final = 0.12
"""Part of the measure. In a text that sets paragraphs apart a short row alone says little, unless it is very short."""

_SURE_OF_TITLE: Final = 0.05
"""A title's last row is shorter than a row that is full but for a letter or two; also where the typeface fits badly."""

_SURE_BESIDE_GAPS: Final = 0.03
"""In a text that sets most paragraphs apart, a row must be this much short to end one without a gap below it."""

_ENDS_BY_SHORT_ROW: Final = 50
"""A text ends paragraphs by short rows if one in so many paragraphs has no other sign."""

_TITLE_ROWS: Final = 4
_HIGHEST_FIRST_NUMBER: Final = 60
_FEWEST_TABLE_ROWS: Final = 2

_NEXT_ITEM: Final = 12
"""The next item of a list starts within so many rows."""

_DEEPEST_LOST_INDENT: Final = 12
_CENTRED: Final = 20
"""So many blanks more than the row before set a row in the middle of the page."""

_ANY_SLACK: Final = -1.0
_NEVER: Final = 2.0
_ENDS_OPEN: Final = re.compile(r"\s[a-zà-ÿ]{1,3}$")
"""An article or preposition at the end: no title stops there."""

_CAPITAL_OPENS: Final = re.compile(r"(?<=[^\W\d_][.?!:][ ])([A-ZÀ-Þ][^\W\d_]*)")
_CAPITAL_INSIDE: Final = re.compile(r"(?<=[^\W\d_],[ ]|[^\W_][^\W_][ ])([A-ZÀ-Þ][^\W\d_]*)")
"""A word with a capital that follows on another word or a comma."""

_FIGURE: Final = re.compile(r"(?=\S{0,40}\d)\S{0,40}[/-]\S{0,40}\s")
"""The number of an act or a case: the sentence before goes on with it."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_DASH_INSIDE: Final = re.compile(r"\s[-–—]\s")
_LOWEST_TAIL: Final = 2
_TELLING: Final = 5
"""A sign must be met this often before it is believed."""

_TELLING_SHARE: Final = 0.7
_PROSE_SEEN: Final = 40
_HEAD_ROWS: Final = 30
_QUOTE_ROWS: Final = 16
"""A quotation that was opened on one of so many rows before may still be open."""

_OPEN_QUOTE: Final = re.compile(r"[“„«][^”»“]*$")
_BETWEEN_ITEMS: Final = (":", ";", ".", ",")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that belong together, from index `first` up to `after`, and the mark they start with, if any."""

    first: int
    after: int
    mark: Mark | None = None
    title: HeadingMark | None = None
    table: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """The chunk that is being gathered."""

    first: int
    mark: Mark | None = None
    title: HeadingMark | None = None


def segment(rows: tuple[Row, ...], plain: tuple[str, ...], shape: Shape) -> tuple[Chunk, ...]:
    """Chunks that hold every row once, in order."""
    return _Segmenter(rows, plain, shape).run()


class _Outline:
    """The numbers that headings had so far: which may come next, in each scheme."""

    def __init__(self) -> None:
        self.last: dict[str, tuple[int, ...]] = {}
        self.fresh: set[str] = set()

    def expects(self, mark: HeadingMark) -> bool:
        """Whether a number may come next: the first, the next one, the first one below, or 1 again below a new chapter."""
        last, path = self.last.get(mark.scheme), mark.path
        if last is None:
            return path[-1] <= 1 or len(path) == 1
        return _follows(last, path) or (mark.scheme in self.fresh and set(path) == {1})

    def take(self, mark: HeadingMark) -> None:
        """Note a heading; the schemes first seen below its own may start again."""
        self.last.setdefault(mark.scheme, mark.path)
        self.last[mark.scheme] = mark.path
        schemes = list(self.last)
        self.fresh |= set(schemes[schemes.index(mark.scheme) + 1 :])
        self.fresh.discard(mark.scheme)


class _Segmenter:
    """Walks down the rows and remembers the lists and the outline that are open."""

    def __init__(self, rows: tuple[Row, ...], plain: tuple[str, ...], shape: Shape) -> None:
        self.rows, self.plain, self.shape = rows, plain, shape
        self.fullness = Fullness(rows, plain)
        self.openers, self.seen_openers = _sentence_openers(plain)
        self.sure = self._sure_of_paragraph()
        self.tail_ends = self._tail_ends_paragraphs()
        self.tight_head = not any(row.relation == "separated" for row in rows[:_HEAD_ROWS])
        self.contents = {i for i, row in enumerate(rows) if is_contents_line(row.text)}
        self.table = _table_rows(rows)
        self.values: dict[str, int] = {}
        self.sequences = Sequences.of((i, mark, not i or self._ended(i)) for i in range(len(rows)) for mark in self._possible_marks(i))
        self.outline = _Outline()
        self.chunks: list[Chunk] = []

    def run(self) -> tuple[Chunk, ...]:
        start: _Open | None = None
        for index in range(len(self.rows)):
            mark, title = self._mark(index, start)
            if start is not None and (mark or title or self._breaks(start, index)):
                self._close(start, index)
                start = None
            start = start or _Open(index, mark, title)
        if start is not None:
            self._close(start, len(self.rows))
        return tuple(self.chunks)

    def _close(self, start: _Open, after: int) -> None:
        self.chunks.append(Chunk(start.first, after, start.mark, start.title, table=start.first in self.table))

    def _sure_of_paragraph(self) -> float:
        """How short a row must be to end a paragraph by itself: that depends on whether this text sets paragraphs apart."""
        ends = Counter(
            self.rows[i + 1].relation
            for i in range(len(self.rows) - 1)
            if self._slack(i) > _SURE_OF_ODD_BREAK and ends_sentence(self.plain[i]) and not starts_lower(self.plain[i + 1])
        )
        if ends["normal"] > ends["separated"]:
            return self.fullness.noise
        return _SURE_BESIDE_GAPS if ends["normal"] * _ENDS_BY_SHORT_ROW > ends["separated"] else _SURE_OF_ODD_BREAK

    def _tail_ends_paragraphs(self) -> bool:
        """Whether more than one blank at the end of a row is this text's sign of a paragraph's end."""
        ends = Counter(
            self.rows[i + 1].relation == "separated" or self.rows[i + 1].indent > 0 or self._is_short(i)
            for i, row in enumerate(self.rows[:-1])
            if row.tail >= _LOWEST_TAIL and self.rows[i + 1].relation != "page"
        )
        return ends[True] >= _TELLING and ends[True] >= _TELLING_SHARE * ends.total()

    def _slack(self, index: int) -> float:
        return self.fullness.slack(index)

    def _is_short(self, index: int) -> bool:
        """Whether the next row's first word would surely have fitted on a row."""
        return self._slack(index) > self.fullness.noise

    # What a row starts with ------------------------------------------------------------------------------------

    def _mark(self, index: int, start: _Open | None) -> tuple[Mark | None, HeadingMark | None]:
        before = self.plain[index - 1] if index else ""
        apart = not index or self.rows[index].relation in {"start", "separated"}
        title = self._title_mark(index, before, start, apart=apart)
        return self._item_mark(index, before, start, apart=apart), title

    def _title_mark(self, index: int, before: str, start: _Open | None, *, apart: bool) -> HeadingMark | None:
        bare = self._is_bare(index)
        mark = find_heading_mark(" ".join(self.plain[index : index + 1 + bare]))
        if mark and index in self.contents:
            return mark
        placed = apart or self.rows[index].relation == "page" or ends_sentence(before) or self._is_short(index - 1)
        if mark is None or index in self.table or not placed:
            return None
        if (
            not self.outline.expects(mark)
            or self._continues_list(mark, before, start)
            or self._title_end(index + bare, numbered=True) is None
        ):
            return None
        self.outline.take(mark)
        return mark

    def _is_bare(self, index: int) -> bool:
        """Whether a row is a heading's number alone, its title on the next."""
        return is_bare_heading_mark(self.plain[index]) and index + 1 < len(self.rows) and self.rows[index + 1].relation != "page"

    def _continues_list(self, mark: HeadingMark, before: str, start: _Open | None) -> bool:
        """Whether the number goes on with the list of short items just above it, so that it starts no heading."""
        above = start.mark if start and not start.title else None
        return bool(above and len(mark.path) == 1 and above.value == mark.path[0] - 1 and not before.endswith(_BETWEEN_ITEMS))

    def _title_end(self, index: int, *, numbered: bool = False) -> int | None:
        """The row after a title that starts on this row, None if these rows are no title."""
        for last in range(index, min(index + _TITLE_ROWS, len(self.rows))):
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
        return self._slack(last) > self._sure_of_title(last + 1, numbered=numbered) or self.rows[last + 1].indent > self.rows[last].indent

    def _sure_of_title(self, index: int, *, numbered: bool = False) -> float:
        """How short the row above must be to end a title: less so if this one plainly opens a sentence."""
        if not numbered and _ENDS_OPEN.search(self.plain[index - 1]):
            return _NEVER
        match = _WORD.search(self.plain[index])
        word = match.group() if match and match.start() <= 1 else ""
        if numbered:
            return _ANY_SLACK if word in self.seen_openers else self.fullness.noise
        return self.fullness.noise if word in self.openers else _SURE_OF_TITLE

    def _item_mark(self, index: int, before: str, start: _Open | None, *, apart: bool) -> Mark | None:
        for mark in self._possible_marks(index):
            if self._accepts(mark, index, before, apart=apart) or self._is_in_list(mark, index, start):
                if mark.value is not None:
                    self.values[mark.style] = mark.value
                return mark
        if start and self._hangs(start, index):
            return None
        return self._lost_mark(index, before, in_item=bool(start and start.mark))

    def _possible_marks(self, index: int) -> tuple[Mark, ...]:
        """The marks that the row may start with, also one that stands alone on it or in a column of its own."""
        if self._is_bare_item(index):
            return find_marks(" ".join(self.plain[index : index + 2]))
        column = find_column_mark(self.rows[index].text) if index not in self.table and index not in self.contents else None
        return (column,) if column else find_marks(self.plain[index])

    def _is_bare_item(self, index: int) -> bool:
        """Whether a row is an item's mark alone, its text on the next."""
        return is_bare_mark(self.plain[index]) and index + 1 < len(self.rows) and not is_bare_mark(self.plain[index + 1])

    def _is_in_list(self, mark: Mark, index: int, start: _Open | None) -> bool:
        return self._is_next_row(mark, index, start) or self._is_under_label(mark, index, start)

    def _is_under_label(self, mark: Mark, index: int, start: _Open | None) -> bool:
        """Whether a dash set in below a label of the head block ("Subject: …") starts a line of its own."""
        if start is None or mark.value is not None or not is_front_matter_label(self.plain[start.first]):
            return False
        return self.rows[index].indent > self.rows[start.first].indent and not self._in_prose()

    def _is_next_row(self, mark: Mark, index: int, start: _Open | None) -> bool:
        """Whether two rows, one below the other, start with marks of one list: whatever they end with, both are items."""
        if start is None or start.mark is None or start.mark.style != mark.style or index - start.first != 1:
            return False
        same = self.rows[index].indent == self.rows[start.first].indent
        return same and (mark.value is None or mark.value == (start.mark.value or 0) + 1) and not self._is_dash_of_pair(index)

    def _hangs(self, start: _Open, index: int) -> bool:
        """Whether the row stands below the text of the item's first row, its mark hanging out to the left."""
        own, indent = self.rows[start.first].indent, self.rows[index].indent
        if start.mark is None or indent <= own:
            return False
        below_text = start.mark.length > 0 and abs(indent - own - start.mark.length) <= 1
        below_row = start.mark.length > 0 and index - start.first > 1 and indent == self.rows[index - 1].indent
        before = self.plain[index - 1]
        goes_on = self.rows[index].relation != "separated" and not ends_sentence(before) and not _ends_in_conjunction(before)
        return below_text or below_row or goes_on

    def _ended(self, index: int) -> bool:
        """Whether the row before may end an item or a paragraph: by its last character, by white space, by its length."""
        before = self.plain[index - 1]
        apart = self.rows[index].relation in {"start", "separated"} or index - 1 in self.contents
        return apart or ends_sentence(before) or before.endswith(",") or _ends_in_conjunction(before) or self._is_short(index - 1)

    def _accepts(self, mark: Mark, index: int, before: str, *, apart: bool) -> bool:
        """Whether the characters that look like a mark are one, for what stands before them."""
        if mark.certain:
            return True
        if mark.is_letter_bullet:
            # "o" is a word in some languages; as a bullet it never comes in mid-sentence.
            return not index or ends_sentence(before) or (apart and (before.endswith(",") or is_title(before)))
        ended = not index or self._ended(index)
        if mark.value is None:
            return apart or (ended and not self._is_dash_of_pair(index))
        if self.sequences.holds(index, mark) and (ended or (index, mark.style) in self.sequences.bridges):
            return True
        last = self.values.get(mark.style)
        if last is not None and mark.value == last + 1:
            return ended
        opens = last is None and apart and mark.value <= _HIGHEST_FIRST_NUMBER and self._is_followed(mark, index)
        opens = opens or mark.value == 1
        return opens and ended and (apart or before.endswith(_BETWEEN_ITEMS) or self._is_nested(mark, index))

    def _is_nested(self, mark: Mark, index: int) -> bool:
        """Whether a bracketed mark that others follow starts a list inside an item, being set in from it."""
        inside = self.rows[index].indent > self.rows[index - 1].indent and bool(find_marks(self.plain[index - 1]))
        return inside and mark.style.startswith(("round", "half")) and self._is_followed(mark, index)

    def _is_followed(self, mark: Mark, index: int) -> bool:
        """Whether a list that does not begin at the beginning goes on: numbers may stand alone, letters may not."""
        if mark.kind == "numbered":
            return True
        later = (other for text in self.plain[index + 1 : index + _NEXT_ITEM] for other in find_marks(text))
        return any(other.style == mark.style and other.value == (mark.value or 0) + 1 for other in later)

    def _is_dash_of_pair(self, index: int) -> bool:
        """Whether the dash at the start of the row closes a dash opened on the rows before."""
        recent = " ".join(text.lstrip("-–— ") for text in self.plain[max(0, index - 2) : index])
        return bool(_DASH_INSIDE.search(recent)) and not ends_sentence(self.plain[index - 1])

    def _lost_mark(self, index: int, before: str, *, in_item: bool) -> Mark | None:
        """An item whose glyph the extraction lost shows by the blanks before it alone."""
        row = self.rows[index]
        if not index or not 1 <= row.indent <= _DEEPEST_LOST_INDENT or self.shape.first_line_indent:
            return None
        lost = Mark("lost", "bullet", "", None, 0)
        if not self._ended(index):
            return None
        if self.shape.unit > 0:
            return lost
        listed = before.endswith((":", ";")) or (in_item and row.indent == self._item_indent(index))
        return lost if listed and not self.shape.page_indent else None

    def _item_indent(self, index: int) -> int:
        return next((self.rows[c.first].indent for c in reversed(self.chunks) if c.mark), self.rows[index - 1].indent)

    # Whether a row without a mark starts something new -----------------------------------------------------------

    def _breaks(self, start: _Open, index: int) -> bool:
        """Whether a row without a mark starts something new, by the first rule of `_BREAKS` that applies."""
        rule = next(rule for rule in _BREAKS if rule.applies(self, start, index))
        return rule.breaks(self, start, index)

    def is_text_of_mark(self, start: _Open, index: int) -> bool:
        """Whether the row before holds a mark or a number alone, whose text this is."""
        alone = (start.mark and self._is_bare_item(start.first)) or (start.title and self._is_bare(start.first))
        return index == start.first + 1 and bool(alone)

    def is_at_table(self, _start: _Open, index: int) -> bool:
        """Whether this row or the one before is one of a table, or the one before a line of a table of contents."""
        return index in self.table or index - 1 in self.table or index - 1 in self.contents

    def is_whole_paragraph(self, _start: _Open, _index: int) -> bool:
        """Whether each line of this text is a paragraph."""
        return not self.shape.wrapped

    def ends_line(self, start: _Open, index: int) -> bool:
        """Whether a whole paragraph ends: not a title in capitals that goes on in small letters, nor a sentence cut by a page."""
        cut = self.rows[index].relation == "page" and not ends_sentence(self.plain[index - 1]) and starts_lower(self.plain[index])
        return not (self._titles_on(start, index) or cut)

    def is_line_of_head(self, start: _Open, index: int) -> bool:
        """Whether two rows at the head of a document are each a line of its head block: a label, a number, a date, an institution."""
        if self._in_prose():
            return False
        before, text = self.plain[index - 1], self.plain[index]
        if is_front_matter_label(text):
            return True
        lines = (start.first == index - 1 and is_head_line(before)) or (is_head_line(text) and not starts_lower(text))
        return self.tight_head and index <= _HEAD_ROWS and lines

    def opens_part(self, _start: _Open, index: int) -> bool:
        """Whether a row opens a citation, the recitals or the signature of an act, and the one before may end something."""
        before, text = self.plain[index - 1], self.plain[index]
        return bool(opening(text)) and not starts_lower(text) and (before.endswith((",", ":", ";")) or ends_sentence(before))

    def ends_numbered_title(self, start: _Open, index: int) -> bool:
        """Whether the rows so far are the number of a part of an act, whose title stands below it."""
        if start.mark or index - start.first > _TITLE_ROWS:
            return False
        return is_numbered_title(" ".join(self.plain[start.first : index]))

    def starts_page_anew(self, start: _Open, index: int) -> bool:
        """Whether a page starts with a word that opens sentences, below a row that ended early without a stop, a label's or a citation's."""
        if self.rows[index].relation != "page" or ends_sentence(self.plain[index - 1]):
            return False
        match = _WORD.match(self.plain[index])
        if starts_lower(self.plain[index]) or match is None:
            return False
        if is_front_matter_label(self.plain[start.first]) and not self._in_prose():
            return True
        whole = self.plain[index - 1].endswith(",") and opening(self.plain[start.first]) == "citation"
        return match.group() in self.openers and (whole or self._slack(index - 1) > _SURE_OF_TITLE)

    def is_set_apart(self, _start: _Open, index: int) -> bool:
        """Whether white space stands above the row."""
        return self.rows[index].relation == "separated"

    def is_in_sentence(self, _start: _Open, index: int) -> bool:
        """Whether the row before does not end a sentence."""
        return not ends_sentence(self.plain[index - 1])

    def is_centred(self, _start: _Open, index: int) -> bool:
        """Whether the row is set far more to the right than the one before."""
        return self.rows[index].indent - self.rows[index - 1].indent >= _CENTRED

    def starts_paragraph(self, start: _Open, index: int) -> bool:
        """Whether a new sentence at the start of a row starts a paragraph."""
        return not starts_lower(self.plain[index]) and self._is_new_paragraph(start, index)

    def _titles_on(self, start: _Open, index: int) -> bool:
        """Whether a row in small letters goes on with a title that began in capitals: "RICHTLIJN … / van 21 juni 2022"."""
        title = " ".join(self.plain[start.first : index])
        return is_upper(self.plain[start.first]) and is_title(title) and starts_lower(self.plain[index]) and not start.mark

    def _is_new_paragraph(self, start: _Open, index: int) -> bool:
        """Whether a new sentence at the start of a row starts a new paragraph as well."""
        if self.shape.first_line_indent:
            return self.rows[index].indent > 0 or self._title_ahead(index)
        if self._quote_is_open(start, index):
            return False
        if self._counts_on(start, index):
            return True
        if self.tail_ends and self.rows[index - 1].tail >= _LOWEST_TAIL:
            return True
        if self._is_short_for(index) or (start.mark is not None and self._closes_list(index)):
            return True
        return self._title_ahead(index) or (start.mark is not None and self._lead_in_ahead(index))

    def _is_short_for(self, index: int) -> bool:
        """Whether the row before ends early enough for a paragraph's last, given how this text sets paragraphs apart."""
        row, slack, noise = self.rows[index], self._slack(index - 1), self.fullness.noise
        if row.relation == "page":
            return slack > noise / 2
        return slack > (_SURE_OF_ODD_BREAK if row.tight else self.sure)

    def _counts_on(self, start: _Open, index: int) -> bool:
        """Whether paragraphs that count themselves off ("Ten tweede …") go on with the next number."""
        own = rank(self.plain[start.first])
        return own is not None and rank(self.plain[index]) == own + 1

    def _closes_list(self, index: int) -> bool:
        """Whether the row before closes a list whose items ended in semicolons so far."""
        above = self.chunks[-1] if self.chunks else None
        listed = above is not None and above.mark is not None and self.plain[above.after - 1].endswith((";", ","))
        return listed and self.plain[index - 1].endswith(".")

    def _quote_is_open(self, start: _Open, index: int) -> bool:
        return bool(_OPEN_QUOTE.search(" ".join(self.plain[max(start.first, index - _QUOTE_ROWS) : index])))

    def _title_ahead(self, index: int) -> bool:
        """Whether the next rows are a title: they end early without ending a sentence, and a new one starts below."""
        end = self._title_end(index)
        if end is None or end == len(self.rows):
            return False
        if self.rows[end].relation == "separated":
            return True
        return self.rows[end].relation == "normal" and not self.rows[end].indent and self._slack(end - 1) > self._sure_of_title(end)

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
        return any(chunk.after - chunk.first > _TITLE_ROWS for chunk in self.chunks[:_PROSE_SEEN])

    def breaks_apart(self, start: _Open, index: int) -> bool:
        """White space ends a paragraph, unless the sentence plainly goes on below it."""
        before, text = self.plain[index - 1], self.plain[index]
        if ends_sentence(before):
            return True
        if starts_lower(text):
            return start.title is not None and is_title(before) and not self._completes_title(start, index)
        long = index - start.first > _TITLE_ROWS and self._slack(index - 1) < 0
        return not long

    def _completes_title(self, start: _Open, index: int) -> bool:
        """Whether a row in small letters is the last of a title that was torn by a blank row: something new starts below it."""
        apart = index + 1 < len(self.rows) and self.rows[index + 1].relation == "separated" and not starts_lower(self.plain[index + 1])
        return apart and index - start.first < _TITLE_ROWS and is_title(" ".join(self.plain[start.first : index + 1]))

    def ends_title(self, start: _Open, index: int) -> bool:
        """Whether the rows so far are a heading, given that they do not end as a sentence does."""
        text = self.plain[index]
        goes_on = starts_lower(text) or (self.rows[index].relation == "page" and bool(_FIGURE.match(text)))
        if (start.mark and not start.title) or goes_on or index - start.first > _TITLE_ROWS:
            return False
        so_far = " ".join(self.plain[start.first : index])
        if not is_title(so_far):
            return False
        if is_upper(so_far) or is_upper(text):
            return (is_upper(so_far) or so_far.isupper()) != (is_upper(text) or text.isupper())
        if self.shape.first_line_indent and self.rows[index].indent > self.rows[index - 1].indent:
            return True
        at_page = self.rows[index].relation == "page"
        if at_page and start.title is not None:
            return True
        # Printers do not leave the first line of a paragraph alone at the foot of a page.
        alone = at_page and index - start.first == 1
        return self._slack(index - 1) > self._sure_of_title(index, numbered=alone or start.title is not None)


_Test: TypeAlias = Callable[[_Segmenter, _Open, int], bool]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where a rule applies, and whether a row there breaks off what is being gathered."""

    applies: _Test
    breaks: _Test


def _always(_segmenter: _Segmenter, _start: _Open, _index: int) -> bool:
    return True


def _never(_segmenter: _Segmenter, _start: _Open, _index: int) -> bool:
    return False


# In order: the first that applies decides. Marks come before all of these; they are told by the sequences they continue.
_BREAKS: Final = (
    _Rule(_Segmenter.is_text_of_mark, _never),  # a mark on a row of its own belongs to what follows, whatever that is
    _Rule(_Segmenter.is_at_table, _always),  # rows of tables and contents are complete
    _Rule(_Segmenter.is_whole_paragraph, _Segmenter.ends_line),  # without rows there is nothing to join
    _Rule(_Segmenter.is_line_of_head, _always),  # a head block has no sentences that could run on
    _Rule(_Segmenter.opens_part, _always),  # "Gezien …" may interrupt anything that ends in a comma
    _Rule(_Segmenter.ends_numbered_title, _always),  # "Artikel 3" has its title below it
    _Rule(_Segmenter.starts_page_anew, _always),  # before white space, for the end of a page has none
    _Rule(_Segmenter.is_set_apart, _Segmenter.breaks_apart),  # white space is a sign, not a proof
    _Rule(_Segmenter.is_in_sentence, _Segmenter.ends_title),  # only a title stops in mid-sentence
    _Rule(_Segmenter.is_centred, _always),
    _Rule(_always, _Segmenter.starts_paragraph),  # what is left: how full the row above is
)


def _table_rows(rows: tuple[Row, ...]) -> frozenset[int]:
    """The rows that stand in columns, several below one another; one alone may be justified or hold a wide gap."""
    columned = [_has_columns(row.text) and not is_contents_line(row.text) and not find_marks(row.text) for row in rows]
    found = {index for table in find_tables(rows) for index in range(table.first, table.after)}
    for columns, run in groupby(range(len(rows)), key=columned.__getitem__):
        places = list(run)
        if columns and len(places) >= _FEWEST_TABLE_ROWS:
            found.update(places)
    return frozenset(found)


def _has_columns(row: str) -> bool:
    """Whether more than a heading's number is set apart by white space."""
    mark = find_heading_mark(row)
    return has_columns(row[mark.length :] if mark else row)


def _sentence_openers(plain: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that this text writes with a capital at the start of a sentence only ("Uit", but not "Europese").

    The second set holds those among them that were seen to open a sentence.
    """
    lowered = {word for text in plain for word in _WORD.findall(text) if word.islower()}
    opening = {match.group(1) for text in plain for match in _CAPITAL_OPENS.finditer(text)}
    names = {match.group(1) for text in plain for match in _CAPITAL_INSIDE.finditer(text)}
    openers = frozenset(word.capitalize() for word in lowered) - names
    return openers, openers & opening


def _ends_in_conjunction(text: str) -> bool:
    """Whether a text ends as the last item but one of a list does: "…; en"."""
    *_, before, last = ("", "", *text.rsplit(maxsplit=2))
    return before.endswith((";", ",")) and is_conjunction(last)


def _follows(last: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether a number may come next: the next one or the one after it, or the first one below."""
    if len(path) > len(last):
        return path[: len(last)] == last and set(path[len(last) :]) == {1}
    place = len(path) - 1
    return path[:-1] == last[:place] and 0 < path[-1] - last[place] <= _MOST_SKIPPED


_MOST_SKIPPED: Final = 2
"""A heading may have been missed; more than one in a row points to numbers of another kind."""
