"""The glossary: an entry for each term, as a Markdown file with front matter."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.model import Document, Problem, Term

FOLDER: Final = "glossary"


def read(folder: Path) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The entries of a folder, in order of their file names, and what is wrong with them."""
    return (), ()


def check(terms: tuple[Term, ...], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between the entries and the documents."""
    return ()
