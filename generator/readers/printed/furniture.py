"""Page numbers, running heads and rules: what belongs to the page and not to the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import Final, Literal

from generator.readers.printed.lines import Line
from generator.readers.printed.shape import Shape, starts_lower

Kind = Literal["page-number", "running-head", "rule"]

_LANGUAGE: Final = "BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV"
"""The institutions' codes of the official languages (Interinstitutional Style Guide, 7.1.1)."""

_FOOT: Final = re.compile(
    rf"""
    (?:{_LANGUAGE}) \s+ \d{{1,4}} (?: \s+ (?:{_LANGUAGE}) )?       # NL 10 NL
    | (?P<code>{_LANGUAGE}) \s{{2,}} (?P=code)                    # NL            NL
    | \d{{1,4}} \s+ (?:{_LANGUAGE})                              # 10 NL
    | [-–—] \s* \d{{1,4}} \s* [-–—]                              # - 10 -
    | (?:pagina|blz\.|bladzijde|page|p\.|seite|página|pagina) \s* \d{{1,4}} (?: \s* (?:van|of|sur|von|de|di|/) \s* \d{{1,4}} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d{1,4}(?:\s*/\s*\d{1,4})?")
_CODE: Final = re.compile(rf"(?:{_LANGUAGE})")
_RULE: Final = re.compile(r"(?:[_=*─—–-]\s*){3,}")
_ORNAMENT: Final = re.compile(r"[o*](?:\s+[o*])*")
"""What Parliament prints in the middle of the page between the parts of a text."""

_DIGITS: Final = re.compile(r"\d+|\b[ivxlc]+\b")
_HEAD_LENGTH: Final = 120
_HEAD_TIMES: Final = 3
_FEWEST: Final = 2
_RAREST_HEAD: Final = 5
"""A running head stands on one page in so many at least: it may change with the chapter, and from left to right."""

_CENTRED: Final = 20
"""So many blanks before a line set it in the middle of the page or at its right."""

_COLUMNS: Final = re.compile(r"\t\s*|\s{3,}")
_NUMBERS: Final = re.compile(r"\d+")
_FEWEST_LINES: Final = 8
"""Two feet that count pages are at least so many lines with text apart; rows of a table are not."""

_SHORT_PAGE: Final = 15
"""Lines with text. The shortest page that is not the last has about so many."""


def find_furniture(lines: tuple[Line, ...], shape: Shape) -> dict[int, Kind]:
    """The furniture among the lines, by index; running heads only where they stand next to a page's edge."""
    found: dict[int, Kind] = {}
    for index, line in enumerate(lines):
        if _RULE.fullmatch(line.content) or (_is_centred(line, shape) and _ORNAMENT.fullmatch(line.content)):
            found[index] = "rule"
        elif _FOOT.fullmatch(line.content) or (_is_page(line.content) and _stands_alone(lines, index, shape)):
            found[index] = "page-number"
    found |= dict.fromkeys(_counted_pages(lines, shape) - found.keys(), "page-number")
    found |= dict.fromkeys(_counting_feet(lines) - found.keys(), "running-head")
    found |= _language_codes(lines, found)
    return found | _running_heads(lines, found)


def _is_page(content: str) -> bool:
    """Whether a line holds nothing but a page's number, or that and the number of pages, which is no smaller."""
    page, _, last = content.partition("/")
    return bool(_NUMBER.fullmatch(content)) and (not last or int(page) <= int(last))


def _is_centred(line: Line, shape: Shape) -> bool:
    return line.indent - shape.margin >= _CENTRED


def _stands_alone(lines: tuple[Line, ...], index: int, shape: Shape) -> bool:
    """Whether more than the usual space, or the edge of a page or of the text, lies on both sides."""
    line, after = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if _ends_page(line, after, shape):
        return True
    before_apart = index == 0 or line.gap.page_break or line.gap.size > shape.unit
    after_apart = after is None or after.gap.page_break or after.gap.size > shape.unit
    edge = line.gap.page_break or after is None or after.gap.page_break
    return (before_apart and after_apart) or (edge and shape.unit == 0)


def _ends_page(line: Line, after: Line | None, shape: Shape) -> bool:
    """Whether a number is set below a page: in the middle of it, or before the blank that this shape starts a page with."""
    if after is None or line.gap.size < max(1, shape.unit):
        return False
    if _is_centred(line, shape):
        return not _is_centred(after, shape)
    return shape.unit > 0 and after.indent == shape.margin + 1 and after.gap.size == shape.unit and starts_lower(after.content)


def _counting_feet(lines: tuple[Line, ...]) -> set[int]:
    """Feet in columns that say the same on each page but for a number that counts, and the lines set against them."""
    returning: dict[tuple[str, ...], list[int]] = {}
    for index, line in enumerate(lines):
        if _COLUMNS.search(line.content) and _NUMBERS.search(line.content):
            # Left and right pages have their columns in opposite order.
            pattern = tuple(sorted(_COLUMNS.split(_NUMBERS.sub("0", line.content))))
            returning.setdefault(pattern, []).append(index)
    feet = [index for places in returning.values() if _count_on(lines, places) for index in places]
    return {*feet, *_second_lines(lines, feet, -1), *_second_lines(lines, feet, 1)}


def _count_on(lines: tuple[Line, ...], places: list[int]) -> bool:
    """Whether lines far apart hold the same columns, apart from one number that rises by one from line to line."""
    lengths = [after - before for before, after in pairwise(places)]
    if not lengths or lengths[0] < _FEWEST_LINES or min(lengths[:-1], default=_FEWEST_LINES) < _FEWEST_LINES or lengths[-1] < _FEWEST:
        return False
    columns = [Counter(_COLUMNS.split(lines[i].content)) for i in places]
    return all(_turns_page(list((before - after).elements()), list((after - before).elements())) for before, after in pairwise(columns))


def _turns_page(before: list[str], after: list[str]) -> bool:
    """Whether two lists of columns differ by one in one number and in nothing else."""
    if len(before) != 1 or len(after) != 1:
        return False
    pairs = zip(_NUMBERS.findall(before[0]), _NUMBERS.findall(after[0]), strict=False)
    return sorted(int(second) - int(first) for first, second in pairs if first != second) == [1]


def _second_lines(lines: tuple[Line, ...], feet: list[int], step: int) -> set[int]:
    """The lines on one side of the feet, with no space between, whose last column returns there."""
    near = [i + step for i in feet if 0 <= i + step < len(lines) and not lines[max(i, i + step)].gap.size]
    last = {i: _COLUMNS.split(lines[i].content)[-1] for i in near if _COLUMNS.search(lines[i].content)}
    times = Counter(last.values())
    return {i for i, column in last.items() if times[column] >= _FEWEST}


def _counted_pages(lines: tuple[Line, ...], shape: Shape) -> set[int]:
    """Numbers on lines of their own that count pages: one by one, and as far apart as pages are."""
    chains: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        number = _page_of(lines, index, shape) if _is_page(line.content) else None
        if number is not None:
            chains[number] = [*chains.pop(number - 1, []), index]
    chain = max(chains.values(), key=len, default=[])
    lengths = [after - before for before, after in pairwise(chain)][:-1]  # the last page may be short
    if len(chain) < _HEAD_TIMES or (chain[-1] - chain[0]) * 2 < len(lines):
        return set()
    return set(chain) if median(lengths) >= _SHORT_PAGE and min(lengths) * 2 >= median(lengths) else set()


def _page_of(lines: tuple[Line, ...], index: int, shape: Shape) -> int | None:
    """The number on a line that has at least the usual space around it; a note's number has less, or a rule above it."""
    gap = lines[index].gap
    after = lines[index + 1].gap.size if index + 1 < len(lines) else shape.unit
    spaced = min(gap.size, after) >= shape.unit > 0 and not gap.rule
    return int(lines[index].content.split("/")[0]) if spaced else None


def _language_codes(lines: tuple[Line, ...], found: dict[int, Kind]) -> dict[int, Kind]:
    """Codes on lines of their own: next to a page number, or several of them."""
    codes = {i for i, line in enumerate(lines) if _CODE.fullmatch(line.content)}
    near = {index + step for index, kind in found.items() if kind == "page-number" for step in (-1, 1)}
    return dict.fromkeys(codes if len(codes) > 1 else codes & near, "page-number")


def _running_heads(lines: tuple[Line, ...], found: dict[int, Kind]) -> dict[int, Kind]:
    """Lines that return, digits aside, at the edges of at least three pages."""
    edges = _edges(lines, found)
    patterns = {i: _DIGITS.sub("0", lines[i].content) for i in edges if len(lines[i].content) <= _HEAD_LENGTH}
    times = Counter(patterns.values())
    pages = sum(line.gap.page_break for line in lines) or sum(kind == "page-number" for kind in found.values())
    enough = max(_HEAD_TIMES, pages / _RAREST_HEAD)
    return {i: "running-head" for i, pattern in patterns.items() if times[pattern] >= enough}


def _edges(lines: tuple[Line, ...], found: dict[int, Kind]) -> set[int]:
    """The lines next to a page break, and those next to a page number."""
    breaks = {i for i, (_, line) in enumerate(pairwise(lines), 1) if line.gap.page_break}
    near = {i + step for i in breaks for step in (-2, -1, 0, 1)}
    near |= {i + step for i, kind in found.items() if kind == "page-number" for step in (-2, -1, 1, 2)}
    if breaks:
        near |= {0, 1, len(lines) - 2, len(lines) - 1}
    return {i for i in near if 0 <= i < len(lines) and i not in found}
