"""The example dossier gives exactly these open data, downloads and search index."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path
from typing import Final

from generator.__main__ import UNUSABLE, main
from tests.search.decoding import numbers
from tests.support import EXAMPLE, snapshot
from tests.test_golden import GOLDEN, difference, renew

_DATA: Final = re.compile(r"data/(?!schema/)|tijdlijn/.+\.(?:csv|ics)$")
_LEFT_OUT: Final = frozenset({"folder", "languages", "series"})
"""Of the start of the search index: the name that follows from the content, and tables of vocabulary."""


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
        return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items() if key not in _LEFT_OUT)
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
        renew(made, GOLDEN / "example")
    expected = {name: content.decode() for name, content in snapshot(GOLDEN / "example").items()}
    assert sorted(made) == sorted(expected)
    different = [line for name in made for line in difference(name, expected[name], made[name])]
    assert different == [], "\n".join(different[:200])
