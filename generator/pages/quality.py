"""What is known to be wrong with the texts, and which facts are not from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.dossier.doubts import Doubt, doubts
from generator.dossier.findings import Findings
from generator.dossier.index import QUALITY, Entry, relative
from generator.language import dutch
from generator.model import Defect, Page
from generator.output.markdown import anchor, heading, page, tag, text
from generator.pages.frame import first_of
from generator.words import say

KINDS: Final = {
    "editorial": "verbeterd door de redactie",
    "encoding": "andere tekencodering dan UTF-8",
    "doubled-blank": "dubbele spatie",
    "glued-words": "ontbrekende spatie",
    "invisible-character": "onzichtbaar teken",
    "ligature": "ligatuur",
    "line-end-hyphen": "afbreekstreepje aan het regeleinde",
    "missing-note": "voetnoot zonder tekst",
    "missing-note-marker": "voetnoot zonder verwijzing in de tekst",
    "missing-note-number": "voetnoot zonder nummer",
    "one-line": "tekst zonder regeleinden, hier in regels verdeeld",
    "private-use": "teken zonder vaste betekenis",
    "stray-blank": "losse spatie",
}
_FACTS: Final = {
    "title": "titel",
    "short_title": "korte titel",
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
        "title": "Kwaliteit van de teksten",
        "description": "Per document: welke gegevens redactioneel zijn, en welke gebreken de tekst heeft.",
        "edit_path": False,
    }
    intro = (
        "Deze pagina wordt bij elke bouw opnieuw gemaakt. Per document staat hier welke gegevens niet uit de tekst komen, "
        "en wat er in de aangeleverde tekst mis is. Alleen wat zeker is, is hersteld; de lezing van de bron blijft zichtbaar."
    )
    parts = [heading(1, "Kwaliteit van de teksten"), tag("p", text(intro))]
    for entry in site.entries:
        parts += _document(entry)
    yield Page(f"{QUALITY}index.md", page(meta, parts))


def _document(entry: Entry) -> Iterator[str]:
    facts = entry.document.meta
    yield heading(2, facts.short_title, f"van-{facts.id}")
    yield tag("p", _origins(entry) + " " + anchor("Naar het document", relative(QUALITY, entry.url)) + ".")
    if entry.document.defects:
        yield _table(entry)
    else:
        yield tag("p", "In deze tekst zijn geen gebreken gevonden.")
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
        return "Dit document is nog niet beschreven; titel en naam komen uit de tekst of de bestandsnaam."
    editorial = [_FACTS[fact] for fact, origin in facts.provenance if origin == "editorial"]
    return text(f"Redactioneel: {', '.join(editorial)}.") if editorial else "Alle gegevens komen uit de tekst."


def _table(entry: Entry) -> str:
    head = "".join(tag("th", name, scope="col") for name in ("Plaats", "In de bron", "Op de site", "Wat is er"))
    rows = "".join(_row(entry, defect) for defect in entry.document.defects)
    caption = tag("caption", text(dutch.count(len(entry.document.defects), "gebrek", "gebreken")))
    table = tag("table", caption + tag("thead", tag("tr", head)) + tag("tbody", rows), class_="gebreken")
    return tag("div", table, class_="tabel", tabindex="0", role="region", aria_label=f"Gebreken van {entry.document.meta.short_title}")


def _row(entry: Entry, defect: Defect) -> str:
    line = anchor(first_of(defect.place), relative(QUALITY, entry.source_place(defect.place)))
    mended = text(defect.repaired) if defect.repaired is not None else "–"
    cells = (line, tag("code", text(defect.text)), mended, text(KINDS.get(defect.kind, defect.kind)))
    return tag("tr", "".join(tag("td", cell) for cell in cells))
