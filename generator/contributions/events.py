"""Events that contributors gave a name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.model import Document, Event, Problem

FOLDER: Final = "events"


def read(folder: Path) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The entries of a folder, in order of their file names, and what is wrong with them."""
    return (), ()


def check(events: tuple[Event, ...], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between the entries and the documents."""
    return ()
