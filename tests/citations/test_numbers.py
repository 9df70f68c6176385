"""How acts are numbered: which of two numbers is the year, how an act is called, and the numbers and addresses that follow from that."""

from __future__ import annotations

import pytest

from generator.citations import names, numbers
from generator.citations.identity import Surroundings, identify
from generator.citations.labels import described, label
from generator.citations.names import Name, NamedAct
from generator.citations.numbers import PrintedNumber


@pytest.mark.parametrize(
    ("digits", "year"),
    [("1952", 1952), ("1951", None), ("2059", 2059), ("2060", None), ("52", 1952), ("51", None), ("99", 1999), ("9", None), ("999", None),
     ("02015", None)],
)  # fmt: skip
def test_digits_are_a_year_of_the_communities_or_none(digits: str, year: int | None) -> None:
    assert numbers.year_of(digits) == year


@pytest.mark.parametrize(
    ("kind", "printed", "name"),
    [
        ("regulation", PrintedNumber("656", "2014", "EU", called_number=True), "(EU) 656/2014"),
        ("regulation", PrintedNumber("2016", "399", "EU"), "(EU) 2016/399"),
        ("regulation", PrintedNumber("2016", "2009", "EU"), "(EU) 2016/2009"),
        ("regulation", PrintedNumber("2016", "2009", "EG"), "(EG) 2016/2009"),
        ("regulation", PrintedNumber("2015", "1998", "EU", called_number=True), "(EU) 2015/1998"),
        ("regulation", PrintedNumber("2015", "1998", "EU"), "(EU) 2015/1998"),
        ("regulation", PrintedNumber("2015", "1998"), "(EU) 2015/1998"),
        ("regulation", PrintedNumber("2015", "1998", called_number=True), "(EG) 2015/1998"),
        ("regulation", PrintedNumber("2014", "1998"), "(EG) 2014/1998"),
        ("regulation", PrintedNumber("2016", "2009"), "(EU) 2016/2009"),
        ("decision", PrintedNumber("2000", "1999", called_number=True), "2000/1999/EG"),
        ("decision", PrintedNumber("2000", "1999"), "2000/1999/EG"),
        ("regulation", PrintedNumber("1408", "71"), "(EEG) 1408/71"),
        ("regulation", PrintedNumber("539", "2001"), "(EG) 539/2001"),
        ("regulation", PrintedNumber("656", "2014"), "(EU) 656/2014"),
        ("regulation", PrintedNumber("0539", "2001"), "(EG) 539/2001"),
        ("regulation", PrintedNumber("810", "2009"), "(EG) 810/2009"),
        ("regulation", PrintedNumber("1", "2009"), "1/2009"),
        ("directive", PrintedNumber("2013", "32"), "2013/32/EU"),
        ("directive", PrintedNumber("2013", "32", suffix="EU"), "2013/32/EU"),
        ("directive", PrintedNumber("64", "221"), "64/221/EEG"),
        ("directive", PrintedNumber("93", "96"), "93/96"),
        ("directive", PrintedNumber("94", "80"), "94/80/EG"),
        ("directive", PrintedNumber("2010", "41"), "2010/41/EU"),
        ("directive", PrintedNumber("2015", "637"), "(EU) 2015/637"),
        ("directive", PrintedNumber("637", "2015"), None),
        ("directive", PrintedNumber("12", "13"), None),
        ("decision", PrintedNumber("1982", "2006", suffix="EG"), "1982/2006/EG"),
    ],
)  # fmt: skip
def test_an_act_is_called_by_its_number_and_community(kind: str, printed: PrintedNumber, name: str | None) -> None:
    assert numbers.short_name(kind, printed) == name


@pytest.mark.parametrize(
    ("kind", "name", "celex", "address"),
    [
        ("regulation", "(EU) 656/2014", "32014R0656", "http://data.europa.eu/eli/reg/2014/656/oj"),
        ("regulation", "(EU) 2015/1998", "32015R1998", "http://data.europa.eu/eli/reg/2015/1998/oj"),
        ("regulation", "(EU) 2016/399", "32016R0399", "http://data.europa.eu/eli/reg/2016/399/oj"),
        ("regulation", "(EEG) 1408/71", "31971R1408", "http://data.europa.eu/eli/reg/1971/1408/oj"),
        ("directive", "2013/32/EU", "32013L0032", "http://data.europa.eu/eli/reg/2013/32/oj"),
        ("directive", "64/221/EEG", "31964L0221", "http://data.europa.eu/eli/reg/1964/221/oj"),
        ("decision", "1982/2006/EG", "32006D1982", "http://data.europa.eu/eli/reg/2006/1982/oj"),
        ("framework-decision", "2002/584/JBZ", "32002F0584", "http://data.europa.eu/eli/reg/2002/584/oj"),
        ("joint-action", "2008/124/GBVB", "32008E0124", "http://data.europa.eu/eli/reg/2008/124/oj"),
        ("joint-action", "98/700/JBZ", "31998F0700", "http://data.europa.eu/eli/reg/1998/700/oj"),
        ("directive", "Terugkeerrichtlijn", None, None),
        ("COM", "COM(2015) 240", None, None),
    ],
)  # fmt: skip
def test_numbers_and_addresses_follow_from_the_name(kind: str, name: str, celex: str | None, address: str | None) -> None:
    assert numbers.celex(kind, name) == celex
    assert numbers.eli(kind, name, "reg") == address
    assert numbers.eli(kind, name, "") is None


@pytest.mark.parametrize(
    ("act", "kind", "eur_lex", "web"),
    [
        ("COM(2031) 240", "COM", "COM:2031:240:FIN", None),
        ("JOIN(2020) 4", "JOIN", "CELEX:52020JC0004", None),
        ("C(2015) 9490", "C", "PI_COM:C(2015)9490", None),
        ("9167/11 REV 3", "council-document", None, "https://data.consilium.europa.eu/doc/document/ST-9167-2011-REV-3/nl/pdf"),
        ("17024/09", "council-document", None, "https://data.consilium.europa.eu/doc/document/ST-17024-2009-INIT/nl/pdf"),
        ("0917/99 REV 1 ADD 2", "council-document", None, "https://data.consilium.europa.eu/doc/document/ST-917-1999-REV-1-ADD-2/nl/pdf"),
        ("12345/98", "council-document", None, None),
        ("PB L 348 van 24.12.2008, blz. 98", "oj", "OJ:L:2008:348:TOC", None),
        ("PB C 12", "oj", None, None),
        ("PB 1963, L 12 van 3.5.1964", "oj", "OJ:L:1963:12:TOC", None),
        ("PB L, 2024/1348", "oj", "OJ:L_202401348", None),
        ("ECLI:EU:C:2020:257", "case", "ecli:ECLI:EU:C:2020:257", None),
        ("C-715/17", "case", None, "https://curia.europa.eu/juris/liste.jsf?language=nl&num=C-715/17"),
        ("26/62", "case", None, None),
    ],
)  # fmt: skip
def test_an_act_has_an_address_where_that_is_certain(act: str, kind: str, eur_lex: str | None, web: str | None) -> None:
    found = identify(act, kind, [])
    assert found.eur_lex == (eur_lex and f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri={eur_lex}")
    assert found.web == web


@pytest.mark.parametrize(
    ("before", "words", "celex"),
    [
        ("Zie het arrest in ", "C-715/17", "62017CJ0715"),
        ("Arrest in de gevoegde zaken ", "C‑718/17", "62017CJ0718"),
        ("Arrest van 2 april 2020, C-715/17 en ", "C-718/17", "62017CJ0715"),
        ("Arrest van het Hof; zie ook ", "C-718/17", None),
        ("Zie de zaak ", "C-718/17", None),
        ("Arrest in ", "T-3/51", "61951TJ0003"),
        ("Arrest in ", "T-3/50", "62050TJ0003"),
    ],
)  # fmt: skip
def test_a_judgment_has_the_number_of_the_first_of_its_cases(before: str, words: str, celex: str | None) -> None:
    assert identify(words.replace("‑", "-"), "case", [Surroundings(before, words, "")]).celex == celex


_OLD, _NEW = (
    NamedAct("(EG) 1/2003", proposal=False, start="2003-05-01", end="2013-07-19"),
    NamedAct("(EU) 2/2013", proposal=False, start="2013-07-19", end=""),
)
_DRAFT = NamedAct("COM(2016) 3", proposal=True, start="2016-05-04", end="")


@pytest.mark.parametrize(
    ("date", "coming", "act"),
    [
        ("2003-04-30", False, ""),
        ("2003-05-01", False, "(EG) 1/2003"),
        ("2013-07-18", False, "(EG) 1/2003"),
        ("2013-07-19", False, "(EU) 2/2013"),
        ("2013-07-18", True, ""),
        ("2014-01-01", True, ""),
        ("2016-05-04", False, "(EU) 2/2013"),
        ("2016-05-04", True, "COM(2016) 3"),
        ("", False, ""),
    ],
)  # fmt: skip
def test_a_name_means_the_act_that_bore_it_on_a_day(date: str, coming: bool, act: str) -> None:  # noqa: FBT001 - a table of cases
    assert Name("havenverordening", "", (_OLD, _NEW, _DRAFT)).means(date, coming=coming) == act


def test_a_name_that_only_a_draft_bears_means_the_draft() -> None:
    assert Name("havenrichtlijn", "", (_DRAFT,)).means("2017", coming=False) == "COM(2016) 3"


@pytest.mark.parametrize(
    ("before", "coming"),
    [
        ("de toekomstige ", True),
        ("het voorstel voor een ", True),
        ("het voorstel voor een nieuwe ", True),
        ("volgens de ", False),
        ("het voorstel van de Commissie, en ook de ", False),
    ],
)  # fmt: skip
def test_words_before_a_name_say_that_the_act_is_to_be_made(before: str, coming: bool) -> None:  # noqa: FBT001 - a table of cases
    assert names.is_of_future_act(f"{before}havenverordening", len(before)) is coming


def test_acts_named_in_one_breath_are_sorted_once_each_and_all_certain() -> None:
    assert names.joint_id(["b", "a", "b"]) == "a + b"
    assert names.joint_id(["a", ""]) == ""


def test_a_label_has_the_word_number_in_old_regulations_only() -> None:
    assert label("(EU) 656/2014", "regulation") == "Verordening (EU) nr. 656/2014"
    assert label("(EU) 2015/1998", "regulation") == "Verordening (EU) 2015/1998"
    assert label("(EEG) 1408/71", "regulation") == "Verordening (EEG) nr. 1408/71"
    assert label("2002/584/JBZ", "framework-decision") == "Kaderbesluit 2002/584/JBZ"
    assert label("Dublin", "regulation") == "Verordening Dublin"
    assert label("9167/11", "council-document") == "9167/11"


def test_several_acts_are_described_one_after_another() -> None:
    assert described("2004/114/EG + 2005/71/EG", "other") == "2004/114/EG en 2005/71/EG"
    assert described("2008/115/EG", "directive").startswith("Richtlijn 2008/115/EG (")
    assert described("2098/115/EG", "directive") == "Richtlijn 2098/115/EG"
