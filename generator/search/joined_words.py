"""Words that are written in parts: joined by hyphens, completed by the next word, or apart from their verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.search.compounds import Splitter, affixes
from generator.search.words import Token

_HANGING: Final = re.compile(r"-(?:\s|,)")
_JOINED: Final = re.compile(r"[-\u2010\u2011]")
_COUPLING: Final = re.compile(r"-(?:\s(?:en|of|en/of)\s|,\s|/)")
_AHEAD: Final = 6
"""Words between "gezondheids-" and the compound that completes it, as in "onderwijs-, gezondheids- en huisvestingsbeleid"."""

_MOST_JOINED: Final = 4
"""Words between hyphens that are filed together: "COVID-19-pandemie" has three."""

_BEHIND: Final = 3
"""Words between a compound and the word that shares its first part: "mensenhandel en -smokkel" has one."""


def joined(text: str, words: Sequence[Token]) -> Iterator[tuple[int, str, int]]:
    """Words that hyphens join, as one: `re-integratie` is found as `reintegratie`, `EU-delegaties` as `eudelegaties`."""
    for first in range(len(words)):
        form = words[first].form
        for last in range(first + 1, min(len(words), first + _MOST_JOINED)):
            if not _JOINED.fullmatch(text, words[last - 1].end, words[last].start):
                break
            form += words[last].form
            yield first, form, last - first + 1


def completed(text: str, words: Sequence[Token], splitter: Splitter | None) -> Iterator[tuple[int, str, int]]:
    """Words of which a part stands elsewhere: `over te dragen`, `gezondheids- en veiligheidscontroles`, `mensenhandel en -smokkel`.

    Each with the number of its first word, as one word, and over how many words it reaches. Without a splitter there are none.
    """
    if splitter is None:
        return
    yield from _apart_from_verb(words)
    for place, word in enumerate(words) if "-" in text else ():
        if _COUPLING.match(text, word.end):
            yield from _with_last_part(text, words, place, splitter)
        if place and text[word.start - 1] == "-" and text[word.start - 2 : word.start - 1].isspace():
            yield from _with_first_part(words, place, splitter)


def _apart_from_verb(words: Sequence[Token]) -> Iterator[tuple[int, str, int]]:
    """What stands apart from its verb, as in "over te dragen"."""
    separable = affixes("separable")
    for place, (first, middle, last) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if first.form in separable and middle.form == "te" and last.form.endswith("en"):
            yield place, first.form + last.form, 3


def _with_last_part(text: str, words: Sequence[Token], place: int, splitter: Splitter) -> Iterator[tuple[int, str, int]]:
    """A word that hangs on a later one, with the last part of that."""
    whole = _whole_after(text, words, place)
    shared = splitter.last(words[whole].form) if whole else None
    if whole and shared:
        yield place, words[place].form + shared, whole - place + 1


def _with_first_part(words: Sequence[Token], place: int, splitter: Splitter) -> Iterator[tuple[int, str, int]]:
    """A word that hangs on the compound before it, with the first parts of that."""
    near = range(place - 1, max(-1, place - 1 - _BEHIND), -1)
    before = next((at for at in near if len(splitter.split(words[at].form)) > 1), None)
    if before is not None:
        compound = words[before].form
        yield before, compound[: compound.rindex(splitter.split(compound)[-1])] + words[place].form, place - before + 1


def _whole_after(text: str, words: Sequence[Token], place: int) -> int | None:
    """The next word that does not hang itself, behind the coupling word."""
    for near in range(place + 1, min(len(words), place + _AHEAD)):
        if words[near].form not in {"en", "of"} and not _HANGING.match(text, words[near].end):
            return near
    return None
