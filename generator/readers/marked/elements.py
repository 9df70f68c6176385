"""The elements that every marked format is opened as: one sequence, in the order of the document, each with what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from generator.model import CellPlace, Defect, Format, Piece, Role, Run, Seed, Transcript
from generator.model import Element as ElementPlace

ElementKind: TypeAlias = Literal["heading", "text", "item", "note", "cell", "caption", "aside"]

_BLANKS: Final = re.compile(r"\s+")
_WIDE: Final = re.compile(r"\t|[\u00a0\u2002\u2003\u2007]{2,}")
"""A tab, or hard and wide blanks side by side, keep a number apart from its text; what else is white is one blank."""


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are set."""

    bold: bool = False
    italic: bool = False
    raised: bool = False

    def with_more(self, other: Look | None) -> Look:
        """The look with another added: what either of them says, bold, slanted or raised."""
        return self if other is None else Look(self.bold or other.bold, self.italic or other.italic, self.raised or other.raised)


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class Words:
    """Characters of one look; `note` is the name of the note that they are the marker of, `change` is true of a mark of an amendment."""

    text: str
    look: Look = PLAIN
    note: str = ""
    change: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """A heading, paragraph, item, note, cell or something set aside, as the markup has it.

    `label` is its number or mark where the markup keeps it apart; `level` the rank of a heading (1 is the highest), `depth` how many lists it
    lies in, `role` what it is in a legal text, `note` the name of the note it is (part of). `certain`: the markup says what it is;
    else `kind` is "text" and the reader finds out from `look` and the words. `holds_table`: a table lies in this cell, whose cells are read as
    lines of it.
    """

    kind: ElementKind
    runs: tuple[Words, ...]
    path: str
    label: str = ""
    level: int | None = None
    depth: int = 0  # lists around; 0 in none
    role: Role = ""
    note: str = ""
    certain: bool = False
    quoted: bool = False
    cell: CellPlace | None = None
    holds_table: bool = False

    @property
    def text(self) -> str:
        """Its characters without the label."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document opened: its elements, and the facts that the file states about it (name of the fact and value)."""

    elements: tuple[Element, ...]
    facts: tuple[tuple[str, str], ...] = ()


def tidy(runs: Iterable[Words]) -> tuple[Words, ...]:
    """The runs with white space collapsed within and between them, none at either end, none empty."""
    kept: list[Words] = []
    blank = True
    for run in runs:
        text = _BLANKS.sub(_collapsed, run.text)
        if blank and text[:1] in {" ", "\t"}:
            text = text[1:]
        if text:
            kept.append(replace(run, text=text))
            blank = text[-1] in {" ", "\t"}
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _collapsed(match: re.Match[str]) -> str:
    return "\t" if _WIDE.search(match.group()) else " "


def joined(parts: Iterable[tuple[str, Opened]]) -> Opened:
    """Several files as one document, in order; notes and tables of one are kept apart from those of the others by the file's name and number."""
    elements: list[Element] = []
    facts: dict[str, str] = {}
    tables = 0
    for name, part in parts:
        for element in part.elements:
            runs = tuple(replace(words, note=f"{name}:{words.note}") if words.note else words for words in element.runs)
            cell = replace(element.cell, table=element.cell.table + tables) if element.cell else None
            elements.append(
                replace(element, runs=runs, cell=cell, path=f"{name}{element.path}", note=f"{name}:{element.note}" if element.note else "")
            )
        tables += 1 + max((element.cell.table for element in part.elements if element.cell), default=-1)
        facts = dict(part.facts) | facts
    return Opened(tuple(elements), tuple(sorted(facts.items())))


_EXCERPT: Final = 70
"""Characters of a cell that are enough to know it by."""


def transcribed(seed: Seed, form: Format, opened: Opened) -> Transcript:
    """The transcript of an opened document: each element on a line of its own, cells of a row parted by tabs, blank lines between paragraphs."""
    scribe = _Scribe()
    for element in opened.elements:
        scribe.take(element)
    text = "".join(scribe.out) + "\n"
    return Transcript(seed, text, form, tuple(scribe.runs), opened.facts, tuple(_in_cells(opened)), tuple(scribe.pieces))


def _in_cells(opened: Opened) -> Iterator[Defect]:
    """The tables that lie in cells of others: a cell has no rows, so that their cells stand one after the other in it."""
    for element in opened.elements:
        if element.holds_table:
            yield Defect(ElementPlace(element.path), " ".join(element.text.split())[:_EXCERPT], "table-in-cell", None)


@dataclass(slots=True)
class _Scribe:
    """Writes the elements into one text, one after the other, and records the range of each."""

    out: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0  # characters written so far
    last: Element | None = None

    def take(self, element: Element) -> None:
        """One element, with what parts it from the last."""
        self._write(self._between(element))
        start = self.length
        if element.label:
            self._write(element.label)
            self.runs.append(Run(start, self.length, element=element.path))
        label_end = self.length
        self._write(" " if element.label else "")
        inner: list[Piece] = []
        for words in element.runs:
            begin = self.length
            self._write(words.text)
            look = words.look
            self.runs.append(Run(begin, self.length, bold=look.bold, italic=look.italic, raised=look.raised, element=element.path))
            if words.note or words.change:
                inner.append(self._inner(words, begin, element))
        self.pieces += [self._piece(element, start, label_end), *inner]
        self.last = element

    def _inner(self, words: Words, begin: int, element: Element) -> Piece:
        start = begin + len(words.text) - len(words.text.lstrip())
        return Piece(start, begin + len(words.text.rstrip()), "marker" if words.note else "change", element.path, note=words.note)

    def _piece(self, element: Element, start: int, label_end: int) -> Piece:
        return Piece(
            start=start,
            end=self.length,
            kind=element.kind,
            path=element.path,
            label_end=label_end,
            level=element.level,
            depth=element.depth,
            role=element.role,
            note=element.note,
            certain=element.certain,
            quoted=element.quoted,
            cell=element.cell,
        )

    def _between(self, element: Element) -> str:
        last = self.last
        if last is None:
            return ""
        if last.cell and element.cell and (last.cell.table, last.cell.row) == (element.cell.table, element.cell.row):
            return "\t"
        tight = last.kind == element.kind and element.kind in {"item", "note", "cell", "aside"}
        return "\n" if tight else "\n\n"

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)
