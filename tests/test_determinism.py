"""The same input gives the same bytes, wherever and however often it is built."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from generator.search.bundle import FOLDER, START
from tests.support import EXAMPLE, generator, snapshot

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the project's own seeds."""
    docs = tmp_path_factory.mktemp("first") / "docs"
    made = generator("build", "--docs", docs, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")
    assert "geschreven:" in made.out, made.err
    return docs


def test_another_process_place_locale_and_time_give_the_same_bytes(first: Path, tmp_path: Path) -> None:
    made = generator("build", "--docs", tmp_path / "b", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Pacific/Auckland", PYTHONUTF8="0")
    assert "geschreven:" in made.out, made.err
    assert snapshot(tmp_path / "b") == snapshot(first)


def test_a_second_build_writes_nothing(first: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in first.rglob("*")}
    made = generator("build", "--docs", first)
    assert made.out.startswith("geschreven: 0;")
    assert made.out.rstrip().endswith("verwijderd: 0")
    assert {path: path.stat().st_mtime_ns for path in first.rglob("*")} == before


def test_the_order_in_which_files_were_made_does_not_count(tmp_path: Path) -> None:
    """Of copies that git knows nothing of: what it knows of the seeds themselves is on the pages too."""
    names = sorted(EXAMPLE.rglob("*"))
    for folder, paths in (("one", names), ("other", reversed(names))):
        for path in paths:
            target = tmp_path / folder / "seeds" / path.relative_to(EXAMPLE)
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file():
                target.write_bytes(path.read_bytes())
        made = generator("build", cwd=tmp_path / folder)
        assert "geschreven:" in made.out, made.err
    assert snapshot(tmp_path / "one/docs") == snapshot(tmp_path / "other/docs")


def test_the_search_index_refers_to_files_that_are_there(first: Path) -> None:
    start = json.loads(gzip.decompress((first / START).read_bytes()))
    folder = first / FOLDER / start["folder"]
    wanted = {f"{kind}{nth}.zoek" for kind, key in (("w", "words"), ("t", "texts"), ("s", "spelled")) for nth in range(len(start[key]))}
    assert wanted <= {path.name for path in folder.iterdir()}
