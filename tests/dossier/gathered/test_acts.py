"""What a dossier's references and amounts become: links, pages and open data."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from generator import build
from generator.dossier.findings import gather
from generator.dossier.gathered.acts import cited_by, citing, without_own_number
from generator.dossier.gathered.amounts import beside_mention
from generator.dossier.index import Site, build_index
from generator.pages.lists.amounts import figures
from generator.settings import Settings
from tests.support import write_all

PORTS: Final = """\
MEDEDELING OVER DE HAVENS

1. INLEIDING

Deze mededeling, COM(2031) 12 final, gaat over havens. Zij bouwt voort op Richtlijn 2007/77/EG en op Besluit 2007/77/EG van de Raad.

De zeehondenrichtlijn blijft buiten beschouwing, en de protocollen inzake mensenhandel en de smokkel van migranten ook.
"""
SHIPS: Final = """\
VERSLAG OVER DE SCHEPEN

1. INLEIDING

In mededeling COM(2031) 12 final stelde de Commissie voor om Tunesië 1,5 miljard EUR te geven. Daarna kreeg Mali 20 miljoen EUR.

Het verslag noemt tot slot COM(2031) 12 nog eens.
"""
DOSSIER: Final = {
    "havens.txt": PORTS,
    "havens.yml": 'id: havens\ntitle: Mededeling over de havens\nnumber: COM(2031) 12 final\ncelex: 52031DC0012\ndate: "2031-05-03"\n',
    "schepen.txt": SHIPS,
    "schepen.yml": 'id: schepen\ntitle: Verslag over de schepen\ndate: "2032-02-01"\n',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A dossier of two documents, of which the second cites the first."""
    folder = write_all(tmp_path_factory.mktemp("dossier"), DOSSIER)
    dossier = build.gather(Settings(seeds=folder, docs=folder / "docs"))
    return build_index(dossier.documents, dossier.knowledge)


@pytest.fixture(scope="module")
def written(site: Site) -> dict[str, str]:
    """The files that the dossier becomes."""
    made = build.render(gather(site))
    return {
        page.path: page.content.decode("utf-8-sig") if isinstance(page.content, bytes) else page.content
        for page in made
        if isinstance(page.content, str) or page.path.endswith(".csv")
    }


def test_a_citation_of_a_document_on_this_site_leads_there(site: Site) -> None:
    citing_it = next(o for o in site.occurrences if o.mention.id == "COM(2031) 12")
    assert site.target(citing_it) == "documenten/havens/"


def test_a_document_knows_which_others_cite_it_and_itself_is_none_of_them(site: Site) -> None:
    ports = next(entry for entry in site.entries if entry.document.meta.id == "havens")
    found = [(other.document.meta.id, len(places)) for other, places in citing(gather(site).acts, ports)]
    assert found == [("schepen", 2)]


def test_a_document_does_not_refer_to_itself(site: Site) -> None:
    ports = next(entry for entry in site.entries if entry.document.meta.id == "havens")
    assert "COM(2031) 12" not in [act.id for act in cited_by(gather(site).acts, ports)]


def test_acts_named_in_one_breath_are_there_together_and_each_by_itself(site: Site) -> None:
    together = next(act for act in gather(site).acts if act.members)
    assert together.members == ("Protocol inzake mensenhandel", "Protocol tegen de smokkel van migranten")
    assert set(together.members) <= {act.id for act in gather(site).acts}


def test_a_directive_and_a_decision_with_one_number_stay_apart(site: Site) -> None:
    assert sorted(act.kind for act in gather(site).acts if act.id == "2007/77/EG") == ["decision", "directive"]


def test_every_id_on_the_page_of_references_is_there_once(written: dict[str, str]) -> None:
    ids = re.findall(r' id="([^"]+)"', written["verwijzingen/index.md"])
    assert len(ids) == len(set(ids))


def test_every_link_into_the_page_of_references_has_its_place(written: dict[str, str]) -> None:
    there = set(re.findall(r' id="([^"]+)"', written["verwijzingen/index.md"]))
    links = {link for content in written.values() for link in re.findall(r'verwijzingen/#([^"]+)"', content)}
    assert links
    assert links <= there


def test_what_nobody_knows_is_listed_openly(written: dict[str, str]) -> None:
    _, _, open_ones = written["verwijzingen/index.md"].partition("niet-thuisgebracht }")
    assert "zeehondenrichtlijn" in open_ones


def test_the_landing_page_tells_who_cites_it_and_leads_to_the_words(written: dict[str, str]) -> None:
    _, _, below = written["documenten/havens/index.md"].partition("wordt-aangehaald-in }")
    assert 'aria-label="Plaats 2: COM(2031) 12"' in below
    assert "../schepen/" in below


def test_a_document_without_references_says_so(tmp_path: Path) -> None:
    folder = write_all(tmp_path, {"leeg.txt": "OVER NIETS\n\n1. BEGIN\n\nHier wordt niets aangehaald, en er gaat geen geld om.\n"})
    dossier = build.gather(Settings(seeds=folder, docs=folder / "docs"))
    pages = {page.path: page.content for page in build.render(build.found_in(dossier))}
    assert "geen verwijzingen" in str(pages["verwijzingen/index.md"])
    assert "geen bedragen" in str(pages["bedragen/index.md"])


@pytest.mark.parametrize("name", ["references", "amounts"])
def test_the_open_data_keep_to_their_schema(written: dict[str, str], name: str) -> None:
    schema = json.loads(files("generator.data").joinpath(f"{name}.schema.json").read_text(encoding="utf-8"))
    data = json.loads(written[f"data/{name}.json"])
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    assert data[name]


def test_the_data_say_which_act_is_a_document_of_this_site(written: dict[str, str]) -> None:
    acts: list[dict[str, Any]] = json.loads(written["data/references.json"])["references"]
    own = next(act for act in acts if act["id"] == "COM(2031) 12")
    assert (own["document"], own["celex"], own["kind"]) == ("havens", "52031DC0012", "COM")
    assert own["eurlex"] == "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:52031DC0012"


def test_the_tables_to_download_have_a_line_for_each_place(site: Site, written: dict[str, str]) -> None:
    lines = list(csv.DictReader(io.StringIO(written["data/amounts.csv"])))
    assert [line["bedrag_eur"] for line in lines] == ["1500000000", "20000000"]
    references = list(csv.DictReader(io.StringIO(written["data/references.csv"])))
    assert len(references) == sum(len(without_own_number(act).occurrences) for act in gather(site).acts)


def test_an_amount_knows_the_countries_of_its_own_sentence_only(site: Site) -> None:
    assert [amount.occurrence.words for amount in beside_mention(gather(site).amounts, "country", "TN")] == ["1,5 miljard EUR"]
    assert [amount.countries for amount in gather(site).amounts] == [("TN",), ("ML",)]


@pytest.mark.parametrize(("value", "said"), [("1800000000", "1.800.000.000"), ("12.5", "12,50"), ("0.07", "0,07"), ("500", "500")])
def test_a_value_is_written_as_dutch_writes_it(value: str, said: str) -> None:
    assert figures(Decimal(value)) == said
