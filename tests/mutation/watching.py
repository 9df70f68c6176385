"""A pytest plugin: which test runs which lines of the generator, and how much time of the processor each takes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest


class Watching:
    """Writes down, for each line, the tests that run it; lines run while modules are loaded and tests gathered belong to no test."""

    def __init__(self, root: Path, sources: list[str]) -> None:
        """Watch the modules below some folders of a tree."""
        self._root = root
        self._coverage = coverage.Coverage(data_file=None, include=[str(root / source / "*") for source in sources], config_file=False)
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    def start(self) -> None:
        """Begin before anything of the generator is loaded."""
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Everything from here to the end of the test is the test's."""
        self._coverage.switch_context(item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self._seconds[item.nodeid] = time.process_time() - began
            self._coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test that fails before any change tells nothing about changes."""
        if report.failed:
            self._failed.add(report.nodeid)

    def save(self, target: Path) -> None:
        """Write what was seen as JSON: the seconds of each test, the tests of each line, and the lines that run while loading ("" among the tests)."""
        self._coverage.stop()
        data = self._coverage.get_data()
        sound = {name: seconds for name, seconds in self._seconds.items() if name not in self._failed}
        lines = {}
        for path in sorted(data.measured_files()):
            by_line = data.contexts_by_lineno(path)
            lines[Path(path).relative_to(self._root).as_posix()] = {
                str(line): sorted(name for name in contexts if name in sound or not name) for line, contexts in sorted(by_line.items())
            }
        target.write_text(json.dumps({"seconds": sound, "failed": sorted(self._failed), "lines": lines}), encoding="utf-8")
