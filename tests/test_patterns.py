"""Every regular expression of the generator is fast on text that was made to slow it down."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any, Final

import pytest

import generator

pytestmark = pytest.mark.slow

_LENGTH: Final = 600
_LIMIT: Final = 0.15
"""Seconds of processor time for one pattern on one text: what grows with the square of the length takes a few
milliseconds here, what grows faster takes seconds or never ends."""


def _hostile() -> Iterator[str]:
    """Long runs of what patterns repeat, alone and in turns, with an end that does not fit."""
    pieces = (
        " ",
        "\t",
        "\n",
        "\r\n",
        "\f",
        "a",
        "A",
        "1",
        ".",
        ",",
        "-",
        "–",
        "_",
        "*",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "#",
        "/",
        "\\",
        "'",
        '"',
        "^",
        "|",
        "~",
        "=",
    )
    pairs = (
        "a ",
        "a-",
        "1 ",
        "1.",
        "1,",
        "1-",
        "1/",
        "(1",
        "a.",
        "A.",
        "[^1]",
        "](",
        "a\n",
        " \n",
        "- ",
        "1. ",
        "* ",
        "> ",
        "<a",
        "&a",
        "a@",
        "//",
        "a/a",
        "EN ",
        "en ",
        ", ",
        "COM(",
        "nr. ",
        "2015",
        "31 12 ",
        "mei ",
        "IV",
    )
    for piece in (*pieces, *pairs):
        for end in ("", "!"):
            yield piece * (_LENGTH // len(piece)) + end


_HOSTILE: Final = tuple(_hostile())


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern at the top of a module, in a tuple, list or table there, or made by a function that remembers it."""
    found: dict[str, re.Pattern[str]] = {}
    for module in _modules():
        for name, value in vars(module).items():
            made = value() if _makes_patterns(value, module) else value
            for number, part in enumerate(_parts(made)):
                if isinstance(part, re.Pattern) and isinstance(part.pattern, str):
                    found.setdefault(f"{module.__name__}.{name}{f'.{number}' if number else ''}", part)
    return found


def _makes_patterns(value: Any, module: Any) -> bool:
    """A remembered function of the module that takes nothing and says that it returns patterns."""
    if not isinstance(value, functools._lru_cache_wrapper) or value.__module__ != module.__name__:  # noqa: SLF001 - the class has no public name
        return False
    signature = inspect.signature(value)
    return not signature.parameters and "Pattern" in str(signature.return_annotation)


def _parts(value: Any, depth: int = 0) -> Iterator[Any]:
    yield value
    if depth < 3 and isinstance(value, tuple | list):
        for part in value:
            yield from _parts(part, depth + 1)
    if depth < 3 and isinstance(value, dict):
        for part in value.values():
            yield from _parts(part, depth + 1)


PATTERNS: Final = _patterns()


def test_patterns_are_found() -> None:
    """The search goes through modules, tables and functions; were it to break, the test below would say nothing."""
    assert len(PATTERNS) > 40
    assert any("annotators" in name for name in PATTERNS)
    assert any(name.endswith("_pattern") for name in PATTERNS)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_is_fast_on_hostile_text(name: str) -> None:
    pattern = PATTERNS[name]
    for text in _HOSTILE:
        start = time.process_time()
        for _ in pattern.finditer(text):
            pass
        spent = time.process_time() - start
        assert spent < _LIMIT, f"{name}: {spent:.1f} s for {text[:8]!r}… of {len(text)} characters"


def test_a_slow_pattern_would_be_noticed() -> None:
    """The hostile texts hold one on which a pattern with nested repetition takes too long."""
    slow = re.compile(r"(?:a|aa)+$")
    start = time.process_time()
    slow.search("a" * 27 + "!")
    assert time.process_time() - start > 0.001
    assert any(text == "a" * _LENGTH + "!" for text in _HOSTILE)
