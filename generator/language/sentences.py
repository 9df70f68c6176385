"""Where sentences of running text end."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import Final

from generator.language.tables import rows

_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘„(\[]*[^\Wa-z_])|;\s+")
"""A full stop with a blank and a capital or digit behind it; or a semicolon, which parts the items of long sentences."""

_LAST_WORD: Final = re.compile(r"([\w.]+)[.]$")
_INITIAL: Final = re.compile(r"[A-Z](?:\.[A-Z])*")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["word"].casefold() for row in rows("abbreviations"))


@cache
def _starts(text: str) -> tuple[int, ...]:
    """The offsets at which sentences start, the first always 0."""
    return (0, *(match.end() for match in _END.finditer(text) if not _abbreviated(text, match.start())))


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at an offset belongs to an abbreviation, an initial or a number before a lower-case word."""
    if text[stop] != ".":
        return False
    match = _LAST_WORD.search(text, max(0, stop - 20), stop + 1)
    return match is not None and (match[1].casefold() in _abbreviations() or _INITIAL.fullmatch(match[1]) is not None)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentence, or sentences, that hold the characters from `start` to `end`; without blanks at its ends."""
    starts = _starts(text)
    first = starts[bisect_right(starts, start) - 1]
    after = bisect_right(starts, max(start, end - 1))
    last = starts[after] if after < len(starts) else len(text)
    return first, first + len(text[first:last].rstrip())
