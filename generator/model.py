"""What passes between the stages: frozen values that know where in the seed they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

BlockType = Literal["heading", "paragraph", "list_item", "quote", "front_matter"]
ListKind = Literal["bullet", "numbered", "lettered"]
MentionKind = Literal["country", "term", "date", "reference", "section", "amount"]
Provenance = Literal["source", "editorial"]

LineRange: TypeAlias = tuple[int, int]
"""First and last line in the seed, counted from 1, inclusive."""

Span: TypeAlias = tuple[int, int]
"""A range of characters of `Source.text`: from the first offset up to, not including, the second."""


class Severity(StrEnum):
    """How bad a problem is: `FATAL` stops the input, `ERROR` fails a check, `TODO` is work for an editor."""

    FATAL = "onleesbaar"
    ERROR = "fout"
    TODO = "te doen"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with an input, in words for its author: where, what, and what to do about it."""

    path: str
    line: int | None
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """`seeds/x.yml:3: wat er mis is; wat te doen`."""
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Source:
    """A seed as it was found: `raw` its bytes, `text` the same decoded, without byte-order mark, line ends untouched."""

    path: str
    name: str
    text: str
    sha256: str = ""
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list item stands: its kind, its depth (from 1) and its marker as printed (empty if lost)."""

    kind: ListKind
    depth: int
    marker: str


@dataclass(frozen=True, slots=True)
class NoteMarker:
    """The place of a footnote's marker: before the character at `offset` of the text it stands in."""

    number: int
    offset: int
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Something recognised in a text: `length` characters from `offset`, and what they stand for.

    `inferred`: a date's year follows from the document; `missing`: what is pointed at is not in the document;
    `role`: what a date is in its sentence (event, deadline, period, reference, statistic, publication), else empty.
    """

    kind: MentionKind
    id: str
    offset: int
    length: int
    form: Literal["name", "derived"] = "name"
    inferred: bool = False
    missing: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """Characters of a text that differ from the seed for certain: what the seed has there, and what was wrong."""

    offset: int
    length: int
    source: str
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, quotation or piece of front matter; `text` is plain (see the export contract)."""

    id: str
    type: BlockType
    text: str
    lines: LineRange
    section: str = ""
    level: int | None = None
    number: str | None = None
    label: str = ""
    list: ListPlace | None = None
    emphasis: tuple[tuple[int, int], ...] = ()
    notes: tuple[NoteMarker, ...] = ()
    repairs: tuple[Repair, ...] = ()
    mentions: tuple[Mention, ...] = ()
    spans: tuple[Span, ...] = ()
    label_spans: tuple[Span, ...] = ()

    @property
    def place(self) -> str:
        """What quotations and links call it: its id."""
        return self.id


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `lines` is None where the seed has its marker but not its text."""

    number: int
    text: str
    lines: LineRange | None
    label: str = ""
    number_in_source: bool = True
    text_in_source: bool = True
    emphasis: tuple[tuple[int, int], ...] = ()
    notes: tuple[NoteMarker, ...] = ()
    repairs: tuple[Repair, ...] = ()
    mentions: tuple[Mention, ...] = ()
    spans: tuple[Span, ...] = ()
    label_spans: tuple[Span, ...] = ()

    @property
    def place(self) -> str:
        """What quotations and links call it: `fn:` and its number."""
        return f"fn:{self.number}"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters that belong to the page or the notation and not to the text."""

    lines: LineRange
    text: str
    kind: Literal["page-number", "running-head", "rule", "page-break", "markup", "glyph"]
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Defect:
    """A flaw of the seed: its reading there, and the repaired reading (None where it was left as it is)."""

    lines: LineRange
    text: str
    kind: str
    repaired: str | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document; `provenance` says of each fact whether it stands in the text."""

    id: str
    title: str
    short_title: str
    number: str | None = None
    celex: str | None = None
    date: str | None = None
    language: str = "nl"
    institution: str | None = None
    kind: str | None = None
    web: str | None = None
    described: bool = False
    provenance: tuple[tuple[str, Provenance], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One document, read: its blocks in reading order, its footnotes by number, and what was set aside."""

    source: Source
    meta: Metadata
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    defects: tuple[Defect, ...] = ()

    @property
    def parts(self) -> tuple[Block | Note, ...]:
        """Everything with text: the blocks, then the footnotes."""
        return (*self.blocks, *self.notes)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation and the paragraph of a document that it stands in; `line` is where a contributor wrote it."""

    document: str
    paragraph: str
    quote: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a term stands for: from when to when (EDTF), in which documents (none: in all), and on which line that is."""

    expansion: str
    start: str | None = None
    end: str | None = None
    documents: tuple[str, ...] = ()
    line: int = 1

    def holds(self, date: str | None) -> bool:
        """Whether it was the meaning at a date (EDTF); always where the date or the bounds are not known."""
        begun = not date or not self.start or self.start[: len(date)] <= date[: len(self.start)]
        over = bool(date) and bool(self.end) and str(self.end)[: len(str(date))] < str(date)[: len(str(self.end))]
        return begun and not over


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary; `forms` are spellings that are linked beside `term` and the expansions of its senses.

    `translations` are pairs of language and form, `external` of scheme and identifier; `html` is the definition, sanitised.
    """

    id: str
    term: str
    kind: str
    senses: tuple[Sense, ...]
    html: str
    summary: str
    path: str
    aliases: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    external: tuple[tuple[str, str], ...] = ()
    see_also: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def sense(self, document: str, date: str | None = None) -> Sense:
        """What the term stands for in a document: the sense that names it, else the first of its time that names none."""
        named = [sense for sense in self.senses if document in sense.documents]
        open_ones = [sense for sense in self.senses if not sense.documents]
        timely = [sense for sense in open_ones if sense.holds(date)]
        return (*named, *timely, *open_ones, *self.senses)[0]


@dataclass(frozen=True, slots=True)
class Introduction:
    """What contributors wrote about a country: sanitised HTML."""

    code: str
    html: str
    path: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An event that contributors gave a name; `phrases` are words by which sentences of documents speak of it."""

    id: str
    name: str
    date: str
    html: str
    path: str
    phrases: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What contributors wrote beside the documents."""

    terms: tuple[Term, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    events: tuple[Event, ...] = ()
    home: Document | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A file the generator writes: its path below docs/ (always with /) and its content."""

    path: str
    content: str | bytes
