"""Each kind of question on a phone and on a desk; by keys alone; over a slow network; and the page of results."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Served, Visitor
from tests.support import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.dossier]

ROW: Final = ".zoek__uitkomst a"
CARD: Final = "a.zoek__eigen"
FIELD: Final = "#site-zoekterm"
SLOW: Final = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""A bad line: milliseconds, bytes a second."""


def ask(page: Page, words: str) -> None:
    """Type into the open window and wait for the answer."""
    page.fill(FIELD, words)
    expect(page.locator(".zoek__stand")).to_contain_text(f"voor “{words}”")


@pytest.fixture(params=[360, 1440], ids=["phone", "desk"])
def window(request: pytest.FixtureRequest, visit: Visitor) -> Page:
    """The window, open."""
    page = visit(width=request.param)
    page.click("[data-zoek]")
    return page


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("schip", "schepen", id="inflection"),
        pytest.param("fraude", "documentfraude", id="compound"),
        pytest.param("gezondheidscontroles", "gezondheids", id="shared part"),
        pytest.param("IMF", "Internationaal Monetair Fonds", id="long form"),
        pytest.param("Internationaal Monetair Fonds", "Internationaal Monetair Fonds", id="acronym"),
        pytest.param("kustwacht Libië", "Libische", id="adjective"),
        pytest.param("hoeveel schepen zijn geneutraliseerd", "geneutraliseerd", id="question"),
        pytest.param('"meer voor meer"', "meer voor meer", id="phrase"),
        pytest.param("coordinatiemechanisme", "coördinatiemechanisme", id="accents"),
    ],
)
def test_what_was_asked_or_a_relative_is_marked_in_the_first_rows(window: Page, words: str, found: str) -> None:
    ask(window, words)
    expect(window.locator(ROW).first).to_be_visible()
    marks = window.locator(f"{ROW} mark").all_inner_texts()
    assert any(found.casefold() in mark.casefold() for mark in marks)


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("COM(2016) 385", "documenten/com-2016-385/"),
        ("52011DC0743", "documenten/com-2011-743/"),
        ("richtlijn 2008/115", "verwijzingen/#2008-115-eg"),
        ("terugkeerrichtlijn", "verwijzingen/#2008-115-eg"),
        ("Syrische", "landen/syrie/"),
        ("VS", "landen/verenigde-staten/"),
        ("EUAA", "begrippen/euaa/"),
        ("top van Valletta", "tijdlijn/#top-van-valletta"),
    ],
)
def test_the_page_of_a_thing_stands_above_the_list_and_not_in_it(window: Page, served: Served, words: str, url: str) -> None:
    ask(window, words)
    expect(window.locator(CARD)).to_have_attribute("href", served.root + url)
    assert served.root + url not in [row.get_attribute("href") for row in window.locator(ROW).all()]


def test_a_body_is_found_under_its_later_name_and_the_window_says_so(window: Page) -> None:
    ask(window, "EUAA")
    expect(window.locator(".zoek__uitleg")).to_contain_text("Ook gezocht naar EASO, de vroegere naam van EUAA.")


def test_a_word_that_is_nowhere_gives_nothing(window: Page) -> None:
    ask(window, "uitzetting")
    expect(window.locator(".zoek__stand")).to_have_text("0 resultaten voor “uitzetting”")
    expect(window.locator(".zoek__raad")).to_be_visible()
    expect(window.locator(ROW)).to_have_count(0)


def test_beside_a_word_that_is_nowhere_the_others_are_found_below_a_line_that_says_so(window: Page) -> None:
    ask(window, "olifant Libië")
    expect(window.locator(".zoek__uitleg")).to_contain_text("“olifant” komt in de teksten niet voor.")
    expect(window.locator(ROW).first).to_be_visible()


def test_a_mistyped_word_is_understood_at_a_touch(window: Page) -> None:
    ask(window, "vluchtellingen")
    window.locator(".zoek__bedoelde button", has_text="vluchtelingen").first.click()
    expect(window.locator(FIELD)).to_have_value("vluchtelingen")
    expect(window.locator(ROW).first).to_be_visible()


def test_rows_with_fewer_words_follow_under_a_line(window: Page) -> None:
    ask(window, "detentiecentra Libië")
    expect(window.locator(".zoek__grens")).to_have_text("Niet alle woorden: passages met de meeste ervan")
    expect(window.locator(".zoek__verwant", has_text="zonder: ").first).to_be_visible()


def test_filters_fold_on_a_phone_and_never_offer_nothing(window: Page) -> None:
    ask(window, "terugkeer")
    folded = window.locator("#site-zoekvenster .zoek__filters")
    width = window.evaluate("innerWidth")
    expect(folded).to_have_attribute("open", "") if width > 640 else expect(folded).not_to_have_attribute("open", "")
    expect(window.locator("[data-filter=soort] option").nth(1)).to_be_attached()
    for name in ("document", "land", "soort", "jaar"):
        counts = [
            re.search(r"\(([\d.]+)\)$", text)
            for text in window.locator(f"#site-zoekvenster [data-filter={name}] option").all_text_contents()[1:]
        ]
        assert counts
        assert all(count and int(count[1].replace(".", "")) > 0 for count in counts)


def test_a_filter_keeps_the_rows_that_its_count_told(window: Page) -> None:
    ask(window, "terugkeer")
    option = window.locator("#site-zoekvenster [data-filter=land] option").nth(1)
    expect(option).to_be_attached()
    told = (re.search(r"\((\d+)\)", option.text_content() or "") or [""])[1]
    window.locator("#site-zoekvenster .zoek__filters").evaluate("fold => { fold.open = true; }")
    window.select_option("#site-zoekvenster [data-filter=land]", option.get_attribute("value"))
    expect(window.locator(".zoek__stand")).to_contain_text(re.compile(rf"^{told} resulta"))


def test_order_by_date_and_by_document(visit: Visitor) -> None:
    page = visit("zoeken/?q=hervestiging&volgorde=datum")
    page.wait_for_selector(ROW)
    years = [int(re.findall(r"\d{4}", text)[-1]) for text in page.locator(f"{ROW} .zoek__waar").all_inner_texts()]
    assert years == sorted(years, reverse=True)
    page.locator("[data-zoekpagina] [data-groepeer]").check()
    expect(page.locator("[data-zoekpagina] .zoek__grens").first).to_be_visible()
    assert page.url.endswith("?q=hervestiging&volgorde=datum&groepeer=document")


def test_the_page_of_results_can_be_shared_and_comes_back(visit: Visitor) -> None:
    page = visit("zoeken/?q=visumbeleid")
    page.wait_for_selector(ROW)
    expect(page.locator("#site-zoekvraag")).to_have_value("visumbeleid")
    expect(page.locator(".tekst--zoeken")).to_be_hidden()
    expect(page.locator("[data-zoekpagina] .zoek__stand")).to_contain_text("resulta")
    found = page.locator("[data-zoekpagina] .zoek__stand").inner_text()
    page.locator(ROW).first.click()
    page.wait_for_url("**/documenten/**")
    page.go_back()
    expect(page.locator("[data-zoekpagina] .zoek__stand")).to_have_text(found)


def test_by_keys_alone_from_a_question_to_its_answer(visit: Visitor) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("Libische kustwacht")
    expect(page.locator(".zoek__stand")).to_contain_text("voor “Libische kustwacht”")
    expect(page.locator(f"{ROW} mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    href = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(href)
    page.wait_for_function("CSS.highlights.get('gezocht')?.size > 0")


def test_one_escape_closes_the_window_also_with_words_in_the_field(window: Page) -> None:
    ask(window, "terugkeer")
    window.locator(FIELD).press("Escape")
    expect(window.locator("#site-zoekvenster")).not_to_be_visible()


def test_every_word_and_relative_is_marked_in_the_opened_paragraph(visit: Visitor) -> None:
    page = visit("?zoek=UNHCR%20Libi%C3%AB")
    page.locator(ROW).first.click()
    page.wait_for_url("**/documenten/**")
    page.wait_for_function("CSS.highlights.get('gezocht')?.size > 1")
    marked = {text.casefold() for text in page.evaluate("[...CSS.highlights.get('gezocht')].map(String)")}
    assert any("commissaris" in text or "unhcr" in text for text in marked)
    assert any(text.startswith("libi") for text in marked)


def test_over_a_slow_network_the_last_words_win(visit: Visitor) -> None:
    page = visit(width=360)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    page.click("[data-zoek]")
    page.wait_for_selector(FIELD)
    page.locator(FIELD).press_sequentially("hervestiging", delay=20)
    page.fill(FIELD, "visumbeleid")
    expect(page.locator(".zoek__stand")).to_contain_text("“visumbeleid”", timeout=20_000)
    expect(page.locator(f"{ROW} mark").first).to_contain_text("visumbeleid", ignore_case=True)


def test_an_index_that_cannot_be_fetched_is_told(visit: Visitor) -> None:
    page = visit()
    page.route("**/zoekindex/**", lambda route: route.fulfill(status=404))
    page.click("[data-zoek]")
    expect(page.locator(".zoek__stand")).to_contain_text("De zoekindex kan niet worden geladen.")


def test_recent_searches_stay_on_the_device_until_they_are_cleared(visit: Visitor, served: Served) -> None:
    page = visit("?zoek=visumbeleid")
    page.locator(ROW).first.click()
    page.wait_for_url("**/documenten/**")
    page.goto(served.root)
    page.keyboard.press("/")
    kept = page.locator("[data-eerder]")
    expect(kept.locator("button", has_text="visumbeleid")).to_be_visible()
    page.click("[data-wis]")
    expect(kept).to_be_hidden()
    assert page.evaluate("localStorage.getItem('zoekgeschiedenis')") is None


def test_without_javascript_there_is_a_list_from_a_to_z(visit: Visitor) -> None:
    page = visit("zoeken/", java_script_enabled=False)
    expect(page.locator("[data-zoekpagina]")).to_be_hidden()
    links = page.locator(".van-a-tot-z a")
    assert links.count() > 100
    expect(page.locator(".van-a-tot-z a", has_text="Libië")).to_be_visible()
    expect(page.locator("a[href$='frontex/']").first).to_be_visible()


def test_a_browser_can_add_the_site_as_a_search_engine(visit: Visitor, served: Served) -> None:
    page = visit()
    page.locator("link[rel=search]").get_attribute("href")
    described = ET.fromstring((served.site / "opensearch.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own file
    address = described.find("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert address is not None
    assert address.attrib["template"].endswith("/zoeken/?q={searchTerms}")


def test_searching_works_under_a_strict_policy(visit: Visitor, served: Served) -> None:
    page = visit()

    def strict(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer,
            headers={**answer.headers, "content-security-policy": "default-src 'self'; script-src 'self'; img-src 'self' data:"},
        )

    page.route("**/zoeken/**", strict)
    page.goto(f"{served.root}zoeken/?q=EASO")
    expect(page.locator(ROW).first).to_be_visible()
    expect(page.locator(CARD)).to_be_visible()


def test_the_browser_makes_the_same_words_and_stems_as_the_index(visit: Visitor, served: Served) -> None:
    from generator.search.words import stem, tokens  # noqa: PLC0415

    text = " ".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted((ROOT / "seeds").glob("*.txt")))
    page = visit()
    script = """async ({ root, text }) => {
      const { Index } = await import(root + "assets/js/search-index.js");
      const { stemmer, tokens } = await import(root + "assets/js/search-words.js");
      const index = await Index.open(root);
      const { stem } = stemmer(index.languages.nl);
      const forms = tokens(text).map((token) => token.form);
      return { count: forms.length, stems: Object.fromEntries(forms.map((form) => [form, stem(form)])) };
    }"""
    told: Mapping[str, object] = page.evaluate(script, {"root": served.root, "text": text})
    words = tokens(text)
    assert told["count"] == len(words)
    assert told["stems"] == {word.form: stem(word.form, "nl") for word in words}
