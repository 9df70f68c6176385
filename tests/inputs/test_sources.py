"""Finding the seeds: which files are documents, and what of them is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inputs import sources
from generator.model import UnreadableError
from generator.readers import SUFFIXES, open_all, opened
from tests.support import write_all


def test_documents_are_texts_and_markdown_by_name(tmp_path: Path) -> None:
    names = ("b.txt", "a.md", "C.TXT", "README.md", "readme.MD", ".geheim.txt", "beeld.png", "b.yml", "map/onder.txt")
    write_all(tmp_path, dict.fromkeys(names, "x"))
    assert [path.name for path in sources.find_seeds(tmp_path, SUFFIXES)] == ["C.TXT", "a.md", "b.txt"]


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path: Path) -> None:
    write_all(tmp_path, {"x.txt": "tekst"})
    with pytest.raises(UnreadableError, match=r"deze map kan niet gelezen worden \(Not a directory\); controleer de map"):
        sources.find_seeds(tmp_path / "x.txt", SUFFIXES)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_and_bytes_stay_as_they_are(ends: str, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"\xef\xbb\xbf" + f"een{ends}twee\f{ends}".encode())
    source = opened(sources.read_seed(path))
    assert source.text == f"een{ends}twee\f{ends}"
    assert source.seed.raw == path.read_bytes()


def test_one_unreadable_seed_hides_no_other(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.txt": "", "b.txt": "tekst", "c.txt": b"tekst\0"})
    found, problems = sources.read_seeds(sources.find_seeds(tmp_path, SUFFIXES))
    assert [seed.name for seed in found] == ["b.txt", "c.txt"]
    read, unreadable = open_all(found)
    assert [transcript.name for transcript in read] == ["b.txt"]
    assert [Path(problem.path).name for problem in (*problems, *unreadable)] == ["a.txt", "c.txt"]
