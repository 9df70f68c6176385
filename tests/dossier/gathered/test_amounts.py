"""A sum belongs to the country of its clause: sentences of our own, and every sum of this dossier."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator.annotators import annotate_all
from generator.dossier.findings import Findings
from generator.dossier.gathered import amounts
from generator.dossier.index import build_index
from generator.model import Block, Document, Knowledge, Lines, Metadata, Seed, Transcript
from generator.readers import opened, read
from tests import case_files, own


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er gaat 3 miljoen EUR naar Peru en 4 miljoen EUR naar Chili.", [("PE",), ("CL",)]),
        ("Peru krijgt 3 miljoen EUR, Chili krijgt 4 miljoen EUR.", [("PE",), ("CL",)]),
        ("De steun aan Peru bedraagt 3 miljoen EUR.", [("PE",)]),
        ("Er gaat 3 miljoen EUR naar Peru, Chili en Cuba samen.", [("PE", "CL", "CU")]),
        ("Peru (3 miljoen EUR) en Chili (4 miljoen EUR) bouwen havens.", [("PE",), ("CL",)]),
        ("Er is 9 miljoen EUR voor Peru (waarvan 3 miljoen EUR betaald) en Chili (4 miljoen EUR).", [("PE", "CL"), ("PE",), ("CL",)]),
        ("Het fonds geeft 3 miljoen EUR, en 4 miljoen EUR gaat naar Cuba.", [(), ("CU",)]),
        ("Er is 3 miljoen EUR betaald. Peru bouwt havens.", [()]),
    ],
)
def test_a_sum_belongs_to_the_country_of_its_clause(text: str, expected: list[tuple[str, ...]]) -> None:
    document = Document(Transcript(Seed("x.txt"), ""), Metadata("x", "X", "X"), (Block("p-1", "paragraph", text, Lines(1, 1)),))
    site = build_index(annotate_all((document,), Knowledge()))
    assert [amount.own_countries for amount in amounts.gather(site)] == expected


@pytest.mark.parametrize("case", case_files.load("amount_owners.md"), ids=lambda case: case.title)
def test_a_sum_belongs_to_what_its_clause_or_row_names(case: case_files.Case) -> None:
    name = "x.md" if case.title.endswith("@md") else "x.txt"
    read_as = replace(read(opened(Seed(f"seeds/{name}", case.input.encode()))), meta=Metadata("x", "X", "X"))
    site = build_index(annotate_all((read_as,), Knowledge()))
    told = (f"{amount.occurrence.words} | {' '.join(amount.own_countries)}" for amount in amounts.gather(site))
    assert "\n".join(told) == case.expected


def test_a_sum_in_a_table_is_called_by_its_row_and_column() -> None:
    text = "| Haven | 2030 | Steun (in EUR) |\n|---|---|---|\n| Oostkade | 12 | 60 |\n"
    site = build_index(annotate_all((read(opened(Seed("seeds/x.md", text.encode()))),), Knowledge()))
    assert [amount.label for amount in amounts.gather(site)] == ["Oostkade – Steun (in EUR)"]


WHOSE: Final = {
    ("p-1-4", "1 miljard EUR"): {"SY"},
    ("p-1-4", "7,15 miljard EUR"): {"SY"},
    ("p-2-38", "1 miljard EUR"): {"SY"},
    ("p-2-43", "1 miljard EUR"): {"SY"},
    ("p-2-44", "2,4 miljard EUR"): {"LB", "JO", "SY"},
    ("p-2-45", "1 miljard EUR"): {"TN", "JO"},
    ("p-2-45", "0,3 miljard EUR"): {"TN"},
    ("p-2-45", "0,5 miljard EUR"): {"TN"},
    ("p-2-45", "0,2 miljard EUR"): {"JO"},
    ("p-3-2", "639 miljoen EUR"): {"LB"},
    ("p-3-2", "637 miljoen EUR"): {"JO"},
    ("p-3-2", "180 miljoen EUR"): {"JO"},
    ("p-3-3", "200 miljoen EUR"): {"TN"},
    ("p-3-17", "9 miljoen EUR"): {"IR"},
    ("fn:27", "50 miljoen EUR"): {"SO"},
    ("fn:36", "6 miljoen euro"): {"DE"},
    ("fn:36", "6 miljard EUR"): {"TR"},
}
"""Written from the documents: the countries of each sum that has any in its sentence; of "3 miljard EUR" in p-1-5 only the first has one."""


@pytest.mark.dossier
def test_every_sum_of_the_dossier_belongs_to_its_country() -> None:
    found: Findings = own.findings()
    told = {(a.occurrence.part.anchor, a.occurrence.words): set(a.own_countries) for a in found.amounts if a.own_countries}
    first = told.pop(("p-1-5", "3 miljard EUR"), None)
    assert first == {"TR"}
    assert told == WHOSE
