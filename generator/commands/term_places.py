"""Where a term of the glossary stands in the documents, and why a place is a link or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.annotators.terms import find_with, own_spellings, term_index
from generator.commands.answer import Answer
from generator.language import dutch
from generator.language.acronyms import Declared, declared, same_name
from generator.language.slugs import slug
from generator.model import Document, Knowledge, Mention, Part, Sense, Term
from generator.words import say

_INSIDE: Final = say("commands_glossary.inside_word")
_AROUND: Final = 45
"""Characters shown on either side of the words, so that they and their place fit a line of a terminal."""


@dataclass(frozen=True, slots=True)
class TextRange:
    """A range of characters in a part of a document."""

    document: Document
    part: Part
    start: int
    end: int

    @property
    def where(self) -> str:
        """The file and the line that the paragraph starts on."""
        return f"{self.document.source.path}:{self.part.lines[0] if self.part.lines else 1}"

    def __str__(self) -> str:
        """The place with some words around it."""
        text = self.part.text
        before = text[max(0, self.start - _AROUND) : self.start]
        after = text[self.end : self.end + _AROUND]
        head = "…" if self.start > _AROUND else ""
        tail = "…" if self.end + _AROUND < len(text) else ""
        return f"  {self.where}  {head}{before}[{text[self.start : self.end]}]{after}{tail}"


def entry_of(name: str, terms: Iterable[Term]) -> Term | None:
    """The entry that has a name among its own spellings."""
    return next((term for term in terms if name in own_spellings(term)), None)


def concordance(name: str, documents: Iterable[Document], knowledge: Knowledge) -> Answer:
    """A list of every place that is linked to a term, and of every place that looks like it and is not, with the reason."""
    documents = tuple(documents)
    term = entry_of(name, knowledge.terms) or trial_term(name)
    linked = linked_places(term, documents)
    doubtful = tuple((place, why) for place in linked if (why := _doubt(place, term)))
    unlinked = tuple(_unlinked(term, linked, documents, knowledge.terms))
    plain = [place for place in linked if place not in {place for place, _ in doubtful}]
    said = say("commands_glossary.places_of_name", name=name, links=dutch.count(len(linked), "koppeling", "koppelingen"))
    return Answer((said, *map(str, plain), *_told_doubtful(doubtful), *_told_unlinked(unlinked)))


def _told_doubtful(doubtful: Sequence[tuple[TextRange, str]]) -> Iterator[str]:
    if doubtful:
        yield ""
        yield say("commands_glossary.doubtful_links", doubtful=len(doubtful))
        yield from (f"{place}  ({why})" for place, why in doubtful)


def _told_unlinked(unlinked: Sequence[tuple[TextRange, str]]) -> Iterator[str]:
    """Places without a link; those inside a word, which may be very many, are only counted."""
    if not unlinked:
        return
    yield ""
    yield say("commands_glossary.no_link", unlinked=len(unlinked))
    shown = [f"{place}  ({why})" for place, why in unlinked if why != _INSIDE]
    yield from shown
    if len(shown) < len(unlinked):
        yield say("commands_glossary.inside_word_times", inside=_INSIDE, number=dutch.number(len(unlinked) - len(shown)))


def trial_term(name: str) -> Term:
    """A term that is not in the glossary yet, as its entry would be."""
    plain = name.islower() and " " not in name and len(name) > 4  # noqa: PLR2004 - shorter words in small letters are acronyms here (kmo, bni)
    kind = "concept" if plain or " " in name else "acronym"
    return Term(slug(name), name, kind, (Sense(name),), "", "", "")


def linked_places(term: Term, documents: Iterable[Document]) -> tuple[TextRange, ...]:
    """Where a term would be linked, by itself, in order."""
    return tuple(
        TextRange(document, part, mention.offset, mention.offset + mention.length)
        for document in documents
        for part in _searched(document)
        for mention in find_with(term_index((term,), document.meta.language), part.text)
    )


def _searched(document: Document) -> Iterator[Part]:
    """The parts in which terms are linked: all but headings."""
    return (part for part in document.parts if part.type != "heading")


def _doubt(place: TextRange, term: Term) -> str:
    """Why a link may be wrong, or nothing."""
    text = place.part.text
    if any(item.acronym == term.term and not _is_known(item, term) for item in declared(place.document)):
        return say("commands_glossary.other_meaning_here")
    if other := next((m for m in place.part.mentions if m.kind != "term" and _overlaps(m, place)), None):
        return say("commands_glossary.part_of", text=repr(text[other.offset : other.offset + other.length]))
    if text[place.end : place.end + 1] in {"-", "/"} or text[place.start - 1 : place.start] in {"-", "/"}:
        return say("commands_glossary.part_of_compound")
    return ""


def _is_known(item: Declared, term: Term) -> bool:
    names = own_spellings(term)[1:]
    return not names or any(same_name(item.expansion, name) for name in names)


def _overlaps(mention: Mention, place: TextRange) -> bool:
    return mention.offset < place.end and place.start < mention.offset + mention.length


def _unlinked(
    term: Term, linked: tuple[TextRange, ...], documents: Iterable[Document], terms: Iterable[Term]
) -> Iterator[tuple[TextRange, str]]:
    """The places that hold the letters of a term and are no link, each with the reason."""
    others = tuple(other for other in terms if other.id != term.id)
    letters = re.compile(re.escape(term.term), re.IGNORECASE)
    taken = {(id(place.part), at) for place in linked for at in range(place.start, place.end)}
    for document in documents:
        for part in document.parts:
            for match in letters.finditer(part.text):
                if (id(part), match.start()) not in taken:
                    place = TextRange(document, part, match.start(), match.end())
                    yield place, _reason(place, term, others)


def _reason(place: TextRange, term: Term, others: tuple[Term, ...]) -> str:
    text = place.part.text
    if place.part.type == "heading":
        return say("commands_glossary.in_heading")
    longer = next((m for m in find_with(term_index(others, place.document.meta.language), text) if _overlaps(m, place)), None)
    if longer:
        return say("commands_glossary.belongs_to", id=longer.id)
    if text[place.start - 1 : place.start].isalnum() or text[place.end : place.end + 1].isalnum():
        return _INSIDE
    if text[place.start : place.end] != term.term:
        return say("commands_glossary.other_capitals")
    return say("commands_glossary.not_running_text")
