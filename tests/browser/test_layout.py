"""The page as a whole, of each kind: one left edge at each width, nothing cut off, no window left mostly empty, the name of the site on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Served, Visitor
from tests.browser.kinds import HEIGHT, Found, Look, looked_at

pytestmark = [pytest.mark.browser, pytest.mark.site]

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

_NEEDED: Final = "document.documentElement.scrollWidth"

_BEYOND: Final = """() => {
  const scrolls = (part) => /(auto|scroll|hidden|clip)/.test(getComputedStyle(part).overflowX);
  const framed = (part) => { for (let up = part.parentElement; up && up !== document.body; up = up.parentElement) if (scrolls(up)) return true; return false; };
  const parts = [...document.querySelectorAll("body *")]
    .filter((part) => part.getClientRects().length && part.getBoundingClientRect().right > innerWidth + 1 && !framed(part) && !scrolls(part))
    .map((part) => `${part.tagName}.${part.className}`);
  return document.documentElement.scrollWidth > innerWidth ? ["the page", ...parts] : parts;
}"""
"""What reaches beyond the right edge of the window, save in frames that scroll."""

_SEEN_ORDER: Final = """() => {
  const tops = [...document.querySelectorAll("main > *")].filter((part) => part.offsetHeight && !part.matches(".acties"))
    .map((part) => part.getBoundingClientRect().top);
  return tops.every((top, place) => place === 0 || top >= tops[place - 1]);
}"""
"""Whether the parts of the page stand one below another as they do in its source; the tools of a document stand beside its head."""

_MOVING: Final = """() => [...document.querySelectorAll("*")].filter((part) => {
  const style = getComputedStyle(part);
  return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
}).map((part) => part.className)"""

_LOOKS: Final[Mapping[str, Look]] = {
    "edges": Look(_LEFT_EDGES, (360, 768, 1024, 1280, 1440, 1920)),
    "needed": Look(_NEEDED, (320, 360, 768, 1024, 1440)),
    "reach": Look(_REACH, (1920,)),
    "order": Look(_SEEN_ORDER, (1440,)),
    "moving": Look(_MOVING, (1440,)),
    "small window": Look(_BEYOND, (320,)),
    "large letters": Look(_BEYOND, (360,), letters="200%"),
}
"""320 pixels are also what is left of 1280 at a zoom of 400 %."""


@pytest.fixture(scope="module")
def found(browser: Browser, served: Served) -> Found:
    """What is seen of each kind of page by a reader who asks for less motion."""
    with browser.new_context(viewport={"width": 1440, "height": HEIGHT}, reduced_motion="reduce") as context:
        return looked_at(context.new_page(), served, _LOOKS)


def test_every_kind_of_page_begins_at_the_same_left_edge(found: Found) -> None:
    differing = {
        width: {name: edges for name, edges in edged.items() if max(edges) - min(edges) > 1 or edges[0] != edged["home"][0]}
        for width, edged in found["edges"].items()
    }
    assert {width: names for width, names in differing.items() if names} == {}


def test_no_page_is_wider_than_the_window(found: Found) -> None:
    needed = {(name, width): needed for width, kinds in found["needed"].items() for name, needed in kinds.items()}
    assert {at: pixels for at, pixels in needed.items() if pixels > at[1]} == {}


@pytest.mark.parametrize("look", ["small window", "large letters"])
def test_nothing_is_cut_off_with_large_letters_or_in_a_small_window(found: Found, look: str) -> None:
    (kinds,) = found[look].values()
    assert {name: beyond for name, beyond in kinds.items() if beyond} == {}


def test_no_kind_of_page_leaves_a_wide_window_two_thirds_empty(found: Found) -> None:
    assert {name: round(reach, 2) for name, reach in found["reach"][1920].items() if reach < _LEAST} == {}


def test_what_comes_last_in_the_source_stands_last_on_the_page(found: Found) -> None:
    assert [name for name, ordered in found["order"][1440].items() if not ordered] == []


def test_nothing_moves_for_whoever_asks_for_less_motion(found: Found) -> None:
    assert {name: moving for name, moving in found["moving"][1440].items() if moving} == {}


def test_the_name_of_the_site_stands_on_one_line(visit: Visitor) -> None:
    page = visit()
    heights = {}
    for width in (360, 768, 1280, 1366, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        heights[width] = page.evaluate("document.querySelector('.kop__merk span').getClientRects().length")
    assert set(heights.values()) == {1}, heights
