"""Every regular expression of the generator, as JSON: `python -m tests.patterns`.

Those that are made while modules are loaded, and while a site is built from documents in several languages and forms; those that are made
elsewhere from what stands in the code. Also told: the calls that make patterns of which none was seen.
"""

from __future__ import annotations

import ast
import importlib
import json
import os
import pkgutil
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.support import EXAMPLE, ROOT, run

_MAKERS: Final = frozenset({"compile", "match", "search", "sub", "split", "findall", "fullmatch", "finditer"})
_OF_A_CALL: Final = 3
"""Patterns that are kept of one call: the longest; those built for languages or words differ little."""

_TEXTS: Final = {
    "verordening.txt": "VERORDENING OVER HAVENS\n\nArtikel 1\n\nDe lidstaten melden havens, bedoeld in artikel 2, lid 1, en artikel 3 van deze verordening.\n\n"
    "Artikel 2\n\nIn artikel 1 worden de regels gewijzigd.\n",
    "landen.txt": "VERSLAG OVER HAVENS\n\nDe Tunesische regering zal uiterlijk op 31 december 2023 verslag uitbrengen aan de Commissie.\n\n"
    "De regering van Marokko moet uiterlijk op 31 december 2023 een plan indienen, en de autoriteiten van Libië zullen havens sluiten.\n",
    "een-regel.txt": "Verordening over havens. Gezien het verdrag, Overwegende dat havens stil zijn, " * 40,
    "eine-zeile.txt": "Verordnung über die Häfen der Union. " * 40
    + "Gestützt auf den Vertrag, in Erwägung nachstehender Gründe, HAT FOLGENDE VERORDNUNG ERLASSEN: Artikel 1 Die Häfen sind still. " * 2,
}


@dataclass(frozen=True, slots=True)
class Call:
    """A call that makes patterns: the file from the folder of the generator on, and its lines."""

    file: str
    first: int
    last: int

    @property
    def name(self) -> str:
        """The file and the line."""
        return f"{self.file}:{self.first}"


@dataclass(frozen=True, slots=True)
class Found:
    """The patterns of each call, the calls of which none was seen, and those whose patterns are only tried at one place of a text."""

    patterns: dict[str, tuple[re.Pattern[Any], ...]]
    unseen: tuple[str, ...]
    anchored: frozenset[str]


@cache
def found() -> Found:
    """What a process of its own tells, in which nothing was loaded before it began to look."""
    outcome = run(sys.executable, "-m", "tests.patterns")
    assert outcome.code == 0, outcome.err
    told = json.loads(outcome.out)
    patterns = {name: tuple(_pattern(*one) for one in made) for name, made in told["patterns"].items()}
    return Found(patterns, tuple(told["unseen"]), frozenset(told["anchored"]))


def _pattern(text: str, flags: int, kind: str) -> re.Pattern[Any]:
    return re.compile(text.encode("latin-1") if kind == "bytes" else text, flags)


def _listen() -> dict[tuple[str, int], set[re.Pattern[Any]]]:
    """From here on, every pattern that is made, by the file and line that made it."""
    heard: dict[tuple[str, int], set[re.Pattern[Any]]] = {}
    make = re._compile  # type: ignore[attr-defined]  # noqa: SLF001 - every way to make a pattern goes through it

    def listening(pattern: Any, flags: int) -> re.Pattern[Any]:
        made: re.Pattern[Any] = make(pattern, flags)
        frame = sys._getframe(1)  # noqa: SLF001 - who called is what is asked
        while frame.f_back and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        heard.setdefault((frame.f_code.co_filename, frame.f_lineno), set()).add(made)
        return made

    re._compile = listening  # type: ignore[attr-defined]  # noqa: SLF001
    return heard


def _load() -> None:
    import generator  # noqa: PLC0415 - not before we listen

    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _build() -> None:
    """A site from the example, a published or typeset file of each kind, and texts of which each has something special."""
    from generator.__main__ import main  # noqa: PLC0415
    from tests.commands import test_added  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        shutil.copytree(EXAMPLE, "seeds")
        texts = _TEXTS | {"en.txt": test_added.ENGLISH, "fr.txt": test_added.FRENCH, "de.txt": test_added.GERMAN}
        for name, text in texts.items():
            Path("seeds", name).write_text(text, encoding="utf-8")
        for kind in {path.parent for path in (ROOT / "tests/reading").glob("*/0*.*")}:
            path = max(kind.glob("0*.*"))
            shutil.copy(path, f"seeds/{kind.name}-{path.name}")
        main(["build"])
        main(["glossary", "concordance", "KHF"])
        os.chdir(ROOT)


def _call() -> None:
    """What neither loading nor building calls."""
    from generator.language import phrases  # noqa: PLC0415
    from generator.readers.marked.markdown import note_lines  # noqa: PLC0415

    phrases.pattern(["stille haven*", "*haven", "kustwacht"])
    note_lines.next_note("1 Een noot. 2 Nog een.", 0, 2)


def _begin_at_one_place() -> Iterator[str]:
    """The calls that give a pattern a name, behind which nothing but `.match(` and `.fullmatch(` stands anywhere."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "generator").rglob("*.py"))}
    for path, text in texts.items():
        for node in ast.parse(text).body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "re.compile":
                name = ast.unparse(node.target)
                searched = [text] if name.startswith("_") else [*texts.values()]
                if _uses(name, "\n".join(searched)) <= {".match", ".fullmatch"}:
                    yield Call(path.relative_to(ROOT / "generator").as_posix(), node.value.lineno, 0).name


def _uses(name: str, text: str) -> set[str]:
    """What stands behind a name, and behind what it is called where it is imported."""
    names = [name, *re.findall(rf"^from .* import .*\b{name} as (\w+)", text, re.MULTILINE)]
    used = re.sub(r"^from .* import .*$|^    \w+( as \w+)?,$", "", text, flags=re.MULTILINE)
    return {use for one in names for use in re.findall(rf"(?<![\w.\"'])(?:\w+\.)?{one}\b(?!:)(\.\w+|)", used)}


def _calls() -> Iterator[tuple[Call, ast.expr, ast.expr | None]]:
    """Every call that makes a pattern, with the pattern and its flags."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func).startswith("re.")
                and ast.unparse(node.func)[3:] in _MAKERS
                and node.args
            ):
                flags = [argument for argument in (*node.args[1:], *(word.value for word in node.keywords)) if _is_flag(argument)]
                call = Call(path.relative_to(ROOT / "generator").as_posix(), node.lineno, node.end_lineno or node.lineno)
                yield call, node.args[0], flags[0] if flags else None


def _is_flag(node: ast.expr) -> bool:
    return all(
        isinstance(part, ast.BinOp | ast.BitOr | ast.Attribute | ast.Name | ast.Load) for part in ast.walk(node)
    ) and "re." in ast.unparse(node)


def _written(call: Call, pattern: ast.expr, flags: ast.expr | None) -> set[re.Pattern[Any]]:
    """The pattern as it stands in the code; empty where it is made from what a function knows."""
    names = {**vars(importlib.import_module(f"generator.{call.file.removesuffix('.py').replace('/', '.')}")), "re": re}
    try:
        text, given = (eval(ast.unparse(part), names) if part else 0 for part in (pattern, flags))  # noqa: S307 - our own code
    except NameError:
        return set()
    return {text if isinstance(text, re.Pattern) else re.compile(text, given)}


def main() -> None:
    """Listen, load, build, and tell."""
    heard = _listen()
    with redirect_stdout(sys.stderr), redirect_stderr(sys.stderr):
        _load()
        _build()
        _call()
    patterns: dict[str, list[re.Pattern[Any]]] = {}
    unseen = []
    for call, pattern, flags in _calls():
        path = str(ROOT / "generator" / call.file)
        made = {one for line in range(call.first, call.last + 1) for one in heard.get((path, line), ())} or _written(call, pattern, flags)
        if made:
            patterns[call.name] = sorted(made, key=lambda one: (-len(one.pattern), str(one.pattern)))[:_OF_A_CALL]
        else:
            unseen.append(call.name)
    told = {name: [_data(one) for one in made] for name, made in patterns.items()}
    sys.stdout.write(json.dumps({"patterns": told, "unseen": unseen, "anchored": [*_begin_at_one_place()]}))


def _data(pattern: re.Pattern[Any]) -> tuple[str, int, str]:
    text = pattern.pattern
    return (text.decode("latin-1"), pattern.flags, "bytes") if isinstance(text, bytes) else (text, pattern.flags, "text")


if __name__ == "__main__":
    main()
