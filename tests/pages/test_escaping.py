"""Whatever contributors and documents are called: on no page do their names become elements."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from generator import annotators, build
from generator.dossier.findings import gather
from generator.dossier.index import build_index
from generator.model import (
    Block,
    Document,
    Event,
    Evidence,
    Introduction,
    Knowledge,
    Lines,
    Metadata,
    Note,
    NoteMarker,
    Seed,
    Sense,
    Term,
    Transcript,
)

EVIL = '<x-evil a="1">&amp;'
"""An element and an entity: neither may be one on a page."""


def dossier() -> tuple[tuple[Document, ...], Knowledge]:
    """Two documents with mentions of every kind, and knowledge of every kind; every text that is free holds the element."""
    texts = (
        f"In Mali en Niger is op 4 maart 2015 {EVIL} 3 miljoen EUR besteed aan de Sahel, de KRW {EVIL} en het EKF{EVIL}.",
        f"De Commissie zal uiterlijk op 1 juni 2017 {EVIL} een verslag voorleggen, zie Richtlijn 2013/32/EU en COM(2015) 240 van {EVIL}.",
        f"Steun gaat naar drie {EVIL}landen (Peru, Chili en Cuba) en naar de QRS {EVIL}.",
    )
    documents = []
    for name, number in (("een", "COM(2015) 240"), ("twee", f"nr. {EVIL}")):
        head = Block("s-1", "heading", f"KOP {EVIL} over Mali in 2014", Lines(1, 1), level=1, label=f"1 {EVIL}")
        blocks = [
            Block(f"p-{at}", "paragraph", text, Lines(at, at), notes=(NoteMarker(1, 3),) if at == 1 else ())
            for at, text in enumerate(texts, 1)
        ]
        facts = Metadata(
            name, f"Titel {EVIL}", f"Kort {EVIL}", number, date="2016-06-07", institution=f"Raad {EVIL}", kind=f"nota {EVIL}",
            described=True, web="https://example.org/?a=<x-evil>",
        )  # fmt: skip
        documents.append(
            Document(Transcript(Seed(f"seeds/{name}.txt"), EVIL), facts, (head, *blocks), (Note(1, f"Zie {EVIL} Mali.", Lines(9, 9)),))
        )
    quote = (Evidence("een", "p-1", texts[0]), Evidence("een", "fn:1", f"Zie {EVIL} Mali."))
    term = Term(
        "ekf", f"EKF{EVIL}", "fund", (Sense(f"Europees {EVIL}", "2014", None), Sense(f"eenheid {EVIL}", documents=("een",))), "<p>Het EKF.</p>",
        f"Samen {EVIL}", "seeds/glossary/ekf.md", aliases=(f"fonds {EVIL}", "EKF"), translations=(("en", f"ECF {EVIL}"),), see_also=("krw",), evidence=quote,
    )  # fmt: skip
    other = Term("krw", f"KRW {EVIL}", "concept", (Sense("KRW"),), "<p>De KRW.</p>", "KRW.", "seeds/glossary/krw.md")
    event = Event("top", f"Top {EVIL}", "2015-03", "<p>Over havens.</p>", "seeds/events/top.md", ("besteed",), evidence=quote)
    country = Introduction("ML", "<p>Mali.</p>", "seeds/countries/ml.md", quote)
    knowledge = Knowledge((term, other), (country,), (event,))
    return annotators.annotate_all(documents, knowledge), knowledge


def pages() -> dict[str, str]:
    documents, knowledge = dossier()
    made = build.render(gather(build_index(documents, knowledge)), lambda _: ())
    return {page.path: str(page.content) for page in made if page.path.endswith(".md")}


PAGES = pages()


@pytest.mark.parametrize("path", PAGES)
def test_no_name_becomes_an_element(path: str) -> None:
    content = PAGES[path].split("\n---\n", 1)[1]
    assert not BeautifulSoup(content, "html.parser").select("x-evil")
    assert "<x-evil" not in content


def test_the_names_do_stand_on_the_pages_where_they_belong() -> None:
    holding = {path for path, content in PAGES.items() if "x-evil" in content or "x&#45;evil" in content}
    wanted = {
        "documenten/index.md", "documenten/een/index.md", "begrippen/index.md", "begrippen/ekf/index.md", "bedragen/index.md", "verwijzingen/index.md",
        "tijdlijn/index.md", "tijdlijn/termijnen/index.md", "kwaliteit/index.md", "landen/mali/index.md", "landen/gebieden/sahel/index.md", "index.md",
    }  # fmt: skip
    assert wanted - holding == set()
