"""Links inside a PDF as evidence: from a note's mark to the note, from a table of contents to the headings it lists.

Links are those of annotations (ISO 32000-1, 12.5.6.5) that lead to a place in the same file.
"""

from __future__ import annotations

import ctypes
import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.readers.printed.pdf.pieces import Link, Sheet, TextPiece
from generator.readers.printed.pdf.rows import rows_of

_MARK: Final = re.compile(r"[\[(]?(\d{1,3}|[*†‡]{1,4})[\])]?")
_PAGE: Final = re.compile(r"(?<!\d)\d{1,4}$")
"""The number of a page at the end of a line of contents."""

_LEADERS: Final = ".…·" + string.whitespace + "\u00a0\u2009"
"""What leads from a title to the number of its page."""

_TIGHT: Final = 4.0
"""In units of the type size: a link around a note's mark alone is no wider."""

_TOUCHES: Final = 0.35
"""In units of the type size: a mark follows so close on its word; a number further off is that of a page."""

_NEAR: Final = 3.0
"""In units of the type size: a link leads to so far from what it is about at most, mostly a little above it."""

_FEWEST: Final = 3
"""Lines of a table of contents."""

_STEP: Final = 4.0
"""Points by which the left edges of lines of one level differ at most."""


def links_on(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[Link]:
    """The links of a page to places in the file; boxes are in points from the top left."""
    left, _, _, top = page.get_bbox()
    position, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, position, link):
        target = _target(document, link)
        if target and raw.FPDFLink_GetAnnotRect(link, rect):
            height = None if target[1] is None else top - target[1]
            yield Link((rect.left - left, top - rect.top, rect.right - left, top - rect.bottom), target[0] + 1, height)


def _target(document: pdfium.PdfDocument, link: raw.FPDF_LINK) -> tuple[int, float | None] | None:
    """The page, from 0, that a link leads to, and the height in that page's space where it says one."""
    place = raw.FPDFLink_GetDest(document, link)
    if not place:
        action = raw.FPDFLink_GetAction(link)
        place = raw.FPDFAction_GetDest(document, action) if action else None
    page = raw.FPDFDest_GetDestPageIndex(document, place) if place else -1
    if page < 0:
        return None
    known = tuple(ctypes.c_int() for _ in range(3))
    x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    found = raw.FPDFDest_GetLocationInPage(place, *known, x, y, zoom)
    return page, y.value if found and known[1].value else None


def with_called(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """The sheets, marks that lead to a row which starts with them known as calls for notes, raised or not."""
    return tuple(_called(sheet, sheets) if sheet.links else sheet for sheet in sheets)


def _called(sheet: Sheet, sheets: tuple[Sheet, ...]) -> Sheet:
    return replace(sheet, pieces=tuple(replace(p, raised=True) if _calls(p, sheet, sheets) else p for p in sheet.pieces))


def _calls(piece: TextPiece, sheet: Sheet, sheets: tuple[Sheet, ...]) -> bool:
    """Whether a piece is the mark of a note that a link leads to."""
    mark = _MARK.fullmatch(piece.text.strip())
    if not mark or not any(_follows(piece, other) for other in sheet.pieces):
        return False
    links = (link for link in sheet.links if _holds(link, piece) and link.box[2] - link.box[0] <= _TIGHT * piece.size)
    return any(_starts(mark[1], link, sheets, piece) for link in links)


def _follows(piece: TextPiece, other: TextPiece) -> bool:
    level = abs(piece.base - other.base) < piece.size
    return other is not piece and level and abs(piece.left - other.right) <= _TOUCHES * max(piece.size, other.size)


def _starts(mark: str, link: Link, sheets: tuple[Sheet, ...], own: TextPiece) -> bool:
    """Whether a piece near where a link leads to starts with a mark."""
    if link.height is None or link.page > len(sheets):
        return False
    near = (p for p in sheets[link.page - 1].pieces if p is not own and abs(p.base - link.height) <= _NEAR * p.size)
    return any(_begins(piece.text, mark) for piece in near)


def _begins(text: str, mark: str) -> bool:
    """Whether a text starts with a mark, behind a bracket or not, and not with a longer number or a word."""
    start = text.lstrip().removeprefix("[").removeprefix("(")
    return start.startswith(mark) and not start[len(mark) :][:1].isalnum()


def _holds(link: Link, piece: TextPiece) -> bool:
    middle = (piece.left + piece.right) / 2
    return link.box[0] <= middle <= link.box[2] and link.box[1] - 1 <= piece.base - piece.size / 4 <= link.box[3] + 1


def contents(sheets: Iterable[Sheet]) -> tuple[tuple[int, int, str], ...]:
    """The headings that lines of contents lead to: page from 1, level from 1 by how far the line is set in, title without page number."""
    found = [line for sheet in sheets if sheet.links for line in _lines(sheet)]
    if len(found) < _FEWEST:
        return ()
    edges: list[float] = []
    for left in sorted(left for _, left, _ in found):
        if not edges or left - edges[-1] > _STEP:
            edges.append(left)
    return tuple((page, sum(edge <= left for edge in edges), title) for page, left, title in found)


def _lines(sheet: Sheet) -> Iterator[tuple[int, float, str]]:
    """The page that each line of contents leads to, where the line begins, and its title."""
    for link in sheet.links:
        rows = rows_of(piece for piece in sheet.pieces if _holds(link, piece))
        title = _without_page(" ".join(row.text for row in rows))
        if link.page != sheet.number and title:
            yield link.page, min(row.left for row in rows), title


def _without_page(line: str) -> str:
    """The title in a line of contents: what stands before its page number and the dots that lead there; all of it without a number."""
    number = _PAGE.search(line)
    return line[: number.start()].rstrip(_LEADERS) if number else line
