"""Names of things: the words in a text that are one, filed under the record about the thing, and the names of each record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.search import pairs
from generator.search.posted import ABOUT, NAME, Form, Index, PostedRecord
from generator.search.records import NameRange, Record
from generator.search.words import DUTCH, Token, is_function_word, key, stem, tokens

_DEFINES: Final = 1.6
"""How much more a name weighs where it is explained."""

EXACTLY: Final = "="
_SPELLED_OUT: Final = frozenset({"land", "gebied"})
"""Kinds whose names are there in all forms; they and acronyms are not inflected: Armen live in Armenië, and are not poor."""


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record with the text it is found by and the words of that text."""

    record: Record
    text: str
    words: tuple[Token, ...]


def post_names(index: Index, read: ReadRecord, place: PostedRecord, keys: Mapping[str, int]) -> None:
    """File the words of a text that name a thing under the number of its record; `act_keys` are those numbers by the key of the name."""
    found: dict[tuple[str, Form], list[int]] = {}
    defined: set[str] = set()
    for named, first, last in _words_of(read):
        if named.key in keys and last > first:
            key_ = f"@{keys[named.key]}"
            form = (" ".join(word.form for word in read.words[first:last]), last - first)
            found.setdefault((key_, form), []).append(first)
            if named.key in read.record.defines:
                defined.add(key_)
    for (key_, form), places in found.items():
        weighed = replace(place, boost=place.boost * _DEFINES) if key_ in defined else place
        index.post_apart(key_, form, weighed, sorted(set(places)), NAME)
    around = {f"@{keys[name]}": None for name in read.record.context if name in keys}
    for key_ in around.keys() - {key_ for key_, _ in found}:
        index.post_apart(key_, ("", 0), place, [0], ABOUT)


def _words_of(read: ReadRecord) -> Iterator[tuple[NameRange, int, int]]:
    """What names a thing in a record, in order, with the numbers of its first word and of the one after its last."""
    first = 0
    for named in sorted(read.record.named, key=lambda named: named.start):
        while first < len(read.words) and read.words[first].end <= named.start:
            first += 1
        last = first
        while last < len(read.words) and read.words[last].start < named.end:
            last += 1
        yield named, first, last


def file_names(index: Index, records: Sequence[Record]) -> None:
    """File each name of the records under the stem of its first word."""
    for number, record in enumerate(records):
        for name in record.names:
            stems = name_stems(name, record.language)
            if not stems:
                continue
            exact = record.kind in _SPELLED_OUT or name.isupper()
            spelled = EXACTLY + " ".join(telling_words(name, record.language)) if exact else " ".join(stems)
            index.names.setdefault(stems[0], set()).add((spelled, number))
        for printed in record.numbers:
            series = " ".join(token.form for token in tokens(printed) if token.form.isalpha())
            for found in pairs.act_keys(printed):
                index.names.setdefault(found, set()).add((f"{found} {series}".strip(), number))


def name_stems(name: str, language: str = DUTCH) -> tuple[str, ...]:
    """The stems of a name's telling words."""
    return tuple(key(stem(word, language), language) for word in telling_words(name, language))


def telling_words(name: str, language: str = DUTCH) -> tuple[str, ...]:
    """The words of a name, folded, without function words, unless there are no others."""
    words = tuple(token.form for token in tokens(name))
    return tuple(word for word in words if not is_function_word(word, language) and len(word) > 1) or words
