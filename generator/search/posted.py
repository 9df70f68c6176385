"""The index while it is filled: the postings of each form, what they are filed under, names of things, and spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from generator.search.postings import MOST, Postings

WORD, PART, NAME, KIN, ABOUT = range(5)
"""How a form belongs to what it is filed under: the word itself, inflected or not; a part of it is; it names the same thing; it is of the
same family (`financiering`, `financieren`); or it stands around the record, in the enumeration that this belongs to."""

_SATURATION: Final = 1.2
"""The constant k1 of BM25: its usual value (Robertson and Zaragoza 2009 give 1.2 to 2)."""

LENGTH: Final = 0.4
"""The constant b of BM25; lower than the usual 0.75 for whole documents, because a long paragraph is no worse an answer."""

_HEAVIEST: Final = 2.0
"""The weight that becomes the largest whole number."""

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
        """The most frequent spelling of a folded form: `coördinatie`."""
        found = self.spelled.get(form)
        return min(found, key=lambda word: (-found[word], word)) if found else form

    def posted(self, form: Form) -> Postings:
        """The postings of a form, new if there are none yet."""
        found = self.forms.get(form)
        if found is None:
            found = self.forms[form] = Postings(form[0].partition(_APART)[0], form[1])
        return found

    def file(self, key_: str, form: Form, relation: int) -> None:
        """File a form under a key; of several relations the closest one is kept."""
        here = self.filed.setdefault(key_, {})
        here[form] = min(relation, here.get(form, relation))

    def post_apart(self, key_: str, form: Form, place: PostedRecord, places: Sequence[int], relation: int = WORD) -> None:
        """Post a form that is filed under one key only, once in each record."""
        own = (f"{form[0]}{_APART}{key_}", form[1])
        found = self.posted(own)
        self.file(key_, own, relation)
        if found.last != place.record:
            found.add(place.record, place.weight(len(places)), places)


@dataclass(frozen=True, slots=True)
class PostedRecord:
    """A record while its words are posted: its number, its length in units of the average, and the factor of its weights."""

    record: int
    length: float
    boost: float

    def weight(self, times: int) -> int:
        """The weight of a form in the record by BM25, from 1 to `MOST`: more where it stands there often, less where the record is long."""
        share = times / (times + _SATURATION * self.length) * self.boost
        return max(1, min(MOST, round(MOST * share / _HEAVIEST)))
