"""The table of scores, the list of misses, and what was gained or lost against the figures kept in the repository."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from generator import annotators, build
from generator.inputs import contributions
from generator.model import Document
from generator.settings import Settings
from tests.accuracy import mentions, structure
from tests.accuracy.gold import Gold
from tests.accuracy.measures import Measure, total

SEEDS: Final = Path("seeds")
EXPECTATIONS: Final = Path("tests/expectations")
HELD: Final = Path("tests/held/mentions")
BASELINE: Final = EXPECTATIONS / "baseline.json"

Scores: TypeAlias = Mapping[str, Mapping[str, Measure]]
"""For each document, by the first part of its file's name, its measures by name."""


def _structure(document: Document, seed: Path) -> Iterable[Measure]:
    return structure.measures(document, Gold.load(seed, EXPECTATIONS))


def _mentions(document: Document, seed: Path) -> Iterable[Measure]:
    return mentions.measures(document, mentions.load(seed, EXPECTATIONS))


# Each part of the expectations has its own kind of file and its own measures.
PARTS: Final[tuple[Callable[[Document, Path], Iterable[Measure]], ...]] = (_structure, _mentions)
TARGETS: Final = {**structure.TARGETS, **mentions.TARGETS}


def score(documents: Iterable[Document]) -> Scores:
    """All measures of the documents in seeds/, which are read together, as for the site."""
    with_paths = ((Path(document.source.path), document) for document in documents)
    return {path.stem[:3]: {m.name: m for part in PARTS for m in part(document, path)} for path, document in with_paths}


def score_mentions(folder: Path = HELD, seeds: Path = SEEDS) -> Scores:
    """The measures of mentions of the documents in a folder that has their expectations too; the glossary is that of the seeds."""
    knowledge, _ = contributions.read(seeds)
    documents = annotators.annotate_all(build.gather(Settings(seeds=folder)).documents, knowledge)
    with_paths = ((Path(document.source.path), document) for document in documents)
    return {path.stem[:6]: {m.name: m for m in mentions.measures(document, mentions.load(path, folder))} for path, document in with_paths}


def table(scores: Scores) -> Iterator[str]:
    """The table: a row for each measure, a column for each document, and all together."""
    names = next(iter(scores.values())).keys()
    yield " ".join([f"{'':18}", *(f"{document:>7}" for document in scores), f"{'all':>7}", f"{'target':>7}"])
    for name in names:
        row = [measures[name] for measures in scores.values()]
        target = TARGETS.get(name)
        figures = [_figure(measure) for measure in (*row, total(row))]
        yield " ".join([f"{name:18}", *(f"{figure:>7}" for figure in figures), f"{'' if target is None else f'{target:g}':>7}"])


def _figure(measure: Measure) -> str:
    if measure.kind == "none":
        return f"{measure.score:.0f}"
    return "-" if not measure.expected and not measure.found else f"{measure.score:.4f}"


def misses(scores: Scores) -> Iterator[str]:
    """Each miss and each false find, with its line in the seed."""
    for document, measures in scores.items():
        for name, measure in measures.items():
            yield from (f"{document} {name}: missed {item}" for item in measure.missed)
            yield from (f"{document} {name}: false {item}" for item in measure.false)


def snapshot(scores: Scores) -> dict[str, dict[str, dict[str, list[str]]]]:
    """What was hit and what was found in vain, to be kept for comparison."""
    return {
        document: {
            name: {"hits": [_short(item) for item in measure.hits], "false": [_short(item) for item in measure.false]}
            for name, measure in measures.items()
            if measure.expected or measure.found
        }
        for document, measures in scores.items()
    }


def _short(item: object) -> str:
    return str(item)[:80]


def changes(scores: Scores, baseline: Mapping[str, Mapping[str, Mapping[str, list[str]]]]) -> tuple[list[str], list[str]]:
    """What was gained and what was lost: hits that came or went, false finds that went or came."""
    gains: list[str] = []
    losses: list[str] = []
    now = snapshot(scores)
    for document, measures in baseline.items():
        for name, before in measures.items():
            after = now.get(document, {}).get(name, {"hits": [], "false": []})
            where = f"{document} {name}"
            gains += [f"{where}: {item}" for item in sorted({*after["hits"]} - {*before["hits"]})]
            losses += [f"{where}: {item}" for item in sorted({*before["hits"]} - {*after["hits"]})]
            gains += [f"{where}: no longer false {item}" for item in sorted({*before["false"]} - {*after["false"]})]
            losses += [f"{where}: false {item}" for item in sorted({*after["false"]} - {*before["false"]})]
    return gains, losses


def load(path: Path = BASELINE) -> dict[str, dict[str, dict[str, list[str]]]]:
    """The figures kept in the repository."""
    kept: dict[str, dict[str, dict[str, list[str]]]] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def save(scores: Scores, path: Path = BASELINE) -> None:
    """Keep the figures of today; one item a line, so that a change can be read as a diff."""
    path.write_text(json.dumps(snapshot(scores), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
