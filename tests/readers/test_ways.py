"""Every way in reads the files kept in tests/reading as well as it should, loses nothing and leaves no running feet in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.accuracy import ways

WAYS = tuple(ways.ways())


def _name(way: ways.Way) -> str:
    return f"{way.kind}-{way.path.stem}"


@pytest.mark.parametrize("way", WAYS, ids=_name)
def test_a_file_is_read_as_well_as_its_kind_must_be(way: ways.Way) -> None:
    row = ways.figures(way, ways.document_of(way))
    assert {name: row[name] for name in ("lost", "invented", "feet a page")} == {"lost": 0, "invented": 0, "feet a page": 0}
    scored = {name: (row[name], least) for name, least in ways.TARGETS.get(way.kind, {}).items()}
    assert not {name: score for name, (score, least) in scored.items() if score is not None and score < least}


def test_a_foot_left_in_a_paragraph_costs_the_paragraph_and_is_counted() -> None:
    way = next(way for way in WAYS if way.kind == "pdf" and way.style == "com")
    document = ways.document_of(way)
    place = next(i for i, block in enumerate(document.blocks) if block.type == "paragraph")
    spoiled = replace(document.blocks[place], text=f"{document.blocks[place].text} NL 3 NL")
    worse = replace(document, blocks=(*document.blocks[:place], spoiled, *document.blocks[place + 1 :]))
    row = ways.figures(way, worse)
    assert row["feet a page"] == pytest.approx(1 / 21)
    assert (row["paragraphs"] or 0) < (ways.figures(way, document)["paragraphs"] or 0)
