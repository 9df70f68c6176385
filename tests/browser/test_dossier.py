"""Across documents in a browser: subjects side by side, the register of commitments, related passages; on a desk and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.dossier]

WIDTHS = pytest.mark.parametrize("width", [390, 1280])


def test_the_choices_work_by_keyboard_and_are_cleared(visit: Visitor) -> None:
    page = visit("toezeggingen/")
    left = page.locator(".toezegging:not([hidden])")
    everything = left.count()
    page.get_by_role("combobox", name="Wie").focus()
    page.keyboard.type("Raad")
    expect(page).to_have_url(re.compile(r"\?wie=raad$"))
    assert 0 < left.count() < everything
    assert page.locator(".toezegging:visible").count() == left.count()
    page.get_by_role("button", name="Keuze wissen").press("Enter")
    expect(page).to_have_url(re.compile(r"toezeggingen/$"))
    assert left.count() == everything


def test_the_register_is_short_until_a_group_is_opened_or_a_choice_made(visit: Visitor) -> None:
    page = visit("toezeggingen/", width=390)
    assert page.locator(".toezegging:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") < 6000
    group = page.locator(".toezeggingen__groep").first
    group.locator("summary").first.press("Enter")
    assert group.locator(".toezegging:visible").count() == int(group.locator("summary .aantal").first.inner_text())


def test_the_numbers_of_the_groups_and_the_drawing_follow_the_choices(visit: Visitor) -> None:
    page = visit("toezeggingen/?land=TN")
    for group in page.locator(".toezeggingen__groep:visible").all():
        assert group.locator(".toezegging:visible").count() == int(group.locator("summary .aantal").first.inner_text())
    page = visit("bedragen/?land=JO")
    rows = page.locator(".bedragen tbody tr:visible").count()
    jordan = page.locator(".bedragengrafiek g[data-rijen]:not([hidden])").filter(has_text="Jordanië")
    assert jordan.locator("circle:not([hidden])").count() == rows
    expect(jordan).to_contain_text(f"({rows})")
    expect(page.locator(".bedragengrafiek svg[role=img]")).to_have_attribute("aria-label", re.compile(f"toont de {rows} van de"))
    tall = page.locator(".bedragengrafiek svg[role=img]").get_attribute("height")
    page.get_by_role("button", name="Keuze wissen").click()
    expect(page.locator(".bedragengrafiek svg[role=img]")).not_to_have_attribute("height", tall or "")
    assert int(page.locator(".bedragengrafiek svg[role=img]").get_attribute("height") or 0) > int(tall or 0)


def test_an_address_shows_what_was_chosen_and_forgets_what_is_not_there(visit: Visitor) -> None:
    page = visit("toezeggingen/?wie=commissie&termijn=2016&land=QQ")
    expect(page.get_by_role("status").filter(has_text="getoond")).to_contain_text("1 van de")
    page.goto(page.url.replace("termijn=2016", "termijn=1066"))
    assert page.locator(".toezegging:visible").count() > 10


def test_the_number_that_is_promised_is_the_number_that_is_shown(visit: Visitor) -> None:
    """Each option of the page of deadlines says how many it leaves."""
    page = visit("tijdlijn/termijnen/")
    rows = page.locator("#lijst-termijnen tbody tr:visible")
    for name in ("Wie", "Document"):
        field = page.get_by_role("combobox", name=name)
        for said in field.locator("option").all_inner_texts()[1:]:
            field.select_option(label=said)
            assert rows.count() == int(re.findall(r"\((\d+)\)$", said)[0]), said
        field.select_option(index=0)


def test_a_link_to_a_commitment_that_a_choice_hides_shows_it(visit: Visitor) -> None:
    page = visit("toezeggingen/")
    name = page.locator(".toezegging[data-wie=lidstaten]").first.get_attribute("id")
    page.goto(page.url + "?wie=commissie")
    page.evaluate("name => { location.hash = name }", name)
    expect(page.locator(f'[id="{name}"]')).to_be_visible()


@pytest.mark.parametrize("url", ["toezeggingen/", "tijdlijn/termijnen/", "onderwerpen/visumbeleid/"])
def test_without_a_script_everything_is_there(visit: Visitor, url: str) -> None:
    page = visit(url, java_script_enabled=False)
    expect(page.locator("form[data-keuze]")).to_have_count(0 if "onderwerpen" in url else 1)
    if "onderwerpen" not in url:
        expect(page.locator("form[data-keuze]")).to_be_hidden()
    for group in page.locator(".toezeggingen__groep > summary").all()[:6]:
        group.click()
    assert page.locator(".toezegging:visible, .termijnen tbody tr:visible, .kolom__passage:visible").count() > 5


@WIDTHS
def test_what_is_near_a_paragraph_opens_below_it_and_leads_there(visit: Visitor, width: int) -> None:
    page = visit("documenten/com-2020-609/5-de-strijd-tegen-migrantensmokkel-opvoeren/", width=width)
    near = page.locator("#p-5-1 + .verwant")
    near.locator("summary").press("Enter")
    link = near.get_by_role("link").first
    expect(link).to_be_visible()
    link.click()
    expect(page.locator(":target")).to_be_in_viewport()
