"""The edges of pages: page numbers, running heads, feet of several parts, and rules between text and notes.

A row is furniture if it returns: page after page in the same company, perhaps with one number that counts. Where form feeds part the pages,
it has to stand at their edge; where nothing does, the rows that return tell where the pages end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from generator.readers.pieces.enumeration import find_marks, is_bare_mark
from generator.readers.pieces.lines import Line, has_form_feeds
from generator.readers.pieces.shape import Shape, ends_sentence, starts_lower
from generator.readers.pieces.titles import JOURNAL
from generator.readers.printed.edges.page_codes import CODE, CODE_WORD, CONSOLIDATED, LANGUAGE, is_page
from generator.readers.printed.edges.page_feet import HEAD_LENGTH, HEAD_TIMES, of_institution, returning
from generator.readers.printed.edges.page_numbers import Kind, is_centred, page_numbers, shows_pages

__all__ = ["Kind", "find_furniture", "has_form_feeds", "is_journal_head", "shows_pages"]

_FOOT: Final = re.compile(
    rf"""
    (?:{LANGUAGE}) \s+ \d{{1,4}} (?: \s+ (?:{LANGUAGE}) )?       # NL 10 NL
    | (?P<code>{LANGUAGE}) \s{{2,}} (?P=code)                    # NL            NL
    | \d{{1,4}} \s+ (?:{LANGUAGE})                              # 10 NL
    | [-–—] \s* \d{{1,4}} \s* [-–—]                              # - 10 -
    | (?:pagina|blz\.|bladzijde|page|p\.|seite|página|pagina) \s* \d{{1,4}} (?: \s* (?:van|of|sur|von|de|di|/) \s* \d{{1,4}} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_RULE: Final = re.compile(r"(?:[_=*─—–-]\s*){3,}")

_ORNAMENT: Final = re.compile(r"[o*](?:\s+[o*])*")
"""What Parliament prints in the middle of the page between the parts of a text."""

_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b")

_RAREST_HEAD: Final = 5
"""A running head stands on one page in so many at least: it may change with the chapter, and from left to right."""


def find_furniture(lines: tuple[Line, ...], shape: Shape) -> dict[int, Kind]:
    """The furniture among the lines, by index."""
    found: dict[int, Kind] = {}
    for index, line in enumerate(lines):
        if _RULE.fullmatch(line.content) or (is_centred(line, shape) and _ORNAMENT.fullmatch(line.content)):
            found[index] = "rule"
        elif _FOOT.fullmatch(line.content):
            found[index] = "page-number"
        elif is_journal_head(line.content) or CONSOLIDATED.fullmatch(line.content):
            found[index] = "running-head"
    for index in (*returning(lines), *of_institution(lines)):
        found.setdefault(index, "page-number" if is_page(lines[index].content) else "running-head")
    for index in page_numbers(lines, shape, found):
        found.setdefault(index, "page-number")
    found |= _language_codes(lines, found)
    found |= _running_heads(lines, found)
    return found | dict.fromkeys(_on_every_page(lines, found), "running-head")


def _on_every_page(lines: tuple[Line, ...], found: Mapping[int, Kind]) -> set[int]:
    """The first rows of pages if they are the same on every page, and the last ones: two pages show it, numbers and all."""
    pages = _pages(lines, found)
    edges = ([page[end] for page in pages if page] for end in (0, -1))
    return {i for edge in edges if len(edge) == len(pages) > 1 and _are_the_same(lines, edge) for i in edge}


def _pages(lines: tuple[Line, ...], found: Mapping[int, Kind]) -> list[list[int]]:
    """The rows of each page that are not furniture."""
    bounds = [0, *(start for start in _page_starts(lines, found) if 0 < start < len(lines)), len(lines)]
    return [[i for i in range(*bound) if i not in found] for bound in pairwise(bounds)]


def _page_starts(lines: tuple[Line, ...], found: Mapping[int, Kind]) -> list[int]:
    """The rows at which pages start: below form feeds, else below feet."""
    if has_form_feeds(lines):
        return [i for i, line in enumerate(lines) if line.gap.page_break]
    return [i + 1 for i in sorted(found) if found[i] != "rule" and i + 1 not in found]


def _are_the_same(lines: tuple[Line, ...], edge: Sequence[int]) -> bool:
    """Whether rows say the same, and may be those of heads: no mark, no end of a sentence, no beginning of one that the text opens with."""
    row = lines[edge[0]].content
    named = len(row) <= HEAD_LENGTH and any(map(str.isalpha, row)) and not find_marks(row)
    opens = edge[0] == 0 and starts_lower(lines[1].content)
    return named and not ends_sentence(row) and not opens and {lines[i].content for i in edge} == {row}


def is_journal_head(row: str) -> bool:
    """Whether a row holds the name of the Official Journal, and beside it nothing but its date, series, page and language."""
    rest = JOURNAL.sub(" ", row)
    words = rest.split()
    return rest != row and bool(words) and all(CODE_WORD.fullmatch(word) for word in words) and any(c.isdigit() for c in rest)


def _language_codes(lines: tuple[Line, ...], found: dict[int, Kind]) -> dict[int, Kind]:
    """Codes on lines of their own: next to a page number, or several of them."""
    codes = {i for i, line in enumerate(lines) if CODE.fullmatch(line.content)}
    near = {index + step for index, kind in found.items() if kind == "page-number" for step in (-1, 1)}
    return dict.fromkeys(codes if len(codes) > 1 else codes & near, "page-number")


def _running_heads(lines: tuple[Line, ...], found: dict[int, Kind]) -> dict[int, Kind]:
    """Lines that return, digits aside, at the edges of at least three pages."""
    edges = _edges(lines, found)
    patterns = {
        i: _DIGITS.sub("0", lines[i].content)
        for i in edges
        if len(lines[i].content) <= HEAD_LENGTH and not is_page(lines[i].content) and not is_bare_mark(lines[i].content)
    }
    times = Counter(patterns.values())
    pages = sum(line.gap.page_break for line in lines) or sum(kind == "page-number" for kind in found.values())
    enough = max(HEAD_TIMES, pages / _RAREST_HEAD)
    return {i: "running-head" for i, pattern in patterns.items() if times[pattern] >= enough}


def _edges(lines: tuple[Line, ...], found: dict[int, Kind]) -> set[int]:
    """The lines next to a page break, those next to a page number, and the first and the last line of the text."""
    breaks = {i for i, (_, line) in enumerate(pairwise(lines), 1) if line.gap.page_break}
    near = {i + step for i in breaks for step in (-2, -1, 0, 1)} | ({1, len(lines) - 2} if breaks else set()) | {0, len(lines) - 1}
    near |= {i + step for i, kind in found.items() if kind == "page-number" for step in (-2, -1, 1, 2)}
    return near & {i for i in range(len(lines)) if i not in found}
