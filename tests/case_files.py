"""Reads the case files of tests/cases: title, input and expected output, parted by lines that hold a full stop only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tests.support import ROOT

CASES: Final = ROOT / "tests" / "cases"
_CASE: Final = re.compile(r"^(?P<title>\S[^\n]*)\n\.\n(?P<input>.*?)\n?^\.\n(?P<expected>.*?)\n?^\.$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what it shows, what goes in, and what must come out."""

    title: str
    input: str
    expected: str


def load(name: str) -> tuple[Case, ...]:
    """The cases of a file in their order; a file without any raises ValueError."""
    text = (CASES / name).read_text(encoding="utf-8")
    cases = tuple(Case(match["title"], match["input"], match["expected"]) for match in _CASE.finditer(text))
    if not cases:
        message = f"no cases in {name}"
        raise ValueError(message)
    return cases
