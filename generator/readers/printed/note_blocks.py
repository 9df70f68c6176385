"""Where the notes of a page start and end, told from their numbers: those that are due, and that the page's own text calls for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.readers.pieces.enumeration import find_heading_mark, find_marks
from generator.readers.printed.lines import Line
from generator.readers.printed.shape import ends_sentence, starts_lower

NOTE_START: Final = re.compile(
    r"(?P<label>\[(?P<square>\d{1,3})\]|\(\s?(?P<round>\d{1,3}|[¹²³⁰⁴-⁹]{1,3})\s?\)|(?P<plain>\d{1,3})|(?P<raised>[¹²³⁰⁴-⁹]{1,3}))"
    r"(?:\s+|(?=\[|<)|$)(?P<rest>.*)",
    re.DOTALL,
)
"""The start of a footnote's text: its number, plain, raised or in brackets, and what follows."""

_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_SKIPPED: Final = 3
"""A page's first note may follow on one whose text or number was lost, but not on a gap of more than these."""

_CLOSERS: Final = ".,;:!?)]»”"
_THOUSANDS: Final = re.compile(r"\d{3}(?!\d)")
"""The rest of a number that is written in groups: "1 400"."""

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)")


@dataclass(frozen=True, slots=True)
class NoteBlocks:
    """The numbers of the lines at which notes start, and of those at which the text goes on after them."""

    starts: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Finder:
    """What was found so far, from the first page on."""

    unit: int
    paged: bool
    last: int = 0
    note_open: bool = False
    starts: set[int] = field(default_factory=set)
    stops: set[int] = field(default_factory=set)


def note_number(label: str) -> int:
    """The number that a note's label prints, in whatever form."""
    return int(label.strip("[]() ").translate(_SUPERSCRIPTS))


def last_number(lines: Iterable[Line], number: int) -> int:
    """The number of the last of the notes that follow one another in the lines."""
    for line in lines:
        match = NOTE_START.fullmatch(line.content)
        if match and number < note_number(match["label"]) <= number + _MOST_SKIPPED:
            number = note_number(match["label"])
    return number


def find_note_blocks(pages: Iterable[tuple[list[Line], list[Line]]], ruled: frozenset[int], unit: int) -> NoteBlocks:
    """The blocks of notes on pages, each given as the lines of its text and those known to be notes.

    A page whose notes are set off by a rule or by their spacing needs no search; `ruled` are the lines below a rule, `unit` the empty
    lines between two rows of a paragraph. Where no page has any, the text may have them all at its end.
    """
    pages = tuple(pages)
    finder = _Finder(unit, paged=len(pages) > 1)
    for body, notes in pages:
        if notes:
            finder.last = last_number(notes, finder.last)
            finder.note_open = not ends_sentence(notes[-1].content)
        else:
            _search(finder, body, ruled)
    if len(pages) > 1 and not finder.last:
        whole = [line for body, _ in pages for line in body]
        start = _first_note(pages[-1][0], range(1, 1 + _MOST_SKIPPED), whole, paged=False)
        if start is not None:
            finder.starts.add(pages[-1][0][start].number)
    return NoteBlocks(frozenset(finder.starts), frozenset(finder.stops))


def _search(finder: _Finder, page: list[Line], ruled: frozenset[int]) -> None:
    """Take in the notes of one page: the rest of the one before it, then those that are called for."""
    start = _below_rule(page, ruled, finder.last)
    if start is None:
        start = _first_note(page, range(finder.last + 1, finder.last + 1 + _MOST_SKIPPED), page, paged=finder.paged)
    if start is None and finder.last and (start := _first_note(page, (1,), page, paged=False)) is not None:
        finder.last = 0
    first = _rest_of_note(finder, page, len(page) if start is None else start)
    if first is None:
        finder.note_open = False
        return
    finder.starts.add(page[first].number)
    finder.last = last_number(page[first:], finder.last)
    stop = _resumes(page, first, finder.unit)
    finder.note_open = not ends_sentence(page[(stop or len(page)) - 1].content)
    if stop is not None:
        finder.stops.add(page[stop].number)
        _search(finder, page[stop:], ruled)


def _below_rule(page: Sequence[Line], ruled: frozenset[int], last: int) -> int | None:
    """Notes below a rule that begin with the rest of a note from the page before."""
    place = next((place for place, line in enumerate(page) if line.number in ruled), len(page))
    # Where no note follows the first rule, none follows a later one.
    return place if last_number(page[place:], last) > last else None


def _first_note(page: Sequence[Line], due: Iterable[int], text: Sequence[Line], *, paged: bool) -> int | None:
    """The place of the first of a page's notes: its number is due, and the text above calls for it; the lowest place of that number."""
    places: dict[int, int] = {}
    for place, line in enumerate(page):
        if place and (match := NOTE_START.fullmatch(line.content)) and _may_start(match["rest"], page, place):
            places[note_number(match["label"])] = place
    for number in due:
        if number in places and _are_called(page, places[number], number, text, paged=paged):
            return places[number]
    return None


def _are_called(page: Sequence[Line], place: int, number: int, text: Sequence[Line], *, paged: bool) -> bool:
    """Whether the text above a block calls for its first note: plainly, or after a blank where another sign confirms it.

    Such a sign is that the others of the block are called for too, on pages whose ends are known.
    """
    above = [line for line in text if line.number < page[place].number]
    if _calls(above, number, _marker(number)):
        return True
    others = range(number + 1, last_number(page[place:], number) + 1)
    plainly = [other for other in others if _calls(above, other, _marker(other))]
    if not _calls(above, number, _loose_marker(number)):
        return False
    return bool(plainly) or (paged and all(_calls(above, other, _loose_marker(other)) for other in others))


def _may_start(rest: str, page: Sequence[Line], place: int) -> bool:
    """Whether what follows a number at the start of a row may be a note's text, and not the rest of a sentence."""
    if _THOUSANDS.match(rest):
        return False
    if starts_lower(rest) and not _ADDRESS.match(rest):
        return page[place].gap.size > page[place - 1].gap.size
    return rest[:1] not in _CLOSERS if rest else place + 1 < len(page)


def _marker(number: int) -> re.Pattern[str]:
    raised = str(number).translate(_RAISED)
    return re.compile(
        rf"(?:[^\W\d_]|[)”\"'’»\]!?.;,:%]|(?:1[5-9]|20)\d\d|/\d{{3,4}}){number}(?!\d|[.,]\d)|[\[(]\s?{number}\s?[\])]|{raised}(?![⁰¹²³⁴-⁹])"
    )


def _loose_marker(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_]|(?:1[5-9]|20)\d\d)[”\"'’»)]?\s{number}(?=[.,;:)]|\s|$)")


def _calls(lines: Iterable[Line], number: int, marker: re.Pattern[str]) -> bool:
    """Whether the lines hold a marker of that note."""
    return any(marker.search(line.content) or line.content == str(number) for line in lines)


def _rest_of_note(finder: _Finder, page: Sequence[Line], start: int) -> int | None:
    """Where the notes of a page begin, the rest of a note from the page before counted in; None where there are none.

    Such a rest stands directly above the first note, or at the foot of a page without one, set off by white space.
    """
    begin = start if start < len(page) else None
    if not finder.note_open or start < 1:
        return begin
    for place in range(start - 1, 0, -1):
        if page[place].gap.size > finder.unit:
            return place if not ends_sentence(page[place - 1].content) or begin is not None else begin
        if ends_sentence(page[place - 1].content) and begin is None:
            return begin
    return begin


def _resumes(page: Sequence[Line], first: int, unit: int) -> int | None:
    """Where the text goes on below the notes of a column; None where they reach to the foot of the page."""
    number = last_number(page[first:], 0)
    at = max(place for place in range(first, len(page)) if place == first or _number_of(page[place]) == number)
    cut = not ends_sentence(page[first - 1].content) if first else False
    for place in range(at + 1, len(page)):
        text = page[place].content
        if not ends_sentence(page[place - 1].content):
            continue
        if cut and starts_lower(text) and not _ADDRESS.match(text):
            return place
        if any(mark.certain for mark in find_marks(text)) or _numbers_heading(text) or page[place].gap.size > unit > 0:
            return place
    return None


def _number_of(line: Line) -> int | None:
    match = NOTE_START.fullmatch(line.content)
    return note_number(match["label"]) if match else None


def _numbers_heading(text: str) -> bool:
    mark = find_heading_mark(text)
    return mark is not None and mark.label.endswith(".")
