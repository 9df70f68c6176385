"""A build that is killed at whatever step of the writing, the final renames among them, leaves whole pages, and the next one mends the rest."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from generator.model import Page
from generator.output import writing
from tests.support import ROOT, snapshot

_LONG: Final = "nieuw " * 2_000
OLD: Final = (
    Page("index.md", "oud begin\n"),
    Page("documenten/a/b.md", "oud b\n"),
    Page("landen/c.md", "oud c\n"),
    Page("data/x.json", b"{}"),
)
NEW: Final = (
    Page("index.md", "nieuw begin\n"),
    Page("documenten/a/b.md", _LONG),
    Page("tijdlijn/d.md", "nieuw d\n"),
    Page("data/x.json", b"{}"),
)

_WRITER: Final = """
import os, signal, sys
from pathlib import Path
from generator.output import writing
from tests.output.test_killed import NEW

step = 0

def killed(name):
    own = getattr(Path, name)
    def act(path, *args, **named):
        global step
        step += 1
        if step == int(sys.argv[2]):
            if name == "write_bytes":
                own(path, args[0][: len(args[0]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return own(path, *args, **named)
    return act

for name in ("write_bytes", "replace", "unlink", "rmdir", "mkdir"):
    setattr(Path, name, killed(name))
writing.write(NEW, Path(sys.argv[1]))
print(step)
"""
"""Writes the new pages, and dies by SIGKILL at one of the calls that change the disk; a write is then half done."""


def _write(docs: Path, step: int) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", _WRITER, str(docs), str(step)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def _contents(pages: tuple[Page, ...]) -> dict[str, bytes]:
    return {page.path: page.content.encode() if isinstance(page.content, str) else page.content for page in pages}


def _steps(tmp_path: Path) -> Iterator[Path]:
    """A folder for each step at which the writer was killed."""
    for step in range(1, 1_000):
        docs = tmp_path / str(step)
        writing.write(OLD, docs)
        done = _write(docs, step)
        if done.returncode == 0:
            assert int(done.stdout) == step - 1
            return
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
        yield docs
    pytest.fail("the writer never came to its end")


def test_a_writer_that_is_killed_leaves_whole_pages_and_the_next_one_mends_the_rest(tmp_path: Path) -> None:
    old, new = _contents(OLD), _contents(NEW)
    mixed = 0
    for docs in _steps(tmp_path):
        left = {path: content for path, content in snapshot(docs).items() if not path.endswith((".deel", ".gegenereerd.json"))}
        assert all(content in {old.get(path), new.get(path)} for path, content in left.items())
        assert {path for path in old if path in new} <= left.keys()
        mixed += len({left[path] == new[path] for path in ("index.md", "documenten/a/b.md")}) == 2
        _, problems = writing.write(NEW, docs)
        assert problems == ()
        assert {path: content for path, content in snapshot(docs).items() if path != ".gegenereerd.json"} == new
    assert mixed


def test_a_writer_that_is_killed_can_be_followed_by_the_old_pages(tmp_path: Path) -> None:
    for docs in _steps(tmp_path):
        assert writing.write(OLD, docs)[1] == ()
        assert {path: content for path, content in snapshot(docs).items() if path != ".gegenereerd.json"} == _contents(OLD)
