"""Which pieces of a PDF stand nearer to what follows than to what comes before: the white around them says that they head it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.readers.pieces.shape import ends_sentence
from generator.readers.printed.pdf.chunks import Chunk

_MORE_ABOVE: Final = 1.25
"""White above a title is at least so many times that below it: 12 over 6 and 14 over 4 points are usual beside rows of 13."""

_LEADING: Final = 1.2
"""What rows of one text stand apart at least, in units of the type size."""

_LONGEST: Final = 220
"""Letters: the longest title of an official document fills three rows."""

_STEP: Final = 0.5
"""Points. Distances that differ by less are one distance: rows are placed on a grid of some hundredths, and type sizes are rounded."""

_FEWEST: Final = 2
"""Titles with the same white below them; a single one may be chance."""

_MOSTLY: Final = 0.5
"""This part of the pieces with the same white below must be titles for that white to tell where none above can."""

_PROSE: Final = 3
"""Rows from which a piece is running text, whose first row shows whether paragraphs are set in."""

_SET_IN: Final = 0.7
"""Of the pieces of so many rows, this part at least begin set in where paragraphs do: others go on below a list or a quotation."""

_INDENT: Final = 0.6
"""In units of the type size: a smaller shift is the side bearing of a letter."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece with the white above and below it, from base line to base line in points; None over the end of a page or column."""

    chunk: Chunk
    above: float | None
    below: float | None

    @property
    def step(self) -> int:
        """The white below in steps."""
        return round((self.below or 0.0) / _STEP)


def set_apart(chunks: tuple[Chunk, ...], size: float) -> frozenset[int]:
    """The ids of short pieces without mark that the white around them joins to what follows, or sets off from paragraphs that are set in.

    `size` is that of the text.
    Where a page or column ends above a piece, the white below it has to be that below the titles elsewhere in the document.
    """
    placed = _placed(chunks)
    sure = [piece for piece in placed if _may_head(piece.chunk) and _is_nearer_below(piece, size)]
    known = _below_titles(placed, sure)
    at_edge = _not_set_in(chunks)
    at_top = (piece for piece in placed if piece.above is None and piece.below and piece.step in known and _may_head(piece.chunk))
    return frozenset(id(piece.chunk) for piece in (*sure, *at_top)) | at_edge


def _placed(chunks: tuple[Chunk, ...]) -> tuple[_Placed, ...]:
    distances = [None, *(_distance(before, after) for before, after in pairwise(chunks)), None]
    return tuple(_Placed(chunk, above, below) for chunk, (above, below) in zip(chunks, pairwise(distances), strict=True))


def _distance(before: Chunk, chunk: Chunk) -> float | None:
    """From the last row of a piece to the first of the next, in points; None over the end of a page or column."""
    last, first = before.lines[-1], chunk.lines[0]
    return first.base - last.base if last.flow == first.flow else None


def _may_head(chunk: Chunk) -> bool:
    """Whether a piece is short, no item and no sentence; a word with a colon may head a list."""
    text = " ".join(line.text for line in chunk.lines).rstrip()
    return not chunk.mark and len(text) <= _LONGEST and (text.endswith(":") or not (text.endswith((";", ",")) or ends_sentence(text)))


def _is_nearer_below(piece: _Placed, size: float) -> bool:
    if piece.above is None or piece.below is None:
        return False
    return piece.above > _MORE_ABOVE * piece.below and piece.above > _MORE_ABOVE * size * _LEADING


def _not_set_in(chunks: tuple[Chunk, ...]) -> frozenset[int]:
    """The pieces that may be titles and are not set in where paragraphs are."""
    prose = [_is_set_in(chunk) for chunk in chunks if len(chunk.lines) >= _PROSE and not chunk.mark and chunk.region != "table"]
    if sum(prose) < max(_PROSE, _SET_IN * len(prose)):
        return frozenset()
    return frozenset(id(chunk) for chunk in chunks if chunk.region != "table" and not _is_set_in(chunk) and _may_head(chunk))


def _is_set_in(chunk: Chunk) -> bool:
    return chunk.set_in > _INDENT * chunk.lines[0].size


def _below_titles(placed: Iterable[_Placed], sure: Iterable[_Placed]) -> frozenset[int]:
    """The steps of white that lie below titles and below little else."""
    titles = Counter(piece.step for piece in sure)
    others = Counter(piece.step for piece in placed if piece.above is not None and piece.below is not None)
    return frozenset(
        step + near for step, count in titles.items() if count >= _FEWEST and count >= _MOSTLY * others[step] for near in (-1, 0, 1)
    )
