"""Names for sections, blocks and footnotes that come from what is printed, so that links last."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.model import Block, ListPlace

_SLUG_LENGTH: Final = 48
_KEY_LENGTH: Final = 24
"""The name of a section without number, as it stands in each paragraph's id."""


def slug(text: str, length: int = _SLUG_LENGTH) -> str:
    """Lower-case ASCII words with hyphens between, cut at a word's end; empty where the text has no letter or digit."""
    folded = unicodedata.normalize("NFKD", text.replace("ĳ", "ij")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.lower())
    kept: list[str] = []
    for word in words:
        if kept and sum(map(len, kept)) + len(kept) + len(word) > length:
            break
        kept.append(word)
    return "-".join(kept)[:length]


def identify(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with an id unique among them and the section they stand in."""
    namer = _Namer()
    return tuple(namer.named(block) for block in blocks)


class _Namer:
    """Counts within sections; a printed number always wins over a count."""

    def __init__(self) -> None:
        self.section, self.key = "", "aanhef"
        self.counts: Counter[str] = Counter()
        self.taken: set[str] = set()
        self.returns: Counter[str] = Counter()
        self.trail: list[str] = []

    def named(self, block: Block) -> Block:
        if block.type == "heading":
            return self._heading(block)
        if block.list and block.list.kind != "bullet" and block.list.marker:
            return replace(block, id=self._free(self._item(block.list)), section=self.section)
        if not (block.list and block.list.depth > 1):
            self.trail = []
        self.counts[self.key] += 1
        return replace(block, id=self._free(f"p-{self.key}-{self.counts[self.key]}"), section=self.section)

    def _heading(self, block: Block) -> Block:
        self.trail = []
        if block.number:
            self.section = block.number
            self.key = slug(block.number.replace(".", "-"))
            name = f"s-{self.key}"
        else:
            name = slug(block.text) or "kop"
            if block.level == 1:
                self.section = self.key = slug(block.text, _KEY_LENGTH) or "kop"
        return replace(block, id=self._free(name), section=self.section)

    def _item(self, place: ListPlace) -> str:
        """`punt-16-a`: the marks of the item and of those it lies under; a mark that returns is told by its section."""
        mark = slug(place.marker) or "x"
        self.trail = [*self.trail[: place.depth - 1], mark]
        name = "-".join(["punt", *self.trail])
        return name if name not in self.taken else f"p-{self.key}-{'-'.join(self.trail)}"

    def _free(self, name: str) -> str:
        candidate = name
        while candidate in self.taken:
            self.returns[name] += 1
            candidate = f"{name}-{self.returns[name] + 1}"
        self.taken.add(candidate)
        return candidate
