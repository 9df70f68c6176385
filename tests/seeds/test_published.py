"""Published files, and texts in English, French and German, are added to a copy of the dossier: nothing breaks, and nothing that was there goes.

The commands are those that a contributor gives, in a copy of the whole project; the tests of the generator pass there as they do here.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from generator.__main__ import FINE
from generator.model import Seed
from generator.readers import ledger, opened, read
from tests import other_dossier, own
from tests.commands.test_added import forms
from tests.support import ROOT, Outcome, generator

pytestmark = [pytest.mark.dossier, pytest.mark.slow]

PUBLISHED: Final = tuple(path for path in sorted((ROOT / "tests" / "published").iterdir()) if path.suffix != ".md")
OTHERS: Final = tuple(ROOT / "tests" / "held" / name for name in ("report_en.txt", "note_fr.txt", "tabs_de.txt"))
"""One in English, French and German, written by hand in shapes that the readers were not made on."""

FILES: Final = {path.name: path for path in (*PUBLISHED, *OTHERS)} | {f"{path.parent.name}-{path.name}": path for path in forms()}
"""The published ones, those in other languages, and one of each form of document, by the name under which each is added."""

QUICK: Final = (
    "tests/test_check.py",
    "tests/test_cli.py",
    "tests/commands/test_inspection.py",
    "tests/dossier/test_index.py",
)
"""Tests of the generator that see the most of it in the least time: the command line, what it checks, what it tells, and addresses."""


@dataclass(frozen=True, slots=True)
class Added:
    """A copy of the project to which the files were added: its folder, and what each command said."""

    folder: Path
    commands: dict[str, Outcome]

    @property
    def documents(self) -> dict[str, dict[str, Any]]:
        """The open data of each document, by the file it comes from."""
        found = (json.loads(path.read_text(encoding="utf-8")) for path in (self.folder / "docs/data/documents").glob("*.json"))
        return {document["seed"]: document for document in found}


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Added:
    """The dossier after `add` was given a folder with all files, checked and built by the commands for it."""
    folder = tmp_path_factory.mktemp("published") / "project"
    other_dossier.copy(folder, ROOT / "seeds")
    (folder / "nieuw").mkdir()
    for name, path in FILES.items():
        shutil.copy(path, folder / "nieuw" / name)
    steps = {"add": ("add", "nieuw"), "check": ("check",), "build": ("build",)}
    return Added(folder, {name: generator(*step, cwd=folder, PYTHONPATH=str(folder)) for name, step in steps.items()})


@pytest.mark.parametrize("name", ["add", "check", "build"])
def test_each_command_ends_well(added: Added, name: str) -> None:
    outcome = added.commands[name]
    assert outcome.code == FINE, outcome.err
    assert "Traceback" not in outcome.err


def test_check_finds_no_mistake_in_the_dossier(added: Added) -> None:
    assert f"documenten: {5 + len(FILES)}; fouten: 0;" in added.commands["check"].out + added.commands["check"].err


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_a_document_with_pages_and_data_and_lost_nothing(added: Added, file: str) -> None:
    name = added.documents[file]["id"]
    for page in (f"documenten/{name}/index.md", f"documenten/{name}/volledig/index.md", f"data/documents/{name}.json"):
        assert (added.folder / "docs" / page).is_file()
    assert ledger.check(read(opened(Seed(f"seeds/{file}", FILES[file].read_bytes())))) == ()


def test_the_five_documents_are_read_as_they_were(added: Added) -> None:
    """Words of a new document may decide about a hyphen in an old one; nothing else of it changes."""
    now = added.documents
    for document in own.dossier().documents:
        same = now[Path(document.source.path).name]
        assert [(block["id"], block["text"]) for block in same["blocks"]] == [(block.id, block.text) for block in document.blocks]
        assert [note["text"] or "" for note in same["footnotes"]] == [note.text for note in document.notes]


def test_each_language_is_told(added: Added) -> None:
    told = {name: added.documents[name]["language"] for name in FILES}
    assert told["COM_2025_6.html"] == told["32014L0092.akn"] == told["report_en.txt"] == "en"
    assert (told["note_fr.txt"], told["tabs_de.txt"], told["avg-nl-chapter-1.html"]) == ("fr", "de", "nl")


def test_the_generator_s_own_tests_pass_there(added: Added) -> None:
    quick = "not dossier and not site and not browser and not slow"
    done = other_dossier.with_its_tests(added.folder, "-q", "-p", "no:cacheprovider", "-m", quick, *QUICK, capture=True)
    assert done.returncode == 0, done.stdout[-2000:]
    assert " passed" in done.stdout
