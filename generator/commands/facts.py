"""The facts that a document states about itself, with which its sidecar starts, each with where it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from generator import annotators
from generator.citations.identity import Surroundings, identify
from generator.language import tables
from generator.language.edtf import is_date
from generator.language.matching import fold
from generator.model import Block, Document, Knowledge, Mention, Provenance

FACTS: Final = ("title", "number", "celex", "date", "language", "institution")
"""The facts that are looked for, in the order in which a sidecar has them."""

_HEAD_BLOCKS: Final = 20
"""Blocks that a cover page and the table under it can take before the text begins."""

_HEAD_LINE: Final = 120
"""Characters: a longer block that is no heading or front matter is where the text begins."""

_BESIDE: Final = 40
"""Characters beside the date of a line that gives it: the place, what the day was, the original's language."""

_LONGEST_TITLE: Final = 400
"""Characters; the titles of acts, which sum up what they amend, seldom have more."""

_SERIES: Final = frozenset({"COM", "JOIN", "SWD", "SEC", "C", "council-document"})
"""Kinds of numbers that a document prints as a line of its own; acts have theirs in the title."""

_ACTS: Final = frozenset({"regulation", "directive", "decision", "framework-decision", "recommendation", "joint-action", "common-position"})
_FROM_NUMBER: Final = re.compile(r"(?:\(|n(?:[ro]s?)?[.°º]|\d).*", re.IGNORECASE | re.DOTALL)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact, its value as a sidecar has it, and whether it stands in the text or follows from what stands there."""

    name: str
    value: str
    origin: Provenance


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The facts that a document or its file states, in the order of `FACTS`; those that are not certain are left out, save the title."""
    known = annotators.annotate(document, Knowledge())
    head = tuple(_head(known))
    stated = dict(document.source.facts)
    number, act = _number(head)
    found = {
        "title": _title(document, head),
        "number": stated.get("number") or number,
        "celex": stated.get("celex") or _celex(head, act),
        "date": stated["date"] if is_date(stated.get("date", "")) else _date(head, act),
        "language": document.meta.language,
        "institution": stated.get("institution") or _institution(head, document.meta.language),
    }
    text = fold(" ".join(block.text for block in document.blocks))
    return tuple(_fact(name, found[name], text, stated) for name in FACTS if found[name])


def _fact(name: str, value: str, text: str, stated: dict[str, str]) -> Fact:
    value = " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
    told = name in {"date", "language"} or stated.get(name) == value or fold(value) in text
    return Fact(name, value, "source" if told else "editorial")


def _head(document: Document) -> Iterator[Block]:
    """The blocks above the text: up to the first that is as long as a paragraph."""
    return takewhile(_is_short, document.blocks[:_HEAD_BLOCKS])


def _is_short(block: Block) -> bool:
    return block.type in {"heading", "front_matter"} or (block.type != "table" and len(block.text) <= _HEAD_LINE)


def _title(document: Document, head: tuple[Block, ...]) -> str:
    """What a note says is its subject, else the first heading; cut at a word where it is longer than titles are."""
    subjects = {row["label"] for row in tables.rows("front_matter_labels") if row["fact"] == "title"}
    parted = ((block, *block.text.partition(":")) for block in head if block.type == "front_matter")
    subject = next((value.strip() for _, label, _, value in parted if label.strip().lower() in subjects and value.strip()), "")
    title = subject or document.meta.title
    return title if len(title) <= _LONGEST_TITLE else title[: title.rfind(" ", 0, _LONGEST_TITLE)]


def _number(head: tuple[Block, ...]) -> tuple[str, Mention | None]:
    """The number of the document as printed, and its mention: on a line of its own, or at the start of its title."""
    for block in head:
        first = next((mention for mention in block.mentions if mention.kind == "reference"), None)
        if first is None or first.offset:
            continue
        printed = block.text[: first.length]
        if first.role in _SERIES:
            return printed, first
        match = _FROM_NUMBER.search(printed)
        if block.type == "heading" and first.role in _ACTS and match and first.id[-1:].isalnum():
            return match.group(), first
    return "", None


def _celex(head: tuple[Block, ...], act: Mention | None) -> str:
    """The CELEX number that follows from the number, where what the head calls the document leaves one only."""
    if act is None:
        return ""
    return identify(act.id, act.role, (Surroundings(block.text, "", "") for block in head)).celex or ""


def _date(head: tuple[Block, ...], act: Mention | None) -> str:
    """The day of the document: on a line that says little else, or behind the number in the title of an act."""
    for block in head:
        day = next((mention for mention in block.mentions if mention.kind == "date" and _DAY.fullmatch(mention.id)), None)
        if day and (len(block.text) - day.length <= _BESIDE or (act is not None and act in block.mentions and day.offset > act.length)):
            return day.id
    return ""


def _institution(head: tuple[Block, ...], language: str) -> str:
    """Who the document comes from: a line with its name alone, or the words in capitals with which an act begins."""
    senders = {row["words"] for row in tables.rows("front_matter_senders") if row["source"] == "EU institutions"}
    for block in head:
        words = block.text.strip().replace("’", "'")
        if words.lower() in senders:
            return _recased(block.text.strip(), language)
        if words.isupper() and words.endswith(",") and block.type != "heading":
            return _recased(words.rstrip(","), language)
    return ""


def _recased(words: str, language: str) -> str:
    """A name in capitals as it is written elsewhere, without its article; any other name as it is."""
    if not words.isupper():
        return words
    roles = {row["word"]: row["role"] for row in tables.rows("function_words") if row["language"] == language}
    parts = [word if word in roles else word.capitalize() for word in words.lower().split()]
    return " ".join(parts[1:] if len(parts) > 1 and roles.get(parts[0]) == "determiner" else parts)
