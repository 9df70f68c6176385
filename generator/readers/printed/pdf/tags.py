"""What the tags of a PDF say of its text: headings, items, cells, and which rows are one block; evidence, never text or order.

The structure tree is that of ISO 32000-1, 14.8; its standard types are those of tables 333 to 337.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final, TypeAlias

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.readers.printed.pdf import handles
from generator.readers.printed.pdf.found_tables import Cell, Table
from generator.readers.printed.pdf.pieces import Tag, TextPiece, around
from generator.readers.printed.pdf.rows import rows_of

Path: TypeAlias = tuple[int, ...]
"""The place of an element in the tree: which child of which child; the same on each page that it stands on."""

_HEADING: Final = re.compile(r"H([1-6])|(H|Title)")
_BLOCKS: Final = frozenset({"P", "LI", "TH", "TD", "Caption", "Note", "FENote", "BlockQuote", "TOCI", "BibEntry"})
_DEEPEST: Final = 32
"""Elements inside one another; PDFium follows no more."""

_EMPTY: Final = 200
"""Children of one element that stand on other pages: behind so many in a row nothing of this page is looked for."""

_MOST_HEADINGS: Final = 0.3
"""Part of the letters: where more is tagged as headings, the tags were made by a tool that took all for one."""

_MOST_ITEMS: Final = 0.7
"""Part of the letters: the same for items; a text may be mostly a list."""

_MOST_COLUMNS: Final = 30
"""Cells of a row; a table with more is a drawing."""

_SLIP: Final = 2.0
"""Points by which what stands in a cell may reach over its edge."""


class TagReader:
    """Reads the tags of pages, which must come in order: in each list of children it continues where the page before ended."""

    def __init__(self) -> None:
        """Start before the first page."""
        self.reached: dict[Path, int] = {}

    def of_page(self, page: pdfium.PdfPage) -> dict[int, Tag]:
        """The tags by the number that a page's objects are marked with; none where the file has no tags."""
        tree = raw.FPDF_StructTree_GetForPage(page)
        if not tree:
            return {}
        try:
            count = raw.FPDF_StructTree_CountChildren(tree)
            children = ((place, raw.FPDF_StructTree_GetChildAtIndex(tree, place)) for place in range(count))
            found: dict[int, Tag] = {}
            for place, element in children:
                if element:
                    found.update(self._inside(handles.number_of(element), (place,), Tag((place,))))
            return found
        finally:
            raw.FPDF_StructTree_Close(tree)

    def _inside(self, element: int, path: Path, around: Tag) -> Iterator[tuple[int, Tag]]:
        """The numbers of the marked content in an element, each with its tag."""
        tag = _tagged(_type_of(element), path, around)
        last = None
        for place in range(self.reached.get(path, 0), handles.children_of(element)):
            number = handles.marked_child(element, place)
            child = handles.child_at(element, place) if number < 0 else None
            if number >= 0:
                yield number, tag
            elif child and len(path) < _DEEPEST:
                yield from self._inside(child, (*path, place), tag)
            if number >= 0 or child:
                last = place
            elif last is not None and place - last > _EMPTY:
                break
        if last is not None:
            self.reached[path] = last


def _type_of(element: int) -> str:
    buffer = (ctypes.c_ushort * 64)()
    length = raw.FPDF_StructElement_GetType(handles.pointer_to(element, raw.FPDF_STRUCTELEMENT), buffer, ctypes.sizeof(buffer))
    return (
        bytes(memoryview(buffer).cast("B")[: max(0, length - 2)]).decode("utf-16-le", errors="replace") if length <= len(buffer) * 2 else ""
    )


def _tagged(kind: str, path: Path, around: Tag) -> Tag:
    """The tag of what stands in an element of some type, given that of the element around it."""
    heading = _HEADING.fullmatch(kind)
    said: dict[str, Any] = {"level": int(heading[1] or 1)} if heading else _SAID.get(kind, _nothing)(path, around)
    if heading or kind in _BLOCKS:
        said["block"] = path
    return replace(around, **said) if said else around


def _nothing(_path: Path, _around: Tag) -> dict[str, Any]:
    return {}


_SAID: Final[Mapping[str, Callable[[Path, Tag], dict[str, Any]]]] = {
    "L": lambda _path, around: {"depth": around.depth + 1},
    "LI": lambda path, _around: {"item": path},
    "Table": lambda path, _around: {"table": path},
    "TR": lambda path, _around: {"row": path},
    "TH": lambda path, _around: {"column": path[-1]},
    "TD": lambda path, _around: {"column": path[-1]},
}
"""What the elements of lists and tables say beside which block they are."""


@dataclass(frozen=True, slots=True)
class Trust:
    """Which tags of a file are worth something: those of headings and of items."""

    headings: bool
    items: bool


def may_be_headings(letters: int, all_letters: int) -> bool:
    """Whether a number of letters is a share of all letters that headings can have."""
    return letters <= _MOST_HEADINGS * all_letters


def trust_in(pieces: Iterable[TextPiece]) -> Trust:
    """Whether headings and items are a part of the text that they may be."""
    letters: Counter[str] = Counter()
    for piece in pieces:
        if piece.tag:
            letters["all"] += len(piece.text)
            letters["headings"] += len(piece.text) if piece.tag.level else 0
            letters["items"] += len(piece.text) if piece.tag.item else 0
    return Trust(may_be_headings(letters["headings"], letters["all"]), letters["items"] <= _MOST_ITEMS * letters["all"])


def tagged_tables(pieces: Iterable[TextPiece]) -> Iterator[Table]:
    """The tables that tags tell and that look like tables: rows below each other, their cells from left to right."""
    by_table: dict[Path, list[tuple[TextPiece, Tag]]] = {}
    for piece in pieces:
        if piece.tag and piece.tag.table and piece.tag.row and piece.tag.column is not None:
            by_table.setdefault(piece.tag.table, []).append((piece, piece.tag))
    for held in by_table.values():
        table = _table(held)
        if table is not None:
            yield table


def _table(held: list[tuple[TextPiece, Tag]]) -> Table | None:
    by_row: dict[Path, dict[int, list[TextPiece]]] = {}
    for piece, tag in held:
        by_row.setdefault(tag.row, {}).setdefault(tag.column or 0, []).append(piece)
    grid = [sorted(cells.items()) for _, cells in sorted(by_row.items())]
    width = max(len(row) for row in grid)
    if len(grid) < 2 or not 1 < width <= _MOST_COLUMNS or not _is_level(grid):  # noqa: PLR2004
        return None
    cells = tuple(Cell(number, column, 1, 1, rows_of(own)) for number, row in enumerate(grid) for column, own in row)
    left, top, right, bottom = around(piece for piece, _ in held)
    return Table(cells, left - 1, top - 1, right + 1, bottom + 1)


def _is_level(grid: list[list[tuple[int, list[TextPiece]]]]) -> bool:
    """Whether each row stands below the one before, and the cells of a row side by side."""
    tops = [min(piece.base for _, own in row for piece in own) for row in grid]
    beside = (min(p.left for p in right) >= max(p.right for p in left) - _SLIP for row in grid for (_, left), (_, right) in pairwise(row))
    return all(below > above for above, below in pairwise(tops)) and all(beside)


class Told:
    """What tags say of the rows of a document, which must come in order."""

    def __init__(self, trust: Trust) -> None:
        """Start before the first row."""
        self.trust = trust
        self.blocks: dict[Path, int] = {}
        self.items: set[Path] = set()

    def of_row(self, pieces: tuple[TextPiece, ...]) -> Mapping[str, int]:
        """The number of a row's block, its level as a heading, and how deep the item lies that begins with it; 0 or nothing for none."""
        tags = [piece.tag for piece in pieces]
        first = tags[0]
        if first is None or any(tag is None or tag.block != first.block for tag in tags):
            return {}
        opens = self.trust.items and first.item and first.item not in self.items
        self.items.add(first.item)
        return {
            "part": self.blocks.setdefault(first.block, len(self.blocks) + 1),
            "level": first.level if self.trust.headings else 0,
            "item": max(1, first.depth) if opens else 0,
        }
