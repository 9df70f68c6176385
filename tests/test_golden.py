"""Two small documents give exactly these pages and these data."""

from __future__ import annotations

import difflib
import gzip
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Final

import pytest

from generator.__main__ import UNUSABLE, main
from generator.search.postings import numbers
from tests.support import EXAMPLE, ROOT, generator, run, snapshot

_DATA: Final = re.compile(r"data/(?!schema/)|tijdlijn/.+\.(?:csv|ics)$")
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
        _update(made, GOLDEN / "expected")
    expected = {name: content.decode() for name, content in snapshot(GOLDEN / "expected").items()}
    assert sorted(made) == sorted(expected)
    different = [line for name in made for line in _difference(name, expected[name], made[name])]
    assert different == [], "\n".join(different[:200])


def _update(made: dict[str, str], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in made.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="")


def _difference(name: str, expected: str, made: str) -> list[str]:
    return list(difflib.unified_diff(expected.splitlines(), made.splitlines(), f"expected/{name}", name, lineterm="", n=0))


def _data(folder: Path) -> dict[str, str]:
    """The open data and the search index of the example, the index as text."""
    shutil.copytree(EXAMPLE, folder / "seeds")
    assert main(["build"]) != UNUSABLE
    files = snapshot(folder / "docs")
    data = {name: content.decode("utf-8-sig") for name, content in files.items() if _DATA.match(name)}
    found = {re.sub(r"/[0-9a-f]{12}/", "/", name): gzip.decompress(content) for name, content in files.items() if name.endswith(".zoek")}
    return data | {f"{name.removesuffix('.zoek')}.json": _told(name, content) for name, content in found.items()}


def _told(name: str, content: bytes) -> str:
    """A file of the search index as lines of JSON; of a file of words, the postings as numbers."""
    head, _, body = content.partition(b"\n")
    told = json.loads(head)
    if isinstance(told, dict):
        return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items() if key != "folder")
    if not Path(name).name.startswith("w"):
        return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in told)
    lines, at = [], 0
    for key, forms, *names in told:
        lines.append(json.dumps([key, *names], ensure_ascii=False))
        for form in forms:
            records, places = body[at : at + form[4]], body[at + form[4] : at + form[4] + form[5]]
            at += form[4] + form[5]
            lines.append(f"  {json.dumps(form, ensure_ascii=False)} {[*numbers(records)]} {[*numbers(places)]}")
    assert at == len(body)
    return "\n".join(lines) + "\n"


def test_the_example_gives_the_expected_data_and_search_index(in_folder: Path, *, update_golden: bool) -> None:
    made = _data(in_folder)
    if update_golden:
        _update(made, GOLDEN / "example")
    expected = {name: content.decode() for name, content in snapshot(GOLDEN / "example").items()}
    assert sorted(made) == sorted(expected)
    different = [line for name in made for line in _difference(name, expected[name], made[name])]
    assert different == [], "\n".join(different[:200])


def test_the_golden_documents_are_right_themselves() -> None:
    checked = generator("check", "--seeds", GOLDEN / "seeds")
    assert "fouten: 0" in checked.out, checked.err


def test_expected_files_cannot_be_rewritten_where_they_are_checked() -> None:
    tried = run(sys.executable, "-m", "pytest", "--update-golden", "--collect-only", "-q", "tests/test_golden.py", CI="true")
    assert tried.code != 0
    assert "--update-golden cannot be used in continuous integration" in tried.out + tried.err
