"""axe-core finds nothing on any kind of page, wide or narrow, light or dark, also with something open on it."""

from __future__ import annotations

from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Served, Visitor
from tests.browser.kinds import kinds, without_repeats

pytestmark = [pytest.mark.browser, pytest.mark.site]

WIDTHS = pytest.mark.parametrize("width", [360, 1440])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


OPEN_ALL: Final = "for (const part of document.querySelectorAll('main details:not([hidden])')) part.open = true"
"""Every disclosure of a page opened, as a reader could."""

NOT_BY_DEFAULT: Final = {"target-size": {"enabled": True}, "label-content-name-mismatch": {"enabled": True}}
"""Rules that axe leaves out unless they are asked for: targets of 24 pixels (WCAG 2.5.8), names that hold the visible words (2.5.3)."""

COLOURS: Final = ("color-contrast", "link-in-text-block")
"""The rules whose outcome depends on the colours: for the dark ones, the others need not be asked again."""


def findings(page: Page, what: str, only: tuple[str, ...] = (), within: str = "html") -> list[str]:
    """What axe has against a page, or what a selector names of it, one line for each element."""
    # What passes is not listed: on a long page the list would take longer than the rules.
    options: dict[str, Any] = {"resultTypes": ["violations"]} | ({"runOnly": list(only)} if only else {"rules": NOT_BY_DEFAULT})
    violations: list[dict[str, Any]] = Axe().run(page, context=within, options=options).response["violations"]
    return [f"{what}: {broken['id']}: {node['html'][:160]}" for broken in violations for node in broken["nodes"]]


@WIDTHS
def test_no_kind_of_page_has_a_barrier(visit: Visitor, served: Served, width: int) -> None:
    page = visit(width=width)
    found = []
    for name, url in kinds(served).items():
        page.goto(served.root + url)
        page.evaluate(OPEN_ALL)
        without_repeats(page)
        found += findings(page, name)
        page.emulate_media(color_scheme="dark")
        found += findings(page, f"{name}, dark", COLOURS)
        page.emulate_media(color_scheme="light")
    assert found == []


@WIDTHS
@SCHEMES
def test_the_search_window_has_no_barrier(visit: Visitor, width: int, scheme: str) -> None:
    page = visit("?zoek=overnameovereenkomst", width=width, color_scheme=scheme)
    page.wait_for_selector(".zoek__uitkomst a")
    results = findings(page, "results", within="#site-zoekvenster")
    page.fill("#site-zoekterm", "qqqqqqqqqq")
    page.wait_for_selector(".zoek__raad:visible")
    assert results + findings(page, "no results", within="#site-zoekvenster") == []


@WIDTHS
@SCHEMES
def test_cards_have_no_barrier(visit: Visitor, served: Served, width: int, scheme: str) -> None:
    page = visit(served.page_with('role="doc-noteref"'), width=width, color_scheme=scheme)
    page.focus("a[role=doc-noteref]")
    page.wait_for_selector(".kaartje")
    note = findings(page, "note", within=".kaartje")
    page.goto(served.root + served.page_with('class="herstel" tabindex'))
    page.hover(".herstel[tabindex]")
    page.wait_for_selector(".kaartje")
    assert note + findings(page, "repair", within=".kaartje") == []


@SCHEMES
def test_menus_of_a_small_screen_have_no_barrier(visit: Visitor, served: Served, scheme: str) -> None:
    page = visit(served.page_with('class="kopblok"'), width=360, color_scheme=scheme)
    page.click(".zij__knop")
    page.wait_for_selector("#site-zijbalk:popover-open")
    sidebar = findings(page, "sidebar", within="#site-zijbalk")
    page.keyboard.press("Escape")
    page.click(".kop__menu")
    page.wait_for_selector("#site-menu:popover-open")
    assert sidebar + findings(page, "menu", within="#site-menu") == []
