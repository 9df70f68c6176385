"""The names of acts and of their kinds on the site."""

from __future__ import annotations

from typing import Final

from generator.citations import numbers, vocabulary
from generator.citations.names import JOINT

# The order in which readers are shown the kinds: legislation first, then what prepares it, then the rest.
KINDS: Final[dict[str, tuple[str, str]]] = {
    "regulation": ("Verordening", "Verordeningen"),
    "directive": ("Richtlijn", "Richtlijnen"),
    "decision": ("Besluit", "Besluiten"),
    "framework-decision": ("Kaderbesluit", "Kaderbesluiten"),
    "recommendation": ("Aanbeveling", "Aanbevelingen"),
    "joint-action": ("Gemeenschappelijk optreden", "Gemeenschappelijke optredens"),
    "common-position": ("Gemeenschappelijk standpunt", "Gemeenschappelijke standpunten"),
    "treaty": ("Verdrag", "Verdragen en overeenkomsten"),
    "COM": ("COM-document", "Voorstellen, mededelingen en verslagen van de Commissie (COM)"),
    "JOIN": ("JOIN-document", "Gezamenlijke mededelingen (JOIN)"),
    "C": ("C-document", "Besluiten en aanbevelingen van de Commissie (C)"),
    "SWD": ("SWD-document", "Werkdocumenten van de Commissie (SWD)"),
    "SEC": ("SEC-document", "Oudere werkdocumenten van de Commissie (SEC)"),
    "council-document": ("Raadsdocument", "Documenten van de Raad"),
    "case": ("Zaak", "Rechtspraak"),
    "oj": ("Publicatieblad", "Publicatieblad"),
    "other": ("Verwijzing", "Overige"),
}
_WITH_WORD: Final = frozenset({"directive", "decision", "framework-decision", "recommendation", "joint-action", "common-position"})


def label(act: str, kind: str) -> str:
    """An act as a lawyer cites it: "Verordening (EG) nr. 810/2009", "Richtlijn 2013/32/EU", "zaak C-715/17"."""
    if kind == "regulation":
        body, _, number = act.rpartition(" ")
        old = numbers.celex(kind, act) and not _year_first(number)
        return f"Verordening {body} {'nr. ' if old else ''}{number}".replace("  ", " ")
    if kind in _WITH_WORD:
        return f"{KINDS[kind][0]} {act}"
    return f"Zaak {act}" if kind == "case" and not act.startswith("ECLI") else act


def _year_first(number: str) -> bool:
    first = number.partition("/")[0]
    return (numbers.year_of(first) or 0) >= numbers.COMMON_SERIES


def described(act: str, kind: str) -> str:
    """The label with the title, where there is one: "Richtlijn 2008/115/EG (Terugkeerrichtlijn)"."""
    if JOINT in act:
        return " en ".join(act.split(JOINT))
    title = vocabulary.acts().get(act, {}).get("title", "")
    return f"{label(act, kind)} ({title})" if title else label(act, kind)
