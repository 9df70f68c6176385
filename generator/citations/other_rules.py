"""Rules for citations by other marks than an act's number: cases by their parties, procedures, heads of the Official Journal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.citations.rules import Citation, Setting

_CAPITALS: Final = r"(?:[A-Z]\.){1,6}|[A-ZÀ-Þ][\w’'-]{1,30}"
_PARTIES: Final = re.compile(
    rf"""\s(?P<name>(?:{_CAPITALS})(?:\s(?:(?:en|and|et|e\.a\.|van|de)\s)?(?:{_CAPITALS})){{0,4}}
    \s(?:v\.|t\.|c\.|tegen|versus|contre|gegen)\s
    (?:{_CAPITALS})(?:(?:,|\s(?:en|and|et|und))?\s(?:{_CAPITALS})){{0,3}})""",
    re.VERBOSE,
)
_PROCEDURE: Final = re.compile(r"\d{4}/\d{4}[A-Z]?\((?:APP|AVC|BUD|CNS|COD|COS|DEC|DCE|INI|INL|INS|NLE|REG|RSP|RSO|SYN)\)")
"""The number of a procedure, after the list of types of the Legislative Observatory of the European Parliament."""

_IN_JOURNAL: Final = re.compile(r"(?P<year>\d{4})/(?P<series>[LCS])\s?(?P<number>\d{1,4})/\d{2,3}(?![\d/])")
"""A text's place in the Official Journal: year, series, issue, and the how-manieth text it is in the issue."""

_HEAD: Final = re.compile(
    r"""(?:\s(?:van|of|der|des)\s(?:de|the)?\s?[A-Z]\w{1,12}\s(?:Unie|Union|Gemeenschappen|Communities))?
    \s(?:[Nn]r\.?\s|[Nn]o\.?\s)?(?P<series>[LCS])\s(?P<number>\d{1,4})
    (?:,?\s(?:(?:van|of|du|vom)\s)?(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}))?
    (?:,?\s(?:blz\.|p\.|pp\.|S\.)\s?0{0,3}(?P<page>\d{1,4})(?:\s?[-–]\s?\d{1,4})?)?(?![\w/])""",
    re.VERBOSE,
)


def parties(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A case by the names of its parties, after the word for it: "de zaak Jansen v. Nederland"."""
    match = _PARTIES.match(text, word.end())
    if match:
        yield Citation("case", " ".join(match["name"].split()), match.start("name"), match.end("name"))


def procedure(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A procedure of the Parliament by its number: `2015/2660(RSP)`."""
    match = _PROCEDURE.match(text, word.start())
    if match:
        yield Citation("other", match.group(), match.start(), match.end())


def in_journal(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A text by its place in the Official Journal: `2004/C 116/06`."""
    match = _IN_JOURNAL.match(text, word.start())
    if match:
        yield Citation("oj", f"PB {match['series']} {match['number']} ({match['year']})", match.start(), match.end())


def journal_head(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """The Official Journal by its full name, as older texts have it: "Publicatieblad Nr. L 261 van 06/08/2004 blz. 0019 - 0023"."""
    match = _HEAD.match(text, word.end())
    if match:
        when = f" van {int(match['day'])}.{int(match['month'])}.{match['year']}" if match["day"] else ""
        page = f", blz. {int(match['page'])}" if match["page"] else ""
        yield Citation("oj", f"PB {match['series']} {match['number']}{when}{page}", word.start(), match.end())
