"""Neighbouring rows that all return elsewhere, and whether those of one kind are the heads or feet of pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.lines import Line
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.edges.page_codes import CODE, CODE_WORD, is_code_row, is_page

_NUMBERS: Final = re.compile(r"\d+")

FEWEST: Final = 2
"""Places at which rows must stand to return at all."""

_CERTAIN: Final = 3
"""Several rows that return so often again, each time with a number that is one more, are no text."""

SHORT_PAGE: Final = 15
"""Lines with text. The shortest page that is not the last has about so many."""

DEEPEST: Final = 6
"""A head or foot has no more rows than this."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Neighbouring rows that all return elsewhere: from line `first` up to `after`."""

    first: int
    after: int
    rows: tuple[str, ...]

    @property
    def signature(self) -> tuple[str, ...]:
        """What it has in common with others of its kind: its rows in any order, numbers masked, page numbers by themselves left out."""
        return tuple(sorted(skeleton(row) for row in self.rows if not is_page(row)))

    @property
    def numbers(self) -> Counter[int]:
        """The numbers in it."""
        return Counter(int(number) for row in self.rows for number in _NUMBERS.findall(row))


def skeleton(row: str) -> str:
    """A row's words in order of the alphabet, digits masked: left and right pages have their parts in opposite order."""
    return " ".join(sorted(_NUMBERS.sub("0", row).split()))


def are_feet(clusters: list[Cluster], lines: tuple[Line, ...]) -> bool:
    """Whether clusters of one kind are the heads or feet of pages: the same each time but for a number that counts."""
    signature = clusters[0].signature
    if len(clusters) < FEWEST or len(signature) > DEEPEST or _is_of_languages(signature):
        return False
    pairs = tuple(pairwise(clusters))
    told = _are_told(clusters, pairs, lines)
    if len(signature) == 1:
        return 2 * _times_counting(pairs) >= len(pairs) and (told or _has_code(clusters[0].rows[0]))
    return told and (_times_counting(pairs) > 0 or _is_coded(clusters[0])) and _are_mostly_same(pairs)


def _are_told(clusters: list[Cluster], pairs: tuple[tuple[Cluster, Cluster], ...], lines: tuple[Line, ...]) -> bool:
    """Whether something but that they return tells that clusters are no text: codes, a sentence cut in two, or several rows that count on."""
    if _is_coded(clusters[0]) or any(_cuts_sentence(cluster, lines) for cluster in clusters) or _end_pages(clusters, pairs, lines):
        return True
    return len(clusters[0].signature) > 1 and len(pairs) >= _CERTAIN and _times_counting(pairs) == len(pairs)


def _end_pages(clusters: list[Cluster], pairs: tuple[tuple[Cluster, Cluster], ...], lines: tuple[Line, ...]) -> bool:
    """Whether clusters count on, stand as far apart as pages do, and the last one ends the text, as no heading does."""
    apart = all(after.first - before.after >= SHORT_PAGE for before, after in pairs[:-1])  # the last page may be short
    return apart and clusters[-1].after == len(lines) and _times_counting(pairs) == len(pairs)


def number_pages(clusters: list[Cluster]) -> bool:
    """Whether the rows of heads or feet hold the number of their page, numbers on rows of their own left aside."""
    rows = [Cluster(c.first, c.after, tuple(row for row in c.rows if not is_page(row))) for c in clusters]
    return len(rows) >= FEWEST and 2 * _times_counting(tuple(pairwise(rows))) >= len(rows) - 1


def _is_of_languages(rows: tuple[str, ...]) -> bool:
    """Whether all rows are codes of languages."""
    return all(CODE.fullmatch(row) for row in rows)


def _is_coded(cluster: Cluster) -> bool:
    """Whether a row holds nothing but codes."""
    return any(is_code_row(row) for row in cluster.rows)


def _times_counting(pairs: tuple[tuple[Cluster, Cluster], ...]) -> int:
    """How often a number rises by one from cluster to cluster."""
    return sum(_counts_on(before, after) for before, after in pairs)


def _are_mostly_same(pairs: tuple[tuple[Cluster, Cluster], ...]) -> bool:
    return 2 * sum(_same_but_for_number(before, after) for before, after in pairs) >= len(pairs)


def _has_code(row: str) -> bool:
    """Whether a row holds a code that is more than a number."""
    return any(CODE_WORD.fullmatch(word) and not word.isdigit() for word in row.split())


def _counts_on(before: Cluster, after: Cluster) -> bool:
    """Whether the numbers of two clusters differ by one number only, which rises by one."""
    gone, come = list((before.numbers - after.numbers).elements()), list((after.numbers - before.numbers).elements())
    return len(gone) == len(come) == 1 and come[0] == gone[0] + 1


def _same_but_for_number(before: Cluster, after: Cluster) -> bool:
    """Whether two clusters have all rows in common, but for one with a number, or the number of a page that the other lacks."""
    gone, come = Counter(before.rows) - Counter(after.rows), Counter(after.rows) - Counter(before.rows)
    return (gone.total() <= 1 and come.total() <= 1) or _counts_on(before, after)


def _cuts_sentence(cluster: Cluster, lines: tuple[Line, ...]) -> bool:
    """Whether the sentence before a cluster goes on after it."""
    if not cluster.first or cluster.after >= len(lines):
        return False
    before, after = lines[cluster.first - 1].content, lines[cluster.after].content
    return starts_lower(after) and not ends_sentence(before) and not find_marks(after)
