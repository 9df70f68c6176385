"""What several tests use: the project's root, its commands, and small dossiers to try them on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
EXAMPLE: Final = ROOT / "tests" / "example"
"""An invented dossier: two documents with descriptions, two entries, an event, an introduction, a home page."""

BIN: Final = Path(sys.executable).parent
IN_CI: Final = os.environ.get("CI", "") not in {"", "0", "false"}

TEXT: Final = """\
MEDEDELING OVER DE HAVENS

1. INLEIDING

De Commissie heeft in 2015 een verslag over de havens gepubliceerd, en daarna nog een.

2. CONCLUSIE

De Raad wordt verzocht deze conclusies aan te nemen.
"""
SIDECAR: Final = """\
id: havens-2015
title: Mededeling over de havens
date: "2015-11-04"
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> Outcome:
    """Run a command to its end."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", **environment}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=env, capture_output=True, check=False, timeout=300)
    return Outcome(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def generator(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> Outcome:
    """Run `python -m generator` as a reader of the documentation would."""
    return run(sys.executable, "-m", "generator", *arguments, cwd=cwd, **environment)


def write_all(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """The folder, with these files in it."""
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
