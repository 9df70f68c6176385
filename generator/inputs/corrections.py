"""Corrections: what editors settled in a sidecar after comparing a document with its original; the source itself stays as it is.

A correction names a place, the words that are there and the words that belong there; one of structure (`what: kind`, `what: join`) what the
place is instead of words. One of words becomes a repair of kind "editorial", so the
ledger still accounts for every character. One whose words stay as they are says that the place was compared and is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from generator.inputs import restructure
from generator.inputs.yaml_lines import Located
from generator.model import Block, Cell, Defect, Document, Note, Problem, Repair
from generator.words import say

KEY: Final = "corrections"
KIND: Final = "editorial"

_Any = TypeVar("_Any", Block, Cell, Note)


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters of a text from `start` up to `end` that become `now`."""

    start: int
    end: int
    now: str

    def moved(self, offset: int) -> int:
        """The offset in the new text of an offset in the old one; one inside the characters stays inside what replaced them."""
        if offset >= self.end:
            return offset + len(self.now) - (self.end - self.start)
        return min(offset, self.start + len(self.now))

    def on(self, text: str) -> str:
        """The new text."""
        return text[: self.start] + self.now + text[self.end :]


def correct(
    document: Document, given: list[dict[str, Any]], located: Located, path: str, identify: restructure.Identify = tuple
) -> tuple[Document, tuple[Problem, ...]]:
    """The document with its corrections, and a problem for each that does not fit: those of words in their order, then those of structure.

    `identify` names the blocks anew where their structure was corrected.
    """
    problems: list[Problem] = []
    of_structure = [(number, correction) for number, correction in enumerate(given) if correction.get("what", "words") != "words"]
    numbers = {number for number, _ in of_structure}
    for number, correction in enumerate(given):
        if number in numbers:
            continue
        place, there, now = correction["place"], correction["there"], correction["is"]
        wrong = _wrong(document, place, there)
        if wrong:
            key, message, remedy = wrong
            problems.append(Problem(path, located.line((KEY, number, key)), message, remedy))
            continue
        document = replace(document, settled=document.settled | {place})
        document = document if there == now else _corrected(document, place, there, now)
    document, found = restructure.restructured(document, of_structure, identify)
    problems += [Problem(path, located.line((KEY, number, key)), message, remedy) for number, (key, message, remedy) in found]
    return document, tuple(problems)


def _wrong(document: Document, place: str, there: str) -> tuple[str, str, str] | None:
    """What is wrong with a correction, if anything: the key that is wrong, the message and the remedy."""
    part = document.part(place)
    if part is None:
        remedy = say("inputs_corrections.copy_place_name")
        return "place", say("inputs_corrections.no_such_place", place=repr(place)), remedy
    found = part.text.count(there)
    if not found:
        return (
            "there",
            say("inputs_corrections.not_found", place=place, there=repr(there)),
            say("inputs_corrections.copy_words_from_site"),
        )
    return (
        (
            "there",
            say("inputs_corrections.found_times", place=place, there=repr(there), found=found),
            say("inputs_corrections.add_words_around"),
        )
        if found > 1
        else None
    )


def _corrected(document: Document, place: str, there: str, now: str) -> Document:
    def change(part: _Any) -> _Any:
        return _changed(part, there, now) if part.anchor == place else part

    part = document.part(place)
    where = part.place if part else None
    return replace(
        document,
        blocks=tuple(_in_cells(change(block), place, there, now) for block in document.blocks),
        notes=tuple(change(note) for note in document.notes),
        defects=(*document.defects, *((Defect(where, there, KIND, now),) if where else ())),
    )


def _in_cells(block: Block, place: str, there: str, now: str) -> Block:
    """A table with the cell of that place corrected, also in the text that holds all of its cells; any other block as it is."""
    if not any(cell.anchor == place for cell in block.cells):
        return block

    def change(cell: Cell) -> Cell:
        return _changed(cell, there, now) if cell.anchor == place else cell

    rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
    text = "\n".join(" | ".join(cell.text for cell in row) for row in rows)
    return replace(block, rows=rows, caption=change(block.caption) if block.caption else None, text=text)


def _changed(part: _Any, there: str, now: str) -> _Any:
    """The part with the words replaced; repairs that they touch become one with theirs, and whatever has an offset moves along."""
    start = part.text.index(there)
    touched = tuple(repair for repair in part.repairs if repair.offset < start + len(there) and repair.offset + repair.length > start)
    edit = _widened(part.text, _Edit(start, start + len(there), now), touched)
    kept: list[Repair] = [replace(repair, offset=edit.moved(repair.offset)) for repair in part.repairs if repair not in touched]
    made = Repair(edit.start, len(edit.now), _undone(part.text, edit, touched), KIND)
    corrected = replace(
        part,
        text=edit.on(part.text),
        repairs=tuple(sorted([*kept, made], key=_offset)),
        notes=tuple(replace(marker, offset=edit.moved(marker.offset)) for marker in part.notes),
        emphasis=tuple(_moved(part.emphasis, edit)),
    )
    if isinstance(corrected, Block):
        return replace(corrected, changes=tuple(replace(one, offset=edit.moved(one.offset)) for one in corrected.changes))
    return corrected


def _offset(repair: Repair) -> int:
    return repair.offset


def _widened(text: str, edit: _Edit, touched: tuple[Repair, ...]) -> _Edit:
    """The edit with the whole of the repairs that it touches."""
    start = min((edit.start, *(repair.offset for repair in touched)))
    end = max((edit.end, *(repair.offset + repair.length for repair in touched)))
    return _Edit(start, end, text[start : edit.start] + edit.now + text[edit.end : end])


def _undone(text: str, edit: _Edit, touched: tuple[Repair, ...]) -> str:
    """What the seed has where the edit is."""
    pieces, at = [], edit.start
    for repair in touched:
        pieces += [text[at : repair.offset], repair.source]
        at = repair.offset + repair.length
    return "".join([*pieces, text[at : edit.end]])


def _moved(ranges: tuple[tuple[int, int], ...], edit: _Edit) -> Iterator[tuple[int, int]]:
    for start, end in ranges:
        first, last = edit.moved(start), edit.moved(end)
        if first < last:
            yield first, last
