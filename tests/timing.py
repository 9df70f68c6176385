"""How the time of something grows with the length of what it gets: processor time of n against 4n, never seconds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Final

FOURFOLD: Final = 4
LIMIT: Final = 8.0
"""Four times the input takes four times as long where time is linear, and sixteen times where it is a square; between lies the noise."""

_TRIES: Final = 4
"""A busy machine can make one measurement slow; what grows too fast is slow in each."""


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times as long `run(4 * size)` takes as `run(size)`; stops measuring as soon as that is below `LIMIT`."""
    best_small = best_large = float("inf")
    for attempt in range(_TRIES):
        # Another size each time: what is remembered of the last attempt must not make this one look quick.
        own = size + attempt * size // 50
        best_small = min(best_small, seconds(run, own))
        best_large = min(best_large, seconds(run, FOURFOLD * own))
        if best_large < LIMIT * best_small:
            break
    return best_large / best_small


def seconds(run: Callable[[int], object], size: int) -> float:
    """The processor time of one run, garbage left lying."""
    gc.disable()
    try:
        began = time.process_time()
        run(size)
        return time.process_time() - began
    finally:
        gc.enable()
