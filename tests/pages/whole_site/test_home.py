"""The home page and the search records, on a small site of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from generator import annotators
from generator.dossier import home as welcome
from generator.dossier.findings import gather
from generator.dossier.index import Site, build_index
from generator.model import Block, Document, Event, Knowledge, Lines, Metadata, Page, Seed, Sense, Severity, Term, Transcript
from generator.output import writing
from generator.pages.whole_site import home

TERM = Term(
    "ekf", "EKF", "fund", (Sense("Europees Kustfonds"),), "<p>Het EKF betaalt <em>havens</em>.</p>", "Het EKF.", "seeds/glossary/ekf.md"
)
EVENT = Event("haventop", "Haventop", "2015-11-11", "<p>In 2015 kwam men <em>bijeen</em>.</p>", "seeds/events/haventop.md")
WORDS = "# Wat staat waar?\n\nHet EKF in de teksten, en nog eens het EKF, met {{ site }} en <blink>HTML</blink>.\n"


def site(folder: Path, words: str = WORDS) -> Site:
    """Two documents, and a home page with these words."""
    (folder / "pages").mkdir()
    (folder / "pages/home.md").write_text(words, encoding="utf-8")
    written, problems = welcome.read(folder)
    assert problems == ()
    knowledge = Knowledge((TERM,), (), (EVENT,), written and annotators.annotate(written, Knowledge((TERM,))))
    documents = (document("oud", "2015-11-04", "Mali en het EKF."), document("nieuw", "2020", "Tunesische havens, Tunesië en Mali."))
    return build_index(annotators.annotate_all(documents, knowledge), knowledge)


def document(name: str, date: str, text: str) -> Document:
    """A document of one paragraph."""
    facts = Metadata(name, f"Nota {name}", f"Nota {name}", date=date, institution="Raad")
    return Document(Transcript(Seed(f"seeds/{name}.txt"), ""), facts, (Block("p-1", "paragraph", text, Lines(1, 1)),))


def shown(made: Site) -> tuple[dict[str, Any], str]:
    """The front matter and the content of the home page."""
    (page,) = home.pages(gather(made))
    assert page.path == "index.md"
    _, front, content = str(page.content).split("---\n", 2)
    return {key: json.loads(value) for key, value in (line.split(": ", 1) for line in front.splitlines())}, content


def test_the_words_are_those_of_the_file_with_the_first_mention_of_a_term_as_a_link(tmp_path: Path) -> None:
    _, content = shown(site(tmp_path))
    assert content.startswith("\n# Wat staat waar? { #site-titel }\n")
    paragraph = BeautifulSoup(content, "html.parser").select_one("p")
    assert paragraph
    assert paragraph.get_text() == "Het EKF in de teksten, en nog eens het EKF, met {{ site }} en <blink>HTML</blink>."
    assert [link["href"] for link in paragraph.select("a.begrip")] == ["begrippen/ekf/"]


def test_the_documents_come_newest_first_and_countries_and_terms_by_number_of_mentions(tmp_path: Path) -> None:
    front, _ = shown(site(tmp_path))
    listed = {part["soort"]: [item["naam"] for item in part["lijst"]] for part in front["start"]}
    assert listed == {"documenten": ["Nota nieuw", "Nota oud"], "begrippen": ["Europees Kustfonds (EKF)"], "landen": ["Mali", "Tunesië"]}


def test_a_dossier_without_words_of_its_own_has_a_home_page_all_the_same(tmp_path: Path) -> None:
    assert welcome.read(tmp_path) == (None, ())
    front, content = shown(build_index((document("oud", "2015", "Een zin."),)))
    assert content.strip() == "# Wat staat er in deze documenten? { #site-titel }"
    assert [part["soort"] for part in front["start"]] == ["documenten"]


def test_words_that_cannot_be_read_are_reported_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/home.md").write_bytes("# Thuis żółć".encode("cp1250"))
    written, (problem,) = welcome.read(tmp_path)
    assert written is None
    assert problem.severity is Severity.ERROR
    assert str(problem).startswith(f"{(tmp_path / 'pages/home.md').as_posix()}:1: byte 0xbf is geen UTF-8")


def test_a_home_page_that_someone_wrote_by_hand_is_kept_and_reported(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("van mij", encoding="utf-8")
    _, (problem,) = writing.write([Page("index.md", "van ons")], tmp_path)
    assert problem.path == (tmp_path / "index.md").as_posix()
    assert (tmp_path / "index.md").read_text(encoding="utf-8") == "van mij"
