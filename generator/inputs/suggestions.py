"""What a contributor may have meant by a name that is not known."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from generator.words import say


def did_you_mean(name: str, known: Collection[str], otherwise: str) -> str:
    """The remedy for an unknown name: the known name that resembles it most, or `otherwise` where none resembles it."""
    close = get_close_matches(name, known, n=1)
    return say("inputs_suggestions.did_you_mean", close=repr(close[0])) if close else otherwise
