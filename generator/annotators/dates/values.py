"""Points and spans of time, and how EDTF (ISO 8601-2, levels 0 and 1) spells them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from generator.language import edtf

_FIRST_SEASON: Final = 21
"""The months of EDTF from 21 on are seasons (level 1)."""

_YEAR_END: Final = 12
"""The last month of a year."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month or season (21 to 24), or day; `until` is the last month of a quarter or half; the year may be open."""

    year: int | None
    month: int | None = None
    day: int | None = None
    until: int | None = None

    @property
    def exists(self) -> bool:
        """Whether the calendar has it, in years from `edtf.FIRST_YEAR` to `edtf.LAST_YEAR`; without a year, whether any year has it."""
        if self.year is not None and not edtf.FIRST_YEAR <= self.year <= edtf.LAST_YEAR:
            return False
        if self.day is None or self.month is None:
            return True
        return self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def edtf(self) -> str:
        """Its spelling in EDTF; a quarter or half is an interval of months."""
        if self.until is not None:
            return f"{self.year:04d}-{self.month:02d}/{self.year:04d}-{self.until:02d}"
        return "-".join(f"{part:0{width}d}" for part, width in ((self.year, 4), (self.month, 2), (self.day, 2)) if part is not None)

    @property
    def first(self) -> str:
        """The spelling in EDTF of its start: of a quarter or half its first month, else itself."""
        return replace(self, until=None).edtf

    @property
    def next(self) -> Point:
        """The day, month or year after it."""
        year = self.year or 0
        if self.day and self.month:
            after = date(year, self.month, self.day) + timedelta(days=1)
            return Point(after.year, after.month, after.day)
        last = self.until or self.month
        if not last or last >= _FIRST_SEASON:
            return Point(year + 1) if not last else Point(year, last)
        return Point(year, last + 1) if last < _YEAR_END else Point(year + 1, 1)

    def in_year(self, year: int) -> Point:
        """The same day, month or season in another year."""
        return replace(self, year=year)

    def follows(self, other: Point) -> bool:
        """Whether it is the day, month or year right after another of the same kind."""
        return (self.day is None) == (other.day is None) and other.next == self


@dataclass(frozen=True, slots=True)
class Today:
    """The date of a document, as precise as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def month_away(self, months: int) -> Point | None:
        """The month that lies so many months after this one (before it where the number is negative); None where only the year is known."""
        if self.month is None:
            return None
        place = self.year * 12 + self.month - 1 + months
        return Point(place // 12, place % 12 + 1)


def today(written: str | None) -> Today | None:
    """The date of a document from EDTF, as far as it is precise; None where it is empty or a season, decade or century."""
    start = edtf.parse(written).start if written else None
    if start is None or start.unsaid:
        return None
    return Today(start.year) if start.is_season else Today(start.year, start.month, start.day)


def compare(point: Point, now: Today) -> int:
    """-1 before, 0 in the same stretch of time, 1 after the document's date, as far as both are known."""
    year = point.year or now.year
    month = edtf.SEASON_STARTS.get(point.month or 0, point.month)
    theirs, ours = [year], [now.year]
    if month and now.month:
        theirs.append(month)
        ours.append(now.month)
        if point.day and now.day:
            theirs.append(point.day)
            ours.append(now.day)
    return (theirs > ours) - (theirs < ours)
