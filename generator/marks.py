"""From a text with marks at offsets to HTML that nests: links outside, stress within, repairs innermost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.markdown import tag, text
from generator.model import Repair

Wrap: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a text and what goes around it; `link` tells that no link may stand inside it."""

    start: int
    end: int
    wrap: Wrap
    link: bool = False


@dataclass(frozen=True, slots=True)
class Insert:
    """Something that stands between two characters of a text: HTML put in before the character at `offset`."""

    offset: int
    html: str


_REPAIR_KINDS: Final = {
    "line-end-hyphen": "afbreekstreepje",
    "glued-words": "ontbrekende spatie",
    "ligature": "ligatuur",
    "stray-blank": "losse spatie",
    "invisible-character": "onzichtbaar teken",
}
"""How a kind of repair is called on the site."""


def repair_mark(repair: Repair, links: Iterable[Mark] = ()) -> Mark:
    """A repaired reading: what the seed has there shows on hover and focus, and is read out; in a link the focus is the link's."""
    end = repair.offset + repair.length
    stop = None if any(mark.link and mark.start < end and repair.offset < mark.end for mark in links) else "0"
    kind = _REPAIR_KINDS.get(repair.kind, repair.kind)

    def wrap(content: str) -> str:
        source = tag("span", text(f" (in de bron: {repair.source})"), class_="alleen-voorlezen")
        tip = f"In de bron: {repair.source} ({kind})"
        return tag("span", content + source, class_="herstel", tabindex=stop, data_bron=tip)

    return Mark(repair.offset, end, wrap)


def stress_mark(start: int, end: int) -> Mark:
    """Words that the source stresses."""
    return Mark(start, end, lambda content: tag("strong", content))


def render(content: str, layers: Sequence[Iterable[Mark]], inserts: Iterable[Insert] = ()) -> str:
    """The text as HTML; layers go from outside in, the marks of one layer do not overlap."""
    marks = [sorted((m for m in layer if m.start < m.end), key=_start) for layer in layers]
    places = sorted(inserts, key=lambda insert: insert.offset)
    return _layer(content, 0, len(content), marks, places, last=True)


def _start(mark: Mark) -> int:
    return mark.start


def _layer(content: str, start: int, end: int, layers: list[list[Mark]], inserts: list[Insert], *, last: bool) -> str:
    """The range with its layers; inserts at its very end belong to it only where it is the `last` of the text."""
    if not layers:
        return _plain(content, start, end, inserts, last=last)
    pieces, at = [], start
    for mark in layers[0]:
        first, after = max(mark.start, start), min(mark.end, end)
        if first >= after or first < at:
            continue
        pieces.append(_layer(content, at, first, layers[1:], inserts, last=False))
        own = [] if mark.link else [i for i in inserts if first < i.offset < after]
        here = [i for i in inserts if i.offset == first]
        pieces.append("".join(i.html for i in here))
        pieces.append(mark.wrap(_layer(content, first, after, layers[1:], own, last=False)))
        if mark.link:
            pieces.append("".join(i.html for i in inserts if first < i.offset < after))
        at = after
    pieces.append(_layer(content, at, end, layers[1:], inserts, last=last))
    return "".join(pieces)


def _plain(content: str, start: int, end: int, inserts: list[Insert], *, last: bool) -> str:
    pieces, at = [], start
    for insert in inserts:
        if start <= insert.offset < end or (last and insert.offset == end):
            pieces += [text(content[at : insert.offset]), insert.html]
            at = insert.offset
    pieces.append(text(content[at:end]))
    return "".join(pieces)
