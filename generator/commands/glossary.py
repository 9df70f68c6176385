"""The subcommands of `python -m generator glossary`, for authors of entries: each returns lines to print, and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.commands.answer import Answer, create, refusal
from generator.commands.cite import cite
from generator.commands.term_places import concordance, entry_of, linked_places, trial_term
from generator.commands.worklist import worklist
from generator.dossier.unwritten import scaffold
from generator.inputs.contributions import glossary
from generator.language.acronyms import declared
from generator.language.slugs import slug
from generator.model import Document, Knowledge, Problem, Severity
from generator.words import say


def new(name: str, seeds: Path, documents: tuple[Document, ...], knowledge: Knowledge) -> Answer:
    """Write the scaffold of a new entry, and list the places of its term; an existing file is a problem and stays as it is."""
    path = seeds / glossary.FOLDER / f"{slug(name)}.md"
    known = entry_of(name, knowledge.terms)
    if known or path.exists():
        where = known.path if known else path.as_posix()
        return refusal(where, say("commands_glossary.term_exists", name=repr(name)), say("commands_glossary.complete_that_file"))
    if not slug(name):
        return refusal(path.as_posix(), say("commands_glossary.no_letter_or_digit", name=repr(name)), say("commands_glossary.name_a_term"))
    create(path, _scaffold(name, documents))
    said = say("commands_glossary.created", path=path.as_posix())
    return Answer((said, "", *concordance(name, documents, knowledge).lines))


def _scaffold(name: str, documents: tuple[Document, ...]) -> str:
    said = tuple((document, item) for document in documents for item in declared(document) if item.acronym == name)
    linked = linked_places(trial_term(name), documents)[:1]
    return scaffold(name, said, (linked[0].document, linked[0].part) if linked else None)


def check(problems: Iterable[Problem], seeds: Path, knowledge: Knowledge) -> Answer:
    """The number of entries and of mistakes, and the problems of the entries."""
    folder = (seeds / glossary.FOLDER).as_posix()
    wrong = tuple(problem for problem in problems if problem.path.startswith(f"{folder}/"))
    errors = sum(problem.severity is not Severity.TODO for problem in wrong)
    return Answer((say("commands_glossary.check_counts", terms=len(knowledge.terms), errors=errors),), wrong)


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments of a subcommand: its term, if it takes one, the folder of the seeds, and what was read from it."""

    term: str
    seeds: Path
    documents: tuple[Document, ...]
    knowledge: Knowledge
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One of the commands: what it does in words, what runs it, and whether it takes a term."""

    name: str
    what: str
    run: Callable[[Request], Answer]
    takes_term: bool = False


ACTIONS: Final = (
    Action(
        "new",
        say("commands_glossary.new_help"),
        lambda a: new(a.term, a.seeds, a.documents, a.knowledge),
        takes_term=True,
    ),
    Action(
        "concordance",
        say("commands_glossary.concordance_help"),
        lambda a: concordance(a.term, a.documents, a.knowledge),
        takes_term=True,
    ),
    Action("worklist", say("commands_glossary.worklist_help"), lambda a: worklist(a.documents, a.knowledge, a.problems)),
    Action("check", say("commands_glossary.check_help"), lambda a: check(a.problems, a.seeds, a.knowledge)),
    Action("cite", say("commands_glossary.cite_help"), lambda a: cite(a.seeds, a.documents)),
)
