"""The story of a build: find, read, describe, link, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, ParamSpec, TypeAlias, TypeVar, cast

from generator import annotators, export, pages, readers
from generator.commands.report import doubtful
from generator.dossier import findings, home, limits, permalinks
from generator.dossier.findings import Findings
from generator.dossier.gathered import commitments
from generator.dossier.index import build_index
from generator.inputs import contributions, history, publication, sources
from generator.inputs import sidecars as metadata
from generator.model import UNPUBLISHED, Document, Knowledge, Page, Problem, Publication, Recall, Seed, Severity, Watch, afresh, unwatched
from generator.output import typesetting, writing
from generator.pages.document import paper
from generator.pages.whole_site import moved
from generator.readers import ledger, open_all, read_all
from generator.readers.pieces.identify import identify
from generator.search import bundle as search
from generator.settings import Settings
from generator.words import say

P = ParamSpec("P")
T = TypeVar("T")

Indexer: TypeAlias = Callable[[Findings], Iterable[Page]]
Typesetter: TypeAlias = Callable[[Findings], Iterable[Page]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The documents of a dossier, what contributors wrote beside them, and everything that is wrong with the inputs."""

    documents: tuple[Document, ...]
    knowledge: Knowledge
    problems: tuple[Problem, ...]
    publication: Publication = UNPUBLISHED

    @property
    def unreadable(self) -> bool:
        """Whether an input could not be read at all, so that nothing may be written."""
        return any(problem.severity is Severity.FATAL for problem in self.problems)

    @property
    def wrong(self) -> bool:
        """Whether an input is wrong; work that is still to be done does not count."""
        return any(problem.severity is not Severity.TODO for problem in self.problems)


class Memory:
    """A `Recall` with the last inputs and result of each stage; it keeps those alone that the last whole build used."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[tuple[object, str], tuple[object, Any]] = {}
        self._asked: set[tuple[object, str]] = set()

    def __call__(self, name: str, stage: Callable[P, T], /, *inputs: P.args, **named: P.kwargs) -> T:
        """The result of a stage: that of last time where its inputs are equal, else what the stage makes of them now."""
        self._asked.add((stage, name))
        before, made = self._known.get((stage, name), (None, None))
        if before != (inputs, named):
            made = stage(*inputs, **named)
            self._known[stage, name] = (inputs, named), made
        return cast("T", made)

    def forget_the_rest(self) -> None:
        """Drop the results that were not used since the last call of this: those of documents and entries that are gone."""
        self._known = {key: value for key, value in self._known.items() if key in self._asked}
        self._asked = set()


def gather(settings: Settings, watch: Watch = unwatched, recall: Recall = afresh) -> Dossier:
    """Read everything there is; a mistake in one input never hides those in another.

    Nothing at all is read where a link leads out of the folder, so that no message can tell what stands elsewhere.
    """
    if outside := sources.links_out(settings.seeds):
        return Dossier((), Knowledge(), outside)
    seeds, missing = sources.read_seeds(sources.find_seeds(settings.seeds, readers.SUFFIXES))
    read, unreadable = recall("", _read, seeds, watch)
    described, misdescribed = metadata.describe_all(read, settings.seeds, readers.SUFFIXES, identify)
    lost = [problem for document in watch("natellen", described) for problem in recall(document.source.path, ledger.check, document)]
    knowledge, unknown = contributions.read(settings.seeds)
    welcome, unwelcome = home.read(settings.seeds)
    past, cut = history.read(settings.seeds)
    knowledge = replace(knowledge, home=annotators.annotate(welcome, knowledge, recall) if welcome else None, history=past)
    documents = annotators.annotate_all(watch(say("build.finding_mentions"), described), knowledge, recall)
    doubtful = contributions.check(knowledge, documents)
    beyond = limits.check(documents)
    unmatched = commitments.unknown(build_index(documents, knowledge, recall=recall), recall) if knowledge.outcomes else ()
    odd = sources.odd_names(settings.seeds)
    problems = [*odd, *cut, *missing, *unreadable, *misdescribed, *lost, *unknown, *unwelcome, *doubtful, *unmatched, *beyond]
    return Dossier(documents, knowledge, tuple(sorted(problems, key=by_place)), _publication(settings))


def _publication(settings: Settings) -> Publication:
    return replace(publication.read(settings.config), paper=settings.paper)


def _read(seeds: tuple[Seed, ...], watch: Watch) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents in the seeds, and what cannot be opened."""
    transcripts, problems = open_all(seeds)
    return read_all(transcripts, watch), problems


def build(
    settings: Settings, watch: Watch = unwatched, index: Indexer = search.bundle, recall: Recall | None = None
) -> tuple[writing.Report | None, tuple[Problem, ...]]:
    """Write the site's generated folders; nothing is written where an input cannot be read.

    `recall` has what the stages made before, for whoever builds again and again.
    """
    recall = recall or Memory()
    dossier = gather(settings, watch, recall)
    if dossier.unreadable:
        return None, dossier.problems
    return publish(dossier, settings, watch, index, recall)


def publish(
    dossier: Dossier, settings: Settings, watch: Watch = unwatched, index: Indexer = search.bundle, recall: Recall = afresh
) -> tuple[writing.Report, tuple[Problem, ...]]:
    """Write the generated folders of a dossier that can be read."""
    files, broken = _files(dossier, settings, index, _typesetter(settings, watch), recall)
    report, unwritten = writing.write(files, settings.docs, watch)
    return report, (*dossier.problems, *broken, *unwritten, *publication.check(settings.config))


def check(settings: Settings, watch: Watch = unwatched, index: Indexer = search.bundle) -> Dossier:
    """The dossier with everything that is wrong with it: all that a build does is done, save the writing.

    Raises what `build` raises, so that a build refuses nothing that was checked.
    """
    recall = Memory()
    dossier = gather(settings, watch, recall)
    if dossier.unreadable:
        return dossier
    files, broken = _files(dossier, settings, index, recall=recall)
    unwritten = (*writing.plan(files, settings.docs).problems, *publication.check(settings.config))
    doubts = (problem for document in dossier.documents for problem in doubtful(document))
    return replace(dossier, problems=tuple(sorted((*dossier.problems, *broken, *unwritten, *doubts), key=by_place)))


def _typesetter(settings: Settings, watch: Watch) -> Typesetter:
    """What makes the PDFs, where they are wanted."""
    if not settings.paper:
        return _no_paper
    return lambda found: typesetting.typeset(paper.sheets(found), settings.docs, watch)


def _no_paper(_: Findings) -> tuple[Page, ...]:
    return ()


def _files(
    dossier: Dossier, settings: Settings, index: Indexer, typesetter: Typesetter = _no_paper, recall: Recall = afresh
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Everything that a build writes, and the promised addresses that it would break."""
    found = found_in(dossier, recall)
    made = _made(found, recall)
    broken = permalinks.check(dossier.knowledge.register, moved.published(found.site, made))
    pages = export.for_programs(found, moved.with_moved(found.site, made), writing.by_hand(settings.docs), recall)
    return (*pages, *index(found), *typesetter(found)), broken


def published(dossier: Dossier) -> dict[str, str]:
    """Every address that the site of a dossier promises to keep, with the first words of what it names."""
    found = found_in(dossier)
    return moved.published(found.site, _made(found))


def found_in(dossier: Dossier, recall: Recall = afresh) -> Findings:
    """The site of a dossier, with what its documents say together."""
    return findings.gather(build_index(dossier.documents, dossier.knowledge, dossier.publication, recall), recall)


def render(found: Findings, index: Indexer = search.bundle) -> Iterable[Page]:
    """All files of the generated folders: pages, open data and, where `index` is true, the search index."""
    return (*export.for_programs(found, moved.with_moved(found.site, _made(found)), {}), *index(found))


def _made(found: Findings, recall: Recall = afresh) -> tuple[Page, ...]:
    """The pages and the open data, without what leads on from old addresses."""
    return (*pages.render(found, recall), *export.export(found, recall))


def by_place(problem: Problem) -> tuple[str, int, str]:
    """The key that sorts problems as they are printed: file, line (0 where there is none), message."""
    return problem.path, problem.line or 0, problem.message
