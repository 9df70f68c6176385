"""Groups that documents themselves put countries in: enumerations of three countries or more that are given a name.

The name stands before the enumeration ("10 prioritaire landen (…)", "de landen van de Zijderoute: …"), or, where a
footnote is nothing but an enumeration, before the footnote's marker. An enumeration without a name is no group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, TypeGuard

from generator.dossier.gathered import regions
from generator.dossier.index import Entry, Occurrence, Site
from generator.language import stems
from generator.language.matching import alternatives
from generator.language.sentences import sentence
from generator.language.tables import rows
from generator.model import Mention, Note, NoteMarker, Part

_FEWEST: Final = 3
"""Countries that make a group: two are a pair, and stand together in sentences that name no group. With two, our documents would have
other groups."""

_BETWEEN: Final = re.compile(r"(?:,\s{0,2}(?:(?:en|of)\s)?|\s(?:en|of)\s|\s{0,2}/\s{0,2})(?:(?:de|het)\s)?")
_CUE: Final = re.compile(
    r"(?:\(|:|,?\s?\b(?:met name|namelijk|te weten|zoals|waaronder|in het bijzonder|onder meer|onder andere|bijvoorbeeld|zijnde|als))\s{0,2}$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"\b(?:de|het|een)\s{0,2}$", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\b(?P<number>\d+)\s(?:[a-zë-]{1,40}e\s){0,3}[\w-]{0,40}(?:landen|staten|partners)\b")
_TAIL: Final = r"(?:\s(?:van|in|uit|op|rond|met|aan)\s(?:(?:de|het)\s)?[\w'-]{1,40}(?:\s[\w'-]{1,40}){0,4})?"
_REST: Final = re.compile(r"\s{0,2}\)?\s{0,2}[.;]?\s{0,2}")
_NUMBERS: Final = "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_WINDOW: Final = 160
"""Characters before an enumeration in which its name ends: two rows of a page. Half of it and twice as much do as well in our documents."""


@dataclass(frozen=True, slots=True)
class CountryGroup:
    """A name, as printed, and the countries that a document lists under it; `start` and `end` bound the words quoted.

    `naming` is the sentence with the name where a footnote lists the countries, and empty where one sentence does both.
    """

    name: str
    codes: tuple[str, ...]
    entry: Entry
    part: Part
    start: int
    end: int
    first: Mention
    naming: str = ""

    @property
    def quote(self) -> str:
        """The sentence that lists the countries."""
        return self.part.text[self.start : self.end]

    @property
    def url(self) -> str:
        """The address of the first country in the enumeration."""
        return Occurrence(self.entry, self.part, self.first).url


@cache
def _name_pattern() -> re.Pattern[str]:
    nouns = "|".join(re.escape(row["word"]) for row in rows("group_nouns"))
    forms = (form for region in regions.table().values() for form in region.forms if region.id not in {"afrika", "azie"})
    named = alternatives(forms)
    unit = rf"(?:(?:\d+|{_NUMBERS})\s)?(?:(?!de\s|die\s|deze\s)[a-zë-]{{1,40}}e\s){{0,3}}(?:[\w-]{{0,40}}(?:{nouns}){_TAIL}|{named})"
    return re.compile(rf"\b(?P<other>(?:{named})\sen\s(?:de\s|het\s)?)?(?P<name>{unit})$")


def gather(site: Site) -> tuple[CountryGroup, ...]:
    """Every named enumeration of the dossier, the oldest document first."""
    return tuple(group for entry in site.oldest_first for group in _in_document(entry))


def _in_document(entry: Entry) -> Iterator[CountryGroup]:
    markers: dict[int, tuple[Part, NoteMarker]] = {}
    for part in entry.document.parts:
        for marker in part.notes:
            markers.setdefault(marker.number, (part, marker))
    for part in entry.document.parts:
        yield from _in_part(entry, part, markers)


def _in_part(entry: Entry, part: Part, markers: Mapping[int, tuple[Part, NoteMarker]]) -> Iterator[CountryGroup]:
    """The groups of one paragraph or footnote; `markers`: where the first marker of each footnote stands."""
    for run in _runs(part):
        name = _name(part, run, markers)
        codes = tuple(dict.fromkeys(mention.id for mention in run))
        if name and len(codes) >= _FEWEST:
            start, end = sentence(part.text, run[0].offset, run[-1].offset + run[-1].length)
            yield CountryGroup(name, codes, entry, part, start, end, run[0], _naming(part, run, markers))


def _runs(part: Part) -> Iterator[tuple[Mention, ...]]:
    """The country names that follow one another with nothing between but commas and conjunctions."""
    named = [mention for mention in part.mentions if mention.kind == "country" and mention.form == "name"]
    run = named[:1]
    for before, after in pairwise(named):
        if not _BETWEEN.fullmatch(part.text, before.offset + before.length, after.offset):
            yield tuple(run)
            run = []
        run.append(after)
    yield tuple(run)


def _name(part: Part, run: tuple[Mention, ...], markers: Mapping[int, tuple[Part, NoteMarker]]) -> str:
    if len(run) < _FEWEST:
        return ""
    if _is_all_of(part, run):
        return _before_marker(*markers[part.number], len(run)) if part.number in markers else ""
    before = _before(part, run)
    cue = _CUE.search(before)
    return _ending(before[: cue.start()]) if cue else ""


def _naming(part: Part, run: tuple[Mention, ...], markers: Mapping[int, tuple[Part, NoteMarker]]) -> str:
    """The sentence that a footnote belongs to, where the footnote is nothing but an enumeration."""
    if not (_is_all_of(part, run) and part.number in markers):
        return ""
    text, marker = markers[part.number]
    start, end = sentence(text.text, max(0, marker.offset - 1), marker.offset)
    return text.text[start:end]


def _is_all_of(part: Part, run: tuple[Mention, ...]) -> TypeGuard[Note]:
    """Whether a footnote is nothing but an enumeration."""
    return isinstance(part, Note) and not _before(part, run).strip() and bool(_REST.fullmatch(part.text, run[-1].offset + run[-1].length))


def _before(part: Part, run: tuple[Mention, ...]) -> str:
    """The words before an enumeration, without an article that its first country has."""
    return _ARTICLE.sub("", part.text[max(0, run[0].offset - 2 * _WINDOW) : run[0].offset])


def _before_marker(part: Part, marker: NoteMarker, count: int) -> str:
    """The name before a footnote's marker: what the text ends in there, or, in that sentence, so many countries."""
    start, _ = sentence(part.text, max(0, marker.offset - 1), marker.offset)
    before = part.text[start : marker.offset]
    counted = [found.group() for found in _COUNTED.finditer(before) if int(found["number"]) == count]
    return _ending(before, alone=True) or (counted[-1] if counted else "")


def _ending(text: str, *, alone: bool = False) -> str:
    """The name that a text ends in, empty where it ends in none; `alone`: without the other region it is coupled to."""
    while cue := _CUE.search(text):
        text = text[: cue.start()]
    found = _name_pattern().search(text.rstrip(), max(0, len(text) - _WINDOW))
    return (found["name"] if alone else found.group()) if found else ""


def of_country(found: Iterable[CountryGroup], code: str) -> tuple[CountryGroup, ...]:
    """The groups that a country is in."""
    return tuple(group for group in found if code in group.codes)


@dataclass(frozen=True, slots=True)
class GroupChange:
    """A group beside an earlier one of a related name: the countries that stayed, came and went, as codes in the order printed."""

    earlier: CountryGroup
    later: CountryGroup

    @property
    def stayed(self) -> tuple[str, ...]:
        """The countries in both groups."""
        return tuple(code for code in self.later.codes if code in self.earlier.codes)

    @property
    def came(self) -> tuple[str, ...]:
        """The countries in the later group only."""
        return tuple(code for code in self.later.codes if code not in self.earlier.codes)

    @property
    def went(self) -> tuple[str, ...]:
        """The countries in the earlier group only."""
        return tuple(code for code in self.earlier.codes if code not in self.later.codes)


def changes(found: Iterable[CountryGroup]) -> tuple[GroupChange, ...]:
    """Each group beside the last one of a related name in an earlier document; `found` as `gather` gives it, the oldest first.

    Groups of documents without a date, and those of one day, are neither earlier nor later.
    """
    named = [(group, _telling(group)) for group in found]
    pairs = ((_kin(named[:place], *pair), pair[0]) for place, pair in enumerate(named))
    return tuple(GroupChange(earlier, later) for earlier, later in pairs if earlier)


def _kin(earlier: list[tuple[CountryGroup, frozenset[str]]], group: CountryGroup, telling: frozenset[str]) -> CountryGroup | None:
    date = group.entry.document.meta.date
    dated = (pair for pair in reversed(earlier) if date and pair[0].entry.document.meta.date not in {None, date})
    return next((other for other, told in dated if _related(told, telling)), None)


def _related(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether all that tells in one name is in the other: "16 prioritaire landen", "10 prioritaire landen van herkomst"."""
    return bool(one and other) and (one <= other or other <= one)


def _telling(group: CountryGroup) -> frozenset[str]:
    """The stems of a name's words without numbers and such nouns as "landen"; with these nouns where it has no other words."""
    language = group.entry.document.meta.language
    words = {word for word in stems.words(group.name) if word not in _NUMBERS.split("|") and not stems.is_frequent(word, language)}
    nouns = {row["word"] for row in rows("group_nouns")}
    return frozenset(stems.stem(word, language) for word in (words - nouns or words))
