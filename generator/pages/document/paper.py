"""A document and its chapters for paper: the HTML of which PDFs are typeset, with the addresses that lead from paper to the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.dossier.addresses import note_anchor
from generator.dossier.chapters import Chapter
from generator.dossier.findings import Findings
from generator.dossier.index import Entry, Site
from generator.model import Block, Note, NoteMarker, Part
from generator.output.markdown import anchor, fill, tag, text, void
from generator.output.typesetting import Sheet
from generator.pages.document.body import Body
from generator.pages.parts.frame import LANGUAGE, facts_line, foreign
from generator.words import say, template

_LONGEST_IN_HEAD: Final = 90
"""Characters of a title in the head of a page: what fits on two lines of half its width at the size it has there."""

_LONGEST_AT_FOOT: Final = 1500
"""Characters of a note at the foot of a page, a third of it; a longer one stands at the end, for a note is not broken over pages."""


def sheets(findings: Findings) -> Iterator[Sheet]:
    """Each document and each chapter, beside its page on the site."""
    site = findings.site
    for entry in site.entries:
        yield Sheet(entry.pdf_path, site.publication.absolute(entry.whole_url), _document(site, entry))
        for chapter in entry.chapters:
            yield Sheet(entry.pdf_of(chapter), site.publication.absolute(chapter.url), _chapter(site, entry, chapter))


def _document(site: Site, entry: Entry) -> str:
    facts = entry.document.meta
    body = PaperBody(site, entry, entry.whole_url, all_on_page=True, notes_by_number=_by_number(entry.document.notes))
    parts = [
        tag("p", text(facts_line(entry.document)), class_="feiten"),
        tag("h1", text(facts.title)),
        _contents(entry),
        *(_section(body, chapter) for chapter in entry.chapters),
        *body.left_over(entry.document.notes),
    ]
    return _sheet(entry, facts.title, site.publication.absolute(entry.whole_url), parts)


def _chapter(site: Site, entry: Entry, chapter: Chapter) -> str:
    facts = entry.document.meta
    body = PaperBody(site, entry, chapter.url, notes_by_number=_by_number(chapter.notes))
    blocks = chapter.blocks[1:] if chapter.heading else chapter.blocks
    title = tag("h1", text(chapter.title), id=chapter.heading.id if chapter.heading else None)
    content = "".join(body.blocks(blocks, shift=0 if chapter.heading else 1))
    parts = [
        tag("p", text(say("paper.chapter_of", title=facts.title)), class_="uit"),
        tag("p", text(facts_line(entry.document)), class_="feiten"),
        title,
        tag("section", content, class_="hoofdstuk", data_hoofd=_short(chapter.title)),
        *body.left_over(chapter.notes),
    ]
    return _sheet(entry, f"{chapter.title} – {facts.title}", site.publication.absolute(chapter.url), parts)


def _section(body: PaperBody, chapter: Chapter) -> str:
    return tag("section", "".join(body.blocks(chapter.blocks, shift=1)), class_="hoofdstuk", data_hoofd=_short(chapter.title))


def _contents(entry: Entry) -> str:
    """The chapters with their pages; nothing where there is but one."""
    headed = [chapter for chapter in entry.chapters if chapter.heading]
    rows = "".join(tag("li", anchor(text(chapter.title), f"#{chapter.heading.id}")) for chapter in headed if chapter.heading)
    listed = tag("p", say("paper.contents"), class_="inhoud-kop") + tag("ol", rows)
    return tag("nav", listed, class_="inhoud", lang=LANGUAGE) if len(headed) > 1 else ""


def _sheet(entry: Entry, title: str, address: str, parts: Iterable[str]) -> str:
    """A whole HTML document; what its head says becomes the metadata of the PDF."""
    facts = entry.document.meta
    described = {
        "author": facts.institution,
        "description": facts.title,
        "keywords": ", ".join(fact for fact in (facts.number, f"CELEX {facts.celex}" if facts.celex else None) if fact),
    }
    metas = "".join(void("meta", name=name, content=said) for name, said in described.items() if said)
    head = tag("head", void("meta", charset="utf-8") + tag("title", text(title)) + metas)
    running = {"data_titel": _short(facts.short_title), "data_feiten": facts_line(entry.document), "data_adres": address}
    content = tag("main", tag("p", _colophon(entry, address), class_="voorop") + "".join(parts), **running)
    return "<!doctype html>" + tag("html", head + tag("body", content), lang=foreign(entry.document) or LANGUAGE)


def _colophon(entry: Entry, address: str) -> str:
    """Where the text comes from, and how a paragraph on paper is found on the site; at the foot of the first page."""
    first = next((block.id for block in entry.document.blocks if block.type != "heading"), "")
    lines = [
        fill(template("paper.address"), address=anchor(text(address), address)),
        fill(template("paper.paragraphs"), number=tag("span", text(f"#{first}"), class_="nummer")) if first else "",
        fill(template("paper.original"), address=anchor(text(entry.document.meta.web), entry.document.meta.web))
        if entry.document.meta.web
        else "",
        text(say("templates.not_official")),
    ]
    return tag("span", "".join(tag("span", line) for line in lines if line), class_="colofon", lang=LANGUAGE)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_IN_HEAD else title[: title.rfind(" ", 0, _LONGEST_IN_HEAD)] + " …"


def _by_number(notes: Iterable[Note]) -> dict[int, Note]:
    return {note.number: note for note in notes}


@dataclass(slots=True)
class PaperBody(Body):
    """Renders blocks for paper: each paragraph with its address in the margin, each note where its first marker stands.

    The stylesheet takes those notes to the foot of the page.
    """

    notes_by_number: Mapping[int, Note] = field(default_factory=dict)

    def left_over(self, notes: Iterable[Note]) -> Iterator[str]:
        """The notes that no marker has called, and those too long for the foot of a page, as a list at the end."""
        listed = "".join(self._listed(note) for note in notes if not self.set_markers[note.number] or not _fits(note))
        if listed:
            yield tag("section", tag("h2", say("body.notes")) + listed, class_="noten", lang=LANGUAGE)

    def _listed(self, note: Note) -> str:
        return tag("p", self._note_text(note), id=note_anchor(note.number), lang=foreign(self.entry.document))

    def _note_text(self, note: Note) -> str:
        number = tag("span", str(note.number), class_="nootnummer")
        return f"{number} {self._text(note) if note.text_in_source else self._missing()}"

    def _heading(self, block: Block, shift: int) -> str:
        self.linked.clear()
        level = min(6, (block.level or 1) + shift)
        return tag(f"h{level}", text(self.entry.title_of(block)), id=block.id)

    def _tools(self, block: Block) -> str:  # noqa: ARG002 - the base class's
        return ""

    def _before(self, part: Part) -> str:
        """The address of a paragraph: before it, so that one that runs on over a page end has it where it begins."""
        return anchor(text(f"#{part.id}"), f"#{part.id}", class_="nummer") if isinstance(part, Block) else ""

    def _marker(self, marker: NoteMarker) -> str:
        self.set_markers[marker.number] += 1
        reference = tag("sup", anchor(str(marker.number), f"#{note_anchor(marker.number)}"))
        note = self.notes_by_number.get(marker.number)
        if note is None or self.set_markers[marker.number] > 1 or not _fits(note):
            return reference
        return reference + tag("span", self._note_text(note), id=note_anchor(note.number), class_="noot")


def _fits(note: Note) -> bool:
    return len(note.text) <= _LONGEST_AT_FOOT
