"""The same input gives the same bytes, wherever and however often it is built."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.search.order import UnknownIndexError, in_order
from tests.support import ROOT, generator, snapshot


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


def test_the_order_in_which_files_were_made_does_not_count(first: Path, tmp_path: Path) -> None:
    for path in sorted((ROOT / "seeds").rglob("*"), reverse=True):
        target = tmp_path / "seeds" / path.relative_to(ROOT / "seeds")
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            target.write_bytes(path.read_bytes())
    made = generator("build", cwd=tmp_path)
    assert "geschreven:" in made.out, made.err
    assert snapshot(tmp_path / "docs") == snapshot(first)


def test_the_search_index_refers_to_files_that_are_there(first: Path) -> None:
    entry = json.loads((first / "zoekindex/pagefind-entry.json").read_text(encoding="utf-8"))
    hashes = [language["hash"] for language in entry["languages"].values()]
    assert hashes
    assert all((first / f"zoekindex/pagefind.{name}.pf_meta").exists() for name in hashes)


@pytest.mark.parametrize(
    "files",
    [
        [("filter/nl_1.pf_filter", b"\x1f\x8b")],
        [("pagefind.nl_1.pf_meta", b"geen gzip"), ("pagefind-entry.json", b"{}")],
        [("fragment/nl_1.pf_fragment", b"")],
    ],
)
def test_an_index_of_another_make_is_refused(files: list[tuple[str, bytes]]) -> None:
    with pytest.raises(UnknownIndexError, match="onbekende vorm"):
        in_order(files)


@pytest.mark.parametrize("kind", ["pagefind-entry.json", "*.pf_meta", "*.pf_index", "*.pf_fragment", "*.pf_filter"])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.99])
def test_an_index_that_was_cut_off_by_a_full_disk_is_refused(first: Path, kind: str, share: float) -> None:
    folder = first / "zoekindex"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    cut = next(name for name in sorted(files) if Path(name).match(kind))
    files[cut] = files[cut][: int(len(files[cut]) * share)]
    with pytest.raises(UnknownIndexError, match="niet heel"):
        in_order(files.items())


def test_an_index_without_the_file_that_leads_to_it_is_refused(first: Path) -> None:
    meta = next((first / "zoekindex").glob("*.pf_meta"))
    filters = [(f"filter/{path.name}", path.read_bytes()) for path in (first / "zoekindex").rglob("*.pf_filter")]
    with pytest.raises(UnknownIndexError, match="niet heel"):
        in_order([(meta.name, meta.read_bytes()), *filters])
