"""The actor who does what a verb says: beside it, by a pronoun, left out after "and", or behind the "by" of a passive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from generator.dossier.clauses.sentence import BUT, VERB_FIRST, Sentence, VerbInSentence, opens_clause, reaches, start_of
from generator.language import actors
from generator.language.actors import Actor, Number, any_of, words

_MOST: Final = 4
"""Words of somebody whom the table of actors does not know, beside one whom it does. Half of it changes what is found in our documents,
twice as much does not."""


def subject(said: VerbInSentence) -> Actor | None:
    """The actor beside a verb that is its subject; None where there is none."""
    return next((actor for found in _PLACES if (actor := found(said)) is not None), None)


def opening(text: str, language: str, others: Iterable[Actor] = ()) -> Actor | None:
    """The actor that a sentence begins with, or that stands behind its first verb; None where it begins with none."""
    named = actors.find(text, language, others)
    return next(
        (actor for actor in named if opens_clause(text, actor.start, language) and re.match(r"\s[^\W\dA-Z]", text[actor.end :])), None
    )


def _fitting(said: VerbInSentence) -> Iterator[Actor]:
    """The actors of the sentence that are one or many as the verb is."""
    verb = said.verb
    return (actor for actor in said.sentence.actors if not (verb.number and actor.number and actor.number != verb.number))


def _right_behind(said: VerbInSentence) -> Actor | None:
    """The actor behind a verb in a language that has it there, unless the words before the verb are its subject."""
    if said.sentence.language not in VERB_FIRST:
        return None
    behind = next((actor for actor in _fitting(said) if actor.start == said.behind), None)
    return None if behind is None or _has_front_subject(said.sentence, said.start) else behind


def _right_before(said: VerbInSentence) -> Actor | None:
    """The actor before a verb at the beginning of its clause, alone or with somebody whom the table does not know."""
    sentence = said.sentence
    before = next((actor for actor in _fitting(said) if reaches(sentence.text, actor.end, said.start)), None) or _with_others(said)
    return before if before and opens_clause(sentence.text, before.start, sentence.language) else None


def _has_front_subject(sentence: Sentence, at: int) -> bool:
    """Whether the words before a verb are its subject already, so that what stands behind it is not: "Het kader zal de EU sterker maken"."""
    front = sentence.text[start_of(sentence, at) : at].split()
    if not front or front[-1].casefold() in (*words("and", sentence.language), *BUT):
        return False
    return front[0].casefold() in words("article", sentence.language) and (
        len(front) == 1 or front[1].casefold() not in words("time", sentence.language)
    )


def _with_others(said: VerbInSentence) -> Actor | None:
    """An actor that is the subject together with somebody whom the table does not know: "de lidstaten en de havenbedrijven moeten"."""
    sentence = said.sentence
    joined = rf"\s(?:{any_of(words('and', sentence.language))})\s(?:[\w-]+\s){{1,{_MOST}}}"
    fits = (actor for actor in sentence.actors if said.verb.number != "one" and actor.end < said.start)
    return next((actor for actor in fits if re.fullmatch(joined, sentence.text[actor.end : said.start])), None)


def _by_pronoun(said: VerbInSentence) -> Actor | None:
    """The actor that a pronoun beside a verb stands for: one named before in the sentence, else the subject of the one before."""
    text, language = said.sentence.text, said.sentence.language
    number: Number = said.verb.number or "one"
    pronouns = any_of(words(f"pronoun {number}", language))
    ahead = re.search(rf"(?<![\w-])({pronouns})\s$", text[: said.start], re.IGNORECASE)
    behind = re.match(rf"\s({pronouns})(?![\w-])", text[said.end :]) if language in VERB_FIRST else None
    if not behind and not (ahead and opens_clause(text, ahead.start(), language)):
        return None
    stands_for = _named_before(said, number)
    if stands_for is None:
        return None
    place = ahead.start() if ahead else said.start
    return Actor(place, said.end + (behind.end() if behind else 0), stands_for.ids, stands_for.number)


def _named_before(said: VerbInSentence, number: Number) -> Actor | None:
    """The last actor before a verb that is one, or many; where there is none, the subject of the sentence before if it is."""
    same = [actor for actor in said.sentence.actors if actor.end <= said.start and actor.number == number]
    before = said.sentence.before
    return same[-1] if same else before if before and before.number == number else None


def _left_out(said: VerbInSentence) -> Actor | None:
    """The subject of the sentence, where a verb stands right behind "and" and has none of its own."""
    text, language = said.sentence.text, said.sentence.language
    last = text[: said.start].rstrip().rsplit(" ", 1)[-1].casefold()
    if last not in words("and", language) and last not in BUT:
        return None
    if re.match(r"\s(?:de|het|er|die|der|das)\s", text[said.end :]):
        return None
    leading = opening(text, language) or (Actor(said.start, said.start, said.last, "") if said.last else None)
    if leading is None or (said.verb.number and leading.number and leading.number != said.verb.number):
        return None
    return Actor(said.start, said.end, leading.ids, leading.number)


# In this order: a subject behind the verb is certain; one before it must open its clause; a pronoun and a subject left out stand for one.
_PLACES: Final[tuple[Callable[[VerbInSentence], Actor | None], ...]] = (_right_behind, _right_before, _by_pronoun, _left_out)


def agent(sentence: Sentence, after: int) -> Actor | None:
    """The actor behind the "by" of a passive, in the rest of its sentence before a new clause; None where there is none."""
    text = sentence.text
    last = after + len(sentence.rest(after))
    for actor in sentence.actors:
        if after <= actor.start < last and re.search(rf"(?<![\w-])(?:{any_of(words('by', sentence.language))})\s$", text[: actor.start]):
            follows = re.match(r"\s([\w-]+)", text[actor.end :])
            return None if follows and re.search(r"(?:de|te|dde|nde)$", follows[1]) else actor
    return None
