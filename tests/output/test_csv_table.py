"""A table opens in a spreadsheet as the words it holds: nothing is calculated, and a row is a line."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.output.csv_table import cell, table
from tests.support import ROOT

_ANY: Final = st.text(st.characters(exclude_categories=["Cs"]))
_SIGNS: Final = st.sampled_from(
    ["=", "+", "-", "@", "＝", ";", ",", '"', "'", "\t", "\r", "\n", "\0", " ", "\u2028", "\u200b", "\ufeff", "1", "a"]
)
_WORDS: Final = _ANY | st.lists(_SIGNS, max_size=12).map("".join)
_CALCULATES: Final = re.compile(r"[\s\"\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")


def read(data: bytes) -> list[list[str]]:
    """The table as a program reads it."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('=HYPERLINK("http://elders.example";"klik")', "'=HYPERLINK(\"http://elders.example\";\"klik\")"),
        ("+31 20 555", "'+31 20 555"),
        ("-2 en nog wat", "'-2 en nog wat"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\r\n  =1+1", "'=1+1"),
        ("\u200b=1+1", "'\u200b=1+1"),
        ("＝1+1", "'＝1+1"),
        ("haven;=1+1", "haven;'=1+1"),
        ("haven; -1;@x", "haven;' -1;'@x"),
        ('"=1+1"', "'\"=1+1\""),
        ("-3000000", "-3000000"),
        ("12.50", "12.50"),
        ("", ""),
        ("3 - 2 = 1; dat klopt", "3 - 2 = 1; dat klopt"),
        ("een\ntwee\u2028drie\x85vier\x00", "een twee drie vier\ufffd"),
    ],
)  # fmt: skip
def test_a_cell_is_words(words: str, told: str) -> None:
    assert cell(words) == told


@given(st.lists(st.lists(_WORDS, min_size=2, max_size=2), max_size=5))
@example([["=1", ";=1"], ["\n", "\0"]])
def test_rows_and_cells_come_back_and_none_is_a_formula(rows: list[list[str]]) -> None:
    data = table(("een", "twee"), rows)
    assert read(data) == [["een", "twee"], *([cell(words) for words in row] for row in rows)]
    text = data.decode("utf-8-sig")
    assert text.splitlines() == text.removesuffix("\r\n").split("\r\n")
    assert len(text.splitlines()) == 1 + len(rows)
    for row in read(data)[1:]:
        for words in row:
            parts = words.split(";")
            assert not any(_CALCULATES.match(part) for part in parts) or re.fullmatch(r"[+-]?\d+(\.\d+)?", words)


@given(_WORDS)
def test_guarding_twice_changes_nothing_more(words: str) -> None:
    assert cell(cell(words)) == cell(words)


def test_a_value_that_is_not_there_is_an_empty_cell() -> None:
    assert table(("a", "b"), [(None, "x")]) == b"\xef\xbb\xbfa,b\r\n,x\r\n"


def test_no_other_module_writes_tables_for_the_site() -> None:
    """The register of addresses is no download but a file of the project, read again by the module that writes it."""
    writers = {
        path.relative_to(ROOT / "generator").as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if "csv.writer(" in path.read_text("utf-8")
    }
    assert writers - {"commands/register.py"} == {"output/csv_table.py"}
