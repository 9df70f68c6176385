"""How wide a line was in print, so that a line that ends early can be told from one that is full."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import Final, TypeAlias

Metric: TypeAlias = Mapping[str, int]
"""The advance widths of a typeface's characters in thousandths of an em; those it does not name have the width of "n"."""


def _metric(*classes: tuple[str, int]) -> Metric:
    return {character: width for characters, width in classes for character in characters}


_TIMES: Final = _metric(
    # Advance widths from the Adobe Font Metrics of Times-Roman; accented letters are as wide as plain ones.
    ("ijltíìîïłĳ:;/\\", 278),
    (" .,…", 250),
    ("frI()[]-‐‑!’‘'Í", 333),
    ("acezáàâäãåçéèêëė“”?", 444),
    ("sJš", 389),
    ("FPS", 556),
    ("ELTZÉÈÊË", 611),
    ("BCRÇ", 667),
    ("ADGHKNOQUVXYwÁÀÂÄÅÓÒÔÖÚÙÛÜ", 722),
    ("mM&", 800),
    ("W@%—", 940),
    ("•", 350),
    ('"', 408),
)
_HELVETICA: Final = _metric(
    # Advance widths from the Adobe Font Metrics of Helvetica, to which Arial's are equal.
    ("ijlíìîï'’‘", 222),
    (" .,:;/\\ftI[]!", 278),
    ("r()-‐‑“”", 333),
    ("•", 350),
    ("csvxyzkçJ", 500),
    ("FTZ", 611),
    ("ABEKPSVXYÁÀÂÄÉÈÊË&", 667),
    ("CDHNRUwÇÚÙÛÜ", 722),
    ("GOQÓÒÔÖ", 778),
    ("mM", 833),
    ("W%—", 940),
    ("abdeghnopqu0123456789áàâäéèêëóòôöúùûüñ–", 556),
)
_MONOSPACED: Final[Metric] = {}

METRICS: Final = (_TIMES, _HELVETICA, _MONOSPACED)
"""What official documents are set in, the most usual first; the last is also right for text wrapped by a program."""

_OTHER: Final = 500
"""The width of a character that a table of widths does not hold, in thousandths of an em: that of a digit in Times."""


def width(text: str, metric: Metric = _TIMES) -> int:
    """The natural width of `text` in thousandths of an em, before any justification."""
    return sum(map(metric.get, text, repeat(_OTHER, len(text))))


def first_word(text: str, *, whole: bool = False) -> str:
    """The word that had to move to the next line: up to the first blank or, unless `whole`, to a hyphen between two words."""
    word = text.split(maxsplit=1)[0] if text and not text.isspace() else ""
    head, hyphen, tail = word.partition("-")
    return head + hyphen if head and tail[:1].isalpha() and not whole else word
