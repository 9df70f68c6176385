"""Pieces that stand on one line, raised digits with the words they follow, and the text of a row."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from generator.readers.printed.pdf.pieces import TextPiece

_SAME_LINE: Final = 0.22
"""Pieces whose lines differ by less than this part of the type size stand on one."""

_SMALLER: Final = 0.86
"""A raised digit is set at most so large beside the words around it (58 to 70 % is usual)."""

_MOST_RAISED: Final = 12
"""Letters: note numbers in a row, an ending; a longer piece is small print beside other type."""

_FEW: Final = 2
"""Characters of a piece that may belong to a row whose line it does not stand on: a sign of a formula, a letter of a name (TeX)."""

_OFF_LINE: Final = 0.5
"""In units of the type size: such a piece touches the row and stands so little off its line."""

_LABEL: Final = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,4})[\])]?")
_HIGHEST: Final = 0.85
"""In units of the type size of the line: raised digits stand no further above it."""

_LOWEST: Final = 0.12
"""In units of the type size of the line: raised digits stand so far above it at least."""

_TOUCHES: Final = 0.7
"""So near, in units of the type size, a raised digit stands to a word of its row."""

_FURTHEST: Final = 3
"""In units of a piece's type size: rows further below it are not looked at; a raised digit has a third of the size of its row at least."""

_OVERPRINTED: Final = 0.5
"""The share of the smaller of its size and width by which a piece may lie over another of its row; one that lies over more is another row."""

_LOWERED: Final = 0.3
"""In units of the type size of the line: indices stand no further below it."""

_KERNED: Final = 0.05
"""In units of the type size: letters that overlap by more were set close together by intent, and no blank stands between them."""

_BLANK: Final = 0.25
"""A gap from this part of the type size on is a blank, also where the file writes none: it has narrower ones as characters."""

_SEGMENT: Final = 0.9
"""A gap from this part of the type size on may part columns; blanks in justified rows may be as wide."""


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one line, from left to right."""

    pieces: tuple[TextPiece, ...]

    @property
    def left(self) -> float:
        """Where it starts, in points from the left of the page."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends, in points from the left of the page."""
        return max(piece.right for piece in self.pieces)

    @property
    def base(self) -> float:
        """The line that its largest pieces stand on, in points from the top of the page."""
        return max(self.pieces, key=_weight).base

    @property
    def size(self) -> float:
        """The type size of most of its letters, in points."""
        return max(self.pieces, key=_weight).size

    @property
    def text(self) -> str:
        """Its words, with a blank where the print has one."""
        return "".join(text for _, text in spelled(self.pieces)).strip()

    @property
    def segments(self) -> tuple[tuple[TextPiece, ...], ...]:
        """Its pieces in groups that lie further apart than words usually do."""
        groups = [[self.pieces[0]]]
        for before, piece in pairwise(self.pieces):
            if piece.left - before.right > _SEGMENT * max(before.size, piece.size):
                groups.append([])
            groups[-1].append(piece)
        return tuple(tuple(group) for group in groups)


def _weight(piece: TextPiece) -> tuple[bool, float]:
    return not piece.raised, piece.size * len(piece.text)


@dataclass(slots=True)
class _Gathered:
    base: float
    size: float
    pieces: list[TextPiece] = field(default_factory=list)


def rows_of(pieces: Iterable[TextPiece]) -> tuple[Row, ...]:
    """Every piece in one row, rows from top to bottom; pieces in columns side by side share a row where their lines are level."""
    gathered: list[_Gathered] = []
    bases: list[tuple[float, int]] = []
    for piece in sorted(pieces, key=_largest_first):
        row = _row_for(piece, gathered, bases)
        if row is None:
            insort(bases, (piece.base, len(gathered)))
            gathered.append(_Gathered(piece.base, piece.size, [piece]))
        elif _is_raised(piece, row):
            row.pieces.append(replace(piece, raised=True))
        else:
            row.pieces.append(piece)
    return tuple(Row(tuple(sorted(gathered[index].pieces, key=_left))) for _, index in bases)


def _largest_first(piece: TextPiece) -> tuple[bool, float, float, float]:
    """What may be raised comes last: by then the rows are there that it may belong to."""
    return _may_be_label(piece), -round(piece.size, 1), piece.base, piece.left


def _may_be_label(piece: TextPiece) -> bool:
    return bool(_LABEL.fullmatch(piece.text.strip()))


def _is_small(piece: TextPiece, row: _Gathered) -> bool:
    """Whether a piece is set smaller than its row, or could be a note's number, which some set as large."""
    return piece.size <= (1.0 if _may_be_label(piece) else _SMALLER) * row.size


def _left(piece: TextPiece) -> float:
    return piece.left


def _row_for(piece: TextPiece, gathered: list[_Gathered], bases: list[tuple[float, int]]) -> _Gathered | None:
    """The row that a piece belongs to, of those that stand level with it or a little lower."""
    at = bisect_left(bases, (piece.base - piece.size, -1))
    best: tuple[bool, float] | None = None
    found: _Gathered | None = None
    for base, index in bases[at:]:
        row = gathered[index]
        rise = base - piece.base
        if rise > _FURTHEST * piece.size:
            break
        if not _fits(piece, row):
            continue
        # What it touches comes first: in columns side by side a raised digit may be level with a row of the other.
        rank = (not _is_near(piece, row), abs(rise))
        if best is None or rank < best:
            best, found = rank, row
    return found


def _fits(piece: TextPiece, row: _Gathered) -> bool:
    rise = row.base - piece.base
    if len(piece.text.strip()) <= _FEW and abs(rise) <= _OFF_LINE * row.size and _is_near(piece, row):
        return True
    if abs(rise) <= _SAME_LINE * min(row.size, piece.size) or (abs(rise) <= _SAME_LINE * row.size and _is_near(piece, row)):
        return not any(_overlap(piece, other) > _OVERPRINTED * min(piece.size, piece.right - piece.left) for other in row.pieces)
    if not _is_small(piece, row):
        return False
    low = -_LOWERED * row.size <= rise < 0
    return (low or 0 < rise <= _HIGHEST * row.size) and _is_near(piece, row)


def _overlap(piece: TextPiece, other: TextPiece) -> float:
    return min(piece.right, other.right) - max(piece.left, other.left)


def _is_near(piece: TextPiece, row: _Gathered) -> bool:
    reach = _TOUCHES * row.size
    return any(-reach <= piece.left - other.right <= reach or -reach <= other.left - piece.right <= reach for other in row.pieces)


def _is_raised(piece: TextPiece, row: _Gathered) -> bool:
    short = len(piece.text.strip()) <= _MOST_RAISED
    return short and row.base - piece.base > _LOWEST * row.size and _is_small(piece, row) and _is_near(piece, row)


def spelled(pieces: tuple[TextPiece, ...]) -> Iterator[tuple[TextPiece, str]]:
    """Each piece with its text, a blank before it where the gap is one."""
    before: TextPiece | None = None
    ended = True
    for piece in pieces:
        text = " ".join(piece.text.split())
        spaced = piece.text[:1].isspace()
        if before is not None:
            gap = piece.left - before.right
            wide = gap > _BLANK * max(min(before.size, piece.size), 1.0)
            near = gap < -_KERNED * piece.size
            if (wide or ((spaced or ended) and not near)) and not (before.raised and text[:1] in ".,;:)" and not wide):
                text = f" {text}"
        yield piece, text
        before, ended = piece, piece.text[-1:].isspace()
