"""The index of records: each word under its stem, under the parts of compounds, and under the thing it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from generator.search import pairs
from generator.search.compounds import Splitter, pieces
from generator.search.postings import MOST, Postings
from generator.search.records import Record
from generator.search.words import DUTCH, Token, is_function_word, key, stem, tokens, verb_stems

WORD, PART, NAME, KIN, ABOUT = range(5)
"""How a form belongs to what it is filed under: the word itself, inflected or not; a part of it is; it names the same thing; it is of the
same family (`financiering`, `financieren`); or it stands around the record, in the enumeration that this belongs to."""

_SATURATION: Final = 1.2
_LENGTH: Final = 0.4
"""The constants k1 and b of BM25; b is lower than for whole documents, because a long paragraph is no worse an answer."""

_BOOSTS: Final = {
    "document": 1.5,
    "kop": 1.25,
    "voetnoot": 0.9,
    "begrip": 0.6,
    "land": 0.6,
    "gebied": 0.5,
    "gebeurtenis": 0.7,
    "besluit": 0.6,
    "onderwerp": 0.3,
    "pagina": 0.6,
}
"""Titles and headings say what a text is about; pages about one thing are shown above the list, and seldom in it."""

_DEFINES: Final = 1.6
"""How much more a name weighs where it is explained."""

_HEAVIEST: Final = 2.0
"""The weight that becomes the largest whole number."""

_HANGING: Final = re.compile(r"-(?:\s|,)")
_JOINED: Final = re.compile(r"[-\u2010\u2011]")
_COUPLING: Final = re.compile(r"-(?:\s(?:en|of|en/of)\s|,\s|/)")
_AHEAD: Final = 6
"""Words between "gezondheids-" and the compound that completes it, as in "onderwijs-, gezondheids- en huisvestingsbeleid"."""

_MOST_JOINED: Final = 4
"""Words between hyphens that are filed together: "COVID-19-pandemie" has three."""

_INFINITIVES: Final = ("en", "er", "re")
"""Endings of a verb as dictionaries have it, in Dutch and German, and in French."""

EXACTLY: Final = "="
_SPELLED_OUT: Final = frozenset({"land", "gebied"})
"""Kinds whose names are there in all forms; they and acronyms are not inflected: Armen live in Armenië, and are not poor."""

_NOUN: Final = "ing"

_SEPARABLE: Final = frozenset(
    [
        "aan",
        "achter",
        "af",
        "bij",
        "binnen",
        "door",
        "in",
        "mee",
        "na",
        "om",
        "onder",
        "op",
        "over",
        "rond",
        "samen",
        "tegen",
        "terug",
        "toe",
        "tussen",
        "uit",
        "voor",
        "weg",
    ]
)
"""What stands apart from its verb in "over te dragen" (ANS 12.2)."""

_LEAST: Final = 4
"""Letters of the shortest word that is suggested: shorter ones are one letter from any other."""


Form: TypeAlias = tuple[str, int]
"""A folded form and the number of words it takes; a form that is filed under one key only has that key behind a zero byte."""

_APART: Final = "\0"


@dataclass(slots=True)
class Index:
    """Everything that is written: postings by form, what they are filed under, names of things, and how forms are spelled."""

    forms: dict[Form, Postings] = field(default_factory=dict)
    filed: dict[str, dict[Form, int]] = field(default_factory=dict)
    names: dict[str, set[tuple[str, int]]] = field(default_factory=dict)
    spelled: dict[str, Counter[str]] = field(default_factory=dict)

    def spelling(self, form: str) -> str:
        """A folded form as it is written most often: `coördinatie`."""
        found = self.spelled.get(form)
        return min(found, key=lambda word: (-found[word], word)) if found else form

    def posted(self, form: Form) -> Postings:
        """The postings of a form, new if there are none yet."""
        found = self.forms.get(form)
        if found is None:
            found = self.forms[form] = Postings(form[0].partition(_APART)[0], form[1])
        return found

    def file(self, key_: str, form: Form, relation: int) -> None:
        """File a form under a key; the closest relation holds."""
        here = self.filed.setdefault(key_, {})
        here[form] = min(relation, here.get(form, relation))

    def post_apart(self, key_: str, form: Form, place: Place, places: Sequence[int], relation: int = WORD) -> None:
        """Post a form that belongs to one key only, once a record."""
        own = (f"{form[0]}{_APART}{key_}", form[1])
        found = self.posted(own)
        self.file(key_, own, relation)
        if found.last != place.record:
            found.add(place.record, place.weight(len(places)), places)


@dataclass(frozen=True, slots=True)
class Place:
    """A record while its words are posted: its number, its length against the average, and how much it counts."""

    record: int
    length: float
    boost: float

    def weight(self, times: int, more: float = 1) -> int:
        """How much a form says about the record: more if it stands there often, less if the record is long (BM25)."""
        share = times / (times + _SATURATION * self.length) * self.boost * more
        return max(1, min(MOST, round(MOST * share / _HEAVIEST)))


@dataclass(frozen=True, slots=True)
class Read:
    """A record with the text it is found by and the words of that text."""

    record: Record
    text: str
    words: tuple[Token, ...]


def build(records: Sequence[Record]) -> Index:
    """The index of records; a record's number is its place among them."""
    index = Index()
    average = sum(len(tokens(searched(record))) for record in records) / (len(records) or 1)
    splitter = _splitter(records)
    keys = {record.key: number for number, record in enumerate(records) if record.key}
    spoken: dict[Form, set[str]] = {}
    for number, record in enumerate(records):
        text = searched(record)
        read = Read(record, text, tokens(text))
        length = 1 - _LENGTH + _LENGTH * len(read.words) / average if average else 1
        place = Place(number, length, _BOOSTS.get(record.kind, 1.0))
        for form in _post_words(index, read, place, splitter if record.language == DUTCH else None):
            spoken.setdefault(form, set()).add(record.language)
        _post_names(index, read, place, keys)
    _file(index, spoken, splitter)
    _name(index, records)
    return index


def searched(record: Record) -> str:
    """The text in which a record is found: of a page about one thing its title too."""
    return record.text if record.home else f"{record.title}\n{record.text}"


def _splitter(records: Iterable[Record]) -> Splitter:
    alone: set[str] = set()
    lower: set[str] = set()
    for record in records:
        if record.language == DUTCH:
            text = searched(record)
            words = tokens(text)
            alone.update(token.form for token in words)
            lower.update(token.form for token in words if text[token.start].islower())
    return Splitter(alone, lower)


def _post_words(index: Index, read: Read, place: Place, splitter: Splitter | None) -> Iterator[Form]:
    """Post a record's words; the forms that its language decides on."""
    found: dict[Form, list[int]] = {}
    for nth, token in enumerate(read.words):
        found.setdefault((token.form, 1), []).append(nth)
        printed = read.text[token.start : token.end]
        if not printed.isascii():
            index.spelled.setdefault(token.form, Counter())[printed.lower()] += 1
    for nth, joined, span in (*_joined(read.text, read.words), *_completed(read.text, read.words, splitter)):
        found.setdefault((joined, span), []).append(nth)
    for form, places in found.items():
        index.posted(form).add(place.record, place.weight(len(places)), sorted(places))
        yield form
    for nth, pair in pairs.of(read.text, read.words):
        index.post_apart(pair, (pair, 2), place, [nth])
    for asked in _holds(read):
        index.post_apart(f"#{asked}", (f"#{asked}", 0), place, [0])


def _holds(read: Read) -> Iterator[str]:
    """What of the things that questions ask for a record holds."""
    record = read.record
    if record.amounts:
        yield "amount"
    if record.dates:
        yield "date"
    if record.home and any(word.form.isdecimal() for word in read.words):
        yield "number"
    if record.places:
        yield "place"


def _post_names(index: Index, read: Read, place: Place, keys: Mapping[str, int]) -> None:
    """Post what names a thing under the number of the record about it."""
    found: dict[tuple[str, Form], list[int]] = {}
    defined: set[str] = set()
    nth = 0
    for named in sorted(read.record.named, key=lambda named: named.start):
        while nth < len(read.words) and read.words[nth].end <= named.start:
            nth += 1
        last = nth
        while last < len(read.words) and read.words[last].start < named.end:
            last += 1
        if named.key in keys and last > nth:
            key_ = f"@{keys[named.key]}"
            form = (" ".join(word.form for word in read.words[nth:last]), last - nth)
            found.setdefault((key_, form), []).append(nth)
            if named.key in read.record.defines:
                defined.add(key_)
    for (key_, form), places in found.items():
        weighed = replace(place, boost=place.boost * _DEFINES) if key_ in defined else place
        index.post_apart(key_, form, weighed, sorted(set(places)), NAME)
    here = {key_ for key_, _ in found}
    for name in read.record.context:
        if name in keys and f"@{keys[name]}" not in here:
            index.post_apart(f"@{keys[name]}", ("", 0), place, [0], ABOUT)


def _joined(text: str, words: Sequence[Token]) -> Iterator[tuple[int, str, int]]:
    """Words that hyphens join, as one: `re-integratie` is found as `reintegratie`, `EU-delegaties` as `eudelegaties`."""
    for first in range(len(words)):
        form = words[first].form
        for last in range(first + 1, min(len(words), first + _MOST_JOINED)):
            if not _JOINED.fullmatch(text, words[last - 1].end, words[last].start):
                break
            form += words[last].form
            yield first, form, last - first + 1


def _completed(text: str, words: Sequence[Token], splitter: Splitter | None) -> Iterator[tuple[int, str, int]]:
    """Words of which a part stands elsewhere: `over te dragen`, `gezondheids- en veiligheidscontroles`, `mensenhandel en -smokkel`."""
    if splitter is None:
        return
    for place, word in enumerate(words[:-2]):
        if word.form in _SEPARABLE and words[place + 1].form == "te" and words[place + 2].form.endswith("en"):
            yield place, word.form + words[place + 2].form, 3
    if "-" not in text:
        return
    for place, word in enumerate(words):
        if _COUPLING.match(text, word.end) and (whole := _whole_after(text, words, place)):
            shared = splitter.last(words[whole].form)
            if shared:
                yield place, word.form + shared, whole - place + 1
        if place and text[word.start - 1] == "-" and text[word.start - 2 : word.start - 1].isspace():
            before = next((near for near in range(place - 1, max(-1, place - 4), -1) if len(splitter.split(words[near].form)) > 1), None)
            if before is not None:
                parts = splitter.split(words[before].form)
                yield before, words[before].form[: words[before].form.rindex(parts[-1])] + word.form, place - before + 1


def _whole_after(text: str, words: Sequence[Token], place: int) -> int | None:
    """The next word that does not hang itself, behind the coupling word."""
    for near in range(place + 1, min(len(words), place + _AHEAD)):
        if words[near].form not in {"en", "of"} and not _HANGING.match(text, words[near].end):
            return near
    return None


def _file(index: Index, spoken: Mapping[Form, set[str]], splitter: Splitter) -> None:
    """Under which keys each form is found, in each language of the texts that hold it."""
    verbs = {
        (language, stem(form, language)) for (form, _), languages in spoken.items() for language in languages if form.endswith(_INFINITIVES)
    }
    nouns = _nouns(spoken, verbs)
    for form in sorted(spoken):
        for language in sorted(spoken[form]):
            for filed in _keys(form[0], language, verbs):
                index.file(filed, form, WORD)
            for kin in _kin(form[0], nouns) if language == DUTCH else ():
                index.file(kin, form, KIN)
            parts = splitter.split(form[0]) if language == DUTCH else (form[0],)
            if len(parts) > 1:
                for piece in pieces(parts, form[0]):
                    index.file(key(stem(piece, language), language), form, PART)


def _keys(form: str, language: str, verbs: Collection[tuple[str, str]]) -> Iterator[str]:
    """The stem of a form; and where it is a form of a verb that the texts hold, the stem of that."""
    own = stem(form, language)
    yield key(own, language)
    if not is_function_word(form, language):
        verb = next((one for one in verb_stems(form, language) if one != own and (language, one) in verbs), None)
        if verb:
            yield key(verb, language)


def _nouns(spoken: Mapping[Form, set[str]], verbs: Collection[tuple[str, str]]) -> Mapping[str, str]:
    """The nouns in -ing of the texts by the stem of their verb; not where that is a word by itself (`handel` is no `handeling`)."""
    found: dict[str, str] = {}
    for (form, _), languages in spoken.items():
        noun = stem(form, DUTCH) if DUTCH in languages else ""
        if noun.endswith(_NOUN):
            verb = stem(f"{noun.removesuffix(_NOUN)}en", DUTCH)
            if (DUTCH, verb) in verbs and (verb, 1) not in spoken:
                found[verb] = noun
    return found


def _kin(form: str, nouns: Mapping[str, str]) -> Iterator[str]:
    """The stem of the noun of a Dutch verb, and the other way round."""
    own = stem(form, DUTCH)
    if own.endswith(_NOUN):
        verb = stem(f"{own.removesuffix(_NOUN)}en", DUTCH)
        if verb in nouns:
            yield verb
    else:
        yield from (nouns[verb] for verb in dict.fromkeys((own, *verb_stems(form, DUTCH))) if verb in nouns)


def _name(index: Index, records: Sequence[Record]) -> None:
    """What each thing is called, by the stem of the first word."""
    for number, record in enumerate(records):
        for name in record.names:
            stems = name_stems(name, record.language)
            if not stems:
                continue
            exact = record.kind in _SPELLED_OUT or name.isupper()
            spelled = EXACTLY + " ".join(telling(name, record.language)) if exact else " ".join(stems)
            index.names.setdefault(stems[0], set()).add((spelled, number))
        for printed in record.numbers:
            series = " ".join(token.form for token in tokens(printed) if token.form.isalpha())
            for found in pairs.keys(printed):
                index.names.setdefault(found, set()).add((f"{found} {series}".strip(), number))


def name_stems(name: str, language: str = DUTCH) -> tuple[str, ...]:
    """The stems of a name's telling words."""
    return tuple(key(stem(word, language), language) for word in telling(name, language))


def telling(name: str, language: str = DUTCH) -> tuple[str, ...]:
    """The words of a name, folded; function words do not count, unless there is nothing else."""
    words = tuple(token.form for token in tokens(name))
    return tuple(word for word in words if not is_function_word(word, language) and len(word) > 1) or words


def suggestions(index: Index, languages: Iterable[str]) -> list[tuple[str, str, int]]:
    """Words that a mistyped one may have been meant for: folded, as spelled, and in how many records."""
    known = tuple(languages)
    return sorted(
        (form, index.spelling(form), found.count)
        for (form, span), found in index.forms.items()
        if span == 1 and form.isalpha() and len(form) >= _LEAST and not any(is_function_word(form, language) for language in known)
    )
