"""The changes that can be made to a module: mutmut's operators, applied one by one to its syntax tree."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import libcst as cst
from libcst import matchers
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

_SKIPPED: Final = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom)
"""Where a change says nothing about what the code does, or keeps it from being loaded at all."""

_SAME: Final = frozenset({"encoding", "errors", "strict"})
"""Arguments whose other spelling means the same, or that guard against what cannot be."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed module: which, at which line, the lines of the statement there, the change as a diff of two lines, and the whole text.

    `remembered`: it stands in a function that remembers what it returned, so that tests feel it that did not run its line.
    """

    path: Path
    line: int
    statement: range
    nth: int
    change: str
    text: str
    remembered: bool = False

    @property
    def name(self) -> str:
        """A name that stays as long as the module does."""
        return f"{self.path.as_posix()}:{self.line}#{self.nth}"


class Module:
    """A module with every change that can be made to it."""

    def __init__(self, path: Path, root: Path) -> None:
        """Read and parse it; the path is that from the root of the project."""
        self.path = path
        self._text = (root / path).read_text(encoding="utf-8")
        wrapper = MetadataWrapper(cst.parse_module(self._text))
        self._tree = wrapper.module
        self._places = wrapper.resolve(PositionProvider)
        collector = _Collector()
        self._tree.visit(collector)
        self._changes = collector.found
        self._statements = tuple(_statements(self._text))
        self._remembered = tuple(_remembered(self._text))

    def __len__(self) -> int:
        """How many changes there are."""
        return len(self._changes)

    def mutant(self, nth: int) -> Mutant | None:
        """The nth change made; None where it leaves the text as it is, or makes it no Python."""
        node, changed = self._changes[nth]
        mutated = cst.ensure_type(self._tree.deep_replace(node, changed), cst.Module).code
        if mutated == self._text or not _parses(mutated):
            return None
        line = self._places[node].start.line
        around = [lines for lines in self._statements if line in lines]
        statement = max(around, key=_start, default=range(line, line + 1))
        remembered = any(line in lines for lines in self._remembered)
        return Mutant(self.path, line, statement, nth, _change(self._text, mutated), mutated, remembered)


class _Collector(cst.CSTVisitor):
    """Walks a module and gathers each node with each change of it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[cst.CSTNode, cst.CSTNode]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, _SKIPPED) or _is_docstring(node) or _is_alias(node) or _is_same(node):
            return False
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self.found += [(node, changed) for changed in operator(node)]
        return True


def _statements(text: str) -> Iterator[range]:
    """The lines of each statement; of one that holds others, those before the first."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt | ast.ExceptHandler):
            body = getattr(node, "body", None)
            end = max(node.lineno, body[0].lineno - 1) if body else node.end_lineno or node.lineno
            yield range(node.lineno, end + 1)


def _remembered(text: str) -> Iterator[range]:
    """The lines of each function that remembers what it returned."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(decorator) for decorator in node.decorator_list):
            yield range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _start(lines: range) -> int:
    return lines.start


def _is_docstring(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)


def _is_alias(node: cst.CSTNode) -> bool:
    """A name for a type, which nothing reads while the code runs."""
    if isinstance(node, cst.AnnAssign):
        return matchers.matches(node.annotation.annotation, matchers.Name("TypeAlias"))
    typing = matchers.Name("Literal") | matchers.Name("TypeVar")
    return matchers.matches(node, matchers.Assign(value=matchers.Subscript(value=typing) | matchers.Call(func=typing)))


def _is_same(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Arg) and node.keyword is not None and node.keyword.value in _SAME


def _parses(text: str) -> bool:
    try:
        compile(text, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _change(old: str, new: str) -> str:
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return "\n".join(line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"})
