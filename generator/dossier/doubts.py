"""Places of a document that may have been read wrong, for an editor to compare with the original.

Each rule looks at blocks that stand next to one another; none changes anything. An editor settles a place under `corrections:` in the
sidecar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from generator.model import Block, Document, Place
from generator.words import say

_LONGEST_HEADING: Final = 300
"""Characters; the longest headings of acts, those with a title of several lines, stay below."""

_UNFINISHED: Final = frozenset("abcdefghijklmnopqrstuvwxyz,-–")
"""What the text of a paragraph ends with where it was cut off, rather than a line of an address or a table."""

_CALLED: Final = 70
"""Characters of a place that are shown: enough to find it on its line of the original."""

_ENDS: Final = frozenset({"missing-note", "missing-note-marker", "private-use", "hidden-text", "page-without-text", "table-in-cell"})
"""Kinds of defects that no reader could mend."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that may have been read wrong: what it is called in a sidecar (empty where it has no anchor), where it is, its words, and why."""

    anchor: str
    place: Place
    text: str
    kind: str

    @property
    def reason(self) -> str:
        """Why the place is doubtful, in words; data write kinds with hyphens, names of messages have underscores."""
        return say(f"doubts.{self.kind.replace('-', '_')}")


_Rule: TypeAlias = Callable[[Document], Iterator[Doubt]]


def doubts(document: Document) -> tuple[Doubt, ...]:
    """The doubtful places of a document, rule by rule in the order of `RULES`; those that an editor settled are not among them."""
    found = (doubt for rule in RULES for doubt in rule(document))
    return tuple(doubt for doubt in found if not doubt.anchor or doubt.anchor not in document.settled)


def _broken(document: Document) -> Iterator[Doubt]:
    """A paragraph that ends in mid-sentence, and the next goes on in small letters."""
    for before, after in pairwise(document.blocks):
        if before.type == after.type == "paragraph" and before.text[-1:] in _UNFINISHED and after.text[:1].islower():
            yield _doubt(after, "broken-paragraph", f"…{before.text[-_CALLED // 2 :]} | {after.text[: _CALLED // 2]}…")


def _headings(document: Document) -> Iterator[Doubt]:
    """A heading that reads like a sentence, or like a part of one."""
    for block in document.blocks:
        if block.type == "heading" and (len(block.text) > _LONGEST_HEADING or block.text[-1:] in {",", ";"}):
            yield _doubt(block, "odd-heading", block.text)


def _numbers(document: Document) -> Iterator[Doubt]:
    """A numbered heading whose number is not the one due: something before it was read as no heading, or is not there."""
    last: dict[str, int] = {}
    for block in document.blocks:
        parent, number = _number(block)
        if number is None:
            continue
        due = last.get(parent, 0) + 1
        if number > due and parent in last:
            yield _doubt(block, "number-missing", f"{block.number} {block.text}")
        last = {known: value for known, value in last.items() if not known.startswith(f"{parent}{number}.")}
        last[parent] = number


def _number(block: Block) -> tuple[str, int | None]:
    """What comes before the last figure of a heading's number, and that figure; None where it has no figures."""
    parent, _, number = f".{(block.number or '').strip('.')}".rpartition(".")
    return f"{parent}.", int(number) if block.type == "heading" and number.isdecimal() else None


def _notes(document: Document) -> Iterator[Doubt]:
    """A footnote whose number is not the one due."""
    for before, after in pairwise(document.notes):
        if after.number > before.number + 1 and after.place:
            yield Doubt(after.anchor, after.place, f"{before.number} … {after.number}", "note-missing")


def _renumbered(document: Document) -> Iterator[Doubt]:
    """The first footnote that could not keep its number, because another has it; where pages number theirs anew there are many."""
    for note in document.notes:
        printed = note.label.strip("[]().* ")
        if printed.isdecimal() and int(printed) != note.number and note.place:
            yield Doubt(note.anchor, note.place, f"{printed} → {note.number}", "note-renumbered")
            return


def _defects(document: Document) -> Iterator[Doubt]:
    """What a reader found wrong and could not mend."""
    for defect in document.defects:
        if defect.kind in _ENDS and defect.repaired is None:
            anchor = next((part.anchor for part in document.parts if part.place == defect.place), "")
            yield Doubt(anchor, defect.place, defect.text, defect.kind)


def _doubt(block: Block, kind: str, words: str) -> Doubt:
    return Doubt(block.anchor, block.place, words if len(words) <= _CALLED + 3 else f"{words[:_CALLED]}…", kind)


# In order: what spoils the outline comes before what spoils a paragraph, and that before what spoils a note.
RULES: Final[tuple[_Rule, ...]] = (_headings, _numbers, _broken, _notes, _renumbered, _defects)
