"""Which act a name means: names pass from an act to the one that replaces it, and drafts bear them before it is adopted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.citations import vocabulary
from generator.citations.vocabulary import Phrases
from generator.language.matching import fold

_PAIR: Final = r"(?:(?:[\w-]+\s){1,4}(?:en|and|et|und)\s(?:\w+\s)?)?"
_COMING: Final = re.compile(
    rf"(?:\b(?:{vocabulary.words('coming')})\s(?:\w+\s)?|\b(?:{vocabulary.words('proposal')})\s\w+\s(?:\w+\s)?"
    rf"|\b(?:{vocabulary.words('negotiated')})\s\w+\s{_PAIR})$",
    re.IGNORECASE,
)
"""What says that an act is still to be made; what is negotiated can be two acts ("akkoorden over de … en de …")."""

_LOOK_BACK: Final = 60
"""Characters before a name that can say that its future form is meant ("het voorstel voor een herziene …"). Half of it changes what is
found in our documents, twice as much does not."""


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act that bears a name, or a proposal for one, from a day on (empty: always) until another (not included)."""

    id: str
    proposal: bool
    start: str
    end: str

    def on(self, date: str) -> bool:
        """Whether it bears the name on a day in EDTF; of a month the first day counts."""
        return (not self.start or self.start <= date) and (not self.end or date < self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A name with all that ever bore it; `head` is the kind of act it must follow, empty where it stands alone."""

    name: str
    head: str
    named_acts: tuple[NamedAct, ...]

    def means(self, date: str, *, coming: bool) -> str:
        """The id of the act that is meant in a text of a date; empty where that is not certain."""
        if not date:
            return _only({named.id for named in self.named_acts})
        acts, drafts = self._on(date, proposal=False), self._on(date, proposal=True)
        if coming and drafts:
            return _only(drafts)
        later = coming and any(named.start > date for named in self.named_acts)
        return "" if later else _only(acts or drafts)

    def _on(self, date: str, *, proposal: bool) -> set[str]:
        """The ids of the acts, or of the proposals, that bear the name on a date."""
        return {named.id for named in self.named_acts if named.proposal == proposal and named.on(date)}


def _only(ids: set[str]) -> str:
    return next(iter(ids)) if len(ids) == 1 else ""


@cache
def standing_alone() -> Phrases[Name]:
    """Names that need no other word, like "terugkeerrichtlijn"."""
    return Phrases.of((name.name, exact, name) for name, exact in _names() if not name.head)


@cache
def after_head(kind: str) -> Phrases[Name]:
    """Names that follow the word for a kind of act, like "opvangvoorzieningen" after "richtlijn"."""
    return Phrases.of((name.name, exact, name) for name, exact in _names() if name.head == kind)


@cache
def _compounds() -> dict[str, Name]:
    """Names of one word, without their hyphens: "Dublin-verordening" is "Dublinverordening"."""
    return {_bare(name.name): name for name, _ in _names() if not name.head and " " not in name.name}


def compound(word: str) -> Name | None:
    """The name that a word is, whatever hyphens its parts are joined with, also behind "EU-"; None where it is no name of the tables."""
    bare = _bare(word)
    return _compounds().get(bare) or _compounds().get(bare.removeprefix("eu"))


def _bare(word: str) -> str:
    return fold(word).replace("-", "")


@cache
def _names() -> tuple[tuple[Name, bool], ...]:
    rows: dict[tuple[str, str, str], list[NamedAct]] = {}
    for row in vocabulary.table("act_names"):
        named = NamedAct(row["act"], row["stage"] == "proposal", row["start"], row["end"])
        rows.setdefault((row["name"], row["head"], row["exact"]), []).append(named)
    return tuple((Name(name, head, tuple(named_acts)), bool(exact)) for (name, head, exact), named_acts in rows.items())


def is_of_future_act(text: str, place: int) -> bool:
    """Whether the words before a name speak of a future form of the act."""
    return bool(_COMING.search(text, max(0, place - _LOOK_BACK), place))


JOINT: Final = " + "
"""What parts the ids of acts that are cited together ("Richtlijnen 2003/9/EG en 2005/85/EG")."""


def joint_id(ids: Iterable[str]) -> str:
    """The id of acts that are cited together ("Richtlijnen 2003/9/EG en 2005/85/EG"); empty where one of them is not certain."""
    ids = sorted(set(ids))
    return JOINT.join(ids) if all(ids) else ""
