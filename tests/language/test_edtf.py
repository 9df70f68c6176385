"""Dates: what is accepted of EDTF, and that everything that uses a date can handle whatever is accepted."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

import edtf as library
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import annotators, build
from generator.annotators.dates.values import Point as Printed
from generator.annotators.dates.values import compare, today
from generator.dossier.findings import gather
from generator.dossier.index import build_index
from generator.inputs.contributions import events, glossary
from generator.language import dutch, edtf
from generator.language.senses import sense_in
from generator.model import Block, Document, Event, Knowledge, Lines, Metadata, Page, Seed, Sense, Term, Transcript

_TEXT: Final = (
    "Op 1 mei, in de afgelopen maand, vorig jaar, de komende zomer, in december, drie jaar geleden en de afgelopen 31 jaar; voor het "
    "eind van het jaar, na vorig jaar, tussen 20 december en 5 januari, sinds 2016, na 31 december 2099 en in de jaren 80 werd er gehandeld."
)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1987", "1987-01-01", "1987-12-31"),
        ("1988-02", "1988-02-01", "1988-02-29"),
        ("1988-02-29", "1988-02-29", "1988-02-29"),
        ("1987-21", "1987-03-01", "1987-05-31"),
        ("1987-24", "1987-12-01", "1988-02-29"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1987-XX", "1987-01-01", "1987-12-31"),
        ("1987-09-XX", "1987-09-01", "1987-09-30"),
        ("1987-XX-XX", "1987-01-01", "1987-12-31"),
        ("1987-09~", "1987-09-01", "1987-09-30"),
        ("1987?", "1987-01-01", "1987-12-31"),
        ("1987-09-14%", "1987-09-14", "1987-09-14"),
        ("1987-04-28/1987-05-03", "1987-04-28", "1987-05-03"),
        ("1987~/1989-06?", "1987-01-01", "1989-06-30"),
        ("0001-01-01", "0001-01-01", "0001-01-01"),
        ("9998", "9998-01-01", "9998-12-31"),
        ("9998-24", "9998-12-01", "9999-02-28"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(written: str, first: str, last: str) -> None:
    parsed = edtf.parse(written)
    assert (parsed.first, parsed.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert library.parse_edtf(written)


@pytest.mark.parametrize("written", ["1987/..", "../1987", "1987/", "/1987", "1987-21/.."])
def test_an_interval_may_be_open_at_one_end(written: str) -> None:
    assert edtf.parse(written).is_open


@pytest.mark.parametrize(
    "written",
    [
        "", "x", "14 september 1987", "14-09-1987", "1987/09/14", "1987-9-14", "１９８７", "1987-09-14\t", "1987\n", " 1987", "87-09", "87",
        "1987-13", "1987-00", "1987-09-00", "1987-09-31", "1987-02-29", "1900-02-29", "1987-09-31/1987-10-01", "1987-02-29/..",
        "1989/1987", "../..", "/", "..", "../", "1987//1989", "1987/1988/1989", "unknown/1987", "1987/open",
        "1987-09-14T08:30:00", "1987-09-14T08:30:00Z", "0000", "000X", "00XX", "-0044", "9999", "9999-12-31", "999X", "99XX", "1987/9999",
        "Y30000000", "Y-30000000", "y1987",
        "1987-25", "1987-33", "1987-41", "1987-1X", "1XXX", "XXXX", "1987-XX-14", "1X87", "1987~-09", "~1987", "1987-?09", "1950S2", "Y17E7",
        "[1987,1988]", "{1987..1989}", "198X-09", "19XX-XX", "1987-21-14", "1987-XX~-14",
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused(written: str) -> None:
    with pytest.raises(edtf.NoDateError):
        edtf.parse(written)
    assert not edtf.is_date(written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1987", "1987"),
        ("1987-09", "september 1987"),
        ("1987-09-14", "14 september 1987"),
        ("1987-23", "najaar 1987"),
        ("1987-09-XX", "september 1987"),
        ("1987-XX-XX", "1987"),
        ("198X", "jaren 1980"),
        ("19XX", "jaren 1900-1999"),
        ("1987-09~", "omstreeks september 1987"),
        ("1987?", "1987 (onzeker)"),
        ("1987%", "omstreeks 1987 (onzeker)"),
        ("1987/..", "vanaf 1987"),
        ("/1987-10", "tot oktober 1987"),
        ("1987-05-09/1987-05-12", "9 tot en met 12 mei 1987"),
        ("1987-04-28/1987-05-03", "28 april tot en met 3 mei 1987"),
        ("1987-01/1987-06", "januari tot en met juni 1987"),
        ("1987-12-28/1988-01-02", "28 december 1987 tot en met 2 januari 1988"),
        ("1987-05/1988", "mei 1987 tot en met 1988"),
        ("1987~/1988", "omstreeks 1987 tot en met 1988"),
    ],
)
def test_dates_are_said_in_dutch_without_saying_anything_twice(written: str, said: str) -> None:
    assert dutch.date(written) == said


@pytest.mark.parametrize(
    ("start", "end", "when", "expected"),
    [
        ("1987", None, "1986-12-31", False),
        ("1987", None, "1987-01-01", True),
        ("1987-06", None, "1987", True),
        (None, "1987-06", "1987-07-01", False),
        (None, "198X", "1989-12-31", True),
        ("1987-21", "1987-23", "1988", False),
        ("1987~", "1988?", "../1986", False),
        ("1987", "1988", None, True),
        (None, None, "1987", True),
    ],
)
def test_a_meaning_holds_from_the_first_day_to_the_last(start: str | None, end: str | None, when: str | None, expected: bool) -> None:  # noqa: FBT001 - a value of the table
    assert edtf.holds(start, end, when) == expected


# Every form of levels 0 and 1, those that cannot be used here among them.

_YEARS: Final = st.one_of(st.integers(0, 9999), st.sampled_from([0, 1, 2, 99, 999, 1900, 2000, 2016, 9989, 9990, 9997, 9998, 9999])).map(
    "{:04d}".format
)
_MONTHS: Final = st.integers(1, 12).map("{:02d}".format)
_DAYS: Final = st.integers(1, 31).map("{:02d}".format)
_SEASONS: Final = st.sampled_from(["21", "22", "23", "24"])
_POINTS: Final = st.one_of(
    _YEARS,
    st.builds("{}-{}".format, _YEARS, _MONTHS),
    st.builds("{}-{}-{}".format, _YEARS, _MONTHS, _DAYS),
    st.builds("{}-{}".format, _YEARS, _SEASONS),
    _YEARS.map(lambda year: f"{year[:3]}X"),
    _YEARS.map(lambda year: f"{year[:2]}XX"),
    _YEARS.map("{}-XX".format),
    st.builds("{}-{}-XX".format, _YEARS, _MONTHS),
    _YEARS.map("{}-XX-XX".format),
)
_DOUBTED: Final = st.builds("{}{}".format, _POINTS, st.sampled_from(["", "", "", "?", "~", "%"]))
_OTHER: Final = st.one_of(
    st.integers(1, 9999).map("-{:04d}".format),
    st.integers(10_000, 10**12).map("Y{}".format),
    st.integers(10_000, 10**12).map("Y-{}".format),
    st.builds("{}T{:02d}:{:02d}:{:02d}{}".format, st.builds("{}-{}-{}".format, _YEARS, _MONTHS, _DAYS), st.integers(0, 23), st.integers(0, 59),
              st.integers(0, 59), st.sampled_from(["", "Z", "+02", "-11:30"])),
)  # fmt: skip
_ENDS: Final = st.one_of(_DOUBTED, _OTHER, st.sampled_from(["", ".."]))
FORMS: Final = st.one_of(_DOUBTED, _OTHER, st.builds("{}/{}".format, _ENDS, _ENDS))
_SINGLE: Final = _DOUBTED.filter(edtf.is_date)
DATES: Final = st.one_of(
    _SINGLE,
    st.lists(_SINGLE, min_size=2, max_size=2).map(lambda two: "/".join(sorted(two, key=lambda one: edtf.parse(one).order))),
    st.builds("{}/{}".format, _SINGLE, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), _SINGLE),
).filter(edtf.is_date)
"""Those that can be used here."""


@given(FORMS)
@settings(max_examples=1_000, deadline=None)
def test_each_form_is_refused_or_has_days_in_order(written: str) -> None:
    if edtf.is_date(written):
        parsed = edtf.parse(written)
        assert parsed.first or parsed.last
        assert not (parsed.first and parsed.last) or parsed.first <= parsed.last


@given(st.text(st.sampled_from("0123456789-/.XY~?%T:ES[]{},uo \n"), max_size=24) | st.text(max_size=12))
@settings(max_examples=1_000, deadline=None)
def test_no_text_is_more_than_accepted_or_refused(written: str) -> None:
    if edtf.is_date(written):
        _use(edtf.parse(written), edtf.parse("2016"))


def _use(one: edtf.Date, other: edtf.Date) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)
    assert (one.order < other.order) or (other.order <= one.order)
    assert edtf.FIRST_YEAR <= one.year <= one.last_year <= edtf.LAST_YEAR + 1
    assert re.fullmatch(r"[^\W\d_X].*|\d.*", dutch.date(one.text))
    assert "X" not in dutch.date(one.text)
    assert one.machine is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", one.machine)
    assert edtf.holds(one.text, other.text, other.text) == (one.first is None or other.last is None or one.first <= other.last)
    now = today(one.text)
    if now:
        assert compare(Printed(now.year, now.month, now.day), now) == 0


@given(DATES, DATES)
@settings(max_examples=1_000, deadline=None)
def test_what_is_accepted_can_be_compared_said_and_reckoned_with(one: str, other: str) -> None:
    _use(edtf.parse(one), edtf.parse(other))


def _document(dated: str) -> Document:
    block = Block("p-1", "paragraph", _TEXT, Lines(1, 1))
    return Document(Transcript(Seed("seeds/d.txt"), _TEXT), Metadata("d", "D", "D", date=dated, described=True), (block,))


@given(DATES)
@settings(max_examples=300, deadline=None)
@example("0001")
@example("0001-01-01")
@example("9998-12-31")
@example("9998-24")
@example("998X")
def test_the_dates_that_follow_from_that_of_a_document_are_dates(dated: str) -> None:
    (document,) = annotators.annotate_all([_document(dated)], Knowledge())
    found = [mention for mention in document.blocks[0].mentions if mention.kind == "date"]
    assert found
    assert all(edtf.is_date(mention.id) for mention in found)


@given(DATES, DATES, DATES)
@settings(max_examples=60, deadline=None)
@example("9998-12-31", "9998-12-31", "9998-24")
@example("0001", "0001/0002", "../0001-XX")
@example("00XX", "2015-06-XX", "156X") if edtf.is_date("00XX") else example("19XX", "2015-06-XX", "156X")
def test_every_page_and_file_can_be_made_from_what_is_accepted(dated: str, happened: str, bound: str) -> None:
    term = Term(
        "ab", "AB", "concept", (Sense("Aa Bb", bound, None), Sense("Aa Cc", None, bound)), "<p>Iets.</p>", "Iets.", "seeds/glossary/ab.md"
    )
    closed = (
        () if edtf.parse(happened).is_open else (Event("g", "Gebeurtenis", happened, "<p>Iets.</p>", "seeds/events/g.md", ("gehandeld",)),)
    )
    knowledge = Knowledge((term,), events=closed)
    documents = annotators.annotate_all([_document(dated)], knowledge)
    assert sense_in(term, "d", dated) in term.senses
    assert not glossary.check(knowledge.terms, documents)
    assert all(problem.severity == "te doen" for problem in events.check(knowledge.events, documents))
    files = {page.path: page.content for page in build.render(gather(build_index(documents, knowledge)), index=_no_index)}
    calendar = files["tijdlijn/tijdlijn.ics"]
    assert isinstance(calendar, bytes)
    for start, end in re.findall(r"DTSTART;VALUE=DATE:(\S+)\r\nDTEND;VALUE=DATE:(\S+)\r\n", calendar.decode()):
        assert date.fromisoformat(start) < date.fromisoformat(end)


def _no_index(_site: object) -> tuple[Page, ...]:
    return ()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20) | FORMS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_event_or_a_meaning_is_accepted_where_its_date_is(tmp_path: Path, written: str) -> None:
    quoted = written.replace("\\", "\\\\").replace('"', '\\"')
    (tmp_path / "g.md").write_text(f'---\nname: Haven\ndate: "{quoted}"\nphrases: [haven]\n---\nEen zin.\n', encoding="utf-8")
    found, problems = events.read(tmp_path)
    assert bool(found) == (edtf.is_date(written) and not edtf.parse(written).is_open)
    assert bool(found) != bool(problems)
    assert all(problem.line and problem.remedy for problem in problems)
    entry = f'---\nterm: Haven\nkind: concept\nsenses:\n  - expansion: Haven\n    from: "{quoted}"\n---\nEen zin.\n'
    (tmp_path / "g.md").write_text(entry, encoding="utf-8")
    terms, problems = glossary.read(tmp_path)
    assert bool(terms) == edtf.is_date(written)
    assert all(problem.line and problem.remedy for problem in problems)
