"""Dates in EDTF: the one place that decides which are accepted, and which days they are.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019 (https://www.loc.gov/standards/datetime/). Accepted are the dates of levels 0 and 1: a day, month, season, year, decade or century, perhaps in doubt, or an interval of
two, of which one may be open or unknown. Not accepted are a time of the day, and years before 1 and after 9998: the calendar
of Python ends with 9999, and the day after a date, which a calendar file states, must exist.

Guarantee: a `Date` has a first or a last day, and of two the first is not after the last.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

FIRST_YEAR: Final = 1
"""The earliest year that `datetime.date` has; EDTF's year 0000 (1 BC) is refused with it."""

LAST_YEAR: Final = 9998
"""The last year but one that `datetime.date` has: the end of a span is reckoned as the day before the start of the next."""

_POINT: Final = re.compile(
    r"""
    (?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)
    (?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?
    (?P<doubt>[?~%])?
    """,
    re.VERBOSE,
)
_OPEN: Final = frozenset({"", ".."})
"""What an interval has instead of an end that is unknown, or open."""

SEASON_STARTS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which a season begins; winter runs on into the next year."""

_LEVEL_2: Final = range(25, 42)
"""Months that stand for seasons of a hemisphere, quarters and the like."""

_MONTHS: Final = 12
"""Months of a year."""

_SEASON: Final = 3
"""Months of a season."""

_REMEDIES: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d"), "laat de tijd van de dag weg"),
    (re.compile(r"Y-?\d+|-\d{4}|0000|9999"), f"hier kunnen alleen jaren van {FIRST_YEAR:04d} tot en met {LAST_YEAR}"),
    (re.compile(r"[\[{].*|.*X.*|.*[?~%].*|.*S\d+"), "van EDTF kunnen hier alleen de niveaus 0 en 1"),
)
"""What to do about texts that are dates elsewhere; the first that fits at their start counts."""


class NoDateError(ValueError):
    """A text that is not accepted; `remedy` says what to do, and is empty where it is no date of any kind."""

    def __init__(self, text: str, remedy: str = "") -> None:
        """Name the text."""
        super().__init__(f"{text!r} is no date of EDTF level 0 or 1 that can be used here")
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season (month 21 to 24), year, decade or century.

    `unsaid` counts the digits of the year that are not said: one for a decade, two for a century; the year then is the first.
    `doubt` is empty, `?` (uncertain), `~` (about) or `%` (both).
    """

    year: int
    month: int | None = None
    day: int | None = None
    unsaid: int = 0  # digits; none in a year that is said in full
    doubt: str = ""

    @property
    def is_season(self) -> bool:
        """Whether its month stands for a season."""
        return self.month in SEASON_STARTS

    @property
    def is_calendar(self) -> bool:
        """Whether it is a day, a month or a year, and no season, decade or century."""
        return not self.unsaid and not self.is_season

    @property
    def machine(self) -> str | None:
        """The part of it that HTML and schema.org can say: of a season the year; None for a decade or century."""
        if self.unsaid:
            return None
        parts = (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part and not self.is_season))
        return "-".join(parts)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, SEASON_STARTS.get(self.month or 1, self.month or 1), self.day or 1)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.day:
            return self.first
        if self.is_season:
            return _months_after(self.first, _SEASON) - timedelta(days=1)
        if self.month:
            return date(self.year, self.month, monthrange(self.year, self.month)[1])
        return date(self.year + 10**self.unsaid - 1, 12, 31)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it is written in `text`: of an interval its two ends, None where one is open; else twice the same point."""

    text: str
    start: Point | None
    end: Point | None

    @property
    def first(self) -> date | None:
        """Its first day; None where it is open at that end."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """Its last day; None where it is open at that end."""
        return self.end.last if self.end else None

    @property
    def is_open(self) -> bool:
        """Whether it has no first or no last day."""
        return self.start is None or self.end is None

    @property
    def has_days(self) -> bool:
        """Whether it says without doubt on which day it is, or on which days it begins and ends."""
        return all(point is not None and point.day is not None and not point.doubt for point in (self.start, self.end))

    @property
    def machine(self) -> str | None:
        """What HTML and schema.org can say of its start."""
        return self.start.machine if self.start else None

    @property
    def year(self) -> int:
        """The year in which it begins, or ends where it has no beginning."""
        return (self.first or self.last or date.min).year

    @property
    def last_year(self) -> int:
        """The year in which it ends, or begins where it has no end."""
        return (self.last or self.first or date.min).year

    def overlaps(self, other: Date) -> bool:
        """Whether the two have a day in common."""
        return _overlap((self.first, self.last), (other.first, other.last))

    @property
    def order(self) -> tuple[date, int]:
        """A key that sorts dates by first day, and of one day the longer first."""
        first, last = self.first or self.last or date.min, self.last or date.max
        return first, -(last - first).days


@lru_cache(maxsize=100_000)
def parse(text: str) -> Date:
    """The date that a text is; raises `NoDateError` where it is none, or none that can be used here."""
    start, stroke, end = text.partition("/")
    first = None if stroke and start in _OPEN else _point(start, text)
    last = first if not stroke else None if end in _OPEN else _point(end, text)
    if first is None and last is None:
        raise NoDateError(text, "zeg ten minste waar het begint of eindigt")
    if first and last and first.first > last.last:
        raise NoDateError(text, "het einde ligt voor het begin: draai de twee om")
    return Date(text, first, last)


def is_date(text: str) -> bool:
    """Whether a text is a date that can be used here."""
    try:
        parse(text)
    except NoDateError:
        return False
    return True


def holds(start: str | None, end: str | None, when: str | None) -> bool:
    """Whether something that holds from one date up to another does so at a third; it does where nothing is known."""
    bounds = (parse(start).first if start else None, parse(end).last if end else None)
    return not when or _overlap(bounds, (parse(when).first, parse(when).last))


def _overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    (first, last), (begin, end) = one, other
    return (first is None or end is None or first <= end) and (begin is None or last is None or begin <= last)


def _point(text: str, whole: str) -> Point:
    """A single date of EDTF; raises `NoDateError`, which names the whole text, for what is none."""
    match = _POINT.fullmatch(text)
    if not match:
        raise NoDateError(whole, next((remedy for pattern, remedy in _REMEDIES if pattern.match(text)), ""))
    unsaid = match["year"].count("X")
    year = int(match["year"].replace("X", "0"))
    point = Point(year, _number(match["month"]), _number(match["day"]), unsaid, match["doubt"] or "")
    if not FIRST_YEAR <= point.year <= LAST_YEAR + 1 - 10**unsaid:
        raise NoDateError(whole, f"hier kunnen alleen jaren van {FIRST_YEAR:04d} tot en met {LAST_YEAR}")
    if _is_level_2(match, point):
        raise NoDateError(whole, "van EDTF kunnen hier alleen de niveaus 0 en 1")
    if not _exists(point):
        raise NoDateError(whole)
    return point


def _number(written: str | None) -> int | None:
    """The number of a month or day; None where there is none, or XX stands for it."""
    return int(written) if written and written != "XX" else None


def _is_level_2(match: re.Match[str], point: Point) -> bool:
    """Whether a date says what only level 2 of EDTF knows: a month of any year of ten, a day of any month, a season with a day."""
    month = match["month"]
    return bool((point.unsaid and month) or (month == "XX" and point.day) or (point.is_season and match["day"]) or point.month in _LEVEL_2)


def _exists(point: Point) -> bool:
    """Whether the calendar has the month and the day of a point."""
    if point.month is None or point.is_season:
        return True
    return 1 <= point.month <= _MONTHS and 1 <= (point.day if point.day is not None else 1) <= monthrange(point.year, point.month)[1]


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    return date(day.year + years, month + 1, day.day)
