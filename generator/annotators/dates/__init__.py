"""Dates and periods: what their words mean in EDTF, and what they are in their sentence.

Guarantee: the mentions of a text do not overlap, each value is EDTF of level 0 or 1 that the calendar has, and a document
without a date has no inferred ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from generator.annotators.dates import roles
from generator.annotators.dates.grammar import Reading, readings
from generator.annotators.dates.tokens import Token, tokens
from generator.annotators.dates.values import Point, Today, compare, today
from generator.annotators.dates.vocabulary import cues, vocabulary
from generator.model import Document, Knowledge, Mention
from generator.sentences import sentence

Annotator: TypeAlias = Callable[[str], Iterable[Mention]]

_MAY_HOLD: re.Pattern[str] = re.compile(r"\d\d|jaar|year|maand|month|\bjahr", re.IGNORECASE)


def date_finder(document: Document, _: Knowledge) -> Annotator:
    """An annotator that finds the dates of one document; those without a year are reckoned from the document's date."""
    facts = document.meta
    notes = frozenset(note.text for note in document.notes)
    front = frozenset(block.text for block in document.blocks if block.type == "front_matter")
    finder = DateFinder(facts.language, today(facts.date), facts.date or "", notes, front)
    return finder.find


class DateFinder:
    """Finds the dates of one text at a time; all it knows of the document was given to it."""

    __slots__ = ("_date", "_front", "_language", "_notes", "_now", "_vocabulary")

    def __init__(self, language: str, now: Today | None, date: str, notes: frozenset[str], front: frozenset[str]) -> None:
        self._language = language
        self._vocabulary = vocabulary(language)
        self._now, self._date = now, date
        self._notes, self._front = notes, front

    def find(self, text: str) -> Iterator[Mention]:
        """The dates of a text, in order."""
        row = tokens(text, self._vocabulary, self._language)
        found = tuple(readings(row, self._now))
        for reading in found:
            mention = self._mention(text, row, reading, found)
            if mention:
                yield mention

    def _mention(self, text: str, row: tuple[Token, ...], reading: Reading, others: tuple[Reading, ...]) -> Mention | None:
        start, end = row[reading.start].start, _end(row, reading)
        first, after = sentence(text, start, end)
        words = roles.words_of(text[first:after])
        dated = self._dated(reading, words)
        if dated is None or (reading.first.year is None and self._doubtful(row, dated, others, (first, after))):
            return None
        context = roles.Context(
            dated, text[start:end], text[first:start], text[end:after], words, self._language, self._now,
            note=text in self._notes, front=text in self._front, own_date=dated.first.edtf == self._date,
        )  # fmt: skip
        role = roles.role(context)
        return Mention("date", _value(dated, role), start, end - start, inferred=dated.inferred, role=role)

    def _dated(self, reading: Reading, words: frozenset[str]) -> Reading | None:
        """The reading with its year: that of the document, or of the year before or after where the sentence says so."""
        if reading.first.year is not None:
            return reading
        if self._now is None:
            return None
        year = self._now.year
        ahead = compare(reading.first.in_year(year), self._now)
        if ahead > 0 and words & cues("past", self._language) and not words & cues("future", self._language):
            year -= 1
        first = reading.first.in_year(year)
        last = reading.last.in_year(year) if reading.last else None
        return replace(reading, first=first, last=last) if first.exists else None

    def _doubtful(self, row: tuple[Token, ...], dated: Reading, others: tuple[Reading, ...], within: tuple[int, int]) -> bool:
        """Whether the sentence prints another year, so that it is not certain which the month belongs to."""
        printed = {other.first.year for other in others if not other.inferred and within[0] <= row[other.start].start < within[1]}
        return bool(printed - {dated.first.year})


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
