"""The list of documents, the newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier.addresses import DOCUMENTS, relative
from generator.dossier.findings import Findings
from generator.dossier.index import Entry
from generator.language import dutch, edtf
from generator.model import Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.words import say


def pages(findings: Findings) -> Iterator[Page]:
    """The page that leads to every document."""
    site = findings.site
    meta = {
        "title": say("documents.title"),
        "description": say("documents.description"),
        "edit_path": False,
    }
    intro = tag("p", text(say("documents.intro", documents=say("kinds.documents", count=len(site.entries)))))
    cards = "".join(_card(entry) for entry in site.entries)
    parts = [heading(1, say("documents.title")), intro, tag("ol", cards, class_="documentlijst", reversed=True) if cards else ""]
    yield Page(f"{DOCUMENTS}index.md", page(meta, parts))


def _card(entry: Entry) -> str:
    facts = entry.document.meta
    title = tag("h2", anchor(text(facts.short_title), relative(DOCUMENTS, entry.url)), id=f"van-{facts.id}")
    when = tag("p", tag("time", text(dutch.date(facts.date)), datetime=machine_date(facts.date)), class_="wanneer") if facts.date else ""
    long = tag("p", text(facts.title), class_="volledige-titel") if facts.title != facts.short_title else ""
    about = " · ".join(text(fact) for fact in (facts.kind, facts.institution, facts.number) if fact)
    return tag("li", when + title + long + (tag("p", about, class_="feitenregel") if about else ""))


def machine_date(date: str | None) -> str | None:
    """The part of a date that HTML's time element understands, of a span its start; None where there is none."""
    return edtf.parse(date).machine if date else None
