"""Tries mutants in a scratch copy of the tree: each in a process of its own, with the tests that run the changed line."""

from __future__ import annotations

import compileall
import json
import os
import py_compile
import resource
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.mutation.mutants import Mutant
from tests.mutation.watching import Watching

_COPIED: Final = (
    "generator",
    "tests",
    "seeds",
    "docs",
    "overrides",
    "pyproject.toml",
    "mkdocs.yml",
    "CONTRIBUTING.md",
    "README.md",
    "requirements",
    "Makefile",
)
_NOT_COPIED: Final = shutil.ignore_patterns("__pycache__", ".hypothesis", ".pytest_cache", "zoekindex")
_OPTIONS: Final = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header")
_PATIENCE: Final = 4
"""How many times the processor time that the tests take otherwise a mutant may take: after that it runs in circles."""

_START: Final = 20
"""Seconds of processor time for loading everything."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the unchanged code showed: the time of each test, and the tests of each line."""

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[str]]]

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that run the line of a mutant, the fastest first; for a line that is run while loading, those that run its module."""
        by_line = self.lines.get(mutant.path.as_posix(), {})
        own = by_line.get(str(mutant.line), [])
        names = set(own) or {name for names in by_line.values() for name in names}
        return sorted(names, key=lambda name: (self.seconds[name], name))


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant and what became of it: killed, survived, or not run by any test."""

    mutant: Mutant
    fate: str
    tests: int


def copy(root: Path, scratch: Path) -> None:
    """A copy of the tree with its modules compiled; compiled files are known by their source's content, so that none is ever stale."""
    for name in _COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, scratch / name, ignore=_NOT_COPIED)
        else:
            shutil.copy(root / name, scratch / name)
    compileall.compile_dir(str(scratch / "generator"), quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)


def watch(scratch: Path, folders: Iterable[str], marks: str, sources: list[str]) -> Seen:
    """Run the tests once, unchanged."""
    told = scratch / "seen.json"
    code = _apart(lambda: _watched(scratch, list(folders), marks, sources, told), scratch, 0)
    if not told.exists():
        message = f"the tests could not be run (exit code {code})"
        raise RuntimeError(message)
    data = json.loads(told.read_text(encoding="utf-8"))
    return Seen(data["seconds"], data["lines"])


def _watched(scratch: Path, folders: list[str], marks: str, sources: list[str], told: Path) -> int:
    plugin = Watching(scratch, sources)
    plugin.start()
    code = pytest.main([*(option for option in _OPTIONS if option != "-x"), "-m", marks, *folders], plugins=[plugin])
    plugin.save(told)
    return int(code)


def trial(mutant: Mutant, seen: Seen, scratch: Path) -> Tried:
    """What becomes of a mutant: killed where a test fails, or runs in circles."""
    tests = seen.tests_of(mutant)
    if not tests:
        return Tried(mutant, "never run", 0)
    target = scratch / mutant.path
    whole = target.read_bytes()
    target.write_text(mutant.text, encoding="utf-8")
    limit = _START + int(_PATIENCE * sum(seen.seconds[name] for name in tests))
    try:
        code = _apart(lambda: _tested(tests), scratch, limit)
    finally:
        target.write_bytes(whole)
    return Tried(mutant, "survived" if code == 0 else "killed", len(tests))


class _Only:
    """Keeps the wanted tests of those that were found, in the wanted order."""

    def __init__(self, names: list[str]) -> None:
        self._order = {name: place for place, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self._order), key=lambda item: self._order[item.nodeid])


def _tested(tests: list[str]) -> int:
    files = list(dict.fromkeys(name.partition("::")[0] for name in tests))
    return int(pytest.main([*_OPTIONS, *files], plugins=[_Only(tests)]))


def _apart(work: Callable[[], int], scratch: Path, limit: int) -> int:
    """The exit code of some work in a process of its own, in the scratch copy; without what it says; -1 if it was stopped."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)
    code = 70
    try:
        code = _inside(work, scratch, limit)
    finally:
        os._exit(code)


def _inside(work: Callable[[], int], scratch: Path, limit: int) -> int:
    if limit:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    log = os.open(scratch / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(scratch)
    os.environ["CI"] = "true"
    for name in [name for name in sys.modules if name.split(".")[0] in {"generator", "tests"}]:
        del sys.modules[name]
    sys.path[:] = [str(scratch), *(entry for entry in sys.path if entry not in {"", str(Path.cwd())})]
    sys.dont_write_bytecode = True
    return work()
