"""Documents written by hand in shapes that the readers were not made on, each with what its editors meant."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from generator import ledger
from tests.support import ROOT
from tests.test_readers import read_text, spelled

HELD: Final = tuple(sorted((ROOT / "tests" / "held").glob("*.txt")))


def test_there_are_documents() -> None:
    """Were the folder empty, the test below would say nothing."""
    assert len(HELD) >= 12


@pytest.mark.parametrize("path", HELD, ids=lambda path: path.stem)
def test_a_document_in_an_unknown_shape_is_read_as_its_editors_meant_it(path: Path) -> None:
    document = read_text(path.read_bytes().decode())
    expected = path.with_suffix(".expected").read_text(encoding="utf-8")
    assert re.sub(" {2,}", " ", spelled(document)).splitlines() == expected.splitlines()
    assert ledger.check(document) == ()
