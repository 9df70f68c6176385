"""Subjects through time: which passages are about a subject that contributors described, and which words come and go with it.

A passage is met where it holds one of the subject's words or phrases, in any inflection; it is about the subject where those words
are many beside its length. Words that come and go are those of the passages about it, counted in the whole documents.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.dossier.index import Entry, InEntry, PartId, Site
from generator.dossier.related import passages_of
from generator.language import phrases, stems
from generator.model import Block, Document, Mention, Note, Recall, Span, Theme, afresh

ABOUT: Final = 0.3
"""The score from which a passage is about a subject; measured on the subjects of tests/expectations/themes.txt not held out."""

_EACH: Final = 40
"""Words of a passage for which one hit more is asked: a hit in a line tells as much as several in a page."""

_HEADING: Final = 0.5
"""How much a hit in the heading above counts."""

_OFTEN: Final = 4
"""Times that a word must stand in one document to be told as coming or going: what is met less comes and goes by chance."""

_NAMED: Final = frozenset({"country", "term", "reference"})
"""What a subject's passages name that can come and go; dates and sums are of one passage."""

_WORDS: Final = 16
"""Words that the table lists at most: a screen full."""


@dataclass(frozen=True, slots=True)
class ThemePassage(InEntry):
    """A passage that holds words of a subject: their ranges, and a score from 0 to 1 of how much it is about the subject."""

    entry: Entry
    part: Block | Note
    hits: tuple[Span, ...]
    score: float

    @property
    def about(self) -> bool:
        """Whether it is about the subject (its score is `ABOUT` or more), and does not only name it."""
        return self.score >= ABOUT


@dataclass(frozen=True, slots=True)
class ChangingWord:
    """A word that not every document has: its commonest form, and how often each document has it, by the documents' ids.

    `near` says how often the passages about the subject have it beside the names of countries, terms and acts.
    """

    form: str
    counts: Mapping[str, int]
    near: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A country, term or act that passages about a subject name: one of its mentions, and how often the passages of `entry` name it."""

    mention: Mention
    entry: Entry
    count: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What passages about a subject say in one document for the first time, and what they do not say any more.

    New is what no older document says; gone is what the document before it was the last to say. Words are counted in whole
    documents, things in the passages. Both stand with the document that says them, what is said most beside its length first.
    """

    entry: Entry
    new_words: tuple[tuple[ChangingWord, Entry], ...] = ()
    gone_words: tuple[tuple[ChangingWord, Entry], ...] = ()
    new_things: tuple[NamedThing, ...] = ()
    gone_things: tuple[NamedThing, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedTheme:
    """A subject with its passages, the oldest document first and in order of reading, and the words that come and go.

    `turns` has one for each document with passages about it, but for the oldest.
    """

    theme: Theme
    passages: tuple[ThemePassage, ...]
    words: tuple[ChangingWord, ...]
    turns: tuple[Turn, ...] = ()

    def of(self, entry: Entry) -> tuple[ThemePassage, ...]:
        """The passages of one document, those with most of its words first."""
        own = (passage for passage in self.passages if passage.entry is entry)
        return tuple(sorted(own, key=lambda passage: (-len(passage.hits), -passage.score)))

    @property
    def places(self) -> frozenset[PartId]:
        """The places of the passages that are about it."""
        return frozenset(passage.place for passage in self.passages if passage.about)


def gather(site: Site, recall: Recall = afresh) -> tuple[NamedTheme, ...]:
    """The subjects that contributors described, by name."""
    themes = sorted(site.knowledge.themes, key=lambda theme: theme.name.casefold())
    alone = site.alone or site
    counts = recall("", _counts, alone) if themes else {}
    return tuple(recall(theme.id, _named, alone, theme, counts) for theme in themes)


def _named(site: Site, theme: Theme, counts: Mapping[str, Counter[str]]) -> NamedTheme:
    found = tuple(find(site, theme))
    about = [passage for passage in found if passage.about]
    changing = tuple(_changing(about, counts))
    return NamedTheme(theme, found, changing[:_WORDS], tuple(_turns(site, about, changing)))


def _turns(site: Site, about: list[ThemePassage], changing: tuple[ChangingWord, ...]) -> Iterator[Turn]:
    entries = [entry for entry in site.oldest_first if any(passage.entry is entry for passage in about)]
    things = {entry.url: _things(entry, about) for entry in entries}
    for number, (before, entry) in enumerate(pairwise(entries), 1):
        older, newer = entries[:number], entries[number:]
        yield Turn(
            entry,
            new_words=_of_passages(entry, before, _only_in(entry, older, changing)),
            gone_words=_of_passages(before, entry, _only_in(before, newer, changing)),
            new_things=_named_only(things, entry, older),
            gone_things=_named_only(things, before, newer),
        )


def _only_in(entry: Entry, others: list[Entry], words: Iterable[ChangingWord]) -> list[ChangingWord]:
    """The words that a document has and none of some others has."""
    elsewhere = [other.document.meta.id for other in others]
    return [word for word in words if word.counts[entry.document.meta.id] and not any(word.counts[name] for name in elsewhere)]


def _named_only(things: Mapping[str, Mapping[tuple[str, str], NamedThing]], entry: Entry, others: list[Entry]) -> tuple[NamedThing, ...]:
    """The things that the passages of a document name and those of none of some others, what is named most often first."""
    elsewhere = {key for other in others for key in things[other.url]}
    own = (thing for key, thing in things[entry.url].items() if key not in elsewhere)
    return tuple(sorted(own, key=lambda thing: (-thing.count, thing.mention.kind, thing.mention.id)))


def _of_passages(entry: Entry, other: Entry, words: Iterable[ChangingWord]) -> tuple[tuple[ChangingWord, Entry], ...]:
    """Those words that the passages of a document have more than once, what they have most often first.

    A word is left out where the other document is so short that it would not be met in it by its share of this one.
    """
    name = entry.document.meta.id
    own = [word for word in words if word.near[name] > 1 and word.counts[name] * other.words >= entry.words]
    return tuple((word, entry) for word in sorted(own, key=lambda word: (-word.near[name], -word.counts[name], word.form)))


def _things(entry: Entry, about: Iterable[ThemePassage]) -> dict[tuple[str, str], NamedThing]:
    """The countries, terms and acts that the passages of a document name, by kind and id."""
    named = [mention for passage in about if passage.entry is entry for mention in passage.part.mentions if mention.kind in _NAMED]
    counts = Counter((mention.kind, mention.id) for mention in named)
    return {(mention.kind, mention.id): NamedThing(mention, entry, counts[mention.kind, mention.id]) for mention in reversed(named)}


def find(site: Site, theme: Theme) -> Iterator[ThemePassage]:
    """Every passage that holds words of a subject, the oldest document first."""
    words, refused = phrases.pattern(theme.words), phrases.pattern(theme.not_in)
    for passage in passages_of(site):
        text = passage.part.text
        hits = phrases.hits(words, refused, text)
        if hits:
            heading = passage.entry.headings.get(passage.part.anchor)
            above = len(phrases.hits(words, refused, heading.text)) if heading else 0
            yield ThemePassage(passage.entry, passage.part, hits, _score(len(hits) + _HEADING * min(above, 1), len(text.split())))


def _score(hits: float, words: int) -> float:
    """From 0 to 1: more for more hits, less for more words."""
    return round(hits / (hits + words / _EACH), 3)


def _counts(site: Site) -> dict[str, Counter[str]]:
    """How often each document has each stem, by the documents' ids."""
    return {entry.document.meta.id: _by_stem(entry.document) for entry in site.entries}


def _changing(about: list[ThemePassage], counts: Mapping[str, Counter[str]]) -> list[ChangingWord]:
    """The words of passages about a subject that are often in one document and not at all in another, the most uneven first."""
    lengths = {name: own.total() for name, own in counts.items()}
    near = _beside_things(about)
    words = [
        ChangingWord(_form(forms), {name: own[stem] for name, own in counts.items()}, near.get(stem, Counter()))
        for stem, forms in _forms(about).items()
        if forms.total() > 1
    ]
    changing = [word for word in words if max(word.counts.values()) >= _OFTEN and min(word.counts.values()) == 0]
    return sorted(changing, key=lambda word: (-_unevenness(word.counts, lengths), word.form))


def _forms(about: Iterable[ThemePassage]) -> dict[str, Counter[str]]:
    """The words of passages as they are printed, by their stem; words that the language uses everywhere do not count."""
    found: dict[str, Counter[str]] = {}
    for passage in about:
        language = passage.entry.document.meta.language
        for printed, word in zip(stems.printed(passage.part.text), stems.words(passage.part.text), strict=True):
            if len(word) > 3 and not stems.is_frequent(word, language):  # noqa: PLR2004 - shorter words are mostly small words
                found.setdefault(stems.stem(word, language), Counter())[printed] += 1
    return found


def _beside_things(about: Iterable[ThemePassage]) -> dict[str, Counter[str]]:
    """How often the passages of each document, by its id, have each word beside the names of things, by the word's stem."""
    found: dict[str, Counter[str]] = {}
    for passage in about:
        for word in stems.words(_without_things(passage.part)):
            found.setdefault(stems.stem(word, passage.entry.document.meta.language), Counter())[passage.place[0]] += 1
    return found


def _without_things(part: Block | Note) -> str:
    """The text of a passage without the names of countries, terms and acts, which come and go by themselves."""
    pieces, at = [], 0
    for mention in (mention for mention in part.mentions if mention.kind in _NAMED):
        pieces.append(part.text[at : max(at, mention.offset)])
        at = max(at, mention.offset + mention.length)
    return " ".join([*pieces, part.text[at:]])


def _form(printed: Counter[str]) -> str:
    """How a word is mostly printed; in small letters wherever it is so at all: a capital may only begin a sentence."""
    small = Counter({form: times for form, times in printed.items() if form.islower()})
    return (small or printed).most_common(1)[0][0]


def _by_stem(document: Document) -> Counter[str]:
    found: Counter[str] = Counter()
    for word, times in Counter(word for part in document.parts for word in stems.words(part.text)).items():
        found[stems.stem(word, document.meta.language)] += times
    return found


def _unevenness(row: Mapping[str, int], lengths: Mapping[str, int]) -> float:
    """How far a word is from being spread over the documents by their lengths (log-likelihood, Dunning 1993)."""
    total, whole = sum(row.values()), sum(lengths.values())
    return 2 * sum(times * math.log(times * whole / (total * lengths[name])) for name, times in row.items() if times)
