"""Who undertakes what, and who is asked to do what: the clauses of a sentence, by ordered rules over a verb and its actor.

Goes in: a text, its language, the countries in it. Comes out: clauses, in order, each with its kind, its actors and its range.
A clause counts only where an actor is the subject of the verb (in Dutch and German right before it at the start of its clause,
or right behind it), is asked by it, or does what a passive says ("moet door de lidstaten worden …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.dossier.clauses.sentence import VERB_FIRST, Sentence, VerbInSentence, opens_clause, start_of
from generator.dossier.clauses.states import has, is_passive, is_state
from generator.dossier.clauses.subjects import agent, subject
from generator.dossier.clauses.verbs import KINDS, ClauseKind, Rule, verbs_in
from generator.language import actors
from generator.language.actors import Actor, words

_BETWEEN: Final = 3
"""Words between a verb that asks and whom it asks: "verzoekt met klem ook alle". Half of it and twice as much do as well in our
documents."""

_NOT_ACTED_ON: Final = re.compile(
    r"(?<![\w-])(?:van|met|door|tussen|in|voor|bij|over|of|with|by|between|in|de|avec|par|mit|von|binnen|uit)\s$"
)
"""A preposition before an actor: nothing is done to it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What an actor undertakes or is asked to do; `start` and `end` are offsets of the text, `at` is where its verb stands.

    `others` are the actors in it that do not act: to whom it is done, or who asks.
    """

    kind: ClauseKind
    actors: tuple[str, ...]
    start: int
    end: int
    at: int
    others: tuple[str, ...] = ()


def clauses(text: str, language: str, others: Iterable[Actor] = (), before: Actor | None = None) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order; `others` are actors known from elsewhere (countries), `before` is the subject of the sentence before, for pronouns."""
    sentence = Sentence(text, language, actors.find(text, language, others), before)
    found: list[Clause] = []
    for verb, match in verbs_in(text, language):
        clause = _clause(VerbInSentence(sentence, verb, match, found[-1].actors if found else ()))
        if clause and not any(clause.at == other.at or clause.start == other.start for other in found):
            found.append(clause)
    return tuple(_parted(found, len(text)))


def _parted(found: list[Clause], end: int) -> Iterator[Clause]:
    """The clauses with the range of their words: the whole sentence for one, up to the next for several."""
    found = sorted(found, key=lambda clause: clause.start)
    for place, clause in enumerate(found):
        first = 0 if place == 0 else clause.start
        last = found[place + 1].start if place + 1 < len(found) else end
        yield Clause(clause.kind, clause.actors, first, last, clause.at, clause.others)


def _clause(said: VerbInSentence) -> Clause | None:
    """The clause of a verb by the rule of its row, where the rest of its sentence has what the row needs and not what it forbids."""
    verb, rest = said.verb, said.sentence.rest(said.end)
    if verb.needs and not re.search(rf"(?<![\w-]){re.escape(verb.needs)}(?![\w-])", rest):
        return None
    if verb.unless and re.search(rf"(?<![\w-])(?:{verb.unless})(?![\w-])", rest):
        return None
    return _RULES.get(verb.rule, _acting)(said)


def _acting(said: VerbInSentence) -> Clause | None:
    """An actor that will, must or does act; of a passive the one by whom it is done."""
    sentence, verb = said.sentence, said.verb
    who = subject(said)
    core = sentence.core(max(said.end, who.end if who else 0))
    if has(core, "passive", sentence.language) or is_passive(core, sentence.language):
        who = agent(sentence, said.end)
        core = ""
    if who is None or said.match[0].casefold() in words("state", sentence.language) or is_state(core, verb, sentence.language):
        return None
    kind = "asked" if verb.rule == "will" and has(core, "must inside", sentence.language) else KINDS[verb.rule]
    start = min(said.start, who.start) if who.start >= 0 else said.start
    return Clause(kind, who.ids, start_of(sentence, start), len(sentence.text), said.start, _others(sentence, who, said.end))


def _asking(said: VerbInSentence) -> Clause | None:
    """Whom a verb such as "verzoekt" asks: the first actor behind it that is not the one who asks."""
    sentence = said.sentence
    behind = [actor for actor in sentence.actors if actor.start >= said.end]
    before = sentence.up_to(said.start)
    asks = before or _asks_behind(said, behind)
    asked = next((actor for actor in behind if actor is not asks), None)
    if asked is None or not _opens_verb(said):
        return None
    if not _is_near(said, asks, asked):
        return None
    start = start_of(sentence, before.start if before else said.start)
    return Clause("asked", asked.ids, start, len(sentence.text), said.start, asks.ids if asks else ())


def _is_near(said: VerbInSentence, asks: Actor | None, asked: Actor) -> bool:
    """Whether whom a verb asks stands right behind it, or behind the one who asks."""
    since = asks.end if asks and asks.start > said.end else said.end
    return len(said.sentence.text[since : asked.start].split()) <= _BETWEEN


def _asks_behind(said: VerbInSentence, behind: Sequence[Actor]) -> Actor | None:
    """The one who asks, where the subject stands right behind the verb and somebody else after it."""
    inverted = len(behind) > 1 and said.sentence.language in VERB_FIRST and behind[0].start == said.behind
    return behind[0] if inverted else None


def _opens_verb(said: VerbInSentence) -> bool:
    """Whether a verb that asks is the finite verb of a main clause and no part of a report ("dat de Raad verzoekt")."""
    before = said.sentence.text[: said.start].rstrip().casefold()
    return not before.endswith((" dat", " die", " that", " que", " qui", " dass"))


def _being_asked(said: VerbInSentence) -> Clause | None:
    """Who is asked in a passive: the subject, on either side of "wordt … verzocht"."""
    sentence = said.sentence
    before = sentence.up_to(said.start)
    who = sentence.at(said.behind) or (before if before and opens_clause(sentence.text, before.start, sentence.language) else None)
    if who is None or said.verb.needs not in sentence.rest(said.end):
        return None
    return Clause("asked", who.ids, start_of(sentence, min(said.start, who.start)), len(sentence.text), said.start)


_RULES: Final[dict[Rule, Callable[[VerbInSentence], Clause | None]]] = {"ask": _asking, "asked": _being_asked}
"""Rules that are not about the subject of a verb that acts."""


def _others(sentence: Sentence, who: Actor, after: int) -> tuple[str, ...]:
    """The actors behind the verb to whom something is done: named without a preposition right before them."""
    core_end = after + len(sentence.core(max(after, who.end)))
    found = (
        actor
        for actor in sentence.actors
        if max(after, who.end) <= actor.start <= core_end + (who.end - after if who.end > after else 0)
        and not _NOT_ACTED_ON.search(sentence.text[: actor.start])
    )
    return tuple(dict.fromkeys(name for actor in found for name in actor.ids if name not in who.ids))
