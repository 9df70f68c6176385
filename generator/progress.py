"""How far the work is: a bar on a terminal when it takes longer than a second, a plain line for each stage elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from generator.model import T, Watch

_PATIENCE: Final = 1.0
"""Seconds before a bar appears: shorter work would only flicker."""


@contextmanager
def watching(console: Console) -> Iterator[Watch]:
    """A watch that tells on a console, and leaves no trace on a terminal."""
    if not console.is_terminal:
        yield _Lines(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=console, transient=True)
    timer = Timer(_PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield _Bar(bar)
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


class _Lines:
    """Prints a line when a stage starts; for output that is no terminal."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def __call__(self, stage: str, things: Sequence[T], /) -> Iterable[T]:
        self._console.print(f"{stage} ({len(things)})", highlight=False, markup=False)
        return things


class _Bar:
    """Shows one bar on a terminal, and starts it anew for each stage."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None)

    def __call__(self, stage: str, things: Sequence[T], /) -> Iterator[T]:
        self._bar.reset(self._task, description=stage, total=len(things))
        for thing in things:
            yield thing
            self._bar.advance(self._task)
