"""Words and phrases that contributors list, found in a text in any inflection."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.language.inflection import inflections
from generator.model import Span


def hits(listed: re.Pattern[str], refused: re.Pattern[str], text: str) -> tuple[Span, ...]:
    """The ranges of a text that the first pattern fits, without those inside a range that the second one fits."""
    closed = [match.span() for match in refused.finditer(text)]
    found = (match.span() for match in listed.finditer(text))
    return tuple((start, end) for start, end in found if not any(first <= start and end <= last for first, last in closed))


def pattern(listed: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some words and phrases, each word in any inflection; a star stands for the rest of a longer word."""
    phrases = sorted(listed, key=lambda phrase: (-len(phrase), phrase))
    spelled = "|".join(r"\s+".join(_word(word) for word in phrase.split()) for phrase in phrases) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    bare = word.strip("*")
    before, after = (r"\w*" if word.startswith("*") else ""), (r"\w*" if word.endswith("*") else "")
    forms = {bare} if before or after else inflections(bare) | {bare}
    return f"{before}(?:{'|'.join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))}){after}"
