"""Sentences of Markdown that a blank line broke in two: a page ended there in the print."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from generator.model import Lines, Place
from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.front_matter import is_front_matter_label
from generator.readers.pieces.shape import ends_sentence, starts_lower


def made_whole(drafts: Iterable[Draft], heads: Container[int] = frozenset()) -> Iterator[Draft]:
    """The drafts, the two parts of a sentence that a blank line broke joined to one draft; `heads` are the numbers of the lines of heads and feet of pages."""
    last: Draft | None = None
    for draft in drafts:
        if last and _breaks_off(last) and (_goes_on(draft) or _parted_by_page(last, draft, heads)):
            last = _joined(last, draft)
            continue
        if last:
            yield last
        last = draft
    if last:
        yield last


def _breaks_off(draft: Draft) -> bool:
    """Whether a draft is running text that stops before the end of its sentence."""
    running = draft.table is None and draft.kind != "front_matter" and draft.marked_title is not True
    return running and not ends_sentence(draft.text)


def _goes_on(draft: Draft) -> bool:
    """Whether a draft is plain text that starts within a sentence."""
    plain = draft.mark is None and draft.marked_title is not True and draft.kind == "paragraph" and draft.table is None
    return plain and starts_lower(draft.text) and not is_front_matter_label(draft.text)


def _parted_by_page(before: Draft, after: Draft, heads: Container[int]) -> bool:
    """Whether the head or foot of a page stands between two plain texts, of which the first is no title; the second may start with a noun of German."""
    plain = after.mark is None and after.marked_title is not True and after.kind == "paragraph" and after.table is None
    if not plain or not isinstance(before.place, Lines) or not isinstance(after.place, Lines) or before.marked_title is None:
        return False
    return any(line in heads for line in range(before.place.last + 1, after.place.first))


def _joined(first: Draft, second: Draft) -> Draft:
    return replace(
        first,
        rows=(*first.rows, *second.rows),
        text=f"{first.text} {second.text}",
        place=_spanning(first.place, second.place),
        emphasis=(*first.emphasis, *second.emphasis),
    )


def _spanning(first: Place, last: Place) -> Place:
    """From the start of one place to the end of another; both are lines here."""
    return Lines(first.first, last.last) if isinstance(first, Lines) and isinstance(last, Lines) else first
