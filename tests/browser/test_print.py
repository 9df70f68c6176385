"""Pages on paper: printed as a reader prints them, and the sheets read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Served, Visitor

Sheets = list[str]
Printer = Callable[[Page], tuple[pypdfium2.PdfDocument, Sheets]]

_EDGE = 20.0
"""Points at the edge of a sheet that printers leave white."""

_CUT = """() => {
  const width = document.documentElement.clientWidth + 1;
  const shown = [...document.querySelectorAll("main :not(svg *)")].filter((one) => one.checkVisibility() && one.getClientRects().length);
  const clips = (one) => one.clientWidth > 4 && getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1;
  return shown.filter((one) => one.getBoundingClientRect().right > width || clips(one)).map((one) => one.outerHTML.slice(0, 120));
}"""
"""What reaches over the right edge of the column of paper, or is cut off by a box of its own; not what is for a voice only, one pixel wide."""


_FOLDED = """() => [...document.querySelectorAll("main details:not([open], .bijzaak, .citeren, .verwant)")]
  .filter((one) => !one.closest("figure, [hidden], .zoek") && [...one.children].some((part) => part.localName !== "summary" && !part.checkVisibility()))
  .map((one) => one.outerHTML.slice(0, 120))"""
"""What is folded on paper, where nobody can open it: not what says in other words what stands there already."""


@pytest.fixture
def on_paper() -> Printer:
    """Prints a page on A4, with the style for paper."""

    def print_page(page: Page) -> tuple[pypdfium2.PdfDocument, Sheets]:
        pdf = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
        return pdf, [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf]

    return print_page


def _address(page: Page) -> str:
    return str(page.locator("link[rel=canonical]").get_attribute("href"))


def _kinds(served: Served) -> Iterator[str]:
    """The address of one page of each kind: the longest of those in one folder, which has most to go wrong."""
    kinds: dict[tuple[str, ...], tuple[int, str]] = {}
    for path in served.site.rglob("index.html"):
        url = path.parent.relative_to(served.site).as_posix() + "/"
        parts = path.parent.relative_to(served.site).parts
        kind = (
            (parts[0], "", parts[2] if parts[2] in {"bron", "volledig", "citeren"} else "")
            if len(parts) > 2
            else (*parts[:1], *(["*"] * (len(parts) - 1)))
        )
        kinds[kind] = max(kinds.get(kind, (0, "")), (path.stat().st_size, "" if url == "./" else url))
    return (url for _, url in sorted(kinds.values()))


@pytest.mark.browser
def test_each_sheet_of_a_chapter_says_what_it_is_of_and_where_it_stands(visit: Visitor, served: Served, on_paper: Printer) -> None:
    page = visit(served.page_with('class="voetnoten"', "data-druk-feiten", "data-druk-hoofdstuk", without="tekst--volledig"))
    told = [page.locator("html").get_attribute(f"data-druk-{name}") or "" for name in ("titel", "feiten", "hoofdstuk")]
    pdf, sheets = on_paper(page)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        assert [part for part in (*told, _address(page), f"{number} / {len(pdf)}") if part not in sheet] == [], number


@pytest.mark.browser
def test_each_sheet_of_a_whole_document_says_its_chapter(visit: Visitor, served: Served, on_paper: Printer) -> None:
    page = visit(served.page_with("tekst--volledig", "<h2 id"))
    chapters = page.locator(".tekst--volledig > h2")
    names = [" ".join(name.split()).removesuffix("¶") for name in chapters.all_inner_texts()]
    _, sheets = on_paper(page)
    heads = [sheet[:400] for sheet in sheets]
    first = next(number for number, head in enumerate(heads) if names[0] in head)
    assert [number for number, head in enumerate(heads) if number >= first and not any(name in head for name in names)] == []


@pytest.mark.browser
def test_each_paragraph_on_paper_has_its_address_beside_it(visit: Visitor, served: Served, on_paper: Printer) -> None:
    page = visit(served.page_with('href="#p-1-1"', 'class="voetnoten"', without="tekst--volledig"))
    names = page.evaluate("[...document.querySelectorAll('.alinea > .gereedschap > .ankerlink')].map((link) => link.getAttribute('href'))")
    said = " ".join(on_paper(page)[1])
    assert names
    assert [name for name in names if name not in said] == []


@pytest.mark.browser
def test_a_filtered_timeline_is_printed_as_it_is_filtered(visit: Visitor, on_paper: Printer) -> None:
    whole = visit("tijdlijn/")
    document = whole.locator("select[name=document] option:not([value=''])").first.get_attribute("value")
    page = visit(f"tijdlijn/?document={document}")
    page.wait_for_function("document.getElementById('tijdlijn-stand').textContent !== ''")
    shown = page.locator(".moment:visible .moment__datum, .moment:visible time").all_inner_texts()
    _, sheets = on_paper(page)
    assert len(sheets) < len(on_paper(whole)[1])
    said = " ".join(sheets)
    assert [day for day in shown if " ".join(day.split()) not in said] == []
    assert all(f"{_address(page)}?document={document}" in "".join(sheet.split()) for sheet in sheets)
    assert page.locator("#tijdlijn-stand").inner_text() in said


@pytest.mark.browser
def test_every_kind_of_page_fits_the_sheet(visit: Visitor, served: Served, on_paper: Printer) -> None:
    """Nothing is cut off, no sheet is empty, and what only a screen has use for is left out."""
    page = visit()
    for url in _kinds(served):
        page.goto(served.root + url)
        pdf, sheets = on_paper(page)
        assert [number for number, sheet in enumerate(sheets) if len(sheet) < 120] == [], url
        for sheet in pdf:
            width, height = sheet.get_size()
            words = sheet.get_textpage()
            boxes = [words.get_rect(number) for number in range(words.count_rects())]
            assert boxes
            assert [box for box in boxes if box[0] < _EDGE or box[1] < _EDGE or box[2] > width - _EDGE or box[3] > height - _EDGE] == [], (
                url
            )
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 658, "height": 900})
        assert page.evaluate(_CUT) == [], url
        assert page.evaluate(_FOLDED) == [], url
        assert page.locator(":is(.kop, .zij, .bladeren, .zoek, .knop, .kruimels):visible").count() == 0, url
        page.emulate_media(media="null")
        page.set_viewport_size({"width": 1440, "height": 800})
