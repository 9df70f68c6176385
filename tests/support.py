"""What several tests use: the project's root, its commands, and small dossiers to try them on."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

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

_MOST: Final = 300
"""Seconds of processor time for a command: what runs in circles ends, however busy the machine is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> Outcome:
    """Run a command to its end."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", **environment}
    with subprocess.Popen([*map(str, command)], cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        bound(process)
        out, err = process.communicate()
    return Outcome(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"))


def bound(process: subprocess.Popen[Any]) -> None:
    """Have a process end by itself, where the system can, when it has taken as much processor time as no command takes."""
    if sys.platform == "linux":
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (_MOST, _MOST))


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
