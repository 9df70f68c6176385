"""Headings in capitals are shown as sentences; the documents, and so the open data, keep what the source has."""

from __future__ import annotations

from generator.dossier import shown_titles
from generator.dossier.index import build_index
from generator.model import Knowledge, Sense, Term
from tests.dossier.test_index import block, document

_NOTE = document(
    "nota",
    block("s-1", "STEUN VAN HET ZEEFONDS AAN DE EU", level=1),
    block("p-1", "Dat komt uit de kas van het Zeefonds. De steun van de EU blijft aan de kust."),
    block("s-2", "2.1 Steun in gewone letters", level=2),
    block("s-3", "EEN NIEUW KZF", level=2),
)
_TERM = Term("kzf", "KZF", "fund", (Sense("Kust- en Zeefonds"),), "", "", "seeds/glossary/kzf.md")


def test_only_headings_in_capitals_are_shown_otherwise() -> None:
    assert shown_titles.shown_titles([_NOTE], (_TERM,)) == {"nota": {"s-1": "Steun van het Zeefonds aan de EU", "s-3": "Een nieuw KZF"}}


def test_the_chapter_has_the_shown_title_and_the_address_of_the_printed_one() -> None:
    entry = build_index([_NOTE], Knowledge((_TERM,))).entries[0]
    assert [(chapter.title, chapter.slug) for chapter in entry.chapters] == [
        ("Steun van het Zeefonds aan de EU", "steun-van-het-zeefonds-aan-de-eu")
    ]
    assert [entry.title_of(one) for one in entry.document.blocks if one.type == "heading"] == [
        "Steun van het Zeefonds aan de EU",
        "2.1 Steun in gewone letters",
        "Een nieuw KZF",
    ]
    assert entry.document.blocks[0].text == "STEUN VAN HET ZEEFONDS AAN DE EU"
