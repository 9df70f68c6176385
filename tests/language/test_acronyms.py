"""What documents say that acronyms stand for: the cases of cases/expansions.md, and the list made by hand for our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.acronyms import candidates, declared, declared_in, same_name
from generator.language.acronyms.capitals import acronyms_in
from generator.language.acronyms.letters import fits
from generator.model import Block, Document, Lines, Metadata, Seed, Transcript
from tests.case_files import Case, load
from tests.timing import LIMIT, growth

CASES = load("expansions.md")


def document(*texts: str, kind: str = "paragraph") -> Document:
    """A document of paragraphs."""
    blocks = tuple(Block(f"p-{number}", "paragraph", text, Lines(number, number)) for number, text in enumerate(texts, 1))
    heading = (Block("kop", "heading", "EEN KOP OVER DE NAVO", Lines(9, 9)),) if kind == "heading" else ()
    return Document(Transcript(Seed("proef.txt"), ""), Metadata("proef", "Proef", "Proef"), heading + blocks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_what_a_text_explains(case: Case) -> None:
    _, _, language = case.title.partition(" @")
    found = declared_in(case.input, language or "nl")
    assert "\n".join(f"{acronym} | {words}" for acronym, words in found) == case.expected


def test_an_explanation_is_told_once_though_it_is_repeated() -> None:
    said = declared(document("Het Europees Kustfonds (EKF) betaalt.", "Het nieuwe Europees Kustfonds (EKF) betaalt."))
    assert [item.place for item in said] == ["p-1"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Europees Ontwikkelingsfonds", "het Europese Ontwikkelingsfonds", True),
        ("meerjarig financieel kader", "meerjarige financiële kaders", True),
        ("Europees Agentschap voor de kust", "Europees Agentschap voor de kust van de Unie", True),
        ("totaalaanpak van migratie", "gemeenschappelijke agenda voor migratie", False),
        ("Europese Unie", "Europese Investeringsbank", False),
        ("kust", "beheer van de duinen en de kust", False),
    ],
)
def test_names_are_compared_without_case_inflection_and_small_words(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a case
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De NAVO en de VN overlegden met ngo's.", ["NAVO", "VN"]),
        ("Zie hoofdstuk IV, punt XII en bijlage II.", []),
        ("HET NIEUWE KADER VOOR DE KUST", []),
        ("Kijk op www.ABC.eu of mail naar info@XYZ.eu.", []),
        ("De TEI's en RWR’s komen.", ["TEI", "RWR"]),
        ("Het SAP+ en de G20, maar niet de snelweg bij A4.", ["SAP+", "G20"]),
        ("Verordening COM(2016) 385 van de EU kost 3 miljoen EUR.", []),
        ("In de Sahel-G5 en het ENIC-NARIC-netwerk.", ["ENIC", "NARIC", "G5"]),
    ],
)
def test_what_looks_like_an_acronym(text: str, found: list[str]) -> None:
    assert [word for _, word in acronyms_in(text)] == found


def test_a_word_in_capitals_that_the_document_also_writes_small_is_no_acronym() -> None:
    counted = candidates(document("De NOTA is besproken, en KUST ook.", "Die nota van het KBF gaat over de kust."))
    assert [item.acronym for item in counted] == ["KBF"]


def test_headings_hold_no_acronyms() -> None:
    assert candidates(document("Een zin.", kind="heading")) == ()


@given(st.text(alphabet="abcABC (),.-'é \n", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for acronym, words in declared_in(text):
        assert words in text
        assert acronym in text


@given(st.text(alphabet="ab ", max_size=60), st.text(alphabet="ab", min_size=2, max_size=12))
def test_any_letters_are_fitted_or_not(words: str, short: str) -> None:
    """Each letter of what fits stands in the words; were it to take more than its share of time, hypothesis would not end."""
    assert not fits(words, short) or set(short) <= set(words)


@pytest.mark.slow
@pytest.mark.parametrize(("piece", "end"), [("(", ""), ("a ", "(ABCDEFGHIJKLMN)"), ("A", ""), ("(A) ", ""), ("A-", "")])
def test_the_time_grows_with_the_text_and_no_faster(piece: str, end: str) -> None:
    def read(size: int) -> None:
        text = piece * (size // len(piece)) + end
        list(declared_in(text))
        list(acronyms_in(text))

    assert growth(read, 20_000) < LIMIT
