"""Two small documents give exactly these pages and these data."""

from __future__ import annotations

import difflib
import re
import shutil
import sys
from pathlib import Path
from typing import Final

import pytest

from generator.__main__ import UNUSABLE, main
from tests.support import ROOT, generator, run, snapshot

GOLDEN: Final = ROOT / "tests/golden"
_COMPARED: Final = re.compile(r"documenten/|data/(?!schema/)")
"""What is made of each document, and the data; the other pages gather from these, and have tests of their own."""


def _made(folder: Path) -> dict[str, str]:
    """What the generator makes of the golden seeds."""
    shutil.copytree(GOLDEN / "seeds", folder / "seeds")
    assert main(["build"]) != UNUSABLE
    files = snapshot(folder / "docs")
    return {name: content.decode() for name, content in files.items() if _COMPARED.match(name)}


def test_the_golden_documents_give_the_expected_files(in_folder: Path, *, update_golden: bool, capsys: pytest.CaptureFixture[str]) -> None:
    made = _made(in_folder)
    capsys.readouterr()
    if update_golden:
        renew(made, GOLDEN / "expected")
    expected = {name: content.decode() for name, content in snapshot(GOLDEN / "expected").items()}
    assert sorted(made) == sorted(expected)
    different = [line for name in made for line in difference(name, expected[name], made[name])]
    assert different == [], "\n".join(different[:200])


def renew(made: dict[str, str], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in made.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="")


def difference(name: str, expected: str, made: str) -> list[str]:
    return list(difflib.unified_diff(expected.splitlines(), made.splitlines(), f"expected/{name}", name, lineterm="", n=0))


def test_the_golden_documents_are_right_themselves() -> None:
    checked = generator("check", "--seeds", GOLDEN / "seeds")
    assert "fouten: 0" in checked.out, checked.err


def test_expected_files_cannot_be_rewritten_where_they_are_checked() -> None:
    tried = run(sys.executable, "-m", "pytest", "--update-golden", "--collect-only", "-q", "tests/test_golden.py", CI="true")
    assert tried.code != 0
    assert "--update-golden cannot be used in continuous integration" in tried.out + tried.err
