"""Texts that were saved without line ends: cut where numbers and words that open paragraphs show that something new begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.language import tables
from generator.readers.pieces.roles import opening
from generator.readers.printed.text.view import Piece

_LONG: Final = 400
"""Characters. A text whose longest line is shorter may be a paragraph by itself."""

_SHARE: Final = 0.5
"""A text is on one line if its longest line holds at least this part of it."""

_FEWEST: Final = 3
"""So many openings at least; a paragraph may hold one or two by chance."""

_ARTICLE: Final = re.compile(r"(?<=[.:;])\s(?P<at>(?:Artikel|Article|Artículo|Articolo|Artigo)\s\d{1,3})\s(?=[A-ZÀ-Þ])")
_TITLE_END: Final = re.compile(r"\s(?=\d{1,2}\.\s[A-ZÀ-Þ]|(?:De|Het|Een|Deze|Dit|The|This|Le|La|Les|Der|Die|Das)\s)")
_NUMBER: Final = re.compile(
    r"(?<=[.:;,)])\s(?P<at>\((?P<round>\d{1,3})\)|(?P<dotted>\d{1,2})\.|\(?(?P<letter>[a-z])\))(?=\s\S)|(?<=[a-zà-ÿ])\s(?P<first>1)\.(?=\s[A-ZÀ-Þ])"
)
_ACT: Final = re.compile(
    r"(?<!COMMISSION)(?<!COUNCIL)(?<!IMPLEMENTING)(?<!DELEGATED)(?<!GEDELEGEERDE)\s(?=(?:(?:COMMISSION|COUNCIL)\s(?:(?:IMPLEMENTING|DELEGATED)\s)?)?(?:VERORDENING|RICHTLIJN|BESLUIT|AANBEVELING|ADVIES|UITVOERINGSVERORDENING|GEDELEGEERDE VERORDENING|REGULATION|DIRECTIVE|DECISION|RÈGLEMENT|VERORDNUNG|RICHTLINIE)\s(?:\(|[A-Z]{2}\b|\d|VAN))"
)
_INSTITUTION: Final = re.compile(r"(?<=[a-zà-ÿ.])\s(?=(?:DE|HET|THE|LE|LA|DIE|DAS|DER)\s[A-ZÀ-Þ ]{6,},\s)")
_ENACTING: Final = re.compile(
    r"(?<=[.;,])\s(?=(?:HEEFT|HEBBEN|HAS|HAVE|A|ONT|HAT|HABEN)\s[A-ZÀ-Þ ]{10,}:)|(?<=[A-ZÀ-Þ]:)\s(?=[A-ZÀ-Þ][a-zà-ÿ])"
)
_SIGNED: Final = re.compile(
    r"(?<=\d{4}\.)\s(?=(?:Voor|Namens|For|On behalf of|Pour|Für|Im Namen)\s(?:de|het|the|le|la|den|die|der)\s)"
    r"|(?<=[a-zà-ÿ])\s(?=(?:De voorzitter|De voorzitster|The President|Le président|La présidente|Der Präsident|Die Präsidentin)(?!\w))"
)
"""Below the place and date: on whose behalf, and who signs."""

_NOTE: Final = re.compile(r"(?<=[.)])\s(?=\(\s\d{1,3}\s\)\s[A-ZÀ-Þ])")


def part(text: str) -> Iterator[Piece]:
    """The pieces of a text on one line, cut where something new begins; none where the text has lines or shows too few such places."""
    if not is_on_one_line(text):
        return
    cuts = sorted({*_openings(text), *_articles(text), *_counted(text)})
    if len(cuts) < _FEWEST:
        return
    start = 0
    for cut in cuts:
        yield (start, cut)
        yield "\n\n"
        start = cut
    yield (start, len(text))


def is_on_one_line(text: str) -> bool:
    """Whether one line holds most of a text."""
    longest = max(map(len, text.splitlines()), default=0)
    return longest >= _LONG and longest >= _SHARE * len(text)


def _openings(text: str) -> Iterator[int]:
    """Where a citation, the recitals, the enacting words, the signature, a title of an act or a note begins."""
    for pattern in (_opening(), _ACT, _INSTITUTION, _ENACTING, _NOTE):
        yield from (match.start() for match in pattern.finditer(text))
    enacted = _ENACTING.search(text)
    if enacted:
        yield from (match.start() for match in _german_opening().finditer(text, 0, enacted.start()))
    yield from _signature(text)


def _signature(text: str) -> Iterator[int]:
    """Where those who sign begin, below the words that open the signature."""
    opened = next((match.end() for match in _opening().finditer(text) if opening(text[match.end() :]) == "signature"), None)
    if opened is not None:
        yield from (match.start() for match in _SIGNED.finditer(text, opened))


@cache
def _opening() -> re.Pattern[str]:
    words = sorted({row["words"] for row in tables.rows("legal_openings")}, key=len, reverse=True)
    capitals = (word[:1].upper() + word[1:] for word in words)
    return re.compile(rf"(?<=[.,:;])\s(?=(?:{'|'.join(map(re.escape, capitals))})(?!\w))")


@cache
def _german_opening() -> re.Pattern[str]:
    """In German citations and recitals open in small letters, and only the preamble has them behind commas."""
    words = sorted({row["words"] for row in tables.rows("legal_openings") if row["language"] == "de"}, key=len, reverse=True)
    return re.compile(rf"(?<=,)\s(?=(?:{'|'.join(map(re.escape, words))})(?!\w))", re.IGNORECASE)


def _articles(text: str) -> Iterator[int]:
    """Before and after the number of an article, and after its title."""
    for match in _ARTICLE.finditer(text):
        yield match.start()
        yield match.end("at")
        if (title := _TITLE_END.search(text, match.end() - 1, match.end() + _LONG)) and title.start() > match.end():
            yield title.start()


def _counted(text: str) -> Iterator[int]:
    """Before the numbers and letters that count on: the first of their kind, or one more than the last."""
    last: dict[str, int] = {}
    for match in _NUMBER.finditer(text):
        kind = next(name for name in ("first", "round", "dotted", "letter") if match[name])
        value = ord(match["letter"]) - ord("a") + 1 if kind == "letter" else int(match[kind])
        kind = "dotted" if kind == "first" else kind
        if value in {1, last.get(kind, 0) + 1}:
            last[kind] = value
            yield match.start()
