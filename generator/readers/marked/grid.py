"""The grid of a marked table: its rows of cells, with an empty cell where the markup has none, and how many rows are its head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from generator.model import CellPlace, Element, Piece
from generator.readers.marked.marked_text import MarkedText
from generator.readers.pieces.drafts import CellDraft, Draft, TableDraft


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell and where it stands in its table; `bold` is true where all its words are set bold."""

    place: CellPlace
    draft: CellDraft
    bold: bool = False


def table(text: MarkedText, pieces: Sequence[Piece]) -> Draft:
    """The draft of the table that some cells and captions make, in the order of the markup; its place is the element around them."""
    cells = [GridCell(piece.cell, _cell(text, piece), text.is_stressed(piece)) for piece in pieces if piece.cell and piece.kind == "cell"]
    captions = [_cell(text, piece) for piece in pieces if piece.kind == "caption"]
    made = laid_out(cells, captions[0] if captions else None)
    return Draft((), "", Element(pieces[0].path.rpartition("/")[0]), kind="table", table=made, role=pieces[0].role)


def laid_out(cells: Iterable[GridCell], caption: CellDraft | None) -> TableDraft:
    """The table that some cells make, in the order of their rows."""
    rows = [list(group) for _, group in groupby(cells, key=_row_number)]
    heads = sum(1 for _ in takewhile(_is_head, rows)) or _bold_head(rows)
    return TableDraft(_filled(rows), heads if heads < len(rows) else 0, caption)


def _filled(rows: Sequence[Sequence[GridCell]]) -> tuple[tuple[CellDraft, ...], ...]:
    """The cells of each row, and an empty one at each place that no cell takes or reaches over."""
    taken = {field for row in rows for cell in row for field in _fields(cell.place)}
    width = max((column + 1 for _, column in taken), default=0)
    filled = []
    for row in rows:
        number, empty = _row_number(row[0]), CellDraft((), row[0].draft.place)
        found: dict[int, CellDraft] = {}
        for cell in row:
            found[cell.place.column] = _with_more(found.get(cell.place.column), cell.draft)
        filled.append(tuple(found.get(column, empty) for column in range(width) if column in found or (number, column) not in taken))
    return tuple(filled)


def _with_more(first: CellDraft | None, more: CellDraft) -> CellDraft:
    """A cell with what stands in it behind something that was set aside."""
    return more if first is None else replace(first, rows=(*first.rows, *more.rows), emphasis=(*first.emphasis, *more.emphasis))


def _fields(place: CellPlace) -> Iterable[tuple[int, int]]:
    """The row and column of each field of the grid that a cell takes."""
    return ((place.row + down, place.column + across) for down in range(place.down) for across in range(place.across))


def _row_number(cell: GridCell) -> int:
    return cell.place.row


def _is_head(row: Iterable[GridCell]) -> bool:
    return all(cell.place.head for cell in row)


def _bold_head(rows: Sequence[Sequence[GridCell]]) -> int:
    """1 where the first row is all set bold and no other is, else 0."""
    bold = [all(cell.bold for cell in row) for row in rows]
    return int(len(bold) > 1 and bold[0] and not any(bold[1:]))


def _cell(text: MarkedText, piece: Piece) -> CellDraft:
    place = piece.cell
    across, down = (place.across, place.down) if place else (1, 1)
    return CellDraft(text.rows((piece.start, piece.end)), Element(piece.path), across, down, text.stressed(piece))
