"""Dates and periods: what their words mean in EDTF, and what they are in their sentence.

Guarantee: the mentions of a text do not overlap, each value is EDTF of level 0 or 1 that the calendar has, and a document
without a date has no inferred ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias

from generator.annotators.dates import roles
from generator.annotators.dates.context import Context, clause, words_of
from generator.annotators.dates.grammar import readings
from generator.annotators.dates.readings import Reading
from generator.annotators.dates.tokens import Token, tokens
from generator.annotators.dates.values import Point, Today, compare, today
from generator.annotators.dates.vocabulary import Vocabulary, cues, vocabulary
from generator.language import edtf
from generator.language.sentences import sentence
from generator.model import Annotator, Block, Document, Mention, Part

_FRONT_BLOCKS: Final = 12
"""Blocks that may stand above the text of a document: no more than a dozen lines, none of them long, and none a sentence."""

_FRONT_LINE: Final = 80
"""Characters of such a line: a row of a page."""

Printed: TypeAlias = tuple[int, int | None]
"""Where a date with its year stands, and the year."""

MOST: Final = 40
"""Dates that a sentence can tell. Those of our documents tell four at most; one with more is a table or a list that lost its shape,
and each date is told with its whole sentence, on several pages and in several files."""

_AROUND: Final = 600
"""Characters on either side of a date that can tell about it; sentences are shorter, but a broken text may be all one."""


def date_finder(document: Document) -> Annotator:
    """An annotator that finds the dates of one document; those without a year are reckoned from the document's date."""
    facts = document.meta
    front = frozenset(block.id for place, block in enumerate(document.blocks) if _of_front(place, block))
    return DateFinder(facts.language, facts.date or "", front, vocabulary(facts.language), today(facts.date)).find


def _of_front(place: int, block: Block) -> bool:
    """Whether a block belongs to what stands above a document, where its own date is printed."""
    return block.type == "front_matter" or (place < _FRONT_BLOCKS and len(block.text) < _FRONT_LINE and not block.text.endswith("."))


@dataclass(frozen=True, slots=True)
class DateFinder:
    """Finds the dates of one text at a time; all it knows of the document was given to it."""

    language: str
    date: str
    front: frozenset[str]
    vocabulary: Vocabulary
    now: Today | None

    def find(self, part: Part) -> Iterator[Mention]:
        """The dates of a part, in order; of a sentence at most `MOST`."""
        text = part.text
        row = tokens(text, self.vocabulary, self.language)
        found = tuple(readings(row, self.now))
        printed = [(row[reading.start].start, reading.first.year) for reading in found if not reading.inferred]
        told: Counter[int] = Counter()
        begins: dict[int, int] = {}
        for place, reading in enumerate(found):
            start = row[reading.start].start
            first, _ = sentence(text, start, start + 1)
            begin = begins.setdefault(first, place)
            if told[first] >= MOST:
                continue
            mention = self._mention(part, row, _in_year_above(found, place, begin), printed)
            if mention:
                told[first] += 1
                yield mention

    def _mention(self, part: Part, row: tuple[Token, ...], reading: Reading, printed: list[Printed]) -> Mention | None:
        text = part.text
        start, end = row[reading.start].start, _end(row, reading)
        first, after = sentence(text, start, end)
        first, after = max(first, start - _AROUND), min(after, end + _AROUND)
        words = words_of(text[first:after])
        dated = self._dated(reading, words)
        if (
            dated is None
            or not _exists(dated)
            or (reading.first.year is None and (_doubtful(dated, printed, first, after) or self._recurs(text[first:after], words)))
        ):
            return None
        before, behind = text[first:start], text[end:after]
        told = words_of(clause(before, behind))
        around = Context(
            dated, text[start:end], before, behind, told, self.language, self.now,
            note=part.type == "note", front=part.anchor in self.front, own_date=dated.first.edtf == self.date,
        )  # fmt: skip
        role = roles.role(around)
        value = _value(dated, role)
        return Mention("date", value, start, end - start, inferred=dated.inferred, role=role) if edtf.is_date(value) else None

    def _recurs(self, sentence: str, words: frozenset[str]) -> bool:
        """Whether a sentence tells of every year: its days have no year of their own."""
        yearly = cues("yearly", self.language)
        return bool(words & yearly) or any(phrase in sentence.lower() for phrase in yearly if " " in phrase)

    def _dated(self, reading: Reading, words: frozenset[str]) -> Reading | None:
        """The reading with its year: that of the document, or of the year before or after where the sentence says so."""
        if reading.first.year is not None:
            return reading
        if self.now is None:
            return None
        year = self.now.year
        ahead = compare(reading.first.in_year(year), self.now)
        if ahead > 0 and words & cues("past", self.language) and not words & cues("future", self.language):
            year -= 1
        first = reading.first.in_year(year)
        last = reading.last.in_year(year) if reading.last else None
        return replace(reading, first=first, last=last)


def _is_bare_year(reading: Reading) -> bool:
    """Whether a reading is a year by itself, as printed or as reckoned ("vorig jaar")."""
    return reading.shape == "point" and reading.first.year is not None and reading.first.month is None and reading.last is None


def _is_day_alone(reading: Reading) -> bool:
    return reading.first.year is None and reading.first.day is not None


def _in_year_above(found: tuple[Reading, ...], place: int, first: int) -> Reading:
    """A day without a year in that of its sentence, whose first reading has the index `first`: "In 2028 … op 12 maart, 4 juni en 9 november".

    The nearest year before it counts, if it stands by itself, and each year before that one has days of its own.
    """
    reading = found[place]
    if not _is_day_alone(reading):
        return reading
    before = found[first:place]
    years = [at for at, other in enumerate(before) if other.first.year is not None]
    if not years or not all(map(_is_bare_year, (before[at] for at in years))) or any(after - at == 1 for at, after in pairwise(years)):
        return reading
    above = before[years[-1]]
    return _dated_in(reading, above.first.year, inferred=above.inferred) if above.first.year else reading


def _dated_in(reading: Reading, year: int, *, inferred: bool) -> Reading:
    """A reading without a year in one."""
    return replace(reading, first=reading.first.in_year(year), last=reading.last and reading.last.in_year(year), inferred=inferred)


def _exists(dated: Reading) -> bool:
    """Whether the calendar has both ends of a date; a decade is one of its first year."""
    return dated.shape == "decade" or all(point.exists for point in (dated.first, dated.last) if point)


def _doubtful(dated: Reading, printed: list[Printed], first: int, after: int) -> bool:
    """Whether the sentence prints another year, so that it is not certain which one the month belongs to."""
    within = printed[bisect_left(printed, (first, 0)) : bisect_left(printed, (after, 0))]
    return any(year != dated.first.year for _, year in within)


def _end(row: tuple[Token, ...], reading: Reading) -> int:
    """Where the words end: before the full stop, unless more of the date follows it."""
    last = row[reading.end - 1]
    return row[reading.end - 2].end if last.type == "P" else last.end


def _value(reading: Reading, role: str) -> str:
    first, last = reading.first, reading.last
    if reading.shape == "decade":
        return f"{first.year}X"
    if reading.shape == "since":
        return f"{first.first}/.."
    if reading.shape == "after":
        return f"{first.next.edtf}/.."
    if reading.shape == "until" and role == "period":
        return f"../{_edtf_end(first)}"
    return f"{first.edtf}/{last.edtf}" if last else first.edtf


def _edtf_end(point: Point) -> str:
    return point.edtf.rpartition("/")[2]
