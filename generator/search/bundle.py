"""The files of the search index: a start file, and shards of words, texts, facts and spellings that are fetched when needed.

All are gzipped here, so that they are small on every host; the browser unpacks them. They stand in a folder that is named after
their content, so that no browser puts old and new shards together.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from generator.citations.labels import KINDS
from generator.dossier.findings import Findings
from generator.language import countries, dutch
from generator.model import Page, Recall, afresh
from generator.search.filing import build, suggestions
from generator.search.posted import Index
from generator.search.postings import Postings
from generator.search.records import Record, languages, records
from generator.search.words import DUTCH, INFINITIVE, VERB, is_function_word, question_words, rules, steps, tokens
from generator.words import say

FOLDER: Final = "zoekindex"
START: Final = f"{FOLDER}/start.zoek"
VERSION: Final = 1
"""The version of the files of the index, which the scripts that read them ask for."""

_SHARD: Final = 24_000
"""Bytes of a file of words before packing: small enough to fetch for one word, large enough to keep the files few."""

_TEXTS: Final = 16_000
"""Bytes of a file of texts before packing: a page of results shows texts from several of them."""

_SPELLINGS: Final = 90_000
"""Bytes of a file of words to suggest before packing: larger, as one is fetched only where a word is not known."""

_MOST_FILES: Final = 650
"""Files of a kind; a larger dossier gets larger files."""

_HEAD: Final = 60
"""Bytes that JSON adds to a key or a record, about: this and the next two only decide how files are filled."""

_FORM: Final = 16
"""Bytes that JSON adds to a form, about."""

_COUNT: Final = 8
"""Bytes that JSON adds to a word to suggest, about."""

_FACTS: Final = 16_384
"""Records of which the facts stand in one file."""

_AROUND: Final = ("COM JOIN SWD SEC C EG EU EEG JBZ GBVB Euratom final definitief nr CELEX",)
"""How institutions number documents (Interinstitutional style guide 2.2 and 3.1)."""

_OWN: Final = say("search_bundle.this_site")

Item = TypeVar("Item")


def bundle(findings: Findings, recall: Recall = afresh) -> tuple[Page, ...]:
    """The files of the index below zoekindex/; the same findings give the same bytes."""
    return recall("", files, records(findings))


def files(found: tuple[Record, ...]) -> tuple[Page, ...]:
    """The files for records."""
    index = build(found)
    spoken = languages(found)
    shards, first_keys = _words(index)
    texts, first_records = _texts(found)
    spellings, first_words = _spellings(index, spoken)
    made = {**shards, **texts, **spellings, **_facts(found)}
    packed = {name: _packed(content) for name, content in sorted(made.items())}
    name = _name(packed)
    start = {
        "version": VERSION,
        "folder": name,
        "records": len(found),
        "documents": list(_documents(found)),
        "languages": {language: _language(language) for language in spoken},
        "words": first_keys,
        "texts": first_records,
        "spelled": first_words,
        "facts_size": _FACTS,
        "series": list(_series()),
        "places": {code: countries.name(code) for code in sorted({place for record in found for place in record.places})},
        "related": list(_related(found)),
    }
    pages = (Page(f"{FOLDER}/{name}/{path}", content) for path, content in packed.items())
    return (Page(START, _packed(_json(start))), *pages)


def _name(packed: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path, content in packed.items():
        digest.update(path.encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _language(language: str) -> dict[str, Any]:
    """How words of a language are stemmed, and which of them do not count in a question."""
    asked = question_words(language)
    return {
        "steps": steps(language),
        "verbs": rules(language, VERB),
        "infinitives": rules(language, INFINITIVE),
        "function": {word: asks for word, (role, asks) in sorted(asked.items()) if role == "function"},
        "asks": {word: asks for word, (role, asks) in sorted(asked.items()) if role == "content"},
    }


def _documents(found: Sequence[Record]) -> Iterator[list[Any]]:
    """The site itself and each document: name, date, language, address, the number of its first record, and the date in words."""
    yield [_OWN, "", "nl", "", 0, ""]
    for number, record in enumerate(found):
        if record.kind == "document" and record.home:
            home = record.home
            when = home.date if home.date.startswith(home.year) else home.year
            yield [home.title, when, home.language, record.url, number, dutch.date(home.date) if home.date else ""]


def _series() -> Iterator[str]:
    """Words that stand around the number of an act and say nothing by themselves."""
    kinds = (word for one, many in KINDS.values() for word in (one, many))
    words = (token.form for said in (*kinds, *_AROUND) for token in tokens(said))
    yield from sorted({word for word in words if not is_function_word(word, DUTCH)})


def _related(found: Sequence[Record]) -> Iterator[tuple[int, int, str, bool]]:
    """Things that replaced one another: the number of the record, that of the other one, the other's name, and whether it is the newer."""
    numbers = {record.key: number for number, record in enumerate(found) if record.key}
    for number, record in enumerate(found):
        for key in record.successors:
            yield number, numbers[key], found[numbers[key]].names[0], True
            yield numbers[key], number, record.names[0], False


def _words(index: Index) -> tuple[dict[str, bytes], list[str]]:
    """Shards of keys in order: a line of JSON that tells what stands where, then the postings."""
    keys = sorted(index.filed.keys() | index.names.keys())
    sizes = {key: sum(_size(index.forms[own]) for own in index.filed.get(key, ())) + _HEAD for key in keys}
    shards: dict[str, bytes] = {}
    first: list[str] = []
    for number, group in enumerate(_groups(keys, sizes, _SHARD)):
        first.append(group[0])
        shards[f"w{number}.zoek"] = _shard(index, group)
    return shards, first


def _size(found: Postings) -> int:
    return len(found.records) + len(found.places) + len(found.surface) + _FORM


def _groups(items: Sequence[Item], sizes: dict[Item, int], least: int) -> Iterator[list[Item]]:
    """Neighbours together until a file is full."""
    full = max(least, sum(sizes.values()) // _MOST_FILES)
    group: list[Item] = []
    size = 0
    for item in items:
        if group and size + sizes[item] > full:
            yield group
            group, size = [], 0
        group.append(item)
        size += sizes[item]
    if group:
        yield group


def _shard(index: Index, keys: Iterable[str]) -> bytes:
    head: list[list[Any]] = []
    body = bytearray()
    for key in keys:
        forms = []
        for own, relation in sorted(index.filed.get(key, {}).items()):
            found = index.forms[own]
            forms.append([index.spelling(found.surface), relation, found.span, found.count, len(found.records), len(found.places)])
            body += found.records
            body += found.places
        names = [[name, number] for name, number in sorted(index.names.get(key, ()))]
        head.append([key, forms, names] if names else [key, forms])
    return _json(head) + b"\n" + bytes(body)


def _texts(found: Sequence[Record]) -> tuple[dict[str, bytes], list[int]]:
    """What rows show: kind, address, title, chapter and text of each record, in files of neighbours."""
    numbers = list(range(len(found)))
    sizes = {number: len(record.text) + len(record.title) + _HEAD for number, record in enumerate(found)}
    made: dict[str, bytes] = {}
    first: list[int] = []
    for number, group in enumerate(_groups(numbers, sizes, _TEXTS)):
        first.append(group[0])
        made[f"t{number}.zoek"] = _json([_shown(found[place]) for place in group])
    return made, first


def _shown(record: Record) -> list[str]:
    return [record.kind, record.url, record.title, record.chapter if record.chapter != record.title else "", record.text]


def _spellings(index: Index, spoken: Iterable[str]) -> tuple[dict[str, bytes], list[str]]:
    """The words to suggest, in order of the alphabet, each as spelled with the number of records that hold it."""
    words = suggestions(index, spoken)
    sizes = {word: len(word[1]) + _COUNT for word in words}
    made: dict[str, bytes] = {}
    first: list[str] = []
    for number, group in enumerate(_groups(words, sizes, _SPELLINGS)):
        first.append(group[0][0])
        made[f"s{number}.zoek"] = _json([[spelled, times] for _, spelled, times in group])
    return made, first


def _facts(found: Sequence[Record]) -> dict[str, bytes]:
    """What the filters count: the kind of each record, and the countries that it names."""
    made = {}
    for number, start in enumerate(range(0, len(found), _FACTS)):
        part = found[start : start + _FACTS]
        kinds = list(dict.fromkeys(sorted(record.kind for record in part)))
        places = {str(place): " ".join(record.places) for place, record in enumerate(part) if record.places}
        facts = {"kinds": kinds, "kind": [kinds.index(record.kind) for record in part], "places": places}
        made[f"f{number}.zoek"] = _json(facts)
    return made
