"""Running heads and feet: rows at the edge of a page that return, but for their numbers, at the same height of other pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.readers.printed.pdf.rows import Row

Edge: TypeAlias = tuple[bool, int]
"""Whether it is the upper edge, and the height, in steps of `_STEP`, at which a row stands there."""

_DEEPEST: Final = 7
"""So many rows at each edge are looked at: institutions' feet have up to five."""

_STEP: Final = 4.0
"""Points. Rows at one height on page after page differ by less: rounding, and digits of another type. The PDFs of the tests read alike
with half of it and with twice as much."""

_NEAR: Final = (-1, 0, 1)
"""Steps by which heights that are one may differ: they lie on either side of where one step ends."""

_NUMBER: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_WORDS: Final = re.compile(
    r"(?:[-–—|\[(]\s*)?(?:(?:pagina|blz\.?|bladzijde|page|p\.|seite|página|strona|sida|side|sivu|pag\.?)\s*)?\d{1,4}"
    r"(?:\s*(?:van|of|sur|von|de|di|av|af|/|\|)\s*\d{1,4})?(?:\s*[-–—|\])])?",
    re.IGNORECASE,
)
_NOTE_LIKE: Final = re.compile(r"\(?\d{1,3}\)?\s*\S*[^\W\d_]{2}")
_FEWEST: Final = 2
"""Pages on which a row has to stand to return at all."""

_SURE: Final = 3
"""Pages on which a row has to stand where its words alone could be text: twice may be chance."""

_RAREST: Final = 6
"""A head that changes from part to part returns on one page in so many at least."""

_AMONG: Final = 1 / 3
"""So many of the rows that pages have at the height of a head return at least; a title that returns stands where others have their text."""

_MOSTLY: Final = 0.6
"""The share of the pages with a row at a height on which that row returns, from which all rows at that height are heads or feet."""

_OFTEN: Final = 0.4
"""The share of all pages on which a foot stands that might be a note: those of left and right pages have half each, less the first and last."""

_SET_OFF: Final = 1.4
"""In units of the type size: rows of one paragraph mostly stand 1.15 to 1.3 apart. The PDFs of the tests read alike up to 1.75; one does
not at 1.12, nor at 2.8."""

_MOST_LETTERS: Final = 160
"""Characters of the longest head or foot: two rows of a page, as the title of an act in a running head."""


@dataclass(frozen=True, slots=True)
class Edges:
    """The rows of one page, parted into what belongs to the page and what to the text."""

    heads: tuple[Row, ...]
    body: tuple[Row, ...]
    feet: tuple[Row, ...]


def find_edges(pages: tuple[tuple[Row, ...], ...]) -> tuple[Edges, ...]:
    """For each page its running heads, its text and its feet; every row is in one of them."""
    finder = _Finder(pages)
    return tuple(finder.parted(index) for index in range(len(pages)))


def _pattern(row: Row) -> str:
    """What a row says but for its numbers; parts that swap sides on left and right pages have one order."""
    parts = sorted(_NUMBER.sub("0", " ".join(piece.text for piece in segment)).strip() for segment in row.segments)
    return "".join("|".join(parts).split())


class _Finder:
    """Counts what returns at the edges of all pages."""

    def __init__(self, pages: tuple[tuple[Row, ...], ...]) -> None:
        self.pages = pages
        self.heights: dict[tuple[bool, str], Counter[int]] = defaultdict(Counter)
        for rows in pages:
            for upper in (True, False):
                for row in self._edge(rows, upper=upper):
                    self.heights[upper, _pattern(row)].update({_height(row): 1})
        self.counted = self._counting_heights()
        self.enough = max(_FEWEST, len([rows for rows in pages if rows]) // _RAREST)
        self.rows_there = Counter(edge for edge, _ in self._edge_rows())
        self.repeated = Counter(edge for edge, row in self._edge_rows() if self._is_repeated(row, upper=edge[0]))
        self.known = self._known_heights()

    @staticmethod
    def _edge(rows: tuple[Row, ...], *, upper: bool) -> tuple[Row, ...]:
        """The outermost rows, from the edge inwards."""
        return rows[:_DEEPEST] if upper else rows[: -_DEEPEST - 1 : -1]

    def _counting_heights(self) -> frozenset[tuple[bool, int, int]]:
        """The heights at which a number counts the pages, with what it is ahead of the page's place in the file."""
        found: Counter[tuple[bool, int, int]] = Counter()
        for index, rows in enumerate(self.pages):
            for upper in (True, False):
                ahead = {(upper, _height(row), n - index) for row in self._edge(rows, upper=upper) for n in _page_numbers(row)}
                found.update(ahead)
        pages = sum(bool(rows) for rows in self.pages)
        return frozenset(place for place, count in found.items() if count >= max(_FEWEST, min(_SURE, pages)))

    def _edge_rows(self) -> Iterator[tuple[Edge, Row]]:
        """The rows near the edges of all pages, with the edge and the height."""
        for rows in self.pages:
            for upper in (True, False):
                yield from (((upper, _height(row)), row) for row in self._edge(rows, upper=upper))

    def _known_heights(self) -> frozenset[Edge]:
        """Heights at which most pages that have a row there have furniture."""
        furniture: Counter[Edge] = Counter()
        for index, rows in enumerate(self.pages):
            for upper in (True, False):
                for row in self._edge(rows, upper=upper):
                    furniture[upper, _height(row)] += self._returns(row, index, upper=upper)
        return frozenset(edge for edge, count in furniture.items() if count >= max(_FEWEST, _MOSTLY * self.rows_there[edge]))

    def _returns(self, row: Row, index: int, *, upper: bool) -> bool:
        """Whether a row says again what others say at the same height of other pages, or counts the pages."""
        if len(row.text) > _MOST_LETTERS:
            return False
        height = _height(row)
        if not upper and _NOTE_LIKE.match(row.text):
            return self._is_everywhere(row)
        if any((upper, height + step, n - index) in self.counted for n in _page_numbers(row) for step in _NEAR):
            return True
        there = sum(self.rows_there[upper, height + step] for step in _NEAR)
        return self._is_repeated(row, upper=upper) and sum(self.repeated[upper, height + step] for step in _NEAR) >= _AMONG * there

    def _is_repeated(self, row: Row, *, upper: bool) -> bool:
        """Whether enough pages have the same words at the same height."""
        times = self.heights[upper, _pattern(row)]
        return sum(times[_height(row) + step] for step in _NEAR) >= self.enough

    def _is_everywhere(self, row: Row) -> bool:
        """Whether a foot that might be a note, number and words, stands on page after page with nothing but its number changed."""
        pages = sum(bool(rows) for rows in self.pages)
        return self.heights[False, _pattern(row)][_height(row)] >= max(_SURE, _OFTEN * pages)

    def parted(self, index: int) -> Edges:
        """The rows of one page, by its number from 0, as head, text and foot."""
        rows = self.pages[index]
        first = self._reach(index, upper=True)
        after = len(rows) - self._reach(index, upper=False)
        return Edges(rows[:first], rows[first : max(first, after)], rows[max(first, after) :])

    def _reach(self, index: int, *, upper: bool) -> int:
        """How many rows from an edge inwards are furniture: those that return, and what lies outside of one that does."""
        reach, edge = 0, self._edge(self.pages[index], upper=upper)
        for depth, row in enumerate(edge, 1):
            if self._returns(row, index, upper=upper) or self._is_at_known_height(row, upper=upper):
                reach = depth
            elif depth - reach > 1:
                break
        while reach and not self._is_set_off(edge, reach, upper=upper, index=index):
            reach -= 1
        return reach

    def _is_set_off(self, edge: tuple[Row, ...], reach: int, *, upper: bool, index: int) -> bool:
        """Whether the innermost of some outer rows counts pages or has more white on its inner side than rows of one text have."""
        row = edge[reach - 1]
        if reach == len(edge) or any((upper, _height(row), n - index) in self.counted for n in _page_numbers(row)):
            return True
        return abs(edge[reach].base - row.base) > _SET_OFF * max(row.size, edge[reach].size)

    def _is_at_known_height(self, row: Row, *, upper: bool) -> bool:
        return (upper, _height(row)) in self.known and len(row.text) <= _MOST_LETTERS // 2


def _height(row: Row) -> int:
    return round(row.base / _STEP)


def _page_numbers(row: Row) -> Iterable[int]:
    """The numbers in a row that may be the page's: they stand by themselves."""
    for segment in row.segments:
        text = " ".join(" ".join(piece.text for piece in segment).split())
        if _PAGE_WORDS.fullmatch(text):
            yield int(next(iter(re.findall(r"\d+", text))))
        else:
            for word in (text.split()[0], text.split()[-1]) if text else ():
                last = word.rsplit("/", 1)[-1]
                if last.isdecimal() and len(last) <= 4:  # noqa: PLR2004
                    yield int(last)
