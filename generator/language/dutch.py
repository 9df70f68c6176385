"""Dates, numbers and lists as Dutch writes them."""

from __future__ import annotations

from typing import Final

from generator.language import edtf

MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_SEASONS: Final = {21: "voorjaar", 22: "zomer", 23: "najaar", 24: "winter"}
_CENTURY: Final = 2
"""Digits of the year that a century leaves open."""

_ROUNDED_UP: Final = 0.05
"""The least rate that one decimal shows as more than 0,0."""


def date(written: str) -> str:
    """A date in EDTF in words; raises `NoDateError` for what is none."""
    parsed = edtf.parse(written)
    start, end = parsed.start, parsed.end
    if start and end:
        return _point(start) if "/" not in written else _interval(_point(start), _point(end))
    return f"vanaf {_point(start)}" if start else f"tot {_point(end)}" if end else ""


def _point(point: edtf.Point) -> str:
    words = _without_doubt(point)
    return {"~": f"omstreeks {words}", "?": f"{words} (onzeker)", "%": f"omstreeks {words} (onzeker)"}.get(point.doubt, words)


def _without_doubt(point: edtf.Point) -> str:
    """The words of a point, its doubt aside."""
    year = f"{point.year:04d}"
    if point.unsaid:
        return f"jaren {year}-{point.last.year}" if point.unsaid == _CENTURY else f"jaren {year}"
    if point.month in _SEASONS:
        return f"{_SEASONS[point.month]} {year}"
    day = f"{point.day} " if point.day else ""
    return f"{day}{MONTHS[point.month - 1]} {year}" if point.month else year


def _interval(start: str, end: str) -> str:
    """Two dates with what they share said once: "9 tot en met 12 mei 2014"."""
    first, last = start.split(" "), end.split(" ")
    return f"{' '.join(_shortened(first, last))} tot en met {' '.join(last)}"


def _shortened(first: list[str], last: list[str]) -> list[str]:
    """The words of the first date without those at its end that the last repeats."""
    shared = 0
    while len(first) == len(last) and shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return first[: len(first) - shared]


def number(value: int) -> str:
    """A number with a thin point between thousands, as in 12.345."""
    return f"{value:,}".replace(",", ".")


def rate(value: float) -> str:
    """A rate with one decimal: 1,2; a rate that would round to nothing is said to be less than 0,1."""
    return "< 0,1" if 0 < value < _ROUNDED_UP else f"{value:.1f}".replace(".", ",")


def count(value: int, one: str, many: str) -> str:
    """A number with its noun: `1 voetnoot`, `2 voetnoten`, `geen voetnoten`."""
    if value == 0:
        return f"geen {many}"
    return f"{number(value)} {one if value == 1 else many}"
