"""The page on the quality of the texts: each flaw with the line it stands on, and which facts are editorial."""

from __future__ import annotations

from bs4 import BeautifulSoup

from generator.dossier.findings import gather
from generator.dossier.index import build_index
from generator.model import Block, Defect, Document, Lines, Metadata, Seed, Transcript
from generator.pages.whole_site import quality


def page(*defects: Defect, described: bool = True, provenance: tuple[tuple[str, str], ...] = ()) -> BeautifulSoup:
    """The page of a dossier with one document that has these flaws."""
    facts = Metadata("nota", "Nota over <havens>", "Nota <b>", described=described, provenance=provenance)  # type: ignore[arg-type]  # a test's own pairs
    blocks = (Block("p-1", "paragraph", "Een zin.", Lines(1, 1)),)
    (made,) = quality.pages(gather(build_index([Document(Transcript(Seed("seeds/nota.txt"), ""), facts, blocks, defects=defects)])))
    assert made.path == "kwaliteit/index.md"
    return BeautifulSoup(str(made.content).split("---\n", 2)[2], "html.parser")


def test_each_flaw_leads_to_its_first_line_and_shows_both_readings() -> None:
    made = page(Defect(Lines(7, 9), "a<b", "glued-words", "a b"), Defect(Lines(12, 12), "x", "stray-blank", None))
    rows = [[cell.get_text() for cell in row.select("td")] for row in made.select("tbody tr")]
    assert [row[1:] for row in rows] == [["a<b", "a b", "ontbrekende spatie"], ["x", "–", "losse spatie"]]
    assert "7" in rows[0][0]
    assert "12" in rows[1][0]
    assert [link["href"] for link in made.select("tbody a")] == ["../documenten/nota/bron/#r7", "../documenten/nota/bron/#r12"]


def test_a_text_without_flaws_and_one_that_nobody_described_say_so() -> None:
    assert "geen leesfouten gevonden" in page().get_text()
    assert "nog niet beschreven" in page(described=False).get_text()


def test_editorial_facts_are_named_and_those_of_the_text_are_not() -> None:
    said = page(provenance=(("title", "source"), ("date", "editorial"), ("kind", "editorial"))).get_text()
    assert "Niet uit de tekst zelf: datum, soort." in said
    assert "Alle gegevens komen uit de tekst." in page(provenance=(("title", "source"),)).get_text()


def test_each_doubtful_place_leads_to_its_line() -> None:
    texts = ("De sluis gaat pas open als het", "water gezakt is.", "De brug gaat dicht als de", "klok luidt.")
    blocks = tuple(Block(f"p-{at}", "paragraph", text, Lines(10 * at, 10 * at + 3)) for at, text in enumerate(texts, 1))
    (made,) = quality.pages(gather(build_index([Document(Transcript(Seed("seeds/nota.txt"), ""), Metadata("nota", "N", "N"), blocks)])))
    items = BeautifulSoup(str(made.content).split("---\n", 2)[2], "html.parser").select("li")
    places = [(code.get_text(), link["href"]) for item in items for code in item.select("code") for link in item.select("a")]
    assert places == [("p-2", "../documenten/nota/bron/#r20"), ("p-4", "../documenten/nota/bron/#r40")]
