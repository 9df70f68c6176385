"""Which passages of other documents say the nearest to a passage: what they share of rare words, acts, terms and countries.

Each passage is a vector of stems, of the words that compounds are made of, and of its mentions, weighed by how rare they are in
the dossier (TF-IDF of scikit-learn). Half of how near two passages are is how far they share those words themselves, half how far
they share what such words are said with in the dossier (latent semantic analysis, Deerwester and others 1990): "spaargelden" and
"geldovermakingen" are in one company. Passages of one language are compared with each other only. The same documents give the same
answers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from generator.dossier.index import Entry, Site
from generator.language import edtf, stems
from generator.model import Block, Note

Place: TypeAlias = tuple[str, str]
"""A document, and a paragraph or footnote of it, by their ids."""

MOST: Final = 3
"""Passages that are shown for one."""

NEAR: Final = 0.24
"""How near a passage must be to be shown; measured on the part of tests/expectations/related.txt that is not held out."""

_FEWEST: Final = 5
"""Words that tell something: a passage with fewer of them ("Zie punt 2.5.") is like too many others."""

_SAME_WORDS: Final = 12
"""Words in a row that two passages share when one reuses the other word for word."""

_ROWS: Final = 256
"""Passages that are compared at a time, so that memory grows with the dossier and not with its square."""

_COMMON: Final = 0.15
"""The share of all passages in which a stem may be met: one that is met in more tells nothing here ("migratie", "lidstaten")."""

_ANY: Final = 10
"""Passages in which anything may be met: of a few passages a share would be none."""

_MOST_ROWS: Final = 300
"""Passages in which a stem may be met in a large dossier, so that time grows with its length and no faster."""

_SLOPE: Final = 0.7
"""How far the length of a passage counts; as `NEAR` and `_COMMON`, in the middle of a range that does as well."""

_NEARLY: Final = 0.85
"""A second or third passage is shown where it is so nearly as near as the nearest: a peak has no company."""

_ABOVE: Final = 0.5
"""How much the words of the heading above count beside a passage's own."""

_RUN: Final = 6
"""Letters of a run, with the blank before or behind a word: shorter ones are endings, longer ones are words."""

COMPANIES: Final = 120
"""Directions that are left of the thousands of words: those along which the passages differ most. From 100 to 140 do as well; a dossier
with fewer passages keeps them all."""

_EPSILON: Final = 1e-9
"""The least length that a row is divided by, so that one of only zeros stays one; real rows are many times as long."""

_WEIGHTS: Final = {"reference": 2, "term": 1, "country": 1}
"""How often a mention counts beside the words it is made of."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, quotation or footnote."""

    entry: Entry
    part: Block | Note

    @property
    def place(self) -> Place:
        """The ids of its document and its part."""
        return self.entry.document.meta.id, self.part.anchor

    @property
    def url(self) -> str:
        """Its address."""
        return self.entry.url_of(self.part)


@dataclass(frozen=True, slots=True)
class Relation:
    """A passage of another document that is near one, the score (0 to 1), and the longest run of words they share where that is reuse."""

    passage: Passage
    score: float
    shared: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Related:
    """For each passage the nearest of other documents, nearest first.

    `compared` are all passages that have enough words; `older` has for each document those that came before it.
    """

    found: Mapping[Place, tuple[Relation, ...]] = field(default_factory=dict)
    compared: frozenset[Place] = frozenset()
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
    found: dict[Place, tuple[Relation, ...]] = {}
    compared: set[Place] = set()
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

    passage: Passage
    features: tuple[str, ...]
    heading: tuple[str, ...]
    letters: str


def _told(passages: list[Passage], language: str) -> Iterator[_Told]:
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


def passages_of(site: Site) -> Iterator[Passage]:
    """Everything with running text, the oldest document first, in order of reading."""
    for entry in site.oldest_first:
        parts: tuple[Block | Note, ...] = (*entry.document.blocks, *entry.document.notes)
        for part in parts:
            if part.type in {"paragraph", "list_item", "quote", "note"} and part.text:
                yield Passage(entry, part)


def _stems(words: Iterable[str], known: Collection[str], language: str) -> Iterator[str]:
    for word in words:
        if stems.is_frequent(word, language) or len(word) < 3:  # noqa: PLR2004 - shorter words are signs and endings
            continue
        yield stems.stem(word, language)
        for half in stems.halves(word, known):
            yield stems.stem(half, language)


def _mentions(part: Block | Note) -> Iterator[str]:
    for mention in part.mentions:
        yield from [f"{mention.kind}:{mention.id}"] * _WEIGHTS.get(mention.kind, 0)


def _nearest(told: tuple[_Told, ...]) -> Iterator[tuple[Place, tuple[Relation, ...]]]:
    """The nearest of other documents for each passage that has any near enough."""
    passages = [item.passage for item in told]
    weighed = _weighed(told)
    vectors, company = _halves(weighed, _SLOPE), company_of(_halves(weighed, 1))
    documents = np.array([passage.place[0] for passage in passages])
    turned = vectors.T.tocsr()
    for first in range(0, len(passages), _ROWS):
        near = (vectors[first : first + _ROWS] @ turned).tocsr()
        for row in range(near.shape[0]):
            at, (start, end) = first + row, near.indptr[row : row + 2]
            others, shared = near.indices[start:end], near.data[start:end]
            scores = (shared + company[others] @ company[at]) / 2
            far = documents[others] != documents[at]
            relations = tuple(_relations(passages, at, others[far], scores[far]))
            if relations:
                yield passages[at].place, relations


def _weighed(told: tuple[_Told, ...]) -> tuple[csr_matrix, csr_matrix]:
    """A row for each passage: of its stems and mentions, and of its runs of letters, each weighed by how rare it is.

    Runs of letters tell that "migratieverbindingsofficieren" and "immigratieverbindingsfunctionarissen" have a part in common.
    """
    most = min(max(_ANY, int(_COMMON * len(told))), _MOST_ROWS)
    by_stem = TfidfVectorizer(analyzer=tuple, sublinear_tf=True, max_df=most, norm=None)
    by_letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(_RUN, _RUN), sublinear_tf=True, max_df=most, norm=None)
    try:
        own = by_stem.fit_transform([item.features for item in told])
        letters = by_letters.fit_transform([item.letters for item in told])
    except ValueError:
        # Scikit-learn refuses texts that have nothing but what is too common: every passage is the same, so none is nearer.
        return csr_matrix((len(told), 1)), csr_matrix((len(told), 1))
    above = by_stem.transform([item.heading for item in told])
    return csr_matrix(own + _ABOVE * above), csr_matrix(letters)


def _halves(weighed: tuple[csr_matrix, csr_matrix], slope: float) -> csr_matrix:
    """A vector for each passage: half of what two of them share is stems and mentions, half is runs of letters."""
    return csr_matrix(hstack([_scaled(rows, slope) for rows in weighed]) * np.sqrt(0.5))


def company_of(vectors: csr_matrix) -> NDArray[np.float64]:
    """A vector of length 1 for each passage, by latent semantic analysis: passages are near whose words stand together in the same passages."""
    most = min(COMPANIES, vectors.shape[0] - 1, vectors.shape[1] - 1)
    if most < 1:
        return np.zeros((vectors.shape[0], 1))
    # Where all passages are alike there is no variance to divide by; the share of it that scikit-learn works out is not used here.
    with np.errstate(invalid="ignore", divide="ignore"):
        kept = TruncatedSVD(most, random_state=0).fit_transform(vectors)
    lengths = np.linalg.norm(kept, axis=1, keepdims=True)
    return np.asarray(kept / np.maximum(_EPSILON, lengths), dtype=np.float64)


def _scaled(rows: csr_matrix, slope: float) -> csr_matrix:
    """Rows by a length between that of their own words and the mean of all (pivoted, after Singhal, Buckley and Mitra 1996).

    Rows of length 1 would let a line of six words be as near as a page: what two short passages share is more often chance.
    """
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return csr_matrix(diags(1 / np.maximum(_EPSILON, (1 - slope) * lengths.mean() + slope * lengths)) @ rows)


def _relations(passages: list[Passage], at: int, others: Iterable[int], scores: Iterable[float]) -> Iterator[Relation]:
    """The nearest few, nearest first, the earlier in the dossier before the later where they are as near."""
    near = sorted((-min(1.0, round(float(score), 3)), int(other)) for other, score in zip(others, scores, strict=True) if score >= NEAR)
    for score, other in near[:MOST]:
        if score <= near[0][0] * _NEARLY:
            yield Relation(passages[other], -score, same_words(passages[at].part.text, passages[other].part.text))


def same_words(one: str, other: str) -> str:
    """The longest run of words that two texts share, as the first has it; empty where it has fewer than `_SAME_WORDS`."""
    first, second = _spoken(one), _spoken(other)
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(second) - _SAME_WORDS + 1):
        places.setdefault(tuple(word for word, _, _ in second[place : place + _SAME_WORDS]), []).append(place)
    best: tuple[int, int] = (0, 0)
    for place in range(len(first) - _SAME_WORDS + 1):
        key = tuple(word for word, _, _ in first[place : place + _SAME_WORDS])
        for there in places.get(key, ()):
            length = _common(first[place:], second[there:])
            best = max(best, (length, -place))
    length, start = best[0], -best[1]
    return one[first[start][1] : first[start + length - 1][2]] if length else ""


def _spoken(text: str) -> list[tuple[str, int, int]]:
    """The words of a text without the signs around them, each with where it stands, signs and all."""
    words = ((re.sub(r"\W", "", match[0]).casefold(), match.start(), match.end()) for match in re.finditer(r"\S+", text))
    return [word for word in words if word[0]]


def _common(one: list[tuple[str, int, int]], other: list[tuple[str, int, int]]) -> int:
    length = 0
    for (word, _, _), (said, _, _) in zip(one, other, strict=False):
        if word != said:
            break
        length += 1
    return length
