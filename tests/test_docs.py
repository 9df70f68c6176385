"""What the documentation says is so."""

from __future__ import annotations

import ast
import csv
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from mkdocs.config import load_config

from generator.settings import FOLDERS, ROOT_FILES
from tests import walk
from tests.support import IN_CI, ROOT

PROSE: Final = sorted(
    path
    for folder in (".", "docs", "docs/bijdragen", "seeds", "tests/golden", "tests/expectations")
    for path in (ROOT / folder).glob("*.md")
)
TABLES: Final = sorted(path for path in (ROOT / "generator/data").glob("*.csv") if not path.name.startswith("world_map"))
"""Vocabulary; the map is no vocabulary, and is told where it comes from beside it."""

_MAKE: Final = re.compile(r"(?<![\w-])make ([a-z]+(?:-[a-z]+)*)\b")
_TARGET: Final = re.compile(r"^([a-z-]+):", re.MULTILINE)
_LINK: Final = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_FIRST_CELL: Final = re.compile(r"^\| (`[^|]+`) \|", re.MULTILINE)
_MODULES: Final = re.compile(r"(?<=<!-- modules -->\n).*?(?=<!-- end of modules -->)", re.DOTALL)
_REQUIREMENT: Final = re.compile(r"^([A-Za-z][\w.-]*)", re.MULTILINE)
_MACHINE: Final = re.compile(r"(?<![\w.])/(?:home|root|Users|work)/\w")
_REGISTRY: Final = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org|crates\.io|proxy\.golang\.org)\b")
_INDEX_OPTION: Final = re.compile(r"^\s*--(?:index-url|extra-index-url|find-links|trusted-host)", re.MULTILINE)


def _tracked() -> list[Path]:
    """The project's own text files: what git has and what it would take, seeds and generated files apart."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    if not paths and not IN_CI:
        pytest.skip("git does not know this folder, so it cannot tell which files are the project's own")
    assert paths, listed.stderr.decode()
    kept = {".py", ".md", ".yml", ".toml", ".csv", ".in", ".lock", ".html", ".js", ".cjs", ".css", ".json", ".svg", ""}
    return [path for path in paths if path.is_file() and path.suffix in kept and path.parent != ROOT / "seeds" and path != Path(__file__)]


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_of_make_that_are_named_exist(path: Path) -> None:
    named = set(
        _MAKE.findall("".join(re.findall(r"`[^`]+`|^ *make .*$|```.*?```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)))
    )
    assert named <= set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", [path for path in PROSE if path.parent == ROOT], ids=lambda path: path.name)
def test_links_to_files_of_the_project_lead_somewhere(path: Path) -> None:
    assert [link for link in _LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / link).exists()] == []


def test_every_library_has_its_reason_and_every_reason_a_library() -> None:
    wanted = [
        name
        for kind in ("site", "pdf", "dev", "fuzz")
        for name in _REQUIREMENT.findall((ROOT / f"requirements/{kind}.in").read_text(encoding="utf-8"))
    ]
    cells = _FIRST_CELL.findall((ROOT / "docs/bijdragen/bibliotheken.md").read_text(encoding="utf-8"))
    told = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    assert sorted(told) == sorted(wanted)


def test_every_module_is_in_the_table_with_its_first_line(*, update_golden: bool) -> None:
    _compare(
        ROOT / "CONTRIBUTING.md",
        _MODULES,
        "\n".join(["", "| Module | What it is |", "|---|---|", *_modules(), "", ""]),
        write=update_golden,
    )


def _modules() -> Iterator[str]:
    """A row for each module; a folder goes by its `__init__`."""
    for path in sorted((ROOT / "generator").rglob("*.py"), key=lambda path: path.relative_to(ROOT).with_suffix("").as_posix().casefold()):
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        name = path.parent.relative_to(ROOT) if path.name == "__init__.py" else path.relative_to(ROOT)
        yield f"| `{name.as_posix()}{'/' if path.name == '__init__.py' else ''}` | {said.partition(chr(10))[0]} |"


def _compare(path: Path, part: re.Pattern[str], expected: str, *, write: bool) -> None:
    """What a pattern finds in a file is what it should be; or is made so."""
    content = path.read_text(encoding="utf-8")
    if write:
        content = part.sub(lambda _: expected, content, count=1)
        path.write_text(content, encoding="utf-8")
    found = part.search(content)
    assert found
    assert found.group() == expected


@pytest.mark.parametrize("kind", ["site", "dev"])
def test_locks_hold_what_is_asked_with_hashes(kind: str) -> None:
    lock = (ROOT / f"requirements/{kind}.lock").read_text(encoding="utf-8")
    locked = {name.lower().replace("_", "-").partition("[")[0] for name in re.findall(r"^([\w.\[\]-]+)==", lock, re.MULTILINE)}
    asked = {name.lower() for name in _REQUIREMENT.findall((ROOT / f"requirements/{kind}.in").read_text(encoding="utf-8"))}
    assert asked <= locked
    assert lock.count("--hash=sha256:") >= len(locked)
    assert not _INDEX_OPTION.search(lock)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_tables_are_sorted_unique_and_say_their_source(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    head, body = rows[0], rows[1:]
    assert body
    assert head[-1] == "source"
    assert all(len(row) == len(head) and row[-1].strip() for row in body)
    assert all(cell == cell.strip() for row in body for cell in row)
    assert body == sorted(body)
    assert len({tuple(row[:-1]) for row in body}) == len(body)


def test_every_page_written_by_hand_is_in_the_navigation() -> None:
    settings = load_config(str(ROOT / "mkdocs.yml"))
    listed = set(_pages(settings.nav))
    written = {
        path.relative_to(ROOT / "docs").as_posix() for path in (*(ROOT / "docs").glob("*.md"), *(ROOT / "docs/bijdragen").glob("*.md"))
    }
    assert sorted(written - listed) == []


def _pages(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    parts = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else []
    return [page for part in parts for page in _pages(part)]


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    found = []
    for path in _tracked():
        content = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in (_MACHINE.search(content), _REGISTRY.search(content)) if match]
    assert found == []


def test_the_licence_is_the_one_that_is_named() -> None:
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert 'license = "EUPL-1.2"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_what_the_generator_writes_is_ignored_by_git_and_nothing_else_of_docs() -> None:
    listed = {line.strip() for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line.startswith("docs/")}
    assert listed == {*(f"docs/{name}" for name in ROOT_FILES), "docs/.gegenereerd.json", *(f"docs/{folder}/" for folder in FOLDERS)}


def test_the_way_that_a_paragraph_goes_is_told_as_it_is() -> None:
    (told,) = re.findall(
        r"^A newcomer's walk: .*?(?=\n\n)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    named = set(re.findall(r"`((?:\w+/)+\w+\.[\w.]+)`", told))
    stays = [stay for path in walk.SAMPLES for stay in walk.walk(path)[1]]
    walked = {f"{stay.module.removeprefix('readers/')}.{function}" for stay in stays for function in stay.functions}
    assert named - walked == set()
    assert named >= {"pieces/outline.classify", "printed/text/layout.lay_out", "printed/pdf/lines.lines_of"}
