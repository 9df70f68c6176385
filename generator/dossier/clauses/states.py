"""Whether the words behind a verb name an act that somebody does: not a state, nor what is done to a thing."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.dossier.clauses.sentence import VERB_FIRST
from generator.dossier.clauses.verbs import Verb
from generator.language.actors import any_of, words

_ACTS: Final = frozenset({"bereid", "klaar om", "voornemens", "van plan", "vastbesloten"})
"""Words that make an act of a verb of being: who is ready to do a thing will do it."""


def is_state(core: str, verb: Verb, language: str) -> bool:
    """Whether the words behind a verb name no act: a state, what does not happen, or nothing."""
    if re.search(rf"(?<![\w-])(?:{any_of(words('negation', language))})(?!\s(?:alleen|only|seulement|nur|langer))(?![\w-])", core):
        return True
    if verb.needs in _ACTS:
        return False
    if _settled(language).search(core):
        return True
    last = core.rstrip(" .;:,").rsplit(" ", 1)[-1]
    first = core.split(" ", 2)[1] if language not in VERB_FIRST and core.startswith(" ") and core.strip() else ""
    return last in words("state", language) or first in words("state", language)


def is_passive(core: str, language: str) -> bool:
    """Whether the words behind a modal verb are a passive in a language that has no word of its own for it."""
    if language == "en":
        return re.match(r"\s(?:\w+ly\s|also\s|not\s)?be\s(?:\w+ly\s|also\s)?\w+(?:ed|en|wn|un|ught|ept|one|ade|ut)\b", core) is not None
    if language == "fr":
        return re.match(r"\s(?:\w+ment\s|également\s|aussi\s)?(?:être|sera|seront)\s", core) is not None
    last = core.rstrip(" .").rsplit(" ", 1)[-1]
    return language == "de" and (last == "werden" or last.endswith("t") or re.fullmatch(r"(?:\w{2,6})?ge\w+en", last) is not None)


def has(core: str, rule: str, language: str) -> bool:
    """Whether a word of a rule of the table of words is among the words behind a verb."""
    return bool(re.search(rf"(?<![\w-])(?:{any_of(words(rule, language))})(?![\w-])", core))


@cache
def _settled(language: str) -> re.Pattern[str]:
    """A state with more words around it: "zijn toegerust voor", "voorbereid moeten zijn op"."""
    be = any_of(words("be", language))
    return re.compile(
        rf"(?<![\w-])(?:{be})\s(?:ge|be|ver|toe|op|aan|af|uit|voor)\w+(?:d|t|en)(?![\w-])|(?:{any_of(words('must inside', language))})\s(?:{be})(?![\w-])"
    )
