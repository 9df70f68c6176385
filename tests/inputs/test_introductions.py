"""Introductions to countries: what is read, and what is refused with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import annotators
from generator.inputs.contributions import introductions
from generator.model import Document, Introduction, Knowledge, Severity
from tests.dossier.gathered.test_countries import document
from tests.support import write_all

GOOD = '---\nevidence:\n  - document: a\n    paragraph: p-1-1\n    quote: "kwam uit Mali"\n---\nMali **kwam** erbij. En nog iets.\n'


def read(folder: Path, **files: str) -> tuple[tuple[Introduction, ...], list[str]]:
    """What is read from files, by their names without ending, and the messages."""
    found, problems = introductions.read(write_all(folder, {f"{name}.md": content for name, content in files.items()}))
    return found, [str(problem).removeprefix(f"{folder.as_posix()}/") for problem in problems]


def one_document() -> tuple[Document, ...]:
    """A document that names Mali."""
    return annotators.annotate_all([document("a", "2020", "De steun kwam uit Mali.")], Knowledge())


def test_an_introduction_is_read_by_the_code_its_file_is_named_after(tmp_path: Path) -> None:
    found, problems = read(tmp_path, ml=GOOD)
    assert problems == []
    assert [(item.code, item.html) for item in found] == [("ML", "<p>Mali <strong>kwam</strong> erbij. En nog iets.</p>")]
    assert introductions.check(found, one_document()) == ()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "mali",
            GOOD,
            "mali.md: 'mali' is geen landcode; noem het bestand naar de ISO-code van het land in kleine letters, zoals tn.md; bedoelde u ml.md?",
        ),
        ("uk", GOOD, "uk.md: 'uk' is geen landcode; noem het bestand naar de ISO-code van het land in kleine letters, zoals tn.md"),
        (
            "ml",
            "---\nevidence: []\n---\n",
            "ml.md: de inleiding ontbreekt; schrijf onder de tweede regel --- wat de documenten over het land zeggen",
        ),
        (
            "ml",
            introductions.scaffold("ML"),
            "ml.md: de inleiding ontbreekt; schrijf onder de tweede regel --- wat de documenten over het land zeggen",
        ),
        ("ml", "---\nevidense: []\n---\nTekst.\n", "ml.md:2: onbekende sleutel 'evidense'; bedoelde u 'evidence'?"),
    ],
)
def test_a_mistake_is_reported_and_the_file_left_out(tmp_path: Path, name: str, content: str, message: str) -> None:
    found, problems = read(tmp_path, ne=GOOD, **{name: content})
    assert problems == [message]
    assert [item.code for item in found] == ["NE"]


def test_scripts_are_refused_with_their_line(tmp_path: Path) -> None:
    found, problems = read(tmp_path, ml=GOOD + "\nMeer <script>alert(1)</script>.\n")
    assert found == ()
    assert problems
    assert all(problem.startswith("ml.md:9:") for problem in problems)


def test_a_quotation_that_does_not_stand_in_its_paragraph_is_an_error(tmp_path: Path) -> None:
    found, _ = read(tmp_path, ml=GOOD.replace("kwam uit Mali", "ging naar Mali"))
    problems = introductions.check(found, one_document())
    assert [(problem.line, problem.severity) for problem in problems] == [(3, Severity.ERROR)]


def test_an_introduction_to_a_country_that_no_document_names_is_work_to_do(tmp_path: Path) -> None:
    found, _ = read(tmp_path, ne="---\nevidence: []\n---\nNiger.\n")
    problems = introductions.check(found, one_document())
    assert [(problem.severity, problem.message) for problem in problems] == [
        (Severity.TODO, "geen document noemt Niger, dus deze inleiding staat nergens")
    ]
