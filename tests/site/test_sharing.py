"""What a page tells those who share it and programs that read it: a picture, and its Markdown."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from PIL import Image

from generator.output.picture import SIZE
from tests.conftest import Built

pytestmark = pytest.mark.site

ADDRESS = "https://example.org/"
"""That of mkdocs.yml, which the tests build with."""

HEAVIEST = 60_000
"""Bytes of a page as it is sent; whole texts and sources may be more."""


def told(path: Path) -> tuple[dict[str, str], str]:
    """What a page says of itself by property, and where it says that its Markdown is."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8").partition("</head>")[0], "html.parser")
    facts = {str(meta.get("property") or meta.get("name")): str(meta.get("content")) for meta in soup.find_all("meta")}
    found = soup.find("link", rel="alternate", type="text/markdown")
    return facts, str(found["href"]) if isinstance(found, Tag) else ""


def test_every_page_has_a_picture_that_is_there_and_as_large_as_it_says(built_site: Built) -> None:
    pictures = {}
    for path in built_site.pages:
        facts, _ = told(path)
        assert facts["og:image"].startswith(f"{ADDRESS}beelden/"), path
        assert (facts["og:image:width"], facts["og:image:height"]) == tuple(map(str, SIZE))
        assert facts["twitter:card"] == "summary_large_image"
        assert facts["og:image:alt"], path
        pictures[facts["og:image"].removeprefix(ADDRESS)] = path
    assert len(pictures) > 10
    for name in pictures:
        with Image.open(built_site.site / name) as image:
            assert (image.size, image.format) == (SIZE, "PNG"), name


def test_every_page_that_does_not_lead_on_has_its_markdown(built_site: Built) -> None:
    for path in built_site.pages:
        facts, markdown = told(path)
        if "http-equiv" in path.read_text(encoding="utf-8").partition("</head>")[0] and "refresh" in facts.values():
            continue
        assert markdown, path
        assert (path.parent / markdown).resolve().is_file(), (path, markdown)


def test_pages_that_show_how_paragraphs_are_cited_are_light(built_site: Built) -> None:
    found = [path for path in built_site.pages if "citeren" in path.parts]
    assert found
    assert [path for path in found if len(gzip.compress(path.read_bytes())) > HEAVIEST] == []
