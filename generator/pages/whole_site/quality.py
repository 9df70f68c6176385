"""What is known to be wrong with the texts, and which facts are not from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.dossier.addresses import QUALITY, relative
from generator.dossier.doubts import Doubt, doubts
from generator.dossier.findings import Findings
from generator.dossier.index import Entry
from generator.model import Defect, Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.parts.frame import first_of
from generator.words import say

KINDS: Final = {
    "editorial": say("quality.verbeterd_door_de_redactie"),
    "encoding": say("quality.andere_tekencodering_dan_utf_8"),
    "doubled-blank": say("quality.dubbele_spatie"),
    "glued-words": say("quality.ontbrekende_spatie"),
    "invisible-character": say("quality.onzichtbaar_teken"),
    "ligature": "ligatuur",
    "line-end-hyphen": say("quality.afbreekstreepje_aan_het_regeleinde"),
    "missing-note": say("quality.voetnoot_zonder_tekst"),
    "missing-note-marker": say("quality.voetnoot_zonder_verwijzing_in_de_tekst"),
    "missing-note-number": say("quality.voetnoot_zonder_nummer"),
    "one-line": say("quality.tekst_zonder_regeleinden_hier_in_regels"),
    "private-use": say("quality.teken_zonder_vaste_betekenis"),
    "lost-hyphen": say("quality.ontbrekend_koppelteken"),
    "stray-blank": say("quality.losse_spatie"),
    "stray-hyphen": say("quality.overtollig_koppelteken"),
}
_FACTS: Final = {
    "title": "titel",
    "short_title": say("quality.korte_titel"),
    "number": "nummer",
    "celex": "CELEX-nummer",
    "date": "datum",
    "institution": "instelling",
    "kind": "soort",
    "web": "webadres",
}


def pages(findings: Findings) -> Iterator[Page]:
    """One page for all documents."""
    site = findings.site
    meta = {
        "title": say("quality.kwaliteit_van_de_teksten"),
        "description": say("quality.per_document_welke_gegevens_redactioneel"),
        "edit_path": False,
    }
    intro = say("quality.deze_pagina_wordt_bij_elke_bouw_opnieuw")
    parts = [heading(1, say("quality.kwaliteit_van_de_teksten")), tag("p", text(intro))]
    for entry in site.entries:
        parts += _document(entry)
    yield Page(f"{QUALITY}index.md", page(meta, parts))


def _document(entry: Entry) -> Iterator[str]:
    facts = entry.document.meta
    yield heading(2, facts.short_title, f"van-{facts.id}")
    yield tag("p", _origins(entry) + " " + anchor(say("quality.naar_het_document"), relative(QUALITY, entry.url)) + ".")
    if entry.document.defects:
        yield _table(entry)
    else:
        yield tag("p", say("quality.in_deze_tekst_zijn_geen_gebreken"))
    if found := doubts(entry.document):
        yield tag("p", text(f"{say('doubts.title', count=len(found))}:"))
        yield tag("ul", "".join(_doubtful(entry, doubt) for doubt in found))


def _doubtful(entry: Entry, doubt: Doubt) -> str:
    """A place that may have been read wrong, with the way to it in the source."""
    place = anchor(first_of(doubt.place), relative(QUALITY, entry.source_place(doubt.place)))
    words = f": {doubt.text}" if doubt.text else ""
    return tag("li", f"{place} {tag('code', text(doubt.anchor))} {text(say(f'doubts.{doubt.kind}') + words)}")


def _origins(entry: Entry) -> str:
    facts = entry.document.meta
    if not facts.described:
        return say("quality.dit_document_is_nog_niet_beschreven")
    editorial = [_FACTS[fact] for fact, origin in facts.provenance if origin == "editorial"]
    return text(say("quality.redactioneel", join=", ".join(editorial))) if editorial else say("quality.alle_gegevens_komen_uit_de_tekst")


def _table(entry: Entry) -> str:
    head = "".join(
        tag("th", name, scope="col")
        for name in (say("quality.plaats"), say("quality.in_de_bron"), say("quality.op_de_site"), say("quality.wat_is_er"))
    )
    rows = "".join(_row(entry, defect) for defect in entry.document.defects)
    caption = tag("caption", text(say("landing.reading_errors", count=len(entry.document.defects))))
    table = tag("table", caption + tag("thead", tag("tr", head)) + tag("tbody", rows), class_="gebreken")
    return tag(
        "div",
        table,
        class_="tabel",
        tabindex="0",
        role="region",
        aria_label=say("quality.gebreken_van", short_title=entry.document.meta.short_title),
    )


def _row(entry: Entry, defect: Defect) -> str:
    line = anchor(first_of(defect.place), relative(QUALITY, entry.source_place(defect.place)))
    mended = text(defect.repaired) if defect.repaired is not None else "–"
    cells = (line, tag("code", text(defect.text)), mended, text(KINDS.get(defect.kind, defect.kind)))
    return tag("tr", "".join(tag("td", cell) for cell in cells))
