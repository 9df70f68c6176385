"""The words of another act that an amendment quotes: headings and numbers among them are not those of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.model import BlockType, Piece
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.roles import ARTICLE

_OPENING: Final = frozenset("“„«‘\"'")
_CLOSING: Final = re.compile(r"[”“»’\"'][.;,]?$")
_LONGEST_QUOTE: Final = 200
"""Paragraphs of another act between one pair of quotation marks; more, and the end mark was forgotten."""


def amendments(pairs: Sequence[tuple[Piece, Draft]]) -> Iterator[Draft]:
    """The drafts of an act, what stands between quotation marks after a colon taken for words of another act, headings and all."""
    texts = [draft.text for _, draft in pairs]
    quoted = frozenset(_quoted(texts)) if any(map(ARTICLE.fullmatch, texts)) else frozenset()
    for place, (_, draft) in enumerate(pairs):
        yield _as_quotation(draft) if place in quoted and draft.table is None else draft


def _quoted(texts: Sequence[str]) -> Iterator[int]:
    """The places of the texts between quotation marks, the first of them after a text that ends in a colon."""
    end = -1
    for place, text in enumerate(texts):
        if place > max(end, 0) and text[:1] in _OPENING and texts[place - 1].endswith(":"):
            window = enumerate(texts[place : place + _LONGEST_QUOTE], place)
            end = next((at for at, other in window if _CLOSING.search(other)), -1)
        if place <= end:
            yield place


def _as_quotation(draft: Draft) -> Draft:
    """A paragraph of the quoted act; an item stays one, with its number."""
    kind: BlockType = draft.kind if draft.mark else "quote"
    return replace(draft, kind=kind, role="amendment", marked_title=None, title=None, label=draft.label if draft.mark else "")
