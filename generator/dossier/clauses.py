"""Who undertakes what, and who is asked to do what: the clauses of a sentence, by ordered rules over a verb and its actor.

Goes in: a text, its language, the countries in it. Comes out: clauses, in order, each with its kind, its actors and its range.
A clause counts only where an actor is the subject of the verb (in Dutch and German right before it at the start of its clause,
or right behind it), is asked by it, or does what a passive says ("moet door de lidstaten worden …").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from generator.language import actors
from generator.language.actors import Actor, Number, either, words
from generator.language.tables import rows

ClauseKind = Literal["undertakes", "asked", "planned"]
Rule = Literal["will", "must", "act", "ask", "asked"]

_KINDS: Final[dict[Rule, ClauseKind]] = {
    "will": "undertakes", "act": "undertakes", "must": "asked", "ask": "asked", "asked": "asked",
}  # fmt: skip

_VERB_FIRST: Final = frozenset({"nl", "de"})
"""Languages in which the verb is the second part of a main clause, so that its subject stands right beside it."""

_BOUNDARY: Final = re.compile(r"[,;:(–—]\s|\s[-–—]\s")
_STOP: Final = re.compile(r"[;:]\s")
_GAP: Final = 60
"""Characters of an insertion between a subject and its verb: ", samen met de lidstaten,"."""

_BUT: Final = ("maar", "want", "but", "mais", "aber")

_MOST: Final = 4
"""Words of somebody whom the table of actors does not know, beside one whom it does."""


ANY: Final = "*"
"""What stands in the table for the beginning of a verb that is told by its ending, such as a French future."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of the table of verbs."""

    rule: Rule
    words: str
    number: Number
    needs: str
    unless: str


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


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what the rules look at: the actors in it, and who was the subject of the sentence before."""

    text: str
    language: str
    actors: tuple[Actor, ...]
    before: Actor | None = None

    def core(self, after: int) -> str:
        """The words from an offset to where the clause ends: a comma, or a word that begins another clause."""
        match = _end_of_core(self.language).search(self.text, after)
        return self.text[after : match.start()] if match else self.text[after:].rstrip(" .;:")

    def rest(self, after: int) -> str:
        """The words from an offset to the end of the sentence, or to a semicolon or colon."""
        match = _STOP.search(self.text, after)
        return self.text[after : match.start()] if match else self.text[after:]


def clauses(text: str, language: str, others: Iterable[Actor] = (), before: Actor | None = None) -> tuple[Clause, ...]:
    """The clauses of one sentence, in order; `before` is the subject of the sentence before, for pronouns."""
    sentence = _Sentence(text, language, actors.find(text, language, others), before)
    found: list[Clause] = []
    for verb, match in _verbs(sentence):
        clause = _clause(sentence, verb, match, found)
        if clause and not any(clause.at == other.at or clause.start == other.start for other in found):
            found.append(clause)
    return tuple(_parted(found, len(text)))


def subject(text: str, language: str, others: Iterable[Actor] = ()) -> Actor | None:
    """The actor that a sentence begins with, or that stands behind its first verb; None where that is no actor."""
    named = actors.find(text, language, others)
    return next(
        (actor for actor in named if _opens_clause(text, actor.start, language) and re.match(r"\s[^\W\dA-Z]", text[actor.end :])), None
    )


def _parted(found: list[Clause], end: int) -> Iterator[Clause]:
    """The clauses with the range of their words: the whole sentence for one, up to the next for several."""
    found = sorted(found, key=lambda clause: clause.start)
    for place, clause in enumerate(found):
        first = 0 if place == 0 else clause.start
        last = found[place + 1].start if place + 1 < len(found) else end
        yield Clause(clause.kind, clause.actors, first, last, clause.at, clause.others)


def _verbs(sentence: _Sentence) -> Iterator[tuple[Verb, re.Match[str]]]:
    """The verbs of the table in a sentence, each with its place; in one place the rules are tried in order."""
    for match in _any_verb(sentence.language).finditer(sentence.text):
        for verb in _verbs_of(match[0].casefold(), sentence.language):
            yield verb, match


def _clause(sentence: _Sentence, verb: Verb, match: re.Match[str], found: list[Clause]) -> Clause | None:
    rest = sentence.rest(match.end())
    if verb.needs and not re.search(rf"(?<![\w-]){re.escape(verb.needs)}(?![\w-])", rest):
        return None
    if verb.unless and re.search(rf"(?<![\w-])(?:{verb.unless})(?![\w-])", rest):
        return None
    if verb.rule == "ask":
        return _asking(sentence, match)
    if verb.rule == "asked":
        return _being_asked(sentence, verb, match)
    return _acting(sentence, verb, match, found)


def _acting(sentence: _Sentence, verb: Verb, match: re.Match[str], found: list[Clause]) -> Clause | None:
    """An actor that will, must or does act; of a passive the one by whom it is done."""
    who = _subject(sentence, verb, match, found)
    core = sentence.core(max(match.end(), who.end if who else 0))
    if _has(core, "passive", sentence.language) or _is_passive(core, sentence.language):
        who = _agent(sentence, match.end())
        core = ""
    if who is None or match[0].casefold() in words("state", sentence.language) or _is_state(core, verb, sentence.language):
        return None
    kind = "asked" if verb.rule == "will" and _has(core, "must inside", sentence.language) else _KINDS[verb.rule]
    start = min(match.start(), who.start) if who.start >= 0 else match.start()
    others = _others(sentence, who, match.end())
    return Clause(kind, who.ids, _start_of(sentence, start), len(sentence.text), match.start(), others)


def _subject(sentence: _Sentence, verb: Verb, match: re.Match[str], found: list[Clause]) -> Actor | None:
    """The actor beside a verb that is its subject: named, by a pronoun, or left out after "and"."""
    text, language = sentence.text, sentence.language
    fits = [actor for actor in sentence.actors if not (verb.number and actor.number and actor.number != verb.number)]
    after = _after(text, match.end(), language)
    behind = next((actor for actor in fits if actor.start == after), None)
    if behind and language in _VERB_FIRST and not _has_front_subject(sentence, match.start()):
        return behind
    before = next((actor for actor in fits if _reaches(text, actor.end, match.start())), None) or _with_others(sentence, verb, match)
    if before and _opens_clause(text, before.start, language):
        return before
    return _pronoun(sentence, verb, match) or _left_out(sentence, verb, match, found)


def _has_front_subject(sentence: _Sentence, at: int) -> bool:
    """Whether the words before a verb are its subject already, so that what stands behind it is not: "Het kader zal de EU sterker maken"."""
    front = sentence.text[_start_of(sentence, at) : at].split()
    if not front or front[-1].casefold() in (*words("and", sentence.language), *_BUT):
        return False
    return front[0].casefold() in words("article", sentence.language) and (
        len(front) == 1 or front[1].casefold() not in words("time", sentence.language)
    )


def _with_others(sentence: _Sentence, verb: Verb, match: re.Match[str]) -> Actor | None:
    """An actor that is the subject together with somebody whom the table does not know: "de lidstaten en de havenbedrijven moeten"."""
    joined = rf"\s(?:{either(words('and', sentence.language))})\s(?:[\w-]+\s){{1,{_MOST}}}"
    fits = (actor for actor in sentence.actors if verb.number != "one" and actor.end < match.start())
    return next((actor for actor in fits if re.fullmatch(joined, sentence.text[actor.end : match.start()])), None)


def _after(text: str, start: int, language: str) -> int:
    """Where the words behind a verb begin, past small words such as "ook"."""
    match = _small(language).match(text, start)
    return match.end() if match else start


def _reaches(text: str, start: int, end: int) -> bool:
    """Whether nothing, or only an insertion between commas, stands between a subject and its verb."""
    between = text[start:end]
    inserted = between.startswith(", ") and between.endswith(", ") and 4 < len(between) <= _GAP and between.count(",") == 2  # noqa: PLR2004
    return between == " " or inserted


def _opens_clause(text: str, start: int, language: str) -> bool:
    """Whether a clause begins at an offset: after a sign, after "and", or, where the subject may stand elsewhere, not after a preposition."""
    before = text[:start].rstrip()
    if not before or before[-1] in ",;:–—-(":
        return not _subordinate(language).search(before[-25:])
    last = before.rsplit(" ", 1)[-1].casefold()
    joined = last in words("and", language) or last in _BUT
    return joined or (language not in _VERB_FIRST and _is_front(before))


def _is_front(before: str) -> bool:
    """Whether what stands before a subject may be the front of an English or French sentence: no more than a few words, none a verb's."""
    front = re.split(r"[,;:]\s", before)[-1]
    return (
        front[:1].isupper()
        and len(front) <= _GAP
        and not re.search(r"\b(?:of|by|to|with|for|from|that|which|de|par|pour|avec|que|qui)$", front)
    )


def _pronoun(sentence: _Sentence, verb: Verb, match: re.Match[str]) -> Actor | None:
    """The actor that a pronoun beside a verb stands for: one named before in the sentence, else the subject of the one before."""
    text, language = sentence.text, sentence.language
    number: Number = verb.number or "one"
    pronouns = either(words(f"pronoun {number}", language))
    ahead = re.search(rf"(?<![\w-])({pronouns})\s$", text[: match.start()], re.IGNORECASE)
    behind = re.match(rf"\s({pronouns})(?![\w-])", text[match.end() :]) if language in _VERB_FIRST else None
    if not behind and not (ahead and _opens_clause(text, ahead.start(), language)):
        return None
    same = [actor for actor in sentence.actors if actor.end <= match.start() and actor.number == number]
    stands_for = same[-1] if same else sentence.before if sentence.before and sentence.before.number == number else None
    if stands_for is None:
        return None
    place = ahead.start() if ahead else match.start()
    return Actor(place, match.end() + (behind.end() if behind else 0), stands_for.ids, stands_for.number)


def _left_out(sentence: _Sentence, verb: Verb, match: re.Match[str], found: list[Clause]) -> Actor | None:
    """The subject of the sentence, where a verb stands right behind "and" and has none of its own."""
    text, language = sentence.text, sentence.language
    last = text[: match.start()].rstrip().rsplit(" ", 1)[-1].casefold()
    if last not in words("and", language) and last not in _BUT:
        return None
    if re.match(r"\s(?:de|het|er|die|der|das)\s", text[match.end() :]):
        return None
    leading = subject(text, language) or (Actor(match.start(), match.start(), found[-1].actors, "") if found else None)
    if leading is None or (verb.number and leading.number and leading.number != verb.number):
        return None
    return Actor(match.start(), match.end(), leading.ids, leading.number)


def _agent(sentence: _Sentence, after: int) -> Actor | None:
    """By whom a passive says that something is done, in the rest of its sentence before a new clause."""
    text = sentence.text
    last = after + len(sentence.rest(after))
    for actor in sentence.actors:
        if after <= actor.start < last and re.search(rf"(?<![\w-])(?:{either(words('by', sentence.language))})\s$", text[: actor.start]):
            follows = re.match(r"\s([\w-]+)", text[actor.end :])
            return None if follows and re.search(r"(?:de|te|dde|nde)$", follows[1]) else actor
    return None


def _asking(sentence: _Sentence, match: re.Match[str]) -> Clause | None:
    """Whom a verb such as "verzoekt" asks: the first actor behind it that is not the one who asks."""
    text, language = sentence.text, sentence.language
    if not _opens_verb(sentence, match):
        return None
    behind = [actor for actor in sentence.actors if actor.start >= match.end()]
    before = next((actor for actor in sentence.actors if _reaches(text, actor.end, match.start())), None)
    asks = before or (
        behind[0] if len(behind) > 1 and language in _VERB_FIRST and behind[0].start == _after(text, match.end(), language) else None
    )
    asked = next((actor for actor in behind if actor is not asks), None)
    if asked is None or len(text[(asks.end if asks and asks.start > match.end() else match.end()) : asked.start].split()) > 3:  # noqa: PLR2004
        return None
    start = before.start if before else match.start()
    return Clause("asked", asked.ids, _start_of(sentence, start), len(text), match.start(), asks.ids if asks else ())


def _opens_verb(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether a verb that asks is the finite verb of a main clause and no part of a report ("dat de Raad verzoekt")."""
    before = sentence.text[: match.start()].rstrip().casefold()
    return not before.endswith((" dat", " die", " that", " que", " qui", " dass"))


def _being_asked(sentence: _Sentence, verb: Verb, match: re.Match[str]) -> Clause | None:
    """Who is asked in a passive: the subject, on either side of "wordt … verzocht"."""
    text, language = sentence.text, sentence.language
    after = _after(text, match.end(), language)
    behind = next((actor for actor in sentence.actors if actor.start == after), None)
    before = next((actor for actor in sentence.actors if _reaches(text, actor.end, match.start())), None)
    who = behind or (before if before and _opens_clause(text, before.start, language) else None)
    if who is None or verb.needs not in sentence.rest(match.end()):
        return None
    return Clause("asked", who.ids, _start_of(sentence, min(match.start(), who.start)), len(text), match.start())


def _others(sentence: _Sentence, who: Actor, after: int) -> tuple[str, ...]:
    """The actors behind the verb to whom something is done: named without a preposition right before them."""
    core_end = after + len(sentence.core(max(after, who.end)))
    found = (
        actor
        for actor in sentence.actors
        if max(after, who.end) <= actor.start <= core_end + (who.end - after if who.end > after else 0)
        and not re.search(
            r"(?<![\w-])(?:van|met|door|tussen|in|voor|bij|over|of|with|by|between|in|de|avec|par|mit|von|binnen|uit)\s$",
            sentence.text[: actor.start],
        )
    )
    return tuple(dict.fromkeys(name for actor in found for name in actor.ids if name not in who.ids))


def _start_of(sentence: _Sentence, at: int) -> int:
    """Where the clause of an offset begins: behind the last sign or "and" before it."""
    text = sentence.text
    marks = [match.end() for match in _BOUNDARY.finditer(text, 0, at)]
    joins = [match.end() for match in _joining(sentence.language).finditer(text, 0, at) if match.end() == at]
    return joins[-1] if joins else marks[-1] if marks else 0


def _is_state(core: str, verb: Verb, language: str) -> bool:
    """Whether the words behind a verb tell of no act: a state, what does not happen, or nothing at all."""
    if re.search(rf"(?<![\w-])(?:{either(words('negation', language))})(?!\s(?:alleen|only|seulement|nur|langer))(?![\w-])", core):
        return True
    if verb.needs in {"bereid", "klaar om", "voornemens", "van plan", "vastbesloten"}:
        return False
    if _settled(language).search(core):
        return True
    last = core.rstrip(" .;:,").rsplit(" ", 1)[-1]
    first = core.split(" ", 2)[1] if language not in _VERB_FIRST and core.startswith(" ") and core.strip() else ""
    return last in words("state", language) or first in words("state", language)


def _is_passive(core: str, language: str) -> bool:
    """Whether the words behind a modal verb are a passive in a language that has no word of its own for it."""
    if language == "en":
        return re.match(r"\s(?:\w+ly\s|also\s|not\s)?be\s(?:\w+ly\s|also\s)?\w+(?:ed|en|wn|un|ught|ept|one|ade|ut)\b", core) is not None
    if language == "fr":
        return re.match(r"\s(?:\w+ment\s|également\s|aussi\s)?(?:être|sera|seront)\s", core) is not None
    last = core.rstrip(" .").rsplit(" ", 1)[-1]
    return language == "de" and (last == "werden" or last.endswith("t") or re.fullmatch(r"(?:\w{2,6})?ge\w+en", last) is not None)


def _has(core: str, rule: str, language: str) -> bool:
    return bool(re.search(rf"(?<![\w-])(?:{either(words(rule, language))})(?![\w-])", core))


@cache
def _settled(language: str) -> re.Pattern[str]:
    """A state with more words around it: "zijn toegerust voor", "voorbereid moeten zijn op"."""
    be = either(words("be", language))
    return re.compile(
        rf"(?<![\w-])(?:{be})\s(?:ge|be|ver|toe|op|aan|af|uit|voor)\w+(?:d|t|en)(?![\w-])|(?:{either(words('must inside', language))})\s(?:{be})(?![\w-])"
    )


@cache
def _small(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s(?:(?:{either(words('adverb', language))})\s)?")


@cache
def _subordinate(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{either(words('subordinate', language))})$")


@cache
def _end_of_core(language: str) -> re.Pattern[str]:
    return re.compile(rf"[,;:]\s|\s(?:{either(words('subordinate', language))})\s")


@cache
def _joining(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{either((*words('and', language), *_BUT))})\s")


@cache
def _table(language: str) -> dict[str, tuple[Verb, ...]]:
    listed = [row for row in rows("commitment_verbs") if row["language"] == language]
    listed = listed or [row for row in rows("commitment_verbs") if row["language"] == actors.DEFAULT]
    found: dict[str, list[Verb]] = {}
    for row in listed:
        rule = next(rule for rule in _KINDS if rule == row["rule"])
        number = next((number for number in ("one", "many") if number == row["number"]), "")
        found.setdefault(row["verb"].casefold(), []).append(Verb(rule, row["verb"], number, row["needs"], row["unless"]))  # type: ignore[arg-type]
    return {words_: tuple(verbs) for words_, verbs in found.items()}


def _verbs_of(said: str, language: str) -> tuple[Verb, ...]:
    """The rows of the table for a verb as printed: its own, else those for how it ends ("*ront")."""
    table = _table(language)
    endings = (verbs for ending, verbs in table.items() if ending.startswith(ANY) and said.endswith(ending[1:]))
    return table.get(said) or next(endings, ())


@cache
def _any_verb(language: str) -> re.Pattern[str]:
    """Any verb of the table, and any word that ends as one of its endings."""
    verbs = sorted(_table(language), key=lambda verb: (-len(verb), verb))
    endings = either(verb[1:] for verb in verbs if verb.startswith(ANY))
    return re.compile(
        rf"(?<![\w-])(?:{either(verb for verb in verbs if not verb.startswith(ANY))}|\w{{2,20}}(?:{endings}))(?![\w-])", re.IGNORECASE
    )
