"""A sixth document beside the five: country, timeline, reference and glossary pages and data of all change, and no code does."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from generator import build
from generator.settings import Settings
from tests import own
from tests.support import ROOT

pytestmark = [pytest.mark.dossier, pytest.mark.slow]

SIXTH: Final = ROOT / "tests" / "held" / "sixth"
OWN: Final = "resolutie-2018"
_PASSAGES: Final = re.compile(r'<a href="#passages-(?P<document>[\w-]+)">')


@dataclass(frozen=True, slots=True)
class Site:
    """The files of a site by path."""

    files: dict[str, str]

    def page(self, path: str) -> str:
        """The Markdown of a page, by its address."""
        return self.files[f"{path}index.md"]

    def data(self, name: str) -> Any:
        """What one file of the open data lists."""
        return json.loads(self.files[f"data/{name}.json"])

    def of(self, name: str, key: str) -> list[Any]:
        """The entries of the open data that the sixth document is mentioned in."""
        return [entry for entry in self.data(name)[key] if OWN in {mention["document"] for mention in entry["mentions"]}]


def _site(seeds: Path) -> Site:
    dossier = build.gather(Settings(seeds=seeds))
    assert [problem for problem in dossier.problems if problem.path.startswith(str(SIXTH))] == []
    pages = build.render(build.found_in(dossier), lambda _: ())
    return Site({page.path: page.content for page in pages if isinstance(page.content, str)})


@pytest.fixture(scope="module")
def five() -> Site:
    """The site as it is."""
    return Site({path: content for path, content in own.files().items() if isinstance(content, str)})


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with one document more."""
    seeds = tmp_path_factory.mktemp("six") / "seeds"
    shutil.copytree(ROOT / "seeds", seeds)
    shutil.copytree(SIXTH, seeds, dirs_exist_ok=True)
    return _site(seeds)


def test_no_page_that_was_there_is_gone(five: Site, six: Site) -> None:
    assert set(five.files) - set(six.files) == set()


def test_countries_that_only_the_new_document_names_get_pages(five: Site, six: Site) -> None:
    new = {"landen/paraguay/index.md", "landen/laos/index.md", "landen/gebieden/zuid-amerika/index.md"}
    assert not new & set(five.files)
    assert new <= set(six.files)
    assert "Paraguay</a>" in six.page("landen/gebieden/zuid-amerika/")
    assert {country["code"] for country in six.of("countries", "countries")} == {"LA", "PY", "TN"}


def test_a_country_known_before_gains_its_passages_in_order_of_date(five: Site, six: Site) -> None:
    before = _PASSAGES.findall(five.page("landen/tunesie/"))
    after = _PASSAGES.findall(six.page("landen/tunesie/"))
    assert [document for document in after if document != OWN] == before
    assert before[after.index(OWN) - 1] == "com-2016-385"
    assert after[after.index(OWN) + 1] == "com-2020-609"
    assert "gemeenten in" in six.page("landen/tunesie/")
    assert "gemeenten in" not in five.page("landen/tunesie/")


def test_the_timeline_gains_the_dates_of_the_new_document(five: Site, six: Site) -> None:
    entries = six.data("timeline")["entries"]
    told = {(entry["date"], entry["kind"]) for entry in entries if entry["document"] == OWN}
    assert told == {
        ("2011-04-05", "reference"),
        ("2017", "statistic"),
        ("2017-10", "event"),
        ("2018-03-14", "publication"),
        ("2019-06-30", "deadline"),
    }
    assert len(entries) == len(five.data("timeline")["entries"]) + len(told)
    october = next(entry for entry in entries if entry["document"] == OWN and entry["date"] == "2017-10")
    assert "TN" in october["countries"]


def test_the_deadline_stands_on_the_page_of_deadlines(five: Site, six: Site) -> None:
    assert f"documenten/{OWN}/" not in five.page("tijdlijn/termijnen/")
    assert re.search(r"30 juni 2019", six.page("tijdlijn/termijnen/"))


def test_a_document_of_ours_that_is_cited_is_linked_to_its_own_page(six: Site) -> None:
    cited = next(act for act in six.of("references", "references") if act["id"] == "COM(2016) 385")
    assert cited["document"] == "com-2016-385"
    assert '<a href="../../com-2016-385/"' in six.page(f"documenten/{OWN}/volledig/")


def test_the_landing_page_of_the_cited_document_says_by_which_it_is(five: Site, six: Site) -> None:
    def cited_in(site: Site) -> str:
        return site.page("documenten/com-2016-385/").partition("## Wordt aangehaald in")[2].partition("\n## ")[0]

    assert OWN not in cited_in(five)
    assert f'href="../{OWN}/"' in cited_in(six)


def test_an_act_that_was_not_cited_before_is_listed(five: Site, six: Site) -> None:
    assert "2011/36/EU" not in {act["id"] for act in five.data("references")["references"]}
    assert "Richtlijn 2011/36/EU" in six.page("verwijzingen/")


def test_the_glossary_shows_where_the_new_document_uses_its_terms(five: Site, six: Site) -> None:
    assert {term["id"] for term in six.of("terms", "terms")} == {"iom", "partnerschapskader"}
    assert f"documenten/{OWN}/" in six.page("begrippen/iom/")
    assert f"documenten/{OWN}/" not in five.page("begrippen/iom/")


def test_the_amount_is_listed_with_its_country(six: Site) -> None:
    found = [amount for amount in six.data("amounts")["amounts"] if amount["document"] == OWN]
    assert [(amount["value"], amount["countries"]) for amount in found] == [("12500000", ["PY"])]
