"""Tries mutants, each in a process of its own, with the tests that run the changed line.

A change within a function is made in a copy of a process that has loaded everything and gathered the tests: that takes no time. Any other
change, and one in a function that runs while modules are loaded, needs a process that loads everything anew.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from tests.mutation import patching
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
_NOT_COPIED: Final = shutil.ignore_patterns("__pycache__", ".hypothesis", ".pytest_cache")
_GENERATED: Final = Path("docs/zoekindex")
"""The heaviest of what is generated, which no test of a mutant looks at."""

_OPTIONS: Final = ("-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header")
_AT_ONCE: Final = 2
"""Processes at a time: the machines that this runs on have two processors or more."""

_BUDGET: Final = 12
"""Seconds of tests for one mutant, fastest first: a change that these do not notice counts as unnoticed, whatever slower tests may say."""

_PATIENCE: Final = 4
"""How many times the processor time that the tests take otherwise a mutant may take: after that it runs in circles."""

_START: Final = 20
"""Seconds of processor time for loading everything."""

_MEMORY: Final = 3 << 30
"""Bytes that a mutant may take: one that runs in circles must not take the machine with it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the unchanged code showed: the time of each test, the tests of each line ("" among them where it runs while loading).

    `failed` are the tests that fail without any change, and tell nothing.
    """

    seconds: dict[str, float]
    lines: dict[str, dict[str, list[str]]]
    failed: tuple[str, ...] = ()

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that run the statement of a mutant, the fastest first; those that run its module, where it runs while loading only or its function remembers."""
        by_line = self.lines.get(mutant.path.as_posix(), {})
        own = self._own(mutant) - {""}
        names = own if own and not mutant.remembered else {name for names in by_line.values() for name in names} - {""}
        spent, kept = 0.0, []
        for name in sorted(names, key=lambda name: (self.seconds[name], name)):
            spent += self.seconds[name]
            if spent > _BUDGET:
                break
            kept.append(name)
        return kept

    def runs_while_loading(self, mutant: Mutant) -> bool:
        """Whether the statement of a mutant is run before any test is."""
        return "" in self._own(mutant)

    def _own(self, mutant: Mutant) -> set[str]:
        by_line = self.lines.get(mutant.path.as_posix(), {})
        return {name for line in mutant.statement for name in by_line.get(str(line), ())}


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant and what became of it: killed, survived, or not run by any test."""

    mutant: Mutant
    fate: str
    tests: int


def copy(root: Path, scratch: Path) -> None:
    """A copy of the tree."""
    for name in _COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, scratch / name, ignore=_NOT_COPIED)
        else:
            shutil.copy(root / name, scratch / name)
    shutil.rmtree(scratch / _GENERATED, ignore_errors=True)


def watch(scratch: Path, folders: Iterable[str], marks: str, sources: list[str]) -> Seen:
    """Run the tests once, unchanged."""
    told = scratch / "seen.json"
    code = _wait(_apart(lambda: _watched(scratch, list(folders), marks, sources, told), scratch))
    if not told.exists():
        message = f"the tests could not be run (exit code {code}):\n{(scratch / 'log.txt').read_text(encoding='utf-8')}"
        raise RuntimeError(message)
    data = json.loads(told.read_text(encoding="utf-8"))
    return Seen(data["seconds"], data["lines"], tuple(data["failed"]))


def _watched(scratch: Path, folders: list[str], marks: str, sources: list[str], told: Path) -> int:
    plugin = Watching(scratch, sources)
    plugin.start()
    code = pytest.main([*_OPTIONS, "-m", marks, *folders], plugins=[plugin])
    plugin.save(told)
    return int(code)


def trials(mutants: list[Mutant], seen: Seen, scratch: Path) -> Iterator[Tried]:
    """What becomes of each mutant, in the order in which that is known: killed where a test fails, or runs in circles."""
    tests = {mutant.name: seen.tests_of(mutant) for mutant in mutants}
    run = [mutant for mutant in mutants if tests[mutant.name]]
    yield from (Tried(mutant, "never run", 0) for mutant in mutants if not tests[mutant.name])
    by_name = {mutant.name: mutant for mutant in run}
    loaded = [mutant for mutant in run if not seen.runs_while_loading(mutant)]
    tried = set()
    for name, code in _served(loaded, tests, seen, scratch):
        tried.add(name)
        yield _tried(by_name[name], code, tests[name])
    others = [mutant for mutant in run if mutant.name not in tried]
    jobs = {mutant.name: _fresh(mutant, tests[mutant.name], seen, scratch) for mutant in others}
    for name, code in _at_once(jobs, scratch):
        yield _tried(by_name[name], code, tests[name])


def _tried(mutant: Mutant, code: int, tests: list[str]) -> Tried:
    return Tried(mutant, "survived" if code == 0 else "killed", len(tests))


def _fresh(mutant: Mutant, tests: list[str], seen: Seen, scratch: Path) -> Callable[[], int]:
    """Load the changed module with everything else, and run the tests: those of the module's own room first, since loading tests takes time too."""

    def work() -> int:
        _limit(_START + sum(seen.seconds[name] for name in tests))
        patching.load_instead(scratch / mutant.path, mutant.text)
        room = "/".join(("tests", *mutant.path.parent.parts[1:2]))
        for batch in ([name for name in tests if name.startswith(room)], [name for name in tests if not name.startswith(room)]):
            files = list(dict.fromkeys(name.partition("::")[0] for name in batch))
            if files and (code := int(pytest.main([*_OPTIONS, "-x", *files], plugins=[_Only(batch)]))):
                return code
        return 0

    return work


class _Only:
    """Keeps the wanted tests of those that were found, in the wanted order."""

    def __init__(self, names: list[str]) -> None:
        self._order = {name: place for place, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self._order), key=lambda item: self._order[item.nodeid])


def _served(mutants: list[Mutant], tests: dict[str, list[str]], seen: Seen, scratch: Path) -> Iterator[tuple[str, int]]:
    """The exit code of each mutant whose change can be made in a process that has loaded everything; others are left out."""
    if not mutants:
        return
    reads, writes = os.pipe()
    files = sorted({name.partition("::")[0] for mutant in mutants for name in tests[mutant.name]})
    server = _Server(mutants, tests, seen, scratch, writes)
    child = _apart(lambda: int(pytest.main([*_OPTIONS, *files], plugins=[server])), scratch)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as told:
        for line in told:
            name, code = line.split("\t")
            yield name, int(code)
    if ended := _wait(child):
        message = f"the tests could not be gathered (exit code {ended}):\n{(scratch / 'log.txt').read_text(encoding='utf-8')}"
        raise RuntimeError(message)


class _Server:
    """A pytest plugin that, once all tests are gathered, tries mutants in copies of the process instead of running the tests."""

    def __init__(self, mutants: list[Mutant], tests: dict[str, list[str]], seen: Seen, scratch: Path, writes: int) -> None:
        self._mutants, self._tests, self._seen, self._scratch, self._writes = mutants, tests, seen, scratch, writes
        self._live: patching.Live = {}
        self._caches: list[Any] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._live, self._caches = patching.live_functions(self._scratch), patching.caches()
        gc.collect()
        gc.freeze()
        items = {item.nodeid: item for item in session.items}
        jobs = {mutant.name: work for mutant in self._mutants if (work := self._work(mutant, session, items))}
        for name, code in _at_once(jobs, self._scratch):
            os.write(self._writes, f"{name}\t{code}\n".encode())
        return True

    def _work(self, mutant: Mutant, session: pytest.Session, items: dict[str, pytest.Item]) -> Callable[[], int] | None:
        path = self._scratch / mutant.path
        whole, changed = (compile(text, str(path), "exec", dont_inherit=True) for text in (path.read_text(encoding="utf-8"), mutant.text))
        functions = patching.changed_functions(whole, changed)
        names = self._tests[mutant.name]
        if functions is None or not patching.patchable(functions, self._live) or not items.keys() >= set(names):
            return None

        def work() -> int:
            _limit(sum(self._seen.seconds[name] for name in names))
            for cache in self._caches:
                cache.cache_clear()
            patching.patch(functions, self._live)
            return _run(session, [items[name] for name in names])

        return work


def _run(session: pytest.Session, items: list[pytest.Item]) -> int:
    """Run tests until one fails."""
    for item, following in pairwise([*items, None]):
        if item:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return 1
    return 0


def _limit(usual: float) -> None:
    """Stop this process when it takes much more than it usually would."""
    spent = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    seconds = int(spent + _PATIENCE * (1 + usual))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


def _at_once(jobs: dict[str, Callable[[], int]], scratch: Path) -> Iterator[tuple[str, int]]:
    """The exit code of each job, a few at a time, as they end."""
    waiting = list(jobs.items())[::-1]
    running: dict[int, str] = {}
    while waiting or running:
        while waiting and len(running) < _AT_ONCE:
            name, work = waiting.pop()
            running[_apart(work, scratch)] = name
        child, status = os.wait()
        shutil.rmtree(_temporary(scratch, child), ignore_errors=True)
        yield running.pop(child), os.waitstatus_to_exitcode(status)


def _wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _temporary(scratch: Path, process: int) -> Path:
    return scratch / "temporary" / str(process)


def _apart(work: Callable[[], int], scratch: Path) -> int:
    """The number of a new process that does some work in the scratch copy, and ends with the exit code that it gives; what it says goes to a file."""
    if child := os.fork():
        return child
    code = 70
    try:
        code = _inside(work, scratch)
    finally:
        os._exit(code)


def _inside(work: Callable[[], int], scratch: Path) -> int:
    log = os.open(scratch / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(scratch)
    own = _temporary(scratch, os.getpid())
    own.mkdir(parents=True)
    os.environ |= {"CI": "true", "PYTEST_DEBUG_TEMPROOT": str(own)}
    if str(scratch) not in sys.path:
        for name in [name for name in sys.modules if name.split(".")[0] in {"generator", "tests"}]:
            del sys.modules[name]
        sys.path[:] = [str(scratch), *(entry for entry in sys.path if entry not in {"", str(Path.cwd())})]
        sys.dont_write_bytecode = True
    return work()
