"""Citing a paragraph, an entry and a chart; copying over paragraphs; numbers of paragraphs: in a browser, with and without script."""

from __future__ import annotations

import json
import re
from typing import Any, Final

import pypandoc
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served, Visitor
from tests.browser.kinds import without_repeats
from tests.browser.test_accessibility import SCHEMES, WIDTHS, findings
from tests.support import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.site]

CLIPBOARD: Final = {"permissions": ["clipboard-read", "clipboard-write"]}


def chapter(visit: Visitor, served: Served, **options: Any) -> Page:
    """A chapter with at least three paragraphs."""
    return visit(served.page_with('class="citeerlink"', 'id="p-1-3"', without="tekst--volledig"), **options)


def cite(page: Page) -> Page:
    """The page with the window open for its third paragraph."""
    page.locator("#p-1-3 .citeerlink, #p-1-3.alinea .citeerlink").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".citeervenster")).to_be_visible()
    return page


def form(page: Page, name: str) -> str:
    """The words of one form in the window."""
    return page.locator(f".citeervenster [data-citatie='{name}'] > :is(pre, p:not(.citatie__naam))").text_content() or ""


def test_a_paragraph_is_cited_in_five_formats_that_others_read_alike(visit: Visitor, served: Served) -> None:
    page = cite(chapter(visit, served))
    (item,) = json.loads(form(page, "csl"))
    assert item["URL"].endswith("#p-1-3")
    assert item["note"].endswith("alinea 3")
    assert parse_string(form(page, "bibtex")).failed_blocks == []
    (from_bibtex,) = json.loads(pypandoc.convert_text(form(page, "bibtex"), "csljson", format="bibtex"))
    (from_ris,) = json.loads(pypandoc.convert_text(form(page, "ris"), "csljson", format="ris"))
    assert from_bibtex["URL"] == from_ris["URL"] == rispy.loads(form(page, "ris"))[0]["urls"][0] == item["URL"]
    assert from_bibtex["id"] == item["id"]
    assert from_bibtex["issued"]["date-parts"][0][0] == from_ris["issued"]["date-parts"][0][0] == item["issued"]["date-parts"][0][0]
    for style, name in (("apa", "apa"), ("leidraad", "leidraad")):
        assert flat(form(page, name)).replace(f", {item['note']}", "") == processed(item, style)
    assert form(page, "apa-tekst").endswith(f", {item['note']})")


def processed(item: dict[str, Any], style: str) -> str:
    """What Pandoc's own CSL processor prints of an item."""
    text = json.dumps({"lang": "nl-NL", "nocite": "@*", "references": [item]}, ensure_ascii=False)
    options = ["--citeproc", f"--csl={ROOT / 'generator/data/styles' / style}.csl", "--wrap=none"]
    return flat(pypandoc.convert_text(f"---\n{text}\n---\n", "plain", format="markdown-smart", extra_args=options))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_quotation_is_the_paragraph_alone_with_its_place_and_address(visit: Visitor, served: Served) -> None:
    page = chapter(visit, served)
    words = page.evaluate(
        "() => { const copied = document.getElementById('p-1-3').cloneNode(true);"
        " copied.querySelectorAll('.gereedschap, .nootmarkering, .alleen-voorlezen, .verwant').forEach((part) => part.remove());"
        " return copied.textContent; }"
    )
    quoted = form(cite(page), "citaat")
    assert quoted.startswith(f"“{flat(words)}” (")
    assert quoted.endswith("#p-1-3")


def test_a_form_is_copied_with_its_italics(visit: Visitor, served: Served) -> None:
    page = cite(chapter(visit, served, **CLIPBOARD))
    page.click(".citeervenster [data-citatie=apa] .citatie__kopieer")
    expect(page.locator(".citeervenster [data-citatie=apa] .citatie__kopieer")).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == form(page, "apa")
    html = page.evaluate("navigator.clipboard.read().then((all) => all[0].getType('text/html')).then((blob) => blob.text())")
    assert "<i>" in html


def test_escape_closes_the_window_and_the_reader_is_where_he_was(visit: Visitor, served: Served) -> None:
    page = cite(chapter(visit, served))
    page.keyboard.press("Escape")
    expect(page.locator(".citeervenster")).not_to_be_visible()
    assert page.evaluate("document.activeElement.matches('#p-1-3 .citeerlink')")


@WIDTHS
@SCHEMES
def test_the_window_has_no_barrier(visit: Visitor, served: Served, width: int, scheme: str) -> None:
    page = cite(chapter(visit, served, width=width, color_scheme=scheme))
    assert findings(page, "citing", within=".citeervenster") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@WIDTHS
@SCHEMES
def test_pages_with_their_citing_parts_open_have_no_barrier(visit: Visitor, served: Served, width: int, scheme: str) -> None:
    page, found = visit(width=width, color_scheme=scheme), []
    term = next(path.parent.name for path in sorted((served.site / "begrippen").glob("*/index.html")) if "site-grafiek" in path.read_text())
    for url in (f"begrippen/{term}/", "bedragen/", served.page_with('class="citeerlijst"')):
        page.goto(served.root + url)
        page.evaluate("document.querySelectorAll('details.citeren').forEach((part) => { part.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url
        without_repeats(page)
        found += findings(page, url)
    assert found == []


def test_an_entry_and_its_chart_are_cited_with_the_readers_day(visit: Visitor, served: Served) -> None:
    term = next(path.parent.name for path in sorted((served.site / "begrippen").glob("*/index.html")) if "site-grafiek" in path.read_text())
    page = visit(f"begrippen/{term}/", locale="nl-NL")
    page.clock.set_fixed_time("2031-05-04T12:00:00")
    page.reload()
    cited = page.locator("main .tekst > details.citeren [data-citatie=apa] > p").last.text_content() or ""
    assert re.search(rf"Geraadpleegd op 4 mei 2031, van https://\S+/begrippen/{term}/$", cited)
    chart = page.locator("#site-grafiek details.citeren [data-citatie=apa] > p").last.text_content() or ""
    assert chart.endswith(f"/begrippen/{term}/#site-grafiek")
    assert "[Grafiek]" in chart


def test_without_script_a_page_tells_how_each_paragraph_is_cited(visit: Visitor, served: Served) -> None:
    page = chapter(visit, served, java_script_enabled=False)
    page.locator("#p-1-3 .citeerlink").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/citeren/#p-1-3")
    row = page.locator("li:target")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("alinea 3")
    expect(row).to_contain_text("#p-1-3.")
    expect(page.locator(".citatie__kopieer")).to_have_count(0)


def test_files_for_reference_managers_can_be_read(visit: Visitor, served: Served) -> None:
    page = visit(served.page_with('class="citeerlijst"'))
    for ending, read in ((".bib", "bibtex"), (".ris", "ris"), (".csl.json", "csljson")):
        address = page.evaluate("(ending) => document.querySelector(`.downloads a[href$='${ending}']`).href", ending)
        text = page.request.get(address).body().decode()
        assert len(json.loads(pypandoc.convert_text(text, "csljson", format=read))) == 1


def test_three_paragraphs_are_copied_as_text_alone(visit: Visitor, served: Served) -> None:
    page = chapter(visit, served, **CLIPBOARD)
    wanted = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll(".tekst--document > p.alinea")].slice(0, 3);
          getSelection().setBaseAndExtent(all[0], 0, all[2], all[2].childNodes.length);
          return all.map((one) => {
            const copied = one.cloneNode(true);
            copied.querySelectorAll(".gereedschap, .nootmarkering, .alleen-voorlezen").forEach((part) => part.remove());
            return copied.textContent.replace(/\\s+/g, " ").trim();
          });
        }"""
    )
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert not re.search(r"¶|\bbron\b\s+citeer|Nieuw in dit document", copied)
    lines = [flat(line) for line in copied.splitlines() if line.strip()]
    assert [line for line in lines if line in wanted] == wanted
    html = page.evaluate("navigator.clipboard.read().then((all) => all[0].getType('text/html')).then((blob) => blob.text())")
    assert "gereedschap" not in html
    assert "¶" not in html


def test_the_tools_are_not_selected_with_the_text(visit: Visitor, served: Served) -> None:
    page = chapter(visit, served)
    assert page.locator(".alinea .gereedschap").first.evaluate("(tools) => getComputedStyle(tools).userSelect") == "none"


def test_numbers_of_paragraphs_are_shown_when_asked_for_and_stay(visit: Visitor, served: Served) -> None:
    page = chapter(visit, served)
    shown = "(name) => getComputedStyle(document.querySelector('.alinea[data-nr]'), '::before').content"
    assert page.evaluate(shown, "") == "none"
    page.get_by_role("button", name="Alineanummers").click()
    assert page.evaluate(shown, "") == '"1"'
    page.reload()
    assert page.evaluate(shown, "") == '"1"'
    expect(page.get_by_role("button", name="Alineanummers")).to_have_attribute("aria-pressed", "true")


def test_without_script_the_numbers_are_there(visit: Visitor, served: Served) -> None:
    page = chapter(visit, served, java_script_enabled=False)
    expect(page.locator("html")).to_have_class("zonder-js")
    assert "data-nr" in page.content()
