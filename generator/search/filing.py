"""The index of records: each word under its stem, under the parts of compounds, and under the thing it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.search import pairs
from generator.search.compounds import Splitter, pieces
from generator.search.joined_words import completed, joined
from generator.search.naming import ReadRecord, file_names, post_names
from generator.search.posted import KIN, LENGTH, PART, WORD, Form, Index, PostedRecord
from generator.search.records import Record
from generator.search.words import DUTCH, is_function_word, key, stem, tokens, verb_stems

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

_INFINITIVES: Final = ("en", "er", "re")
"""Endings of a verb as dictionaries have it, in Dutch and German, and in French."""

_NOUN: Final = "ing"

_LEAST: Final = 4
"""Letters of the shortest word that is suggested: shorter ones are one letter from any other."""


def build(records: Sequence[Record]) -> Index:
    """The index of records; a record's number is its place among them."""
    index = Index()
    average = sum(len(tokens(searched(record))) for record in records) / (len(records) or 1)
    splitter = _splitter(records)
    keys = {record.key: number for number, record in enumerate(records) if record.key}
    spoken: dict[Form, set[str]] = {}
    for number, record in enumerate(records):
        text = searched(record)
        read = ReadRecord(record, text, tokens(text))
        length = 1 - LENGTH + LENGTH * len(read.words) / average if average else 1
        place = PostedRecord(number, length, _BOOSTS.get(record.kind, 1.0))
        for form in _post_words(index, read, place, splitter if record.language == DUTCH else None):
            spoken.setdefault(form, set()).add(record.language)
        post_names(index, read, place, keys)
    _file(index, spoken, splitter)
    file_names(index, records)
    return index


def searched(record: Record) -> str:
    """The text in which words of a record are found: that of the record, and of a page about one thing its title too."""
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


def _post_words(index: Index, read: ReadRecord, place: PostedRecord, splitter: Splitter | None) -> Iterator[Form]:
    """Post a record's words; the forms that its language decides on."""
    found: dict[Form, list[int]] = {}
    for nth, token in enumerate(read.words):
        found.setdefault((token.form, 1), []).append(nth)
        printed = read.text[token.start : token.end]
        if not printed.isascii():
            index.spelled.setdefault(token.form, Counter())[printed.lower()] += 1
    for nth, whole, span in (*joined(read.text, read.words), *completed(read.text, read.words, splitter)):
        found.setdefault((whole, span), []).append(nth)
    for form, places in found.items():
        index.posted(form).add(place.record, place.weight(len(places)), sorted(places))
        yield form
    for nth, pair in pairs.number_pairs(read.text, read.words):
        index.post_apart(pair, (pair, 2), place, [nth])
    for asked in _holds(read):
        index.post_apart(f"#{asked}", (f"#{asked}", 0), place, [0])


def _holds(read: ReadRecord) -> Iterator[str]:
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


def suggestions(index: Index, languages: Iterable[str]) -> list[tuple[str, str, int]]:
    """Words that a mistyped one may have been meant for: folded, as spelled, and in how many records."""
    known = tuple(languages)
    return sorted(
        (form, index.spelling(form), found.count)
        for (form, span), found in index.forms.items()
        if span == 1 and form.isalpha() and len(form) >= _LEAST and not any(is_function_word(form, language) for language in known)
    )
