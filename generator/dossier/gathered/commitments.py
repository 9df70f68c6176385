"""The register of commitments: who undertakes what, who is asked to do what, what is planned, with its deadline and its place.

Rules, in order, each first where it finds something: the clauses of a sentence (`clauses`); the items of a list that an actor
leads ("De Commissie:"); the items under a heading such as "Kernacties"; and every deadline that is left, with or without an actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.dossier import clauses
from generator.dossier.clauses import Clause
from generator.dossier.clauses.list_leads import Lead, leads
from generator.dossier.clauses.subjects import opening
from generator.dossier.clauses.verbs import ClauseKind
from generator.dossier.index import Entry, InEntry, Occurrence, Site, mentions_within
from generator.dossier.related import Related, Relation
from generator.inputs.contributions.markdown_files import plain_typography
from generator.language import actors, countries
from generator.language.actors import Actor, any_of, words
from generator.language.sentences import sentence
from generator.model import Block, Mention, Outcome, Part, Problem, Recall, afresh
from generator.words import say

_CLAUSE: Final = re.compile(r"[,;:]\s")


@dataclass(frozen=True, slots=True)
class Commitment(InEntry):
    """A clause of a document: what its actors undertake, are asked or is planned; `start` and `end` are offsets in the part's text.

    `lead` is the line that leads the list it stands in, `at` the offset of its verb.
    """

    entry: Entry
    part: Part
    kind: ClauseKind
    actors: tuple[str, ...]
    start: int
    end: int
    addressees: tuple[str, ...] = ()
    deadline: Occurrence | None = None
    lead: str = ""
    at: int = 0  # offset of its verb in the text of its part; 0 where a lead or a date makes it one
    outcome: Outcome | None = None

    @property
    def id(self) -> str:
        """Its name, made of the document, the part and the offset of its words, which stays as long as these do."""
        return f"{self.entry.document.meta.id}.{self.part.anchor}.{self.start}"

    @property
    def text(self) -> str:
        """The words of the clause, as printed."""
        return self.part.text[self.start : self.end].strip(" ,")

    @property
    def opens(self) -> bool:
        """Whether its words begin a sentence."""
        return sentence(self.part.text, self.start, self.start + 1)[0] == self.start

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What is mentioned in its words."""
        return mentions_within(self.part, self.start, self.end)

    def named(self, kind: str) -> tuple[str, ...]:
        """The ids of what is mentioned of a kind, each once."""
        return tuple(dict.fromkeys(mention.id for mention in self.mentions if mention.kind == kind))


def gather(site: Site, recall: Recall = afresh) -> tuple[Commitment, ...]:
    """Every commitment of a site, the oldest document first, in order of reading, with what contributors found that became of it."""
    found = (item for entry in site.oldest_first for item in recall(entry.document.meta.id, of_entry, entry))
    return tuple(_with_outcome(site, item) for item in found)


def _with_outcome(site: Site, item: Commitment) -> Commitment:
    return replace(item, outcome=next((outcome for outcome in site.knowledge.outcomes if is_about(outcome, item)), None))


def is_about(outcome: Outcome, item: Commitment) -> bool:
    """Whether a file of contributors is about a commitment: its quotation stands in the words of the commitment."""
    here = (outcome.place.document, outcome.place.paragraph) == item.place
    return here and plain_typography(outcome.place.quote) in plain_typography(item.text)


def unknown(site: Site, recall: Recall = afresh) -> tuple[Problem, ...]:
    """The files of contributors whose quotation stands in no commitment of its document."""
    found = gather(site, recall) if site.knowledge.outcomes else ()
    told = {item.outcome.id for item in found if item.outcome}
    return tuple(
        Problem(outcome.path, outcome.place.line, say("dossier_commitments.not_a_commitment"), _REMEDY)
        for outcome in site.knowledge.outcomes
        if outcome.id not in told and outcome.place.document in site.by_id
    )


_REMEDY: Final = say("dossier_commitments.quote_from_page")


def later(item: Commitment, related: Related) -> tuple[Relation, ...]:
    """The passages of later documents that say the nearest to its paragraph, without those that contributors confirmed."""
    document = item.entry.document.meta.id
    told = {(said.document, said.paragraph) for said in item.outcome.evidence} if item.outcome else set()
    near = related.of(document, item.part.anchor)
    return tuple(r for r in near if document in related.older.get(r.passage.place[0], ()) and r.passage.place not in told)


def of_entry(entry: Entry) -> tuple[Commitment, ...]:
    """The commitments of one document, in order of reading."""
    found = leads(entry.document)
    return tuple(
        commitment for part in entry.document.parts if _is_running(part) for commitment in _of_part(entry, part, found.get(part.anchor))
    )


def _is_running(part: Part) -> bool:
    return part.type not in {"heading", "front_matter"}


def _of_part(entry: Entry, part: Part, lead: Lead | None) -> Iterator[Commitment]:
    """The commitments of one part: those of its sentences, what its lead-in says of it, and deadlines that are in none of these."""
    found = list(_of_sentences(entry, part))
    if lead and not _own_first(found, part):
        found = [_led(entry, part, lead), *(item for item in found if item.start > _first_sentence(part.text))]
    left = [occurrence for occurrence in _deadlines(entry, part) if not _is_in(occurrence, found)]
    found = list(_single([*found, *(_dated(entry, part, occurrence) for occurrence in left)]))
    return iter(sorted((piece for item in found for piece in _by_deadline(item)), key=lambda item: item.start))


def _of_sentences(entry: Entry, part: Part) -> Iterator[Commitment]:
    """The commitments that each sentence states; one that leads in a list states them of the items."""
    before: Actor | None = None
    language = entry.document.meta.language
    for start, end in _sentences(part.text):
        said, others = part.text[start:end], tuple(_states(part, start, end, language))
        told = clauses.clauses(said, language, others, before)
        if not _leads_in(part, end):
            yield from (_commitment(entry, part, clause, start) for clause in told)
        before = opening(said, language, others) or _last(told)


def _is_in(occurrence: Occurrence, found: Iterable[Commitment]) -> bool:
    return any(item.start <= occurrence.mention.offset < item.end for item in found)


def _last(told: tuple[Clause, ...]) -> Actor | None:
    return Actor(0, 0, told[-1].actors, "many" if len(told[-1].actors) > 1 else "one") if told and told[-1].kind != "planned" else None


def _own_first(found: Iterable[Commitment], part: Part) -> bool:
    """Whether the first sentence of an item has an actor of its own."""
    return any(item.start < _first_sentence(part.text) for item in found)


def _first_sentence(text: str) -> int:
    return sentence(text, 0, 1)[1] if text else 0


def _single(found: Iterable[Commitment]) -> Iterator[Commitment]:
    """One for each place."""
    yield from {item.start: item for item in reversed(list(found))}.values()


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        start, end = sentence(text, at, at + 1)
        if end > start:
            yield start, end
        at = max(end, at) + 1
        while at < len(text) and text[at].isspace():
            at += 1


def _leads_in(part: Part, end: int) -> bool:
    """Whether a sentence only leads in the list below it."""
    return isinstance(part, Block) and part.text.rstrip().endswith(":") and end >= len(part.text.rstrip())


def _states(part: Part, start: int, end: int, language: str) -> Iterator[Actor]:
    """The countries of a sentence as actors: by name, or as "de Libische regering"."""
    government = any_of(words("government", language))
    article = any_of(words("article", language))
    for mention in mentions_within(part, start, end):
        if mention.kind != "country" or mention.id not in countries.table():
            continue
        first, last = mention.offset, mention.offset + mention.length
        after = re.match(rf"\s(?:{government})(?![\w-])", part.text[last:end])
        if mention.form == "derived" and not after:
            continue
        before = re.search(rf"(?<![\w-])(?:{article})\s$", part.text[start:first], re.IGNORECASE) if after else None
        who = "lidstaten" if countries.table()[mention.id].is_member else "partnerlanden"
        yield Actor((start + before.start() if before else first) - start, last + (after.end() if after else 0) - start, (who,), "")


def _commitment(entry: Entry, part: Part, clause: Clause, start: int) -> Commitment:
    return Commitment(
        entry, part, clause.kind, clause.actors, start + clause.start, start + clause.end, clause.others, at=start + clause.at
    )


def _led(entry: Entry, part: Part, lead: Lead) -> Commitment:
    """An item of a list that an actor leads: its first sentence; without an actor, the one by whom it says it is done."""
    end = _first_sentence(part.text)
    who = lead.actors or _agents(part.text[:end], entry.document.meta.language)
    return Commitment(entry, part, lead.kind, who, 0, end, lead=lead.words)


def _dated(entry: Entry, part: Part, occurrence: Occurrence) -> Commitment:
    """A deadline that no clause holds: who is the subject of its sentence, or does what it says, or nobody."""
    start, end = occurrence.sentence
    language = entry.document.meta.language
    return Commitment(
        entry, part, "planned", _beside_verb(part.text[start:end], language) or _agents(part.text[start:end], language), start, end
    )


def _beside_verb(said: str, language: str) -> tuple[str, ...]:
    """The actor right behind the first verb of a sentence, or before it: "organiseert het voorzitterschap", "legt de EU"; or who is asked."""
    named = actors.find(said, language)
    asked = next((actor for actor in named if re.match(r"\s(?:verzocht|gevraagd|opgeroepen)\s(?:om|te)\b", said[actor.end :])), None)
    if asked:
        return asked.ids[-1:] if len(asked.ids) > 1 else asked.ids
    for actor in named:
        if re.search(r"(?<![\w-])[a-z]{3,}(?:t|en)\s$", said[: actor.start]) and not re.match(
            r"\s(?:in staat|van|voor)\b", said[actor.end :]
        ):
            return actor.ids
        if opening(said, language) == actor and actor.start == 0:
            return actor.ids
    return ()


def _agents(said: str, language: str) -> tuple[str, ...]:
    """By whom something is done: "benoeming … door de lidstaten"."""
    for actor in actors.find(said, language):
        follows = re.match(r"\s([\w-]+)", said[actor.end :])
        if re.search(rf"(?<![\w-])(?:{any_of(words('by', language))})\s$", said[: actor.start]) and not (
            follows and re.search(r"(?:[dt]e|en)$", follows[1])
        ):
            return actor.ids
    return ()


def _deadlines(entry: Entry, part: Part) -> tuple[Occurrence, ...]:
    return tuple(Occurrence(entry, part, mention) for mention in part.mentions if mention.kind == "date" and mention.role == "deadline")


def _by_deadline(item: Commitment) -> Iterator[Commitment]:
    """A commitment for each deadline in its words, parted before the clause of the second and of each after it.

    A deadline of a relative clause ("de werken die tegen eind 2017 klaar moeten zijn") is none of the actor's: it is planned.
    """
    at, last = item.start, item.end
    kept, start = item, item.start
    for occurrence in (occurrence for occurrence in _deadlines(item.entry, item.part) if at <= occurrence.mention.offset < last):
        own = not _is_relative(item, occurrence)
        if own and kept.deadline is None and start == item.start:
            kept = replace(kept, deadline=occurrence)
            continue
        start = _clause_before(item.part.text, kept.deadline, occurrence, kept.start)
        yield replace(kept, end=start)
        kept = replace(item if own else _nobodys(item), start=start, deadline=occurrence)
    yield kept


def _nobodys(item: Commitment) -> Commitment:
    """The same words as what is planned, by nobody that they name."""
    return replace(item, kind="planned", actors=(), addressees=())


def _clause_before(text: str, before: Occurrence | None, deadline: Occurrence, start: int) -> int:
    """Where the clause of a deadline begins, behind another deadline; the deadline itself where no sign tells."""
    first = before.mention.offset + before.mention.length if before else start
    between = list(_CLAUSE.finditer(text, first, deadline.mention.offset))
    return between[-1].end() if between else deadline.mention.offset


def _is_relative(item: Commitment, deadline: Occurrence) -> bool:
    """Whether a relative clause begins between the verb of a commitment and a deadline."""
    relative = any_of(words("relative", item.entry.document.meta.language))
    return (
        bool(item.actors)
        and re.search(rf"(?<![\w-])(?:{relative})(?![\w-])", item.part.text[item.at : deadline.mention.offset]) is not None
    )
