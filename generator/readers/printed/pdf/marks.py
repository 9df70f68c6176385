"""Whether a row of a PDF starts with a mark, by rules that say what each kind of mark may interrupt."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.readers.pieces.counting import HIGHEST_FIRST
from generator.readers.pieces.enumeration import HeadingMark, Mark, find_heading_mark, find_marks
from generator.readers.printed.pdf.chunks import Start
from generator.readers.printed.pdf.joints import INDENT, Joint
from generator.readers.printed.pdf.lines import Line
from generator.readers.printed.pdf.setting import sizes_differ

_BARE_NUMBER: Final = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]?")
_GLYPH: Final = re.compile(r"[^\w\s(\[\"“„‘'«¿¡§€$£%+]")
_CLOSES_ITEM: Final = (",", ";", ":")
_JOINS_ITEMS: Final = (" en", " of", " and", " or", " et", " und", "/of")
_COLUMN_NUMBER: Final = "column:number"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, what it begins with, what comes before it (None where nothing does) and below it."""

    line: Line
    joint: Joint | None
    later: tuple[Line, ...]
    values: Mapping[str, int]
    label: str | None
    marks: tuple[Mark, ...]
    title: HeadingMark | None


def start_of(line: Line, joint: Joint | None, later: tuple[Line, ...], values: Mapping[str, int]) -> Start:
    """What a row starts with; `later` are the rows below it, `values` the last number of each style of mark so far."""
    gap = line.first_gap()
    label = line.text[: gap[0] - line.start] if gap else None
    marks = find_marks(line.text if label is None else f"{label.strip()} {line.text[len(label) :].lstrip()}")
    row = _Row(line, joint, later, values, label, tuple(marks), find_heading_mark(line.text))
    return next((start for find in _FINDERS if (start := find(row))), Start())


# What may stand before a text, in the order in which it is looked for ----------------------------------------------


def _glyph(row: _Row) -> Start | None:
    """A sign that hangs out before the text."""
    if row.label is None or row.marks or not _GLYPH.fullmatch(row.label.strip()):
        return None
    sign = row.label.strip()
    return Start(Mark(f"glyph{sign}", "bullet", sign, None, len(row.label)), None, len(row.label.rstrip()))


def _column_number(row: _Row) -> Start | None:
    """A bare number that hangs out before the text, the first or the next of those."""
    number = (row.label or "").strip()
    if row.label is None or not _BARE_NUMBER.fullmatch(number) or not number.isdigit() or (row.title and row.line.bold):
        return None
    value = int(row.label)
    if value not in {1, row.values.get(_COLUMN_NUMBER, 0) + 1}:
        return None
    return Start(Mark(_COLUMN_NUMBER, "numbered", number, value, len(row.label)), row.title, len(row.label.rstrip()))


def _mark(row: _Row) -> Start | None:
    """The first mark that may interrupt what comes before it."""
    accepted = (mark for mark in row.marks if _accepts(row, mark) or _is_followed(row, mark))
    return next((Start(mark, row.title, len(mark.label)) for mark in accepted), None)


def _numbered_title(row: _Row) -> Start | None:
    """The number of a heading."""
    return Start(None, row.title, len(row.title.label)) if row.title and _starts_apart(row.line, row.joint) else None


def _tagged_item(row: _Row) -> Start | None:
    """An item by the file's tags whose mark is drawn, so that no text has it."""
    if not row.line.item or row.title:
        return None
    return Start(Mark(f"tagged{row.line.item}", "bullet", "•", None, 0))


_FINDERS: Final[tuple[Callable[[_Row], Start | None], ...]] = (_glyph, _column_number, _mark, _numbered_title, _tagged_item)


def _starts_apart(line: Line, joint: Joint | None) -> bool:
    """Whether a row plainly starts something: white space above it, or other type."""
    if joint is None or joint.ended or line.bold != joint.last.bold:
        return True
    return line.size > joint.last.size if joint.over else joint.spaced or sizes_differ(joint.last, line)


# What a mark may interrupt -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Claim:
    """What may be a mark at the start of the row of a joint; `value` is the last number of its style."""

    mark: Mark
    joint: Joint
    value: int


_Sign: TypeAlias = Callable[[_Claim], bool]


def _apart(claim: _Claim) -> bool:
    """White space, the end of a page or a title lies before it."""
    return claim.joint.over or claim.joint.spaced or claim.joint.nearer


def _ended(claim: _Claim) -> bool:
    """A sentence ends before it, or an item as items end."""
    text = claim.joint.last.text
    return claim.joint.ended or text.endswith(_CLOSES_ITEM) or text.rstrip().endswith(_JOINS_ITEMS)


def _aside(claim: _Claim) -> bool:
    """It stands further to the left or right than the row before."""
    return claim.joint.aside


def _due(claim: _Claim) -> bool:
    """It is the first number, or the next of its style."""
    return claim.mark.value in {1, claim.value + 1}


def _low(claim: _Claim) -> bool:
    """It is no page and no year."""
    return (claim.mark.value or 0) <= HIGHEST_FIRST


def _same_style(claim: _Claim) -> bool:
    """The open item has a mark of its style."""
    own = claim.joint.own.mark
    return own is not None and own.style == claim.mark.style


def _same_list(claim: _Claim) -> bool:
    """The open item has a mark of its style, at the same place."""
    line = claim.joint.line
    return _same_style(claim) and abs(claim.joint.own.left - line.left) < INDENT * line.size


_UNNUMBERED: Final[tuple[tuple[_Sign, ...], ...]] = (
    (_apart, _ended),
    (_aside, _ended),
    (_same_style, _ended),
)
"""A dash or dot in running text looks like a bullet: two signs are needed."""

_UNNUMBERED_HANGING: Final = (*_UNNUMBERED, (_apart,), (_ended,), (_aside,))
"""That the text after it stands apart is the first of the two."""

_NUMBERED: Final[tuple[tuple[_Sign, ...], ...]] = (
    (_due, _ended),
    (_due, _apart),
    (_due, _same_list),
    (_low, _apart, _ended),
)
"""A number at the start of a row may be a part of the sentence: it must be the due one, or stand apart after a full stop."""

_NUMBERED_HANGING: Final[tuple[tuple[_Sign, ...], ...]] = ((_due,), (_apart,), (_ended,))
"""That the text after it stands apart leaves one sign to be seen."""

_INTERRUPTS: Final = {
    (False, False): _UNNUMBERED,
    (False, True): _UNNUMBERED_HANGING,
    (True, False): _NUMBERED,
    (True, True): _NUMBERED_HANGING,
}
"""What must be seen together, one way or another, by whether a mark has a number and whether it hangs out before its text."""


def _accepts(row: _Row, mark: Mark) -> bool:
    """Whether a mark may start the row."""
    if row.joint is None or mark.certain or row.line.item:
        return True
    claim = _Claim(mark, row.joint, row.values.get(mark.style, 0))
    ways = _INTERRUPTS[mark.value is not None, row.label is not None]
    return any(all(sign(claim) for sign in way) for way in ways)


def _is_followed(row: _Row, mark: Mark) -> bool:
    """Whether a row set apart, by space or to the side, has a mark that another goes on from right below it."""
    line = row.line
    if row.joint is None or not (row.joint.aside or row.joint.spaced):
        return False
    value = None if mark.value is None else mark.value + 1
    below = (other for later in row.later if abs(later.left - line.left) < INDENT * line.size for other in find_marks(later.text))
    return any(other.style == mark.style and other.value == value for other in below)
