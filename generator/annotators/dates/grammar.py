"""The grammar of dates: patterns over the types of tokens, each with what its readings are.

The types of a text's tokens make a string: "op 12 en 13 mei 2014" is `xdedmy`. A pattern of the grammar is a regular
expression over that string, so that one line says what a date can look like, in every language of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from generator.annotators.dates.readings import SHIFTS, Match, Reading, Readings, Shape, point_of, year_of
from generator.annotators.dates.spans import between, days, many_years, years
from generator.annotators.dates.tokens import Token
from generator.annotators.dates.values import Point, Today
from generator.language import edtf

_OF: Final = "[fx]?A?"
_YEAR: Final = "(?:y|[tln]k)"
_DAY: Final = "[dD]P?"
_MONTH: Final = "m(?!r~)P?"
"""A month; "mei-vergadering" holds none."""


def _full(match: Match) -> Readings:
    value = match.value("core", "N")
    if not value:
        return ()
    year, month, day = map(int, value.split("-"))
    return (Reading(_head(match), match.end, _shape(match), Point(year, month, day)),)


def _single(match: Match) -> Readings:
    """A day, month or year; with a cue before it, from or up to it."""
    found = point_of(match, "core")
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
        point = match.now.month_away(SHIFTS[shift])
        return (Reading(_head(match), match.end, _shape(match), point, inferred=True),) if point else ()
    season = match.number("core", "s")
    point = Point(_season_year(match.now, season, shift), season) if season else Point(match.now.year + SHIFTS[shift])
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
    year, inferred, unknown = year_of(match, "core")
    if unknown or year is None:
        return ()
    return (Reading(_head(match), match.end, _shape(match), Point(year, match.number("core", "s")), inferred=inferred),)


def _stretch(match: Match) -> Readings:
    """A quarter or a half of a year."""
    year, inferred, unknown = year_of(match, "core")
    place = match.number("core", "oD") or -1
    half = bool(match.all("core", "h"))
    count = 2 if half else 4
    place = count if place == -1 else place
    if unknown or year is None or not 1 <= place <= count:
        return ()
    size = 12 // count
    point = Point(year, (place - 1) * size + 1, until=place * size)
    return (Reading(_head(match, with_article=True), match.end, _shape(match), point, inferred=inferred),)


def _stretches(match: Match) -> Readings:
    """Two quarters or halves of a year that follow one another: "de eerste en de tweede helft van 1993" is that year."""
    year, inferred, unknown = year_of(match, "core")
    first, last = match.number("first", "oD") or 0, match.number("last", "oD") or 0
    count = 2 if match.all("core", "h") else 4
    if unknown or year is None or not 1 <= first < last <= count or last != first + 1:
        return None
    size = 12 // count
    point = Point(year) if last - first + 1 == count else Point(year, (first - 1) * size + 1, until=last * size)
    return (Reading(match.groups.start(), match.end, "point", point, inferred=inferred),)


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
        (rf"{_LEAD}(?P<list>{_DAY}(?:[cerRuvx]A?{_DAY}){{1,9}})(?P<tail>x?{_MONTH}(?:c?{_OF}{_YEAR})?)", days),
        (rf"{_LEAD}{_FIRST}(?P<joint>[ecuvrR]x?A?){_LAST}", between),
        (r"(?P<core>y(?:cy){1,9}ey)(?!r)", many_years),
        (r"(?P<lead>[wfS])?x?(?P<named>A?[Yk])?A?(?P<first>y)(?P<joint>[euvrR])(?P<last>[ydi])(?!r)", years),
        (rf"{_HEAD}(?P<core>N)", _full),
        (rf"{_HEAD}(?P<core>{_DAY}x?{_MONTH}(?:c?{_OF}{_YEAR})?)(?![rR]\d)", _single),
        (rf"{_HEAD}(?P<core>m[dD]c?y)", _single),
        (rf"{_HEAD}(?P<core>{_MONTH}{_OF}{_YEAR})", _single),
        (rf"A?(?P<first>[oD])eA?(?P<last>[oD])(?P<core>[qh]{_OF}k?{_YEAR})", _stretches),
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
