"""From a text with marks at offsets to HTML that nests: links outside, stress within, repairs innermost."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from generator.model import Repair
from generator.output.markdown import tag, text
from generator.words import say

Wrap: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class MarkedRange:
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
    "glued-words": say("output_marks.missing_space"),
    "ligature": "ligatuur",
    "lost-hyphen": say("output_marks.missing_hyphen"),
    "stray-blank": say("output_marks.stray_space"),
    "stray-hyphen": say("output_marks.superfluous_hyphen"),
    "invisible-character": say("output_marks.invisible_character"),
    "entity": say("output_marks.character_spelled_out"),
    "list-mark": say("output_marks.list_mark"),
    "editorial": say("output_marks.corrected_by_editors"),
}
"""How a kind of repair is called on the site."""


def repair_mark(repair: Repair, links: Sequence[MarkedRange] = ()) -> MarkedRange:
    """The mark of a repaired reading: the seed's reading shows on hover and focus, and is read out; inside a link, the link has the focus.

    The links come in order, and do not overlap.
    """
    end = repair.offset + repair.length
    stop = None if any(mark.link for mark in _touching(links, repair.offset, end)) else "0"
    kind = _REPAIR_KINDS.get(repair.kind, repair.kind)

    def wrap(content: str) -> str:
        source = tag("span", text(say("output_marks.source", source=repair.source)), class_="alleen-voorlezen")
        tip = say("output_marks.source_with_kind", source=repair.source, kind=kind)
        return tag("span", content + source, class_="herstel", tabindex=stop, data_bron=tip)

    return MarkedRange(repair.offset, end, wrap)


def stress_mark(start: int, end: int) -> MarkedRange:
    """Words that the source stresses."""
    return MarkedRange(start, end, lambda content: tag("strong", content))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A range of a text with what is to be put in; inserts at its very end belong to it only where it is the `last`."""

    content: str
    start: int
    end: int
    inserts: tuple[Insert, ...]
    last: bool = False

    def part(self, start: int, end: int, *, last: bool = False) -> _Piece:
        """A range within this one."""
        return replace(self, start=start, end=end, last=last)

    def within(self, start: int, end: int) -> tuple[Insert, ...]:
        """The inserts between two places."""
        return self._from(start + 1, end)

    def at(self, offset: int) -> tuple[Insert, ...]:
        """The inserts at one place."""
        return self._from(offset, offset + 1)

    def _from(self, start: int, end: int) -> tuple[Insert, ...]:
        return self.inserts[bisect_left(self.inserts, start, key=_place) : bisect_left(self.inserts, end, key=_place)]

    def html(self) -> str:
        """The text of the range, and what is put in."""
        pieces, at = [], self.start
        for insert in self._from(self.start, self.end + self.last):
            pieces += [text(self.content[at : insert.offset]), insert.html]
            at = insert.offset
        return "".join([*pieces, text(self.content[at : self.end])])


def render(content: str, layers: Sequence[Iterable[MarkedRange]], inserts: Iterable[Insert] = ()) -> str:
    """The text as HTML; layers go from outside in, the marks of one layer do not overlap."""
    marks = [sorted((m for m in layer if m.start < m.end), key=_start) for layer in layers]
    places = tuple(sorted(inserts, key=_place))
    return _layer(_Piece(content, 0, len(content), places, last=True), marks)


def _start(mark: MarkedRange) -> int:
    return mark.start


def _end(mark: MarkedRange) -> int:
    return mark.end


def _place(insert: Insert) -> int:
    return insert.offset


def _touching(marks: Sequence[MarkedRange], start: int, end: int) -> Iterator[MarkedRange]:
    """Those of the marks, which come in order and do not overlap, that share a character with a range."""
    for place in range(bisect_right(marks, start, key=_end), len(marks)):
        if marks[place].start >= end:
            break
        yield marks[place]


def _layer(piece: _Piece, layers: list[list[MarkedRange]]) -> str:
    if not layers:
        return piece.html()
    done, at = [], piece.start
    for mark in _touching(layers[0], piece.start, piece.end):
        first, after = max(mark.start, piece.start), min(mark.end, piece.end)
        if first >= after or first < at:
            continue
        done.append(_layer(piece.part(at, first), layers[1:]))
        done.append(_marked(piece.part(first, after), mark, layers[1:]))
        at = after
    return "".join([*done, _layer(piece.part(at, piece.end, last=piece.last), layers[1:])])


def _marked(piece: _Piece, mark: MarkedRange, layers: list[list[MarkedRange]]) -> str:
    """A range in its mark; what is put in at its start goes before it, and what a link would hold goes after it."""
    before = "".join(insert.html for insert in piece.at(piece.start))
    inside = piece.within(piece.start, piece.end)
    marked = mark.wrap(_layer(replace(piece, inserts=() if mark.link else inside), layers))
    return before + marked + ("".join(insert.html for insert in inside) if mark.link else "")
