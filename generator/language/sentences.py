"""Where sentences of running text end."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import Final

from generator.language.tables import rows

_ABBREVIATION: Final = 20
"""Characters before a full stop that hold any abbreviation of data/abbreviations.csv."""

LONGEST: Final = 2_000
"""Characters. Our documents have no sentence of 800; a stretch without an end that is longer than this is a broken text, and is
cut: each mention is told with its sentence, so that one without end would be told as many times as it holds mentions."""

_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘„(\[]*[^\Wa-z_])|;\s+")
"""A full stop with a blank and a capital or digit behind it; or a semicolon, which parts the items of long sentences."""

_LAST_WORD: Final = re.compile(r"([\w.]{1,20})[.]$")
_INITIAL: Final = re.compile(r"[A-Z](?:\.[A-Z])*")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in rows("abbreviations"))


@lru_cache(maxsize=1_000)
def _starts(text: str) -> tuple[int, ...]:
    """The offsets at which sentences start, the first always 0."""
    ends = (match.end() for match in _END.finditer(text) if not _abbreviated(text, match.start()))
    starts = [0]
    for end in (*ends, len(text)):
        while end - starts[-1] > LONGEST:
            starts.append(_cut(text, starts[-1]))
        if end < len(text):
            starts.append(end)
    return tuple(starts)


def _cut(text: str, start: int) -> int:
    """Where a stretch of text is cut that is too long to be a sentence: behind the last blank that leaves its head short enough."""
    blank = text.rfind(" ", start, start + LONGEST)
    return blank + 1 if blank > start else start + LONGEST


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at an offset belongs to an abbreviation, an initial or a number before a lower-case word."""
    if text[stop] != ".":
        return False
    match = _LAST_WORD.search(text, max(0, stop - _ABBREVIATION), stop + 1)
    return match is not None and (match[1].casefold() in _abbreviations() or _INITIAL.fullmatch(match[1]) is not None)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence, or sentences, around the characters from `start` to `end`, without blanks at its ends; of a text without an end, `LONGEST` characters at most."""
    starts = _starts(text)
    first = starts[bisect_right(starts, start) - 1]
    after = bisect_right(starts, max(start, end - 1))
    last = starts[after] if after < len(starts) else len(text)
    return first, first + len(text[first:last].rstrip())
