"""Dates that are several or a span: days of one month, from one day or month to another, two years, years in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.annotators.dates.readings import Match, Reading, Readings, Shape, point_of, year_of
from generator.annotators.dates.tokens import Token
from generator.annotators.dates.values import Point

_TWO: Final = 2
"""Ends of a span, and digits of a year without its century."""

_CENTURY: Final = 100
"""Years of a century."""

_MONTHS: Final = 12
"""Months of a year; two digits up to here may be a month: "2014-08"."""


def days(match: Match) -> Readings:
    """Days of one month: "9 en 10 juni" and the night "van 8 op 9 juni" are spans, "4 en 24 mei" are two days, "tussen 9 en 29 mei" and "9-12 mei" are spans."""
    found = point_of(match, "tail")
    if found is None:
        return ()
    base, inferred = found
    points = [Point(base.year, base.month, int(day.value)) for day in match.all("list", "dD")]
    return _of_one_month(match, points, inferred=inferred) if all(point.exists for point in points) else ()


def _of_one_month(match: Match, points: Sequence[Point], *, inferred: bool) -> Readings:
    """Days that exist: a night, a span, days that follow each other, or days apart."""
    lead, joint = match.groups["lead"] or "", match.all("list", "cerRuvx")[-1]
    two, in_a_row = len(points) == _TWO, all(_day_after(one, other) for one, other in pairwise(points))
    if match.all("list", "x") and not (lead == "f" and two and in_a_row):
        return None
    if two and _spans(lead, joint) and _is_later(points[1], points[0]):
        return (_span(match, points, inferred=inferred),)
    if in_a_row:
        return (Reading(match.start("list"), match.end, "point", points[0], points[-1], inferred=inferred),)
    return tuple(_apart(match, points, inferred=inferred))


def _span(match: Match, points: Sequence[Point], *, inferred: bool) -> Reading:
    """From one day to another; said in words, its lead belongs to it."""
    spoken = _is_spoken(match.groups["lead"] or "", match.all("list", "cerRuvx")[-1])
    return Reading(
        match.start("lead" if spoken else "list"), match.end, "span" if spoken else "point", points[0], points[1], inferred=inferred
    )


def _spans(lead: str, joint: Token) -> bool:
    """Whether what joins two days makes a span of them: "tussen … en", "tot", a hyphen; a stroke does not."""
    return (lead == "w" and joint.type == "e") or joint.type in "uv" or (joint.type in "rR" and joint.value != "/")


def _is_spoken(lead: str, joint: Token) -> bool:
    """Whether a span is said in words before it: "tussen", or "van" and "tot"."""
    return lead == "w" or bool(lead and joint.type in "uv")


def _day_after(one: Point, other: Point) -> bool:
    return (one.day or 0) + 1 == other.day


def _apart(match: Match, points: Sequence[Point], *, inferred: bool) -> Iterator[Reading]:
    """Each day as a date of its own, the last with the month and year."""
    places = [i for i in range(*match.groups.span("list")) if match.tokens[i].type in "dD"]
    for place, point in zip(places[:-1], points[:-1], strict=True):
        yield Reading(place, place + 1, "point", point, inferred=inferred)
    yield Reading(places[-1], match.end, "point", points[-1], inferred=inferred)


def between(match: Match) -> Readings:
    """From one day or month to another; where one has no year, it takes that of the other."""
    ends = _ends(match)
    if ends is None:
        return ()
    first, last, inferred = ends
    joint, lead = match.all("joint", "ecuvrR")[0], match.groups["lead"] or ""
    if lead == "w" or joint.type in "uvrR":
        start = match.start("lead") if lead == "w" or (lead and joint.type in "uv") else match.start("first")
        return (Reading(start, match.end, "span", first, last, inferred=inferred),)
    if match.number("first", "y") is None and last.day is None and last.month == (first.month or 0) + 1:
        return (Reading(match.start("first"), match.end, "point", first, last, inferred=inferred),)
    return (
        Reading(match.start("first"), match.groups.end("first"), "point", first, inferred=inferred),
        Reading(match.start("last"), match.end, "point", last, inferred=inferred),
    )


def _ends(match: Match) -> tuple[Point, Point, bool] | None:
    """The two ends of a span, in order, and whether their year follows from the document."""
    printed, (year, inferred, unknown) = match.number("first", "y"), year_of(match, "last")
    if unknown and printed is None:
        return None
    first = Point(printed, match.number("first", "m"), match.number("first", "dD"))
    last = Point(year, match.number("last", "m"), match.number("last", "dD"))
    dated = _in_years(first, last)
    if dated is None or _is_later(*dated) or not all(point.exists for point in dated):
        return None
    # A year that was taken from the other end is as certain as that.
    return (*dated, inferred and (first.year is None or last.year is not None))


def _in_years(first: Point, last: Point) -> tuple[Point, Point] | None:
    """Both ends with a year, where one of them has one; None where neither has and they would be in two years."""
    turned = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if first.year is None and last.year is not None:
        return first.in_year(last.year - turned), last
    if first.year is not None and last.year is None:
        return first, last.in_year(first.year + turned)
    return None if first.year is None and turned else (first, last)


def _is_later(one: Point, other: Point) -> bool:
    """Whether the first of two points comes after the second."""
    first, second = ((point.year or 0, point.month or 0, point.day or 0) for point in (one, other))
    return first > second


def years(match: Match) -> Readings:
    """Two years: with a hyphen or "tussen" a span; with "en" one, if the second follows the first."""
    one, joint = match.number("first", "y") or 0, match.all("joint", "euvrR")[0]
    other = _second(match, one, joint)
    lead = match.groups["lead"] or ""
    joined = joint.type == "e" and lead != "w"
    if other is None or other <= one or ((joint.value == "/" or joined) and other != one + 1):
        return None
    spoken = _is_spoken(lead, joint)
    shape: Shape = "point" if joined else "span" if spoken else "years"
    return (Reading(match.start(_first_of(match, spoken=spoken, joined=joined)), match.end, shape, Point(one), Point(other)),)


def _first_of(match: Match, *, spoken: bool, joined: bool) -> str:
    """The group that the words of two years start with: "tussen", "de jaren", or the first year."""
    if spoken:
        return "lead"
    return "named" if joined and match.groups["named"] else "first"


def _second(match: Match, one: int, joint: Token) -> int | None:
    """The second of two years; two digits are that year of the century of the first, or of the next."""
    last = match.all("last", "ydi")[0]
    other = int(last.value)
    if last.type == "y":
        return other
    if joint.type != "r" or last.end - last.start != _TWO or not _shortened(one, other, joint.value):
        return None
    return other + one // _CENTURY * _CENTURY + (_CENTURY if other < one % _CENTURY else 0)


def _shortened(one: int, other: int, joint: str) -> bool:
    """Whether two digits are a later year ("2013/14", "2014-20") and not a month ("2014-08")."""
    return other == (one + 1) % _CENTURY or (joint != "/" and other > max(_MONTHS, one % _CENTURY))


def many_years(match: Match) -> Readings:
    """Years in a list: "2013, 2014 en 2015" is a span, if each follows the one before."""
    years = [int(token.value) for token in match.all("core", "y")]
    if any(later != earlier + 1 for earlier, later in pairwise(years)):
        return None
    return (Reading(match.start("core"), match.end, "point", Point(years[0]), Point(years[-1])),)
