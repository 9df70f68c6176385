"""Puts a changed module in the place of the whole one: function by function where it is loaded already, or as it is loaded."""

from __future__ import annotations

import functools
import gc
import importlib.machinery
import inspect
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

Live = dict[tuple[str, str, int], list[FunctionType]]
"""The functions that exist, by file, qualified name and first line."""

_OURS: Final = ("generator", "tests")


def live_functions(root: Path) -> Live:
    """Every function of the modules below a folder that are loaded."""
    found: Live = {}
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename.startswith(f"{root}/"):
            found.setdefault(_key(thing.__code__), []).append(thing)
    return found


def caches() -> list[Any]:
    """Every function of ours that remembers what it returned."""
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, functools._lru_cache_wrapper) and str(thing.__module__).partition(".")[0] in _OURS  # noqa: SLF001 - the class has no public name
    ]


def changed_functions(old: CodeType, new: CodeType) -> list[tuple[CodeType, CodeType]] | None:
    """The functions that differ between two versions of a module, old and new; None where something outside functions differs."""
    if _own(old) != _own(new):
        return None
    found: list[tuple[CodeType, CodeType]] = []
    for before, after in zip(_inner(old), _inner(new), strict=True):
        if before.co_flags & inspect.CO_OPTIMIZED:
            found += [] if _same(before, after) else [(before, after)]
            continue
        inside = changed_functions(before, after)
        if inside is None:
            return None
        found += inside
    return found


def patch(changed: list[tuple[CodeType, CodeType]], live: Live) -> None:
    """Give functions that exist their new code."""
    for before, after in changed:
        for function in live[_key(before)]:
            function.__code__ = after


def patchable(changed: list[tuple[CodeType, CodeType]] | None, live: Live) -> bool:
    """Whether each function that differs exists, and keeps the variables that it shares with others."""
    return bool(changed) and all(_key(before) in live and before.co_freevars == after.co_freevars for before, after in changed or ())


def load_instead(path: Path, text: str) -> None:
    """From here on, loading the module at a path loads a text instead."""
    read = importlib.machinery.SourceFileLoader.get_code

    def get_code(loader: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
        if loader.path == str(path):
            return compile(text, str(path), "exec", dont_inherit=True)
        return read(loader, fullname)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]


def _key(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _inner(code: CodeType) -> list[CodeType]:
    return [constant for constant in code.co_consts if isinstance(constant, CodeType)]


def _own(code: CodeType) -> tuple[object, ...]:
    """What a piece of code does itself, without the functions and classes in it, and wherever it stands."""
    constants = [repr(constant) for constant in code.co_consts if not isinstance(constant, CodeType)]
    inner = [(part.co_name, part.co_flags) for part in _inner(code)]
    return code.co_code, code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars, code.co_exceptiontable, constants, inner


def _same(one: CodeType, other: CodeType) -> bool:
    return _own(one) == _own(other) and all(_same(before, after) for before, after in zip(_inner(one), _inner(other), strict=True))
