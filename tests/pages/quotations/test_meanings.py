"""What terms are called on lists and cards."""

from __future__ import annotations

import pytest

from generator.model import Sense, Term
from generator.pages.quotations.meanings import full_name


@pytest.mark.parametrize(
    ("name", "kind", "expansion", "shown"),
    [
        ("KZF", "fund", "Kust- en Zeefonds", "Kust- en Zeefonds (KZF)"),
        ("bnp", "acronym", "bruto nationaal product", "bruto nationaal product (bnp)"),
        ("Havex", "organisation", "Europees Havenagentschap", "Europees Havenagentschap (Havex)"),
        ("zeeloket", "instrument", "punt waar schippers zich melden", "zeeloket"),
        ("Proces van Delfzijl", "process", "Proces van Delfzijl", "Proces van Delfzijl"),
        ("Havex", "organisation", "Havex", "Havex"),
    ],
)
def test_an_abbreviation_is_told_in_full(name: str, kind: str, expansion: str, shown: str) -> None:
    assert full_name(Term("x", name, kind, (Sense(expansion),), "", "", "seeds/glossary/x.md")) == shown
