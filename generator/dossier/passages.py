"""Passages: the paragraphs and footnotes that mention something, each once, with the words that do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.dossier.index import Entry, InEntry, Occurrence
from generator.model import Part


@dataclass(frozen=True, slots=True)
class Passage(InEntry):
    """A paragraph or footnote, and the ranges of its words that are marked, each with the address it leads to."""

    entry: Entry
    part: Part
    marks: tuple[tuple[int, int, str], ...]


def gather(occurrences: Iterable[Occurrence]) -> tuple[Passage, ...]:
    """A passage for each paragraph, with all its occurrences; order is kept."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for occurrence in occurrences:
        found.setdefault((occurrence.entry.url, occurrence.place_url), []).append(occurrence)
    return tuple(_passage(together) for together in found.values())


def _passage(together: list[Occurrence]) -> Passage:
    first = together[0]
    marks = ((o.mention.offset, o.mention.offset + o.mention.length, o.url) for o in together)
    return Passage(first.entry, first.part, tuple(sorted(marks)))
