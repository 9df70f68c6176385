"""The glossary: an entry for each term, as a Markdown file with front matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from generator.inputs.contributions import markdown_files
from generator.inputs.contributions.markdown_files import Contribution, check_evidence, check_siblings, one_of
from generator.inputs.dates import check_date
from generator.inputs.suggestions import did_you_mean
from generator.language import edtf
from generator.language.acronyms import Declared, declared, same_name
from generator.language.detection import DEFAULT
from generator.language.tables import schema
from generator.model import Document, Problem, Sense, Term
from generator.words import say

FOLDER: Final = "glossary"
PLACEHOLDER: Final = say("contributions_glossary.placeholder")
"""How the description of a new entry starts: as long as it stands there, the entry is not finished."""

_DATE_REMEDY: Final = say("contributions_glossary.date_format")


def read(folder: Path) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The entries of a folder, in order of their file names, and what is wrong with them."""
    sound, problems = markdown_files.read_sound(folder, schema("glossary"), _wrong, sibling_url)
    # An entry that is left out for a mistake of its own is still there to point at: one mistake, one message.
    names = tuple(path.stem for path in markdown_files.contributed(folder))
    dead = (problem for item in sound for problem in check_siblings(item, names, say("contributions_glossary.a_term")))
    return tuple(_term(item, names) for item in sound), (*problems, *dead, *_clashes(sound))


def sibling_url(slug: str) -> str:
    """The way from the page of one entry to that of another."""
    return f"../{slug}/"


def _term(item: Contribution, names: tuple[str, ...]) -> Term:
    facts = item.facts
    return Term(
        id=item.slug,
        term=facts["term"],
        kind=facts["kind"],
        senses=tuple(_sense(sense, item.located.line(("senses", place))) for place, sense in enumerate(facts["senses"])),
        html=item.html,
        summary=item.summary,
        path=item.path,
        aliases=tuple(facts.get("aliases", ())),
        forms=tuple(facts.get("forms", ())),
        not_in=tuple(facts.get("not_in", ())),
        translations=tuple(facts.get("translations", {}).items()),
        external=tuple(facts.get("external", {}).items()),
        see_also=tuple(name for name in facts.get("see_also", ()) if name in names),
        evidence=item.evidence,
        sources=item.sources,
        changes=item.changes,
    )


def _sense(facts: dict[str, Any], line: int) -> Sense:
    return Sense(facts["expansion"], facts.get("from"), facts.get("until"), tuple(facts.get("documents", ())), line)


def _wrong(item: Contribution) -> Iterator[Problem]:
    """What the schema cannot tell: dates that do not exist, an end before its start, an entry that describes nothing."""
    for place, sense in enumerate(item.facts["senses"]):
        for key in ("from", "until"):
            yield from check_date(sense.get(key), item.located, ("senses", place, key), item.path, _DATE_REMEDY)
        if _ends_before(sense.get("from"), sense.get("until")):
            line = item.located.line(("senses", place, "until"))
            yield Problem(
                item.path,
                line,
                say("contributions_glossary.until_before_from", until=sense["until"], start=sense["from"]),
                say("contributions_glossary.correct_one"),
            )
    if not item.summary or item.summary.startswith(PLACEHOLDER):
        yield Problem(
            item.path,
            None,
            say("contributions_glossary.description_missing"),
            say("contributions_glossary.write_description"),
        )


def _ends_before(start: str | None, end: str | None) -> bool:
    """Whether two dates, if they are any, are in the wrong order."""
    if not (start and end and edtf.is_date(start) and edtf.is_date(end)):
        return False
    first, last = edtf.parse(start).first, edtf.parse(end).last
    return first is not None and last is not None and last < first


def _clashes(found: Iterable[Contribution]) -> Iterator[Problem]:
    """Names that two entries have: a link could lead to one of them only."""
    owners: dict[str, tuple[Contribution, str]] = {}
    for item in found:
        for place, name in _names(item):
            owner, spelling = owners.setdefault(_key(name), (item, name))
            if owner is not item:
                what = {
                    "term": say("contributions_glossary.a_name"),
                    "senses": say("contributions_glossary.a_meaning"),
                    "aliases": say("contributions_glossary.an_alias"),
                    "forms": say("contributions_glossary.a_form"),
                }[str(place[0])]
                message = say("contributions_glossary.also_in", what=what, name=repr(name), file=Path(owner.path).name) + (
                    say("contributions_glossary.as_spelled", spelling=repr(spelling)) if spelling != name else ""
                )
                yield Problem(item.path, item.located.line(place), message, say("contributions_glossary.remove_from_one_file"))


def _names(item: Contribution) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every name of an entry with its place in the front matter."""
    facts = item.facts
    yield ("term",), facts["term"]
    for place, sense in enumerate(facts["senses"]):
        yield ("senses", place, "expansion"), sense["expansion"]
    for key in ("aliases", "forms"):
        for place, name in enumerate(facts.get(key, ())):
            yield (key, place), name


def _key(name: str) -> str:
    """The form in which two names are the same in a text: in small letters, but for an acronym."""
    return name if name[1:] != name[1:].lower() and " " not in name else name.casefold()


def check(terms: tuple[Term, ...], documents: tuple[Document, ...]) -> tuple[Problem, ...]:
    """What is wrong between the entries and the documents: quotations, ids of documents, expansions that differ."""
    said = {document.meta.id: tuple(declared(document)) for document in documents}
    languages = {document.meta.id: document.meta.language for document in documents}
    found: list[Problem] = []
    for term in terms:
        found += check_evidence(term.path, term.evidence, documents)
        found += _unknown_documents(term, said)
        found += _contradictions(term, said, languages)
    return tuple(found)


def _unknown_documents(term: Term, said: dict[str, tuple[Declared, ...]]) -> Iterator[Problem]:
    for sense in term.senses:
        for name in sense.documents:
            if name not in said:
                remedy = did_you_mean(name, said, one_of(said))
                yield Problem(term.path, sense.line, say("contributions_glossary.document_unknown", name=repr(name)), remedy)


def _contradictions(term: Term, said: dict[str, tuple[Declared, ...]], languages: dict[str, str]) -> Iterator[Problem]:
    """Documents that say the acronym stands for something else; case, inflection and small words make no difference."""
    for document, items in said.items():
        names = _names_in(term, languages[document])
        for item in items if names else ():
            if item.acronym in {term.term, *term.forms} and not any(same_name(item.expansion, name) for name in names):
                message = say(
                    "contributions_glossary.other_expansion_in_document",
                    document=document,
                    place=item.place,
                    acronym=item.acronym,
                    expansion=repr(item.expansion),
                )
                remedy = say("contributions_glossary.add_as_sense", document=document)
                yield Problem(term.path, term.senses[0].line, message, remedy)


def _names_in(term: Term, language: str) -> tuple[str, ...]:
    """What a text in a language can say that a term stands for; nothing where the entry does not tell, as a translation in letters does not."""
    if language == DEFAULT:
        return known_names(term)
    translated = tuple(name for code, name in term.translations if code == language and " " in name)
    return (*translated, *known_names(term)) if translated else ()


def known_names(term: Term) -> tuple[str, ...]:
    """Everything that an entry says its term stands for."""
    return (*(sense.expansion for sense in term.senses), *term.aliases, *term.forms)
