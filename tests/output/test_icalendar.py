"""A calendar holds its appointments and nothing that a text in it pretends to be."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.output.icalendar import Appointment, calendar

_WORDS: Final = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(
    st.sampled_from(["\r", "\n", "\r\n", "\u2028", "\x85", "\v", "\0", "\\", "\\n", ";", ",", ":", " ", "END:VEVENT", "BEGIN:VALARM", "ë", "𝒜"])
).map("".join)  # fmt: skip
_DAYS: Final = st.dates()
_ESCAPED: Final = re.compile(r"\\([\\;,nN])")


def lines(data: bytes) -> list[str]:
    """The lines of a calendar, unfolded."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def value(data: bytes, name: str) -> str:
    """The words of a property, as a calendar shows them."""
    found = next(line for line in lines(data) if line.startswith(f"{name}:"))
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], found.partition(":")[2])


def one(title: str = "Top", description: str = "", uid: str = "top", first: date = date(2015, 3, 4), last: date | None = None) -> bytes:
    """A calendar of one appointment."""
    return calendar("-//Havens//NL", "Havens; tijdlijn", [Appointment(uid, first, last or first, title, description, date(2016, 1, 2))])


def test_an_appointment_is_spelled_after_the_standard() -> None:
    assert one("Top; in Bari, Italië", "Eén\n\nTwee \\ drie", last=date(2015, 3, 5)) == (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Havens//NL\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Havens\\; tijdlijn\r\nX-WR-CALNAME:Havens\\; tijdlijn\r\nBEGIN:VEVENT\r\nUID:top\r\n"
        b"DTSTAMP:20160102T000000Z\r\nDTSTART;VALUE=DATE:20150304\r\nDTEND;VALUE=DATE:20150306\r\nSUMMARY:Top\\; in Bari\\, Itali\xc3\xab\r\n"
        b"DESCRIPTION:E\xc3\xa9n\\n\\nTwee \\\\ drie\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@given(_WORDS, _WORDS, _WORDS)
@example("x\r\nEND:VEVENT", "\u2028BEGIN:VALARM", "a\nATTACH:http://elders.example")
def test_no_text_begins_a_line(title: str, description: str, uid: str) -> None:
    data = one(title, description, uid)
    names = [re.split("[:;]", line)[0] for line in lines(data)]
    assert names == [re.split("[:;]", line)[0] for line in lines(one())]
    # Whatever a program takes for the end of a line, it finds the lines of the standard.
    assert data.decode().splitlines() == data.decode().removesuffix("\r\n").split("\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


@given(_WORDS)
def test_words_come_back_but_for_controls_and_kinds_of_breaks(words: str) -> None:
    shown = re.sub("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", words)
    assert value(one(description=words), "DESCRIPTION") == re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "\ufffd", shown)


@given(_DAYS, _DAYS)
@example(date(9999, 12, 31), date(9999, 12, 31))
@example(date(1, 1, 1), date(9999, 12, 30))
def test_the_end_is_the_day_after_the_last(first: date, last: date) -> None:
    first, last = sorted((first, last))
    told = dict(line.split(":", 1) for line in lines(one(first=first, last=last)) if line.startswith("DT"))
    assert date.fromisoformat(told["DTSTART;VALUE=DATE"]) == first
    assert last == date.max or date.fromisoformat(told["DTEND;VALUE=DATE"]) == last + timedelta(days=1)


@pytest.mark.parametrize("words", ["ë" * 200, "𝒜" * 100, "a" * 75, "a" * 500])
def test_long_lines_are_folded_between_characters(words: str) -> None:
    assert value(one(words), "SUMMARY") == words
    assert all(len(line) <= 75 for line in one(words).split(b"\r\n"))


def test_what_has_no_date_of_its_own_has_a_stamp_that_never_changes() -> None:
    assert b"DTSTAMP:19700101T000000Z\r\n" in calendar("x", "y", [Appointment("a", date(2015, 1, 1), date(2015, 1, 1), "A", "")])


@given(_WORDS)
@example("https://havens.nl/\nATTACH:x")
def test_an_address_is_one_line(words: str) -> None:
    data = calendar("x", "y", [Appointment("a", date(2015, 1, 1), date(2015, 1, 1), "A", "", url=f"https://havens.nl/{words}")])
    (address,) = [line for line in lines(data) if line.startswith("URL:")]
    assert address.startswith("URL:https://havens.nl/")
    assert data.decode().splitlines() == data.decode().removesuffix("\r\n").split("\r\n")
