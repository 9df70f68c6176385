"""How references are shown: every format on its own, to be read, selected and copied; without script all of it is there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.language.slugs import FRAME
from generator.output.bibliography import Reference, bibtex, csl_json, ris
from generator.output.bibliography.styles import Words, printed
from generator.output.markdown import tag, text
from generator.pages.citing.cited import DATE_HOLE
from generator.words import say

CHART: Final = f"{FRAME}grafiek"
"""The id of the chart of a page; no page has two."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to cite: its name on the site, what it gives (in the text, in a list), and the words; `code` is for machines and set as it is."""

    id: str
    name: str
    use: str
    words: Words
    code: bool = False


_STYLES: Final = (
    # The id, the style, what of it is shown, its name, and what that is for.
    ("apa", "apa", "listed", say("citing.apa"), say("citing.apa_listed")),
    ("apa-tekst", "apa", "cited", say("citing.apa"), say("citing.apa_cited")),
    ("leidraad", "leidraad", "cited", say("citing.leidraad"), say("citing.leidraad_cited")),
)
"""What is shown of each style, in this order; a style more is a file of data/styles and a row here."""


def formats(reference: Reference) -> Iterator[Format]:
    """Every format of a reference: the styles first, then those that reference managers read."""
    made = {style: printed(reference, style) for _, style, *_ in _STYLES}
    yield from (Format(name, label, use, getattr(made[style], part)) for name, style, part, label, use in _STYLES)
    yield from (Format(name, label, "", ((spelled, False),), code=True) for name, label, spelled in _for_machines(reference))


def _for_machines(reference: Reference) -> Iterable[tuple[str, str, str]]:
    data = json.dumps([csl_json.item(reference)], ensure_ascii=False, indent=2)
    return (
        ("bibtex", say("citing.bibtex"), bibtex.entry(reference)),
        ("ris", say("citing.ris"), ris.record(reference)),
        ("csl", say("citing.csl"), data + "\n"),
    )


SUFFIXES: Final = {"bibtex": "bib", "ris": "ris", "csl": "csl.json"}
"""The endings of files in the formats for machines."""


def quotation(reference: Reference, quote: str) -> Format:
    """Words with where they come from and their address."""
    source = ", ".join(part for part in (reference.author, reference.number or reference.title, reference.place) if part)
    said = say("citing.quotation", quote=quote, source=source, url=reference.url)
    return Format("citaat", say("citing.quote"), "", ((said, False),))


def shown(found: Iterable[Format]) -> str:
    """The formats as HTML on one line."""
    return tag("div", "".join(map(_shown, found)), class_="citaties")


def _shown(found: Format) -> str:
    name = text(found.name) + (" " + tag("span", text(found.use), class_="citatie__gebruik") if found.use else "")
    words = "".join(map(_piece, found.words))
    # A line end in HTML that stands on one line.
    body = tag("pre", words.rstrip("\n").replace("\n", "&#10;"), tabindex="0") if found.code else tag("p", words)
    return tag("div", tag("p", name, class_="citatie__naam") + body, class_="citatie", data_citatie=found.id)


def _piece(piece: tuple[str, bool]) -> str:
    words, italic = piece
    today = tag("span", text(say("citing.today")), class_="citatie__vandaag")
    html = text(words).replace(DATE_HOLE, today)
    return tag("i", html) if italic else html


def folded(title: str, found: Iterable[Format]) -> str:
    """The formats in a part of the page that opens when asked for."""
    return tag("details", tag("summary", text(title)) + shown(found), class_="citeren")


def of_page(reference: Reference, quote: str = "") -> str:
    """How the page is cited; `quote` are words of it that say what it is about."""
    found = formats(reference)
    return folded(say("citing.this_page"), (*found, quotation(reference, quote)) if quote else found)


def charted(chart: str, reference: Reference) -> str:
    """A chart with how it is cited, at a place of its own; nothing where there is no chart."""
    return tag("div", chart + folded(say("citing.this_chart"), formats(reference)), id=CHART, class_="citeerbaar") if chart else ""
