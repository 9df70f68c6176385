"""The amounts of money in invented sentences, and what the finder promises for any text."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotators import annotate
from generator.annotators.amounts import amount_finder
from generator.model import Block, Document, Knowledge, Lines, Mention, Metadata, Seed, Transcript
from generator.readers import opened, read
from tests import case_files
from tests.timing import LIMIT, growth

CASES: Final = case_files.load("amounts.md")
TABLES: Final = case_files.load("table_amounts.md")
_LANGUAGE: Final = re.compile(r"@(?P<language>[a-z]{2})\Z")


def find(text: str, language: str = "nl") -> list[Mention]:
    """The amounts in a text of a language."""
    meta = Metadata("d", "D", "D", language=language)
    whole = Document(Transcript(Seed("seeds/d.txt"), ""), meta, ())
    return list(amount_finder(whole)(Block("p-1", "paragraph", text, Lines(1, 1))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_sentence_has_the_amounts_that_a_reader_finds_in_it(case: case_files.Case) -> None:
    language = _LANGUAGE.search(case.title)
    found = find(case.input, language["language"] if language else "nl")
    assert "\n".join(f"{case.input[m.offset : m.offset + m.length]} | {m.id}" for m in found) == case.expected


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.title)
def test_a_table_has_the_sums_that_a_reader_finds_in_it(case: case_files.Case) -> None:
    _, _, suffix = case.title.partition(" @")
    document = annotate(read(opened(Seed(f"seeds/x.{suffix or 'md'}", case.input.encode()))), Knowledge())
    found = [(part.text, m) for part in document.parts for m in part.mentions if m.kind == "amount"]
    assert "\n".join(f"{text[m.offset : m.offset + m.length]} | {m.id}" for text, m in found) == case.expected


@given(st.text(alphabet="0123 .,-–€EURurotsnmiljad/\u00a0'", max_size=60))
def test_amounts_stand_in_the_text_one_after_another_and_are_not_negative(text: str) -> None:
    end = 0
    for mention in find(text):
        assert mention.offset >= end
        end = mention.offset + mention.length
        assert mention.length > 0
        assert end <= len(text)
        assert Decimal(mention.id) >= 0


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1 000 ", "1.000", "€ ", "EUR 1 ", "1-", "tussen 1 en ", "1 miljoen tot ", "9" * 50, "een miljoen "])
def test_hostile_text_costs_time_in_proportion_to_its_length(piece: str) -> None:
    assert growth(lambda size: find(piece * (size // len(piece))), 5_000) < LIMIT
