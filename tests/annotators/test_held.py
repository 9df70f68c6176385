"""Mentions in documents that the program was not made with: other years, subjects and languages, with hand-made expectations."""

from __future__ import annotations

from typing import Final

import pytest

from tests.accuracy import mentions, report
from tests.accuracy.measures import total
from tests.support import ROOT

HELD: Final = ROOT / report.HELD
NAMES: Final = tuple(sorted(path.stem for path in HELD.glob("*.txt")))


@pytest.fixture(scope="module")
def scores() -> report.Scores:
    """Every measure of every held-out document."""
    return report.score_mentions(HELD, ROOT / report.SEEDS)


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.dossier if name == "terms" else ()) for name in mentions.TARGETS])
def test_all_held_out_documents_together_reach_the_target(scores: report.Scores, name: str) -> None:
    """Terms are those of our own glossary."""
    measure = total([measures[name] for measures in scores.values()])
    assert measure.expected
    assert measure.score >= mentions.TARGETS[name], "\n".join(str(item) for item in (*measure.missed, *measure.false))


@pytest.mark.parametrize("stem", NAMES)
def test_each_expectation_stands_in_its_text(stem: str) -> None:
    """Its first words are on the line that it names, and the line is one of the text's."""
    lines = (HELD / f"{stem}.txt").read_text(encoding="utf-8").splitlines()
    expected = mentions.load(HELD / f"{stem}.txt", HELD)
    assert expected
    misplaced = [one for one in expected if one.text.split()[0] not in lines[one.line - 1]]
    assert misplaced == []


def test_every_held_out_document_has_expectations_and_is_scored(scores: report.Scores) -> None:
    assert {stem[:6] for stem in NAMES} == set(scores)
    assert {path.stem for path in HELD.glob("*.mentions")} == set(NAMES)
