"""`check` goes through everything that `build` does, so that after it said nothing a build neither crashes nor refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import build
from generator.model import Page, Problem
from generator.output.writing import WritingError
from generator.settings import Settings
from tests.support import SIDECAR, TEXT, snapshot, write_all

EVENT = '---\nname: Havens\ndate: "2015-11-XX"\nphrases: [havens]\n---\nEen zin.\n'


def _no_index(_site: object) -> tuple[Page, ...]:
    return ()


def _dossier(folder: Path, **files: str) -> Settings:
    write_all(
        folder, {"seeds/havens.txt": TEXT, "seeds/havens.yml": SIDECAR, **{name.replace("__", "/"): text for name, text in files.items()}}
    )
    return Settings(folder / "seeds", folder / "docs")


def _by_place(problems: tuple[Problem, ...]) -> list[Problem]:
    return sorted(problems, key=build.by_place)


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"docs/tijdlijn/eigen.md": "van mij"},
        {"seeds/events/havens.md": EVENT},
        {"seeds/events/havens.md": EVENT.replace("2015-11-XX", "9999-12-31")},
        {"seeds/havens.yml": SIDECAR.replace("2015-11-04", "Y15")},
        {"seeds/havens.yml": SIDECAR.replace("2015-11-04", "../2015")},
        {"seeds/havens.yml": "id: [\n"},
        {"seeds/glossary/havens.md": "geen gegevens"},
    ],
)
def test_check_says_what_build_says_and_writes_nothing(tmp_path: Path, files: dict[str, str]) -> None:
    where = _dossier(tmp_path, **files)
    before = snapshot(tmp_path)
    checked = build.check(where, index=_no_index)
    assert snapshot(tmp_path) == before
    report, problems = build.build(where, index=_no_index)
    assert report
    assert _by_place(checked.problems) == _by_place(problems)


def test_what_build_refuses_check_refuses(tmp_path: Path) -> None:
    where = _dossier(tmp_path, **{"docs/documenten": "een bestand"})
    for run in (build.check, build.build):
        with pytest.raises(WritingError):
            run(where, index=_no_index)


def test_check_makes_the_search_index_too(tmp_path: Path) -> None:
    def broken(_site: object) -> tuple[Page, ...]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build.check(_dossier(tmp_path), index=broken)
