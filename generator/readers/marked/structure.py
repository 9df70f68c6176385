"""Reads the pieces of a marked transcript as a document: what the markup says of a piece holds, and where it says nothing its words and looks decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, TypeAlias

from generator.model import Piece, Transcript
from generator.readers.marked import grid
from generator.readers.marked.amendments import amendments
from generator.readers.marked.asides import aside
from generator.readers.marked.closing_notes import with_closing_notes
from generator.readers.marked.levels import told_depths, told_levels
from generator.readers.marked.marked_text import INNER, MarkedText
from generator.readers.marked.piece_drafts import Drafter
from generator.readers.marked.untold_headings import numbers_of_parts, standing_alone
from generator.readers.pieces.assemble import Parts, assemble
from generator.readers.pieces.compose import Spelling
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.hyphens import Lexicon
from generator.readers.pieces.outline import classify

Pair: TypeAlias = tuple[Piece, Draft]

# In this order: what stands in a quotation is no heading of the document; a heading that has a number needs no room around it.
_WORDS_TELL: Final = (amendments, numbers_of_parts, standing_alone)


def read(source: Transcript, lexicon: Lexicon) -> Parts:
    """The parts of the document; together they hold every character of the transcript that is not white space."""
    pieces = with_closing_notes(source)
    marked = MarkedText(source, pieces)
    running = [piece for piece in pieces if _is_running(piece)]
    body = [piece for piece in running if piece.cell or marked.plain(piece)]
    wordless = [piece for piece in running if not piece.cell and not marked.plain(piece)]
    drafter = Drafter(marked, body)
    pairs = list(_pairs(drafter, body))
    for told in _WORDS_TELL:
        pairs = [(piece, draft) for (piece, _), draft in zip(pairs, told(pairs), strict=True)]
    drafts = _classified(list(_with_changes(marked, pairs)))
    return assemble(source, drafts, aside(marked, pieces, wordless, drafter.dropped), Spelling(lexicon, soft=False))


def _is_running(piece: Piece) -> bool:
    """Whether a piece is running text, and not beside it or inside it."""
    return piece.kind not in INNER | {"aside", "note"}


def _pairs(drafter: Drafter, body: Iterable[Piece]) -> Iterator[Pair]:
    """Each piece with its draft; the cells of a table make one."""
    for table, group in groupby(body, key=lambda piece: piece.cell.table if piece.cell else None):
        pieces = list(group)
        if table is None:
            yield from ((piece, drafter.draft(piece)) for piece in pieces)
        else:
            yield pieces[0], grid.table(drafter.marked, pieces)


def _with_changes(marked: MarkedText, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Each draft with the marks of amendment in it, and those that stand by themselves before it; the mark of an end says nothing new."""
    marks = [(marked.next_word(piece.end), marked.text[piece.start : piece.end]) for piece in marked.inner if piece.kind == "change"]
    opening = [(at, text) for at, text in marks if any(character.isalnum() for character in text)]
    place = 0
    for piece, draft in pairs:
        first = place
        while place < len(opening) and opening[place][0] < piece.end:
            place += 1
        yield piece, replace(draft, changes=tuple(opening[first:place]))


def _classified(pairs: list[Pair]) -> tuple[Draft, ...]:
    """The drafts with their kinds, depths and levels."""
    pieces = [piece for piece, _ in pairs]
    classified = classify(draft for _, draft in pairs)
    settled = [_settled(piece, draft, after) for (piece, draft), after in zip(pairs, classified, strict=True)]
    return told_levels(pieces, told_depths(pieces, settled))


def _settled(piece: Piece, draft: Draft, after: Draft) -> Draft:
    """What the markup is certain of, kept: the kind of a piece, and the depth of an item where its lists say it."""
    if draft.table is not None:
        return after
    if draft.role == "amendment" and draft.kind == "quote":
        return replace(after, kind="quote", mark=None)
    if piece.kind == "heading":
        return replace(after, kind="heading", mark=None)
    if not piece.certain:
        return after
    if draft.mark is not None:
        return replace(after, kind="list_item", mark=draft.mark, depth=max(1, piece.depth))
    return replace(after, kind=draft.kind, mark=None, title=None)
