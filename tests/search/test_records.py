"""What a search can find: a record for each paragraph and footnote, at its own address and with its own heading."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from generator import annotators
from generator.dossier.findings import gather
from generator.dossier.index import Site, build_index
from generator.model import (
    Block,
    Cell,
    Document,
    Event,
    Evidence,
    Introduction,
    Knowledge,
    Lines,
    ListPlace,
    Metadata,
    Note,
    NoteMarker,
    Seed,
    Sense,
    Term,
    Theme,
    Transcript,
)
from generator.search.records import NameRange, Record, RecordDocument, languages, records
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


# A dossier in which every kind of thing is met.

_TEXTS: Final = {
    "p-1": "Het EKF gaf Tunesië 3 miljoen EUR in 2014.",
    "p-2": "De EU heeft een pakket voor Libië. Het bevat:",
    "i-1": "geld voor de kade;",
    "i-2": "hulp aan Libië en aan Mali;",
    "p-3": "Zie COM(2014) 77 en Richtlijn 2013/32/EU over de Sahel en Noord-Afrika, en de Schengengrenscode.",
}
_EKF: Final = Term(
    "ekf", "EKF", "fund", (Sense("Europees Kustfonds", end="2016-05-01"), Sense("Euro-Kadefonds")), "<p>Het <em>EKF</em> &amp; meer.</p>",
    "Het EKF.", "seeds/glossary/ekf.md", aliases=("Kustfonds",), forms=("EKF's",), not_in=("Euro-Kadefonds",),
    translations=(("en", "European Coast Fund"),), see_also=("nkf", "weg"), evidence=(Evidence("nota", "p-1", "Het EKF gaf"),),
)  # fmt: skip
_NKF: Final = Term(
    "nkf", "NKF", "fund", (Sense("nkf", start="2016"),), "<p>Nieuw.</p>", "Nieuw.", "seeds/glossary/nkf.md", see_also=("ekf",)
)
_HOME: Final = RecordDocument("documenten/nota/", "Havennota (2015)", "2015-11-04", "nl")


def _item(name: str, text: str) -> Block:
    place = ListPlace("bullet", 1, "-") if name.startswith("i") else None
    return Block(name, "list_item" if place else "paragraph", text, Lines(2, 2), "1", list=place)


@cache
def _dossier() -> tuple[Record, ...]:
    """The records of two documents, with what contributors wrote."""
    heading = Block("s-1", "heading", "KADES", Lines(1, 1), level=1, label="1.", number="1")
    cells = [
        Cell(f"t-1-{n}", text, Lines(9, 9), "t-1", section="1")
        for n, text in enumerate(("Land", "Bedrag", "", "Mali: 2 miljoen EUR", "", ""))
    ]
    caption = Cell("t-1-c", "Steun in 2013", Lines(8, 8), "t-1", section="1")
    rows = (tuple(cells[:2]), tuple(cells[2:4]), tuple(cells[4:]))
    table = Block("t-1", "table", "x", Lines(8, 9), "1", caption=caption, header_rows=1, rows=rows)
    blocks = (heading, *(_item(name, text) for name, text in _TEXTS.items()), table)
    facts = Metadata("nota", "Nota over havens", "Havennota (2015)", date="2015-11-04", number="COM(2015) 240 final", celex="52015DC0240")
    own = Document(Transcript(Seed("seeds/nota.txt"), ""), facts, blocks)
    other = Document(
        Transcript(Seed("seeds/note.txt"), ""),
        Metadata("note", "Note", "Note", language="en"),
        (Block("p-1", "paragraph", "The quay, see COM(2015) 240.", Lines(1, 1)),),
    )
    knowledge = Knowledge(
        (_EKF, _NKF),
        introductions=(Introduction("LY", "<p>Libië ligt aan zee.</p>", "x"),),
        events=(Event("haventop", "Haventop", "2014-03-04", "<p>De top.</p>", "x", phrases=("top van de havens",)),),
        themes=(Theme("kades", "Kades", ("kade*", "pakket*"), "<p>K.</p>", "K.", "x"),),
    )
    return records(gather(build_index(annotators.annotate_all((own, other), knowledge), knowledge)))


def _found(url: str) -> Record:
    """The record at an address."""
    (one,) = [record for record in _dossier() if record.url == url]
    return one


@pytest.mark.parametrize(
    "expected",
    [
        Record("toezeggingen/", "pagina", "Toezeggingen", "Wat de documenten toezeggen, vragen en aankondigen, en wie het moet doen.", names=("Toezeggingen",)),
        Record(
            "begrippen/ekf/", "begrip", "EKF: Europees Kustfonds", "Het EKF & meer.", "Begrippen", key="term:ekf", successors=("term:nkf",),
            names=("EKF", "Europees Kustfonds", "Kustfonds", "EKF's", "European Coast Fund"),
        ),
        Record("begrippen/nkf/", "begrip", "NKF", "Nieuw.", "Begrippen", key="term:nkf", names=("NKF", "nkf")),
        Record("tijdlijn/#haventop", "gebeurtenis", "Haventop", "4 maart 2014. De top.", "Tijdlijn", names=("Haventop", "top van de havens")),
        Record("onderwerpen/kades/", "onderwerp", "Kades", "2 passages.", "Onderwerpen", names=("Kades",)),
        Record(
            "verwijzingen/#2013-32-eu", "besluit", "Richtlijn 2013/32/EU: Asielprocedurerichtlijn (2013)", "Aangehaald op 1 plaats.",
            "Verwijzingen", key="reference:2013/32/EU", names=("Asielprocedurerichtlijn (2013)", "Asielprocedurerichtlijn"),
            numbers=("2013/32/EU", "Richtlijn 2013/32/EU", "32013L0032"),
        ),
        Record("verwijzingen/#com-2014-77", "besluit", "COM(2014) 77", "Aangehaald op 1 plaats.", "Verwijzingen", key="reference:COM(2014) 77", numbers=("COM(2014) 77",)),
        Record(
            "documenten/nota/", "document", "Nota over havens", "Nota over havens", home=_HOME, key="reference:COM(2015) 240",
            names=("Havennota (2015)", "Havennota", "Nota over havens"), numbers=("COM(2015) 240 final", "52015DC0240", "COM(2015) 240"),
        ),
        Record("documenten/note/", "document", "Note", "Note", language="en", home=RecordDocument("documenten/note/", "Note", "", "en"), names=("Note",)),
        Record("documenten/nota/1-kades/", "kop", "1. Kades", "KADES", "1. Kades", home=_HOME),
        Record(
            "documenten/nota/1-kades/#p-1", "alinea", "1. Kades", _TEXTS["p-1"], "1. Kades", home=_HOME, places=("TN",), amounts=True, dates=True,
            named=(NameRange("term:ekf", 4, 7), NameRange("country:TN", 12, 19)), defines=("term:ekf",),
        ),
        Record(
            "documenten/nota/1-kades/#i-2", "alinea", "1. Kades", _TEXTS["i-2"], "1. Kades", home=_HOME, context=("country:LY",),
            named=(NameRange("country:LY", 9, 14), NameRange("country:ML", 22, 26)), places=("LY", "ML"),
        ),
        Record("documenten/nota/1-kades/#t-1-c", "tabel", "1. Kades", "Steun in 2013", "1. Kades", home=_HOME, dates=True),
        Record("documenten/nota/1-kades/#t-1-0", "tabel", "1. Kades", "Land | Bedrag", "1. Kades", home=_HOME),
        Record(
            "documenten/nota/1-kades/#t-1-3", "tabel", "1. Kades", "Mali: 2 miljoen EUR", "1. Kades", home=_HOME, amounts=True,
            named=(NameRange("country:ML", 0, 4),), places=("ML",),
        ),
    ],
    ids=lambda record: record.url,
)  # fmt: skip
def test_a_record_tells_all_that_the_index_has_to_know(expected: Record) -> None:
    assert _found(expected.url) == expected


def test_mentions_of_a_row_stand_where_their_words_are_in_the_row() -> None:
    cells = tuple(Cell(f"t-1-{n}", text, Lines(1, 1), "t-1") for n, text in enumerate(("Steun", "", "aan Mali", "en Niger")))
    made = Document(
        Transcript(Seed("seeds/d.txt"), ""),
        Metadata("d", "D", "D"),
        (Block("t-1", "table", "x", Lines(1, 1), rows=(cells[:1], cells[1:], cells)),),
    )
    found = [one for one in records(gather(build_index(annotators.annotate_all((made,), Knowledge())))) if one.kind == "tabel"]
    assert [one.text for one in found] == ["Steun", "aan Mali | en Niger", "Steun | aan Mali | en Niger"]
    assert [[one.text[name.start : name.end] for name in one.named] for one in found] == [[], ["Mali", "Niger"], ["Mali", "Niger"]]
    assert found[1].url == "documenten/d/tekst/#t-1-2"


def test_a_country_has_all_its_names_how_often_it_is_met_and_what_was_written_of_it() -> None:
    libya, mali = _found("landen/libie/"), _found("landen/mali/")
    assert (libya.kind, libya.chapter, libya.key, libya.names[0]) == ("land", "Landen", "country:LY", "Libië")
    assert {"Libische", "Libiërs"} <= set(libya.names)
    assert not {"Mali", "Malinese"} & set(libya.names)
    assert libya.text == "2 vermeldingen in 1 document. Libië ligt aan zee."
    assert mali.text == "2 vermeldingen in 1 document."


def test_a_part_of_the_world_has_its_passages_and_the_countries_in_it_that_are_named() -> None:
    north, sahel, west = (_found(f"landen/gebieden/{name}/") for name in ("noord-afrika", "sahel", "west-afrika"))
    assert (north.kind, north.chapter, north.title) == ("gebied", "Landen", "Noord-Afrika")
    assert north.text == "1 passage. Landen: Libië, Tunesië."
    assert (sahel.text, west.text) == ("1 passage.", "Landen: Mali.")
    assert {"Sahel", "Sahellanden"} <= set(sahel.names)


def test_an_act_that_texts_call_by_its_name_is_found_by_that_name_too() -> None:
    found = [record for record in _dossier() if record.kind == "besluit" and "Schengengrenscode" in record.names]
    assert len(found) == 1


def test_an_act_that_is_a_document_of_the_site_is_found_as_that() -> None:
    assert not [record for record in _dossier() if record.kind == "besluit" and "240" in record.title]
    assert _found("documenten/note/tekst/#p-1").named == (NameRange("reference:COM(2015) 240", 14, 27),)


def test_pages_about_one_thing_come_before_the_documents() -> None:
    kinds = list(dict.fromkeys(record.kind for record in _dossier()))
    assert kinds == ["pagina", "begrip", "land", "gebied", "gebeurtenis", "onderwerp", "besluit", "document", "kop", "alinea", "tabel"]
    assert languages(_dossier()) == ("en", "nl")


@pytest.mark.parametrize(
    ("change", "succeeds"),
    [
        ({}, True),
        ({"kind": "agency"}, False),
        ({"see_also": ()}, False),
        ({"senses": (Sense("NKF", start="2017"),)}, False),
        ({"senses": (Sense("NKF", start="2016-09"), Sense("x", start="2020"))}, True),
        ({"senses": (Sense("NKF", start="2020"), Sense("x", start="2016"))}, False),
        ({"senses": (Sense("NKF"),)}, False),
    ],
)
def test_one_body_follows_another_that_ends_in_the_year_in_which_it_begins_where_both_name_each_other(
    change: dict[str, object], *, succeeds: bool
) -> None:
    knowledge = Knowledge((_EKF, replace(_NKF, **change)))  # type: ignore[arg-type]
    found = {record.key: record.successors for record in records(gather(build_index((), knowledge)))}
    assert found["term:ekf"] == (("term:nkf",) if succeeds else ())
    assert found["term:nkf"] == ()


@pytest.mark.parametrize(
    ("before", "items", "about"),
    [
        (("Over Mali.", "Zie:"), ("kades", "sluizen in Mali"), ("country:ML",)),
        (("Over Mali.", "Eerst dit.", "Zie:"), ("kades", "sluizen in Mali"), ()),
        (("Over Mali en Niger.", "Steun aan Mali en Niger:"), ("kades", "sluizen"), ("country:ML", "country:NE")),
        (("Zie:",), ("Mali en nog eens Mali", "sluizen"), ()),
        ((), ("Mali", "sluizen in Mali"), ("country:ML",)),
        (("#Mali", "Zie:"), ("kades", "sluizen in Mali"), ()),
    ],
)
def test_an_enumeration_is_about_the_countries_that_two_of_its_parts_name(
    before: tuple[str, ...], items: tuple[str, ...], about: tuple[str, ...]
) -> None:
    leading = [
        Block(
            f"p-{n}",
            "heading" if text.startswith("#") else "paragraph",
            text.strip("#"),
            Lines(1, 1),
            level=2 if text.startswith("#") else None,
        )
        for n, text in enumerate(before)
    ]
    listed = [_item(f"i-{n}", text) for n, text in enumerate(items)]
    made = Document(
        Transcript(Seed("seeds/d.txt"), ""),
        Metadata("d", "D", "D"),
        (*leading, *listed, _item("p-9", "Over Niger."), _item("i-9", "sluizen")),
    )
    found = {
        record.url.rpartition("#")[2]: record.context
        for record in records(gather(build_index(annotators.annotate_all((made,), Knowledge()))))
    }
    assert [found[block.id] for block in listed] == [about] * len(listed)
    assert [found[block.id] for block in leading if block.type != "heading"] == [()] * len([text for text in before if text[0] != "#"])
    assert found["i-9"] == ()


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Havennota (2015)", ("Havennota (2015)", "Havennota", "Nota")),
        ("Havennota (2014-2016)", ("Havennota (2014-2016)", "Havennota", "Nota")),
        ("Havennota (15)", ("Havennota (15)", "Nota")),
        ("Havennota (2015) bis", ("Havennota (2015) bis", "Nota")),
        ("Nota", ("Nota",)),
    ],
)
def test_a_document_is_found_by_its_titles_with_and_without_the_year(title: str, names: tuple[str, ...]) -> None:
    made = Document(Transcript(Seed("seeds/d.txt"), ""), Metadata("d", "Nota", title), (Block("p-1", "paragraph", "Zin.", Lines(1, 1)),))
    (found,) = [record for record in records(gather(build_index((made,)))) if record.kind == "document"]
    assert (found.names, found.numbers) == (names, ())
