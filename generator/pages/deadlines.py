"""The deadlines: what had to be done by when, by whom where the text says so, and where it is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.dossier import duties
from generator.dossier.findings import Findings
from generator.dossier.index import DEADLINES, TIMELINE, Site, relative
from generator.dossier.timeline import Moment
from generator.language import dutch
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages import moments


def pages(findings: Findings) -> Iterator[Page]:
    """One page, in order of the last day on which something had to be done."""
    site = findings.site
    found = sorted((moment for moment in findings.timeline.moments if moment.kind == "deadline"), key=_last_day)
    front = {
        "title": "Termijnen",
        "description": "Wat volgens de documenten wanneer gedaan moest zijn, door wie, en waar dat staat.",
        "edit_path": False,
        "kruimels": [{"title": "Tijdlijn", "url": relative(DEADLINES, TIMELINE)}],
    }
    yield Page(
        f"{DEADLINES}index.md",
        page(front, [heading(1, "Termijnen"), tag("p", _intro(found)), _by_document(site, found), _table(site, found)]),
    )


def _last_day(moment: Moment) -> tuple[object, ...]:
    span = moment.span
    return (span.last or span.first, span.order)


def _intro(found: list[Moment]) -> str:
    said = text(
        f"{dutch.count(len(found), 'termijn', 'termijnen').capitalize()}: wat bij het verschijnen van een document nog moest gebeuren. "
    )
    said += text("Of het op tijd gebeurd is, staat hier niet. Wie het moest doen, staat erbij als de zin dat zonder twijfel zegt. ")
    return said + text("Alle andere datums staan op de ") + anchor("tijdlijn", relative(DEADLINES, TIMELINE)) + "."


def _by_document(site: Site, found: list[Moment]) -> str:
    """The ways to the deadlines of one document, which the timeline can show by itself; the oldest document first."""
    counts = Counter(moment.place[0] for moment in found)
    own = [entry.document.meta for entry in reversed(site.entries) if counts[entry.document.meta.id]]
    if len(own) < 2:  # noqa: PLR2004 - the deadlines of one document are all of them
        return ""
    timeline_page = relative(DEADLINES, TIMELINE)
    links = (anchor(text(facts.short_title), f"{timeline_page}?soort=termijn&document={facts.id}") for facts in own)
    listed = "".join(tag("li", f"{link} {_amount(counts[facts.id])}") for link, facts in zip(links, own, strict=True))
    return tag("nav", tag("ul", listed, class_="springlijst"), aria_label="Termijnen van één document")


def _amount(number: int) -> str:
    return tag("span", text(dutch.number(number)), class_="aantal")


def _table(site: Site, found: list[Moment]) -> str:
    if not found:
        return ""
    head = "".join(tag("th", name, scope="col") for name in ("Wanneer", "Wat", "Wie", "Waar het staat"))
    rows = "".join(_row(site, moment) for moment in found)
    return tag(
        "table", tag("caption", "Termijnen, de vroegste eerst") + tag("thead", tag("tr", head)) + tag("tbody", rows), class_="termijnen"
    )


def _row(site: Site, moment: Moment) -> str:
    printed = moment.occurrence.words
    way = anchor(moments.when(moment.date), relative(DEADLINES, moment.url))
    said = tag("span", text(f"“{printed}”"), class_="termijnen__woorden") if printed != dutch.date(moment.date) else ""
    what = tag("p", moments.sentence(DEADLINES, moment, stressed=True, site=site), class_="moment__zin")
    near = moments.told_with(site, DEADLINES, moment)
    place = moments.source(DEADLINES, moment) + (tag("p", near, class_="moment__waar") if near else "")
    cells = (("Wat", what), ("Wie", text(duties.who(moment.occurrence))), ("Waar", place))
    return tag("tr", tag("th", f"{way} {said}".rstrip(), scope="row") + "".join(tag("td", cell, data_kop=name) for name, cell in cells))
