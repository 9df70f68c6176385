"""The kinds of mention: one row each, from which labels, CSS classes, right of way, schema, comparison and reports are derived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from generator.model import Mention, MentionKind

Target = Literal["own text", "act", "timeline", "country", "term", ""]
"""What a link on a mention leads to; nothing where there is no page about what it stands for."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mention.

    `label` is its Dutch name in the singular, `css` the class of its links and marks (Dutch, as all of the site is), `leads_to` what a
    link on it leads to, `within` the kinds inside whose mentions it may stand without giving way, and `opened_by` the words that such a mention starts with if not all may.
    """

    id: MentionKind
    label: str
    css: str
    leads_to: Target = ""
    within: frozenset[MentionKind] = frozenset()
    opened_by: tuple[str, ...] = ()


JOURNAL: Final = ("Publicatieblad", "Publikatieblad", "Official Journal", "Journal officiel", "Amtsblatt")
"""The head of the Official Journal dates the text below it; the day behind "PB L 12" is part of a citation and nothing else."""

# In order of right of way: where two mentions overlap, the earlier kind wins.
# A reference holds years and the names of acts, an amount digits that could be a year: both go before dates.
# Terms come last: an acronym inside the name of a country or a sum belongs to that; inside the name of an act ("VN-verdrag") both are met.
KINDS: Final = (
    Kind("section", "verwijzing", "verwijzing", "own text"),
    Kind("reference", "besluit", "besluit", "act"),
    Kind("amount", "bedrag", "bedrag"),
    Kind("date", "datum", "datum", "timeline", within=frozenset({"reference"}), opened_by=JOURNAL),
    Kind("country", "land", "land", "country"),
    Kind("term", "begrip", "begrip", "term", within=frozenset({"reference"})),
)

BY_ID: Final = {kind.id: kind for kind in KINDS}


def is_inside(mention: Mention, other: Mention) -> bool:
    """Whether one mention stands within a longer one of a kind that may hold it: both are met, and the longer one has the link."""
    held = other.offset <= mention.offset and mention.offset + mention.length <= other.offset + other.length
    return held and other.kind in BY_ID[mention.kind].within and mention.length < other.length


def nested(mentions: tuple[Mention, ...]) -> frozenset[Mention]:
    """Those of some mentions, in order of place and the longest first, that stand inside another."""
    found: list[Mention] = []
    outer: Mention | None = None
    for mention in mentions:
        if outer and is_inside(mention, outer):
            found.append(mention)
        else:
            outer = mention
    return frozenset(found)


TERM_KINDS: Final = {
    "acronym": "afkorting",
    "organisation": "organisatie",
    "process": "proces",
    "instrument": "instrument",
    "fund": "fonds",
    "concept": "begrip",
}
"""The kinds of entries of the glossary, and how the site calls them."""
