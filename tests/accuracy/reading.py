"""What ten tools make of the same PDFs, and Markdown by an eleventh: how much of each document comes out as it should, by tool."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from generator.model import Document, Seed
from generator.readers import opened, read
from tests.accuracy import ways
from tests.accuracy.measures import Item, Measure

FOLDER: Final = Path(__file__).parents[1] / "extracted"
"""`NNN-STYLE.TOOL.txt` is what a tool makes of the PDF of a document in one style; what must come out lies with those PDFs."""

HELD: Final = ("pdfminer", "002")
"""The tool and the document that were set aside: what was found wrong in them has not been mended by looking at them."""

TARGETS: Final = {
    "headings": 0.93,
    "items": 0.92,
    "paragraphs": 0.88,
    "page joins": 0.85,
    "note texts": 0.85,
    "markers": 0.85,
    "feet left": 0.02,
}
"""The mean over the tools: at least this, for `feet left` (a page) at most."""

_START: Final = 24
"""So many letters and digits tell where a block begins or ends on the pages."""

_TAIL: Final = 12
"""A marker stands in its place if so many letters and digits before it are right."""

_PLAIN: Final = frozenset({"paragraph", "quote", "front_matter"})
_FEET: Final = {
    "com": (re.compile(r"\bNL\b"), 2),
    "council": (re.compile(r"\b(?:NL|[a-z]{2,4}(?:/[a-z]{2,3}){1,2})\b"), 2),
    "oj": (re.compile(r"Publicatieblad van de Europese Unie|\bC \d{3}/\d\b"), 2),
}
"""What the feet and heads of a style hold that its texts do not, and how many of them a page has."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """One text to read: the document it is of, its style, the tool that made it, and where it stands."""

    path: Path

    @property
    def document(self) -> str:
        """The number of the document."""
        return self.path.name.partition("-")[0]

    @property
    def style(self) -> str:
        """How it was typeset."""
        return self.path.name.partition("-")[2].partition(".")[0]

    @property
    def tool(self) -> str:
        """What took the text out of the PDF."""
        return self.path.name.split(".")[1]


def texts(folder: Path = FOLDER) -> tuple[Typeset, ...]:
    """Every text that tools made, in the order of their names."""
    return tuple(Typeset(path) for path in sorted(folder.glob("*-*.*.*")))


def truth(text: Typeset) -> dict[str, Any]:
    """What must come out of it."""
    loaded: dict[str, Any] = json.loads((ways.FILES / "truth" / f"{text.document}.json").read_text(encoding="utf-8"))
    return loaded


def pages(text: Typeset) -> tuple[str, ...]:
    """What stands on each page of its PDF, as the tool has it that parts pages and adds nothing."""
    whole = text.path.with_name(f"{text.document}-{text.style}.pymupdf.txt").read_text(encoding="utf-8")
    return tuple(whole.split("\f"))


def score(seen: Iterable[Typeset]) -> Iterator[tuple[Typeset, int, Measure]]:
    """Each text, the number of its pages, and one of its measures."""
    for text in seen:
        document = read_as(text)
        expected, printed = truth(text), pages(text)
        for measure in measures(document, expected, page_ends(printed, expected["blocks"]), text.style):
            yield text, len(printed), measure


@cache
def read_as(text: Typeset) -> Document:
    """What the generator reads in it."""
    return read(opened(Seed(text.path.name, text.path.read_bytes())))


def is_held(text: Typeset) -> bool:
    """Whether a text was set aside."""
    return text.tool in HELD or text.document in HELD


def table() -> Iterator[str]:
    """A row for each tool and their mean; then the same for the tool and the document that were set aside."""
    yield " ".join([f"{'':24}", *(f"{name:>10}" for name in TARGETS)])
    for label, held in (("seen", False), ("held out", True)):
        rows = means(score(text for text in texts() if is_held(text) == held))
        for tool, row in rows.items():
            yield " ".join(
                [f"{label} {tool:{24 - len(label) - 1}}", *(f"{row[name]:10.3f}" if name in row else f"{'-':>10}" for name in TARGETS)]
            )
    yield " ".join([f"{'target (mean)':24}", *(f"{target:10.2f}" for target in TARGETS.values())])


def page_ends(pages: Iterable[str], blocks: Iterable[Mapping[str, Any]]) -> frozenset[int]:
    """The indices of the blocks that run on over a page's end, given the text of each page."""
    solid = [_solid(page) for page in pages]
    whole = "".join(solid)
    bounds = [0]
    for page in solid:
        bounds.append(bounds[-1] + len(page))
    found, at = set(), 0
    for index, block in enumerate(blocks):
        text = _solid(block["text"])
        start = whole.find(text[:_START], at)
        if start < 0:
            continue
        end = whole.find(text[-_START:], start)
        at = start + 1
        if end >= 0 and any(start < bound <= end + len(text[-_START:]) - 1 for bound in bounds):
            found.add(index)
    return frozenset(found)


def measures(document: Document, expected: Mapping[str, Any], broken: Iterable[int], style: str) -> Iterator[Measure]:
    """Every measure of one reading; `broken` are the blocks that run on over a page's end."""
    blocks = expected["blocks"]
    for name, kinds in (("headings", {"heading"}), ("items", {"list_item"}), ("paragraphs", _PLAIN)):
        wanted = (Item(0, (_tight(block["text"]),)) for block in blocks if block["type"] in kinds)
        found = (Item(0, (_tight(block.text),)) for block in document.blocks if block.type in kinds)
        yield Measure(name, "f1", tuple(wanted), tuple(found))
    edges = {_edges(block.text) for block in document.blocks}
    joins = [Item(0, _edges(blocks[index]["text"])) for index in sorted(broken)]
    yield Measure("page joins", "recall", tuple(joins), tuple(join for join in joins if join.key in edges))
    notes = tuple(Item(0, (str(note["number"]), _tight(note["text"]))) for note in expected["footnotes"])
    yield Measure("note texts", "f1", notes, tuple(Item(0, (str(note.number), _tight(note.text))) for note in document.notes))
    wanted = (Item(0, _marker(m["number"], block["text"], m["offset"])) for block in blocks for m in block["notes"])
    found = (Item(0, _marker(m.number, part.text, m.offset)) for part in document.parts for m in part.notes)
    yield Measure("markers", "f1", tuple(wanted), tuple(found))
    yield Measure("feet left", "none", (), tuple(_feet(document, style)))


def _feet(document: Document, style: str) -> Iterator[Item]:
    pattern, each = _FEET[style]
    hits = [match.group() for part in document.parts for match in pattern.finditer(part.text)]
    yield from (Item(0, (hit,)) for hit in hits[::each])


def means(scores: Iterable[tuple[Typeset, int, Measure]]) -> dict[str, dict[str, float]]:
    """By tool, and for all of them together, the mean of each measure; feet are counted by the page."""
    by_tool: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for text, pages, measure in scores:
        if measure.kind == "none":
            by_tool[text.tool][measure.name].append(len(measure.found) / pages)
        elif measure.expected or measure.found:
            by_tool[text.tool][measure.name].append(measure.score)
    table = {tool: {name: _mean(values) for name, values in row.items()} for tool, row in by_tool.items()}
    table["mean"] = {name: _mean(row[name] for row in table.values() if name in row) for name in TARGETS}
    return table


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 1.0


def _tight(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("‑", "-").split())


def _solid(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _edges(text: str) -> tuple[str, str]:
    solid = _solid(text)
    return solid[:_START], solid[-_START:]


def _marker(number: int, text: str, offset: int) -> tuple[str, str]:
    return str(number), _solid(text[:offset])[-_TAIL:]
