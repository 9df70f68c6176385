"""The pages of countries: a map for keys and pointers, a table to sort, passages that open when they are led into."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Served, Visitor
from tests.browser.kinds import without_repeats
from tests.browser.test_accessibility import findings

pytestmark = [pytest.mark.browser, pytest.mark.site]


def with_closed_groups(served: Served) -> str:
    """The URL of the smallest country page whose passages start closed."""
    pages = sorted((served.site / "landen").glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
    texts = ((path, path.read_text(encoding="utf-8")) for path in pages)
    return next(
        f"landen/{path.parent.name}/" for path, html in texts if '<details class="passages">' in html and 'class="springlijst"' in html
    )


def test_every_country_on_the_map_is_a_link_with_a_name_that_a_key_can_follow(visit: Visitor) -> None:
    page = visit("landen/")
    links = page.locator("a.kaart__land")
    assert links.count() == page.locator("table.landen tbody tr").count()
    last = links.last
    name = (last.get_attribute("aria-label") or "").split(":")[0]
    last.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(name)


def test_the_map_can_be_skipped(visit: Visitor) -> None:
    page = visit("landen/")
    page.get_by_role("link", name="Naar de lijst van landen").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.kaart') === null")


def test_the_table_is_sorted_by_name_and_by_number(visit: Visitor) -> None:
    page = visit("landen/")
    names = page.locator("table.landen tbody th a")
    first = names.first.inner_text()
    page.get_by_role("button", name="Land", exact=True).click()
    sorted_names = page.locator("table.landen tbody th").evaluate_all("cells => cells.map(cell => cell.dataset.waarde)")
    assert sorted_names == sorted(sorted_names)
    page.get_by_role("button", name="Vermeldingen").click()
    counts = page.locator("table.landen tbody tr td:nth-child(2)").evaluate_all("cells => cells.map(cell => +cell.dataset.waarde)")
    assert counts == sorted(counts, reverse=True)
    assert page.locator("table.landen tbody tr", has_text=first).count() >= 1


def test_a_jump_opens_the_group_it_leads_into(visit: Visitor, served: Served) -> None:
    page = visit(with_closed_groups(served))
    jump = page.locator(".springlijst a").last
    group = page.locator("details.passages").last
    expect(group).not_to_have_attribute("open", "")
    jump.click()
    expect(group).to_have_attribute("open", "")
    expect(group.locator(".passage").first).to_be_in_viewport()


def test_passages_can_be_opened_without_scripts_and_print_open(visit: Visitor, served: Served) -> None:
    page = visit(with_closed_groups(served), java_script_enabled=False)
    group = page.locator("details.passages").first
    group.locator("summary").click()
    expect(group.locator(".passage").first).to_be_visible()
    group.locator("summary").click()
    expect(group.locator(".passage").first).not_to_be_visible()
    page.emulate_media(media="print")
    expect(group.locator(".passage").first).to_be_visible()


def test_a_marked_word_leads_to_that_word_in_its_document(visit: Visitor, served: Served) -> None:
    page = visit(with_closed_groups(served))
    page.locator("details.passages > summary").first.click()
    mark = page.locator(".passage-tekst mark").first
    words = mark.inner_text()
    mark.click()
    target = page.locator(":target")
    expect(target).to_have_text(words)
    expect(target).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_countries_and_parts_of_the_world_have_no_barrier_and_do_not_scroll_sideways(
    visit: Visitor, served: Served, width: int, scheme: str
) -> None:
    page = visit(width=width, color_scheme=scheme)
    regions = sorted(path.parent.name for path in (served.site / "landen" / "gebieden").glob("*/index.html"))
    found = []
    for url in (
        "landen/",
        "landen/groepen/",
        with_closed_groups(served),
        f"landen/gebieden/{regions[0]}/",
        f"landen/gebieden/{regions[-1]}/",
    ):
        page.goto(served.root + url)
        page.evaluate("document.querySelectorAll('details').forEach((group) => { group.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        without_repeats(page)
        found += findings(page, url)
    assert found == []
