"""Following the site in a browser: its feeds, a view that is sent to someone else, and tables that are saved and opened."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests import excel
from tests.atom import complaints, read
from tests.browser.conftest import Served, Visitor, serving
from tests.browser.test_accessibility import findings
from tests.conftest import build_site, copy_tree
from tests.repository import repository
from tests.support import EXAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.site]

FIRST, SECOND = "2026-03-01T09:00:00+01:00", "2026-04-02T10:00:00+02:00"
PUBLISHER: Final = {
    "owner": "Stichting <Havenarchief>",
    "contact": "redactie@havens.voorbeeld.nl",
    "complaints": "https://havens.voorbeeld.nl/klacht",
    "rights": "© Havenbedrijf & Zonen",
}
FEEDS: Final = ("nieuw/", "documenten/", "begrippen/", "landen/", "tijdlijn/", "onderwerpen/", "toezeggingen/")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example dossier with a history: all of it, then a change of each Markdown file that contributors wrote."""
    tree = tmp_path_factory.mktemp("kept")
    copy_tree(tree, seeds=False)
    shutil.copytree(EXAMPLE, tree / "seeds")
    settings = (tree / "mkdocs.yml").read_text(encoding="utf-8")
    for key, value in PUBLISHER.items():
        settings = re.sub(rf"(?<=^    {key}: ).*$", value, settings, flags=re.MULTILINE)
    (tree / "mkdocs.yml").write_text(settings, encoding="utf-8")
    made = repository(tree)
    made.commit(FIRST, {})
    entries = [path for folder in ("glossary", "events", "countries") for path in sorted((tree / "seeds" / folder).glob("*.md"))]
    made.commit(SECOND, {path.relative_to(tree).as_posix(): f"{path.read_text(encoding='utf-8')}\nEn meer.\n" for path in entries})
    build_site(tree)
    with serving(tree / "site") as served:
        yield served


def in_head(page: Page) -> list[str]:
    """The addresses of the feeds that a page's head names, whole."""
    links = page.locator("head link[rel=alternate][type='application/atom+xml']")
    return [urljoin(page.url, link.get_attribute("href") or "") for link in links.all()]


def test_every_page_with_a_feed_leads_to_it_and_every_feed_to_pages(visit: Visitor, kept: Served) -> None:
    page, entries = visit(base=kept.root), 0
    for url in FEEDS:
        page.goto(kept.root + url)
        feeds = in_head(page)
        assert feeds[0] == f"{kept.root}nieuw/nieuw.atom"
        assert len(feeds) == (1 if url == "nieuw/" else 2)
        got = page.request.get(feeds[-1])
        assert got.ok
        assert complaints(got.body()) == []
        for entry in read(got.body()).entries:
            entries += 1
            way, _, place = urljoin(feeds[-1], entry.link).partition("#")
            there = page.request.get(way)
            assert there.ok, entry.link
            assert not place or BeautifulSoup(there.text(), "html.parser").find(id=place), entry.link
    assert entries > 10


def test_the_page_of_what_is_new_leads_from_the_home_page_to_what_changed(visit: Visitor, kept: Served) -> None:
    page = visit(base=kept.root)
    page.get_by_role("contentinfo").get_by_role("link", name="Wat is nieuw").click()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("2 april 2026")
    page.locator(".nieuws__namen a").first.click()
    foot = page.locator(".bijgewerkt")
    expect(foot).to_contain_text("Op deze site sinds 1 maart 2026")
    expect(foot).to_contain_text("Bijgewerkt op 2 april 2026")
    assert foot.locator("time").evaluate_all("all => all.map(one => one.dateTime)") == ["2026-03-01", "2026-04-02"]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("url", ["nieuw/", "toegankelijkheid/", "over/"])
def test_nothing_there_is_a_barrier_or_sticks_out(visit: Visitor, kept: Served, url: str, width: int) -> None:
    page = visit(url, base=kept.root, width=width)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    assert findings(page, url) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_publisher_is_named_with_a_way_to_reach_them(visit: Visitor, kept: Served) -> None:
    for url in ("over/", "toegankelijkheid/"):
        page = visit(url, base=kept.root)
        told = page.get_by_role("region", name="Wie deze site uitgeeft")
        expect(told).to_contain_text(PUBLISHER["owner"])
        expect(told).to_contain_text(PUBLISHER["rights"])
        assert told.get_by_role("link", name=PUBLISHER["contact"]).get_attribute("href") == f"mailto:{PUBLISHER['contact']}"
        assert told.get_by_role("link", name=PUBLISHER["complaints"]).get_attribute("href") == PUBLISHER["complaints"]
    foot = visit("begrippen/", base=kept.root).get_by_role("contentinfo")
    expect(foot).to_contain_text(f"Uitgever: {PUBLISHER['owner']}")
    assert foot.get_by_role("link", name="Contact").get_attribute("href") == f"mailto:{PUBLISHER['contact']}"


def test_what_is_not_filled_in_of_the_publisher_is_said(visit: Visitor) -> None:
    page = visit("toegankelijkheid/")
    told = page.get_by_role("region", name="Wie deze site uitgeeft").locator("dd")
    assert told.all_text_contents()[:2] == ["Nog niet ingevuld."] * 2
    expect(page.get_by_role("contentinfo")).not_to_contain_text("Uitgever")


def test_the_map_for_search_engines_says_when_pages_changed(kept: Served) -> None:
    places = BeautifulSoup((kept.site / "sitemap.xml").read_text(encoding="utf-8"), "xml").find_all("url")
    days = [day.text for place in places for day in place.find_all("lastmod")]
    assert set(days) == {"2026-03-01", "2026-04-02"}
    assert 0 < len(days) < len(places)


@pytest.mark.parametrize(
    ("url", "choice", "rows"),
    [
        ("tijdlijn/", "Land", ".tijdlijn > .moment:visible"),
        ("toezeggingen/", "Wie", ".toezegging:visible"),
        ("tijdlijn/termijnen/", "Wie", "#lijst-termijnen tbody tr:visible"),
        ("bedragen/", "Land", "tbody tr:visible"),
    ],
)
def test_a_view_that_was_chosen_is_what_someone_sees_to_whom_its_address_is_sent(visit: Visitor, url: str, choice: str, rows: str) -> None:
    mine = visit(url)
    whole = mine.locator(rows.removesuffix(":visible")).count()
    mine.locator("main details:has(select) > summary").evaluate_all("all => all.forEach(one => { one.parentElement.open = true; })")
    box = mine.locator("main").get_by_role("combobox", name=choice)
    box.select_option(index=1)
    mine.wait_for_url(lambda address: "?" in address)
    chosen = mine.locator(rows).all_text_contents()
    assert 0 < len(chosen) < whole
    yours = visit(mine.url.removeprefix(mine.url[: mine.url.index(url)]))
    expect(yours.locator(rows)).to_have_count(len(chosen))
    assert yours.locator(rows).all_text_contents() == chosen


@pytest.mark.parametrize("url", ["tijdlijn/", "toezeggingen/", "bedragen/", "verwijzingen/", "landen/", "begrippen/"])
def test_the_table_of_a_page_is_saved_and_opened_in_dutch_excel(visit: Visitor, url: str) -> None:
    page = visit(url)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tabel voor Excel").click()
    assert waiting.value.suggested_filename.endswith("-excel.csv")
    cells = excel.columns(Path(waiting.value.path()).read_bytes())
    assert len(cells) > 5
    assert min(map(len, cells.values())) > 0
    assert [cell for column in cells.values() for cell in column if isinstance(cell, excel.Formula)] == []
