"""The card of a term by mouse, keyboard and finger; and the filter of the glossary."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Served, Visitor
from tests.browser.test_accessibility import findings
from tests.browser.test_reading import inside_window

pytestmark = [pytest.mark.browser, pytest.mark.site]

TERM = "a.begrip[title]"


def open_terms(visit: Visitor, served: Served, **options: object) -> Page:
    """A page of a document with a link to a term of which it says what it stands for."""
    return visit(served.page_with('class="vermelding begrip" title=', without="tekst--volledig"), **options)


def card_of(page: Page) -> Locator:
    """The card that is open."""
    return page.locator(".kaartje")


def test_a_card_shows_under_the_pointer_can_be_hovered_and_leads_on(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served)
    link = page.locator(TERM).first
    target = link.evaluate("link => link.href")
    height = page.evaluate("document.documentElement.scrollHeight")
    link.hover()
    expect(card_of(page).locator(".kaartje__uitleg")).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollHeight") == height
    assert inside_window(page)
    page.clock.install()
    card_of(page).hover()
    page.clock.run_for(400)
    expect(card_of(page)).to_be_visible()
    page.locator(".kaartje__verder").click()
    assert page.url == target


def test_a_card_shows_on_focus_and_goes_with_escape_which_keeps_the_focus(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served)
    link = page.locator(TERM).first
    link.focus()
    expect(card_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card_of(page)).to_have_count(0)
    expect(link).to_be_focused()


def test_the_tab_key_goes_from_the_words_into_the_card(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served)
    page.locator(TERM).first.focus()
    expect(card_of(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".kaartje__verder")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card_of(page)).to_have_count(0)
    expect(page.locator(TERM).first).to_be_focused()


def test_the_enter_key_follows_the_link(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served)
    link = page.locator(TERM).first
    target = link.evaluate("link => link.href")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_the_meaning_is_told_to_screen_readers_once(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served)
    link = page.locator(TERM).first
    meaning = link.get_attribute("title")
    assert meaning
    link.focus()
    expect(card_of(page)).to_be_visible()
    link = page.locator("a.begrip[aria-description]")
    assert link.get_attribute("aria-description") == meaning
    assert link.get_attribute("title") is None
    assert link.get_attribute("aria-describedby") is None
    expect(page.locator("[role=alert], [role=status]").filter(has_text=meaning)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(TERM).first).to_have_attribute("title", meaning)


@pytest.mark.parametrize("width", [360, 800])
def test_the_first_tap_opens_the_card_and_its_link_leads_on(visit: Visitor, served: Served, width: int) -> None:
    page = open_terms(visit, served, width=width, has_touch=True, is_mobile=True)
    here = page.url
    link = page.locator(TERM).first
    target = link.evaluate("link => link.href")
    link.tap()
    expect(card_of(page)).to_be_visible()
    assert page.url == here
    assert inside_window(page)
    page.locator(".kaartje__verder").tap()
    page.wait_for_url(target)


def test_a_tap_elsewhere_closes_the_card(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served, width=360, has_touch=True, is_mobile=True)
    page.locator(TERM).first.tap()
    expect(card_of(page)).to_be_visible()
    page.locator("h1").tap()
    expect(card_of(page)).to_have_count(0)


def test_a_card_that_cannot_be_had_leaves_the_link_a_link(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served, width=360, has_touch=True, is_mobile=True)

    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route("**/kaart.json", refuse)
    link = page.locator(TERM).first
    target = link.evaluate("link => link.href")
    link.tap()
    page.wait_for_url(target)


def test_without_scripts_the_link_is_a_link_with_its_meaning(visit: Visitor, served: Served) -> None:
    page = open_terms(visit, served, java_script_enabled=False)
    link = page.locator(TERM).first
    assert link.get_attribute("title")
    link.click()
    page.wait_for_url(re.compile(r"/begrippen/[a-z0-9-]+/$"))


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_card_has_no_barrier(visit: Visitor, served: Served, width: int, scheme: str) -> None:
    page = open_terms(visit, served, width=width, color_scheme=scheme)
    page.locator(TERM).first.focus()
    page.wait_for_selector(".kaartje")
    # What the card lies over is not reached until it is closed, so it is the card that is looked at.
    assert findings(page, "card", within=".kaartje") == []


def test_no_term_is_a_link_in_a_heading_or_in_another_link(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with("tekst--volledig", "vermelding begrip"))
    assert page.locator(":is(h1, h2, h3, h4, h5, h6) .begrip").count() == 0
    assert page.evaluate("document.querySelectorAll('a a').length") == 0


def test_the_filter_narrows_the_list_says_how_many_and_can_be_shared(visit: Visitor, served: Served) -> None:
    page = visit("begrippen/")
    items = page.locator(".begrippen > li[data-soort]:visible")
    every = items.count()
    first = page.locator(".begrippen__naam").first.inner_text()
    page.fill("#begrippen-woorden", first.upper())
    expect(page.locator("#begrippen-aantal")).to_contain_text(f"van {every} begrippen")
    assert 0 < items.count() < every
    assert page.locator(".tekst h2:visible + ul.begrippen:not(:has(li:visible))").count() == 0
    again = visit(page.url.removeprefix(served.root))
    assert again.locator(".begrippen > li[data-soort]:visible").count() == items.count()
    page.fill("#begrippen-woorden", "qqqqqq")
    expect(page.locator("#begrippen-aantal")).to_have_text("Geen begrippen gevonden")
    page.fill("#begrippen-woorden", "")
    assert items.count() == every


def test_the_filter_narrows_by_kind(visit: Visitor) -> None:
    page = visit("begrippen/")
    page.select_option("#begrippen-soort", "organisation")
    kinds = page.locator(".begrippen > li[data-soort]:visible").evaluate_all("items => items.map((item) => item.dataset.soort)")
    assert set(kinds) == {"organisation"}


def test_without_scripts_the_list_is_whole_and_has_no_filter(visit: Visitor) -> None:
    page = visit("begrippen/", java_script_enabled=False)
    assert page.locator(".begrippen > li").count() > 0
    expect(page.locator(".filter")).to_be_hidden()


def test_the_letters_lead_to_their_terms(visit: Visitor) -> None:
    page = visit("begrippen/")
    ids = page.locator(".letters a").evaluate_all("links => links.map((link) => link.hash.slice(1))")
    assert all(page.locator(f"h2[id='{name}']").count() == 1 for name in ids)


def test_every_mention_in_a_concordance_leads_to_its_words(visit: Visitor, served: Served) -> None:
    page = visit("begrippen/")
    page.locator(".begrippen__naam").first.click()
    places = page.locator(".concordantie li > a").evaluate_all("links => links.map((link) => [link.href, link.textContent])")
    assert places
    for url, words in places:
        page.goto(url)
        name = url.partition("#")[2]
        assert page.evaluate("(id) => document.getElementById(id).textContent", name).startswith(words), url
    assert served
