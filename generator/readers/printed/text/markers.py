"""The footnotes' markers: which digits in the running text are a raised number, and of which note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from generator.language import tables
from generator.model import Span
from generator.readers.pieces.drafts import Marker
from generator.readers.printed.text.footnotes import NoteText
from generator.readers.printed.text.rows import Row

_CANDIDATE: Final = re.compile(
    r"""
      \[(?P<square>\d{1,3})\](?!\()                                     # woord[3]
    | (?P<gap>[ ])?\([ ]?(?P<round>\d{1,3}|[⁰¹²³⁴-⁹]{1,3})[ ]?\)                               # woord (3)
    | (?P<raised>[⁰¹²³⁴-⁹]{1,3})                                        # woord³
    | (?<![\d.,/:–-])(?:1[5-9]|20)\d\d(?P<year>\d{1,3})(?![\d%/]|[.,:]\d|-\d|[ ]?(?:EUR|euro|%))  # 20155 is 2015 and note 5
    | (?<=[^\W\d_]|[)”"'’»\]!?.;,:%])(?P<glued>\d{1,3})(?![\w/%]|[.,:]\d|-\d) # woord3
    """,
    re.VERBOSE,
)
_SPACED: Final = re.compile(
    r"(?:[^\W\d_]|(?<!\d)(?:1[5-9]|20)\d\d)[”\"'’»)]?[ ](?P<spaced>\d{1,3})(?:(?P<closed>(?=[.,;:!?)](?!\d)|$))|(?=[ ](?P<next>[^\W\d_]+)))"
)
"""A raised number with a blank before it, as some extractions have it: `zijn 1. De`."""

_ACTS: Final = tuple(
    re.compile(rf"(?:(?<!\d)\d{{1,4}}/|(?<=\(\d{{4}}\)) )\d{{{digits}}}(?P<act>[1-9]\d{{0,2}})(?![\d%/]|[.,:]\d|-\d)")
    for digits in (1, 2, 3, 4)
)
"""A raised number behind that of an act: `2017/74513` is 2017/745 and note 13, `COM(2019) 64011` is COM(2019) 640 and note 11."""

_CODE: Final = re.compile(r"(?:(?<![^\W_])[A-Z]|(?<!\w)(?=\w*\d)\w++[.,])$")
"""What makes digits behind it a code or a number and no marker: one capital (G20), a decimal or thousands mark."""

_ADDRESS: Final = re.compile(r"(?<!\S)(?>\S*?(?:https?://|www\.)|[^\s@]++@)\S*+$")
_LAST_WORD: Final = re.compile(r"(?<![^\W_])[^\W_]+$")
_LOOK_BACK: Final = 80
"""Characters before the digits that belong to the same word, address or code; longer ones hold no note's marker."""

_FRAGMENT: Final = re.compile(r"(\d{1,3})(?!\d)")
_LEADING: Final = re.compile(r"(\d{1,3})(?=$|[ ][a-zà-ÿ(]|[,;:)](?!\d))")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WEIGHTS: Final = {
    "fragment": 4.0,
    "raised": 4.0,
    "square": 3.0,
    "glued": 2.5,
    "round": 1.5,
    "year": 1.5,
    "leading": 1.0,
    "closed": 0.9,
    "act": 0.8,
    "spaced": 0.5,
}
"""How much each form of marker tells, against the 2.0 that a marker on the page of its note gets besides: digits that were raised, or
stand apart as a row, are markers; those behind a blank or a bracket most often are something else."""

_ON_SAME_PAGE: Final = frozenset({"spaced", "closed", "act"})
"""Digits that are most often something else count as a marker only on the page of their note."""

_SKIP: Final = 1.0
"""What a number without a marker costs in the sum of the weights: less than any marker on the page of its note is worth, so that one is
left out only where it breaks the order of better ones."""

_MOST: Final = 400
"""So many places at most are weighed for one number; a text that has more of them does not use glued markers."""


def find_markers(body: tuple[Row, ...], notes: tuple[NoteText, ...], text: str, *, anew: bool = False) -> tuple[Marker, ...]:
    """The markers in the order of the text, one for each note at most, and those whose note was lost; `anew`: pages number their notes from 1."""
    candidates = defaultdict(list)
    for candidate in _of_pages(_candidates(body, text), notes) if anew else _candidates(body, text):
        candidates[candidate.number].append(candidate)
    pages = {note.number: note.page for note in notes}
    brackets = {note.bracket for note in notes}
    numbers = _numbers(pages, candidates)
    options = {number: [c for c in candidates[number] if _fits(c, pages.get(number), brackets)][:_MOST] for number in numbers}
    return _best_path(options, pages)


def _of_pages(candidates: Iterable[Marker], notes: tuple[NoteText, ...]) -> Iterator[Marker]:
    """The candidates that a note of their page bears the number of, as markers of that note."""
    carried_over = {(note.page - 1, note.printed): note.number for note in notes}
    own = carried_over | {(note.page, note.printed): note.number for note in notes}
    for candidate in candidates:
        number = own.get((candidate.page, candidate.number))
        if number is not None:
            yield replace(candidate, number=number)


def _numbers(pages: dict[int, int], candidates: dict[int, list[Marker]]) -> list[int]:
    """The numbers to look for: those of the notes, and those beyond them that stand alone on a line."""
    last = max(pages, default=0)
    numbers = set(range(1, last + 1))
    while pages and any(c.kind == "fragment" for c in candidates.get(last + 1, ())):
        last += 1
        numbers.add(last)
    return sorted(numbers)


def _fits(candidate: Marker, page: int | None, brackets: set[str]) -> bool:
    if candidate.kind == "round" and "(" not in brackets:
        return False
    if candidate.kind == "square" and not brackets & {"[", ""}:
        return False
    if page is None:
        return candidate.kind in {"fragment", "raised", "square"}
    return page == candidate.page or candidate.kind not in _ON_SAME_PAGE


def _candidates(body: Iterable[Row], text: str) -> Iterator[Marker]:
    last_word = ""
    for row in body:
        for place, (start, end) in enumerate(row.parts):
            pattern, kind = (_FRAGMENT, "fragment") if place else (_LEADING, "leading")
            if place or not names_number(last_word):
                yield from _first(row, pattern.match(text, start, end), kind)
            for match in _CANDIDATE.finditer(text, start, end):
                if place or not _starts_item(row, match, start):
                    yield from _glued(row, match, text)
            yield from _loose(row, text, start, end)
        last_word = row.text.rsplit(maxsplit=1)[-1]


def _loose(row: Row, text: str, start: int, end: int) -> Iterator[Marker]:
    """Digits that are markers only if nothing else is: behind a blank, or behind the number of an act."""
    for match in _SPACED.finditer(text, start, end):
        before = text[max(start, match.start() - _LOOK_BACK) : match.start() + 1].rsplit(maxsplit=1)[-1:]
        after = (match["next"] or "").casefold()
        if not names_number("".join(before)) and after not in _months():
            yield Marker(int(match["spaced"]), match.span("spaced"), row.page, "spaced" if match["closed"] is None else "closed")
    for pattern in _ACTS:
        for match in pattern.finditer(text, start, end):
            yield Marker(int(match["act"]), match.span("act"), row.page, "act")


def names_number(word: str) -> bool:
    """Whether a number behind the word is its own: `artikel 2`."""
    return word.casefold() in _number_words()


@cache
def _number_words() -> frozenset[str]:
    return frozenset(row["word"] for row in tables.rows("number_words"))


@cache
def _months() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in tables.rows("months"))


def _first(row: Row, match: re.Match[str] | None, kind: str) -> Iterator[Marker]:
    """The digits that a piece of a row starts with, raised in print; at the start of a row they may be a number."""
    if match and (kind == "fragment" or row.relation == "normal"):
        yield Marker(int(match[1]), match.span(1), row.page, kind)


def _starts_item(row: Row, match: re.Match[str], start: int) -> bool:
    """Whether bracketed digits at the start of a row number an item: a marker would follow on text, not on white space."""
    return match.start() == start and match["round"] is not None and (row.relation != "normal")


def _glued(row: Row, match: re.Match[str], text: str) -> Iterator[Marker]:
    kind = "round" if match["round"] else match.lastgroup or ""
    near = max(0, match.start() - _LOOK_BACK)
    before = text[max(near, text.rfind("\n", near, match.start()) + 1) : match.start(kind)]
    if kind in {"glued", "year"} and _ADDRESS.search(before):
        return
    if kind == "glued" and (_CODE.search(before) or _is_written_with_digits(before, match["glued"])):
        return
    number = int(match[kind].translate(_SUPERSCRIPTS))
    span = match.span(kind) if kind in {"glued", "year", "raised"} else _bracketed(match)
    yield Marker(number, span, row.page, kind)


def _is_written_with_digits(before: str, digits: str) -> bool:
    """Whether the digits belong to the word before them: CO2, km2."""
    word = _LAST_WORD.search(before)
    return word is not None and word.group() + digits in _written_with_digits()


@cache
def _written_with_digits() -> frozenset[str]:
    return frozenset(row["text"] for row in tables.rows("written_with_digits"))


_SAME_PAGE, _NEXT_PAGE, _LATER, _EARLIER = 2.0, 0.5, -0.5, -4.0
"""What the page of its note adds to a marker's weight: notes stand on the page of their marker, some run over to the next, and hardly any
on one before it: there even the surest form of marker (4.0) comes to nothing."""


def _bracketed(match: re.Match[str]) -> Span:
    start = match.start() + (match["gap"] is not None)
    return start, match.end()


def _best_path(options: dict[int, list[Marker]], pages: dict[int, int]) -> tuple[Marker, ...]:
    """One marker a number in rising order of place, so that together they fit the notes best."""
    best: list[tuple[float, int, _Chain | None]] = [(0.0, -1, None)]
    for number, markers in options.items():
        added = []
        for marker in markers:
            weight = _weight(marker, pages.get(number))
            # States rise in place and score alike: the last one before the marker is the best to go on from.
            before = bisect_left(best, marker.span[0], key=_place) - 1
            if before >= 0:
                score, _, chain = best[before]
                added.append((score + weight, marker.span[0], _Chain(marker, chain)))
        best = _pareto([*((score - _SKIP, place, chain) for score, place, chain in best), *added])
    winner = max(best, key=lambda state: state[0])[2]
    return tuple(_unroll(winner))


def _place(state: tuple[float, int, _Chain | None]) -> int:
    return state[1]


@dataclass(frozen=True, slots=True)
class _Chain:
    marker: Marker
    before: _Chain | None


def _unroll(chain: _Chain | None) -> list[Marker]:
    markers = []
    while chain is not None:
        markers.append(chain.marker)
        chain = chain.before
    return markers[::-1]


def _pareto(states: list[tuple[float, int, _Chain | None]]) -> list[tuple[float, int, _Chain | None]]:
    """The states worth going on from: a later place must bring a higher score."""
    kept: list[tuple[float, int, _Chain | None]] = []
    for state in sorted(states, key=lambda s: (s[1], -s[0])):
        if not kept or state[0] > kept[-1][0]:
            kept.append(state)
    return kept


def _weight(marker: Marker, page: int | None) -> float:
    """The nearer to its note, the likelier: same page, or the page before where the note was carried over."""
    weight = _WEIGHTS[marker.kind]
    if page is None:
        return weight
    distance = page - marker.page
    return weight + (_SAME_PAGE if distance == 0 else _NEXT_PAGE if distance == 1 else _LATER if distance > 1 else _EARLIER)
