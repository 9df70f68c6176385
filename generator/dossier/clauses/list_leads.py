"""What the line or heading above a list says of its items: who does them, or that they are actions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.dossier import clauses
from generator.dossier.clauses.verbs import ClauseKind
from generator.language import actors
from generator.language.actors import words
from generator.language.sentences import sentence
from generator.model import Block, Document

_LONGEST_LEAD: Final = 200
"""Characters. A line that leads in a list is short; in a longer one the list need not belong to its actor. Half of it and twice as much
do as well in our documents."""

_AND_SO: Final = "…"
"""What stands for the items where a line is read as a sentence."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What a line or heading says of the items of a list below it."""

    kind: ClauseKind
    actors: tuple[str, ...]
    words: str


@dataclass(slots=True)
class _Reading:
    """The heading and the line that lead at a place of a document, and at which depth the line's list starts."""

    language: str
    heading: Lead | None = None
    line: Lead | None = None
    depth: int = 0  # lists around the line that leads

    def lead_of(self, block: Block) -> Lead | None:
        """The lead of a block where it is an item, else None; blocks must come in order."""
        if block.type == "heading":
            self.heading, self.line, self.depth = _of_heading(block.text, self.language), None, 0
            return None
        if block.type == "list_item" and block.list:
            return self._of_item(block, block.list.depth)
        leads_in = block.text.endswith(":")
        self.line, self.depth = (_of_line(block.text, self.language) if leads_in else None), 0
        self.heading = self.heading if leads_in else None
        return None

    def _of_item(self, block: Block, depth: int) -> Lead | None:
        """What leads an item; one that ends in a colon leads those below it."""
        lead = (self.line if depth > self.depth else None) or self.heading
        if block.text.endswith(":"):
            self.line, self.depth = _of_line(block.text, self.language), depth
        elif depth <= self.depth:
            self.line, self.depth = None, 0
        return lead


def leads(document: Document) -> dict[str, Lead]:
    """For each item of a list that is led in, by its id: the line above the list, or the heading that calls it a list of actions."""
    return dict(_leads(document))


def _leads(document: Document) -> Iterator[tuple[str, Lead]]:
    reading = _Reading(document.meta.language)
    for block in document.blocks:
        lead = reading.lead_of(block)
        if lead:
            yield block.id, lead


def _of_heading(text: str, language: str) -> Lead | None:
    said = text.casefold()
    return Lead("planned", (), text) if any(said.startswith(word) for word in words("lead", language)) else None


def _of_line(text: str, language: str) -> Lead | None:
    """What a line ending in a colon says of its items: an actor alone, or one clause that the items complete."""
    start, end = sentence(text, max(0, len(text) - 2), len(text))
    said = text[start:end]
    if len(said) > _LONGEST_LEAD:
        return None
    named = actors.find(said, language)
    if len(named) == 1 and named[0].start == 0 and said[named[0].end :].strip() == ":":
        return Lead("undertakes", named[0].ids, said)
    told = clauses.clauses(f"{said.rstrip(':')} {_AND_SO}", language)
    return Lead(told[0].kind, told[0].actors, said) if len(told) == 1 else None
