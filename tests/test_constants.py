"""Every number that decides something has its reason beside it: a docstring below it, or a comment on its line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support import ROOT

_CODE = sorted((ROOT / "generator").rglob("*.py"))


def _unreasoned(source: str) -> list[str]:
    """The names of the numeric constants of a module, and of the numeric defaults of its classes, that nothing is said of."""
    tree, lines = ast.parse(source), source.splitlines()
    found = [(name, node) for name, node in _numbers(tree.body)]
    for kind in ast.walk(tree):
        if isinstance(kind, ast.ClassDef):
            found += [(f"{kind.name}.{name}", node) for name, node in _numbers(kind.body)]
    told = _told(tree)
    return [
        name for name, node in found if id(node) not in told and not lines[(node.end_lineno or 1) - 1][node.end_col_offset :].strip(" #")
    ]


def _numbers(body: list[ast.stmt]) -> Iterator[tuple[str, ast.AnnAssign | ast.Assign]]:
    """The assignments of a body whose value is a number, is worked out with one, or is a tuple of them."""
    for node in body:
        if isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None and _is_numeric(node.value):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            yield ast.unparse(target), node


def _is_numeric(value: ast.expr) -> bool:
    match value:
        case ast.Constant():
            return type(value.value) in {int, float}
        case ast.UnaryOp():
            return _is_numeric(value.operand)
        case ast.BinOp():
            return _is_numeric(value.left) or _is_numeric(value.right)
        case ast.Tuple():
            return bool(value.elts) and all(_is_numeric(element) for element in value.elts)
        case ast.Dict():
            return bool(value.values) and all(_is_numeric(element) for element in value.values)
    return False


def _told(tree: ast.Module) -> set[int]:
    """The statements right below which a docstring stands that is not empty."""
    bodies = [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
    return {
        id(node)
        for body in bodies
        for node, after in pairwise(body)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and str(after.value.value).strip()
    }


@pytest.mark.parametrize("path", _CODE, ids=lambda path: str(path.relative_to(ROOT / "generator")))
def test_each_number_has_its_reason(path: Path) -> None:
    assert _unreasoned(path.read_text(encoding="utf-8")) == []


_HALF = frozenset({0.0, 0.5, 1.0})
"""Nothing, a half and all of something need no reason."""


def _bare(source: str) -> list[float]:
    """The floats that stand in functions, where no name says what they are."""
    functions = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.Lambda))
    values = {id(node): node.value for function in functions for node in ast.walk(function) if isinstance(node, ast.Constant)}
    return sorted(value for value in values.values() if isinstance(value, float) and value not in _HALF)


@pytest.mark.parametrize("path", _CODE, ids=lambda path: str(path.relative_to(ROOT / "generator")))
def test_no_share_or_measure_stands_in_a_function_without_a_name(path: Path) -> None:
    assert _bare(path.read_text(encoding="utf-8")) == []


def test_a_share_without_a_name_is_found() -> None:
    assert _bare("def f(dogs): return 0.7 * dogs > 2 or dogs / 0.5 < 1.0") == [0.7]


def test_a_number_without_a_reason_is_found() -> None:
    source = '''
_WIDTH: Final = 7
_HEIGHT: Final = 2 * _WIDTH
"""Rows of a kennel."""
_DEPTH = 0.5  # of a dog, measured
_SHARES = {"cat": 0.25}
_NAMES = ("Bello", "Minoes")

class Kennel:
    doors: int = 1
    dogs: int = 0  # as built
'''
    assert _unreasoned(source) == ["_WIDTH", "_SHARES", "Kennel.doors"]
