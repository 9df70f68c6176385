"""Who has to do something by a date: words of the sentence, or of the line that leads in its list; only where that is certain."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.annotators.dates.vocabulary import cues
from generator.dossier.index import Occurrence
from generator.language.tables import rows
from generator.model import Block, Note

_LONGEST: Final = 120
"""A line that leads in a list is short; in a longer one the list need not belong to its subject."""


_SUBORDINATE: Final = re.compile(r"\b(?:dat|die|zodat|waarna|waarin|waarvan|that|which|que|qui|dass)\b")


def who(occurrence: Occurrence) -> str:
    """The subject of the sentence, as printed with a capital; empty where it is not an actor beside its verb, or not the only one."""
    language = occurrence.entry.document.meta.language
    (first, last), text = occurrence.sentence, occurrence.part.text
    own = _subjects(text[first:last], language)
    if own:
        before = text[first : occurrence.mention.offset]
        return own[0] if len(own) == 1 and not _in_other_clause(before, language) else ""
    lead = _lead_in(occurrence)
    led = _subjects(lead, language)
    return led[0] if len(led) == 1 else ""


def _in_other_clause(before: str, language: str) -> bool:
    """Whether a clause with a subject of its own begins between the actor and the date."""
    actor = next(_pattern(language).finditer(before), None)
    return bool(actor and _SUBORDINATE.search(before, actor.end()))


def _subjects(sentence: str, language: str) -> tuple[str, ...]:
    """The actors that stand right beside a verb of what is to be done, each once."""
    found = (match["before"] or match["after"] for match in _pattern(language).finditer(sentence))
    return tuple(dict.fromkeys(_capital(words) for words in found))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """An actor, or several with "en" between, right before or behind the verb."""
    actors = "|".join(re.escape(name) for name in sorted(_actors(language), key=lambda name: (-len(name), name)))
    verbs = "|".join(re.escape(verb) for verb in sorted(cues("bound", language), key=lambda verb: (-len(verb), verb)))
    several = rf"(?:{actors})(?:(?:,|\s(?:en|and|et|und))\s(?:{actors}))*"
    return re.compile(rf"(?<![\w-])(?:(?P<before>{several})\s(?:{verbs})\b|(?:{verbs})\s(?P<after>{several})(?![\w-]))", re.IGNORECASE)


@cache
def _actors(language: str) -> frozenset[str]:
    listed = rows("actors")
    return frozenset(row["name"] for row in listed if row["language"] == language) or frozenset(row["name"] for row in listed)


def _lead_in(occurrence: Occurrence) -> str:
    """The line before the list that holds the sentence: "De Commissie zal:"."""
    if isinstance(occurrence.part, Note) or occurrence.part.type != "list_item":
        return ""
    blocks = occurrence.entry.document.blocks
    place = next((place for place, block in enumerate(blocks) if block.id == occurrence.part.id), 0)
    before = next((block for block in reversed(blocks[:place]) if not _inside(block, occurrence.part)), None)
    return before.text if before and before.text.endswith(":") and len(before.text) <= _LONGEST else ""


def _inside(block: Block, item: Block) -> bool:
    """Whether a block before an item is in the same list, no less deep."""
    return bool(block.list and item.list and block.list.depth >= item.list.depth)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
