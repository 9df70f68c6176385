"""What the pages of the timeline share: the HTML of a moment, and the names of the kinds of moments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.dossier.addresses import country_url, relative, term_url
from generator.dossier.gathered.timeline import Moment, MomentKind
from generator.dossier.index import Site
from generator.language import countries, dutch, edtf
from generator.output.markdown import anchor, tag, text
from generator.output.marks import MarkedRange, render, stress_mark
from generator.pages.quotations.concordance import where
from generator.pages.quotations.meanings import full_name
from generator.pages.quotations.term_links import TermLinks
from generator.words import say

KINDS: Final[dict[MomentKind, tuple[str, str]]] = {
    "event": ("gebeurtenis", "gebeurtenissen"),
    "deadline": ("termijn", "termijnen"),
    "period": ("periode", "perioden"),
    "publication": ("publicatie", "publicaties"),
    "reference": ("verwijzing", "verwijzingen"),
    "statistic": ("cijfer", "cijfers"),
}
"""The kinds in the order in which they are listed: one, and several."""


def when(date: str) -> str:
    """A date as readers and machines read it: of a span its start; a season or decade has no form for machines."""
    parsed = edtf.parse(date)
    point = parsed.start or parsed.end
    machine = point.machine if point and point.is_calendar else None
    return tag("time" if machine else "span", text(dutch.date(date)), datetime=machine)


def sentence(page: str, moment: Moment, *, stressed: bool = False, site: Site | None = None) -> str:
    """The sentence of a moment with its date marked, as a link to the words; the words of its title can be stressed.

    With a site its terms are links to the glossary.
    """
    start, end = moment.occurrence.sentence
    first = moment.occurrence.mention.offset - start
    way = relative(page, moment.occurrence.url)
    mark = MarkedRange(first, first + moment.occurrence.mention.length, lambda words: anchor(tag("mark", words), way), link=True)
    opened, closed = moment.clause
    marks = [mark, *_terms(page, moment, site)] if site else [mark]
    layers = ([stress_mark(opened - start, closed - start)], marks) if stressed else (marks,)
    return render(moment.occurrence.part.text[start:end], layers)


def _terms(page: str, moment: Moment, site: Site) -> Iterator[MarkedRange]:
    """The links to the glossary, by the offsets of the sentence."""
    occurrence = moment.occurrence
    start, end = occurrence.sentence
    date = (occurrence.mention.offset, occurrence.mention.offset + occurrence.mention.length)
    for mark in TermLinks(site, page).marks(occurrence.entry, occurrence.part, [date], (start, end)):
        yield replace(mark, start=mark.start - start, end=mark.end - start)


def source(page: str, moment: Moment) -> str:
    """The document and section in which a moment stands, as a link."""
    entry = moment.occurrence.entry
    place = where(moment.occurrence)
    document = anchor(text(entry.document.meta.short_title), relative(page, entry.url))
    return document + (text(f", {place}") if place else "")


def named_in_sentence(site: Site, page: str, moment: Moment) -> str:
    """The countries and terms in its sentence, as links; empty where there are none."""
    lands = [anchor(text(countries.name(code)), relative(page, country_url(code))) for code in moment.countries]
    named = [anchor(text(full_name(site.terms[name])), relative(page, term_url(name))) for name in moment.terms if name in site.terms]
    return " ".join(tag("span", link, class_="moment__bij") for link in (*lands, *named))


def note(moment: Moment) -> str:
    """A note that the year of a date is not printed; empty where it is."""
    if not moment.occurrence.mention.inferred:
        return ""
    return tag("span", text(say("moments.year_inferred", words=moment.occurrence.words)), class_="afgeleid")
