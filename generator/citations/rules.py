"""One function for each form of citation: from a word that can begin one to the citations that do begin there.

A rule gets the text and the match of the word; it yields nothing where the words that follow make no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.citations import names, numbers, vocabulary
from generator.citations.vocabulary import Head, Treaty, words
from generator.language.matching import alternatives, fold


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that stand for an act: their range, the kind of act, and its id; the id is empty where it is not known."""

    kind: str
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Setting:
    """The facts about the document of a text that its citations depend on: its date (EDTF, empty if unknown)."""

    date: str = ""


_AND: Final = rf"(?:,\s(?:(?:{words('and')})\s)?|\s(?:{words('and')})\s)"
_LINK: Final = re.compile(_AND, re.IGNORECASE)

# COM(2016) 385 final, COM (2010)171 definitief, COM(2011) 292/3, COM/2018/643
_SERIES: Final = re.compile(
    r"""(?: \s?\(\s?(?P<year>\d{4}|\d\d)\s?\)\s?(?P<number>\d{1,5})(?:/\d{1,2}(?!\d))?
        | /(?P<slash_year>\d{4})/(?P<slash_number>\d{1,5}) )
    (?:\s?(?:final|finale|definitief|def\.?|endgültig|endg\.?)(?:/\d{1,2})?(?!\w))?(?![\w/])""",
    re.VERBOSE,
)


def series(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A document of the Commission: COM, JOIN, SWD, SEC, C."""
    match = _SERIES.match(text, word.end())
    name = vocabulary.series().get(word.group())
    if match and name:
        year = numbers.year_of(match["year"] or match["slash_year"])
        number = int(match["number"] or match["slash_number"])
        if year and number:
            yield Citation(name, f"{name}({year}) {number}", word.start(), match.end())


_INSTITUTION: Final = re.compile(rf"\s(?:{words('of')})\s?(?:{words('institution')})(?!\w)", re.IGNORECASE)
_COMMUNITY: Final = alternatives(vocabulary.communities())
# (EU) nr. 656/2014, (EU) 2018/1860, 2009/50/EG, nr. 574/2007/EG, (EU, Euratom) 2018/1046
_NUMBER: Final = re.compile(
    rf"""(?:\(\s?(?P<body>(?:{_COMMUNITY})(?:,\s(?:{_COMMUNITY}))*)\s?\)\s?)?
    (?P<called>(?:nr|no|nos|nrs)\.?\s|n[°º]\s?|n\.\s?[°º]\s?)?
    (?P<first>\d{{1,5}})/(?P<second>\d{{1,5}})
    (?:/(?P<suffix>{_COMMUNITY})(?:(?!\w)(?!/)|(?=(?:{words("of")}|{words("about")})(?!\w)))|(?![\w/]))""",
    re.VERBOSE | re.IGNORECASE,
)


def act(text: str, word: re.Match[str], setting: Setting) -> Iterator[Citation]:
    """An act by its number, or by what it is about: "Richtlijnen 2013/32/EU en 2013/33/EU", "richtlijn inzake terugkeer"."""
    found = vocabulary.heads().at(text, word.start())
    if found is None:
        return
    end, head = found
    listed = tuple(_numbered(text, word.start(), end, head)) if head.descriptor else ()
    yield from listed or _described(text, word.start(), end, head, setting)


_GLUED: Final = re.compile(r"[^\W\d_]{5,30}(?=\d{2,4}/\d{1,4}/?)")


def glued(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """An act by its number, the blank before it lost: "Richtlijn2008/115/EG"."""
    match = _GLUED.match(text, word.start())
    found = vocabulary.heads().at(match.group(), 0) if match else None
    if match and found and found[0] == len(match.group()) and found[1].descriptor:
        yield from _numbered(text, word.start(), match.end(), found[1])


_BLANK: Final = re.compile(r",?\s?")


def _numbered(text: str, start: int, end: int, head: Head) -> Iterator[Citation]:
    """The acts whose numbers follow the word for their kind; a body that is printed once is that of the later ones too."""
    institution = _INSTITUTION.match(text, end)
    blank = _BLANK.match(text, institution.end() if institution else end)
    match = _NUMBER.match(text, blank.end()) if blank else None
    body = ""
    while match:
        body = _body(match["body"]) or body
        name = numbers.short_name(head.kind, _printed(match, body))
        if not name:
            return
        yield Citation(head.kind, name, start, match.end())
        match = _next_number(text, match.end(), body)
        start = match.start() if match else start


def _next_number(text: str, end: int, body: str) -> re.Match[str] | None:
    """The number behind a comma or "and"; one that says nothing but itself follows only on one with a body."""
    link = _LINK.match(text, end)
    match = _NUMBER.match(text, link.end()) if link else None
    return match if match and (match["body"] or match["suffix"] or match["called"] or body) else None


def _printed(match: re.Match[str], body: str) -> numbers.PrintedNumber:
    suffix = vocabulary.communities().get((match["suffix"] or "").casefold(), "")
    return numbers.PrintedNumber(match["first"], match["second"], "" if suffix else body, bool(match["called"]), suffix)


def _body(printed: str | None) -> str:
    found = (vocabulary.communities()[word.strip().casefold()] for word in (printed or "").split(",") if word.strip())
    return ", ".join(found)


_ABOUT: Final = re.compile(rf"(?:\s(?P<about>{words('about')}))?(?:\s(?:{words('the')}))*\s", re.IGNORECASE)
_INDEFINITE: Final = re.compile(rf"\b(?:{words('indefinite')})\s(?:\w+\s)?$", re.IGNORECASE)


_ARTICLE_BEFORE: Final = 30
"""Characters before the word for an act in which its article and an adjective stand ("een nieuwe richtlijn")."""


def _described(text: str, start: int, end: int, head: Head, setting: Setting) -> Iterator[Citation]:
    """An act by its subject; one about several subjects is several acts, one for each subject, that are cited together."""
    about = _ABOUT.match(text, end)
    if not about or (about["about"] and _INDEFINITE.search(text, max(0, start - _ARTICLE_BEFORE), start)):
        return
    ids: list[str] = []
    place, found = end, _subject(text, about.end(), start, head, setting)
    while found:
        place, act_id = found
        ids.append(act_id)
        link = _LINK.match(text, place)
        found = _subject(text, link.end(), start, head, setting) if link else None
    if ids:
        yield Citation(kind_of(names.joint_id(ids), head.kind), names.joint_id(ids), start, place)


def _subject(text: str, place: int, start: int, head: Head, setting: Setting) -> tuple[int, str] | None:
    """The end of the longest subject that was an act's at the time, and that act; if none was, the longest."""
    coming = names.is_of_future_act(text, start)
    found = [(end, name.means(setting.date, coming=coming)) for end, name in names.after_head(head.kind).all_at(text, place)]
    return next((one for one in found if one[1]), found[0] if found else None)


def number_alone(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A number of an act without the word for its kind."""
    in_brackets = not word.group()[0].isdigit() and text.startswith("(", word.start() - 1) and word.start() > 0
    start = word.start() - in_brackets
    match = _NUMBER.match(text, start)
    if match and (match["suffix"] or match["body"]) and not _inside_number(text, start):
        name = numbers.short_name("directive", _printed(match, _body(match["body"])))
        if name:
            yield Citation(kind_of(name, "other"), name, match.start(), match.end())


_CASE: Final = re.compile(r"(?P<court>[CTF])(?P<hyphen>[-‑–]?)(?P<rest>\d{1,4}/\d\d(?:\sP(?:PU)?(?:[-‑]R)?)?)(?![\w/])")
_CALLED_CASE: Final = re.compile(rf"\b(?:{words('case')})\s(?:[\w/, -]{{0,40}})$", re.IGNORECASE)
_CASE_BEFORE: Final = 60
"""Characters before a number in which the word "case" stands: `_CALLED_CASE` takes the word and forty characters."""

_OLD_CASE: Final = re.compile(r"\d{1,3}/(?:5[3-9]|6\d|7\d|8\d)(?![\w/])")


def case(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A case of the Court of Justice by its number; some texts have lost its hyphen, and then the word "case" must be near."""
    match = _CASE.match(text, word.start())
    if match and (match["hyphen"] or _CALLED_CASE.search(text, max(0, word.start() - _CASE_BEFORE), word.start())):
        yield Citation("case", f"{match['court']}-{match['rest']}", match.start(), match.end())


def old_cases(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """Cases from before there were two courts, which have no letter: "zaak 26/62", "gevoegde zaken 56/64 en 58/64"."""
    match = _OLD_CASE.match(text, word.end() + 1)
    while match:
        yield Citation("case", match.group(), match.start(), match.end())
        link = _LINK.match(text, match.end())
        match = _OLD_CASE.match(text, link.end()) if link else None


_ITEM: Final = r"\d{1,3}(?:[a-z]\b|\s(?:bis|ter|quater|quinquies)\b)?(?![\d/])"
_PARAGRAPH: Final = rf"""(?:
    ,?\s(?:lid|leden|paragraph|paragraphs|paragraphe|paragraphes|absatz|abs\.)\s\d+(?:{_AND}\d+(?!\d|[a-z]))*
    | \s?\(\d+\)(?:\([a-z]\))?
    | ,?\s(?:onder|punt|letter|point|alinea|buchstabe)\s[a-z]{{1,2}}\)?(?!\w)(?:{_AND}[a-z]{{1,2}}\)(?!\w))*
    | ,?\s(?:eerste|tweede|derde|vierde|first|second|third)\s(?:alinea|lid|streepje|subparagraph|paragraph|zin)
    )*"""
_ARTICLE: Final = re.compile(rf"(?P<number>{_ITEM}){_PARAGRAPH}", re.VERBOSE | re.IGNORECASE)
_MOST_ARTICLES: Final = 12
"""Articles in one list; a longer one is not read on, so that time stays in proportion to the text."""

_ARTICLE_LINK: Final = re.compile(rf"{_AND}(?P<word>(?:{words('article')})\s)?", re.IGNORECASE)
_OF_TREATY: Final = re.compile(rf",?\s(?:(?:{words('of')})\s?)?", re.IGNORECASE)


def article(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """Articles of a treaty: "artikel 3, lid 2, VEU", "artikelen 79 en 80 VWEU"; those of an act are left to its name."""
    dot = text.startswith(".", word.end())
    match = _ARTICLE.match(text, word.end() + dot + 1)
    items: list[tuple[str, int, int]] = []
    start = word.start()
    while match and len(items) < _MOST_ARTICLES:
        items.append((" ".join(match["number"].split()), start, match.end()))
        link = _ARTICLE_LINK.match(text, match.end())
        match = _ARTICLE.match(text, link.end()) if link else None
        start = link.end() - len(link["word"] or "") if link and match else start
    of = _OF_TREATY.match(text, items[-1][2]) if items else None
    found = vocabulary.treaties().at(text, of.end()) if of else None
    if of and found:
        yield from _articles(items, found[1], text[of.end() : found[0]], found[0])


def _articles(items: list[tuple[str, int, int]], treaty: Treaty, printed: str, end: int) -> Iterator[Citation]:
    """The articles with the treaty's short name; the words of the last go on to the treaty's end."""
    for place, (number, start, after) in enumerate(items):
        last = place == len(items) - 1
        yield Citation("treaty", f"artikel {number} {treaty.short or printed}", start, end if last else after)


def treaty(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A treaty by its name."""
    found = vocabulary.treaties().at(text, word.start())
    if found:
        yield Citation("treaty", found[1].id, word.start(), found[0])


_DATE: Final = r"\d{1,2}\.\s?\d{1,2}\.\s?(?P<year>\d{4})|\d{1,2}\s\w{3,10}\s(?P<full_year>\d{4})"
_JOURNAL: Final = re.compile(
    rf"""\.?\s(?:E[GU]\s)?(?:(?:[Nn][ro]\.?|n°)\s)?(?:(?P<before>\d{{4}}),\s)?(?P<series>[LC])
    (?:,\s(?P<act>20\d\d/\d{{1,5}})|\s?(?P<number>\d{{1,4}})(?:\s?[AE]\b)?)
    (?:,?\s(?:(?:van|of|du|vom)\s)?(?P<date>{_DATE}))?
    (?P<page>,\s(?:blz\.|bladzijde|p\.|pp\.|S\.)\s?\d+(?:[-–]\d+)?)?(?![\w/])""",
    re.VERBOSE,
)


def journal(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A place in the Official Journal: "PB L 304 van 30.9.2004, blz. 12"."""
    match = _JOURNAL.match(text, word.end())
    if match:
        number = f", {match['act']}" if match["act"] else f" {match['number']}"
        year, date = match["before"], match["date"]
        when = f" van {date}" if date else ""
        page = re.sub(r",\s\S+?\s?(?=\d)", ", blz. ", match["page"] or "", count=1)
        name = f"PB {f'{year}, ' if year else ''}{match['series']}{number}{when}{page}"
        yield Citation("oj", name, word.start(), match.end())


_COUNCIL: Final = re.compile(
    r"(?P<number>\d{4,5})(?:/\d{1,2})?/(?:0\d|1\d|2\d|3\d|9\d)(?P<parts>(?:\s(?:REV|ADD|COR)\s\d{1,2})*)(?![\w/.,]\d|\w)"
)
_COUNCIL_CUE: Final = re.compile(rf"(?:^|[^\w])(?P<cue>{words('document')})\s$", re.IGNORECASE)
_CALLED_NUMBER: Final = re.compile(r"(?:\b(?:nr|nrs|no|nos|tel)\.?|n°|[\d+/(.€-])\s?$", re.IGNORECASE)
_CUE_BEFORE: Final = 30
"""Characters before a number in which the word for a document of the Council stands, the longest of act_words.csv among them."""

_NUMBER_BEFORE: Final = 8
"""Characters before a number that hold any form of `_CALLED_NUMBER`."""

_EUCO: Final = re.compile(r"\s\d{1,3}(?:/\d)?/\d\d(?:\s(?:REV|ADD|COR)\s\d{1,2})*(?![\w/])")
_SHORT: Final = 4
"""Digits of a number that is only taken for a document of the Council where something says so."""


def council(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """A document of the Council: "9167/3/11 REV 3", "Document 17024/09"; the word "document" before it belongs to it."""
    match = _COUNCIL.match(text, word.start())
    if not match:
        return
    cue = _COUNCIL_CUE.search(text, max(0, word.start() - _CUE_BEFORE), word.start())
    alone = match.group() == text.strip() and not numbers.year_of(match["number"])
    called = _CALLED_NUMBER.search(text, max(0, word.start() - _NUMBER_BEFORE), word.start())
    if not cue and not alone and (called or _too_short(match)):
        return
    start = cue.start("cue") if cue and fold(cue["cue"]) == "document" else match.start()
    yield Citation("council-document", " ".join(match.group().split()), start, match.end())


def _too_short(match: re.Match[str]) -> bool:
    return len(match["number"]) == _SHORT and not match["parts"]


def european_council(text: str, word: re.Match[str], _: Setting) -> Iterator[Citation]:
    """Conclusions of the European Council by their number: "EUCO 22/20"."""
    match = _EUCO.match(text, word.end())
    if match:
        yield Citation("council-document", text[word.start() : match.end()], word.start(), match.end())


def named(text: str, word: re.Match[str], setting: Setting) -> Iterator[Citation]:
    """An act by a name of its own."""
    found = names.standing_alone().at(text, word.start())
    if found:
        yield _by_name(text, word.start(), found[0], found[1], setting)


_GENERIC: Final = re.compile(rf"(?:{words('generic')})-?", re.IGNORECASE)
_TAILS: Final = ("verordening", "richtlijn", "kaderbesluit", "verordnung", "richtlinie")
_SHORTEST: Final = 3
"""Letters before the word for an act that can make it the name of one ("EU-verordening" has two and names none)."""


def compound(text: str, word: re.Match[str], setting: Setting) -> Iterator[Citation]:
    """A compound that ends in the word for an act: known by the table, else an act that nobody can look up."""
    folded = fold(word.group())
    tail = next((tail for tail in _TAILS if folded.endswith(tail) and folded != tail), None)
    if tail is None or vocabulary.heads().at(text, word.start()):
        return
    known = names.compound(word.group())
    if known:
        yield _by_name(text, word.start(), word.end(), known, setting)
        return
    front = folded.removesuffix(tail)
    if len(front.rstrip("-")) >= _SHORTEST and not _GENERIC.fullmatch(front):
        yield Citation("other", "", word.start(), word.end())


def _by_name(text: str, start: int, end: int, name: names.Name, setting: Setting) -> Citation:
    act_id = name.means(setting.date, coming=names.is_of_future_act(text, start))
    return Citation(kind_of(act_id, "other"), act_id, start, end)


def kind_of(act_id: str, otherwise: str) -> str:
    """The kind of an act that the tables know; several acts are of no single kind."""
    if not act_id or names.JOINT in act_id:
        return "other"
    if act_id in vocabulary.treaty_by_id():
        return "treaty"
    return vocabulary.acts().get(act_id, {}).get("kind", otherwise)


def _inside_number(text: str, start: int) -> bool:
    return start > 0 and (text[start - 1].isdigit() or text[start - 1] in "/.,-")
