"""Reading a chapter: notes where they are met, links to paragraphs, the source, colours, paper, and all without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site]

NOTE = "a[role=doc-noteref]"


def open_notes(visit: Visitor, served: Served, **options: object) -> Page:
    """A chapter that has footnotes."""
    return visit(served.page_with('role="doc-noteref"', 'class="noottekst"', without="tekst--volledig"), **options)


def note_text(page: Page) -> str:
    """The words of the first marker's note, as they stand at the foot of the page."""
    target = page.get_attribute(NOTE, "href") or ""
    return page.locator(f"[id='{target.removeprefix('#')}'] .noottekst").inner_text()


def inside_window(page: Page) -> bool:
    """Whether the card stands inside the window as a whole."""
    box = page.locator(".kaartje").bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    return box["x"] >= 0 and box["x"] + box["width"] <= size["width"] and box["y"] >= 0


def test_a_note_shows_under_the_pointer_and_can_be_hovered(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served)
    page.hover(NOTE)
    card = page.locator(".kaartje")
    expect(card).to_contain_text(note_text(page))
    page.clock.install()
    card.hover()
    page.clock.run_for(400)
    expect(card).to_be_visible()
    page.mouse.move(5, 5)
    expect(card).to_have_count(0)


def test_a_note_shows_on_focus_and_goes_with_escape(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served)
    page.focus(NOTE)
    expect(page.locator(".kaartje")).to_contain_text(note_text(page))
    assert page.get_attribute(NOTE, "aria-describedby") == page.get_attribute(".kaartje", "id")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.kaartje') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".kaartje")).to_have_count(0)
    assert page.evaluate("document.activeElement.getAttribute('role')") == "doc-noteref"


def test_a_note_shows_on_tap_and_goes_with_a_tap_elsewhere(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served, width=360, has_touch=True, is_mobile=True)
    page.tap(NOTE)
    expect(page.locator(".kaartje")).to_contain_text(note_text(page))
    assert inside_window(page)
    assert "#" not in page.url
    page.locator("h1").tap()
    expect(page.locator(".kaartje")).to_have_count(0)


def test_no_id_stands_twice_while_a_card_is_open(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served)
    page.focus(NOTE)
    page.wait_for_selector(".kaartje")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))


def test_a_note_leads_to_the_foot_and_back(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served)
    target = page.get_attribute(NOTE, "href")
    page.focus(NOTE)
    page.keyboard.press("Enter")
    assert page.url.endswith(target or "?")
    page.locator(".voetnoten li:target .footnote-backref").click()
    expect(page.locator(".nootmarkering:target")).to_be_in_viewport()


def test_a_repaired_word_shows_what_the_source_has(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with('class="herstel" tabindex'))
    page.focus(".herstel[tabindex]")
    expect(page.locator(".kaartje")).to_have_text(page.get_attribute(".herstel[tabindex]", "data-bron") or "?")
    page.keyboard.press("Escape")
    expect(page.locator(".kaartje")).to_have_count(0)


def test_a_paragraphs_link_is_copied_said_and_marked(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served, permissions=["clipboard-read", "clipboard-write"])
    page.hover(".alinea")
    page.click(".alinea .ankerlink")
    expect(page.locator("#site-bericht")).to_have_text("Link naar deze alinea gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "#" in page.url
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_tools_of_a_paragraph_show_on_focus(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served)
    tools = page.locator(".alinea .gereedschap").first
    expect(tools).to_have_css("opacity", "0")
    page.locator(".ankerlink").first.focus()
    expect(tools).to_have_css("opacity", "1")


def test_the_way_to_the_source_marks_the_line(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served)
    page.locator(".alinea").first.hover()
    page.locator(".alinea .bronlink").first.click()
    expect(page.locator(".regel:target")).to_be_in_viewport()


def test_the_readers_colours_are_kept(visit: Visitor) -> None:
    page = visit(color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-kleur]")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    assert light != dark == page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(page.locator("[data-kleur]")).to_have_attribute("aria-pressed", "true")


def test_the_sidebar_follows_the_reader(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with('zij__secties" data-volg', 'class="alinea"'))
    last = page.locator("[data-volg] a").last
    page.evaluate("(hash) => document.getElementById(hash.slice(1)).scrollIntoView()", last.get_attribute("href"))
    expect(page.locator("[data-volg] [aria-current]")).not_to_have_count(0)


def test_the_first_tab_leads_past_the_header(visit: Visitor, served: Served) -> None:
    page = open_notes(visit, served)
    page.keyboard.press("Tab")
    expect(page.locator(".naar-inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "site-tekst"


def test_paper_gets_the_text_and_not_the_frame(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with("tekst--volledig"))
    page.emulate_media(media="print")
    for frame in (".kop", ".zij", ".gereedschap", ".bladeren", ".fout-melden"):
        expect(page.locator(frame).first).not_to_be_visible()
    for content in ("h1", ".alinea", ".alleen-afdruk"):
        expect(page.locator(content).first).to_be_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_everything_can_be_read_without_scripts(visit: Visitor, served: Served, width: int) -> None:
    page = open_notes(visit, served, width=width, java_script_enabled=False)
    expect(page.locator(".alinea").first).to_be_visible()
    expect(page.locator(".kop__zoek")).not_to_be_visible()
    target = page.get_attribute(NOTE, "href") or "?"
    page.locator(NOTE).first.click()
    assert page.url.endswith(target)
    expect(page.locator(".voetnoten li:target")).to_be_visible()


def test_without_scripts_the_menus_open_and_the_home_page_says_what_search_needs(visit: Visitor, served: Served) -> None:
    page = visit(width=360, java_script_enabled=False)
    expect(page.locator(".melding")).to_contain_text("JavaScript")
    page.click(".kop__menu")
    page.click("#site-menu >> text=Documenten")
    page.goto(served.root + served.page_with('class="kopblok"'))
    page.click(".zij__knop")
    expect(page.locator("#site-zijbalk a").first).to_be_visible()
