"""The mentions of a document as items to compare: countries, dates and their roles, references, amounts, sections, terms.

An expectation names the line of the seed that its words stand on. A block knows only the first and last line of its
text, so a mention found is the same as one expected where kind, words and value are, and the line is one of the block's;
where several are, they pair off in order of place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from generator.annotators.terms import own_spellings
from generator.inputs.contributions import glossary
from generator.language.acronyms.capitals import is_acronym
from generator.language.slugs import slug
from generator.model import Document, Mention, Part
from tests.accuracy.measures import Item, Measure
from tests.support import ROOT

GLOSSARY: Final = ROOT / "seeds" / glossary.FOLDER

TARGETS: Final = {
    "countries": 0.99,
    "dates": 0.95,
    "date roles": 0.85,
    "references": 0.97,
    "amounts": 0.97,
    "sections": 1.0,
    "terms": 0.98,
}
"""The lowest score of all documents together."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of a .mentions file."""

    kind: str
    line: int
    text: str
    value: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with the part that it stands in."""

    part: Part
    mention: Mention

    @property
    def text(self) -> str:
        """Its words."""
        return self.part.text[self.mention.offset : self.mention.offset + self.mention.length]


Pair: TypeAlias = tuple[Expected, Found]
Key: TypeAlias = tuple[str, ...]

_STATUS: Final = re.compile(r"\s(?:final|definitief)$")
OPTIONAL: Final = "optional"
"""The flag of words that may be found and need not be."""


def _reference(text: str, value: str) -> Key:
    """The words without "final", and the number; an act with a name is told by it, whatever number it is known to have."""
    words = _STATUS.sub("", text)
    return (words, value) if any(sign.isdigit() for sign in words) else (words,)


@cache
def _entries() -> dict[str, str]:
    """The ids of the glossary's entries by each of their names."""
    terms, _ = glossary.read(GLOSSARY)
    return {name: term.id for term in reversed(terms) for name in own_spellings(term)}


def _entry_of(value: str) -> str:
    return _entries().get(value, slug(value))


def _is_short(words: str, expected: Iterable[Expected]) -> bool:
    """Whether words are an acronym or a short name: the expectations have those wherever they are printed.

    They have long forms only where a document first prints them beside the acronym; elsewhere a reader has to judge.
    """
    short = re.sub(r"['’]s$", "", words)
    return (is_acronym(short) and short.rstrip("+").isupper()) or any(
        short == e.text for e in expected if e.kind == "term" and "long" not in e.flags
    )


# What must be the same, of an expectation and of a mention: one line for each kind of mention.
_KEYS: Final[dict[str, tuple[Callable[[Expected], Key], Callable[[Found], Key]]]] = {
    "country": (lambda e: (e.text, e.value, *e.flags), lambda f: (f.text, f.mention.id, f.mention.form)),
    "date": (lambda e: (e.text, e.value), lambda f: (f.text, f.mention.id)),
    "reference": (lambda e: _reference(e.text, e.value), lambda f: _reference(f.text, f.mention.id)),
    "amount": (lambda e: (e.text, e.value), lambda f: (f.text, f.mention.id)),
    # A section's value is the printed number; the program has the id of the block.
    "section": (lambda e: (e.text,), lambda f: (f.text,)),
    # What is expected is told by the term as printed, what is found by its entry, which may have other names too.
    "term": (lambda e: (e.text, _entry_of(e.value)), lambda f: (f.text, f.mention.id)),
}
_NAMES: Final = {
    "country": "countries",
    "date": "dates",
    "reference": "references",
    "amount": "amounts",
    "section": "sections",
    "term": "terms",
}


def load(seed: Path, folder: Path) -> tuple[Expected, ...]:
    """The expectations for a seed; a line that is none raises ValueError."""
    path = folder / f"{seed.stem}.mentions"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return tuple(_expected(line) for line in lines if line.strip() and not line.startswith("//"))


def _expected(line: str) -> Expected:
    kind, number, text, value, *flags = line.split("\t")
    return Expected(kind, int(number), text, value, tuple(" ".join(flags).split()))


def measures(document: Document, expectations: Iterable[Expected]) -> Iterator[Measure]:
    """A measure for each kind of mention that the document has or should have, and one for the roles of its dates."""
    expected = tuple(expectations)
    # The expectations were written for running text: headings are not in them.
    found = tuple(Found(part, mention) for part in document.parts if part.type != "heading" for mention in part.mentions)
    for kind, name in _NAMES.items():
        own = [one for one in expected if one.kind == kind and OPTIONAL not in one.flags]
        spare = [one for one in expected if one.kind == kind and OPTIONAL in one.flags]
        pairs, false = pair(own, [f for f in found if f.mention.kind == kind], kind)
        false = [f for f in false if not any(_may_be(e, f) for e in spare)]
        false = [f for f in false if kind != "term" or _is_short(f.text, own)]
        yield _measure(name, kind, own, pairs, false)
        if kind == "date":
            yield _roles(pairs)


def pair(expected: list[Expected], found: Iterable[Found], kind: str) -> tuple[list[Pair], list[Found]]:
    """What was found and expected, and what was found in vain."""
    of_expected, of_found = _KEYS[kind]
    left, pairs, false = list(expected), [], []
    # A text that runs on over a page break spans the lines of the footnotes between: those with fewer lines choose first.
    for one in sorted(found, key=_lines):
        first, last = one.part.lines or (0, 0)
        match = next((e for e in left if first <= e.line <= last and of_expected(e) == of_found(one)), None)
        if match is None:
            false.append(one)
        else:
            left.remove(match)
            pairs.append((match, one))
    return pairs, false


def _may_be(expected: Expected, found: Found) -> bool:
    """Whether words that were found begin as some that may be found on that line."""
    first, last = found.part.lines or (0, 0)
    return first <= expected.line <= last and found.text.startswith(expected.text)


def _lines(found: Found) -> int:
    first, last = found.part.lines or (0, 0)
    return last - first


def _measure(name: str, kind: str, own: list[Expected], pairs: list[Pair], false: list[Found]) -> Measure:
    of_expected, of_found = _KEYS[kind]
    hits = [Item(e.line, of_expected(e)) for e, _ in pairs]
    # A false find must differ from every hit, though its words may be those of an expectation elsewhere.
    vain = [
        Item(f.part.lines[0] if f.part.lines else 0, (*of_found(f), "?", f.part.text[max(0, f.mention.offset - 20) :][:60])) for f in false
    ]
    return Measure(name, "f1", tuple(Item(e.line, of_expected(e)) for e in own), (*hits, *vain))


def _roles(pairs: list[Pair]) -> Measure:
    """Of the dates that were found rightly, how many were told rightly what they are."""
    expected = tuple(Item(e.line, (e.text, *e.flags[:1])) for e, _ in pairs)
    return Measure("date roles", "recall", expected, tuple(Item(e.line, (e.text, f.mention.role)) for e, f in pairs))
