"""Across documents in a browser: subjects side by side, the register of commitments, related passages; on a desk and on a phone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.dossier]

WIDTHS = pytest.mark.parametrize("width", [390, 1280])


def from_home(page: Page, name: str) -> None:
    """One action: the way from the home page to another part of the site."""
    page.locator(".wegen").get_by_role("link", name=name).click()


@WIDTHS
def test_how_the_words_about_return_changed(visit: Visitor, width: int) -> None:
    page = visit("", width=width)
    from_home(page, "Onderwerpen")
    page.get_by_role("link", name="Terugkeer en overname").click()
    columns = page.locator(".kolom")
    assert [columns.nth(place).locator(".wanneer").inner_text()[-4:] for place in range(columns.count())] == [
        "2008",
        "2011",
        "2016",
        "2020",
        "2023",
    ]
    word = page.locator(".woorden-door-de-tijd tr", has=page.get_by_role("rowheader", name="irreguliere", exact=True))
    assert [re.sub(r"\D", "", said) for said in word.locator(".aantal").all_inner_texts()] == ["1", "36", "28", "2"]
    lefts = {round(columns.nth(place).bounding_box()["x"]) for place in (0, 1)}  # type: ignore[index]
    assert len(lefts) == (2 if width > 1000 else 1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@WIDTHS
def test_what_the_commission_had_to_do_by_2016_and_what_became_of_it(visit: Visitor, width: int) -> None:
    page = visit("", width=width)
    from_home(page, "Termijnen")
    row = page.get_by_role("row").filter(has_text="najaar van 2016").filter(has_text="een voorstel doen")
    expect(row).to_contain_text("Commissie")
    row.get_by_role("link", name="uitgevoerd").click()
    later = page.locator(".toezegging:target .toezegging__later")
    expect(later).to_contain_text("instrumenten zoals het plan voor externe investeringen")
    expect(later).to_be_in_viewport()


@WIDTHS
def test_everything_promised_to_tunisia(visit: Visitor, width: int) -> None:
    page = visit("", width=width)
    from_home(page, "Toezeggingen")
    if width < 640:
        page.get_by_text("Kiezen wat u ziet").click()
    page.get_by_role("combobox", name="Land").select_option(value="TN")
    expect(page).to_have_url(re.compile(r"toezeggingen/\?land=TN$"))
    shown = page.locator(".toezegging:visible")
    assert shown.count() > 1
    assert page.locator(".toezegging:visible:not([data-land~=TN])").count() == 0
    expect(page.get_by_role("status").filter(has_text="getoond")).to_contain_text(f"{shown.count()} van de")


def test_the_choices_work_by_keyboard_and_are_cleared(visit: Visitor) -> None:
    page = visit("toezeggingen/")
    everything = page.locator(".toezegging:visible").count()
    page.get_by_role("combobox", name="Wie").focus()
    page.keyboard.type("Raad")
    expect(page).to_have_url(re.compile(r"\?wie=raad$"))
    assert 0 < page.locator(".toezegging:visible").count() < everything
    page.get_by_role("button", name="Keuze wissen").press("Enter")
    expect(page).to_have_url(re.compile(r"toezeggingen/$"))
    assert page.locator(".toezegging:visible").count() == everything


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


@WIDTHS
def test_how_much_money_for_jordan(visit: Visitor, width: int) -> None:
    page = visit("", width=width)
    from_home(page, "Bedragen")
    if width < 640:
        page.get_by_text("Kiezen wat u ziet").click()
    page.get_by_role("combobox", name="Land").select_option(value="JO")
    shown = page.locator(".bedragen tbody tr:visible th a")
    assert sorted(shown.all_inner_texts()) == ["0,2 miljard EUR", "1 miljard EUR", "180 miljoen EUR", "2,4 miljard EUR", "637 miljoen EUR"]


@WIDTHS
def test_which_countries_have_priority_and_says_who(visit: Visitor, width: int) -> None:
    page = visit("", width=width)
    from_home(page, "Groepen van landen")
    documents = page.locator(".groepen__document")
    first = documents.filter(has=page.get_by_role("heading", name="16 prioritaire landen"))
    expect(first.locator(".wanneer")).to_contain_text("2016")
    later = documents.filter(has=page.get_by_role("heading", name="10 prioritaire landen"))
    expect(later.locator(".wanneer")).to_contain_text("2023")
    facts = later.locator(".groepen__verschil .feiten > div")
    came = facts.filter(has=page.get_by_text("Erbij", exact=True)).get_by_role("link").all_inner_texts()
    assert sorted(came) == ["Bosnië en Herzegovina", "Egypte", "Irak", "Libië"]
    went = facts.filter(has=page.get_by_text("Niet meer genoemd", exact=True)).get_by_role("link").all_inner_texts()
    assert len(went) == 10
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    later.locator("figcaption a").first.click()
    expect(page.locator(":target")).to_have_text("Afghanistan")
    expect(page.locator(":target")).to_be_in_viewport()
