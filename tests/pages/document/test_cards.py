"""The cards of what a document mentions: under the address of each link, with the count of the whole dossier and its newest passage."""

from __future__ import annotations

import json
from typing import Any, Final

from generator import annotators
from generator.dossier.findings import gather
from generator.dossier.index import build_index
from generator.model import Block, Document, Introduction, Knowledge, Lines, Metadata, Seed, Transcript
from generator.pages.document import cards

OLD: Final = ("De Commissie zal uiterlijk in maart 2019 met Chili over wol spreken.", "Zie Verordening (EU) nr. 77/2012 over wol.")
NEW: Final = ("In maart 2019 was Chili klaar.", "Chili voert wol uit onder Verordening (EU) nr. 77/2012.")
NONE: Final = ("De spinnerij draait.",)


def _document(name: str, dated: str, texts: tuple[str, ...]) -> Document:
    blocks = tuple(Block(f"p-{place}", "paragraph", text, Lines(place, place)) for place, text in enumerate(texts, 1))
    return Document(Transcript(Seed(f"seeds/{name}.txt"), ""), Metadata(name, name, name, date=dated), blocks)


def _cards(knowledge: Knowledge) -> dict[str, dict[str, Any]]:
    documents = (_document("oud", "2018-02-01", OLD), _document("nieuw", "2021-02-01", NEW), _document("leeg", "2022-01-01", NONE))
    found = gather(build_index(annotators.annotate_all(documents, knowledge), knowledge))
    return {page.path: json.loads(page.content) for page in cards.pages(found)}


def test_a_card_tells_what_it_is_how_often_and_the_newest_passage() -> None:
    chile = _cards(Knowledge(introductions=(Introduction("CL", "", "", summary="Chili spint."),)))["documenten/oud/kaarten.json"][
        "landen/chili/"
    ]
    assert (chile["kop"], chile["soort"], chile["uitleg"]) == ("Chili", "land", "Chili spint.")
    assert chile["telling"] == "3 keer genoemd, in 2 documenten"
    assert chile["nieuwste"]["tekst"] == "In maart 2019 was Chili klaar."
    assert chile["nieuwste"]["url"].startswith("documenten/nieuw/")


def test_a_deadline_tells_who_must_act_and_an_act_what_it_is() -> None:
    told = _cards(Knowledge())["documenten/oud/kaarten.json"]
    (deadline,) = (card for url, card in told.items() if url.startswith("tijdlijn/"))
    assert (deadline["kop"], deadline["soort"], deadline["uitleg"]) == ("maart 2019", "termijn", "Wie: Commissie.")
    (act,) = (card for url, card in told.items() if url.startswith("verwijzingen/"))
    assert (act["kop"], act["soort"], act["telling"]) == ("Verordening (EU) nr. 77/2012", "verordening", "2 keer genoemd, in 2 documenten")


def test_a_passage_that_is_the_newest_itself_has_no_newer_one_and_a_document_without_links_no_file() -> None:
    told = _cards(Knowledge())
    assert "nieuwste" not in told["documenten/nieuw/kaarten.json"]["landen/chili/"]
    assert "documenten/leeg/kaarten.json" not in told
