"""The grammar of dates: patterns over the types of tokens, each with what its readings are.

The types of a text's tokens make a string: "op 12 en 13 mei 2014" is `xdedmy`. A pattern of the grammar is a regular
expression over that string, so that one line says what a date can look like, in every language of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from generator.annotators.dates.tokens import Token
from generator.annotators.dates.values import Point, Today
from generator.language import edtf

Shape = Literal["point", "since", "by", "until", "after", "span", "years", "decade", "note"]
"""How a date is said: one point; from or up to one; a span; a span of whole years; a decade; the date in brackets of a Council text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as the grammar reads it: the tokens from `start` up to `end`, its points, and whether its year follows from the document."""

    start: int
    end: int
    shape: Shape
    first: Point
    last: Point | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits the tokens from an offset on."""

    tokens: Sequence[Token]
    groups: re.Match[str]
    now: Today | None

    def value(self, group: str, kinds: str) -> str | None:
        """The value of the first token of some types within a group."""
        if self.groups[group] is None:
            return None
        place = next((i for i in range(*self.groups.span(group)) if self.tokens[i].type in kinds), None)
        return None if place is None else self.tokens[place].value

    def number(self, group: str, kinds: str) -> int | None:
        """The same as a number."""
        value = self.value(group, kinds)
        return int(value) if value else None

    def all(self, group: str, kinds: str) -> tuple[Token, ...]:
        """All tokens of some types within a group."""
        return tuple(self.tokens[i] for i in range(*self.groups.span(group)) if self.tokens[i].type in kinds)

    def start(self, group: str) -> int:
        """The first token of a group."""
        return self.groups.start(group)

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.groups.end()


Readings: TypeAlias = tuple[Reading, ...] | None
"""What a pattern is read as; None: it does not fit after all, and the next may try; empty: it is certainly no date."""

_OF: Final = "[fx]?A?"
_YEAR: Final = "(?:y|[tln]k)"
_DAY: Final = "[dD]P?"
_MONTH: Final = "m(?!r~)P?"
"""A month; "mei-vergadering" holds none."""

_YEAR_END: Final = 12
_SHIFTS: Final = {"t": 0, "l": -1, "n": 1}


def _year(match: Match, group: str) -> tuple[int | None, bool, bool]:
    """The year of a group: the year, whether it follows from the document, and whether it cannot be known."""
    printed = match.number(group, "y")
    if printed is not None:
        return printed, False, False
    deictic = next((t.type for t in match.all(group, "tln")), None) if match.groups[group] else None
    if deictic is None:
        return None, True, match.now is None
    return (match.now.year + _SHIFTS[deictic] if match.now else None), True, match.now is None


def _point(match: Match, group: str) -> tuple[Point, bool] | None:
    """The day or month of a group, and whether its year follows from the document; None where it cannot be known."""
    year, inferred, unknown = _year(match, group)
    if unknown:
        return None
    return Point(year, match.number(group, "m"), match.number(group, "dD")), inferred


def _full(match: Match) -> Readings:
    value = match.value("core", "N")
    if not value:
        return ()
    year, month, day = map(int, value.split("-"))
    return (Reading(_head(match), match.end, _shape(match), Point(year, month, day)),)


def _single(match: Match) -> Readings:
    """A day, month or year; with a cue before it, from or up to it."""
    found = _point(match, "core")
    if found is None:
        return ()
    point, inferred = found
    if not point.exists:
        return ()
    return (Reading(_head(match), match.end, _shape(match), point, inferred=inferred),)


def _bare_month(match: Match) -> Readings:
    """A month without a year counts only behind a word that leads in a time."""
    start = match.start("core")
    led = match.groups["cue"] or match.groups["part"] or (start and match.tokens[start - 1].type in "xfAeEM")
    return _single(match) if led else None


def _deictic(match: Match) -> Readings:
    """What points from the document: "vorige maand", "deze zomer", "dit jaar"; "het afgelopen jaar" is a span without a value."""
    start = match.start("core")
    shift = match.tokens[start].type
    if match.now is None or (shift != "t" and start and match.tokens[start - 1].type == "A"):
        return ()
    if match.tokens[match.end - 1].type == "M":
        point = match.now.month_away(_SHIFTS[shift])
        return (Reading(_head(match), match.end, _shape(match), point, inferred=True),) if point else ()
    season = match.number("core", "s")
    point = Point(_season_year(match.now, season, shift), season) if season else Point(match.now.year + _SHIFTS[shift])
    return (Reading(_head(match), match.end, _shape(match), point, inferred=True),)


def _years_end(match: Match) -> Readings:
    """The end of the year ("het einde van het jaar"): that of the document, if its sentence names no other."""
    return (Reading(_head(match), match.end, _shape(match), Point(None), inferred=True),) if match.now else ()


def _season_year(now: Today, season: int, shift: str) -> int:
    """The year of "afgelopen najaar" and "komende zomer": the nearest that is past or to come."""
    starts = edtf.SEASON_STARTS[season]
    begun = (now.month or 1) > starts
    if shift == "l":
        return now.year if begun else now.year - 1
    return now.year + 1 if shift == "n" and begun else now.year


def _season(match: Match) -> Readings:
    """The season of a year; a winter over two years is named after the first."""
    year, inferred, unknown = _year(match, "core")
    if unknown or year is None:
        return ()
    return (Reading(_head(match), match.end, _shape(match), Point(year, match.number("core", "s")), inferred=inferred),)


def _stretch(match: Match) -> Readings:
    """A quarter or a half of a year."""
    year, inferred, unknown = _year(match, "core")
    place = match.number("core", "oD") or -1
    half = bool(match.all("core", "h"))
    count = 2 if half else 4
    place = count if place == -1 else place
    if unknown or year is None or not 1 <= place <= count:
        return ()
    size = 12 // count
    point = Point(year, (place - 1) * size + 1, until=place * size)
    return (Reading(_head(match, with_article=True), match.end, _shape(match), point, inferred=inferred),)


def _head(match: Match, *, with_article: bool = False) -> int:
    """Where the words of a date begin: at its cue, else at "begin" or "eind", else at the date itself."""
    if match.groups["cue"] and _shape(match) != "point":
        return match.start("cue")
    if match.groups["early"]:
        return match.start("early")
    if match.groups["part"]:
        return match.start("part")
    if with_article and match.groups["art"]:
        return match.start("art")
    return match.start("core")


def _shape(match: Match) -> Shape:
    cue = (match.groups["cue"] or "")[:1]
    if cue == "B" and not (match.groups["part"] or match.all("core", "dDNm")):
        return "point"
    shapes: dict[str, Shape] = {"S": "since", "b": "by", "B": "by", "u": "until", "a": "after"}
    return shapes.get(cue, "point")


def _days(match: Match) -> Readings:
    """Days of one month: "9 en 10 juni" and the night "van 8 op 9 juni" are spans, "4 en 24 mei" are two days, "tussen 9 en 29 mei" and "9-12 mei" are spans."""
    found = _point(match, "tail")
    if found is None:
        return ()
    base, inferred = found
    days = match.all("list", "dD")
    points = [Point(base.year, base.month, int(day.value)) for day in days]
    if not all(point.exists for point in points):
        return ()
    lead = match.groups["lead"] or ""
    joined = match.all("list", "cerRuvx")[-1]
    if match.all("list", "x") and not (lead == "f" and len(points) == 2 and _day_after(*points)):  # noqa: PLR2004 - a night has two days
        return None
    spanning = (lead == "w" and joined.type == "e") or joined.type in "uv" or (joined.type in "rR" and joined.value != "/")
    if spanning and len(points) == 2 and points[0].day < points[1].day:  # type: ignore[operator]  # noqa: PLR2004 - both ends are days
        spoken = lead == "w" or (lead and joined.type in "uv")
        shape: Shape = "span" if spoken else "point"
        return (Reading(match.start("lead" if spoken else "list"), match.end, shape, points[0], points[1], inferred=inferred),)
    if all(_day_after(one, other) for one, other in pairwise(points)):
        return (Reading(match.start("list"), match.end, "point", points[0], points[-1], inferred=inferred),)
    return tuple(_apart(match, days, points, inferred=inferred))


def _day_after(one: Point, other: Point) -> bool:
    return (one.day or 0) + 1 == other.day


def _apart(match: Match, days: Sequence[Token], points: Sequence[Point], *, inferred: bool) -> Iterator[Reading]:
    """Each day as a date of its own, the last with the month and year."""
    places = [i for i in range(*match.groups.span("list")) if match.tokens[i].type in "dD"]
    for place, point in zip(places[:-1], points[:-1], strict=True):
        yield Reading(place, place + 1, "point", point, inferred=inferred)
    yield Reading(places[len(days) - 1], match.end, "point", points[-1], inferred=inferred)


def _between(match: Match) -> Readings:
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
    printed, (year, inferred, unknown) = match.number("first", "y"), _year(match, "last")
    if unknown and printed is None:
        return None
    first = Point(printed, match.number("first", "m"), match.number("first", "dD"))
    last = Point(year, match.number("last", "m"), match.number("last", "dD"))
    turned = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
    if first.year is None and last.year is not None:
        first = first.in_year(last.year - turned)
    elif first.year is not None and last.year is None:
        last, inferred = last.in_year(first.year + turned), False
    elif first.year is None and turned:
        return None
    in_order = (first.year or 0, first.month or 0, first.day or 0) <= (last.year or 0, last.month or 0, last.day or 0)
    return (first, last, inferred) if in_order and first.exists and last.exists else None


def _years(match: Match) -> Readings:
    """Two years: with a hyphen or "tussen" a span; with "en" one, if the second follows the first."""
    one, joint, last = match.number("first", "y") or 0, match.all("joint", "euvrR")[0], match.all("last", "ydi")[0]
    lead = match.groups["lead"] or ""
    other = int(last.value)
    if last.type != "y":
        if joint.type != "r" or last.end - last.start != 2 or not _shortened(one, other, joint.value):  # noqa: PLR2004 - two digits
            return None
        other += one // 100 * 100 + (100 if other < one % 100 else 0)
    stroke, joined = joint.value == "/", joint.type == "e" and lead != "w"
    if other <= one or ((stroke or joined) and other != one + 1):
        return None
    spoken = lead == "w" or (lead and joint.type in "uv")
    shape: Shape = "point" if joined else "span" if spoken else "years"
    return (Reading(match.start("lead") if spoken else match.start("first"), match.end, shape, Point(one), Point(other)),)


def _shortened(one: int, other: int, joint: str) -> bool:
    """Whether two digits are a later year ("2013/14", "2014-20") and not a month ("2014-08")."""
    return other == (one + 1) % 100 or (joint != "/" and other > max(_YEAR_END, one % 100))


def _many_years(match: Match) -> Readings:
    """Years in a list: "2013, 2014 en 2015" is a span, if each follows the one before."""
    years = [int(token.value) for token in match.all("core", "y")]
    if any(later != earlier + 1 for earlier, later in pairwise(years)):
        return None
    return (Reading(match.start("core"), match.end, "point", Point(years[0]), Point(years[-1])),)


def _decade(match: Match) -> Readings:
    value = match.value("core", "Zzdi") or ""
    tens = int(value) if match.all("core", "Zz") else int(value) // 10 if value.isdigit() and int(value) % 10 == 0 else 0
    if not tens:
        return ()
    century = tens if tens > 9 else 190 + tens  # noqa: PLR2004 - the first year of a decade without its last digit has three
    return (Reading(match.start("core"), match.end, "decade", Point(century)),)


def _ago(match: Match) -> Readings:
    """Years ago ("een jaar geleden"): the year so many before the document's."""
    count = match.number("core", "#d")
    if match.now is None or count is None:
        return ()
    return (Reading(match.start("core"), match.end, "point", Point(match.now.year - count), inferred=True),)


def _rolling(match: Match) -> Readings:
    """The past years ("de afgelopen vijf jaar"): from so many years before the document's year to that year."""
    count = match.number("core", "#d")
    if match.now is None or count is None or not match.all("core", "l"):
        return ()
    return (Reading(match.start("core"), match.end, "span", Point(match.now.year - count), Point(match.now.year), inferred=True),)


def _note(match: Match) -> Readings:
    """The second date of a Council text, "20 november 2008 (24.11)": its year is that of the date before."""
    year = int(match.tokens[match.start("core") - 1].value)
    month, day = map(int, (match.value("core", "K") or "").split("-"))
    point = Point(year, month, day) if 1 <= month <= 12 else None  # noqa: PLR2004 - months
    return (Reading(match.start("core"), match.end, "note", point, inferred=True),) if point and point.exists else ()


_HEAD: Final = "(?P<cue>[SbuaB][xAf]*)?(?P<early>E)?(?P<part>p[fx]?A?k?)?(?P<art>A)?"
_LEAD: Final = "(?P<lead>[wfS])?[xA]{0,2}"

_FIRST: Final = rf"(?P<first>(?:{_DAY})?x?{_MONTH}(?:{_OF}y)?)"
_LAST: Final = rf"(?P<last>(?:{_DAY})?x?{_MONTH}(?:{_OF}{_YEAR})?)"

# In order of preference: the first pattern that fits at a token, and is read as something, has it.
GRAMMAR: Final[tuple[tuple[re.Pattern[str], Callable[[Match], Readings]], ...]] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (rf"{_LEAD}(?P<list>{_DAY}(?:[cerRuvx]A?{_DAY}){{1,9}})(?P<tail>x?{_MONTH}(?:c?{_OF}{_YEAR})?)", _days),
        (rf"{_LEAD}{_FIRST}(?P<joint>[ecuvrR]x?A?){_LAST}", _between),
        (r"(?P<core>y(?:cy){1,9}ey)(?!r)", _many_years),
        (r"(?P<lead>[wfS])?x?A?(?P<first>y)(?P<joint>[euvrR])(?P<last>[ydi])(?!r)", _years),
        (rf"{_HEAD}(?P<core>N)", _full),
        (rf"{_HEAD}(?P<core>{_DAY}x?{_MONTH}(?:c?{_OF}{_YEAR})?)(?![rR]\d)", _single),
        (rf"{_HEAD}(?P<core>m[dD]c?y)", _single),
        (rf"{_HEAD}(?P<core>{_MONTH}{_OF}{_YEAR})", _single),
        (rf"{_HEAD}(?P<core>[olD][qh]{_OF}k?{_YEAR})", _stretch),
        (rf"{_HEAD}(?P<core>s{_OF}k?{_YEAR}(?:r[ydi])?)", _season),
        (rf"{_HEAD}(?P<core>[tln][sMk])", _deictic),
        (r"(?P<cue>[SbuaB][xAf]*)?(?P<early>(?!))?(?P<part>p[fx]A)(?P<core>k(?!y))", _years_end),
        (r"(?<!V)(?P<core>[#d]kg)", _ago),
        (r"(?P<core>A?[ln][#d]k)", _rolling),
        (r"(?P<core>A?Y[zdi]|A?Z)", _decade),
        (r"(?<=y)(?P<core>K)", _note),
        (rf"{_HEAD}(?P<core>(?<!r)y)(?!r)", _single),
        (rf"{_HEAD}(?P<core>m)(?!y)", _bare_month),
    )
)

_MAY_START: Final = re.compile(r"[dDymNKZYtln#oswfSbuaBpAEc]")
_HOLDS_DATE: Final = re.compile(r"[ymNKZ]|[tln][sMk]|kg|[ln][#d]k|Y[zdi]|p[fx]Ak")


def readings(tokens: Sequence[Token], now: Today | None) -> Iterator[Reading]:
    """The dates among the tokens, in order; they do not overlap. Without the document's date none is inferred."""
    types = "".join(token.type for token in tokens)
    at = 0 if _HOLDS_DATE.search(types) else len(types)
    while start := _MAY_START.search(types, at):
        at = start.start()
        found, end = _at(tokens, types, at, now)
        yield from found
        at = max(end, at + 1)


def _at(tokens: Sequence[Token], types: str, at: int, now: Today | None) -> tuple[tuple[Reading, ...], int]:
    for pattern, reader in GRAMMAR:
        match = pattern.match(types, at)
        found = reader(Match(tokens, match, now)) if match else None
        if match and found is not None:
            return found, match.end()
    return (), at + 1
