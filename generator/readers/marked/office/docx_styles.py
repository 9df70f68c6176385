"""The styles of a Word document: how a paragraph is set, which rank its heading has, which number is counted before it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from generator.readers.marked.elements import PLAIN, Look
from generator.readers.marked.html.classes import ClassRule, known_classes
from generator.readers.marked.office.word_numbers import Numbering, W, value, value_is_on

_HEADING: Final = re.compile(r"(?:heading|kop|überschrift|titre|título|titolo|rubrik|overskrift)\s*(\d)", re.IGNORECASE)
_TITLE: Final = frozenset({"title", "titel", "titre"})
_CONTENTS: Final = re.compile(r"(?:toc|inhopg|inhoudsopgave)\s*(?:\d|heading|kop)|table of figures", re.IGNORECASE)
_LEVEL_OF_TEXT: Final = 9
"""The outline level of text that is no heading (ECMA-376, 17.3.1.20)."""

_QUOTES: Final = frozenset({"quote", "citaat", "intensequote"})


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says, and on which it is based."""

    name: str
    based: str
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: its look, the number counted before it and how deep its list lies, the rank of a heading (None for text).

    `known` is what the name of its style says; `contents`: it is a line of the table of contents.
    """

    look: Look = PLAIN
    label: str = ""
    depth: int = 0  # lists around; 0 in none
    level: int | None = None
    known: ClassRule | None = None
    quoted: bool = False
    contents: bool = False


class Styles:
    """The styles by their ids, and the lists with how far each is counted."""

    def __init__(self, styles: etree._Element | None, numbering: Numbering) -> None:
        """Read the part with the styles, if the document has one."""
        self.styles: dict[str, _Style] = {}
        self.default = ""
        self.numbering = numbering
        for style in () if styles is None else styles.iter(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self.styles[name] = _Style(value(style, "name"), value(style, "basedOn"), style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self.default = name

    def of_paragraph(self, element: etree._Element) -> Setting:
        """How a paragraph is set. This counts its number, so it must be called once for each paragraph, in order."""
        properties = element.find(f"{W}pPr")
        style = value(properties, "pStyle") or self.default
        chain = tuple(self._chain(style))
        if any(_CONTENTS.match(part.name) for part in chain):
            return Setting(contents=True)
        holders = [properties, *(part.element.find(f"{W}pPr") for part in chain)]
        names = {_plain(name) for name in (style, *(part.name for part in chain[:1]))}
        known = _known(names)
        label, depth = self._label(holders)
        return Setting(
            look=_look([part.element.find(f"{W}rPr") for part in chain]),
            label=label,
            depth=depth,
            level=_level(holders, [part.name for part in chain], known),
            known=known,
            quoted=bool(names & _QUOTES),
        )

    def of_run(self, properties: etree._Element | None) -> Look:
        """How characters are set, by their own properties and by their style."""
        return _look([properties, *(part.element.find(f"{W}rPr") for part in self._chain(value(properties, "rStyle")))])

    def _chain(self, style: str) -> Iterator[_Style]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].based

    def _label(self, holders: Sequence[etree._Element | None]) -> tuple[str, int]:
        """The counted number before a paragraph, and how deep its list lies."""
        number, depth = "", ""
        for holder in holders:
            given = None if holder is None else holder.find(f"{W}numPr")
            if given is not None:
                number, depth = number or value(given, "numId"), depth or value(given, "ilvl")
        place = int(depth) if depth.isdecimal() else 0
        return (self.numbering.label(number, place) if number not in {"", "0"} else ""), place


def _known(names: Iterable[str]) -> ClassRule | None:
    """What the first name of a style that is known says; word processors and publishers name alike what they set alike."""
    return next((known_classes()[name] for name in sorted(names) if name in known_classes()), None)


def _level(holders: Sequence[etree._Element | None], names: Sequence[str], known: ClassRule | None) -> int | None:
    """The rank of a heading: from its outline level, else from the name of its style; None for text."""
    outline = _first(holders, "outlineLvl")
    if outline.isdecimal():
        return int(outline) + 1 if int(outline) < _LEVEL_OF_TEXT else None
    if names and names[0].lower() in _TITLE:
        return 0
    match = next((found for name in names if (found := _HEADING.match(name))), None)
    if match:
        return int(match[1])
    return known.level if known is not None and known.does in {"title", "heading"} else None


def _look(properties: Sequence[etree._Element | None]) -> Look:
    """How characters are set: the first property that is given counts, on or off."""
    raised = any(value(holder, "vertAlign") == "superscript" for holder in properties)
    return Look(_first_on(properties, "b"), _first_on(properties, "i"), raised)


def _first(properties: Sequence[etree._Element | None], name: str) -> str:
    """The first value that is given for a property."""
    return next((given for holder in properties if (given := value(holder, name))), "")


def _first_on(properties: Sequence[etree._Element | None], name: str) -> bool:
    """Whether a property is on in the first place that gives it."""
    for holder in properties:
        if holder is not None and holder.find(f"{W}{name}") is not None:
            return value_is_on(holder, name)
    return False


def _plain(name: str) -> str:
    """The name of a style as the table of classes has it: letters and digits in lower case, without accents."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_-]", "", folded.lower())
