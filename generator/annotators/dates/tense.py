"""Whether the words around a date say that it has happened: by the tense of the verb of its clause."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.annotators.dates.context import Context, words_of
from generator.annotators.dates.vocabulary import cues
from generator.language.matching import alternatives

_BEHIND: Final = 100
"""Characters behind a date in which the verb of its clause may stand: in Dutch and German the participle comes at the end."""

_BREAK: Final = re.compile(r"[;:()]\s|[;:()]\Z")
_PARTICIPLE: Final = {
    "nl": re.compile(r"\b(?:\w{0,8}ge\w{2,}|(?:be|ver|ont|her|er)\w{2,}|\w{2,6}(?:be|ver)\w{2,})(?:d|t|n)\b"),
    "de": re.compile(r"\b(?:\w{0,8}ge\w{2,}|(?:be|ver|ent|er|zer)\w{2,}|\w{2,6}(?:be|ver)\w{2,})(?:t|en)\b"),
    "fr": re.compile(r"\b\w{2,}(?:ée?s?|[iu][st]?e?s?|erte?s?)\b"),
}
"""The form of a participle, by language; only beside an auxiliary is what looks like one believed."""

_WEAK: Final = re.compile(r"[a-zé]{3,20}[dt]en?")
"""The past of a regular verb of Dutch ("stemde", "bezochten"), and many a noun."""

_SUBJECT: Final = re.compile(r"(?:de|het|een|zijn|haar|hun|hij|zij|ze|men|er|zich)\Z|[A-Z]")
"""What follows a verb at the start of a sentence, and no adjective."""

_OPENS: Final = re.compile(r"\A(?:[A-Z][a-z]{1,5}\s)?\Z")
"""What stands before a date that opens its sentence: nothing, or one preposition."""

_NO_SUBJECT: Final = re.compile(
    r"(?:(?:de|het|een|deze|die|dit|dat|elke|iedere|zijn|haar|hun|onze|van|in|met|op|te|ter|voor|en|of|aan|bij|door|uit|over|tot)|[a-zé]+e)\Z",
    re.IGNORECASE,
)
"""What stands before a noun and not before a verb: an article, a preposition, an adjective."""


def happened(c: Context) -> bool:
    """Whether the clause of a date is in the past: a past form, or for a day an auxiliary with its participle; none that binds or foretells.

    "In 2020 zijn alle huizen warm" promises, so that the perfect tells of the past only where the day is known. The day in "de zitting van
    4 mei" is that of the noun, whatever the verb says.
    """
    before, after = _clause(c)
    near = words_of(f"{before} {after}")
    if near & (cues("bound", c.language) | cues("present", c.language)) or words_of(after) & cues("infinitive", c.language):
        return False
    if before.split()[-1:] and before.split()[-1] in cues("of", c.language):
        return False
    by_day = c.reading.first.day is not None
    return bool(near & cues("past", c.language)) or _is_weak_past(c) or (by_day and _is_perfect(before, after, c.language))


def _clause(c: Context) -> tuple[str, str]:
    """The words before and behind a date that are of its clause: from the last conjunction to the next comma or conjunction.

    A date that opens its sentence may have an insertion between commas behind it, before the verb.
    """
    before = _joints(c.language).split(_BREAK.split(c.before)[-1])[-1]
    behind = _BREAK.split(c.after[:_BEHIND])[0]
    joint = rf"\s(?={_joints(c.language).pattern})"
    return before, re.split(rf",{joint}" if _OPENS.match(c.before) else rf",\s|{joint}", behind)[0]


@cache
def _joints(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives(cues('joint', language))})(?![\w-])")


def _is_perfect(before: str, after: str, language: str) -> bool:
    """Whether an auxiliary and a participle stand in a clause."""
    auxiliary = words_of(f"{before} {after}") & cues("auxiliary", language)
    form = _PARTICIPLE.get(language)
    return bool(auxiliary) and form is not None and bool(form.search(before) or form.search(after))


def _is_weak_past(c: Context) -> bool:
    """Whether a regular verb of Dutch stands in the past beside a date: right behind one that opens its sentence, or right before one."""
    if c.language != "nl":
        return False
    if _OPENS.match(c.before):
        words = c.after.strip(", ").split(maxsplit=2)
        return len(words) > 1 and bool(_WEAK.fullmatch(words[0]) and _SUBJECT.match(words[1]))
    words = c.before.split()[-3:]
    return len(words) > 2 and bool(_WEAK.fullmatch(words[1])) and words[2] in cues("at", "nl") and not _NO_SUBJECT.match(words[0])  # noqa: PLR2004 - subject, verb, preposition
