"""Countries in running text: the cases of cases/countries.md, the tables, and the shape of what is found."""

from __future__ import annotations

from itertools import pairwise

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from generator.annotators.countries import country_finder
from generator.language import countries, demonyms, tables
from generator.model import Block, Document, Lines, Mention, Metadata, Seed, Transcript
from tests.case_files import Case, load
from tests.timing import LIMIT, growth

CASES = load("countries.md")


def document(text: str, language: str = "nl") -> Document:
    """A document of one paragraph."""
    meta = Metadata("proef", "Proef", "Proef", language=language)
    return Document(Transcript(Seed("proef.txt"), text), meta, (Block("p-1", "paragraph", text, Lines(1, 1)),))


def find(text: str, language: str = "nl") -> list[Mention]:
    """The mentions in a text that is a whole document."""
    whole = document(text, language)
    return list(country_finder(whole)(whole.blocks[0]))


def told(text: str, mention: Mention) -> str:
    """A mention as the cases tell it."""
    return f"{text[mention.offset : mention.offset + mention.length]} | {mention.id} | {mention.form}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_countries_that_a_reader_finds(case: Case) -> None:
    title, _, language = case.title.partition(" @")
    found = find(case.input, language or "nl")
    assert [told(case.input, mention) for mention in found] == case.expected.splitlines(), title


def test_the_table_has_every_territory_of_iso_3166_and_kosovo_in_order() -> None:
    codes = [row["code"] for row in tables.rows("countries")]
    territories = {code for code in map(str, Locale("nl").territories) if len(code) == 2 and code.isalpha()}
    reserved = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
    assert codes == sorted(set(codes))
    assert set(codes) == territories - reserved


def test_a_name_that_says_it_is_that_of_cldr_is() -> None:
    territories = Locale("nl").territories
    wrong = [
        row["name"] for row in tables.rows("countries") if row["source"].startswith("CLDR") and territories[row["code"]] != row["name"]
    ]
    assert not wrong


@pytest.mark.parametrize("table", ["countries", "country_adjectives", "country_names", "country_words"])
def test_every_row_of_a_table_names_its_source_and_none_comes_twice(table: str) -> None:
    rows = [tuple(row.values()) for row in tables.rows(table)]
    assert all(row[-1] for row in rows)
    assert len(rows) == len({row[:-1] for row in rows})


def test_rows_of_the_tables_of_names_and_words_are_in_order() -> None:
    names = [(row["language"], row["code"], row["form"]) for row in tables.rows("country_names")]
    words = [(row["role"], row["word"]) for row in tables.rows("country_words")]
    assert names == sorted(names)
    assert words == sorted(words)


def test_adjectives_in_other_languages_are_in_order_and_stand_for_countries() -> None:
    rows = [(row["language"], row["code"], row["form"], row["part"]) for row in tables.rows("country_adjectives")]
    assert rows == sorted(rows)
    assert {code for _, codes, _, _ in rows for code in codes.split("|")} <= set(countries.table())
    assert {language for language, _, _, _ in rows} == set(demonyms.SPELLINGS)


@pytest.mark.parametrize(
    ("language", "word", "part", "expected"),
    [
        ("en", "Dane", "inhabitant", "Dane Danes"),
        ("en", "Frenchman/Frenchmen", "inhabitant", "Frenchman Frenchmen"),
        ("en", "Turkish", "adjective", "Turkish"),
        ("fr", "tunisien", "adjective", "tunisien tunisiens tunisienne tunisiennes"),
        ("fr", "français", "adjective", "français française françaises"),
        ("fr", "turc/turque", "adjective", "turc turcs turque turques"),
        ("fr", "ghanéen", "adjective", "ghanéen ghanéens ghanéenne ghanéennes"),
        ("de", "syrisch", "adjective", "syrische syrischer syrischen syrisches syrischem"),
        ("de", "Afghane", "inhabitant", "Afghane Afghanin Afghaninnen Afghanen"),
        ("de", "Syrer", "inhabitant", "Syrer Syrerin Syrerinnen Syrers Syrern"),
    ],
)
def test_spellings_in_other_languages(language: str, word: str, part: str, expected: str) -> None:
    assert list(demonyms.SPELLINGS[language](word, part)) == expected.split()


def test_every_listed_name_stands_for_a_country_or_for_none() -> None:
    unknown = [code for row in tables.rows("country_names") for code in row["code"].split("|") if code not in {"-", *countries.table()}]
    assert not unknown


def test_every_country_is_found_by_its_own_name() -> None:
    missed = [code for code in countries.table() if [m.id for m in find(f"Wij reisden door {countries.name(code)} verder.")] != [code]]
    assert not missed


def test_every_adjective_and_inhabitant_is_found_and_stands_for_its_country() -> None:
    forms = [form for form in countries.forms("nl") if len(form.codes) == 1 and not form.bare]
    missed = [form.text for form in forms if form.codes[0] not in {m.id for m in find(f"Daar zag men {form.text} inwoners.")}]
    assert not missed


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("Tunesiër", "Tunesiërs"),
        ("Duitser", "Duitsers"),
        ("Deen", "Denen"),
        ("Sloveen", "Slovenen"),
        ("Libanees", "Libanezen"),
        ("Afghaan", "Afghanen"),
        ("Hongaar", "Hongaren"),
        ("Cyprioot", "Cyprioten"),
        ("Turk", "Turken"),
        ("Iraki", "Iraki's"),
    ],
)
def test_plurals_of_inhabitants(singular: str, plural: str) -> None:
    assert countries.plural_inhabitants(singular) == plural


@pytest.mark.parametrize(("base", "inflected"), [("Libanees", "Libanese"), ("Turks", "Turkse"), ("Iraaks", "Iraakse"), ("Swazi", "Swazi")])
def test_adjectives_with_their_ending(base: str, inflected: str) -> None:
    assert countries.inflected_adjective(base) == inflected


@given(st.text(alphabet=st.sampled_from("Turkije Mali-ëÅ’\u0308ĳ.@/ \u00adNiger"), max_size=60))
def test_mentions_stand_in_order_inside_the_text_and_do_not_overlap(text: str) -> None:
    found = find(text)
    assert all(0 <= m.offset < m.offset + m.length <= len(text) for m in found)
    assert all(one.offset + one.length <= other.offset for one, other in pairwise(found))


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["Zuid-", "EUCAP ", "Frans, Duits en ", "a", "Let. "])
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    assert growth(lambda size: find(piece * (size // len(piece))), 20_000) < LIMIT
