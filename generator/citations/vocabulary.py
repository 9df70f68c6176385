"""The tables of generator/data that citations are read by, ready for matching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Generic, TypeAlias, TypeVar

from generator.language import tables
from generator.language.matching import alternatives, fold

Row: TypeAlias = Mapping[str, str]
Payload = TypeVar("Payload")

WORD: Final = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
"""A word as a reader sees it: compounds with hyphens are one."""

_SPELLINGS: Final = {" ": r"\s", "-": "[-‑]", "ij": "(?:ij|ĳ)", "'": "['’]", "’": "['’]"}
"""What one spelling of a table stands for: any blank, any hyphen, the letters or the ligature, any apostrophe."""

_PIECE: Final = re.compile("ij|.", re.DOTALL)
_END: Final = r"(?![\w]|[-‑]\w)"


def table(name: str) -> tuple[Row, ...]:
    """The rows of a table of generator/data, in its order."""
    return tables.rows(name)


def spelled(phrase: str) -> str:
    """A phrase of a table as part of a regular expression, with the other spellings of its blanks, hyphens and apostrophes."""
    return "".join(_SPELLINGS.get(piece) or re.escape(piece) for piece in _PIECE.findall(phrase))


@cache
def words(role: str) -> str:
    """The words of a role in act_words.csv, in all languages, as alternatives of a regular expression."""
    return alternatives((row["word"] for row in table("act_words") if row["role"] == role), spelled)


def first_word(phrase: str) -> str:
    """The word by which a phrase is looked up."""
    word = WORD.match(phrase)
    return fold(word.group()) if word else ""


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Payload]):
    """Phrases that are looked for at a place of a text, the longest first; `Payload` is what each stands for."""

    by_word: dict[str, tuple[tuple[re.Pattern[str], Payload], ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, bool, Payload]]) -> Phrases[Payload]:
        """The phrases of pairs: a phrase and whether its capitals count, and what it stands for."""
        found: dict[str, list[tuple[int, re.Pattern[str], Payload]]] = {}
        for phrase, exact, payload in pairs:
            pattern = re.compile(spelled(phrase) + _END, 0 if exact else re.IGNORECASE)
            found.setdefault(first_word(phrase), []).append((-len(phrase), pattern, payload))
        return cls({word: tuple((p, load) for _, p, load in sorted(rows, key=lambda row: row[0])) for word, rows in found.items()})

    def at(self, text: str, place: int) -> tuple[int, Payload] | None:
        """The end of the longest phrase that starts at a place, and what it stands for."""
        return next(self.all_at(text, place), None)

    def all_at(self, text: str, place: int) -> Iterator[tuple[int, Payload]]:
        """All phrases that start at a place, the longest first."""
        word = WORD.match(text, place)
        for pattern, payload in self.by_word.get(fold(word.group()), ()) if word else ():
            match = pattern.match(text, place)
            if match:
                yield match.end(), payload


@dataclass(frozen=True, slots=True)
class Head:
    """A word for a kind of act: the letter it has in CELEX numbers, and its name in ELI."""

    kind: str
    descriptor: str
    eli: str


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty by the name that stands for it on the site; CELEX numbers are empty where it has none."""

    id: str
    title: str
    short: str
    celex: str
    article: str


@cache
def heads() -> Phrases[Head]:
    """The words for kinds of acts."""
    return Phrases.of((row["word"], False, Head(row["kind"], row["descriptor"], row["eli"])) for row in table("act_kinds"))


@cache
def descriptors() -> dict[str, str]:
    """The CELEX letter of each kind of act."""
    return {row["kind"]: row["descriptor"] for row in table("act_kinds") if row["descriptor"]}


@cache
def treaties() -> Phrases[Treaty]:
    """The names of treaties."""
    return Phrases.of((row["name"], bool(row["exact"]), _treaty(row)) for row in table("treaties"))


@cache
def treaty_by_id() -> dict[str, Treaty]:
    """The treaties by the name that stands for them, and by their short name."""
    return {name: _treaty(row) for row in table("treaties") for name in (row["treaty"], row["short"]) if name}


def _treaty(row: Row) -> Treaty:
    return Treaty(row["treaty"], row["title"], row["short"], row["celex"], row["article"])


@cache
def communities() -> dict[str, str]:
    """The Dutch abbreviation for each abbreviation of a community or a field of policy."""
    return {row["word"].casefold(): row["dutch"] for row in table("communities")}


@cache
def series() -> dict[str, str]:
    """The series of documents of the Commission by the word they are cited with."""
    return {row["word"]: row["series"] for row in table("document_series")}


@cache
def acts() -> dict[str, Row]:
    """The acts that have a title here, by their id."""
    return {row["id"]: row for row in table("acts")}
