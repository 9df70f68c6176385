"""How texts of all shapes are read: case files, invented documents that come back, and what holds for any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Block, Document, NoteMarker, Part, Seed, Transcript
from generator.readers import ledger, read
from generator.readers.marked.markdown import reader as markdown
from tests import case_files
from tests.imitations import LOOKS, Invented, Look, imitate, lost_numbers
from tests.timing import LIMIT, growth

AREAS: Final = ("paragraphs", "headings", "lists", "notes", "hyphens", "markdown", "extracted", "other_makers")
CASES: Final = tuple(case for area in AREAS for case in case_files.load(f"readers_{area}.md"))
_VISIBLE: Final = str.maketrans({"␌": "\f", "␣": " ", "⍽": "\u00a0", "␉": "\t", "◘": "\uf0b7", "◙": "\uf02d"})
_GLYPHS: Final = str.maketrans({"◘": "\uf0b7", "◙": "\uf02d"})
_LETTERS: Final = {"heading": "H", "paragraph": "P", "quote": "Q", "front_matter": "F", "list_item": "I"}


def read_text(text: str, name: str = "x.txt") -> Document:
    """The document in a text, in a file of some name."""
    seed = Seed(f"seeds/{name}", text.encode())
    return read(Transcript(seed, text, "markdown" if markdown.recognises(seed) else "text"))


def spelled(document: Document) -> str:
    """A document in the notation of the case files."""
    lines = [line for block in document.blocks for line in _spelled(block)]
    lines += [f"N {note.number}{'' if note.number_in_source else '?'} | {_marked(note.text, note.notes) or '-'}" for note in document.notes]
    lines += [f"X {piece.kind} | {piece.text}" for piece in document.furniture if piece.kind not in {"markup", "glyph"}]
    return "\n".join(lines)


def _spelled(block: Block) -> Iterator[str]:
    """A block on a line; a table with a line for each row, those of its head marked."""
    if block.type != "table":
        yield f"{_head(block)} | {_marked(block.text, block.notes)}"
    for place, row in enumerate(block.rows):
        yield " | ".join(["TH" if place < block.header_rows else "T", *(_marked(cell.text, cell.notes) for cell in row)])


def _head(block: Block) -> str:
    if block.list:
        return f"I{block.list.depth} {block.list.kind} {block.list.marker}".rstrip()
    level = "" if block.level is None else str(block.level)
    return f"{_LETTERS[block.type]}{level} {block.number or ''}".rstrip()


def _marked(text: str, notes: tuple[NoteMarker, ...]) -> str:
    for marker in reversed(notes):
        text = f"{text[: marker.offset]}{{{marker.number}}}{text[marker.offset :]}"
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_text_is_read_as_its_editors_meant_it(case: case_files.Case) -> None:
    document = read_text(case.input.translate(_VISIBLE), "x.md" if case.title.endswith("@md") else "x.txt")
    assert spelled(document) == case.expected.translate(_GLYPHS)
    assert ledger.check(document) == ()


def _expected(invented: Invented, lost: frozenset[int]) -> str:
    lines = []
    for piece in invented.pieces:
        head = {"heading": f"H{piece.depth} {piece.label.rstrip('.')}", "paragraph": "P", "list_item": f"I{piece.depth} {piece.label}"}
        lines.append(f"{head[piece.kind].rstrip()} | {piece.text}")
    return "\n".join([*lines, *(f"N {number}{'?' if number in lost else ''} | {text}" for number, text in invented.notes.items())])


def _found(document: Document) -> str:
    """The same notation, but without the kind of list, which the invented documents do not name."""
    lines = spelled(document).splitlines()
    kinds = (" bullet", " numbered", " lettered")
    for kind in kinds:
        lines = [line.replace(kind, "", 1) if line.startswith("I") else line for line in lines]
    return "\n".join(line for line in lines if not line.startswith("X"))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_an_invented_document_comes_back_whole_from_the_shape_it_was_printed_in(look: Look, seed: int) -> None:
    invented, text = imitate(look, seed)
    document = read_text(text.removeprefix("\ufeff"))
    assert _found(document) == _expected(invented, lost_numbers(look))
    assert ledger.check(document) == ()


WORDS: Final = ("Titel", "TITEL", "De Raad ", "en ", "woord", "woord1", "2015", "20153", "EU-", "ĳ", "NL 3 NL\n", "\n1 Zie", "\n 12\n")
MARKS: Final = ("1. ", "2.1 ", "I. ", "• ", "- ", "(a) ", "a) ", "\uf0b7 ", ". ", ", ", ": ", "; ", "“", "”", "[1]", "(2)", "³")
BLANKS: Final = ("\n", "\n", "\n\n", "\n \n", "\r\n", "\r", "\f", " ", "  ", "\t", "\u00a0", "\u00ad", "_" * 20, " " * 40)
NOTATION: Final = ("# ", "## ", "**", "*", "[^1]", "\n[^1]: ", "\n---\n", "> ", "|", "<sup>1</sup>", "\\", "`")
PIECES: Final = st.sampled_from([*WORDS, *MARKS, *BLANKS, *NOTATION])
TEXTS: Final = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_read_with_each_character_in_exactly_one_place(text: str) -> None:
    document = read_text(text)
    assert ledger.check(document) == ()
    assert ledger.balance(document) == ledger.Balance(0, 0, 0)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_offsets_lie_in_their_text_and_lines_in_the_seed(text: str) -> None:
    document = read_text(text)
    last = len(text.splitlines()) + 1
    for part in document.parts:
        assert all(0 <= marker.offset <= len(part.text) for marker in part.notes)
        assert all(0 <= start < end <= len(part.text) for start, end in _emphasis(part))
        assert all(0 <= repair.offset <= repair.offset + repair.length <= len(part.text) for repair in part.repairs)
        first, after = part.lines or (1, 1)
        assert 1 <= first <= after <= last
    assert len({block.id for block in document.blocks}) == len(document.blocks)


def _emphasis(part: Part) -> tuple[tuple[int, int], ...]:
    return part.emphasis


@settings(max_examples=200, deadline=None)
@given(TEXTS.map(lambda text: text.replace("\r", "")))
def test_line_ends_of_windows_change_nothing_in_what_is_read(text: str) -> None:
    assert spelled(read_text(text.replace("\n", "\r\n"))) == spelled(read_text(text))


SHAPES: Final[dict[str, Callable[[int], str]]] = {
    "items": lambda n: "De lijst:\n\n" + "".join(f"- punt {i} van de lijst;\n" for i in range(n)),
    "numbers": lambda n: "".join(f"{i}. Punt van de lijst.\n\n" for i in range(1, n)),
    "markdown": lambda n: "# Lijst\n\n" + "".join(f"- punt {i} van de lijst;\n" for i in range(n)),
    "line": lambda n: "woord en zin. " * (4 * n),
    "paragraph": lambda n: "woord en nog een zin die door blijft gaan zonder einde\n" * n,
    "notes": lambda n: "".join(
        f"Zin {i} over de haven van stad {'abcdefgh'[i % 8] * (i % 7)} met een noot{i}.\n\n____\n{i} Zie deel {i}.\n\f"
        for i in range(1, n // 4)
    ),
    "headings": lambda n: "".join(
        f"{i}.{j} Titel van deel\n\nEen alinea die hier staat.\n\n" for i in range(1, n // 25) for j in range(1, 25)
    ),
    "brackets": lambda n: "[1] " * n,
    "glued": lambda n: "a1 " * n,
    "bare": lambda n: "1. \n" * n,
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_text_takes_time_in_proportion_to_its_length(shape: str) -> None:
    assert growth(lambda size: read_text(SHAPES[shape](size)), 800) < LIMIT
