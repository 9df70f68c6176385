"""What a PDF page holds: pieces of text with place and type, and the straight lines and boxes drawn on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from generator.model import Box

THIN: Final = 3.0
"""A drawn shape at most so many points thick is a line."""

_SHORTEST_LINE: Final = 8.0
"""Points; what is shorter is a dash or part of a drawn letter."""


ASCENDER: Final = 0.75
"""In units of the type size: how far the tallest letters reach above their line, in most typefaces."""

DESCENDER: Final = 0.22
"""In units of the type size: how far letters reach below their line, in most typefaces; the boxes of runs are made with it."""

LEAST: Final = 0.1
"""Points: the least width of a piece and step of a place, so that nothing is divided by 0; no letter is as narrow."""


class Edged(Protocol):
    """What has four edges, in points from the top left: a piece, a shape, a line."""

    @property
    def left(self) -> float: ...  # noqa: D102
    @property
    def top(self) -> float: ...  # noqa: D102
    @property
    def right(self) -> float: ...  # noqa: D102
    @property
    def bottom(self) -> float: ...  # noqa: D102


def around(things: Iterable[Edged]) -> Box:
    """The smallest box that holds some things, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*((thing.left, thing.top, thing.right, thing.bottom) for thing in things), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@dataclass(frozen=True, slots=True)
class Font:
    """What is known of a typeface."""

    name: str
    bold: bool
    italic: bool
    glyphs: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """What the tags of a file say of a piece: the elements that it stands in by their places in the tree, `level` as a heading, `depth` in lists."""

    block: tuple[int, ...]
    level: int = 0  # from 1; 0 for what is no heading
    item: tuple[int, ...] = ()
    depth: int = 0  # lists around it
    table: tuple[int, ...] = ()
    row: tuple[int, ...] = ()
    column: int | None = None


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Characters that one instruction of the page sets: in points from the top left, `base` is the line they stand on."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: Font
    bold: bool
    italic: bool
    white: bool = False
    unseen: bool = False
    raised: bool = False
    tag: Tag | None = None

    @property
    def top(self) -> float:
        """The top of its tallest letters, in points: an ascender is about three quarters of the type size."""
        return self.base - ASCENDER * self.size

    @property
    def bottom(self) -> float:
        """The bottom of its descenders, in points: they take about a fifth of the type size."""
        return self.base + DESCENDER * self.size


@dataclass(frozen=True, slots=True)
class DrawnShape:
    """A line or box drawn on the page."""

    left: float
    top: float
    right: float
    bottom: float
    filled: bool

    @property
    def level(self) -> bool:
        """Whether it is a line from left to right."""
        return self.bottom - self.top <= THIN and self.right - self.left >= _SHORTEST_LINE

    @property
    def upright(self) -> bool:
        """Whether it is a line from top to bottom."""
        return self.right - self.left <= THIN and self.bottom - self.top >= _SHORTEST_LINE


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a place in the same file: its box, the page from 1 that it leads to, and the height there; points from the top left."""

    box: tuple[float, float, float, float]
    page: int  # from 1
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in points, the pieces printed on it, those that are turned or unseen, and the shapes drawn on it."""

    number: int
    width: float
    height: float
    pieces: tuple[TextPiece, ...]
    turned: tuple[TextPiece, ...] = ()
    hidden: tuple[TextPiece, ...] = ()
    shapes: tuple[DrawnShape, ...] = ()
    images: int = 0  # pictures on the page
    links: tuple[Link, ...] = ()
