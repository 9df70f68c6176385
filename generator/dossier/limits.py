"""Limits of a dossier that keep its site from growing without end, and what is said where a document goes beyond them.

How large a file may be is said in `inputs/sources`; how long a sentence can be, in `language/sentences`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.annotators import dates
from generator.dossier.index import MOST_CHAPTERS
from generator.language.sentences import sentence
from generator.model import Document, Part, Problem, Severity


def check(documents: Iterable[Document]) -> Iterator[Problem]:
    """A problem for each document with too many chapters, and for each part with a sentence of which not every date may be told."""
    for document in documents:
        chapters = sum(block.type == "heading" and block.level == 1 for block in document.blocks)
        if chapters > MOST_CHAPTERS:
            message = f"dit document heeft {chapters} hoofdstukken; wat na het {MOST_CHAPTERS}e komt, staat in het laatste"
            yield Problem(document.source.path, None, message, "maak van kopjes binnen een hoofdstuk kopjes van een lager niveau")
        for part in document.parts:
            if _many(part):
                line = part.lines[0] if part.lines else None
                message = f"een zin van {part.anchor} heeft {dates.MOST} datums of meer; alleen de eerste {dates.MOST} staan op de tijdlijn"
                remedy = "kijk of de tekst hier heel is: een lijst of tabel kan haar vorm verloren hebben"
                yield Problem(document.source.path, line, message, remedy, Severity.TODO)


def _many(part: Part) -> bool:
    """Whether a sentence of a part has as many dates as can be told."""
    found = [mention.offset for mention in part.mentions if mention.kind == "date"]
    if len(found) < dates.MOST:
        return False
    return max(Counter(sentence(part.text, offset, offset + 1)[0] for offset in found).values()) >= dates.MOST
