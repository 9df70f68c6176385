"""Whatever a stranger writes anywhere, nothing of it runs in a reader's browser: not with the policy of the pages, and not without.

Here a sample of the pages is opened, some of each kind and one of each vector; `python -m tests.hostile_pages` opens them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import hostile_dossier, hostile_pages
from tests.hostile_pages import Watched

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the hostile dossier."""
    return hostile_dossier.build(tmp_path_factory.mktemp("hostile") / "tree")


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    """Where it is served."""
    with hostile_pages.serving(site) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["with the policy", "without the policy"])
def watched(request: pytest.FixtureRequest, browser: Browser, root: str) -> Iterator[Watched]:
    """A page in a context of its own; with or without what the policy of the pages stops."""
    with hostile_pages.watching(browser, root, policy=request.param) as page:
        yield page


def test_nothing_runs_on_a_page_of_any_kind_or_vector(watched: Watched, site: Path, root: str) -> None:
    every = hostile_pages.pages(site)
    assert len(every) >= hostile_pages.FEWEST
    drawn = hostile_pages.sample(every)
    assert hostile_pages.vectors(drawn) == set(range(len(hostile_dossier.VECTORS)))
    for name in drawn:
        watched.open(root + name)
    assert watched.found == ([], [], [])


def test_the_watch_notices_what_runs_and_the_policy_stops_it(browser: Browser, root: str) -> None:
    for policy in (False, True):
        with hostile_pages.watching(browser, root, policy=policy) as watched:
            watched.open(f"{root}proef/")
            ran, asked, stopped = watched.found
            assert (len(ran), asked, len(stopped)) == ((0, [], 3) if policy else (2, [], 0))


def test_nothing_runs_in_what_scripts_show(watched: Watched, site: Path, root: str) -> None:
    """The cards of terms and notes, the filters of the lists, the search window with its results."""
    cards = [
        page
        for page in hostile_pages.pages(site)
        if page.startswith("documenten/stuk-") and 'class="vermelding begrip"' in _html(site, page)
    ]
    assert cards
    for name in cards[::12]:
        watched.page.goto(root + name)
        for words in watched.page.locator("main a.begrip, main a[role=doc-noteref]").all()[:4]:
            words.focus()
            expect(watched.page.locator(".kaartje")).to_be_visible()
            watched.settle()
            watched.page.keyboard.press("Escape")
            expect(watched.page.locator(".kaartje")).to_have_count(0)
    for name in ("tijdlijn/", "begrippen/", "verwijzingen/", "bedragen/"):
        watched.page.goto(root + name)
        for field in watched.page.locator("main form select").all():
            for value in field.locator("option").all()[1:3]:
                field.select_option(value.get_attribute("value"))
        watched.settle()
    for asked in ("onerror", "raak", "script", "Kustfonds3", "<img src=x onerror=raak(1)>"):
        watched.page.goto(f"{root}?zoek={asked}")
        watched.page.locator(".zoek__uitkomst li").first.wait_for()
        watched.settle()
    assert watched.found == ([], [], [])


def _html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8") if page.endswith("/") or not page else ""
