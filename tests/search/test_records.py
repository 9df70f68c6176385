"""What a search can find: a record for each paragraph and footnote, at its own address and with its own heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.dossier.findings import gather
from generator.dossier.index import Site, build_index
from generator.model import Block, Document, Lines, Metadata, Note, NoteMarker, Seed, Transcript
from generator.search.records import records
from tests.pages.whole_site import test_home


def site(date: str | None = "2015-11-04") -> Site:
    """A document of two chapters with a footnote each, the second marked in the first chapter too, and a note without text."""
    blocks = (
        Block("p-1", "paragraph", "Vooraf.", Lines(1, 1)),
        Block("s-1", "heading", "INLEIDING", Lines(2, 2), level=1, label="1."),
        Block("p-1-1", "paragraph", "Over <havens> & kades.", Lines(3, 3), notes=(NoteMarker(2, 4),)),
        Block("s-2", "heading", "SLOT", Lines(4, 4), level=1, label="2."),
        Block("s-2-1", "heading", "Dank", Lines(5, 5), level=2),
        Block("p-2-1", "list_item", "Een punt.", Lines(6, 6), notes=(NoteMarker(3, 3), NoteMarker(4, 9))),
    )
    notes = (Note(2, "Zie het havenboek.", Lines(7, 7)), Note(3, "Zie de bijlage.", Lines(8, 8)), Note(4, "", None))
    return build_index(
        [Document(Transcript(Seed("seeds/nota.txt"), ""), Metadata("nota", "Nota over havens", "Nota", date=date), blocks, notes)]
    )


def of_documents(made: Site) -> list[tuple[str, str, str, str]]:
    """The records of documents: address, words, title, kind."""
    return [
        (one.url, one.text, one.title, one.kind)
        for one in records(gather(made))
        if one.kind not in {"pagina", "begrip", "land", "gebied", "gebeurtenis", "besluit"}
    ]


def test_there_is_a_record_for_each_part_in_reading_order_at_its_own_address() -> None:
    home = "documenten/nota/"
    assert of_documents(site()) == [
        (home, "Nota over havens", "Nota over havens", "document"),
        (f"{home}aanhef/#p-1", "Vooraf.", "Aanhef", "alinea"),
        (f"{home}1-inleiding/", "INLEIDING", "1. Inleiding", "kop"),
        (f"{home}1-inleiding/#p-1-1", "Over <havens> & kades.", "1. Inleiding", "alinea"),
        (f"{home}1-inleiding/#fn:2", "Zie het havenboek.", "Voetnoot 2", "voetnoot"),
        (f"{home}2-slot/", "SLOT", "2. Slot", "kop"),
        (f"{home}2-slot/#s-2-1", "Dank", "Dank", "kop"),
        (f"{home}2-slot/#p-2-1", "Een punt.", "Dank", "alinea"),
        (f"{home}2-slot/#fn:3", "Zie de bijlage.", "Voetnoot 3", "voetnoot"),
    ]


def test_a_record_knows_its_document_and_year() -> None:
    assert {(one.home.title, one.home.year) for one in records(gather(site())) if one.kind == "voetnoot" and one.home} == {("Nota", "2015")}


@pytest.mark.parametrize(("date", "year"), [(None, ""), ("2015", "2015"), ("2023-10~", "2023"), ("2014/2016", "2014"), ("../2016", "2016")])
def test_the_year_of_a_record_is_that_in_which_its_date_begins(date: str | None, year: str) -> None:
    assert {one.home.year for one in records(gather(site(date))) if one.kind == "voetnoot" and one.home} == {year}


def test_every_record_stands_at_an_address_of_the_site() -> None:
    made = site()
    addresses = {made.entries[0].url, *made.entries[0].block_urls.values(), *made.entries[0].note_urls.values()}
    assert {url for url, *_ in of_documents(made)} <= addresses


@pytest.mark.parametrize(
    ("kind", "title", "url", "names"),
    [
        ("begrip", "EKF: Europees Kustfonds", "begrippen/ekf/", ("EKF", "Europees Kustfonds")),
        ("land", "Tunesië", "landen/tunesie/", ("Tunesië", "Tunesische", "Tunesiërs")),
        ("gebied", "Noord-Afrika", "landen/gebieden/noord-afrika/", ("Noord-Afrika",)),
        ("gebeurtenis", "Haventop", "tijdlijn/#haventop", ("Haventop",)),
        ("pagina", "Termijnen", "tijdlijn/termijnen/", ("Termijnen",)),
    ],
)
def test_a_search_can_find_whatever_has_a_page_or_a_place_of_its_own(
    tmp_path: Path, kind: str, title: str, url: str, names: tuple[str, ...]
) -> None:
    found = {(record.kind, record.title): record for record in records(gather(test_home.site(tmp_path)))}
    assert found[kind, title].url == url
    assert set(names) <= set(found[kind, title].names)
    assert "<" not in found[kind, title].text
