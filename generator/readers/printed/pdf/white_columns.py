"""Rows that white space parts into columns: what stands side by side in a row, and where the columns begin."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from generator.readers.printed.pdf.pieces import TextPiece
from generator.readers.printed.pdf.rows import Row

_GAP: Final = 0.9
"""In units of the type size: columns lie at least so far apart in a table without lines."""

_BETWEEN: Final = 0.5
"""In units of the type size: white space that all rows share parts columns from here on; blanks of rows do not lie below one another."""

_MARK: Final = re.compile(r"\(?\w{1,4}[.)]|[^\w\s]|\(\w{1,4}\)|\d{1,3}")
"""What hangs out before an item: a number, a letter, a sign."""


def parts_of(row: Row) -> tuple[tuple[TextPiece, ...], ...]:
    """What stands in a row side by side; a mark that hangs out belongs to what follows."""
    groups = [[row.pieces[0]]]
    for before, piece in pairwise(row.pieces):
        first = len(groups) == 1 and bool(_MARK.fullmatch("".join(p.text for p in groups[0]).strip()))
        if piece.left - before.right > _GAP * max(before.size, piece.size) and not first:
            groups.append([])
        groups[-1].append(piece)
    return tuple(tuple(group) for group in groups)


def is_parted(row: Row) -> bool:
    """Whether a row has more than one part."""
    return len(parts_of(row)) > 1


def column_at(bounds: list[float], piece: TextPiece) -> int:
    """The column that a piece stands in, from 0; `bounds` is where the second and later ones begin."""
    return sum(bound <= piece.left + 1 for bound in bounds)


def bounds_of(rows: tuple[Row, ...]) -> list[float]:
    """Where the second and later columns begin: right after white space that all rows share."""
    taken = sorted((part[0].left, part[-1].right) for row in rows for part in parts_of(row))
    bounds, reach = [], taken[0][1]
    size = max(row.size for row in rows)
    for left, right in taken:
        if left - reach > _BETWEEN * size:
            bounds.append(left)
        reach = max(reach, right)
    return bounds
