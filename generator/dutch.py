"""Dates, numbers and lists as Dutch writes them."""

from __future__ import annotations

import re
from typing import Final

MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_SEASONS: Final = {"21": "voorjaar", "22": "zomer", "23": "najaar", "24": "winter"}
_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<doubt>[?~%]?)")


def date(edtf: str) -> str:
    """A date in EDTF (levels 0 and 1) in words; what this cannot say stays as it is."""
    if "/" in edtf:
        return " tot ".join(date(part) for part in edtf.split("/") if part)
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


def number(value: int) -> str:
    """A number with a thin point between thousands, as in 12.345."""
    return f"{value:,}".replace(",", ".")


def count(value: int, one: str, many: str) -> str:
    """`1 voetnoot`, `2 voetnoten`, `geen voetnoten`."""
    if value == 0:
        return f"geen {many}"
    return f"{number(value)} {one if value == 1 else many}"
