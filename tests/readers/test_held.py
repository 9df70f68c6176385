"""Documents written by hand in shapes that the readers were not made on, each with what its editors meant."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from generator.readers import ledger
from tests.readers.test_readers import read_text, spelled
from tests.support import ROOT

HELD: Final = tuple(sorted((ROOT / "tests" / "held").glob("*.txt")))
WEAK: Final = {"court_summary": 2, "endnotes": 5, "eurlex_html": 1, "judgment": 2, "press_release": 1}
"""Lines that are known to be read amiss; each one mended must be taken off here."""


def test_there_are_documents() -> None:
    """Were the folder empty, the test below would say nothing."""
    assert len(HELD) >= 20
    assert set(WEAK) <= {path.stem for path in HELD}


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_a_document_in_an_unknown_shape_is_read_as_its_editors_meant_it(path: Path) -> None:
    document = read_text(path.read_bytes().decode())
    found = re.sub(" {2,}", " ", spelled(document)).splitlines()
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    missed = list((Counter(expected) - Counter(found)).elements())
    assert len(missed) == WEAK.get(path.stem, 0), "\n".join([*missed, "found instead:", *(Counter(found) - Counter(expected)).elements()])
    assert ledger.check(document) == ()
    assert [line for line in found if line in expected] == [line for line in expected if line in found]
