"""How deep headings and items lie: by the ranks of headings and the lists in the markup, and by words where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.model import Piece
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.levels import is_flat
from generator.readers.pieces.numbered_titles import is_part_label, part_rank
from generator.readers.pieces.roles import ANNEX, ARTICLE, article_number

ARTICLE_RANK: Final = 50
"""Openers give articles this rank, and their titles the next: below every other kind of part, however deep those lie."""

_ANNEX_RANK: Final = 10
"""Rank of an annex of which the markup says none: below the six that HTML has, above any chapter."""

_PART_RANK: Final = 12
"""Rank of the largest part of an act of which the markup says none: below an annex and the title of one. Smaller parts follow two by two."""


def told_depths(pieces: Iterable[Piece], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts with items as deep as their lists lie: counted from the numbered paragraph that a list belongs to, if there is one."""
    base = 0
    for piece, draft in zip(pieces, drafts, strict=True):
        item = draft.kind == "list_item"
        if not piece.depth:
            base = draft.depth or 0 if item else 0
        yield replace(draft, depth=base + piece.depth) if item and piece.depth else draft


def told_levels(pieces: Iterable[Piece], drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts with the levels of headings from their ranks; a first heading above all others is the title, and the chapters have its level."""
    pairs = tuple(zip(pieces, drafts, strict=True))
    flat = is_flat((draft.text, piece.level) for piece, draft in pairs if draft.kind == "heading")
    told = [(piece, draft) for piece, draft in pairs if draft.kind == "heading" and _told_rank(piece) is not None]
    if not told:
        return tuple(draft for _, draft in pairs)
    levels = _Levels(told[0][0], titled=_is_titled(told), flat=flat)
    return tuple(levels.levelled(piece, draft) if draft.kind == "heading" else draft for piece, draft in pairs)


def _told_rank(piece: Piece) -> int | None:
    return piece.level if piece.kind == "heading" else None


def _is_titled(told: Sequence[tuple[Piece, Draft]]) -> bool:
    """Whether the first of the headings is the title of the whole: it alone has the highest rank outside annexes, and no number."""
    first, title = told[0]
    ranks = [piece.level or 0 for piece, _ in told if piece.role != "annex" or piece is first]
    highest = len(told) > 1 and ranks[0] == min(ranks) and ranks.count(ranks[0]) == 1
    return highest and first.role != "annex" and title.title is None and not is_part_label(title.text)


class _Levels:
    """The ranks of the headings that are open, from the highest down; the title of the document is not counted among them."""

    def __init__(self, first: Piece, *, titled: bool, flat: bool) -> None:
        self.first, self.titled, self.flat = first, titled, flat
        self.open: list[int] = []
        self.under_title = False
        self.before = ""

    def levelled(self, piece: Piece, draft: Draft) -> Draft:
        """A heading with its level, from 1; one without any rank lies below the last that has one."""
        told = _told_rank(piece)
        implied = _implied(draft.text, self.before) if told is None or self.flat else None
        rank = told if implied is None else implied
        self.before = draft.text
        level = max(1, len(self.open) - self.titled + 1) if rank is None else self._opened(piece, rank)
        return replace(draft, level=level)

    def _opened(self, piece: Piece, rank: int) -> int:
        """The level of a heading of a rank; articles and their titles lie at least as deep below a title as their own rank says."""
        while self.open and self.open[-1] >= rank:
            self.open.pop()
        self.under_title = piece is self.first or (self.under_title and bool(self.open))
        self.open.append(rank)
        level = len(self.open) - (self.titled and self.under_title and len(self.open) > 1)
        floor = rank - ARTICLE_RANK + 2 if self.titled and rank >= ARTICLE_RANK else 1
        return max(level, floor)


def _implied(text: str, before: str) -> int | None:
    """The rank of a heading whose markup says none: by its words, or by those of the number that it is the title of."""
    own = _rank_of(text)
    if own is not None:
        return own
    bare = ANNEX.fullmatch(before) or is_part_label(before) or ARTICLE.fullmatch(before)
    holder = _rank_of(before) if bare else None
    return None if holder is None else holder + 1


def _rank_of(text: str) -> int | None:
    """The rank of the annex, part or article that a heading opens."""
    if ANNEX.fullmatch(text):
        return _ANNEX_RANK
    part = part_rank(text)
    if part is not None:
        return _PART_RANK + 2 * part
    if is_part_label(text):
        return _PART_RANK
    return ARTICLE_RANK if article_number(text) else None
