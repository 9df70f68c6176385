"""Every page says what it may load and run, before anything else, and hosts can say the same in headers."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.commands.inspection import inspect
from tests.conftest import Built
from tests.site.pages import soup
from tests.support import ROOT, run, snapshot

pytestmark = pytest.mark.site


def _policy(path: Path) -> dict[str, list[str]]:
    """The policy of a page, by what it is about."""
    head = soup(path).head
    assert head
    second = head.select("*")[1]
    assert str(second.get("http-equiv")).lower() == "content-security-policy"
    return parsed(str(second["content"]))


def parsed(policy: str) -> dict[str, list[str]]:
    """A policy by its directives."""
    directives = (directive.split() for directive in policy.split(";") if directive.strip())
    return {name: values for name, *values in directives}


def test_the_site_passes_its_own_inspection(built_site: Built) -> None:
    assert inspect(built_site.site) == ()


def test_every_page_has_the_one_policy_first(built_site: Built) -> None:
    policies = {str(_policy(path)) for path in (*built_site.pages, built_site.site / "404.html")}
    assert len(policies) == 1


def test_the_policy_lets_in_files_of_this_site_only(built_site: Built) -> None:
    policy = _policy(built_site.site / "index.html")
    assert policy["default-src"] == policy["base-uri"] == policy["trusted-types"] == ["'none'"]
    assert policy["require-trusted-types-for"] == ["'script'"]
    assert {word for name, words in policy.items() if name.endswith("-src") and name != "default-src" for word in words} == {"'self'"}
    assert policy["form-action"] == ["'self'"]


def test_the_headers_say_what_the_pages_say(built_site: Built) -> None:
    said = re.search(r"^ +Content-Security-Policy: (.+)$", (built_site.site / "_headers").read_text(encoding="utf-8"), re.MULTILINE)
    assert said
    own = _policy(built_site.site / "index.html")
    # A page cannot say by itself who may frame it.
    assert parsed(said.group(1)) == own | {"frame-ancestors": ["'none'"]}


def test_the_sitemap_leaves_out_what_asks_to_be_left_out(built_site: Built) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {element.text for element in ET.parse(built_site.site / "sitemap.xml").iterfind("s:url/s:loc", names)}  # noqa: S314 - our own
    hidden: set[str] = set()
    shown: set[str] = set()
    for path in built_site.pages:
        address = soup(path).select_one("link[rel=canonical]")
        assert address
        (hidden if soup(path).select_one("meta[name=robots][content^=noindex]") else shown).add(str(address["href"]))
    assert listed == shown
    assert len(hidden) >= 2


def test_the_same_pages_make_the_same_site_on_another_day(built_site: Built, tmp_path: Path) -> None:
    """The list of pages says no day, and no file says when the site was built."""
    day = "86400"
    run(sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", tmp_path / day, cwd=built_site.tree, SOURCE_DATE_EPOCH=day)
    today, then = snapshot(built_site.site), snapshot(tmp_path / day)
    assert today.keys() == then.keys()
    assert [name for name, content in today.items() if content != then[name]] == []


def test_the_project_says_its_policy_in_one_place() -> None:
    """And in the file of headers, which the tests compare with it."""
    files = [path for folder in ("overrides", "docs", "generator") for path in (ROOT / folder).rglob("*.*") if path.is_file()]
    texts = {path.relative_to(ROOT).as_posix() for path in files if b"font-src" in path.read_bytes()}
    assert texts - {"docs/_headers"} == {"overrides/partials/policy.html"}
