"""How plain the code is, by radon's own figures: no function too branched, no module too hard to maintain."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

import pytest
from radon.complexity import cc_visit
from radon.metrics import mi_visit
from radon.visitors import Class, Function

from tests.support import ROOT

MOST_BRANCHES: Final = 12
"""Cyclomatic complexity of a function: radon ranks up to 10 as simple; two more are allowed for a list of questions asked in order."""

LEAST: Final = 20
"""Maintainability index of a module as `radon mi` counts it, from 0 to 100; from 20 radon ranks it A."""

MODULES: Final = tuple(sorted((ROOT / "generator").rglob("*.py")))


def _name(path: Path) -> str:
    return path.relative_to(ROOT / "generator").as_posix()


def _functions(found: Class | Function) -> list[Function]:
    """A function with those inside it; the methods of a class."""
    inside = [*found.methods, *found.inner_classes] if isinstance(found, Class) else found.closures
    own = [] if isinstance(found, Class) else [found]
    return [*own, *(function for part in inside for function in _functions(part))]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_function_is_branched_more_than_can_be_read(path: Path) -> None:
    functions = [function for found in cc_visit(path.read_text(encoding="utf-8")) for function in _functions(found)]
    branched = {function.fullname for function in functions if function.complexity > MOST_BRANCHES}
    assert branched == set()


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_module_is_harder_to_maintain_than_can_be_borne(path: Path) -> None:
    assert mi_visit(path.read_text(encoding="utf-8"), multi=True) >= LEAST


def test_a_function_with_thirteen_branches_is_found() -> None:
    body = "\n".join(f"    if a == {number}:\n        return {number}" for number in range(MOST_BRANCHES))
    (found,) = cc_visit(f"def f(a):\n{body}\n")
    assert [function.complexity for function in _functions(found)] == [MOST_BRANCHES + 1]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_private_name_of_a_module_is_used_in_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    made = {node.target.id for node in tree.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}
    made |= {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assert {name for name in made if name.startswith("_")} <= used
