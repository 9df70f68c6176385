"""`python -m tests.other_dossier [options of pytest]`: the tests of the generator, in a copy of the project with other documents.

Adding, changing or removing a document or an entry may break no test of the generator: only those with the mark `dossier`, which
are about the documents in seeds/. So the others have to pass with a dossier that has not one document or entry in common with ours.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.support import EXAMPLE, ROOT

_NOT_COPIED: Final = frozenset({".git", ".venv", ".hypothesis", ".pytest_cache", "site", "build"})


def copy(target: Path, seeds: Path = EXAMPLE) -> None:
    """The project, with the example, or another folder of seeds, in the place of its own documents."""
    shutil.copytree(ROOT, target, ignore=_left_out, symlinks=True)
    shutil.rmtree(target / "seeds")
    shutil.copytree(seeds, target / "seeds")


def with_its_tests(target: Path, *options: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the tests that are about no document in a copy of the project: how they ended, and with `capture` what they said."""
    subprocess.run(["git", "init", "-q"], cwd=target, check=True)
    command = [sys.executable, "-m", "pytest", "-m", "not dossier and not site and not browser", *options]
    env = {**os.environ, "PYTHONPATH": str(target)}
    return subprocess.run(command, cwd=target, env=env, check=False, capture_output=capture, text=True)


def _left_out(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name == "__pycache__" or (Path(folder) == ROOT and name in _NOT_COPIED)]


def main(options: list[str]) -> int:
    """Run pytest there; its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder).resolve() / "project"
        copy(target)
        return with_its_tests(target, *options).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
