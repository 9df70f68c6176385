"""How near passages are to each other, reckoned with vectors: what `related` compares, kept apart since scikit-learn loads slowly.

Each passage is a vector of stems, of the words that compounds are made of, and of its mentions, weighed by how rare they are in
the dossier (TF-IDF of scikit-learn). Half of how near two passages are is how far they share those words themselves, half how far
they share what such words are said with in the dossier (latent semantic analysis, Deerwester and others 1990): "spaargelden" and
"geldovermakingen" are in one company.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

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

_ABOVE: Final = 0.5
"""How much the words of the heading above count beside a passage's own."""

_RUN: Final = 6
"""Letters of a run, with the blank before or behind a word: shorter ones are endings, longer ones are words."""

COMPANIES: Final = 120
"""Directions that are left of the thousands of words: those along which the passages differ most. From 100 to 140 do as well; a dossier
with fewer passages keeps them all."""

_EPSILON: Final = 1e-9
"""The least length that a row is divided by, so that one of only zeros stays one; real rows are many times as long."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a passage is compared by: its document, its stems and mentions, the stems of its heading, and its words as runs of letters."""

    document: str
    features: tuple[str, ...]
    heading: tuple[str, ...]
    letters: str


def scores(told: tuple[Words, ...]) -> Iterator[list[tuple[int, float]]]:
    """For each passage its scores, from 0 to 1, with passages of other documents that share anything with it: pairs of number in the row and score."""
    weighed = _weighed(told)
    vectors, company = _halves(weighed, _SLOPE), company_of(_halves(weighed, 1))
    documents = np.array([words.document for words in told])
    turned = vectors.T.tocsr()
    for first in range(0, len(told), _ROWS):
        near = (vectors[first : first + _ROWS] @ turned).tocsr()
        for row in range(near.shape[0]):
            at, (start, end) = first + row, near.indptr[row : row + 2]
            others, shared = near.indices[start:end], near.data[start:end]
            found = (shared + company[others] @ company[at]) / 2
            far = documents[others] != documents[at]
            yield list(zip(others[far].tolist(), found[far].tolist(), strict=True))


def _weighed(told: tuple[Words, ...]) -> tuple[csr_matrix, csr_matrix]:
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
