"""The words of the home page: `pages/home.md` beside the documents, read as any Markdown text is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from generator import readers
from generator.inputs.sources import LARGEST_WRITTEN, read_seed
from generator.model import Document, Problem, Severity, UnreadableError

FILE: Final = Path("pages/home.md")


def read(seeds: Path) -> tuple[Document | None, tuple[Problem, ...]]:
    """The text, and what is wrong with the file; None where there is none."""
    if not (seeds / FILE).is_file():
        return None, ()
    try:
        return readers.read(readers.opened(read_seed(seeds / FILE, LARGEST_WRITTEN))), ()
    except UnreadableError as error:
        return None, (replace(error.problem, severity=Severity.ERROR),)
