"""A git repository to try things on, with commits at moments of the test's choosing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support import write_all


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder with a history."""

    folder: Path

    def git(self, *command: str, when: str = "2026-01-01T12:00:00+01:00") -> str:
        """Run git in the folder, away from the settings of this machine; fails where git does."""
        environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            # What would wait for an answer fails instead.
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_EDITOR": "false",
            **{
                f"GIT_{role}_{fact}": value for role in ("AUTHOR", "COMMITTER") for fact, value in (("NAME", "x"), ("EMAIL", "x@x.example"))
            },
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
        }
        done = subprocess.run(
            ["git", *command], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True
        )
        return done.stdout.decode()

    def commit(self, when: str, files: Mapping[str, str | None]) -> None:
        """Write these files, or remove those that are None, and commit."""
        write_all(self.folder, {name: content for name, content in files.items() if content is not None})
        for name, content in files.items():
            if content is None:
                (self.folder / name).unlink()
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "een\ntwee", when=when)

    def clone(self, target: Path, *options: str) -> Repository:
        """A copy, fetched as a service that builds sites fetches it."""
        self.git("clone", "--quiet", *options, self.folder.as_uri(), str(target))
        return Repository(target)


def repository(folder: Path) -> Repository:
    """A new one."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main")
    return made
