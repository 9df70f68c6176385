"""How acts are numbered: which of two numbers is the year, how the act is called for short, its CELEX number.

Sources: Interinstitutional Style Guide, part 1, points 1.2.1 and 2.2 (numbering before and since 1 January 2015);
EUR-Lex, "How CELEX numbers are composed".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.citations import vocabulary

_FIRST_YEAR: Final = 1952
"""The first year of the Communities."""

_LAST_YEAR: Final = 2059
"""The last year that four digits of a citation are taken for; higher ones are numbers ("2092/91")."""

COMMON_SERIES: Final = 2015
"""From this year on, all kinds of acts are numbered in one series, the year first (Interinstitutional style guide, 1.2.2)."""

_LISBON: Final = 2010
"""The first whole year of the Treaty of Lisbon, in force on 1 December 2009: acts are those of the Union (EU)."""

_UNION: Final = 1994
"""The first whole year of the Treaty of Maastricht, in force on 1 November 1993: acts are those of the Community (EG)."""

_OLD_BODIES: Final = frozenset({"EG", "EEG", "EGKS", "Euratom", "EG, Euratom"})
_EITHER: Final = frozenset({1993, 2009})
"""Years in which the name of the Community changed: acts of both names exist."""

_BODY_FIRST: Final = re.compile(r"\A\((?P<body>[^)]+)\)\s(?P<first>\d+)/(?P<second>\d+)")
_BODY_LAST: Final = re.compile(r"\A(?P<first>\d+)/(?P<second>\d+)(?:/(?P<suffix>[A-Za-z]+))?")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as it is printed: what stands in brackets before it, whether it is called "nr.", and what follows it."""

    first: str
    second: str
    body: str = ""
    called_number: bool = False
    suffix: str = ""


def year_of(digits: str) -> int | None:
    """The year that digits may stand for; two digits are of the twentieth century."""
    year = int(digits)
    if len(digits) == 2:  # noqa: PLR2004 - two digits
        year += 1900
    return year if len(digits) in {2, 4} and _FIRST_YEAR <= year <= _LAST_YEAR else None


def year_comes_first(kind: str, printed: PrintedNumber) -> bool | None:
    """Whether the year stands before the number; None where neither is a year."""
    before, after = year_of(printed.first), year_of(printed.second)
    if before is None or after is None:
        return None if before is after else before is not None
    if printed.called_number:
        return False
    if printed.suffix:
        # "1982/2006/EG": acts with the year first were never numbered as high as a year.
        return len(printed.second) == 2  # noqa: PLR2004 - two digits
    if printed.body in _OLD_BODIES:
        return False
    return before >= COMMON_SERIES or kind != "regulation"


def short_name(kind: str, printed: PrintedNumber) -> str | None:
    """`(EU) 656/2014`, `(EU) 2016/801`, `2013/32/EU`: how an act is called without its kind; None where it is no act."""
    year_first = year_comes_first(kind, printed)
    if year_first is None:
        return None
    year = year_of(printed.first if year_first else printed.second) or 0
    number = f"{_plain(printed.first)}/{_plain(printed.second)}"
    if printed.suffix:
        return f"{number}/{printed.suffix}"
    if printed.body:
        return f"({printed.body}) {number}"
    if year >= COMMON_SERIES:
        return f"(EU) {number}" if year_first else None
    community = _community(year)
    if not community:
        return _only_known(kind, number)
    return f"({community}) {number}" if kind == "regulation" else f"{number}/{community}"


def _plain(digits: str) -> str:
    return str(int(digits)) if len(digits) > 2 else digits  # noqa: PLR2004 - two digits may be a year


def _community(year: int) -> str:
    if year in _EITHER:
        return ""
    return "EU" if year >= _LISBON else "EG" if year >= _UNION else "EEG"


def _only_known(kind: str, number: str) -> str:
    """In a year of two names: the act of this number in the table, else the bare number."""
    known = (name for name, row in vocabulary.acts().items() if row["kind"] == kind and number in name)
    return next(known, number)


def celex(kind: str, name: str) -> str | None:
    """The CELEX number of an act of sector 3 by its short name; None where it is not certain."""
    parts = _parts(kind, name)
    letter = vocabulary.descriptors().get(kind, "")
    if parts is None or not letter:
        return None
    year, number = parts
    return f"3{year}{_letter(kind, letter, name)}{number:04d}"


def _letter(kind: str, letter: str, name: str) -> str:
    """Joint actions and positions have the letter of their field: E of foreign policy, F of justice."""
    return "F" if kind in {"joint-action", "common-position"} and name.endswith("JBZ") else letter


def eli(kind: str, name: str, eli_kind: str) -> str | None:
    """The European Legislation Identifier; None where its form is not certain."""
    parts = _parts(kind, name)
    return f"http://data.europa.eu/eli/{eli_kind}/{parts[0]}/{parts[1]}/oj" if parts and eli_kind else None


def _parts(kind: str, name: str) -> tuple[int, int] | None:
    """The year and the number."""
    match = _BODY_FIRST.fullmatch(name) or _BODY_LAST.fullmatch(name)
    if not match:
        return None
    found = match.groupdict()
    printed = PrintedNumber(found["first"], found["second"], found.get("body") or "", suffix=found.get("suffix") or "")
    year_first = year_comes_first(kind, printed)
    if year_first is None:
        return None
    year = year_of(printed.first if year_first else printed.second)
    number = int(printed.second if year_first else printed.first)
    return (year, number) if year else None
