"""Which number or letter at the start of a text is the mark of an item: one that others of the same kind near it count up to or on from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from generator.model import Piece
from generator.readers.pieces.enumeration import Mark, find_marks, roman_value

_WIDE: Final = re.compile(r"\S{1,8}\t")
"""A short text and a tab: a mark set apart from what follows."""

_ROMAN_DASH: Final = re.compile(r"(?P<label>(?P<roman>[IVXL]{1,6})\. ?[-–—])\s+")
_NEAR: Final = 60
"""So many pieces further on the next number of a sequence may stand: a long item holds lists and paragraphs of its own."""


def label_mark(label: str) -> Mark:
    """The mark that the markup keeps apart as a label."""
    found = find_marks(f"{label} x")
    if found:
        return found[0]
    if re.search(r"\d", label):
        value = int(re.sub(r"\D", "", label)[:6] or 0)
        return Mark("other:number", "numbered", label, value, len(label))
    kind = "lettered" if re.search(r"[^\W\d_]", label) else "bullet"
    return Mark(f"other:{kind}", "lettered" if kind == "lettered" else "bullet", label, None, len(label))


def loose_marks(pieces: Iterable[tuple[Piece, str]]) -> dict[int, Mark]:
    """The marks, by the start of their piece: those of texts that start with one by chance are left out.

    A glyph is always a mark. A number or letter is one if it is the first of its kind, if its predecessor or successor stands near,
    or if it is set apart by a tab. Labels that the markup gives are in the sequence too, and tell a Roman i from the letter.
    """
    listed = list(pieces)
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    candidates: list[tuple[int, Piece, tuple[Mark, ...], bool]] = []
    for index, (piece, text) in enumerate(listed):
        labelled = piece.label_end > piece.start
        if piece.kind not in {"text", "item"} or (piece.certain and not labelled):
            continue
        found = (find_marks(text) or _dashed(text)) if not labelled else ()
        candidates.append((index, piece, found, bool(_WIDE.match(text))))
        for mark in found:
            if mark.value is not None:
                places[mark.style, mark.value].append(index)
    chosen = ((piece.start, _chosen(index, found, places, wide=wide)) for index, piece, found, wide in candidates)
    return {start: mark for start, mark in chosen if mark is not None}


def _dashed(text: str) -> tuple[Mark, ...]:
    """The Roman number with a dash that opens the paragraphs of a French article: `I. - `."""
    match = _ROMAN_DASH.match(text)
    value = roman_value(match["roman"]) if match else None
    return (Mark("roman-dash", "lettered", match["label"], value, match.end()),) if match and value else ()


def _chosen(index: int, found: tuple[Mark, ...], places: dict[tuple[str, int], list[int]], *, wide: bool) -> Mark | None:
    scored = [(score, -order, mark) for order, mark in enumerate(found) if (score := _score(index, mark, places, wide=wide))]
    return max(scored, key=lambda entry: entry[:2])[2] if scored else None


def _score(index: int, mark: Mark, places: dict[tuple[str, int], list[int]], *, wide: bool) -> int:
    """How sure it is that a mark is one: 0 if nothing speaks for it."""
    if mark.value is None:
        return 4
    before = any(0 < index - place <= _NEAR for place in places.get((mark.style, mark.value - 1), ()))
    after = any(0 < place - index <= _NEAR for place in places.get((mark.style, mark.value + 1), ()))
    if before or after:
        return 2 + before + after
    return 1 if wide or mark.value == 1 else 0
