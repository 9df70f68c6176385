"""`python -m tests.serve_time`: how long a contributor waits, from saving an entry, introduction, subject or event until the pages are built."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from generator.serve import Builder
from generator.settings import Settings
from tests.conftest import copy_tree

KINDS: Final = ("glossary", "countries", "themes", "events")
"""The folders of what contributors write most."""

_TIMES: Final = 5
"""Saves of each kind: the median of fewer would be that of a pause of the machine."""


@dataclass(frozen=True, slots=True)
class Waited:
    """How long one rebuild took: seconds by the clock, and seconds of processor time."""

    clock: float
    processor: float


def first(kind: str) -> Path:
    """The file that is changed: the first of its folder."""
    return min(path for path in Path("seeds", kind).glob("*.md") if path.name != "README.md")


def _stop(error: Exception) -> None:
    raise error


def rebuilds(tree: Path, site: Path, kinds: Iterable[str]) -> list[Waited]:
    """How long each rebuild took after words were added to the end of a file of a kind, in a copy of the project."""
    taken: list[Waited] = []
    with chdir(tree):
        builder = Builder(Settings(), str(site), lambda *_: None, _stop)
        builder.run()
        builder.refresh_index()
        for number, kind in enumerate(kinds):
            with first(kind).open("a", encoding="utf-8") as file:
                file.write(f" Toevoeging {number}.\n")
            clock, processor = time.monotonic(), time.process_time()
            builder.run()
            taken.append(Waited(time.monotonic() - clock, time.process_time() - processor))
            builder.refresh_index()
    return taken


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy_tree(Path(folder, "tree"))
        found = rebuilds(Path(folder, "tree"), Path(folder, "site"), KINDS * _TIMES)
    for nth, name in enumerate(KINDS):
        own = found[nth :: len(KINDS)]
        clock, processor = median(one.clock for one in own), median(one.processor for one in own)
        sys.stdout.write(f"{name}: {clock:.2f} s by the clock, {processor:.2f} s of processor time\n")
