"""The pages of a built site, each taken apart once in a process: several test modules look at all of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup


@cache
def soup(path: Path) -> BeautifulSoup:
    """A page as a browser's parser would have it; to be left as it is."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
