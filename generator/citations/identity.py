"""What an act is known by: CELEX number, ELI, its page in EUR-Lex or in a register; each only where it is certain.

Sources: EUR-Lex, "Types of documents in EUR-Lex" (letters of CELEX numbers) and "Linking to documents" (the forms of
addresses: CELEX, COM:year:number:FIN, PI_COM, OJ, ecli); the Council's register (ST-number-year); the Court's list of cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.citations import numbers, vocabulary
from generator.citations.vocabulary import Treaty, words

_EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
_REGISTER: Final = "https://data.consilium.europa.eu/doc/document/ST-"
_COURT: Final = "https://curia.europa.eu/juris/liste.jsf?language=nl&num="
_ONLINE: Final = 1999
"""The first year of which the Council's register holds texts."""

_SERIES: Final = re.compile(r"(?P<series>COM|JOIN|SWD|SEC|C)\((?P<year>\d{4})\) (?P<number>\d+)")
_CASE: Final = re.compile(r"(?P<court>[CTF])-(?P<number>\d+)/(?P<year>\d\d)(?: PPU| P(?:-R)?)?")
_COUNCIL: Final = re.compile(r"(?P<number>\d{4,5})(?:/\d{1,2})?/(?P<year>\d\d)(?P<parts>(?: (?:REV|ADD|COR) \d{1,2})*)")
_ARTICLE: Final = re.compile(r"artikel (?P<number>\d{1,3})(?P<more>\S*(?: (?:bis|ter|quater|quinquies))?) (?P<treaty>.+)")
_JOURNAL: Final = re.compile(
    r"PB (?:(?P<before>\d{4}), )?(?P<series>[LC])(?:, (?P<act>\d{4})/(?P<act_number>\d+)| (?P<number>\d+))(?P<rest>.*)"
)
_LAST_YEAR: Final = re.compile(r"\b(\d{4})\b(?!.*\b\d{4}\b)")
_PLAIN_ELI: Final = {"regulation": "reg", "directive": "dir", "framework-decision": "dec_framw"}

_ADJECTIVES: Final = r"\A(?:\W*+\w++){0,3}?\W*+"
_WHAT_IT_IS: Final = r"(?<![\w-])[\w-]*?(?:{})(?!\w)"
_PROPOSAL: Final = _WHAT_IT_IS.format(words("proposal"))
_COMMUNICATION: Final = _WHAT_IT_IS.format(words("communication"))
_SAYS: Final = {
    "PC": (re.compile(_ADJECTIVES + _PROPOSAL, re.IGNORECASE), re.compile(_PROPOSAL + r"\W{1,2}$", re.IGNORECASE)),
    "DC": (re.compile(_ADJECTIVES + _COMMUNICATION, re.IGNORECASE), re.compile(_COMMUNICATION + r"\W{1,2}$", re.IGNORECASE)),
}
_SAYS_AFTER: Final = {
    "PC": re.compile(rf"[,:)]\s{_PROPOSAL}", re.IGNORECASE),
    "DC": re.compile(rf"[,:)]\s{_COMMUNICATION}", re.IGNORECASE),
}
_JUDGMENT: Final = re.compile(rf"\b(?:{words('judgment')})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """An act's numbers and addresses, None where there is none that is certain; `eur_lex` resolves there, `web` elsewhere."""

    title: str = ""
    celex: str | None = None
    eli: str | None = None
    eur_lex: str | None = None
    web: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a citation: those before it in its sentence, its own, and those behind it."""

    before: str
    words: str
    after: str


def identify(act: str, kind: str, said: Iterable[Surroundings] = ()) -> Identity:
    """The identity of an act from its id, its kind and the words around the places that cite it."""
    said = tuple(said)
    series = _SERIES.fullmatch(act)
    if series:
        return _of_series(act, series, said)
    if kind == "case":
        return _of_case(act, said)
    if kind == "treaty":
        return _of_treaty(act)
    if kind == "council-document":
        return Identity(_title(act), web=_register(act))
    if kind == "oj":
        return Identity(eur_lex=_journal(act))
    celex = numbers.celex(kind, act)
    return Identity(_title(act), celex, _eli(act, kind, said), by_celex(celex) if celex else None)


def by_celex(celex: str) -> str:
    """The page of a CELEX number in EUR-Lex."""
    return f"{_EUR_LEX}CELEX:{celex}"


def _title(act: str) -> str:
    return vocabulary.acts().get(act, {}).get("title", "")


def _of_series(act: str, match: re.Match[str], said: tuple[Surroundings, ...]) -> Identity:
    series, year, number = match["series"], match["year"], int(match["number"])
    letters = {row["series"]: row["descriptor"] for row in vocabulary.table("document_series")}[series]
    letters = letters or (_descriptor(act, said) if series == "COM" else "")
    celex = f"5{year}{letters}{number:04d}" if letters else None
    address = f"{_EUR_LEX}PI_COM:C({year}){number}" if series == "C" else f"{_EUR_LEX}{series}:{year}:{number}:FIN"
    return Identity(_title(act), celex, None, by_celex(celex) if celex else address)


def _descriptor(act: str, said: tuple[Surroundings, ...]) -> str:
    """PC for a proposal, DC for other documents, where the table or the texts say so and do not contradict one another."""
    known = vocabulary.acts().get(act, {}).get("descriptor", "")
    found = {letters for place in said for letters in _SAYS if _says(place, letters)}
    return known or (next(iter(found)) if len(found) == 1 else "")


def _says(place: Surroundings, letters: str) -> bool:
    at_start, at_end = _SAYS[letters]
    return bool(at_start.match(place.before) or at_end.search(place.before) or _SAYS_AFTER[letters].match(place.after))


def _of_case(act: str, said: tuple[Surroundings, ...]) -> Identity:
    """A judgment has a CELEX number of its own, that of the first of joined cases; an order or a pending case has another."""
    match = _CASE.fullmatch(act)
    if act.startswith("ECLI:"):
        return Identity(eur_lex=f"{_EUR_LEX}ecli:{act}")
    if not match:
        return Identity()
    celex = next((found for place in said if (found := _judgment(place))), None)
    return Identity(celex=celex, eur_lex=by_celex(celex) if celex else None, web=f"{_COURT}{act}")


def _judgment(place: Surroundings) -> str | None:
    """The judgment's number where the sentence calls it one; of joined cases, that of the first."""
    called = _JUDGMENT.search(place.before)
    first = _CASE.search(place.before + place.words.replace("‑", "-"), called.end()) if called else None
    if not first or ";" in place.before[called.end() if called else 0 :]:
        return None
    year = int(first["year"])
    century = 1900 if year > 50 else 2000  # noqa: PLR2004 - the Court began in 1952
    return f"6{century + year}{first['court']}J{int(first['number']):04d}"


def _of_treaty(act: str) -> Identity:
    """The identity of a treaty, or of an article of one; an empty one where the treaty is not known."""
    article = _ARTICLE.fullmatch(act)
    treaty = _treaty(article["treaty"] if article else act, spelled=article is not None)
    if treaty is None:
        return Identity()
    celex = treaty.celex or None
    if article and celex and treaty.article and not article["more"]:
        celex = f"{treaty.article}{int(article['number']):03d}"
    return Identity(treaty.title if treaty.title != act else "", celex, None, by_celex(celex) if celex else None)


def _treaty(name: str, *, spelled: bool) -> Treaty | None:
    """A treaty by its id, or if it may be spelled out, by its name."""
    known = vocabulary.treaty_by_id().get(name)
    found = vocabulary.treaties().at(name, 0) if spelled and known is None else None
    return found[1] if found else known


def _register(act: str) -> str | None:
    """The text in the Council's register."""
    match = _COUNCIL.fullmatch(act)
    year = 2000 + int(match["year"]) if match and int(match["year"]) < 90 else 1900 + int(match["year"]) if match else 0  # noqa: PLR2004
    if not match or year < _ONLINE:
        return None
    parts = match["parts"].strip().replace(" ", "-") or "INIT"
    return f"{_REGISTER}{int(match['number'])}-{year}-{parts}/nl/pdf"


def _journal(act: str) -> str | None:
    """The contents of an issue of the Official Journal; since October 2023 each act is an issue."""
    match = _JOURNAL.fullmatch(act)
    if match and match["act"]:
        return f"{_EUR_LEX}OJ:{match['series']}_{match['act']}{int(match['act_number']):05d}"
    year = match and (match["before"] or next(iter(_LAST_YEAR.findall(match["rest"])), None))
    return f"{_EUR_LEX}OJ:{match['series']}:{year}:{int(match['number'])}:TOC" if match and year else None


def _eli(act: str, kind: str, said: tuple[Surroundings, ...]) -> str | None:
    """From the word before the number, which tells implementing and delegated acts apart; texts that differ settle nothing."""
    heads = {found[1].eli for place in said if (found := vocabulary.heads().at(place.words, 0)) and found[1].kind == kind}
    heads = heads or ({_PLAIN_ELI.get(kind, "")} if act in vocabulary.acts() else set())
    return numbers.eli(kind, act, next(iter(heads))) if len(heads) == 1 else None
