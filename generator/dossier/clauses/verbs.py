"""The verbs by which somebody undertakes a thing or is asked to do it, from the table of verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from generator.language import actors
from generator.language.actors import Number, any_of
from generator.language.tables import rows

ClauseKind = Literal["undertakes", "asked", "planned"]
Rule = Literal["will", "must", "act", "ask", "asked"]

KINDS: Final[dict[Rule, ClauseKind]] = {
    "will": "undertakes", "act": "undertakes", "must": "asked", "ask": "asked", "asked": "asked",
}  # fmt: skip

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


def verbs_in(text: str, language: str) -> Iterator[tuple[Verb, re.Match[str]]]:
    """The verbs of the table in a sentence, each with its place; in one place the rules are tried in order."""
    for match in _any_verb(language).finditer(text):
        for verb in _verbs_of(match[0].casefold(), language):
            yield verb, match


def _verbs_of(said: str, language: str) -> tuple[Verb, ...]:
    """The rows of the table for a verb as printed: its own, else those for how it ends ("*ront")."""
    table = _table(language)
    endings = (verbs for ending, verbs in table.items() if ending.startswith(ANY) and said.endswith(ending[1:]))
    return table.get(said) or next(endings, ())


@cache
def _table(language: str) -> dict[str, tuple[Verb, ...]]:
    listed = [row for row in rows("commitment_verbs") if row["language"] == language]
    listed = listed or [row for row in rows("commitment_verbs") if row["language"] == actors.DEFAULT]
    found: dict[str, list[Verb]] = {}
    for row in listed:
        rule = next(rule for rule in KINDS if rule == row["rule"])
        number = next((number for number in ("one", "many") if number == row["number"]), "")
        found.setdefault(row["verb"].casefold(), []).append(Verb(rule, row["verb"], number, row["needs"], row["unless"]))  # type: ignore[arg-type]
    return {words_: tuple(verbs) for words_, verbs in found.items()}


@cache
def _any_verb(language: str) -> re.Pattern[str]:
    """Any verb of the table, and any word that ends as one of its endings."""
    verbs = sorted(_table(language), key=lambda verb: (-len(verb), verb))
    endings = any_of(verb[1:] for verb in verbs if verb.startswith(ANY))
    return re.compile(
        rf"(?<![\w-])(?:{any_of(verb for verb in verbs if not verb.startswith(ANY))}|\w{{2,20}}(?:{endings}))(?![\w-])", re.IGNORECASE
    )
