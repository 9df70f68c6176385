"""Under what words are filed: their stem, the parts of compounds, what they name."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.search.filing import build, suggestions
from generator.search.posted import ABOUT, KIN, NAME, PART, WORD, Index
from generator.search.postings import MOST, Postings
from generator.search.records import NameRange, Record, RecordDocument
from generator.search.words import stem
from tests.search.decoding import read

HOME = RecordDocument("documenten/nota/", "Nota", "2015-11-04", "nl")


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
    named = record("De Havense kust.", named=(NameRange("country:X", 3, 10),))
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
    assert read(made) == expected


def weights(index: Index, key: str) -> dict[int, int]:
    """How much the forms under a key say about each record."""
    return {number: weight for form in index.filed[key] for number, weight, _ in read(index.forms[form])}


def test_titles_and_headings_say_more_than_paragraphs_and_pages_about_one_thing_less() -> None:
    kinds = ["document", "kop", "alinea", "tabel", "voetnoot", "gebeurtenis", "begrip", "land", "besluit", "pagina", "gebied", "onderwerp"]
    found = weights(build([record("Kade.", kind=kind) for kind in kinds]), stem("kade", "nl"))
    said = [found[number] for number in range(len(kinds))]
    assert said == sorted(said, reverse=True)
    assert said[0] > said[1] > said[2] == said[3] > said[4] > said[5] > said[6] == said[7] == said[8] == said[9] > said[10] > said[11]


def test_a_word_says_more_where_it_stands_often_and_in_a_short_text() -> None:
    texts = ("Kade.", "Kade kade.", "Kade en een sluis en nog een sluis en een pont.", "De kade van de stad.")
    found = weights(build(list(map(record, texts))), stem("kade", "nl"))
    assert found[1] > found[0] > found[3] > found[2]


def test_a_page_about_one_thing_is_found_by_its_title_and_a_paragraph_is_not() -> None:
    page = Record("begrippen/hf/", "begrip", "Havenfonds", "Geld.")
    index = build([page, record("Geld.", title="Sluizen")])
    assert found(index, "havenfond" if "havenfond" in index.filed else "havenfonds") == {("havenfonds", 0)}
    assert stem("sluizen", "nl") not in index.filed
    assert {number for _, number in found(index, "geld")} == {0, 1}


def test_what_questions_ask_for_is_filed_with_the_records_that_hold_it() -> None:
    texts: dict[str, dict[str, object]] = {"amount": {"amounts": True}, "date": {"dates": True}, "place": {"places": ("ML",)}}
    index = build(
        [*(record("x", **more) for more in texts.values()), record("drie van 12"), Record("y/", "pagina", "Y", "12"), record("x")]
    )
    assert {key: {number for _, number in found(index, key)} for key in index.filed if key.startswith("#")} == {
        "#amount": {0}, "#date": {1}, "#place": {2}, "#number": {3},
    }  # fmt: skip
    assert {form[1] for key in index.filed if key.startswith("#") for form in index.filed[key]} == {0}


def test_words_are_spelled_with_their_accents_in_lower_case() -> None:
    index = build([record("Coördinatie en COÖRDINATIE, coordinatie."), record("Kade.")])
    assert index.spelling("coordinatie") == "coördinatie"
    assert index.spelling("kade") == "kade"
    assert set(index.spelled) == {"coordinatie"}


def test_a_word_and_its_joined_form_are_posted_at_the_places_where_they_stand() -> None:
    index = build([record("De EU-kade en de eukade.")])
    assert read(index.forms["eukade", 1]) == [(0, read(index.forms["eukade", 1])[0][1], (5,))]
    assert read(index.forms["eukade", 2])[0][2] == (1,)
    assert read(index.forms["de", 1])[0][2] == (0, 4)
    assert found(index, stem("eukade", "nl"), WORD) == {("eukade", 0)}


def test_only_dutch_words_are_taken_apart_and_completed() -> None:
    english = replace(HOME, language="en")
    index = build([record("documentfraude, gezondheids- en veiligheidscontroles", language="en", home=english), record("document fraude")])
    assert not found(index, "fraud", PART)
    assert not [key for key in index.filed if key.startswith("gezondheidscontrole")]


def test_a_pair_of_numbers_is_posted_at_the_first_of_them() -> None:
    index = build([record("Zie nr. 77/2014 en 8/2015.")])
    (form,) = index.filed["77/2014"]
    assert (form[1], read(index.forms[form])[0][2]) == (2, (2,))


def test_a_noun_in_ing_is_kin_of_its_verb_and_not_of_a_word_that_stands_by_itself() -> None:
    index = build([record("Zij registreren."), record("De registratie en registrering.")])
    verb, noun = stem("registreren", "nl"), stem("registrering", "nl")
    assert ("registrering", 1) in found(index, verb, KIN)
    assert ("registreren", 0) in found(index, noun, KIN)
    other = build([record("Zij handelen."), record("De handeling en de handel.")])
    assert not found(other, stem("handeling", "nl"), KIN)
    assert not [form for form, _ in found(other, stem("handel", "nl"), KIN) if form == "handeling"]


def test_a_participle_is_filed_with_its_verb_only_where_the_texts_of_its_language_hold_that() -> None:
    index = build([record("Zij werken."), record("Er is gewerkt.")])
    assert ("gewerkt", 1) in found(index, stem("werken", "nl"), WORD)
    alone = build([record("Er is gewerkt."), record("werken", language="en", home=replace(HOME, language="en"))])
    assert stem("werken", "nl") not in alone.filed
    assert found(alone, stem("gewerkt", "nl"), WORD) == {("gewerkt", 0)}


def test_a_mistyped_word_may_have_been_one_of_the_words_that_the_texts_hold() -> None:
    english = replace(HOME, language="en")
    index = build(
        [record("De reünie van 2015 bij de kade en de EU-top, hoeveel."), record("The quay and the kade.", language="en", home=english)]
    )
    assert suggestions(index, ("nl", "en")) == [("kade", "kade", 2), ("quay", "quay", 1), ("reunie", "reünie", 1)]
    assert [form for form, *_ in suggestions(index, ())] == ["hoeveel", "kade", "quay", "reunie"]


def test_records_without_words_are_found_by_what_they_hold() -> None:
    index = build([record("–", amounts=True), record("")])
    assert list(index.filed) == ["#amount"]
    assert weights(index, "#amount") == {0: 14}


def test_no_records_give_an_empty_index() -> None:
    index = build([])
    assert not index.forms
    assert not index.filed
    assert not index.names
