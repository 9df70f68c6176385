"""A build that is killed at whatever step of the writing, the final renames among them, leaves whole pages, and the next one mends the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.model import Page
from generator.output import writing
from tests.support import run, snapshot

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
from tests.output.test_killed import NEW, OLD

step = 0

def killed(name, last):
    own = getattr(Path, name)
    def act(path, *args, **named):
        global step
        step += 1
        if step == last:
            if name == "write_bytes":
                own(path, args[0][: len(args[0]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return own(path, *args, **named)
    return act

def write(docs, last):
    for name in ("write_bytes", "replace", "unlink", "rmdir", "mkdir"):
        setattr(Path, name, killed(name, last))
    writing.write(NEW, docs)
    os._exit(0 if step == last - 1 else 1)

for last in range(1, 1_000):
    docs = Path(sys.argv[1], str(last))
    writing.write(OLD, docs)
    child = os.fork()
    if not child:
        write(docs, last)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != -signal.SIGKILL:
        print(last - 1)
        sys.exit(status)
"""
"""Has a process write the new pages for each call by which that changes the disk; it dies at that call by SIGKILL, and a write is then half done."""


def _contents(pages: tuple[Page, ...]) -> dict[str, bytes]:
    return {page.path: page.content.encode() if isinstance(page.content, str) else page.content for page in pages}


def _steps(tmp_path: Path) -> Iterator[Path]:
    """A folder for each step at which a writer was killed."""
    done = run(sys.executable, "-c", _WRITER, tmp_path)
    assert done.code == 0, done.err
    yield from (tmp_path / str(step) for step in range(1, int(done.out) + 1))


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
