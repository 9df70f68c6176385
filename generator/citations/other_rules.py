"""Rules for citations by other marks than an act's number: cases by their parties or their ECLI, procedures, heads of the Official Journal, "ibid."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.citations.rules import Citation, Setting
from generator.language.countries import forms

_CAPITALS: Final = r"(?:[A-Z]\.){1,6}|[A-ZÀ-Þ][\w’'-]{1,30}"
_PARTIES: Final = re.compile(
    rf""",?\s(?P<name>(?:{_CAPITALS})(?:\s(?:(?:en|and|et|e\.a\.|van|de)\s)?(?:{_CAPITALS})){{0,4}}
    (?:\se\.a\.|\sand Others|\set autres)?\s(?:v\.|t\.|c\.|tegen|versus|contre|gegen)\s(?:(?:het|de|the|la|le|les|die|das)\s)?
    (?:{_CAPITALS})(?:(?:,|\s(?:en|and|et|und))?\s(?:{_CAPITALS})){{0,3}})""",
    re.VERBOSE,
)
_PROCEDURE: Final = re.compile(r"\d{4}/\d{4}[A-Z]?\s?\((?:APP|AVC|BUD|CNS|COD|COS|DEC|DCE|INI|INL|INS|NLE|REG|RSP|RSO|SYN)\)")
"""The number of a procedure, after the list of types of the Legislative Observatory of the European Parliament."""

_IN_JOURNAL: Final = re.compile(r"(?P<year>\d{4})/(?P<series>[LCS])\s?(?P<number>\d{1,4})/\d{2,3}(?![\d/])")
"""A text's place in the Official Journal: year, series, issue, and the how-manieth text it is in the issue."""

_HEAD: Final = re.compile(
    r"""(?:\sofficiel)?(?:\s(?:van|of|der|des)\s(?:de|the)?\s?[A-Z]\w{1,12}\s(?:Unie|Union|Gemeenschappen|Communities))?
    \s(?:[Nn]r\.?\s|[Nn]o\.?\s|n°\s)?(?P<series>[LCS])\s(?P<number>\d{1,4})(?:\s?[AE]\b)?
    (?:\s?,?\s(?:(?:van|of|du|vom)\s)?(?P<day>\d{1,2})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<year>\d{4}))?
    (?:,?\s(?:blz\.|bladzijde|[Pp]\.|pp\.|S\.)\s?0{0,3}(?P<page>\d{1,4})(?:\s?[-–]\s?\d{1,4})?)?(?![\w/])""",
    re.VERBOSE,
)


_OFFICIAL: Final = "Official "
_APPLICANT: Final = re.compile(rf"(?<![\w.])(?:[A-Z]\.){{2,6}}(?:\s(?:{_CAPITALS})){{0,3}}\s\Z")
"""Who brought a case that no word announces: initials, for that is how courts hide names; any other names may be anything."""

_RESPONDENT: Final = re.compile(rf"\.\s(?P<name>(?:(?:the|la|le|les|het|de)\s)?(?:{_CAPITALS})(?:\s(?:{_CAPITALS})){{0,3}})")
_MOST_PARTIES: Final = 120
"""Characters of the names of those who brought a case; longer lists are cut with "and others"."""


def against(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A case by the names of its parties where no word announces it: "N.S. v. United Kingdom"; it is against a country or an institution."""
    respondent = _RESPONDENT.match(text, word.end())
    applicant = _APPLICANT.search(text, max(0, word.start() - _MOST_PARTIES), word.start()) if respondent else None
    if respondent and applicant and is_respondent(respondent["name"]):
        name = text[applicant.start() : respondent.end()]
        yield Citation("case", " ".join(name.split()), applicant.start(), respondent.end())


def is_respondent(name: str) -> bool:
    """Whether a name is one of a country, or of an institution that is brought before the Court."""
    bare = re.sub(r"^(?:the|la|le|les|het|de)\s", "", name)
    return bare in _INSTITUTIONS or any(bare == form.text for language in _LANGUAGES for form in forms(language) if form.part == "name")


_LANGUAGES: Final = ("nl", "en", "fr", "de")
_INSTITUTIONS: Final = frozenset({"Commissie", "Commission", "Kommission", "Raad", "Council", "Conseil", "Rat", "Parlement", "Parliament"})


def parties(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A case by the names of its parties, after the word for it: "de zaak Jansen v. Nederland"."""
    match = _PARTIES.match(text, word.end())
    if match:
        yield Citation("case", " ".join(match["name"].split()), match.start("name"), match.end("name"))


def procedure(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A procedure of the Parliament by its number: `2015/2660(RSP)`."""
    match = _PROCEDURE.match(text, word.start())
    if match:
        yield Citation("other", "".join(match.group().split()), match.start(), match.end())


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
        start = word.start() - len(_OFFICIAL) * text.endswith(_OFFICIAL, 0, word.start())
        yield Citation("oj", f"PB {match['series']} {match['number']}{when}{page}", start, match.end())


_ECLI: Final = re.compile(r":EU:[A-Z]:\d{4}:[A-Z0-9.]*[A-Z0-9]")


def ecli(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A judgment by its European Case Law Identifier."""
    match = _ECLI.match(text, word.end())
    if match:
        yield Citation("case", f"ECLI{match.group()}", word.start(), match.end())


_START: Final = re.compile(r"(?:^|[.;]\s)[\"'“‘„(]?$")


_SIGNS_BEFORE: Final = 3
"""Characters that `_START` takes at most."""


def ibidem(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """What the footnote before cites ("ibid."); only where a footnote or one of its sentences begins with it."""
    if _START.search(text, max(0, word.start() - _SIGNS_BEFORE), word.start()):
        dot = text.startswith(".", word.end())
        yield Citation("same", "", word.start(), word.end() + dot)
