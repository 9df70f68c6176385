"""The first and the last day of a date in EDTF, so that dates of all sizes can be compared and put in order."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_POINT: Final = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?[?~%]?")
_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
_DAYS_OF_YEAR: Final = 365
_OPEN: Final = ("", "..")


@dataclass(frozen=True, slots=True, order=True)
class Timespan:
    """From `first` up to and including `last`; None where the date is open at that end."""

    first: date | None
    last: date | None

    @property
    def is_open(self) -> bool:
        """Whether it has no first or no last day."""
        return self.first is None or self.last is None

    @property
    def is_calendar(self) -> bool:
        """Whether it is a day, a month or a year, and no season, decade or longer span."""
        if self.first is None or self.last is None:
            return False
        day, month = self.first == self.last, (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return day or month or (self.first.year == self.last.year and (self.last - self.first).days >= _DAYS_OF_YEAR - 1)

    @property
    def year(self) -> int:
        """The year in which it begins, or ends where it has no beginning."""
        return (self.first or self.last or date.min).year

    @property
    def last_year(self) -> int:
        """The year in which it ends, or begins where it has no end."""
        return (self.last or self.first or date.min).year

    def overlaps(self, other: Timespan) -> bool:
        """Whether the two have a day in common."""
        starts = self.first is None or other.last is None or self.first <= other.last
        return starts and (other.first is None or self.last is None or other.first <= self.last)

    @property
    def order(self) -> tuple[date, int]:
        """For putting dates in order: by first day, the longer before the shorter."""
        first, last = self.first or self.last or date.min, self.last or date.max
        return first, -(last - first).days


def timespan(edtf: str) -> Timespan:
    """The days of a date of EDTF level 0 or 1; raises ValueError for what is none."""
    start, stroke, end = edtf.partition("/")
    if not stroke:
        return Timespan(*_days(edtf))
    first = None if start in _OPEN else _days(start)[0]
    last = None if end in _OPEN else _days(end)[1]
    return Timespan(first, last)


def _days(point: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point)
    if not match:
        message = f"{point!r} is no date of EDTF level 0 or 1"
        raise ValueError(message)
    year, month, day = match["year"], match["month"], match["day"]
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not month or not month.isdigit():
        return date(low, 1, 1), date(high, 12, 31)
    if int(month) in _SEASONS:
        return _season(low, _SEASONS[int(month)])
    if day and day.isdigit():
        return date(low, int(month), int(day)), date(low, int(month), int(day))
    return date(low, int(month), 1), date(low, int(month), monthrange(low, int(month))[1])


def _season(year: int, month: int) -> tuple[date, date]:
    """Three months; winter runs on into the next year."""
    after = date(year, month + 3, 1) if month + 3 <= 12 else date(year + 1, month - 9, 1)  # noqa: PLR2004 - months
    return date(year, month, 1), after - timedelta(days=1)
