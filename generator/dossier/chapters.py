"""The chapters of a document: from one heading of the first level to the next, each a page, with its footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.dossier import shown_titles
from generator.language.slugs import DEVICES, slug
from generator.model import Block, Document, Note, Part
from generator.words import say

MOST_CHAPTERS: Final = 500
"""Chapters of a document. Each page lists them all, and the Union's longest acts have some five hundred articles; what is beyond
belongs to the last."""

_RESERVED: Final = frozenset({"bron", "volledig", "citeren", "index"})
_PREAMBLE: Final = say("dossier_index.opening")
_WHOLE: Final = say("dossier_index.text")


_NAME: Final = 60
"""Characters of a chapter's name in its address: more than `slugs` gives others, as it stands last and few chapters are told by less."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page's worth of a document: from one heading of the first level to the next."""

    title: str
    slug: str
    url: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    heading: Block | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything with text of its own: the blocks, with the cells of a table in its place, then the footnotes."""
        return (*(part for block in self.blocks for part in block.parts), *self.notes)


def chapters(document: Document, url: str, shown: Mapping[str, str]) -> tuple[Chapter, ...]:
    """The chapters of a document below its URL; `shown_titles` has the titles that are shown otherwise than printed, by the ids of headings."""
    groups: list[list[Block]] = [[]] if document.notes and not document.blocks else []
    for block in document.blocks:
        if not groups or (block.type == "heading" and block.level == 1 and len(groups) < MOST_CHAPTERS):
            groups.append([])
        groups[-1].append(block)
    taken: set[str] = {*_RESERVED, *DEVICES}
    made = [_chapter(group, url, taken, shown, alone=len(groups) == 1) for group in groups]
    return _with_notes(made, document.notes)


def _chapter(blocks: list[Block], url: str, taken: set[str], shown: Mapping[str, str], *, alone: bool) -> Chapter:
    heading = blocks[0] if blocks and blocks[0].type == "heading" and blocks[0].level == 1 else None
    title = shown_titles.printed_title(heading) if heading else (_WHOLE if alone else _PREAMBLE)
    name = base = slug(title, _NAME) or "deel"
    count = 1
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken.add(name)
    return Chapter(shown.get(heading.id, title) if heading else title, name, f"{url}{name}/", tuple(blocks), (), heading)


def _with_notes(chapters: list[Chapter], notes: tuple[Note, ...]) -> tuple[Chapter, ...]:
    """Each footnote stands in the chapter of its first marker; one without a marker, with the note before it."""
    homes = {
        marker.number: place
        for place in range(len(chapters) - 1, -1, -1)
        for block in chapters[place].blocks
        for part in block.parts
        for marker in part.notes
    }
    groups: list[list[Note]] = [[] for _ in chapters]
    place = 0
    for note in notes:
        place = homes.get(note.number, place)
        if groups:
            groups[place].append(note)
    return tuple(
        Chapter(chapter.title, chapter.slug, chapter.url, chapter.blocks, tuple(group), chapter.heading)
        for chapter, group in zip(chapters, groups, strict=True)
    )
