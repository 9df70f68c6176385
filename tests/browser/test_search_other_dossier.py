"""The search of a dossier that has nothing to do with the one in seeds/: other words, two languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from generator.search.bundle import files
from generator.search.records import NameRange, Record, RecordDocument
from tests.browser.conftest import serving
from tests.search import quality
from tests.support import ROOT

pytestmark = pytest.mark.browser

HAVEN: Final = RecordDocument("documenten/haven/", "Nota over havens", "2015-11-04", "nl")
PORT: Final = RecordDocument("documenten/port/", "Note on ports", "2016-02-01", "en")


def _texts(home: RecordDocument, *texts: str) -> Iterator[Record]:
    for nth, text in enumerate(texts):
        yield Record(f"{home.url}#p-{nth}", "alinea", "Tekst", text, language=home.language, home=home)


RECORDS: Final = (
    Record("begrippen/ekf/", "begrip", "EKF: Europees Kustfonds", "Een fonds.", key="term:ekf", names=("EKF", "Europees Kustfonds")),
    Record("landen/havenie/", "land", "Havenië", "1 vermelding.", key="country:HV", names=("Havenië", "Havense", "Haveniërs")),
    Record(HAVEN.url, "document", HAVEN.title, HAVEN.title, home=HAVEN, key="reference:COM(2015) 9001", names=(HAVEN.title,), numbers=("COM(2015) 9001 final",)),
    *_texts(
        HAVEN,
        "De veerboten varen niet bij storm.",
        "Het sleepbootbedrijf vraagt een havenmeester om hulp.",
        "Controle op ijs- en windschade is nodig, zegt de rederij.",
        "De kosten van de kade bedragen 40 miljoen euro; de rederij betaalt de helft.",
    ),
    replace(next(_texts(HAVEN, "Het Europees Kustfonds steunt de Havense kust.")), url=f"{HAVEN.url}#p-9", named=(NameRange("term:ekf", 4, 22), NameRange("country:HV", 34, 41))),
    Record(PORT.url, "document", PORT.title, PORT.title, language="en", home=PORT, names=(PORT.title,)),
    *_texts(PORT, "Policies for ports are managed by the council.", "Ferries stopped during storms."),
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page beside the index of the dossier."""
    folder = tmp_path_factory.mktemp("other")
    shutil.copytree(ROOT / "docs/assets/js", folder / "assets/js")
    for made in files(RECORDS):
        path = folder / made.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.content if isinstance(made.content, bytes) else made.content.encode())
    for name in ("index.html", "404.html"):
        Path(folder / name).write_text("<!doctype html><title>Zoeken</title>", encoding="utf-8")
    with serving(folder) as served:
        opened = browser.new_page()
        opened.goto(served.root)
        yield opened
        opened.close()


def ask(page: Page, words: str) -> dict[str, Any]:
    """What comes of a question."""
    answers: list[dict[str, Any]] = page.evaluate(quality.ASK, {"root": page.url, "questions": [words]})
    return answers[0]


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("veerboot", f"{HAVEN.url}#p-0"),
        ("sleepboot", f"{HAVEN.url}#p-1"),
        ("ijsschade", f"{HAVEN.url}#p-2"),
        ("hoeveel geld kost de kade", f"{HAVEN.url}#p-3"),
        ("betalen", f"{HAVEN.url}#p-3"),
        ("EKF", f"{HAVEN.url}#p-9"),
        ("kust van Havenië", f"{HAVEN.url}#p-9"),
        ("policy", f"{PORT.url}#p-0"),
        ("manage", f"{PORT.url}#p-0"),
        ("ferry storm", f"{PORT.url}#p-1"),
        ('"niet bij storm"', f"{HAVEN.url}#p-0"),
    ],
)
def test_the_passage_that_tells_it_comes_first(page: Page, words: str, url: str) -> None:
    assert ask(page, words)["rows"][0] == url


@pytest.mark.parametrize(
    ("words", "url"),
    [("com 2015/9001", HAVEN.url), ("Haveniërs", "landen/havenie/"), ("ekf", "begrippen/ekf/"), ("Note on ports", PORT.url)],
)
def test_a_thing_is_known_by_its_names_and_numbers(page: Page, words: str, url: str) -> None:
    assert ask(page, words)["things"][0] == url


@pytest.mark.parametrize("words", ["havik", "boterham", "rederijker", "kadet", "zeemeester", '"storm bij niet"', "policeman"])
def test_what_is_nowhere_is_not_found(page: Page, words: str) -> None:
    assert ask(page, words)["total"] == 0


@pytest.mark.parametrize(("words", "meant"), [("redereij", "rederij"), ("havenmeestr", "havenmeester"), ("policeis", "policies")])
def test_a_word_that_exists_is_suggested(page: Page, words: str, meant: str) -> None:
    assert meant in ask(page, words)["suggested"]
