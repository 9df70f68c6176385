"""The structure tree of a PDF: which tag each piece of a page gets, by the elements that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pytest

from generator.readers.printed.pdf.pieces import Tag
from generator.readers.printed.pdf.sheets import read_sheet
from generator.readers.printed.pdf.tags import TagReader


@dataclass(frozen=True)
class Element:
    """An element of some type with what stands in it: elements, and words, which stand on the first page or on that of their number, from 0."""

    kind: str
    inside: tuple[Element | str | tuple[int, str], ...]


def of(kind: str, *inside: Element | str | tuple[int, str]) -> Element:
    """An element."""
    return Element(kind, inside)


class _Tagged:
    """Writes a PDF with a structure tree, a row for each piece of text; PDFium makes its table of objects itself."""

    def __init__(self, elements: Sequence[Element], pages: int) -> None:
        self.objects = ["<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 3 0 R>>", "", ""]
        self.font = self._add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        self.pages = [self._add("") for _ in range(pages)]
        self.rows: list[list[str]] = [[] for _ in range(pages)]
        self.parents: list[list[int]] = [[] for _ in range(pages)]
        children = [self._element(element, 3) for element in elements]
        self._finish(children)

    def _add(self, text: str) -> int:
        self.objects.append(text)
        return len(self.objects)

    def _element(self, element: Element, parent: int) -> int:
        own = self._add("")
        held = []
        for child in element.inside:
            if isinstance(child, Element):
                held.append(f"{self._element(child, own)} 0 R")
            else:
                held.append(self._marked(*(child if isinstance(child, tuple) else (0, child)), own))
        self.objects[own - 1] = f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R/K[{' '.join(held)}]>>"
        return own

    def _marked(self, page: int, words: str, element: int) -> str:
        number = len(self.rows[page])
        self.rows[page].append(f"/Span<</MCID {number}>>BDC BT /F 12 Tf 1 0 0 1 70 {700 - 20 * number} Tm ({words}) Tj ET EMC")
        self.parents[page].append(element)
        return f"<</Type/MCR/Pg {self.pages[page]} 0 R/MCID {number}>>"

    def _finish(self, children: list[int]) -> None:
        listed = " ".join(f"{child} 0 R" for child in children)
        parents = " ".join(f"{page}[{' '.join(f'{own} 0 R' for own in held)}]" for page, held in enumerate(self.parents))
        self.objects[2] = f"<</Type/StructTreeRoot/K[{listed}]/ParentTree<</Nums[{parents}]>>>>"
        self.objects[1] = f"<</Type/Pages/Count {len(self.pages)}/Kids[{' '.join(f'{page} 0 R' for page in self.pages)}]>>"
        for page, (own, rows) in enumerate(zip(self.pages, self.rows, strict=True)):
            stream = "\n".join([*rows, "BT /F 12 Tf 1 0 0 1 70 40 Tm (los) Tj ET"])
            content = self._add(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
            self.objects[own - 1] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/StructParents {page}/Contents {content} 0 R"
                f"/Resources<</Font<</F {self.font} 0 R>>>>>>"
            )

    @property
    def raw(self) -> bytes:
        body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(self.objects, 1))
        return f"%PDF-1.7\n{body}trailer\n<</Size {len(self.objects) + 1}/Root 1 0 R>>\n%%EOF\n".encode("latin-1")


def tags(*elements: Element, pages: int = 1) -> list[dict[str, Tag | None]]:
    """On each page the tag of each piece of text, read page by page."""
    return list(_read(_Tagged(elements, pages).raw))


def _read(raw: bytes) -> Iterator[dict[str, Tag | None]]:
    document, reader = pdfium.PdfDocument(raw), TagReader()
    try:
        for number in range(1, len(document) + 1):
            yield {piece.text: piece.tag for piece in read_sheet(document, number, reader).pieces}
    finally:
        document.close()


@pytest.mark.parametrize(
    ("kind", "level"), [*((f"H{level}", level) for level in range(1, 7)), ("H", 1), ("Title", 1), ("H7", 0), ("P", 0), ("Span", 0)]
)
def test_headings_have_a_level(kind: str, level: int) -> None:
    (page,) = tags(of("Document", of(kind, "De haven")))
    tag = page["De haven"]
    assert tag is not None
    assert tag.level == level
    assert page["los"] is None


@pytest.mark.parametrize(
    ("kind", "block"),
    [*((kind, True) for kind in ("P", "LI", "TH", "TD", "Caption", "Note", "FENote", "BlockQuote", "TOCI", "BibEntry", "H1", "Title")), *((kind, False) for kind in ("Span", "Sect", "L", "Table", "TR", "Link", "p"))],
)  # fmt: skip
def test_some_elements_are_blocks_and_others_stand_in_one(kind: str, block: bool) -> None:  # noqa: FBT001 - a column of the table
    (page,) = tags(of("Document", of("P", "Eerst"), of(kind, "De ", of("Span", "haven"))))
    first, own, inner = page["Eerst"], page["De "], page["haven"]
    assert first is not None
    assert own is not None
    assert inner is not None
    assert own.block == inner.block != first.block
    assert (own.block == (0, 1)) == block


def test_items_lie_as_deep_as_the_lists_around_them() -> None:
    inner = of("L", of("LI", of("LBody", "in de herfst")))
    outer = of("L", of("LI", of("Lbl", "a."), of("LBody", "verven", inner)), of("LI", "legen"))
    (page,) = tags(of("Document", of("P", "Zin"), outer))
    told = {text: (tag.depth, tag.item) for text, tag in page.items() if tag}
    assert told["Zin"] == (0, ())
    assert told["a."] == told["verven"] == (1, (0, 1, 0))
    assert told["legen"] == (1, (0, 1, 1))
    assert told["in de herfst"] == (2, (0, 1, 0, 1, 1, 0))


def test_cells_stand_in_a_row_and_column_of_their_table() -> None:
    (page,) = tags(
        of("Table", of("TR", of("TH", "Plein"), of("TH", "Kosten")), of("TR", of("TD", of("P", "Markt")), of("TD", "12"))),
        of("P", "Zin"),
    )
    told = {text: (tag.table, tag.row, tag.column) for text, tag in page.items() if tag}
    assert told == {
        "Plein": ((0,), (0, 0), 0),
        "Kosten": ((0,), (0, 0), 1),
        "Markt": ((0,), (0, 1), 0),
        "12": ((0,), (0, 1), 1),
        "Zin": ((), (), None),
    }


def test_what_goes_on_over_the_page_is_of_one_block_and_pages_go_on_where_the_one_before_ended() -> None:
    whole = of("Document", of("P", "Een"), of("P", "De", (1, "haven")), of("P", (1, "Kade")), of("H2", (1, "Sluis")))
    first, second = tags(whole, pages=2)
    blocks = {text: tag.block for page in (first, second) for text, tag in page.items() if tag}
    assert blocks == {"Een": (0, 0), "De": (0, 1), "haven": (0, 1), "Kade": (0, 2), "Sluis": (0, 3)}


@pytest.mark.parametrize(("between", "found"), [(190, True), (210, False)])
def test_elements_of_other_pages_are_passed_over_to_some_number(between: int, found: bool) -> None:  # noqa: FBT001 - a column of the table
    others = [of("P", (1, f"w{place}")) for place in range(between)]
    page, _ = tags(of("Document", of("P", "Een"), *others, of("P", "Twee")), pages=2)
    assert page["Een"] is not None
    assert (page["Twee"] is not None) == found


def test_elements_in_elements_end_somewhere() -> None:
    def nested(depth: int) -> Element:
        element = of("P", "Diep")
        for _ in range(depth):
            element = of("Sect", element)
        return element

    (page,) = tags(of("P", "Eerst"), nested(20))
    assert page["Diep"] is not None
    (page,) = tags(of("P", "Eerst"), nested(40))
    assert page["Diep"] is None


def test_a_file_without_tags_has_none() -> None:
    raw = _Tagged([of("P", "De haven")], 1).raw.replace(b"/StructTreeRoot 3 0 R", b"")
    assert [tag for page in _read(raw) for tag in page.values()] == [None, None]
