"""While someone works on the site, what they save shows at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import copy_tree
from tests.serve_time import rebuilds

_PATIENCE = 6.0
"""Seconds; far more than the two that `python -m tests.serve_time` must show, because other tests run beside this one."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[float]]:
    """A site that was built and then, after an entry was changed, built again."""
    folder = tmp_path_factory.mktemp("serve")
    copy_tree(folder / "tree")
    return folder / "site", rebuilds(folder / "tree", folder / "site", times=1)


def test_a_saved_entry_shows_on_its_page(served: tuple[Path, list[float]]) -> None:
    site, _ = served
    assert "Toevoeging 0." in (site / "begrippen" / "tei" / "index.html").read_text(encoding="utf-8")


def test_pages_that_do_not_tell_of_it_are_left_alone(served: tuple[Path, list[float]]) -> None:
    site, _ = served
    changed = (site / "begrippen" / "tei" / "index.html").stat().st_mtime
    other = (site / "begrippen" / "easo" / "index.html").stat().st_mtime
    assert other < changed


def test_a_contributor_does_not_wait(served: tuple[Path, list[float]]) -> None:
    _, seconds = served
    assert max(seconds) < _PATIENCE
