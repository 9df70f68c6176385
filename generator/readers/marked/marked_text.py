"""The text of a marked transcript by its pieces: which of their characters are words, and which of these are set bold or italic."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from generator.model import Piece, Run, Span, Transcript
from generator.readers.pieces.drafts import Rows, cut

INNER: Final = frozenset({"marker", "change"})
"""Kinds of pieces that lie inside others: the markers of notes and the marks of amendments."""


class MarkedText:
    """The text of a transcript, of which ranges are asked without the markers of notes and marks of amendment that lie in them."""

    def __init__(self, source: Transcript, pieces: Iterable[Piece]) -> None:
        """`pieces` are all that the markup says, those inside others included."""
        self.source, self.text = source, source.text
        self.inner = sorted((piece for piece in pieces if piece.kind in INNER), key=lambda piece: piece.start)
        self.starts = [piece.start for piece in self.inner]
        self.run_starts = [run.start for run in source.runs]

    def plain(self, piece: Piece) -> str:
        """The words of a piece, markers, marks of change and label left out."""
        start = max(piece.start, piece.label_end)
        return "".join(self.text[a:b] for row in self.rows((start, piece.end), markers=False) for a, b in row).strip()

    def rows(self, span: Span, *, markers: bool = True) -> Rows:
        """The range without the marks of change in it, and without the markers of notes if these are not wanted."""
        first = bisect_left(self.starts, span[0])
        inside = self.inner[first : bisect_left(self.starts, span[1])]
        holes = [(piece.start, piece.end) for piece in inside if piece.kind == "change" or not markers]
        parts = tuple((a, b) for a, b in cut(span, holes) if a < b)
        return (parts,) if parts else ()

    def words_start(self, piece: Piece) -> int | None:
        """Where the words of a piece begin, behind its label and marks of amendment; None where the marker of a note comes first."""
        rows = self.rows((max(piece.start, piece.label_end), piece.end))
        first = next((place for a, b in (rows[0] if rows else ()) for place in range(a, b) if not self.text[place].isspace()), piece.end)
        return None if any(marker.start == first for marker in self.markers_in(piece)) else first

    def markers_in(self, piece: Piece) -> Iterator[Piece]:
        """The markers of notes that lie in a piece."""
        inside = self.inner[bisect_left(self.starts, piece.start) : bisect_left(self.starts, piece.end)]
        return (inner for inner in inside if inner.kind == "marker")

    def is_stressed(self, piece: Piece) -> bool:
        """Whether all its words are set bold."""
        runs = [
            run for run in self._runs(piece) if run.start >= piece.label_end and self.text[run.start : run.end].strip() and not run.raised
        ]
        return bool(runs) and all(run.bold for run in runs)

    def stressed(self, piece: Piece) -> tuple[Span, ...]:
        """The ranges set bold or italic, adjacent ones made one."""
        merged: list[Span] = []
        for run in self._runs(piece):
            if not (run.bold or run.italic) or run.start < piece.label_end:
                continue
            if merged and merged[-1][1] == run.start:
                merged[-1] = (merged[-1][0], run.end)
            else:
                merged.append((run.start, run.end))
        return tuple(merged)

    def next_word(self, at: int) -> int:
        """Where the first word at or after a place begins; the place itself where there is none."""
        return next((place for place in range(at, len(self.text)) if not self.text[place].isspace()), at)

    def _runs(self, piece: Piece) -> tuple[Run, ...]:
        return self.source.runs[bisect_left(self.run_starts, piece.start) : bisect_left(self.run_starts, piece.end)]
