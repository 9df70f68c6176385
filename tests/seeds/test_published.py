"""Published files, and texts in English, French and German, are added to a copy of the dossier: nothing breaks, and nothing that was there goes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from generator import build
from generator.__main__ import FINE, main
from generator.model import Document, Severity
from generator.readers import ledger
from generator.settings import Settings
from tests import own
from tests.support import ROOT

pytestmark = [pytest.mark.dossier, pytest.mark.slow]

PUBLISHED: Final = tuple(path for path in sorted((ROOT / "tests" / "published").iterdir()) if path.suffix != ".md")
OTHERS: Final = tuple(ROOT / "tests" / "held" / name for name in ("report_en.txt", "note_fr.txt", "tabs_de.txt"))
"""One in English, French and German, written by hand in shapes that the readers were not made on."""

FILES: Final = (*PUBLISHED, *OTHERS)


@dataclass(frozen=True, slots=True)
class Added:
    """The dossier with the files: its documents by the file they come from, what is wrong with it, and the paths of its site."""

    documents: dict[str, Document]
    wrong: tuple[str, ...]
    paths: frozenset[str]


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Added:
    """What `check` and `build` make of the dossier after `add` was given each file."""
    seeds = tmp_path_factory.mktemp("published") / "seeds"
    shutil.copytree(ROOT / "seeds", seeds, ignore=shutil.ignore_patterns("permalinks"))
    for path in FILES:
        assert main(["add", str(path), "--seeds", str(seeds)]) == FINE
    dossier = build.gather(Settings(seeds=seeds))
    wrong = (str(problem) for problem in dossier.problems if problem.severity is not Severity.TODO)
    pages = build.render(build.found_in(dossier), lambda _: ())
    documents = {Path(document.source.path).name: document for document in dossier.documents}
    return Added(documents, tuple(wrong), frozenset(page.path for page in pages))


def test_nothing_is_wrong_with_the_dossier(added: Added) -> None:
    assert added.wrong == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_a_document_with_pages_and_data_and_lost_nothing(added: Added, path: Path) -> None:
    document = added.documents[path.name]
    assert ledger.check(document) == ()
    name = document.meta.id
    assert {f"documenten/{name}/index.md", f"documenten/{name}/volledig/index.md", f"data/documents/{name}.json"} <= added.paths


def test_the_five_documents_are_read_as_they_were(added: Added) -> None:
    """Words of a new document may decide about a hyphen in an old one; nothing else of it changes."""
    alone = own.dossier()
    for document in alone.documents:
        now = added.documents[Path(document.source.path).name]
        assert [block.id for block in now.blocks] == [block.id for block in document.blocks]
        assert [block.text for block in now.blocks] == [block.text for block in document.blocks]
        assert now.notes == document.notes or [note.text for note in now.notes] == [note.text for note in document.notes]


def test_each_language_is_told(added: Added) -> None:
    told = {path.name: added.documents[path.name].meta.language for path in FILES}
    assert told["COM_2025_6.html"] == told["32014L0092.akn"] == told["report_en.txt"] == "en"
    assert (told["note_fr.txt"], told["tabs_de.txt"], told["avg-nl-chapter-1.html"]) == ("fr", "de", "nl")
