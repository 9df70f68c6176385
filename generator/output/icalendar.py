"""The only module that spells calendars (RFC 5545): whole days with a name and a description, in which no text begins a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_LONGEST: Final = 75
"""Octets of a line (RFC 5545, 3.1)."""

_BREAKS: Final = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What some reader or other takes for the end of a line."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
"""RFC 5545, 3.3.11; a colon needs none."""

_NO_DAY: Final = date(1970, 1, 1)
"""The stamp of what has no date of its own: a calendar needs one, and it must not change from build to build."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something that lasts whole days, from the `first` up to and including the `last`; `stamp` is when it was written down, `url` tells more."""

    uid: str
    first: date
    last: date
    title: str
    description: str
    stamp: date | None = None
    url: str = ""


def calendar(product: str, name: str, appointments: Iterable[Appointment]) -> bytes:
    """A calendar to subscribe to; `product` names what made it, `name` is what programs call it (RFC 7986, 5.1, and as older ones know it)."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_text(product)}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    head += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    lines = [*head, *(line for one in appointments for line in _lines(one)), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _lines(one: Appointment) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}"
    yield f"DTSTAMP:{_day(one.stamp or _NO_DAY)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(one.first)}"
    # The end is the day after the last; no calendar goes on after the year 9999, and without an end it lasts one day.
    if one.last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(one.last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(one.title)}"
    yield f"DESCRIPTION:{_text(one.description)}"
    if one.url:
        yield f"URL:{''.join(_CONTROLS.sub('', one.url).split())}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """Words as a value: every break is written out, so that nothing in them is a line of its own."""
    return _CONTROLS.sub("\ufffd", _BREAKS.sub("\n", words)).translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, cut between characters."""
    pieces, octets, start = [], line.encode(), 0
    while len(octets) - start > _LONGEST - bool(start):
        end = start + _LONGEST - bool(start)
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - the mark of a byte that goes on with a character of UTF-8
            end -= 1
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join([*pieces, octets[start:]]).decode()
