"""Nothing is shipped that no page uses: every file of the site is reached from its pages, or is one that hosts and robots ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import Built
from tests.site.pages import soup

pytestmark = pytest.mark.site

_ASKED_FOR: Final = frozenset({"404.html", "sitemap.xml", "robots.txt", "llms.txt", "_headers", "sbom.cdx.json"})
"""What a host, a robot or an auditor asks for by its name."""

_IN_A_STYLE: Final = re.compile(r"""(?:url\(\s*|@import\s+)['"]?([^'")\s]+)""")
_IN_A_SCRIPT: Final = re.compile(r"""(?:\bfrom|\bimport\()\s*["']([^"']+\.js)["']|["'`]([\w./-]*\.(?:json|js))["'`]""")
_MADE_BY_SCRIPTS: Final = re.compile(
    r"(?:zoekindex/.*|begrippen/[^/]+/kaart\.json|documenten/[^/]+/(?:kaarten|citeren/alinea(?:-\d+)?)\.json)$"
)
"""Files whose names a script puts together: the parts of the search index, the cards of terms and dates, how paragraphs are cited."""

_HOST: Final = "https://site.example/"
_OWN: Final = re.compile(r'<link rel="canonical" href="([^"]+)"')
"""On the home page: the address of the site itself, with which pages name their pictures."""


def _named(path: Path, address: str, own: str) -> Iterator[str]:
    """The addresses that a file names, relative to the root."""
    content = path.read_text(encoding="utf-8") if path.suffix in {".css", ".js"} else ""
    if path.suffix == ".html":
        for element in soup(path).find_all():
            for key in ("href", "src", "content", "template", "data-bron", "data-kaart"):
                if isinstance(value := element.get(key), str) and " " not in value:
                    yield from _inside(urljoin(_HOST + address, value.replace(own, _HOST, 1)))
    elif path.suffix == ".css":
        yield from (found for match in _IN_A_STYLE.finditer(content) for found in _inside(urljoin(_HOST + address, match[1])))
    elif path.suffix == ".js":
        yield from (found for match in _IN_A_SCRIPT.finditer(content) for found in _inside(urljoin(_HOST + address, match[1] or match[2])))


def _inside(address: str) -> Iterator[str]:
    parts = urlsplit(address)
    if address.startswith(_HOST):
        path = unquote(parts.path).removeprefix("/")
        yield f"{path}index.html" if path.endswith("/") or not path else path


def test_every_file_is_reached_from_a_page(built_site: Built) -> None:
    site = built_site.site
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    home = _OWN.search((site / "index.html").read_text(encoding="utf-8"))
    assert home
    waiting = [name for name in files if name.endswith(".html") or name in _ASKED_FOR]
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in reached or name not in files:
            continue
        reached.add(name)
        waiting += _named(site / name, name, home[1])
    unused = {name for name in files - reached if not _MADE_BY_SCRIPTS.search(name)}
    assert sorted(unused) == []
