"""The days of dates: when two overlap, in which order they come, and in which years they lie."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import edtf
from generator.language.edtf import Date

_FIRST = date(2016, 2, 25)
_NUMBERS = st.integers(0, 12)


def _day(number: int | None) -> str:
    return ".." if number is None else str(_FIRST + timedelta(days=number))


@st.composite
def spans(draw: st.DrawFn) -> Date:
    """A day, or an interval of which at most one end is open."""
    first, last = sorted((draw(_NUMBERS), draw(_NUMBERS)))
    open_at = draw(st.sampled_from(["", "", "start", "end"]))
    if first == last and not open_at:
        return edtf.parse(_day(first))
    return edtf.parse(f"{_day(None if open_at == 'start' else first)}/{_day(None if open_at == 'end' else last)}")


def days(span: Date) -> set[date]:
    """The days of a span from a week before all others to a week after."""
    every = [_FIRST + timedelta(days=number) for number in range(-7, 20)]
    return {day for day in every if (span.first is None or span.first <= day) and (span.last is None or day <= span.last)}


@given(spans(), spans())
def test_two_dates_overlap_where_they_have_a_day_in_common(one: Date, other: Date) -> None:
    assert one.overlaps(other) == other.overlaps(one) == bool(days(one) & days(other))


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2016-06-07", "2016-06-07", True),
        ("2016-06-07", "2016-06", True),
        ("2016-06-30", "2016-06-30/2016-07-02", True),
        ("2016-06-07", "2016-06-08", False),
        ("2016-05", "2016-06", False),
        ("2016/..", "2016-12-31", True),
        ("2016/..", "2015-12-31", False),
        ("../2016", "2017-01-01", False),
        ("../2016", "2016-12-31", True),
        ("2015/..", "../2015", True),
    ],
)
def test_dates_of_all_sizes_overlap_by_their_days(one: str, other: str, overlap: bool) -> None:  # noqa: FBT001 - a case
    assert edtf.parse(one).overlaps(edtf.parse(other)) == edtf.parse(other).overlaps(edtf.parse(one)) == overlap


def test_dates_come_by_first_day_and_the_longer_before_the_shorter() -> None:
    dates = ["2016-01-01", "2016-01", "2016", "2016/..", "../2015", "2015-12-31", "2016-01-02", "2014/2016"]
    assert sorted(dates, key=lambda text: edtf.parse(text).order) == [
        "2014/2016", "../2015", "2015-12-31", "2016/..", "2016", "2016-01", "2016-01-01", "2016-01-02",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "first", "last"), [("2014/2016", 2014, 2016), ("2016/..", 2016, 2016), ("../2016", 2016, 2016), ("2016-24", 2016, 2017)]
)
def test_a_date_has_a_first_and_a_last_year(written: str, first: int, last: int) -> None:
    assert (edtf.parse(written).year, edtf.parse(written).last_year) == (first, last)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2015-21", "2015-03-01", "2015-05-31"),
        ("2015-22", "2015-06-01", "2015-08-31"),
        ("2015-23", "2015-09-01", "2015-11-30"),
        ("2015-24", "2015-12-01", "2016-02-29"),
        ("2015-12", "2015-12-01", "2015-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2015-XX", "2015-01-01", "2015-12-31"),
        ("2015-02-XX", "2015-02-01", "2015-02-28"),
        ("2015?", "2015-01-01", "2015-12-31"),
    ],
)
def test_seasons_and_unknown_digits_have_their_days(written: str, first: str, last: str) -> None:
    span = edtf.parse(written)
    assert (str(span.first), str(span.last)) == (first, last)
