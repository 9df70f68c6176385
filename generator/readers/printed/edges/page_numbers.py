"""Numbers on rows of their own that are the numbers of pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, Literal

from generator.readers.pieces.lines import Line, has_form_feeds
from generator.readers.pieces.shape import Shape, starts_lower
from generator.readers.printed.edges.page_clusters import SHORT_PAGE
from generator.readers.printed.edges.page_codes import CODE, is_page
from generator.readers.printed.edges.page_feet import HEAD_TIMES

Kind = Literal["page-number", "running-head", "rule"]

_IN_FOOT: Final = re.compile(r"(?<!\d)\d{1,4}(?!\d)")

_FEWEST: Final = 2
"""One number may be chance."""

CENTRED: Final = 20
"""Blanks before a line that is set in the middle of the page or at its right: a quarter of a row of eighty, where indents of lists have
half as many."""


def shows_pages(lines: Sequence[Line], furniture: Mapping[int, Kind]) -> bool:
    """Whether form feeds, or heads and feet, say where pages end, so that no other sign of it is needed."""
    return has_form_feeds(lines) or sum(kind != "rule" for kind in furniture.values()) >= _FEWEST


def page_numbers(lines: tuple[Line, ...], shape: Shape, found: Mapping[int, Kind]) -> set[int]:
    """Numbers on rows of their own that are the numbers of pages: by the form feeds, by the feet found so far, else by how they stand."""
    if has_form_feeds(lines):
        return _at_form_feeds(lines, found)
    beside = _beside_codes(lines)
    if shows_pages(lines, found):
        return beside
    alone = {i for i, line in enumerate(lines) if i not in found and is_page(line.content) and _stands_alone(lines, i, shape)}
    return alone | beside | _counted_pages(lines, shape)


def _beside_codes(lines: tuple[Line, ...]) -> set[int]:
    """The numbers next to the code of a language that stands alone on a row, as often as pages turn."""
    codes = [i for i, line in enumerate(lines) if CODE.fullmatch(line.content)]
    near = {i + step for i in codes for step in (-1, 1) if 0 <= i + step < len(lines)} if len(codes) >= _FEWEST else set()
    return {i for i in near if is_page(lines[i].content)}


def _at_form_feeds(lines: tuple[Line, ...], found: Mapping[int, Kind]) -> set[int]:
    """The number at the edge of each page, if it and the count of form feeds rise together on most pages."""
    bounds = [0, *(i for i, line in enumerate(lines) if i and line.gap.page_break), len(lines)]
    if _are_numbered(lines, found, bounds):
        return set()
    shifts: dict[int, list[int]] = {}
    for page, (first, after) in enumerate(pairwise(bounds)):
        for index in (*_outermost(lines, found, range(first, after)), *_outermost(lines, found, range(after - 1, first - 1, -1))):
            shifts.setdefault(int(lines[index].content.split("/")[0]) - page, []).append(index)
    right = max(shifts.values(), key=len, default=[])
    return set(right) if len(right) >= _FEWEST or len(bounds) == _FEWEST else set()


def _are_numbered(lines: tuple[Line, ...], found: Mapping[int, Kind], bounds: Sequence[int]) -> bool:
    """Whether the heads or feet found on most pages hold the number of the page, so that no other number does."""
    places = [(page, index) for page, (first, after) in enumerate(pairwise(bounds)) for index in range(first, after) if index in found]
    shifts = Counter(shift for page, index in places for shift in {int(number) - page for number in _IN_FOOT.findall(lines[index].content)})
    return 2 * max(shifts.values(), default=0) > len(bounds) - 1


def _outermost(lines: tuple[Line, ...], found: Mapping[int, Kind], edge: Iterable[int]) -> Iterator[int]:
    """The number nearest to the edge of a page, other furniture and codes left aside."""
    for index in edge:
        content = lines[index].content
        if is_page(content):
            yield index
            return
        if index not in found and not CODE.fullmatch(content):
            return


def _stands_alone(lines: tuple[Line, ...], index: int, shape: Shape) -> bool:
    """Whether more than the usual space, or the edge of a page or of the text, lies on both sides."""
    line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if _ends_page(line, after, shape):
        return True
    last = after is None or after.gap.page_break
    before_apart = index == 0 or line.gap.page_break or line.gap.size > shape.unit
    after_apart = after is None or last or after.gap.size > shape.unit
    return (before_apart and after_apart) or (shape.unit == 0 and (last or line.gap.page_break))


def is_centred(line: Line, shape: Shape) -> bool:
    """Whether a line is set in the middle or at the right of the page."""
    return line.indent - shape.margin >= CENTRED


def _ends_page(line: Line, after: Line | None, shape: Shape) -> bool:
    """Whether a number is set below a page: in the middle of it, or before the blank that this shape starts a page with."""
    if after is None or line.gap.size < max(1, shape.unit):
        return False
    if is_centred(line, shape):
        return not is_centred(after, shape)
    return shape.unit > 0 and after.indent == shape.margin + 1 and after.gap.size == shape.unit and starts_lower(after.content)


def _counted_pages(lines: tuple[Line, ...], shape: Shape) -> set[int]:
    """Numbers on lines of their own that count pages: one by one, and as far apart as pages are."""
    chain = _longest_count({i: number for i in range(len(lines)) if (number := _page_of(lines, i, shape)) is not None})
    lengths = [after - before for before, after in pairwise(chain)][:-1]  # the last page may be short
    if len(chain) < HEAD_TIMES or (chain[-1] - chain[0]) * 2 < len(lines):
        return set(chain) if _counts_all(lines, chain) else set()
    return set(chain) if median(lengths) >= SHORT_PAGE and min(lengths) * 2 >= median(lengths) else set()


def _longest_count(numbers: Mapping[int, int]) -> list[int]:
    """The most lines, given with the numbers on them, that count on one by one with half a short page between them at least."""
    ends: defaultdict[int, list[int]] = defaultdict(list)
    before: dict[int, int | None] = {}
    count: dict[int | None, int] = {None: 0}
    for index, number in numbers.items():
        place = bisect_right(ends[number - 1], index - SHORT_PAGE // 2)
        before[index] = ends[number - 1][place - 1] if place else None
        count[index] = count[before[index]] + 1
        if not ends[number] or count[index] >= count[ends[number][-1]]:
            ends[number].append(index)  # the last one of a number has the longest count
    last: int | None = max(before, key=lambda index: count[index], default=None)
    chain = []
    while last is not None:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _counts_all(lines: tuple[Line, ...], chain: Sequence[int]) -> bool:
    """Whether two numbers are those of all pages of a text: the first is 1, the other ends it."""
    return len(chain) == _FEWEST and lines[chain[0]].content.partition("/")[0] == "1" and chain[-1] == len(lines) - 1


def _page_of(lines: tuple[Line, ...], index: int, shape: Shape) -> int | None:
    """The number on a line that has at least the usual space around it; a note's number has less, or a rule above it."""
    gap, content = lines[index].gap, lines[index].content
    after = lines[index + 1].gap.size if index + 1 < len(lines) else shape.unit
    spaced = min(gap.size, after) >= shape.unit and not gap.rule
    return int(content.partition("/")[0]) if spaced and is_page(content) else None
