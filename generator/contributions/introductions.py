"""Introductions to countries: `<code>.md`, named after the ISO 3166-1 code in lower case."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.model import Document, Introduction, Problem

FOLDER: Final = "countries"


def read(folder: Path) -> tuple[tuple[Introduction, ...], tuple[Problem, ...]]:
    """The entries of a folder, in order of their file names, and what is wrong with them."""
    return (), ()


def check(introductions: tuple[Introduction, ...], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between the entries and the documents."""
    return ()
