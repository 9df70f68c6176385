"""What readers bring along: large letters, a small window, a keyboard, colours of their own, less motion; and menus that close."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site]

_MOST_STOPS: Final = 15


def test_the_header_leaves_room_at_a_zoom_of_400_percent(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with('class="genummerd"'), width=320)
    page.set_viewport_size({"width": 320, "height": 200})
    page.mouse.wheel(0, 600)
    expect(page.locator(".kop")).not_to_be_in_viewport()


def test_the_menu_of_a_phone_closes_in_every_way(visit: Visitor) -> None:
    page = visit("landen/", width=360)
    menu = page.locator("#site-menu")
    ways: tuple[Callable[[], object], ...] = (
        lambda: page.keyboard.press("Escape"),
        lambda: page.mouse.click(20, 760),
        lambda: menu.get_by_role("button", name="Sluiten").click(),
        lambda: menu.locator("a").nth(1).click(),
    )
    for close in ways:
        page.locator(".kop__menu").click()
        expect(menu).to_be_visible()
        close()
        expect(menu).to_be_hidden()
    page.go_back()
    expect(menu).to_be_hidden()


def test_the_list_of_chapters_closes_on_a_phone(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with('class="genummerd"'), width=360)
    page.locator(".zij__knop").click()
    page.locator("#site-zijbalk").get_by_role("button", name="Sluiten").click()
    expect(page.locator("#site-zijbalk")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1440])
def test_what_a_link_opens_shows_its_summary_below_the_header(visit: Visitor, width: int) -> None:
    page = visit("landen/turkije/", width=width)
    page.locator(".springlijst a").nth(1).click()
    page.wait_for_timeout(100)
    summary = "(() => { const part = document.querySelector(':target').closest('details'); return part.querySelector('summary'); })()"
    assert page.evaluate(f"{summary}.parentElement.open")
    assert page.evaluate(f"{summary}.getBoundingClientRect().top") >= header(page)


def test_a_summary_that_the_header_hides_comes_into_sight_when_it_is_used(visit: Visitor) -> None:
    page = visit("landen/turkije/")
    summary = page.locator("details.passages > summary").nth(1)
    summary.focus()
    summary.evaluate("part => scrollTo(0, scrollY + part.getBoundingClientRect().top - 20)")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert summary.evaluate("part => part.getBoundingClientRect().top") >= header(page)


def header(page: Page) -> float:
    """Where the header ends, in pixels from the top of the window."""
    end: float = page.evaluate("document.querySelector('.kop').getBoundingClientRect().bottom")
    return end


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_current_page_and_the_legend(visit: Visitor, scheme: str) -> None:
    page = visit("landen/", forced_colors="active", color_scheme=scheme)
    edges = page.locator(".menu a").evaluate_all("links => links.map(link => [link.ariaCurrent, getComputedStyle(link).borderBottomColor])")
    assert len({colour for current, colour in edges if current}) == 1
    assert not {colour for current, colour in edges if current} & {colour for current, colour in edges if not current}
    shades = page.locator(".kaart__staal").evaluate_all("parts => parts.map(part => getComputedStyle(part).backgroundColor)")
    assert len(set(shades)) == len(shades) > 1
    legend = dict(
        page.locator(".kaart__staal").evaluate_all(
            "parts => parts.map(part => [part.className.match(/graad-\\d/)[0], getComputedStyle(part).backgroundColor])"
        )
    )
    lands = page.locator(".kaart__land").evaluate_all(
        "parts => parts.map(part => [part.getAttribute('class').match(/graad-\\d/)[0], getComputedStyle(part).fill])"
    )
    assert {shade: legend[shade] for shade, _ in lands} == dict(lands)


def test_headings_are_called_by_their_words(visit: Visitor, served: Served) -> None:
    page = visit()
    for url in (served.page_with('zij__secties" data-volg', 'class="alinea"'), "landen/libie/", "tijdlijn/", "over/"):
        page.goto(served.root + url)
        assert page.locator("main .headerlink").count() > 0
        assert [line for line in page.locator("main").aria_snapshot().splitlines() if "- heading" in line and "¶" in line] == []


def test_a_keyboard_alone_leads_from_the_home_page_to_the_passages_of_a_country(visit: Visitor) -> None:
    page = visit()
    stops = (
        tab_to(page, "Landen")
        + tab_to(page, "Naar de inhoud")
        + tab_to(page, "Naar de lijst van landen")
        + tab_to(page, "Libië")
        + tab_to(page, "Naar de inhoud")
        + tab_to(page, "Nieuw partnerschapskader (2016)")
    )
    expect(page.locator(".passage mark:visible").filter(has_text="Libi").first).to_be_visible()
    assert stops <= _MOST_STOPS


def tab_to(page: Page, name: str) -> int:
    """The number of times that Tab is pressed before a link has the focus; the link is then followed."""
    for count in range(1, _MOST_STOPS + 1):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            page.keyboard.press("Enter")
            page.wait_for_timeout(150)
            return count
    pytest.fail(f"{name} is not among the next {_MOST_STOPS} stops")
