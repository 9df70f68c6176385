"""The documents and entries in seeds/ are right."""

from __future__ import annotations

import pytest

from generator.__main__ import FINE
from tests.support import generator

pytestmark = [pytest.mark.dossier, pytest.mark.slow]


def test_the_project_s_own_inputs_are_right() -> None:
    checked = generator("check")
    assert (checked.code, "fouten: 0" in checked.out) == (FINE, True), checked.err
