"""How well each way in reads the same documents: files of several kinds and styles, held against what must come out of them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from generator.model import Document, Part, Seed
from generator.readers import ledger, opened, read
from tests.accuracy.measures import Item, Measure

FILES: Final = Path(__file__).parents[1] / "reading"
_TYPES: Final = {"heading": "headings", "list_item": "items", "table": "tables"}
"""All other types are running text."""

NAMES: Final = ("headings", "items", "paragraphs", "tables", "page joins", "note texts", "markers")
_TELLING: Final = 18
"""So many letters at the start and at the end of a paragraph tell on which page it begins and ends."""

_LONG: Final = 60
_BEFORE: Final = 15
"""So many letters before a marker tell where it stands."""

_FEET: Final = {
    "com": r"NL ?\d+ ?NL",
    "council": r"JUR/mv|DG H 1B|lep/gys|JAI\.1 NL",
    "oj": r"Publicatieblad van de Europese Unie|C 320/\d",
    "brief": r"Pagina \d+ van \d+|Kenmerk 2031",
    "verslag": r"Ruimte voor de vaart \||\| Dienst Water",
}
"""What runs at the edge of the pages of each style."""

_MARKED: Final = {"headings": 0.99, "items": 0.99, "paragraphs": 0.98, "tables": 0.98, "note texts": 0.99, "markers": 0.99}
TARGETS: Final[Mapping[str, Mapping[str, float]]] = {
    "pdf": {"headings": 0.98, "items": 0.97, "paragraphs": 0.95, "tables": 0.95, "page joins": 0.98, "note texts": 0.97, "markers": 0.98},
    **dict.fromkeys(("docx", "odt", "html", "formex", "akn"), _MARKED),
}
"""The least that each kind of file must score on the files kept here, which were seen."""

Figures: TypeAlias = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Way:
    """A file and what must be read in it; `kind` is the folder it lies in, `style` how it is set."""

    kind: str
    style: str
    path: Path
    truth: Mapping[str, Any]


def ways(folder: Path = FILES) -> Iterator[Way]:
    """All files that have a truth."""
    for path in sorted(folder.glob("*/*")):
        document, _, style = path.stem.partition("-")
        truth = folder / "truth" / f"{document}.json"
        if path.parent != truth.parent and truth.exists():
            yield Way(path.parent.name, style or document, path, json.loads(truth.read_text(encoding="utf-8")))


def document_of(way: Way) -> Document:
    """The file, read by itself."""
    return read(opened(Seed(way.path.name, way.path.read_bytes())))


def measures(way: Way, document: Document) -> tuple[Measure, ...]:
    """What was expected and found, by name."""
    expected, found = _blocks(way.truth), _read_blocks(document)
    pairs = [(name, expected.get(name, ()), found.get(name, ())) for name in NAMES if name in {"headings", "items", "paragraphs", "tables"}]
    joins = tuple(_joined(way.truth, document))
    texts = {item for name in ("items", "paragraphs") for item in found.get(name, ())}
    pairs.append(("page joins", joins, tuple(item for item in joins if item in texts)))
    pairs.append(("note texts", tuple(_notes(way.truth)), tuple(Item(0, (str(n.number), solid(n.text))) for n in document.notes)))
    pairs.append(("markers", tuple(_markers(way.truth)), tuple(_read_markers(document))))
    return tuple(Measure(name, "f1", expected, found) for name, expected, found in pairs)


def figures(way: Way, document: Document) -> Figures:
    """The row of the table: scores (None where there is nothing to score), feet and strange words a page, paragraphs without an end."""
    row: Figures = {m.name: m.score if m.expected or m.found else None for m in measures(way, document)}
    pages = document.source.text.count("\f") + 1
    feet = re.compile(_FEET.get(way.style, r"(?!)"))
    parts = [part for part in document.parts if part.text]
    row["feet a page"] = sum(len(feet.findall(part.text)) for part in parts) / pages
    row["strange words a page"] = (_words(part.text for part in parts) - _words(_all_texts(way.truth))).total() / pages
    row["cut short"] = float(sum(bool(re.search(r"[a-zà-ÿ,-]$", b.text)) for b in document.blocks if b.type == "paragraph"))
    balance = ledger.balance(document)
    row["lost"], row["invented"] = float(balance.lost), float(balance.invented)
    return row


def solid(text: str) -> str:
    """The letters of a text alone: how hyphens at row ends are decided has its own measure."""
    return re.sub(r"[\s\u00ad‐‑-]+", "", unicodedata.normalize("NFKC", text)).replace("’", "'").casefold()


def _blocks(truth: Mapping[str, Any]) -> dict[str, tuple[Item, ...]]:
    kinds: dict[str, list[Item]] = {}
    for block in truth["blocks"]:
        text = "|".join(cell for row in block["rows"] for cell in row) if block["type"] == "table" else block["text"]
        kinds.setdefault(_TYPES.get(block["type"], "paragraphs"), []).append(Item(0, (solid(text),)))
    return {kind: tuple(items) for kind, items in kinds.items()}


def _read_blocks(document: Document) -> dict[str, tuple[Item, ...]]:
    kinds: dict[str, list[Item]] = {}
    for block in document.blocks:
        text = "|".join(cell.text for row in block.rows for cell in row) if block.type == "table" else block.text
        kinds.setdefault(_TYPES.get(block.type, "paragraphs"), []).append(Item(0, (solid(text),)))
    return {kind: tuple(items) for kind, items in kinds.items()}


def _joined(truth: Mapping[str, Any], document: Document) -> Iterator[Item]:
    """The blocks that begin on one page and end on the next, as the pages' own text has it."""
    pages = [solid(page) for page in document.source.text.split("\f")]
    for block in truth["blocks"]:
        text = solid(block["text"])
        if len(text) >= _LONG and block["type"] in {"paragraph", "list_item"}:
            first = [i for i, page in enumerate(pages) if text[:_TELLING] in page]
            last = [i for i, page in enumerate(pages) if text[-_TELLING:] in page]
            if len(first) == len(last) == 1 and last[0] == first[0] + 1:
                yield Item(0, (text,))


def _notes(truth: Mapping[str, Any]) -> Iterator[Item]:
    return (Item(0, (str(note["number"]), solid(note["text"]))) for note in truth["footnotes"])


def _markers(truth: Mapping[str, Any]) -> Iterator[Item]:
    for block in truth["blocks"]:
        for note in block["notes"]:
            yield Item(0, (str(note["number"]), solid(block["text"][: note["offset"]])[-_BEFORE:]))


def _read_markers(document: Document) -> Iterator[Item]:
    parts: Iterable[Part] = (part for block in document.blocks for part in block.parts)
    for part in parts:
        for note in part.notes:
            yield Item(0, (str(note.number), solid(part.text[: note.offset])[-_BEFORE:]))


def _all_texts(truth: Mapping[str, Any]) -> Iterator[str]:
    for block in truth["blocks"]:
        yield block["text"]
        yield from (cell for row in block.get("rows", ()) for cell in row)
    yield from (note["text"] for note in truth["footnotes"])


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word.strip("-") for text in texts for word in text.split())


def table() -> Iterator[str]:
    """A row for each file, the figures of `figures` in columns."""
    rows = [(f"{way.kind} {way.path.stem}", figures(way, document_of(way))) for way in ways()]
    names = list(rows[0][1])
    yield " ".join([f"{'':24}", *(f"{name[:10]:>10}" for name in names)])
    for label, row in rows:
        yield " ".join([f"{label:24}", *(f"{'-' if row[name] is None else f'{row[name]:.3f}':>10}" for name in names)])
