"""The recipes of CONTRIBUTING, followed to the letter in a scratch copy of the program."""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from tests.case_files import load
from tests.support import ROOT, SIDECAR, TEXT, Outcome, run, write_all

pytestmark = pytest.mark.slow

_RECIPE: Final = re.compile(r"### (?P<name>A new [^\n]+)\n(?P<steps>.*?)(?=\n### |\n## )", re.DOTALL)
_STEP: Final = re.compile(r'```(?P<kind>\w+) title="(?P<path>[^"]+)"\n(?P<body>.*?)\n```', re.DOTALL)


def _follow(name: str, tree: Path) -> list[str]:
    """Do what a recipe says in a copy of the program; the files that it names."""
    shutil.copytree(ROOT / "generator", tree / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs" / "assets" / "fonts", tree / "docs" / "assets" / "fonts")
    recipes = {match["name"]: match["steps"] for match in _RECIPE.finditer((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))}
    steps = list(_STEP.finditer(recipes[name]))
    for step in steps:
        path = tree / step["path"]
        if step["kind"] == "diff":
            path.write_text(_patched(path.read_text(encoding="utf-8"), step["body"]), encoding="utf-8")
        else:
            assert not (ROOT / step["path"]).exists()
            write_all(tree, {step["path"]: step["body"] + "\n"})
    return [step["path"] for step in steps]


def _patched(content: str, change: str) -> str:
    """The lines with `+` put below the line that stands above them in the change."""
    anchor = ""
    for line in change.split("\n"):
        if line.startswith("+"):
            assert content.count(f"{anchor}\n") == 1, anchor
            content = content.replace(f"{anchor}\n", f"{anchor}\n{line[1:]}\n")
        else:
            anchor = line[1:]
    return content


def _generator(tree: Path, *arguments: str) -> Outcome:
    return run(sys.executable, "-m", "generator", *arguments, cwd=tree)


def _converted(tree: Path, name: str, text: str) -> dict[str, Any]:
    write_all(tree, {name: text})
    outcome = _generator(tree, "convert", name)
    assert outcome.code == 0, outcome.err
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def test_a_new_annotator(tmp_path: Path) -> None:
    files = _follow("A new annotator", tmp_path)
    assert len(files) == 4
    for case in load(str(tmp_path / "tests/cases/percentages.md")):
        (block,) = _converted(tmp_path, "x.txt", f"{case.input}\n")["blocks"]
        found = [m for m in block["mentions"] if m["kind"] == "percentage"]
        told = [f"{block['text'][m['offset'] : m['offset'] + m['length']]} | {m['id']}" for m in found]
        assert "\n".join(told) == case.expected
    write_all(tmp_path / "seeds", {"x.txt": f"{TEXT}\nDat is 12 % van het geheel, en zo blijft het.\n", "x.yml": SIDECAR})
    assert _generator(tmp_path, "build").code == 0
    kinds = json.loads((tmp_path / "docs/data/schema/documents.schema.json").read_text(encoding="utf-8"))["$defs"]["mention_kind"]["enum"]
    assert "percentage" in kinds
    pages = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "docs/documenten").rglob("*.md"))
    assert 'class="vermelding percentage"' in pages


def test_a_new_reader(tmp_path: Path) -> None:
    _follow("A new reader", tmp_path)
    text = "== Over de havens\n\nDe vergadering begint om tien uur.\nDe voorzitter opent haar.\n"
    data = _converted(tmp_path, "x.notulen", text)
    assert data["format"] == "minutes"
    assert [(block["type"], block["text"]) for block in data["blocks"]] == [
        ("heading", "Over de havens"),
        ("paragraph", "De vergadering begint om tien uur."),
        ("paragraph", "De voorzitter opent haar."),
    ]
    write_all(tmp_path / "seeds", {"x.notulen": text, "x.yml": SIDECAR})
    checked = _generator(tmp_path, "check")
    assert (checked.code, checked.err) == (0, checked.err)
    assert "documenten: 1; fouten: 0" in checked.out


def test_a_new_kind_of_page(tmp_path: Path) -> None:
    _follow("A new kind of page", tmp_path)
    write_all(tmp_path / "seeds", {"x.txt": TEXT, "x.yml": SIDECAR})
    assert _generator(tmp_path, "build").code == 0
    assert "<h1" in (page := (tmp_path / "docs/kwaliteit/lengte/index.md").read_text(encoding="utf-8")) or "# Lengte" in page


@pytest.mark.parametrize("name", ["A new annotator", "A new reader", "A new kind of page"])
def test_the_code_of_a_recipe_is_as_strict_as_ours(name: str, tmp_path: Path) -> None:
    files = [path for path in _follow(name, tmp_path) if path.endswith(".py")]
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    new = [path for path in files if not (ROOT / path).exists()]
    linted = run(sys.executable, "-m", "ruff", "check", "--no-cache", *new, cwd=tmp_path)
    assert linted.code == 0, linted.out
