"""When the files of a dossier were added and changed, from the history that git keeps of their folder.

The same commit gives the same history, whatever the day and the machine. A folder that git does not know has none.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.model import ChangeKind, FileChange, History, Problem, Severity
from generator.words import say

_COMMIT: Final = "\x01"
"""What a commit begins with in what git is asked to print; no status of a file does."""

_LOG: Final = (
    # Settings of the user may not change what is printed.
    "-c", "log.showSignature=false", "log",
    # A merge counts as one change, at the moment when the work came into the dossier.
    "-z", "--first-parent", "--diff-merges=first-parent",
    "--relative", "--name-status", "--find-renames", f"--format={_COMMIT}%H %cI", "--", ".",
)  # fmt: skip
"""Everything below the folder, the newest commit first: its hash and the moment it was made, then each file with what happened to it."""

_KINDS: Final[dict[str, ChangeKind]] = {"A": "added", "M": "changed", "R": "changed", "T": "changed"}
"""What git's letters tell (git-diff, `--diff-filter`); a file that was removed has nothing to tell of."""

_GONE: Final = ""
"""The name of a file that is no more."""

_PATIENCE: Final = 60
"""Seconds after which a history that does not come is left out; that of 10,000 commits takes less than one."""


def read(seeds: Path) -> tuple[History, tuple[Problem, ...]]:
    """What git knows of the files below a folder; a problem where it does not tell, or its history was cut off when the project was fetched."""
    printed = _git(seeds, *_LOG)
    if printed is None:
        silent = Problem(seeds.as_posix(), None, say("history.silent"), say("history.ask_git"), Severity.TODO)
        return History(), (silent,) if any((folder / ".git").exists() for folder in seeds.resolve().parents) else ()
    cut = _cut(seeds)
    changes, since = _read(printed, seeds, cut)
    problem = Problem(seeds.as_posix(), None, say("history.cut"), say("history.fetch_all"), Severity.TODO)
    return History(changes, since), (problem,) if cut else ()


def _git(folder: Path, *command: str) -> str | None:
    """What git prints of a folder; None where there is no git, or git does not know the folder or may not read it.

    The folder decides which history is read, not the variables by which git tells its hooks of another.
    """
    environment = {name: value for name, value in os.environ.items() if name not in {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}}
    try:
        done = subprocess.run(  # noqa: S603 - the words are those above
            ["git", "--no-pager", *command],  # noqa: S607 - git is where the path of the machine says
            cwd=folder, env=environment, capture_output=True, check=False, timeout=_PATIENCE,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def _cut(folder: Path) -> frozenset[str]:
    """The commits at which the history was cut off (git-clone, `--depth`): git shows them as if they had added everything."""
    named = (_git(folder, "rev-parse", "--git-path", "shallow") or "").strip()
    try:
        return frozenset((folder / named).read_text(encoding="ascii").split()) if named else frozenset()
    except OSError:
        return frozenset()


def _read(printed: str, folder: Path, cut: frozenset[str]) -> tuple[tuple[FileChange, ...], str | None]:
    """The changes, by the name that each file has now, and the moment of the cut."""
    changes: list[FileChange] = []
    now: dict[str, str] = {}
    for commit, moment, status, names in _entries(printed):
        if commit in cut:
            return tuple(changes), moment
        name = now.get(names[-1], names[-1])
        # What had the name of a file that was removed was another file.
        now[names[0]] = name if status in _KINDS else _GONE
        if status in _KINDS and name != _GONE:
            changes.append(FileChange((folder / name).as_posix(), moment, _KINDS[status]))
    return tuple(changes), None


def _entries(printed: str) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Each file of each commit: the hash, the moment, the letter of what happened, and its name; of a renamed file the old name first."""
    commit = moment = ""
    tokens = iter(printed.split("\0"))
    for token in tokens:
        word = token.strip("\n")
        if word.startswith(_COMMIT):
            commit, _, moment = word.removeprefix(_COMMIT).partition(" ")
        elif word:
            status = word[0]
            yield commit, moment, status, tuple(next(tokens) for _ in range(2 if status in "RC" else 1))
