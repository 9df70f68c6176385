"""What is still to be done in the glossary: acronyms without an entry, entries without a quotation, names that look alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.annotators.terms import own_spellings
from generator.commands.answer import Answer
from generator.commands.term_places import entry_of
from generator.dossier.unwritten import Undescribed, undescribed
from generator.inputs.contributions.markdown_files import plain_typography
from generator.language.acronyms import declared, same_name
from generator.model import Document, Knowledge, Problem, Term
from generator.words import say


def worklist(documents: tuple[Document, ...], knowledge: Knowledge, problems: Iterable[Problem]) -> Answer:
    """What is still to be done in the glossary, under a heading for each kind of work."""
    sections = (
        (say("commands_glossary.acronyms_without_term"), [_open_line(item) for item in undescribed(documents)]),
        (
            say("commands_glossary.unused_terms"),
            [f"  {term.path}: {term.term}" for term in _unused(documents, knowledge.terms)],
        ),
        (say("commands_glossary.ambiguous_acronyms"), list(_two_meanings(documents, knowledge.terms))),
        (say("commands_glossary.similar_terms"), list(_twins(knowledge.terms))),
        (
            say("commands_glossary.terms_without_quote"),
            [f"  {term.path}: {term.term}" for term in knowledge.terms if not term.evidence],
        ),
        (say("commands_glossary.wrong_quotes"), [f"  {problem}" for problem in problems if "het citaat" in problem.message]),
    )
    filled = [(title, lines) for title, lines in sections if lines]
    if not filled:
        return Answer((say("commands_glossary.nothing_to_do"),))
    return Answer(tuple(line for title, lines in filled for line in (f"{title} ({len(lines)})", *lines, ""))[:-1])


def _open_line(item: Undescribed) -> str:
    return say(
        "commands_glossary.acronym_times",
        word=item.word,
        times=item.count,
        documents=", ".join(document.meta.id for document in item.documents),
    )


def _unused(documents: Iterable[Document], terms: Iterable[Term]) -> list[Term]:
    used = {mention.id for document in documents for part in document.parts for mention in part.mentions if mention.kind == "term"}
    return [term for term in terms if term.id not in used]


def _two_meanings(documents: Iterable[Document], terms: tuple[Term, ...]) -> Iterator[str]:
    """Acronyms for which the documents, together, give names that differ, and whose entry does not have them all."""
    for acronym, meanings in sorted(_meanings(documents).items()):
        term = entry_of(acronym, terms)
        if len(meanings) > 1 and not (term and all(_has_name(term, words) for words, _ in meanings)):
            yield f"  {acronym}: " + "; ".join(f"{words} ({where})" for words, where in meanings)


def _meanings(documents: Iterable[Document]) -> dict[str, list[tuple[str, str]]]:
    """The long forms that documents give for each acronym, the same name once, each with the place where it is given first."""
    said: dict[str, list[tuple[str, str]]] = {}
    for document in documents:
        for item in declared(document):
            known = said.setdefault(item.acronym, [])
            if not any(same_name(item.expansion, words) for words, _ in known):
                known.append((item.expansion, f"{document.meta.id} {item.place}"))
    return said


def _has_name(term: Term, words: str) -> bool:
    return any(same_name(words, name) for name in own_spellings(term))


def _twins(terms: tuple[Term, ...]) -> Iterator[str]:
    """Entries with the same name in another spelling, or the same name in the same other language."""
    for place, term in enumerate(terms):
        for other in terms[place + 1 :]:
            names = {plain_typography(name).casefold() for name in own_spellings(term)}
            shared = sorted(names & {plain_typography(name).casefold() for name in own_spellings(other)})
            if shared:
                yield say("commands_glossary.twins", path=term.path, other=other.path, shared=shared[0])
