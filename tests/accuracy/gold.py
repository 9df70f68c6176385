"""The hand-made expectations for a document's structure: their notation, and the plain text their lines stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

_RECORD: Final = re.compile(r"(?P<kind>[A-Z])(?P<depth>\d?)\s+(?P<rest>\S.*)")
_LINE: Final = re.compile(r"[^\n]*\n?")
_HYPHEN: Final = re.compile(r"[-‐‑\u00ad]$")
_CLOSING: Final = re.compile(r"\s*\0\s*(?=[.,;:!?)\]»”])")
_HOLE: Final = re.compile(r"\s*\0(?=\s)|\0")
_NOTATION: Final = re.compile(r"^\s{0,3}#{1,6}\s+|(?<!\w)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)|\\(?=[.()#-])")


@dataclass(frozen=True, slots=True)
class Record:
    """One line of an expectation file, `lines` being the ranges it names."""

    kind: str
    depth: int
    ranges: tuple[tuple[int, int], ...]
    rest: str

    @property
    def first(self) -> int:
        """The first of its lines."""
        return self.ranges[0][0] if self.ranges else 0

    @property
    def last(self) -> int:
        """The last of its lines."""
        return self.ranges[-1][1] if self.ranges else 0

    def option(self, name: str) -> str:
        """The value of `name=`, empty where it is not given."""
        match = re.search(rf"\b{name}=(.*?)(?:\s+\w+=|\s*$)", self.rest)
        return match[1].strip() if match else ""


@dataclass(frozen=True, slots=True)
class Marker:
    """Where the digits of a footnote's marker stand in the seed, and what stands before them."""

    number: int
    line: int
    offset: int
    after: str


def parse(text: str) -> tuple[Record, ...]:
    """The records of an expectation file; a line that is none raises ValueError."""
    return tuple(_record(line) for line in text.splitlines() if line.strip() and not line.startswith("//"))


def _record(line: str) -> Record:
    match = _RECORD.fullmatch(line.rstrip())
    if not match:
        message = f"no record: {line!r}"
        raise ValueError(message)
    kind, rest = match["kind"], match["rest"]
    if kind == "N":
        number, _, rest = rest.partition(" ")
        lines, _, options = rest.strip().partition(" ")
        return Record(kind, int(number), _ranges(lines), options)
    if kind == "M":
        number, line_number, rest = rest.split(" ", 2)
        return Record(kind, int(number), _ranges(line_number), rest)
    lines, _, rest = rest.partition(" ")
    return Record(kind, int(match["depth"] or 0), _ranges(lines), rest)


def _ranges(text: str) -> tuple[tuple[int, int], ...]:
    if text == "-":
        return ()
    return tuple((int(first), int(last or first)) for first, _, last in (part.partition("-") for part in text.split(",")))


class Gold:
    """What one document must be read as; texts are built from the seed's lines by the decisions of the records."""

    def __init__(self, records: Iterable[Record], seed: str) -> None:
        """Raises ValueError where a marker is not in its place."""
        self.records = tuple(records)
        self.lines = {number: line.group() for number, line in enumerate(_LINE.finditer(seed), 1)}
        self.starts = {number: line.start() for number, line in enumerate(_LINE.finditer(seed), 1)}
        self.markdown = bool(re.search(r"(?m)^#{1,6} \S", seed))
        self.hyphens = {r.first: r.rest.strip() for r in self.of("Y")}
        self.markers = tuple(self._marker(record) for record in self.of("M"))
        self.holes = self._holes()
        self.repairs = self._repairs()

    @classmethod
    def load(cls, seed: Path, folder: Path) -> Gold:
        """The expectations for a seed, from all files in the folder that bear its name."""
        paths = sorted(folder.glob(f"{seed.stem}*.gold"))
        records = [record for path in paths for record in parse(path.read_text(encoding="utf-8"))]
        return cls(records, seed.read_text(encoding="utf-8"))

    def of(self, kinds: str) -> Iterator[Record]:
        """The records of some kinds."""
        return (record for record in self.records if record.kind in kinds)

    def text(self, record: Record, label: str = "") -> str:
        """The plain text of a record: markers out, hyphens decided, certain repairs made, `label` taken off its start."""
        text = ""
        previous = 0
        for number in self._numbers(record):
            piece = self._piece(number)
            text = self._joined(text, previous, piece) if text else piece
            previous = number
        text = " ".join(_HOLE.sub("", _CLOSING.sub("", text)).split())
        if label:
            place = text.find(label)
            text = text[place + len(label) :] if place >= 0 else text
        return text.strip()

    def breaks(self, record: Record) -> Iterator[tuple[int, int]]:
        """Where a record goes on after something that is not its own: the lines before and after."""
        return ((before[1], after[0]) for before, after in pairwise(record.ranges))

    def _numbers(self, record: Record) -> list[int]:
        return [n for first, last in record.ranges for n in range(first, last + 1) if self.lines.get(n, "").strip()]

    def _piece(self, number: int) -> str:
        line = self.lines[number]
        for start, end in sorted(self.holes[number], reverse=True):
            line = f"{line[:start]}\0{line[end:]}"
        for source, repaired in self.repairs[number]:
            line = line.replace(source, repaired)
        return _NOTATION.sub("", line).strip() if self.markdown else line.strip()

    def _joined(self, text: str, number: int, piece: str) -> str:
        decision = self.hyphens.get(number)
        if decision == "join":
            return _HYPHEN.sub("", text) + piece
        return text + piece if decision in {"keep", "attach"} else f"{text} {piece}"

    def _marker(self, record: Record) -> Marker:
        line, after, digits = self.lines[record.first], record.option("after"), str(record.depth)
        place = line.find(after + digits)
        place = place + len(after) if place >= 0 else self._loose_digits(line, digits, after)
        return Marker(record.depth, record.first, self.starts[record.first] + place, after)

    def _loose_digits(self, line: str, digits: str, after: str) -> int:
        """The place of digits that stand apart from the text they belong to."""
        raised = digits.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
        places = (
            re.search(rf"{re.escape(after)}\s*[(\[^]*({digits}|{raised})", line),
            re.match(rf"\s*[(\[^]*({digits}|{raised})(?!\d)", line),
        )
        found = next((match.start(1) for match in places if match), None)
        if found is None:
            message = f"marker {digits} after {after!r} is not on its line"
            raise ValueError(message)
        return found

    def _holes(self) -> Mapping[int, list[tuple[int, int]]]:
        holes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for marker in self.markers:
            start = marker.offset - self.starts[marker.line]
            holes[marker.line].append((start, start + len(str(marker.number))))
        return holes

    def _repairs(self) -> Mapping[int, list[tuple[str, str]]]:
        repairs: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for record in self.of("D"):
            source, _, repaired = record.rest.partition(" => ")
            repairs[record.first].append((source, repaired))
        return repairs
