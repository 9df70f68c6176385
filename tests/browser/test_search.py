"""Search: found by words, opened at the paragraph, driven by keys, kept in the address, at any place of a host."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site]

RESULT = ".zoek__uitkomst a"
CARD = "a.zoek__eigen"


def search(page: Page, words: str) -> None:
    """Type words into the open window and wait for what is found."""
    page.fill("#site-zoekterm", words)
    expect(page.locator(".zoek__stand")).to_contain_text(f"“{words}”")


@pytest.mark.parametrize("place", ["root", "below"])
def test_a_result_opens_at_its_paragraph_with_the_words_marked(visit: Visitor, served: Served, place: str) -> None:
    page = visit(base=getattr(served, place))
    page.click("[data-zoek]")
    search(page, "overnameovereenkomst")
    assert page.locator(RESULT).count() > 1
    page.locator(f"{RESULT}[href*='/documenten/'][href*='#']").first.click()
    page.wait_for_url("**/documenten/**#*")
    assert page.url.startswith(getattr(served, place))
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":target")).to_contain_text("overnameovereenkomst", ignore_case=True)
    page.wait_for_function("CSS.highlights.get('gezocht')?.size > 0")


@pytest.mark.parametrize("key", ["/", "s"])
def test_the_window_opens_with_a_key_and_gives_the_focus_back(visit: Visitor, key: str) -> None:
    page = visit()
    page.focus(".kop__merk")
    page.keyboard.press(key)
    expect(page.locator("#site-zoekterm")).to_be_focused()
    expect(page.locator("#site-zoekterm")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator("#site-zoekvenster")).not_to_be_visible()
    expect(page.locator(".kop__merk")).to_be_focused()


def test_the_keys_can_be_switched_off(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("/")
    page.uncheck("[data-sneltoetsen]")
    page.keyboard.press("Escape")
    page.reload()
    page.clock.install()
    page.keyboard.press("/")
    page.clock.run_for(1_000)
    expect(page.locator("#site-zoekvenster")).not_to_be_visible()


def test_arrows_walk_through_the_results_and_enter_opens_one(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("/")
    search(page, "terugkeer")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULT).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#site-zoekterm")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(RESULT).first).to_be_focused()
    href = page.locator(RESULT).first.get_attribute("href") or "?"
    page.keyboard.press("Enter")
    page.wait_for_url(href)


def test_tab_stays_inside_the_open_window(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("/")
    search(page, "overnameovereenkomst")
    outside = "document.activeElement !== document.body && !document.activeElement.closest('dialog')"
    for _ in range(40):
        page.keyboard.press("Tab")
        assert not page.evaluate(outside)


def test_filters_narrow_the_results_and_count_them(visit: Visitor) -> None:
    page = visit("?zoek=terugkeer")
    page.wait_for_selector(RESULT)
    everywhere = page.locator(".zoek__stand").inner_text()
    option = page.locator("[data-filter=document] option").nth(1)
    expect(option).to_contain_text("(")
    page.select_option("[data-filter=document]", index=1)
    expect(page.locator(".zoek__stand")).not_to_have_text(everywhere)
    wanted = page.input_value("[data-filter=document]")
    name = page.locator(f"[data-filter=document] option[value='{wanted}']").inner_text().rpartition(" (")[0]
    assert all(name in row.inner_text() or row.inner_text().startswith("Document") for row in page.locator(f"{RESULT} .zoek__waar").all())


def test_a_search_can_be_shared_and_comes_back(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("/")
    search(page, "terugkeer")
    everywhere = page.locator(".zoek__stand").inner_text()
    page.select_option("[data-filter=soort]", "voetnoot")
    expect(page.locator(".zoek__stand")).not_to_have_text(everywhere)
    assert page.url.endswith("?zoek=terugkeer&soort=voetnoot")
    found = page.locator(".zoek__stand").inner_text()
    again = visit(page.url.rsplit("/", maxsplit=1)[-1])
    expect(again.locator(".zoek__stand")).to_have_text(found)
    page.locator(f"{RESULT}[href*='/documenten/']").first.click()
    page.wait_for_url("**/documenten/**")
    page.go_back()
    expect(page.locator(".zoek__stand")).to_have_text(found)


def test_more_results_are_fetched_when_asked_for(visit: Visitor) -> None:
    page = visit("?zoek=migratie")
    page.wait_for_selector(RESULT)
    before = page.locator(RESULT).count()
    page.click(".zoek__meer")
    expect(page.locator(RESULT).nth(before)).to_be_focused()


def test_nothing_found_is_said_with_advice(visit: Visitor) -> None:
    page = visit("?zoek=qqqqqqqqqq")
    expect(page.locator(".zoek__stand")).to_have_text("0 resultaten voor “qqqqqqqqqq”")
    expect(page.locator(".zoek__raad")).to_be_visible()


def test_markup_in_a_search_stays_text(visit: Visitor) -> None:
    page = visit("?zoek=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    expect(page.locator(".zoek__stand")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("#site-zoekvenster img")).to_have_count(0)


def test_the_field_of_the_home_page_searches(visit: Visitor) -> None:
    page = visit()
    page.fill("#site-zoekveld", "overnameovereenkomst")
    page.press("#site-zoekveld", "Enter")
    page.wait_for_selector(RESULT)
    expect(page.locator("#site-zoekterm")).to_have_value("overnameovereenkomst")


def test_the_field_of_a_page_that_is_not_there_searches(visit: Visitor) -> None:
    page = visit("bestaat/niet/")
    page.fill("#site-zoekveld", "overnameovereenkomst")
    page.press("#site-zoekveld", "Enter")
    page.wait_for_selector(RESULT)


def test_a_page_that_nobody_searches_on_does_not_fetch_the_index(visit: Visitor, served: Served) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.root + "over/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "zoekindex" in url or "search.js" in url]


def test_longer_words_that_hold_the_word_are_found_and_named(visit: Visitor) -> None:
    page = visit("?zoek=embargo")
    page.wait_for_selector(RESULT)
    expect(page.locator(f"{RESULT} mark").first).to_contain_text("embargo")
    expect(page.locator(".zoek__verwant").first).to_contain_text("ook gevonden: ")


def test_a_country_stands_above_the_paragraphs_that_name_it(visit: Visitor) -> None:
    page = visit("?zoek=Libische")
    page.wait_for_selector(RESULT)
    page.locator(CARD).click()
    page.wait_for_url("**/landen/libie/")


def test_a_named_event_is_found_on_the_timeline(visit: Visitor) -> None:
    page = visit("?zoek=Verklaring%20EU-Turkije")
    page.locator(CARD).click()
    page.wait_for_url("**/tijdlijn/#*")
    expect(page.locator(":target")).to_contain_text("Verklaring EU-Turkije")
