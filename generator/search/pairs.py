"""Numbers of acts and documents, however they are spelled: COM(2016) 385, com/2016/0385 and 2016/385 hold the same pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.search.words import Token, tokens

_BETWEEN: Final = re.compile(r"[^\w]{1,3}")
"""What stands between the two numbers of a pair: a slash, a bracket and a blank."""


def number_pairs(text: str, words: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The keys of neighbouring numbers in a text, each with the place of its first number among the words."""
    for place in range(len(words) - 1):
        first, second = words[place], words[place + 1]
        if first.form.isdecimal() and second.form.isdecimal() and _BETWEEN.fullmatch(text, first.end, second.start):
            yield place, pair(first.form, second.form)


def pair(first: str, second: str) -> str:
    """Two numbers as one key: leading zeros say nothing."""
    return f"{first.lstrip('0') or '0'}/{second.lstrip('0') or '0'}"


def act_keys(number: str) -> Iterator[str]:
    """What the number of an act is found by: its pair, in both orders; or, of a CELEX number, the whole."""
    words = tokens(number)
    for _, found in number_pairs(number, words):
        yield found
        first, _, second = found.partition("/")
        yield f"{second}/{first}"
    if len(words) == 1 and any(map(str.isdigit, words[0].form)):
        yield words[0].form
