"""To which countries, funds or other named things each sum of a sentence belongs.

A sum belongs to what its own clause names. A sentence is cut into clauses at commas, semicolons and words for "and", but not inside a row of
names or of sums; what stands in brackets with a sum is a sentence of its own. In its clause a sum has what stands behind it before the next
sum, else what stands before it. A clause that names nothing has what a clause before it names, unless that has sums of its own, but for
"of which"; or what a clause behind it names, if that opens with a preposition or a relative pronoun. "Respectively" pairs as many names as sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from typing import Final, TypeAlias

from generator.language import tables
from generator.language.matching import alternatives
from generator.model import Mention, Span

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


Owners: TypeAlias = dict[Mention, tuple[Mention, ...]]
"""Each sum with what it belongs to."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language: what parts clauses, what joins names and sums in a row, and what clauses open with."""

    parting: re.Pattern[str]
    near: re.Pattern[str]
    joining: re.Pattern[str]
    joining_sums: re.Pattern[str]
    respectively: re.Pattern[str]
    of_which: re.Pattern[str]
    leading_on: re.Pattern[str]
    subordinate: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Group:
    """Sums or names in a row: all of a kind, with nothing between that parts them."""

    mentions: tuple[Mention, ...]

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.mentions[0].offset

    @property
    def end(self) -> int:
        """Where the last ends."""
        return self.mentions[-1].offset + self.mentions[-1].length


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: its words, and the groups of sums and of names in it."""

    text: str
    sums: tuple[_Group, ...]
    named: tuple[_Group, ...]

    @property
    def names(self) -> tuple[Mention, ...]:
        """All that it names."""
        return tuple(mention for group in self.named for mention in group.mentions)

    @property
    def names_first(self) -> bool:
        """Whether names and sums take turns, a name first: each then goes before its sum."""
        order = sorted((*self.named, *self.sums), key=lambda group: group.start)
        return len(self.named) == len(self.sums) and all(group in self.named for group in order[::2])


def owners(text: str, span: Span, sums: Iterable[Mention], named: Iterable[Mention], language: str) -> dict[Mention, tuple[Mention, ...]]:
    """What each sum between two offsets of a text belongs to, of what is named there; nothing for sums that belong to none of it."""
    first, last = span
    there = {replace(mention, offset=mention.offset - first): mention for mention in (*sums, *named)}
    told = _in_sentence(
        text[first:last], [m for m in there if m.kind == "amount"], [m for m in there if m.kind != "amount"], _words(language)
    )
    return {there[amount]: tuple(there[mention] for mention in own) for amount, own in told.items()}


def _in_sentence(text: str, sums: list[Mention], named: list[Mention], words: _Words) -> Owners:
    """The same for a whole sentence: brackets with sums are sentences of their own; such a sum has what stands in them, else what is next to them."""
    found: Owners = {}
    masked = text
    for match in _BRACKETS.finditer(text):
        inside = _within(sums, match.span())
        if inside:
            masked = masked[: match.start()] + " " * len(match.group()) + masked[match.end() :]
            near = _within(named, (0, match.start()))[-1:] or _within(named, (match.end(), len(text)))[:1]
            own = _told(text, match.span(), inside, _within(named, match.span()), words)
            found.update((amount, own[amount] or tuple(near)) for amount in inside)
    left_sums, left_names = ([mention for mention in mentions if not masked[mention.offset].isspace()] for mentions in (sums, named))
    return {**_told(masked, (0, len(text)), left_sums, left_names, words), **found}


def _within(mentions: Iterable[Mention], span: Span) -> list[Mention]:
    return [mention for mention in mentions if span[0] <= mention.offset < span[1]]


def _told(text: str, span: Span, sums: list[Mention], named: list[Mention], words: _Words) -> Owners:
    """The same for a stretch of text without brackets that hold sums."""
    names, rows = _groups(text, named, words.joining), _groups(text, sums, words.joining_sums)
    if len(names) == 1 and len(named) == len(sums) > 1 and words.respectively.search(text, *span):
        return {amount: (name,) for amount, name in zip(sums, named, strict=True)}
    return dict(_each(tuple(_clauses(text, span, rows, names, words)), words))


def _groups(text: str, mentions: Sequence[Mention], joining: re.Pattern[str]) -> tuple[_Group, ...]:
    """Mentions with nothing but what joins them between."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        last = groups[-1][-1] if groups else None
        if last and joining.fullmatch(_tokens(text[last.offset + last.length : mention.offset])):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return tuple(_Group(tuple(group)) for group in groups)


def _tokens(words: str) -> str:
    """The words and marks of a stretch of text, each with a blank behind it."""
    return "".join(f"{token} " for token in _TOKEN.findall(words))


def _clauses(text: str, span: Span, sums: Sequence[_Group], named: Sequence[_Group], words: _Words) -> Iterator[_Clause]:
    """The clauses of a sentence, in order."""
    groups = (*sums, *named)
    cuts = (match.end() for match in words.parting.finditer(text, *span) if _parts(match, groups, words))
    for start, end in pairwise((span[0], *cuts, span[1])):
        yield _Clause(text[start:end], *(tuple(group for group in some if start <= group.start < end) for some in (sums, named)))


def _parts(match: re.Match[str], groups: Iterable[_Group], words: _Words) -> bool:
    """Whether a comma or word parts clauses: not inside a row; a word for "and" where a name or sum stands right behind it."""
    end = match.end()
    if any(group.start < end < group.end for group in groups):
        return False
    return not match["and"] or any(words.near.fullmatch(match.string, end, group.start) for group in groups if group.start >= end)


def _each(clauses: tuple[_Clause, ...], words: _Words) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    """Each sum with what it belongs to."""
    before: tuple[Mention, ...] = ()
    shares = False
    for place, clause in enumerate(clauses):
        shares = bool(words.of_which.match(clause.text)) or (shares and not clause.named)
        for group in clause.sums:
            if clause.named:
                own = _in_clause(group, clause)
            else:
                own = before if shares else _behind(clauses[place + 1 :], words) or _before(clauses[:place], words)
            yield from ((amount, own) for amount in group.mentions)
            before = before if shares else own


def _in_clause(group: _Group, clause: _Clause) -> tuple[Mention, ...]:
    """What a clause names behind a sum, before the next; else what it names before the sum, behind the one before."""
    starts = [-1, *(other.start for other in clause.sums), len(clause.text) + group.end]
    place = starts.index(group.start)
    before = tuple(_within(clause.names, (starts[place - 1], group.start)))
    behind = tuple(_within(clause.names, (group.start, starts[place + 1])))
    return before or behind if clause.names_first else behind or before


def _behind(clauses: Iterable[_Clause], words: _Words) -> tuple[Mention, ...]:
    """What the clauses behind a sum name, up to the next sum, where the first that names anything leads on from it."""
    for clause in takewhile(lambda clause: not clause.sums, clauses):
        if clause.named:
            return clause.names if words.leading_on.match(clause.text) else ()
    return ()


def _before(clauses: Sequence[_Clause], words: _Words) -> tuple[Mention, ...]:
    """What the clauses before a sum name, the nearest first, down to the sum before; clauses that only say something of another are passed."""
    for clause in takewhile(lambda clause: not clause.sums, reversed(clauses)):
        if clause.named and not words.subordinate.match(clause.text):
            return clause.names
    return ()


def _in_language(role: str, language: str) -> str:
    """The words of a role in a language, as alternatives of a regular expression; a word that no text has where it has none."""
    return alternatives(row["word"] for row in tables.rows("clause_words") if row["role"] == role and row["language"] == language) or "(?!)"


@cache
def _words(language: str) -> _Words:
    small = {row["word"]: row["role"] for row in tables.rows("function_words") if row["language"] == language}
    prepositions = alternatives(word for word, role in small.items() if role in {"preposition", "attaching"}) or "(?!)"
    determiners = alternatives(word for word, role in small.items() if role == "determiner") or "(?!)"
    roles = ("and", "but", "while", "respectively", "relative", "range", "of which", "such as")
    both, contrast, time, respectively, relative, ends, of_which, such_as = (_in_language(role, language) for role in roles)
    return _Words(
        parting=re.compile(rf"[,;:]\s|\s(?=(?:{contrast}|{time})\s)|\s(?P<and>{both})\s", re.IGNORECASE),
        near=re.compile(r"(?:[a-zà-ÿ]{1,20}\s){0,3}"),
        joining=re.compile(
            rf"(?:\) )?(?:[,/(] (?:(?:{prepositions}) )?(?:(?:{determiners}) )?|(?:[,(] )?(?:{both}) (?:[a-zà-ÿ]{{1,20}} ){{0,2}})"
        ),
        joining_sums=re.compile(rf"(?:{both}|{ends}|[-–]) (?:(?:{respectively}) )?|(?:, )?(?:{respectively}) "),
        respectively=re.compile(rf"\b(?:{respectively})\b", re.IGNORECASE),
        of_which=re.compile(rf"(?:{of_which})\b", re.IGNORECASE),
        leading_on=re.compile(rf"(?:(?:{such_as})\s)?(?:{prepositions}|{relative})\b", re.IGNORECASE),
        subordinate=re.compile(rf"(?:{time}|{relative})\b", re.IGNORECASE),
    )
