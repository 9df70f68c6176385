"""Under what words are filed: their stem, the parts of compounds, what they name."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.search.filing import build
from generator.search.posted import ABOUT, KIN, NAME, PART, WORD, Index
from generator.search.postings import MOST, Postings, read
from generator.search.records import Home, Named, Record
from generator.search.words import stem

HOME = Home("documenten/nota/", "Nota", "2015-11-04", "nl")


def record(text: str, **more: object) -> Record:
    """A paragraph of a document."""
    return replace(Record("documenten/nota/#p-1", "alinea", "Nota", text, home=HOME), **more)  # type: ignore[arg-type]


def found(index: Index, key: str, relation: int | None = None) -> set[tuple[str, int]]:
    """The forms under a key with the records that hold them."""
    return {
        (index.forms[form].surface, number)
        for form, related in index.filed.get(key, {}).items()
        if relation is None or related == relation
        for number, _, _ in read(index.forms[form])
    }


def test_forms_of_a_word_are_filed_together() -> None:
    index = build([record("Een schip in de haven."), record("Alle schepen varen.")])
    assert found(index, "schip", WORD) == {("schip", 0), ("schepen", 1)}


def test_a_compound_is_filed_under_its_parts() -> None:
    index = build([record("Tegen documentfraude."), record("Over documenten.")])
    assert found(index, "fraud", PART) == {("documentfraude", 0)}
    assert found(index, "document", WORD) == {("documenten", 1)}


def test_words_that_share_a_part_are_completed() -> None:
    index = build(
        [record("Met gezondheids- en veiligheidscontroles, tegen mensenhandel en -smokkel, en over te dragen. Mensen en handel.")]
    )
    assert ("gezondheidscontroles", 0) in found(index, stem("gezondheidscontrole", "nl"))
    assert ("mensensmokkel", 0) in found(index, "mensensmokkel")
    assert ("overdragen", 0) in found(index, "overdraag")


def test_hyphens_do_not_matter() -> None:
    index = build([record("De re-integratie."), record("De reïntegratie."), record("De reintegratie.")])
    assert {number for _, number in found(index, "reintegratie", WORD)} == {0, 1, 2}


def test_a_verb_meets_its_participle_and_its_noun_only_where_the_texts_hold_it() -> None:
    index = build([record("Zij betalen."), record("Hij betaalt."), record("De betaling volgt."), record("De dienst aan de kust.")])
    assert {number for _, number in found(index, "betaal", WORD)} == {0, 1}
    assert {number for _, number in found(index, "betaal", KIN)} == {2}
    assert not found(index, "kus")


def test_a_thing_is_found_under_its_names_and_where_an_enumeration_is_about_it() -> None:
    country = Record("landen/x/", "land", "Havenië", "", key="country:X", names=("Havenië", "Havense"))
    named = record("De Havense kust.", named=(Named("country:X", 3, 10),))
    index = build([country, named, record("Steun voor de kust.", context=("country:X",))])
    assert found(index, "@0", NAME) == {("havense", 1)}
    assert {number for _, number in found(index, "@0", ABOUT)} == {2}
    assert ("=havenie", 0) in index.names["havenie"]


def test_the_pair_of_an_act_is_found_in_any_spelling() -> None:
    act = Record("verwijzingen/#x", "besluit", "COM(2014) 77", "", numbers=("COM(2014) 77",))
    index = build([act, record("Zie COM/2014/0077.")])
    assert found(index, "2014/77", WORD) >= {("2014/77", 1)}
    assert ("2014/77 com", 0) in index.names["2014/77"]


def test_each_document_is_filed_by_its_own_language() -> None:
    english = replace(HOME, language="en")
    index = build([record("The policies.", language="en", home=english), record("De politiek.")])
    assert found(index, "policy~en", WORD) == {("policies", 0)}
    assert not found(index, "policy")


@given(st.lists(st.tuples(st.integers(1, 300), st.integers(1, MOST), st.lists(st.integers(1, 500), min_size=1, max_size=5)), max_size=20))
def test_postings_are_read_as_they_were_written(steps: list[tuple[int, int, list[int]]]) -> None:
    made, record_, expected = Postings("x"), -1, []
    for step, weight, gaps in steps:
        record_ += step
        places = tuple(sum(gaps[: nth + 1]) for nth in range(len(gaps)))
        made.add(record_, weight, places)
        expected.append((record_, weight, places))
    assert list(read(made)) == expected
