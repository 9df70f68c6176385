"""Where everything stands on the site: chapters, footnotes, addresses, the order of documents, and what a mention leads to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.build import Memory
from generator.dossier import passages
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
from generator.dossier.index import Entry, Occurrence, Site, build_index, cards_path, contribution_path, mentions_within
from generator.model import (
    Block,
    Cell,
    Document,
    Element,
    Format,
    Knowledge,
    Lines,
    Mention,
    Metadata,
    Note,
    NoteMarker,
    OnPages,
    PageBox,
    Publication,
    Seed,
    Sense,
    Term,
    Transcript,
)


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


def test_each_thing_that_a_document_has_to_fetch_stands_below_its_address() -> None:
    found = entry()
    assert (found.citing_url, found.citing_path) == ("documenten/nota/citeren/", "documenten/nota/citeren/alinea.json")
    assert found.pdf_path == "documenten/nota/volledig/nota.pdf"
    assert found.pdf_of(found.chapters[2]) == "documenten/nota/inleiding-2/nota-inleiding-2.pdf"
    assert cards_path(found) == "documenten/nota/kaarten.json"


@pytest.mark.parametrize(
    ("name", "form", "served"),
    [
        ("nota.txt", "text", "nota.txt"),
        ("nota.md", "markdown", "nota.txt"),
        ("nota.pdf", "pdf", "nota.pdf"),
        ("NOTA.PDF", "pdf", "nota.pdf"),
        ("nota.docx", "docx", "nota.docx"),
        ("nota", "odt", "nota.odt"),
        ("nota.zip", "formex", "nota.zip"),
        ("nota.html", "html", "nota.html.txt"),
        ("nota.xml", "formex", "nota.formex.txt"),
    ],
)
def test_the_original_is_served_under_an_ending_that_no_browser_runs(name: str, form: Format, served: str) -> None:
    made = Document(Transcript(Seed(f"seeds/{name}"), "", form), Metadata("nota", "Nota", "Nota"), (block("p-1", "Een zin."),))
    found = build_index([made]).entries[0]
    assert found.text_path == f"documenten/nota/{served}"
    assert found.original_page(4) == f"documenten/nota/{served}#page=4"


def test_the_place_of_a_text_in_its_original_is_its_line_its_page_or_the_row_of_its_first_character() -> None:
    made = Document(
        Transcript(Seed("seeds/nota.html"), "een\ntwee\n\nvier", "html"), Metadata("nota", "N", "N"), (block("p-1", "Een zin."),)
    )
    found = build_index([made]).entries[0]
    assert found.source_place(Lines(7, 9)) == "documenten/nota/bron/#r7"
    assert found.source_place(Lines(7, 9), ((10, 14),)) == "documenten/nota/bron/#r7"
    box = (1.0, 2.0, 3.0, 4.0)
    assert found.source_place(OnPages((PageBox(3, box), PageBox(4, box)))) == "documenten/nota/nota.html.txt#page=3"
    rows = [
        found.source_place(Element("p[1]"), spans).rpartition("#")[2]
        for spans in (((0, 3),), ((3, 4),), ((4, 8), (10, 14)), ((10, 14),), ())
    ]
    assert rows == ["r1", "r1", "r2", "r4", "r1"]


def test_mentions_are_counted_against_the_words_of_paragraphs_cells_and_footnotes() -> None:
    found = build_index([document("nota", *tabled(), notes=(note(1, "Een noot."),))]).entries[0]
    assert (found.words, found.per_thousand(3)) == (11, 3000 / 11)
    assert build_index([document("leeg", block("p-1", ""))]).entries[0].per_thousand(2) == 2000


def tabled() -> tuple[Block, ...]:
    """A heading, and below it a paragraph and a table with a caption and two rows."""
    cells = [Cell(f"t-1-{name}", text, Lines(3, 3), "t-1", section="1") for name, text in enumerate(("Jaar", "Kades", "2015", "drie"))]
    caption = Cell("t-1-c", "De kades per jaar", Lines(2, 2), "t-1", section="1")
    table = Block("t-1", "table", "Jaar | Kades\n2015 | drie", Lines(2, 4), "1", caption=caption, rows=(tuple(cells[:2]), tuple(cells[2:])))
    return block("s-1", "KADES", level=1), table


def test_a_cell_has_the_address_chapter_and_heading_of_its_table_and_is_told_by_the_id_of_that() -> None:
    mali = Mention("country", "ML", 0, 4)
    heading, table = tabled()
    mentioned = replace(table, caption=replace(table.cells[0], text="Mali per jaar", mentions=(mali,)))
    found = build_index([document("nota", heading, mentioned)])
    (one,), own = found.of("country")["ML"], found.entries[0]
    assert (one.block, one.footnote, one.url) == ("t-1", None, "documenten/nota/kades/#t-1-c.0")
    assert own.block_urls == {"s-1": "documenten/nota/kades/", "t-1": "documenten/nota/kades/#t-1"} | {
        f"t-1-{name}": f"documenten/nota/kades/#t-1-{name}" for name in ("c", "0", "1", "2", "3")
    }
    assert {place: above.id for place, above in own.headings.items()} == dict.fromkeys(own.block_urls, "s-1")
    assert {place: home.url for place, home in own.homes.items()} == dict.fromkeys(own.block_urls, "documenten/nota/kades/")


def test_a_passage_holds_the_words_of_its_paragraph_in_order_each_with_its_address() -> None:
    lands = (Mention("country", "ML", 0, 4), Mention("country", "NE", 8, 5))
    site = build_index([document("nota", block("p-1", "Mali en Niger.", mentions=lands), block("p-2", "Mali.", mentions=lands[:1]))])
    for order in (site.occurrences, (*reversed(site.occurrences[:2]), site.occurrences[2])):
        first, second = passages.gather(order)
        assert [one.url for one in (first, second)] == ["documenten/nota/tekst/#p-1", "documenten/nota/tekst/#p-2"]
        assert first.marks == ((0, 4, "documenten/nota/tekst/#p-1.0"), (8, 13, "documenten/nota/tekst/#p-1.8"))


def test_words_in_a_heading_are_found_at_the_heading() -> None:
    heading = block("s-1", "Mali en Niger", level=1, mentions=(Mention("country", "ML", 0, 4), Mention("country", "NE", 8, 5)))
    site = build_index([document("nota", heading)])
    assert [one.url for one in site.occurrences] == ["documenten/nota/mali-en-niger/#s-1"] * 2


def test_the_mentions_of_a_range_are_those_that_start_in_it() -> None:
    found = tuple(Mention("country", code, offset, 4) for code, offset in (("ML", 0), ("NE", 5), ("TD", 9), ("LY", 9), ("TN", 14)))
    part = block("p-1", "Mali Nige TsjaTuneLibi", mentions=found)
    assert [one.id for one in mentions_within(part, 5, 14)] == ["NE", "TD", "LY"]
    assert [one.id for one in mentions_within(part, 0, 5)] == ["ML"]
    assert mentions_within(part, 15, 99) == ()


def test_a_title_is_told_as_it_is_shown_or_else_as_it_is_printed_with_its_number() -> None:
    heading = replace(block("s-1", "OVER KADES", level=1), label="1.")
    below = replace(block("s-1-1", "Over sluizen", level=2), label="1.1.")
    found = build_index([document("nota", heading, below)]).entries[0]
    assert [found.title_of(one) for one in (heading, below)] == ["1. Over kades", "1.1. Over sluizen"]
    assert replace(found, titles={}).title_of(heading) == "1. OVER KADES"


def test_documents_of_one_day_come_in_order_of_their_titles_whatever_their_letters_are() -> None:
    names = ["beta", "Alfa", "delta", "Gamma"]
    made = [
        Document(Transcript(Seed(f"seeds/{name}.txt"), ""), Metadata(f"d-{place}", name, name, date="2015"), (block("p-1", "Zin."),))
        for place, name in enumerate(names)
    ]
    assert [one.document.meta.title for one in build_index(made).oldest_first] == ["Alfa", "beta", "delta", "Gamma"]


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


def test_each_kind_of_mention_leads_to_the_page_that_tells_of_it() -> None:
    site = mentioned()
    assert site.target(occurrence(site, "country")) == "landen/mali/"
    assert site.target(occurrence(site, "term")) == "begrippen/ekf/"
    assert site.target(occurrence(site, "amount")) is None
    assert site.target(occurrence(site, "reference")) == "documenten/eigen/"
    assert site.terms["ekf"].term == "EKF"


@pytest.mark.parametrize(
    ("mention", "target"),
    [
        (Mention("reference", "2013/32/EU", 0, 3, role="directive"), "verwijzingen/#2013-32-eu"),
        (Mention("reference", "2013/32/EU", 0, 3, role="decision"), "verwijzingen/#besluit-2013-32-eu"),
        (Mention("date", "2015", 0, 3, role="deadline"), "tijdlijn/#nota.p-1.0"),
        (Mention("date", "2015", 0, 3, role="period"), None),
        (Mention("section", "p-2", 0, 3), "documenten/nota/tekst/#p-2"),
        (Mention("section", "fn:2", 0, 3), "documenten/nota/tekst/#fn:2"),
        (Mention("section", "p-3", 0, 3), None),
        (Mention("section", "fn:12", 0, 3), None),
    ],
)
def test_a_mention_leads_to_the_very_act_date_or_place_that_it_names(mention: Mention, target: str | None) -> None:
    blocks = (block("p-1", "Zie aldaar.", mentions=(mention,)), block("p-2", "Hier."))
    site = build_index([document("nota", *blocks, notes=(note(1), note(2)))])
    assert site.target(site.occurrences[0]) == target


def test_an_id_is_told_once_however_often_a_sentence_has_it() -> None:
    lands = tuple(Mention("country", code, offset, 4) for code, offset in (("NE", 0), ("ML", 5), ("NE", 10), ("TD", 20)))
    one = build_index([document("nota", block("p-1", "Xxxx Mali Xxxx. Dan Xxxx.", mentions=lands))]).occurrences[1]
    assert one.ids_in_sentence("country") == ("NE", "ML")


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


@pytest.mark.parametrize(
    ("number", "date", "acts"),
    [
        ("COM(2015) 240 final", None, ["COM(2015) 240"]),
        ("COM(2015) 240 final en JOIN(2015) 12", None, ["COM(2015) 240", "JOIN(2015) 12"]),
        ("Schengengrenscode", "2017-05-06", ["(EU) 2016/399"]),
        ("Schengengrenscode", None, []),
        ("HN 15", "2017", []),
    ],
)
def test_a_document_is_the_acts_that_its_number_cites_at_its_date(number: str, date: str | None, acts: list[str]) -> None:
    site = build_index([document("ander", block("p-1", "Niets.")), document("eigen", block("p-1", "Niets."), number=number, date=date)])
    assert {name: one.document.meta.id for name, one in site.own_numbers.items()} == dict.fromkeys(acts, "eigen")


def test_a_site_knows_what_its_publisher_said_and_what_contributors_wrote() -> None:
    said, knowledge = Publication(name="Havens"), Knowledge()
    site = build_index([], knowledge, said)
    assert site.publication is said
    assert site.knowledge is knowledge


def test_a_document_that_stayed_is_not_gone_through_again() -> None:
    one, two = document("een", block("p-1", "Zin.")), document("twee", block("p-1", "Zin."))
    memory = Memory()
    before = build_index([one, two], recall=memory).by_id
    after = build_index([one, document("twee", block("p-1", "Andere zin."))], recall=memory).by_id
    assert after["een"] is before["een"]
    assert after["twee"] is not before["twee"]
    assert after["twee"].document.blocks[0].text == "Andere zin."


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
