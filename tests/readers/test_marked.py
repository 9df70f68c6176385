"""How marked formats are read: case files, published shapes, and what holds for any of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.model import Block, Cell, Document, NoteMarker, Seed
from generator.readers import ledger, opened, read
from tests import case_files
from tests.support import ROOT
from tests.timing import LIMIT, growth

CASES: Final = tuple(
    (f"{area}: {case.title}", name, case)
    for area, name in (("readers_html", "x.html"), ("readers_xml", "x.xml"))
    for case in case_files.load(f"{area}.md")
)
HELD: Final = tuple(sorted(path for path in (ROOT / "tests" / "held" / "marked").iterdir() if path.suffix != ".expected"))
"""Pages of other institutions and ages, each with what was expected of it before it was first read."""

_LETTERS: Final = {"heading": "H", "paragraph": "P", "quote": "Q", "front_matter": "F", "list_item": "I"}


def read_marked(name: str, raw: bytes) -> Document:
    """The document in the bytes of a file."""
    return read(opened(Seed(f"seeds/{name}", raw)))


def spelled(document: Document) -> str:
    """A document in the notation of the case files."""
    lines = [line for block in document.blocks for line in _block(block)]
    lines += [f"N {note.number} | {_marked(note.text, note.notes) or '-'}" for note in document.notes]
    lines += [f"X {piece.kind} | {piece.text}" for piece in document.furniture if piece.kind not in {"markup", "glyph"}]
    return "\n".join(lines)


def _block(block: Block) -> list[str]:
    if block.type == "table":
        title = f"{block.header_rows or ''} {block.caption.text if block.caption else ''}".rstrip()
        rows = [" | ".join(_cell(cell) for cell in row) for row in block.rows]
        return [f"T{title} | {rows[0]}", *(f"T | {row}" for row in rows[1:])]
    level = "" if block.level is None else str(block.level)
    head = f"{_LETTERS[block.type]}{level} {block.number or ''}".rstrip()
    if block.list:
        head = f"I{block.list.depth} {block.list.kind} {block.list.marker}".rstrip()
    role = f" {{{block.role}}}" if block.role else ""
    return [f"{head}{role} | {_marked(block.text, block.notes)}"]


def _cell(cell: Cell) -> str:
    return _marked(cell.text, cell.notes)


def _marked(text: str, notes: tuple[NoteMarker, ...]) -> str:
    for marker in reversed(notes):
        text = f"{text[: marker.offset]}{{{marker.number}}}{text[marker.offset :]}"
    return text


@pytest.mark.parametrize(("title", "name", "case"), CASES, ids=[title for title, _, _ in CASES])
def test_a_file_is_read_as_its_markup_means_it(title: str, name: str, case: case_files.Case) -> None:
    document = read_marked(name, case.input.encode())
    assert spelled(document) == case.expected, title
    assert ledger.check(document) == ()


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.name)
def test_pages_of_other_makers_are_read_too(path: Path) -> None:
    document = read_marked(path.name, path.read_bytes())
    lines = [line for line in spelled(document).splitlines() if not line.startswith("X ")]
    assert lines == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert ledger.check(document) == ()


def test_marks_of_amendments_stand_beside_the_words_they_are_about() -> None:
    page = (
        '<html><body><p class="title-article-norm">Artikel 2</p><p class="modref">▼M3</p><p class="norm">Een haven <span class="arrow">►M4</span> '
        'of sluis <span class="arrow">◄</span> heeft een kade.</p><p class="norm">Zij is open.</p></body></html>'
    )
    blocks = read_marked("x.html", page.encode()).blocks
    assert [[(change.text, change.offset) for change in block.changes] for block in blocks] == [[], [("▼M3", 0), ("►M4", 10)], []]
    assert blocks[1].text == "Een haven of sluis heeft een kade."


def test_a_page_in_another_encoding_is_read_and_listed() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>De coördinatie kost €\xa05 per reële haven.</p></body></html>'
    document = read_marked("x.html", page.encode("windows-1252"))
    assert document.blocks[0].text == "De coördinatie kost € 5 per reële haven."
    assert [(defect.kind, defect.text) for defect in document.defects] == [("encoding", "windows-1252")]


def _with_notes(count: int) -> bytes:
    numbers = range(1, count + 1)
    text = "".join(f'<h2>Deel {n}</h2><p>De haven groeit<a id="r{n}" href="#n{n}"><sup>{n}</sup></a> elk jaar.</p>' for n in numbers)
    notes = "".join(f'<p id="n{n}"><a href="#r{n}">{n}</a> Noot.</p>' for n in numbers)
    return f"<html><body>{text}{notes}</body></html>".encode()


def _with_table(count: int) -> bytes:
    rows = "".join(f"<tr><td rowspan=2>haven {n}</td><td>1</td></tr><tr><td>2</td></tr>" for n in range(count))
    return f"<html><body><table><tr><th>a</th><th>b</th></tr>{rows}</table></body></html>".encode()


@pytest.mark.parametrize("made", [_with_notes, _with_table], ids=["notes", "table"])
def test_time_grows_with_the_length_of_a_page(made: Callable[[int], bytes]) -> None:
    assert growth(lambda count: read_marked("x.html", made(count)), 400) < LIMIT
