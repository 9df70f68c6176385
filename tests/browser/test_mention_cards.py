"""The cards of countries, dates and acts: by mouse, keyboard and finger, without a script, and without asking any other host (WCAG 1.4.13)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.conftest import Served, Visitor
from tests.browser.test_accessibility import findings
from tests.browser.test_reading import inside_window

pytestmark = [pytest.mark.browser, pytest.mark.site]

KINDS = ("land", "datum", "besluit")


def open_document(visit: Visitor, served: Served, kind: str, *, longest: bool = False, **options: object) -> Page:
    """A chapter with a link of a kind, the shortest or longest there is."""
    pages = sorted((served.site / "documenten").rglob("index.html"), key=lambda path: (path.stat().st_size, path), reverse=longest)
    texts = ((path, path.read_text(encoding="utf-8")) for path in pages)
    found = next(path for path, html in texts if re.search(rf'<a [^>]*class="vermelding {kind}"', html) and "tekst--volledig" not in html)
    return visit(found.parent.relative_to(served.site).as_posix() + "/", **options)


def link_of(page: Page, kind: str) -> Locator:
    """The first link of a kind in the text."""
    return page.locator(f"a.vermelding.{kind}").first


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_says_what_it_is_how_often_and_leads_on(visit: Visitor, served: Served, kind: str) -> None:
    page = open_document(visit, served, kind)
    link = link_of(page, kind)
    target = link.evaluate("link => link.href")
    link.hover()
    card = page.locator(".kaartje")
    expect(card.locator(".kaartje__telling")).to_contain_text("keer genoemd, in")
    expect(card.locator(".kaartje__soort")).not_to_be_empty()
    assert inside_window(page)
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    assert card.locator(".kaartje__verder").evaluate("link => link.href") == target


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_shows_on_focus_goes_with_escape_and_the_tab_key_goes_into_it(visit: Visitor, served: Served, kind: str) -> None:
    page = open_document(visit, served, kind)
    link = link_of(page, kind)
    link.focus()
    expect(page.locator(".kaartje")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".kaartje a").first).to_be_focused()
    expect(page.locator(".kaartje")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".kaartje")).to_have_count(0)
    expect(link).to_be_focused()


def test_the_newest_passage_can_be_gone_to(visit: Visitor, served: Served) -> None:
    page = open_document(visit, served, "land", longest=True)
    for link in page.locator("a.vermelding.land").all():
        link.focus()
        expect(page.locator(".kaartje__telling")).to_be_visible()
        way = page.locator(".kaartje__nieuwste a")
        if way.count():
            break
        page.keyboard.press("Escape")
    target = way.evaluate("link => link.href")
    way.click()
    page.wait_for_url(target)
    assert page.locator(f"[id='{target.partition('#')[2]}']").count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_tap_opens_the_card_and_its_link_leads_on(visit: Visitor, served: Served, kind: str) -> None:
    page = open_document(visit, served, kind, width=360, has_touch=True, is_mobile=True)
    here, link = page.url, link_of(page, kind)
    target = link.evaluate("link => link.href")
    link.tap()
    expect(page.locator(".kaartje")).to_be_visible()
    assert page.url.partition("#")[0] == here.partition("#")[0]
    assert inside_window(page)
    page.locator(".kaartje__verder").tap()
    page.wait_for_url(target)


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_that_cannot_be_had_leaves_the_link_a_link(visit: Visitor, served: Served, kind: str) -> None:
    page = open_document(visit, served, kind, width=360, has_touch=True, is_mobile=True)

    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route("**/kaarten.json", refuse)
    link = link_of(page, kind)
    target = link.evaluate("link => link.href")
    link.tap()
    page.wait_for_url(target)


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_the_link_is_a_link(visit: Visitor, served: Served, kind: str) -> None:
    page = open_document(visit, served, kind, java_script_enabled=False)
    link = link_of(page, kind)
    target = link.evaluate("link => link.href")
    link.click()
    page.wait_for_url(target)


def test_nothing_is_fetched_before_a_card_is_asked_for_and_once_for_a_document(visit: Visitor, served: Served) -> None:
    page = open_document(visit, served, "land")
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.wait_for_timeout(300)
    assert [url for url in asked if url.endswith(".json")] == []
    for link in page.locator("a.vermelding.land").all()[:3]:
        link.focus()
        expect(page.locator(".kaartje__telling")).to_be_visible()
    assert [url.rpartition("/")[2] for url in asked if url.endswith(".json")] == ["kaarten.json"]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_card_has_no_barrier(visit: Visitor, served: Served, width: int, scheme: str) -> None:
    page = open_document(visit, served, "land", width=width, color_scheme=scheme)
    link_of(page, "land").focus()
    page.wait_for_selector(".kaartje")
    assert findings(page, "card", within=".kaartje") == []
