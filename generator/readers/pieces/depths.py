"""How deep the items of a document's lists lie, by the kinds of marks that are open."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from generator.readers.pieces.drafts import Draft
from generator.readers.pieces.enumeration import Mark


def _inside_items(drafts: tuple[Draft, ...]) -> tuple[bool, ...]:
    """For each draft whether it stands between two items with successive numbers, as a second paragraph of the first or a list in it."""
    steps = [0] * (len(drafts) + 1)
    opened: dict[tuple[str, int], int] = {}
    for place, draft in enumerate(drafts):
        if draft.kind == "heading":
            opened = {}
        if draft.kind != "list_item" or draft.mark is None or draft.mark.value is None:
            continue
        first = opened.pop((draft.mark.style, draft.mark.value - 1), place)
        steps[first] += 1
        steps[place] -= 1
        opened[draft.mark.style, draft.mark.value] = place
    return tuple(depth > 0 for depth in accumulate(steps[:-1]))


def with_depths(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """An item lies one deeper than the list that was open when its own kind of mark first came."""
    depths = _Depths()
    return tuple(depths.placed(draft, inside=inside) for draft, inside in zip(drafts, _inside_items(drafts), strict=True))


class _Depths:
    """The kinds of marks that are open, from the outermost list to the innermost."""

    def __init__(self) -> None:
        self.stack: list[str] = []
        self.closed = self.leads_in = False
        self.depths: dict[str, int] = {}

    def placed(self, draft: Draft, *, inside: bool) -> Draft:
        """An item with its depth; any other draft as it is, and the lists closed that it closes."""
        if draft.kind == "list_item" and draft.mark is not None:
            if self.closed and draft.mark.value == 1 and draft.mark.kind == "numbered":
                self.stack = []
            if draft.mark.style == "capital" and draft.mark.value == 1 and not self.leads_in:
                self.stack = []
            self.closed, self.leads_in = draft.text.endswith("."), draft.text.endswith(":")
            return replace(draft, depth=self._depth(draft.mark))
        if draft.kind == "heading":
            self.depths = {}
        if not inside:
            self.stack = []
        return draft

    def _depth(self, mark: Mark) -> int:
        style = mark.style
        if style in self.stack:
            del self.stack[self.stack.index(style) + 1 :]
        elif mark.value not in {None, 1} and style in self.depths:
            self.stack = ["…"] * (self.depths[style] - 1) + [style]
        else:
            self.stack = [*self.stack, style]
        self.depths[style] = len(self.stack)
        return len(self.stack)
