"""The guide for contributors shows our own documents: what it says that commands print, they print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.inputs.contributions import markdown_files
from generator.language import tables
from tests import own
from tests.support import ROOT, generator, write_all

pytestmark = pytest.mark.dossier

GUIDE = ROOT / "docs" / "bijdragen"


def _examples() -> list[tuple[str, str]]:
    """The commands in the guide with what the guide says they print."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md")))
    blocks = re.findall(r"^( *)```text\n\1\$ (?P<command>[^\n]+)\n(?P<output>.*?)\1```$", text, re.MULTILINE | re.DOTALL)
    return [(command, "".join(f"{line.removeprefix(indent)}\n" for line in output.splitlines())) for indent, command, output in blocks]


def test_the_guide_shows_commands() -> None:
    commands = [command for command, _ in _examples()]
    assert len(commands) >= 3
    assert "python -m generator --help" in commands


@pytest.mark.slow
@pytest.mark.parametrize(("command", "output"), _examples())
def test_the_guide_shows_what_the_commands_print(command: str, output: str, tmp_path: Path) -> None:
    write_all(tmp_path / "seeds", {path.name: path.read_bytes() for path in (ROOT / "seeds").iterdir() if path.is_file()})
    outcome = generator(*command.split()[3:], cwd=tmp_path)
    assert command.startswith("python -m generator ")
    assert outcome.out == output


def test_the_example_of_a_good_entry_in_the_guide_is_one(tmp_path: Path) -> None:
    text = (GUIDE / "begrippen.md").read_text(encoding="utf-8")
    example = re.search(r"^```markdown\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert example
    path = tmp_path / "tamm.md"
    path.write_text(example[1], encoding="utf-8")
    contribution, problems = markdown_files.read_file(path, tables.schema("glossary"))
    assert problems == ()
    assert contribution
    assert contribution.summary
    documents = own.dossier().documents
    assert list(markdown_files.check_evidence("", contribution.evidence, documents)) == []


@pytest.mark.slow
def test_every_acronym_of_the_project_s_documents_has_an_entry() -> None:
    assert "Afkortingen zonder begrip" not in generator("glossary", "worklist").out
