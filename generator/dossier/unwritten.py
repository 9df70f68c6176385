"""Acronyms that no entry explains yet, and the text of a new entry or introduction."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from generator.inputs.contributions import glossary, introductions
from generator.kinds import TERM_KINDS
from generator.language.acronyms import Declared, candidates, declared, same_name
from generator.language.acronyms.capitals import acronyms_in
from generator.language.sentences import sentence
from generator.model import Document, Part
from generator.words import say

Explained: TypeAlias = tuple[tuple[Document, Declared], ...]
"""The explanations of an acronym, each with the document that gives it."""

_QUOTED: Final = 160
"""Characters of a quotation that a new entry proposes; a longer sentence is cut around the term."""


@dataclass(frozen=True, slots=True)
class Undescribed:
    """An acronym without an entry: how often it is met, in which documents, what they say it stands for, and where it is met first."""

    word: str
    count: int
    documents: tuple[Document, ...]
    said: Explained
    first: tuple[Document, Part]

    @property
    def scaffold(self) -> str:
        """The text of an entry for it."""
        return scaffold(self.word, self.said, self.first)


def undescribed(documents: Iterable[Document]) -> tuple[Undescribed, ...]:
    """The acronyms that no entry explains, the most frequent first; each document is read once."""
    found: dict[str, Undescribed] = {}
    for document in documents:
        said = tuple(declared(document))
        open_ones = {item.acronym for item in candidates(document)}
        for word, parts in _met(document, open_ones).items():
            known = found.get(word, Undescribed(word, 0, (), (), (document, parts[0])))
            own = tuple((document, item) for item in said if item.acronym == word)
            found[word] = replace(known, count=known.count + len(parts), documents=(*known.documents, document), said=(*known.said, *own))
    return tuple(sorted(found.values(), key=lambda item: (-item.count, item.word)))


def _met(document: Document, words: set[str]) -> dict[str, list[Part]]:
    """The parts in which each of some acronyms is met and not explained, one for each time."""
    met: dict[str, list[Part]] = {}
    for part in document.parts:
        explained = _explained(part) if part.type != "heading" else set()
        for offset, word in acronyms_in(part.text) if part.type != "heading" else ():
            if word in words and offset not in explained:
                met.setdefault(word, []).append(part)
    return met


def _explained(part: Part) -> set[int]:
    """The offsets inside mentions, and those where a term's name goes on ("EUNAVFOR MED IRINI")."""
    inside = {at for mention in part.mentions for at in range(mention.offset, mention.offset + mention.length)}
    ends = (mention.offset + mention.length for mention in part.mentions if mention.kind == "term")
    return inside | {end + 1 for end in ends if part.text[end : end + 1] == " "}


def scaffold(name: str, said: Explained, first: tuple[Document, Part] | None = None) -> str:
    """The text of a new entry: the meanings that documents give a term, with quotations; else a quotation from the first place that has it."""
    senses = "".join(_sense_lines(said)) or say("dossier_unwritten.expansion_missing")
    evidence = "".join(_evidence_lines(name, said, first))
    kinds = ", ".join(f"{key} ({words})" for key, words in TERM_KINDS.items())
    return (
        f"---\nterm: {scalar(name)}\nkind: acronym  # kies: {kinds}\nsenses:\n{senses}"
        + (f"evidence:\n{evidence}" if evidence else "")
        + f"---\n{glossary.PLACEHOLDER} {name} is. De eerste zin staat ook op het kaartje bij de tekst.\n"
    )


def _sense_lines(found: Iterable[tuple[Document, Declared]]) -> Iterator[str]:
    """One sense for each name that the documents give; where they differ, with the documents that give it."""
    groups: list[tuple[str, list[str]]] = []
    for document, item in found:
        group = next((ids for words, ids in groups if same_name(words, item.expansion)), None)
        if group is None:
            groups.append((item.expansion, group := []))
        group += [document.meta.id] if document.meta.id not in group else []
    for words, ids in groups:
        yield say("dossier_unwritten.expansion_entry", words=scalar(words))
        if len(groups) > 1:
            yield say("dossier_unwritten.documents_entry", ids=", ".join(ids))


def _evidence_lines(name: str, said: Explained, first: tuple[Document, Part] | None) -> Iterator[str]:
    explained = [(document, document.part(item.place)) for document, item in said]
    for document, part in explained or ([first] if first else []):
        if part:
            quote = scalar(_quotation(part.text, name))
            yield say("dossier_unwritten.quote_entry", id=document.meta.id, anchor=scalar(part.anchor), quote=quote)


def _quotation(text: str, name: str) -> str:
    """The sentence that names the term, or its words around the term where it is long."""
    at = max(0, text.find(name))
    start, end = sentence(text, at, at + len(name))
    if end - start > _QUOTED:
        start = text.rfind(" ", start, max(start, at - _QUOTED // 2)) + 1 if at - start > _QUOTED // 2 else start
        end = min(end, len(text[: at + len(name) + _QUOTED // 2].rpartition(" ")[0]))
    return text[start:end]


def scalar(text: str) -> str:
    """Text as a YAML value: plain where that is the same text, else in quotation marks (JSON is YAML)."""
    return text if re.fullmatch(r"[^\W\d_][\w +/.-]*[\w+]", text) else json.dumps(text, ensure_ascii=False)


def introduction_scaffold(code: str) -> str:
    """The text of a new introduction to a country."""
    return introductions.scaffold(code)
