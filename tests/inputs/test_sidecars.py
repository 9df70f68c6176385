"""Descriptions beside the documents: what they may say, and how facts reach the document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.inputs import sidecars as metadata
from generator.inputs.sources import find_seeds, read_seeds
from generator.language import tables
from generator.model import Document
from generator.readers import SUFFIXES, open_all, read_all
from tests.support import SIDECAR, TEXT, write_all


def _documents(folder: Path) -> tuple[Document, ...]:
    return read_all(open_all(read_seeds(find_seeds(folder, SUFFIXES))[0])[0])


def _described(folder: Path) -> tuple[Document, ...]:
    return metadata.describe_all(_documents(folder), folder, SUFFIXES)[0]


@pytest.mark.parametrize(
    ("date", "remedy"),
    [
        ("1987-09-14T08:30:00", "laat de tijd van de dag weg"),
        ("1987-1X", "van EDTF kunnen hier alleen de niveaus 0 en 1"),
        ("1987-31", "van EDTF kunnen hier alleen de niveaus 0 en 1"),
        ("1987~-09", "van EDTF kunnen hier alleen de niveaus 0 en 1"),
        ("{1987..1989}", "van EDTF kunnen hier alleen de niveaus 0 en 1"),
        ("Y30000000", "hier kunnen alleen jaren van 0001 tot en met 9998"),
        ("-0044", "hier kunnen alleen jaren van 0001 tot en met 9998"),
        ("9999-12-31", "hier kunnen alleen jaren van 0001 tot en met 9998"),
        ("1987-02-29", "schrijf een datum als 2016-06-07, een maand als 2016-06 of bij benadering 2023-10~"),
        ("1989/1987", "het einde ligt voor het begin: draai de twee om"),
        ("../..", "zeg ten minste waar het begint of eindigt"),
        ("14 september 1987", "schrijf een datum als 2016-06-07, een maand als 2016-06 of bij benadering 2023-10~"),
        ("1987-09-14\t", "schrijf een datum als 2016-06-07, een maand als 2016-06 of bij benadering 2023-10~"),
    ],
)
def test_a_date_that_cannot_be_used_is_a_mistake_with_a_line_and_a_remedy(tmp_path: Path, date: str, remedy: str) -> None:
    write_all(tmp_path, {"x.txt": TEXT, "x.yml": f"id: x\ntitle: x\ndate: {json.dumps(date)}\n"})
    _, problems = metadata.describe_all(_documents(tmp_path), tmp_path, SUFFIXES)
    assert [(p.path, p.line, p.message, p.remedy) for p in problems] == [
        ((tmp_path / "x.yml").as_posix(), 3, f"{date!r} is geen datum die bestaat", remedy)
    ]


def test_facts_come_with_their_origin(tmp_path: Path) -> None:
    write_all(tmp_path, {"x.txt": TEXT, "x.yml": SIDECAR + "number: COM(2015) 1\nprovenance:\n  title: source\n"})
    meta = _described(tmp_path)[0].meta
    assert (meta.id, meta.date, meta.number, meta.described) == ("havens-2015", "2015-11-04", "COM(2015) 1", True)
    assert meta.provenance == (("title", "source"), ("number", "editorial"), ("date", "editorial"))


def test_what_is_not_described_comes_from_the_text(tmp_path: Path) -> None:
    write_all(tmp_path, {"Over de havens.txt": TEXT})
    meta = _described(tmp_path)[0].meta
    assert (meta.id, meta.described, meta.provenance) == ("over-de-havens", False, ())


def test_many_documents_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    write_all(tmp_path, {f"{name}.txt": TEXT for name in ("a", "A", "a-2", "à", "a.")})
    ids = [document.meta.id for document in _described(tmp_path)]
    assert len(set(ids)) == len(ids) == 5


def test_the_schema_names_every_fact() -> None:
    described = set(tables.schema("sidecar")["properties"])
    facts = {"id", "title", "short_title", "number", "celex", "date", "language", "institution", "kind", "web"}
    assert described == facts | {"provenance", "corrections", "added", "updated"}
    assert set(tables.schema("sidecar")["properties"]["provenance"]["properties"]) <= described
