"""`python -m tests.modules`: the rooms of the generator as a table, from the first line of each module's docstring."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from tests.support import ROOT


def table() -> str:
    """A Markdown table of all modules and packages of generator/, in order of name; the inside of packages is left out."""
    return "\n".join(["| module | what it tells |", "|---|---|", *_rows()])


def _rows() -> Iterator[str]:
    for path in sorted((ROOT / "generator").iterdir()):
        source = path / "__init__.py" if path.is_dir() else path
        if source.suffix == ".py" and source.exists() and path.name != "__init__.py":
            said = (ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or "").splitlines()[0]
            yield f"| `{path.name}{'/' if path.is_dir() else ''}` | {said} |"


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
