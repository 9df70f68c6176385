"""How well commitments are found, against tests/expectations/commitments.txt: paragraphs annotated whole, a part of them held out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.dossier.gathered.commitments import Commitment
from tests.support import ROOT

EXPECTATIONS: Final = ROOT / "tests" / "expectations" / "commitments.txt"
TARGETS: Final = {"precision": 0.90, "recall": 0.80, "actor": 0.95, "deadline": 0.95}
"""The lowest share, of all paragraphs and of those held out."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A commitment, or (without kinds) words that may be taken for one and need not be; `quote` are words of it."""

    quote: str
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    deadline: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or footnote with everything in it."""

    document: str
    place: str
    held: bool
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What was expected and what was found in its place; one of the two may be missing."""

    paragraph: Paragraph
    expected: Expected | None
    found: Commitment | None

    def __str__(self) -> str:
        """Where it is, and what is wrong with it."""
        where = f"{self.paragraph.document} {self.paragraph.place}"
        if self.expected is None and self.found:
            return f"{where}: false: {self.found.kind} {','.join(self.found.actors)} | {self.found.text[:120]}"
        if self.found is None and self.expected:
            return f"{where}: missed: {','.join(self.expected.actors)} | {self.expected.quote}"
        return f"{where}: {self.wrong} | {self.expected.quote if self.expected else ''}"

    @property
    def is_hit(self) -> bool:
        """Whether something was expected and found."""
        return self.expected is not None and self.found is not None

    @property
    def actor_is_right(self) -> bool:
        """Whether the actors are those expected, whatever their order."""
        return self.expected is not None and self.found is not None and set(self.expected.actors) == set(self.found.actors)

    @property
    def deadline_is_right(self) -> bool:
        """Whether the deadline is the one expected, or there is none and none was."""
        return self.expected is not None and self.expected.deadline == self.deadline

    @property
    def kind_is_right(self) -> bool:
        """Whether the kind is one of those expected."""
        return self.expected is not None and self.found is not None and self.found.kind in self.expected.kinds

    @property
    def deadline(self) -> str | None:
        """The deadline found."""
        return self.found.deadline.mention.id if self.found and self.found.deadline else None

    @property
    def wrong(self) -> str:
        """What is wrong with a hit, with what was found."""
        if self.found is None:
            return ""
        faults = (
            (self.actor_is_right, f"actors {','.join(self.found.actors)}"),
            (self.deadline_is_right, f"deadline {self.deadline}"),
            (self.kind_is_right, f"kind {self.found.kind}"),
        )
        return ", ".join(said for right, said in faults if not right)


def load(path: Path = EXPECTATIONS) -> tuple[Paragraph, ...]:
    """The paragraphs of the file; a line that is none of its notation raises ValueError."""
    found: list[Paragraph] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("//"):
            continue
        if line.startswith("== "):
            document, place, *flags = line[3:].split()
            found.append(Paragraph(document, place, "held" in flags, ()))
            continue
        last = found.pop()
        found.append(Paragraph(last.document, last.place, last.held, (*last.expected, _expected(line))))
    return tuple(found)


def _expected(line: str) -> Expected:
    if line.startswith("? "):
        return Expected(line[2:].strip())
    kinds, who, deadline, quote = (part.strip() for part in line.split(" | ", 3))
    names = () if who == "-" else tuple(who.split(","))
    return Expected(quote, tuple(kinds.split(",")), names, None if deadline == "-" else deadline)


def compare(paragraphs: Iterable[Paragraph], register: Iterable[Commitment]) -> tuple[Pair, ...]:
    """Each commitment expected or found in the paragraphs; what is doubtful counts neither way."""
    by_place: dict[tuple[str, str], list[Commitment]] = {}
    for item in register:
        by_place.setdefault((item.entry.document.meta.id, item.part.anchor), []).append(item)
    return tuple(pair for paragraph in paragraphs for pair in _pairs(paragraph, by_place.get((paragraph.document, paragraph.place), [])))


def _pairs(paragraph: Paragraph, found: list[Commitment]) -> Iterator[Pair]:
    left = list(found)
    doubtful = [expected for expected in paragraph.expected if not expected.kinds]
    for expected in paragraph.expected:
        if expected.kinds:
            hit = next((item for item in left if _holds(item, expected.quote)), None)
            if hit:
                left.remove(hit)
            yield Pair(paragraph, expected, hit)
    for item in left:
        if not any(_holds(item, expected.quote) for expected in doubtful):
            yield Pair(paragraph, None, item)


def _holds(item: Commitment, quote: str) -> bool:
    at = item.part.text.find(quote)
    if at < 0:
        message = f"{item.id}: {quote!r} does not stand in the paragraph"
        raise ValueError(message)
    return item.start < at + len(quote) and at < item.end


def scores(pairs: Iterable[Pair]) -> dict[str, float]:
    """The share of what was found that was expected, of what was expected that was found, and of hits with the right facts."""
    pairs = tuple(pairs)
    hits = [pair for pair in pairs if pair.is_hit]
    return {
        "precision": len(hits) / max(1, sum(pair.found is not None for pair in pairs)),
        "recall": len(hits) / max(1, sum(pair.expected is not None for pair in pairs)),
        "actor": sum(pair.actor_is_right for pair in hits) / max(1, len(hits)),
        "deadline": sum(pair.deadline_is_right for pair in hits) / max(1, len(hits)),
        "kind": sum(pair.kind_is_right for pair in hits) / max(1, len(hits)),
    }
