"""The figures for what is found across documents: commitments, related passages, subjects; those held out beside the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from generator import build
from generator.dossier import findings
from generator.dossier.findings import Findings
from generator.dossier.index import build_index
from generator.settings import Settings
from tests.accuracy import nearness, promises
from tests.support import ROOT

Figures: TypeAlias = Mapping[str, float]

PARTS: Final = ("not held out", "held out", "all")


def gather() -> Findings:
    """What the documents of the repository say together."""
    dossier = build.gather(Settings(seeds=ROOT / "seeds"))
    return findings.gather(build_index(dossier.documents, dossier.knowledge))


def commitments(found: Findings) -> Mapping[str, Figures]:
    """The figures for commitments, for each part."""
    pairs = promises.compare(promises.load(), found.commitments)
    return _by_part(pairs, lambda pair: pair.paragraph.held, promises.scores)


def related(found: Findings) -> Mapping[str, Figures]:
    """The figures for related passages, for each part."""
    judged = nearness.load(nearness.RELATED)
    return _by_part(judged, lambda item: item.held, lambda own: nearness.related_scores(own, _near(found)))


def related_later(found: Findings) -> Mapping[str, Figures]:
    """The figures for the passages of the third round, all of them held out."""
    return _by_part(nearness.load(nearness.RELATED_LATER), lambda item: item.held, lambda own: nearness.related_scores(own, _near(found)))


def themes(found: Findings) -> Mapping[str, Figures]:
    """The figures for the passages of subjects, for each part."""
    shown = {theme.theme.id: theme.places for theme in found.themes}
    return _by_part(nearness.load(nearness.THEMES), lambda item: item.held, lambda own: nearness.theme_scores(own, shown.__getitem__))


def _near(found: Findings) -> Callable[[nearness.Place], list[nearness.Place]]:
    return lambda place: [relation.passage.place for relation in found.related.of(*place)]


def _by_part(
    items: Iterable[nearness.T], held: Callable[[nearness.T], bool], scores: Callable[[list[nearness.T]], Figures]
) -> dict[str, Figures]:
    listed = list(items)
    parts = ([item for item in listed if not held(item)], [item for item in listed if held(item)], listed)
    return {name: scores(part) for name, part in zip(PARTS, parts, strict=True)}


_TABLES: Final = (
    ("commitments", commitments, promises.TARGETS),
    ("related", related, nearness.RELATED_TARGETS),
    ("related, later", related_later, nearness.RELATED_TARGETS),
    ("subjects", themes, nearness.THEME_TARGETS),
)


def table(found: Findings) -> Iterator[str]:
    """A row for each figure: what is not held out, what is, all together, and the target."""
    yield " ".join([f"{'':24}", *(f"{part:>13}" for part in (*PARTS, "target"))])
    for name, score, targets in _TABLES:
        figures = score(found)
        for figure in figures["all"]:
            row = [f"{figures[part][figure]:.3f}" for part in PARTS]
            yield " ".join([f"{name + ' ' + figure:24}", *(f"{value:>13}" for value in (*row, targets.get(figure, "")))])


def misses(found: Findings) -> Iterator[str]:
    """What went wrong with each commitment and related passage that is not held out."""
    for pair in promises.compare(promises.load(), found.commitments):
        if not pair.paragraph.held and (not pair.is_hit or pair.wrong):
            yield f"commitments: {pair}"
    for item in nearness.load(nearness.RELATED):
        shown = _near(found)(nearness.place_of(item))
        if not item.held and item.strong and not item.strong & {*shown}:
            yield f"related: {item.name}: none of {sorted(item.strong)} among {shown}"
