"""Opens a PDF: its text page by page in reading order, with what is known of each run. A PDF that cannot be read is refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.model import Box, Defect, OnPages, PageBox, Problem, Run, Seed, Severity, Transcript, UnreadableError
from generator.readers.printed.pdf.bands import open_tables
from generator.readers.printed.pdf.drawings import words_in_drawings
from generator.readers.printed.pdf.edges import Edges, find_edges
from generator.readers.printed.pdf.found_tables import Table, placeholder_number
from generator.readers.printed.pdf.grids import ruled_tables
from generator.readers.printed.pdf.lines import BELOW_RULE, HEADING, ITEM, PART
from generator.readers.printed.pdf.links import contents, with_called
from generator.readers.printed.pdf.margins import without_row_numbers
from generator.readers.printed.pdf.outline import Outline, read_outline
from generator.readers.printed.pdf.pieces import Sheet, TextPiece
from generator.readers.printed.pdf.regions import Column, in_reading_order, pages_in_reading_order
from generator.readers.printed.pdf.rows import Row, rows_of, spelled
from generator.readers.printed.pdf.sheets import read_sheet
from generator.readers.printed.pdf.single_letters import WORD_GAP
from generator.readers.printed.pdf.tags import TagReader, Told, Trust, may_be_headings, tagged_tables, trust_in

_HEADER: Final = re.compile(rb"%PDF-\d")
_HEADER_WITHIN: Final = 1024
"""The signature stands somewhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13 of the implementation notes)."""

_INNER_HYPHEN: Final = re.compile(r"‐(?!\n)")
_MOST_PAGES: Final = 5000
"""Pages that are read, so that time and memory have an end; documents of institutions have some hundreds at most."""

_FEWEST_LETTERS: Final = 20
"""A page with an image and fewer letters than this holds a scan, whatever the scanner stamped on it."""

_HEAD, _FOOT, _NUMBERS, _TURNED, _HIDDEN, _LABELS = "head", "foot", "row-number", "turned", "hidden", "label"
SET_ASIDE: Final[dict[str, Literal["running-head", "markup"]]] = {
    _HEAD: "running-head",
    _FOOT: "running-head",
    _NUMBERS: "markup",
    _TURNED: "markup",
    _HIDDEN: "markup",
    _LABELS: "markup",
}
"""The elements that hold no text of the document, and the kind of furniture each is."""

_TEXT: Final = ("column", "box")
"""What the elements of rows of running text begin with."""

_REACH: Final = 6.0
"""Points by which a line may be longer than the rows of its column."""

_BELOW: Final = 0.35
"""In units of the type size: a rule between text and notes lies below the tails of the row above it."""

_ABOVE: Final = 0.6
"""In units of the type size: such a rule lies above the small letters of the row below it; a line that is nearer underlines or strikes."""

_OCR: Final = (
    "maak er eerst tekst van, bijvoorbeeld met OCRmyPDF (gratis, `ocrmypdf -l nld in.pdf uit.pdf`), Adobe Acrobat of ABBYY FineReader"
)


_OTHER_ENDINGS: Final = (".docx", ".docm", ".odt", ".zip", ".html", ".htm", ".xhtml", ".xml", ".akn", ".md")
"""Endings of other formats that are read."""


def recognises(seed: Seed) -> bool:
    """Whether the bytes are those of a PDF, whatever the file is called."""
    return bool(_HEADER.search(seed.raw[:_HEADER_WITHIN])) or seed.path.lower().endswith(".pdf")


def opened(seed: Seed) -> Transcript:
    """The transcript of a PDF; raises `UnreadableError` where it is damaged, locked, too long or only a picture of text."""
    document = _document(seed)
    try:
        count = len(document)
        if count > _MOST_PAGES:
            remedy = "splits het in delen en voeg die afzonderlijk toe"
            raise _unreadable(seed, f"deze PDF heeft {count} bladzijden; er worden er hoogstens {_MOST_PAGES} gelezen", remedy)
        tags = TagReader()
        sheets = with_called(tuple(_sheet(seed, document, number, tags) for number in range(1, count + 1)))
        facts, outline = _facts(document), read_outline(document) or Outline(contents(sheets))
    finally:
        document.close()
    _refuse_scans(seed, sheets)
    pieces = tuple(piece for sheet in sheets for piece in sheet.pieces)
    letters = sum(map(str.isalnum, "".join(piece.text for piece in pieces)))
    writer = _Writer(outline if may_be_headings(outline.letters, letters) else Outline(()), trust_in(pieces))
    pages = without_row_numbers(rows_of(sheet.pieces) for sheet in sheets)
    all_edges = find_edges(tuple(rows for rows, _ in pages))
    for layout, edges, (_, numbers) in zip(_layouts(sheets, all_edges), all_edges, pages, strict=True):
        writer.page(layout, edges, numbers)
    return Transcript(seed, _softened("".join(writer.out)), "pdf", tuple(writer.runs), facts, tuple(_unseen(sheets)))


def _softened(text: str) -> str:
    """The text with hyphens of a sign of their own, met at row ends only, as the soft hyphens that they are.

    Typesetters print U+2010 where they break a word and U+002D where it has a hyphen.
    """
    if "‐" not in text or _INNER_HYPHEN.search(text):
        return text
    return text.replace("‐", "\u00ad")


def _document(seed: Seed) -> pdfium.PdfDocument:
    if not _HEADER.search(seed.raw[:_HEADER_WITHIN]):
        remedy = "haal het bestand opnieuw op, of geef het de extensie die bij zijn inhoud hoort"
        raise _unreadable(seed, "dit bestand heet .pdf, maar de inhoud is geen PDF", remedy)
    ending = next((ending for ending in _OTHER_ENDINGS if seed.path.lower().endswith(ending)), "")
    if ending:
        # Readers download the document under its own name, and their programs open it by that.
        raise _unreadable(seed, f"dit bestand heet {ending}, maar de inhoud is een PDF", "geef het de extensie .pdf")
    try:
        document = pdfium.PdfDocument(seed.raw)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            remedy = "sla het op zonder wachtwoord (openen, afdrukken als PDF) of vraag de uitgever om een open versie"
            raise _unreadable(seed, "deze PDF is met een wachtwoord versleuteld", remedy) from None
        raise _damaged(seed) from None
    if not len(document):
        raise _damaged(seed)
    return document


def _sheet(seed: Seed, document: pdfium.PdfDocument, number: int, tags: TagReader) -> Sheet:
    try:
        return read_sheet(document, number, tags)
    except pdfium.PdfiumError:
        raise _damaged(seed, number) from None


def _damaged(seed: Seed, page: int | None = None) -> UnreadableError:
    """The refusal of a damaged PDF, with the page (from 1) on which it is, where that is known."""
    where = f" (bladzijde {page})" if page else ""
    remedy = "haal het bestand opnieuw op, of open het in een PDF-programma en sla het opnieuw op"
    return _unreadable(seed, f"deze PDF is beschadigd en kan niet gelezen worden{where}", remedy)


def _unreadable(seed: Seed, message: str, remedy: str) -> UnreadableError:
    return UnreadableError(Problem(seed.path, None, message, remedy, Severity.FATAL))


def _refuse_scans(seed: Seed, sheets: tuple[Sheet, ...]) -> None:
    if any(len("".join(piece.text for piece in sheet.pieces).strip()) >= _FEWEST_LETTERS for sheet in sheets):
        return
    if any(sheet.images for sheet in sheets):
        raise _unreadable(seed, "deze PDF is een scan: de bladzijden zijn plaatjes, zonder tekst", _OCR)
    if not any(sheet.pieces for sheet in sheets):
        raise _unreadable(seed, "in deze PDF staat geen tekst", _OCR)


def _facts(document: pdfium.PdfDocument) -> tuple[tuple[str, str], ...]:
    """What the file states about itself."""
    title = " ".join((document.get_metadata_value("Title") or "").split())
    return (("title", title),) if title else ()


def _unseen(sheets: Iterable[Sheet]) -> Iterator[Defect]:
    """What lies on a page but is not shown there, and what no layer of text holds."""
    for sheet in sheets:
        place = OnPages((PageBox(sheet.number, (0.0, 0.0, sheet.width, sheet.height)),))
        if sheet.hidden:
            yield Defect(place, " ".join(piece.text.strip() for piece in sheet.hidden)[:200], "hidden-text", None)
        letters = sum(len(piece.text) for piece in sheet.pieces)
        if sheet.images and letters < _FEWEST_LETTERS:
            yield Defect(place, "", "page-without-text", None)


def _below_rule(rows: tuple[Row, ...], sheet: Sheet, tables: tuple[Table, ...]) -> float:
    """The height of the last line drawn between rows of a column, but not under words: what lies below may be its notes."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    heights = [
        shape.top
        for shape in sheet.shapes
        if shape.level
        and left - _REACH <= shape.left <= right
        and shape.right <= right + _REACH
        and not any(t.top <= shape.top <= t.bottom for t in tables)
    ]
    for before, after in zip(reversed(rows[:-1]), reversed(rows[1:]), strict=True):
        if any(before.base + _BELOW * before.size < height < after.base - _ABOVE * after.size for height in heights):
            return before.base
    return sheet.height


@dataclass(frozen=True, slots=True)
class _Layout:
    """A page with the tables that lines draw on it, the words in its drawings, and its rows in columns, a row in the place of each table."""

    sheet: Sheet
    labels: tuple[TextPiece, ...]
    tables: tuple[Table, ...]
    columns: tuple[Column, ...]


def _layouts(sheets: tuple[Sheet, ...], edges: tuple[Edges, ...]) -> Iterator[_Layout]:
    """How the text of each page is laid out."""
    for_columns: list[tuple[Row, ...]] = []
    parts: list[tuple[Sheet, tuple[TextPiece, ...], tuple[Table, ...]]] = []
    for sheet, own in zip(sheets, edges, strict=True):
        every = tuple(piece for row in own.body for piece in row.pieces)
        body, tables = every, _tables(every, sheet)
        drawn = words_in_drawings(every, sheet, tables)
        if drawn:
            body = tuple(piece for piece in every if id(piece) not in drawn)
            tables = _tables(body, sheet)
        parts.append((sheet, tuple(piece for piece in every if id(piece) in drawn), tables))
        for_columns.append(_with_placeholders(body, tables) if tables or drawn else own.body)
    columns = pages_in_reading_order(for_columns)
    return (_Layout(*part, own) for part, own in zip(parts, columns, strict=True))


def _tables(pieces: tuple[TextPiece, ...], sheet: Sheet) -> tuple[Table, ...]:
    """The tables and boxes that lines draw, and the tables beside them that the file's tags tell."""
    drawn = ruled_tables(pieces, sheet.shapes, sheet.width, sheet.height)
    beside = (piece for piece in pieces if not any(table.holds(piece) for table in drawn))
    return tuple(sorted((*drawn, *tagged_tables(beside)), key=_top))


def _top(table: Table) -> float:
    return table.top


class _Writer:
    """Writes rows into one text, a line each, and records the place and type of each run."""

    def __init__(self, outline: Outline, trust: Trust) -> None:
        self.outline = outline
        self.told = Told(trust)
        self.levels: dict[int, int] = {}
        self.out: list[str] = []
        self.length = 0
        self.runs: list[Run] = []
        self.tables = 0

    def page(self, layout: _Layout, edges: Edges, numbers: tuple[TextPiece, ...]) -> None:
        """One page, after a form feed if it is not the first."""
        sheet = layout.sheet
        if sheet.number > 1:
            self._put("\f")
        self.tables = 0
        self._rows(edges.heads, sheet, _HEAD)
        for number, column in enumerate(layout.columns, 1):
            self._column(column.rows, layout.tables, sheet, f"column[{number}]")
        self._rows(edges.feet, sheet, _FOOT)
        for aside, element in ((numbers, _NUMBERS), (layout.labels, _LABELS), (sheet.turned, _TURNED), (sheet.hidden, _HIDDEN)):
            self._rows((Row((piece,)) for piece in aside), sheet, element)

    def _column(self, rows: tuple[Row, ...], tables: tuple[Table, ...], sheet: Sheet, element: str) -> None:
        """Rows and tables one below the other."""
        below = _below_rule(rows, sheet, tables)
        named = self.outline.levels(sheet.number, [row.text for row in rows])
        self.levels = {id(rows[place]): level for place, level in named.items()}
        for item in open_tables(rows):
            if isinstance(item, Table):
                self._table(item, sheet)
                continue
            number = placeholder_number(item)
            if number is None:
                self._rows((item,), sheet, element + BELOW_RULE if item.base > below else element)
            else:
                self._table(tables[number], sheet)

    def _table(self, table: Table, sheet: Sheet) -> None:
        self.tables += 1
        if table.is_box:
            rows = tuple(row for cell in table.cells for row in cell.rows)
            for number, column in enumerate(in_reading_order(rows), 1):
                self._rows(column.rows, sheet, f"box[{self.tables}]/column[{number}]")
            return
        for cell in table.cells:
            place = f"table[{self.tables}]/row[{_range(cell.row, cell.down)}]/cell[{_range(cell.column, cell.across)}]"
            self._rows(cell.rows, sheet, place)

    def _evidence(self, row: Row) -> str:
        """What outline and tags say of a row of text, as the element spells it."""
        told = self.told.of_row(row.pieces)
        said = ((HEADING, self.levels.get(id(row)) or told.get("level")), (PART, told.get("part")), (ITEM, told.get("item")))
        return "".join(f"{name}{number}" for name, number in said if number)

    def _put(self, text: str) -> int:
        self.out.append(text)
        self.length += len(text)
        return self.length

    def _rows(self, rows: Iterable[Row], sheet: Sheet, element: str) -> None:
        for row in rows:
            own = element + self._evidence(row) if element.startswith(_TEXT) else element
            open_run: tuple[TextPiece, int, Box] | None = None
            for piece, text in spelled(row.pieces):
                start = self.length + (len(text) - len(text.lstrip(" ")))
                if open_run and _goes_on(open_run[0], piece, open_run[2], opens=open_run[0] is row.pieces[0]):
                    self._put(text)
                    open_run = (open_run[0], open_run[1], _joined(open_run[2], _box(piece)))
                    continue
                if open_run:
                    self._close(open_run, sheet, own)
                self._put(text)
                open_run = (piece, start, _box(piece))
            if open_run:
                self._close(open_run, sheet, own)
            self._put("\n")

    def _close(self, run: tuple[TextPiece, int, Box], sheet: Sheet, element: str) -> None:
        piece, start, box = run
        self.runs.append(
            Run(start, self.length, sheet.number, box, round(piece.size, 2), piece.bold, piece.italic, piece.raised, element=element)
        )


def _with_placeholders(pieces: tuple[TextPiece, ...], tables: tuple[Table, ...]) -> tuple[Row, ...]:
    """The rows beside the tables, and one for each table that stands for it."""
    beside = (piece for piece in pieces if not any(table.holds(piece) for table in tables))
    return rows_of((*beside, *(table.placeholder(number) for number, table in enumerate(tables))))


def _range(first: int, count: int) -> str:
    return str(first + 1) if count == 1 else f"{first + 1}-{first + count}"


def _goes_on(first: TextPiece, piece: TextPiece, box: Box, *, opens: bool) -> bool:
    """Whether a piece belongs to the run before it: set alike, and no wider gap between than between words.

    A number that a row opens with (`opens`) may be that of an item or note: what the file sets apart from it stays apart.
    """
    if opens and first.text.strip().isdecimal():
        return False
    alike = (first.bold, first.italic, first.raised) == (piece.bold, piece.italic, piece.raised)
    return alike and round(first.size, 1) == round(piece.size, 1) and piece.left - box[2] < WORD_GAP * piece.size


def _box(piece: TextPiece) -> Box:
    return (round(piece.left, 1), round(piece.top, 1), round(piece.right, 1), round(piece.bottom, 1))


def _joined(a: Box, b: Box) -> Box:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
