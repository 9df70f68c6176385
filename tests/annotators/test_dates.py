"""The dates in invented sentences, and what the finder promises for any text."""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import pairwise
from typing import Final

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.annotators.dates import date_finder
from generator.annotators.dates.vocabulary import MONTH, vocabulary
from generator.language.edtf import parse
from generator.model import Block, Document, Lines, Mention, Metadata, Note, Seed, Transcript
from tests import case_files
from tests.support import ROOT
from tests.timing import LIMIT, growth

CASES: Final = (*case_files.load("dates.md"), *case_files.load("dates_held_out.md"))
ROLES: Final = frozenset({"event", "deadline", "period", "reference", "statistic", "publication"})
_GIVEN: Final = re.compile(r"@(?P<date>\S+) (?P<language>[a-z]{2})\Z")


def find(text: str, date: str | None = "2016-06-07", language: str = "nl", *, note: bool = False, front: bool = False) -> list[Mention]:
    """The dates in a text of a document with a date and a language."""
    block = Block("p-1", "front_matter" if front else "paragraph", text, Lines(1, 1))
    meta = Metadata("d", "D", "D", date=date, language=language)
    document = Document(Transcript(Seed("seeds/d.txt"), ""), meta, () if note else (block,), (Note(1, text, Lines(1, 1)),) if note else ())
    return list(date_finder(document)(document.parts[0]))


@cache
def parsed(text: str) -> object:
    """A date as the library for EDTF reads it; raises where it is none."""
    return edtf.parse_edtf(text)


def told(text: str, mentions: list[Mention]) -> str:
    """Mentions as the case files tell them."""
    words = ((m, text[m.offset : m.offset + m.length]) for m in mentions)
    return "\n".join(" | ".join([printed, m.id, m.role, *(["inferred"] if m.inferred else [])]) for m, printed in words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_sentence_has_the_dates_that_a_reader_finds_in_it(case: case_files.Case) -> None:
    given_by = _GIVEN.search(case.title)
    date, language = (given_by["date"], given_by["language"]) if given_by else ("2016-06-07", "nl")
    assert told(case.input, find(case.input, None if date == "-" else date, language)) == case.expected


def test_the_date_of_the_document_above_its_text_is_its_publication() -> None:
    text = "Brussel, 20 november 2008 (24.11)"
    assert told(text, find(text, "2008-11-20", front=True)) == (
        "20 november 2008 | 2008-11-20 | publication\n24.11 | 2008-11-24 | publication | inferred"
    )


def test_a_note_that_is_a_title_has_the_date_of_a_reference() -> None:
    text = "Bureau voor de Statistiek (2014) Migration in numbers; Verslag over de grenzen, Commissie, 2013, blz. 4."
    assert [(m.id, m.role) for m in find(text, note=True)] == [("2014", "reference"), ("2013", "reference")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dit werd in 2014 besloten.", "event"),
        ("Dit wordt in 2014 besloten.", "event"),
        ("Statistiek van de haven (2014), blz. 3.", "reference"),
        ("Zie de website (stand 2014, http://haven.example/x).", "reference"),
        ("Verslag over de havens, 4 miljoen euro in 2014.", "statistic"),
    ],
)
def test_a_year_in_a_note_is_that_of_a_paper_unless_something_is_told(text: str, role: str) -> None:
    assert [(m.id, m.role) for m in find(text, note=True)] == [("2014", role)]


def test_every_case_has_its_value_in_edtf_and_a_role_of_the_contract() -> None:
    lines = [line.split(" | ") for case in CASES for line in case.expected.splitlines()]
    assert [line for line in lines if line[2] not in ROLES] == []
    assert {type(parsed(line[1])).__name__ for line in lines} <= {
        "Date",
        "Interval",
        "Level1Interval",
        "Season",
        "UnspecifiedSeason",
        "Unspecified",
    }


@pytest.mark.parametrize("name", ["months", "date_words", "date_cues", "named_programmes"])
def test_every_row_of_the_vocabulary_names_its_source(name: str) -> None:
    rows = list(csv.DictReader((ROOT / "generator" / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()))
    assert [row for row in rows if not row["source"]] == []


def test_the_vocabulary_knows_the_months_of_every_official_language() -> None:
    languages = [
        "bg",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fi",
        "fr",
        "ga",
        "hr",
        "hu",
        "it",
        "lt",
        "lv",
        "mt",
        "nl",
        "pl",
        "pt",
        "ro",
        "sk",
        "sl",
        "sv",
    ]
    assert {language: len({v for t, v in vocabulary(language).words.values() if t == MONTH}) for language in languages} == dict.fromkeys(
        languages, 12
    )


WORDS: Final = ("2016", "mei", "4", "en", "van", "tot", "op", "eind", "vorig", "jaar", "tussen", "sinds", "-", "/", ",", ".", "het", "kwartaal", "derde", "31",
                "februari", "deze", "maand", "(24.11)", "uiterlijk", "2015", "zomer", "jaren", "negentig", "een", "geleden", "1.2.2013")  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_dates_never_overlap_and_are_always_edtf_of_the_words_they_span(text: str) -> None:
    found = find(text)
    assert all(one.offset + one.length <= other.offset for one, other in pairwise(found))
    assert all(text[m.offset : m.offset + m.length].strip() for m in found)
    assert all(parsed(m.id) for m in found)
    spans = [parse(m.id) for m in found]
    assert all(span.is_open or span.first <= span.last for span in spans)  # type: ignore[operator]
    assert {m.role for m in found} <= ROLES


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_at_all_is_searched_without_an_error(text: str) -> None:
    assert all(parsed(m.id) for m in find(text))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_a_document_without_a_date_has_no_inferred_dates_but_those_of_a_bracket(text: str) -> None:
    assert all(text[m.offset : m.offset + m.length] == "24.11" for m in find(text, None) if m.inferred)


HOSTILE: Final = (
    "1",
    "12 ",
    "12, ",
    "12 en ",
    "a",
    " ",
    "mei ",
    "2016 ",
    "2016-",
    "2016/",
    "van ",
    "de ",
    "(",
    "eind ",
    "sinds in de ",
    "COM(",
    "“",
    "in het ",
)


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert growth(lambda size: find(piece * (size // len(piece)) + "mei 2016"), 8_000) < LIMIT
