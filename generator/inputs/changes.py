"""When a file was added and changed, as its author wrote it: the keys `added` and `updated` of descriptions and contributions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from generator.inputs.yaml_lines import Located
from generator.model import ChangeKind, FileChange, Problem
from generator.words import say

KEYS: Final[tuple[tuple[str, ChangeKind], ...]] = (("added", "added"), ("updated", "changed"))
"""Each key with what it tells; the order is that of time."""


def written(facts: Mapping[str, Any], path: str) -> tuple[FileChange, ...]:
    """The changes that the facts of a file tell of itself, the oldest first."""
    return tuple(FileChange(path, facts[key], kind) for key, kind in KEYS if facts.get(key))


def check(located: Located, path: str) -> Iterator[Problem]:
    """Days that no calendar has, and a change before the file was there; what has the wrong form is left to the schema."""
    facts = located.data if isinstance(located.data, dict) else {}
    days = {key: facts[key] for key, _ in KEYS if isinstance(facts.get(key), str)}
    for key, day in days.items():
        if not _is_day(day):
            remedy = say("changes.write_as")
            yield Problem(path, located.line((key,)), say("changes.no_day", day=repr(day)), remedy)
    if len(days) == len(KEYS) and all(map(_is_day, days.values())) and days["updated"] < days["added"]:
        message = say("changes.updated_before_added", updated=days["updated"], added=days["added"])
        yield Problem(path, located.line(("updated",)), message, say("changes.swap"))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
