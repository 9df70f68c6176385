"""What `python -m generator glossary` does for who writes entries: each command gives lines to print, and problems."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.annotators.terms import find_with, lexicon_of, own_spellings
from generator.dossier.unwritten import Undescribed, scaffold, undescribed
from generator.inputs.contributions import events, glossary, introductions, markdown_files
from generator.inputs.contributions.markdown_files import fold
from generator.language import dutch
from generator.language.acronyms import Declared, declared, same_name
from generator.language.slugs import slug
from generator.model import Document, Knowledge, Mention, Part, Problem, Sense, Severity, Term
from generator.words import say

_INSIDE: Final = say("commands_glossary.binnen_een_woord")
_AROUND: Final = 45
_KEY_LINE: Final = re.compile(r"\A(?P<indent>\s*(?:-\s+)?)paragraph\s*:.*?(?P<end>\r?\n?)$")
_BLOCK_LINE: Final = re.compile(r"\A(?P<indent>\s*)(?P<dash>-\s+)?document\s*:[^{}]*?(?P<end>\r?\n?)$")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: lines for standard output, and problems that make it fail."""

    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a document: the part they stand in, from which character to which."""

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


# new ------------------------------------------------------------------------------------------------------------------


def new(name: str, seeds: Path, documents: tuple[Document, ...], knowledge: Knowledge) -> Answer:
    """Writes a scaffold for an entry, and shows where the term stands; an existing file is never touched."""
    path = seeds / glossary.FOLDER / f"{slug(name)}.md"
    known = _entry_of(name, knowledge.terms)
    if known or path.exists():
        where = known.path if known else path.as_posix()
        return Answer(
            problems=(
                Problem(
                    where,
                    None,
                    say("commands_glossary.er_is_al_een_begrip_voor", name_=repr(name)),
                    say("commands_glossary.vul_dat_bestand_aan"),
                ),
            )
        )
    if not slug(name):
        return Answer(
            problems=(
                Problem(
                    path.as_posix(),
                    None,
                    say("commands_glossary.heeft_geen_letter_of_cijfer", name_=repr(name)),
                    say("commands_glossary.noem_een_begrip"),
                ),
            )
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(_scaffold(name, documents))
    said = say("commands_glossary.is_gemaakt_vul_het_aan_en_kijk_met", as_posix=path.as_posix())
    return Answer((said, "", *concordance(name, documents, knowledge).lines))


def _scaffold(name: str, documents: tuple[Document, ...]) -> str:
    said = tuple((document, item) for document in documents for item in declared(document) if item.acronym == name)
    linked = _linked(_trial(name), documents)[:1]
    return scaffold(name, said, (linked[0].document, linked[0].part) if linked else None)


def _entry_of(name: str, terms: Iterable[Term]) -> Term | None:
    return next((term for term in terms if name in own_spellings(term)), None)


# concordance ----------------------------------------------------------------------------------------------------------


def concordance(name: str, documents: Iterable[Document], knowledge: Knowledge) -> Answer:
    """Every place where a term would be linked, and every place that looks like it and would not, each with the reason."""
    documents = tuple(documents)
    term = _entry_of(name, knowledge.terms) or _trial(name)
    linked = _linked(term, documents)
    doubtful = tuple((place, why) for place in linked if (why := _doubt(place, term)))
    unlinked = tuple(_unlinked(term, linked, documents, knowledge.terms))
    plain = [place for place in linked if place not in {place for place, _ in doubtful}]
    lines = [
        say("commands_glossary.in_de_documenten", name_=name, count_=dutch.count(len(linked), "koppeling", "koppelingen")),
        *map(str, plain),
    ]
    if doubtful:
        lines += [
            "",
            say("commands_glossary.kijk_hier_goed_dit_wordt_een_koppeling", doubtful=len(doubtful)),
        ]
        lines += [f"{place}  ({why})" for place, why in doubtful]
    if unlinked:
        shown = [f"{place}  ({why})" for place, why in unlinked if why != _INSIDE]
        inside = len(unlinked) - len(shown)
        lines += [
            "",
            say("commands_glossary.geen_koppeling", unlinked=len(unlinked)),
            *shown,
            *([say("commands_glossary.keer", inside=_INSIDE, number=dutch.number(inside))] if inside else []),
        ]
    return Answer(tuple(lines))


def _trial(name: str) -> Term:
    """A term that is not in the glossary yet, as its entry would be."""
    plain = name.islower() and " " not in name and len(name) > 4  # noqa: PLR2004 - shorter words in small letters are acronyms here (kmo, bni)
    kind = "concept" if plain or " " in name else "acronym"
    return Term(slug(name), name, kind, (Sense(name),), "", "", "")


def _linked(term: Term, documents: Iterable[Document]) -> tuple[Place, ...]:
    return tuple(
        Place(document, part, mention.offset, mention.offset + mention.length)
        for document in documents
        for part in _searched(document)
        for mention in find_with(lexicon_of((term,), document.meta.language), part.text)
    )


def _searched(document: Document) -> Iterator[Part]:
    """The parts in which terms are linked: all but headings."""
    return (part for part in document.parts if part.type != "heading")


def _doubt(place: Place, term: Term) -> str:
    """Why a link may be wrong, or nothing."""
    text = place.part.text
    if any(item.acronym == term.term and not _is_known(item, term) for item in declared(place.document)):
        return say("commands_glossary.dit_document_geeft_een_andere_betekenis")
    if other := next((m for m in place.part.mentions if m.kind != "term" and _overlaps(m, place)), None):
        return say("commands_glossary.deel_van", text=repr(text[other.offset : other.offset + other.length]))
    if text[place.end : place.end + 1] in {"-", "/"} or text[place.start - 1 : place.start] in {"-", "/"}:
        return say("commands_glossary.deel_van_een_samenstelling")
    return ""


def _is_known(item: Declared, term: Term) -> bool:
    names = own_spellings(term)[1:]
    return not names or any(same_name(item.expansion, name) for name in names)


def _overlaps(mention: Mention, place: Place) -> bool:
    return mention.offset < place.end and place.start < mention.offset + mention.length


def _unlinked(term: Term, linked: tuple[Place, ...], documents: Iterable[Document], terms: Iterable[Term]) -> Iterator[tuple[Place, str]]:
    """The places that hold the letters of a term and are no link, each with the reason."""
    others = tuple(other for other in terms if other.id != term.id)
    letters = re.compile(re.escape(term.term), re.IGNORECASE)
    taken = {(id(place.part), at) for place in linked for at in range(place.start, place.end)}
    for document in documents:
        for part in document.parts:
            for match in letters.finditer(part.text):
                if (id(part), match.start()) not in taken:
                    place = Place(document, part, match.start(), match.end())
                    yield place, _reason(place, term, others)


def _reason(place: Place, term: Term, others: tuple[Term, ...]) -> str:
    text = place.part.text
    if place.part.type == "heading":
        return say("commands_glossary.in_een_kop")
    longer = next((m for m in find_with(lexicon_of(others, place.document.meta.language), text) if _overlaps(m, place)), None)
    if longer:
        return say("commands_glossary.hoort_bij_md", id=longer.id)
    if text[place.start - 1 : place.start].isalnum() or text[place.end : place.end + 1].isalnum():
        return _INSIDE
    if text[place.start : place.end] != term.term:
        return say("commands_glossary.andere_hoofdletters")
    return say("commands_glossary.in_een_adres_een_rij_codes_tekst_in")


# worklist -------------------------------------------------------------------------------------------------------------


def worklist(documents: tuple[Document, ...], knowledge: Knowledge, problems: Iterable[Problem]) -> Answer:
    """What is still to be done in the glossary, under a heading for each kind of work."""
    sections = (
        (say("commands_glossary.afkortingen_zonder_begrip"), [_open_line(item) for item in undescribed(documents)]),
        (
            say("commands_glossary.begrippen_die_in_geen_document_staan"),
            [f"  {term.path}: {term.term}" for term in _unused(documents, knowledge.terms)],
        ),
        (say("commands_glossary.afkortingen_met_meer_dan_een_betekenis"), list(_two_meanings(documents, knowledge.terms))),
        (say("commands_glossary.begrippen_die_hetzelfde_lijken"), list(_twins(knowledge.terms))),
        (
            say("commands_glossary.begrippen_zonder_citaat"),
            [f"  {term.path}: {term.term}" for term in knowledge.terms if not term.evidence],
        ),
        (say("commands_glossary.citaten_die_niet_kloppen"), [f"  {problem}" for problem in problems if "het citaat" in problem.message]),
    )
    filled = [(title, lines) for title, lines in sections if lines]
    if not filled:
        return Answer((say("commands_glossary.er_is_niets_te_doen_elke_afkorting_heeft"),))
    return Answer(tuple(line for title, lines in filled for line in (f"{title} ({len(lines)})", *lines, ""))[:-1])


def _open_line(item: Undescribed) -> str:
    return say(
        "commands_glossary.keer_in", word=item.word, count_=item.count, join=", ".join(document.meta.id for document in item.documents)
    )


def _unused(documents: Iterable[Document], terms: Iterable[Term]) -> list[Term]:
    used = {mention.id for document in documents for part in document.parts for mention in part.mentions if mention.kind == "term"}
    return [term for term in terms if term.id not in used]


def _two_meanings(documents: Iterable[Document], terms: tuple[Term, ...]) -> Iterator[str]:
    """Acronyms for which the documents, together, give names that differ, and whose entry does not have them all."""
    said: dict[str, list[tuple[str, str]]] = {}
    for document in documents:
        for item in declared(document):
            known = said.setdefault(item.acronym, [])
            if not any(same_name(item.expansion, words) for words, _ in known):
                known.append((item.expansion, f"{document.meta.id} {item.place}"))
    for acronym, meanings in sorted(said.items()):
        term = next((term for term in terms if acronym in own_spellings(term)), None)
        told = term is not None and all(any(same_name(words, name) for name in own_spellings(term)) for words, _ in meanings)
        if len(meanings) > 1 and not told:
            yield f"  {acronym}: " + "; ".join(f"{words} ({where})" for words, where in meanings)


def _twins(terms: tuple[Term, ...]) -> Iterator[str]:
    """Entries with the same name in another spelling, or the same name in the same other language."""
    for place, term in enumerate(terms):
        for other in terms[place + 1 :]:
            names = {fold(name).casefold() for name in own_spellings(term)}
            shared = sorted(names & {fold(name).casefold() for name in own_spellings(other)})
            if shared:
                yield say("commands_glossary.en", path=term.path, path2=other.path, shared=shared[0])


# check and cite -------------------------------------------------------------------------------------------------------


def check(problems: Iterable[Problem], seeds: Path, knowledge: Knowledge) -> Answer:
    """What is wrong with the entries."""
    folder = (seeds / glossary.FOLDER).as_posix()
    wrong = tuple(problem for problem in problems if problem.path.startswith(f"{folder}/"))
    errors = sum(problem.severity is not Severity.TODO for problem in wrong)
    return Answer((say("commands_glossary.begrippen_fouten", terms=len(knowledge.terms), errors=errors),), wrong)


def cite(seeds: Path, documents: Iterable[Document]) -> Answer:
    """Puts the right paragraph with every quotation that stands in one place of its document; changes those lines only."""
    by_id = {document.meta.id: document for document in documents}
    lines: list[str] = []
    for folder in (glossary.FOLDER, introductions.FOLDER, events.FOLDER):
        for path in markdown_files.contributed(seeds / folder):
            lines += _cite_file(path, by_id)
    return Answer((*lines, f"aangepast: {len(lines)}"))


def _cite_file(path: Path, documents: dict[str, Document]) -> list[str]:
    text = path.read_bytes().decode("utf-8", errors="surrogateescape")
    located, _, _, problems = markdown_files.split(text, path.as_posix())
    given = located.data.get("evidence") if isinstance(located.data, dict) and not problems else None
    evidence = given if isinstance(given, list) else []
    rows = text.splitlines(keepends=True)
    said: list[str] = []
    # From the last to the first: a line that is put in moves those below it.
    for place in range(len(evidence) - 1, -1, -1):
        right = _right_place(evidence[place], documents)
        if right and _put(rows, located.line, place, right, has_key="paragraph" in evidence[place]):
            said.insert(0, f"{path.as_posix()}:{located.line(('evidence', place))}: {right}")
    if said:
        part = path.with_name(f".{path.name}.deel")
        part.write_bytes("".join(rows).encode("utf-8", errors="surrogateescape"))
        part.replace(path)
    return said


def _right_place(item: object, documents: dict[str, Document]) -> str:
    """The paragraph that a quotation stands in, where there is one and the entry names another or none."""
    if not isinstance(item, dict) or str(item.get("document")) not in documents:
        return ""
    found = markdown_files.places(documents[str(item["document"])], str(item.get("quote", "")))
    return found[0] if len(found) == 1 and found[0] != item.get("paragraph") else ""


def _put(rows: list[str], line_of: Callable[[tuple[str | int, ...]], int], place: int, right: str, *, has_key: bool) -> bool:
    """Put a paragraph into the rows of a file; False where the entry is not written a key on a line."""
    value = json.dumps(right) if ":" in right else right
    if has_key:
        at = line_of(("evidence", place, "paragraph")) - 1
        match = _KEY_LINE.match(rows[at])
        if match:
            rows[at] = f"{match['indent']}paragraph: {value}{match['end']}"
        return bool(match)
    at = line_of(("evidence", place, "document")) - 1
    match = _BLOCK_LINE.match(rows[at])
    if match:
        rows.insert(at + 1, f"{match['indent']}{' ' * len(match['dash'] or '')}paragraph: {value}{match['end']}")
    return bool(match)


# The command line -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Request:
    """What a command is given: its term, if it takes one, the folder of the seeds, and what was read from it."""

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
        say("commands_glossary.maak_een_begrip_met_wat_de_documenten"),
        lambda a: new(a.term, a.seeds, a.documents, a.knowledge),
        takes_term=True,
    ),
    Action(
        "concordance",
        say("commands_glossary.toon_elke_plaats_van_een_begrip"),
        lambda a: concordance(a.term, a.documents, a.knowledge),
        takes_term=True,
    ),
    Action("worklist", say("commands_glossary.toon_wat_er_nog_te_doen_is"), lambda a: worklist(a.documents, a.knowledge, a.problems)),
    Action("check", say("commands_glossary.controleer_alle_begrippen"), lambda a: check(a.problems, a.seeds, a.knowledge)),
    Action("cite", say("commands_glossary.zet_bij_elk_citaat_de_juiste_alinea"), lambda a: cite(a.seeds, a.documents)),
)
