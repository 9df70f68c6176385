"""Names for sections, blocks and footnotes that come from what is printed, so that links last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.language.slugs import FRAME, slug
from generator.model import Block, ListPlace, Role
from generator.readers.pieces.roles import article_number

_KEY_LENGTH: Final = 24
"""The name of a section without number, as it stands in each paragraph's id."""


def identify(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with an id unique among them and the section they stand in."""
    namer = _Namer()
    return tuple(_with_cells(namer.named(block)) for block in blocks)


def _with_cells(block: Block) -> Block:
    """A table whose cells are named after it: `p-3-2-r1k2` for the second cell of the first row, `p-3-2-titel` for the caption."""
    if block.type != "table":
        return block
    rows = tuple(
        tuple(
            replace(cell, id=f"{block.id}-r{row}k{column}", block=block.id, section=block.section) for column, cell in enumerate(cells, 1)
        )
        for row, cells in enumerate(block.rows, 1)
    )
    caption = replace(block.caption, id=f"{block.id}-titel", block=block.id, section=block.section) if block.caption else None
    return replace(block, rows=rows, caption=caption)


class _Namer:
    """Counts within sections; a printed number always wins over a count."""

    def __init__(self) -> None:
        self.section, self.key, self.article = "", "aanhef", ""
        self.counts: Counter[str] = Counter()
        self.taken: set[str] = set()
        self.returns: Counter[str] = Counter()
        self.trail: list[str] = []

    def named(self, block: Block) -> Block:
        if block.type == "heading":
            return self._heading(block)
        if block.list and block.list.kind != "bullet" and block.list.marker:
            return replace(block, id=self._free(self._item(block.list, block.role)), section=self.section)
        if not (block.list and block.list.depth > 1):
            self.trail = []
        key = self.article or self.key
        self.counts[key] += 1
        return replace(block, id=self._free(f"p-{key}-{self.counts[key]}"), section=self.section)

    def _heading(self, block: Block) -> Block:
        self.trail = []
        if block.role != "article":
            self.article = ""
        elif number := article_number(block.text):
            self.article = slug(number, _KEY_LENGTH)
        if block.number:
            self.section = block.number
            self.key = slug(block.number.replace(".", "-"))
            name = f"s-{self.key}"
        else:
            name = slug(block.text) or "kop"
            if block.level == 1:
                self.section = self.key = slug(block.text, _KEY_LENGTH) or "kop"
        return replace(block, id=self._free(name), section=self.section)

    def _item(self, place: ListPlace, role: Role) -> str:
        """`punt-16-a`: the marks of the item and of those it lies under; a mark that returns is told by its section.

        In an article they stand after its number, `artikel-3-1-a`; a recital is `overweging-12`.
        """
        mark = slug(place.marker) or "x"
        self.trail = [*self.trail[: place.depth - 1], mark]
        name = "-".join([self.article or ("overweging" if role == "recital" else "punt"), *self.trail])
        return name if name not in self.taken else f"p-{self.key}-{'-'.join(self.trail)}"

    def _free(self, name: str) -> str:
        name = candidate = f"kop-{name}" if name.startswith(FRAME) else name
        while candidate in self.taken:
            self.returns[name] += 1
            candidate = f"{name}-{self.returns[name] + 1}"
        self.taken.add(candidate)
        return candidate
