"""The timeline in a browser: filters, the address they are kept in, and the page without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site]

SHOWN = ".tijdlijn > .moment:visible"


def shown(page: Page) -> int:
    """How many points of the timeline can be seen."""
    return page.locator(SHOWN).count()


def test_a_choice_of_country_is_kept_in_the_address_and_announced(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    before = shown(page)
    page.get_by_role("combobox", name="Land").select_option(label="Tunesië")
    expect(page).to_have_url(re.compile(r"\?land=TN$"))
    assert 0 < shown(page) < before
    expect(page.get_by_role("status").filter(has_text="getoond")).to_contain_text(f"{shown(page)} van de")
    assert page.locator(f"{SHOWN}:not([data-land~=TN])").count() == 0


def test_an_address_with_choices_shows_them_to_whoever_opens_it(visit: Visitor) -> None:
    page = visit("tijdlijn/?soort=termijn&van=2020&tot=2020")
    expect(page.get_by_role("checkbox", name=re.compile("termijnen"))).to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile("gebeurtenissen"))).not_to_be_checked()
    assert shown(page) > 0
    assert set(page.locator(SHOWN).evaluate_all("items => items.map(item => item.dataset.soort)")) == {"termijn"}
    assert page.locator(".tekst > h2[id^=jaar-]:visible").all_text_contents()[0].startswith("20")


def test_an_address_with_a_choice_that_is_not_there_shows_everything(visit: Visitor) -> None:
    page = visit("tijdlijn/?land=QQ&van=1066")
    assert shown(page) == shown(visit("tijdlijn/"))


def test_papers_and_figures_are_closed_until_they_are_asked_for(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    assert page.locator(".bijzaak[open]").count() == 0
    page.get_by_role("checkbox", name=re.compile("verwijzingen")).check()
    assert page.locator(".bijzaak[open] .moment--reference:visible").count() > 0
    assert page.locator(".moment--statistic:visible").count() == 0
    expect(page).to_have_url(re.compile("soort=gebeurtenis,termijn,periode,publicatie,verwijzing"))


def test_clearing_the_choices_brings_everything_back(visit: Visitor) -> None:
    page = visit("tijdlijn/?soort=termijn&van=2020")
    page.get_by_role("button", name="Keuze wissen").click()
    expect(page).to_have_url(re.compile("tijdlijn/$"))
    assert shown(page) == shown(visit("tijdlijn/"))


def test_filters_work_by_keyboard_alone(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    page.get_by_role("checkbox", name=re.compile("gebeurtenissen")).focus()
    page.keyboard.press("Space")
    assert page.locator(".moment--event:visible").count() == 0


def test_a_link_to_a_date_opens_the_group_that_holds_it(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    name = page.locator(".bijzaak .moment").first.get_attribute("id")
    page.goto(f"{page.url}#{name}")
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport()


def test_a_link_to_a_date_wins_over_choices_that_would_hide_it(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    name = page.locator(".moment--event").first.get_attribute("id")
    other = visit(f"tijdlijn/?soort=termijn#{name}")
    expect(other.locator(f"[id='{name}']")).to_be_visible()


def test_each_date_leads_to_its_words_in_the_document(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    link = page.locator(".moment--event .moment__zin a:has(mark)").first
    words = link.inner_text()
    link.click()
    expect(page.locator(":target")).to_have_text(re.compile(re.escape(words)))


def test_a_bar_of_the_drawing_leads_to_its_year(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    page.locator(".jaargrafiek svg a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#jaar-"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_without_a_script_every_date_can_be_read(visit: Visitor) -> None:
    page = visit("tijdlijn/", java_script_enabled=False)
    expect(page.locator("#tijdlijn-filter")).to_be_hidden()
    assert shown(page) > 0
    page.locator(".bijzaak > summary").first.click()
    expect(page.locator(".bijzaak").first.locator(".moment").first).to_be_visible()


@pytest.mark.parametrize("url", ["tijdlijn/", "tijdlijn/termijnen/"])
def test_a_narrow_window_does_not_scroll_sideways(visit: Visitor, url: str) -> None:
    page = visit(url, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_choice_of_kinds_leaves_no_closed_groups_of_others(visit: Visitor) -> None:
    page = visit("tijdlijn/?soort=termijn")
    assert page.locator(".bijzaak:visible").count() == 0
    assert page.locator(".zij__lijst a[href$='#jaar-2001']:visible").count() == 0
