"""A text in another order, or with line ends added, and where each of its characters stands in the seed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.model import Span

Piece: TypeAlias = Span | str
"""A range of the text that is arranged anew, or white space to set between."""

_WHOLE: Final = 1
"""Ranges of a seed that is shown as it stands."""


@dataclass(frozen=True, slots=True)
class View:
    """The text as it is read, made of ranges of a seed: `starts` are the offsets in `text` at which the ranges in `seeds` begin."""

    text: str
    starts: tuple[int, ...]
    seeds: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> View:
        """A view of the whole text in its own order."""
        return cls(text, (0,), ((0, len(text)),))

    @property
    def is_whole(self) -> bool:
        """Whether it is the seed in its own order."""
        return len(self.seeds) == _WHOLE

    def arranged(self, pieces: Iterable[Piece]) -> View:
        """A view made of pieces of this one, one after the other; white space may be left out of them, other characters may not."""
        parts: list[str] = []
        starts: list[int] = []
        seeds: list[Span] = []
        length = 0
        for piece in pieces:
            if isinstance(piece, str):
                parts.append(piece)
                length += len(piece)
                continue
            parts.append(self.text[slice(*piece)])
            for start, seed in self._ranges(piece):
                starts.append(length + start - piece[0])
                seeds.append(seed)
            length += piece[1] - piece[0]
        return View("".join(parts), tuple(starts), tuple(seeds))

    def spans(self, span: Span) -> tuple[Span, ...]:
        """The ranges of the seed behind a range of the view, adjacent ones joined; white space that was added has none."""
        found: list[Span] = []
        for _, own in self._ranges(span):
            if found and found[-1][1] == own[0]:
                found.append((found.pop()[0], own[1]))
            else:
                found.append(own)
        return tuple(found)

    def _ranges(self, span: Span) -> Iterator[tuple[int, Span]]:
        """Each range of the seed that a range of the view shows, and where in the view it starts."""
        at = max(0, bisect_right(self.starts, span[0]) - 1)
        while at < len(self.starts) and self.starts[at] < span[1]:
            start, seed = self.starts[at], self.seeds[at]
            first, after = max(span[0], start), min(span[1], start + seed[1] - seed[0])
            if first < after:
                yield first, (first - start + seed[0], after - start + seed[0])
            at += 1
