"""The pages of the glossary, the chart, the concordance, links in quoted text and the open data, on a small site of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator

from generator import annotators
from generator.dossier.findings import gather
from generator.dossier.index import Site, build_index
from generator.export.terms import terms_data
from generator.language import tables
from generator.model import Block, Document, Evidence, Knowledge, Lines, Metadata, Note, Seed, Sense, Term, Transcript
from generator.pages.glossary import term, terms
from generator.pages.parts.chart import mentions_chart
from generator.pages.quotations.concordance import concordance
from generator.pages.quotations.meanings import meaning
from generator.pages.quotations.term_links import TermLinks

KUST = Term(
    "ekf",
    "EKF",
    "fund",
    (Sense("Europees Kustfonds", "2014"), Sense("eenheid voor kustformaties", documents=("nota-2016",))),
    "<p>Het EKF betaalt <em>havens</em>.</p>",
    "Het EKF betaalt havens.",
    "seeds/glossary/ekf.md",
    aliases=("kustfonds",),
    translations=(("en", "ECF"),),
    external=(("wikidata", "Q1"),),
    see_also=("krw",),
    evidence=(Evidence("havens-2015", "p-1", "Het Europees Kustfonds"), Evidence("havens-2015", "p-99", "staat nergens")),
)
WATER = Term("krw", "KRW", "instrument", (Sense("kaderrichtlijn water"),), "<p>De KRW.</p>", "De KRW.", "seeds/glossary/krw.md")
UNUSED = Term("zzz", "ZZZ", "concept", (Sense("ZZZ"),), "<p>Niets.</p>", "Niets.", "seeds/glossary/zzz.md")


def document(name: str, date: str | None, *texts: str, notes: tuple[Note, ...] = ()) -> Document:
    """A document with one heading, and paragraphs p-1, p-2 and so on."""
    head = Block("s-1", "heading", "Over havens", Lines(1, 1), level=1, number="1")
    blocks = tuple(Block(f"p-{number}", "paragraph", text, Lines(number, number)) for number, text in enumerate(texts, 1))
    return Document(Transcript(Seed(f"seeds/{name}.txt"), ""), Metadata(name, name, name, date=date), (head, *blocks), notes)


@pytest.fixture(scope="module")
def site() -> Site:
    """Three documents and three entries, one of which no document uses."""
    documents = (
        document(
            "havens-2015", "2015-11-04", "Het Europees Kustfonds (EKF) en de KRW in Tunesië.", "Het EKF, het EKF en de QRS.", "De QRS."
        ),
        document("nota-2016", "2016", "Een zin over de EKF-raad.", notes=(Note(1, "Zie het EKF.", Lines(9, 9)),)),
        document("los", None, "Niets."),
    )
    knowledge = Knowledge((KUST, WATER, UNUSED))
    return build_index(annotators.annotate_all(documents, knowledge), knowledge)


def page(site: Site, path: str) -> tuple[dict[str, Any], BeautifulSoup]:
    """The front matter and the content of a page of the glossary."""
    found = next(item for item in (*terms.pages(gather(site)), *term.pages(gather(site))) if item.path == path)
    assert isinstance(found.content, str)
    _, front, content = found.content.split("---\n", 2)
    values = dict(line.split(": ", 1) for line in front.splitlines())
    return {key: json.loads(value) for key, value in values.items()}, BeautifulSoup(content, "html.parser")


def test_the_index_has_every_entry_under_its_letter_with_its_facts(site: Site) -> None:
    front, content = page(site, "begrippen/index.md")
    assert [link["href"] for link in content.select(".letters a")] == ["#letter-e", "#letter-k", "#letter-z"]
    items = [item.get_text(" ", strip=True) for item in content.select(".begrippen > li")]
    assert items == [
        "EKF Europees Kustfonds; eenheid voor kustformaties fonds · 6 vermeldingen in 2 documenten",
        "KRW kaderrichtlijn water instrument · 1 vermelding in 1 document",
        "ZZZ begrip · niet in de documenten",
    ]
    assert front["edit_path"] is False


def test_the_index_ends_with_the_acronyms_that_nobody_described_each_with_a_file_to_start_from(site: Site) -> None:
    front, _ = page(site, "begrippen/index.md")
    assert [(item["term"], item["vermeldingen"], item["bestand"]) for item in front["onbeschreven"]] == [
        ("QRS", "2 vermeldingen", "seeds/glossary/qrs.md")
    ]
    assert front["onbeschreven"][0]["inhoud"].startswith("---\nterm: QRS\nkind: acronym")


def test_an_entry_s_page_tells_all_there_is(site: Site) -> None:
    front, content = page(site, "begrippen/ekf/index.md")
    assert front["edit_path"] == "seeds/glossary/ekf.md"
    assert front["kruimels"] == [{"title": "Begrippen", "url": "../"}]
    senses = [item.get_text(" ", strip=True) for item in content.select(".betekenissen li")]
    assert senses == ["Europees Kustfonds (sinds 2014)", "eenheid voor kustformaties in nota-2016"]
    assert str(content.select_one(".definitie")) == '<div class="definitie"><p>Het EKF betaalt <em>havens</em>.</p></div>'
    facts = {row.dt.get_text(): row.dd.get_text() for row in content.select(".feiten > div") if row.dt and row.dd}
    assert facts == {
        "Ook genoemd": "kustfonds",
        "In andere talen": "ECF (Engels)",
        "Meer weten": "Wikidata",
        "Zie ook": "kaderrichtlijn water (KRW)",
        "Begrippen in dezelfde alinea's": "kaderrichtlijn water (KRW) (1)",
        "Landen in dezelfde alinea's": "Tunesië (1)",
    }


def test_an_entry_s_page_quotes_the_documents_but_not_what_is_not_there(site: Site) -> None:
    _, content = page(site, "begrippen/ekf/index.md")
    quotes = [(quote.blockquote.get_text(), quote.a["href"]) for quote in content.select(".citaat") if quote.blockquote and quote.a]
    assert quotes == [("Het Europees Kustfonds", "../../documenten/havens-2015/over-havens/#p-1")]


def test_an_entry_names_those_that_point_at_it(site: Site) -> None:
    _, content = page(site, "begrippen/krw/index.md")
    assert {row.dt.get_text(): row.dd.get_text() for row in content.select(".feiten > div") if row.dt and row.dd}[
        "Verwijst hiernaar"
    ] == "Europees Kustfonds (EKF)"


def test_an_entry_s_linked_data_is_that_of_a_defined_term(site: Site) -> None:
    data = json.loads(page(site, "begrippen/ekf/index.md")[0]["jsonld"])
    assert (data["@type"], data["name"], data["sameAs"]) == ("DefinedTerm", "EKF", ["https://www.wikidata.org/wiki/Q1"])
    assert data["alternateName"] == ["Europees Kustfonds", "eenheid voor kustformaties", "kustfonds", "ECF"]


def test_an_entry_without_mentions_has_no_chart(site: Site) -> None:
    _, content = page(site, "begrippen/zzz/index.md")
    assert content.select("svg, .concordantie, .betekenissen") == []


def test_a_card_holds_the_meaning_for_each_document_and_the_first_sentence(site: Site) -> None:
    card = next(item for item in term.pages(gather(site)) if item.path == "begrippen/ekf/kaart.json")
    assert isinstance(card.content, str)
    assert json.loads(card.content) == {
        "term": "EKF",
        "soort": "fonds",
        "betekenissen": {"": "Europees Kustfonds", "nota-2016": "eenheid voor kustformaties"},
        "uitleg": "Het EKF betaalt havens.",
    }


def test_the_chart_has_a_bar_for_each_document_the_oldest_first_and_says_so_in_words_and_in_a_table(site: Site) -> None:
    figure = BeautifulSoup(mentions_chart(site, "begrippen/ekf/", site.of("term")["ekf"], "EKF"), "html.parser")
    assert [word.get_text() for word in figure.select(".grafiek__aantal")] == ["200,0", "200,0", "0,0"]
    assert [word.get_text() for word in figure.select(".grafiek__jaar")] == ["2015", "2016", "z.d."]
    assert len(figure.select("rect")) == 2
    drawing = figure.svg
    assert drawing
    assert str(drawing["aria-label"]).startswith(
        "Staafdiagram: 6 vermeldingen van EKF in 2 van de 3 documenten; per 1.000 woorden de meeste (200,0) in havens-2015."
    )
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in figure.select("tbody tr")]
    lengths = {entry.document.meta.id: str(entry.words) for entry in site.entries}
    assert rows == [
        ["havens-2015", "4 november 2015", "4", lengths["havens-2015"], "200,0"],
        ["nota-2016", "2016", "2", lengths["nota-2016"], "200,0"],
        ["los", "zonder datum", "0", lengths["los"], "0,0"],
    ]


def test_no_mentions_make_no_chart(site: Site) -> None:
    assert mentions_chart(site, "", (), "niets") == ""


def test_the_chart_of_many_documents_keeps_its_width() -> None:
    many = tuple(document(f"d-{number}", f"{1900 + number}", "De KRW.") for number in range(100))
    big = build_index(annotators.annotate_all(many, Knowledge((WATER,))), Knowledge((WATER,)))
    figure = BeautifulSoup(mentions_chart(big, "", big.of("term")["krw"], "KRW"), "html.parser")
    assert figure.svg
    assert int(str(figure.svg["width"])) <= 640
    assert figure.select("text") == []


def test_the_concordance_has_every_mention_by_document_with_the_way_to_its_words(site: Site) -> None:
    content = BeautifulSoup(concordance(site, "begrippen/ekf/", site.of("term")["ekf"]), "html.parser")
    assert [group.get_text(" ", strip=True) for group in content.select("summary")] == [
        "havens-2015 4 vermeldingen",
        "nota-2016 2 vermeldingen",
    ]
    lines = [(line.a["href"], line.get_text("|", strip=True)) for line in content.select("li") if line.a]
    assert lines[1] == ("../../documenten/havens-2015/over-havens/#p-1.24", "Het Europees Kustfonds (|EKF|) en de KRW in Tunesië.|punt 1")
    assert lines[-1] == ("../../documenten/nota-2016/over-havens/#fn:1.8", "Zie het|EKF|.|voetnoot 1")


def test_quoted_text_links_each_term_once_and_not_over_what_is_taken(site: Site) -> None:
    entry = next(entry for entry in site.entries if entry.document.meta.id == "havens-2015")
    first, second = entry.document.blocks[1:3]
    links = TermLinks(site, "landen/tunesie/")
    assert [(mark.start, mark.end) for mark in links.marks(entry, first)] == [(4, 22), (35, 38)]
    assert list(links.marks(entry, second)) == []
    fresh = TermLinks(site, "landen/tunesie/")
    assert [(mark.start, mark.end) for mark in fresh.marks(entry, first, [(0, 23)])] == [(24, 27), (35, 38)]
    assert [mark.start for mark in TermLinks(site, "x/").marks(entry, first, (), (23, 30))] == [24]


def test_a_link_says_what_its_words_do_not_say(site: Site) -> None:
    entry = next(entry for entry in site.entries if entry.document.meta.id == "nota-2016")
    mention = entry.document.blocks[1].mentions[0]
    assert meaning(site, entry, mention, "EKF") == "eenheid voor kustformaties"
    assert meaning(site, entry, mention, "Europees Kustfonds") == "EKF"


def test_the_open_data_tell_each_entry_and_satisfy_their_schema(site: Site) -> None:
    data = {"version": 2, **terms_data(gather(site))}
    Draft202012Validator(tables.schema("terms")).validate(data)
    found = data["terms"][0]
    assert (found["id"], found["expansion"], found["kind"], found["url"]) == ("ekf", "Europees Kustfonds", "fund", "begrippen/ekf/")
    assert [place["block"] for place in found["defined_in"]] == ["p-1"]
    assert [mention["text"] for mention in found["mentions"]] == ["Europees Kustfonds", "EKF", "EKF", "EKF", "EKF", "EKF"]
    assert found["mentions"][-1] == {
        "document": "nota-2016",
        "block": None,
        "footnote": 1,
        "text": "EKF",
        "form": "name",
        "url": "documenten/nota-2016/over-havens/#fn:1.8",
    }


def test_a_dossier_without_terms_says_so_on_the_page_that_the_menu_leads_to() -> None:
    _, content = page(build_index((document("los", None, "Niets."),)), "begrippen/index.md")
    assert "legt nog geen begrippen uit" in content.get_text()
    assert content.select("nav, form, h2") == []
