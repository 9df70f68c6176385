"""`python -m tests.serve_time`: how long a contributor waits, from saving a glossary entry until the changed pages are built."""

from __future__ import annotations

import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from generator.serve import Builder
from generator.settings import Settings
from tests.conftest import copy_tree


def entry() -> Path:
    """The entry that is changed: the first of the glossary."""
    return min(path for path in Path("seeds/glossary").glob("*.md") if path.name != "README.md")


def _stop(error: Exception) -> None:
    raise error


def rebuilds(tree: Path, site: Path, times: int) -> list[float]:
    """The seconds that each of some rebuilds took, after a word was added to the end of an entry in a copy of the project."""
    taken: list[float] = []
    with chdir(tree):
        builder = Builder(Settings(), str(site), lambda _report, _problems, seconds: taken.append(seconds), _stop)
        builder.run()
        builder.refresh_index()
        for number in range(times):
            with entry().open("a", encoding="utf-8") as file:
                file.write(f" Toevoeging {number}.\n")
            builder.run()
            builder.refresh_index()
    return taken[1:]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy_tree(Path(folder, "tree"))
        for seconds in rebuilds(Path(folder, "tree"), Path(folder, "site"), times=5):
            sys.stdout.write(f"{seconds:.2f} s\n")
