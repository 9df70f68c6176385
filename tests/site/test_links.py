"""The built site as a whole: every link leads somewhere on it, nothing is asked of another host, ids differ."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Built
from tests.site.pages import soup
from tests.support import BIN, run

pytestmark = pytest.mark.site

_LOADED: Final = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "embed": "src",
    "object": "data",
}
"""Elements that make a browser fetch something, and where they say what."""

_FETCHING_RELATIONS: Final = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
)
_CSS_ADDRESS: Final = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])([^'")\s]+)""")
_OTHER_HOST: Final = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)


def test_mkdocs_warns_of_nothing(built_site: Built) -> None:
    assert [line for line in built_site.output.splitlines() if "WARNING" in line or "ERROR" in line] == []


def test_every_link_and_fragment_leads_somewhere(built_site: Built) -> None:
    """Links to other hosts are not followed; the page for addresses that do not exist has links from the root, which lychee cannot place."""
    options = ("--offline", "--include-fragments", "--no-progress", "--index-files", "index.html", "--exclude-path", "404.html")
    checked = run(BIN / "lychee", *options, "--root-dir", built_site.site, built_site.site, cwd=built_site.site)
    assert checked.code == 0, checked.out[-6000:] + checked.err[-2000:]
    assert re.search(r"[1-9]\d* OK", checked.out)


def test_no_page_makes_a_browser_ask_another_host(built_site: Built) -> None:
    asked = [f"{path}: {address}" for path in built_site.pages for address in _fetched(soup(path)) if _OTHER_HOST.match(address)]
    assert asked == []


def _fetched(page: BeautifulSoup) -> list[str]:
    found = [str(element[key]) for name, key in _LOADED.items() for element in page.find_all(name) if element.get(key)]
    found += [str(link["href"]) for link in page.find_all("link", href=True) if _FETCHING_RELATIONS & set(link.get("rel") or [])]
    found += [address for style in page.find_all("style") for address in _CSS_ADDRESS.findall(style.get_text())]
    found += [address for element in page.find_all(style=True) for address in _CSS_ADDRESS.findall(str(element["style"]))]
    return found + [part.split()[0] for element in page.find_all(srcset=True) for part in str(element["srcset"]).split(",")]


def test_no_stylesheet_makes_a_browser_ask_another_host(built_site: Built) -> None:
    sheets = sorted(built_site.site.rglob("*.css"))
    assert sheets
    asked = [f"{path}: {address}" for path in sheets for address in _CSS_ADDRESS.findall(path.read_text(encoding="utf-8"))]
    assert [line for line in asked if _OTHER_HOST.match(line.partition(": ")[2])] == []


def test_what_stylesheets_load_is_there(built_site: Built) -> None:
    for path in sorted(built_site.site.rglob("*.css")):
        for address in _CSS_ADDRESS.findall(path.read_text(encoding="utf-8")):
            local = address.partition("#")[0].partition("?")[0]
            assert address.startswith("data:") or (path.parent / local).exists(), f"{path}: {address}"


def test_ids_are_unique_on_every_page(built_site: Built) -> None:
    for path in built_site.pages:
        counts = Counter(str(element["id"]) for element in soup(path).find_all(id=True))
        assert [name for name, count in counts.items() if count > 1] == [], path


def test_every_page_has_a_title_a_description_and_one_main_heading(built_site: Built) -> None:
    for path in built_site.pages:
        page = soup(path)
        assert page.title is not None, path
        assert page.title.get_text().strip(), path
        assert page.select_one("meta[name=description][content]"), path
        assert len(page.select("main h1")) == 1, path


def test_titles_tell_pages_apart(built_site: Built) -> None:
    titles = Counter(str(soup(path).title) for path in built_site.pages)
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_says_its_canonical_address(built_site: Built) -> None:
    for path in built_site.pages:
        link = soup(path).select_one("link[rel=canonical]")
        page = path.parent.relative_to(built_site.site).as_posix()
        assert link is not None, path
        assert str(link["href"]).endswith("/" if page == "." else f"/{page}/"), path


def test_every_pencil_leads_to_a_file_of_the_project(built_site: Built) -> None:
    for path in built_site.pages:
        for link in soup(path).select("a[href*='/edit/']"):
            file = str(link["href"]).partition("/edit/")[2].partition("/")[2]
            assert (built_site.tree / file).is_file(), f"{path}: {file}"
