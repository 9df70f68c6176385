"""When files were added and changed, as git tells: of whole histories, of those that were cut off, and where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.inputs import history
from generator.model import History
from tests.repository import Repository, repository

FIRST, SECOND, THIRD = "2026-03-01T09:00:00+01:00", "2026-03-09T23:30:00+01:00", "2026-04-02T10:00:00+02:00"
LIGHTHOUSE = "De vuurtoren staat op de pier.\n" * 9


@pytest.fixture
def told(tmp_path: Path) -> Repository:
    """Three commits: a text, a change of it and a second, and a file beside the folder."""
    made = repository(tmp_path / "dossier")
    made.commit(FIRST, {"seeds/pier.md": "Pier.\n", "README.md": "x"})
    made.commit(SECOND, {"seeds/pier.md": "De pier.\n", "seeds/glossary/baken.md": "Baken.\n"})
    made.commit(THIRD, {"README.md": "y"})
    return made


def changes(seeds: Path) -> list[tuple[str, str, str]]:
    """What the history of a folder tells, with paths from the folder on."""
    found, _ = history.read(seeds)
    return [(Path(one.path).relative_to(seeds).as_posix(), one.moment, one.kind) for one in found.changes]


def test_files_are_added_and_changed_at_the_moments_of_their_commits(told: Repository) -> None:
    assert changes(told.folder / "seeds") == [
        ("glossary/baken.md", SECOND, "added"),
        ("pier.md", SECOND, "changed"),
        ("pier.md", FIRST, "added"),
    ]
    assert history.read(told.folder / "seeds")[1] == ()


def test_the_day_is_that_of_whoever_committed(told: Repository) -> None:
    found, _ = history.read(told.folder / "seeds")
    assert [change.day for change in found.changes] == ["2026-03-09", "2026-03-09", "2026-03-01"]


def test_a_file_that_got_another_name_keeps_its_history(told: Repository) -> None:
    made = told
    made.commit(THIRD, {"seeds/toren.md": LIGHTHOUSE})
    made.git("mv", "seeds/toren.md", "seeds/vuurtoren.md")
    made.commit("2026-05-01T10:00:00+02:00", {"seeds/vuurtoren.md": f"{LIGHTHOUSE}Wit.\n"})
    own = [one for one in changes(made.folder / "seeds") if "toren" in one[0]]
    assert own == [("vuurtoren.md", "2026-05-01T10:00:00+02:00", "changed"), ("vuurtoren.md", THIRD, "added")]


def test_a_file_under_the_name_of_one_that_was_removed_is_another_file(told: Repository) -> None:
    told.commit(THIRD, {"seeds/pier.md": None})
    told.commit("2026-05-01T10:00:00+02:00", {"seeds/pier.md": "Iets heel anders.\n"})
    assert [one for one in changes(told.folder / "seeds") if one[0] == "pier.md"] == [("pier.md", "2026-05-01T10:00:00+02:00", "added")]


def test_work_counts_from_its_merge(told: Repository) -> None:
    told.git("switch", "--quiet", "--create", "werk", "HEAD~1")
    told.commit("2026-03-20T10:00:00+01:00", {"seeds/kade.md": "Kade.\n"})
    told.git("switch", "--quiet", "main")
    told.git("merge", "--quiet", "--no-ff", "--no-edit", "werk", when="2026-06-01T08:00:00+02:00")
    assert changes(told.folder / "seeds")[0] == ("kade.md", "2026-06-01T08:00:00+02:00", "added")
    assert len(changes(told.folder / "seeds")) == 4


def test_what_is_not_committed_has_no_history(told: Repository) -> None:
    before = changes(told.folder / "seeds")
    (told.folder / "seeds/nieuw.md").write_text("Nieuw.\n", encoding="utf-8")
    (told.folder / "seeds/pier.md").write_text("Nu.\n", encoding="utf-8")
    assert changes(told.folder / "seeds") == before


def test_a_history_that_was_cut_off_says_where_and_tells_nothing_of_the_commit_it_was_cut_at(told: Repository, tmp_path: Path) -> None:
    seeds = told.clone(tmp_path / "ondiep", "--depth=2").folder / "seeds"
    found, (problem,) = history.read(seeds)
    assert (found.changes, found.since) == ((), SECOND)
    assert "fetch-depth: 0" in problem.remedy
    told.commit("2026-05-01T10:00:00+02:00", {"seeds/pier.md": "De lange pier.\n"})
    seeds = told.clone(tmp_path / "nog-eens", "--depth=2").folder / "seeds"
    assert changes(seeds) == [("pier.md", "2026-05-01T10:00:00+02:00", "changed")]


def test_a_whole_history_is_the_same_in_every_copy(told: Repository, tmp_path: Path) -> None:
    copy = told.clone(tmp_path / "kopie").folder / "seeds"
    assert changes(copy) == changes(told.folder / "seeds")
    assert history.read(copy)[1] == ()


@pytest.mark.parametrize("git_is_there", [True, False])
def test_a_folder_without_git_has_none(told: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, git_is_there: bool) -> None:
    shutil.copytree(told.folder / "seeds", tmp_path / "elders/seeds")
    if not git_is_there:
        monkeypatch.setenv("PATH", str(tmp_path))
        _, (silent,) = history.read(told.folder / "seeds")
        assert "git log" in silent.remedy
    assert history.read(tmp_path / "elders/seeds") == (History(), ())


def test_a_repository_without_a_commit_has_none_and_it_is_told_where_to_look(tmp_path: Path) -> None:
    seeds = repository(tmp_path).folder / "seeds"
    seeds.mkdir()
    found, (silent,) = history.read(seeds)
    assert found == History()
    assert "nog niets vastgelegd" in silent.remedy


def test_a_folder_of_a_repository_in_which_nothing_is_committed_has_none(told: Repository) -> None:
    (told.folder / "elders").mkdir()
    assert history.read(told.folder / "elders") == (History(), ())


def test_no_name_of_a_file_is_taken_for_anything_else(tmp_path: Path) -> None:
    names = ["één haven.md", "A\nM.md", "\x01abc 2020.md", "tab\tster*.md", "M"]
    made = repository(tmp_path / "dossier")
    made.commit(FIRST, {f"seeds/{name}": name for name in names})
    assert sorted(changes(made.folder / "seeds")) == sorted((name, FIRST, "added") for name in names)


def test_neither_settings_nor_a_hook_of_git_change_what_is_read(told: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    before = changes(told.folder / "seeds")
    for setting, value in (("log.showSignature", "true"), ("diff.renames", "false"), ("color.ui", "always"), ("log.date", "relative")):
        told.git("config", setting, value)
    monkeypatch.setenv("GIT_DIR", "/nergens/.git")
    assert changes(told.folder / "seeds") == before
