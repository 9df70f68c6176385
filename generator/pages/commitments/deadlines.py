"""The deadlines: what had to be done by when, by whom where the text says so, and where it is said; a view of the register of commitments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.dossier.addresses import COMMITMENTS, DEADLINES, TIMELINE, relative
from generator.dossier.findings import Findings
from generator.dossier.gathered.commitments import Commitment
from generator.dossier.index import Occurrence, Site, moment_url
from generator.language import dutch
from generator.language.edtf import parse
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.commitments import commitment_choices, commitment_words
from generator.pages.dates import moments
from generator.pages.parts.choices import Choice, option_label, panel
from generator.words import say

_LIST: Final = "lijst-termijnen"


def pages(findings: Findings) -> Iterator[Page]:
    """One page, in order of the last day on which something had to be done."""
    site = findings.site
    found = sorted(((item, item.deadline) for item in findings.commitments if item.deadline), key=lambda pair: _last_day(pair[1]))
    front = {
        "title": say("deadlines.title"),
        "description": say("deadlines.description"),
        "edit_path": False,
        "kruimels": [{"title": say("deadlines.timeline"), "url": relative(DEADLINES, TIMELINE)}],
    }
    yield Page(
        f"{DEADLINES}index.md",
        page(front, [heading(1, say("deadlines.title")), tag("p", _intro(len(found))), _choices(site, found), _table(site, found)]),
    )


def _last_day(deadline: Occurrence) -> tuple[object, ...]:
    span = parse(deadline.mention.id)
    return (span.last or span.first, span.order)


def _intro(number: int) -> str:
    said = text(say("deadlines.intro", deadlines=dutch.count(number, "termijn", "termijnen").capitalize()))
    said += text(say("deadlines.whether_met"))
    said += anchor("toezeggingen", relative(DEADLINES, COMMITMENTS)) + ". "
    return said + text(say("deadlines.other_dates")) + anchor("tijdlijn", relative(DEADLINES, TIMELINE)) + "."


def _choices(site: Site, found: list[tuple[Commitment, Occurrence]]) -> str:
    """The choices of document and actor; nothing where there is no more than one."""
    documents = commitment_choices.by_document(site, (item.entry.document.meta.id for item, _ in found))
    who = Counter(actor for item, _ in found for actor in item.actors or (commitment_words.NO_ACTOR,))
    actors = (
        tuple((name, option_label(commitment_words.label(name), who[name])) for name in sorted(who, key=commitment_words.label))
        if len(who) > 1
        else ()
    )
    return panel(
        _LIST,
        say("deadlines.choices"),
        (Choice("wie", say("deadlines.who"), actors), Choice("document", say("deadlines.document"), documents)),
        "termijn",
        "termijnen",
    )


def _table(site: Site, found: list[tuple[Commitment, Occurrence]]) -> str:
    if not found:
        return ""
    head = "".join(
        tag("th", name, scope="col")
        for name in (say("deadlines.when"), say("deadlines.what"), say("deadlines.who"), say("deadlines.where_said"))
    )
    rows = "".join(_row(site, item, deadline) for item, deadline in found)
    caption = tag("caption", say("deadlines.caption"))
    return tag("table", caption + tag("thead", tag("tr", head)) + tag("tbody", rows), class_="termijnen", id=_LIST)


def _outcome(item: Commitment) -> str:
    """What became of it, as contributors found, as a link to what they say; empty where nobody looked."""
    if item.outcome is None:
        return ""
    way = anchor(text(commitment_words.STATUSES[item.outcome.status]), f"{relative(DEADLINES, COMMITMENTS)}#{item.id}")
    return tag("p", "Later: " + way, class_="termijnen__later")


def _row(site: Site, item: Commitment, deadline: Occurrence) -> str:
    edtf, printed = deadline.mention.id, deadline.words
    way = anchor(moments.when(edtf), relative(DEADLINES, moment_url(deadline)))
    said = tag("span", text(f"“{printed}”"), class_="termijnen__woorden") if printed != dutch.date(edtf) else ""
    what = tag("p", commitment_words.words(site, DEADLINES, item), class_="moment__zin") + _outcome(item)
    who = text(commitment_words.who_of(item)) or tag("span", commitment_words.NOBODY, class_="niemand")
    document = anchor(text(item.entry.document.meta.short_title), relative(DEADLINES, item.entry.url))
    place = document + ", " + anchor(text(commitment_words.place_of(item)), relative(DEADLINES, item.url))
    cells = ((say("deadlines.what"), what), (say("deadlines.who"), who), (say("deadlines.where"), place))
    return tag(
        "tr",
        tag("th", f"{way} {said}".rstrip(), scope="row") + "".join(tag("td", cell, data_kop=name) for name, cell in cells),
        data_document=item.entry.document.meta.id,
        data_wie=" ".join(item.actors) or commitment_words.NO_ACTOR,
    )
