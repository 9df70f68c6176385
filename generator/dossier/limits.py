"""Limits that keep the size of the site in proportion to the dossier, and a message for each document that goes beyond one.

How large a file may be is said in `inputs/sources`; how long a sentence can be, in `language/sentences`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.annotators import dates
from generator.dossier.chapters import MOST_CHAPTERS
from generator.language.sentences import sentence
from generator.model import Document, Part, Problem, Severity
from generator.words import say


def check(documents: Iterable[Document]) -> Iterator[Problem]:
    """A problem for each document with too many chapters, and for each part with a sentence of which the timeline may leave out dates."""
    for document in documents:
        chapters = sum(block.type == "heading" and block.level == 1 for block in document.blocks)
        if chapters > MOST_CHAPTERS:
            message = say("dossier_limits.too_many_chapters", chapters=chapters, most_chapters=MOST_CHAPTERS)
            yield Problem(document.source.path, None, message, say("dossier_limits.lower_headings"))
        for part in document.parts:
            if _many(part):
                line = part.lines[0] if part.lines else None
                message = say("dossier_limits.too_many_dates", anchor=part.anchor, most=dates.MOST)
                remedy = say("dossier_limits.check_text_is_whole")
                yield Problem(document.source.path, line, message, remedy, Severity.TODO)


def _many(part: Part) -> bool:
    """Whether a sentence of a part has `MOST` dates or more."""
    found = [mention.offset for mention in part.mentions if mention.kind == "date"]
    if len(found) < dates.MOST:
        return False
    return max(Counter(sentence(part.text, offset, offset + 1)[0] for offset in found).values()) >= dates.MOST
