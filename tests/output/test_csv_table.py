"""A table opens in a spreadsheet as the words it holds: nothing is calculated, and a row is a line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.output.csv_table import for_excel, tables
from tests.support import ROOT

_ANY: Final = st.text(st.characters(exclude_categories=["Cs"]))
_SIGNS: Final = st.sampled_from(
    ["=", "+", "-", "@", "＝", ";", ",", '"', "'", "\t", "\r", "\n", "\0", " ", "\u2028", "\u200b", "\ufeff", "1", "a"]
)
_WORDS: Final = _ANY | st.lists(_SIGNS, max_size=12).map("".join)
_NUMBERS: Final = re.compile(r"[+-]?\d+(\.\d+)?[,;\"].*|[+-]?\d+(\.\d+)?")
_CALCULATES: Final = re.compile(r"[\s\"\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")


def read(data: bytes, delimiter: str = ",") -> list[list[str]]:
    """The table as a program reads it."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def table(columns: tuple[str, ...], rows: Sequence[Sequence[str | None]], numbers: tuple[str, ...] = ()) -> tuple[bytes, bytes]:
    """Both forms of a table: for most programs, and for Dutch Excel."""
    made = tables("data/kaden.csv", columns, rows, numbers)
    assert [page.path for page in made] == ["data/kaden.csv", "data/kaden-excel.csv"]
    first, second = (page.content for page in made)
    assert isinstance(first, bytes)
    assert isinstance(second, bytes)
    return first, second


def cell(words: str, *, excel: bool = False) -> str:
    """Words as they stand in a table."""
    return read(table(("a", "b"), [[words, "x"]])[excel], ";" if excel else ",")[1][0]


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


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("haven,=1+1", "haven,'=1+1"),
        ("haven; @x, -1", "haven;' @x,' -1"),
        ("32001E0043", "'32001E0043"),
        ("1e5", "'1e5"),
        ("52016DC0385", "52016DC0385"),
        ("12.50", "12.50"),
        ("één, twee", "één, twee"),
    ],
)  # fmt: skip
def test_in_the_table_for_dutch_excel_no_words_are_taken_for_something_else_whatever_the_computer_is_set_to(words: str, told: str) -> None:
    assert cell(words, excel=True) == told


def test_numbers_have_the_mark_of_decimals_that_the_program_wants() -> None:
    rows = [["1234.5", "2.1"], ["-3000000000", "x"], ["1.5 20", "-0.25"], ["drie", "=1"], ["", ""]]
    for data, delimiter, mark in zip(table(("bedrag", "paragraaf"), rows, ("bedrag",)), ",;", ".,", strict=True):
        assert [row[0] for row in read(data, delimiter)][1:] == [f"1234{mark}5", "-3000000000", f"1{mark}5 20", "drie", ""]
        assert [row[1] for row in read(data, delimiter)][1:] == ["2.1", "x", "-0.25", "'=1", ""]


def test_the_table_for_dutch_excel_stands_beside_the_other() -> None:
    assert for_excel("tijdlijn/tijd.lijn.csv") == "tijdlijn/tijd.lijn-excel.csv"


@given(st.lists(st.lists(_WORDS, min_size=2, max_size=2), max_size=5))
@example([["=1", ";=1"], ["\n", "\0"]])
def test_rows_and_cells_come_back_and_none_is_a_formula(rows: list[list[str]]) -> None:
    for data, delimiter in zip(table(("een", "twee"), rows), ",;", strict=True):
        assert read(data, delimiter) == [["een", "twee"], *([cell(words, excel=delimiter == ";") for words in row] for row in rows)]
        text = data.decode("utf-8-sig")
        assert text.splitlines() == text.removesuffix("\r\n").split("\r\n")
        assert len(text.splitlines()) == 1 + len(rows)
        # Also where the computer parts cells by the other sign, and takes a quotation mark inside a cell for one.
        for line in text.splitlines()[1:]:
            for part in line.split("," if delimiter == ";" else ";"):
                assert not _CALCULATES.match(part) or _NUMBERS.fullmatch(part.strip('"')), line


@given(_WORDS)
def test_guarding_twice_changes_nothing_more(words: str) -> None:
    assert cell(cell(words)) == cell(words)


def test_a_value_that_is_not_there_is_an_empty_cell() -> None:
    assert table(("a", "b"), [(None, "x")], ("a",)) == (b"\xef\xbb\xbfa,b\r\n,x\r\n", b"\xef\xbb\xbfa;b\r\n;x\r\n")


def test_no_other_module_writes_tables_for_the_site() -> None:
    """The register of addresses is no download but a file of the project, read again by the module that writes it."""
    writers = {
        path.relative_to(ROOT / "generator").as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if "csv.writer(" in path.read_text("utf-8")
    }
    assert writers - {"commands/register.py"} == {"output/csv_table.py"}
