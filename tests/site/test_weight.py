"""No page is heavy: what a reader fetches for one fits a slow connection."""

from __future__ import annotations

import gzip
from typing import Final

import pytest

from tests.conftest import Built

pytestmark = pytest.mark.site

_MOST: Final = 60_000
"""Bytes of HTML, compressed as hosts do."""

_WHOLE: Final = frozenset({"volledig", "bron"})
"""Pages that are a whole document on purpose."""


def test_no_page_but_a_whole_document_is_heavy(built_site: Built) -> None:
    sizes = {path: len(gzip.compress(path.read_bytes(), 6)) for path in built_site.pages if path.parent.name not in _WHOLE}
    assert len(sizes) > 1
    assert {str(path): size for path, size in sizes.items() if size > _MOST} == {}
