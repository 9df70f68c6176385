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
    "editorial": say("quality.corrected_by_editors"),
    "encoding": say("quality.other_encoding"),
    "doubled-blank": say("quality.double_space"),
    "glued-words": say("quality.missing_space"),
    "invisible-character": say("quality.invisible_character"),
    "ligature": "ligatuur",
    "line-end-hyphen": say("quality.hyphen_at_line_end"),
    "missing-note": say("quality.note_without_text"),
    "missing-note-marker": say("quality.note_without_call"),
    "missing-note-number": say("quality.note_without_number"),
    "one-line": say("quality.text_without_lines"),
    "private-use": say("quality.unassigned_character"),
    "lost-hyphen": say("quality.missing_hyphen"),
    "stray-blank": say("quality.stray_space"),
    "table-in-cell": say("quality.table_in_cell"),
    "stray-hyphen": say("quality.superfluous_hyphen"),
}
_FACTS: Final = {
    "title": "titel",
    "short_title": say("quality.short_title"),
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
        "title": say("quality.title"),
        "description": say("quality.description"),
        "edit_path": False,
    }
    intro = say("quality.intro")
    parts = [heading(1, say("quality.title")), tag("p", text(intro))]
    for entry in site.entries:
        parts += _document(entry)
    yield Page(f"{QUALITY}index.md", page(meta, parts))


def _document(entry: Entry) -> Iterator[str]:
    facts = entry.document.meta
    yield heading(2, facts.short_title, f"van-{facts.id}")
    yield tag("p", _origins(entry) + " " + anchor(say("quality.to_document"), relative(QUALITY, entry.url)) + ".")
    if entry.document.defects:
        yield _table(entry)
    else:
        yield tag("p", say("quality.no_reading_errors"))
    if found := doubts(entry.document):
        yield tag("p", text(f"{say('doubts.title', count=len(found))}:"))
        yield tag("ul", "".join(_doubtful(entry, doubt) for doubt in found))


def _doubtful(entry: Entry, doubt: Doubt) -> str:
    """A place that may have been read wrong, with the way to it in the source."""
    place = anchor(first_of(doubt.place), relative(QUALITY, entry.source_place(doubt.place)))
    words = f": {doubt.text}" if doubt.text else ""
    return tag("li", f"{place} {tag('code', text(doubt.anchor))} {text(doubt.reason + words)}")


def _origins(entry: Entry) -> str:
    facts = entry.document.meta
    if not facts.described:
        return say("quality.not_described")
    editorial = [_FACTS[fact] for fact, origin in facts.provenance if origin == "editorial"]
    return text(say("quality.not_from_text", facts=", ".join(editorial))) if editorial else say("quality.all_data_from_text")


def _table(entry: Entry) -> str:
    head = "".join(
        tag("th", name, scope="col")
        for name in (say("quality.place"), say("quality.in_source"), say("quality.on_site"), say("quality.what_it_is"))
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
        aria_label=say("quality.reading_errors_in", short_title=entry.document.meta.short_title),
    )


def _row(entry: Entry, defect: Defect) -> str:
    line = anchor(first_of(defect.place), relative(QUALITY, entry.source_place(defect.place)))
    mended = text(defect.repaired) if defect.repaired is not None else "–"
    cells = (line, tag("code", text(defect.text)), mended, text(KINDS.get(defect.kind, defect.kind)))
    return tag("tr", "".join(tag("td", cell) for cell in cells))
