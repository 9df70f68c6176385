"""The page as a whole: one left edge at each width, no window left mostly empty, the name of the site on one line."""

from __future__ import annotations

from typing import Final

import pytest

from tests.browser.conftest import Served, Visitor
from tests.browser.test_accessibility import kinds

pytestmark = [pytest.mark.browser, pytest.mark.site]

_WIDTHS: Final = (360, 768, 1024, 1280, 1440, 1920)

_LEAST: Final = 0.4
"""Of the width of a window of 1920 pixels: two thirds of it are not to be empty."""

_LEFT_EDGES: Final = """() => ["img", "h1", "p"].map((name) => {
  const place = { img: ".kop__merk img", h1: "main h1", p: ".voet p" }[name];
  return Math.round(document.querySelector(place).getBoundingClientRect().left);
})"""

_REACH: Final = """() => {
  const main = document.querySelector(".blad");
  const boxes = [...main.querySelectorAll("a, p, li, table, svg, figure, summary, input, button, td")].map((part) => part.getBoundingClientRect());
  const seen = boxes.filter((box) => box.width && box.height);
  return (Math.max(...seen.map((box) => box.right)) - Math.min(...seen.map((box) => box.left))) / innerWidth;
}"""
"""The part of the window's width from the leftmost thing on the page to the rightmost."""


def test_every_kind_of_page_begins_at_the_same_left_edge(visit: Visitor, served: Served) -> None:
    page = visit()
    found: dict[int, dict[str, list[int]]] = {width: {} for width in _WIDTHS}
    for name, url in kinds(served).items():
        page.goto(served.root + url)
        for width in _WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found[width][name] = page.evaluate(_LEFT_EDGES)
    differing = {
        width: {name: edges for name, edges in edged.items() if max(edges) - min(edges) > 1 or edges[0] != edged["home"][0]}
        for width, edged in found.items()
    }
    assert {width: names for width, names in differing.items() if names} == {}


def test_no_kind_of_page_leaves_a_wide_window_two_thirds_empty(visit: Visitor, served: Served) -> None:
    page = visit(width=1920)
    empty = {}
    for name, url in kinds(served).items():
        page.goto(served.root + url)
        if (reach := page.evaluate(_REACH)) < _LEAST:
            empty[name] = round(reach, 2)
    assert empty == {}


def test_the_name_of_the_site_stands_on_one_line(visit: Visitor) -> None:
    page = visit()
    heights = {}
    for width in (360, 768, 1280, 1366, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        heights[width] = page.evaluate("document.querySelector('.kop__merk span').getClientRects().length")
    assert set(heights.values()) == {1}, heights


_SEEN_ORDER: Final = """() => {
  const tops = [...document.querySelectorAll("main > *")].filter((part) => part.offsetHeight && !part.matches(".acties"))
    .map((part) => part.getBoundingClientRect().top);
  return tops.every((top, place) => place === 0 || top >= tops[place - 1]);
}"""
"""Whether the parts of the page stand one below another as they do in its source; the tools of a document stand beside its head."""


def test_what_comes_last_in_the_source_stands_last_on_the_page(visit: Visitor, served: Served) -> None:
    page = visit(width=1440)
    wrong = []
    for name, url in kinds(served).items():
        page.goto(served.root + url)
        if not page.evaluate(_SEEN_ORDER):
            wrong.append(name)
    assert wrong == []
