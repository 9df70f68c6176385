"""What a title looks like, and what looks like one but is not: captions, rows of tables, lines of a table of contents."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.language import tables
from generator.readers.pieces.shape import starts_lower

JOURNAL: Final = re.compile(
    r"Publicatieblad van de Europese (?:Unie|Gemeenschappen)|Official Journal of the European (?:Union|Communities)"
    r"|Journal officiel (?:de l['’]Union européenne|des Communautés européennes)|Amtsblatt der Europäischen (?:Union|Gemeinschaften)",
    re.IGNORECASE,
)
"""The names of the Official Journal in the languages whose documents are read most (Interinstitutional Style Guide, part one)."""

_WORDS: Final = 30
"""Words of the longest title. The longest heading of our documents has 27, on three rows."""

_LENGTH: Final = 220
"""Characters of the longest title: three rows of some seventy. The longest heading of our documents has 170."""

_CLOSED: Final = re.compile(r"[.:;,…-]$|\.[\"”’)]$|[^\W\d_][.;:]\d{1,3}$")
_WORD: Final = re.compile(r"[^\W\d_]")
_SENTENCE_INSIDE: Final = re.compile(r"[^\W\d_A-Z]{3}[.?!] [“‘\"(]?[A-ZÀ-Þ]")
"""A full stop after a word, and a new sentence: two sentences are no title."""

_FIGURES: Final = re.compile(r"(?<!\S)(?=[.,%–-]*\d)[\d.,%–-]+\s(?=[.,%–-]*\d)[\d.,%–-]+$")
"""Numbers only at the end: a row of a table."""

_CODE: Final = re.compile(r"(?=\S*\d{3})(?=\S*[/_(])\S+")
"""A document's number by itself."""

_ASIDE: Final = re.compile(r"\([^()]*\)|\(.*\d/.*\)|.*(?:https?://|www\.)\S+")
"""A remark between brackets, or the way to another text."""

_ARTICLE_WORD: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{1,2}")
"""One short word: an article, whose noun stands on the next line ("De / Minister van …")."""

_DAY: Final = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_COLUMNS: Final = re.compile(r"\S(?:\t| {3,})\S")
_WIDE_COLUMNS: Final = re.compile(r"\S(?:\t| {6,})\S")
_JUSTIFIED: Final = 3
"""Wide gaps. Fewer say nothing about how a row was set."""

_PAGE: Final = re.compile(r"(?<!\d)\d{1,4}$")
_LEADING: Final = frozenset({"determiner", "genitive"})
"""Roles of words that a noun follows."""

_LEADERS: Final = ("...", "…", ". . .", "\t", "   ")
"""What leads from a title to its page in a table of contents."""

_CAPITALS: Final = 4
"""Letters that a title in capitals has at least; fewer are an acronym."""

_CAPITALS_SHARE: Final = 0.8
"""The share of the letters of a title in capitals that are capitals; it may hold a word or two that is not ("COVID-19 in de EU")."""


def is_title(text: str) -> bool:
    """Whether a text may be a heading: short, not closed as a sentence, not starting in lower case, no caption or table."""
    return not (_is_long(text) or _goes_on(text) or _is_other(text) or _is_told_otherwise(text))


def _is_long(text: str) -> bool:
    return len(text) > _LENGTH or len(text.split()) > _WORDS


def _goes_on(text: str) -> bool:
    """Whether a text is part of running text: it starts, ends or goes on within as sentences do."""
    return starts_lower(text) or bool(_CLOSED.search(text) or _SENTENCE_INSIDE.search(text))


def leads_on(text: str) -> bool:
    """Whether a text ends in a word that leads on to another, an article in small letters; no title without a number does."""
    return "".join(text.rsplit(maxsplit=1)[-1:]) in _leading_words()


@cache
def _leading_words() -> frozenset[str]:
    words = (row["word"] for row in tables.rows("function_words") if row["role"] in _LEADING)
    return frozenset(word for word in words if len(word) > 1)


def _is_other(text: str) -> bool:
    """Whether a text is no words at all, but the row of a table, figures or a number."""
    return text.startswith("|") or not _WORD.search(text) or bool(_FIGURES.search(text)) or is_code(text)


def _is_told_otherwise(text: str) -> bool:
    """Whether a text is known to be something else: an article's word alone, the Journal's head, an aside, a caption, a line of contents."""
    if _ARTICLE_WORD.fullmatch(text) or (JOURNAL.search(text) and _DAY.search(text)):
        return True
    return bool(_ASIDE.fullmatch(text) or _caption("table", "figure", "box").match(text)) or is_contents_line(text)


def is_code(text: str) -> bool:
    """Whether a text is a document's number and nothing else: IP/21/2100."""
    return bool(_CODE.fullmatch(text))


def is_upper(text: str) -> bool:
    """Whether a text is set in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _CAPITALS and sum(c.isupper() for c in letters) >= _CAPITALS_SHARE * len(letters)


def is_contents_line(row: str) -> bool:
    """Whether a row, its blanks kept, ends in the number of a page as the lines of a table of contents do."""
    page = _PAGE.search(row)
    if page is None:
        return False
    title = row[: page.start()]
    if not _WORD.search(title):
        return False
    between = title[len(title.rstrip(" .…\t")) :]
    return any(leader in between for leader in _LEADERS)


def has_columns(row: str, *, wide: bool = False) -> bool:
    """Whether a row, its blanks kept, is parted by white space as the rows of a table are; `wide` where words have wide gaps between them too."""
    gaps = len((_WIDE_COLUMNS if wide else _COLUMNS).findall(row))
    return gaps > 0 and not is_justified(row)


def is_justified(row: str) -> bool:
    """Whether a row, its blanks kept, has wide gaps between most of its words, as a tool that fills it has them."""
    gaps = len(_COLUMNS.findall(row))
    return gaps >= _JUSTIFIED and 2 * gaps > len(row.split()) - 1


def is_caption(text: str) -> bool:
    """Whether a text is what stands above or below a table or figure: `Tabel 2 – Uitgaven`, `Figure 3: …`; that of a box is its title."""
    return len(text) <= _LENGTH and bool(_caption("table", "figure").match(text))


def captions_table(text: str) -> bool:
    """Whether a text beside a table is its caption: there its number needs no stop, `Tabel 2 Uitgaven`, or has nothing behind it."""
    return len(text) <= _LENGTH and bool(_table_caption().match(text))


@cache
def _caption(*names: str) -> re.Pattern[str]:
    """What captions begin with, for those that name a thing of these kinds: table, figure, box."""
    words = sorted({row["word"] for row in tables.rows("caption_words") if row["names"] in names})
    return re.compile(rf"(?:{'|'.join(words)})\s+\d+\s?[:.–-]", re.IGNORECASE)


@cache
def _table_caption() -> re.Pattern[str]:
    words = sorted({row["word"] for row in tables.rows("caption_words") if row["names"] == "table"})
    return re.compile(rf"(?i:{'|'.join(words)})\s+\d+(?:\.\d+)?[a-z]?(?:\s?[:.–-]|\s+[\"“(«]?[A-ZÀ-Þ]|$)")
