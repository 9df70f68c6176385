"""The block at the head of an official document: from, to, subject, numbers, place and date."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.language import tables

_STANDALONE: Final = re.compile(
    r"""
      (?:NOTA|NOTE|NOT|VERMERK|NOTAT|I/A-PUNT(?:NOTA)?|A-PUNT|VERSLAG|INGEKOMEN\ DOCUMENT|COVER\ NOTE|BEGELEIDENDE\ NOTA)
    | (?:LIMITE|PUBLIC|RESTREINT\ UE.*|EU\ RESTRICTED.*)
    | \d{3,5}/\d{1,2}/\d{2} (?:\s.*)? | \d{3,5}/\d{2,4} (?:\s+(?:REV|ADD|COR|INIT|LIMITE)\b.*)?
    | (?:[A-Z]{3,10}\s\d{1,4} (?:\s|$))+
    | (?:COM|JOIN|SWD|SEC|C)\s?\(\d{4}\)\s?\d+ (?:/\d)? (?:\s(?:final|definitief|def\.?|endg\.?))? (?:/\d)?
    | \d{1,2}\.\d{1,2}\.\d{4} | [LC]\s\d{1,4}(?:\s?[A-Z])?/\d{1,4} | [A-Z]{2}
    | \d{4}/\d{4}\s?\([A-Z]{3}\)
    | [A-ZÀ-Þ][\w-]+,\s (?:den\s|le\s|the\s)? \d{1,2}[./\s-]+ (?:\w+|\d{1,2}) [./\s-]+ \d{4} .*
    | \(OR\.\s?\w\w (?:/\w\w)*\)
    | (?:(?:DE|DER|THE|LA|LE)\s)? (?:RAAD\ VAN|COUNCIL\ OF|CONSEIL\ DE|RAT\ DER) \b .*
    | (?:DE\ )?(?:EUROPESE\ UNIE|EUROPEAN\ UNION|UNION\ EUROPÉENNE|EUROPÄISCHE\ UNION|UNION)
    | (?:EUROPESE\ COMMISSIE|EUROPEAN\ COMMISSION|COMMISSION\ EUROPÉENNE|EUROPÄISCHE\ KOMMISSION|COMMISSIE\ VAN\ DE\ EUROPESE\ GEMEENSCHAPPEN)
    | (?:HOGE\ VERTEGENWOORDIGER|HIGH\ REPRESENTATIVE|EUROPEES\ PARLEMENT|EUROPEAN\ PARLIAMENT|PARLEMENT\ EUROPÉEN|EUROPÄISCHES\ PARLAMENT) \b .*
    | (?:Interinstitutioneel\ dossier|Interinstitutional\ File|Dossier\ interinstitutionnel|Interinstitutionelles\ Dossier) \b .*
    | (?:MEDEDELING|GEZAMENLIJKE\ MEDEDELING|COMMUNICATION|JOINT\ COMMUNICATION|MITTEILUNG|GEMEINSAME\ MITTEILUNG) \b .*
    | (?i:(?:discussie|achtergrond|oriëntatie|informatie)nota|informatieve\ nota|discussion\ paper|background\ note|non-?paper)
    | (?i:(?:note|document)\ de\ réflexion|note\ d'information|diskussionspapier|diskussionsvermerk|hintergrundvermerk)
    | (?:DISCUSSIENOTA|WERKDOCUMENT|COMMISSION\ STAFF\ WORKING\ DOCUMENT) \b .*
    """,
    re.VERBOSE,
)
_LABEL_LENGTH: Final = 25
"""Characters of a line in which its label stands, the colon included; the longest of data/front_matter_labels.csv has fifteen."""

_SENDER_LENGTH: Final = 100
"""Characters of a line that says who sends what: a row of a page. The longest name of data/front_matter_senders.csv has 38, and two or
three may stand together."""

_SENDER_PARTS: Final = re.compile(r"\s[-–—|]\s")
_SERIAL: Final = re.compile(r"\s(?:(?:nr\.?|no\.?|n°|№)\s?)?\d{1,4}/\d{2,4}$", re.IGNORECASE)


@cache
def _labels() -> frozenset[str]:
    return frozenset(row["label"] for row in tables.rows("front_matter_labels"))


def is_front_matter_label(text: str) -> bool:
    """Whether a text starts with a label of such a block: `van: …`, `Betreft: …`, `Nr. vorig doc. …`."""
    head = text[:_LABEL_LENGTH].lower()
    label, colon, _ = head.partition(":")
    if colon and label.strip() in _labels():
        return True
    return any(head.startswith(f"{known} ") for known in _labels() if known.endswith(".") and " " in known)


@cache
def _senders() -> frozenset[str]:
    return frozenset(row["words"] for row in tables.rows("front_matter_senders"))


def is_sender(text: str) -> bool:
    """Whether a text says nothing but who sends what: `Europese Commissie - Persbericht`, `PERSCOMMUNIQUÉ nr. 12/21`."""
    parts = _SENDER_PARTS.split(_SERIAL.sub("", text[: _SENDER_LENGTH + 1].lower().replace("’", "'")))
    return len(text) <= _SENDER_LENGTH and all(part.strip() in _senders() for part in parts)


def is_head_line(text: str) -> bool:
    """Whether a text is a whole line of such a block, which nothing on the next line goes on with: a number, a date, an institution."""
    return bool(_STANDALONE.fullmatch(text)) or is_sender(text)


def is_front_matter(text: str) -> bool:
    """Whether a text at the head of a document belongs to such a block."""
    return is_front_matter_label(text) or is_head_line(text)
