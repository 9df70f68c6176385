"""What tools make of PDFs is read as well as it must be, and nothing of it is lost; the table is that of `make accuracy`."""

from __future__ import annotations

import pytest

from generator.readers import ledger
from tests.accuracy import reading

TEXTS = reading.texts()


def test_every_tool_and_each_document_is_there() -> None:
    assert len({text.tool for text in TEXTS}) == 11
    assert len(TEXTS) == 11 * len({(text.document, text.style) for text in TEXTS})


def test_the_mean_over_the_tools_is_what_it_must_be() -> None:
    mean = reading.means(reading.score(text for text in TEXTS if not reading.is_held(text)))["mean"]
    wrong = {name: mean[name] for name, target in reading.TARGETS.items() if name != "feet left" and mean[name] < target}
    assert wrong == {}
    assert mean["feet left"] <= reading.TARGETS["feet left"]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.path.name)
def test_nothing_is_lost_or_taken_twice(text: reading.Typeset) -> None:
    assert ledger.check(reading.read_as(text)) == ()
