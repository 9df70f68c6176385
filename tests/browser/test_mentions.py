"""Links to words and back, the switch for marks, and the filter and the sorting of the pages of references and amounts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site]

_SWITCH = ".vermeldingen-knop[title^=Markeringen]"


def values(page: Page) -> list[float]:
    """The values of the amounts, in the order of their rows."""
    found: list[str] = page.eval_on_selector_all(".bedragen tbody th", "cells => cells.map(cell => cell.dataset.waarde)")
    return [float(value) for value in found]


def test_an_amount_leads_to_its_words_marked_and_the_way_back_works(visit: Visitor) -> None:
    page = visit("bedragen/")
    link = page.locator(".bedragen tbody th a").first
    words = link.inner_text()
    link.click()
    target = page.locator(".vermelding:target")
    expect(target).to_have_text(words)
    assert target.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.go_back()
    expect(page).to_have_url(re.compile(r"/bedragen/$"))


def test_amounts_can_be_sorted_both_ways(visit: Visitor) -> None:
    page = visit("bedragen/")
    button = page.locator(".bedragen thead button").first
    button.click()
    assert values(page) == sorted(values(page), reverse=True)
    button.click()
    assert values(page) == sorted(values(page))
    expect(page.locator(".bedragen thead th").first).to_have_attribute("aria-sort", "ascending")


def test_without_a_script_the_table_of_amounts_is_whole(visit: Visitor) -> None:
    page = visit("bedragen/", java_script_enabled=False)
    assert page.locator(".bedragen tbody tr").count() > 0
    assert page.locator(".bedragen thead button").count() == 0


def test_the_filter_of_references_is_kept_in_the_address(visit: Visitor) -> None:
    page = visit("verwijzingen/")
    every = page.locator(".besluit-kaart:visible").count()
    name = page.locator(".besluit-kaart h3").first.inner_text()
    page.fill("#verwijzingen-woorden", name)
    expect(page).to_have_url(re.compile("woorden="))
    assert 0 < page.locator(".besluit-kaart:visible").count() < every
    again = visit(page.url.partition("/verwijzingen/")[1].lstrip("/") + page.url.partition("/verwijzingen/")[2])
    expect(again.locator("#verwijzingen-woorden")).to_have_value(name)


def test_marks_can_be_switched_off_and_the_choice_is_kept(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with('class="vermelding', without="tekst--volledig"))
    switch = page.locator(_SWITCH)
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.focus()
    page.keyboard.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "false")
    mark = page.locator(".tekst .vermelding:not(.verwijzing)").first
    assert "none" in mark.evaluate("element => getComputedStyle(element).textDecorationLine")
    page.reload()
    expect(page.locator(_SWITCH)).to_have_attribute("aria-pressed", "false")
    page.locator(_SWITCH).click()
    page.reload()
    expect(page.locator(_SWITCH)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("url", ["verwijzingen/", "bedragen/"])
def test_nothing_sticks_out_with_everything_open(visit: Visitor, url: str, width: int) -> None:
    page = visit(url, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
