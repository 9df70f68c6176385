"""The structure of a document as items to compare: headings, items, paragraphs, joins, hyphens, footnotes, losses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from generator.model import Block, Cell, Document, Furniture, Part, Span
from generator.readers import ledger
from tests.accuracy.gold import Gold, Record
from tests.accuracy.measures import Item, Measure

_ENDS: Final = re.compile(r"[.:;,!?…][\"'”’»)\]]*$")
_HYPHENS: Final = "-‐‑\u00ad"
_BULLETS: Final = {"\uf0b7": "•"}
_PRIVATE: Final = "\uf0b7\uf02d "
"""Glyphs that a block other than an item is printed with; they are set aside."""

_KINDS: Final = {"running-head": "page-number"}
"""A foot such as "NL 10 NL" may be called either."""

TARGETS: Final = {
    "headings": 0.98,
    "headings, level": 0.98,
    "items": 0.97,
    "paragraphs": 0.93,
    "joins": 1.0,
    "hyphens": 1.0,
    "note texts": 0.98,
    "note markers": 0.98,
    "lost": 0.0,
    "doubled": 0.0,
    "invented": 0.0,
}
"""The lowest score of all documents together; for losses the highest number."""


def measures(document: Document, gold: Gold) -> Iterator[Measure]:
    """Every measure of a document's structure."""
    yield Measure("headings", "f1", tuple(_gold_headings(gold, level=False)), tuple(_headings(document, level=False)))
    yield Measure("headings, level", "f1", tuple(_gold_headings(gold, level=True)), tuple(_headings(document, level=True)))
    yield Measure("items", "f1", tuple(_gold_items(gold, place=False)), tuple(_items(document, place=False)))
    yield Measure("items, place", "f1", tuple(_gold_items(gold, place=True)), tuple(_items(document, place=True)))
    for name, kind, block_type in (("paragraphs", "P", "paragraph"), ("quotes", "Q", "quote"), ("front matter", "F", "front_matter")):
        expected = (Item(record.first, (gold.text(record).lstrip(_PRIVATE),)) for record in gold.of(kind))
        found = (Item(_first(block), (block.text,)) for block in document.blocks if block.type == block_type)
        yield Measure(name, "f1", tuple(expected), tuple(found))
    yield Measure("joins", "f1", *_all_joins(document, gold))
    yield Measure("hyphens", "recall", *_hyphens(document, gold))
    yield Measure("note texts", "f1", tuple(_gold_notes(gold)), tuple(_notes(document)))
    yield Measure("note markers", "f1", tuple(_gold_markers(gold)), tuple(_markers(document)))
    yield Measure("repairs", "f1", *_repairs(document, gold))
    yield Measure("furniture", "f1", tuple(_gold_furniture(gold)), tuple(_furniture(document)))
    yield Measure("mid-sentence", "none", (), tuple(_broken(document, gold)))
    balance = ledger.balance(document)
    for name, characters in (("lost", balance.lost), ("doubled", balance.doubled), ("invented", balance.invented)):
        yield Measure(name, "none", (), tuple(Item(0, (str(i),)) for i in range(characters)))


def _gold_headings(gold: Gold, *, level: bool) -> Iterator[Item]:
    for record in gold.of("H"):
        number = record.option("number")
        text = gold.text(record, number).lstrip(".) ") if number else gold.text(record)
        yield Item(record.first, (f"H{record.depth}", number, text) if level else (number, text))


def _headings(document: Document, *, level: bool) -> Iterator[Item]:
    for block in document.blocks:
        if block.type == "heading":
            key = (block.number or "", block.text)
            yield Item(_first(block), (f"H{block.level}", *key) if level else key)


def _gold_items(gold: Gold, *, place: bool) -> Iterator[Item]:
    for record in gold.of("I"):
        marker = record.option("marker")
        text = gold.text(record, marker)
        kind = record.option("kind")
        yield Item(record.first, (str(record.depth), kind, _BULLETS.get(marker, marker), text) if place else (text,))


def _items(document: Document, *, place: bool) -> Iterator[Item]:
    for block in document.blocks:
        if block.type == "list_item" and block.list:
            where = (str(block.list.depth), block.list.kind, _BULLETS.get(block.list.marker, block.list.marker))
            yield Item(_first(block), (*where, block.text) if place else (block.text,))


def _first(piece: Block | Furniture) -> int:
    """The line it starts on; the measured documents have lines."""
    return piece.lines[0] if piece.lines else 0


def _labels(part: Part) -> tuple[Span, ...]:
    return () if isinstance(part, Cell) else part.label_spans


def _gold_joins(gold: Gold) -> Iterator[Item]:
    for record in gold.of("HPQIFN"):
        for before, after in gold.breaks(record):
            yield Item(before, (str(after),))


def _all_joins(document: Document, gold: Gold) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Page breaks inside a part; one with nothing between the two pages counts only where it is expected."""
    expected = set(_gold_joins(gold))
    found = {Item(before, (str(after),)) for before, after, between in _joins(document) if between}
    plain = {Item(before, (str(after),)) for before, after, between in _joins(document) if not between}
    return tuple(sorted(expected)), tuple(sorted(found | (plain & expected)))


def _joins(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Each line of a part and the next, and whether lines that belong to others lie between."""
    lines = _Lines(document.source.text)
    owned = {line for piece in (*document.parts, *document.furniture) for line in lines.of(piece.spans)}
    for part in document.parts:
        own = sorted(set(lines.of((*_labels(part), *part.spans, *(span for note in part.notes for span in note.spans)))))
        for before, after in pairwise(own):
            yield before, after, any(line in owned for line in range(before + 1, after))


def _hyphens(document: Document, gold: Gold) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    expected = tuple(Item(line, (decision,)) for line, decision in sorted(gold.hyphens.items()))
    lines = _Lines(document.source.text)
    found = tuple(Item(item.line, (_decision(document, lines, item.line),)) for item in expected)
    return expected, found


def _decision(document: Document, lines: _Lines, line: int) -> str:
    """How the program read the hyphen at the end of a line, told from the text that it made."""
    end = lines.end(document.source.text, line)
    for part in document.parts:
        if any(start < end <= stop for start, stop in part.spans):
            before = sum(len("".join(document.source.text[a : min(b, end)].split())) for a, b in part.spans if a < end)
            return _reading(part, before)
    return "lost"


def _reading(part: Part, solid: int) -> str:
    """What became of the hyphen that is the `solid`th character, blanks not counted, of a part's source."""
    at, counted = 0, 0
    for repair in sorted(part.repairs, key=lambda repair: repair.offset):
        plain = part.text[at : repair.offset]
        inside = len("".join(plain.split()))
        if counted + inside >= solid:
            break
        source = len("".join(repair.source.split()))
        if counted + inside + source >= solid:
            return "join" if repair.kind == "line-end-hyphen" else "keep"
        counted += inside + source
        at = repair.offset + repair.length
    return _around(part.text, at, solid - counted)


def _around(text: str, at: int, solid: int) -> str:
    while solid and at < len(text):
        solid -= not text[at].isspace()
        at += 1
    blank_before, blank_after = text[at - 2 : at - 1].isspace(), text[at : at + 1].isspace()
    if text[at - 1 : at] not in set(_HYPHENS + "–—"):
        return "lost"
    return {(False, False): "keep", (False, True): "keep-blank", (True, False): "attach", (True, True): "dash"}[blank_before, blank_after]


def _gold_notes(gold: Gold) -> Iterator[Item]:
    for record in gold.of("N"):
        inferred = "inferred" in record.rest.split()
        text = gold.text(record, "" if inferred or not record.ranges else str(record.depth))
        yield Item(
            record.first, (str(record.depth), "inferred" if inferred else "printed", text.lstrip(")].:⁾ ") if not inferred else text)
        )


def _notes(document: Document) -> Iterator[Item]:
    for note in document.notes:
        yield Item(note.lines[0] if note.lines else 0, (str(note.number), "printed" if note.number_in_source else "inferred", note.text))


def _gold_markers(gold: Gold) -> Iterator[Item]:
    for marker in gold.markers:
        yield Item(marker.line, (str(marker.number), str(marker.offset), _tail(marker.after)))


def _markers(document: Document) -> Iterator[Item]:
    lines = _Lines(document.source.text)
    for part in document.parts:
        for marker in part.notes:
            start, end = marker.spans[0]
            digits = re.search(r"[\d⁰¹²³⁴-⁹]", document.source.text[start:end])
            place = start + (digits.start() if digits else 0)
            yield Item(lines.at(place), (str(marker.number), str(place), _tail(part.text[: marker.offset])))


def _tail(text: str) -> str:
    """The last characters before a marker, blanks left out: enough to tell whether it came to stand in its place."""
    return "".join(text.split())[-3:]


def _repairs(document: Document, gold: Gold) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Whether a printed flaw was mended; compared by the words before and after."""
    expected = [Item(0, tuple(part.strip(" .,") for part in record.rest.split(" => "))) for record in gold.of("D")]
    kinds = {"line-end-hyphen", "doubled-blank", "missing-note-number"}
    found = [
        Item(0, (d.text.strip(" .,"), d.repaired.strip(" .,"))) for d in document.defects if d.repaired is not None and d.kind not in kinds
    ]
    covered = [next((e for e in expected if f.key[0] in e.key[0] and f.key[1] in e.key[1]), f) for f in found]
    return tuple(expected), tuple(covered)


def _gold_furniture(gold: Gold) -> Iterator[Item]:
    for record in gold.of("X"):
        kind = record.rest.strip()
        yield Item(record.first, (_KINDS.get(kind, kind),))


def _furniture(document: Document) -> Iterator[Item]:
    for piece in document.furniture:
        if piece.kind not in {"markup", "glyph"}:
            yield Item(_first(piece), (_KINDS.get(piece.kind, piece.kind),))


def _broken(document: Document, gold: Gold) -> Iterator[Item]:
    """Texts that stop in mid-sentence where no expected one does."""
    ends = Counter(record.last for record in gold.of("HPQIFN"))
    for part in document.parts:
        prose = part.type in {"note", "paragraph", "list_item", "quote"}
        if prose and part.lines and part.text and not _ENDS.search(part.text) and part.lines[1] not in ends:
            yield Item(part.lines[1], (part.text[-40:],))


class _Lines:
    """Line numbers, from 1, of places in a text."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> int:
        """The line of an offset."""
        return bisect_right(self.starts, offset)

    def of(self, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        """The lines that some ranges touch."""
        return (line for start, end in spans if start < end for line in range(self.at(start), self.at(end - 1) + 1))

    def end(self, text: str, line: int) -> int:
        """The offset after the last character of a line that is not white space."""
        start = self.starts[line - 1]
        stop = self.starts[line] if line < len(self.starts) else len(text)
        return start + len(text[start:stop].rstrip())


def uncovered(gold: Gold) -> Iterator[int]:
    """The lines with text that no record takes, or that more than one takes."""
    taken = Counter(line for record in gold.of("HPQFINX") for line in _record_lines(record))
    for number, line in gold.lines.items():
        if line.strip() and taken[number] != 1:
            yield number


def _record_lines(record: Record) -> Iterator[int]:
    return (line for first, last in record.ranges for line in range(first, last + 1))
