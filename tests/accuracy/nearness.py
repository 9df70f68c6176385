"""How well related passages and the passages of subjects are found, against related.txt and themes.txt of tests/expectations."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from tests.support import ROOT

Place: TypeAlias = tuple[str, str]
T = TypeVar("T")

RELATED: Final = ROOT / "tests" / "expectations" / "related.txt"
RELATED_LATER: Final = ROOT / "tests" / "expectations" / "related-later.txt"
"""Written after the measure was first tuned, before it was tuned again."""

THEMES: Final = ROOT / "tests" / "expectations" / "themes.txt"
RELATED_TARGETS: Final = {"found": 0.80, "precision": 0.70}
"""A strongly related passage among those shown, for this share of the passages that have one; of what is shown, this share is related."""

THEME_TARGETS: Final = {"recall": 0.90, "precision": 0.90}
"""Of the passages about a subject, this share is shown; of those shown, this share is about it or names it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a careful reader wrote down under one heading: the places that must be there, and those that may."""

    name: str
    held: bool
    strong: frozenset[Place]
    fair: frozenset[Place]


def load(path: Path) -> tuple[Judged, ...]:
    """The headings of a file with their places; a line of another notation raises ValueError."""
    found: list[Judged] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if not words or line.startswith("//"):
            continue
        if words[0] == "==":
            held = words[-1] == "held"
            found.append(Judged(" ".join(words[1 : len(words) - held]), held, frozenset(), frozenset()))
            continue
        last = found.pop()
        found.append(_with(last, *_line(words)))
    return tuple(found)


def _line(words: list[str]) -> tuple[bool, frozenset[Place]]:
    """`+ document place …` or `document + place …`: whether they must be there, and which."""
    sign = next((place for place in (0, 1) if words[place] in {"+", "~"}), None)
    if sign is None:
        message = f"no line of places: {' '.join(words)!r}"
        raise ValueError(message)
    return words[sign] == "+", frozenset((words[1 - sign], place) for place in words[2:])


def _with(judged: Judged, must: bool, places: frozenset[Place]) -> Judged:  # noqa: FBT001 - the sign of the line
    strong, fair = (judged.strong | places, judged.fair) if must else (judged.strong, judged.fair | places)
    return Judged(judged.name, judged.held, strong, fair)


def related_scores(judged: Iterable[Judged], shown: Callable[[Place], Collection[Place]]) -> Mapping[str, float]:
    """The two figures of `RELATED_TARGETS`, for what is shown at each place that was judged."""
    told = [(item, tuple(shown(place_of(item)))) for item in judged]
    have = [(item, places) for item, places in told if item.strong]
    right = sum(place in item.strong | item.fair for item, places in told for place in places)
    return {
        "found": sum(any(place in item.strong for place in places) for item, places in have) / max(1, len(have)),
        "precision": right / max(1, sum(len(places) for _, places in told)),
    }


def place_of(item: Judged) -> Place:
    """The document and the place that a heading of related.txt names."""
    document, place = item.name.split()
    return document, place


def theme_scores(judged: Iterable[Judged], shown: Callable[[str], Collection[Place]]) -> Mapping[str, float]:
    """The two figures of `THEME_TARGETS` over some subjects."""
    told = [(item, frozenset(shown(item.name))) for item in judged]
    expected = sum(len(item.strong) for item, _ in told)
    hits = sum(len(item.strong & places) for item, places in told)
    foreign = sum(len(places - item.strong - item.fair) for item, places in told)
    return {"recall": hits / max(1, expected), "precision": hits / max(1, hits + foreign)}
