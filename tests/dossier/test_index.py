"""Where everything stands on the site: chapters, footnotes, addresses, the order of documents, and what a mention leads to."""

from __future__ import annotations

import pytest

from generator.dossier.addresses import (
    card_path,
    country_url,
    event_url,
    marker_anchor,
    note_anchor,
    reference_url,
    region_url,
    relative,
    term_url,
    year_url,
)
from generator.dossier.index import Entry, Occurrence, Site, build_index, contribution_path
from generator.model import Block, Document, Knowledge, Lines, Mention, Metadata, Note, NoteMarker, Seed, Sense, Term, Transcript


def block(name: str, text: str, *, level: int | None = None, notes: tuple[int, ...] = (), mentions: tuple[Mention, ...] = ()) -> Block:
    """A heading if it has a level, else a paragraph; its notes are called at its end."""
    markers = tuple(NoteMarker(number, len(text)) for number in notes)
    return Block(name, "heading" if level else "paragraph", text, Lines(1, 1), level=level, notes=markers, mentions=mentions)


def note(number: int, text: str = "Zie aldaar.") -> Note:
    return Note(number, text, Lines(9, 9))


def document(name: str, *blocks: Block, notes: tuple[Note, ...] = (), date: str | None = None, number: str | None = None) -> Document:
    return Document(Transcript(Seed(f"seeds/{name}.txt"), ""), Metadata(name, name, name.title(), date=date, number=number), blocks, notes)


CHAPTERS = (
    block("p-1", "Vooraf staat dit.", notes=(1,)),
    block("s-1", "INLEIDING", level=1),
    block("p-1-1", "Een zin met een noot.", notes=(3,)),
    block("s-1-1", "Aanleiding", level=2),
    block("p-1-2", "Nog een zin met twee noten.", notes=(4, 6)),
    block("s-2", "INLEIDING", level=1),
    block("p-2-1", "Een zin die noot drie weer aanhaalt.", notes=(3, 7)),
)


def entry(*, notes: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7, 8)) -> Entry:
    return build_index([document("nota", *CHAPTERS, notes=tuple(note(number) for number in notes))]).entries[0]


def test_a_chapter_runs_from_one_heading_of_the_first_level_to_the_next_and_has_an_address_of_its_own() -> None:
    assert [(chapter.title, chapter.url, [part.id for part in chapter.blocks]) for chapter in entry().chapters] == [
        ("Aanhef", "documenten/nota/aanhef/", ["p-1"]),
        ("Inleiding", "documenten/nota/inleiding/", ["s-1", "p-1-1", "s-1-1", "p-1-2"]),
        ("Inleiding", "documenten/nota/inleiding-2/", ["s-2", "p-2-1"]),
    ]


def test_a_footnote_stands_in_the_chapter_of_its_first_marker_and_one_without_a_marker_with_the_note_before_it() -> None:
    assert [[one.number for one in chapter.notes] for chapter in entry().chapters] == [[1, 2], [3, 4, 5, 6], [7, 8]]


def test_the_first_footnotes_without_a_marker_stand_in_the_first_chapter() -> None:
    one = build_index([document("nota", *CHAPTERS[1:], notes=(note(1), note(2), note(7)))]).entries[0]
    assert [[found.number for found in chapter.notes] for chapter in one.chapters] == [[1, 2], [7]]


def test_everything_is_addressed_on_the_page_of_its_chapter() -> None:
    found = entry()
    assert found.block_urls["s-1"] == "documenten/nota/inleiding/"
    assert found.block_urls["p-1-2"] == "documenten/nota/inleiding/#p-1-2"
    assert found.note_urls[5] == "documenten/nota/inleiding/#fn:5"
    assert found.note_urls[7] == "documenten/nota/inleiding-2/#fn:7"
    for chapter in found.chapters:
        for part in chapter.parts:
            assert found.homes[part.anchor] is chapter
            assert found.url_of(part).startswith(chapter.url)
            assert found.target(part.anchor) == found.url_of(part)
    assert found.target("p-9") is None
    assert found.target("fn:99") is None


def test_each_block_knows_the_heading_at_or_above_it() -> None:
    assert {place: heading.id for place, heading in entry().headings.items()} == {
        "s-1": "s-1", "p-1-1": "s-1", "s-1-1": "s-1-1", "p-1-2": "s-1-1", "s-2": "s-2", "p-2-1": "s-2",
    }  # fmt: skip


@pytest.mark.parametrize("title", ["Bron", "Volledig", "Index"])
def test_a_chapter_never_takes_the_address_of_another_page_of_its_document(title: str) -> None:
    one = build_index([document("nota", block("s-1", title, level=1))]).entries[0]
    assert one.chapters[0].url == f"documenten/nota/{title.lower()}-2/"


def test_a_document_without_headings_is_one_chapter_with_a_plain_name() -> None:
    one = build_index([document("nota", block("p-1", "Een zin."))]).entries[0]
    assert [(chapter.title, chapter.url) for chapter in one.chapters] == [("Tekst", "documenten/nota/tekst/")]


def test_a_document_has_an_address_for_each_of_its_forms() -> None:
    found = entry()
    assert (found.source_url, found.whole_url) == ("documenten/nota/bron/", "documenten/nota/volledig/")
    assert found.markdown_path == "documenten/nota/nota.md.txt"
    assert found.json_path == "data/documents/nota.json"


def test_documents_come_newest_first_undated_ones_last_and_mentions_oldest_first() -> None:
    mali = Mention("country", "ML", 0, 4)
    dated = [("b", "2015-03-04"), ("los", None), ("a", "2015-03-04"), ("c", "2016"), ("zwerf", None), ("d", "1999-12")]
    found = build_index([document(name, block("p-1", "Mali.", mentions=(mali,)), date=date) for name, date in dated])
    assert [one.document.meta.id for one in found.entries] == ["c", "b", "a", "d", "los", "zwerf"]
    assert [one.document.meta.id for one in found.oldest_first] == ["d", "a", "b", "c", "los", "zwerf"]
    assert [occurrence.entry.document.meta.id for occurrence in found.of("country")["ML"]] == ["d", "a", "b", "c", "los", "zwerf"]
    assert found.by_id["zwerf"].document.meta.id == "zwerf"


def mentioned() -> Site:
    """A paragraph and a footnote with mentions of every kind, and an entry for the term."""
    text = "In mei 2017 kreeg Mali 3 miljoen EUR. Zie COM(2015) 240 over het EKF."
    mentions = (
        Mention("date", "2017-05", 3, 8, role="event"),
        Mention("country", "ML", 18, 4),
        Mention("amount", "3000000", 23, 13),
        Mention("reference", "COM(2015) 240", 42, 13),
        Mention("term", "ekf", 66, 3),
    )
    term = Term("ekf", "EKF", "fund", (Sense("Europees Kustfonds"),), "<p>Het EKF.</p>", "Het EKF.", "seeds/glossary/ekf.md")
    noted = Note(
        1, "Over Mali in 2016.", Lines(9, 9), mentions=(Mention("country", "ML", 5, 4), Mention("date", "2016", 13, 4, role="reference"))
    )
    own = document("eigen", block("p-1", "Niets."), date="2015-06-10", number="COM(2015) 240 final")
    paper = document("nota", block("s-1", "KOP", level=1), block("p-1-1", text, notes=(1,), mentions=mentions), notes=(noted,), date="2018")
    return build_index([paper, own], Knowledge((term,)))


def occurrence(site: Site, kind: str, nth: int = 0) -> Occurrence:
    return [one for one in site.occurrences if one.mention.kind == kind][nth]


def test_a_mention_is_told_with_its_words_its_place_and_what_stands_in_its_sentence() -> None:
    site = mentioned()
    one = occurrence(site, "country")
    assert (one.words, one.anchor, one.block, one.footnote) == ("Mali", "p-1-1.18", "p-1-1", None)
    assert one.url == "documenten/nota/kop/#p-1-1.18"
    assert one.place_url == "documenten/nota/kop/#p-1-1"
    assert [mention.kind for mention in one.same_sentence] == ["date", "country", "amount"]
    assert one.ids_in_sentence("amount") == ("3000000",)
    assert occurrence(site, "term").ids_in_sentence("country") == ()


def test_a_mention_in_a_footnote_is_told_with_its_number() -> None:
    one = occurrence(mentioned(), "country", 1)
    assert (one.words, one.anchor, one.block, one.footnote) == ("Mali", "fn:1.5", None, 1)
    assert one.url == "documenten/nota/kop/#fn:1.5"
    assert one.place_url == "documenten/nota/kop/#fn:1"


def test_only_a_date_of_something_that_happens_leads_to_the_timeline() -> None:
    site = mentioned()
    assert site.target(occurrence(site, "date")) == "tijdlijn/#nota.p-1-1.3"
    assert site.target(occurrence(site, "date", 1)) is None


def test_the_number_of_a_document_of_the_site_leads_to_that_document() -> None:
    site = mentioned()
    own = site.own("COM(2015) 240")
    assert own is not None
    assert own.document.meta.id == "eigen"
    assert site.own("COM(2015) 241") is None


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (term_url("ekf"), "begrippen/ekf/"),
        (card_path("ekf"), "begrippen/ekf/kaart.json"),
        (country_url("CI"), "landen/ivoorkust/"),
        (region_url("sahel"), "landen/gebieden/sahel/"),
        (reference_url("2013/32/EU"), "verwijzingen/#2013-32-eu"),
        (reference_url("2013/32/EU", "decision"), "verwijzingen/#besluit-2013-32-eu"),
        (reference_url("2013/32/EU", "directive"), "verwijzingen/#2013-32-eu"),
        (event_url("top"), "tijdlijn/#top"),
        (year_url(2015), "tijdlijn/#jaar-2015"),
        (note_anchor(3), "fn:3"),
        (marker_anchor(3), "fnref:3"),
        (marker_anchor(3, 2), "fnref:3-2"),
    ],
)
def test_addresses_are_as_they_were_published(made: str, expected: str) -> None:
    assert made == expected


def test_a_contribution_stands_beside_the_seeds_of_the_site() -> None:
    assert contribution_path(mentioned(), "glossary", "ekf") == "seeds/glossary/ekf.md"
    assert contribution_path(build_index([]), "glossary", "ekf") == "glossary/ekf.md"


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("", "", "./"),
        ("", "landen/mali/", "landen/mali/"),
        ("landen/mali/", "", "../../"),
        ("landen/mali/", "landen/niger/", "../niger/"),
        ("landen/mali/", "landen/mali/#p-1", "#p-1"),
        ("landen/mali/", "landen/mali/", "./"),
        ("landen/mali/", "landen/niger/#p-1", "../niger/#p-1"),
        ("landen/mali/", "data/terms.json", "../../data/terms.json"),
        ("documenten/nota/kop/", "documenten/nota/nota.txt", "../nota.txt"),
    ],
)
def test_the_way_from_page_to_page_is_relative(page: str, target: str, way: str) -> None:
    assert relative(page, target) == way
