"""Our own documents, printed anew in other shapes, are read alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import pytest

from generator.inputs.sources import find_seeds, read_seeds
from generator.model import Document
from generator.readers import SUFFIXES, open_all, read_all
from tests.imitations import Invented, Look, Printer, retold
from tests.readers.test_readers import read_text
from tests.support import ROOT

pytestmark = pytest.mark.dossier

REPRINTED: Final = (
    Look(width=76, rule="_" * 22, pages="feed-foot", hyphenate=True),
    Look(width=96, proportional=True, note="square", marker="square", margin=8, bullet_indent=2, hanging=2, line_end="\r\n"),
    Look(double=True, paragraphs="blank", pages="blank", rule=" " * 59, tail=" ", proportional=True),
    Look(width=70, paragraphs="blank", pages="foot", foot="FR {page}   FR", rule="-" * 20, note="raised", marker="raised", carried=True),
)
MEASURED: Final = {"heading": 0.97, "paragraph": 0.96, "list_item": 0.98, "note": 0.98, "marker": 0.98}
"""Below 1: where a page ends with a full line, nothing tells whether the paragraph goes on."""


@pytest.fixture(scope="module")
def dossier() -> tuple[Document, ...]:
    """The project's own documents that have footnotes."""
    sources, _ = read_seeds(find_seeds(ROOT / "seeds", SUFFIXES))
    return tuple(document for document in read_all(open_all(sources)[0]) if document.notes)


@pytest.mark.parametrize("look", REPRINTED, ids=("feeds", "margin", "double", "feet"))
def test_real_prose_printed_anew_in_another_shape_is_read_alike(dossier: tuple[Document, ...], look: Look) -> None:
    hits, sizes = Counter[str](), Counter[str]()
    for document in dossier:
        invented = retold(document)
        again = read_text(Printer(look).print(invented))
        for kind, expected, found in _compared(invented, again):
            hits[kind] += 2 * (expected & found).total()
            sizes[kind] += expected.total() + found.total()
    assert {kind: hits[kind] / sizes[kind] for kind, least in MEASURED.items() if hits[kind] < least * sizes[kind]} == {}


def _compared(invented: Invented, document: Document) -> Iterator[tuple[str, Counter[str], Counter[str]]]:
    types = {"heading": ("heading",), "paragraph": ("paragraph", "quote", "front_matter"), "list_item": ("list_item",)}
    for kind, wanted in types.items():
        expected = Counter(piece.plain for piece in invented.pieces if piece.kind == kind)
        yield kind, expected, Counter(block.text for block in document.blocks if block.type in wanted)
    notes = Counter(f"{number} {text}" for number, text in invented.notes.items())
    yield "note", notes, Counter(f"{note.number} {note.text}" for note in document.notes)
    markers = Counter(f"{number} {before[-12:]}" for piece in invented.pieces for number, before in piece.markers)
    yield "marker", markers, Counter(f"{m.number} {part.text[: m.offset][-12:]}" for part in document.parts for m in part.notes)
