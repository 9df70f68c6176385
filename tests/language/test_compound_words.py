"""Compounds that begin with a given word, and words that only look like one."""

from __future__ import annotations

import pytest

from generator.language.compound_words import can_begin_compounds, head_of_compound


@pytest.mark.parametrize(
    ("word", "heads", "expected"),
    [
        ("havenmeesterskantoor", ["havenmeester"], "havenmeester"),
        ("visserijbeleid", ["visserij", "visser"], "visserij"),
        ("havenmeestersregistratiegegevens", ["havenmeester"], "havenmeester"),
        ("visserijcriteria", ["visserij"], "visserij"),
        ("visserijen", ["visserij"], ""),
        ("parlementsleden", ["parlement"], "parlement"),
        ("parlementariërs", ["parlement"], ""),
        ("parlementair", ["parlement"], ""),
        ("visserijloos", ["visserij"], ""),
        ("zeevisserij", ["visserij"], ""),
    ],
)
def test_a_compound_has_the_longest_word_that_it_begins_with(word: str, heads: list[str], expected: str) -> None:
    assert head_of_compound(word, heads) == expected


def test_only_long_words_in_small_letters_begin_compounds() -> None:
    assert [word for word in ("visserij", "Visserij", "visser", "EASO", "non-refoulement") if can_begin_compounds(word)] == ["visserij"]
