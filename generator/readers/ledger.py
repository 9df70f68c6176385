"""Proof that reading lost no character and invented none: each character of the seed, white space aside, is in exactly one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Block, Document, Note, Part, Problem, Repair, Span
from generator.words import say


@dataclass(frozen=True, slots=True)
class Balance:
    """How many characters, white space aside, were lost, taken twice, or are in the document and not in its seed."""

    lost: int
    doubled: int
    invented: int


def check(document: Document) -> tuple[Problem, ...]:
    """A problem for each stretch of the seed that is lost, taken twice or read differently; none if all is well."""
    return (*_coverage(document), *_faithfulness(document))


def spans(document: Document) -> tuple[Span, ...]:
    """Every range of the seed that the document accounts for, in rising order."""
    return tuple(sorted(span for span in _all_spans(document) if span[0] < span[1]))


def balance(document: Document) -> Balance:
    """The numbers of such characters; all are 0 where `check` finds nothing."""
    text = document.source.text
    reached = lost = doubled = 0
    for start, end in [*spans(document), (len(text), len(text))]:
        lost += len(_solid(text[reached:start])) if start > reached else 0
        doubled += len(_solid(text[start : min(end, reached)])) if start < reached else 0
        reached = max(reached, end)
    surplus = (_counted(_undone(part)) - _counted(_slices(text, part.spans)) for part in document.parts)
    return Balance(lost, doubled, sum((characters.total() for characters in surplus), 0))


def _labelled(document: Document) -> tuple[Block | Note, ...]:
    """What may have a printed number of its own."""
    return (*document.blocks, *document.notes)


def _counted(text: str) -> Counter[str]:
    return Counter(_solid(text))


def _all_spans(document: Document) -> Iterator[Span]:
    for labelled in _labelled(document):
        yield from labelled.label_spans
    for part in document.parts:
        yield from part.spans
        for marker in part.notes:
            yield from marker.spans
    for piece in document.furniture:
        yield from piece.spans


def _coverage(document: Document) -> Iterator[Problem]:
    text, reached = document.source.text, 0
    taken = spans(document)
    for before, after in pairwise(taken):
        if after[0] < before[1] and text[after[0] : min(before[1], after[1])].strip():
            yield _problem(document, after[0], say("readers_ledger.read_twice", text=_excerpt(text, after[0])))
    for start, end in [*taken, (len(text), len(text))]:
        if start > reached and text[reached:start].strip():
            yield _problem(document, reached, say("readers_ledger.characters_lost", excerpt=_excerpt(text[:start], reached)))
        reached = max(reached, end)


def _faithfulness(document: Document) -> Iterator[Problem]:
    """Texts, labels and furniture say what their ranges say, repairs undone."""
    text = document.source.text
    for part in document.parts:
        if _solid(_undone(part)) != _solid(_slices(text, part.spans)):
            yield _problem(document, _start(part), say("readers_ledger.read_otherwise", text=repr(part.text[:60])))
    for labelled in _labelled(document):
        label = labelled.list.marker if isinstance(labelled, Block) and labelled.list else labelled.label
        if _solid(label) != _solid(_slices(text, labelled.label_spans)):
            yield _problem(document, _start(labelled), say("readers_ledger.other_label", label=repr(label)))
    for piece in document.furniture:
        if _solid(piece.text) != _solid(_slices(text, piece.spans)):
            yield _problem(
                document, piece.spans[0][0] if piece.spans else 0, say("readers_ledger.set_aside_otherwise", text=repr(piece.text))
            )


def _undone(part: Part) -> str:
    """The text with every repair taken back."""
    text, at = part.text, 0
    pieces: list[str] = []
    for repair in sorted(part.repairs, key=_offset):
        pieces += [text[at : repair.offset], repair.source]
        at = repair.offset + repair.length
    return "".join([*pieces, text[at:]])


def _offset(repair: Repair) -> int:
    return repair.offset


def _slices(text: str, ranges: tuple[Span, ...]) -> str:
    return "".join(text[start:end] for start, end in ranges)


def _solid(text: str) -> str:
    return "".join(text.split())


def _start(part: Part) -> int:
    return part.spans[0][0] if part.spans else 0


def _excerpt(text: str, start: int) -> str:
    return repr(" ".join(text[start : start + 200].split())[:60])


def _problem(document: Document, offset: int, message: str) -> Problem:
    """A problem at the line of the first character from an offset that is not white space."""
    text = document.source.text
    line = text.count("\n", 0, len(text) - len(text[offset:].lstrip())) + 1
    remedy = say("readers_ledger.report_reader_mistake")
    return Problem(document.source.path, line, message, remedy)
