"""How well the search answers: questions with the places that were expected before the engine was made, asked in a real browser."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.build import gather
from generator.dossier import findings
from generator.dossier.findings import Findings
from generator.dossier.index import build_index
from generator.settings import Settings

QUESTIONS: Final = Path(__file__).parent / "questions.csv"
LATER: Final = Path(__file__).parent / "questions_later.csv"
"""Written when the engine was nearly done, and asked once before anything more was changed; all of them are held out."""

FIRST: Final = 5
"""Places in which an answer must stand."""

_THIRD: Final = 3
"""Each third question of a kind is held out: it is not looked at while the engine is tuned."""


@dataclass(frozen=True, slots=True)
class Question:
    """Words that a reader types, and what must come of them: one of some places, a suggestion, or nothing.

    `expected`: places of documents (`com-2016-385/p-1-7`) or pages (`landen/syrie/`); `?word`: a suggestion; `!pattern`: forms that
    may not be found; none: nothing may be found.
    """

    kind: str
    words: str
    expected: tuple[str, ...]
    held_out: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What the browser found: pages of things named, rows in order, how many there are, forms found, words suggested."""

    things: tuple[str, ...]
    rows: tuple[str, ...]
    total: int
    surfaces: tuple[str, ...]
    suggested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its answer: the rank of the first right place (None: not found), and whether something forbidden came."""

    question: Question
    answer: Answer
    rank: int | None
    forbidden: bool


def questions(path: Path = QUESTIONS) -> tuple[Question, ...]:
    """All questions of a file, in its order."""
    counts: dict[str, int] = {}
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            nth = counts[row["kind"]] = counts.get(row["kind"], 0) + 1
            found.append(Question(row["kind"], row["question"], _expected(row["expected"]), path == LATER or nth % _THIRD == 0))
    return tuple(found)


def _expected(cell: str) -> tuple[str, ...]:
    return (cell,) if cell.startswith(("!", "~")) else tuple(cell.split())


ASK: Final = """async ({ root, questions }) => {
  const { Engine } = await import(root + "assets/js/search-engine.js");
  const { Index } = await import(root + "assets/js/search-index.js");
  const index = await Index.open(root);
  const engine = new Engine(index);
  const answers = [];
  for (const question of questions) {
    const found = await engine.search(question);
    const rows = [...found.full, ...found.part];
    const urls = async (records) => Promise.all(records.map(async (record) => (await index.record(record)).url));
    const suggested = (await Promise.all(found.unknown.map((unit) => engine.suggest(unit.words[0])))).flat();
    answers.push({
      things: await urls([...found.things].sort((a, b) => b.whole - a.whole).map((thing) => thing.record)),
      rows: await urls(rows.slice(0, 10).map((row) => row.record)),
      total: rows.length,
      surfaces: [...new Set(rows.flatMap((row) => row.hits.flatMap((unit) => [...unit.found.get(row.record).surfaces.keys()])))],
      suggested: suggested.map((word) => word.spelled),
    });
  }
  return answers;
}"""


def findings_of_the_dossier() -> Findings:
    """The dossier of the project, read."""
    dossier = gather(Settings())
    return findings.gather(build_index(dossier.documents, dossier.knowledge))


def addresses(read: Findings) -> dict[str, str]:
    """The addresses of the places that questions name."""
    return {
        f"{entry.document.meta.id}/{part.anchor}": entry.url_of(part)
        for entry in read.site.entries
        for part in entry.document.parts
        if part.text
    }


def judge(asked: Sequence[Question], answers: Iterable[dict[str, Any]], places: dict[str, str]) -> Iterator[Judged]:
    """Each question with what came of it."""
    for question, found in zip(asked, answers, strict=True):
        things, rows, surfaces, suggested = (tuple(found[key]) for key in ("things", "rows", "surfaces", "suggested"))
        answer = Answer(things, rows, int(found["total"]), surfaces, suggested)
        yield Judged(question, answer, _rank(question, answer, places), _forbidden(question, answer))


def _rank(question: Question, answer: Answer, places: dict[str, str]) -> int | None:
    if not question.expected:
        return None if answer.total else 1
    first = question.expected[0]
    if first.startswith("!"):
        return 1
    if first.startswith("?"):
        return _first([word.casefold() for word in answer.suggested], {word.removeprefix("?") for word in question.expected})
    if first.startswith("~"):
        return 1 if any(re.search(first[1:], form) for form in answer.surfaces) else None
    pages = {place for place in question.expected if place not in places}
    by_page = _first(answer.things, pages)
    by_row = _first(answer.rows, {places.get(place, place) for place in question.expected})
    ranks = [rank for rank in (by_page, by_row) if rank]
    return min(ranks, default=None)


def _first(found: Sequence[str], wanted: set[str]) -> int | None:
    return next((rank for rank, one in enumerate(found, 1) if one in wanted), None)


def _forbidden(question: Question, answer: Answer) -> bool:
    if not question.expected:
        return answer.total > 0
    first = question.expected[0]
    return first.startswith("!") and any(re.search(first[1:], form) for form in answer.surfaces)


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """The figures by kind: questions, found among the first, mean reciprocal rank, and forbidden ones."""
    kinds = list(dict.fromkeys(one.question.kind for one in judged))
    yield f"{'kind':12} {'n':>4} {'top 5':>6} {'MRR':>6} {'forbidden':>10}"
    for kind in kinds:
        yield _line(kind, [one for one in judged if one.question.kind == kind])
    asked = [one for one in judged if one.question.kind not in {"nowhere", "noise"}]
    yield _line("all", asked)
    yield _line("  tuned on", [one for one in asked if not one.question.held_out])
    yield _line("  held out", [one for one in asked if one.question.held_out])


def _line(name: str, judged: Sequence[Judged]) -> str:
    count = len(judged) or 1
    top = sum(1 for one in judged if one.rank and one.rank <= FIRST) / count
    mrr = sum(1 / one.rank for one in judged if one.rank) / count
    return f"{name:12} {len(judged):4} {top:6.2f} {mrr:6.2f} {sum(one.forbidden for one in judged):10}"
