"""Where the notes of a page start and end, by their numbers: those that come next, and to which the page's own text has markers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.readers.pieces.counting import MOST_SKIPPED_NOTES
from generator.readers.pieces.enumeration import find_heading_mark, find_marks
from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.text.note_calls import SUPERSCRIPTS, Calls
from generator.readers.printed.text.width import width

NOTE_START: Final = re.compile(
    r"(?P<label>\[(?P<square>\d{1,3})\]|\(\s?(?P<round>\d{1,3}|[¹²³⁰⁴-⁹]{1,3})\s?\)|(?P<plain>\d{1,3})|(?P<raised>[¹²³⁰⁴-⁹]{1,3}))"
    r"(?:\s+|(?=[\[<“„«A-ZÀ-Þ])|$)(?P<rest>.*)",
    re.DOTALL,
)
"""The start of a footnote's text: its number, plain, raised or in brackets, and what follows; some leave the blank between them out."""

_RESTARTS: Final = 2
"""Pages number their notes anew if so many have to; one restart may be an annex."""

_FULL: Final = 0.7
"""Part of the longest row of a page."""

_WIDE: Final = 1.15
"""Of the measure of the text. Notes are set some two points smaller, so that a fifth more goes on a full row of them; a full row of text
differs by less from the next."""

_FILLED: Final = 0.85
"""Of the measure of the text. A row that fills so much of it is a full one, whatever the typeface."""

_CLOSERS: Final = ".,;:!?)]»”"
_THOUSANDS: Final = re.compile(r"\d{3}(?!\d)")
"""The rest of a number that is written in groups: "1 400"."""

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)")


@dataclass(frozen=True, slots=True)
class NoteBlocks:
    """The numbers of the lines at which notes start, and of those at which the text goes on after them.

    `anew` says that each page numbers its notes from 1.
    """

    starts: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()
    anew: bool = False


def note_number(label: str) -> int:
    """The number that a note's label prints, in whatever form."""
    return int(label.strip("[]() ").translate(SUPERSCRIPTS))


def last_number(lines: Iterable[Line], number: int) -> int:
    """The number of the last of the notes that follow one another in the lines."""
    for line in lines:
        match = NOTE_START.fullmatch(line.content)
        if match and number < note_number(match["label"]) <= number + MOST_SKIPPED_NOTES:
            number = note_number(match["label"])
    return number


def find_note_blocks(pages: Iterable[tuple[list[Line], list[Line]]], ruled: frozenset[int], unit: int) -> NoteBlocks:
    """The blocks of notes on pages, each given as the lines of its text and those known to be notes.

    A page whose notes are set off by a rule or by their spacing needs no search; `ruled` are the lines below a rule, `unit` the empty
    lines between two rows of a paragraph. Where no page has any, the text may have them all at its end.
    """
    pages = tuple(pages)
    measure = _column_measure([body for body, _ in pages])
    on, anew = (_searched(pages, ruled, _Finder(unit, paged=len(pages) > 1, anew=anew, measure=measure)) for anew in (False, True))
    finder = anew if anew.paged and on.restarts >= _RESTARTS and anew.found >= on.found else on
    if finder.paged and not finder.last and pages[-1][0]:
        page = _Page(tuple(pages[-1][0]))
        start = page.first_note(0, range(1, 1 + MOST_SKIPPED_NOTES), Calls.of(line for body, _ in pages for line in body), paged=False)
        finder.starts |= set() if start is None else {page.lines[start].number}
    return NoteBlocks(frozenset(finder.starts), frozenset(finder.stops), finder.anew)


def _column_measure(pages: Sequence[Sequence[Line]]) -> float:
    """How wide the rows of the text are, in thousandths of an em, if it goes on below notes as columns do; else 0.

    It does where a number is called for between the note before it and its own.
    """
    rows = sorted(width(line.content) for page in pages for line in page)
    return rows[len(rows) // 2] if any(_Page(tuple(page)).calls_between_notes() for page in pages) else 0


def _searched(pages: Iterable[tuple[list[Line], list[Line]]], ruled: frozenset[int], finder: _Finder) -> _Finder:
    """A finder that has seen all pages."""
    for body, notes in pages:
        finder.last = 0 if finder.anew else finder.last
        if notes:
            before, finder.last = finder.last, last_number(notes, finder.last)
            finder.found += finder.last - before
            finder.open = _stops_short(notes, [*body, *notes])
        else:
            finder.search(_Page(tuple(body)), ruled)
    return finder


class _Page:
    """The lines of a page, and the places at which a note may start, by number."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.places: dict[int, int] = {}
        for place in range(1, len(lines)):
            if (number := self.number(place)) is not None:
                self.places[number] = place

    def number(self, place: int) -> int | None:
        """The number of the note that may start on a line; None where none may."""
        match = NOTE_START.fullmatch(self.lines[place].content)
        return note_number(match["label"]) if match and self._may_start(match["rest"], place) else None

    def _may_start(self, rest: str, place: int) -> bool:
        """Whether what follows a number at the start of a row may be a note's text, and not the rest of a sentence."""
        if _THOUSANDS.match(rest):
            return False
        if starts_lower(rest) and not _ADDRESS.match(rest):
            return self.lines[place].gap.size > self.lines[place - 1].gap.size
        return rest[:1] not in _CLOSERS if rest else place + 1 < len(self.lines)

    def calls_between_notes(self) -> bool:
        """Whether the text between two notes calls for the second."""
        calls = Calls.of(self.lines).plain
        return any(
            self.lines[place].number < calls.get(number + 1, 0) < self.lines[self.places.get(number + 1, place)].number
            for number, place in self.places.items()
            if calls.get(number, self.lines[place].number) < self.lines[place].number
        )

    def first_note(self, begin: int, due: Iterable[int], calls: Calls, *, paged: bool) -> int | None:
        """The place, from `begin`, of the first note: its number is due, and the text above calls for it."""
        for number in due:
            place = self.places.get(number, -1)
            if place >= begin and self._are_called(place, number, calls, paged=paged):
                return place
        return None

    def first_run(self, calls: Calls) -> int | None:
        """The place of the first of two notes or more that count on and are called for, one of them plainly: an excerpt starts with any number."""
        runs = (n for n in sorted(self.places) if n + 1 in self.places and self.places[n] < self.places[n + 1])
        return next((self.places[n] for n in runs if self._called_together(n, calls)), None)

    def _called_together(self, number: int, calls: Calls) -> bool:
        above = self.lines[self.places[number]].number
        both = all(calls.loose.get(own, above) < above for own in (number, number + 1))
        return both and any(calls.plain.get(own, above) < above for own in (number, number + 1))

    def _are_called(self, place: int, number: int, calls: Calls, *, paged: bool) -> bool:
        """Whether the text above a block calls for its first note: plainly, or after a blank where another sign confirms it.

        Such a sign is that the others of the block are called for too, on pages whose ends are known.
        """
        above = self.lines[place].number
        if calls.plain.get(number, above) < above:
            return True
        if calls.loose.get(number, above) >= above:
            return False
        others = range(number + 1, last_number(self.lines[place:], number) + 1)
        plainly = any(calls.plain.get(other, above) < above for other in others)
        return plainly or (paged and all(calls.loose.get(other, above) < above for other in others))

    def end(self, first: int, last: int, unit: int, measure: float) -> tuple[int, int]:
        """Where the notes that begin at `first` end, and the number of the last of them: at the foot of the page or of the column."""
        cut = first > 0 and not ends_sentence(self.lines[first - 1].content)
        number, starts, spaced = last, 0, False
        narrow = self._narrows(first, number, measure, cut=cut)
        for place in range(first, len(self.lines)):
            gap = self.lines[place].gap.size > unit
            if self._counts_on(place, number):
                number, starts, spaced = self.number(place) or number, starts + 1, spaced or (starts > 0 and gap)
                narrow = self._narrows(place, number, measure, cut=cut)
            elif place == narrow or (starts and self._resumes(place, cut=cut, gap=gap, apart=gap and starts > 1 and not spaced)):
                return place, number
        return len(self.lines), number

    def is_wide(self, place: int, measure: float) -> bool:
        """Whether a row is wider than those of the text, as those of notes are."""
        return width(self.lines[place].content) > _WIDE * measure > 0

    def _narrows(self, start: int, number: int, measure: float, *, cut: bool) -> int | None:
        """Where below the start of a note, and above the next one, the rows have the text's own measure again; None where they have not."""
        after = next((place for place in range(start + 1, len(self.lines)) if self._counts_on(place, number)), len(self.lines))
        text = next(
            (place for place in range(start + 2, after) if self._is_full(place - 1, measure) and self._is_full(place, measure)), None
        )
        if text is None:
            return None
        last = next((place for place in range(text, start, -1) if self.is_wide(place, measure)), start)
        return next((place for place in (last + 1, last + 2) if self._follows_note(place, cut=cut)), last + 1)

    def _is_full(self, place: int, measure: float) -> bool:
        """Whether a row has the measure of the text; two below one another are no rows of a note."""
        return _FILLED * measure <= width(self.lines[place].content) <= _WIDE * measure

    def _follows_note(self, place: int, *, cut: bool) -> bool:
        """Whether a note may end above a row, and the text, whose sentence it `cut`, go on there."""
        return ends_sentence(self.lines[place - 1].content) and cut == starts_lower(self.lines[place].content)

    def _counts_on(self, place: int, number: int) -> bool:
        """Whether a note starts here whose number goes on from the last one's."""
        own = self.number(place) if place else None
        return own is not None and number < own <= number + MOST_SKIPPED_NOTES

    def _resumes(self, place: int, *, cut: bool, gap: bool, apart: bool) -> bool:
        """Whether the text goes on below the notes: with the sentence that they `cut`, a list or heading, or `apart` from notes that are not."""
        if not ends_sentence(self.lines[place - 1].content):
            return False
        text = self.lines[place].content
        goes_on = cut and starts_lower(text) and not _ADDRESS.match(text)
        listed = any(mark.certain or (gap and mark.value is None) for mark in find_marks(text))
        return goes_on or apart or listed or _numbers_heading(text)


@dataclass(slots=True)
class _Finder:
    """What was found so far, from the first page on: the number of the last note, and whether it stopped in mid-sentence."""

    unit: int
    paged: bool
    anew: bool = False
    measure: float = 0  # of the rows of the text, if columns of it go on below notes
    found: int = 0  # notes so far
    restarts: int = 0  # pages that number their notes anew
    last: int = 0  # the number of the last note; 0 before the first
    open: bool = False
    owed: int = 0  # the number after the last one of the page before
    called: Mapping[int, int] = field(default_factory=dict)  # what that page called for
    starts: set[int] = field(default_factory=set)
    stops: set[int] = field(default_factory=set)

    def search(self, page: _Page, ruled: frozenset[int]) -> None:
        """Take in the notes of one page: the rest of the one before it, then those that are called for; columns have theirs in between."""
        calls = Calls.of(page.lines)
        self._take_in(page, calls, _below_rule(page.lines, ruled, self.last))
        self.owed, self.called = self.last + 1, calls.plain

    def _take_in(self, page: _Page, calls: Calls, at: int | None) -> None:
        begin = 0
        while begin < len(page.lines):
            at = self._first(page, begin, calls) if at is None else at
            at = self._carried_over(page, calls) if at is None and not begin else at
            first = self._with_rest(page, begin, len(page.lines) if at is None else at)
            self.open = False
            if first is None:
                return
            self.starts.add(page.lines[first].number)
            before = self.last
            begin, self.last = page.end(first, self.last, self.unit, self.measure)
            self.found += self.last - before
            at, self.open = None, _stops_short(page.lines[first:begin], page.lines)
            if begin < len(page.lines):
                self.stops.add(page.lines[begin].number)

    def _first(self, page: _Page, begin: int, calls: Calls) -> int | None:
        """The place of the next note from `begin`; where none that is due is called for, pages may number theirs anew."""
        place = page.first_note(begin, range(self.last + 1, self.last + 1 + MOST_SKIPPED_NOTES), calls, paged=self.paged)
        if place is None and not self.last and (place := page.first_run(calls)) is not None:
            self.last = (page.number(place) or 1) - 1
        if place is None and self.last and not begin and (place := page.first_note(0, (1,), calls, paged=False)) is not None:
            self.last = 0
            self.restarts += 1
        return place

    def _carried_over(self, page: _Page, calls: Calls) -> int | None:
        """The place of the note that counts on from the page before, which had no room for it or for its marker."""
        place = page.places.get(self.owed)
        if place is None or not (
            self.owed in self.called or calls.plain.get(self.owed, page.lines[place].number) < page.lines[place].number
        ):
            return None
        self.last = self.owed - 1
        return place

    def _with_rest(self, whole: _Page, top: int, start: int) -> int | None:
        """Where the notes of a page, or of a column that begins at `top`, begin, the rest of a note before it counted in; None where none do.

        Such a rest stands directly above the first note, or at the foot of a page without one, set off by white space; that of a
        column, by its width.
        """
        begin = start if start < len(whole.lines) else None
        if not self.open or start < 1:
            return begin
        return self._wide_rest(whole, range(top + 1, start), begin) if self.measure else self._rest_apart(whole.lines, start, begin)

    def _wide_rest(self, page: _Page, rows: Iterable[int], begin: int | None) -> int | None:
        wide = (place for place in rows if page.is_wide(place, self.measure))
        return next((place for place in wide if _goes_on(page.lines[place].content)), begin)

    def _rest_apart(self, page: Sequence[Line], start: int, begin: int | None) -> int | None:
        for place in range(start - 1, 0, -1):
            if page[place].gap.size > self.unit:
                return place if _goes_on(page[place].content) else begin
            if ends_sentence(page[place - 1].content) and begin is None:
                return begin
        return begin


def _below_rule(page: Sequence[Line], ruled: frozenset[int], last: int) -> int | None:
    """Notes below a rule that begin with the rest of a note from the page before."""
    place = next((place for place, line in enumerate(page) if line.number in ruled), len(page))
    # Where no note follows the first rule, none follows a later one.
    return place if last_number(page[place:], last) > last else None


def _stops_short(notes: Sequence[Line], page: Iterable[Line]) -> bool:
    """Whether the last note of a page stops in mid-sentence, at the end of a full row."""
    last = notes[-1].content
    return not ends_sentence(last) and len(last) >= _FULL * max(len(line.content) for line in page)


def _goes_on(text: str) -> bool:
    """Whether a row goes on with a sentence of the page before; a capital may stand there, but mostly starts something."""
    return starts_lower(text) or not (text[:1].isalpha() or any(find_marks(text)))


def _numbers_heading(text: str) -> bool:
    mark = find_heading_mark(text)
    return mark is not None and mark.label.endswith(".")
