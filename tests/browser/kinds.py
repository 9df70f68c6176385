"""One page of each kind, and what is measured on them: each page is opened once for all measurements, because opening takes longest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from playwright.sync_api import Page

from tests.browser.conftest import Served

HEIGHT: Final = 800

_REPEATS: Final = 5
"""So many rows of a list or table are kept, of one class below one parent: a hundred of one making have no other faults than five."""

_WITHOUT_REPEATS: Final = """(kept) => {
  const seen = new Map();
  for (const row of document.querySelectorAll("main :is(li, tr, dt, dd, option, details, section[class], p, path)")) {
    const likes = seen.get(row.parentElement) || seen.set(row.parentElement, {}).get(row.parentElement);
    const like = `${row.localName}.${row.getAttribute("class")}`;
    likes[like] = (likes[like] || 0) + 1;
    if (likes[like] > kept) row.remove();
  }
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """What a script tells of a page, in windows of these widths (pixels) and with letters of that size."""

    script: str
    widths: tuple[int, ...]
    letters: str = ""


Found: TypeAlias = dict[str, dict[int, dict[str, Any]]]
"""What was told, by the name of the look, the width of the window and the kind of page."""


def kinds(served: Served) -> dict[str, str]:
    """One page of each kind: those of documents by what they hold, of the rest every index and the first page below it."""
    tops = {path.parent.name: f"{path.parent.name}/" for path in sorted(served.site.glob("*/index.html"))}
    below = {f"below {path.parts[-3]}": f"{path.parts[-3]}/{path.parts[-2]}/" for path in sorted(served.site.glob("*/*/index.html"))}
    named = (
        tops
        | below
        | {
            "home": "",
            "landing page": served.page_with('class="feiten"'),
            "chapter with notes": served.page_with('role="doc-noteref"', without="tekst--volledig"),
            "chapter with numbered paragraphs": served.page_with('class="genummerd"'),
            "chapter with front matter": served.page_with('class="kopblok"'),
            "chapter with a repair": served.page_with('class="herstel" tabindex'),
            "whole document": served.page_with("tekst--volledig"),
            "source": served.page_with('class="brontekst"'),
            "not found": "bestaat/niet/",
        }
    )
    return {name: url for url, name in {url: name for name, url in named.items()}.items()}


def without_repeats(page: Page) -> None:
    """Take away from a page what only stands there again: the sixth row of a list and those after it."""
    page.evaluate(_WITHOUT_REPEATS, _REPEATS)


def looked_at(page: Page, served: Served, looks: Mapping[str, Look]) -> Found:
    """What each look tells of each kind of page."""
    found: Found = {name: {width: {} for width in look.widths} for name, look in looks.items()}
    for kind, url in kinds(served).items():
        page.goto(served.root + url)
        for name, width in _by_width(looks):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", looks[name].letters)
            found[name][width][kind] = page.evaluate(looks[name].script)
    return found


def _by_width(looks: Mapping[str, Look]) -> Iterable[tuple[str, int]]:
    """Each look and width; those of one width and size of letters together, so that the page is laid out once for them."""
    return sorted(((name, width) for name, look in looks.items() for width in look.widths), key=lambda at: (looks[at[0]].letters, at[1]))
