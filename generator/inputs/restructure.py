"""Corrections of structure: what an editor says that a block is (a paragraph, an item, a heading of some level), or that it goes on with the one before.

A correction names the place, what it is now and what it should be, as one of words does (`corrections`); no character comes or goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from generator.model import Block, BlockType, Document, Furniture, Lines, ListPlace, OnPages, Place
from generator.words import say

Wrong: TypeAlias = tuple[str, str, str]
"""The key of a correction that is wrong, what is wrong, and the remedy."""

Identify: TypeAlias = Callable[[Iterable[Block]], tuple[Block, ...]]
"""What names blocks by what is printed, in order."""

_JOINED: Final = "joined"
_APART: Final = "apart"
_KINDS: Final[dict[str, BlockType]] = {"paragraph": "paragraph", "item": "list_item", "quote": "quote", "front matter": "front_matter"}
"""How a sidecar calls the kinds of blocks; a heading has its level behind it: `heading 2`."""


@dataclass(frozen=True, slots=True)
class _Edited:
    """The blocks of a document while they are corrected, and what was set aside from them."""

    blocks: tuple[Block, ...]
    aside: tuple[Furniture, ...] = ()


def name_of(block: Block) -> str:
    """The name of the kind of a block in a sidecar: `paragraph`, `heading 2`; `table` of one, which no correction can change."""
    if block.type == "heading":
        return f"heading {block.level or 1}"
    return next((name for name, kind in _KINDS.items() if kind == block.type), block.type)


def restructured(
    document: Document, given: Iterable[tuple[int, dict[str, Any]]], identify: Identify
) -> tuple[Document, list[tuple[int, Wrong]]]:
    """The document with its corrections of structure, named anew, and what is wrong with the others, each with its number in the sidecar.

    All of them name places as they were before the first.
    """
    edited, wrong, changed = _Edited(document.blocks), [], set[str]()
    for number, correction in given:
        place, there, now = correction["place"], correction["there"], correction["is"]
        index = next((i for i, block in enumerate(edited.blocks) if block.id == place), None)
        found = _wrong(edited.blocks, index, correction)
        if found or index is None:
            wrong.append((number, found or _no_place(place)))
            continue
        changed.add(place)
        if there != now:
            edited = _joined(edited, index) if correction["what"] == "join" else _turned(edited, index, now)
    if not changed:
        return document, wrong
    blocks = identify(edited.blocks)
    names = {before.id: after.id for before, after in zip(edited.blocks, blocks, strict=True)}
    settled = frozenset(names.get(anchor, anchor) for anchor in document.settled | changed)
    return replace(document, blocks=blocks, furniture=(*document.furniture, *edited.aside), settled=settled), wrong


def _no_place(place: str) -> Wrong:
    return "place", say("restructure.no_place", place=repr(place)), say("restructure.copy_the_place")


def _wrong(blocks: tuple[Block, ...], index: int | None, correction: dict[str, Any]) -> Wrong | None:
    """What is wrong with a correction, if anything."""
    if index is None:
        return _no_place(correction["place"])
    block, there = blocks[index], correction["there"]
    joins = correction["what"] == "join"
    is_now = _APART if joins else name_of(block)
    known = {_APART, _JOINED} if joins else {*_KINDS, *(f"heading {level}" for level in range(1, 7))}
    if there != is_now:
        return (
            "there",
            say("restructure.is_something_else", place=block.id, now=is_now, there=repr(there)),
            say("restructure.write_what_it_is"),
        )
    if correction["is"] not in known:
        return "is", say("restructure.unknown", kind=repr(correction["is"])), say("restructure.choose", known=", ".join(sorted(known)))
    if joins and (not index or "table" in {block.type, blocks[index - 1].type}):
        return "place", say("restructure.nothing_to_join", place=block.id), say("restructure.join_names_the_second")
    return None


def _turned(edited: _Edited, index: int, now: str) -> _Edited:
    """The blocks with one turned into what it should be."""
    block, (kind, _, level) = edited.blocks[index], now.partition(" ")
    if kind == "heading":
        label = block.label or (block.list.marker if block.list else "")
        number = label.strip("(). ") or None
        made = replace(block, type="heading", level=int(level), number=number, label=label, list=None)
        aside: tuple[Furniture, ...] = ()
    elif now == "item":
        label = block.label or (block.list.marker if block.list else "")
        place = ListPlace("numbered" if any(c.isalnum() for c in label) else "bullet", 1, label)
        made = replace(block, type="list_item", level=None, number=None, label="", list=place)
        aside = ()
    else:
        made, aside = _without_label(replace(block, type=_KINDS[now]))
    return replace(edited, blocks=(*edited.blocks[:index], made, *edited.blocks[index + 1 :]), aside=(*edited.aside, *aside))


def _without_label(block: Block) -> tuple[Block, tuple[Furniture, ...]]:
    """A block whose number or mark stands in its text, or is set aside where it is no more than a glyph."""
    label, spans = block.label or (block.list.marker if block.list else ""), block.label_spans
    plain = replace(block, level=None, number=None, label="", list=None, label_spans=())
    if not any(character.isalnum() for character in label):
        return plain, ((Furniture(block.place, label, "glyph", spans),) if spans else ())
    moved = _moved(plain, len(label) + 1)
    return replace(moved, text=f"{label} {block.text}", spans=(*spans, *block.spans)), ()


def _joined(edited: _Edited, index: int) -> _Edited:
    """The blocks with one put behind the one before it."""
    before = edited.blocks[index - 1]
    after, aside = _without_label(edited.blocks[index])
    start = before.text if before.text.endswith("-") else f"{before.text} "
    moved = _moved(after, len(start))
    made = replace(
        before,
        text=f"{start}{after.text}",
        place=_both(before.place, after.place),
        spans=(*before.spans, *after.spans),
        notes=(*before.notes, *moved.notes),
        repairs=(*before.repairs, *moved.repairs),
        emphasis=(*before.emphasis, *moved.emphasis),
        changes=(*before.changes, *moved.changes),
    )
    return replace(edited, blocks=(*edited.blocks[: index - 1], made, *edited.blocks[index + 1 :]), aside=(*edited.aside, *aside))


def _moved(block: Block, by: int) -> Block:
    """A block with all offsets in its text moved by a number of characters."""
    return replace(
        block,
        notes=tuple(replace(marker, offset=marker.offset + by) for marker in block.notes),
        repairs=tuple(replace(repair, offset=repair.offset + by) for repair in block.repairs),
        emphasis=tuple((start + by, end + by) for start, end in block.emphasis),
        changes=tuple(replace(change, offset=change.offset + by) for change in block.changes),
    )


def _both(before: Place, after: Place) -> Place:
    """Where two neighbours stand together."""
    if isinstance(before, Lines) and isinstance(after, Lines):
        return Lines(before.first, after.last)
    if isinstance(before, OnPages) and isinstance(after, OnPages):
        return OnPages((*before.boxes, *after.boxes))
    return before
