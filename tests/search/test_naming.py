"""What names a thing: where its names are posted, and under what they are filed."""

from __future__ import annotations

from typing import Any

import pytest

from generator.search.naming import ReadRecord, file_names, post_names, telling_words
from generator.search.posted import ABOUT, NAME, Index, PostedRecord
from generator.search.records import NameRange, Record, RecordDocument
from generator.search.words import stem, tokens
from tests.search.decoding import read

HOME = RecordDocument("documenten/nota/", "Nota", "2015", "nl")
KEYS = {"term:hf": 0, "country:X": 4}


def posted(text: str, **more: Any) -> dict[str, list[tuple[str, int, int, list[tuple[int, int, tuple[int, ...]]]]]]:
    """By key what is posted of record 3 with that text: form, words, relation, and where."""
    index = Index()
    record = Record("documenten/nota/#p-1", "alinea", "Nota", text, home=HOME, **more)
    post_names(index, ReadRecord(record, text, tokens(text)), PostedRecord(3, 1, 1), KEYS)
    return {
        key: [(index.forms[form].surface, form[1], relation, read(index.forms[form])) for form, relation in filed.items()]
        for key, filed in index.filed.items()
    }


def test_the_words_that_name_a_thing_are_posted_under_its_record_at_the_first_of_them() -> None:
    text = "Het oude Havenfonds en Havenië: het HF."
    named = (NameRange("term:hf", 36, 38), NameRange("country:X", 23, 30), NameRange("term:hf", 4, 19), NameRange("term:onbekend", 0, 3))
    assert posted(text, named=named) == {
        "@0": [("oude havenfonds", 2, NAME, [(3, 14, (1,))]), ("hf", 1, NAME, [(3, 14, (6,))])],
        "@4": [("havenie", 1, NAME, [(3, 14, (4,))])],
    }


def test_a_name_that_stands_there_twice_is_posted_once_with_both_places() -> None:
    assert posted("HF en HF.", named=(NameRange("term:hf", 6, 8), NameRange("term:hf", 0, 2), NameRange("term:hf", 6, 8)))["@0"] == [
        ("hf", 1, NAME, [(3, 20, (0, 2))])
    ]


def test_part_of_a_word_names_with_the_whole_word_and_signs_alone_name_nothing() -> None:
    assert posted("De HF-regels.", named=(NameRange("term:hf", 4, 5),))["@0"] == [("hf", 1, NAME, [(3, 14, (1,))])]
    assert posted("De HF - en.", named=(NameRange("term:hf", 6, 7),)) == {}


def test_a_name_weighs_more_where_it_is_explained() -> None:
    named = (NameRange("term:hf", 0, 2), NameRange("country:X", 6, 13))
    assert posted("HF in Havenië.", named=named, defines=("term:hf",)) == {
        "@0": [("hf", 1, NAME, [(3, 23, (0,))])],
        "@4": [("havenie", 1, NAME, [(3, 14, (2,))])],
    }


def test_what_an_enumeration_is_about_is_posted_where_it_is_not_named_itself() -> None:
    assert posted("Steun.", context=("country:X", "country:Y")) == {"@4": [("", 0, ABOUT, [(3, 14, (0,))])]}
    assert [relation for *_, relation, _ in posted("Havenië.", named=(NameRange("country:X", 0, 7),), context=("country:X",))["@4"]] == [
        NAME
    ]


def filed(**more: Any) -> dict[str, set[tuple[str, int]]]:
    """Under which stems a thing with these facts is filed, as record 1."""
    index = Index()
    facts = {"url": "x/", "kind": "begrip", "title": "X", "text": ""} | more
    file_names(index, (Record("y/", "pagina", "Y", ""), Record(**facts)))
    return index.names


@pytest.mark.parametrize(
    ("kind", "name", "spelled"),
    [
        ("begrip", "Europees havenfonds", "europees havenfonds"),
        ("begrip", "Fonds van de havens", "fonds havens"),
        ("begrip", "HF", "=HF"),
        ("land", "Noord-Macedonië", "=noord macedonie"),
        ("gebied", "Sahel", "=sahel"),
    ],
)
def test_a_thing_is_filed_by_its_stems_or_exactly_where_its_names_are_not_inflected(kind: str, name: str, spelled: str) -> None:
    exact = spelled.startswith("=")
    words = [token.form for token in tokens(spelled)]
    stems = [stem(word, "nl") for word in words]
    assert filed(kind=kind, names=(name,)) == {stems[0]: {("=" + " ".join(words) if exact else " ".join(stems), 1)}}


def test_a_name_without_words_is_not_filed_and_does_not_keep_the_others_from_it() -> None:
    assert filed(names=("–", "", "HF")) == {"hf": {("=hf", 1)}}


def test_a_name_in_another_language_is_filed_as_that_language_has_it() -> None:
    assert filed(names=("The harbours",), language="en") == {"harbour~en": {("harbour~en", 1)}}


def test_an_act_is_filed_under_its_numbers_in_both_orders_with_its_series() -> None:
    assert filed(kind="besluit", numbers=("COM(2014) 77", "52014DC0077", "")) == {
        "2014/77": {("2014/77 com", 1)},
        "77/2014": {("77/2014 com", 1)},
        "52014dc0077": {("52014dc0077", 1)},
    }
    assert filed(numbers=("Verordening (EU) 2016/399",)).keys() == {"2016/399", "399/2016"}
    assert filed(numbers=("2016/399",)) == {"2016/399": {("2016/399", 1)}, "399/2016": {("399/2016", 1)}}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Fonds van de Havens", ("fonds", "havens")),
        ("Europees fonds", ("europees", "fonds")),
        ("De en het", ("de", "en", "het")),
        ("Plan B", ("plan",)),
        ("B", ("b",)),
        ("", ()),
    ],
)
def test_the_telling_words_of_a_name_are_those_that_are_no_function_words_unless_there_is_nothing_else(
    name: str, words: tuple[str, ...]
) -> None:
    assert telling_words(name) == words
