"""Every count that a page shows is the number of rows that it shows: each kind of count in a table, held against the built pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from bs4 import Tag

from tests.conftest import Built
from tests.site.pages import soup

pytestmark = pytest.mark.site

Pair: TypeAlias = tuple[str, int, int]
"""Where a count stands, what it says, and how many rows there are."""

_NUMBER: Final = re.compile(r"\d[\d.]*")
_IN_BRACKETS: Final = re.compile(r"\((\d[\d.]*)\)\s*$")


@cache
def _page(path: Path) -> Tag:
    article = soup(path).find("article")
    assert isinstance(article, Tag), path
    return article


def _first(words: str) -> int:
    found = _NUMBER.search(words)
    assert found, words
    return int(found[0].replace(".", ""))


def _bracketed(words: str) -> int | None:
    found = _IN_BRACKETS.search(words)
    return int(found[1].replace(".", "")) if found else None


def _tokens(rows: Iterable[Tag], name: str) -> Counter[str]:
    return Counter(token for row in rows for token in str(row.get(f"data-{name}", "")).split())


def choices(page: Tag) -> Iterator[Pair]:
    """The options above a list: how many items each leaves."""
    for form in page.select("form[data-keuze]"):
        rows = page.select(f"#{form['data-keuze']} [data-document]")
        for field in form.select("select"):
            of = _tokens(rows, str(field["name"]))
            for option in field.select("option"):
                said = _bracketed(option.get_text())
                if said is not None:
                    yield f"{field['name']}={option['value']}", said, of[str(option["value"])]


def foldable(page: Tag) -> Iterator[Pair]:
    """The lists that open: contexts of an act, passages of a document, what is near a paragraph."""
    rows = (
        ("details.context", ".concordantie li"),
        (".concordantie > details", "li"),
        ("details.passages", ".passage"),
        ("details.kolom__meer", ".kolom__passage"),
        ("details.moment__plaatsen", "li"),
        ("details.bijzaak", "li.moment"),
    )
    for group, row in rows:
        for found in page.select(group):
            summary = found.select_one("summary")
            assert summary
            amount = summary.select_one(".aantal") or summary
            words = amount.get_text()
            bracketed = _bracketed(words)
            said = bracketed if bracketed is not None else sum(int(number.replace(".", "")) for number in _NUMBER.findall(words))
            yield words, said, len(found.select(row))
    for found in page.select("details.verwant"):
        summary = found.select_one("summary")
        alike = re.search(r"(\d+) passages?", summary.get_text()) if summary else None
        if alike:
            yield alike[0], int(alike[1]), len(found.select("li"))


def lists(page: Tag) -> Iterator[Pair]:
    """Links to the groups of a page, each with how much stands in it."""
    for item in page.select(".springlijst li:has(.aantal)"):
        link, amount = item.select_one("a[href^='#']"), item.select_one(".aantal")
        if link and amount:
            target = page.find(id=str(link["href"])[1:])
            assert isinstance(target, Tag)
            beside = target.find_next_sibling("div") if target.name == "h2" else target
            assert isinstance(beside, Tag)
            yield link.get_text(), _first(amount.get_text()), len(beside.select(".passage, .besluit-kaart"))
    for heading in page.select("h2[id^='soort-']"):
        beside = heading.find_next_sibling("div")
        assert isinstance(beside, Tag)
        yield heading.get_text(), _bracketed(heading.get_text()) or 0, len(beside.select(".besluit-kaart"))
    for card in page.select(".besluit-kaart:has(details.context)"):
        numbers = [_bracketed(item.get_text()) or 0 for item in card.select(".vindplaatsen li")]
        yield str(card.get("aria-labelledby")), sum(numbers), len(card.select("details.context .concordantie li"))


def columns(page: Tag) -> Iterator[Pair]:
    """The columns of a subject: how many passages of the document are about it."""
    for column in page.select(".kolom"):
        amount = column.select_one(".kolom__aantal")
        assert amount
        yield column.get_text()[:40], _first(amount.get_text()), len(column.select(".kolom__passage"))


@pytest.mark.parametrize(
    ("counted", "least"),
    [(choices, 60), (foldable, 1000), (lists, 60), (columns, 50)],
    ids=lambda value: value.__name__ if callable(value) else str(value),
)
def test_what_a_page_counts_is_what_it_shows(built_site: Built, counted: Callable[[Tag], Iterator[Pair]], least: int) -> None:
    pairs = [(str(path.relative_to(built_site.site)), *pair) for path in built_site.pages for pair in counted(_page(path))]
    assert len(pairs) >= least
    assert [pair for pair in pairs if pair[2] != pair[3]] == []


def _index(built_site: Built, folder: str) -> Tag:
    return _page(built_site.site / folder / "index.html")


def test_the_timeline_counts_what_it_shows(built_site: Built) -> None:
    page = _index(built_site, "tijdlijn")
    of_kind = _tokens(page.select(".moment"), "soort")
    boxes = {str(box["value"]): _bracketed(box.parent.get_text()) for box in page.select("input[name=soort]") if box.parent}
    assert boxes == dict(of_kind)
    assert _first(page.select("p")[0].get_text()) == of_kind.total()
    years = {str(link["data-jaar"]): _first(link.select(".grafiek__aantal")[0].get_text()) for link in page.select(".jaargrafiek svg a")}
    assert years == {year: _tokens(_of_year(page, year), "soort").total() for year in years}
    table = {row.select("th")[0].get_text(): _first(row.select("td")[-1].get_text()) for row in page.select(".jaargrafiek tbody tr")}
    assert table == years


def _of_year(page: Tag, year: str) -> Iterator[Tag]:
    heading = page.find(id=f"jaar-{year}")
    assert isinstance(heading, Tag)
    for beside in heading.find_next_siblings():
        if beside.name == "h2":
            return
        yield from beside.select(".moment")


def test_deadlines_are_counted_alike_on_every_page(built_site: Built) -> None:
    timeline, deadlines, register = (_index(built_site, name) for name in ("tijdlijn", "tijdlijn/termijnen", "toezeggingen"))
    number = len(deadlines.select("#lijst-termijnen tbody tr"))
    assert number > 0
    assert _first(deadlines.select("p")[0].get_text()) == number
    assert _tokens(timeline.select(".moment"), "soort")["termijn"] == number
    assert _tokens(register.select("[data-termijn]"), "termijn")["met"] == number
    by_document = _tokens(deadlines.select("tbody tr"), "document")
    assert by_document == _tokens(register.select(".toezegging[data-termijn]"), "document")


@pytest.mark.parametrize(
    ("folder", "row", "name"),
    [("begrippen", ".begrippen > li", ".begrippen__feiten"), ("onderwerpen", ".begrippen > li", ".begrippen__feiten:last-child")],
)
def test_a_list_counts_what_the_pages_it_leads_to_show(built_site: Built, folder: str, row: str, name: str) -> None:
    counted = 0
    for item in _index(built_site, folder).select(row):
        link, facts = item.select_one("a"), item.select_one(name)
        said = re.search(r"(\d[\d.]*) (?:vermelding|passage)(?:en|s)? in (\d+) document", facts.get_text()) if facts else None
        if link and said:
            own = _page(built_site.site / folder / str(link["href"]) / "index.html")
            rows = own.select(".concordantie li") if folder == "begrippen" else own.select(".kolom__passage")
            groups = own.select(".concordantie > details") if folder == "begrippen" else own.select(".kolom:has(.kolom__passage)")
            assert (said[1].replace(".", ""), said[2]) == (str(len(rows)), str(len(groups))), link.get_text()
            counted += 1
    assert counted > 10


def test_the_table_of_countries_counts_what_their_pages_mark(built_site: Built) -> None:
    counted = 0
    for row in _index(built_site, "landen").select("table.landen tbody tr"):
        link, mentions, documents = row.select_one("a"), *(int(str(cell["data-waarde"])) for cell in row.select("td.getal"))
        assert link
        own = _page(built_site.site / "landen" / str(link["href"]) / "index.html")
        shown = own.select(".passage mark")
        groups = own.select("details.passages")
        assert (mentions, documents) == (len(shown), len(groups)), link.get_text()
        counted += 1
    assert counted > 10


def test_links_to_a_register_promise_what_it_shows(built_site: Built) -> None:
    """A link with a number to a list with choices: as many rows fit them."""
    promised = 0
    for path in built_site.pages:
        for link in _page(path).select("a[href*='toezeggingen/?'], a[href*='termijnen/?'], a[href*='bedragen/?']"):
            target, _, asked = str(link["href"]).partition("?")
            name, _, value = asked.partition("=")
            page = _page((path.parent / target / "index.html").resolve())
            form = page.select_one("form[data-keuze]")
            assert form
            rows = page.select(f"#{form['data-keuze']} [data-document]")
            assert _first(link.get_text()) == _tokens(rows, name)[value], (path, link)
            promised += 1
    assert promised > 5
