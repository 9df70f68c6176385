"""A newcomer's walk: through which functions one paragraph goes from its file to its page: `python -m tests.walk [FILE]`.

Every call from one module of the generator into another is taken down while the file is opened, read, annotated, gathered and shown.
Only calls that hand the paragraph on count: those whose result holds its words. Asking a frozen value about itself (`Line.content`) is
no stay in its module, and a loop that goes through the same modules again and again counts once. What is printed is the way in order,
a line for each stay in a module, and how often the way comes back to a module that it has left.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Final

from generator import annotators, pages
from generator.dossier import findings
from generator.dossier.index import build_index
from generator.model import Knowledge, Seed
from generator.readers import opened, read
from tests.support import ROOT

SAMPLES: Final = (ROOT / "tests" / "held" / "report_en.txt", ROOT / "tests" / "reading" / "pdf" / "brief.pdf")
"""A text and a PDF to walk through, where no file is named."""

_HOME: Final = str(ROOT / "generator")
_DEEPEST: Final = 3
"""Values inside one another that are looked into for the words: a list of drafts with their texts is three deep."""

_MOST: Final = 3000
"""Values of one call that are looked into at most; an argument of more is a whole document, which every paragraph is in."""


_LONGEST_LOOP: Final = 8
"""Modules that a loop goes through at most."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay of the paragraph in a module: the first function that it comes into there, and those that follow."""

    module: str
    functions: tuple[str, ...]


class _Tracer:
    """Takes down each call into another module whose result is the paragraph or a value that has its words by themselves."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.way: list[tuple[str, str]] = []

    def __call__(self, frame: FrameType, event: str, value: Any) -> None:
        if event != "return" or not frame.f_code.co_filename.startswith(_HOME) or frame.f_code.co_name.startswith("<"):
            return
        caller = frame.f_back
        if caller is None or caller.f_code.co_filename == frame.f_code.co_filename or _asks_value(frame):
            return
        if _holds(value, self.words):
            module = Path(frame.f_code.co_filename).relative_to(_HOME).with_suffix("").as_posix()
            self.way.append((module, frame.f_code.co_qualname))


def _asks_value(frame: FrameType) -> bool:
    """Whether a call asks a frozen value about itself."""
    own = frame.f_locals.get("self")
    settings = getattr(type(own), "__dataclass_params__", None)
    return bool(getattr(settings, "frozen", False))


def _holds(value: Any, words: str) -> bool:
    """Whether a value has the words, in a text of its own or in a value inside it."""
    return any(isinstance(found, str) and words in " ".join(found.split()) for found in _inside(value))


def _inside(value: Any) -> Iterator[Any]:
    """A value and those inside it, as deep and as many as a call is looked into."""
    waiting, seen = [(value, 0)], 0
    while waiting and seen < _MOST:
        found, depth = waiting.pop(0)
        seen += 1
        yield found
        if depth < _DEEPEST and not isinstance(found, str | bytes | int | float | None):
            waiting += [(part, depth + 1) for part in _parts(found)]


def _parts(value: Any) -> list[Any]:
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    if isinstance(value, dict):
        return list(value.values())
    names = getattr(type(value), "__slots__", ())
    return [getattr(value, name) for name in names if isinstance(name, str) and not name.startswith("__") and hasattr(value, name)]


def walk(path: Path) -> tuple[str, tuple[Stay, ...]]:
    """The words that are followed (the start of the longest paragraph of a file), and the stays on their way."""
    seed = Seed(path.name, path.read_bytes())
    longest = max((block for block in read(opened(seed)).blocks if block.type == "paragraph"), key=lambda block: len(block.text))
    words = " ".join(longest.text.split()[:5])
    tracer = _Tracer(words)
    sys.setprofile(tracer)
    try:
        document = annotators.annotate(read(opened(seed)), Knowledge())
        shown = pages.render(findings.gather(build_index((document,), Knowledge())))
    finally:
        sys.setprofile(None)
    assert any(words in str(page.content) for page in shown)
    return words, _stays(tracer.way)


def _stays(way: list[tuple[str, str]]) -> tuple[Stay, ...]:
    """The calls by the module they are in, those that follow each other there made one stay."""
    stays: list[Stay] = []
    for module, function in way:
        if stays and stays[-1].module == module:
            stays[-1] = Stay(module, tuple(dict.fromkeys((*stays[-1].functions, function))))
        else:
            stays.append(Stay(module, (function,)))
            _close_loop(stays)
    return tuple(stays)


def _close_loop(stays: list[Stay]) -> None:
    """Drop the last stays if they go through the same modules as those before them."""
    for size in range(2, _LONGEST_LOOP + 1):
        last, before = stays[-size:], stays[-2 * size : -size]
        if [stay.module for stay in last] == [stay.module for stay in before]:
            del stays[-size:]
            return


def returns(stays: tuple[Stay, ...]) -> int:
    """How often the way comes back to a module that it has been in before."""
    return len(stays) - len({stay.module for stay in stays})


def told(path: Path) -> Iterator[str]:
    """The walk of a file in lines: all of it, with the stays in the readers counted by themselves."""
    words, stays = walk(path)
    readers = tuple(stay for stay in stays if stay.module.startswith("readers"))
    yield f"{path.name}: “{words} …”: {len(stays)} stays, {returns(stays)} returns; in the readers {len(readers)} and {returns(readers)}"
    yield from (f"  {stay.module}: {', '.join(stay.functions)}" for stay in stays)


if __name__ == "__main__":
    for given in [Path(name) for name in sys.argv[1:]] or SAMPLES:
        print("\n".join(told(given)))
