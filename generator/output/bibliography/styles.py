"""A reference as a style prints it, by a CSL processor; the styles are files of `data/styles`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any, Final, Self, TypeAlias

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source import Locator
from citeproc.source.json import CiteProcJSON

from generator.output.bibliography import Reference
from generator.settings import LANGUAGE

Words: TypeAlias = tuple[tuple[str, bool], ...]
"""Text in pieces, each with whether it is set in italics."""

_ITALIC: Final = re.compile("\ue000([^\ue000\ue001]*)\ue001")
_MARKS: Final = re.compile("[\ue000\ue001]")
"""Characters of the private use area, so that no markup of a title can be taken for the processor's."""

_TWICE: Final = re.compile("(?<=[?!.])\ue001\\.")
"""A full stop after a title that ends in a mark of its own: the processor does not look through italics."""

_LOCALES: Final = {"nl": "nl-NL"}
_KEY: Final = "it"

_KEPT: Final = 4096
"""References whose printed form is remembered: those of a few dozen documents, which a contributor's next build asks for again."""


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """What a style makes of a reference: in the running text or a note, and in the list at the end."""

    cited: Words
    listed: Words


class _Italic(str):
    """Text in italics, between two marks."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, f"\ue000{text}\ue001")


class _Formatter:
    """How the citation processor marks text; no style here uses anything but italics."""

    Italic = _Italic

    @staticmethod
    def preformat(text: object) -> str:
        """The text as it is: who shows it escapes it."""
        return str(text)


@lru_cache(maxsize=_KEPT)
def printed(reference: Reference, style: str) -> PrintedReference:
    """The reference in a style; `style` is the name of a file of `data/styles` without its ending."""
    bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([_item(reference, style)]), _Formatter)
    place = {"locator": Locator("section", reference.place)} if reference.place else {}
    citation = Citation([CitationItem(_KEY, **place)])
    bibliography.register(citation)
    cited = str(bibliography.cite(citation, lambda _item: None))
    return PrintedReference(_words(cited), _words(str(bibliography.bibliography()[0])))


@cache
def _style(name: str) -> CitationStylesStyle:
    with as_file(files("generator.data") / "styles" / f"{name}.csl") as path:
        return CitationStylesStyle(str(path), locale=_LOCALES[LANGUAGE], validate=False)


def _item(reference: Reference, style: str) -> dict[str, Any]:
    """What the style reads. Dates are given in words: the processor prints no period of days of one year, nor doubt."""
    when = reference.when
    facts: dict[str, Any] = {
        "type": reference.kind,
        "title": _plain(reference.title),
        "author": [{"literal": _plain(reference.author)}] if reference.author else None,
        "genre": _plain(reference.genre),
        "container-title": _plain(reference.container),
        "number": _plain(reference.number),
        "issued": {"literal": when.years if style in BY_YEAR else when.words} if when else None,
        "accessed": {"literal": reference.accessed} if reference.accessed else None,
        "URL": reference.url,
    }
    return {"id": _KEY, **{key: value for key, value in facts.items() if value}}


BY_YEAR: Final = frozenset({"apa"})
"""Styles that cite by author and year."""


def _plain(text: str) -> str:
    return _MARKS.sub("", " ".join(text.split()))


def _words(marked: str) -> Words:
    pieces = _ITALIC.split(_TWICE.sub("\ue001", marked))
    return tuple((_MARKS.sub("", piece), bool(nth % 2)) for nth, piece in enumerate(pieces) if piece)
