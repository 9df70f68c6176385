"""Pages are whole whatever happens, and only the generator's own files are ever changed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.__main__ import UNUSABLE, WRONG_CONTENT, main
from generator.model import Page
from generator.output import writing
from tests.support import SIDECAR, TEXT, snapshot, write_all

OLD = (Page("documenten/a.md", "oud a\n"), Page("documenten/b/c.md", "oud c\n"), Page("data/x.json", b"{}"))
NEW = (Page("documenten/a.md", "nieuw a\n"), Page("documenten/b/d.md", "nieuw d\n"), Page("data/x.json", b"{}"))


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with pages of an earlier build."""
    writing.write(OLD, tmp_path / "docs")
    return tmp_path / "docs"


def test_only_what_differs_is_written_and_what_is_stale_goes(docs: Path) -> None:
    report, foreign = writing.write(NEW, docs)
    assert (report.written, report.unchanged, report.removed) == (2, 1, 1)
    assert foreign == ()
    assert sorted(snapshot(docs)) == [".gegenereerd.json", "data/x.json", "documenten/a.md", "documenten/b/d.md"]


def test_a_second_build_touches_no_file(docs: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*")}
    report, _ = writing.write(OLD, docs)
    assert report.written == report.removed == 0
    assert {path: path.stat().st_mtime_ns for path in docs.rglob("*")} == before


def test_folders_that_become_empty_go(docs: Path) -> None:
    writing.write(OLD[2:], docs)
    assert not (docs / "documenten").exists()


def test_files_of_others_are_kept_and_reported(docs: Path) -> None:
    write_all(docs, {"documenten/b/eigen.md": "van mij", "eigen.md": "ook van mij", "data/ook/diep.txt": ""})
    _, foreign = writing.write(NEW, docs)
    assert [Path(problem.path).relative_to(docs).as_posix() for problem in foreign] == ["documenten/b/eigen.md", "data/ook/diep.txt"]
    assert (docs / "documenten/b/eigen.md").read_text(encoding="utf-8") == "van mij"
    assert (docs / "documenten/b").is_dir()


@pytest.mark.parametrize(
    "manifest", [None, b"", b"\xff", b"{", b"[1, {}]", b'["../buiten.md", "/etc/passwd", "documenten/../../buiten.md"]']
)
def test_without_a_list_of_our_own_files_no_file_is_overwritten(manifest: bytes | None, tmp_path: Path) -> None:
    write_all(tmp_path, {"buiten.md": "buiten", "docs/documenten/a.md": "van mij"})
    write_all(tmp_path, {"docs/.gegenereerd.json": manifest} if manifest is not None else {})
    report, foreign = writing.write(NEW, tmp_path / "docs")
    assert report.written == 2
    assert [problem.path for problem in foreign] == [(tmp_path / "docs/documenten/a.md").as_posix()]
    assert (tmp_path / "docs/documenten/a.md").read_text(encoding="utf-8") == "van mij"
    assert (tmp_path / "buiten.md").read_text(encoding="utf-8") == "buiten"


def test_a_foreign_link_is_reported_and_not_followed(docs: Path, tmp_path: Path) -> None:
    write_all(tmp_path, {"elders/x.md": "elders"})
    (docs / "documenten/koppeling").symlink_to(tmp_path / "elders")
    _, foreign = writing.write(OLD, docs)
    assert [problem.path for problem in foreign] == [(docs / "documenten/koppeling").as_posix()]


@pytest.mark.parametrize("folder", ["documenten", "documenten/b"])
def test_a_folder_that_is_a_link_is_refused(folder: str, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    link = tmp_path / "docs" / folder
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "elders")
    with pytest.raises(writing.WritingError, match="dit is een koppeling en geen map; verwijder haar"):
        writing.write(NEW, tmp_path / "docs")
    assert list((tmp_path / "elders").iterdir()) == []


def test_a_page_that_is_a_link_is_replaced_and_its_target_left(docs: Path, tmp_path: Path) -> None:
    write_all(tmp_path, {"elders.md": "elders"})
    (docs / "documenten/a.md").unlink()
    (docs / "documenten/a.md").symlink_to(tmp_path / "elders.md")
    writing.write(NEW, docs)
    assert (tmp_path / "elders.md").read_text(encoding="utf-8") == "elders"
    assert (docs / "documenten/a.md").read_text(encoding="utf-8") == "nieuw a\n"


def _fail_at(monkeypatch: pytest.MonkeyPatch, method: str, nth: int, error: BaseException) -> None:
    """Let the nth call of a method of Path fail; a write that fails leaves half of what it had to write, as a disk does."""
    real = getattr(Path, method)
    calls = iter(range(1, 1000))

    def fail(path: Path, argument: bytes) -> object:
        if next(calls) != nth:
            return real(path, argument)
        if method == "write_bytes":
            real(path, argument[: len(argument) // 2])
        raise error

    monkeypatch.setattr(Path, method, fail)


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=["full disk", "interrupt"])
def test_what_goes_wrong_while_writing_leaves_the_old_pages(
    nth: int, error: BaseException, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {name: content for name, content in snapshot(docs).items() if name != ".gegenereerd.json"}
    with monkeypatch.context() as patch:
        _fail_at(patch, "write_bytes", nth, error)
        with pytest.raises((writing.WritingError, KeyboardInterrupt)):
            writing.write(NEW, docs)
    assert {name: content for name, content in snapshot(docs).items() if name != ".gegenereerd.json"} == before
    _recovers(docs)


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()], ids=["full disk", "interrupt"])
def test_what_goes_wrong_while_replacing_leaves_every_page_whole(
    nth: int, error: BaseException, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {page.content.encode() if isinstance(page.content, str) else page.content for page in (*OLD, *NEW)}
    with monkeypatch.context() as patch:
        _fail_at(patch, "replace", nth, error)
        with pytest.raises((writing.WritingError, KeyboardInterrupt)):
            writing.write(NEW, docs)
    assert {content for name, content in snapshot(docs).items() if name != ".gegenereerd.json"} <= whole
    _recovers(docs)


def _recovers(docs: Path) -> None:
    """The next build makes everything right, and takes no file of its own for someone else's."""
    _, foreign = writing.write(NEW, docs)
    assert foreign == ()
    assert snapshot(docs).keys() == {".gegenereerd.json", *(page.path for page in NEW)}
    assert (docs / "documenten/a.md").read_text(encoding="utf-8") == "nieuw a\n"


def test_what_a_killed_build_left_is_cleared_away(docs: Path) -> None:
    write_all(docs, {"documenten/a.md.deel": "half", "documenten/eigen.deel": "van mij"})
    _, foreign = writing.write(OLD, docs)
    assert not (docs / "documenten/a.md.deel").exists()
    assert [Path(problem.path).name for problem in foreign] == ["eigen.deel"]


@pytest.mark.parametrize("blocked", ["docs", "docs/documenten", "docs/documenten/b"])
def test_a_file_where_a_folder_belongs_is_a_message(blocked: str, tmp_path: Path) -> None:
    write_all(tmp_path, {blocked: "een bestand"})
    for write in (writing.plan, writing.write):
        with pytest.raises(writing.WritingError, match="dit is een bestand en geen map"):
            write(OLD, tmp_path / "docs")
    assert (tmp_path / blocked).read_text(encoding="utf-8") == "een bestand"


def test_two_pages_cannot_be_one_file(tmp_path: Path) -> None:
    with pytest.raises(writing.WritingError, match=r"documenten/a\.md: twee pagina's"):
        writing.plan((*OLD, NEW[0]), tmp_path / "docs")


@pytest.mark.parametrize(
    "manifest",
    [
        b"7",
        b"null",
        b'"documenten/a.md"',
        b'{"documenten/a.md": 1}',
        b"[" * 100_000,
        b'["index.md/x", "documenten/a.md/x/y", "documenten/b/c.md/../c.md", "data//x.json", "data"]',
        b'["documenten/\\u0000", "documenten/\\ud800", "data/' + b"x" * 5_000 + b'", "index.md\\n"]',
    ],
)
def test_a_damaged_list_of_our_files_stops_no_build(manifest: bytes, tmp_path: Path) -> None:
    write_all(tmp_path, {"docs/.gegenereerd.json": manifest})
    for pages in (OLD, NEW):
        writing.write((*pages, Page("index.md", "begin\n")), tmp_path / "docs")
        assert {path: content for path, content in snapshot(tmp_path / "docs").items() if path != ".gegenereerd.json"} == {
            "index.md": b"begin\n",
            **{page.path: page.content.encode() if isinstance(page.content, str) else page.content for page in pages},
        }


def test_a_plan_touches_nothing_and_says_what_writing_says(docs: Path) -> None:
    write_all(docs, {"documenten/b/eigen.md": "van mij", "documenten/a.md.deel": "een rest"})
    before = snapshot(docs)
    planned = writing.plan(NEW, docs)
    assert snapshot(docs) == before
    report, foreign = writing.write(NEW, docs)
    assert (planned.problems, len(planned.changed), len(planned.stale)) == (foreign, report.written, report.removed)
    assert not (docs / "documenten/a.md.deel").exists()


def test_a_folder_where_a_page_belongs_is_kept(tmp_path: Path) -> None:
    write_all(tmp_path, {"docs/documenten/a.md/eigen.txt": "van mij"})
    _, foreign = writing.write(OLD, tmp_path / "docs")
    assert [Path(problem.path).name for problem in foreign] == ["a.md", "eigen.txt"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FULL, "docs: schrijven is niet gelukt (No space left on device); elke pagina is nog heel"),
        (OSError(errno.EROFS, os.strerror(errno.EROFS)), "docs: schrijven is niet gelukt (Read-only file system);"),
        (KeyboardInterrupt(), "afgebroken; elke pagina is nog heel"),
    ],
)
def test_the_command_line_says_why_nothing_was_written(
    error: BaseException, said: str, in_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(in_folder / "seeds", {"x.txt": TEXT, "x.yml": SIDECAR})
    with monkeypatch.context() as patch:
        patch.setattr("generator.output.writing._replace", _raiser(error))
        assert main(["build"]) == UNUSABLE
    assert said in capsys.readouterr().err
    assert not (in_folder / "docs").exists()


def _raiser(error: BaseException) -> object:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_the_command_line_reports_files_of_others(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_all(in_folder, {"seeds/x.txt": TEXT, "seeds/x.yml": SIDECAR, "docs/documenten/eigen.md": "van mij"})
    assert main(["build"]) == WRONG_CONTENT
    said = capsys.readouterr().err
    assert "docs/documenten/eigen.md: dit bestand is niet door de generator gemaakt; het is bewaard; verplaats het" in said
    assert (in_folder / "docs/documenten/eigen.md").read_text(encoding="utf-8") == "van mij"
