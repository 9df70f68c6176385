"""The mutation tool tells changes that can be made in a loaded module from those that cannot, and finds the statement around a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.mutants import Module
from tests.mutation.patching import changed_functions
from tests.mutation.trial import copy
from tests.support import snapshot, write_all

_WHOLE = '''"""A module."""

LIMIT = 3


class Thing:
    """A class."""

    size: int = 2

    def grown(self, by: int = 1) -> list[int]:
        """A method."""
        return [
            self.size
            + by + number
            for number in range(LIMIT)
        ]
'''


@pytest.mark.parametrize(
    ("old", "new", "functions"),
    [
        ("+ by", "- by", ["Thing.grown"]),
        ("range(LIMIT)", "range(4)", ["Thing.grown"]),
        ("LIMIT = 3", "LIMIT = 4", None),
        ("int = 2", "int = 3", None),
        ("by: int = 1", "by: int = 2", None),
        ("by: int = 1", "by: int = True", None),
        ("", "", []),
    ],
)
def test_a_change_is_in_a_function_or_outside(old: str, new: str, functions: list[str] | None) -> None:
    whole, changed = (compile(text, "module.py", "exec") for text in (_WHOLE, _WHOLE.replace(old, new) if old else _WHOLE))
    found = changed_functions(whole, changed)
    assert (found if found is None else [code.co_qualname for code, _ in found]) == functions


def test_a_mutant_knows_the_statement_that_it_changes(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(_WHOLE, encoding="utf-8")
    module = Module(Path("module.py"), tmp_path)
    mutants = [mutant for nth in range(len(module)) if (mutant := module.mutant(nth))]
    assert {mutant.statement for mutant in mutants if mutant.line > 11} == {range(13, 18)}
    assert {(mutant.line, mutant.statement) for mutant in mutants if mutant.line < 11} == {(3, range(3, 4)), (9, range(9, 10))}


def test_the_copy_for_mutants_lacks_what_is_generated_and_keeps_what_is_expected_of_it(tmp_path: Path) -> None:
    whole, scratch = tmp_path / "whole", tmp_path / "scratch"
    folders = {f"{name}/x": "" for name in ("generator", "seeds", "overrides", "requirements")}
    files = {"docs/zoekindex/x": "", "docs/over.md": "", "tests/golden/zoekindex/x": "", "tests/__pycache__/x": ""}
    write_all(whole, folders | files | dict.fromkeys(("pyproject.toml", "mkdocs.yml", "CONTRIBUTING.md", "README.md", "Makefile"), ""))
    scratch.mkdir()
    copy(whole, scratch)
    assert [path for path in snapshot(whole) if path not in snapshot(scratch)] == ["docs/zoekindex/x", "tests/__pycache__/x"]
