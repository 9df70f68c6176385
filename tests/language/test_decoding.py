"""Texts in other encodings than UTF-8: decoded where they are certain, refused where they are not."""

from __future__ import annotations

import pytest

from generator.language.decoding import decoded
from generator.model import Seed, UnreadableError
from generator.readers import opened, read

DUTCH = "De coördinatie kost € 3 miljoen.\n\nBelgië betaalt één derde – “naar draagkracht”.\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_a_certain_encoding_is_decoded(encoding: str, name: str) -> None:
    found = decoded("x.txt", DUTCH.encode(encoding))
    assert found.text.removeprefix("\ufeff") == DUTCH
    assert found.encoding == name


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (DUTCH.replace("€", "EUR").replace("–", "-").replace("“", '"').replace("”", '"'), "cp850"),
        (DUTCH, "mac_roman"),
        ("Współpraca państw członkowskich żółć.", "cp1250"),
        ("Сотрудничество государств.", "cp1251"),
        ("Συνεργασία των κρατών μελών.", "cp1253"),
    ],
    ids=["dos", "mac", "polish", "russian", "greek"],
)
def test_what_may_be_another_encoding_is_refused(text: str, encoding: str) -> None:
    with pytest.raises(UnreadableError):
        decoded("x.txt", text.encode(encoding))


def test_the_encoding_is_listed_as_a_defect() -> None:
    document = read(opened(Seed("seeds/x.txt", DUTCH.encode("cp1252"))))
    assert [(defect.kind, defect.text) for defect in document.defects] == [("encoding", "Windows-1252")]
    assert "Belgi\u00eb betaalt \u00e9\u00e9n derde" in document.blocks[-1].text
