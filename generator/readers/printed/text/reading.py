"""What the rows of a text show: how full they are, which are those of tables and contents, which words open sentences."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import Final

from generator.readers.pieces.enumeration import (
    Mark,
    counts_in_roman,
    find_column_mark,
    find_heading_mark,
    find_marks,
    is_bare_heading_mark,
    is_bare_mark,
)
from generator.readers.pieces.front_matter import is_front_matter
from generator.readers.pieces.hyphens import is_conjunction
from generator.readers.pieces.shape import Shape, ends_sentence, starts_lower
from generator.readers.pieces.titles import has_columns, is_contents_line, is_justified
from generator.readers.printed.text.fullness import Fullness
from generator.readers.printed.text.rows import Row
from generator.readers.printed.text.text_tables import find_tables

SURE_OF_ODD_BREAK: Final = 0.12
"""Part of the measure. In a text that sets paragraphs apart a short row alone says little, unless it is very short. With half of it one
of the texts of tests/held and the seeds is read otherwise, with twice as much none."""

_SURE_BESIDE_GAPS: Final = 0.03
"""In a text that sets most paragraphs apart, a row must be this much short to end one without a gap below it. With half of it one of the
texts of tests/held and the seeds is read otherwise, with twice as much none."""

_ENDS_BY_SHORT_ROW: Final = 50
"""A text ends paragraphs by short rows if one in so many paragraphs has no other sign."""

_FEWEST_TABLE_ROWS: Final = 2
"""One row in columns may be justified, or hold a wide gap. With one, two of the texts of tests/held and the seeds are read otherwise."""

_JUSTIFIED_SHARE: Final = 0.1
"""Part of the rows. A tool that fills so many of them with wide gaps has such gaps in all."""

_CAPITAL_OPENS: Final = re.compile(r"(?<=[^\W\d_][.?!:][ ])([A-ZÀ-Þ][^\W\d_]*)")

_CAPITAL_INSIDE: Final = re.compile(r"(?<=[^\W\d_],[ ]|[^\W_][^\W_][ ])([A-ZÀ-Þ][^\W\d_]*)")
"""A word with a capital that follows on another word or a comma."""

WORD: Final = re.compile(r"[^\W\d_]+")

LOWEST_TAIL: Final = 2
"""One blank at the end of a row says nothing: many tools leave it."""

_TELLING: Final = 5
"""A sign must be met this often before it is believed. The texts of tests/held and the seeds read alike with half of it and with twice
as much."""

_TELLING_SHARE: Final = 0.7
"""In so many of the places where it stands, another sign has to say the same. The texts of tests/held and the seeds read alike with half
of it."""

HEAD_ROWS: Final = 30
"""The head block lies within so many rows from the top."""


class Reading:
    """The rows with their text, and what they have in common."""

    def __init__(self, rows: tuple[Row, ...], plain: tuple[str, ...], shape: Shape) -> None:
        """Look over all rows once."""
        self.rows, self.plain, self.shape = rows, plain, shape
        self.fullness = Fullness(rows, plain)
        self.openers, self.seen_openers = _sentence_openers(plain)
        self.sure = self._sure_of_paragraph()
        self.tail_ends = self._tail_ends_paragraphs()
        self.tight_head = _is_tight(rows[:HEAD_ROWS], plain)
        self.contents = {i for i, row in enumerate(rows) if is_contents_line(row.text)}
        self.table = _table_rows(rows)
        self.counts_in_roman = counts_in_roman(" ".join(plain[i : i + 1 + self.is_bare(i)]) for i in range(len(plain)))

    def _sure_of_paragraph(self) -> float:
        """How short a row must be to end a paragraph by itself: that depends on whether this text sets paragraphs apart."""
        ends = Counter(
            self.rows[i + 1].relation
            for i in range(len(self.rows) - 1)
            if self.slack(i) > SURE_OF_ODD_BREAK and ends_sentence(self.plain[i]) and not starts_lower(self.plain[i + 1])
        )
        if ends["normal"] > ends["separated"]:
            return self.fullness.noise
        return _SURE_BESIDE_GAPS if ends["normal"] * _ENDS_BY_SHORT_ROW > ends["separated"] else SURE_OF_ODD_BREAK

    def _tail_ends_paragraphs(self) -> bool:
        """Whether more than one blank at the end of a row is this text's sign of a paragraph's end."""
        ends = Counter(
            self.rows[i + 1].relation == "separated" or self.rows[i + 1].indent > 0 or self.is_short(i)
            for i, row in enumerate(self.rows[:-1])
            if row.tail >= LOWEST_TAIL and self.rows[i + 1].relation != "page"
        )
        return ends[True] >= _TELLING and ends[True] >= _TELLING_SHARE * ends.total()

    def slack(self, index: int) -> float:
        """How short a row is, given the next: part of the measure."""
        return self.fullness.slack(index)

    def is_short(self, index: int) -> bool:
        """Whether the next row's first word would surely have fitted on a row."""
        return self.slack(index) > self.fullness.noise

    def ended(self, index: int) -> bool:
        """Whether the row before may end an item or a paragraph: by its last character, by white space, by its length."""
        before = self.plain[index - 1]
        apart = self.rows[index].relation in {"start", "separated"} or index - 1 in self.contents
        return apart or ends_sentence(before) or before.endswith(",") or ends_in_conjunction(before) or self.is_short(index - 1)

    def is_bare(self, index: int) -> bool:
        """Whether a row is a heading's number alone, its title on the next."""
        return is_bare_heading_mark(self.plain[index]) and index + 1 < len(self.rows) and self.rows[index + 1].relation != "page"

    def is_bare_item(self, index: int) -> bool:
        """Whether a row is an item's mark alone, its text on the next."""
        return is_bare_mark(self.plain[index]) and index + 1 < len(self.rows) and not is_bare_mark(self.plain[index + 1])

    def possible_marks(self, index: int) -> tuple[Mark, ...]:
        """The marks that the row may start with, also one that stands alone on it or in a column of its own."""
        if self.is_bare_item(index):
            return find_marks(" ".join(self.plain[index : index + 2]))
        column = find_column_mark(self.rows[index].text) if index not in self.table and index not in self.contents else None
        return (column,) if column else find_marks(self.plain[index])


def _is_tight(head: tuple[Row, ...], plain: tuple[str, ...]) -> bool:
    """Whether the lines of a head block stand below one another without white between; some of it may lie between parts of the block."""
    relations = Counter(row.relation for row, text in zip(head, plain, strict=False) if is_front_matter(text))
    apart = sum(row.relation == "separated" for row in head)
    return not apart or relations["separated"] * _TELLING < relations["normal"]


def _table_rows(rows: tuple[Row, ...]) -> frozenset[int]:
    """The rows that stand in columns, several below one another; one alone may be justified or hold a wide gap."""
    texts = [_behind_mark(row.text) for row in rows]
    wide = sum(map(is_justified, texts)) >= _JUSTIFIED_SHARE * len(rows)
    columned = [
        has_columns(text, wide=wide) and not is_contents_line(row.text) and not find_marks(row.text)
        for row, text in zip(rows, texts, strict=True)
    ]
    found = {index for table in find_tables(rows) for index in range(table.first, table.after)}
    for columns, run in groupby(range(len(rows)), key=columned.__getitem__):
        places = list(run)
        if columns and len(places) >= _FEWEST_TABLE_ROWS:
            found.update(places)
    return frozenset(found)


def _behind_mark(row: str) -> str:
    """What follows the number of a heading, which white space sets apart."""
    mark = find_heading_mark(row)
    return row[mark.length :] if mark else row


def _sentence_openers(plain: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The words that this text writes with a capital at the start of a sentence only ("Uit", but not "Europese").

    The second set holds those among them that were seen to open a sentence.
    """
    lowered = {word for text in plain for word in WORD.findall(text) if word.islower()}
    opening = {match.group(1) for text in plain for match in _CAPITAL_OPENS.finditer(text)}
    names = {match.group(1) for text in plain for match in _CAPITAL_INSIDE.finditer(text)}
    openers = frozenset(word.capitalize() for word in lowered) - names
    return openers, openers & opening


def ends_in_conjunction(text: str) -> bool:
    """Whether a text ends as the last item but one of a list does: "…; en"."""
    *_, before, last = ("", "", *text.rsplit(maxsplit=2))
    return before.endswith((";", ",")) and is_conjunction(last)
