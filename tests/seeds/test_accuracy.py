"""The readers reach the targets on the hand-made expectations, and lose nothing that they found before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests import own
from tests.accuracy import report, structure
from tests.accuracy.gold import Gold, parse
from tests.accuracy.measures import Item, Measure, total
from tests.support import ROOT

pytestmark = pytest.mark.dossier

SEEDS: Final = tuple(
    sorted(path for path in (ROOT / "seeds").glob("*.txt") if list((ROOT / report.EXPECTATIONS).glob(f"{path.stem}*.gold")))
)
_HYPHENS: Final = ("-", "\u2010", "\u2011", "\u00ad")


@pytest.fixture(scope="module")
def scores() -> report.Scores:
    """Every measure of every document."""
    return report.score(own.dossier().documents)


@pytest.mark.parametrize("name", structure.TARGETS)
def test_all_documents_together_reach_the_target(scores: report.Scores, name: str) -> None:
    measure = total([measures[name] for measures in scores.values()])
    target = structure.TARGETS[name]
    reached = measure.score <= target if measure.kind == "none" else measure.score >= target
    assert reached, "\n".join(str(item) for item in (*measure.missed, *measure.false))


def test_nothing_is_lost_that_was_found_before(scores: report.Scores) -> None:
    _, losses = report.changes(scores, report.load(ROOT / report.BASELINE))
    assert losses == []


def test_a_loss_against_the_figures_kept_would_be_seen(scores: report.Scores) -> None:
    """The comparison itself must be able to fail."""
    document, name = next(iter(scores)), "headings"
    kept = report.snapshot(scores)
    kept[document][name]["hits"].append("1: a heading that is nowhere")
    gains, losses = report.changes(scores, kept)
    assert gains == []
    assert losses == [f"{document} {name}: 1: a heading that is nowhere"]


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem[:3])
def gold(request: pytest.FixtureRequest) -> Gold:
    """The expectations for one document; building them checks that every marker stands on its line."""
    seed: Path = request.param
    return Gold.load(seed, ROOT / report.EXPECTATIONS)


def test_each_line_with_text_belongs_to_one_expectation(gold: Gold) -> None:
    assert list(structure.uncovered(gold)) == []


def test_each_hyphen_at_a_line_end_inside_a_block_has_a_decision(gold: Gold) -> None:
    assert set(_hyphened_lines(gold)) <= set(gold.hyphens)


def _hyphened_lines(gold: Gold) -> Iterator[int]:
    for record in gold.of("HPQIN"):
        lines = [n for first, last in record.ranges for n in range(first, last + 1) if gold.lines[n].strip()]
        yield from (n for n in lines[:-1] if gold.lines[n].rstrip().endswith(_HYPHENS))


def test_a_measure_weighs_misses_and_false_finds_alike() -> None:
    one, two, three = Item(1, ("a",)), Item(2, ("b",)), Item(3, ("c",))
    measure = Measure("x", "f1", (one, two), (two, three, three))
    assert (measure.hits, measure.missed, measure.false) == ((two,), (one,), (three, three))
    assert measure.score == pytest.approx(2 / 5)
    assert Measure("x", "recall", (one, two), (two, three, three)).score == pytest.approx(1 / 2)
    assert Measure("x", "none", (), (three, three)).score == 2


def test_a_line_of_an_expectation_file_that_is_no_record_is_refused() -> None:
    with pytest.raises(ValueError, match="no record"):
        parse("H1 3-4\nzomaar iets\n")


def test_a_marker_that_is_not_on_its_line_is_refused() -> None:
    with pytest.raises(ValueError, match="not on its line"):
        Gold(parse("P 1\nM 7 1 after=woord"), "een woord zonder noot\n")


def test_the_text_of_a_record_follows_its_decisions() -> None:
    seed = "De EU- \n\ndele-\ngaties1 , die\n\nde richtlĳn kennen.\n"
    records = parse("P 1-6\nM 1 4 after=gaties\nY 1 keep\nY 3 join\nD 6 richtlĳn => richtlijn")
    gold = Gold(records, seed)
    assert gold.text(next(gold.of("P"))) == "De EU-delegaties, die de richtlijn kennen."
