"""The rooms of the house: which room may use which, and that no module uses another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

import pytest

from tests.support import ROOT

_BASE: Final = frozenset({"model", "kinds", "settings", "data", "words"})
_LANGUAGE: Final = _BASE | {"language"}
_DOSSIER: Final = _LANGUAGE | {"inputs", "readers", "citations", "annotators", "dossier"}
_RENDER: Final = _LANGUAGE | {"citations", "dossier", "output", "words"}

# What each room may use beside itself; a room that is not here may use all.
MAY_USE: Final = {
    "data": frozenset(),
    "model": frozenset(),
    "kinds": frozenset({"model"}),
    "settings": frozenset(),
    "progress": frozenset({"model"}),
    "language": _LANGUAGE,
    "words": frozenset({"settings"}),
    "output": _BASE | {"words"},
    "inputs": _LANGUAGE,
    "readers": _LANGUAGE,
    "citations": _LANGUAGE,
    "annotators": _LANGUAGE | {"citations"},
    "dossier": _DOSSIER,
    "pages": _RENDER,
    "export": _RENDER,
    "search": _RENDER,
}

WITHIN: Final = {
    "dossier": ("clauses", "gathered"),
    "pages": ("parts", "quotations", "citing", "dates", "lists", "commitments", "themes", "glossary", "world", "document", "whole_site"),
    "readers": ("pieces", "printed", "marked"),
    "readers.marked": ("acts", "html", "markdown", "office"),
    "readers.printed": ("edges", "text", "pdf"),
}
"""The sub-rooms of a room, the lowest first: each may use those before it."""

TOP_LEVEL: Final = frozenset({"__init__", "__main__", "build", "serve", "settings", "progress", "model", "kinds"})

STAGES: Final = frozenset(
    {
        "amounts", "commitments", "countries", "documents", "glossary", "home", "news", "passages", "permalinks", "references", "regions", "related",
        "terms",
        "themes", "timeline",
    }
)  # fmt: skip
"""Names that modules of several rooms share, because they are stages of one thing: read, found, gathered, shown, exported."""

OWN_KIND: Final = frozenset({"__init__", "grammar", "vocabulary", "markdown", "marks", "roles"})
"""Names for what each of two rooms has of its own: a grammar of dates and one of citations; Markdown that is read and that is written."""


def imports() -> Iterator[tuple[str, str]]:
    """Each module, and each module that it imports, by their dotted names below `generator`."""
    files = {
        path: ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "generator").rglob("*.py")
    }
    names = set(files.values())
    for path, name in files.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator":
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    yield name.removeprefix("generator."), (whole if whole in names else str(node.module)).removeprefix("generator.")


def room(module: str) -> str:
    """The room that a module is in."""
    return module.split(".", maxsplit=1)[0]


def test_a_room_uses_only_the_rooms_below_it() -> None:
    upward = [
        f"{module} -> {used}"
        for module, used in imports()
        if room(module) != room(used) and room(used) not in MAY_USE.get(room(module), {room(used)})
    ]
    assert sorted(set(upward)) == []


def test_a_sub_room_uses_only_those_below_it() -> None:
    upward = [
        f"{module} -> {used}"
        for parent, order in WITHIN.items()
        for module, used in imports()
        if (upper := sub_room(module, parent)) in order
        and (lower := sub_room(used, parent)) in order
        and order.index(upper) < order.index(lower)
    ]
    assert sorted(set(upward)) == []


def test_each_room_with_sub_rooms_has_their_order() -> None:
    found: dict[str, set[str]] = {}
    for path in (ROOT / "generator").rglob("__init__.py"):
        *parent, name = path.parent.relative_to(ROOT / "generator").parts or ("",)
        if parent:
            found.setdefault(".".join(parent), set()).add(name)
    assert {room: rooms for room, rooms in found.items() if len(rooms) > 1} == {room: set(order) for room, order in WITHIN.items()}


def sub_room(module: str, parent: str) -> str:
    """The name of the sub-room of a room that a module is in; of no use where it is in another room."""
    return module.removeprefix(f"{parent}.").split(".", maxsplit=1)[0] if module.startswith(f"{parent}.") else ""


def test_nothing_stands_at_the_top_but_the_story() -> None:
    assert {path.stem for path in (ROOT / "generator").glob("*.py")} == TOP_LEVEL


def test_two_modules_share_a_name_only_where_they_are_stages_of_one_thing() -> None:
    rooms: dict[str, set[str]] = {}
    for path in (ROOT / "generator").rglob("*.py"):
        room, *_ = path.relative_to(ROOT / "generator").parts
        rooms.setdefault(path.stem, set()).add(room)
    assert {name for name, found in rooms.items() if len(found) > 1 and name not in STAGES | OWN_KIND} == set()


_MARKUP: Final = re.compile(
    r"(?<!\?P)</?(?:a|b|button|div|dl|dd|dt|figure|form|h[1-6]|i|input|li|mark|ol|p|script|section|span|sup|table|td|th|tr|ul)[ >]"
)


def spelled(source: str) -> list[str]:
    """The strings of a module that hold HTML; its docstrings tell of it only."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in told)
    return [string for string in strings if isinstance(string, str) and _MARKUP.search(string)]


@pytest.mark.parametrize("room", ["pages", "export", "search", "dossier"])
def test_only_the_room_of_output_spells_html(room: str) -> None:
    found = {path.name: spelled(path.read_text(encoding="utf-8")) for path in (ROOT / "generator" / room).rglob("*.py")}
    assert {name: strings for name, strings in found.items() if strings} == {}


def test_html_in_a_string_is_found() -> None:
    assert spelled('"""Makes a <p>."""\nx = f\'<p class="a">{1}</p>\'\n') == ['<p class="a">', "</p>"]


DOSSIER: Final = frozenset({"Document", "Entry", "Findings", "Knowledge", "Site"})
"""Values that hold a dossier or a document of it."""


def remembered() -> Iterator[tuple[str, str, set[str]]]:
    """Each function whose results are remembered behind its back: its module, its name and the types of what it takes."""
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any("cache" in ast.unparse(decorator) for decorator in node.decorator_list):
                taken = (part for taken in node.args.args if taken.annotation for part in ast.walk(taken.annotation))
                yield path.stem, node.name, {part.id for part in taken if isinstance(part, ast.Name)}


def test_no_stage_fills_a_memory_from_which_another_takes_a_dossier() -> None:
    found = list(remembered())
    assert ("term_index", {"tuple", "Term", "str"}) in [(name, types) for _, name, types in found]
    assert [(module, name) for module, name, types in found if types & DOSSIER] == []
