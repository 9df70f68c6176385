"""What a subcommand for contributors answers, and how one makes a file that was not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.model import Problem


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a subcommand: lines for standard output, and problems that make it fail."""

    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def refusal(path: str, message: str, remedy: str) -> Answer:
    """The answer of a subcommand that does nothing, because of what is wrong at a path."""
    return Answer(problems=(Problem(path, None, message, remedy),))


def create(path: Path, content: str) -> None:
    """Write a new file, and the folders it stands in; raises `FileExistsError` where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(content)
