"""How a text is laid out on the page, found from its lines."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles
from typing import Final

from generator.readers.pieces.enumeration import find_marks
from generator.readers.pieces.lines import Line

WIDEST_WRAPPED: Final = 130
"""A line of a hard-wrapped page holds fewer characters than this; longer ones are whole paragraphs."""

_WIDEST_ROW: Final = 190
"""Characters. Small type on wide paper sets so many on a row; paragraphs that are whole lines are longer in the median. One text of
tests/held is read otherwise with twice as much, none with half of it."""

_ROWS_GO_ON: Final = 0.25
"""Of the rows of a page so many stop in mid-sentence at least, and are followed by one in small letters; of whole paragraphs hardly any.
The texts of tests/held and the seeds read alike with half of it and with twice as much."""

_TERMINAL: Final = re.compile(r"[.:;!?…][\"'”’»)\]]*\d{0,3}$")
_RARE: Final = 12
"""A mark that stands at the start of pages only is found on fewer than one line in this many. The texts of tests/held and the seeds read
alike with half of it and with twice as much."""


_FULL: Final = 0.6
"""A line that runs on is at least this part of a long one; shorter ones are labels, titles and the ends of items. With half of it one of
the texts of tests/held and the seeds is read otherwise."""

_TELLING: Final = 3
"""Places in which a habit has to show: two may be chance. The texts of tests/held and the seeds read alike with half of it and with
twice as much."""

_REGULAR: Final = 0.8
"""The share of the places at which a habit holds; lines that were broken wrongly, and quotations, are its exceptions."""

_LONGEST_PARAGRAPH: Final = 25
"""Lines among which a habit of paragraphs shows once at least: few paragraphs fill half a page."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How paragraphs and pages show: `unit` empty lines inside a paragraph, a left `margin` in blanks."""

    unit: int
    margin: int
    wrapped: bool
    page_indent: bool
    first_line_indent: bool


def ends_sentence(text: str) -> bool:
    """Whether the text closes with a full stop or a like mark, quotes, brackets and note digits left aside."""
    return bool(_TERMINAL.search(text.rstrip()))


def starts_lower(text: str) -> bool:
    """Whether the first letter of the text is lower case and nothing but opening marks stands before it."""
    stripped = text.lstrip(" \t\"'“‘«„([")
    return stripped[:1].islower()


def detect(lines: tuple[Line, ...]) -> Shape:
    """The layout of a text from its lines; an empty text has the plainest one."""
    if not lines:
        return Shape(0, 0, wrapped=True, page_indent=False, first_line_indent=False)
    wrapped = _is_wrapped(lines)
    unit = _spacing(lines) if wrapped else 0
    margin = _margin(lines)
    return Shape(
        unit=unit,
        margin=margin,
        wrapped=wrapped,
        page_indent=unit > 0 or _marks_pages(lines, margin),
        first_line_indent=_indents_paragraphs(lines, unit, margin),
    )


def _is_wrapped(lines: tuple[Line, ...]) -> bool:
    """Whether sentences run on over line ends, more often than lines are too long for a page."""
    full = _FULL * _usual_length(lines)
    long = [len(line.content) for line in lines if len(line.content) >= WIDEST_WRAPPED]
    inside = sum(_goes_on(before, line, full) for before, line in pairwise(lines))
    if full >= _FULL * WIDEST_WRAPPED:
        return False
    return inside >= len(long) or (inside >= _ROWS_GO_ON * len(long) and median(long) <= _WIDEST_ROW)


def _goes_on(before: Line, line: Line, full: float) -> bool:
    """Whether a full line stops in mid-sentence and the next goes on with it."""
    if len(before.content) < full or not starts_lower(line.content) or ends_sentence(before.content):
        return False
    return not find_marks(line.content)


def _usual_length(lines: tuple[Line, ...]) -> float:
    """The length of a long line of this text, whole paragraphs and rows whose hyphens were resolved left aside."""
    lengths = [len(line.content) for line in lines if len(line.content) < WIDEST_WRAPPED] or [WIDEST_WRAPPED]
    return quantiles(lengths, n=10)[-1] if len(lengths) > 1 else lengths[0]


def _spacing(lines: tuple[Line, ...]) -> int:
    """How many empty lines stand between two lines of one sentence, in most cases."""
    full = _FULL * _usual_length(lines)
    inside = Counter(
        line.gap.empty for before, line in pairwise(lines) if not (line.gap.blank or line.gap.rule) and _goes_on(before, line, full)
    )
    return inside.most_common(1)[0][0] if inside else 0


def _margin(lines: tuple[Line, ...]) -> int:
    indent, count = Counter(line.indent for line in lines).most_common(1)[0]
    return indent if count * 2 >= len(lines) else min(line.indent for line in lines)


def _marks_pages(lines: tuple[Line, ...], margin: int) -> bool:
    """Whether one blank before a line, rare and with no blank on the lines around it, marks a new page."""
    marked = [
        (before, line) for before, line in pairwise(lines) if line.indent == margin + 1 and before.indent == margin and line.gap.size == 0
    ]
    return 0 < len(marked) * _RARE <= len(lines) and any(
        starts_lower(line.content) and not ends_sentence(before.content) for before, line in marked
    )


def _indents_paragraphs(lines: tuple[Line, ...], unit: int, margin: int) -> bool:
    """Whether paragraphs start with an indent: often, with a capital, and not as the items of a list."""
    indented = [
        line
        for before, line in pairwise(lines)
        if line.indent > margin + 1 and before.indent == margin and line.gap.size <= unit and not _opens_note_or_item(before, line)
    ]
    regular = sum(not starts_lower(line.content) for line in indented)
    return regular >= max(_TELLING, len(lines) // _LONGEST_PARAGRAPH) and regular >= _REGULAR * len(indented)


def _opens_note_or_item(before: Line, line: Line) -> bool:
    numbered = before.content.isdigit()  # the number of a note, which stands alone
    return numbered or before.content.endswith((":", ";")) or bool(find_marks(line.content))
