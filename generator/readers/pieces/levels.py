"""How deep the headings of a document lie: by a notation's signs, by numbers, by capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.numbered_titles import is_article, is_part_label, opens_annex, part_rank
from generator.readers.pieces.roles import article_number
from generator.readers.pieces.titles import is_upper

_FEWEST: Final = 2
"""Kinds of signs that tell levels: where all headings have the same, it says nothing."""


def with_levels(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Numbers tell the level; a title without one lies below the numbered title before it, unless its type says more."""
    headings = tuple(draft for draft in drafts if draft.kind == "heading")
    told = _told_levels(headings)
    levels = _Levels(headings)
    placed = tuple(levels.placed(draft) for draft in drafts)
    if told is None:
        return placed
    by_place = iter(told)
    return tuple(replace(draft, level=next(by_place)) if draft.kind == "heading" else draft for draft in placed)


def _told_levels(headings: tuple[Draft, ...]) -> tuple[int, ...] | None:
    """The levels that a notation gives the headings, None unless they are of one mind with each other and with the numbers.

    A first heading above all others is the title, and the chapters lie beside it.
    """
    signs = [draft.signs for draft in headings]
    counted = [count for count in signs if count is not None]
    if is_flat((draft.text, draft.signs) for draft in headings):
        return None
    if len(set(counted)) < _FEWEST or signs[0] is None or min(counted) < signs[0] or _skip_levels(counted):
        return None
    return tuple(_shifted(signs, signs[0] + (counted.count(signs[0]) == 1))) if _agree_with_numbers(headings) else None


def _skip_levels(counted: list[int]) -> bool:
    """Whether a heading lies more than one deeper than the one before it."""
    return any(after > before + 1 for before, after in pairwise(counted))


def _agree_with_numbers(headings: tuple[Draft, ...]) -> bool:
    """Whether headings with numbers alike have signs alike."""
    schemes = {(d.title.scheme, len(d.title.path), d.signs) for d in headings if d.title and d.signs}
    return len({(scheme, depth) for scheme, depth, _ in schemes}) == len(schemes)


def _shifted(signs: list[int | None], top: int) -> Iterator[int]:
    """Levels counted from `top`; a title without signs, in stressed type, lies below the last that has them."""
    last = 0
    for count in signs:
        last = last if count is None else max(1, count - top + 1)
        yield last + (count is None)


def is_flat(headings: Iterable[tuple[str, int | None]]) -> bool:
    """Whether a notation gives chapters and articles of an act one rank, so that words must tell; pairs of text and rank."""
    ranks: dict[bool, set[int | None]] = {}
    for text, rank in headings:
        article = bool(article_number(text))
        if article or part_rank(text) is not None:
            ranks.setdefault(article, set()).add(rank)
    return len(ranks) == _KINDS and len(set().union(*ranks.values())) == 1


_KINDS: Final = 2
"""Chapters and articles."""


def counts_articles(headings: Iterable[str]) -> bool:
    """Whether headings are those of an act: several of them open an article."""
    return len({number for text in headings if (number := article_number(text))}) >= _FEWEST


class _Levels:
    """What the headings of a document have in common (styles of number, capitals), and the heading under which the next one comes."""

    def __init__(self, headings: tuple[Draft, ...]) -> None:
        self.schemes = list(dict.fromkeys(d.title.scheme for d in headings if d.title))
        self.upper = self._tells_by_capitals(headings)
        self.act = counts_articles(draft.text for draft in headings)
        self.parts = sorted({rank for d in headings if self.act and (rank := part_rank(d.text)) is not None})
        times = Counter(d.text for d in headings if not d.title)
        self.returning = {text for text, count in times.items() if count > 1}
        self.under, self.last, self.article, self.before = 0, 0, 0, ""

    def _tells_by_capitals(self, headings: tuple[Draft, ...]) -> bool:
        """Whether capitals set the chapters apart from what lies under them."""
        if self.schemes:
            return any(is_upper(d.text) for d in headings if d.title and len(d.title.path) == 1)
        return {is_upper(d.text) for d in headings} == {True, False}

    def placed(self, draft: Draft) -> Draft:
        """A heading with its level; any other draft as it is."""
        if draft.kind != "heading":
            self.before = ""
            return draft
        article = is_article(draft.text) or (self.act and article_number(draft.text))
        level = self._article_level() if article else self._part_level(draft.text) or self._level(draft)
        self.before, self.last = draft.text, level
        return replace(draft, level=level)

    def _article_level(self) -> int:
        """Articles lie below the title or chapter before the first of them, and below the chapters that come after."""
        chapter = self.last if not self.article else self.under
        self.article = max(chapter + 1, self.article if not self.under else 0)
        return self.article

    def _part_level(self, text: str) -> int:
        """Chapters of an act lie below its titles, whether their own title stands behind the number or below it; 0 for what is neither."""
        rank = part_rank(text) if self.parts else None
        if rank is not None:
            self.under = 1 + self.parts.index(rank)
            return self.under
        if self.parts and part_rank(self.before) is not None and is_part_label(self.before):
            self.under = self.last + 1
            return self.under
        return 0

    def _level(self, draft: Draft) -> int:
        if draft.title:
            self.under = self.schemes.index(draft.title.scheme) + len(draft.title.path)
            return self.under
        label_before = is_part_label(self.before)
        if opens_annex(draft.text) or (self.upper and is_upper(draft.text)):
            self.under = 2 if label_before else 1
            return self.under
        return self.last + 1 if label_before or is_article(self.before) else self._unnumbered_level(draft.text)

    def _unnumbered_level(self, text: str) -> int:
        """A title that returns lies below the title of each part; any other below the numbered one before it."""
        if text in self.returning and self.schemes:
            return 2 if self.under else 1
        return self.under + 1 if self.schemes or self.upper else 1
