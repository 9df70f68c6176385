"""Headings in capitals as the language writes them: names and acronyms as elsewhere in the texts, nothing changed but the case."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.language.casing import Spellings, in_capitals

TEXTS = {
    "nl": (
        "De Commissie en de lidstaten van de EU steunen Libië. In de Sahel werkt eu-LISA met Frontex samen.",
        "Zo'n pact met de Raad vraagt om het overleg van regio's en EU-delegaties in Noord-Afrika; de mix is goed.",
        "De Nederlandse havens liggen aan zee. Havens liggen er ook in België.",
    ),
    "en": (
        "The Commission and the Member States work with the European Council on a common approach to migration. I agree.",
        "It is a common plan of a region, says the UNHCR to the European Union, in the EU's own words.",
    ),
    "fr": ("La Commission et l'Union agissent au Sahel. Les États membres et la Cour soutiennent l'action de l'Union pour une stratégie.",),
    "de": ("Es geht um die Rückführung und um den Schutz der Grenzen. Der Rat prüft die Maßnahmen für die Straße an der See.",),
}
NAMES = {"nl": ("TAMM", "UNHCR", "Erasmus+", "G5 Sahel"), "en": ("Horizon",), "fr": (), "de": ("GEAS",)}

CASES = [
    ("nl", "2. BELEID IN LIBIË", "2. Beleid in Libië"),
    ("nl", "DE EU, DE RAAD EN DE LIDSTATEN", "De EU, de Raad en de lidstaten"),
    ("nl", "TAMM EN DE SAHEL", "TAMM en de Sahel"),
    ("nl", "EU-LISA EN FRONTEX", "eu-LISA en Frontex"),
    ("nl", "ROL VAN EU-DELEGATIES IN REGIO'S", "Rol van EU-delegaties in regio's"),
    ("nl", "HOOFDSTUK II ALGEMENE BEPALINGEN", "Hoofdstuk II Algemene bepalingen"),
    ("nl", "BIJLAGE 3 - HAVENS", "Bijlage 3 - Havens"),
    ("nl", "IV. DE NEDERLANDSE HAVENS", "IV. De Nederlandse havens"),
    ("nl", "IJKPUNTEN VOOR MKB", "IJkpunten voor MKB"),
    ("nl", "EEN MIX VAN STEUN? EEN PLAN", "Een mix van steun? Een plan"),
    ("nl", "STEUN AAN MAURITANIË EN NOORD-AFRIKA", "Steun aan Mauritanië en Noord-Afrika"),
    ("nl", "GEZONDHEID- EN ASIELBEHEER NA COVID-19", "Gezondheid- en asielbeheer na COVID-19"),
    ("nl", "DE G20 EN DE SAMENWERKING", "De G20 en de samenwerking"),
    ("nl", "STEUN VAN DE VERENIGDE STATEN AAN DEMOCRATISCHE INSTELLINGEN", "Steun van de Verenigde Staten aan democratische instellingen"),
    ("nl", "INLEIDING: EEN NIEUW PLAN", "Inleiding: een nieuw plan"),
    ("en", "A COMMON APPROACH TO MIGRATION", "A common approach to migration"),
    ("en", "PART B – THE MEMBER STATES AND THE UNHCR", "Part B – The Member States and the UNHCR"),
    ("en", "THE EU'S ROLE IN NIGERIA", "The EU's role in Nigeria"),
    ("en", "II. FUNDING UNDER HORIZON", "II. Funding under Horizon"),
    ("fr", "L'ACTION DE L'UNION AU SAHEL", "L'action de l'Union au Sahel"),
    ("fr", "LES ÉTATS MEMBRES", "Les États membres"),
    ("de", "MASSNAHMEN FÜR DIE RÜCKFÜHRUNG", "Maßnahmen für die Rückführung"),
    ("de", "DER RAT UND DAS GEAS", "Der Rat und das GEAS"),
    ("de", "SCHUTZ DER AUSSENGRENZEN", "Schutz der Aussengrenzen"),
]


def spellings(language: str) -> Spellings:
    """Those of the texts above."""
    return Spellings.of(language, TEXTS[language], NAMES[language])


@pytest.mark.parametrize(("language", "printed", "shown"), CASES)
def test_a_heading_in_capitals(language: str, printed: str, shown: str) -> None:
    assert spellings(language).sentence_case(printed) == shown


@pytest.mark.parametrize("heading", ["2.1 Beleid in Libië", "EU", "TAMM", "UNHCR", "2.3", "", "IV"])
def test_what_is_not_printed_in_capitals_or_is_a_name_stays(heading: str) -> None:
    assert spellings("nl").sentence_case(heading) == heading


def test_greek_capitals_have_lost_their_accents_and_stay() -> None:
    assert Spellings.of("el", (), ()).sentence_case("ΜΕΤΑΝΑΣΤΕΥΤΙΚΗ ΠΟΛΙΤΙΚΗ") == "ΜΕΤΑΝΑΣΤΕΥΤΙΚΗ ΠΟΛΙΤΙΚΗ"


@pytest.mark.parametrize(("heading", "told"), [("EEN KOP", True), ("EU", True), ("1.", False), ("Een kop", False), ("", False)])
def test_in_capitals(heading: str, told: object) -> None:
    assert in_capitals(heading) is told


@example("Aİ", "nl")
@example("STRAẞE A", "de")
@given(
    st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), max_size=60), st.sampled_from(["nl", "en", "fr", "de"])
)
def test_nothing_changes_but_the_case(printed: str, language: str) -> None:
    shown = spellings(language).sentence_case(printed)
    assert shown == printed or shown.upper() == printed.upper()
    assert spellings(language).sentence_case(shown) == shown or shown.isupper()
