"""Which passages of other documents say the nearest to a passage: what they share of rare words, acts, terms and countries.

How near two passages are is reckoned in `nearness`, from their stems, the words that compounds are made of, and their mentions. Passages of
one language are compared with each other only. The same documents give the same answers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from generator.dossier.index import Entry, InEntry, PartId, Site
from generator.language import edtf, stems
from generator.model import Block, Note

MOST: Final = 3
"""Passages that are shown for one."""

NEAR: Final = 0.24
"""How near a passage must be to be shown; measured on the part of tests/expectations/related.txt that is not held out."""

_FEWEST: Final = 5
"""Words that tell something: a passage with fewer of them ("Zie punt 2.5.") is like too many others."""

_WORD: Final = re.compile(r"\S+")
_SIGN: Final = re.compile(r"\W")

_SAME_WORDS: Final = 12
"""Words in a row that two passages share when one reuses the other word for word."""

_NEARLY: Final = 0.85
"""A second or third passage is shown where it is so nearly as near as the nearest: a peak has no company."""

_WEIGHTS: Final = {"reference": 2, "term": 1, "country": 1}
"""How often a mention counts beside the words it is made of."""


@dataclass(frozen=True, slots=True)
class ComparedPassage(InEntry):
    """A paragraph, list item, quotation or footnote."""

    entry: Entry
    part: Block | Note


@dataclass(frozen=True, slots=True)
class Relation:
    """A passage of another document that is near one, the score (0 to 1), and the longest run of words they share where that is reuse."""

    passage: ComparedPassage
    score: float
    shared: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Related:
    """For each passage the nearest of other documents, nearest first.

    `compared` are all passages that have enough words; `older` has for each document those that came before it.
    """

    found: Mapping[PartId, tuple[Relation, ...]] = field(default_factory=dict)
    compared: frozenset[PartId] = frozenset()
    older: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, document: str, anchor: str) -> tuple[Relation, ...]:
        """The passages near one, by the ids of its document and part, the nearest first."""
        return self.found.get((document, anchor), ())

    def is_new(self, entry: Entry, anchor: str) -> bool:
        """Whether a passage has enough words to compare, and no older document has one near it; never in the oldest document."""
        document = entry.document.meta.id
        older = self.older.get(document, frozenset())
        near = {relation.passage.place[0] for relation in self.of(document, anchor)}
        return bool(older) and (document, anchor) in self.compared and not near & older


def gather(site: Site) -> Related:
    """The nearest passages for every passage of a site."""
    passages = tuple(passages_of(site))
    found: dict[PartId, tuple[Relation, ...]] = {}
    compared: set[PartId] = set()
    for language in dict.fromkeys(passage.entry.document.meta.language for passage in passages):
        told = tuple(_told([passage for passage in passages if passage.entry.document.meta.language == language], language))
        compared |= {item.passage.place for item in told}
        if len({item.passage.place[0] for item in told}) > 1:
            found |= dict(_nearest(told))
    return Related(found, frozenset(compared), dict(_older(site)))


def _older(site: Site) -> Iterator[tuple[str, frozenset[str]]]:
    dated = [(entry.document.meta.id, edtf.parse(entry.document.meta.date).order) for entry in site.entries if entry.document.meta.date]
    for name, when in dated:
        yield name, frozenset(other for other, earlier in dated if earlier < when)


@dataclass(frozen=True, slots=True)
class _Told:
    """A passage with what it is compared by: its stems and mentions, the stems of its heading, and its words as runs of letters."""

    passage: ComparedPassage
    features: tuple[str, ...]
    heading: tuple[str, ...]
    letters: str


def _told(passages: list[ComparedPassage], language: str) -> Iterator[_Told]:
    """The passages that have enough words to tell."""
    spelled = [tuple(stems.words(passage.part.text)) for passage in passages]
    known = frozenset(word for words in spelled for word in words if not stems.is_frequent(word, language))
    for passage, words in zip(passages, spelled, strict=True):
        own = tuple(_stems(words, known, language))
        if len(set(own)) >= _FEWEST:
            heading = passage.entry.headings.get(passage.part.anchor)
            above = tuple(_stems(stems.words(heading.text), known, language)) if heading else ()
            letters = " ".join(word for word in words if not stems.is_frequent(word, language))
            yield _Told(passage, (*own, *_mentions(passage.part)), above, letters)


def passages_of(site: Site) -> Iterator[ComparedPassage]:
    """Everything with running text, the oldest document first, in order of reading."""
    for entry in site.oldest_first:
        parts: tuple[Block | Note, ...] = (*entry.document.blocks, *entry.document.notes)
        for part in parts:
            if part.type in {"paragraph", "list_item", "quote", "note"} and part.text:
                yield ComparedPassage(entry, part)


def _stems(words: Iterable[str], known: Collection[str], language: str) -> Iterator[str]:
    for word in words:
        if stems.is_frequent(word, language) or len(word) < 3:  # noqa: PLR2004 - shorter words are signs and endings
            continue
        yield stems.stem(word, language)
        for half in stems.compound_parts(word, known):
            yield stems.stem(half, language)


def _mentions(part: Block | Note) -> Iterator[str]:
    for mention in part.mentions:
        yield from [f"{mention.kind}:{mention.id}"] * _WEIGHTS.get(mention.kind, 0)


def _nearest(told: tuple[_Told, ...]) -> Iterator[tuple[PartId, tuple[Relation, ...]]]:
    """The nearest passages of other documents for each passage that has any, in order of the passages."""
    # Scikit-learn takes longer to load than most commands take, and these compare no passages.
    from generator.dossier import nearness  # noqa: PLC0415

    passages = [item.passage for item in told]
    words = tuple(nearness.Words(item.passage.place[0], item.features, item.heading, item.letters) for item in told)
    for passage, scores in zip(passages, nearness.scores(words), strict=True):
        if relations := tuple(_relations(passage, passages, scores)):
            yield passage.place, relations


def _relations(passage: ComparedPassage, passages: list[ComparedPassage], scores: Iterable[tuple[int, float]]) -> Iterator[Relation]:
    """The nearest few, nearest first, the earlier in the dossier before the later where they are as near."""
    near = sorted((-min(1.0, round(score, 3)), other) for other, score in scores if score >= NEAR)
    for score, other in near[:MOST]:
        if score <= near[0][0] * _NEARLY:
            yield Relation(passages[other], -score, same_words(passage.part.text, passages[other].part.text))


def same_words(one: str, other: str) -> str:
    """The longest run of words that two texts share, as the first has it; empty where it has fewer than `_SAME_WORDS`."""
    first, second = _spoken(one), _spoken(other)
    said, heard = ([word for word, _, _ in words] for words in (first, second))
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(heard) - _SAME_WORDS + 1):
        places.setdefault(tuple(heard[place : place + _SAME_WORDS]), []).append(place)
    best: tuple[int, int] = (0, 0)
    for place in range(len(said) - _SAME_WORDS + 1):
        for there in places.get(tuple(said[place : place + _SAME_WORDS]), ()):
            # A run that began before is longer.
            if not (place and there and said[place - 1] == heard[there - 1]):
                best = max(best, (_common(said[place:], heard[there:]), -place))
    length, start = best[0], -best[1]
    return one[first[start][1] : first[start + length - 1][2]] if length else ""


def _spoken(text: str) -> list[tuple[str, int, int]]:
    """The words of a text without the signs around them, each with where it stands, signs and all."""
    words = ((_SIGN.sub("", match[0]).casefold(), match.start(), match.end()) for match in _WORD.finditer(text))
    return [word for word in words if word[0]]


def _common(one: list[str], other: list[str]) -> int:
    """How many words two rows begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
