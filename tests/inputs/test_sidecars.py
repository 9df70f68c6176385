"""Descriptions beside the documents: what they may say, and how facts reach the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inputs import sidecars as metadata
from generator.inputs.sources import find_seeds, read_seeds
from generator.language import tables
from generator.model import Document
from generator.readers import open_all, read_all
from tests.support import SIDECAR, TEXT, write_all


def _documents(folder: Path) -> tuple[Document, ...]:
    return read_all(open_all(read_seeds(find_seeds(folder))[0])[0])


def _described(folder: Path) -> tuple[Document, ...]:
    return metadata.describe_all(_documents(folder), folder)[0]


@pytest.mark.parametrize(
    "date",
    [
        "2016",
        "2016-06",
        "2016-06-07",
        "2016-02-29",
        "2023-10~",
        "2016?",
        "2016-21",
        "2014/2020",
        "2016-06-07/2016-06-09",
        "201X",
        "../2016",
    ],
)
def test_dates_of_the_standard_are_accepted(date: str) -> None:
    assert metadata.is_edtf(date)


@pytest.mark.parametrize(
    "date",
    [
        "",
        "x",
        "2011-13-40",
        "2011-02-30",
        "2015-02-29",
        "1900-02-29",
        "7 juni 2016",
        "07-06-2016",
        "2016/06/07",
        "2016-6-7",
        "２０１６",
        "2016-06-31/2016-07-01",
    ],
)
def test_dates_that_do_not_exist_or_are_spelled_otherwise_are_refused(date: str) -> None:
    assert not metadata.is_edtf(date)


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
    assert described == {"id", "title", "short_title", "number", "celex", "date", "language", "institution", "kind", "web", "provenance"}
    assert set(tables.schema("sidecar")["properties"]["provenance"]["properties"]) <= described
