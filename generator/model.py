"""What passes between the stages: frozen values that know where in the seed they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import ClassVar, Final, Literal, ParamSpec, Protocol, TypeAlias, TypeVar
from urllib.parse import urlsplit

BlockType = Literal["heading", "paragraph", "list_item", "quote", "front_matter", "table"]
Format: TypeAlias = str
"""The id of a row of `readers.READERS`: text, markdown, pdf, html, docx, odt, formex, akn."""

Role = Literal["", "citation", "recital", "article", "paragraph", "point", "annex", "signature", "amendment"]
ListKind = Literal["bullet", "numbered", "lettered"]
MentionKind: TypeAlias = str
"""The id of a row of `kinds.KINDS`."""

Provenance = Literal["source", "editorial"]

LineRange: TypeAlias = tuple[int, int]
"""First and last line in the seed, counted from 1, inclusive."""

Span: TypeAlias = tuple[int, int]
"""A range of characters of `Transcript.text`: from the first offset up to, not including, the second."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom in points, from the top left corner of the page."""


@dataclass(frozen=True, slots=True, order=True)
class Lines:
    """A place in a text: its first and last line, counted from 1, inclusive."""

    first: int
    last: int

    @property
    def lines(self) -> LineRange | None:
        """The first and the last line, both from 1."""
        return self.first, self.last


@dataclass(frozen=True, slots=True, order=True)
class PageBox:
    """A part of a page; pages are counted from 1 as they lie in the file, whatever number is printed on them."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True, order=True)
class OnPages:
    """A place on pages: one box or more, in reading order; text that continues over the end of a page or column has several."""

    boxes: tuple[PageBox, ...]

    @property
    def lines(self) -> LineRange | None:
        """Always None: a page has no lines that can be counted in the file."""
        return None


@dataclass(frozen=True, slots=True, order=True)
class Element:
    """A place in marked-up text: the path of its element, such as `html[1]/body[1]/p[12]`."""

    path: str

    @property
    def lines(self) -> LineRange | None:
        """Always None: the lines of a file with markup are of no use to a reader."""
        return None


T = TypeVar("T")
P = ParamSpec("P")

Place: TypeAlias = Lines | OnPages | Element


class Placed:
    """Has a place in the seed; None where the seed does not have it."""

    __slots__ = ()
    place: Place | None

    @property
    def lines(self) -> LineRange | None:
        """The lines of the seed that it stands on, where the seed has lines."""
        return self.place.lines if self.place else None


class Identified(Placed):
    """Is called by its id."""

    __slots__ = ()
    id: str

    @property
    def anchor(self) -> str:
        """What quotations and links call it: its id."""
        return self.id


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
        said = f"{where}: {self.message}; {self.remedy}"
        # A name of a file can hold what moves a terminal's cursor or begins a line that someone takes for another message.
        return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in said)


class UnreadableError(Exception):
    """An input that cannot be read; carries the `Problem` that says why."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem."""
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Seed:
    """A file as it was found: its path as given, with /, and its bytes."""

    path: str
    raw: bytes = b""

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.path).name

    @property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Run:
    """A range of a transcript's text in one type at one place, and what is known of that; what is not known is None, empty or False.

    `page` counts from 1; `box` and `size` are in points; `raised` is true of a superscript; `element` is the path of the element
    that it came from.
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    raised: bool = False
    element: str = ""


PieceKind: TypeAlias = Literal["heading", "text", "item", "note", "cell", "caption", "aside", "marker", "change"]


@dataclass(frozen=True, slots=True)
class Piece:
    """What the markup of a format says of a range of a transcript's text: a heading, paragraph, item, note, cell, or something set aside.

    `path` is its element; its number or mark, where the markup keeps it apart, ends at `label_end`. `level` is the rank of a heading,
    `depth` the number of lists it lies in, `note` the name of the note that it is or points at. `certain`: the markup says what it is; else
    its words and looks do. Pieces of kind "marker" and "change" (the mark of an amendment, ►M3) lie inside others.
    """

    start: int
    end: int
    kind: PieceKind
    path: str
    label_end: int = 0  # 0 where the label is no part of the text
    level: int | None = None
    depth: int = 0  # 0 outside lists
    role: Role = ""
    note: str = ""
    certain: bool = False
    quoted: bool = False
    cell: CellPlace | None = None


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell stands: which table of the document, row and column from 0, how many of each it takes, whether it is a head."""

    table: int
    row: int
    column: int
    down: int = 1  # rows: its own only
    across: int = 1  # columns: its own only
    head: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    """The text of a seed, as it was opened, and what is known of its runs; nothing that is read later changes the text.

    `text` has no byte-order mark, and the line ends of the file where it has lines. `runs` rise and do not overlap; plain text has
    none. `pieces` is what markup says of it, in order, for formats that have markup. `facts` are pairs of name and value that the file itself states (title, number, celex, date, language, institution …).
    `defects` are flaws that opening it met.
    """

    seed: Seed
    text: str
    format: Format = "text"
    runs: tuple[Run, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    defects: tuple[Defect, ...] = ()
    pieces: tuple[Piece, ...] = ()

    @property
    def path(self) -> str:
        """The path of the seed."""
        return self.seed.path

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.seed.name


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
class Change:
    """A mark in the margin of a consolidated text: the words from `offset` on were brought in by the act it names (►M3; ►B is the basic act)."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Something recognised in a text: `length` characters from `offset`, and what they stand for.

    `inferred`: a date's year follows from the document;
    `role`: what a date is in its sentence (event, deadline, period, reference, statistic, publication), else empty.
    """

    kind: MentionKind
    id: str
    offset: int
    length: int
    form: Literal["name", "derived"] = "name"
    inferred: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """Characters of a text that differ from the seed for certain: what the seed has there, and what was wrong."""

    offset: int
    length: int
    source: str
    kind: str


@dataclass(frozen=True, slots=True)
class Cell(Identified):
    """A cell of a table, or its caption; `block` is the table's id, `across` and `down` say over how many columns and rows it reaches."""

    type: ClassVar[Literal["cell"]] = "cell"
    id: str
    text: str
    place: Place
    block: str = ""
    across: int = 1  # columns: its own only
    down: int = 1  # rows: its own only
    section: str = ""
    emphasis: tuple[tuple[int, int], ...] = ()
    notes: tuple[NoteMarker, ...] = ()
    repairs: tuple[Repair, ...] = ()
    mentions: tuple[Mention, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Block(Identified):
    """A heading, paragraph, list item, quotation, piece of front matter or table; `text` is plain (see the export contract).

    A table's text stands in its cells, and is here once more for whoever wants it whole: rows parted by a line end, cells by ` | `;
    `header_rows` are its first rows that say what the columns hold.
    """

    id: str
    type: BlockType
    text: str
    place: Place
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
    role: Role = ""
    caption: Cell | None = None
    header_rows: int = 0  # of a table; none in other blocks
    rows: tuple[tuple[Cell, ...], ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of a table in reading order, its caption first; a block of any other type has none."""
        caption = () if self.caption is None else (self.caption,)
        return (*caption, *(cell for row in self.rows for cell in row))

    @property
    def parts(self) -> tuple[Block | Cell, ...]:
        """Where its text stands: in its cells if it is a table, else in itself."""
        return self.cells if self.type == "table" else (self,)


@dataclass(frozen=True, slots=True)
class Note(Placed):
    """A footnote; `place` is None where the seed has its marker but not its text."""

    type: ClassVar[Literal["note"]] = "note"
    number: int
    text: str
    place: Place | None
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
    def anchor(self) -> str:
        """What quotations and links call it: `fn:` and its number."""
        return f"fn:{self.number}"


Part: TypeAlias = Block | Cell | Note
"""Something with text of its own in which mentions are found."""

Annotator: TypeAlias = Callable[[Part], Iterable[Mention]]
"""Finds mentions in one part of the document that it was made for: in order of place, none overlapping another."""


FurnitureKind: TypeAlias = Literal[
    "page-number", "running-head", "rule", "page-break", "markup", "glyph", "navigation", "contents", "change"
]


@dataclass(frozen=True, slots=True)
class Furniture(Placed):
    """Characters that belong to the page or the notation and not to the text."""

    place: Place
    text: str
    kind: FurnitureKind
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Defect(Placed):
    """A flaw of the seed: its reading there, and the repaired reading (None where it was left as it is)."""

    place: Place
    text: str
    kind: str
    repaired: str | None


ChangeKind = Literal["added", "changed"]


@dataclass(frozen=True, slots=True)
class FileChange:
    """That a file of the dossier was added or changed; `moment` is an ISO 8601 day, or a day and time with their offset from UTC."""

    path: str
    moment: str
    kind: ChangeKind

    @property
    def day(self) -> str:
        """The day, as it was where the change was made."""
        return self.moment[:10]


@dataclass(frozen=True, slots=True)
class History:
    """When the files of the dossier were added and changed, the newest first, as far as that is known.

    `since`: the moment before which nothing is known, of a history that was cut off there.
    """

    changes: tuple[FileChange, ...] = ()
    since: str | None = None


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
    changes: tuple[FileChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One document, read: its blocks in reading order, its footnotes by number, and what was set aside.

    `settled` are the anchors of parts that an editor compared with the original.
    """

    source: Transcript
    meta: Metadata
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    defects: tuple[Defect, ...] = ()
    settled: frozenset[str] = frozenset()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything with text of its own, in reading order: the blocks, with the cells of a table in its place, then the footnotes."""
        return (*(part for block in self.blocks for part in block.parts), *self.notes)

    def part(self, anchor: str) -> Part | None:
        """The block, cell or footnote with an anchor; None where the document has none."""
        return next((part for part in self.parts if part.anchor == anchor), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation and the paragraph of a document that it stands in; `line` is where a contributor wrote it."""

    document: str
    paragraph: str
    quote: str
    line: int = 1  # from 1, as all lines


@dataclass(frozen=True, slots=True)
class Outside:
    """Where a fact that is not in the documents can be checked: a title, and the address where there is one."""

    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a term stands for: from when to when (EDTF), in which documents (none: in all), and on which line that is."""

    expansion: str
    start: str | None = None
    end: str | None = None
    documents: tuple[str, ...] = ()
    line: int = 1  # from 1


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
    sources: tuple[Outside, ...] = ()
    changes: tuple[FileChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Introduction:
    """What contributors wrote about a country: sanitised HTML; `summary` is its first sentence."""

    code: str
    html: str
    path: str
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Outside, ...] = ()
    changes: tuple[FileChange, ...] = ()
    summary: str = ""


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
    sources: tuple[Outside, ...] = ()
    changes: tuple[FileChange, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Permalink:
    """A published address, relative to the site's root, and the first words of what it names; `path` and `line` say where it is registered."""

    address: str
    words: str
    path: str = ""
    line: int = 1  # from 1


@dataclass(frozen=True, slots=True)
class Alias:
    """Where something went that was published at `old`: to `new`; `words` are the first words of it."""

    old: str
    new: str
    words: str
    path: str = ""
    line: int = 1  # from 1


@dataclass(frozen=True, slots=True)
class Register:
    """The addresses that were promised, and where some of them went."""

    permalinks: tuple[Permalink, ...] = ()
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that contributors described: `words` and phrases by which passages speak of it, `not_in` those in which they do not.

    `html` is the description, sanitised; `summary` its first sentence.
    """

    id: str
    name: str
    words: tuple[str, ...]
    html: str
    summary: str
    path: str
    not_in: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    changes: tuple[FileChange, ...] = ()


OutcomeStatus = Literal["done", "in progress", "repeated", "changed", "dropped"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a commitment, by a file of contributors: `place` is the commitment, `evidence` the quotations from later documents."""

    id: str
    place: Evidence
    status: OutcomeStatus
    html: str
    path: str
    evidence: tuple[Evidence, ...]
    changes: tuple[FileChange, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What contributors wrote beside the documents."""

    terms: tuple[Term, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    events: tuple[Event, ...] = ()
    home: Document | None = None
    register: Register = Register()
    themes: tuple[Theme, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    history: History = History()


_NOBODYS: Final = ("example", "example.com", "example.net", "example.org", "invalid", "localhost", "test")
"""Hosts, and ends of hosts, that belong to nobody (RFC 2606, RFC 6761)."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Under which name the site is published and in a sentence what it is, where (an address that ends in a slash), by whom, and what may be done with it; what is not known is empty.

    `paper` tells that documents and chapters are published as PDF too.
    """

    name: str = ""
    url: str = ""
    owner: str = ""
    contact: str = ""
    licence: str = ""
    licence_url: str = ""
    paper: bool = False
    description: str = ""

    def absolute(self, url: str) -> str:
        """The absolute address of a place on the site; from the site's root where the address of the site is not known."""
        return f"{self.url or '/'}{url}"

    @property
    def home(self) -> str:
        """The address where it can be reached; empty as long as it is one that stands for an address still to be chosen."""
        host = urlsplit(self.url).hostname or ""
        return "" if any(f".{host}".endswith(f".{name}") for name in _NOBODYS) else self.url


UNPUBLISHED: Final = Publication()
"""What is known of a site that nobody said anything of."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file the generator writes: its path below docs/ (always with /) and its content."""

    path: str
    content: str | bytes


class Watch(Protocol):
    """What a stage is given to report its progress: called with the name of the stage and its things, it yields these in order."""

    def __call__(self, stage: str, things: Sequence[T], /) -> Iterable[T]:
        """The same things."""

    def __hash__(self) -> int:
        """A watch can be part of the key of something remembered."""


def unwatched(_stage: str, things: Sequence[T], /) -> Iterable[T]:
    """The things themselves: a `Watch` that reports nothing."""
    return things


class Recall(Protocol):
    """Returns what a stage makes of its inputs, by running it or from memory: a stage takes values and returns values, so both are the same.

    `name` keeps apart what one stage makes of several things, such as the documents. Inputs that are equal count as the same, so a
    stage is handed all that it depends on and nothing else.
    """

    def __call__(self, name: str, stage: Callable[P, T], /, *inputs: P.args, **named: P.kwargs) -> T:
        """What the stage makes."""


def afresh(_name: str, stage: Callable[P, T], /, *inputs: P.args, **named: P.kwargs) -> T:
    """A `Recall` that always runs the stage, and remembers nothing."""
    return stage(*inputs, **named)
