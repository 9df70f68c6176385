"""Headings that are not marked up as headings: numbers of parts, their titles, short lines between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.model import Piece
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.numbered_titles import is_part_label, part_rank
from generator.readers.pieces.roles import ARTICLE, article_number
from generator.readers.pieces.shape import starts_lower
from generator.readers.pieces.titles import is_title

_FEW_WORDS: Final = 14
"""Words of a heading that nothing but its place sets apart: a longer line may be a sentence without its full stop."""

_SEVERAL: Final = 2
"""Parts of an act with their titles behind their numbers; a single line that starts so may speak of another act."""

_SENTENCE: Final = 60
"""Characters of a paragraph that may go before a heading."""

_PARAGRAPH: Final = 100
"""Characters of a text that is certainly running text: more than a row of a page."""


def numbers_of_parts(pairs: Sequence[tuple[Piece, Draft]]) -> Iterator[Draft]:
    """The drafts, a line with the number of an article, chapter or annex taken for a heading, and the short line after it for its title.

    A number with its title behind it is one where there are several, and no list of articles.
    """
    titled = _titled(pairs)
    title_due = False
    for place, (piece, draft) in enumerate(pairs):
        free = _is_free(piece, draft)
        number = (free or draft.marked_title is True) and (bool(ARTICLE.fullmatch(draft.text)) or is_part_label(draft.text))
        title = free and title_due and _reads_as_title(draft) and place + 1 < len(pairs)
        title_due = number
        yield replace(draft, marked_title=True) if number or title or place in titled else draft


def _titled(pairs: Sequence[tuple[Piece, Draft]]) -> frozenset[int]:
    """The places of numbers of articles and chapters that have their title behind them, if there are several with text below."""
    opening = [place for place, (piece, draft) in enumerate(pairs) if _is_free(piece, draft) and _opens_part(draft)]
    followed = {place - 1 for place in opening}
    listed = {place for place in opening if place in followed and article_number(pairs[place][1].text)}
    found = [place for place in opening if place not in listed and place + 1 < len(pairs)]
    return frozenset(found if len(found) >= _SEVERAL else ())


def _opens_part(draft: Draft) -> bool:
    """Whether a short line opens a part of an act by its number."""
    return _reads_as_title(draft) and (bool(article_number(draft.text)) or part_rank(draft.text) is not None)


def standing_alone(pairs: Sequence[tuple[Piece, Draft]]) -> Iterator[Draft]:
    """The drafts, a short line between two paragraphs taken for the heading that it is, though nothing sets it apart."""
    for before, (piece, draft), after in zip((None, *pairs), pairs, (*pairs[1:], None), strict=False):
        free = _is_free(piece, draft) and not piece.depth and not piece.role
        alone = free and before and after and _closes(before[1]) and _opens(*after)
        yield replace(draft, marked_title=True) if alone and _reads_as_title(draft) else draft


def _is_free(piece: Piece, draft: Draft) -> bool:
    """Whether nothing says yet what a text is."""
    return piece.kind == "text" and not piece.certain and draft.mark is None and draft.marked_title is False


def _reads_as_title(draft: Draft) -> bool:
    return len(draft.text.split()) <= _FEW_WORDS and is_title(draft.text)


def _closes(draft: Draft) -> bool:
    """Whether a draft is a paragraph that has come to its end."""
    plain = draft.kind == "paragraph" and draft.mark is None
    return plain and len(draft.text) >= _SENTENCE and draft.text.endswith((".", "?", "!", "”", "’", ")"))


def _opens(piece: Piece, draft: Draft) -> bool:
    """Whether a draft is a paragraph that starts a text."""
    plain = piece.kind == "text" and draft.kind == "paragraph" and draft.mark is None
    return plain and len(draft.text) >= _PARAGRAPH and not starts_lower(draft.text)
