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


def opened(page: Page) -> Page:
    """The page with every year open."""
    page.get_by_role("button", name="Alle jaren openen").click()
    return page


def test_a_choice_of_country_is_kept_in_the_address_and_announced(visit: Visitor) -> None:
    page = opened(visit("tijdlijn/"))
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
    page = opened(visit("tijdlijn/?land=QQ&van=1066"))
    assert shown(page) == shown(opened(visit("tijdlijn/"))) > 0


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
    assert shown(opened(page)) == shown(opened(visit("tijdlijn/"))) > 0


def test_filters_work_by_keyboard_alone(visit: Visitor) -> None:
    page = opened(visit("tijdlijn/"))
    assert page.locator(".moment--event:visible").count() > 0
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
    page = opened(visit("tijdlijn/"))
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
    assert page.locator(":target + details[open]").count() == 1


def test_without_a_script_every_date_can_be_read(visit: Visitor) -> None:
    page = visit("tijdlijn/", java_script_enabled=False)
    expect(page.locator("#tijdlijn-filter")).to_be_hidden()
    assert shown(page) == 0
    page.locator(".jaar > summary").first.click()
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


def test_years_are_folded_and_name_what_they_hold(visit: Visitor) -> None:
    page = visit("tijdlijn/", width=360)
    assert page.locator(".jaar[open]").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") < 8000
    names = page.locator(".jaar__namen:visible").all_inner_texts()
    assert "Top van Valletta" in " · ".join(names).split(" · ")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_leads_into_a_folded_year(visit: Visitor, scripts: object) -> None:
    page = visit("tijdlijn/#top-van-valletta", java_script_enabled=scripts)
    expect(page.locator("#top-van-valletta")).to_be_in_viewport()


def test_the_drawing_and_its_table_follow_the_choice(visit: Visitor) -> None:
    page = visit("tijdlijn/")
    everything = drawn(page)
    page.get_by_role("combobox", name="Land").select_option(label="Tunesië")
    chosen = drawn(page)
    held = page.locator(".moment[data-land~=TN]").evaluate_all("items => items.flatMap(item => item.dataset.soort.split(' ')).length")
    assert sum(chosen.values()) == held < sum(everything.values())
    page.locator(".jaargrafiek summary").first.click()
    rows = page.locator(".jaargrafiek tbody tr:visible")
    assert {row.locator("th").inner_text(): int(row.locator("td").last.inner_text()) for row in rows.all()} == chosen
    page.get_by_role("button", name="Keuze wissen").click()
    page.wait_for_timeout(50)
    assert drawn(page) == everything


def drawn(page: Page) -> dict[str, int]:
    """The numbers above the bars of the drawing, by year."""
    bars: dict[str, str] = page.locator(".jaargrafiek svg a[href]").evaluate_all(
        "bars => Object.fromEntries(bars.map(bar => [bar.dataset.jaar, bar.querySelector('.grafiek__aantal').textContent]))"
    )
    return {year: int(number) for year, number in bars.items()}


@pytest.mark.parametrize("width", [360, 1440])
def test_a_choice_that_was_sent_opens_at_its_results(visit: Visitor, width: int) -> None:
    page = visit("tijdlijn/?land=TN", width=width)
    expect(page.get_by_role("status").filter(has_text="getoond")).to_be_in_viewport()
    expect(page.locator(SHOWN).first).to_be_in_viewport()


def test_the_words_of_a_sentence_are_all_of_one_colour(visit: Visitor) -> None:
    page = opened(visit("tijdlijn/"))
    colours = page.locator(f"{SHOWN} .moment__zin").evaluate_all(
        "lines => lines.flatMap(line => [line, ...line.querySelectorAll('strong')]).map(part => getComputedStyle(part).color)"
    )
    assert len(set(colours)) == 1
