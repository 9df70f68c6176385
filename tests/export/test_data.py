"""The open data of a small dossier in which every kind of thing is met: each key holds what the contract says it holds."""

from __future__ import annotations

import csv
import io
import json
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from generator import annotators, build
from generator.dossier.findings import Findings, gather
from generator.dossier.index import build_index
from generator.export import DATA_FILES, export
from generator.export.common import licence, schema_file
from generator.export.references import references_data
from generator.export.themes import themes_data
from generator.kinds import KINDS
from generator.language.tables import schema
from generator.model import Block, Document, Knowledge, Lines, Metadata, Page, Publication, Seed, Theme, Transcript
from generator.settings import Settings
from tests.support import write_all

_NOTA: Final = """\
# Nota over de havens

## 1. Steun

In 2014 kreeg Tunesië 3 miljoen EUR uit het Havenfonds (HF) voor de kade van Bizerte, volgens Kaderbesluit 2002/584/JBZ.[^1]

De Commissie zal uiterlijk op 4 maart 2016 een havenatlas uitgeven voor Mali en Niger.

De landen van de Sahel (Mali, Niger en Tsjaad) krijgen steun voor hun rivierhavens en voor de kades langs de grote rivier.

De top van Bari was op 3 mei 2015. Zie Richtlijn 2013/32/EU en PB L 180 van 29.6.2013.

[^1]: Het HF geeft leningen; de Commissie wordt verzocht vóór 1 juli 2016 verslag te doen over Libië en 2 miljoen EUR.
"""
_LATER: Final = """\
# Verslag

De havenatlas voor Mali en Niger verschijnt, zie COM(2015) 240, in mei.

De landen van de Sahel (Mali, Niger en Tsjaad) krijgen steun voor hun rivierhavens en voor de kades langs de grote rivier.
"""
_HF: Final = """\
---
term: HF
kind: fund
senses:
  - expansion: Havenfonds
    from: "2014"
    documents: [nota]
  - expansion: Hulpfonds
    until: "2013"
aliases: [havenkas]
forms: [havenfondsen]
translations: {en: Port Fund}
see_also: [ha]
evidence:
  - document: nota
    paragraph: "fn:1"
    quote: Het HF   geeft leningen
  - document: nota
    paragraph: p-1-1
    quote: het Havenfonds (HF)
sources:
  - title: Jaarverslag
    url: https://elders.voorbeeld.nl/
---
Een fonds. Met geld.
"""
_FILES: Final = {
    "nota.md": _NOTA,
    "nota.yml": 'id: nota\ntitle: Nota over de havens\nshort_title: De havennota\nnumber: COM(2015) 240 final\ndate: "2015-06-04"\n',
    "later.md": _LATER,
    "later.yml": "id: later\ntitle: Verslag\ndate: '2018-01-02'\n",
    "glossary/hf.md": _HF,
    "glossary/ha.md": "---\nterm: HA\nkind: instrument\nsenses:\n  - expansion: havenatlas\n---\nEen atlas.\n",
    "events/top.md": (
        '---\nname: Top van Bari\ndate: "2015-05-03"\nphrases: [top van Bari]\nsee_also: [later]\nevidence:\n  - document: later\n'
        "    paragraph: p-verslag-1\n    quote: De havenatlas voor Mali\n---\nEen bijeenkomst.\n"
    ),
    "events/later.md": "---\nname: Later\ndate: 2018-05\nphrases: [havenatlas voor Mali]\n---\nDaarna.\n",
    "themes/havens.md": "---\nname: Havens\nwords: [haven*]\nsee_also: [kades]\n---\nOver havens.\n",
    "themes/kades.md": "---\nname: Kades\nwords: [kade*, leningen*]\n---\nOver kades.\n",
    "commitments/atlas.md": (
        "---\ndocument: nota\nparagraph: p-1-2\nquote: een havenatlas uitgeven\nstatus: uitgevoerd\nevidence:\n  - document: later\n"
        "    paragraph: p-verslag-1\n    quote: De havenatlas voor Mali en Niger verschijnt\n---\nDe atlas is er.\n"
    ),
}
_STEUN: Final = "documenten/nota/1-steun/"
_VERSLAG: Final = "documenten/later/verslag/"


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """What is found in the dossier."""
    folder = tmp_path_factory.mktemp("data")
    write_all(folder / "seeds", _FILES)
    dossier = build.gather(Settings(folder / "seeds", folder / "docs", folder / "mkdocs.yml"))
    assert [str(problem) for problem in dossier.problems] == []
    return build.found_in(dossier)


@pytest.fixture(scope="module")
def files(findings: Findings) -> dict[str, Page]:
    """The files of open data by path."""
    return {page.path: page for page in export(findings)}


def listed(findings: Findings, name: str) -> list[dict[str, Any]]:
    """What a file of open data lists under its own name."""
    return list(dict(DATA_FILES)[name](findings)[name])


def table(files: dict[str, Page], path: str) -> list[list[str]]:
    """The rows of a table, its head first."""
    content = files[path].content
    assert isinstance(content, bytes)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def mention(document: str, place: str, text: str, offset: int, form: str = "name") -> dict[str, Any]:
    """How a mention is told."""
    note = place.startswith("fn:")
    return {
        "document": document, "block": None if note else place, "footnote": int(place[3:]) if note else None, "text": text, "form": form,
        "url": f"{_STEUN if document == 'nota' else _VERSLAG}#{place}.{offset}",
    }  # fmt: skip


@pytest.mark.parametrize("name", [name for name, _ in DATA_FILES])
def test_every_file_keeps_to_its_schema_and_is_in_the_catalogue(name: str, files: dict[str, Page]) -> None:
    page = files[f"data/{name}.json"]
    data = json.loads(str(page.content))
    assert next(iter(data)) == "version"
    published = json.loads(str(files[f"data/schema/{name}.schema.json"].content))
    assert list(Draft202012Validator(published).iter_errors(data)) == []
    (told,) = [one for one in json.loads(str(files["data/index.json"].content))["files"] if one["name"] == name]
    assert (told["path"], told["schema"]) == (page.path, f"data/schema/{name}.schema.json")


def test_countries_are_told_by_code_with_their_mentions_and_the_groups_that_documents_make(findings: Findings) -> None:
    assert [one["code"] for one in listed(findings, "countries")] == ["LY", "ML", "NE", "TD", "TN"]
    assert listed(findings, "countries")[0] == {
        "code": "LY", "name": "Libië", "url": "landen/libie/", "region": "015", "eu_member": False,
        "mentions": [mention("nota", "fn:1", "Libië", 89)],
    }  # fmt: skip
    assert [one["document"] for one in listed(findings, "countries")[1]["mentions"]] == ["nota", "nota", "later", "later"]
    first, second = dict(DATA_FILES)["countries"](findings)["groups"]
    assert first == {
        "name": "landen van de Sahel", "countries": ["ML", "NE", "TD"], "document": "nota", "url": f"{_STEUN}#p-1-3.24",
        "quote": "De landen van de Sahel (Mali, Niger en Tsjaad) krijgen steun voor hun rivierhavens en voor de kades langs de grote rivier.",
    }  # fmt: skip
    assert second["document"] == "later"


def test_the_table_of_countries_has_a_line_for_each(files: dict[str, Page]) -> None:
    assert table(files, "data/countries.csv")[:3] == [
        ["code", "naam", "gebied", "eu_lidstaat", "documenten", "vermeldingen", "eerste_datum", "laatste_datum", "adres"],
        ["LY", "Libië", "Noord-Afrika", "nee", "1", "1", "2015-06-04", "2015-06-04", "landen/libie/"],
        ["ML", "Mali", "West-Afrika", "nee", "2", "4", "2015-06-04", "2018-01-02", "landen/mali/"],
    ]


def test_terms_are_told_with_their_senses_sources_quotations_and_mentions(findings: Findings) -> None:
    atlas, fund = listed(findings, "terms")
    assert fund == {
        "id": "hf", "term": "HF", "expansion": "Havenfonds", "kind": "fund", "aliases": ["havenkas"], "url": "begrippen/hf/",
        "senses": [
            {"expansion": "Havenfonds", "from": "2014", "until": None, "documents": ["nota"]},
            {"expansion": "Hulpfonds", "from": None, "until": "2013", "documents": []},
        ],
        "summary": "Een fonds.", "translations": {"en": "Port Fund"}, "external": {}, "see_also": ["ha"], "forms": ["havenfondsen"],
        "sources": [{"title": "Jaarverslag", "url": "https://elders.voorbeeld.nl/"}],
        "defined_in": [
            {"document": "nota", "block": None, "footnote": 1, "quote": "Het HF geeft leningen", "url": f"{_STEUN}#fn:1"},
            {"document": "nota", "block": "p-1-1", "footnote": None, "quote": "het Havenfonds (HF)", "url": f"{_STEUN}#p-1-1"},
        ],
        "mentions": [mention("nota", "p-1-1", "Havenfonds", 44), mention("nota", "p-1-1", "HF", 56), mention("nota", "fn:1", "HF", 4)],
    }  # fmt: skip
    assert (atlas["id"], atlas["defined_in"], atlas["aliases"]) == ("ha", [], [])


def test_the_table_of_terms_has_a_line_for_each(files: dict[str, Page]) -> None:
    assert table(files, "data/terms.csv") == [
        ["id", "begrip", "voluit", "soort", "ook", "omschrijving", "documenten", "vermeldingen", "adres"],
        ["ha", "HA", "havenatlas", "instrument", "", "Een atlas.", "2", "2", "begrippen/ha/"],
        ["hf", "HF", "Havenfonds", "fund", "havenkas", "Een fonds.", "1", "3", "begrippen/hf/"],
    ]


def test_acts_are_told_with_what_they_are_where_they_are_found_and_who_cites_them(findings: Findings) -> None:
    found = {one["id"]: one for one in listed(findings, "references")}
    assert found["2002/584/JBZ"] == {
        "id": "2002/584/JBZ", "kind": "decision", "form": "framework-decision", "title": None, "celex": "32002F0584",
        "eli": "http://data.europa.eu/eli/dec_framw/2002/584/oj", "web": None, "document": None, "acts": [], "resolved": True,
        "eurlex": "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32002F0584", "url": "verwijzingen/#2002-584-jbz",
        "mentions": [mention("nota", "p-1-1", "Kaderbesluit 2002/584/JBZ", 94)],
    }  # fmt: skip
    assert (found["2013/32/EU"]["kind"], found["2013/32/EU"]["title"]) == ("directive", "Asielprocedurerichtlijn (2013)")
    own = found["COM(2015) 240"]
    assert (own["kind"], own["document"], own["title"], own["url"]) == ("COM", "nota", "De havennota", "verwijzingen/#com-2015-240")
    (journal,) = [one for name, one in found.items() if name.startswith("PB")]
    assert (journal["kind"], journal["form"]) == ("other", "oj")


def test_an_act_that_only_its_own_text_names_is_found_at_its_own_page() -> None:
    blocks = (Block("p-1", "paragraph", "Dit is COM(2015) 240, na COM(2014) 77.", Lines(1, 1)),)
    own = Document(Transcript(Seed("seeds/eigen.txt"), ""), Metadata("eigen", "Eigen", "Eigen", number="COM(2015) 240 final"), blocks)
    data = references_data(gather(build_index(annotators.annotate_all([own], Knowledge()))))
    assert {one["id"]: one["url"] for one in data["references"]} == {
        "COM(2014) 77": "verwijzingen/#com-2014-77",
        "COM(2015) 240": "documenten/eigen/",
    }


def test_the_table_of_acts_has_a_line_for_each_place_where_another_document_cites_one(files: dict[str, Page]) -> None:
    head, first, *others = table(files, "data/references.csv")
    assert head == ["id", "soort", "naam", "celex", "eli", "adres", "document", "datum", "woorden", "url"]
    assert first == [
        "2002/584/JBZ", "framework-decision", "", "32002F0584", "http://data.europa.eu/eli/dec_framw/2002/584/oj",
        "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32002F0584", "nota", "2015-06-04", "Kaderbesluit 2002/584/JBZ", f"{_STEUN}#p-1-1.94",
    ]  # fmt: skip
    (own,) = [row for row in others if row[0] == "COM(2015) 240"]
    assert own[6:] == ["later", "2018-01-02", "COM(2015) 240", f"{_VERSLAG}#p-verslag-1.49"]


def test_amounts_are_told_with_their_sentence_and_what_they_are_for(findings: Findings, files: dict[str, Page]) -> None:
    first, second = listed(findings, "amounts")
    sentence = "In 2014 kreeg Tunesië 3 miljoen EUR uit het Havenfonds (HF) voor de kade van Bizerte, volgens Kaderbesluit 2002/584/JBZ."
    assert first == {
        "value": "3000000", "currency": "EUR", "document": "nota", "block": "p-1-1", "footnote": None, "text": "3 miljoen EUR",
        "url": f"{_STEUN}#p-1-1.22", "sentence": sentence, "countries": ["TN"], "terms": ["hf"], "own_countries": ["TN"], "own_terms": ["hf"],
    }  # fmt: skip
    assert (second["block"], second["footnote"], second["countries"], second["own_terms"]) == (None, 1, ["LY"], [])
    assert table(files, "data/amounts.csv")[:2] == [
        ["bedrag_eur", "woorden", "zin", "document", "datum", "landen", "begrippen", "url"],
        ["3000000", "3 miljoen EUR", sentence, "nota", "2015-06-04", "TN", "hf", f"{_STEUN}#p-1-1.22"],
    ]


def test_dates_are_told_in_order_those_of_documents_among_them(findings: Findings) -> None:
    entries = dict(DATA_FILES)["timeline"](findings)["entries"]
    assert [(one["date"], one["kind"], one["event"]) for one in entries] == [
        ("2014", "statistic", None), ("2015-05-03", "event", "top"), ("2015-06-04", "publication", None), ("2016-03-04", "deadline", None),
        ("2016-07-01", "deadline", None), ("2018-01-02", "publication", None), ("2018-05", "deadline", "later"),
    ]  # fmt: skip
    assert entries[2] == {
        "id": "nota.publicatie", "date": "2015-06-04", "text": "4 juni 2015", "kind": "publication", "title": "De havennota",
        "sentence": "Nota over de havens", "document": "nota", "block": None, "footnote": None, "url": "documenten/nota/", "countries": [], "terms": [],
        "event": None,
    }  # fmt: skip
    sentence = "De havenatlas voor Mali en Niger verschijnt, zie COM(2015) 240, in mei."
    assert entries[6] == {
        "id": "later.p-verslag-1.67", "date": "2018-05", "text": "mei", "kind": "deadline", "title": sentence.rstrip("."), "sentence": sentence,
        "document": "later", "block": "p-verslag-1", "footnote": None, "url": f"{_VERSLAG}#p-verslag-1.67", "countries": ["ML", "NE"], "terms": ["ha"],
        "event": "later", "inferred": True,
    }  # fmt: skip
    assert "inferred" not in entries[1]
    assert [one["footnote"] for one in entries if one["block"] is None and one["kind"] != "publication"] == [1]


def test_the_table_of_dates_has_a_line_for_each_that_a_text_holds(files: dict[str, Page]) -> None:
    head, *rows = table(files, "tijdlijn/tijdlijn.csv")
    assert ",".join(head) == "id,datum,woorden,soort,titel,zin,document,alinea,voetnoot,adres,landen,begrippen,gebeurtenis,afgeleid"
    assert [row[0] for row in rows] == ["nota.p-1-1.3", "nota.p-1-4.23", "nota.p-1-2.17", "nota.fn:1.51", "later.p-verslag-1.67"]
    sentence = "de Commissie wordt verzocht vóór 1 juli 2016 verslag te doen over Libië en 2 miljoen EUR."
    assert rows[3] == [
        "nota.fn:1.51", "2016-07-01", "vóór 1 juli 2016", "deadline", sentence.rstrip("."), sentence, "nota", "", "1", f"{_STEUN}#fn:1.51",
        "LY", "", "", "",
    ]  # fmt: skip
    assert rows[4][6:] == ["later", "p-verslag-1", "", f"{_VERSLAG}#p-verslag-1.67", "ML NE", "ha", "later", "ja"]


def test_the_calendar_tells_of_each_event_what_the_documents_say_and_of_each_date_where_it_stands(files: dict[str, Page]) -> None:
    content = files["tijdlijn/tijdlijn.ics"].content
    assert isinstance(content, bytes)
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert "PRODID:-//Dossier//Tijdlijn//NL" in lines
    assert [line.partition(":")[2] for line in lines if line.startswith(("UID", "DTSTART", "DTEND", "DTSTAMP"))] == [
        "top@tijdlijn", "20150604T000000Z", "20150503", "20150504",
        "nota.p-1-2.17@tijdlijn", "20150604T000000Z", "20160304", "20160305",
        "nota.fn:1.51@tijdlijn", "20150604T000000Z", "20160701", "20160702",
    ]  # fmt: skip
    said = [line.removeprefix("DESCRIPTION:") for line in lines if line.startswith("DESCRIPTION")]
    assert said[0] == r"De top van Bari was op 3 mei 2015. (De havennota)\n\nZie tijdlijn/#top"
    assert said[2] == (
        r"de Commissie wordt verzocht vóór 1 juli 2016 verslag te doen over Libië en 2 miljoen EUR.\n\nBron: De havennota\, COM(2015) 240 final\, "
        f"{_STEUN}#fn:1.51"
    )
    assert next(line for line in lines if line.startswith("SUMMARY")) == "SUMMARY:Top van Bari"


def test_events_are_told_with_their_dates_and_the_quotations_that_have_none(findings: Findings) -> None:
    top, later = dict(DATA_FILES)["timeline"](findings)["events"]
    assert top == {
        "id": "top", "name": "Top van Bari", "date": "2015-05-03", "url": "tijdlijn/#top", "see_also": ["later"], "entries": ["nota.p-1-4.23"],
        "quotations": [{"document": "later", "place": "p-verslag-1", "quote": "De havenatlas voor Mali"}],
    }  # fmt: skip
    assert (later["see_also"], later["entries"], later["quotations"]) == ([], ["later.p-verslag-1.67"], [])


def test_commitments_are_told_with_who_when_and_what_became_of_them(findings: Findings) -> None:
    first, second, third = listed(findings, "commitments")
    assert first == {
        "id": "nota.p-1-2.0", "document": "nota", "block": "p-1-2", "footnote": None, "offset": 0, "length": 86,
        "text": "De Commissie zal uiterlijk op 4 maart 2016 een havenatlas uitgeven voor Mali en Niger.", "kind": "undertakes",
        "actors": ["commissie"], "addressees": [], "deadline": "2016-03-04", "countries": ["ML", "NE"], "amounts": [], "url": f"{_STEUN}#p-1-2",
        "status": "done",
        "later": [
            {"document": "later", "block": "p-verslag-1", "footnote": None, "url": f"{_VERSLAG}#p-verslag-1", "relation": "done", "confirmed": True}
        ],
    }  # fmt: skip
    assert (second["block"], second["footnote"], second["amounts"], second["status"]) == (None, 1, ["2000000"], None)
    assert (third["kind"], third["actors"], third["later"]) == ("planned", [], [])


def test_the_table_of_commitments_has_a_line_for_each(files: dict[str, Page]) -> None:
    head, first, second, _ = table(files, "toezeggingen/toezeggingen.csv")
    assert head == [
        "id", "soort", "wie", "aan_wie", "termijn", "woorden", "document", "datum", "alinea", "voetnoot", "landen", "bedragen_eur", "adres",
    ]  # fmt: skip
    assert first == [
        "nota.p-1-2.0", "undertakes", "commissie", "", "2016-03-04", "De Commissie zal uiterlijk op 4 maart 2016 een havenatlas uitgeven voor Mali en Niger.",
        "nota", "2015-06-04", "p-1-2", "", "ML NE", "", f"{_STEUN}#p-1-2",
    ]  # fmt: skip
    assert (second[0], second[6:]) == ("nota.fn:1.23", ["nota", "2015-06-04", "", "1", "LY", "2000000", f"{_STEUN}#fn:1"])


def test_subjects_are_told_with_their_passages_and_what_comes_and_goes(findings: Findings) -> None:
    havens, kades = listed(findings, "themes")
    assert {name: havens[name] for name in ("id", "name", "url", "words", "see_also")} == {
        "id": "havens", "name": "Havens", "url": "onderwerpen/havens/", "words": ["haven*"], "see_also": ["kades"],
    }  # fmt: skip
    assert [(one["document"], one["block"], one["footnote"], one["url"]) for one in kades["passages"]] == [
        ("nota", "p-1-1", None, f"{_STEUN}#p-1-1"), ("nota", "p-1-3", None, f"{_STEUN}#p-1-3"), ("nota", None, 1, f"{_STEUN}#fn:1"),
        ("later", "p-verslag-2", None, f"{_VERSLAG}#p-verslag-2"),
    ]  # fmt: skip
    assert all(one["about"] is True and 0 < one["score"] < 1 for one in kades["passages"])
    (turn,) = havens["turns"]
    assert turn["document"] == "later"
    assert turn["new"] == [{"kind": "reference", "id": "COM(2015) 240", "document": "later", "count": 1}]
    assert turn["gone"][0] == {"kind": "term", "id": "hf", "document": "nota", "count": 2}


def test_words_that_come_and_go_are_told_with_the_document_that_says_them_and_how_often() -> None:
    texts = ("De tolpoort heft tol van handkarren. " * 5, "De tolpoort heft tol van vrachtfietsen. " * 4)
    made = [
        Document(
            Transcript(Seed(f"seeds/d{n}.txt"), ""),
            Metadata(f"d{n}", "D", "D", date=f"201{n}"),
            (Block("p-1", "paragraph", text.strip(), Lines(1, 1)), Block("p-2", "paragraph", "De wachter eet brood. " * 40, Lines(2, 2))),
        )
        for n, text in enumerate(texts)
    ]
    (told,) = themes_data(gather(build_index(made, Knowledge(themes=(Theme("tol", "Tol", ("tol*",), "", "", ""),)))))["themes"]
    assert {"word": "handkarren", "counts": {"d0": 5, "d1": 0}} in told["changing_words"]
    (turn,) = told["turns"]
    assert turn["new_words"] == [{"word": "vrachtfietsen", "document": "d1", "count": 4}]
    assert turn["gone_words"] == [{"word": "handkarren", "document": "d0", "count": 5}]


def test_a_paragraph_is_told_with_the_nearest_ones_of_other_documents(files: dict[str, Page]) -> None:
    blocks = {one["id"]: one for one in json.loads(str(files["data/documents/later.json"].content))["blocks"]}
    (near,) = blocks["p-verslag-2"]["related"]
    assert near["score"] > 0.9
    assert {name: value for name, value in near.items() if name != "score"} == {
        "document": "nota", "block": "p-1-3", "footnote": None, "url": f"{_STEUN}#p-1-3", "same_words": True,
    }  # fmt: skip
    assert blocks["p-verslag-1"]["related"][0]["same_words"] is False
    assert blocks["verslag"]["related"] == []


def test_the_catalogue_tells_where_everything_is_and_in_which_forms(files: dict[str, Page]) -> None:
    catalogue = json.loads(str(files["data/index.json"].content))
    assert list(catalogue) == ["version", "licence", "files", "feeds", "documents"]
    assert catalogue["files"][0] == {"name": "documents", "path": "data/documents/<id>.json", "schema": "data/schema/documents.schema.json"}
    told = {one["name"]: one for one in catalogue["files"]}
    assert told["timeline"]["also"] == [
        {"path": "tijdlijn/tijdlijn.csv", "format": "csv", "delimiter": ",", "decimal": "."},
        {"path": "tijdlijn/tijdlijn-excel.csv", "format": "csv", "delimiter": ";", "decimal": ","},
        {"path": "tijdlijn/tijdlijn.ics", "format": "icalendar"},
    ]
    assert [len(told[name]["also"]) for name in ("countries", "terms", "references", "amounts", "commitments")] == [2] * 5
    assert "also" not in told["themes"]
    assert {"path": "begrippen/begrippen.atom", "title": "begrippen", "format": "atom"} in catalogue["feeds"]
    assert catalogue["documents"] == [
        {"id": "later", "title": "Verslag", "date": "2018-01-02", "url": "documenten/later/", "data": "data/documents/later.json"},
        {"id": "nota", "title": "Nota over de havens", "date": "2015-06-04", "url": "documenten/nota/", "data": "data/documents/nota.json"},
    ]
    assert {path for path in files if path.startswith("data/schema/")} == {
        f"data/schema/{name}.schema.json"
        for name in (
            "documents",
            "index",
            "sidecar",
            "glossary",
            "event",
            "country",
            "theme",
            "commitment",
            *(name for name, _ in DATA_FILES),
        )
    }


def test_each_document_is_there_as_data_and_as_markdown(files: dict[str, Page]) -> None:
    for name in ("nota", "later"):
        assert json.loads(str(files[f"data/documents/{name}.json"].content))["id"] == name
        assert str(files[f"documenten/{name}/{name}.md.txt"].content).startswith("# ")


def test_the_licence_is_the_one_that_the_publisher_names_and_else_it_says_to_ask() -> None:
    assert licence(Publication(licence="CC BY 4.0", licence_url="https://elders.voorbeeld.nl/by")) == {
        "name": "CC BY 4.0",
        "url": "https://elders.voorbeeld.nl/by",
    }
    assert licence(Publication()) == {"name": "niet opgegeven; vraag het de uitgever", "url": None}


def test_a_schema_names_the_kinds_of_mention_that_there_are() -> None:
    written = json.loads(str(schema_file("documents").content))
    assert written["$defs"]["mention_kind"] == {"enum": sorted(kind.id for kind in KINDS)}
    assert schema_file("documents").path == "data/schema/documents.schema.json"
    assert json.loads(str(schema_file("event").content)) == schema("event")
