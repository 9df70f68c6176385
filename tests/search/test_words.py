"""Words as the index knows them: without case and accents, inflected forms together, each language by its own rules."""

from __future__ import annotations

import pytest

from generator.language.tables import rows
from generator.search.compounds import Splitter
from generator.search.words import is_function_word, key, question_words, rules, stem, steps, tokens, verb_stems, without_accents


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Coördinatie", "coordinatie"),
        ("Richtlĳn", "richtlijn"),
        ("ﬁnancieel", "financieel"),
        ("Straße", "strasse"),
        ("ÉLAN", "elan"),
        ("e\u0301", "e"),
    ],
)
def test_case_accents_and_ligatures_do_not_count(word: str, folded: str) -> None:
    assert without_accents(word) == folded


def test_words_know_their_characters() -> None:
    text = "De EU-kust (2016)."
    assert [(token.form, text[token.start : token.end]) for token in tokens(text)] == [
        ("de", "De"),
        ("eu", "EU"),
        ("kust", "kust"),
        ("2016", "2016"),
    ]


@pytest.mark.parametrize(
    "forms",
    [
        "haven havens", "schip schepen", "vlaggenschip vlaggenschepen", "stad steden", "raadslid raadsleden", "taak taken", "tak takken", "brief brieven",
        "grens grenzen", "zeegrens zeegrenzen", "groot grote", "probleem problemen", "mogelijkheid mogelijkheden", "idee ideeën", "industrie industrieën",
        "factor factoren", "academicus academici", "centrum centra", "controleren controleert gecontroleerd controleerde", "veilig veilige veiliger veiligst",
        "route routes", "commissie commissies", "hotspot hotspots", "ambtenaar ambtenaren ambtenaars", "beurs beurzen", "teken tekens", "verdrag verdragen",
        "middel middelen", "regel regels", "haard haarden", "oorlog oorlogen", "dag dagen",
    ],
)  # fmt: skip
def test_forms_of_a_dutch_word_have_one_stem(forms: str) -> None:
    assert len({stem(without_accents(form), "nl") for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    ["mens men", "wet weten", "tak taak", "status staat", "proces procent", "les lezen", "huis huid", "man maan", "verkeer verkeerd"],
)
def test_other_words_have_other_stems(words: str) -> None:
    assert len({stem(word, "nl") for word in words.split()}) == len(words.split())


@pytest.mark.parametrize(
    ("form", "verb"),
    [("betaalt", "betalen"), ("werkte", "werken"), ("gewerkt", "werken"), ("aangepakt", "aanpakken"), ("opgevangen", "opvangen")],
)
def test_forms_of_a_verb_lead_to_it(form: str, verb: str) -> None:
    assert stem(verb, "nl") in {stem(form, "nl"), *verb_stems(form, "nl")}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "policy policies"), ("en", "manage manages managed managing"), ("en", "box boxes"), ("en", "stop stopped stopping"),
        ("fr", "national nationaux"), ("fr", "tunisien tunisienne tunisiens"), ("fr", "frontière frontières"),
        ("de", "Grenze Grenzen"), ("de", "Kind Kinder Kindern"), ("cs", "hranice hranice"),
    ],
)  # fmt: skip
def test_each_language_has_rules_of_its_own(language: str, forms: str) -> None:
    assert len({stem(without_accents(form), language) for form in forms.split()}) == 1


def test_a_language_without_rules_keeps_its_forms_apart() -> None:
    assert stem("hranice", "cs") == "hranice"
    assert stem("hranicemi", "cs") == "hranicemi"


def test_a_stem_of_another_language_is_filed_apart() -> None:
    assert key("water", "nl") != key("water", "en")


def test_words_with_digits_are_left_alone() -> None:
    assert stem("52016dc0385", "nl") == "52016dc0385"


@pytest.mark.parametrize(("word", "language"), [("hoeveel", "nl"), ("the", "en"), ("pour", "fr"), ("und", "de")])
def test_function_words_are_known(word: str, language: str) -> None:
    assert is_function_word(word, language)


@pytest.mark.parametrize("word", ["a" * 50_000, "ena" * 20_000, "e" * 30_000 + "n", "ge" * 20_000 + "d"])
def test_a_run_of_letters_without_end_is_left_alone(word: str) -> None:
    assert stem(word, "nl") == word
    assert Splitter((), ()).split(word) == (word,)
    assert not list(verb_stems(word, "nl"))


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Æra", "aera"), ("Œuvre", "oeuvre"), ("Ørsted", "orsted"), ("Łódź", "lodz"), ("đak", "dak"), ("ısı", "isi"), ("Þing", "thing"), ("ß", "ss"), ("EU", "eu")],
)  # fmt: skip
def test_letters_that_unicode_does_not_take_apart_are_folded_too(word: str, folded: str) -> None:
    assert without_accents(word) == folded


def test_a_word_is_a_run_of_letters_and_digits_with_its_accents() -> None:
    text = "a_b, c'est l’été e\u0301te\u0301 (§ 3bis)"
    assert [text[token.start : token.end] for token in tokens(text)] == ["a", "b", "c", "est", "l", "été", "e\u0301te\u0301", "3bis"]
    assert [token.form for token in tokens("e\u0301te\u0301")] == ["ete"]


def test_words_of_as_many_letters_as_words_have_are_stemmed_and_longer_ones_are_not() -> None:
    longest = "ha" * 30 + "vens"
    assert stem(longest, "nl") == "ha" * 30 + "af"
    assert stem(f"z{longest}", "nl") == f"z{longest}"
    assert stem("kades-en", "nl") == "kades-en"


def test_the_steps_that_make_stems_leave_out_those_of_verbs() -> None:
    verbs, infinitives = rules("nl", "verb"), rules("nl", "infinitive")
    made = [rule for step in steps("nl") for rule in step]
    assert verbs
    assert infinitives
    assert not set(made) & {*verbs, *infinitives}
    assert steps("cs") == ()
    assert rules("cs", "verb") == ()
    assert [pattern for pattern, _ in rules("nl", "ending")] == [
        row["pattern"] for row in rows("stem_rules") if (row["language"], row["step"]) == ("nl", "ending")
    ]


def test_each_step_takes_the_first_of_its_rules_that_fits() -> None:
    assert stem("mogelijkheden", "nl") == stem("mogelijkheid", "nl")
    assert stem("nationaux", "fr") == stem("national", "fr")


def test_stems_of_verbs_come_the_likeliest_first() -> None:
    assert next(verb_stems("gewerkt", "nl")) == stem("werken", "nl")
    assert list(verb_stems("kade", "cs")) == []


def test_words_that_ask_are_known_with_what_they_ask_for() -> None:
    assert question_words("nl")["de"] == ("function", "")
    assert {role for role, _ in question_words("nl").values()} == {"function", "content"}
    assert not is_function_word("geld", "nl")
    assert not is_function_word("kade", "nl")
    assert not is_function_word("the", "nl")
    assert question_words("cs") == {}


def test_a_stem_of_dutch_is_filed_by_itself_and_of_another_language_with_that() -> None:
    assert (key("kade", "nl"), key("quay", "en")) == ("kade", "quay~en")
