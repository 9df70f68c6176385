"""Dates, numbers and lists as Dutch writes them."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_SEASONS: Final = {"21": "voorjaar", "22": "zomer", "23": "najaar", "24": "winter"}
_DECADE: Final = re.compile(r"\d{3}X")
_OPEN: Final = ("", "..")
_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<doubt>[?~%]?)")


def date(edtf: str) -> str:
    """A date in EDTF (levels 0 and 1) in words; what this cannot say stays as it is."""
    if "/" in edtf:
        return _interval(*edtf.split("/", maxsplit=1))
    if _DECADE.fullmatch(edtf):
        return f"jaren {edtf[:3]}0"
    match = _DATE.fullmatch(edtf)
    if not match:
        return edtf
    words = match["year"]
    if match["month"] in _SEASONS:
        words = f"{_SEASONS[match['month']]} {words}"
    elif match["month"]:
        words = f"{MONTHS[int(match['month']) - 1]} {words}"
    if match["day"]:
        words = f"{int(match['day'])} {words}"
    return {"~": f"omstreeks {words}", "?": f"{words} (onzeker)", "%": f"omstreeks {words} (onzeker)"}.get(match["doubt"], words)


def _interval(start: str, end: str) -> str:
    """Two dates with what they share said once: "9 tot en met 12 mei 2014", "sinds 2016"."""
    if end in _OPEN:
        return f"vanaf {date(start)}"
    if start in _OPEN:
        return f"tot {date(end)}"
    first, last = date(start).split(" "), date(end).split(" ")
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


def count(value: int, one: str, many: str) -> str:
    """`1 voetnoot`, `2 voetnoten`, `geen voetnoten`."""
    if value == 0:
        return f"geen {many}"
    return f"{number(value)} {one if value == 1 else many}"
